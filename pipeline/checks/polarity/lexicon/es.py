"""Spanish."""

LEXICON: dict[str, str] = {
    "wait": "esper*|aguard*|repos*",
    "expletive": "hasta que",
    "limit": "no superiores a|no mayor de|no mayores de|no mayor que|no superior al"
    "|no más de|no superar|no supere|no exceder|no superior a|sin superar|sin exceder|sin sobrepasar",
    "wrong": "inadecuad*|incorrect*|indebid*|erróne*|equivocad*",
    "forget": "olvid*",
    "beyond": "más de|más que|supere|superen|superar|supera|superan|exced*|sobrepas*|superior a"
    "|superiores a|por encima de|sobre|mayor de|mayores de|pasar de",
    "unless?": "excepción|exceptuando|exceptuad*|con la salvedad|aparte de|fuera de",
    "unless": "a menos que|salvo|excepto|a no ser que|salvo que|salvo si|excepto si",
    "unable": "imposible|incapaz|incapaces|incapacidad|discapacidad*|no es capaz|no son capaces"
    "|no está en condiciones|no están en condiciones",
    "not": "^ni|no|nunca|jamás|ningún|ninguno|ninguna|nadie|nada|ya no|tampoco|ninguno de|ni … ni|si no",
    "not?": "deja de|dejan de|dejó de|dejará de|dejarán de|dejaron de|dejen de|no necesariamente"
    "|no forzosamente|no antes de|no antes del|intact*|iles*|desconoc*|ignor*|olvid*|pierd*|perd*|perdió"
    "|negativ*|pasar por alto|pase por alto|prescind*|sin superar|sin exceder|sin sobrepasar|solo después"
    "|solo cuando|solo una vez|impredec*|imprevisib*|dejar de|deje de|todavía|omit*|rechaz*|renunci*"
    "|absten*|descart*|exclu*|invariab*|hasta que no|inadmisib*|invalid*|imposible|incapaz|incapaces"
    "|incapacidad|falta|carece|carecen|salvo|excepto|rara vez|apenas|en lugar de|en vez de|evitar|evita"
    "|evite|evitan|impide|impiden|impedir|poco|poca|pocos|escaso|escasa|a menos que|insuficiente|ausencia"
    "|libre de|interrump*|fracas*|independ*|ineficaz*|insegur*|inadecuad*|innecesari*|inestable*"
    "|incontrolad*|irreversible*|infrecuente*|inusual*|inciert*|desconocid*|incomplet*|incorrect*|inútil*"
    "|involuntari*|irregular*|desaconsej*|imprevist*|intoleran*|contraindic*|prohib*|difícil*|invisible*"
    "|inofensiv*|indolor*|inactiv*|inconveniente*|no más de|no menos de|no superar|no supere|no exceder"
    "|no superior a|tampoco|in*able|in*ables|in*ible|in*ibles|im*able|im*ible|im*ibles|o no|oponer|nieg*"
    "|gratis|gratuit*|fuera de|exent*|imped*|impid*|ausent*|libre|libres|sobra|sobran|vacío|vacía|vacíos"
    "|vacías|basta|bastan|todo menos|descalz*|nulo|nula|nulos|nulas|prescindir|sino|desaconseja*|rechac*"
    "|reacio|reacia|por poco|dispens*|abstien*|inválid*|anul*|terminó|termina|sin más|todo salvo|inmóvil*"
    "|indemn*|sin excepción|vez de|no inferior a|no menor de|caducad*|fallid*|falló|fallar*|pocas|saltarse"
    "|salte|se salta|a más tardar|inservible*|inutilizable*|abstén*|no es capaz|no son capaces"
    "|no está en condiciones|no están en condiciones|asintom*|no llega a|no llegan a|no alcanza|no alcanzan"
    "|en caso contrario|de lo contrario",
    "without": "sin|sin nunca|sin jamás",
    "only": "solo una vez|sólo una vez|solo cuando|solo después|sólo después|"
    "solo|sólo|solamente|únicamente|exclusivamente|tan solo|meramente|nada más que|no más que",
    "only?": "único|única|únicos|únicas|exclusivo|exclusiva|simplemente|sino|salvo|limita|limitan"
    "|limitad*|apenas|si no|mero|siempre que|basta|bastan|bastará|suficiente*|siempre y cuando"
    "|con tal|a condición|no más de|simple|simples|mera|puramente|reservad*|exclusiv*|a solas"
    "|solos|solas|sola|restring*|todo lo que|no … sino|más que",
    "must": "debe|deben|debería|deberían|deberá|deberán|tiene que|tienen que|hay que|es obligatorio"
    "|obligatori*|ha de|han de|habrá de|habrán de|había de|habían de|hubo de|habría de|habrían de|haya de"
    "|hayan de|habremos de|hemos de|he de|debemos|debes|tendrá que|tendrán que|debía|debían|deba|deban"
    "|debo|debiera|tendrían que|tendría que|habría que|es preciso|es necesario|es menester"
    "|es imprescindible|deberemos|deberíamos|deberías|debíamos|debiendo",
    "must?": "convendr*"
    "|tener que|tenga que|tengan que|tenía que|tuvo que|tuvieron que|teniendo que|obligad*|deber"
    "|forzad*|es mejor|preferi*|conveniente|lo mejor|necesita|necesitan|necesario|necesaria"
    "|necesarios|necesarias|requiere|requieren|requerid*|precisa|precisan|exige|exigen"
    "|imprescindible|esencial|recomienda|recomend*|aconseja*|conviene|asegúrese|importante"
    "|preciso|requiri*|necesidad|procure|obliga*|indispensable|menester|requisito|basta|bastan"
    "|bastará|suficiente*|hace falta|haga falta|hará falta|hacen falta|vital|crucial|mejor"
    "|sugier*|suger*|conven*|haber de|toca|hay de|no se olvide|no olvide|cuide|asegur*"
    "|obligación|por favor|es de rigor|tengo que|tenemos que|tienes que|tendría|tuviera que"
    "|tuvieran que|exig*|fundamental*|es hora|compromet*|urge|urgen",
    "may": "puede|pueden|podría|podrían|quizá|quizás|tal vez|posiblemente|acaso|pudiera|pudieran|pueda"
    "|puedan|podrá|podrán|puedo|podremos|podrás|podré|podríamos|podrías|puedas|podamos|pudiese"
    "|pudiesen|pudieron|puede que|a lo mejor",
    "may?": "puede llegar a|pueden llegar a|puede alcanzar|pueden alcanzar|posible|posibles|capaz"
    "|capaces|probable|probablemente|potencial|permite|permiten|posibilidad|a veces|eventual*|suele"
    "|suelen|apto|apta|aptos|adecuad*|permitir|podemos|podido|poder|susceptible*|opcional|viable|cabe"
    "|puedes|capacidad|potencialmente|pudo|hipot*|teor*|podía|podían|pudieron|pudiendo|cabría|permit*"
    "|posibilita*|es posible|corre el riesgo|corren el riesgo|riesgo de",
    "avoid": "evitar|evita|evite|eviten|evitan|evitando|evítese|evitarse|absten*|abstien*|abstén*",
    "contraindicated": "contraindica*|prohib*",
    "before": "antes|previo a|previa a|previamente|con anterioridad",
    "before?": "previo|previa|previos|previas|anterior*|hasta|antelación",
    "after": "después|tras|posteriormente|posterior a|una vez",
    "after?": "siguient*|luego|siguiente*|posterior*|a continuación|desde|pasad*|ulterior*|seguid*|a partir"
    "|al cabo de|al término de",
    "increase": "aument*|increment*|elev*|sub*|crec*|acrecent*|ascend*|asciend*",
    "increase?": "multiplic*|duplic*|triplic*|mayor|mayores|más",
    "decrease?": "menor|menores|menos",
    "decrease": "cae|caen|cayó|cayeron|caer|caerá|caigan|caiga|caíd*|cayendo|retroced*"
    "|disminu*|reduc*|reduj*|redu*|baj*|descen*|descien*|aminor*|decrec*",
    "improve": "mejor*|aliv*",
    "worsen": "empeor*|agrav*|peor*|exacerb*|deterior*",
    "often": "a menudo|frecuente*|con frecuencia|generalmente|por lo general|comúnmente|común|comunes"
    "|normalmente|habitual*|suele|suelen|siempre|mayoría",
    "seldom": "rara vez|raro|rara|raros|raras|raramente|infrecuente*|poco frecuente*|nunca|poco común"
    "|pocas veces|poco comunes|poco habitual*",
    "safe": "segur*|inocu*|sin riesgo|sin riesgos|sin peligro|sin problema|sin problemas",
    "unsafe": "insegur*|peligros*|dañin*|arriesgad*|nociv*|perjudicial*",
    "effective": "eficaz|eficaces|efectiv*|eficazmente|eficiente*",
    "ineffective": "ineficaz|ineficaces|inefectiv*|inútil*|inservible*|inutilizable*",
    "start": "inici*|comenz*|comienz*|empez*|empiez*",
    "stop": "interrump*|suspend*|dej*|detener|detien*|parar|cesa|cesan|cesar|cesado|cese|cesó|deje de"
    "|dejar de|deja de|dejan de|dejen de|dejó de|dejaron de|dejado de|dejando de|paramos|pararemos|pare"
    "|paren|pararán|parará|para >de",
    "plain": "indispens*|imprescind*|inflam*|intercambi*|inoxid*|no tarda en|no tardan en|no tardó en"
    "|no tardará en|no tardarán en|apaga solo|apagan solos|apaga sola|enciende solo|cura solo"
    "|desaparece solo|desaparece sola|resuelve solo|resuelve sola|por sí solo|por sí sola|por sí solos"
    "|por sí solas|antes de tiempo|antes de lo previsto|antes de lo esperado|una vez al|una vez a la"
    "|una vez por|una vez cada|sin demora|sin tardanza|no solo|no sólo|no solamente|no obstante|más o menos"
    "|al menos|por lo menos|no únicamente|sin embargo|sin duda|a no ser que|más de|menos de|como mínimo"
    "|como máximo|ni siquiera|sino también|nada más|información|interés|iniciar|nosotros|noviembre|deseo"
    "|despacio|sí y otro no|como no podía|por poco que|no importa|da igual|no bien|sin duda alguna"
    "|ni más ni menos|nada menos que|cuanto antes|indicad*|incluid*|iniciad*|informad*|inyectad*|inhalad*"
    "|interesad*|integrad*|inflamad*|infectad*|ingresad*|intentad*|instalad*|inclinad*|invitad*|investigad*"
    "|insertad*|con o sin|inyect*|todavía más que|aún más que|incluso más que|subvenc*|subterr*|subcut*"
    "|subtipo*|como muy tarde|lo más tarde|impermeab*|implantab*|imperdib*|por si acaso|imprimib*"
    "|o sin ellos|o sin ellas|o sin él|o sin ella|o sin >.|o sin >,",
    "clause": "y|e|pero|que|aunque|porque|o|sino|si",
    "concord": "ni|nada|nadie|ningún|ninguno|ninguna|ninguno de|si no",
    "restrictive": "dude|dudar|vacile|vacilar|duden|titube*|más remedio|reparo|más que",
    "most": "puede llegar a|pueden llegar a|puede alcanzar|pueden alcanzar|hasta|máxim*|como máximo"
    "|como mucho|a lo sumo|no más de|a más tardar|tope|límite|en un plazo|dentro de|menos de"
    "|como muy tarde",
    "until": "hasta",
    "lack": "falta|faltan|ausencia|carec*|carenc*|déficit|deficien*|escasez|carente*|desprovist*|falt*",
    "prevent": "evit*|impid*|imped*|previen*|preven*|proteg*",
    "instead": "en lugar de|en vez de",
    "concede": "incluso >sin|incluso aunque|aun >sin"
    "|aunque|incluso si|aun cuando|aun si|a pesar|aun así|incluso cuando",
    "otherwise": "de lo contrario|si no|de otro modo|en caso contrario",
    "hard": "difícil*|apenas|dificult*|cuesta|cuestan",
    "gratis": "gratis|gratuit*|sin coste|sin costo",
    "hedge": "derecho|suele|suelen|parec*|permiso|libremente|si lo desea|seguramente|sospech*|presun*"
    "|ocasional*|en ocasiones|algunas veces|de vez en cuando|a voluntad|admite|admiten|opcion*"
    "|tiende*|tienden|autoriz*",
    "contraindicated?": "vetad*",
    "alternative": "ni",
    "earliest": "a partir|desde|recién",
    "least": "no antes de|no antes del"
    "|no menos del|no menos de los|no menos de las|"
    "no menos de|no inferior a|no menor de|al menos|como mínimo|por lo menos|mínim*",
    "priv": "in*able|in*ables|in*ible|in*ibles|im*able|im*ible|im*ibles|desconocid*|inciert*|inesperad*"
    "|innecesari*|imprevist*|incomplet*|incorrect*|involuntari*|irregular*|inadecuad*|invisible*|inactiv*"
    "|inestable*|intoleran*|inútil*|intact*|iles*|indemne*|asintom*",
    "greater": "mayor|superior|más alto|más alta|más elevado|más elevada|lo que ocurra más tarde"
    "|lo que ocurra después|lo que ocurra en último lugar|lo que suceda más tarde|lo último que ocurra",
    "lesser": "menor|inferior|más bajo|más baja|lo que ocurra primero|lo que suceda primero"
    "|lo que ocurra antes|lo que suceda antes|lo primero que ocurra",
    "first": "primer|primero|primera|primeros|primeras",
    "first?": "inicial*|antes|principio|principal*",
    "last": "último|última|últimos|últimas",
    "last?": "pasad*|final*|anterior*|recient*",
    "reject": "rechaz*",
    "exclude": "exclu*|descart*",
    "void": "anul*|inválid*|invalid*|nulo|nula|nulos|nulas|caduc*",
    "less": "menos",
    "fail": "fracas*|fallo|fallos|falla|fallan|falló|fallar*|fallid*|error|errores",
    "ignore": "ignor*|pasar por alto|pase por alto",
    "outside": "fuera de|fuera del",
    "skip": "sáltese|sáltela|sáltelo|se salte|prescind*|deje de tomar|omit*|saltarse|salte|se salta|olvid*"
    "|falt*",
    "few": "poco|poca|pocos|pocas|escaso|escasa|escas*",
    "negative": "negativ*",
    "independent": "independ*",
    "unlikely": "improbable*",
    "empty": "vacío|vacía|vacíos|vacías",
    "fasting": "en ayunas|ayun*",
    "shut": "nieg*|neg*",
    "whether": "o no",
    "floor": "al menos|por lo menos|como mínimo|un mínimo de|mínimo de|no menos de|o más|o superior",
    "floor?": "más de|desde|a partir|superior a|superiores a|mínim*|por encima de",
    "ceiling": "como máximo|a lo sumo|como mucho|un máximo de|máximo de|no más de|o menos|o inferior",
    "ceiling?": "hasta|menos de|máxim*|inferior a|inferiores a|por debajo de|a más tardar|límite|limit*"
    "|dentro de",
    "done": "ya|abiert*|usad*|utilizad*|tratad*|vacunad*|diagnosticad*",
    "without?": "sin esperar|sin dudarlo|sin dudar|sin vacilar"
    "|sin riesgo|sin riesgos|sin peligro|sin problema|sin problemas",
    "sine": "sin",
    "even": "incluso|hasta|aun|también",
    "likelier": "más probable*|más frecuente*|más frecuentemente|más a menudo|más habitual*|más común"
    "|más comunes|más eficaz|más eficaces|más grave*|más intens*|más doloros*|más numeros*",
    "rarer": "menos probable*|menos frecuente*|menos frecuentemente|menos a menudo|menos habitual*"
    "|menos común|menos comunes|menos eficaz|menos eficaces|menos grave*|menos intens*|menos doloros*"
    "|menos numeros*|más raro|más rara|más raros|más raras|más infrecuente*|más improbable*",
    "outset": "al comienzo|al inicio|al principio|a comienzos|a principios|al empezar|al comenzar|al iniciar",
    "ending": "al final|al término|al finalizar|al terminar|al acabar|a finales|al concluir",
    "warmer": "más caliente|más calientes|más cálido|más alta temperatura",
    "colder": "más frío|más fría|más fríos|más frías",
    "goon": "siga|sigan|seguir|sigue|siguen|seguirá|seguirán|continú*|continu*|prosig*|prosegu*",
    "alone": "a solas|sola|solas|solos",
    "short": "no llega a|no llegan a|no alcanza|no alcanzan",
    "many": "muchos|muchas|numeros*",
    "cheaper": "más barat*|menos cost*|menos car*|más económic*",
    "dearer": "más car*|más costos*",
    "faster": "más rápid*|más deprisa",
    "slower": "más lent*|más despacio",
}

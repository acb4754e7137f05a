"""Spanish."""

LEXICON: dict[str, str] = {
    "wait": "esper*|aguard*",
    "expletive": "a menos que|hasta que|a no ser que",
    "limit": "no más de|no menos de|no superar|no supere|no exceder|no superior a|sin superar"
    "|sin exceder|sin sobrepasar",
    "wrong": "inadecuad*|incorrect*|indebid*|erróne*|equivocad*",
    "forget": "olvid*",
    "beyond": "más de|más que|supere|superen|superar|supera|superan|exced*|sobrepas*|superior a|superiores a",
    "unless": "a menos que|salvo|excepto|a no ser que|salvo que|salvo si|excepto si",
    "unable": "imposible|incapaz|incapaces|incapacidad",
    "not": "no|nunca|jamás|ningún|ninguno|ninguna|nadie|nada",
    "not?": "prohibición|nulo|nula|nulos|desconoc*|ignor*|olvid*|pierd*|perd*|perdió|negativ*"
    "|pasar por alto|pase por alto|"
    "prescind*|sin superar|sin exceder|sin sobrepasar|solo después|"
    "solo cuando|solo una vez|impredec*|imprevisib*|dejar de|deje de|todavía|omit*|"
    "rechaz*|renunci*|absten*|descart*|exclu*|si no|invariab*|hasta que no|"
    "inadmisib*|invalid*|"
    "imposible|incapaz|incapaces|incapacidad|falta|carece|carecen|salvo|excepto|rara vez"
    "|apenas|en lugar de|en vez de|evitar|evita|evite|evitan|impide|impiden|impedir|poco|poca|pocos"
    "|escaso|escasa|a menos que|insuficiente|ausencia|libre de|interrump*|fracas*|independ*"
    "|ineficaz*|insegur*|inadecuad*|innecesari*|inestable*|incontrolad*|irreversible*|infrecuente*"
    "|inusual*|inciert*|desconocid*|incomplet*|incorrect*|inútil*|involuntari*|irregular*"
    "|desaconsej*|imprevist*|intoleran*|contraindic*|prohib*|únicamente|difícil*|invisible*"
    "|inofensiv*|indolor*|inactiv*|inconveniente*|no más de|no menos de|no superar|no supere"
    "|no exceder|no superior a|ni|tampoco",
    "without": "sin",
    "only": "solo después|solo cuando|solo una vez|solo|sólo|solamente|únicamente|exclusivamente"
    "|tan solo|meramente|nada más que|no más que",
    "only?": "único|única|únicos|únicas|exclusivo|exclusiva|simplemente|sino|salvo|limita|limitan"
    "|limitad*|apenas|si no|mero",
    "must": "debe|deben|debería|deberían|deberá|deberán|tiene que|tienen que|hay que|es obligatorio"
    "|obligatori*|ha de|han de|debemos|debes|tendrá que|tendrán que|debía|debían|deba|deban|debo"
    "|debiera|tendrían que|tendría que|habría que",
    "must?": "tener que|tenga que|tengan que|tenía que|tuvo que|tuvieron que|teniendo que|obligad*|"
    "deber|forzad*|"
    "es mejor|preferi*|conveniente|lo mejor|"
    "necesita|necesitan|necesario|necesaria|necesarios|necesarias|requiere|requieren"
    "|requerid*|precisa|precisan|exige|exigen|imprescindible|esencial|recomienda|recomend*|aconseja*"
    "|conviene|asegúrese|importante|preciso|requiri*|necesidad|procure|obliga*|indispensable"
    "|menester|requisito",
    "may": "puede|pueden|podría|podrían|quizá|quizás|tal vez|posiblemente|acaso|pudiera|pudieran"
    "|pueda|puedan|podrá|podrán",
    "may?": "posible|posibles|capaz|capaces|probable|probablemente|potencial|permite|permiten"
    "|posibilidad|a veces|eventual*|suele|suelen|apto|apta|aptos|adecuad*|permitir|podemos|podido"
    "|poder|susceptible*|opcional|viable|cabe|puedes|capacidad|potencialmente|pudo|hipot*|teor*",
    "avoid": "evitar|evita|evite|eviten|evitan|evitando|evítese|evitarse",
    "contraindicated": "prohibición|contraindica*|prohib*",
    "before": "antes|previo a|previa a|previamente|con anterioridad",
    "before?": "previo|previa|previos|previas|anterior*|hasta|antelación",
    "after": "después|tras|posteriormente|posterior a|una vez",
    "after?": "siguient*|luego|siguiente*|posterior*|a continuación|desde|pasad*|ulterior*|seguid*|a partir",
    "increase": "aument*|increment*|elev*|sub*|crec*|asc*|acrecent*",
    "increase?": "mayor|mayores|más",
    "decrease?": "menor|menores|menos",
    "decrease": "disminu*|reduc*|reduj*|redu*|baj*|descen*|descien*|aminor*|decrec*",
    "improve": "mejor*|aliv*",
    "worsen": "empeor*|agrav*|peor*|exacerb*|deterior*",
    "often": "a menudo|frecuente*|con frecuencia|generalmente|por lo general|comúnmente|común"
    "|comunes|normalmente|habitual*|suele|suelen|siempre|mayoría",
    "seldom": "rara vez|raro|rara|raros|raras|raramente|infrecuente*|poco frecuente*|nunca"
    "|poco común|pocas veces",
    "safe": "segur*|inocu*",
    "unsafe": "insegur*|peligros*|dañin*|arriesgad*|nociv*|perjudicial*",
    "effective": "eficaz|eficaces|efectiv*|eficazmente|eficiente*",
    "ineffective": "ineficaz|ineficaces|inefectiv*|inútil*",
    "start": "inici*|comenz*|comienz*|empez*|empiez*",
    "stop": "interrump*|suspend*|dej*|detener|detien*|ces*|parar",
    "plain": "sin demora|sin tardanza|sin esperar|"
    "no solo|no sólo|no solamente|no obstante|más o menos|al menos|por lo menos"
    "|no únicamente|sin embargo|sin duda|a no ser que|más de|menos de|como mínimo|como máximo"
    "|ni siquiera|sino también|nada más|información|interés|iniciar|nosotros|noviembre|deseo"
    "|despacio",
    "clause": "y|e|pero|que|aunque|porque|o|sino",
    "concord": "nada|nadie|ningún|ninguno|ninguna",
}

"""Portuguese."""

LEXICON: dict[str, str] = {
    "wait": "espera*|espere*|aguard*|repous*",
    "expletive": "até que",
    "limit": "não superior|não superiores|não maior que|não maior do que"
    "|não mais de|não ultrapassar|não exceder|sem ultrapassar|sem exceder",
    "wrong": "inadequad*|incorret*|errad*|indevid*|impropri*",
    "forget": "esquec*",
    "beyond": "mais de|mais que|mais do que|exced*|ultrapass*|supere|superar|superior*|acima de|sobre"
    "|maiores de|passar de",
    "unless?": "exceção|com exceção|fora|ressalvad*",
    "unless": "a menos que|salvo|exceto|a não ser que|salvo se|exceto se",
    "unable": "impossíve*|incapaz|incapazes|incapacidade|deficiência|não é capaz|não são capazes"
    "|não está em condições|não estão em condições",
    "not": "^nem"
    "|não|nunca|jamais|nenhum|nenhuma|ninguém|nada|já não|tampouco|nem sempre|nem todo*"
    "|nem toda*|nem tudo|nem … nem",
    "not?": "deixa de|deixam de|deixou de|deixará de|deixarão de|deixaram de|deixem de|não necessariamente"
    "|não forçosamente|quer não|não antes de|não antes do|não antes da|não antes dos|não antes das|intact*"
    "|iles*|intat*|desconhec*|ignor*|esquec*|perd*|negativ*|abst*|abrir mão|renunci*|sem ultrapassar"
    "|sem exceder|só após|só depois|só quando|imprevis*|omit*|omiss*|recus*|exclu*|descart*|deixar de"
    "|deixe de|até que não|caso contrário|inalterad*|inaceit*|invariav*|impossíve*|incapaz|incapazes"
    "|incapacidade|falta|carece|exceto|salvo|raramente|em vez de|ao invés de|evit*|imped*|pouco|pouca"
    "|poucos|poucas|escass*|a menos que|insuficien*|ausência|ausente*|livre de|independ*|proib*|neg*"
    "|dificilmente|ineficaz*|insegur*|inadequad*|desnecessári*|instáve*|descontrolad*|irreversíve*|incomum"
    "|incert*|desconhecid*|incomplet*|incorret*|involuntári*|irregular*|desaconselh*|imprevist*|intoler*"
    "|contraindic*|indolor*|difíc*|invisív*|inofensiv*|inativ*|inútei*|não mais de|não menos de"
    "|não ultrapassar|não exceder|tampouco|in*vel|in*veis|im*vel|im*veis|ir*vel|ou não|ou sem|grátis"
    "|gratuit*|de graça|isent*|vazi*|nul*|livre*|fora de|fora do|descalç*|dispens*|mal|inválid*|anul*|opõ*"
    "|opor|nem sequer|relut*|não inferior a|falh*|pular|pule|deixar passar|no máximo|não é capaz"
    "|não são capazes|não está em condições|não estão em condições|em jejum|assintom*",
    "without": "sem|sem nunca|sem jamais",
    "only": "só após|só depois|só quando|só|somente|apenas|unicamente|exclusivamente|meramente|não passa de",
    "only?": "único|única|únicos|únicas|exclusiv*|simplesmente|senão|sozinh*|a não ser|mero|exceto|basta"
    "|bastam|bastará|suficien*|desde que|contanto|pur*|reserv*|restrit*|restring*|sozinha|a sós|tudo o que"
    "|contanto que|mera|não … senão|mais que|mais do que|limitad*|limita|limitam|limitar*|limita-se"
    "|em vez de apenas|em vez de só",
    "must": "deve|devem|deveria|deveriam|deverá|deverão|tem que|têm que|tem de|têm de|é preciso"
    "|obrigatóri*|é obrigatório|precisa ser|deva|devam|há que|devia|deviam|terá de|devemos"
    "|terão de|temos de|temos que|teremos de|tenho de|tenho que|tenha de|tenham de|tinha de|tinham de"
    "|teria que|teriam que|teria de|teriam de",
    "must?": "convir*|conviri*"
    "|ter que|ter de|tenha que|tenham que|tenha de|teve que|tiveram que|teve de|tiveram de"
    "|tinha que|precisou|precisaram|precisar*|obrigad*|é melhor|de preferência|preferenc*"
    "|preferív*|é bom|precisa|precisam|necessit*|necessári*|requer|requerem|exig*"
    "|imprescindíve*|essencia*|recomend*|aconselh*|convém|certifique|importante*|preciso"
    "|procure|obrig*|indispensáve*|deverem|dever|necessidade|fundamental|basta|bastam|bastará"
    "|suficien*|tenho que|tenho de|temos que|temos de|terá que|terão que|crucia*|prefer*|suger*"
    "|urgen*|favor|cabe|compete|não se esqueça|procur*|melhor|obrigação|fundamenta*|devendo"
    "|devia|exij*|cuid*|assegur*|indispens*|é necessário|havia de|haver de|precise|precisem"
    "|vital|vitais",
    "may": "pode|podem|poderia|poderiam|talvez|possivelmente|possa|possam|poderá|poderão|quiçá"
    "|porventura|posso|poderemos|poderíamos|podíamos|pudéssemos|pode ser que|poderei",
    "may?": "pode chegar a|podem chegar a|pode atingir|podem atingir|possíve*|capaz|capazes|prováve*"
    "|provavelmente|potencia*|permit*|possibilidade|às vezes|eventua*|poder|costuma|costumam|adequad*|apto"
    "|apta|seria|seriam|consegu*|podemos|pôde|suscetíve*|opciona*|indicad*|capacidade|teor*|hipót*|pudesse*"
    "|podia|podiam|pudesse|pudessem|puderam|podendo|conseguiu|dá para|é possível|corre o risco"
    "|correm o risco|risco de|acontece >de|acontece >que|pode acontecer",
    "avoid": "evitar|evita|evite|evitem|evitam|evitando|evitad*|evitar-se|absten*|abster*",
    "contraindicated": "contraindica*|contra-indica*|proib*|vedad*",
    "before": "antes|previamente|anteriormente|prévio|prévia",
    "before?": "anterior*|até|antecip*",
    "after": "após|depois|posteriormente|em seguida|logo após",
    "after?": "seguinte*|então|desde|posterior*|uma vez|segui*|passad*|ulterior*|decorrid*|ao cabo de"
    "|ao fim de|ao término de",
    "increase": "aument*|elev*|cresc*|sub*|acresc*|increment*",
    "increase?": "maior|maiores|mais",
    "decrease?": "menor|menores|menos|inferior*",
    "decrease": "cai|caem|caiu|caíram|cair|caia|caiam|caind*|recu*|encolh*"
    "|diminu*|reduz*|reduç*|baix*|queda|decresc*|atenu*",
    "improve": "melhor*|alivi*",
    "worsen": "pior*|agrav*|deterior*|exacerb*",
    "often": "frequent*|muitas vezes|geralmente|em geral|comum|comuns|comumente|habitual*|normalmente"
    "|sempre|costuma|costumam|maioria",
    "seldom": "raramente|raro|rara|raros|raras|pouco frequent*|infrequent*|nunca|incomum|incomuns"
    "|pouco comum|pouco comuns|pouco habitua*",
    "safe": "segur*|inócu*|sem risco|sem riscos|sem perigo|sem problema|sem problemas",
    "unsafe": "insegur*|perigos*|nociv*|arriscad*|prejudicia*",
    "effective": "eficaz*|efetiv*|eficaci*|eficient*",
    "ineffective": "ineficaz*|inefetiv*|inúte*|inútil|inutilizáve*|inútei*",
    "start": "inici*|começ*",
    "stop": "interromp*|suspend*|suspens*|cess*|parou|pararam|parar|parado|deixar de|deixe de|deixem de"
    "|deixa de|deixam de|deixou de|deixaram de|deixará de|deixarão de|deixando de|pare|parem|para de"
    "|parou de|pararemos|parará|pararão|paramos|pararmos",
    "plain": "a não ser que|indispens*|imprescind*|inflam*|intercamb*|inoxid*|não demora a|não tarda a"
    "|não demoram a|não demora para|por si só|por si sós|uma vez por|uma vez ao|uma vez a cada|uma vez na"
    "|sem demora|não só|não apenas|mais ou menos|não somente|pelo menos|ao menos|no mínimo|no máximo"
    "|não obstante|sem dúvida|mais de|menos de|nem sequer|imagem|imagens|para|parte|partir|canal|com ou sem"
    "|dia sim, dia não|quarenta e poucos|e poucos anos|não importa|nada menos que|indicad*|incluíd*"
    "|iniciad*|informad*|injetad*|inalad*|interessad*|integrad*|inflamad*|infectad*|internad*|instalad*"
    "|inclinad*|investigad*|implantad*|impactad*|nem mais nem menos|sem dúvida alguma|sumári*|sumo|suma"
    "|nulipar*|injet*|ainda mais do que|ainda mais que|substitu*|elevador*|subcut*|subtipo*|segurador*"
    "|subst*|impermeáve*|impermeab*|implantáve*|impecáve*|nada duas vezes|nada três vezes|nada quatro vezes"
    "|nada cinco vezes|nada 3 vezes|nada 2 vezes|imprimíve*|ou sem eles|ou sem elas|ou sem ele|ou sem ela"
    "|ou sem >.|ou sem >,",
    "clause": "e|mas|ou|que|porque|embora",
    "concord": "nem|nada|ninguém|nenhum|nenhuma",
    "restrictive": "hesit*|dúvida|mais que|mais do que",
    "most": "pode chegar a|podem chegar a|pode atingir|podem atingir|"
    "até|no máximo|máxim*|não mais de|não mais que|no mais tardar|dentro de|limite|menos de|suporta",
    "until": "até",
    "lack": "falta|faltam|ausência|ausente*|carec*|carênc*|déficit|deficiên*|escassez|carente*|desprovid*"
    "|falt*",
    "prevent": "evit*|imped*|preven*|previn*|proteg*|proteç*",
    "instead": "em vez de|ao invés de|em lugar de|em vez de apenas|em vez de só",
    "concede": "mesmo >sem|inclusive se|inclusive quando|até mesmo se"
    "|mesmo que|mesmo se|embora|ainda que|apesar|mesmo quando",
    "otherwise": "caso contrário|senão|do contrário",
    "hard": "difíc*|dificuldad*|mal|dificilmente",
    "gratis": "grátis|gratuit*|de graça|sem custo",
    "hedge": "direito|suport*|admit*|costuma*|parec*|livre para|à vontade|suspeit*|presum*|ocasional*"
    "|de vez em quando|se quiser|opcion*|autoriz*|permiss*|aceita*|tende|tendem|tendência",
    "contraindicated?": "vet*",
    "alternative": "nem",
    "earliest": "a partir|desde",
    "least": "não antes de|não antes do|não antes da|não antes dos|não antes das"
    "|não menos do que|não menos de|não menos que|"
    "não menos de|não inferior a|pelo menos|no mínimo|ao menos|mínim*",
    "priv": "in*vel|in*veis|im*vel|im*veis|ir*vel|desconhecid*|incert*|inesperad*|desnecessári*|imprevist*"
    "|incomplet*|incorret*|involuntári*|irregular*|inadequad*|invisív*|inativ*|instáve*|intoler*|inútei*"
    "|inútil|inalterad*|intact*|intat*|iles*|assintom*",
    "greater": "maior|maiores|superior|mais alto|mais alta|mais elevado|mais elevada"
    "|o que ocorrer por último|o que ocorrer mais tarde|o que acontecer por último|o que vier por último"
    "|o que ocorrer depois",
    "lesser": "menor|menores|inferior|mais baixo|mais baixa|o que ocorrer primeiro"
    "|o que acontecer primeiro|o que vier primeiro|o que ocorrer antes",
    "first": "primeiro|primeira|primeiros|primeiras",
    "first?": "inicia*|antes|princip*",
    "last": "último|última|últimos|últimas",
    "last?": "passad*|fina*|anterior*|recent*",
    "reject": "rejeit*|recus*",
    "exclude": "exclu*|descart*",
    "void": "anul*|inválid*|invalid*|nul*|cancel*|caduc*",
    "less": "menos",
    "fail": "falh*|fracass*|insucess*|erro|erros",
    "ignore": "ignor*",
    "outside": "fora de|fora do|fora da",
    "skip": "pul*|omit*|omiss*|pular|pule|esquec*|deixar de|deixe de|deixem de|deixa de|deixam de|deixou de"
    "|deixaram de|deixará de|deixarão de|deixando de|deixar passar|deixe passar|falt*",
    "few": "pouco|pouca|poucos|poucas|escass*",
    "negative": "negativ*",
    "independent": "independ*",
    "unlikely": "improváve*",
    "empty": "vazi*",
    "fasting": "em jejum|jejum",
    "shut": "neg*",
    "whether": "quer não|ou não",
    "floor": "pelo menos|no mínimo|ao menos|um mínimo de|mínimo de|não menos de|ou mais|ou superior",
    "floor?": "mais de|acima de|a partir|superior*|mínim*|desde",
    "ceiling": "no máximo|um máximo de|máximo de|quando muito|não mais de|não mais que|ou menos|ou inferior",
    "ceiling?": "até|menos de|abaixo de|inferior*|máxim*|limit*|dentro de",
    "done": "já|abert*|usad*|utilizad*|tratad*|vacinad*|diagnosticad*",
    "without?": "sem hesitar|sem hesitação|sem esperar|sem aguardar"
    "|sem risco|sem riscos|sem perigo|sem problema|sem problemas",
    "sine": "sem",
    "even": "inclusive|mesmo|até mesmo|também",
    "likelier": "mais prováve*|mais frequente*|mais frequentemente|mais comum|mais comuns|mais eficaz*"
    "|mais grave*|mais doloros*|mais numeros*|mais intens*|mais propens*",
    "rarer": "menos prováve*|menos frequente*|menos frequentemente|menos comum|menos comuns|menos eficaz*"
    "|menos grave*|menos doloros*|menos numeros*|menos intens*|menos propens*|mais raro|mais rara"
    "|mais raros|mais raras|mais raramente",
    "outset": "no início|no começo|ao iniciar|ao começar|no princípio|logo no início",
    "ending": "no fim|no final|ao final|ao fim|ao término|ao terminar",
    "warmer": "mais quente|mais quentes",
    "colder": "mais frio|mais fria|mais frios|mais frias",
    "goon": "continu*|prossig*|prossegu*|siga|sigam",
    "alone": "sozinh*|a sós",
    "many": "muitos|muitas|numeros*",
    "cheaper": "mais barat*|menos car*|mais em conta",
    "dearer": "mais car*|mais dispendios*",
    "faster": "mais rápid*|mais depressa",
    "slower": "mais lent*|mais devagar",
}

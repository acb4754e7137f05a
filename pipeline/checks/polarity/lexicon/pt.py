"""Portuguese."""

LEXICON: dict[str, str] = {
    "wait": "espera*|espere*|aguard*",
    "expletive": "a menos que|até que|a não ser que",
    "limit": "não mais de|não menos de|não ultrapassar|não exceder|sem ultrapassar|sem exceder",
    "wrong": "inadequad*|incorret*|errad*|indevid*|impropri*",
    "forget": "esquec*",
    "beyond": "mais de|mais que|mais do que|exced*|ultrapass*|supere|superar|superior*",
    "unless": "a menos que|salvo|exceto|a não ser que|salvo se|exceto se",
    "unable": "impossíve*|incapaz|incapazes|incapacidade",
    "not": "não|nunca|jamais|nenhum|nenhuma|ninguém|nada",
    "not?": "proibição|nulo|nula|nulos|desconhec*|ignor*|esquec*|perd*|negativ*|abst*|abrir mão|renunci*"
    "|sem ultrapassar|"
    "sem exceder|só após|só depois|só quando|imprevis*|omit*|omiss*|"
    "recus*|exclu*|descart*|deixar de|deixe de|até que não|caso contrário|inalterad*|"
    "inaceit*|invariav*|"
    "impossíve*|incapaz|incapazes|incapacidade|falta|carece|exceto|salvo|raramente|em vez de"
    "|ao invés de|evit*|imped*|pouco|pouca|poucos|poucas|escass*|a menos que|insuficien*|ausência"
    "|ausente*|livre de|independ*|proib*|neg*|recus*|dificilmente|falh*|ineficaz*|insegur*"
    "|inadequad*|desnecessári*|instáve*|descontrolad*|irreversíve*|incomum|incert*|desconhecid*"
    "|incomplet*|incorret*|involuntári*|irregular*|desaconselh*|imprevist*|intoler*|contraindic*"
    "|indolor*|difíc*|invisív*|inofensiv*|inativ*|inútei*|não mais de|não menos de|não ultrapassar"
    "|não exceder|nem|tampouco",
    "without": "sem",
    "only": "só após|só depois|só quando|só|somente|apenas|unicamente|exclusivamente|meramente",
    "only?": "único|única|únicos|únicas|exclusiv*|simplesmente|senão|limit*|sozinh*|a não ser|mero|exceto",
    "must": "deve|devem|deveria|deveriam|deverá|deverão|tem que|têm que|tem de|têm de|é preciso"
    "|obrigatóri*|é obrigatório|precisa ser|deva|devam|há que|devia|deviam|terá de|devemos|terão de"
    "|teria que|teriam que|teria de|teriam de",
    "must?": "ter que|ter de|tenha que|tenham que|tenha de|teve que|tiveram que|teve de|tiveram de|"
    "tinha que|precisou|precisaram|precisar*|obrigad*|"
    "é melhor|de preferência|preferenc*|preferív*|é bom|"
    "precisa|precisam|necessit*|necessári*|requer|requerem|exig*|imprescindíve*|essencia*"
    "|recomend*|aconselh*|convém|certifique|importante*|preciso|procure|obrig*|indispensáve*|deverem"
    "|dever|necessidade|fundamental",
    "may": "pode|podem|poderia|poderiam|talvez|possivelmente|possa|possam|poderá|poderão|quiçá|porventura",
    "may?": "possíve*|capaz|capazes|prováve*|provavelmente|potencia*|permit*|possibilidade|às vezes"
    "|eventua*|poder|costuma|costumam|adequad*|apto|apta|seria|seriam|consegu*|podemos|pôde"
    "|suscetíve*|opciona*|indicad*|capacidade|teor*|hipót*|pudesse*",
    "avoid": "evitar|evita|evite|evitem|evitam|evitando|evitad*|evitar-se",
    "contraindicated": "proibição|contraindica*|contra-indica*|proib*|vedad*",
    "before": "antes|previamente|anteriormente|prévio|prévia",
    "before?": "anterior*|até|antecip*",
    "after": "após|depois|posteriormente|em seguida|logo após",
    "after?": "seguinte*|então|desde|posterior*|uma vez|segui*|passad*|ulterior*|decorrid*",
    "increase": "aument*|elev*|cresc*|sub*|acresc*|increment*",
    "increase?": "maior|maiores|mais",
    "decrease?": "menor|menores|menos|inferior*",
    "decrease": "diminu*|reduz*|reduç*|baix*|queda|decresc*|atenu*",
    "improve": "melhor*|alivi*",
    "worsen": "pior*|agrav*|deterior*|exacerb*",
    "often": "frequent*|muitas vezes|geralmente|em geral|comum|comuns|comumente|habitual*"
    "|normalmente|sempre|costuma|costumam|maioria",
    "seldom": "raramente|raro|rara|raros|raras|pouco frequent*|infrequent*|nunca|incomum|incomuns"
    "|pouco comum",
    "safe": "segur*|inócu*",
    "unsafe": "insegur*|perigos*|nociv*|arriscad*|prejudicia*",
    "effective": "eficaz*|efetiv*|eficaci*|eficient*",
    "ineffective": "ineficaz*|inefetiv*|inúte*|inútil",
    "start": "inici*|começ*",
    "stop": "interromp*|suspend*|suspens*|deix*|cess*",
    "plain": "sem demora|sem esperar|"
    "não só|não apenas|mais ou menos|não somente|pelo menos|ao menos|no mínimo|no máximo"
    "|não obstante|sem dúvida|mais de|menos de|nem sequer|imagem|imagens|para|parte|partir|canal",
    "clause": "e|mas|ou|que|porque|embora",
    "concord": "nada|ninguém|nenhum|nenhuma",
}

"""Italian."""

LEXICON: dict[str, str] = {
    "wait": "aspett*|attend*|attes*|ripos*",
    "expletive": "a meno che|finché|prima che|fino a che",
    "limit": "non superiore|non superiori|non più di|non superare|non oltre|senza superare|senza eccedere",
    "wrong": "inadeguat*|errat*|sbagliat*|scorrett*|impropri*|non corrett*",
    "forget": "dimentic*",
    "beyond": "più di|superi|superino|superare|supera|superano|ecced*|oltre|oltrepass*|superior*"
    "|al di sopra|sopra|più che",
    "unless?": "eccezione|fuorché|infuori|esclus*|a parte",
    "unless": "a meno che|salvo|tranne|eccetto|salvo che|a meno che non",
    "unable": "impossibil*|incapac*|incapacità|disabilit*|non in grado|non è in grado|non sono in grado",
    "not": "^né|no|non|mai|nessun|nessuno|nessuna|nulla|niente|né … né|se non",
    "not?": "cessa di|cessano di|smette di|smettono di|cessi di|non necessariamente|non per forza"
    "|non prima di|non prima del|non prima dei|non prima della|non prima delle|non prima dell|intatt*"
    "|illes*|ignor*|dimentic*|perd*|negativ*|fare a meno|rinunc*|senza superare|senza eccedere|solo dopo"
    "|solo quando|imprevedib*|omett*|omess*|rifiut*|asten*|esclu*|finché non|prima che non|a meno che non"
    "|sbagliat*|inaccett*|invariat*|immutat*|altrimenti|ignot*|impossibil*|incapac*|incapacità|manc*|tranne"
    "|eccetto|salvo|raramente|appena|anziché|invece di|evit*|imped*|poco|poca|pochi|poche|scars*|a meno che"
    "|insufficien*|assen*|privo|priva|privi|finché|indipend*|vietat*|nega*|piuttosto che|inefficac*"
    "|insicur*|inadeguat*|inutil*|instabil*|incontrollat*|irreversibil*|insolit*|incert*|sconosciut*"
    "|incomplet*|errat*|involontari*|irregolar*|sconsigl*|imprevist*|intolleran*|controindic*|indolor*"
    "|inadatt*|difficil*|invisibil*|innocu*|inattiv*|superflu*|solo|non meno di|non più di|non superare"
    "|non oltre|neanche|nemmeno|neppure|in*bile|in*bili|im*bile|im*bili|ir*bile|ir*bili|o no|o meno|gratis"
    "|gratuit*|esent*|vuot*|null*|libero da|prive|fuori|scalz*|poch*|evitar*|non più|per quanto|per niente"
    "|altro che|salt*|invalid*|immobil*|indenn*|male|oppon*|oppost*|eccezione|qualunque|non inferiore a"
    "|non in grado|non è in grado|non sono in grado|non esiti|non esitate|non esitare|annull*|decad*"
    "|fallit*|fallisc*|trascur*|al massimo|a digiuno|digiun*|asintom*|in caso contrario",
    "without": "senza|senza mai",
    "only": "solo dopo|solo quando|solo|soltanto|solamente|unicamente|esclusivamente|meramente|non che"
    "|nient'altro che",
    "only?": "unico|unica|unici|uniche|esclusiv*|semplicemente|appena|soli|sola|sole|mero|tranne|purché"
    "|basta|bastano|basterà|sufficien*|a condizione|a patto|altro che|puro|pura|puramente|riserv*|da solo"
    "|da sola|mera|tutto ciò che|sempre che|purch*|non … se non|limitat*|limita|limitano|limitarsi|limitare",
    "must": "deve|devono|dovrebbe|dovrebbero|dovrà|dovranno|bisogna|occorre|obbligatori*|è tenuto|debba"
    "|debbano|devi|dobbiamo|devo|dovete|dobbiate|dovremmo|dovresti|dovreste|dovesse|dovessero|si deve"
    "|doveva|dovevano|occorrono|va effettuat*",
    "must?": "converr*"
    "|dover|dovrai|dovrete|dovrei|dovuto|dovuta|dovuti|dovette|dovettero|costrett*|tenut*|è bene"
    "|preferibil*|è meglio|sarebbe meglio|necessita|necessitano|necessari*|richied*|richiest*"
    "|serve|servono|indispensabil*|essenzial*|raccomand*|consigli*|bisogno|assicurarsi"
    "|important*|va|vanno|opportun*|esige|obblig*|fondamental*|esigenza|dovere|necessit*|basta"
    "|bastano|basterà|sufficien*|da effettuare|da prendere|prega|preghiamo|preg*|necessità"
    "|vital*|crucial*|prefer*|sugger*|urgen*|obblighi|tocca|spetta|non dimentichi|si raccomanda"
    "|conviene|convien*|imprescindibil*|impone|impongono|opportuno|dovevo|andrà|andranno"
    "|andrebbe|andrebbero|vada|vadano|abbia cura|badi|badare|servirà|serviranno",
    "may": "può|possono|potrebbe|potrebbero|forse|magari|possibilmente|possa|possano|potrà|potranno"
    "|eventualmente|posso|potremmo|potresti|potrò|potremo|possiamo|può darsi|puoi|potessi"
    "|potrai|potrete|potete|potreste",
    "may?": "può arrivare a|possono arrivare a|può raggiungere|possono raggiungere|possibil*|capac*"
    "|probabil*|potenzial*|permett*|consent*|possibilità|talvolta|a volte|potere|adatt*|idone*|sarebbe"
    "|sarebbero|potuto|eventual*|puoi|possiamo|in grado|suscettibil*|facoltativ*|sembra*|teor*|ipot*|poter"
    "|potessero|capacità|potesse|potevano|poteva|poterono|poté|potendo|rischia|rischiano|rischiare"
    "|capita >che|può capitare|accade >che|succede >che",
    "avoid": "evitare|evita|evitano|evitando|evitato|evitata|evitati|eviti|evitino|evitar*|asten*",
    "contraindicated": "controindica*|vietat*|proib*|divieto|divieti",
    "before": "prima|in precedenza|precedentemente|anteriormente|prima di|prima del|prima della"
    "|prima dell|prima dei|prima delle|prima che|prima della prima",
    "before?": "precedent*|previo|previa|fino|anterior*|anticip*|prima",
    "after": "dopo|successivamente|in seguito|a seguito|posteriormente|una volta",
    "after?": "success*|seguent*|poi|quindi|segu*|ulterior*|trascors*|al termine|al termine di",
    "increase": "aument*|increment*|elev*|cresc*|accresc*|innalz*|alzare|sale|salgono|salga|salire|salito"
    "|salita|saliti|salite|salì|salirono|saliva|salgano",
    "increase?": "maggior*|più",
    "decrease?": "minor*|meno|inferior*",
    "decrease": "diminu*|ridu*|ridott*|abbass*|scend*|sces*|attenu*|decresc*|calo|cala|calano|calare|calato"
    "|calata|calava|calò|calati|calate",
    "improve": "miglior*|alleva*|allevi*|meglio",
    "worsen": "peggior*|aggrav*|deterior*|esacerb*|peggio",
    "often": "spesso|frequent*|generalmente|in genere|di solito|comun*|solitamente|sempre|normalmente"
    "|abitualmente|maggior parte|per lo più",
    "seldom": "raramente|rar*|poco frequent*|infrequent*|mai|non comun*|insolit*|poco comun*|poco diffus*",
    "safe": "sicur*|innocu*|senza rischi|senza rischio|senza pericolo|senza pericoli|senza problemi",
    "unsafe": "pericolos*|dannos*|rischios*|nociv*|insicur*",
    "effective": "efficac*",
    "ineffective": "inefficac*|inutil*|inutilizzabil*",
    "start": "inizi*|cominc*|intrapr*|avvia|avviare|avviato|avviata|avviati|avvio|avviano",
    "stop": "interromp*|interrott*|sospen*|smett*|cess*|ferm*|smess*",
    "plain": "indispens*|imprescind*|infiamm*|intercamb*|inossid*|non tarda a|non tardano a|non tarderà a"
    "|una volta al|una volta alla|una volta ogni|una volta all'anno|senza indugio|senza ritardo|non solo"
    "|non soltanto|più o meno|non solamente|per lo meno|non appena|a meno di|più di|meno di|senza dubbio"
    "|almeno|insieme|inoltre|sono|si|sia|sclerosi|sangue|secondo|seconda|senso|sei|sette|sotto|sopra|su"
    "|stress|suo|sua|suoi|sue|se|sul|sulla|sui|sulle|stesso|stessa|stessi|storia|scopo|scheda|sonno"
    "|standard|sito|serie|invece|il più|la più|i più|le più|non importa|non per niente|indicat*|iniettat*"
    "|infettat*|informat*|interessat*|inalat*|integrat*|installat*|inclinat*|invitat*|inserit*|iniziat*"
    "|ispirat*|infiammat*|né più né meno|niente meno|nientemeno|incaricat*|inviat*|impiantat*|impost*"
    "|con o senza|iniett*|la prima|sua prima|una prima|alla prima|nella prima|dalla prima|prima volta"
    "|prima settimana|prima dose|prima infusione|prima visita|prima seduta|prima metà|prima parte"
    "|ancora più che|comunque|salmon*|impermeabil*|stampabil*|impiantabil*|impeccabil*|imputabil*"
    "|o senza >.|o senza >,",
    "clause": "e|ed|ma|o|che|perché|mentre|se",
    "concord": "né|nulla|niente|nessun|nessuno|nessuna|se non",
    "restrictive": "altro che",
    "most": "può arrivare a|possono arrivare a|può raggiungere|possono raggiungere|"
    "fino a|fino al|fino alla|fino ai|massim*|al massimo|non più di|entro|al più tardi"
    "|non oltre|limite|tutt'al più",
    "until": "fino|fino a|fino al|fino alla|finché|fintanto",
    "lack": "manc*|assen*|carenz*|deficit|deficien*|scarsit*|privo|priva|privi|prive|sprovvist*",
    "prevent": "imped*|preven*|previen*|evit*|protegg*|protez*",
    "instead": "invece di|anziché|piuttosto che|al posto",
    "concede": "anche >senza|persino se|perfino se|anche se|benché|sebbene|nonostante|anche quando|malgrado",
    "otherwise": "altrimenti|in caso contrario|se no|diversamente",
    "hard": "difficil*|difficolt*|appena|a malapena|a stento|fatic*",
    "gratis": "gratis|gratuit*|senza costi",
    "hedge": "diritto|libero di|libera di|liberament*|ammess*|sembr*|sospett*|presum*|occasional*"
    "|di tanto in tanto|qualche volta|regge|sopporta|desider*|eventual*|tend*|autorizz*|opzion*"
    "|facoltà|permesso",
    "contraindicated?": "divieto",
    "alternative": "né",
    "earliest": "a partire|dal|dalle",
    "least": "non prima di|non prima del|non prima dei|non prima della|non prima delle|non prima dell"
    "|non meno del|non meno dei|non meno di|non meno di|non inferiore a|almeno|minim*|per lo meno",
    "priv": "in*bile|in*bili|im*bile|im*bili|ir*bile|ir*bili|sconosciut*|incert*|inattes*|inutil*|imprevist*"
    "|incomplet*|scorrett*|involontari*|irregolar*|inadeguat*|inattiv*|instabil*|intolleran*|ignot*"
    "|invariat*|intatt*|illes*|indenn*|immutat*|asintom*",
    "greater": "superior*|maggior*|più alto|più alta|più elevato|più elevata"
    "|a seconda di quale evento si verifichi per ultimo|quale si verifichi per ultimo"
    "|quale dei due sia successivo|quella successiva",
    "lesser": "inferior*|minor*|più basso|più bassa|a seconda di quale evento si verifichi per primo"
    "|quale si verifichi per primo|quale dei due avvenga prima|quello che si verifica per primo"
    "|quale si verifica prima",
    "first": "primo|prima|primi|prime",
    "first?": "inizial*|principal*",
    "last": "ultimo|ultima|ultimi|ultime",
    "last?": "scors*|final*|precedent*|recent*",
    "reject": "respin*|rifiut*|scart*",
    "exclude": "esclu*",
    "void": "invalid*|annull*|null*|scad*|decad*",
    "less": "meno",
    "fail": "fallit*|fallisc*|falliment*|insuccess*|errore|errori",
    "ignore": "ignor*|trascur*",
    "outside": "fuori",
    "skip": "salt*|omett*|omess*|dimentic*",
    "few": "poco|poca|pochi|poche|scars*",
    "negative": "negativ*",
    "independent": "indipend*",
    "unlikely": "improbabil*",
    "empty": "vuot*",
    "fasting": "a digiuno|digiun*",
    "shut": "nega*",
    "whether": "o no|o meno",
    "floor": "almeno|come minimo|un minimo di|minimo di|non meno di|o più|al minimo",
    "floor?": "più di|superior*|oltre|da|dal|a partire|minim*|per lo meno",
    "ceiling": "al massimo|un massimo di|massimo di|tutt'al più|non più di|o inferiore",
    "ceiling?": "fino a|fino al|fino alla|fino ai|meno di|inferior*|entro|massim*|limit*|al di sotto|o meno",
    "done": "già|apert*|usat*|utilizzat*|trattat*|vaccinat*|diagnosticat*",
    "without?": "senza esitare|senza esitazione|senza esitazioni|senza aspettare|senza attendere"
    "|senza rischi|senza rischio|senza pericolo|senza pericoli|senza problemi",
    "sine": "senza",
    "even": "anche|perfino|persino|pure",
    "likelier": "più probabil*|più frequent*|più frequentemente|più spesso|più comun*|più efficac*|più grav*"
    "|più doloros*|più numeros*|più intens*",
    "rarer": "meno probabil*|meno frequent*|meno frequentemente|meno spesso|meno comun*|meno efficac*"
    "|meno grav*|meno doloros*|meno numeros*|meno intens*|più rar*|più raramente|più di rado",
    "outset": "all'inizio|all'avvio|al principio|a inizio|ad inizio",
    "ending": "alla fine|al termine|a fine|verso la fine|a conclusione",
    "warmer": "più cald*",
    "colder": "più fredd*",
    "goon": "continu*|prosegu*",
    "alone": "da solo|da sola|da soli|da sole|sola|soli|sole",
    "many": "molti|molte|numeros*",
    "cheaper": "meno costos*|meno car*|più economic*",
    "dearer": "più car*|più costos*",
    "faster": "più rapid*|più veloc*|più in fretta",
    "slower": "più lent*",
}

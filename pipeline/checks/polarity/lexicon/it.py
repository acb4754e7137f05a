"""Italian."""

LEXICON: dict[str, str] = {
    "wait": "aspett*|attend*|attes*",
    "expletive": "a meno che|finché|prima che|fino a che",
    "limit": "non più di|non meno di|non superare|non oltre|senza superare|senza eccedere",
    "wrong": "inadeguat*|errat*|sbagliat*|scorrett*|impropri*|non corrett*",
    "forget": "dimentic*",
    "beyond": "più di|superi|superino|superare|supera|superano|ecced*|oltre|oltrepass*|superior*",
    "unless": "a meno che|salvo|tranne|eccetto|salvo che|a meno che non",
    "unable": "impossibil*|incapac*|incapacità",
    "not": "no|non|mai|nessun|nessuno|nessuna|nulla|niente",
    "not?": "divieto|divieti|se non|"
    "ignor*|dimentic*|perd*|pers*|negativ*|fare a meno|rinunc*|senza superare|"
    "senza eccedere|solo dopo|solo quando|imprevedib*|omett*|omess*|"
    "rifiut*|asten*|esclu*|finché non|prima che non|a meno che non|sbagliat*|inaccett*|"
    "invariat*|immutat*|altrimenti|ignot*|"
    "impossibil*|incapac*|incapacità|manc*|tranne|eccetto|salvo|raramente|appena|anziché"
    "|invece di|evit*|imped*|poco|poca|pochi|poche|scars*|a meno che|insufficien*|assen*|privo|priva"
    "|privi|finché|indipend*|vietat*|nega*|rifiut*|piuttosto che|inefficac*|insicur*|inadeguat*"
    "|inutil*|instabil*|incontrollat*|irreversibil*|insolit*|incert*|sconosciut*|incomplet*|errat*"
    "|involontari*|irregolar*|sconsigl*|imprevist*|intolleran*|controindic*|indolor*|inadatt*"
    "|difficil*|invisibil*|innocu*|inattiv*|superflu*|solo|non meno di|non più di|non superare"
    "|non oltre|né|neanche|nemmeno|neppure",
    "without": "senza",
    "only": "solo dopo|solo quando|solo|soltanto|solamente|unicamente|esclusivamente|meramente|non che",
    "only?": "unico|unica|unici|uniche|esclusiv*|semplicemente|appena|se non|limit*|soli|sola|sole"
    "|mero|tranne|purché",
    "must": "deve|devono|dovrebbe|dovrebbero|dovrà|dovranno|bisogna|occorre|obbligatori*|è tenuto"
    "|debba|debbano|devi|dobbiamo|si deve|doveva|dovevano|occorrono|va effettuat*",
    "must?": "dover|dovrai|dovrete|dovrei|dovuto|dovuta|dovuti|dovette|dovettero|costrett*|tenut*|"
    "è bene|preferibil*|è meglio|sarebbe meglio|"
    "necessita|necessitano|necessari*|richied*|richiest*|serve|servono|indispensabil*"
    "|essenzial*|raccomand*|consigli*|bisogno|assicurarsi|important*|va|vanno|opportun*|esige"
    "|obblig*|fondamental*|esigenza|dovere|necessit*",
    "may": "può|possono|potrebbe|potrebbero|forse|magari|possibilmente|possa|possano|potrà|potranno"
    "|eventualmente",
    "may?": "possibil*|capac*|probabil*|potenzial*|permett*|consent*|possibilità|talvolta|a volte"
    "|potere|adatt*|idone*|sarebbe|sarebbero|potuto|eventual*|puoi|possiamo|in grado|suscettibil*"
    "|facoltativ*|sembra*|teor*|ipot*|poter|potessero|capacità",
    "avoid": "evitare|evita|evitano|evitando|evitato|evitata|evitati|eviti|evitino|evitar*",
    "contraindicated": "divieto|divieti|vietar*|controindica*|vietat*|proib*",
    "before": "prima|in precedenza|precedentemente|anteriormente|prima di|prima del|prima della"
    "|prima dell|prima dei|prima delle|prima che|prima della prima",
    "before?": "precedent*|previo|previa|fino|anterior*|anticip*|prima",
    "after": "dopo|successivamente|in seguito|a seguito|posteriormente|una volta",
    "after?": "success*|seguent*|poi|quindi|segu*|ulterior*|trascors*",
    "increase": "aument*|increment*|elev*|cresc*|accresc*|sal*|innalz*|alzare",
    "increase?": "maggior*|più",
    "decrease?": "minor*|meno|inferior*",
    "decrease": "diminu*|ridu*|ridott*|cal*|abbass*|scend*|sces*|attenu*|decresc*",
    "improve": "miglior*|alleva*|allevi*|meglio",
    "worsen": "peggior*|aggrav*|deterior*|esacerb*|peggio",
    "often": "spesso|frequent*|generalmente|in genere|di solito|comun*|solitamente|sempre"
    "|normalmente|abitualmente|maggior parte|per lo più",
    "seldom": "raramente|rar*|poco frequent*|infrequent*|mai|non comun*|insolit*",
    "safe": "sicur*|innocu*",
    "unsafe": "pericolos*|dannos*|rischios*|nociv*|insicur*",
    "effective": "efficac*",
    "ineffective": "inefficac*|inutil*",
    "start": "inizi*|cominc*|avvi*|intrapr*",
    "stop": "interromp*|interrott*|sospen*|smett*|cess*|ferm*",
    "plain": "senza indugio|senza aspettare|senza attendere|senza ritardo|"
    "non solo|non soltanto|più o meno|non solamente|per lo meno|non appena|a meno di|più di"
    "|meno di|senza dubbio|almeno|insieme|inoltre|sono|si|sia|sclerosi|sangue|secondo|seconda|senso"
    "|sei|sette|sotto|sopra|su|stress|suo|sua|suoi|sue|se|sul|sulla|sui|sulle|stesso|stessa|stessi"
    "|storia|scopo|scheda|sonno|standard|sito|serie|invece|il più|la più|i più|le più",
    "clause": "e|ed|ma|o|che|perché|mentre",
    "concord": "nulla|niente|nessun|nessuno|nessuna",
}

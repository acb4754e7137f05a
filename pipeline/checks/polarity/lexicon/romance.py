"""How Spanish, French, Italian and Portuguese keep each kind of denial or demand, or turn it round.

Patterns by kind and language; the kinds themselves and how English says them are in `kinds.py`.
"""

ES_NOT = (
    r"\b(?:no|nunca|jamás|nadie|ning[uú]n[oa]?|nada|tampoco|ni|sin|excepto|salvo)\b|evit|prohib|abst[eié]"
    r"|contraindic|\bimp(?:id|ed)|dej(?:e|en|ar|a) de|desaconsej|suspend|interrump|rechac|prescind"
    r"|\bomit|fuera de|en vez|en lugar|absteng"
)
FR_NOT = (
    r"\b(?:ne|pas|jamais|aucune?|personne|rien|ni|sans|non|sauf|hors)\b|\bn['’]|évit|interdi|abst[ei]"
    r"|contre-indiq|empêch|proscri|déconseill|suspend|interromp|refus|renonc|omett|arrêt|cess|au lieu"
)
IT_NOT = (
    r"\b(?:non|mai|nessun[oa]?|niente|nulla|né|neppure|nemmeno|neanche|senza|tranne|salvo)\b|evit|vietat"
    r"|proib|divieto|asten|controindic|imped|smett|sconsigl|sospend|interromp|rifiut|rinunc|omett|fuori"
    r"|anziché|invece"
)
PT_NOT = (
    r"\b(?:não|nunca|jamais|nenhum[as]?|ninguém|nada|nem|tampouco|sem|exceto|salvo)\b|evit|proib|abst[ei]"
    r"|contra-?indic|\bimpe[dç]|deix(?:e|em|ar|a) de|desaconselh|suspend|interromp|recus|dispens|\bomit"
    r"|fora d|em vez|vedad"
)
_ES_ONLY = r"|\bs[oó]lo\b|solamente|únic|exclusiv|a menos|hasta|distint|diferent"
_FR_ONLY = r"|\bseul|uniquement|exclusiv|à moins|différ|jusqu|qu['’]après"
_IT_ONLY = r"|\bsol[oia]\b|soltanto|solamente|unicamente|esclusiv|a meno|fino|finché|divers"
_PT_ONLY = r"|\bsó\b|somente|apenas|unicamente|exclusiv|a menos|a não ser|até|diferent"

_LITTLE = {
    "es": r"falt|care[cn]|ausenc|ausent|escas|poc[oa]s?\b|insuficien|limitad|desprovist|priva|deficien"
    r"|nul[oa]",
    "fr": r"manqu|absence|absent|dépourv|peu\b|insuffisan|limité|rare|pauvre|carence|défaut|démuni|privé"
    r"|dénué",
    "it": r"manc|assen|priv[oaie]\b|carent|carenz|scars|poc[oahi]|insufficien|limitat|sprovvist|difett",
    "pt": r"falt|care[cn]|ausênc|ausent|escass|pouc[oa]s?\b|insuficien|limitad|desprovid|priva|deficiên",
}

KEPT: dict[str, dict[str, str]] = {
    "order": {
        "es": ES_NOT + _ES_ONLY,
        "fr": FR_NOT + _FR_ONLY,
        "it": IT_NOT + _IT_ONLY,
        "pt": PT_NOT + _PT_ONLY,
    },
    "needless": {
        "es": ES_NOT + r"|innecesari|exent|opcional|voluntari|libre|sobra|basta",
        "fr": FR_NOT + r"|inutile|superflu|dispens|facultati|optionn|libre|suffi|exempt",
        "it": IT_NOT + r"|superflu|inutil|esent|facoltativ|opzional|libero|basta",
        "pt": PT_NOT + r"|desnecess|isent|opcional|facultativ|livre|basta",
    },
    "lacking": {
        "es": ES_NOT + "|" + _LITTLE["es"],
        "fr": FR_NOT + "|" + _LITTLE["fr"],
        "it": IT_NOT + "|" + _LITTLE["it"],
        "pt": PT_NOT + "|" + _LITTLE["pt"],
    },
    "open": {
        "es": r"\b(?:no|nunca|sin|tampoco|imposible|difícil)\b[^.;:]{0,60}(?:descart|exclu)",
        "fr": r"(?:\bn(?:e\b|['’])|\bpas\b|impossible|difficile)[^.;:]{0,60}(?:écart|exclu)",
        "it": r"\b(?:non|mai|impossibile|difficile)\b[^.;:]{0,60}(?:esclu|scart)",
        "pt": r"\b(?:não|nunca|nem|impossível|difícil)\b[^.;:]{0,60}(?:descart|exclu|afast)",
    },
    "unknown": {
        "es": r"\b(?:no|nunca|sin|aún|todavía|tampoco)\b|desconoc|ignor|poco|inciert|dud",
        "fr": r"\bn(?:e\b|['’])|\b(?:pas|mal|peu|non|jamais)\b|inconnu|ignor|incertain|encore",
        "it": r"\b(?:non|mai|poco|ancora|mal)\b|sconosciut|ignot|ignor|incert",
        "pt": r"\b(?:não|nunca|sem|ainda|pouco|nem)\b|desconhec|ignor|incert",
    },
    "short": {
        "es": r"\b(?:no|nunca|poc[oa]s?|tampoco|ni)\b|insuficien|inadecuad|escas|falt",
        "fr": r"\bn(?:e\b|['’])|\b(?:pas|peu|trop|non)\b|insuffisa|inadéquat|manqu|inadapt",
        "it": r"\b(?:non|poc[oaih]+|né)\b|insufficien|inadeguat|scars|manc",
        "pt": r"\b(?:não|nunca|pouc[oa]s?|nem)\b|insuficien|inadequad|escass|falt",
    },
    "common": {
        "es": r"\bno\b|\bni\b|\btampoco\b|frecuente|común|habitual|usual|menudo|corriente",
        "fr": r"\bn(?:e\b|['’])|\bpas\b|fréquent|courant|habituel|souvent|banal",
        "it": r"\bnon\b|\bné\b|frequent|comun|abitual|spesso|solit",
        "pt": r"\bnão\b|\bnem\b|frequente|comum|habitual|comuns|muitas vezes",
    },
    "shun": {},
    "until": {
        "es": r"hasta|antes|mientras|a que|esper|\bno\b|solo|sólo|aplaz|pospon|cuando|a partir|tanto no",
        "fr": r"jusqu|avant|tant que|d['’]ici|attend|\bne\b|\bn['’]|seul|report|lorsque|que (?:si|quand)"
        r"|à partir",
        "it": r"fino|fin(?:o|ché)|prima|sino|a quando|attend|aspett|\bnon\b|solo|rinvi|quando|a partire",
        "pt": r"até|antes|enquanto|esper|aguard|\bnão\b|\bsó\b|somente|apenas|adi|quando|a partir",
    },
    "no longer": {
        "es": ES_NOT + r"|\bdej|\bces|\btermin|fin",
        "fr": FR_NOT + r"|\bplus\b|\bfin",
        "it": IT_NOT + r"|\bcess|\bfin|\bpiù\b",
        "pt": PT_NOT + r"|\bdeix|\bcess|\btermin",
    },
    "condition": {
        "es": rf"\b(?:si|cuando|donde|que|quien|quienes|caso de)\b[^.;:,]*(?:{ES_NOT})|"
        r"sin |senza |sans |sem |salvo|sauf|tranne|exceto|excepto|falt|imposib|incapa|fall|olvid|\bmenos\b"
        r"|desconoc|ausen|care|distint|diferent|contrari|\bo no\b",
        "fr": rf"\b(?:si|s['’]il|s['’]ils|lorsque|quand|où|qui|cas de)\b[^.;:,]*(?:{FR_NOT})|"
        r"sin |senza |sans |sem |salvo|sauf|tranne|exceto|excepto|manqu|impossib|incapa|échou|oubli"
        r"|\bmoins\b|absen|faute|défaut|différ|contrai|invers",
        "it": rf"\b(?:se|quando|dove|qualora|che|chi|caso di)\b[^.;:,]*(?:{IT_NOT})|"
        r"sin |senza |sans |sem |salvo|sauf|tranne|exceto|excepto|manc|impossib|incapa|fallit|fallisc"
        r"|dimentic|\bmeno\b|assen|difett|divers|contrari|\bo no\b",
        "pt": rf"\b(?:se|quando|caso|onde|que|quem)\b[^.;:,]*(?:{PT_NOT})|"
        r"sin |senza |sans |sem |salvo|sauf|tranne|exceto|excepto|falt|imposs|incapa|falh|esque[cç]"
        r"|\bmenos\b|ausên|care|diferent|contrári",
    },
    "earlier": {
        "es": r"\bantes\b|anterior|prev|preced|anteced|antelación|víspera|adelant|hasta|\bpara (?:el|las?"
        r"|los)\b|ayer",
        "fr": r"\bavant|précéd|préalable|auparavant|veille|antérieur|d['’]avance|jusqu|au plus tard"
        r"|d['’]ici|\bpré",
        "it": r"\bprima|preced|anteced|anticip|vigilia|anterior|\bprevi|entro|fino|pre",
        "pt": r"\bantes\b|anterior|prévi|preced|anteced|antecip|véspera|até|\bpré",
    },
    "later": {
        "es": r"después|posterior|siguient|\btras\b|suced|seguid|luego|más tarde|transcurr|pasad|\ba los?\b"
        r"|\ba las?\b|una vez|desde|al cabo|a partir|continuación|cuando|adelante",
        "fr": r"après|suiv|suit|ultérieur|ensuite|plus tard|postérieur|écoul|dès|une fois|depuis|au bout"
        r"|à partir"
        r"|puis|lorsque|à l['’]issue|à la fin|lendemain|post",
        "it": r"dopo|success|seguent|segu|poi\b|più tardi|trascors|passat|una volta|da quando|a partire"
        r"|oltre|quando"
        r"|posterior|post|al termine|indomani",
        "pt": r"após|depois|posterior|seguinte|segui|mais tarde|decorrid|passad|uma vez|desde|a partir"
        r"|quando|pós"
        r"|ao (?:fim|final|término)|logo",
    },
}
"""What keeps a kind, wherever it stands in the sentence."""

TURNED: dict[str, dict[str, str]] = {
    "open": {"es": "descart|exclu", "fr": "écart|exclu", "it": "esclu|scart", "pt": "descart|exclu|afast"},
    "unknown": {
        "es": r"\bse (?:conoce|sabe|comprende|entiende)|conocid|clar[oa]|establecid|comprend",
        "fr": r"\bconnu|\bsait\b|clair|établi|compris",
        "it": r"\bnot[oaie]\b|conosciut|chiar[oaie]|stabilit|compres|\bsa\b",
        "pt": r"conhecid|\bsabe|clar[oa]|estabelecid|compreend|esclarecid",
    },
    "short": {
        "es": "suficiente|basta|adecuad",
        "fr": "suffi|adéquat|assez",
        "it": "sufficien|basta|adeguat|abbastanza",
        "pt": "suficien|basta|adequad",
    },
    "common": {
        "es": r"\brar[oa]s?\b|infrecuente|excepcional|insólit",
        "fr": r"\brares?\b|inhabituel|exceptionnel",
        "it": r"\brar[oaie]\b|infrequent|eccezional|insolit",
        "pt": r"\brar[oa]s?\b|incomum|excepcional|infrequent",
    },
    "shun": {
        "es": r"(?:puede|pueden|podrá|podría|podrán|podrían|es posible)\s(?:\w+\s){0,2}(?:evit|abst"
        r"|prescindir)",
        "fr": r"(?:peut|peuvent|pourra|pourrait|pouvez|est possible d['’e])\s?(?:\w+\s){0,2}(?:évit"
        r"|s['’]abst)",
        "it": r"(?:può|possono|potrà|potrebbe|è possibile)\s(?:\w+\s){0,2}(?:evit|asten)",
        "pt": r"(?:pode|podem|poderá|poderia|é possível)\s(?:\w+\s){0,2}(?:evit|abst)",
    },
    "until": {
        "es": r"después|\btras\b|una vez|desde que",
        "fr": "après|une fois|dès",
        "it": "dopo|una volta|da quando",
        "pt": "após|depois|uma vez|desde que",
    },
    "wish": {
        "es": "si es posible|a ser posible|de ser posible|en lo posible|en la medida de lo posible"
        "|preferible|"
        "preferentemente|si lo desea|de preferencia",
        "fr": "si possible|dans la mesure du possible|de préférence|préférable|si vous le souhaitez"
        "|souhaitable",
        "it": "se possibile|possibilmente|per quanto possibile|nei limiti del possibile|preferibil"
        "|di preferenza"
        "|se lo desidera|auspicabil",
        "pt": "se possível|na medida do possível|de preferência|preferível|preferencialmente|se desejar"
        "|desejável",
    },
    "condition": {
        "es": r"\b(?:si|cuando|donde)\b",
        "fr": r"\b(?:si|lorsqu|quand|où)\b|s['’]il",
        "it": r"\b(?:se|quando|dove|qualora)\b",
        "pt": r"\b(?:se|quando|caso|onde)\b",
    },
    "earlier": {
        "es": r"después d|posterior|siguiente|\btras (?:el|la|los|las|un|una|su)\b|que siguen|luego d",
        "fr": r"\baprès\b|suivant|qui suivent|ultérieur|postérieur",
        "it": r"\bdopo\b|successiv|seguent|che seguono|posterior",
        "pt": r"\bapós\b|depois d|seguinte|posterior|que se seguem|que seguem",
    },
    "later": {
        "es": r"antes d|anterior|previ[oa]s?\b|que preced|que anteced",
        "fr": r"\bavant\b|précédent|qui précèd|antérieur|préalable",
        "it": r"\bprima d|precedent|che preced|anterior|antecedent",
        "pt": r"antes d|anterior|prévi[oa]|que preced|que anteced",
    },
}
"""What says the contrary."""

_ES_SELF = r"(?:(?:se|le|les|lo|la|los|las|me|te|nos) )*"
_FR_SELF = r"(?:(?:le|la|les|se|lui|leur|en|y|vous|nous) |l['’]|s['’])*"
_IT_SELF = r"(?:(?:si|lo|la|li|le|ne|vi|ci|gli|mi) )*"
_PT_SELF = r"(?:(?:se|o|a|os|as|lhe|lhes|me|nos) )*"
_ES_MUST = (
    r"(?:deb(?:e|en|erá|erán|ería|erían|emos|erás)|tien(?:e|en|es) que|hay que|habrá que|ha de|han de)\b"
)
_FR_MUST = r"(?:doit|doivent|devrait|devraient|devra|devront|devez|faut|faudra|devrez)\b"
_IT_MUST = r"(?:deve|devono|dovrebbe|dovrebbero|dovrà|dovranno|bisogna|occorre)\b"
_PT_MUST = r"(?:deve|devem|deveria|deveriam|deverá|deverão|tem que|têm que|tem de|têm de|precisa(?:m)?)\b"
_ES_CAN = r"(?:pued(?:e|en|es)|podr(?:á|án|ía|ían|ás)|podemos)\b"
_FR_CAN = (
    r"(?:peut|peuvent|pourra|pourront|pourrait|pourraient|pouvez|pourrez)\b(?![^.;:,]{0,80}\bqu(?:e\b|['’]))"
)
_IT_CAN = r"(?:può|possono|potrà|potranno|potrebbe|potrebbero|puoi|potete)\b"
_PT_CAN = r"(?:pode|podem|poderá|poderão|poderia|poderiam)\b"


def _free(denials: str, between: str) -> str:
    """Return what is true where none of some words stands before, alone or with a pronoun behind it."""
    words = denials.split("|")
    pairs = [f"{word} {pronoun} " for word in words for pronoun in between.split("|")]
    return "".join(f"(?<!{form})" for form in (*(f"{word} " for word in words), *pairs))


_ES_FREE = _free("no|nunca|nadie|tampoco|ni|solo|sólo|jamás", "se|le|lo|la|les|los")
_FR_FREE = _free("ne|n'en|n’en|n'y", "le|la|les|se|lui")
_IT_FREE = _free("non|mai|nessuno|né|solo", "si|lo|la|li|le")
_PT_FREE = _free("não|nunca|ninguém|nem|só|jamais|somente", "se|o|a|os")
_ES_NEED = r"(?:necesari|precis|obligatori|imprescindible|oblig)"
_FR_NEED = r"(?:nécessaire|obligatoire|indispensable|requis|besoin|tenu)"
_IT_NEED = r"(?:necessari|obbligatori|indispensabil|richiest|tenut|obbligat)"
_PT_NEED = r"(?:necessári|precis|obrigatóri|indispensáve|obrigad)"
_ES_RELEASE = (
    rf"\b(?:no|nadie) (?:es|son|será|serán|está|están) {_ES_NEED}|\bno (?:hace|hará|hacen) falta"
    rf"|\bno {_ES_SELF}"
    r"(?:necesit|requier|precis)|\b(?:no|nadie) tien(?:e|en) (?:que|por qué)|\bno hay que|sin necesidad"
)
_FR_RELEASE = (
    rf"\bn(?:e |['’])(?:\w+ ){{1,2}}(?:pas |plus )?{_FR_NEED}|pas besoin|inutile d"
    r"|\bn['’](?:a|ont|avez) pas à\b"
)
_IT_RELEASE = (
    rf"\b(?:non|nessuno) (?:è|sono|sarà|saranno) {_IT_NEED}|\bnon (?:occorr|serv|c['’]è bisogno)"
    r"|\bnon (?:ha|hanno) bisogno|\bnon necessit|\bnon richied|senza bisogno"
)
_PT_RELEASE = (
    rf"\b(?:não|ninguém) (?:é|são|será|serão|está|estão) {_PT_NEED}|\b(?:não|ninguém) (?:se )?(?:precis"
    rf"|necessit|requer)"
    r"|\b(?:não|ninguém) tem (?:que|de)\b|sem necessidade"
)


def _modals(must: str, can: str, free: str, denied: str, words: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Return the narrow and wide forms of each kind of modal."""
    return {
        "demand": (rf"\b(?={must}){free}{must}", words["demand"]),
        "leave": (
            rf"\b(?={can}){free}{can}",
            rf"\b(?={words['can']}){free}(?:{words['can']})|{words['leave']}",
        ),
        "ban": (rf"{denied}(?:{can}|{must})|" + words["banned"], words["ban"]),
        "refusal": (rf"{denied}(?:{can}|{must})", words["banned"] + "|" + words["avoid"]),
        "release": (words["release"], words["spare"]),
    }


MODALS: dict[str, dict[str, tuple[str, str]]] = {
    "es": _modals(
        _ES_MUST,
        _ES_CAN,
        _ES_FREE,
        rf"\b(?:no|nadie|nunca|tampoco|ni|jamás) {_ES_SELF}",
        {
            "demand": r"deb[eaoií]|necesit|necesari|oblig|requier|requer|precis|exig|recom[ie]|aconsej"
            r"|convien"
            r"|asegúr|import|imprescind|esencial|procur|hace falta|tener que|tenga",
            "can": r"(?:pued|pod[eríu])",
            "leave": r"posib|capa[zc]|permit|opci|suel|quizá|tal vez|\w+[ai]bles?\b|a veces"
            r"|riesgo|cabe",
            "banned": r"prohib",
            "ban": ES_NOT,
            "avoid": r"evit|abst|contraindic|\b(?:no|nunca|jamás|ni) "
            + _ES_SELF
            + r"\w+(?:e|a|en|an|ar|er|ir)\b",
            "release": _ES_RELEASE,
            "spare": r"\bno\b|\bsin\b|innecesari|exent|opcional|voluntari",
        },
    ),
    "fr": _modals(
        _FR_MUST,
        _FR_CAN,
        _FR_FREE,
        rf"\bn(?:e |['’]){_FR_SELF}",
        {
            "demand": r"\bdoi|\bdev[eor]|nécess|oblig|requi|exig|recommand|conseill|convien|veill|assur"
            r"|import|impérat"
            r"|indispens|essentiel|faut|faud|besoin|prière|pri[eé]",
            "can": r"(?:peu[tvx]|pou[vr])|\bn(?:e |['’])(?:se |s['’]|l['’]|en )?(?:peu[tvx]"
            r"|pou[vr])\w*[^.;:,]{0,80}\bqu(?:e\b|['’])",
            "leave": r"\bpuiss|possib|capab|permet|permis|option|parfois|susceptib"
            r"|\w+[ai]bles?\b"
            r"|éventuel|risque|autoris",
            "banned": r"interdi|proscri",
            "ban": FR_NOT,
            "avoid": r"évit|abst|contre-indiq|\bn(?:e |['’])"
            + _FR_SELF
            + r"(?!a pas|ont pas|avez pas|ai pas|est pas|sont pas|nécess|requ)\w+",
            "release": _FR_RELEASE,
            "spare": r"\bpas\b|\bn(?:e\b|['’])|\bsans\b|inutile|dispens|facultati|optionn",
        },
    ),
    "it": _modals(
        _IT_MUST,
        _IT_CAN,
        _IT_FREE,
        rf"\b(?:non|nessuno|mai|né) {_IT_SELF}",
        {
            "demand": r"\bdev|\bdov|\bdebb|necess|obblig|richied|richiest|esig|raccomand|consigl|convien"
            r"|assicur"
            r"|import|indispens|essenzial|occorr|bisogn|\bva\b|\bvanno\b|\bandr|\bvada|serve|preg",
            "can": r"(?:pu[òo]|poss|pot[erù])",
            "leave": r"\bpossibil|capac|permett|consent|opzion|facoltativ|\w+[ai]bil[ei]\b"
            r"|a volte"
            r"|talvolta|rischi|forse|eventual",
            "banned": r"vietat|proib|divieto",
            "ban": IT_NOT,
            "avoid": r"evit|asten|controindic|\b(?:non|mai|né) "
            + _IT_SELF
            + r"(?!è|sono|occorr|serv|necess|richied|bisogn|ha |hanno )\w+",
            "release": _IT_RELEASE,
            "spare": r"\bnon\b|\bsenza\b|superflu|inutil|facoltativ|esent",
        },
    ),
    "pt": _modals(
        _PT_MUST,
        _PT_CAN,
        _PT_FREE,
        rf"\b(?:não|ninguém|nunca|nem|jamais) {_PT_SELF}",
        {
            "demand": r"\bdev|necess|obrig|requer|exig|recomend|aconselh|convém|certifi|assegur|import"
            r"|imprescind"
            r"|essencia|precis|é preciso|\btem (?:que|de)|\bter (?:que|de)|procur|cab",
            "can": r"(?:pod[eiao]|puder|possa)",
            "leave": r"possív|capaz|permit|opci|às vezes|talvez|\w+[áí]ve(?:l"
            r"|is)\b|risco"
            r"|suscet",
            "banned": r"proib|vedad",
            "ban": PT_NOT,
            "avoid": r"evit|abst|contra-?indic|\b(?:não|nunca|nem|jamais) "
            + _PT_SELF
            + r"(?!precis|necess|requer|é|são|tem |têm )\w+",
            "release": _PT_RELEASE,
            "spare": r"\bnão\b|\bsem\b|desnecess|isent|opcional|facultativ",
        },
    ),
}
"""By language and kind: the narrow forms, and the wide ones."""

"""Kinds of denials and bounds as Spanish, French, Italian and Portuguese keep them or turn them round.

What `kinds` says of English holds here too. These are looked for besides, and are lost where nothing in
the translation keeps them, or where something turns them round.
"""

import re

from pipeline.checks.polarity.lexicon import romance
from pipeline.checks.polarity.lexicon.denial import Denial, wording
from pipeline.checks.polarity.lexicon.kinds import KINDS

_TAGS = ("es", "fr", "it", "pt")
_MILD = (
    r"\b(?:should|shouldn't|ought|recommend\w*|advis\w*|ideal\w*|prefer\w*|possibl\w*|better|best|please"
    r"|try|sure|want|let|suppos\w*|suggest\w*|encourag\w*|would|could|might)\b"
)


def _kind(
    reason: str,
    guard: str,
    source: str,
    kept: tuple[str, str, str, str] | None,
    turned: tuple[str, str, str, str] | None = None,
    *,
    unless: str = "",
    balance: str = "",
) -> Denial:
    """Return a kind from what keeps it and what turns it round in the four languages."""

    def compiled(forms: tuple[str, str, str, str] | None) -> dict[str, re.Pattern[str]]:
        return {tag: re.compile(form, re.IGNORECASE) for tag, form in zip(_TAGS, forms or (), strict=False)}

    return Denial(
        reason,
        frozenset(guard.split()),
        wording(source),
        kept=compiled(kept),
        turned=compiled(turned),
        unless=wording(unless) if unless else None,
        balance=wording(balance) if balance else None,
    )


_DENIED = (romance.ES_NOT, romance.FR_NOT, romance.IT_NOT, romance.PT_NOT)


def _or_denied(*forms: str) -> tuple[str, str, str, str]:
    """Return what says a thing, or denies anything."""
    es, fr, it, pt = (f"{denied}|{form}" for denied, form in zip(_DENIED, forms, strict=True))
    return es, fr, it, pt


_FAILED = (
    r"falt|incumpl|fall|fracas|olvid|omisión|ausencia|inobserv|imposib|incapa|descuid|neg|infr|vulner|error",
    r"manqu|faute|défaut|échou|échec|oubli|omission|absence|inobserv|impossib|incapa|néglig|enfrei|infra|viol|erreur",
    r"manc|fall|dimentic|omission|assen|inosserv|impossib|incapa|trascur|inadempi|difett|infra|viol|errore",
    r"falt|descumpr|falh|fracass|esque[cç]|omiss|ausência|inobserv|imposs|incapa|neg|infra|viol|erro",
)
_BY_THEN = (
    r"a más tardar|como máximo|muy tarde",
    r"au plus tard|au maximum",
    r"al più tardi|al massimo|\bentro\b",
    r"no mais tardar|no máximo",
)
_INSTEAD = (
    r"reempl|sustitu|\botr[oa]|\bmás (?:bien )?que\b|en lugar|\bsino\b|prefer|antes que|frente",
    r"plutôt|rempla|\bplace\b|\bautre|\blieu\b|substitu|préfér|\bplus que\b|contrairement",
    r"piuttosto|sostitu|\baltr[oa]|\bposto\b|prefer|\bpiù che\b|bensì",
    r"substitu|\boutr[oa]|\blugar\b|prefer|\bmais (?:do )?que\b|\binvés\b|senão",
)
_OTHER_DENIAL = r"\b(?:not|never|no|cannot|nothing|nobody|without)\b|n['’]t\b"
WEST = (
    *KINDS,
    _kind(
        "what failed may have come about",
        "fail not",
        r"\bfail(?:s|ed|ing|ure)? to (?!do so|\w+ (?:your|the) [^.;:]{0,30}\bmay\b)",
        _or_denied(*_FAILED),
    ),
    _kind(
        "“at the latest” may have become “at the earliest”",
        "limit most after before until not ceiling",
        r"\b(?:no|not) later than\b|\bat the latest\b",
        None,
        (
            r"no antes d|muy pronto|más pronto|más temprano",
            r"au plus tôt|pas avant",
            r"non prima d|al più presto",
            r"não antes d|mais cedo",
        ),
        unless=r"\b(?:earliest|sooner|earlier|as soon as|before)\b",
    ),
    _kind(
        "“at the earliest” may have become “at the latest”",
        "least earliest not before",
        r"\b(?:no|not) (?:earlier|sooner) than\b|\bat the earliest\b|\bnot before\b",
        None,
        _BY_THEN,
        unless=r"\b(?:latest|later|within|at most|no more|maximum|up to|until|by)\b",
    ),
    _kind(
        "a warning against something may have become advice for it",
        "not",
        r"\b(?:warn(?:s|ed|ing|ings)?|advis(?:e|es|ed)|recommend(?:s|ed)?|advice)\b[^.;:,]{0,25}\bagainst\b"
        r"|discourag",
        _or_denied(
            "adv[ei]rt|disua", "aver|dissua|mise en garde|met en garde", "avver|dissua", "adv[ei]rt|alert"
        ),
    ),
    _kind(
        "“neither” may have become “both”",
        "not",
        r"\bneither\b",
        (
            r"\bni\b|ning[uú]n|tampoco|\bnadie\b|\bnada\b|\bno\b|\bsin\b",
            r"\bni\b|aucun|non plus|\bn(?:e\b|['’])|\bsans\b",
            r"\bné\b|nessun|nemmeno|neppure|neanche|\bnon\b(?! fumator)|\bsenza\b",
            r"\bnem\b|nenhum|tampouco|ninguém|\bnão\b|\bsem\b",
        ),
    ),
    _kind(
        "“instead of” of the source may be missing",
        "instead not",
        r"\b(?:instead of|rather than)\b",
        _or_denied(*_INSTEAD),
        unless=_OTHER_DENIAL,
    ),
    _kind(
        "“instead of” of the source may be missing",
        "instead not",
        rf"\A(?=(?s:.*?)(?:{_OTHER_DENIAL}))(?s:.*?)\b(?:instead of|rather than)\b",
        (
            _INSTEAD[0] + r"|en vez|\bno\b.*\bno\b|\bsin\b",
            _INSTEAD[1] + r"|au lieu|\bpas\b.*\b(?:pas|non)\b|\bsans\b",
            _INSTEAD[2] + r"|anziché|invece|\bnon\b.*\bnon\b|\bsenza\b",
            _INSTEAD[3] + r"|em vez|\bnão\b.*\bnão\b|\bsem\b",
        ),
    ),
    _kind(
        "“unless” of the source may be missing",
        "unless",
        r"\bunless\b",
        (
            _DENIED[0] + r"|menos que|salvo|excepto|\bs[oó]lo\b|solamente|únic|exclusiv|hasta|caso contrario",
            _DENIED[1] + r"|à moins|sauf|excepté|hormis|\bseul|uniquement|exclusiv|jusqu|contraire",
            _DENIED[2] + r"|a meno|salvo|tranne|eccetto|\bsolo\b|soltanto|solamente|esclusiv|fino|finché",
            _DENIED[3] + r"|menos que|salvo|exceto|a não ser|\bsó\b|somente|apenas|exclusiv|até",
        ),
        (
            r"siempre que|siempre y cuando|\bsi\b|con tal|mientras|en caso|cuando",
            r"\bsi\b|\bs['’]il|pourvu|à condition|tant que|en cas|lorsqu|dès lors",
            r"\bse\b|purché|a condizione|sempre che|finché|in caso|quando|qualora",
            r"\bse\b|desde que|contanto|\bcaso\b|enquanto|quando",
        ),
    ),
    _kind(
        "a demand of the source may be a wish",
        "must not",
        r"\b(?:must|have to|has to|shall|mandatory|cannot|not allowed|prohibited|forbidden)\b"
        r"|\b(?:no one|nobody|none)\b[^.;:]{0,30}\bmay\b|\bmay not be \w+ed\b",
        None,
        (
            r"\bdeber[ií]a[ns]?\b|convendría|aconsejable|recomendable|se recomienda|se aconseja",
            r"\bdevrai(?:t|ent)\b|conseillé|recommandé|il conviendrait|souhaitable",
            r"\bdovrebbe(?:ro)?\b|consigliabil|raccomandabil|si raccomanda|si consiglia|consigliat",
            r"\bdeveria[m]?\b|recomendável|aconselhável|recomenda-se|conviria",
        ),
        balance=_MILD,
    ),
    _kind(
        "“above” may have become “below”",
        "beyond",
        r"\babove (?:the|your|its|their|normal)\b",
        (
            r"por encima|encima|superior|super[ae]|mayor|más|exced|sobre|arriba|alt[oa]|rebas",
            r"au-dessus|dessus|supérieur|dépass|plus|excéd|sur\b|haut",
            r"sopra|superior|super[ia]|maggior|più|ecced|oltre|alt[oa]",
            r"acima|superior|ultrapass|maior|mais|exced|sobre|alt[oa]",
        ),
        (r"debajo|inferior", r"dessous|inférieur", r"sotto|inferior", r"abaixo|inferior"),
        unless=r"\b(?:below|under)\b",
    ),
    _kind(
        "“below” may have become “above”",
        "short ceiling",
        r"\bbelow (?:the|your|its|their|normal)\b",
        (
            r"debajo|inferior|menor|menos|baj[aeo]",
            r"dessous|inférieur|moins|bas\b|basse|sous\b",
            r"sotto|inferior|minor|meno|bass[oa]|scend",
            r"abaixo|inferior|menor|menos|baix",
        ),
        (
            r"encima|superior|super[ae]",
            r"au-dessus|supérieur|dépass",
            r"sopra|superior|super[ia]",
            r"acima|superior|ultrapass",
        ),
        unless=r"\b(?:above|over)\b",
    ),
)
"""All that is looked for in translations into these languages."""
_ROOTS = {
    "untreated": ("trat", "trait|soign", "tratt|curat", "trat"),
    "unopened": ("abiert|abrir", "ouvert|entam", "apert|aprir", "abert|abrir"),
    "unused": ("us|utiliz", "utilis|servi|employ", "usat|utilizz", "us|utiliz"),
    "uncontrolled": ("control", "contrôl|maîtris", "controll", "control"),
    "unvaccinated|unimmunised|unimmunized": ("vacun", "vaccin", "vaccinat", "vacin"),
    "undiagnosed": ("diagnostic", "diagnosti", "diagnostic", "diagnostic"),
    "unexplained": ("explic", "expliqu", "spiegat", "explic"),
    "unprotected": ("proteg|protec", "protég|protect", "protett|protez", "proteg|proteç"),
    "unsupervised|unattended": ("supervis|vigil|atend", "surveill|supervis", "sorvegli|custodi", "supervis"),
    "undiluted": ("dilui", "dilu", "diluit", "diluí"),
    "uncooked": ("cocid|cocin", "cuit", "cott", "cozid"),
    "unsterile|non-sterile": ("estéril", "stéril", "steril", "estér"),
    "asymptomatic": ("síntoma|sintom", "symptom", "sintom", "sintom"),
    "undamaged": ("dañad|daño", "endommag|abîm", "danneggiat", "danificad|dano"),
    "unauthorised|unauthorized": ("autoriz", "autoris", "autorizzat", "autoriz"),
    "incomplete": ("complet", "compl", "complet|compilat", "complet"),
    "unsuitable|unfit": ("adecuad|apt[oa]", "adapt|apte", "adatt|idone", "adequad|apt[oa]"),
    "unnecessary|unnecessarily": ("necesari", "nécessaire", "necessari", "necessári"),
    "unexpected|unexpectedly": ("esperad", "attendu", "attes", "esperad"),
    "invalid": ("válid", "valid", "valid", "válid"),
    "ineffective": ("efica|efectiv", "efficac", "efficac", "efica|efetiv"),
    "unlabelled|unlabeled|unmarked": ("etiquet|marcad", "étiquet|marqu", "etichett", "rotul|etiquet|marcad"),
    "uninsured": ("asegurad|seguro", "assur", "assicurat", "segur"),
    "unregistered": ("registrad", "enregistr", "registrat", "registrad"),
}
"""Words that deny what they begin with, and the roots of what they deny."""
_BEFORE = (
    r"\b(?:no|sin|nunca|ni|antes|falta|ausencia|mal|poco|jamás)\b",
    r"(?:\b(?:non|sans|ne|pas|jamais|avant|absence|défaut|mal|peu)\b|\bn['’])",
    r"\b(?:non|senza|mai|né|prima|assenza|mancanza|mal|poco)\b",
    r"\b(?:não|sem|nunca|nem|antes|falta|ausência|mal|pouco|jamais)\b",
)
_APART = (
    r"\bcerrad|\bcrud|\bintact|\bsol[oa]s?\b|\bigual|desatend|desprot|descontrol|\bpur[oa]|idóne",
    r"\bfermé|\bcru|\bneu|intact|\bseul|inchang|dépourv|\bpur|scellé|incorrect|erroné|\blev[eé]",
    r"\bchius|\bcrud|\bintatt|\bsol[oaie]\b|incustod|\bpur[oa]|sigillat|invariat",
    r"\bfechad|\bcru[as]?\b|\bintact|sozinh|desprot|descontrol|\bpur[oa]|lacrad|desacomp",
)


def _privative(english: str, roots: tuple[str, ...]) -> Denial:
    """Return the kind of a word with “un-”, and of what it denies."""
    forms = [
        rf"\b(?:i[nmlr]|d[eé]s|dis|a|as|s|irr?e)-?(?:{root})|{before}[^.;:]{{0,22}}(?:{root})"
        rf"|(?:{root})[^.;:,]{{0,20}}\b(?:no|pas|non|não)\b|{apart}"
        for root, before, apart in zip(roots, _BEFORE, _APART, strict=True)
    ]
    return _kind(
        "“un-” of the source may be missing",
        "priv not",
        rf"\b(?:{english})\b",
        (forms[0], forms[1], forms[2], forms[3]),
        (rf"\b(?:{roots[0]})", rf"\b(?:{roots[1]})", rf"\b(?:{roots[2]})", rf"\b(?:{roots[3]})"),
    )


WEST_PRIVATIVES = {
    word: _privative(english, roots) for english, roots in _ROOTS.items() for word in english.split("|")
}
"""By the English word, the kinds of words with “un-”."""

"""Kinds of denials and demands as German keeps them or turns them round.

What `kinds` says of English holds for the sources here. A kind that only names what is kept is lost where
nothing of it is there.
"""

import re

from pipeline.checks.polarity.lexicon.denial import Denial, wording
from pipeline.checks.polarity.lexicon.kinds import KINDS
from pipeline.checks.polarity.lexicon.modals_de import DEMANDED, FORBIDDEN

_NOT = r"\b(?:nicht|kein\w*|nie|niemals|niemand\w*|nichts|weder)\b"
_UN = r"\bun(?!d\b|s\b|ser|ter|gef|verzüg|mittelbar|bedingt|fall|ivers)\w+"
_NEED = r"(?:erforder|nötig|notwendig|brauch|benötig|müss|muss|bedarf|bedürf|verpflicht|zwingend|pflicht)"
_SOURCES = {kind.reason: kind for kind in KINDS}
_PRIVATIVES = {
    "untreated": "behandel",
    "unopened": "geöffnet|angebrochen",
    "unused": "benutzt|verwendet|gebraucht",
    "uncontrolled": "kontrolliert|eingestellt",
    "unvaccinated|unimmunised|unimmunized": "geimpft",
    "undiagnosed": "diagnostizier|erkannt|entdeckt",
    "unexplained": "geklärt|erklär",
    "unstable": "stabil",
    "unprotected": "geschützt",
    "unsupervised|unattended": "beaufsichtigt|aufsicht|überwacht",
    "undiluted": "verdünn",
    "uncooked": "gekocht|gegart",
    "unsterile|non-sterile": "steril",
    "undamaged|unbroken": "beschädigt|gebrochen|zerbrochen",
    "unchanged|unaltered": "verändert|geändert",
    "unaffected": "betroffen|beeinflusst|beeinträchtigt",
    "unauthorised|unauthorized": "befugt|berechtigt|autorisiert",
    "incomplete": "vollständig|ausgefüllt",
    "undeclared": "deklariert|angegeben",
    "unlikely": "wahrscheinlich",
    "unsuitable|unfit": "geeignet|tauglich",
    "unsafe": "sicher",
    "unnecessary|unnecessarily": "nötig|notwendig|erforderlich",
    "unwanted": "erwünscht|gewollt",
    "unexpected|unexpectedly": "erwartet",
    "unpleasant": "angenehm",
    "invalid": "gültig",
    "irregular|irregularly": "regelmäßig",
    "irreversible": "reversib|umkehrbar",
    "invisible": "sichtbar",
    "inactive|inactivated": "aktiv",
    "ineffective": "wirksam",
    "inaccurate": "genau",
    "unpublished": "veröffentlicht",
    "unlabelled|unlabeled|unmarked": "gekennzeichnet|beschriftet|etikettiert",
    "uninsured": "versichert",
    "unregistered": "registriert",
    "unlicensed|unapproved": "zugelassen|genehmigt",
    "unharmed|uninjured": "verletzt",
    "uncomplicated": "kompliziert",
    "unwashed": "gewaschen",
    "unsweetened": "gesüßt",
    "undisturbed": "gestört",
    "asymptomatic": "symptomatisch",
}


def _german(pattern: str) -> dict[str, re.Pattern[str]]:
    return {"de": re.compile(pattern, re.IGNORECASE)} if pattern else {}


def _kept(reason: str, kept: str, turned: str = "") -> Denial:
    """Return a kind that other languages have too."""
    return _SOURCES[reason]._replace(kept=_german(kept), turned=_german(turned))


def _lost(
    reason: str, guard: str, source: str, kept: str, turned: str = "", unless: str = "", balance: str = ""
) -> Denial:
    """Return a kind of its own."""
    return Denial(
        reason,
        frozenset(guard.split()),
        wording(source),
        kept=_german(kept),
        turned=_german(turned),
        unless=wording(unless) if unless else None,
        balance=wording(balance) if balance else None,
    )


def _privative(source: str, root: str) -> Denial:
    """Return the kind of a word with “un-”, and of what it denies."""
    return _lost(
        "“un-” of the source may be missing",
        "priv not",
        rf"\b(?:{source})\b",
        rf"\b(?:un|in|ir|a|nicht|nicht )-?(?:{root})|(?:{_NOT}|\b(?:ohne|vor|bevor|fehl\w*|noch"
        rf"|mangel\w*)\b)[^.;:]{{0,40}}(?:{root})"
        rf"|(?:{root})[^.;:,]{{0,25}}{_NOT}|\broh\w*\b|verschlossen|\ballein|\bneu\w*|intakt|heil\b|gleich",
        root,
    )


_REFUSED = (
    rf"{_NOT}|\b(?:ohne|hüte)\b|vermeid|\bmeid|verzicht|verbot|verbiet|untersag|unterlass|unzulässig"
    rf"|kontraindiz"
    r"|gegenanz|gegenang|ausgeschlossen|abseh|unterbleib|verhinder|verhüt|fern\w*halten|frei von|sparen"
    r"|enthalten"
    rf"|\btabu|absetz|einstell|abzuraten|abgeraten|{_UN}"
)
"""What keeps an order not to do something."""
_STRONG = (
    r"\b(?:must|have to|has to|had to|shall|mandatory|needs? to|need(?! not)|required?|requires|obligatory"
    r"|compulsory|necessary"
    r"|never|cannot|can't|may not|is to|are to|vital|essential|imperative|important|crucial|only|do not"
    r"|don't|prohibited"
    r"|forbidden|contraindicated|no more|nor)\b"
)
_MILD = (
    r"\b(?:should|shouldn't|ought|recommend\w*|advis\w*|ideal\w*|prefer\w*|possibl\w*|better|best|please"
    r"|try|sure|want"
    r"|let|suppos\w*|suggest\w*|encourag\w*)\b"
)
_RELEASED = (
    r"\bneed not\b|needn't|\bno need\b|\b(?:not|n't|never) (?:\w+ly )?(?:be )?(?:necessary|required|needed"
    r"|need|have to"
    r"|require|mandatory|compulsory|obligatory)\b|\bno\b[^.;:,]{0,40}\b(?:needed|required|necessary)\b"
    r"|\b(?:without|neither)\b[^.;:,]{0,30}\bneed|\bunnecessary\b"
)
_SHOULD = r"\b(?:sollte|sollten|soll|sollen)\b"

PRIVATIVES = {
    word: _privative(source, root) for source, root in _PRIVATIVES.items() for word in source.split("|")
}
"""By the English word, the kinds of words with “un-”."""
DE = (
    _kept(
        "a “do not” of the source may be missing", rf"{_REFUSED}|\b(?:nur|erst|frühestens|höchstens|statt)\b"
    ),
    _lost(
        "a “do not” of the source may be missing",
        "not limit contraindicated",
        _SOURCES["a “do not” of the source may be missing"].source.pattern,
        _REFUSED,
        unless=r"\b(?:until|before|unless|only|first|earlier|sooner|at least|more than|less than|fewer"
        r"|over|except|beyond"
        r"|without|longer|exceed\w*|instead|rather)\b",
    ),
    _kept(
        "“need not” of the source may be missing",
        rf"{_NOT}[^.;:]{{0,80}}{_NEED}|{_NEED}[^.;:]{{0,90}}(?:{_NOT}|\bohne\b)|entfäll|entfall|unnötig"
        r"|(?:kann|können|darf|dürfen|lässt)\b[^.;:]{0,60}verzicht|\bohne\b"
        r"|entbehr|freiwillig|optional|befreit|erübrig|überflüssig|genügt|reicht|automatisch|wartungsfrei"
        rf"|\w+frei\w*|{_NOT} \w+ \w*zu\w+|{_NOT} zu \w+|\bkein\w* (?:\w+ )?\w+",
    ),
    _kept(
        "what the source lacks may be there",
        _NOT + r"|\b(?:ohne|fehl\w*|wenig\w*|gering\w*|kaum)\b|mangel|mängel|unzureich|ungenüg|unvollständig"
        r"|begrenzt"
        r"|beschränkt|\w+los\w{0,2}\b|\w+frei\w{0,2}\b|\w+arm\w{0,2}\b|lücke|knapp|entbehr|vermiss"
        r"|\bun(?!d\b|s\b|ser|ter|gef|verzüg|mittelbar|bedingt|fall|ivers)\w+|\w+mangel",
    ),
    _kept(
        "“cannot be ruled out” may have become “can”",
        r"(?:nicht|nie|kaum|un\w+)[^.;:]{0,40}(?:aus(?:zu)?(?:ge)?schl|ausschl)|nicht von der hand|unmöglich"
        r"|schl(?:ieß|oss)\w*[^.;:]{0,180}\b(?:nicht|nie|kaum)\b",
        r"aus(?:zu)?schließ|ausgeschlossen|verworfen|schließ\w*[^.;:]{0,60}\baus\b",
    ),
    _kept(
        "what the source does not know may be known",
        rf"(?:{_NOT}|\bnoch\b|\bun)[^.;:]{{0,40}}(?:bekannt|klar|geklärt|verstand|erwiesen|gesichert"
        rf"|belegt|etablier"
        rf"|nachgewiesen|wissen|weiß|erforscht|fest)|(?:weiß|weiss|wissen|steht)[^.;:]{{0,30}}{_NOT}|offen"
        rf"|fraglich",
        r"bekannt|klar|geklärt|verstanden|erwiesen|gesichert|belegt|etabliert|nachgewiesen",
    ),
    _kept(
        "what is not enough may have become enough",
        rf"{_NOT}[^.;:]{{0,60}}(?:genug|genüg|ausreich|hinreich|reich|adäquat|angemessen)|(?:genüg|reich)\w*"
        rf"[^.;:]{{0,60}}{_NOT}|unzureich|ungenüg|inadäquat|unangemessen|mangel|\bzu (?:wenig|gering|klein"
        rf"|kurz|niedrig|schwach|selten|spät|dürftig)|\bnur\b",
        r"genug|genüg|ausreich|hinreich|\breich",
    ),
    _kept(
        "“not rare” may have become “rare”",
        rf"{_NOT}[^.;:]{{0,30}}(?:selten|ungewöhnlich|unüblich|rar|ausnahme|unbekannt)|häufig|\boft\b"
        rf"|üblich|normal"
        rf"|kommt[^.;:]{{0,30}} vor|verbreitet|gewöhnlich",
        r"selten|ungewöhnlich|unüblich|ausnahme",
    ),
    _kept(
        "“avoid” may have become “can be avoided”",
        r"(?:muss|müssen|soll\w*|bitte|ist|sind|zu)\b[^.;:]{0,60}(?:vermeid|vermied|meid|gemied|verzicht)"
        r"|(?:vermeid|meid|verzicht)\w*n Sie|" + _NOT,
        r"(?:kann|können|könnte\w*|darf|dürfen)\b[^.;:]{0,90}(?:vermeid|vermied|meid|gemied|verzicht)\w*",
    ),
    _kept(
        "“until” may have become “after”",
        r"\b(?:bis|vor|bevor|ehe|erst|solange|während|noch|zuvor|vorher|wart\w*|frühestens|nur|sofern)\b",
        r"\bnach(?:dem)?\b",
    ),
    _lost(
        "a demand of the source may be a wish",
        "must not",
        r"\b(?:must|have to|has to|shall|mandatory|cannot|not allowed|prohibited|forbidden)\b"
        r"|\b(?:no one|nobody|none)\b[^.;:]{0,30}\bmay\b|\bmay not be \w+ed\b",
        "",
        rf"{_SHOULD}|\bmöglichst\b|nach möglichkeit|wenn möglich|empf[oe]hl|\bratsam|am besten",
        balance=_MILD,
    ),
    _lost(
        "a wish of the source may be a demand",
        "must not",
        r"\b(?:should|ought to)\b",
        rf"{_SHOULD}|empf[oe]hl|empfieh|\bratsam|am besten|möglichst|dürfte|\brat\b|\brät\b|bitte",
        rf"{DEMANDED}|{FORBIDDEN}",
        balance=_STRONG,
    ),
    _lost(
        "“must not” or “may not” of the source may have become “need not”",
        "must not",
        r"\b(?:must|may|should|can|shall)\s?(?:not|never)\b|\bno(?:body| one)\b[^.;:]{0,40}\b(?:must|may"
        r"|should)\b",
        r"\b(?:darf|dürf|soll|verbot|untersagt|unzulässig)\w*",
        r"\b(?:muss|müssen|musst|müsst|brauch(?:t|en))\b(?:(?!\bund\b|\boder\b)[^.;:,]){0,90}?"
        r"\b(?:nicht(?! (?:mehr|weniger|länger|später|unter|über))|kein\w*|nie\w*)\b",
        balance=_RELEASED,
    ),
    _lost(
        "what must not be done yet may have become what must be done",
        "not",
        r"\b(?:must|may|shall|should|can) ?not\b[^.;:]*\b(?:until|before|unless)\b",
        rf"{_NOT}|\b(?:darf|dürf|soll|kann|könn)\w*|verbot|untersag|unzulässig|vermeid",
        r"\b(?:muss|müssen)\b",
    ),
    _lost(
        "“need not” of the source may have become “must not”",
        "not priv must",
        _RELEASED,
        "",
        FORBIDDEN,
        r"\b(?:must|may|should|can|do|shall)\s?(?:not|never)\b|\b(?:do|must|should|ca)n't\b|\bnever\b|cannot"
        r"|\bno(?:body| one)\b|\bonly\b|forbid|prohibit|\bnor\b",
    ),
    _lost(
        "an exception may have been taken in",
        "unless",
        r"\b(?:except|apart from|other than|with the exception of)\b",
        _NOT
        + r"|\b(?:außer|ausgenommen|nur|abgesehen|ohne|sonst|ausschließlich|außerhalb)\b|ausnahm|ander\w*"
        r"|übrig",
        r"\b(?:auch|sogar|selbst|einschließlich|inklusive|insbesondere|vor allem|und)\b",
    ),
    _lost(
        "“before and after” may have lost one of them",
        "before after",
        r"\bbefore and after\b",
        r"\bvor\w*\b.*\bnach|\bdavor\b.*\bdanach|\bnach\w*\b.*\b(?:be|da)?vor",
    ),
    _lost(
        "a condition of the source may have lost its “not”",
        "not unable",
        _SOURCES["a condition of the source may have lost its “not”"].source.pattern,
        _NOT
        + rf"|\b(?:ohne|fehl\w*|außer|aus|kaum)\b|{_UN}|ausbleib|ausblieb|versag|verfehl|unter(?:bleib|blieb)"
        r"|vergess|vergiss|leer|verweiger|ablehn|scheiter|mangel|verpass|versäum",
        unless=r"\b(?:whether|even if|not only|no more|no later|no longer|no less|no doubt|not sure|no matter"
        r"|as if)\b|\bif not\b",
    ),
    _lost(
        "“unless” of the source may be missing",
        "unless",
        r"\bunless\b",
        _NOT + r"|\b(?:außer|ohne|nur|erst|es sei denn|bevor|bis|ausgenommen|ausnahme|vorbehaltlich|sonst"
        r"|andernfalls)\b"
        r"|\bun(?!d\b|s\b|ser|ter|gef|verzüg|mittelbar|bedingt|fall|ivers)\w+|wenn nicht|verzicht"
        r"|ausschließlich|abgesehen",
    ),
    _lost(
        "a condition with “unless” may have lost its “not”",
        "unless",
        r"\bunless\b",
        rf"\b(?:außer|es sei denn|nur|erst|ausgenommen|ausnahme|ohne|vorbehaltlich|bevor|bis|sonst"
        rf"|andernfalls)\b"
        rf"|\b(?:sofern|wenn|falls|solange|soweit)\b[^.;:]{{0,160}}(?:{_NOT}|{_UN}|\bfehl|\bverweiger"
        rf"|\bablehn)",
        r"\b(?:sofern|wenn|falls|solange|soweit)\b",
    ),
    _lost(
        "“need not” of the source may be missing",
        "not",
        r"\b(?:needs?|requires?) no\b(?! (?:more|longer|less|fewer|other))",
        rf"{_NOT}[^.;:]{{0,80}}{_NEED}|{_NEED}[^.;:]{{0,90}}{_NOT}|\bkein\w* \w+|ohne|entfäll|unnötig"
        rf"|\w+frei\w{{0,2}}\b"
        r"|verzicht|auskomm|kommt[^.;:]*\baus\b|überflüssig|entbehr",
    ),
    _lost(
        "“at the latest” may have become “at the earliest”",
        "limit most after before until",
        r"\b(?:no|not) later than\b|\bat the latest\b",
        r"\b(?:spätestens|höchstens|bis|innerhalb|binnen|vor|bevor|längstens)\b|nicht später",
        r"\b(?:frühestens|mindestens|erst)\b",
    ),
    _lost(
        "“at the earliest” may have become “at the latest”",
        "least earliest not",
        r"\b(?:no|not) (?:earlier|sooner) than\b|\bat the earliest\b|\bnot before\b",
        r"\b(?:frühestens|mindestens|erst|ab)\b|nicht (?:vor|früher|eher)|\bkein\w*",
        r"\b(?:spätestens|höchstens|bis|längstens)\b",
    ),
    _lost(
        "“neither” may have become “both”",
        "not",
        r"\bneither\b",
        r"\bweder\b|\bkein(?:e[rsnm]?)? (?:der|von|d?ies|beide)|\bbeiden?\b[^.;:]{0,60}\b(?:nicht|kein\w*)",
        r"\bsowohl\b|\bbeides?\b|\bbeiden\b|\bentweder\b",
    ),
    _lost(
        "what failed may have come about",
        "fail not",
        r"\bfail(?:s|ed|ing)? to (?!\w+ (?:your|the) )|\bfailure to (?!do so)\w+",
        _NOT + r"|verfehl|versäum|scheiter|\bohne\b|misslang|misslung|versag|unter(?:bleib|blieb|lass|ließ)"
        r"|ausbleib"
        r"|ausblieb|verstöß|verstoß|verletz|zuwider|missacht|vergess|vergiss|fehl|kaum|\bun(?!d\b|s\b|ser"
        r"|ter|gef)\w+|erfolglos|vergeblich|ausfall|ausfäll|blieb",
    ),
    _lost(
        "“instead of” of the source may be missing",
        "instead not",
        r"\b(?:instead of|rather than)\b",
        r"statt|anstelle|an stelle|"
        + _NOT
        + r"|sondern|ersetz|lieber|eher|vielmehr|\bals\b|ohne|tausch|ablös|verdräng",
    ),
    _lost(
        "a warning against something may have become advice for it",
        "not",
        r"\b(?:warn(?:s|ed|ing|ings)?|advis(?:e|es|ed)|recommend(?:s|ed)?"
        r"|advice)\b[^.;:,]{0,25}\bagainst\b|discourag",
        r"warn|ab(?:zu)?(?:ge)?rat|\brät\b[^.;:]*\bab\b|\b(?:rat|riet)en?\b[^.;:]*\bab\b|"
        + _NOT
        + r"|vermeid|verzicht",
    ),
    _lost(
        "“above” may have become “below”",
        "beyond",
        r"\babove (?:the|your|its|their|normal)\b",
        r"\b(?:über|oberhalb|höher\w*|mehr|oberen?|darüber|überschr\w*|überst\w*|hoch|oben|jenseits)\b"
        r"|über(?:schr|st|trifft|traf)\w*",
        r"\b(?:unter|unterhalb)\b",
        r"\bbelow|under|above the (?:knee|elbow|ankle|waist)",
    ),
    _lost(
        "“below” may have become “above”",
        "short ceiling",
        r"\bbelow (?:the|your|its|their|normal)\b",
        r"\b(?:unter|unterhalb|niedriger\w*|weniger|unteren?|darunter|unterschr\w*|tiefer|unten|kleiner"
        r"|geringer)\b|unter(?:schr|halb)\w*",
        r"\b(?:über|oberhalb)\b",
        r"\babove|over\b|below the (?:knee|elbow|ankle|waist)",
    ),
    _lost(
        "“after” may have become “before”",
        "after most",
        r"\bwithin (?:\w+[ -]){1,4}?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:of|after)\b",
        r"\b(?:nach|nachdem|danach|seit|sobald|später|anschluss|anschließend\w*|folgend\w*|nachher"
        r"|daraufhin|darauf|hinterher)\b|nach\w+",
        r"\b(?:vor|bevor|ehe)\b",
        r"\bbefore the\b",
    ),
    _lost(
        "“last” may have become “not least”",
        "last",
        r"\blast\b",
        "",
        r"\bnicht zuletzt\b",
        r"\bnot least|especially|particular",
    ),
)
"""All that is looked for in German translations."""

"""German demands, leaves, bans and releases, by clause: a “nicht” stands far from what it denies.

Narrow forms begin with their clause, in which no denial stands before the verb or behind it; wide ones
are words that may say the kind wherever they stand.
"""

_NOT = r"\b(?:nicht(?! nur\b)|kein\w*|nie|niemals|niemand\w*|nichts|weder|keinesfalls)\b"
_BREAK = r"[^.;:,()–\n]"
_WITHIN = rf"(?:(?!{_NOT}|\b(?:und|oder|nur|erst|frühestens)\b){_BREAK})"
_STARTS = r"(?:^|[.;:,()–\n]|\b(?:und|oder|aber)\b)"
_MUST = r"\b(?:muss|müssen|musst|müsst|müsse)\b"
_SHOULD = r"\b(?:sollte|sollten|soll|sollen|sollst)\b"
_MAY = r"\b(?:darf|dürfen|dürft|darfst)\b"
_CAN = r"\b(?:kann|können|kannst|könnt|könnte|könnten)\b"
_DENIED = (
    rf"(?:(?!\bund\b|\boder\b){_BREAK}){{0,90}}?{_NOT}"
    r"(?! (?:mehr|weniger|länger|kürzer|später|früher|unter|über)\b)"
)


def _plainly(verb: str) -> str:
    """Return what finds a verb in a clause that denies nothing."""
    return rf"{_STARTS}{_WITHIN}*?(?:{verb}){_WITHIN}*+(?!{_NOT}|\b(?:nur|erst|frühestens)\b)"


DEMANDED = _plainly(_MUST)
"""What demands and does not merely advise."""
FORBIDDEN = f"{_MAY}{_DENIED}"
"""What forbids and does not merely advise against it."""
DEMAND = (
    _plainly(f"{_MUST}|{_SHOULD}") + r"|\bzwingend\b|\bobligatorisch\b|\bverpflichtet\b",
    r"\b(?:muss|müssen|musst|müsst|müsse|müsste\w*|musste\w*|soll\w*)\b|\bbrauch|\bbenötig|erforder|notwendig"
    r"|nötig|\bbitte|\bzu \w+en\b|\w+zu\w+en\b|pflicht|wichtig|empf[aeio]|\brat(?:en|sam)?\b|\brät\b"
    r"|unbedingt|\bacht"
    r"|sicherst|sicherzu|\bsichern|\bsicher\b|vorgeschrieben|vorschrift|verlang|\bgehör|\bgelt|\bgilt\b"
    r"|\bstets\b|\bimmer\b|\w+e?n Sie\b"
    r"|am besten"
    r"|\bbedarf|\bbedürf|bedingung|vorausge|voraussetz|\bnur\b|\berst\b|\bmöglichst|\bauf(?:gefordert|ge)"
    r"|angewiesen"
    r"|unerlässlich"
    r"|unverzichtbar|zwingend|obligat|dringend|\bdürfte|\b(?:darf|dürfen)\b(?=[^.;:,]*\b(?:nur|erst|nicht"
    r"|kein\w*|höchstens|nie\w*)\b)|\blassen|\blässt",
    r"\b(?:muss|müssen|sollte|sollten|bitte)\b",
)
LEAVE = (
    _plainly(f"{_CAN}|{_MAY}"),
    r"\b(?:kann|können|kannst|könnt|könnte|könnten|konnte|konnten|darf|dürfen|dürft|dürfte|dürften"
    r"|durfte\w*)\b"
    r"|möglich|eventuell|vielleicht|womöglich|unter umständen|gegebenenfalls|\bggf\b|\w+bar\w{0,2}\b"
    r"|\bläss|\blass"
    r"|\bließ|erlaub|gestatt|zulässig|zugelassen|berechtigt|imstande|in der lage|fähig|manchmal|gelegentlich"
    r"|\bwürde|\bmag\b|\bmögen\b|risik|gefahr|geeignet|option|freiwillig|wahrscheinlich|chance|\brecht|\bfrei"
    r"|wahlweise|genüg|\breich|\bhilf|\bhelf|scheint|scheinen|mitunter|zuweilen|\bneig|nimmt|auftreten"
    r"|tritt|willkommen"
    r"|\bpotenz|denkbar|\bwenn gewünscht|\bwunsch|selbst entscheid",
    r"\b(?:kann|können|könnte|könnten|darf|dürfen)\b",
)
BAN = (
    rf"{_MAY}{_DENIED}|{_SHOULD}{_DENIED}|{_NOT}{_WITHIN}{{0,80}}(?:{_MAY}|{_SHOULD})"
    r"|\bverboten\b|\buntersagt\b|\bunzulässig|\bkontraindiziert",
    _NOT + r"|\b(?:ohne|nur|erst|statt|anstatt|höchstens|sonst)\b|vermeid|vermied|\bmeid|verzicht|verbot"
    r"|verbiet|untersag"
    r"|unterlass|abgeraten|abzuraten|\brät\b|unzulässig|kontraindiz|gegenanz|ausgeschlossen|ausschlie"
    r"|\bun(?!d\b|s\b|ser|ter|gef)\w+"
    r"|absehen|unterbleib|verhinder|verhüt|\bstopp|einstell|abbrech|absetz|fern|fehl|kaum|selten|weniger"
    r"|\babge",
    r"\b(?:nicht(?! nur\b)|kein\w*|nie|niemals)\b",
)
RELEASE = (
    rf"{_MUST}{_DENIED}|\bbrauch(?:t|en|st)\b{_DENIED}|{_NOT}{_WITHIN}{{0,60}}(?:{_MUST}|\bbrauch(?:t|en)\b)",
    r"nicht\s(?:\w+\s)?(?:nötig|notwendig|erforderlich|verpflichtet|zwingend)|entbehrlich|überflüssig|unnötig"
    r"|\berübrigt|entfäll|verzicht|freiwillig|optional|ohne|befreit|kein\w* \w+",
    r"\b(?:ohne|freiwillig)\b",
)

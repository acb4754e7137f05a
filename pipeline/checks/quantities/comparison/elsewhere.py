"""What one side says of a number in other words than the other: excuses for what `compare` found."""

import re
from fractions import Fraction

from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity
from pipeline.checks.quantities.reading.reader import named_units

_TIMED = frozenset({"min", "h", "day", "week", "month", "year"})


def earlier(source: Quantity, target: Quantity, here: Text, there: Text) -> bool:
    """Whether one side says “before 32 weeks” where the other says “under 32 weeks”."""
    plain, bound, side = (source, target, here) if source.comparators == NONE else (target, source, there)
    if bound.comparators.isdisjoint("<") or plain.comparators != NONE or not plain.units & _TIMED:
        return False
    around = side.text[max(0, plain.start - 12) : plain.start] + "\0" + side.text[plain.end : plain.end + 4]
    return _EARLIER.search(around) is not None


def passed(source: Quantity, target: Quantity, here: Text) -> bool:
    """Whether a verb of the source says that a number is passed: it should top 8 billion."""
    if source.comparators != NONE or ">" not in target.comparators:
        return False
    return _PASSING.search(here.text, max(0, source.start - 30), source.start) is not None


_PASSING = re.compile(
    r"\b(?:pass|passe[sd]|passing|top(?:s|ped)?|cross(?:es|ed)?|clear(?:s|ed)?|break|broke) [^,.;:]{0,9}$"
)
_EARLIER = re.compile(
    r"\b(?:before|antes d[aeo]l?s?|avant|prima d\w+|vor(?: der| dem)?)(?: (?:the|las?|los?|les?))? ?\0"
    r"|(?<!\w)قبل (?:ال|إتمام )?\0|\0\w{0,2}(?:之前|以前|前|より前|まで)",
    re.IGNORECASE,
)
"""What says “before”, in front of a number (here \0) or behind it."""


def both(count: Quantity, here: Text) -> bool:
    """Whether a number only counts the two that the source tells one by one: 两组, “one … the other”."""
    counted = count.units <= {"times"} and count.group == "number" and count.comparators == NONE
    two = counted and count.certainty is Certainty.WORD and count.values == (Fraction(2),) and not count.role
    return two and _ONE_AND_OTHER.search(here.text) is not None


_ONE_AND_OTHER = re.compile(
    r"\b(?:the other|another|respectively|both|each|either|neither|between|versus|vs|compared"
    r"|whereas|pair|difference|those|groups?|arms?)\b",
    re.IGNORECASE,
)


def figures(share: Quantity, here: Text) -> bool:
    """Whether a percentage says what the source calls double digits: growth in the low double digits."""
    said = _DIGITS.search(here.text) if share.units == {"%"} and share.values else None
    if said is None:
        return False
    scale = 10 if said["size"].lower() == "double" else 1
    least, most = _PLACES.get((said["place"] or "").lower(), (1, 9))
    return least * scale <= share.values[0] <= (most + 1) * scale  # “Close to ten” is in the high ones.


_DIGITS = re.compile(
    r"\b(?:(?P<place>low|lower|mid|middle|high|upper)[- ])?(?P<size>single|double)[- ]digits?\b",
    re.IGNORECASE,
)
_PLACES = {"low": (1, 3), "lower": (1, 3), "mid": (4, 6), "middle": (4, 6), "high": (7, 9), "upper": (7, 9)}


def nightly(rate: Quantity, there: Text) -> bool:
    """Whether “a night” is “at night” in the translation."""
    return rate.group == "rate" and rate.units == {"day"} and _AT_NIGHT.search(there.text) is not None


_AT_NIGHT = re.compile(
    r"\bليل(?:ا|ًا|اً)|夜[里间晚]|晚上|夜に|夜間|nachts|por la noche|la nuit|di notte|à noite"
)


def apiece(count: Quantity, there: Text) -> bool:
    """Whether how often something is done in all is told as once for each of a list: 各复查一次."""
    return count.units == {"times"} and _EACH_ONCE.search(there.text) is not None


_EACH_ONCE = re.compile("各[^，。；]{0,6}一[次回]")


_CASES = frozenset("はがをにでもへ")
"""Japanese particles that a list does not end in."""
_COMMAS = re.compile(r"[、]|[和与及或・]|(?<![ごこもひま])と|および|または")
_SUMMED = re.compile(r"(?:の|計|以下|」|）)\s*$")
"""What a Japanese number has before it that counts a list."""


def listed(count: Quantity, there: Text) -> bool:
    """Whether a number only counts the list before it, as Chinese and Japanese like to: A、B和C三种."""
    if there.tag[:2] not in ("zh", "ja") or count.units or not count.values or not 2 <= count.values[0] <= 6:
        return False
    if count.about or count.comparators != NONE:
        return False
    if there.tag[:2] == "ja" and not _SUMMED.search(there.text, 0, count.start):
        return False
    before = re.split(r"[。；：:;]", there.text[: count.start])[-1]
    if before[-1:] in _CASES:
        return False  # 方法は2つ counts no list.
    return len(_COMMAS.findall(before[-60:])) >= count.values[0] - 1 and count.role == ""


_AS_MANY = re.compile(r" as many | the same number ")


def as_many(target: Quantity, here: Text) -> bool:
    """Whether the source counts something as often as another: four times in as many years."""
    if not target.values or not _AS_MANY.search(here.text):
        return False
    return any(target.values[0] in one.values for one in here.quantities)


_EACH = re.compile(r"\b(?:each|every) $", re.IGNORECASE)


def monthly(rate: Quantity, here: Text) -> bool:
    """Whether the source says “each January” where the translation says chaque mois de janvier."""
    months = [one for one in here.quantities if one.group == "month"] if "month" in rate.units else ()
    return any(_EACH.search(here.text, 0, one.start) for one in months)


_SECOND = re.compile(r"\ba second$")
_SHORT = _TIMED | {"s"}


def another_time(one: Quantity, here: Text, there: Text) -> bool:
    """Whether “within a second” or “more than a week” names a time for which the other side has another."""
    units = one.units
    if one.group == "ordinal" and _SECOND.search(here.text, max(0, one.start - 5), one.end):
        units = frozenset({"s"})
    if not units or not units <= _SHORT or one.values[:1] not in (ONE, (Fraction(2),)):
        return False
    named, told = named_units(here.text, here.tag), named_units(there.text, there.tag)
    return units.isdisjoint(told) and len((told & _SHORT) - named) == 1


def lasting(one: Quantity, here: Text) -> bool:
    """Whether “a week” is for how long, or how soon: for a week, within a month."""
    return _LASTING.search(here.text, max(0, one.start - 12), one.start + 2) is not None


_LASTING = re.compile(r"\b(?:for|within|after|lasts?|lasting) an?\b", re.IGNORECASE)


def told_besides(target: Quantity, here: Text) -> bool:
    """Whether the source has in other words a number that only the translation writes."""
    return both(target, here) or figures(target, here) or as_many(target, here)


def dated(rate: Quantity, here: Text) -> bool:
    """Whether a rate is the time that the source names a part of: the first Monday of the month."""
    return any(_NAMES.get(found[1], found[1]) in rate.units for found in _OF_THE.finditer(here.text))


def nth_of_each(rate: Quantity, there: Text) -> bool:
    """Whether “every” stands before what comes once in each month: ogni terzo giovedì del mese."""
    found = _NTH.search(there.text)
    return found is not None and not rate.units.isdisjoint(named_units(found[1], there.tag))


_NTH = re.compile(
    r"\b(?:cada|ogni|toda?|todos?|todas|chaque|jede[nmr]?) [^\W\d]+ [\w-]+ (?:del|do|du|im|des|della"
    r"|da) ([^\W\d]+)",
    re.IGNORECASE,
)


_OF_THE = re.compile(
    r"\b(?:of the|(?:in|within) (?:the|an?|any|one)(?: one| single| given)?) (minute|hour|day|week|month"
    r"|year)\b",
    re.IGNORECASE,
)
_NAMES = {"hour": "h", "minute": "min"}

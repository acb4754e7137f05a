"""Bounds, hedges and intervals that a side has though its number has none: no translation lost them."""

import re
from collections.abc import Iterable

from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.elsewhere import earlier, passed
from pipeline.checks.quantities.comparison.growth import halved
from pipeline.checks.quantities.comparison.otherwise import often
from pipeline.checks.quantities.quantity import NONE, Certainty, Difference, Quantity
from pipeline.checks.quantities.reading.reader import loose_ends

_CLOCKED = frozenset({"min", "h", "day", "week", "month", "year"})
_SPACED = re.compile(r"\b(?:between|apart|interval|gap|spaced)")
_IN_ANY = re.compile(r"\b(?:in|within|over|during|per) (?:any|each|every|one)(?: one| given| single)? $")
"""What makes of 24 hours as much as “every 24 hours”."""
_BUT = re.compile(r"[^\d.;:,]{0,20},? but (?:no|not) (?:more|longer|later|higher)\b")
_EARLIER = re.compile(r"\b(?:before|prior to)\s+(?:the\s+)?(?:age\s+(?:of\s+)?|end\s+of\s+)?$")
_AHEAD = re.compile(r"(?:\s+\w+)?\s+(?:before|beforehand|prior|in advance|ahead|earlier)\b")
_SOFTLY = re.compile(r"(?:秒|分|時間|日|週間|か月|年|歳|回|人|名)?間?(?:ほど|くらい|ぐらい)")
_FELT = re.compile(r"\b(?:feels?|felt|seem(?:s|ed)) like\s+$")
_ROUGH = re.compile(r"(?:a )?(?:fortnight|dozen|couple|half|quarter)")


def told_elsewhere(difference: Difference, here: Text, there: Text) -> bool:
    """Whether the side that lacks a comparator or an “about” has one that belongs to no number."""
    source, target = difference.source, difference.target
    if source is None or target is None or difference.id not in ("approximate", "comparator", "rate"):
        return False
    if difference.id == "rate":
        plain, side = (target, there) if source.every else (source, here)
        spaced = target.every and _SPACED.search(here.text, source.end, source.end + 40)
        within = target.every and _IN_ANY.search(here.text, max(0, source.start - 16), source.start)
        if there.text.endswith(("de cada ", "em cada "), 0, target.start):
            return True  # el último sábado de cada dos meses
        return source.every != target.every and (bool(spaced or within) or often(plain, side))
    if difference.id == "approximate":
        having, lacking = (here, there) if source.about else (there, here)
        if target.about and _loosely(source, here, target, there):
            return True
        hedged = _clusters(quantity for quantity in having.quantities if quantity.about)
        return loose_ends(lacking.text, lacking.tag).hedges >= hedged
    if earlier(source, target, here, there) or passed(source, target, here):
        return True
    lenient = "<=" in source.comparators or target.comparators >= NONE
    if lenient and source.units & _CLOCKED and _AHEAD.match(here.text, source.end):
        return True  # “Up to 24 hours beforehand” is “at least 24 hours before”.
    if source.comparators == {"<="} and there.tag == "ja" and _lasts(source, here, target, there):
        return True
    if NONE not in (source.comparators, target.comparators):
        return halved(source, target, here, there)
    having, lacking = (there, here) if source.comparators == NONE else (here, there)
    if source.comparators == NONE and ">=" in target.comparators and _BUT.match(here.text, source.end):
        return True  # “5 cm but no more than 6” is 5 cm以上6 cm以下.
    if (
        source.comparators == NONE
        and "<" in target.comparators
        and _EARLIER.search(here.text, 0, source.start)
    ):
        return True  # “Born before 32 weeks” is 32週未満.
    bounds = loose_ends(lacking.text, lacking.tag).bounds
    signs = (source.comparators | target.comparators) - NONE
    if bounds.get("not", 0) and not loose_ends(having.text, having.tag).bounds.get("not", 0):
        return True  # “If 6 hours have not passed” is “less than 6 hours”.
    return any(
        bounds.get(sign, 0)
        >= _clusters(quantity for quantity in having.quantities if sign in quantity.comparators)
        for sign in signs
    )


def _loosely(source: Quantity, here: Text, target: Quantity, there: Text) -> bool:
    """Whether a hedge adds nothing to a number word: “a fortnight”, 二週間ほど."""
    if source.certainty is Certainty.DIGITS:
        return False
    soft = there.tag == "ja" and _SOFTLY.match(there.text, target.end)
    felt = there.tag == "ja" and _FELT.search(here.text, 0, source.start)
    return bool(soft or felt or _ROUGH.match(here.text, source.start))


_ABLE = re.compile(r"[^。]{0,24}?(?:でき|可能|もち|もつ|持ち|持つ|保て|使え|られま|られる)")


def _lasts(source: Quantity, here: Text, target: Quantity, there: Text) -> bool:
    """Whether what keeps “for up to two days” is said to keep for two: 2日間保存できます."""
    lasting = "up to " in here.text[max(0, source.start - 8) : source.start] and source.units & _CLOCKED
    return bool(lasting and target.comparators == NONE and _ABLE.match(there.text, target.end))


def _clusters(quantities: Iterable[Quantity]) -> int:
    """Count quantities, the ends of a range as one."""
    return len({quantity.start if quantity.bond < 0 else quantity.bond for quantity in quantities})

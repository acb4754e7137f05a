"""Numbers that took each other's unit, noun or bound: both are there, and each has what the other had.

Nothing here goes by places. A unit, a noun or a bound that one number alone has on either side marks
that number; where the marked numbers are no partners, what marks them has been exchanged.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pipeline.checks.quantities.comparison.agreement import same_value
from pipeline.checks.quantities.lexicon.nouns import BEFORE, BEHIND
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Difference, Quantity
from pipeline.checks.quantities.units import UNITS

Pair = tuple[Quantity, Quantity]
_Marks = Callable[[Quantity], Iterable[Hashable]]
_ARABIC = str.maketrans(dict.fromkeys(map(chr, range(0x64B, 0x653))))
_AHEAD = 48
"""So many characters behind a number are looked at for what it counts."""
_BACK = 16
"""So many before it for what it names a thing of."""
_BOUNDS = {"<": "upper", "<=": "upper", ">": "lower", ">=": "lower"}
BARE = re.compile(r"\s*(?:$|[.,;:!?)»”。，；：、）]|(?:and|or|y|o|e|et|ou|und|oder|و|أو)\b)")
"""What follows a number that counts nothing by itself: “within two.”"""
_TIMES = frozenset({"times"})
_WITHIN = frozenset({"<", "<=", "="})
_TIMED = frozenset({"min", "h", "day", "week", "month", "year"})
_WEAK = frozenset({"label", "dom", "clock", "month-of-year", "times", "quarter", "century", "decade"})
"""Units that languages put where others have none."""


class Text(NamedTuple):
    """One side of a pair."""

    text: str
    tag: str
    quantities: Sequence[Quantity]


def crossed(matched: Sequence[Pair], here: Text, there: Text) -> Iterator[Difference]:
    """Find the first two numbers that exchanged what marks them."""
    yield from _ordered(matched, ideographic=there.tag[:2] in ("zh", "ja"))
    if there.tag[:2] in ("zh", "ja"):
        yield from _counted_often(matched)
    values = [source.values for source, _ in matched if source.group == "number"]
    if all(value == values[0] for value in values):
        return
    partners: dict[int, Quantity] = {id(source): target for source, target in matched}
    owners = {id(target): source for source, target in matched}
    for marks in _worth_asking(matched, here, there):
        for source, target in _only(here, marks[0], there, marks[1]):
            partner, owner = partners.get(id(source)), owners.get(id(target))
            if partner is None or owner is None or partner == target or _agree(source, target):
                continue
            if marks[1] is _units and _left_out(owner, here) and _left_out(partner, there):
                continue
            if _took(marks[1], (source, partner), (owner, target)):
                yield Difference("order", source, target)
                return


def _left_out(quantity: Quantity, side: Text) -> bool:
    """Whether a number may have left its unit to another: with four, or better with six months."""
    spoken = quantity.certainty is Certainty.WORD and not quantity.units
    return spoken and BARE.match(side.text, quantity.end) is not None


def _ordered(matched: Sequence[Pair], *, ideographic: bool) -> Iterator[Difference]:
    """Find a number that took the place of an ordinal or a decade, which took its place.

    “Nineteen left before the second visit” became 2例が19回目の来院前, “in their sixties … 40” 40代…60歳.
    """
    groups = [(source.group, target.group) for source, target in matched]
    if ("number", "decade") in groups and ("decade", "number") in groups:
        yield Difference("order", *matched[groups.index(("number", "decade"))])
        return
    numbers = [pair for pair in matched if (pair[0].group, pair[1].group) == ("number", "ordinal")]
    ordinals = [pair for pair in matched if (pair[0].group, pair[1].group) == ("ordinal", "number")]
    for source, target in numbers:
        for _, other in ordinals:
            sure = other.certainty or (ideographic and other.values == ONE)  # 1本
            if source.certainty and not source.units and not other.units - _TIMES and sure:
                yield Difference("order", source, target)
                return


def _counted_often(matched: Sequence[Pair]) -> Iterator[Difference]:
    """Find “twice” as a plain number beside a plain number that has become 3回."""
    lost = [pair for pair in matched if pair[0].units == _TIMES and pair[0].certainty and not pair[0].loose]
    lost = [pair for pair in lost if "times" not in pair[1].units and pair[1].group == "number"]
    for source, target in lost:
        for other, taken in matched:
            plain = not other.units and other.certainty and other.group == taken.group == "number"
            if plain and "times" in taken.units and other.values != source.values:
                yield Difference("order", source, target)
                return


def _worth_asking(matched: Sequence[Pair], here: Text, there: Text) -> Iterator[tuple[_Marks, _Marks]]:
    """Yield the marks that may have been exchanged: most pairs agree in all of them."""
    if any(bool(source.units) != bool(target.units) or target.loose for source, target in matched):
        yield _units, _units
    if any((source.comparators == NONE) != (target.comparators == NONE) for source, target in matched):
        yield _bounds, _bounds
    if sum(_counts(source) and _counts(target) for source, target in matched) > 1:
        yield _counting(here), _counting(there)


def _took(marks: _Marks, left: Pair, taken: Pair) -> bool:
    """Whether the number of the pair `left` lost its mark to that of the pair `taken`."""
    (source, partner), (owner, target) = left, taken
    if marks is _units:
        if "year" in source.units and not owner.units and owner.comparators != NONE:
            return False  # “over 50 … under 35”: both are ages.
        if owner.units and (owner.loose or same_value(owner, target)):
            return False  # “120 vs. 60 minutes” has its unit once.
        if partner.loose and source.units & partner.units:
            return False  # “18 statt neun Monate”
        same = bool(source.units and partner.units) and not partner.loose and same_value(source, partner)
        return not same
    if marks is _bounds:
        if source.comparators >= NONE <= target.comparators:
            return False  # “short of the 95%” and “atteindre 81 %” need be no bounds.
        return partner.comparators == owner.comparators == NONE
    if "probability" in marks(target):
        return True  # “p = 0.03” has nothing else beside it.
    return bool(marks(partner))  # A noun that no pattern knows may be of the same sense.


def _agree(source: Quantity, target: Quantity) -> bool:
    """Whether two numbers are the same, or the same measure in other units."""
    return any(value in target.values for value in source.values) or same_value(source, target)


def _counts(quantity: Quantity) -> bool:
    """Whether a number may count things: it measures nothing, and is no part of a whole."""
    bare = not quantity.units or quantity.loose or quantity.units == _TIMES
    return bare and quantity.role not in ("part", "whole")  # “One patient in five” is “one of five”.


def _only(here: Text, marks: _Marks, there: Text, others: _Marks) -> Iterator[Pair]:
    """Yield the numbers that one mark is of, where it is of one number on each side."""
    source = {mark: found[0] for mark, found in _marked(here.quantities, marks).items() if len(found) == 1}
    target = _marked(there.quantities, others) if source else {}
    for mark, one in source.items():
        if len(target.get(mark, ())) == 1:
            yield one, target[mark][0]


def _marked(quantities: Iterable[Quantity], marks: _Marks) -> dict[Hashable, list[Quantity]]:
    found: dict[Hashable, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.group == "number":
            for mark in marks(quantity):
                found.setdefault(mark, []).append(quantity)
    return found


def _units(quantity: Quantity) -> Iterable[Hashable]:
    """Return the dimensions, or units without one, that a number may be of."""
    if quantity.loose:
        return ()
    return {UNITS[unit].dimension if unit in UNITS else unit for unit in quantity.units - _WEAK}


def _bounds(quantity: Quantity) -> Iterable[Hashable]:
    """Return whether a number is an upper or a lower bound, with what it measures."""
    one = quantity.role == "part" and quantity.values == ONE  # “at least one in three”
    if one or quantity.role in ("whole", "low", "high") or "±" in quantity.comparators:
        return ()
    if quantity.comparators >= NONE and (not quantity.units or quantity.loose):
        return ()  # 男性は6回、女性は4回まで
    if quantity.comparators == _WITHIN and not quantity.units.isdisjoint(_TIMED):
        return ()  # 麻醉前六小时内 says no more than “six hours before”.
    measured = frozenset(_units(quantity))
    found = {(_BOUNDS[sign], measured) for sign in quantity.comparators - NONE if sign in _BOUNDS}
    return found if len(found) == 1 else ()  # “No more than” may be denied again.


def _counting(side: Text) -> _Marks:
    """Return what tells the nouns that bare numbers of a text count."""
    behind, before = _patterns(side.tag.split("_")[0])

    def nouns(quantity: Quantity) -> Iterable[Hashable]:
        if not _counts(quantity):
            return ()
        start, end = quantity.start, quantity.end
        found = before.search(_plain(side.text[max(0, start - _BACK) : start])) if before else None
        found = found or behind.match(_plain(side.text[end : end + _AHEAD]))
        return [name for name, match in found.groupdict().items() if match] if found else ()

    return nouns


def _plain(text: str) -> str:
    return text.lower().translate(_ARABIC)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Return what finds the noun behind a number, and the one before it."""
    behind, before = (
        "|".join(f"(?P<{name}>{forms[language]})" for name, forms in table.items() if language in forms)
        for table in (BEHIND, BEFORE)
    )
    if language in ("zh", "ja"):
        return re.compile(rf"\s*[多余]?(?:{behind})"), re.compile(rf"(?:{before})$") if before else None
    if language == "ar":
        behind, before = f"(?:ال|لل)?(?:{behind})", f"(?:و|ب|ل|من)?(?:{before})"
    words = r"[\s-]*(?:[^\W\d_]+[\s-]+){0,2}?"
    return re.compile(rf"{words}(?:{behind})(?!\w)"), re.compile(rf"(?<!\w)(?:{before})[\s-]*$")

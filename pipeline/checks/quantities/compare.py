"""Comparing the quantities of a source with those of its translation.

Both sides are multisets. Pairs that agree in everything are taken out first, then pairs that
differ in one thing, which is then what is wrong. What is left is missing or was added.
"""

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.quantities.quantity import NONE, Certainty, Quantity
from pipeline.checks.quantities.reader import loose_ends, read_quantities
from pipeline.checks.quantities.units import UNITS, convertible, same_temperature

_VAGUE = frozenset(map(Fraction, (100, 1000, 10**4, 10**6, 10**7, 10**9)))
"""What words such as “thousands” are worth."""
_SAFE = frozenset({"label"})
_BOUNDS = {"low": frozenset({">="}), "high": frozenset({"<="})}
"""What the ends of a range are by themselves."""


class Difference(NamedTuple):
    """One way in which the two sides differ."""

    id: str
    """The check that reports it, without `quantity.`."""
    source: Quantity | None
    target: Quantity | None


def same_value(source: Quantity, target: Quantity, *, temperature: bool = False) -> bool:
    """Whether both are worth the same, in units that convert exactly."""
    theirs, ours = source.values, target.values
    if source.group == "name":
        ours += target.foreign
    if not theirs:
        # A source that its own readers cannot read is no measure: take it as it is written.
        theirs, ours = source.foreign, target.values or target.foreign
    if _o_clock(source, target) or _o_clock(target, source):
        return True
    if source.units and target.units:
        pairs = [(here, there) for here in source.units for there in target.units]
        return any(
            value == other
            if here == there
            else _convertible(source, value, here, target, other, there)
            or (temperature and same_temperature(value, here, other, there))
            for value in theirs
            for other in ours
            for here, there in pairs
        )
    return any(value in ours for value in theirs)


def _convertible(
    source: Quantity, value: Fraction, here: str, target: Quantity, other: Fraction, there: str
) -> bool:
    """Whether two measures are the same amount: 90 min and 1.5 h, 2 weeks and the 15 days that some say."""
    if {here, there} == {"week", "day"} and Certainty.DIGITS not in (source.certainty, target.certainty):
        if {value, other} in ({Fraction(2), Fraction(15)}, {Fraction(1), Fraction(8)}):
            return True
    if "clock" not in (here, there) and not (_likeliest(source, value) and _likeliest(target, other)):
        return False  # “1,500 g” is no 1,500 mg, though it might be 1.5 g.
    return convertible(value, here, other, there)


def _likeliest(quantity: Quantity, value: Fraction) -> bool:
    return not quantity.values or value == quantity.values[0] or quantity.group == "decade"


def _o_clock(bare: Quantity, clock: Quantity) -> bool:
    """Whether a bare number is the hour of a time of day: alle 10."""
    hours = not bare.units and clock.units == {"clock"} and bare.certainty is Certainty.DIGITS
    return hours and any(0 <= value <= 24 and value * 60 in clock.values for value in bare.values)


def same_unit(source: Quantity, target: Quantity) -> bool:
    """Whether the units agree; a loose one agrees with none."""
    if source.units and target.units:
        return bool(source.units & target.units) or same_value(source, target)
    if not source.units and not target.units:
        return True
    alone, other = (target, source) if source.units else (source, target)
    # “over 65”, “between 20 and 40”: an age without its years.
    aged = (
        other.units == {"year"}
        and (alone.comparators != NONE or alone.role in ("low", "high"))
        and any(10 <= value <= 110 for value in alone.values)
    )
    # “doubled” beside 2倍, “by a factor of four” beside “cuatro veces”.
    dated = alone.group == "ordinal" and bool(other.units & {"dom", "day", "week", "month", "year"})
    dated |= _o_clock(alone, other)
    dated |= other.units == {"month-of-year"} and alone.certainty is Certainty.DIGITS
    return aged or dated or other.loose or other.units == {"times"}


def same_comparator(source: Quantity, target: Quantity) -> bool:
    """Whether some meaning of the one's comparator is one of the other's."""
    # “At least one in three”: of the part, whichever of the two it stands beside.
    if source.about != target.about and NONE in (source.comparators, target.comparators):
        return True  # “nearly 50” beside 不到50
    if "whole" in (source.role, target.role):
        return True
    if source.role != target.role and source.role + target.role in _BOUNDS:
        bound = _BOUNDS[source.role + target.role]  # “from 6 to 12” beside 6歳以上12歳以下
        if bound & source.comparators | bound & target.comparators:
            return True
    if NONE not in (source.plainly, target.plainly):
        # “Not … under 12” on both sides: what is denied is the same.
        return not source.plainly.isdisjoint(target.plainly - NONE)
    return not source.comparators.isdisjoint(target.comparators)


class _Sides:
    """What has no partner yet."""

    def __init__(self, source: Sequence[Quantity], target: Sequence[Quantity]) -> None:
        """Begin with everything on both sides."""
        self.source = list(source)
        self.target = list(target)
        self.matched: list[tuple[Quantity, Quantity]] = []

    def pair(self, agrees: Callable[[Quantity, Quantity], bool]) -> Iterator[tuple[Quantity, Quantity]]:
        """Take out and yield all pairs that agree, surest and nearest first."""
        for source in sorted(self.source, key=lambda quantity: (-quantity.certainty, quantity.start)):
            partners = [
                target for target in self.target if _kindred(source, target) and agrees(source, target)
            ]
            if partners:
                place = self.source.index(source)
                partner = min(
                    partners,
                    key=lambda target: (
                        -target.certainty,
                        source.every != target.every,
                        bool(source.role and target.role and source.role != target.role),
                        source.units != target.units,
                        source.comparators != target.comparators,
                        source.about != target.about,
                        abs(self.target.index(target) - place),
                    ),
                )
                self.source.remove(source)
                self.target.remove(partner)
                self.matched.append((source, partner))
                yield source, partner


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Which of value, unit and comparator must agree."""

    value: bool = True
    unit: bool = True
    comparator: bool = True
    temperature: bool = False

    def __call__(self, source: Quantity, target: Quantity) -> bool:
        """Whether `source` and `target` agree in what must agree."""
        if self.value and not self._values(source, target):
            return False
        if self.unit and not same_unit(source, target) and not self._converted(source, target):
            return False
        return not self.comparator or same_comparator(source, target)

    def _values(self, source: Quantity, target: Quantity) -> bool:
        if self.unit:
            return same_value(source, target, temperature=self.temperature)
        return any(value in target.values for value in source.values or source.foreign)

    def _converted(self, source: Quantity, target: Quantity) -> bool:
        return (
            self.temperature
            and same_value(source, target, temperature=True)
            and bool(source.units and target.units)
        )


def _kindred(source: Quantity, target: Quantity) -> bool:
    """Whether the two are of a kind: a rate has only rates for partners."""
    return (source.group == "rate") == (target.group == "rate")


def _foreign(source: Quantity, target: Quantity) -> bool:
    """Whether the target is the source's number as another language would write it."""
    return not same_value(source, target) and any(
        value in target.foreign for value in source.values or source.foreign
    )


@lru_cache(maxsize=4096)
def differences(
    source_text: str, source_tag: str, target_text: str, target_tag: str, temperature: bool = False
) -> tuple[Difference, ...]:
    """Return how the quantities of two visible texts differ, surest first. Never raises."""
    source = read_quantities(source_text, source_tag)
    target = read_quantities(target_text, target_tag)
    if _alike(source, target):
        return ()
    sides = _Sides(source, target)
    found = [*_agreeing(sides, temperature)]
    _shares(sides.source, source, sides.target)
    _shares(sides.target, target, sides.source)
    _reciprocals(sides)
    found += [*_differing(sides, source, target), *_left(sides, nouns_count=target_tag.startswith("ar"))]
    found += _bindings(sides.matched, counts_move=target_tag.split("_")[0] in ("zh", "ja"))
    if not found:
        found += _bonds(source, target)
        found += _dates(source, target)
        found += _lines(sides.matched, source_text, target_text)
    here, there = _Text(source_text, source_tag, source), _Text(target_text, target_tag, target)
    moved = {name for name in ("approximate", "comparator") if len(_sides_lacking(name, found)) > 1}
    return tuple(
        difference
        for difference in found
        if difference.id in moved or not _told_elsewhere(difference, here, there)
    )


def _sides_lacking(name: str, found: Sequence[Difference]) -> set[str]:
    """Return the sides that lack what differs: where it moved from one number to another, both do."""
    pairs = [(one.source, one.target) for one in found if one.id == name and one.source and one.target]
    if name == "approximate":
        return {"target" if source.about else "source" for source, _ in pairs if source}
    return {
        "target" if target.comparators == NONE else "source"
        for source, target in pairs
        if NONE in (source.comparators, target.comparators)
    }


class _Text(NamedTuple):
    """One side of a pair."""

    text: str
    tag: str
    quantities: Sequence[Quantity]


def _told_elsewhere(difference: Difference, here: _Text, there: _Text) -> bool:
    """Whether the side that lacks a comparator or an “about” has one that belongs to no number."""
    source, target = difference.source, difference.target
    if source is None or target is None or difference.id not in ("approximate", "comparator"):
        return False
    if difference.id == "approximate":
        having, lacking = (here, there) if source.about else (there, here)
        hedged = _clusters(quantity for quantity in having.quantities if quantity.about)
        return loose_ends(lacking.text, lacking.tag).hedges >= hedged
    if NONE not in (source.comparators, target.comparators):
        return False
    having, lacking = (there, here) if source.comparators == NONE else (here, there)
    bounds = loose_ends(lacking.text, lacking.tag).bounds
    signs = (source.comparators | target.comparators) - NONE
    if bounds.get("not", 0) and not loose_ends(having.text, having.tag).bounds.get("not", 0):
        return True  # “If 6 hours have not passed” is “less than 6 hours”.
    return any(
        bounds.get(sign, 0)
        >= _clusters(quantity for quantity in having.quantities if sign in quantity.comparators)
        for sign in signs
    )


def _clusters(quantities: Iterable[Quantity]) -> int:
    """Count quantities, the ends of a range as one."""
    return len({quantity.start if quantity.bond < 0 else quantity.bond for quantity in quantities})


def _agreeing(sides: _Sides, temperature: bool) -> Iterator[Difference]:
    """Take out the pairs that agree; yield what little they differ in."""
    for source, target in sides.pair(Agreement(temperature=temperature)):
        compared = source.comparators != NONE or target.comparators != NONE
        if (
            source.about != target.about
            and not compared
            and Certainty.PERHAPS not in (source.certainty, target.certainty)
        ):
            yield Difference("approximate", source, target)
        if (
            source.every != target.every
            and source.certainty
            and not source.loose
            and not target.loose
            and source.comparators == NONE == target.comparators  # “at least 8 weeks apart”
            and _spans(source)
            and _spans(target)
        ):
            yield Difference("rate", source, target)


def _spans(quantity: Quantity) -> bool:
    return bool(quantity.units & {"h", "day", "week", "month", "min", "year"})


def _differing(sides: _Sides, here: Sequence[Quantity], there: Sequence[Quantity]) -> Iterator[Difference]:
    """Take out the pairs that differ in one thing."""
    for source, target in sides.pair(_foreign_agreement):
        yield Difference("convention", source, target)
    for source, target in sides.pair(Agreement(comparator=False)):
        # “more than a year” is a quantity on both sides, though “a” is hardly a number.
        compared = NONE.isdisjoint(source.comparators | target.comparators)
        if source.certainty or target.certainty or compared:
            yield Difference("comparator", source, target)
    for source, target in sides.pair(Agreement(unit=False)):
        if _elliptic(source, target, here, there):
            continue
        sure = (source.certainty and target.certainty) or _SAFE & source.units & target.units
        if sure or _one_time(source, target):
            yield Difference("rate" if source.group == "rate" else "unit", source, target)
        elif source.certainty or target.certainty:
            # “one minute” beside “1 hour”: told as missing below if it is one at all.
            sides.matched.pop()
            sides.source.append(source)
            sides.target.append(target)
    for _ in sides.pair(_next_whole):
        pass
    for source, target in sides.pair(_changed):
        yield Difference("rate" if source.group == "rate" else "value", source, target)


def _elliptic(
    source: Quantity, target: Quantity, here: Sequence[Quantity], there: Sequence[Quantity]
) -> bool:
    """Whether the unit that one side leaves out stands with another of its numbers: “less than 6”."""
    if bool(source.units) == bool(target.units):
        return False
    full, own, others = (source, here, there) if source.units else (target, there, here)
    told = sum(other.units == full.units and other.group == "number" for other in others)
    if not told and not (full.units == {"year"} and 10 <= full.values[0] <= 110):
        return False  # But “Dr Lee, 58,” is an age.
    return told < sum(other.units == full.units and other.group == "number" for other in own)


_TIMES = frozenset({"min", "h", "day", "week", "month", "year"})


def _one_time(source: Quantity, target: Quantity) -> bool:
    """Whether “within an hour” became “within one day”."""
    bound = NONE.isdisjoint(source.comparators & target.comparators) or not (source.loose or target.loose)
    times = source.units <= _TIMES and target.units <= _TIMES and source.units and target.units
    return bool(bound and times) and source.group == target.group == "number"


def _alike(source: Sequence[Quantity], target: Sequence[Quantity]) -> bool:
    """Whether both sides are the same, one by one and in order: most translations are."""
    return len(source) == len(target) and all(
        here[2] == there[2] and here[4:11] == there[4:11] and here.group == there.group and here.values
        for here, there in zip(source, target, strict=True)
    )


def _shares(left: list[Quantity], side: Sequence[Quantity], others: list[Quantity]) -> None:
    """Take out proportions of one side that the other writes as fractions: one in five, 五分之一, 20%."""
    for whole in [quantity for quantity in left if quantity.role == "whole"]:
        part = next((one for one in side if one.role == "part" and one.bond == whole.bond), None)
        if part is None or not whole.values[0]:
            continue
        share = part.values[0] / whole.values[0]
        for other in others:
            percent = other.units == {"%"} and share * 100 in other.values
            if (share in other.values and not other.units) or percent:
                others.remove(other)
                left[:] = [quantity for quantity in left if quantity not in (whole, part)]
                break


def _reciprocals(sides: _Sides) -> None:
    """Take out “by a factor of four” beside “to a quarter”."""
    for source in list(sides.source):
        for target in list(sides.target):
            if source.units | target.units <= {"times"} and source.values and target.values:
                one, other = source.values[0], target.values[0]
                whole = 1 in (one.denominator, other.denominator) and (source.certainty or target.certainty)
                if whole and one * other == 1 != one and source in sides.source and target in sides.target:
                    sides.source.remove(source)
                    sides.target.remove(target)


def _foreign_agreement(source: Quantity, target: Quantity) -> bool:
    return _foreign(source, target) and same_unit(source, target)


_STEPS = {">": 1, "<": -1}
_TURNED = {">": "<=", "<": ">="}


def _next_whole(source: Quantity, target: Quantity) -> bool:
    """Whether “more than two” is counted as 3以上."""
    whole = len(source.values) == 1 == len(target.values) and source.values[0].denominator == 1
    strict = source.comparators.isdisjoint(
        {"=", "<=", ">="} - {_TURNED.get(sign) for sign in source.comparators}
    )
    if not whole or not strict or "=" in target.comparators or (source.units | target.units) - {"times"}:
        return False
    step = target.values[0] - source.values[0]
    return any(
        step == _STEPS[one] and other in target.comparators
        for one, other in ((">", ">="), ("<", "<="))
        if one in source.comparators
    )


def _changed(source: Quantity, target: Quantity) -> bool:
    """Whether a number without a partner may have been changed into another one without one."""
    if source.group != target.group and "label" in (source.group, target.group):
        return False
    if source.group == target.group in ("label", "ordinal", "rate", "month", "decade"):
        return source.group != "rate" or bool(source.certainty or target.certainty)
    vague = {source.values[0], target.values[0]} if source.values and target.values else {Fraction(1)}
    if vague <= _VAGUE and source.group == target.group == "number":
        return True  # “hundreds” became “thousands”.
    parts = [any(0 < value < 1 for value in quantity.values) for quantity in (source, target)]
    return bool(source.certainty and target.certainty) or all(parts)


def _left(sides: _Sides, *, nouns_count: bool) -> Iterator[Difference]:
    """Yield what has no partner. `nouns_count`: whether a noun alone says one in the target's language."""
    for source in sides.source:
        if nouns_count and source.values == (1,) and source.group == "number" and not source.role:
            continue
        if source.certainty and not _repeated(source, sides.matched, 0):
            yield Difference(_loss(source, "missing"), source, None)
    for target in sides.target:
        if target.certainty and not _repeated(target, sides.matched, 1):
            yield Difference(_loss(target, "added"), None, target)


def _repeated(rate: Quantity, matched: Sequence[tuple[Quantity, Quantity]], side: int) -> bool:
    """Whether a rate only says again what another says (from 0.9 m/s to 1.1 m/s), or a number one of two."""
    if rate.certainty is Certainty.WORD and rate.group == "number":
        # 三四次 is “three or four”.
        return any(
            len(pair[1 - side].values) > 1 and rate.values[0] in pair[1 - side].values for pair in matched
        )
    return rate.group == "rate" and any(
        pair[side].group == "rate" and not rate.units.isdisjoint(pair[side].units) for pair in matched
    )


def _loss(quantity: Quantity, what: str) -> str:
    if quantity.group == "rate":
        return "rate"
    return what if quantity.certainty is Certainty.DIGITS else "words"


def _bindings(matched: Sequence[tuple[Quantity, Quantity]], *, counts_move: bool) -> list[Difference]:
    """Find numbers that changed places: both are there, each where the other belongs.

    `counts_move`: whether the target's grammar moves what is counted, as Chinese and Japanese do;
    then bare counts prove nothing by their order.
    """
    # Only numbers that nothing but their places tells apart can be mistaken for each other.
    classes: dict[object, list[tuple[Quantity, Quantity]]] = {}
    for source, target in sorted(matched, key=lambda pair: pair[0].start):
        sure = source.certainty and target.certainty and source.group == "number"
        if sure and (source.units or not counts_move) and source.role not in ("part", "whole"):
            signs = NONE if NONE <= source.comparators else source.comparators
            kind = source.units, counts_move and source.loose, signs, _size(source)
            classes.setdefault(kind, []).append((source, target))
    return [
        Difference("order", following, follower)
        for alike in classes.values()
        for (source, target), (following, follower) in itertools.pairwise(alike)
        if follower.start < target.start and source.values != following.values
    ]


def _bonds(source: Sequence[Quantity], target: Sequence[Quantity]) -> Iterator[Difference]:
    """Find ranges and proportions whose ends were exchanged with others."""
    for share, part in _pairs(target, ("part", "whole")).items():
        if share[0] > share[1] and share not in _pairs(source, ("part", "whole")) and _turned(target, part):
            yield Difference("order", source[0], part)  # 1人に8人
            return
    for roles in (("low", "high"), ("part", "whole"), ("top", "bottom")):
        here, there = _pairs(source, roles), _pairs(target, roles)
        if len(here) == len(there) and here.keys() != there.keys():
            lost = next(pair for pair in here if pair not in there)
            wrong = next(pair for pair in there if pair not in here)
            yield Difference("order", here[lost], there[wrong])


def _turned(quantities: Sequence[Quantity], part: Quantity) -> bool:
    """Whether a part stands behind its whole, as only proportions do, and both are bare."""
    whole = next(one for one in quantities if one.role == "whole" and one.bond == part.bond)
    return whole.start < part.start and not whole.units and not part.units


def _dates(source: Sequence[Quantity], target: Sequence[Quantity]) -> Iterator[Difference]:
    """Find days that stand beside another month than in the source."""
    here, there = _days(source), _days(target)
    if len(here) == len(there) and here.keys() != there.keys():
        lost = next(day for day in here if day not in there)
        wrong = next(day for day in there if day not in here)
        yield Difference("order", here[lost], there[wrong])


def _days(quantities: Sequence[Quantity]) -> dict[tuple[Fraction, Fraction], Quantity]:
    """Return the (month, day) of each date: a month and the day that stands next to it."""
    found: dict[tuple[Fraction, Fraction], Quantity] = {}
    for one, other in itertools.pairwise(quantities):
        groups = {quantity.group: quantity for quantity in (one, other)}
        month = groups.get("month")
        day = next((quantity for quantity in (one, other) if quantity.units == {"dom"}), None)
        if month and day and other.start - one.end <= _NEAR:
            found.setdefault((month.values[0], day.values[0]), day)
    return found


_ROUND = frozenset(Fraction(10**power) for power in range(3, 9))
"""What rates are of: 4 per 100,000."""
_NEAR = 6
"""So many characters may stand between a day and its month: 3 de marzo."""


_END = re.compile(r"[.!?](?=\s)|[;；。！？؛؟\n]")


def _lines(
    matched: Sequence[tuple[Quantity, Quantity]], source_text: str, target_text: str
) -> Iterator[Difference]:
    """Find numbers that changed places with those of another sentence, or of another line of a list."""
    here, there = _ends(source_text), _ends(target_text)
    if len(here) != len(there):
        return
    moved: dict[tuple[int, int], tuple[Quantity, Quantity]] = {}
    for source, target in matched:
        places = bisect.bisect(here, source.start), bisect.bisect(there, target.start)
        if source.certainty and target.certainty and places[0] != places[1]:
            if (places[1], places[0]) in moved:
                yield Difference("order", source, target)
                return
            moved[places] = source, target


def _ends(text: str) -> list[int]:
    return [match.start() for match in _END.finditer(text) if match.end() < len(text)]


def _pairs(
    quantities: Sequence[Quantity], roles: tuple[str, str]
) -> dict[tuple[Fraction, Fraction], Quantity]:
    """Return the values of each range, or of each part and its whole."""
    bonds: dict[int, dict[str, Quantity]] = {}
    for quantity in quantities:
        if quantity.role in roles and quantity.values:
            bonds.setdefault(quantity.bond, {})[quantity.role] = quantity
    return {
        (_amount(both[roles[0]]), _amount(both[roles[1]])): both[roles[0]]
        for both in bonds.values()
        if len(both) == 2
    }


def _amount(quantity: Quantity) -> Fraction:
    """Return a number in its dimension's base unit, so that 8 h and 8:00 are the same."""
    unit = "clock" if "clock" in quantity.units else next(iter(quantity.units), "")
    return quantity.values[0] * (UNITS[unit].factor if quantity.units <= {"clock", "h"} and unit else 1)


def _size(quantity: Quantity) -> str:
    """Return the rough class of a number: years, fractions and millions do not change places."""
    value = quantity.values[0] if quantity.values else Fraction(0)
    if quantity.units:
        return "measure"
    if value.denominator == 1 and 1500 <= value < 2100:
        return "year"
    if quantity.certainty is Certainty.WORD and 0 < value < 1:
        return "fraction"
    return "large" if value in _ROUND else "number"

"""What languages say in other numbers: one in five and 20%, twice a year and every six months, 3 h 40."""

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from pipeline.checks.quantities.comparison.agreement import same_comparator
from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.pairing import Sides
from pipeline.checks.quantities.quantity import NONE, ONE, Quantity
from pipeline.checks.quantities.units import UNITS, convertible

_DEGREES, _ONCE = frozenset({"°", "°C"}), frozenset({"times"})
_CALENDAR = frozenset({"s", "min", "h", "day", "week", "month", "year"})
_LASTING = (frozenset({"clock"}), frozenset({"h"}))
_DECADE = frozenset({"decade"})
_A_DECADE = re.compile(r"\b(?:an?|per|each|every) decade\b")
_YEAR, _TEN = frozenset({"year"}), (Fraction(10),)
_YEARLESS = 100
"""Decades up to this are of an age, or of a century that is not told."""
_THIS = re.compile(r"\b(?:the|this|that|current) (?:current )?$", re.IGNORECASE)
_FEW = re.compile(r"\b(?:couple|few|several|a handful)\b", re.IGNORECASE)
_PERCENT = frozenset({"%"})
_PAIR = (Fraction(2),)
_BESIDE = 6
"""So many characters may stand between two numbers of which a text leaves open which it is."""


def proportions(sides: Sides, source: Sequence[Quantity], target: Sequence[Quantity]) -> None:
    """Take out proportions beside fractions, before their numbers are taken for others.

    What says both, “43 of 86 (50%)”, is compared number by number first.
    """
    if any(one.role == "whole" for one in (*source, *target)):
        _proportions(sides, source, target, alone=True)


def _proportions(
    sides: Sides, source: Sequence[Quantity], target: Sequence[Quantity], *, alone: bool = False
) -> None:
    """Take out proportions of either side that the other writes as fractions.

    `alone`: but for those that their own side writes as a fraction too.
    """
    sides.shares += _shares(sides.source, source, sides.target, alone=alone)
    pairs = _shares(sides.target, target, sides.source, alone=alone)
    sides.shares += [(other, part) for part, other in pairs]


def said_otherwise(
    sides: Sides, source: Sequence[Quantity], target: Sequence[Quantity], source_text: str
) -> None:
    """Take out of both sides what they say in different numbers."""
    if not (sides.source or sides.target):
        return
    _proportions(sides, source, target)
    _reciprocals(sides, source_text)
    _frequencies(sides.source, source, sides.target)
    _frequencies(sides.target, target, sides.source)
    _pointed(sides, source_text)
    _for_one(sides.source, sides.target)
    _for_one(sides.target, sides.source)
    _quarters(sides.source, sides.target)
    _seconds(sides.source, sides.target)
    _dozens(sides.source, sides.target)
    _sums(sides.source, sides.target)
    _sums(sides.target, sides.source)
    _periods(sides.source, sides.target)
    _periods(sides.target, sides.source)
    _durations(sides.source, sides.target)
    _durations(sides.target, sides.source)
    _all_but(sides, source_text)
    _each_measure(sides)
    _this_decade(sides, source_text)
    _vaguely(sides, target, source_text)
    _spans_of_decades(sides.source, sides.target, target)
    _spans_of_decades(sides.target, sides.source, source)


def _shares(
    left: list[Quantity], side: Sequence[Quantity], others: list[Quantity], *, alone: bool
) -> Iterator[tuple[Quantity, Quantity]]:
    """Take out proportions of one side that the other writes as fractions: one in five, 五分之一, 20%."""
    for whole in [quantity for quantity in left if quantity.role == "whole"]:
        part = next((one for one in side if one.role == "part" and one.bond == whole.bond), None)
        if part is None or not whole.values[0]:
            continue
        share = part.values[0] / whole.values[0]
        sign = part.comparators if part.comparators != NONE else whole.comparators
        if share >= 1 or (
            alone and any(_worth(share, one) for one in left if one.role not in ("part", "whole"))
        ):
            continue
        said = part._replace(role="", comparators=sign, about=part.about or whole.about)
        for other in others:
            if _worth(share, other) and same_comparator(said, other):
                others.remove(other)
                left[:] = [quantity for quantity in left if quantity not in (whole, part)]
                yield part, other
                break


_IN_EACH = re.compile(
    r"\s*(?:(?:a|an|per|each|every|in|in (?:a|an|any|each|every)|pro|je|innerhalb von|binnen|en|por|cada|al"
    r"|par|chaque|tous les|toutes les|a cada|ogni|em|al) )?"
)
"""What may stand between how often something is done and the time it is done in: once a fortnight."""
_ONCE_BEHIND = re.compile(r"[\s,(]*")


def often(span: Quantity, side: Text) -> bool:
    """Whether a time without an “every” is one in which something is done so often: once a fortnight."""
    for count in side.quantities:
        if count.units == {"times"} and count.group == "number":
            if count.end <= span.start and _IN_EACH.fullmatch(side.text, count.end, span.start):
                return True
            if span.end <= count.start and _ONCE_BEHIND.fullmatch(side.text, span.end, count.start):
                return True
    return False


def _worth(share: Fraction, other: Quantity) -> bool:
    """Whether a number is worth a share: a fifth, 20%, 200,000 ppm."""
    if not other.units:
        return share in other.values
    units = [UNITS[unit] for unit in other.units & UNITS.keys()]
    return any(unit.dimension == "share" and share / unit.factor in other.values for unit in units)


def _reciprocals(sides: Sides, source_text: str) -> None:
    """Take out “by a factor of four” beside “to a quarter”."""
    for source in list(sides.source):
        said = source_text[source.start : source.end].lower()
        if source_text.startswith(" as ", source.end) and source.values[:1] >= ONE:
            continue  # “Twice as long” is no half.
        if said.startswith(("twice", "doubl")):
            continue  # “Twice as long” is no half.
        for target in list(sides.target):
            if source.units | target.units <= {"times"} and source.values and target.values:
                one, other = source.values[0], target.values[0]
                whole = 1 in (one.denominator, other.denominator) and (source.certainty or target.certainty)
                if whole and one * other == 1 != one and source in sides.source and target in sides.target:
                    sides.shares.append((source, target))  # “Half as many” is “deux fois moins”.
                    sides.source.remove(source)
                    sides.target.remove(target)


def _frequencies(left: list[Quantity], side: Sequence[Quantity], others: list[Quantity]) -> None:
    """Take out “twice a year” beside “every six months”."""
    for times in [one for one in left if one.units == {"times"} and one.values and one.values[0] > 1]:
        rate = next((one for one in side if one.group == "rate" and one.start >= times.start), None)
        for unit in rate.units & UNITS.keys() if rate else ():
            for other in others:
                if any(
                    convertible(Fraction(1), unit, value * times.values[0], name)
                    for value in other.values
                    for name in other.units
                ):
                    others.remove(other)
                    left[:] = [one for one in left if one not in (times, rate)]
                    break


_POINTED = re.compile(r"\b(?:at|by|from|until|till|before|after) [12]?[1-9]\.[0-5]\d(?!\d)")
"""What may be a time of day with a point: at 9.30."""


def _pointed(sides: Sides, source_text: str) -> None:
    """Take out “at 9.30” beside the time of day that it is."""
    for found in _POINTED.finditer(source_text):
        for one in [one for one in sides.source if one.end == found.end() and not one.units and one.values]:
            hours, rest = divmod(one.values[0], 1)
            minutes = hours * 60 + rest * 100
            for other in sides.target:
                if "clock" in other.units and minutes in other.values:
                    sides.source.remove(one)
                    sides.target.remove(other)
                    break


def _for_one(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “each litre that you drink” beside 每喝一升."""
    for rate in [one for one in left if one.group == "rate"]:
        for other in others:
            single = other.every and other.values == ONE and other.group != "ordinal"
            if single and not rate.units.isdisjoint(other.units):
                left.remove(rate)
                others.remove(other)
                break


def _periods(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “yearly” beside “every twelve months”, and “a day” beside “per 24 hours”."""
    for rate in [one for one in left if one.group == "rate"]:
        for other in [one for one in others if _several(one)]:
            if any(
                convertible(Fraction(1), unit, other.values[0], name)
                for unit in rate.units & UNITS.keys()
                for name in other.units
            ):
                left.remove(rate)
                others.remove(other)
                break


def _quarters(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “90 euros a quarter” beside “every three months”."""
    for part in [one for one in left if one.values == _QUARTER and not one.units and not one.certainty]:
        for other in others:
            if (
                other.units == {"month"}
                and other.values == _MONTHS
                and (other.every or other.group == "rate")
            ):
                left.remove(part)
                others.remove(other)
                break


def _seconds(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “in the second” group beside في الثانية, which is “per second” as well."""
    for ordinal in [one for one in left if one.group == "ordinal" and one.values == (Fraction(2),)]:
        for other in others:
            if other.group == "rate" and other.units == {"s"}:
                left.remove(ordinal)
                others.remove(other)
                break


def _dozens(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “a dozen” beside 十余, which is somewhat more than ten."""
    for dozen in [one for one in left if one.values == _DOZEN and not one.certainty]:
        for other in others:
            if other.values == _TEN and ">" in other.comparators and dozen.comparators == NONE:
                left.remove(dozen)
                others.remove(other)
                break


_DOZEN = (Fraction(12),)
_QUARTER, _MONTHS = (Fraction(1, 4),), (Fraction(3),)


def _sums(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “an hour and a quarter”, or 90 minutes, beside “one hour, fifteen minutes”, “1 h 30 min”."""
    for whole in [one for one in left if one.units <= _CLOCKED and len(one.values) == 1 and one.units]:
        for first, second in itertools.pairwise(tuple(others)):
            parts = (whole, first, second)
            if all(part.units <= _CLOCKED and len(part.values) == 1 and part.units for part in parts):
                total, one, other = (part.values[0] * UNITS[min(part.units)].factor for part in parts)
                if total == one + other and one > other and second.start - first.end <= _NEXT:
                    left.remove(whole)
                    others[:] = [part for part in others if part not in (first, second)]
                    break


_CLOCKED = frozenset({"s", "min", "h"})
_NEXT = 12
"""So many characters may stand between the hours and the minutes."""


def _several(quantity: Quantity) -> bool:
    """Whether a quantity is a number of units for sure."""
    return bool(quantity.certainty) and quantity.group == "number" and quantity.values[:1] > ONE


def _durations(left: list[Quantity], others: list[Quantity]) -> None:
    """Take out “3 h 40”, which looks like a time of day, beside “3 hours 40 minutes”."""
    for clock in [one for one in left if one.units in _LASTING]:
        scale = 1 if clock.units == {"clock"} else 60  # “an hour and a quarter”, 1時間15分
        for hours, minutes in itertools.pairwise(tuple(others)):
            timed = hours.units == {"h"} and minutes.units == {"min"} and hours.values and minutes.values
            if timed and (hours.values[0] * 60 + minutes.values[0]) / scale in clock.values:
                left.remove(clock)
                others[:] = [one for one in others if one not in (hours, minutes)]
                break


def _all_but(sides: Sides, source_text: str) -> None:
    """Take out “all but 0.1%” beside 99.9%."""
    for rest in [one for one in sides.source if one.units == _PERCENT and one.values]:
        if source_text.endswith("all but ", 0, rest.start):
            whole = next((one for one in sides.target if one.values == (100 - rest.values[0],)), None)
            if whole and whole.units == _PERCENT:
                sides.source.remove(rest)
                sides.target.remove(whole)


def _each_measure(sides: Sides) -> None:
    """Take out “each litre that you drink adds …” beside “if you drink one litre, it adds …”."""
    for rate in [one for one in sides.source if one.group == "rate"]:
        calendar = not rate.units.isdisjoint(_CALENDAR)
        units = rate.units | _ONCE if rate.units & _DEGREES else rate.units  # 体温が1度下がるごとに
        for one in sides.target:
            single = one.group == "number" and one.values == ONE and not one.units.isdisjoint(units)
            if single and (one.every or not calendar):
                sides.source.remove(rate)
                sides.target.remove(one)
                break


def _this_decade(sides: Sides, source_text: str) -> None:
    """Take out “by the end of the decade” beside “by the end of the 2020s”."""
    if sides.target and "decade" in source_text and _A_DECADE.search(source_text):
        spans = [one for one in sides.target if one.units == _YEAR and one.values == _TEN]
        for span in spans[:1]:
            sides.target.remove(span)  # “10% a decade”, 10年で10%
    for named in [one for one in sides.target if one.group == "decade" and one.values[0] > _YEARLESS]:
        meant = next((one for one in sides.source if one.units == _DECADE and one.values == ONE), None)
        if meant and _THIS.search(source_text, max(0, meant.start - 9), meant.start):
            sides.target.remove(named)
            sides.source.remove(meant)


def _vaguely(sides: Sides, target: Sequence[Quantity], source_text: str) -> None:
    """Take out two small numbers in a row beside “a few” and “a couple of”: 2、3分, zwei bis drei."""
    spare = len(_FEW.findall(source_text)) if len(target) > 1 and sides.target else 0
    for low, high in itertools.pairwise(target):
        following = low.values and high.values and high.values[0] - low.values[0] == 1
        small = following and 1 < low.values[0] < 7 and high.start - low.end < _BESIDE
        if spare and small and high in sides.target:
            spare -= 1
            sides.target.remove(high)
            if low in sides.target:
                sides.target.remove(low)
    for pair in [one for one in sides.source if one.values == _PAIR and not one.certainty] if spare else ():
        if same := next((one for one in sides.target if one.values == _PAIR), None):
            sides.source.remove(pair)  # “a couple of quiet days”
            sides.target.remove(same)


def _nth_decade(quantity: Quantity) -> bool:
    """Whether a number names a decade of life by its place."""
    return quantity.group == "ordinal" and quantity.units == {"decade"}


def _spans_of_decades(left: list[Quantity], others: list[Quantity], side: Sequence[Quantity]) -> None:
    """Take out “in their sixties” beside “between 60 and 70 years old”, unless that side has a decade."""
    if any(one.group == "decade" and one not in others for one in side):
        return
    for nth in [one for one in left if one.values and _nth_decade(one)]:
        age = (nth.values[0] - 1) * 10  # “In the fifth decade of life” is between forty and fifty.
        left[left.index(nth)] = nth._replace(values=(age,), group="decade")
    decades = [one for one in left if one.group == "decade" and one.values]
    for decade, later in itertools.pairwise(decades):
        lasts = {later.values[0] + step for step in (9, 10)}
        both = [one for one in others if one.units <= {"year"} and one.values[:1] != ()]
        found = [one for one in both if one.values[0] in {decade.values[0], *lasts}]
        if later.values[0] == decade.values[0] + 10 and len({one.values[0] for one in found}) == 2:
            left[:] = [one for one in left if one not in (decade, later)]
            others[:] = [one for one in others if one not in found]
            return  # “in their thirties and forties” is “from 30 to 50 years old”
    for decade in decades:
        ends = {value + step for value in decade.values for step in (0, 9, 10)}
        century = decade.values[0] / 100 + 1
        if century.denominator == 1 and (
            named := [one for one in others if "century" in one.units and century in one.values]
        ):
            left.remove(decade)  # “the 2000s” beside “the 21st century”
            others.remove(named[0])
            continue
        years = [one for one in others if one.units <= {"year"} and one.values and one.values[0] in ends]
        rising = all(one.values[0] <= other.values[0] for one, other in itertools.pairwise(years))
        nearly = len(years) == 1 and years[0].about  # “in her late fifties” is “nearly sixty”
        if years and rising and (nearly or years[0].values[0] in decade.values):
            left.remove(decade)
            others[:] = [one for one in others if one not in years]

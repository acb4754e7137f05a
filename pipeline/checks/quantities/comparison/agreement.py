"""What it takes for two quantities to be the same, or one of them changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from pipeline.checks.quantities.quantity import NONE, Certainty, Quantity
from pipeline.checks.quantities.units import UNITS, convertible, same_temperature

_VAGUE = frozenset(map(Fraction, (100, 1000, 10**4, 10**6, 10**7, 10**9)))
"""What words such as “thousands” are worth."""
_BOUNDS = {"low": frozenset({">="}), "high": frozenset({"<="})}
"""What the ends of a range are by themselves."""
_TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year"})
_CLOCK = frozenset({"clock"})
_DOZENS = [{Fraction(12), Fraction(value)} for value in (6, 20, 30, 40, 50, 60, 100, 1000)]
_DOUBLED = {Fraction(1, 2), Fraction(2)}
"""What “halved” and “doubled” are worth."""
_HARDLY = {frozenset("< <= =".split()), frozenset("> >= =".split())}
"""What “just under” and “just over” may be."""
_SHARES = {frozenset({unit}): 1 / UNITS[unit].factor for unit in UNITS if UNITS[unit].dimension == "share"}
_SHARES[frozenset({"times"})] = Fraction(1)
"""Units of which fractions in words may be another form, and how many of them are a whole."""
_TWO = (Fraction(2),)
_DAYS_OF_WEEKS = ((Fraction(2), Fraction(15)), (Fraction(1), Fraction(8)))
"""Weeks, and the days that some count them as."""
_NIGHTS = frozenset({"night", "times"})
_DEGREES = frozenset({"°", "°C", "°F"})
_NAMES = (frozenset({"times"}), frozenset({"quarter"}))
"""Units whose names a language may read as something else: “six quarters” are no fractions."""
_COUNTED = {"ordinal", "number"}
_STEPS = {">": 1, "<": -1}
_TURNED = {">": "<=", "<": ">="}


def same_value(source: Quantity, target: Quantity, *, temperature: bool = False) -> bool:
    """Whether both are worth the same, in units that convert exactly."""
    theirs, ours = source.values, target.values
    if theirs and ours and theirs[0] is ours[0] and source.units == target.units:
        return True
    if not theirs:
        # A source that its own readers cannot read is no measure: take it as it is written.
        theirs, ours = source.foreign, target.values or target.foreign
    if source.units == target.units != _CLOCK and len(source.units) < 2:
        return _common(theirs, ours)  # Nothing is to be converted.
    if _o_clock(source, target) or _o_clock(target, source):
        return True
    if source.units != target.units and (_percent(source, target) or _percent(target, source)):
        return True
    counted = source.loose and target.loose and source.units | target.units == _NIGHTS
    if source.units and target.units and not counted:  # “three night shifts” are counted 3回.
        if not temperature and not _commensurable(source.units, target.units):
            return False
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
    return _common(theirs, ours)


def _common(theirs: Sequence[Fraction], ours: Sequence[Fraction]) -> bool:
    """Whether two numbers have a reading in common."""
    if len(theirs) == 1 == len(ours):  # Most have one, and another numerator.
        return theirs[0].numerator == ours[0].numerator and theirs[0].denominator == ours[0].denominator
    return any(value in ours for value in theirs)


@lru_cache(maxsize=4096)
def _commensurable(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether some unit of the one measures what one of the other does."""
    return not _dimensions(here).isdisjoint(_dimensions(there))


def _dimensions(units: frozenset[str]) -> set[str]:
    return {UNITS[unit].dimension if unit in UNITS else unit for unit in units}


def _convertible(
    source: Quantity, value: Fraction, here: str, target: Quantity, other: Fraction, there: str
) -> bool:
    """Whether two measures are the same amount: 90 min and 1.5 h, 2 weeks and the 15 days that some say."""
    spoken = {here, there} == {"week", "day"} and source.certainty is not Certainty.DIGITS
    if spoken and ((value, other) if here == "week" else (other, value)) in _DAYS_OF_WEEKS:
        return True
    if source.group == "ordinal" and here == "decade":
        return False  # The fifth decade is no fifty years.
    if "clock" not in (here, there) and not (_likeliest(source, value) and _likeliest(target, other)):
        return False  # “1,500 g” is no 1,500 mg, though it might be 1.5 g.
    return convertible(value, here, other, there)


def _likeliest(quantity: Quantity, value: Fraction) -> bool:
    return not quantity.values or value == quantity.values[0] or quantity.group == "decade"


def _o_clock(bare: Quantity, clock: Quantity) -> bool:
    """Whether a bare number is the hour of a time of day: alle 10."""
    if clock.units != _CLOCK or (bare.units and not bare.loose):
        return False
    said = bare.certainty is Certainty.DIGITS or any(value.denominator in (2, 4) for value in bare.values[:1])
    if clock.role and (bare.role == clock.role or bare.group == "ordinal"):
        said = True  # between nine and half past ten
    return said and any(0 <= value <= 24 and value * 60 in clock.values for value in bare.values)


def _percent(share: Quantity, percent: Quantity) -> bool:
    """Whether a fraction in words is the other's percentage: “half” and 50 %, “one tenth” and 1割."""
    if percent.units not in _SHARES:
        return False
    if percent.units == {"times"} and (share.units == {"%"} or not share.certainty):
        part = 100 if share.units else 1  # “half as much again”, “50 % more” and 1.5倍
        grown = share.units <= {"%"} and share.group == percent.group == "number"
        return grown and any(1 + value / part in percent.values for value in share.values if 0 < value < part)
    if percent.units == {"times"} or share.units or share.certainty is Certainty.DIGITS:
        return False
    if share.role in ("part", "whole"):
        return False
    whole = _SHARES[percent.units]
    return any(0 < value < 1 and value * whole in percent.values for value in share.values)


def same_unit(source: Quantity, target: Quantity) -> bool:
    """Whether the units agree; a loose one agrees with none."""
    if source.units and target.units:
        return bool(source.units & target.units) or same_value(source, target)
    if not source.units and not target.units:
        return True
    alone, other = (target, source) if source.units else (source, target)
    # “over 65”, “between 20 and 40”, “children under two”: an age without its years.
    least = 10 if alone.certainty is Certainty.DIGITS else 1
    aged = (
        other.units == {"year"}
        and (alone.comparators != NONE or alone.role in ("low", "high"))
        and any(least <= value <= 110 for value in alone.values)
    )
    # “doubled” beside 2倍, “by a factor of four” beside “cuatro veces”.
    dated = alone.group == "ordinal" and bool(other.units & {"dom", "day", "week", "month", "year"})
    dated = dated and (alone.every or not other.every)  # “every two years” is no “second”.
    dated |= _o_clock(alone, other)
    dated |= other.units == {"month-of-year"} and alone.certainty is Certainty.DIGITS
    # “the 3rd percentile” beside 3° percentile
    dated |= alone.group == "ordinal" and other.units <= _DEGREES
    counted = alone.group == "ordinal" and other.group == "number" and other.certainty is Certainty.WORD
    shared = _percent(alone, other) or _percent(other, alone) or (other.units in _NAMES and not counted)
    return aged or dated or shared or other.loose


def same_comparator(source: Quantity, target: Quantity) -> bool:
    """Whether some meaning of the one's comparator is one of the other's."""
    # “At least one in three”: of the part, whichever of the two it stands beside.
    if source.about != target.about and NONE in (source.comparators, target.comparators):
        return True  # “nearly 50” beside 不到50
    if "whole" in (source.role, target.role):
        return True
    loosely = "decade" in (source.group, target.group) or (
        "ordinal" in (source.group, target.group) and not (source.units or target.units)
    )
    if loosely and NONE in (source.comparators, target.comparators):
        return True  # 六十多岁 is “in her sixties”.
    if source.role != target.role and source.role + target.role in _BOUNDS:
        bound = _BOUNDS[source.role + target.role]  # “from 6 to 12” beside 6歳以上12歳以下
        if bound & (target if source.role else source).comparators:
            return True
    if NONE not in (source.plainly, target.plainly):
        # “Not … under 12” on both sides: what is denied is the same.
        return not source.plainly.isdisjoint(target.plainly - NONE)
    if source.units <= _DEGREES and source.units and _nearly(source.comparators, target.comparators):
        return True  # “Store below 25 °C” is “nicht über 25 °C lagern”.
    common = source.comparators & target.comparators
    if common == NONE:  # “Just under” is not “just over”, though either may be neither.
        return {source.comparators, target.comparators} != _HARDLY
    return bool(common)


def _nearly(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two comparators differ at most in what they say of the bound itself."""
    ways = {sign[0] for sign in one - NONE}
    return len(ways) == 1 and ways == {sign[0] for sign in other - NONE} and NONE not in (one, other)


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """Which of value, unit and comparator must agree."""

    value: bool = True
    unit: bool = True
    comparator: bool = True
    temperature: bool = False

    def __call__(self, source: Quantity, target: Quantity) -> bool:
        """Whether `source` and `target` agree in what must agree."""
        if self.value and not (
            same_value(source, target, temperature=self.temperature)
            if self.unit
            else _common(source.values or source.foreign, target.values)
        ):
            return False
        if self.unit and not same_unit(source, target) and not self._converted(source, target):
            return False
        return not self.comparator or same_comparator(source, target)

    def _converted(self, source: Quantity, target: Quantity) -> bool:
        return (
            self.temperature
            and same_value(source, target, temperature=True)
            and bool(source.units and target.units)
        )


def kindred(source: Quantity, target: Quantity) -> bool:
    """Whether two numbers of which neither is sure are of a kind: “the second” is no “pair”."""
    if target.certainty or {source.group, target.group} != _COUNTED:
        return True
    number = source if source.group == "number" else target
    value = number.values[0] if number.values else Fraction(1, 2)
    return value.denominator != 1 or (value <= 1 and number.units <= {"times"})


def at_odds(source: Quantity, target: Quantity) -> bool:
    """Whether two numbers are of kinds that are never one, though they agree: “teenagers eight to ten”."""
    if "decade" in (source.group, target.group):
        return source.group != target.group and source.role != target.role
    # “Either the first or the second”
    both = source.group == "number" and not source.certainty and source.values == _TWO
    return both and target.group == "ordinal"


def _is_foreign(source: Quantity, target: Quantity) -> bool:
    """Whether the target is the source's number as another language would write it."""
    return not same_value(source, target) and any(
        value in target.foreign for value in source.values or source.foreign
    )


def foreign(source: Quantity, target: Quantity) -> bool:
    """Whether only the way of writing a number differs."""
    return _is_foreign(source, target) and same_unit(source, target)


def elliptic(source: Quantity, target: Quantity, here: Sequence[Quantity], there: Sequence[Quantity]) -> bool:
    """Whether the unit that one side leaves out stands with another of its numbers: “less than 6”."""
    if bool(source.units) == bool(target.units):
        return False
    full, own, others = (source, here, there) if source.units else (target, there, here)
    told = sum(other.units == full.units and other.group == "number" for other in others)
    if not told and not (full.units == {"year"} and any(10 <= value <= 110 for value in full.values)):
        return False  # But “Dr Lee, 58,” is an age.
    return told < sum(other.units == full.units and other.group == "number" for other in own)


def one_time(source: Quantity, target: Quantity) -> bool:
    """Whether “within an hour” became “within one day”."""
    bound = NONE.isdisjoint(source.comparators & target.comparators) or not source.loose
    times = source.units <= _TIMES and target.units - {"dom"} <= _TIMES and source.units and target.units
    return bool(bound and times) and source.group == target.group == "number"


def next_whole(source: Quantity, target: Quantity) -> bool:
    """Whether “more than two” is counted as 3以上."""
    whole = len(source.values) == 1 == len(target.values) and source.values[0].denominator == 1
    strict = source.comparators.isdisjoint(
        {"=", "<=", ">="} - {_TURNED.get(sign) for sign in source.comparators}
    )
    if (
        not whole
        or not strict
        or "=" in target.comparators
        or (source.units | target.units) - {"times", "year"}
    ):
        return False
    step = target.values[0] - source.values[0]
    return any(
        step == _STEPS[one] and other in target.comparators
        for one, other in ((">", ">="), ("<", "<="))
        if one in source.comparators
    )


def doubled(source: Quantity, target: Quantity) -> bool:
    """Whether “halved” became “doubled”."""
    bare = not (source.units or target.units) and source.group == target.group == "number"
    return bare and {*source.values, *target.values} == _DOUBLED


def changed(source: Quantity, target: Quantity) -> bool:
    """Whether a number without a partner may have been changed into another one without one."""
    if source.group != target.group and "label" in (source.group, target.group):
        return False
    if source.group != target.group and "decade" in (source.group, target.group):
        return source.certainty is target.certainty is Certainty.DIGITS
    if source.group == target.group in ("label", "ordinal", "rate", "month", "decade"):
        return True
    vague = {source.values[0], target.values[0]} if source.values and target.values else {Fraction(1)}
    if vague <= _VAGUE and source.group == target.group == "number":
        return True  # “hundreds” became “thousands”.
    sizes = {*source.values, *target.values}
    unsure = not (source.certainty or target.certainty) and source.group == target.group == "number"
    bare = not (source.units or target.units) or (source.every and target.every)
    if unsure and bare and (all(1 < size < 10 for size in sizes) or sizes in _DOZENS):
        return True  # “a dozen” became “a score”, “doubled” became “tripled”, “quarterly” “half-yearly”.
    parts = [any(0 < value < 1 for value in quantity.values) for quantity in (source, target)]
    return bool(source.certainty and target.certainty) or all(parts)

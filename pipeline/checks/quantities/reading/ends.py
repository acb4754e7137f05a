"""What tells whether two numbers are the ends of a range, and which hours or amounts they are then."""

from fractions import Fraction

from pipeline.checks.quantities.quantity import Quantity

ROUND = {frozenset({"h"}): frozenset({"day"}), frozenset({"day"}): frozenset({"week"})}


def rising(low: Quantity, high: Quantity) -> bool:
    """Whether the second number is the greater: “between 1 in 100 and 1 in 1,000” is no range."""
    return not low.values or not high.values or low.values[0] < high.values[0] or bool(low.units)


def leap(low: Quantity, high: Quantity) -> bool:
    """Whether a fraction in words stands before a number that no range begins with a fraction for."""
    part = not low.certainty and any(0 < value < 1 for value in low.values)
    return part and bool(high.values) and high.values[0] >= 10


def scaled(low: Quantity, high: Quantity) -> tuple[Fraction, ...]:
    """Return what the low end may be worth: in “1.2 to 1.8 million” it shares the scale."""
    if len(low.values) == 1 == len(high.values) and 0 < low.values[0] < 1000 and high.values[0] >= 10**6:
        scale = next(scale for scale in (10**12, 10**9, 10**6) if high.values[0] >= scale)
        return (low.values[0] * scale, low.values[0])
    return low.values


def always(first: Quantity, second: Quantity) -> bool:
    """Whether two numbers say “round the clock”: 24 heures sur 24, 7 giorni su 7."""
    return first.units in ROUND and first.values == second.values and (not second.units or second.loose)

"""Hours of the day that are written as bare numbers: from 9 to 5."""

from fractions import Fraction

from pipeline.checks.quantities.quantity import Certainty, Quantity
from pipeline.checks.quantities.reading.dates import CLOCK


def working_hours(low: Quantity, high: Quantity) -> bool:
    """Whether a falling range of small bare numbers in digits is one of hours: “from 9 to 5”."""
    digits = low.certainty is high.certainty is Certainty.DIGITS and low.group == "number"
    return digits and hour(low) and hour(high) and 12 >= low.values[0] > high.values[0] >= 1


def hour(quantity: Quantity) -> bool:
    """Whether a bare number may be an hour of the day."""
    value = quantity.values[0] if quantity.values else Fraction(1, 2)
    return not quantity.units and value.denominator == 1 and 0 <= value <= 24


def clock(quantity: Quantity, after: Fraction = Fraction(0)) -> Quantity:
    """Read a bare number as an hour, the likelier half of the day first: that which follows `after`."""
    minutes = quantity.values[0] % 24 * 60
    values = minutes, (minutes + 720) % 1440
    return quantity._replace(values=values if minutes > after else values[::-1], units=CLOCK)

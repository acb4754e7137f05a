"""A quantity as both sides of a translation must have it."""

from collections.abc import Mapping
from enum import IntEnum
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

NONE: frozenset[str] = frozenset({"="})
"""No comparator."""


ONE = (Fraction(1),)
"""The value of one."""


class Certainty(IntEnum):
    """How sure it is that a stretch of text is a quantity at all."""

    PERHAPS = 0
    """“one”, “first”, “both”: may match, is never missed."""
    WORD = 1
    """A number word."""
    DIGITS = 2


ABOUT = "about"
"""What a word says that hedges a number from afar: “it is estimated that”."""


class LooseEnds(NamedTuple):
    """What may belong to a number of a text though it stands far off."""

    hedges: int = 0
    """How many words say “about”, wherever they stand."""
    bounds: Mapping[str, int] = MappingProxyType({})
    """How many words and signs say each comparator, wherever they stand: of “!<” those that say no other."""


class Quantity(NamedTuple):
    """A number, all that belongs to it, and where it stands (in the visible text)."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    """What it may be worth, the likeliest first."""
    foreign: tuple[Fraction, ...] = ()
    """What readers with other habits of writing numbers would take it for."""
    units: frozenset[str] = frozenset()
    """Canonical units that it may have; empty for none."""
    loose: bool = False
    """The unit stands with a neighbour, not here: none is as good."""
    comparators: frozenset[str] = NONE
    plainly: frozenset[str] = NONE
    """The comparator as it stands, where a “not” far off may turn it round and `comparators` has both."""
    about: bool = False
    every: bool = False
    """“every 8 hours”."""
    role: str = ""
    """`part` or `whole` of a proportion, `low` or `high` of a range."""
    bond: int = -1
    """Where the first number of its range or proportion stands; -1 for a number by itself."""
    certainty: Certainty = Certainty.DIGITS
    group: str = "number"
    """`number`, `rate` (per unit, worth 1), `ordinal`, `decade`, `label` (B12), `name` (section 4.1),
    `month`."""


class Difference(NamedTuple):
    """One way in which the two sides differ."""

    id: str
    """The check that reports it, without `quantity.`."""
    source: Quantity | None
    target: Quantity | None


def yearly(quantity: Quantity) -> bool:
    """Whether a number may be a year: four digits without a unit."""
    return (
        len(quantity.values) == 1
        and quantity.end - quantity.start == 4
        and 1500 <= quantity.values[0] < 2100
        and not quantity.units
    )


def perhaps(signs: frozenset[str]) -> frozenset[str]:
    """Return a comparator that may as well not be, so that no unit decides it."""
    return signs | NONE | {f"{sign}=" for sign in signs & {"<", ">"}}

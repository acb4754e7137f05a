"""Finding for each quantity of a source its partner in the translation."""

from collections import Counter, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from fractions import Fraction

from pipeline.checks.quantities.comparison.agreement import at_odds, kindred
from pipeline.checks.quantities.quantity import Certainty, Quantity
from pipeline.checks.quantities.units import UNITS

_FEW = 24
"""Up to so many, all are looked at; of more, those that an index or their places bring together."""
_TWO = (Fraction(2),)
_ONCE = frozenset({"times"})
_SHARED = frozenset({"day", "week"})


class Sides:
    """What has no partner yet."""

    def __init__(self, source: Sequence[Quantity], target: Sequence[Quantity]) -> None:
        """Begin with everything; of much, with what is not the same, equally often, on both sides."""
        self.matched: list[tuple[Quantity, Quantity]] = []
        self.names: list[tuple[Quantity, Quantity]] = []
        """Pairs of numbers that only name a thing, and were copied."""
        self.shares: list[tuple[Quantity, Quantity]] = []
        """Parts of wholes, each with the fraction of the other side that says the same."""
        self.source, self.target = list(source), list(target)
        if len(source) > _FEW and len(target) > _FEW:
            self._take_same()

    def _take_same(self) -> None:
        here, there = Counter(map(_key, self.source)), Counter(map(_key, self.target))
        same = {key for key, count in here.items() if there[key] == count and key[0]}
        waiting: dict[Hashable, deque[Quantity]] = {}
        for quantity in self.target:
            if (key := _key(quantity)) in same:
                waiting.setdefault(key, deque()).append(quantity)
        for quantity in self.source:
            if (key := _key(quantity)) in same:
                self.matched.append((quantity, waiting[key].popleft()))
        self.source = [quantity for quantity in self.source if _key(quantity) not in same]
        self.target = [quantity for quantity in self.target if _key(quantity) not in same]

    def pair(
        self, agrees: Callable[[Quantity, Quantity], bool], *, worth: bool = True, wholly: bool = False
    ) -> Iterator[tuple[Quantity, Quantity]]:
        """Take out and yield all pairs that agree, surest and nearest first.

        `worth`: whether only quantities agree of which some reading is worth the same. `wholly`: whether
        all that are the same agree.
        """
        if not self.source or not self.target:
            return
        index = _index(self.target) if worth and len(self.target) > _FEW else None
        for source in sorted(self.source, key=_surest):
            near = self._near(source, index)
            partners = (wholly and _same(source, near)) or _partners(source, near, agrees)
            if partners:
                partner = partners[0] if len(partners) == 1 else self._best(source, partners)
                self.source.remove(source)
                self.target.remove(partner)
                if index is not None:
                    for key in _keys(partner):
                        index[key].remove(partner)
                self.matched.append((source, partner))
                yield source, partner

    def _near(self, source: Quantity, index: dict[Hashable, list[Quantity]] | None) -> Sequence[Quantity]:
        """Return those that may be partners of `source`, in order."""
        if index is not None:
            found = {target for key in _keys(source) for target in index.get(key, ())}
            return sorted(found, key=lambda target: target.start)
        if len(self.target) <= _FEW:
            return self.target
        place = self.source.index(source) * len(self.target) // len(self.source)
        return self.target[max(0, place - _FEW) : place + _FEW]

    def _best(self, source: Quantity, partners: Sequence[Quantity]) -> Quantity:
        """Return the partner that agrees in most, and of these the nearest."""
        place = self.source.index(source)
        places = {target.start: at for at, target in enumerate(self.target)}
        return min(
            partners,
            key=lambda target: (
                len(target.values) > 1 and source.values[:1] != target.values[:1],
                len(target.values) != len(source.values),
                -target.certainty,
                source.every != target.every,
                source.role != target.role,
                source.units != target.units,
                source.comparators != target.comparators,
                source.about != target.about,
                abs(places[target.start] - place),
            ),
        )


def _same(source: Quantity, near: Sequence[Quantity]) -> list[Quantity]:
    """Return the only number in digits that is the same in all but its place: most have one."""
    if source.certainty is not Certainty.DIGITS or not source.values:
        return []
    first, said, group = source.values[0], source[4:11], source.group
    found = [
        target
        for target in near
        if target.values
        and target.values[0] is first
        and target.certainty is Certainty.DIGITS
        and target[4:11] == said
        and target.group == group
        and target.values == source.values
    ]
    return found if len(found) == 1 else []


def _partners(
    source: Quantity, near: Sequence[Quantity], agrees: Callable[[Quantity, Quantity], bool]
) -> list[Quantity]:
    """Return all that agree with `source` and are of its kind."""
    rate = source.group == "rate"  # A rate has only rates for partners.
    partners = [
        target
        for target in near
        if (target.group == "rate") is rate
        and agrees(source, target)
        and not (source.group == "ordinal" and _noun(target))
        and not at_odds(source, target)
    ]
    if partners and not source.certainty:
        return [target for target in partners if kindred(source, target)]
    return partners


def _noun(quantity: Quantity) -> bool:
    """Whether a number is a noun that only looks like an Arabic dual, and so no partner of “second”."""
    bare = not quantity.certainty and quantity.group == "number" and not quantity.units
    return bare and quantity.values == _TWO


def _surest(quantity: Quantity) -> tuple[int, bool, int]:
    """Sort the surest first, and “once” behind all others that are as unsure."""
    return -quantity.certainty, not quantity.certainty and quantity.units == _ONCE, quantity.start


def _key(quantity: Quantity) -> tuple[Hashable, ...]:
    """Return all of a quantity but its place."""
    return (quantity.values, *quantity[4:11], quantity.certainty, quantity.group)


def _keys(quantity: Quantity) -> set[Hashable]:
    """Return what quantities that are worth the same have in common: a value, an amount, an hour."""
    keys: set[Hashable] = {*quantity.values, *quantity.foreign}
    for unit in quantity.units & UNITS.keys():
        dimension, factor = UNITS[unit]
        keys |= {(dimension, value * factor) for value in quantity.values}
    keys |= {("clock", value * (1 if quantity.units else 60)) for value in quantity.values}
    if quantity.units & _SHARED:
        keys.add("fortnight")
    return keys


def _index(quantities: Sequence[Quantity]) -> dict[Hashable, list[Quantity]]:
    """Return the quantities by each of their keys."""
    index: dict[Hashable, list[Quantity]] = {}
    for quantity in quantities:
        for key in _keys(quantity):
            index.setdefault(key, []).append(quantity)
    return index

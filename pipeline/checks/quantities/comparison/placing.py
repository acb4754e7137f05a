"""Numbers that changed places: both are there, each where the other belongs."""

import bisect
import itertools
import operator
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from pipeline.checks.quantities.comparison.order import keeps
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Difference, Quantity, yearly
from pipeline.checks.quantities.units import UNITS

Pair = tuple[Quantity, Quantity]
_Share = tuple[Fraction, Fraction]
"""A range, or a part and its whole."""
_SHARE = ("part", "whole")
_ROUND = frozenset(Fraction(10**power) for power in range(3, 9))
"""What rates are of: 4 per 100,000."""
_HALF_DAY = 12 * UNITS["h"].factor
_HOURLY = frozenset({"clock", "h"})
_OF_MONTH = frozenset({"dom"})
"""What 2日 may be besides two days."""
_CALENDAR = frozenset({"day", "week", "month", "year"})
_NEAR = 6
"""So many characters may stand between a day and its month: 3 de marzo."""
_END = re.compile(r"[.!?](?=\s)|[;；。！？؛؟\n]")


class _Measure(NamedTuple):
    """What is the same of numbers that only their places tell apart."""

    units: frozenset[str]
    loose: bool
    signs: frozenset[str]
    every: bool
    size: str
    written: Certainty


def misplaced(matched: Sequence[Pair], source_text: str, *, counts_move: bool) -> Iterator[Difference]:
    """Find numbers that changed places: both are there, each where the other belongs.

    `counts_move`: whether the target's grammar moves phrases that others put behind, as Chinese and
    Japanese do; then only what a list or a new clause puts side by side proves anything by its order.
    """
    # Only numbers that nothing but their places tells apart can be mistaken for each other.
    classes: dict[object, list[Pair]] = {}
    wholes = {source.bond: source.values for source, _ in matched if source.role == "whole"}
    for source, target in sorted(matched, key=lambda pair: pair[0].start):
        if (
            source.start
            and source_text[source.start - 1] == "("
            and source_text[source.start - 2 : source.start - 1].isdigit()
        ):
            continue  # Article 10(8) is “apartado 8 del artículo 10”.
        if target.role == "whole" and not source.role and _of(source, source_text):
            continue  # “Of the 1,248 randomised, 37 withdrew” is “37 of the 1,248”.
        if not counts_move and source.role in ("low", "high") and source.certainty and target.certainty:
            classes.setdefault(source.bond, []).append((source, target))
        elif not counts_move and source.role == target.role == "part" and source.certainty:
            classes.setdefault(("part", wholes.get(source.bond)), []).append((source, target))
        if kind := _class(source, target, counts_move=counts_move):
            classes.setdefault(kind, []).append((source, target))
            if source.comparators > NONE and not counts_move and isinstance(kind, _Measure):
                signs = frozenset(sign[0] for sign in source.comparators - NONE)
                bounded = kind._replace(signs=signs)  # “not exceed 45 dB and 38 dB”
                classes.setdefault(bounded, []).append((source, target))
    for alike in classes.values():
        moved = sorted(alike, key=lambda pair: pair[1].start)
        if [source.values for source, _ in alike] == [source.values for source, _ in moved]:
            continue  # Of two equal numbers, each may be the partner of either.
        for (source, target), (following, follower) in itertools.pairwise(alike):
            moved_here = follower.start < target.start and source.values != following.values
            ranged = source.bond == following.bond != -1  # “from −2.8 to −2.3” is told in order.
            if moved_here and (
                not counts_move
                or ranged
                or keeps(source, following, source_text, _measured(source) or _measured(target))
            ):
                yield Difference("order", following, follower)


_OF = re.compile(r"\b(?:of|among|from)(?: (?:the|these|those|all|our|a total of))* $", re.IGNORECASE)


def _of(quantity: Quantity, text: str) -> bool:
    """Whether English names a number as a whole: of the 1,248 participants."""
    return _OF.search(text, max(0, quantity.start - 24), quantity.start) is not None


def _class(source: Quantity, target: Quantity, *, counts_move: bool) -> object:
    """Return what numbers have in common that only their places tell apart; None for what has no place."""
    if source.role in _SHARE:
        return None
    bounded = not (source.comparators >= NONE or counts_move)
    signs = frozenset(sign[0] for sign in source.comparators) if bounded else NONE
    if target.group == "ordinal" and target.units & _CALENDAR and source.units == target.units:
        return "ordinal", target.units
    if source.group == target.group == "ordinal":
        plain = source.units <= {"times"} and target.units <= {"times"}
        sure = target.certainty is Certainty.DIGITS or "times" in target.units
        return ("ordinal",) if plain and sure else None
    if source.group == "month":
        return ("month",) if "month-of-year" in target.units else None
    if counts_move and not source.units and not target.units and _told_part(target):
        return _Measure(source.units, False, NONE, False, "fraction", Certainty.WORD)  # “a quarter … a third”
    if not source.certainty and source.units.isdisjoint(target.units) and (source.units or target.units):
        return None
    single = counts_move and target.values == ONE and "times" not in target.units
    if not (target.certainty or single) or source.group != "number":
        return None
    if not source.certainty and not (counts_move and (source.values == ONE or 0 < source.values[0] < 1)):
        return None
    units = source.units or (target.units - _OF_MONTH if not target.loose else source.units)
    # “131 after three flights” may have the three in front: words and digits are not taken for each other.
    written = Certainty.DIGITS if units or counts_move else min(source.certainty, target.certainty)
    return _Measure(
        units,
        counts_move and source.loose,
        signs,
        source.every and target.every and not counts_move,
        "measure" if units else _size(source),
        written,
    )


def _told_part(quantity: Quantity) -> bool:
    """Whether a number is a fraction in words."""
    words = quantity.certainty is Certainty.WORD and quantity.group == "number"
    return words and 0 < quantity.values[0] < 1


def _measured(quantity: Quantity) -> bool:
    """Whether a number has a unit of its own."""
    return bool(quantity.units) and not quantity.loose


def exchanged(
    matched: Sequence[Pair],
    sources: Sequence[Quantity],
    targets: Sequence[Quantity],
    source_text: str,
    target_text: str,
) -> Iterator[Difference]:
    """Find numbers that stand in another range, share, date, sentence or line than in the source."""
    if any(target.role for target in targets):
        yield from _bonds(sources, targets, source_text)
        yield from _falling(sources, targets, target_text)
    if any(target.group == "rate" for target in targets):
        yield from _rated(sources, targets, source_text, target_text)
    if any(target.group == "month" for target in targets):
        yield from _dates(sources, targets)
    yield from _named(matched)
    places = [target.start for _, target in sorted(matched)]
    if any(map(operator.gt, places, places[1:])):
        yield from _lines(matched, source_text, target_text)


def _falling(
    sources: Sequence[Quantity], targets: Sequence[Quantity], target_text: str
) -> Iterator[Difference]:
    """Find a range that falls, as the source has none: 4～2包."""
    known = _pairs(sources, ("low", "high"))
    for low, high in itertools.pairwise(targets):
        if low.role != "low" or high.bond != low.bond or not low.values or not high.values:
            continue
        dashed = _DASH.fullmatch(target_text, low.end, high.start)
        falls = low.values[0] > high.values[0] and low.units.isdisjoint(_CYCLES) and not yearly(low)
        if dashed and falls and (_amount(low), _amount(high)) not in known:
            yield Difference("order", sources[0], low)


_DASH = re.compile(r"\s*[-–～〜~]\s*")
_CYCLES = frozenset({"clock", "dom", "month-of-year", "°C", "°F"})
"""Units of which a range may fall: from 22:00 to 6:00."""


def _bonds(source: Sequence[Quantity], target: Sequence[Quantity], source_text: str) -> Iterator[Difference]:
    """Find ranges and proportions whose ends were exchanged with others."""
    for share, part in _pairs(target, ("part", "whole")).items():
        shares = _pairs(source, ("part", "whole"))
        turned = share[::-1] in shares or _turned(target, part)
        turned = turned or any(share[:1] == one.values and _of(one, source_text) for one in source)
        if share[0] > share[1] and share not in shares and turned:
            yield Difference("order", source[0], part)  # 1人に8人
            return
    for roles in (("low", "high"), _SHARE, ("top", "bottom")):
        here, there = _pairs(source, roles), _pairs(target, roles)
        if len(here) == len(there) and here.keys() != there.keys():
            if _pairs(source, roles, _written).keys() == _pairs(target, roles, _written).keys():
                continue  # “Nine to twelve hours, teenagers eight to ten” has its unit once.
            lost = next(pair for pair in here if pair not in there)
            wrong = next(pair for pair in there if pair not in here)
            if {"clock"} in (here[lost].units, there[wrong].units) and (
                not (here[lost].units and there[wrong].units)
                or all((one - other) % _HALF_DAY == 0 for one, other in zip(lost, wrong, strict=True))
            ):
                continue  # “from 9 to 5” beside “dalle 9 alle 17”
            elliptic = bool(here[lost].units) != bool(there[wrong].units)
            if elliptic and lost[0] * wrong[1] == lost[1] * wrong[0]:
                continue  # “eight to ten”, 8～10時間
            yield Difference("order", here[lost], there[wrong])
        elif roles == _SHARE and (mixed := _mixed(here, there)):
            yield Difference("order", next(iter(here.values())), mixed)
        elif len(here) > 1 and list(here) != list(there) and here.keys() == there.keys():
            yield from _listed(list(here.items()), there, source_text)


def _named(matched: Sequence[Pair]) -> Iterator[Difference]:
    """Find numbers of which each has lost the unit that the other has got: week 12, 57 patients."""
    bare = [
        pair
        for pair in matched
        if bool(pair[0].units) != bool(pair[1].units)
        and all(one.certainty is Certainty.DIGITS and one.group == "number" and not one.role for one in pair)
        and not all(one.units <= {"year"} and one.comparators != NONE for one in pair)  # over 50, under 35
    ]
    for source, target in bare:
        aged = source.units == {"year"}  # Ages go without their unit: “women over 70”.
        if source.units and not aged and any(not source.units.isdisjoint(other[1].units) for other in bare):
            yield Difference("order", source, target)


_FREQUENT = frozenset({"times"})
_LIST = re.compile(r"\s*(?:times?)?[回次]?\s*(?:or|to|かまたは|または|又は|か|或|至|から|[-–～~、到])\s*")
"""What stands between numbers of a list: three or four."""
_BESIDE = re.compile(r"\s*(?:times?|[回次日天周年]|週間?|か?月)?\s*(?:に約?|最多|至少)?\s*")
"""What may stand between a count and its rate: three times a week, 1日に3回."""


def _rated(
    sources: Sequence[Quantity], targets: Sequence[Quantity], source_text: str, target_text: str
) -> Iterator[Difference]:
    """Find how often something is done in a time that something else is done in: three times a week."""
    here, there = _frequencies(sources, source_text), _frequencies(targets, target_text)
    lost = [often for often in here if not any(_same_rate(often, other) for other in there)]
    wrong = [often for often in there if not any(_same_rate(often, other) for other in here)]
    if len(here) != len(there) or not lost or not wrong or lost[0][1].units.isdisjoint(wrong[0][1].units):
        return
    taken = any(wrong[0][0].values[0] in one.values for one in sources if one.group != "rate")
    moved = any(lost[0][0].values[0] in one.values for one in targets if one.units == _FREQUENT)
    if taken or moved:
        yield Difference("order", lost[0][0], wrong[0][0])


def _same_rate(one: Pair, other: Pair) -> bool:
    """Whether two counts with their rates are the same: twice a day."""
    same = not set(one[0].values).isdisjoint(other[0].values)
    return same and not one[1].units.isdisjoint(other[1].units)


def _frequencies(quantities: Sequence[Quantity], text: str) -> list[Pair]:
    """Return the counts of times with the rate beside each; no ranges, and no “once or twice”."""
    found: list[Pair] = []
    for at, (one, other) in enumerate(itertools.pairwise(quantities)):
        rate, count = (one, other) if one.group == "rate" else (other, one)
        if rate.group != "rate" or count.group != "number" or count.units != _FREQUENT or count.role:
            continue
        ahead = count if count is other else quantities[max(0, at - 1)]
        behind = quantities[min(at + 2, len(quantities) - 1)] if count is other else count
        listed = _LIST.fullmatch(text, ahead.end, max(ahead.end, behind.start))
        if not listed and _BESIDE.fullmatch(text, one.end, other.start):
            found.append((count, rate))
    return found


def _mixed(here: dict[_Share, Quantity], there: dict[_Share, Quantity]) -> Quantity | None:
    """Return a part whose whole is another one's: 1 in 20 and 1 in 200 have become 20 in 200."""
    if len(here) == len(there):
        return None
    known = {*here, *(share[::-1] for share in here)}
    for share, part in there.items():
        owners = [{other for other in here if value in other} for value in share]
        if share not in known and all(owners) and owners[0].isdisjoint(owners[1]):
            return part
    return None


def _listed(
    here: list[tuple[_Share, Quantity]], there: dict[_Share, Quantity], source_text: str
) -> Iterator[Difference]:
    """Find ranges and proportions that a list puts in another order: one in ten, and one in twelve."""
    places = {share: at for at, share in enumerate(there)}
    for (one, first), (other, second) in itertools.pairwise(here):
        alike = not (first.units or second.units) or bool(first.units & second.units)
        moved = alike and yearly(first) == yearly(second) and places[other] < places[one]
        if moved and keeps(first, second, source_text, _measured(first)):
            yield Difference("order", second, there[one])


def _turned(quantities: Sequence[Quantity], part: Quantity) -> bool:
    """Whether a part stands behind its whole, as only proportions do, and both are bare."""
    whole = next((one for one in quantities if one.role == "whole" and one.bond == part.bond), part)
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


def _lines(matched: Sequence[Pair], source_text: str, target_text: str) -> Iterator[Difference]:
    """Find numbers that changed places with those of another sentence, or of another line of a list."""
    here, there = _ends(source_text), _ends(target_text)
    if len(here) != len(there):
        return
    moved: dict[tuple[int, int], Pair] = {}
    for source, target in matched:
        places = bisect.bisect(here, source.start), bisect.bisect(there, target.start)
        sure = target.certainty or target.values == ONE  # マスク1個
        if source.certainty and sure and places[0] != places[1]:
            other = moved.get((places[1], places[0]))
            if other and (other[0].values, other[0].units) != (source.values, source.units):
                yield Difference("order", source, target)
                return
            moved[places] = source, target


def _ends(text: str) -> list[int]:
    return [match.start() for match in _END.finditer(text) if match.end() < len(text)]


def _written(quantity: Quantity) -> Fraction:
    """Return a number as it is written, whatever its unit."""
    return quantity.values[0]


def _amount(quantity: Quantity) -> Fraction:
    """Return a number in its dimension's base unit, so that 8 h and 8:00 are the same."""
    if not quantity.units or not quantity.units <= _HOURLY:
        return quantity.values[0]
    return quantity.values[0] * UNITS["h" if "h" in quantity.units else "clock"].factor


def _pairs(
    quantities: Sequence[Quantity],
    roles: tuple[str, str],
    amount: Callable[[Quantity], Fraction] = _amount,
) -> dict[_Share, Quantity]:
    """Return the values of each range, or of each part and its whole."""
    bonds: dict[int, dict[str, Quantity]] = {}
    for quantity in quantities:
        if quantity.role in roles and quantity.values:
            bonds.setdefault(quantity.bond, {})[quantity.role] = quantity
    return {
        (amount(both[roles[0]]), amount(both[roles[1]])): both[roles[0]]
        for both in bonds.values()
        if len(both) == 2
    }


def _size(quantity: Quantity) -> str:
    """Return the rough class of a number: years, fractions and millions do not change places."""
    value = quantity.values[0] if quantity.values else Fraction(0)
    if quantity.units:
        return "measure"
    if yearly(quantity):
        return "year"
    if quantity.certainty is Certainty.WORD and 0 < value < 1:
        return "fraction"
    return "large" if value in _ROUND else "number"

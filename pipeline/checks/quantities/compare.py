"""Comparing the quantities of a source with those of its translation.

Both sides are multisets. Pairs that agree in everything are taken out first, then pairs that
differ in one thing, which is then what is wrong. What is left is missing or was added.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from pipeline.checks.quantities.comparison.agreement import (
    Agreement,
    changed,
    doubled,
    elliptic,
    foreign,
    next_whole,
    one_time,
)
from pipeline.checks.quantities.comparison.crossing import BARE, Text, crossed
from pipeline.checks.quantities.comparison.ellipsis import understood
from pipeline.checks.quantities.comparison.elsewhere import (
    another_time,
    apiece,
    dated,
    lasting,
    listed,
    monthly,
    nightly,
    nth_of_each,
    told_besides,
)
from pipeline.checks.quantities.comparison.growth import shifted, turned
from pipeline.checks.quantities.comparison.hedges import told_elsewhere
from pipeline.checks.quantities.comparison.names import set_aside
from pipeline.checks.quantities.comparison.orphans import improper, orphaned, perhaps_orphaned
from pipeline.checks.quantities.comparison.otherwise import proportions, said_otherwise
from pipeline.checks.quantities.comparison.pace import paced
from pipeline.checks.quantities.comparison.pairing import Sides
from pipeline.checks.quantities.comparison.placing import exchanged, misplaced
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Difference, Quantity
from pipeline.checks.quantities.reading.reader import (
    loose_ends,
    named_units,
    read_quantities,
    source_quantities,
)

_SAFE = frozenset({"label"})
_CLOCKED = frozenset({"min", "h", "day", "week", "month", "year"})


def differences(
    source_text: str, source_tag: str, target_text: str, target_tag: str, temperature: bool = False
) -> tuple[Difference, ...]:
    """Return how the quantities of two visible texts differ, surest first. Never raises."""
    here = Text(source_text, source_tag, source_quantities(source_text, source_tag))
    there = Text(target_text, target_tag, read_quantities(target_text, target_tag))
    return compared(here, there, temperature)


def compared(here: Text, there: Text, temperature: bool = False) -> tuple[Difference, ...]:
    """Return how the quantities of a source and of its translation differ, surest first. Never raises."""
    source_text, _, source = here
    target_text, target_tag, target = there
    orphan = orphaned(target_text, target_tag) or improper(source, target_text, target_tag)
    if _alike(source, target) and not _uncertain(here, target_tag):
        if not orphan and source:
            pairs = list(zip(source, target, strict=True))
            return tuple(turned(pairs, here, there) or shifted(pairs, here, there))
        return (Difference("missing", None, orphan),) if orphan else ()
    sides = Sides(source, target)
    found = [Difference("missing", None, orphan)] if orphan else []
    set_aside(sides, here, there)
    proportions(sides, source, target)
    found += _agreeing(sides, temperature)
    said_otherwise(sides, source, target, source_text)
    if sides.source or sides.target:
        found += [*paced(sides, here, there), *_differing(sides, here, there), *_left(sides, here, there)]
    found += misplaced(sides.matched, source_text, counts_move=target_tag.split("_")[0] in ("zh", "ja"))
    moved = {name for name in ("approximate", "comparator") if len(_sides_lacking(name, found)) > 1}
    found = [
        difference
        for difference in found
        if difference.id in moved or not told_elsewhere(difference, here, there)
    ]
    if not found:
        found += exchanged([*sides.matched, *sides.names], source, target, source_text, target_text)
    if not found:
        found += turned([*sides.matched, *sides.shares], here, there) or shifted(sides.matched, here, there)
    if not found:
        found += crossed(sides.matched, here, there)
    if not found:
        found += _flipped(sides, here, there)
    lost = next((one for one in sides.source if one.values != ONE and one.group != "rate"), None)
    if not found and lost and (orphan := perhaps_orphaned(target_text, target_tag)):
        found.append(Difference("missing", lost, orphan))
    return tuple(found)


def _flipped(sides: Sides, here: Text, there: Text) -> Iterator[Difference]:
    """Find “more than an hour” where the translation says less of what it has no number for."""
    pairs = [*sides.matched, *sides.shares]
    unsaid = [pair[0] for pair in pairs if not pair[1].certainty and pair[1].comparators == NONE]
    for source in [*sides.source, *unsaid]:
        if source.certainty or source.comparators not in ({">"}, {"<"}):
            continue
        if there.tag == "ja" and _NOT_EVEN.search(there.text):
            continue
        said, told = (loose_ends(side.text, side.tag).bounds for side in (here, there))
        same, other = ("<>", "><")["<" not in source.comparators]
        if told.get(same, 0) < said.get(same, 0) and told.get(f"!{other}", 0) > said.get(f"!{other}", 0):
            yield Difference("comparator", source, None)


_NOT_EVEN = re.compile(r"(?:半分|[割%％分人回日歳つ個名年月])も[^。、]{1,10}(?:ない|なかった|ません|ず)")
"""What says “less than” by a denial: 半分も飲んでいない."""


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


def _agreeing(sides: Sides, temperature: bool) -> Iterator[Difference]:
    """Take out the pairs that agree; yield what little they differ in."""
    for source, target in sides.pair(Agreement(temperature=temperature), wholly=True):
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


def _differing(sides: Sides, here: Text, there: Text) -> Iterator[Difference]:
    """Take out the pairs that differ in one thing."""
    for source, target in sides.pair(foreign):
        yield Difference("convention", source, target)
    for _ in sides.pair(next_whole, worth=False):
        pass
    for source, target in sides.pair(Agreement(comparator=False)):
        # “more than a year” is a quantity on both sides, though “a” is hardly a number.
        compared = source.comparators != NONE != target.comparators
        if source.certainty or target.certainty or compared:
            yield Difference("comparator", source, target)
    excused: list[tuple[Quantity, Quantity]] = []
    for source, target in sides.pair(_of_another_unit):
        if elliptic(source, target, here.quantities, there.quantities) or (
            bool(source.units) != bool(target.units) and understood(source, target, here, there)
        ):
            excused.append((source, target))
            continue
        span = source.group == "rate" and source.units | target.units <= _CLOCKED
        span = span or _ordered(source, target)
        sure = span or (source.certainty and target.certainty) or _SAFE & source.units & target.units
        if sure or one_time(source, target):
            yield Difference("rate" if source.group == "rate" else "unit", source, target)
        elif source.certainty or target.certainty or source.group != target.group:
            # “one minute” beside “1 hour”: told as missing below if it is one at all.
            sides.matched.pop()
            sides.source.append(source)
            sides.target.append(target)
    yield from _both_ways(excused, here, there)
    for source, target in sides.pair(_ELSEWISE):
        if bool(source.units) != bool(target.units) and understood(source, target, here, there):
            yield Difference("comparator", source, target)
        else:
            sides.matched.pop()
            sides.source.append(source)
            sides.target.append(target)
    if not there.tag.startswith("ar"):  # There many nouns look like two of something.
        for source, target in sides.pair(doubled, worth=False):
            if _CHANGED.match(here.text, source.start) and "半" not in there.text[target.start : target.end]:
                yield Difference("value", source, target)
    for source, target in sides.pair(changed, worth=False):
        yield Difference("rate" if source.group == "rate" else "value", source, target)


def _of_another_unit(source: Quantity, target: Quantity) -> bool:
    """Whether two numbers agree but for their units; “once” is no partner of 一分钟."""
    unsure = not (source.certainty or target.certainty) and source.units and target.units
    if unsure and (source.units == {"times"}) != (target.units == {"times"}):
        return False
    return _UNITLESS(source, target)


_UNITLESS = Agreement(unit=False)
_ELSEWISE = Agreement(unit=False, comparator=False)


_CHANGED = re.compile(r"halv|doubl|twice|twofold|two-fold|half (?:as|the)\b", re.IGNORECASE)
"""What may be turned round: halved, doubled, half as much, twice as much."""


def _ordered(source: Quantity, target: Quantity) -> bool:
    """Whether both name one time among others, though of another length: “the first month”, 最初の1年."""
    both = source.group == target.group == "ordinal" and not (source.loose or target.loose)
    return both and bool(source.units and target.units) and source.units | target.units <= _CLOCKED


def _both_ways(excused: Sequence[tuple[Quantity, Quantity]], here: Text, there: Text) -> Iterator[Difference]:
    """Yield what lacks its unit here beside what lacks the same one there: they have been exchanged.

    But “not before four months, and around six” may be “frühestens mit vier, am besten mit sechs Monaten”.
    """
    lost = [pair for pair in excused if pair[0].units]
    gained = [pair for pair in excused if pair[1].units]
    for source, target in lost:
        if BARE.match(there.text, target.end) and any(BARE.match(here.text, one.end) for one, _ in gained):
            continue
        if any(not source.units.isdisjoint(other.units) for _, other in gained):
            yield Difference("unit", source, target)


def _alike(source: Sequence[Quantity], target: Sequence[Quantity]) -> bool:
    """Whether both sides are the same, one by one and in order: most translations are."""
    return len(source) == len(target) and all(
        here[2] == there[2] and here[4:11] == there[4:11] and here.group == there.group and here.values
        for here, there in zip(source, target, strict=True)
    )


_CITED = re.compile(r"\d\(\d")


def _uncertain(here: Text, tag: str) -> bool:
    """Whether numbers may have changed places although their order is the same.

    Chinese and Japanese put the second of “records from countries” first, most put that of “Article 10(8)”.
    """
    source = here.quantities
    if "(" in here.text and _CITED.search(here.text):
        return True
    bare = {quantity.values for quantity in source if not quantity.units and quantity.group == "number"}
    return len(bare) > 1 and tag.startswith(("zh", "ja"))


def _left(sides: Sides, here: Text, there: Text) -> Iterator[Difference]:
    """Yield what has no partner."""
    nouns_count = there.tag.startswith("ar")  # There a noun alone says one.
    for source in sides.source:
        single = source.values == ONE and source.group == "number" and not source.role
        single = single and source.units != {"dom"}
        if single and (nouns_count or _articled(source, sides.target, there)):
            continue
        if source.certainty is Certainty.WORD and (
            _points(source, here) or nightly(source, there) or apiece(source, there)
        ):
            continue
        bound = source.comparators != NONE or (
            not any(one.certainty for one in sides.target) and lasting(source, here)
        )
        if not source.certainty and bound and another_time(source, here, there):
            yield Difference("unit", source, None)
        if source.group == "rate" and (_with_each(source, there) or nth_of_each(source, there)):
            continue
        if source.certainty and not _repeated(source, sides.matched, 0):
            yield Difference(_loss(source, "missing"), source, None)
    for target in sides.target:
        one = target.values == ONE and target.units and target.group == "number"
        if one and (wrong := _other_time(target, here, there)):
            yield Difference("unit", wrong, target)
        elif one and not target.units.isdisjoint(named_units(here.text, here.tag)):
            continue  # “a litre” is 1リットル.
        elif listed(target, there) or _once_each(target, here) or told_besides(target, here):
            continue
        elif target.certainty and not _repeated(target, sides.matched, 1):
            yield Difference(_loss(target, "added"), None, target)


_EACH = re.compile(r"\b(?:jede[rnms]?|cada|chaque|ogni) [^\W\d_]+ [^\W\d_]+", re.IGNORECASE)


def _with_each(rate: Quantity, there: Text) -> bool:
    """Whether words stand between “each” and the unit of a rate: mit jeder eingesparten Stunde."""
    found = _EACH.search(there.text)
    return found is not None and not rate.units.isdisjoint(named_units(found.group(), there.tag))


_ARTICLE = re.compile(r"\b(?:un|una|une|uno|um|uma|einem|einer|ein|eine|einen|eines)\b", re.IGNORECASE)


def _articled(source: Quantity, left: Sequence[Quantity], there: Text) -> bool:
    """Whether an article may say the one of a measure: at a distance of 1 m, a un metro."""
    if any(one.certainty for one in left):
        return False
    told = bool(source.units) and not source.units.isdisjoint(named_units(there.text, there.tag))
    return told and _ARTICLE.search(there.text) is not None


_POINTING = re.compile(r"\b(?:first|last|other|latter|former) $")
_EITHER = re.compile(r"\b(?:one|either|each|which|both|neither) of (?:the|these|those|her|his|their|its) $")


def _points(source: Quantity, here: Text) -> bool:
    """Whether a number word only points to what was named: “in the first two, use it only if needed”."""
    if source.values == (Fraction(2),) and _EITHER.search(here.text, max(0, source.start - 18), source.start):
        return True  # “one of the two kidneys”
    before = _POINTING.search(here.text, max(0, source.start - 9), source.start)
    return bool(before and not source.units and BARE.match(here.text, source.end))


def _once_each(rate: Quantity, here: Text) -> bool:
    """Whether the source says in another way what the target says as a rate.

    “At intervals of one week” is “weekly”, “five days a week” each of them, “in the evening” 每晚.
    """
    if rate.group != "rate":
        return False
    if rate.units == {"day"} and _PART_OF_DAY.search(here.text):
        return True
    if monthly(rate, here) or dated(rate, here):
        return True  # “each January” is “chaque mois de janvier”.
    weekly = any(one.group == "rate" and one.units == {"week"} for one in here.quantities)
    return any(
        (one.values == ONE or (weekly and one.units == {"day"}))
        and one.group == "number"
        and not rate.units.isdisjoint(one.units)
        for one in here.quantities
    )


_PART_OF_DAY = re.compile(r"\b(?:in the (?:evening|morning)|at night|at bedtime|sleeps?)\b", re.IGNORECASE)


def _other_time(one: Quantity, here: Text, there: Text) -> Quantity | None:
    """Return one of the time that “within the hour” names, if the translation says 1日 and no hour."""
    if one.certainty or not one.units & _CLOCKED:
        return None
    named, told = named_units(here.text, here.tag), named_units(there.text, there.tag)
    lost = (named & _CLOCKED) - told
    if len(lost) != 1 or one.units & named:
        return None
    return one._replace(start=0, end=0, units=lost)


def _repeated(rate: Quantity, matched: Sequence[tuple[Quantity, Quantity]], side: int) -> bool:
    """Whether a rate only says again what another says (from 0.9 m/s to 1.1 m/s), or a number one of two."""
    if rate.certainty is Certainty.WORD and rate.group == "number":
        # 三四次 is “three or four”, “all three failed” is “todas fracasaron”.
        # “the first half-year … the second”, 最初の半年…次の半年
        told = 0 < rate.values[0] < 1 if side else not rate.units
        again = told and rate.comparators == NONE and rate.role in ("", "whole")
        return any(
            rate.values[0] in pair[1 - side].values
            and (not pair[0].role or pair[0].role == rate.role)
            and (len(pair[1 - side].values) > 1 or (again and pair[side].start < rate.start))
            for pair in matched
        )
    return rate.group == "rate" and any(
        pair[side].group == "rate" and not rate.units.isdisjoint(pair[side].units) for pair in matched
    )


def _loss(quantity: Quantity, what: str) -> str:
    if quantity.group == "rate":
        return "rate"
    return what if quantity.certainty is Certainty.DIGITS else "words"

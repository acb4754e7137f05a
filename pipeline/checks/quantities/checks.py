"""The checks of quantities: each reports one kind of difference between source and translation."""

import re
from collections.abc import Callable, Iterator

from pipeline.checks.base import Hit, Pair
from pipeline.checks.quantities.compare import compared
from pipeline.checks.quantities.comparison.crossing import Text
from pipeline.checks.quantities.comparison.names import copied
from pipeline.checks.quantities.quantity import Difference, Quantity
from pipeline.checks.quantities.reading.reader import divided, read_quantities, source_quantities
from pipeline.model import Kind, Span

_DIGIT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-‑./][A-Za-z0-9]+)*|(?P<digit>\d)")
"""A digit that is not part of a name, which is passed over: B12, K4471, X-200."""
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_NAMES = {
    "=": "no unit",
    "clock": "time of day",
    "dom": "day of the month",
    "label": "a name",
    "month-of-year": "month",
    "pp": "percentage points",
    "py": "person-years",
}
"""How a reader is told of units that have no symbol."""
_SIGNS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "±": "±"}


def _found(pair: Pair) -> tuple[Difference, ...]:
    made = pair.made
    if "quantities" not in made:
        made["quantities"] = () if pair.kind is Kind.SLUG else _differences(pair)
    found: tuple[Difference, ...] = made["quantities"]
    return found


def _differences(pair: Pair) -> tuple[Difference, ...]:
    return compared(*read(pair), pair.context.temperature_conversion)


def divide(pair: Pair) -> None:
    """Divide source and translation into tokens, which are remembered until they are read."""
    for inline, locale in (
        (pair.source_inline, pair.source_locale),
        (pair.target_inline, pair.target_locale),
    ):
        divided(inline.text, locale.tag)


def read(pair: Pair) -> tuple[Text, Text]:
    """Return source and translation with their quantities, read once for all checks."""
    made = pair.made
    if "read" not in made:
        source, target = pair.source_inline.text, pair.target_inline.text
        here, there = pair.source_locale.tag, pair.target_locale.tag
        made["read"] = (
            Text(source, here, source_quantities(source, here)),
            Text(target, there, read_quantities(target, there)),
        )
    sides: tuple[Text, Text] = made["read"]
    return sides


def _shown(text: str, quantity: Quantity) -> str:
    shown = text[quantity.start : quantity.end].strip() or "it"
    # Of “mg/kg” the rate is the stroke alone.
    return f"per {_unit(quantity)}" if shown == "/" and quantity.group == "rate" else shown


def _unit(quantity: Quantity) -> str:
    return "/".join(sorted(_NAMES.get(unit, unit) for unit in quantity.units)) or "no unit"


def _reason(pair: Pair, difference: Difference) -> str:
    """Say in one line what differs."""
    source, target = difference.source, difference.target
    here = source and _shown(pair.source_inline.text, source)
    there = target and _shown(pair.target_inline.text, target)
    if difference.id == "missing" and target:
        return f"“{there}” has lost its number"
    if difference.id == "comparator" and target is None:
        return f"what is said of “{here}” is turned round"
    if source is None or target is None:
        return f"“{here}” is missing" if source else f"“{there}” is not in the source"
    if difference.id == "unit":
        return f"“{here}” has {_unit(source)}, “{there}” has {_unit(target)}"
    if difference.id == "comparator":
        signs = [
            " or ".join(_SIGNS.get(sign, "exactly") for sign in sorted(quantity.comparators))
            for quantity in (source, target)
        ]
        return f"“{here}” is {signs[0]}, “{there}” is {signs[1]}"
    if difference.id == "approximate":
        return f"only “{here if source.about else there}” is approximate"
    if difference.id == "rate" and source.group != "rate":
        return f"only “{here if source.every else there}” is an interval"
    if difference.id == "convention":
        return f"“{there}” is written as the source writes it and reads otherwise here"
    if difference.id == "order":
        return f"“{there}” stands where another number belongs"
    return f"“{here}” became “{there}”"


def reporter(name: str) -> Callable[[Pair], Iterator[Hit]]:
    """Return the check that reports the differences of one kind."""

    def check(pair: Pair) -> Iterator[Hit]:
        for difference in _found(pair):
            if difference.id == name:
                source, target = difference.source, difference.target
                yield Hit(
                    reason=_reason(pair, difference),
                    source=_span(pair.source_inline.span(source.start, source.end)) if source else (),
                    target=_span(pair.target_inline.span(target.start, target.end)) if target else (),
                )

    check.__doc__ = f"Report differences of the kind “{name}”."
    return check


def _span(span: Span) -> tuple[Span, ...]:
    return (span,)


def digits(pair: Pair) -> Iterator[Hit]:
    """Digits of one script within a message, and one that the locale uses."""
    target = pair.target_inline
    if target.text.isascii() or pair.kind is Kind.SLUG:
        return
    seen: dict[int, tuple[int, str]] = {}
    if not _OTHER_DIGIT.search(target.text):
        return
    for match in _DIGIT.finditer(target.text):
        if match["digit"] is None:
            continue
        zero = ord(match.group()) - int(match.group())
        seen.setdefault(zero, (match.start(), match.group()))
    allowed = _DIGITS.get(pair.target_locale.script, frozenset({0x30}))
    for zero, (place, character) in seen.items():
        if zero not in allowed and character not in pair.source:
            yield Hit(
                reason=f"“{character}” is a digit of another script",
                target=_span(target.span(place, place + 1)),
            )
    if pair.target_locale.script == "Jpan":
        return  # There wide and narrow forms are the same digits, and many mix them.
    if len(seen) > 1 and all(zero in allowed for zero in seen):
        place = max(place for place, _ in seen.values())
        yield Hit(reason="digits of two scripts in one message", target=_span(target.span(place, place + 1)))


_DIGITS = {
    "Arab": frozenset({0x30, 0x660, 0x6F0}),
    "Deva": frozenset({0x30, 0x966}),
    "Beng": frozenset({0x30, 0x9E6}),
    "Thai": frozenset({0x30, 0xE50}),
    "Jpan": frozenset({0x30, 0xFF10}),
    "Hans": frozenset({0x30, 0xFF10}),
    "Hant": frozenset({0x30, 0xFF10}),
}


def unreadable(pair: Pair) -> Iterator[Hit]:
    """A number that the locale cannot read at all, and that has no partner that explains it."""
    if pair.kind is Kind.SLUG:
        return
    here, there = read(pair)
    unread = [number for number in there.quantities if not number.values and number.foreign]
    if not unread:
        return
    known = {difference.target for difference in _found(pair) if difference.id == "convention"}
    foreign = {_shown(here.text, number) for number in here.quantities if not number.values}
    for quantity in unread:
        shown = _shown(there.text, quantity)
        named = any(copied(number, quantity, here, there) for number in here.quantities)
        if quantity not in known and shown not in foreign and not named:
            span = pair.target_inline.span(quantity.start, quantity.end)
            yield Hit(reason=f"“{shown}” is no number as this locale writes numbers", target=_span(span))

"""The signs of both sides of a pair, sorted by sense and paired sentence by sentence."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.reading import LANGUAGES, Sign, read_signs
from pipeline.checks.typography import language
from pipeline.model import Kind, Span


class Side(NamedTuple):
    """The signs of one sense on one side."""

    sure: tuple[Sign, ...]
    perhaps: tuple[Sign, ...]


Signs = dict[str, Side]
NOTHING = Side((), ())


def _sorted(signs: Sequence[Sign]) -> Signs:
    """Sort signs by sense."""
    found: dict[str, tuple[list[Sign], list[Sign]]] = {}
    for sign in signs:
        found.setdefault(sign.sense, ([], []))[not sign.sure].append(sign)
    return {sense: Side(tuple(sure), tuple(perhaps)) for sense, (sure, perhaps) in found.items()}


def side(signs: Signs, sense: str) -> Side:
    """Return the signs of one sense."""
    return signs.get(sense, NOTHING)


@lru_cache(maxsize=4096)
def _segments(
    source: str, source_language: str, target: str, target_language: str
) -> tuple[tuple[Signs, Signs], ...]:
    """Pair the signs sentence by sentence, or all together where the sentences are not as many."""
    here, there = read_signs(source, source_language), read_signs(target, target_language)
    if not here and not there:
        return ()
    count = _sentences(source)
    if count == 1 or count != _sentences(target):
        return ((_sorted(here), _sorted(there)),)
    return tuple(
        (
            _sorted([sign for sign in here if sign.sentence == number]),
            _sorted([sign for sign in there if sign.sentence == number]),
        )
        for number in range(count)
    )


_END = re.compile(r"(?<!\b[A-Za-z])\.|[!?؟。！？;；؛\n]")


def _sentences(text: str) -> int:
    """Count as `reading` does: the segments that end marks divide, but for points within numbers."""
    return 1 + sum(
        not (text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit())
        for place in (match.start() for match in _END.finditer(text))
    )


def pairs_of(pair: Pair) -> tuple[tuple[Signs, Signs], ...]:
    """Return the signs of the source beside those of the translation, read once for all checks."""
    made = pair.made
    if "polarity" not in made:
        made["polarity"] = _sides_of(pair)
    found: tuple[tuple[Signs, Signs], ...] = made["polarity"]
    return found


def _sides_of(pair: Pair) -> tuple[tuple[Signs, Signs], ...]:
    tags = language(pair.source_locale), language(pair.target_locale)
    if pair.kind is Kind.SLUG or tags[0] not in LANGUAGES or tags[1] not in LANGUAGES:
        return ()
    return _segments(pair.source_inline.text, tags[0], pair.target_inline.text, tags[1])


def hit(pair: Pair, reason: str, source: Sequence[Sign], target: Sequence[Sign]) -> Hit:
    """Return what a check found, with the places of the signs."""
    spans: list[tuple[Span, ...]] = []
    for inline, signs in ((pair.source_inline, source), (pair.target_inline, target)):
        spans.append(tuple(inline.span(sign.start, sign.end) for sign in signs))
    return Hit(reason=reason, source=spans[0], target=spans[1])


def every(signs: Signs, sense: str) -> tuple[Sign, ...]:
    """Return the signs that have a sense, and those that may have it."""
    found = side(signs, sense)
    return found.sure + found.perhaps

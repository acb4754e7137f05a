"""The signs of both sides of a pair, sorted by sense and paired sentence by sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.reading import LANGUAGES, ORDERED, Sign, read_signs
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


class _Told(NamedTuple):
    """What a text says."""

    signs: tuple[Sign, ...]
    sentences: int

    def sorted(self) -> Signs:
        """Return all signs by sense."""
        return _sorted(self.signs)

    def by_sentence(self) -> list[Signs]:
        """Return the signs of each sentence by sense."""
        divided: list[list[Sign]] = [[] for _ in range(self.sentences)]
        for sign in self.signs:
            if sign.sentence < self.sentences:
                divided[sign.sentence].append(sign)
        return list(map(_sorted, divided))


def _told(text: str, language: str) -> _Told:
    return _Told(read_signs(text, language), _sentences(text))


_told_by_source = lru_cache(maxsize=8192)(_told)
"""The same of a source, which is read once for all its translations."""


def _segments(
    source: str, source_language: str, target: str, target_language: str
) -> tuple[tuple[Signs, Signs], ...]:
    """Pair the signs sentence by sentence, or all together where the sentences are not as many."""
    here, there = _told_by_source(source, source_language), _told(target, target_language)
    if not here.signs and not there.signs:
        return ()
    if here.sentences == 1 or here.sentences != there.sentences:
        return ((here.sorted(), there.sorted()),)
    return tuple(zip(here.by_sentence(), there.by_sentence(), strict=True))


_END = re.compile(
    r"[.!?؟。！？;；؛\n](?:(?<!\b[A-Za-z]\.)|(?<=°[A-Za-z]\.))"
    r"(?:(?<!\d.)|(?!\d|[ \u00a0\u202f](?:[a-zäöüß]|Mai[ \u00a0.,]|"
    + "|".join(map(str.title, ORDERED))
    + r")))(?=\s*\S)",
    re.DOTALL,
)
"""The end of a sentence before another: no mark within a number or a date, nor behind one letter but °C."""


def _sentences(text: str) -> int:
    """Count as `reading` does: the segments that end marks divide, but for points within numbers."""
    return 1 + len(_END.findall(text))


class Piece(NamedTuple):
    """A sentence of a text, and where it begins."""

    text: str
    start: int


def texts_of(pair: Pair) -> tuple[tuple[Piece, Piece], ...]:
    """Return the texts whose signs `pairs_of` pairs."""
    count = len(pairs_of(pair))
    source, target = pair.source_inline.text, pair.target_inline.text
    if count < 2:
        return ((Piece(source, 0), Piece(target, 0)),) * count
    return tuple(zip(_pieces(source), _pieces(target), strict=True))


_VOWELS = dict.fromkeys((*range(1611, 1619), 1600, 1648))


def unvowelled(text: str) -> str:
    """Return Arabic prose without vowel marks and lengthening."""
    return text.translate(_VOWELS)


def _pieces(text: str) -> Iterator[Piece]:
    """Divide a text behind the marks that `_sentences` counts."""
    start = 0
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        yield Piece(text[start:end], start)
        start = end


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

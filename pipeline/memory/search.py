"""Searching the memory: the same text first, then those that share most of its words."""

import bisect
import math
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from pipeline.changes import differences
from pipeline.glossary import Glossary
from pipeline.memory.parts import Marks, Part, Segment, character, encode, made, mark, usable
from pipeline.memory.repairs import repair
from pipeline.memory.sentences import sentences
from pipeline.model import LocaleTag
from pipeline.protect import signature

THRESHOLD = 75
"""Score from which a fuzzy match is worth showing, 0 to 100."""

_CHANGE = 5
"""Points that each named difference costs, beside its words."""
_TERM = 5
_MARKUP = 3
_CANDIDATES = 20


class MatchKind(IntEnum):
    """How good a match is. XLIFF 2 calls them in-context, exact and fuzzy."""

    FUZZY = 1
    EXACT = 2
    CONTEXT = 3
    """The same text, in the same article and context."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What the memory has for a text."""

    segment: Segment
    kind: MatchKind
    score: float
    """0 to 100; 100 for the same text."""
    text: str
    """The translation, repaired where `repaired` says what was changed in it."""
    repaired: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    """What differs from the text that was asked for, after repairs."""


Fetch = Callable[[int, int], Segment | None]
"""Returns a segment by its part and its place in it; None where it cannot be read any more."""


class Memory:
    """All segments of one locale, ready to search; each is read only once it matches."""

    def __init__(self, segments: Iterable[Segment], locale: LocaleTag) -> None:
        """Take the segments in. Equal pairs in equal contexts are kept once, approved if any is."""
        held = usable(segments)
        part = made(held)
        codes = {word: character(number) for number, word in enumerate(part.words)}
        self._take(locale, codes, [part], lambda _, place: held[place])

    @classmethod
    def of(cls, locale: LocaleTag, codes: dict[str, str], parts: Sequence[Part], fetch: Fetch) -> "Memory":
        """Put parts together, whole texts before sentences; all are encoded by `codes`.

        Raises `ValueError` for parts that are broken.
        """
        memory = cls.__new__(cls)
        memory._take(locale, codes, parts, fetch)
        return memory

    def _take(self, locale: LocaleTag, codes: dict[str, str], parts: Sequence[Part], fetch: Fetch) -> None:
        self.locale = locale
        self._codes, self._fetch = codes, fetch
        every = _Every(parts)
        kept = every.kept()
        self._encoded = [every.encoded[at] for at in kept]
        """A character for each word, so that a fast comparison of characters compares words."""
        self._lengths = array("I", map(len, self._encoded))
        self._sources = array("q", map(every.sources.__getitem__, kept))
        self._contexts = array("q", map(every.contexts.__getitem__, kept))
        self._approved = bytes(every.pairs[at] & 1 for at in kept)
        self._part = array("I", map(every.part.__getitem__, kept))
        self._place = array("I", map(every.place.__getitem__, kept))

    def __len__(self) -> int:
        """Return how many segments it has."""
        return len(self._encoded)

    def find(
        self,
        text: str,
        *,
        context: str = "",
        threshold: float = THRESHOLD,
        glossary: Glossary | None = None,
        limit: int = 5,
    ) -> tuple[Match, ...]:
        """Return the best matches for a source text, best first.

        In the same context before elsewhere, approved before not. Fuzzy matches score at least
        `threshold` after penalties, and are repaired where only numbers or one term changed.
        """
        exact = self._same(text, context, limit)
        if exact:
            return exact
        fuzzy = self._fuzzy(text, threshold, glossary or Glossary())
        return tuple(sorted(fuzzy, key=lambda match: (-match.score, not match.segment.approved)))[:limit]

    def in_sentences(self, text: str, source: LocaleTag) -> str | None:
        """Translate a text of several sentences of which each is known exactly; None where one is not."""
        cut = sentences(text, source)
        if len(cut) < 2:
            return None
        known = [self.find(sentence.strip(), threshold=100) for sentence in cut]
        if not all(known):
            return None
        spaced = self.locale.partition("_")[0] not in _UNSPACED
        gaps = [sentence[len(sentence.rstrip()) :] if spaced else "" for sentence in cut]
        return "".join(found[0].text + gap for found, gap in zip(known, gaps, strict=True)).rstrip()

    def _same(self, text: str, context: str, limit: int) -> tuple[Match, ...]:
        """Return translations of the very text: in its context before elsewhere, approved before not."""
        here = mark(context)
        found = [
            (not here or self._contexts[at] != here, not self._approved[at], at) for at in self._at(text)
        ]
        matches: list[Match] = []
        for _, _, at in sorted(found):
            segment = self._segment(at)
            if segment is not None and segment.source == text:
                kind = MatchKind.CONTEXT if context and segment.context == context else MatchKind.EXACT
                matches.append(Match(segment=segment, kind=kind, score=100, text=segment.target))
            if len(matches) == limit:
                break
        return tuple(matches)

    def _at(self, text: str) -> Iterator[int]:
        """Yield where the very text stands: among those of as many words."""
        wanted, length = mark(text), len(encode(text, self._codes, learn=False))
        at, end = bisect.bisect_left(self._lengths, length), bisect.bisect_right(self._lengths, length)
        while at < end:
            try:
                at = self._sources.index(wanted, at, end)
            except ValueError:
                return
            yield at
            at += 1

    def _segment(self, at: int) -> Segment | None:
        return self._fetch(self._part[at], self._place[at])

    def _fuzzy(self, text: str, threshold: float, glossary: Glossary) -> Iterator[Match]:
        from rapidfuzz import fuzz, process

        wanted = encode(text, self._codes, learn=False)
        if not wanted:
            return
        # Texts of very different lengths cannot be so much alike: score ≤ 200 · shorter / both together.
        share = max(1, threshold) / (200 - threshold)
        first = bisect.bisect_left(self._lengths, math.floor(len(wanted) * share))
        last = bisect.bisect_right(self._lengths, math.ceil(len(wanted) / share))
        near = self._encoded[first:last]
        found = process.extract(wanted, near, scorer=fuzz.ratio, score_cutoff=threshold, limit=_CANDIDATES)
        for _, score, place in found:
            segment = self._segment(first + place)
            if segment is None:
                continue
            match = self._judged(text, segment, score, glossary)
            if match.score >= threshold:
                yield match

    def _judged(self, text: str, segment: Segment, score: float, glossary: Glossary) -> Match:
        """Take off what the differences cost; repair what may be repaired."""
        reasons = list(differences(segment.source, text))
        old, new = _terms(segment.source, glossary, self.locale), _terms(text, glossary, self.locale)
        reasons += [f"term {term}" for term in sorted(((old - new) + (new - old)).keys())]
        markup = signature(segment.source) != signature(text)
        cost = sum(_TERM if reason.startswith("term ") else _CHANGE for reason in reasons) + _MARKUP * markup
        reasons += ["markup"] if markup else []
        repaired = repair(segment, text, glossary, self.locale)
        return Match(
            segment=segment,
            kind=MatchKind.FUZZY,
            score=min(99.0, max(0.0, score - cost)),
            text=repaired[0] if repaired else segment.target,
            repaired=repaired[1] if repaired else (),
            reasons=() if repaired else tuple(reasons),
        )


_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages without a space between sentences."""


class _Every:
    """The segments of several parts in one row: whole texts before sentences, in the parts' order."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.encoded: list[str] = []
        self.sources, self.contexts, self.pairs = array("q"), array("q"), array("q")
        self.part, self.place = array("I"), array("I")
        read = [(part.whole, Marks.unpacked(part.marks), part.encoded.split("\n")) for part in parts]
        for number, (whole, marks, encoded) in enumerate(read):
            self._add(number, range(whole), marks, encoded)
        for number, (whole, marks, encoded) in enumerate(read):
            self._add(number, range(whole, len(marks.pairs)), marks, encoded)

    def _add(self, number: int, places: range, marks: Marks, encoded: Sequence[str]) -> None:
        if not places:
            return
        if len(encoded) != len(marks.pairs):
            raise ValueError("a part is broken")
        some = slice(places.start, places.stop)
        self.encoded += encoded[some]
        self.sources += marks.sources[some]
        self.contexts += marks.contexts[some]
        self.pairs += marks.pairs[some]
        self.part.extend([number] * len(places))
        self.place.extend(places)

    def kept(self) -> list[int]:
        """Return which are to be searched, from the fewest words to the most, each pair once.

        That is where it stands first; an approved one takes its place.
        """
        pairs = [pair >> 1 for pair in self.pairs]
        # Of equal keys a dictionary keeps the last value: in a row read backwards, the first one's.
        first = dict(zip(reversed(pairs), reversed(range(len(pairs))), strict=True))
        best = {pair >> 1: at for at, pair in enumerate(self.pairs) if pair & 1}
        ordered = sorted(sorted(first.values()), key=lambda at: len(self.encoded[at]))
        return [best.get(pairs[at], at) for at in ordered] if best else ordered


def _terms(text: str, glossary: Glossary, locale: LocaleTag) -> Counter[str]:
    return Counter(found.term.term for found in glossary.find(text, locale))

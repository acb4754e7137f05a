"""The translation memory: what was translated before, found again by words, never taken on trust.

Similarity counts words, not characters: "Take this" and "Do not take this" are nearly the same
letters. A difference in numbers, units, negation, modals or glossary terms costs extra, and a match
that is not exact is a draft that a person must see.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from pipeline.changes import differences, words
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag
from pipeline.protect import numbers, signature

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
class Segment:
    """A source text and its translation."""

    source: str
    target: str
    context: str = ""
    """Where it stands: article and msgctxt, or what an imported file says."""
    approved: bool = False
    origin: str = ""
    """The catalogue or file that it comes from, for people."""


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


class Memory:
    """All segments of one locale, ready to search."""

    def __init__(self, segments: Iterable[Segment], locale: LocaleTag) -> None:
        """Take the segments in. Equal pairs in equal contexts are kept once, approved if any is."""
        kept: dict[tuple[str, str, str], Segment] = {}
        for segment in segments:
            if not segment.source.strip() or not segment.target.strip():
                continue
            key = (segment.source, segment.target, segment.context)
            if key not in kept or segment.approved:
                kept[key] = segment
        self.locale = locale
        self.segments = tuple(kept.values())
        self._exact: dict[str, list[Segment]] = {}
        # A character for each word, so that a fast comparison of characters compares words.
        self._codes: dict[str, str] = {}
        for segment in self.segments:
            self._exact.setdefault(segment.source, []).append(segment)
        self._encoded = [self._encode(segment.source, learn=True) for segment in self.segments]

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
        exact = sorted(
            (self._same(segment, context) for segment in self._exact.get(text, ())),
            key=lambda match: (-match.kind, not match.segment.approved),
        )
        if exact:
            return tuple(exact[:limit])
        fuzzy = self._fuzzy(text, threshold, glossary or Glossary())
        return tuple(sorted(fuzzy, key=lambda match: (-match.score, not match.segment.approved)))[:limit]

    def _same(self, segment: Segment, context: str) -> Match:
        kind = MatchKind.CONTEXT if context and segment.context == context else MatchKind.EXACT
        return Match(segment=segment, kind=kind, score=100, text=segment.target)

    def _fuzzy(self, text: str, threshold: float, glossary: Glossary) -> Iterator[Match]:
        from rapidfuzz import fuzz, process

        wanted = self._encode(text, learn=False)
        if not wanted:
            return
        found = process.extract(
            wanted, self._encoded, scorer=fuzz.ratio, score_cutoff=threshold, limit=_CANDIDATES
        )
        for _, score, place in found:
            match = self._judged(text, self.segments[place], score, glossary)
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

    def _encode(self, text: str, *, learn: bool) -> str:
        codes = self._codes
        if learn:
            return "".join(codes.setdefault(word, _character(len(codes))) for word in words(text))
        # Unknown words of a query match nothing, not even each other.
        extra = iter(range(len(codes), len(codes) + 100_000))
        return "".join(codes.get(word) or _character(next(extra)) for word in words(text))


def _character(number: int) -> str:
    """The character that stands for a word; surrogates are none."""
    return chr(number + 0x100 if number < 0xD700 else number + 0x900)


def _terms(text: str, glossary: Glossary, locale: LocaleTag) -> Counter[str]:
    return Counter(found.term.term for found in glossary.find(text, locale))


def repair(
    segment: Segment, text: str, glossary: Glossary, locale: LocaleTag
) -> tuple[str, tuple[str, ...]] | None:
    """Change in a segment's translation only what changed in its source: numbers, or one term.

    Returns the new translation and what was changed; None where anything else differs, where a
    place is not certain, or where a term's gender or number would disturb the words around it.
    """
    return _numbers_repaired(segment, text) or _term_repaired(segment, text, glossary, locale)


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _numbers_repaired(segment: Segment, text: str) -> tuple[str, tuple[str, ...]] | None:
    if _NUMBER.sub("#", segment.source) != _NUMBER.sub("#", text):
        return None
    pairs = list(zip(_NUMBER.findall(segment.source), _NUMBER.findall(text), strict=True))
    changes = {old: new for old, new in pairs if old != new}
    # A number that stands twice, or with separators that another locale writes otherwise, is not certain.
    if not changes or any(segment.source.count(old) != 1 for old in changes):
        return None
    if any(not number.isdecimal() for pair in changes.items() for number in pair):
        return None
    found = Counter(_NUMBER.findall(segment.target))
    if any(found[old] != 1 for old in changes):
        return None
    target = _NUMBER.sub(lambda match: changes.get(match[0], match[0]), segment.target)
    if numbers(target) != numbers(text):
        return None
    return target, tuple(f"{old} → {new}" for old, new in changes.items())


def _term_repaired(
    segment: Segment, text: str, glossary: Glossary, locale: LocaleTag
) -> tuple[str, tuple[str, ...]] | None:
    before, after = glossary.find(segment.source, locale), glossary.find(text, locale)
    if len(before) != len(after):
        return None
    changed = [pair for pair in zip(before, after, strict=True) if pair[0].term != pair[1].term]
    if len(changed) != 1:
        return None
    old, new = changed[0]
    frame = segment.source[: old.start], segment.source[old.end :]
    if frame != (text[: new.start], text[new.end :]) or not old.target.gender:
        return None
    if (old.target.gender, old.target.number) != (new.target.gender, new.target.number):
        return None
    if _first_is_vowel(old.target.text) != _first_is_vowel(new.target.text):
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(old.target.text)}(?!\w)")
    if len(pattern.findall(segment.target)) != 1:
        return None
    target = pattern.sub(lambda _: new.target.text, segment.target)
    return target, (f"{old.target.text} → {new.target.text}",)


def _first_is_vowel(text: str) -> bool:
    """Articles before vowels differ in several languages."""
    return text[:1].casefold() in "aeiouhàâéèêëîïôöûüœ"


def sentence_pairs(segment: Segment, source: LocaleTag, target: LocaleTag) -> tuple[Segment, ...]:
    """Cut a segment into sentences, where both sides have as many; empty where they do not.

    Needs `sentencex`; without it no segment is cut.
    """
    try:
        from sentencex import segment as cut
    except ImportError:
        return ()
    sides = [
        [sentence.strip() for sentence in cut(locale.partition("_")[0], text) if sentence.strip()]
        for locale, text in ((source, segment.source), (target, segment.target))
    ]
    if len(sides[0]) != len(sides[1]) or len(sides[0]) < 2:
        return ()
    return tuple(
        Segment(source=old, target=new, approved=segment.approved, origin=segment.origin)
        for old, new in zip(*sides, strict=True)
        if signature(old) == signature(new) and numbers(old) == numbers(new)
    )

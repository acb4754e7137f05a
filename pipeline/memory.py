"""The translation memory: what was translated before, found again by words, never taken on trust.

Similarity counts words, not characters: "Take this" and "Do not take this" are nearly the same
letters. A difference in numbers, units, negation, modals or glossary terms costs extra, and a match
that is not exact is a draft that a person must see.
"""

import bisect
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

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


def context_of(article: str, msgctxt: str | None) -> str:
    """Name where a message of an article stands, as `Segment.context` does."""
    return f"{article}\x1f{msgctxt or ''}"


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
        codes: dict[str, str] = {}
        encoded = [(_encode(segment.source, codes, learn=True), segment) for segment in kept.values()]
        encoded.sort(key=lambda pair: len(pair[0]))
        self._prepare(locale, tuple(one for _, one in encoded), [code for code, _ in encoded], codes)

    def _prepare(
        self, locale: LocaleTag, segments: tuple[Segment, ...], encoded: list[str], codes: dict[str, str]
    ) -> None:
        self.locale = locale
        self.segments = segments
        """From the fewest words to the most."""
        self._encoded = encoded
        """A character for each word, so that a fast comparison of characters compares words."""
        self._codes = codes
        self._lengths = [len(code) for code in encoded]
        self._exact: dict[str, list[Segment]] = {}
        for segment in segments:
            self._exact.setdefault(segment.source, []).append(segment)

    def packed(self) -> dict[str, Any]:
        """Return all of it as plain values, from which `unpacked` makes it again in a moment."""
        return {
            "segments": [[getattr(one, name) for name in _FIELDS] for one in self.segments],
            "encoded": self._encoded,
            "words": list(self._codes),
        }

    @classmethod
    def unpacked(cls, values: Mapping[str, Any], locale: LocaleTag) -> "Memory":
        """Make a memory from what `packed` returned. Raises KeyError, TypeError or ValueError for others."""
        encoded = [str(code) for code in values["encoded"]]
        codes = {str(word): _character(number) for number, word in enumerate(values["words"])}
        segments = tuple(
            Segment(source=source, target=target, context=context, approved=approved, origin=origin)
            for source, target, context, approved, origin in values["segments"]
        )
        if len(encoded) != len(segments):
            raise ValueError("the index is broken")
        made = cls.__new__(cls)
        made._prepare(locale, segments, encoded, codes)
        return made

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

    def _same(self, segment: Segment, context: str) -> Match:
        kind = MatchKind.CONTEXT if context and segment.context == context else MatchKind.EXACT
        return Match(segment=segment, kind=kind, score=100, text=segment.target)

    def _fuzzy(self, text: str, threshold: float, glossary: Glossary) -> Iterator[Match]:
        from rapidfuzz import fuzz, process

        wanted = _encode(text, self._codes, learn=False)
        if not wanted:
            return
        # Texts of very different lengths cannot be so much alike: score ≤ 200 · shorter / both together.
        share = max(1, threshold) / (200 - threshold)
        first = bisect.bisect_left(self._lengths, math.floor(len(wanted) * share))
        last = bisect.bisect_right(self._lengths, math.ceil(len(wanted) / share))
        near = self._encoded[first:last]
        found = process.extract(wanted, near, scorer=fuzz.ratio, score_cutoff=threshold, limit=_CANDIDATES)
        for _, score, place in found:
            match = self._judged(text, self.segments[first + place], score, glossary)
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

_FIELDS = ("source", "target", "context", "approved", "origin")


def _encode(text: str, codes: dict[str, str], *, learn: bool) -> str:
    """Write each word of a text as its character; new words get one if they are to be learnt."""
    found = []
    fresh = len(codes)
    for word in words(text):
        code = codes.get(word)
        if code is None:
            # Unknown words of a query match nothing, not even each other.
            code = _character(fresh)
            fresh += 1
            if learn:
                codes[word] = code
        found.append(code)
    return "".join(found)


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


def sentences(text: str, locale: LocaleTag) -> list[str]:
    """Cut a text into sentences, each with the white space behind it; joined they are the text.

    Needs `sentencex`; without it the text is one sentence.
    """
    try:
        from sentencex import segment
    except ImportError:
        return [text]
    found: list[str] = []
    for sentence in segment(locale.partition("_")[0], text):
        if sentence.strip() or not found:
            found.append(sentence)
        else:
            found[-1] += sentence
    return found if "".join(found) == text else [text]


def sentence_pairs(segment: Segment, source: LocaleTag, target: LocaleTag) -> tuple[Segment, ...]:
    """Cut a segment into sentences, where both sides have as many; empty where they do not.

    Needs `sentencex`; without it no segment is cut.
    """
    sides = [
        [sentence.strip() for sentence in sentences(text, locale)]
        for locale, text in ((source, segment.source), (target, segment.target))
    ]
    if len(sides[0]) != len(sides[1]) or len(sides[0]) < 2:
        return ()
    return tuple(
        Segment(source=old, target=new, approved=segment.approved, origin=segment.origin)
        for old, new in zip(*sides, strict=True)
        if signature(old) == signature(new) and numbers(old) == numbers(new)
    )

"""Words in their inflections: whether a text has a term, in whatever form its grammar asks for.

Words are compared by their stems, by the Snowball stemmers of their language (Porter 2001). A language
without a stemmer is compared by its words as they are, in any case; one that is written without spaces
by its letters. Stems decide what is recognised, never what is printed.
"""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.model import LocaleTag, Span

_STEMMERS = {
    "ar": "arabic",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""The stemmer of each language."""
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "yue"})
_WORD = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0900-\u0dff\u200c\u200d]+")
"""Letters and digits with the marks that belong to them, which `\\w` alone cuts off in Indic scripts."""
_BREAK = re.compile(r"[.!?;:…。！？؟।\n()（）\[\]]")
"""What no term reaches across."""
_ARABIC_PARTICLE = re.compile(r"^[وف](?=\w{3})|^(?:بال|كال|لل)(?=\w{3})")
"""Particles that are written together with a word, where the stemmer leaves them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """A word of a text: its stem and where it stands, in code points."""

    stem: str
    start: int
    end: int


@functools.lru_cache(maxsize=65536)
def stem(word: str, locale: LocaleTag) -> str:
    """Return what all inflections of a word share, in lower case.

    An acronym (`MS`, `HBOT`) is its own stem, capitals and all: it is not the word of its letters.
    """
    if word.isupper() and 1 < len(word) <= 6:
        return word
    language = locale.partition("_")[0]
    folded = word.casefold() if language != "de" else word.lower()
    if language == "ar":
        folded = _ARABIC_PARTICLE.sub("", folded)
    name = _STEMMERS.get(language)
    if name is None:
        return folded
    import snowballstemmer

    # A stemmer holds the word that it works on, so threads must not share one.
    return str(snowballstemmer.stemmer(name).stemWord(folded))


def stems(text: str, locale: LocaleTag) -> tuple[Word, ...]:
    """Return the words of a text with their stems, in order."""
    return tuple(
        Word(stem=stem(match[0], locale), start=match.start(), end=match.end())
        for match in _WORD.finditer(text)
    )


class Index:
    """Many terms of one language, each text of which is read once."""

    def __init__(self, terms: Iterable[str], locale: LocaleTag) -> None:
        """Take the terms; they are told apart by their places, from 0."""
        self._locale = locale
        self._unspaced = locale.partition("_")[0] in _UNSPACED
        self._terms = tuple(terms)
        self._by_first: dict[str, list[tuple[list[str], int]]] = {}
        for place, term in enumerate(() if self._unspaced else self._terms):
            wanted = [word.stem for word in stems(term, locale)]
            if wanted:
                self._by_first.setdefault(wanted[0], []).append((wanted, place))

    def find(self, text: str) -> Iterator[tuple[int, Span]]:
        """Yield the place and the stretch of each term in a text; longer ones win, none overlap."""
        if self._unspaced:
            ordered = sorted(enumerate(self._terms), key=lambda each: -len(each[1]))
            found = [
                (place, span) for place, term in ordered for span in occurrences(term, text, self._locale)
            ]
            yield from _apart(found)
            return
        words = stems(text, self._locale)
        at = 0
        while at < len(words):
            ends = [
                (
                    last,
                    self._terms[place].casefold() == text[words[at].start : words[last].end].casefold(),
                    -place,
                )
                for wanted, place in self._by_first.get(words[at].stem, ())
                if (last := _last(wanted, words, at, 0, text)) is not None
            ]
            # Of terms that are inflections of each other the one that stands there goes first.
            last, _, place = max(ends, default=(at, False, 1))
            if ends:
                yield -place, Span(start=words[at].start, end=words[last].end)
            at = last + 1


def _apart(found: Iterable[tuple[int, Span]]) -> list[tuple[int, Span]]:
    """Keep those that overlap none before them, and put them in the order of the text."""
    kept: list[tuple[int, Span]] = []
    for place, span in found:
        if all(span.end <= other.start or other.end <= span.start for _, other in kept):
            kept.append((place, span))
    return sorted(kept, key=lambda each: each[1].start)


def occurrences(term: str, text: str, locale: LocaleTag, *, between: int = 0) -> Iterator[Span]:
    """Yield where a term stands in a text, in any inflection of its words, from left to right.

    Its words stand in their order, with at most `between` others from one to the next, and no end of a
    sentence among them.
    """
    if locale.partition("_")[0] in _UNSPACED:
        pattern = r"\s*".join(re.escape(letter) for letter in term if not letter.isspace())
        yield from (Span(start=each.start(), end=each.end()) for each in re.finditer(pattern, text, re.I))
        return
    wanted = [word.stem for word in stems(term, locale)]
    words = stems(text, locale)
    if wanted:
        at = 0
        while at < len(words):
            last = _last(wanted, words, at, between, text)
            if last is None:
                at += 1
            else:
                yield Span(start=words[at].start, end=words[last].end)
                at = last + 1


def _last(wanted: list[str], words: tuple[Word, ...], at: int, between: int, text: str) -> int | None:
    """Return the place of a term's last word where its first stands at `at`; None where it does not."""
    if words[at].stem != wanted[0]:
        return None
    for one in wanted[1:]:
        near = range(at + 1, min(at + 2 + between, len(words)))
        found = next((place for place in near if words[place].stem == one), None)
        if found is None or _BREAK.search(text, words[at].end, words[found].start):
            return None
        at = found
    return at

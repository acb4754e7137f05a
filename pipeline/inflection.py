"""Words in their inflections: whether a text has a term, in whatever form its grammar asks for.

Words are compared by their stems, by the Snowball stemmers of their language (Porter 2001). A language
without a stemmer is compared by its words as they are, in any case; one that is written without spaces
by its letters. Stems decide what is recognised, never what is printed.
"""

import functools
import re
from collections.abc import Iterator
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

"""Names of drugs in other scripts: by the words that a language has for them, and by their sound.

Katakana and Arabic letters write a name by its sound, so that its consonants are left of it: too little to
say that a name is wrong, and enough to say that another well-known one stands in its place.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from pipeline.checks.drugs.names import NAMES
from pipeline.checks.drugs.spelling import skeleton, sounds
from pipeline.checks.drugs.words import WORDS

_KATAKANA = re.compile("[ァ-ヺー]{3,}")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]{4,}")
_ARTICLE = re.compile("^[وفبكل]?(?:ال|لل)|^[وفبكل](?=.{4})")
_ALEF = str.maketrans("أإآ", "ااا")
_RECEPTOR = "(?!受体|受容体|能)"
"""A receptor is called after what it binds, and is no drug."""
_ENOUGH = 4
"""Consonants by which a name can be told; fewer are those of many words."""
_ALIKE = 3
"""Consonants that two names share, at their beginning and their end, if they are taken for one another."""
Place = tuple[int, int]


def instead(names: Iterable[str], text: str, said: Collection[str], language: str) -> Place | None:
    """Return where a well-known drug that the source does not name stands in `text`, which lacks `names`.

    `names` are those of one drug in English, `said` the words of the source. None where the drug may be
    there, or no other one is for certain.
    """
    wanted = {skeleton(name) for name in names}
    listed = list(_listed(text, language))
    rest = "".join(" " if _within(at, listed) else letter for at, letter in enumerate(text))
    if any(drug in wanted for _, drug in listed) or _heard(names, rest):
        return None
    there = {skeleton(word) for word in said}
    known = not wanted.isdisjoint(_drugs(language).values())
    other = next((place for place, drug in listed if known and drug not in there), None)
    return other or _sounding_like(names, rest, said)


def _within(at: int, listed: Iterable[tuple[Place, str]]) -> bool:
    return any(start <= at < end for (start, end), _ in listed)


@cache
def _drugs(language: str) -> dict[str, str]:
    """Return a language's words for drugs, each with the skeleton of the drug that it names."""
    words = WORDS.get(language, {})
    return {word.translate(_ALEF): skeleton(name) for name in words for word in words[name]}


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Return what finds them, the longest first: prednisolone's name may begin with prednisone's."""
    words = sorted(_drugs(language), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words)}){_RECEPTOR}" if words else "(?!)")


def _listed(text: str, language: str) -> Iterator[tuple[Place, str]]:
    for match in _pattern(language).finditer(text.translate(_ALEF)):
        yield match.span(), _drugs(language)[match.group()]


def _spelt(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a text that are written by their sound."""
    for pattern in (_KATAKANA, _ARABIC):
        yield from pattern.finditer(text)


def _heard(names: Iterable[str], text: str) -> bool:
    return any(sounds(name) in sounds(match.group()) for match in _spelt(text) for name in names)


def _sounding_like(names: Iterable[str], text: str, said: Collection[str]) -> Place | None:
    there = {sounds(word) for word in said}
    for match in _spelt(text):
        for word in (match.group(), _ARTICLE.sub("", match.group())):
            other = sounds(word)
            if other in _others() - there and any(_alike(sounds(name), other) for name in names):
                return match.span()
    return None


@cache
def _others() -> frozenset[str]:
    """Return what well-known names sound like."""
    return frozenset(heard for name in NAMES if len(heard := sounds(name)) >= _ENOUGH)


def _alike(one: str, other: str) -> bool:
    """Whether two names begin and end so much alike that one is taken for the other."""
    before = _shared(one, other)
    return before + _shared(one[before:][::-1], other[before:][::-1]) >= _ALIKE


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))

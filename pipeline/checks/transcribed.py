"""Names of drugs in katakana and in Arabic letters, told apart by their consonants.

Both write a name by its sound, so that what is left of it are the places where its consonants are made:
lips, teeth, palate, nose, and l or r. That is too little to say that a name is wrong, and enough to say
that another well-known one stands in its place.
"""

import re
from functools import cache, lru_cache

from pipeline.checks.drug_names import NAMES

_KATAKANA = re.compile("[ァ-ヺー]{3,}")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]{4,}")
_ARTICLE = re.compile("^[وفبكل]?(?:ال|لل)|^[وفبكل](?=.{4})")
_DOUBLED = re.compile(r"(.)\1+")
_ENOUGH = 4
"""Consonants by which a name can be told; fewer are those of many words."""
_ALIKE = 3
"""Consonants that two names share, at their beginning and their end, if they are taken for one another."""

_SOUNDS = {
    "P": "bfhpvハヒフヘホバビブベボパピプペポヴヷبپفه",
    "T": "cdjstzサシスセソザジズゼゾタチツテトダヂヅデドتثجدذزسشصضطظ",
    "K": "gkqカキクケコガギグゲゴكکقغخگح",
    "N": "mnナニヌネノマミムメモンمن",
    "R": "lrラリルレロرل",
}
_CLASSES = {ord(letter): sound for sound, letters in _SOUNDS.items() for letter in letters}
_SPELT = (
    (re.compile("ph"), "f"),
    (re.compile("[tr]h"), lambda match: match.group()[0]),
    (re.compile("ch|c(?![eiy])|qu"), "k"),
    (re.compile("x"), "ks"),
)


@lru_cache(maxsize=4096)
def sounds(word: str) -> str:
    """Return the places of a word's consonants: `PRTNTN` for prednisone, プレドニゾン and بريدنيزون."""
    if word.isascii():
        for pattern, spelt in _SPELT:
            word = pattern.sub(spelt, word)
    kept = "".join(sound for letter in word if (sound := _CLASSES.get(ord(letter))))
    return _DOUBLED.sub(r"\1", kept)


@cache
def _others() -> frozenset[str]:
    """Return what well-known names sound like."""
    return frozenset(heard for name in NAMES if len(heard := sounds(name)) >= _ENOUGH)


def instead(names: list[str], text: str, source: tuple[str, ...]) -> tuple[int, int] | None:
    """Return where a well-known drug that is not in the `source` stands in `text`, which lacks `names`.

    `names` are those of one drug. None where it may be there, or no other one that sounds like it is.
    """
    found = [match for pattern in (_KATAKANA, _ARABIC) for match in pattern.finditer(text)]
    wanted = [sounds(name) for name in names]
    if any(name in sounds(match.group()) for name in wanted for match in found):
        return None
    here = {sounds(word) for word in source}
    for match in found:
        for word in (match.group(), _ARTICLE.sub("", match.group())):
            other = sounds(word)
            if other in _others() - here and any(_alike(name, other) for name in wanted):
                return match.span()
    return None


def _alike(one: str, other: str) -> bool:
    """Whether two names begin and end so much alike that one is taken for the other."""
    before = _shared(one, other)
    return before + _shared(one[before:][::-1], other[before:][::-1]) >= _ALIKE


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))

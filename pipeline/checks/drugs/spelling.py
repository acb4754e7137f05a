"""What all spellings of a drug's name share: its letters among languages, its consonants among scripts."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"h": None, "c": "k", "z": "k", "q": "k", "x": "s", "y": "i", "w": "v"} | dict.fromkeys("äöæœ", "e")
)
_DOUBLED = re.compile(r"(.)\1+")
_NATIONAL = re.compile(r"(?:um|us|[aeio]s?|s)$")
_LIPS = re.compile("m(?=[^aeiou])")
_BEFORE_S = re.compile("^e(?=s[^aeiou])")


@lru_cache(maxsize=32768)
def skeleton(word: str) -> str:
    """Return what all spellings of a name share: `amoxicilline`, `amossicillina` and `Amoxicillin` are one.

    Accents, mute h, doubled letters and national endings go; ph is f, y is i; c, k, qu and z are one, and
    so are x and s; m and n before a consonant; ct and tt; Spanish puts an e before s (`estreptomicina`).
    """
    word = word.lower().replace("ph", "f").replace("qu", "k").translate(_LETTERS)
    bare = word
    if not word.isascii():
        bare = "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))
    bare = _DOUBLED.sub(r"\1", bare.replace("ae", "e").replace("oe", "e"))
    return _BEFORE_S.sub("", _LIPS.sub("n", _NATIONAL.sub("", bare)).replace("kt", "t"))


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

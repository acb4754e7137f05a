"""Articles and prepositions that lose their vowel before another, where a carrier stood between."""

import re
from collections.abc import Mapping

from pipeline.model import LocaleTag

_FRENCH = {
    "ce": "cet ",
    "ma": "mon ",
    "ta": "ton ",
    "sa": "son ",
    "le": "l’",
    "la": "l’",
    "de": "d’",
    "du": "de l’",
    "au": "à l’",
    "que": "qu’",
}
_ITALIAN = {
    "il": "l’",
    "lo": "l’",
    "la": "l’",
    "una": "un’",
    "del": "dell’",
    "della": "dell’",
    "al": "all’",
    "alla": "all’",
    "dal": "dall’",
    "dalla": "dall’",
    "nel": "nell’",
    "nella": "nell’",
    "sul": "sull’",
    "sulla": "sull’",
}
_RULES: Mapping[str, Mapping[str, str]] = {"fr": _FRENCH, "it": _ITALIAN}
_VOWELS = frozenset("aeiouhàâéèêëîïôöûüœAEIOUHÀÂÉÈÊËÎÏÔÖÛÜŒ")
_LAST = re.compile(r"(?<!\w)(\w+)\s+$")


def elide(target: LocaleTag, before: str, following: str) -> str:
    """Return `before` as it reads ahead of `following`: "de la " ahead of "oxygène" is "de l’"."""
    rules = _RULES.get(target.partition("_")[0])
    match = _LAST.search(before)
    if not rules or not match or following[:1] not in _VOWELS:
        return before
    short = rules.get(match[1].lower())
    if short is None:
        return before
    return before[: match.start()] + (short.capitalize() if match[1][0].isupper() else short)

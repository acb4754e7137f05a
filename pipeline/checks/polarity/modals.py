"""Demands, leaves, bans and releases that became one another: “must” is not “may”, “need not” not “must not”.

Each is counted by itself on both sides. Where one is lost and another is gained, they were exchanged.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from pipeline.checks.base import Hit, Pair
from pipeline.checks.polarity.lexicon.modals import MODALS, Modal
from pipeline.checks.polarity.sides import pairs_of, texts_of, unvowelled
from pipeline.checks.typography import language

_SHOWN = {
    "demand": "“must”",
    "leave": "“may”",
    "ban": "“must not”",
    "refusal": "“must not”",
    "release": "“need not”",
}
_BANS = frozenset({"ban", "refusal"})
"""All denials, and those of modals only."""
_EAST = frozenset({"ar", "ja", "zh"})
_AVOIDING = re.compile(r"(?:^|[,.;:] |\b(?:and|but|or) )avoid\b", re.IGNORECASE)
"""A demand by itself, which “should” in front of it does not count, in languages that demand as often."""
_GUARD = frozenset({"must", "may", "not"})


def modals(pair: Pair) -> Iterator[Hit]:
    """Yield what the source demands, allows, forbids or spares, and the translation another way."""
    tag = language(pair.target_locale)
    if tag not in MODALS or language(pair.source_locale) != "en":
        return
    there = MODALS[tag]
    for (signs, _), (source, target) in zip(pairs_of(pair), texts_of(pair), strict=True):
        if _GUARD.isdisjoint(signs):
            continue
        said = unvowelled(target.text) if tag == "ar" else target.text
        for kind, places in _told(source.text):
            modal, least = there.get(kind), len(places)
            if kind == "demand" and tag in _EAST and "avoid" in signs:
                least += len(_AVOIDING.findall(source.text))
            if modal is None or (modal.usual and _as_often(modal.usual, said, least)):
                continue
            wide = _as_often(modal.wide, said, least)
            if wide and (kind, tag) == ("release", "it"):
                continue  # “Non deve” is “need not” as well.
            gained = _released if wide else _gained
            if other := gained(kind, source.text, said, there):
                start, end = places[0]
                place = pair.source_inline.span(source.start + start, source.start + end)
                reason = f"{_SHOWN[kind]} of the source may have become {_SHOWN[other]}"
                yield Hit(reason=reason, source=(place,), target=())


def _released(lost: str, source: str, said: str, there: dict[str, Modal]) -> str:
    """Return “release” for a ban or demand, or “refusal” for a release, that stands in its stead for sure.

    What is wide hides much: “no hace falta” has the words of a demand and those of a ban.
    """
    if "refusal" not in there or lost == "leave" or _count(there[lost].narrow, said):
        return ""
    english = MODALS["en"]
    kind = "refusal" if lost == "release" else "release"
    source = source.replace("’", "'")
    known = _count(english["ban"].narrow if kind == "refusal" else english["release"].wide, source)
    return kind if _count(there[kind].narrow, said) > known else ""


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[str, tuple[tuple[int, int], ...]], ...]:
    """Return the places of each kind in a source that has it for sure."""
    text = text.replace("’", "'")
    english = MODALS["en"]
    found = {kind: _places(english[kind].narrow, text) for kind in english if kind != "refusal"}
    found["refusal"] = _places(english["refusal"].narrow, text) if found["ban"] else []
    denied = found["ban"] + found["release"]
    for kind in ("demand", "leave"):
        # “No employee has to” demands nothing, “nobody may” allows nothing.
        found[kind] = [(a, b) for a, b in found[kind] if not any(c < b and a < d for c, d in denied)]
    return tuple((kind, tuple(places)) for kind, places in found.items() if places)


def _gained(lost: str, source: str, said: str, there: dict[str, Modal]) -> str:
    """Return the kind of which a translation surely has more than the source may have, or nothing."""
    source = source.replace("’", "'")
    for kind, modal in there.items():
        if kind == lost or _BANS.issuperset((kind, lost)):
            continue
        if not (sure := _count(modal.narrow, said)):
            continue
        # “Need not” forbids nothing, and demands nothing.
        spared = kind == "ban" or ("refusal" in there and kind != "leave")
        said_here = MODALS["en"]["release"].narrow.sub("", source) if spared else source
        if sure > _count(MODALS["en"][kind].wide, said_here):
            return kind
    return ""


def _places(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


def _as_often(pattern: re.Pattern[str], text: str, times: int) -> bool:
    """Whether a text has a pattern so many times; what is behind them is not looked at."""
    return sum(1 for _ in islice(pattern.finditer(text), times)) == times


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))

"""Real prose and its translations, for checks that must keep quiet about it."""

import tomllib
from pathlib import Path

Pairs = list[tuple[str, str, str]]
"""(locale, source, translation)"""


def _pairs(name: str) -> Pairs:
    path = Path(__file__).with_name(name)
    pairs: list[dict[str, str]] = tomllib.loads(path.read_text("utf-8"))["pair"]
    return [
        (tag, pair["source"], text)
        for pair in pairs
        for tag, text in pair.items()
        if tag not in ("source", "turned")
    ]


PAIRS = _pairs("prose.toml")
"""Prose."""
MEASURES = _pairs("measures.toml")
"""Phrases of measure, dense."""
LEAFLETS = _pairs("leaflets.toml")
"""What leaflets, trials, manuals and clinics say."""
EVERYDAY = _pairs("everyday.toml")
"""Everyday prose, where numbers stand in passing."""
WARDS = _pairs("wards.toml")
"""What wards, trials, manuals and patients say."""
CLINIC = _pairs("clinic.toml")
"""What leaflets, labels, trials and notices say."""
POLICIES = _pairs("policies.toml")
"""How Arabic and Chinese count, time and share out."""
PHRASES = _pairs("phrases.toml")
"""Phrases of measure in western languages."""
IDIOMS = _pairs("idioms.toml")
"""Idioms of counting in Romance languages."""
COUNTING = _pairs("counting.toml")
"""How idioms count, in Japanese."""
LIMITS = _pairs("limits.toml")
"""Limits, ages, times then and now, frost and speed."""
DENIALS = _pairs("denials.toml")
"""How western languages deny, restrict, demand and allow."""


def _alike() -> list[tuple[str, list[str], list[str]]]:
    """Read (locale, sources, translations)."""
    rows = tomllib.loads(Path(__file__).with_name("alike.toml").read_text("utf-8"))["alike"]
    return [(tag, row["en"], texts) for row in rows for tag, texts in row.items() if tag != "en"]


ALIKE = _alike()
"""What may be said in each of several ways."""


def _turned(name: str) -> list[tuple[str, str, str, tuple[tuple[str, str], ...]]]:
    """Read (locale, source, translation, what turns it round)."""
    found = []
    pairs = tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))["pair"]
    for pair in pairs:
        for tag, changes in pair["turned"].items():
            found.append((tag, pair["source"], pair[tag], tuple((old, new) for old, new in changes)))
    return found


TURNED = _turned("turned.toml") + _turned("turned_east.toml")
"""What forbids, demands, allows and spares, with what turns each round."""

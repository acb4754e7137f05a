"""The clean pairs, and what stands beside them in files: glossary, names, hand-made mutations."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"
LOCALES = ("es", "fr", "it", "pt_BR", "de", "ar", "zh_Hans", "ja")
NAMES = ("Neuralyx", "OxyDome", "Lumivia")
"""Invented brands that stand in every language as they are."""
PARTS = ("shown", "held")
"""Those who write the checks may look at what fails in the first, and see only figures of the second."""
SECOND = "-digits"
"""Ending of the id of a second right translation of the same source."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A source with a translation that is right."""

    id: str
    part: str
    locale: str
    source: str
    target: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutation:
    """A translation that was right until one thing in it was changed."""

    case: Case
    kind: str
    target: str
    change: str
    """What changed, for people: `"2,5" → "25"`."""


def cases(locale: str) -> tuple[Case, ...]:
    """Return all clean pairs of `locale`, in the order of its files."""
    return tuple(case for part in PARTS for case in _cases(part, locale))


def _cases(part: str, locale: str) -> list[Case]:
    sources = dict(_rows(part, "en"))
    return [
        Case(id=id_, part=part, locale=locale, source=sources[id_.removesuffix(SECOND)], target=target)
        for id_, target in _rows(part, locale)
    ]


def by_hand(locale: str) -> tuple[Mutation, ...]:
    """Return the mutations that people wrote. Raises `ValueError` where one does not fit its pair."""
    found = []
    for part in PARTS:
        clean = {case.id: case for case in _cases(part, locale)}
        for id_, kind, old, new in _rows(part, f"{locale}.mutations"):
            case = clean[id_]
            if case.target.count(old) != 1:
                raise ValueError(f"{locale}: {old!r} does not stand exactly once in {id_!r}")
            target = case.target.replace(old, new)
            found.append(Mutation(case=case, kind=kind, target=target, change=f"“{old}” → “{new}”"))
    return tuple(found)


def glossary(locale: str) -> tuple[tuple[str, str], ...]:
    """Return each glossary term with its translation."""
    header, *rows = _rows("", "glossary")
    column = header.index(locale)
    return tuple((row[0], row[column]) for row in rows)


def _rows(part: str, name: str) -> list[list[str]]:
    path = FOLDER / part / f"{name}.tsv"
    lines = path.read_text(encoding="utf-8").split("\n") if path.exists() else []
    return [line.replace("\\n", "\n").split("\t") for line in lines if line]

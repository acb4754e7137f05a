"""What helps with a text: the glossary's terms in it, and how such a text was translated elsewhere.

Suggestions decide nothing. So, unlike everything else, the memory is kept by the files' times.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.model import ArticleName, LocaleTag, MessageKey
from pipeline.workflow.project import Project, read_bytes, read_glossary

if TYPE_CHECKING:
    from pipeline.glossary import Occurrence
    from pipeline.memory import Match, Memory, Segment

MOST = 3
"""Matches that are shown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestions:
    """What helps with one text."""

    terms: "tuple[Occurrence, ...]"
    """The glossary's terms in the source, each once."""
    matches: "tuple[Match, ...]"
    """Translations of this or a similar text in other messages, best first."""


def suggest(project: Project, locale: LocaleTag, article: ArticleName, key: MessageKey) -> Suggestions:
    """Return what helps to translate the message `key` of an edition."""
    glossary = read_glossary(project)
    own = _place(article, key)
    found = _memory(project, locale).find(key[1], glossary=glossary, limit=MOST + 1)
    terms = {occurrence.term.term: occurrence for occurrence in glossary.find(key[1], locale)}
    return Suggestions(
        terms=tuple(terms.values()),
        matches=tuple(match for match in found if match.segment.origin != own)[:MOST],
    )


def _memory(project: Project, locale: LocaleTag) -> "Memory":
    folder = project.catalogue_path(locale, ArticleName("x")).parent
    stamps = []
    for path in sorted(folder.glob("*.po")):
        with suppress(OSError):
            status = path.stat()
            stamps.append((path, status.st_mtime_ns, status.st_size, status.st_ino))
    return _made(locale, tuple(stamps))


@lru_cache(maxsize=8)
def _made(locale: LocaleTag, stamps: tuple[tuple[Path, int, int, int], ...]) -> "Memory":
    from pipeline.memory import Memory

    return Memory((segment for stamp in stamps for segment in _segments(stamp[0], locale)), locale)


def _segments(path: Path, locale: LocaleTag) -> "Iterator[Segment]":
    """Yield what people wrote or accepted in a catalogue; one that is broken has nothing to say."""
    from pipeline import po
    from pipeline.memory import Segment

    with suppress(InputError):
        for entry in po.read(read_bytes(path), file=path.name, locale=locale).entries:
            if entry.msgstr and not entry.fuzzy and not entry.obsolete:
                place = _place(ArticleName(path.stem), entry.key)
                yield Segment(source=entry.msgid, target=entry.msgstr, context=place, origin=place)


def _place(article: ArticleName, key: MessageKey) -> str:
    """Say where a message stands, for people; the text tells messages of one article apart."""
    from pipeline.ledger.events import short_id

    return f"{article} {short_id(key)}"

"""What helps with a text: the glossary's terms in it, and how such a text was translated elsewhere."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.model import ArticleName, LocaleTag, MessageKey
from pipeline.workflow.project import Project, read_glossary

if TYPE_CHECKING:
    from pipeline.glossary import Occurrence
    from pipeline.memory import Match, Segment

MOST = 3
"""Matches that are shown."""

_OWN = 10
"""Matches beside those that may be the text's own translation, or sentences of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestions:
    """What helps with one text."""

    terms: "tuple[Occurrence, ...]"
    """The glossary's terms in the source, each once."""
    matches: "tuple[Match, ...]"
    """Translations of this or a similar text in other messages, best first."""


def suggest(project: Project, locale: LocaleTag, article: ArticleName, key: MessageKey) -> Suggestions:
    """Return what helps to translate the message `key` of an edition.

    A catalogue that is broken just now has nothing new to say.
    """
    from pipeline.memory import context_of
    from pipeline.workflow.memories import memory

    glossary, own = read_glossary(project), context_of(article, key[0])
    held = memory(project, locale, broken=True)
    found = held.find(key[1], context=own, glossary=glossary, limit=MOST + _OWN)
    terms = {occurrence.term.term: occurrence for occurrence in glossary.find(key[1], locale)}
    return Suggestions(
        terms=tuple(terms.values()),
        matches=tuple(match for match in found if not _own(match.segment, article, own, key[1]))[:MOST],
    )


def _own(segment: "Segment", article: ArticleName, context: str, text: str) -> bool:
    """Whether a segment is the text's own translation, or a sentence of its article."""
    if segment.context:
        return (segment.context, segment.source) == (context, text)
    return segment.origin == article

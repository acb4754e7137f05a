"""What the team is told of an edition's past, and where it stood before, from its ledger."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pipeline.articles import template
from pipeline.articles.frontmatter import valid_slug
from pipeline.ledger.events import Action, Event, short_id
from pipeline.model import PastEvent

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.workflow.survey import Candidate

FORMER_SLUGS = "former_slugs"
"""Front matter: a slug, or a list of slugs, under which an article stood before in every language."""


def past(article: "Article", events: Iterable[Event]) -> Mapping[str, tuple[PastEvent, ...]]:
    """Return what happened to each message of an edition by its short id, oldest first."""
    told: dict[str, list[Event]] = {short_id(message.key): [] for message in template(article).messages}
    for event in sorted(events, key=lambda event: (event.time, event.actor)):
        if event.message in told:
            told[event.message].append(event)
    return {
        name: tuple(
            PastEvent(
                date=event.time.date(),
                actor=event.actor,
                action=event.action.value,
                role=event.role,
                reason=event.reason,
            )
            for event in found
        )
        for name, found in told.items()
        if found
    }


def former_slugs(candidate: "Candidate") -> tuple[str, ...]:
    """Return the slugs under which an edition stood before: as its author says, and as was approved."""
    said = candidate.article.front.extra.get(FORMER_SLUGS, ())
    slugs = [said] if isinstance(said, str) else list(said) if isinstance(said, list | tuple) else []
    if candidate.history is not None:
        name = short_id(("slug", candidate.article.front.slug))
        approved = (event for event in candidate.history.events(name) if event.action is Action.APPROVE)
        slugs += [text for event in approved for text in event.text]
    kept = dict.fromkeys(slug for slug in slugs if isinstance(slug, str) and valid_slug(slug))
    return tuple(slug for slug in kept if slug != candidate.standing.slug)

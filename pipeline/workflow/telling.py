"""What the team is told of an edition's past, and where it stood before, from its ledger."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pipeline.articles import template
from pipeline.articles.frontmatter import valid_slug
from pipeline.ledger.events import Action, Event, short_id
from pipeline.ledger.judgement import in_words
from pipeline.model import Deed, PastEvent

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.workflow.survey import Candidate

_DEEDS = 5
"""How many deeds of one edition are told."""

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
                role=in_words(event.role),
                reason=event.reason,
            )
            for event in found
        )
        for name, found in told.items()
        if found
    }


def deeds(events: Iterable[Event]) -> tuple[Deed, ...]:
    """Return what was done last to an edition, day by day, newest first."""
    found: dict[tuple[datetime.date, str, str], set[str]] = defaultdict(set)
    for event in events:
        found[event.time.date(), event.actor, event.action.value].add(event.message)
    last = sorted(found.items(), key=lambda pair: pair[0], reverse=True)[:_DEEDS]
    return tuple(
        Deed(day=day, actor=actor, action=action, number=len(messages))
        for (day, actor, action), messages in last
    )


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

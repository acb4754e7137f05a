"""Status: how far each edition has come, as plain data for people and machines."""

from collections.abc import Sequence
from typing import Any

from pipeline.articles.edition import live
from pipeline.ledger.events import short_id
from pipeline.ledger.judgement import judge
from pipeline.model import LocaleTag, Severity, State
from pipeline.workflow.project import Project
from pipeline.workflow.summary import FEW, Waiting
from pipeline.workflow.survey import Candidate, survey


def status(project: Project, only: Sequence[LocaleTag] = (), article: str = "") -> list[dict[str, Any]]:
    """Return a line for each edition under review: its messages by state, words, and what blocks it.

    `waiting` has what blocks it message by message. `only` and `article` choose editions.
    """
    lines = []
    for candidate in survey(project, only):
        if candidate.history is None or article not in ("", candidate.article.name):
            continue
        counts = candidate.standing.counts
        lines.append(
            {
                "article": candidate.article.name,
                "locale": candidate.locale.bcp47,
                "messages": len(candidate.standing.messages),
                "words": candidate.words,
                **{state.label: counts.get(state, 0) for state in State},
                "publishable": candidate.verdict.publish,
                "blocked_by": list(candidate.verdict.reasons),
                "waiting": waiting(candidate),
            }
        )
    return lines


def few_waiting(candidate: Candidate) -> tuple[Waiting, ...]:
    """Return the messages that keep an edition out of the site, none where they are more than a few."""
    states = candidate.standing.counts
    if sum(states.values()) - states.get(State.APPROVED, 0) > FEW:
        return ()
    found = waiting(candidate)
    return found if len(found) <= FEW else ()


def waiting(candidate: Candidate) -> tuple[Waiting, ...]:
    """Return each message that keeps an edition out of the site, in the order of the page."""
    history = candidate.history
    if history is None:
        return ()
    entries = {entry.key: entry for entry in candidate.original}
    entries |= live(candidate.catalogue) if candidate.catalogue else {}
    errors: dict[Any, list[str]] = {}
    for finding in candidate.findings:
        if finding.severity is Severity.ERROR and finding.msgid:
            errors.setdefault((finding.msgctxt, finding.msgid), []).append(finding.reason)
    return tuple(
        Waiting(
            id=short_id(message.key),
            msgctxt=message.msgctxt,
            msgid=message.msgid,
            state=state.label,
            needs=judge(entries[message.key], history).missing if message.key in entries else (),
            errors=tuple(errors.get(message.key, ())),
        )
        for message, state in candidate.standing.messages
        if state is not State.APPROVED or message.key in errors
    )

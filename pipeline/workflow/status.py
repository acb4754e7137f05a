"""Status: how far each edition has come, as plain data for people and machines."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from pipeline.ledger.events import short_id
from pipeline.ledger.judgement import judge
from pipeline.model import ArticleName, LocaleTag, Severity, State
from pipeline.workflow import survey
from pipeline.workflow.pool import by_article
from pipeline.workflow.project import Progress, Project, article_names, collect, read_article, silent
from pipeline.workflow.summary import FEW, Waiting
from pipeline.workflow.survey import Candidate


def status(
    project: Project,
    only: Sequence[LocaleTag] = (),
    article: str = "",
    *,
    messages: bool = True,
    jobs: int | None = None,
    progress: Progress = silent,
) -> Iterator[dict[str, Any]]:
    """Yield a line for each edition under review: its messages by state, words, and what blocks it.

    `waiting` has what blocks it message by message, unless no `messages` are wanted. `only` and `article`
    choose editions; `jobs` is the number of processes, by default one for each core.
    """
    names = [name for name in article_names(project) if article in ("", name)]
    told = by_article(
        lines, project, names, only, messages, jobs=jobs, what="articles looked at", tell=progress
    )
    for each in told:
        yield from each


def lines(
    project: Project, name: ArticleName, only: Sequence[LocaleTag], messages: bool
) -> list[dict[str, Any]]:
    """Return the lines of an article's editions. Raises `InputError` with all that cannot be read."""
    article = read_article(project, name)
    tags = [tag for tag in survey.tags_of(project, article) if not only or tag in only]
    candidates = collect(partial(survey.candidate, project, article, tag) for tag in tags)
    return [_line(each, messages) for each in candidates if each.history is not None]


def _line(candidate: Candidate, messages: bool) -> dict[str, Any]:
    counts = candidate.standing.counts
    return {
        "article": candidate.article.name,
        "locale": candidate.locale.bcp47,
        "messages": len(candidate.standing.messages),
        "words": candidate.words,
        **{state.label: counts.get(state, 0) for state in State},
        "publishable": candidate.verdict.publish,
        "blocked_by": list(candidate.verdict.reasons),
        "waiting": waiting(candidate) if messages else (),
    }


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
    entries |= candidate.standing.entries or {}
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

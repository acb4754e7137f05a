"""Status: how far each edition has come, as plain data for people and machines."""

from typing import Any

from pipeline.model import State
from pipeline.workflow.project import Project
from pipeline.workflow.survey import survey


def status(project: Project) -> list[dict[str, Any]]:
    """Return a line for each translated edition: its messages by state, words, and what blocks it."""
    lines = []
    for candidate in survey(project):
        if candidate.catalogue is None:
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
            }
        )
    return lines

"""All checks, in one list; and the functions that run them.

Checks are pure: texts in, findings out. None raises, whatever the texts are.
"""

from collections.abc import Iterable, Sequence

from pipeline import uncollected
from pipeline.checks.base import (
    ArticleCheck,
    Bitext,
    Check,
    Claim,
    Context,
    EditionCheck,
    Hit,
    Pair,
    PairCheck,
    SourceCheck,
    Term,
)
from pipeline.checks.registry import CHECKS, EDITION_CHECKS, PAIR_CHECKS
from pipeline.checks.spelling import check_source_spelling, check_spelling
from pipeline.model import Finding, Locale, Message

__all__ = [
    "CHECKS",
    "EDITION_CHECKS",
    "ArticleCheck",
    "Bitext",
    "Check",
    "Claim",
    "Context",
    "EditionCheck",
    "Hit",
    "Pair",
    "PairCheck",
    "SourceCheck",
    "Term",
    "check_article",
    "check_edition",
    "check_pair",
    "check_pairs",
    "check_source",
    "check_source_spelling",
    "check_spelling",
    "version",
]


_TOGETHER = 256
"""So many messages go through the checks together: what was worked out about them is held meanwhile."""


def check_pair(pair: Pair, checks: Iterable[Check] = PAIR_CHECKS) -> tuple[Finding, ...]:
    """Run all checks of pairs over one message; nothing where it is not translated.

    Findings come in the order of `checks`. Never raises, whatever the texts are.
    """
    return check_pairs([pair], checks)[0]


def check_pairs(pairs: Sequence[Pair], checks: Iterable[Check] = PAIR_CHECKS) -> list[tuple[Finding, ...]]:
    """Run all checks of pairs over many messages; return the findings of each, as `check_pair` does.

    Each check looks at all messages before the next one does, and so does each step of reading them:
    a processor that does one thing many times over finds program and tables in its caches.
    """
    chosen = [check for check in checks if isinstance(check, PairCheck)]
    parts = (pairs[start : start + _TOGETHER] for start in range(0, len(pairs), _TOGETHER))
    with uncollected():
        return [found for part in parts for found in _check_together(part, chosen)]


def _check_together(pairs: Sequence[Pair], checks: Sequence[PairCheck]) -> list[tuple[Finding, ...]]:
    found: list[list[Finding]] = [[] for _ in pairs]
    translated = [(pair, findings) for pair, findings in zip(pairs, found, strict=True) if pair.target]
    for check in checks:
        for work_out in check.beforehand:
            for pair, _ in translated:
                work_out(pair)
        for pair, findings in translated:
            for hit in check.function(pair):
                findings.append(check.finding(hit, pair.key))
    return list(map(tuple, found))


def check_edition(bitext: Bitext, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Run the checks that look at an edition as a whole; those of its pairs are `check_pair`'s."""
    return tuple(
        check.finding(hit, key)
        for check in checks
        if isinstance(check, EditionCheck)
        for key, hit in check.function(bitext)
    )


def check_source(
    messages: Sequence[Message], locale: Locale, checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """Run the checks for authors over an article's messages, in the article's own `locale`."""
    return tuple(
        check.finding(hit, message.key)
        for check in checks
        if isinstance(check, SourceCheck)
        for message in messages
        for hit in check.function(message, locale)
    )


def check_article(
    messages: Sequence[Message], locale: Locale, checks: Iterable[Check] = CHECKS
) -> tuple[Finding, ...]:
    """Run the checks for authors that look at an article as a whole; the others are `check_source`'s."""
    return tuple(
        check.finding(hit, key)
        for check in checks
        if isinstance(check, ArticleCheck)
        for key, hit in check.function(messages, locale)
    )


def version(check_id: str) -> int:
    """Return the version of a check, for dismissals; 0 where there is no such check."""
    return next((check.version for check in CHECKS if check.id == check_id), 0)

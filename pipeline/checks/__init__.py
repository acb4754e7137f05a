"""All checks, in one list; and the functions that run them.

Checks are pure: texts in, findings out. None raises, whatever the texts are.
"""

from collections.abc import Iterable, Sequence

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
    "check_source",
    "check_source_spelling",
    "check_spelling",
    "version",
]


def check_pair(pair: Pair, checks: Iterable[Check] = PAIR_CHECKS) -> tuple[Finding, ...]:
    """Run all checks of pairs over one message; nothing where it is not translated.

    Findings come in the order of `checks`. Never raises, whatever the texts are.
    """
    if not pair.target:
        return ()
    return tuple(
        check.finding(hit, pair.key)
        for check in checks
        if isinstance(check, PairCheck)
        for hit in check.function(pair)
    )


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

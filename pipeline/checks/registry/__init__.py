"""Every check there is, in one list.

A check's `id` and `version` stand in every dismissal of one of its findings.
"""

from pipeline.checks.base import Check
from pipeline.checks.registry.pairs import PAIR_CHECKS
from pipeline.checks.registry.wholes import ARTICLE_CHECKS, EDITION_CHECKS, SOURCE_CHECKS
from pipeline.checks.spelling import CHECK as SPELLING
from pipeline.checks.spelling import SOURCE_CHECK as SOURCE_SPELLING

__all__ = [
    "ARTICLE_CHECKS",
    "CHECKS",
    "EDITION_CHECKS",
    "PAIR_CHECKS",
    "SOURCE_CHECKS",
    "SOURCE_SPELLING",
    "SPELLING",
]

CHECKS: tuple[Check, ...] = (
    *PAIR_CHECKS,
    *EDITION_CHECKS,
    *SOURCE_CHECKS,
    *ARTICLE_CHECKS,
    SOURCE_SPELLING,
    SPELLING,
)
"""Every check there is. `pipeline check --only` takes these ids, and the docs list them."""

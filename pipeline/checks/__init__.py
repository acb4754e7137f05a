"""All checks, in one list; and the functions that run them.

`CHECKS` is read from top to bottom: cheap ones first within each family. A check's `id` and
`version` stand in every dismissal of one of its findings.
"""

from collections.abc import Iterable

from pipeline.checks.base import Check, Context, Hit, Pair, PairCheck, Term
from pipeline.checks.registry import CHECKS
from pipeline.model import Finding

__all__ = ["CHECKS", "Check", "Context", "Hit", "Pair", "PairCheck", "Term", "check_pair"]


def check_pair(pair: Pair, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Run all checks of pairs over one message; nothing where it is not translated.

    Findings come in the order of `checks`. Never raises, whatever the texts are.
    """
    if not pair.target:
        return ()
    key = pair.key
    return tuple(
        check.finding(hit, key)
        for check in checks
        if isinstance(check, PairCheck)
        for hit in check.function(pair)
    )

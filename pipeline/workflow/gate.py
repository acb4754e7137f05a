"""The gate: what may stand in the site. It fails closed, and says exactly what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.articles.edition import Standing
from pipeline.ledger.history import History
from pipeline.ledger.judgement import judge
from pipeline.model import Entry, Finding, Locale, Severity, State

_WAITING = {
    State.UNTRANSLATED: "untranslated",
    State.STALE: "stale",
    State.DRAFT: "draft",
    State.REJECTED: "rejected",
    State.TRANSLATED: "awaiting approval",
}


CLAIMS = "claims."
"""What the ids of checks begin with that tell of claims: forbidden, without evidence, without disclaimer."""
FORBIDDEN = f"{CLAIMS}forbidden"
"""The check that tells of a claim that may not be made in the markets of a locale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """The gate's word on an edition."""

    publish: bool
    reasons: tuple[str, ...]
    """Why not, for people; empty where it is published."""


def decide(locale: Locale, standing: Standing, findings: Sequence[Finding]) -> Verdict:
    """Let an edition pass if every message is approved as printed and nothing is found wrong."""
    reasons = []
    if locale.pseudo:
        reasons.append("pseudo-locale, for the preview only")
    counts = standing.counts
    reasons.extend(f"{counts[state]} {word}" for state, word in _WAITING.items() if counts.get(state))
    if not standing.messages:
        reasons.append("no messages")
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if errors:
        reasons.append(f"{errors} {'error' if errors == 1 else 'errors'} found by checks")
    return Verdict(publish=not reasons, reasons=tuple(reasons))


def decide_source(findings: Sequence[Finding]) -> Verdict:
    """Let a source edition pass that nobody has to approve, unless it claims what it may not."""
    wrong = [finding for finding in findings if finding.id.startswith(CLAIMS)]
    found = sum(finding.severity is Severity.ERROR for finding in wrong)
    reasons = (f"{found} {'claim' if found == 1 else 'claims'} not to be made",) if found else ()
    return Verdict(publish=not found, reasons=reasons)


def still_stands(entries: Sequence[Entry], history: History) -> bool:
    """Whether texts that were published before are still approved, each exactly as it was printed.

    A page without such texts was published before they had to be approved, and stands no more.
    """
    broken = any(finding.severity is Severity.ERROR for finding in history.findings)
    return bool(entries) and not broken and all(judge(entry, history).approved for entry in entries)


def forbidden(entries: Sequence[Entry] | None, findings: Sequence[Finding]) -> bool:
    """Whether texts that were published before make a claim that is forbidden by now.

    That is a decision about what stands in the site; all else that checks find only holds back what is new.
    Of a page that nobody had to approve no texts are known (`None`): then any forbidden claim counts.
    """
    found = {(each.msgctxt, each.msgid) for each in findings if each.id == FORBIDDEN}
    return bool(found) if entries is None else any(entry.key in found for entry in entries)

"""What a build tells of itself: a row for each edition. Plain values, so that they can be kept."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from operator import attrgetter
from typing import Any

from pipeline.model import Finding, Severity
from pipeline.values import quick

FEW = 10
"""So many messages that an edition waits for are told in the summary; `pipeline status` tells all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A message that keeps its edition out of the site."""

    id: str
    """Its short id."""
    msgctxt: str | None
    msgid: str
    state: str
    """Its state's label."""
    needs: Sequence[str]
    """Roles that still have to approve the text."""
    errors: Sequence[str]
    """What checks found and nobody dismissed."""


@quick
@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One edition in the summary."""

    article: str
    locale: str
    """BCP 47."""
    messages: int
    states: Mapping[str, int]
    """Messages in each state, by its label; absent means none."""
    words: int
    published: bool
    """Whether it stands in the site, as it is now or as it was last approved."""
    status: str
    """In a word: `published`, `update pending`, `withdrawn`, `preview`."""
    reasons: tuple[str, ...]
    """Why it is not published as it is now."""
    page: str
    """The page to open, relative to the content folder."""
    waiting: Sequence[Waiting] = ()
    """The messages that it waits for, where they are few."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did."""

    rows: tuple[Row, ...]
    rendered: int
    """Editions that were rendered; all others stood as they should."""
    changed: bool
    """Whether any file of the output changed."""
    withdrawn: tuple[str, ...]
    """Editions that stood in the site and no longer do, as `locale/article`."""
    findings: tuple[Finding, ...]
    """About articles and feeds; `check` tells those about messages."""


_FIELDS = tuple(each.name for each in fields(Row))
_values = attrgetter(*_FIELDS)


def dump_rows(rows: Iterable[Row]) -> bytes:
    """Return rows as JSON, each as the list of its values."""
    return _json([_values(row) for row in rows])


def load_rows(data: bytes) -> tuple[Row, ...]:
    """Read what `dump_rows` made."""
    return tuple(_row(dict(zip(_FIELDS, values, strict=True))) for values in json.loads(data))


def dump_findings(findings: Sequence[Finding]) -> bytes:
    """Return findings about no message as JSON; nothing where there are none."""
    return _json([asdict(each) for each in findings]) if findings else b""


def load_findings(data: bytes) -> tuple[Finding, ...]:
    """Read what `dump_findings` made."""
    found = json.loads(data) if data else ()
    empty: dict[str, Any] = {"source_spans": (), "target_spans": ()}
    return tuple(Finding(**{**each, **empty, "severity": Severity(each["severity"])}) for each in found)


def _row(values: dict[str, Any]) -> Row:
    waiting = tuple(
        Waiting(**{**each, "needs": tuple(each["needs"]), "errors": tuple(each["errors"])})
        for each in values["waiting"]
    )
    return Row(**{**values, "reasons": tuple(values["reasons"]), "waiting": waiting})


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=asdict).encode()

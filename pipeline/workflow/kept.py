"""Findings kept by content, one file for an edition, so that only what changed is judged again.

A file in `.pipeline/findings/` holds what was found of each message and of the edition as a whole
under a digest of all that the checks looked at, their program included. It only saves time.
"""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline import store
from pipeline.errors import MachineError
from pipeline.model import Finding, Severity, Span

Made = Callable[[], Iterable[Finding]]


class Kept:
    """The findings of one edition, by digest. What a run does not ask for is dropped when it is saved."""

    def __init__(self, path: Path) -> None:
        """Read the file, or begin anew where there is none that can be read."""
        self._path = path
        self._before: dict[str, Any] = {}
        self._now: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            data = json.loads(path.read_text("utf-8"))
            self._before = data if isinstance(data, dict) else {}

    def findings(self, key: str, make: Made) -> tuple[Finding, ...]:
        """Return what is kept under `key`; else what `make` finds, which is kept from now on."""
        found = self.known(key)
        return self.keep(key, make()) if found is None else found

    def known(self, key: str) -> tuple[Finding, ...] | None:
        """Return what is kept under `key`; None where nothing is that can be read."""
        with suppress(KeyError, TypeError, ValueError):
            found = tuple(_read(row) for row in self._before[key])
            self._now[key] = self._before[key]
            return found
        return None

    def keep(self, key: str, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """Keep what was found under `key` from now on, and return it."""
        found = tuple(found)
        self._now[key] = [_row(finding) for finding in found]
        return found

    def save(self) -> None:
        """Write what this run asked for, if it is anything else than what was read."""
        if self._now.keys() != self._before.keys():
            # In a folder that may not be written to, or on a full disk, all else goes on.
            with suppress(MachineError):
                text = json.dumps(self._now, ensure_ascii=False, separators=(",", ":"))
                store.write_cache(self._path, text.encode())


def _row(finding: Finding) -> list[Any]:
    return [
        finding.id,
        finding.severity.value,
        finding.reason,
        finding.hint,
        finding.msgctxt,
        finding.msgid,
        [(span.start, span.end) for span in finding.source_spans],
        [(span.start, span.end) for span in finding.target_spans],
    ]


def _read(row: Any) -> Finding:
    name, severity, reason, hint, msgctxt, msgid, source, target = row
    return Finding(
        id=name,
        severity=Severity(severity),
        reason=reason,
        hint=hint,
        msgctxt=msgctxt,
        msgid=msgid,
        source_spans=tuple(Span(start=start, end=end) for start, end in source),
        target_spans=tuple(Span(start=start, end=end) for start, end in target),
    )

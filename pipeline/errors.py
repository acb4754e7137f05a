"""What can go wrong, as values: one root exception that knows nothing of the command line.

`pipeline.cli` turns these into text and an exit code, in one place. Code below the faces
raises them and never prints or exits.
"""

from collections.abc import Iterable
from typing import ClassVar

from pipeline.model import Finding


class ImprimaturError(Exception):
    """The root of every error that a user may see. Carries findings, never a traceback."""

    exit_code: ClassVar[int] = 2

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        """Collect `findings`; several problems of one run are told together."""
        found = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__("; ".join(finding.reason for finding in found))
        self.findings: tuple[Finding, ...] = found

    def __reduce__(self) -> "tuple[type[ImprimaturError], tuple[tuple[Finding, ...]]]":
        """Travel between processes whole."""
        return type(self), (self.findings,)


class InputError(ImprimaturError):
    """Something that a person wrote cannot be used: settings, an article, a catalogue, an option."""

    exit_code = 2


class MachineError(ImprimaturError):
    """The machine cannot do it: a missing program or font, an engine that is down, a full disk."""

    exit_code = 3

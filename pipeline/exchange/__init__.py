"""Formats of other tools: TMX for translation memories, TBX for terminologies. Read as streams."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import MachineError
from pipeline.model import Finding

_CHUNK = 1 << 16


def chunks(path: Path) -> Iterator[bytes]:
    """Yield a file in pieces. Raises `MachineError` if the machine refuses."""
    try:
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_CHUNK), b"")
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise MachineError(
            Finding(id="machine.read", reason=reason, hint="check the file's rights", file=str(path))
        ) from None

"""Files of an output that are newer than those on the disk: what the preview shows until a build is done."""

import threading
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.workflow.outputs import Files


@dataclass(frozen=True, kw_only=True, slots=True)
class _Made:
    key: str
    files: Files
    turn: int
    """How many builds had begun when it was made."""


class Fresh:
    """Units that were made in memory, by name. One thread changes them, any may ask for their files.

    A build reads its inputs after it began. So once it is done, whatever was made here before it began
    stands on the disk as new or newer; what was made later stays until the next one is done.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._made: dict[str, _Made] = {}
        self._files: dict[str, bytes] = {}
        self._turn = 0
        self._lock = threading.Lock()

    @property
    def units(self) -> frozenset[str]:
        """The names of the units that are here."""
        return frozenset(self._made)

    def find(self, address: str) -> bytes | None:
        """Return the file at an address below the output's root; None if the disk has it as it should be."""
        with self._lock:
            return self._files.get(address)

    def has(self, unit: str, key: str) -> bool:
        """Whether a unit is here as made from the inputs that `key` identifies."""
        made = self._made.get(unit)
        return made is not None and made.key == key

    def put(self, unit: str, key: str, files: Files) -> None:
        """Show the files of a unit from now on."""
        with self._lock:
            self._forget(unit)
            self._made[unit] = _Made(key=key, files=files, turn=self._turn)
            self._files.update(files)

    def drop(self, units: Iterable[str]) -> None:
        """Show the files on the disk again."""
        with self._lock:
            for unit in units:
                self._forget(unit)

    def begin(self) -> None:
        """Notice that a build begins."""
        self._turn += 1

    def finish(self) -> None:
        """Let go of what was made before the build began that is done now."""
        self.drop([unit for unit, made in self._made.items() if made.turn != self._turn])

    def _forget(self, unit: str) -> None:
        if made := self._made.pop(unit, None):
            for address, data in made.files.items():
                # Another unit may stand at that address by now.
                if self._files.get(address) is data:
                    del self._files[address]

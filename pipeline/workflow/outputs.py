"""The two outputs, `site/` and `preview/`: planned as units, built aside, swapped in whole."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import store
from pipeline.errors import MachineError
from pipeline.model import Edition
from pipeline.workflow import record
from pipeline.workflow.record import Published, Record

Files = Mapping[str, bytes]
"""Content by address below an output's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """Files that are built together, from inputs that `key` identifies."""

    name: str
    key: str
    make: Callable[[], Files] | None = None
    """Builds the files in this process; None if they come from the renderers."""
    gather: Callable[[Mapping[tuple[str, str], Edition]], Files] | None = None
    """Builds the files of all editions that stand in the output, once these are rendered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What is to become of one output, against what it holds now."""

    live: Path
    held: Record
    units: tuple[Unit, ...]
    kept: Mapping[str, Mapping[str, str]]
    """The units whose files stand as they should, with each file's hash by its address."""

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The units that must be built."""
        return tuple(unit for unit in self.units if unit.name not in self.kept)

    @property
    def gone(self) -> tuple[str, ...]:
        """The units that stand in the output and no longer belong there."""
        names = {unit.name for unit in self.units}
        return tuple(name for name in self.held.units if name not in names)


def stage(live: Path, units: Sequence[Unit], held: Record) -> Stage:
    """Compare what should stand in the folder `live` with what does."""
    kept = held.intact(live, {unit.name: unit.key for unit in units})
    return Stage(live=live, held=held, units=tuple(units), kept=kept)


class Installation:
    """An output that is built aside, file by file, and put in its place in one step."""

    def __init__(self, planned: Stage) -> None:
        """Build what `planned` misses; nothing is written before there is something to write."""
        self._planned = planned
        self._aside = planned.live.with_name(f".{planned.live.name}-{secrets.token_hex(4)}")
        self._files: dict[str, tuple[str, str]] = {}
        self._folders: set[Path] = set()
        self._missing = {unit.name for unit in planned.missing}

    def add(self, name: str, files: Files) -> None:
        """Take the files of a missing unit. Raises `MachineError`."""
        if name not in self._missing:
            return
        planned = self._planned
        try:
            for address, data in files.items():
                sha = hashlib.sha256(data).hexdigest()
                if planned.held.holds(planned.live, address, sha):
                    # Built again and the same: whoever copies the site by date need not copy it.
                    self._link(address)
                else:
                    self._write(address, data)
                self._files[address] = (name, sha)
        except OSError as error:
            raise store.machine_error(error, planned.live) from error

    def finish(self, published: Mapping[tuple[str, str], Published]) -> bool:
        """Write all that is left of the complete output; say whether it is any other than what stands.

        Raises `MachineError`; the old output then stands.
        """
        planned = self._planned
        if not planned.missing and not planned.gone and planned.live.exists():
            return False
        try:
            for name, files in planned.kept.items():
                for address, sha in files.items():
                    self._link(address)
                    self._files[address] = (name, sha)
            units = {unit.name: unit.key for unit in planned.units}
            kept = Record(units=units, files=self._files, published=published)
            self._write(record.NAME, record.dump(kept))
            store.sync_tree(self._aside)
        except OSError as error:
            raise store.machine_error(error, planned.live) from error
        return True

    @property
    def folders(self) -> tuple[Path, Path]:
        """Where it is built, and where it will stand."""
        return self._aside, self._planned.live

    def discard(self) -> None:
        """Remove what stands aside: the old output, or one that was never finished."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def _write(self, address: str, data: bytes) -> None:
        self._folder(address)
        with open(self._aside / address, "xb") as file:  # noqa: PTH123 -- Half the time of `Path.open`.
            file.write(data)

    def _link(self, address: str) -> None:
        """Carry a finished file over; files of an output are replaced, never written into."""
        self._folder(address)
        try:
            os.link(self._planned.live / address, self._aside / address)
        except OSError:
            shutil.copy2(self._planned.live / address, self._aside / address)

    def _folder(self, address: str) -> None:
        folder = (self._aside / address).parent
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)


def exchange(installations: Iterable[Installation]) -> None:
    """Swap each finished output in, or none: where one cannot be, those before it are swapped back.

    Raises `MachineError`; the old outputs then stand.
    """
    done: list[tuple[Path, Path]] = []
    try:
        for aside, live in (each.folders for each in installations):
            store.exchange(aside, live)
            done.append((aside, live))
    except MachineError:
        for aside, live in reversed(done):
            if aside.exists():
                store.exchange(aside, live)
            else:
                live.rename(aside)
        raise


def sweep(output: Path) -> None:
    """Remove what a killed build left aside."""
    for name in (".site-*", ".preview-*"):
        for left in output.glob(name):
            shutil.rmtree(left, ignore_errors=True)

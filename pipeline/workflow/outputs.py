"""The two outputs, `site/` and `preview/`: planned as units, built aside, swapped in whole."""

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline import store
from pipeline.errors import MachineError
from pipeline.model import Edition
from pipeline.workflow import record, stamps
from pipeline.workflow.record import Line, Record

Files = Mapping[str, bytes]
"""Content by address below an output's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Content that stands in a file already, on the same disk as the outputs, and has only to be moved.

    The file is alone in its folder, and has the name that it is to have.
    """

    path: str
    sha: str
    """Its SHA-256."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """Files that are built together, from inputs that `key` identifies."""

    name: str
    key: str
    make: Callable[[], Files] | None = None
    """Builds the files in this process; None if they come from the renderers."""
    gather: Callable[[Mapping[tuple[str, str], Edition]], Files] | None = None
    """Builds the files of all editions that stand in the output, once these are rendered."""


class Beside:
    """What `.pipeline/` keeps of an output: how its files looked when they were built, and the one before.

    Both only save time. A file is taken as it was built if its size, its time and its inode are the
    same and older than what was kept of them; any other is read.
    """

    def __init__(self, live: Path, cache: Path, addresses: Iterable[str]) -> None:
        """For the output `live`, and its files at `addresses`."""
        self._live = live
        self._looks, self._spare = cache / "outputs" / f"{live.name}.json", cache / "outputs" / live.name
        self.seen: Mapping[str, str] = stamps.standing(live, addresses)
        """How these files look now, by address."""

    def untouched(self) -> frozenset[str]:
        """Return the addresses of the files that look as they did when they were built."""
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            kept = json.loads(self._looks.read_text("utf-8"))
            if kept["record"] == self._record():
                return frozenset(
                    address
                    for address, look in kept["files"].items()
                    if self.seen.get(address) == look and int(look.split()[1]) < kept["at"]
                )
        return frozenset()

    def remember(self, addresses: Iterable[str]) -> None:
        """Remember how the files at `addresses` look, which were just put in place."""
        at = time.time_ns() - stamps.GRAIN
        kept = {"record": self._record(), "at": at, "files": stamps.standing(self._live, addresses)}
        with suppress(MachineError):
            store.write_cache(self._looks, json.dumps(kept).encode())

    def put(self, old: Path) -> bool:
        """Keep the output that was replaced; say whether that could be done."""
        shutil.rmtree(self._spare, ignore_errors=True)
        with suppress(OSError):
            self._spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self._spare)
            return True
        return False

    def take(self, aside: Path) -> Mapping[str, str]:
        """Move the output before last to `aside`; return how its files look, nothing where there is none."""
        with suppress(OSError):
            self._spare.rename(aside)
            return stamps.standing(aside)
        return {}

    def _record(self) -> str:
        with (self._live / record.NAME).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What is to become of one output, against what it holds now."""

    live: Path
    held: Record
    units: tuple[Unit, ...]
    kept: Mapping[str, Mapping[str, str]]
    """The units whose files stand as they should, with each file's hash by its address."""
    beside: Beside
    """What is kept of it in `.pipeline/`."""

    @property
    def missing(self) -> tuple[Unit, ...]:
        """The units that must be built."""
        return tuple(unit for unit in self.units if unit.name not in self.kept)

    @property
    def gone(self) -> tuple[str, ...]:
        """The units that stand in the output and no longer belong there."""
        names = {unit.name for unit in self.units}
        return tuple(name for name in self.held.units if name not in names)


def stage(live: Path, units: Sequence[Unit], held: Record, cache: Path) -> Stage:
    """Compare what should stand in the folder `live` with what does; `cache` is the folder's `.pipeline`."""
    beside = Beside(live, cache, held.files)
    kept = held.intact(live, {unit.name: unit.key for unit in units}, beside.untouched())
    return Stage(live=live, held=held, units=tuple(units), kept=kept, beside=beside)


class Installation:
    """An output that is built aside, file by file, and put in its place in one step."""

    def __init__(self, planned: Stage) -> None:
        """Build what `planned` misses; nothing is written before there is something to write."""
        self._planned = planned
        self._aside = planned.live.with_name(f".{planned.live.name}-{secrets.token_hex(4)}")
        self._files: dict[str, tuple[str, str]] = {}
        self._folders: set[str] = set()
        self._missing = {unit.name for unit in planned.missing}
        self._spare: Mapping[str, str] = {}
        self._begun = False

    def add(self, name: str, files: Mapping[str, bytes | Written]) -> None:
        """Take the files of a missing unit. Raises `MachineError`."""
        if name not in self._missing:
            return
        planned = self._planned
        try:
            for address, data in files.items():
                sha = data.sha if isinstance(data, Written) else hashlib.sha256(data).hexdigest()
                if planned.held.holds(planned.live, address, sha):
                    # Built again and the same: whoever copies the site by date need not copy it.
                    self._link(address)
                else:
                    self._write(address, data)
                self._files[address] = (name, sha)
        except OSError as error:
            raise store.machine_error(error, planned.live) from error

    def finish(self, published: Iterable[Line]) -> bool:
        """Write all that is left of the complete output; say whether it is any other than what stands.

        `published` are the editions for its record, in their order.

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
            self._write(record.NAME, record.written(units, self._files, published))
            for address in self._spare.keys() - self._files.keys() - {record.NAME}:
                self._remove(address)
            store.sync_tree(self._aside)
        except OSError as error:
            raise store.machine_error(error, planned.live) from error
        return True

    @property
    def folders(self) -> tuple[Path, Path]:
        """Where it is built, and where it will stand."""
        return self._aside, self._planned.live

    def remember(self) -> None:
        """Remember how the files look, now that they stand in their place."""
        self._planned.beside.remember(self._files)

    def discard(self, *, finished: bool) -> None:
        """Let go of what stands aside: what was never finished, or the old output.

        That is kept for the next time: brought up to date it saves the making of everything else.
        """
        if finished and self._planned.beside.put(self._aside):
            return
        shutil.rmtree(self._aside, ignore_errors=True)

    def _begin(self) -> None:
        """Build in the output before last, where there is one."""
        if not self._begun:
            self._begun = True
            self._spare = self._planned.beside.take(self._aside)

    def _write(self, address: str, data: bytes | Iterable[bytes] | Written) -> None:
        self._begin()
        if address in self._spare:
            # Never written into: it may be a link to a file that stands in the output.
            self._remove(address)
        if isinstance(data, Written):
            self._move(data.path, address)
            return
        self._folder(address)
        with open(f"{self._aside}/{address}", "xb") as file:  # noqa: PTH123 -- Half the time of `Path.open`.
            file.writelines((data,) if isinstance(data, bytes) else data)

    def _move(self, path: str, address: str) -> None:
        """Move a file here, with its folder where that is new: making one takes longer than moving it."""
        name = address.rpartition("/")[0]
        if name not in self._folders:
            with suppress(OSError):
                os.rename(path.rpartition("/")[0], f"{self._aside}/{name}")  # noqa: PTH104 -- As below.
                self._folders.add(name)
                return
        self._folder(address)
        os.rename(path, f"{self._aside}/{address}")  # noqa: PTH104 -- `Path` takes as long as the system.

    def _link(self, address: str) -> None:
        """Carry a finished file over; files of an output are replaced, never written into."""
        self._begin()
        there = self._planned.beside.seen.get(address)
        if there is not None and self._spare.get(address) == there:
            return
        if address in self._spare:
            self._remove(address)
        self._folder(address)
        try:
            os.link(self._planned.live / address, self._aside / address)
        except OSError:
            shutil.copy2(self._planned.live / address, self._aside / address)

    def _remove(self, address: str) -> None:
        path = self._aside / address
        path.unlink(missing_ok=True)
        if address not in self._files:
            with suppress(OSError):
                # Only empty folders go.
                for folder in list(path.relative_to(self._aside).parents)[:-1]:
                    (self._aside / folder).rmdir()
                    self._folders.discard(folder.as_posix())

    def _folder(self, address: str) -> None:
        name = address.rpartition("/")[0]
        if name not in self._folders:
            folder = self._aside / name
            try:
                folder.mkdir()
            except OSError:
                folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(name)


def exchange(installations: Iterable[Installation]) -> None:
    """Swap each finished output in, or none: where one cannot be, those before it are swapped back.

    Raises `MachineError`; the old outputs then stand.
    """
    done: list[tuple[Path, Path]] = []
    installations = tuple(installations)
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
    for each in installations:
        each.remember()


def sweep(output: Path) -> None:
    """Remove what a killed build left aside."""
    for name in (".site-*", ".preview-*", ".ahead-*"):
        for left in output.glob(name):
            shutil.rmtree(left, ignore_errors=True)

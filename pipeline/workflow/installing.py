"""A new output: built aside, in the output before last where there is one, and swapped in whole."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from pipeline import store
from pipeline.errors import MachineError
from pipeline.workflow import looks, record
from pipeline.workflow.looks import Look, Looks
from pipeline.workflow.outputs import Stage, Written
from pipeline.workflow.record import Bundle, Line, Spool


class Installation:
    """A complete new output, built beside the old one and put in its place in one step."""

    def __init__(self, planned: Stage) -> None:
        """Begin an output as `planned`; nothing is written before there is something to add."""
        self._planned, self._live = planned, planned.stand.live
        self._aside = self._live.with_name(f".{self._live.name}-{secrets.token_hex(4)}")
        self._lines = Spool()
        self._done: dict[str, dict[str, tuple[str, Mapping[str, str]]]] = {}
        self._current: tuple[str, dict[str, str], dict[str, str]] | None = None
        self._fresh: list[str] = []
        self._carried: dict[str, Look] = {}
        self._spare = Looks()
        self._begun = False
        self._entered: set[str] = set()
        """The folders in which something is another than in the spare."""

    def add(self, name: str, files: Mapping[str, bytes | Written]) -> None:
        """Take the files of a missing unit. Raises `MachineError`."""
        bundle = record.article_of(name)
        missing, held = self._bundle(bundle)
        if name not in missing:
            return
        own: dict[str, str] = {}
        try:
            for address, data in files.items():
                sha = data.sha if isinstance(data, Written) else hashlib.sha256(data).hexdigest()
                if held.get(address) == sha == record.sha_of(self._live / address):
                    # Built again and the same: whoever copies the site by date need not copy it.
                    self._link(address)
                else:
                    self._write(address, data)
                self._fresh.append(address)
                own[address] = sha
        except OSError as error:
            raise store.machine_error(error, self._live) from error
        done = self._done.setdefault(bundle, {})
        done[name] = (missing[name], own)
        if bundle != record.AROUND and done.keys() == missing.keys():
            self._lines.put(bundle, self._line(bundle))

    def finish(self, published: Iterable[Line]) -> bool:
        """Write all that is left of the complete output; say whether it is any other than what stands.

        `published` are the editions for its record, in their order.

        Raises `MachineError`; the old output then stands.
        """
        if not self._planned.changes:
            return False
        try:
            self._carry()
            self._clear()
            self._write(record.NAME, record.written(self._bundles(), published))
            self._fresh.append(record.NAME)
            store.sync_tree(self._aside)
        except OSError as error:
            raise store.machine_error(error, self._live) from error
        return True

    @property
    def folders(self) -> tuple[Path, Path]:
        """Where it is built, and where it will stand."""
        return self._aside, self._live

    def remember(self) -> None:
        """Remember how the files look, now that they stand in their place."""
        known = Looks(files=self._carried, folders=self._spare.folders)
        self._planned.stand.beside.remember(known, self._fresh, self._entered)

    def discard(self, *, finished: bool) -> None:
        """Let go of what stands aside: what was never finished, or the old output.

        That is kept for the next time: brought up to date it saves the making of everything else.
        """
        self._lines.close()
        if finished and self._planned.stand.beside.put(self._aside):
            return
        shutil.rmtree(self._aside, ignore_errors=True)

    def _bundle(self, name: str) -> tuple[dict[str, str], dict[str, str]]:
        """Return the keys of the units of a bundle that are missing, and the hashes of the files it has."""
        if self._current is None or self._current[0] != name:
            units = self._planned.held.bundle(name).units.values()
            files = dict(chain.from_iterable(files.items() for _, files in units))
            self._current = name, self._planned.missing_of(name), files
        return self._current[1:]

    def _line(self, name: str) -> bytes:
        """Return the line of a bundle for the record, and let go of it."""
        staged = self._planned.bundles.get(name)
        kept, key = (staged.kept, staged.key) if staged else (self._planned.kept, "")
        done, nothing = self._done.pop(name, {}), dict[str, str]()
        units = {
            unit: done.get(unit) or (own, kept.get(unit, nothing))
            for unit, own in sorted(self._planned.units_of(name).items())
        }
        return record.bundle_line(name, Bundle(key, units))

    def _bundles(self) -> Iterator[bytes]:
        yield self._line(record.AROUND)
        for name, staged in sorted(self._planned.bundles.items()):
            yield (
                (self._lines.get(name) or self._line(name))
                if staged
                else self._planned.held.bundles.line(name)
            )

    def _carry(self) -> None:
        """Carry over every file that stays."""
        planned, seen = self._planned, self._planned.stand.beside.seen
        left = {record.NAME, *chain.from_iterable(planned.held.bundle(name).files for name in planned.left)}
        kept = chain(
            planned.kept.values(), *(each.kept.values() for each in planned.bundles.values() if each)
        )
        stay = {**seen} if not left else {name: look for name, look in seen.items() if name not in left}
        stay |= {name: seen.get(name) or looks.NONE for name in chain.from_iterable(kept)}
        self._begin()
        spare = self._spare.files
        for address, look in stay.items():
            if spare.get(address) != look:
                self._link(address)
        self._carried = stay

    def _clear(self) -> None:
        """Remove what the spare has and the new output has not."""
        gone = self._spare.files.keys() - self._carried.keys() - {*self._fresh, record.NAME}
        for address in gone:
            self._unlink(address)
            folder = address.rpartition("/")[0]
            while folder:
                try:
                    # Only empty folders go.
                    os.rmdir(f"{self._aside}/{folder}")  # noqa: PTH106
                except OSError:
                    break
                folder = folder.rpartition("/")[0]
                self._entered.add(folder)

    def _begin(self) -> None:
        """Build in the output before last, where there is one."""
        if not self._begun:
            self._begun = True
            self._spare = self._planned.stand.beside.take(self._aside)

    def _write(self, address: str, data: bytes | Iterable[bytes] | Written) -> None:
        self._begin()
        if address in self._spare.files:
            # Never written into: it may be a link to a file that stands in the output.
            self._unlink(address)
        if isinstance(data, Written):
            self._move(data.path, address)
            return
        self._enter(address)
        with open(f"{self._aside}/{address}", "xb") as file:  # noqa: PTH123 -- Half the time of `Path.open`.
            file.writelines((data,) if isinstance(data, bytes) else data)

    def _move(self, path: str, address: str) -> None:
        """Move a file here, with its folder where that is new: making one takes longer than moving it."""
        name = address.rpartition("/")[0]
        if name not in self._entered and name not in self._spare.folders:
            with suppress(OSError):
                os.rename(path.rpartition("/")[0], f"{self._aside}/{name}")  # noqa: PTH104 -- As below.
                self._enter_new(name)
                return
        self._enter(address)
        os.rename(path, f"{self._aside}/{address}")  # noqa: PTH104 -- `Path` takes as long as the system.

    def _link(self, address: str) -> None:
        """Carry a finished file over; files of an output are replaced, never written into."""
        self._begin()
        there = self._planned.stand.beside.seen.get(address)
        if there is not None and self._spare.files.get(address) == there:
            return
        if address in self._spare.files:
            self._unlink(address)
        self._enter(address)
        try:
            os.link(self._live / address, self._aside / address)
        except OSError:
            shutil.copy2(self._live / address, self._aside / address)

    def _unlink(self, address: str) -> None:
        self._entered.add(address.rpartition("/")[0])
        with suppress(FileNotFoundError):
            os.unlink(f"{self._aside}/{address}")  # noqa: PTH108

    def _enter(self, address: str) -> None:
        """Note that a folder changes, and make it where it is not there."""
        name = address.rpartition("/")[0]
        if name in self._entered:
            return
        if name not in self._spare.folders or not name:
            folder = f"{self._aside}/{name}"
            try:
                os.mkdir(folder)  # noqa: PTH102
            except OSError:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103
        self._enter_new(name)

    def _enter_new(self, name: str) -> None:
        while name not in self._entered:
            self._entered.add(name)
            name = name.rpartition("/")[0]


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

"""The two outputs, `site/` and `preview/`: planned as units, built aside, swapped in whole."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
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
    kept = {
        unit.name: files for unit in units if (files := held.intact(live, unit.name, unit.key)) is not None
    }
    return Stage(live=live, held=held, units=tuple(units), kept=kept)


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """One output with all that was built for it."""

    stage: Stage
    files: Mapping[str, Files]
    """Of every missing unit."""
    published: Mapping[tuple[str, str], Published]


def install(made: Sequence[Made]) -> list[bool]:
    """Put complete outputs in the places of the old ones; say of each whether anything changed.

    All are written before the first is moved, so that a full disk leaves all of them as they were.
    Raises `MachineError`; the old outputs then stand.
    """
    asides: list[Path | None] = []
    try:
        asides.extend(map(_aside, made))
        for each, aside in zip(made, asides, strict=True):
            if aside is not None:
                _write_whole(each, aside)
        _exchange([(aside, each.stage.live) for each, aside in zip(made, asides, strict=True) if aside])
    finally:
        for aside in filter(None, asides):
            shutil.rmtree(aside, ignore_errors=True)
    return [aside is not None for aside in asides]


def _aside(made: Made) -> Path | None:
    """Return the folder in which an output is written; None if it is to stay as it is."""
    live = made.stage.live
    if not made.stage.missing and not made.stage.gone and live.exists():
        return None
    return live.with_name(f".{live.name}-{secrets.token_hex(4)}")


def _write_whole(made: Made, aside: Path) -> None:
    try:
        files = _fill(aside, made.stage, made.files)
        units = {unit.name: unit.key for unit in made.stage.units}
        kept = Record(units=units, files=files, published=made.published)
        _write(aside / record.NAME, record.dump(kept))
    except OSError as error:
        raise store.machine_error(error, made.stage.live) from error


def _exchange(pairs: Sequence[tuple[Path, Path]]) -> None:
    """Swap each pair of folders, or none: where one cannot be swapped, those before it are swapped back."""
    done: list[tuple[Path, Path]] = []
    try:
        for aside, live in pairs:
            store.exchange(aside, live)
            done.append((aside, live))
    except MachineError:
        for aside, live in reversed(done):
            if aside.exists():
                store.exchange(aside, live)
            else:
                live.rename(aside)
        raise


def _fill(aside: Path, planned: Stage, made: Mapping[str, Files]) -> dict[str, tuple[str, str]]:
    files: dict[str, tuple[str, str]] = {}
    for unit in planned.units:
        kept = planned.kept.get(unit.name)
        if kept is not None:
            for address, sha in kept.items():
                _link(planned.live / address, aside / address)
                files[address] = (unit.name, sha)
            continue
        for address, data in made[unit.name].items():
            sha = hashlib.sha256(data).hexdigest()
            if planned.held.holds(planned.live, address, sha):
                # Built again and the same: whoever copies the site by date need not copy it.
                _link(planned.live / address, aside / address)
            else:
                _write(aside / address, data)
            files[address] = (unit.name, sha)
    return files


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _link(old: Path, new: Path) -> None:
    """Carry a finished file over; files of an output are replaced, never written into."""
    new.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def sweep(output: Path) -> None:
    """Remove what a killed build left aside."""
    for name in (".site-*", ".preview-*"):
        for left in output.glob(name):
            shutil.rmtree(left, ignore_errors=True)

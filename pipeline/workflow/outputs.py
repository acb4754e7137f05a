"""The two outputs, `site/` and `preview/`: planned as units, built aside, swapped in whole."""

import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import store
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


def install(
    planned: Stage, made: Mapping[str, Files], published: Mapping[tuple[str, str], Published]
) -> bool:
    """Put a complete output in the place of the old one, in one step; say whether anything changed.

    `made` has the files of every missing unit. Raises `MachineError`; the old output then stands.
    """
    if not planned.missing and not planned.gone and planned.live.exists():
        return False
    aside = planned.live.with_name(f".{planned.live.name}-{secrets.token_hex(4)}")
    try:
        files = _fill(aside, planned, made)
        units = {unit.name: unit.key for unit in planned.units}
        _write(aside / record.NAME, record.dump(Record(units=units, files=files, published=published)))
        store.exchange(aside, planned.live)
    except OSError as error:
        raise store.machine_error(error, planned.live) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return True


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

"""The two outputs, `site/` and `preview/`, as units: what should stand in each, against what does."""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from operator import eq
from pathlib import Path

from pipeline.model import Edition
from pipeline.workflow import looks, record
from pipeline.workflow.looks import Look, Looks
from pipeline.workflow.record import Record

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
    """What `.pipeline/` keeps of an output: how its files looked when they were built, and the one before."""

    def __init__(self, live: Path, cache: Path, held: Record) -> None:
        """For the output `live`, which holds `held`."""
        self._live, self._spare = live, cache / "outputs" / live.name
        self._looks, self._old = looks.place(cache, live), self._spare.with_name(f"{live.name}.spare")
        kept = looks.read(self._looks, held.sha) if held.sha else None
        names = kept.files.keys() if kept else {*held.files, record.NAME}
        self.seen: Mapping[str, Look] = looks.now(live, names)
        """How the files of the output look now, by address."""
        self.doubtful: frozenset[str] | None = None
        """Those that do not look as they were built. None where nothing is kept: then it may be any."""
        if kept:
            same = len(self.seen) == len(kept.files) and all(map(eq, self.seen.values(), kept.files.values()))
            differ = (
                () if same else (name for name, look in kept.files.items() if self.seen.get(name) != look)
            )
            self.doubtful = frozenset(differ)

    def remember(self, known: Looks, fresh: Iterable[str], made: Iterable[str]) -> None:
        """Remember how the output looks that was just put in place: as is `known`, but for what is new.

        What was remembered is of the output that was replaced.
        """
        with suppress(OSError):
            self._looks.replace(self._old)
        with suppress(OSError):
            looks.write(self._looks, record.seal(self._live), self._live, known, fresh, made)

    def put(self, old: Path) -> bool:
        """Keep the output that was replaced; say whether that could be done."""
        shutil.rmtree(self._spare, ignore_errors=True)
        with suppress(OSError):
            self._spare.parent.mkdir(parents=True, exist_ok=True)
            old.rename(self._spare)
            return True
        return False

    def take(self, aside: Path) -> Looks:
        """Move the output before last to `aside`; return how it looks, nothing where there is none."""
        try:
            self._spare.rename(aside)
        except OSError:
            return Looks()
        return looks.tidied(aside, looks.read(self._old))


@dataclass(frozen=True, kw_only=True, slots=True)
class Staged:
    """A bundle of pages that does not stand as it should, or is not known to."""

    key: str
    """Of all that it was planned from, empty where it is to be planned again in any case."""
    wanted: bytes
    """The names and keys of its units, in few bytes: there may be as many as there are articles."""
    kept: Mapping[str, Mapping[str, str]]
    """Those of its units whose files stand as they should, with each file's hash by its address."""

    @property
    def units(self) -> dict[str, str]:
        """The key of each unit, by its name."""
        return dict(json.loads(self.wanted))

    @property
    def missing(self) -> dict[str, str]:
        """The key of each unit that must be built."""
        return {name: key for name, key in self.units.items() if name not in self.kept}


class Stand:
    """How an output stands, against what its record says."""

    def __init__(self, live: Path, held: Record, cache: Path) -> None:
        """For the output `live`; `cache` is the folder's `.pipeline`."""
        self.live, self.held = live, held
        self.beside = Beside(live, cache, held)

    def whole(self, name: str, key: str) -> bool:
        """Say whether a bundle stands that was planned from what `key` identifies, with all its files."""
        if not key or self.held.bundles.key(name) != key:
            return False
        if self.beside.doubtful is not None and not self.beside.doubtful:
            return True
        units = self.held.bundle(name).units
        return len(self.kept(name, {unit: own for unit, (own, _) in units.items()})) == len(units)

    def kept(self, name: str, wanted: Mapping[str, str]) -> dict[str, Mapping[str, str]]:
        """Return the files of those units `wanted` of a bundle that stand as built from their keys."""
        units = self.held.bundle(name).units
        return {
            unit: files
            for unit, (key, files) in units.items()
            if wanted.get(unit) == key and all(map(self._intact, files.items()))
        }

    def staged(self, name: str, key: str, wanted: Mapping[str, str]) -> Staged:
        """Return what is to become of a bundle with the units `wanted`."""
        packed = json.dumps(list(wanted.items()), separators=(",", ":")).encode()
        return Staged(key=key, wanted=packed, kept=self.kept(name, wanted))

    def _intact(self, file: tuple[str, str]) -> bool:
        address, sha = file
        doubtful = self.beside.doubtful
        sure = doubtful is not None and address not in doubtful and address in self.beside.seen
        return sure or record.sha_of(self.live / address) == sha


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """What is to become of one output, against what it holds now."""

    stand: Stand
    around: tuple[Unit, ...]
    """The units that are no article's."""
    kept: Mapping[str, Mapping[str, str]]
    """Those of them whose files stand as they should, with each file's hash by its address."""
    bundles: Mapping[str, Staged | None]
    """All articles; None for those of which every file stands as it should."""

    @property
    def held(self) -> Record:
        """What stands there now."""
        return self.stand.held

    @property
    def missing(self) -> Iterator[Unit]:
        """The units that must be built."""
        yield from (unit for unit in self.around if unit.name not in self.kept)
        for each in self.bundles.values():
            if each:
                yield from (Unit(name=name, key=key) for name, key in each.missing.items())

    def missing_of(self, bundle: str) -> dict[str, str]:
        """Return the key of each unit of a bundle that must be built."""
        if bundle == record.AROUND:
            return {unit.name: unit.key for unit in self.around if unit.name not in self.kept}
        staged = self.bundles.get(bundle)
        return staged.missing if staged else {}

    def units_of(self, bundle: str) -> dict[str, str]:
        """Return the key of each unit of a bundle that does not stay just as it is."""
        if bundle == record.AROUND:
            return {unit.name: unit.key for unit in self.around}
        staged = self.bundles.get(bundle)
        return staged.units if staged else {}

    @property
    def left(self) -> Iterator[str]:
        """The bundles that stand in the output and do not stay just as they are."""
        return (name for name in self.held.bundles if self.bundles.get(name, self) is not None)

    @property
    def changes(self) -> bool:
        """Whether the output is to be any other than it is."""
        if next(self.missing, None) or not self.stand.live.exists():
            return True
        return any(self.held.bundle(name).units.keys() - self.units_of(name).keys() for name in self.left)


def stage(live: Path, units: Sequence[Unit], held: Record, cache: Path) -> Stage:
    """Compare what should stand in the folder `live` with what does; `cache` is the folder's `.pipeline`."""
    stand = Stand(live, held, cache)
    wanted: dict[str, dict[str, str]] = {}
    for unit in units:
        wanted.setdefault(record.article_of(unit.name), {})[unit.name] = unit.key
    return Stage(
        stand=stand,
        around=tuple(unit for unit in units if record.article_of(unit.name) == record.AROUND),
        kept=stand.kept(record.AROUND, wanted.pop(record.AROUND, {})),
        bundles={name: stand.staged(name, "", own) for name, own in wanted.items()},
    )

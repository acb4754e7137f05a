"""What was built, written into the built folder itself, so that pages and their record change as one.

The record tells the next build which files it may keep, and which editions stand in the site and
exactly which approved texts they print: such a page stays up when its source moves on, for as long
as those approvals hold.

It is lines: first a bundle on each, all units of one article, then an edition on each, and a hash of all of
it on the last. So a run holds where each stands in the file, reads the few that it needs, and carries the
others over byte for byte. Nobody ever holds all of them.
"""

import hashlib
import json
import os
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, NamedTuple

from pipeline import locales
from pipeline.model import Edition, Entry, LocaleTag
from pipeline.render.site import page_address
from pipeline.workflow import recorded

NAME = ".imprimatur.json"
"""The record's file, at the root of `site/` and of `preview/`."""

_VERSION = 3

_SEAL = len('{"sha256":""}\n') + 64
"""Bytes of a record's last line."""

_HELD = 1 << 20
"""Bytes of lines that are held in memory until the record is written; more of them wait on the disk."""

AROUND = ""
"""The name of the bundle with the units that are no article's."""

EditionKey = tuple[str, str]
"""Article and locale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """An edition in the site: what every renderer needs, and the texts that were approved for it."""

    edition: Edition
    entries: tuple[Entry, ...]
    """The catalogue's entries that it prints; none for a source edition."""
    digest: str
    """Of all that it is made of."""


class Line(NamedTuple):
    """An edition as the record has it."""

    article: str
    locale: str
    slug: str
    digest: str
    edition: bytes
    entries: bytes


class _Place(NamedTuple):
    slug: str
    digest: str
    start: int
    length: int


class Shelf(Mapping[EditionKey, Published]):
    """Editions that stand in a record, by article and locale: each is read when it is asked for."""

    def __init__(self, places: Mapping[EditionKey, _Place], read: Callable[[int, int], bytes]) -> None:
        """`read` returns so many bytes of the record from a place on."""
        self._places, self._bytes = places, read

    def __getitem__(self, which: EditionKey) -> Published:
        """Read an edition."""
        line = self.line(which)
        entries = recorded.load_entries(line.entries)
        return Published(edition=recorded.load(line.edition), entries=entries, digest=line.digest)

    def __contains__(self, which: object) -> bool:
        """Say whether an edition is there, without reading it."""
        return which in self._places

    def __iter__(self) -> Iterator[EditionKey]:
        """Go through all articles and locales."""
        return iter(self._places)

    def __len__(self) -> int:
        """Count the editions."""
        return len(self._places)

    def line(self, which: EditionKey) -> Line:
        """Return an edition as it stands."""
        place = self._places[which]
        edition, _, entries = self._bytes(place.start, place.length).partition(b"\t")
        return Line(*which, place.slug, place.digest, edition, entries)

    def digest(self, which: EditionKey) -> str:
        """Return the digest of an edition, empty where there is none, without reading it."""
        place = self._places.get(which)
        return place.digest if place else ""

    @cached_property
    def articles(self) -> Mapping[str, str]:
        """The article at each address."""
        return {
            page_address(locales.locale(LocaleTag(locale)), place.slug): article
            for (article, locale), place in self._places.items()
        }


class Spool:
    """Bytes by name that wait for the record to be written; many of them on the disk."""

    def __init__(self) -> None:
        """Begin with none."""
        self._file = SpooledTemporaryFile[bytes](max_size=_HELD)
        self._places: dict[Any, tuple[int, int]] = {}

    def put(self, name: Any, data: bytes) -> None:
        """Take the bytes of a name."""
        self._places[name] = (self._file.seek(0, 2), self._file.write(data))

    def get(self, name: Any) -> bytes | None:
        """Return the bytes of a name; None where there are none."""
        if name not in self._places:
            return None
        start, length = self._places[name]
        self._file.seek(start)
        return self._file.read(length)

    def close(self) -> None:
        """Let go of all."""
        self._file.close()


class Bundle(NamedTuple):
    """The units of one article, or those around the articles."""

    key: str
    """Of all that it was planned from, empty where it is to be planned again in any case."""
    units: Mapping[str, tuple[str, Mapping[str, str]]]
    """By name the key of the inputs of each, and its files: the SHA-256 of each, by its address."""

    @property
    def files(self) -> Iterator[str]:
        """The addresses of all files."""
        return chain.from_iterable(files for _, files in self.units.values())


NO_BUNDLE = Bundle("", {})


class _Stretch(NamedTuple):
    key: str
    start: int
    length: int


class Bundles(Mapping[str, Bundle]):
    """The bundles of a record, by article: each is read when it is asked for."""

    def __init__(self, places: Mapping[str, _Stretch], read: Callable[[int, int], bytes]) -> None:
        """`read` returns so many bytes of the record from a place on."""
        self._places, self._bytes = places, read

    def __getitem__(self, name: str) -> Bundle:
        """Read a bundle."""
        place = self._places[name]
        units = json.loads(self._bytes(place.start, place.length))
        return Bundle(place.key, {unit: (key, files) for unit, (key, files) in units.items()})

    def __contains__(self, name: object) -> bool:
        """Say whether a bundle is there, without reading it."""
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        """Go through all names."""
        return iter(self._places)

    def __len__(self) -> int:
        """Count the bundles."""
        return len(self._places)

    def key(self, name: str) -> str:
        """Return the key of a bundle, empty where there is none, without reading it."""
        place = self._places.get(name)
        return place.key if place else ""

    def line(self, name: str) -> bytes:
        """Return a bundle as it stands."""
        place = self._places[name]
        return _bundle_line(name, place.key, self._bytes(place.start, place.length))


def _unread(_start: int, _length: int) -> bytes:
    return b""


@dataclass(frozen=True, kw_only=True)
class Record:
    """What one built folder holds."""

    bundles: Bundles = field(default_factory=lambda: Bundles({}, _unread))
    published: Shelf = field(default_factory=lambda: Shelf({}, _unread))
    """By article and locale; empty in a preview."""
    sha: str = ""
    """Of all of it."""

    @cached_property
    def units(self) -> Mapping[str, str]:
        """The key of the inputs from which each unit was built, by the unit's name."""
        units = chain.from_iterable(bundle.units.items() for bundle in self.bundles.values())
        return {unit: key for unit, (key, _) in units}

    @cached_property
    def files(self) -> Mapping[str, tuple[str, str]]:
        """The unit and the SHA-256 of each file, by its address."""
        units = chain.from_iterable(bundle.units.items() for bundle in self.bundles.values())
        return {address: (unit, sha) for unit, (_, files) in units for address, sha in files.items()}

    def bundle(self, name: str) -> Bundle:
        """Return a bundle; one without units where there is none."""
        return self.bundles.get(name, NO_BUNDLE)

    def holds(self, folder: Path, address: str, sha: str) -> bool:
        """Say whether a file stands in `folder` as it was built, with exactly this content."""
        return self.files.get(address, ("", ""))[1] == sha == sha_of(folder / address)


def seal(folder: Path) -> str:
    """Return what the record that was just written into a folder says of all of itself."""
    with (folder / NAME).open("rb") as file:
        file.seek(-_SEAL, os.SEEK_END)
        return str(json.loads(file.read())["sha256"])


def article_of(unit: str) -> str:
    """Return the name of the bundle that a unit is in: the article of a page or a PDF, or none."""
    kind, _, rest = unit.partition("/")
    return rest.partition("/")[0] if kind in ("page", "pdf") else AROUND


def read(folder: Path) -> Record:
    """Read a built folder's record; an empty one where there is none that can be trusted."""
    try:
        with (folder / NAME).open("rb") as file:
            first = file.readline()
            head = json.loads(first)
            if head["version"] == 1:
                return _read_first_version(head)
            if head["version"] not in (2, _VERSION):
                return Record()
            total, at = hashlib.sha256(first), len(first)
            opened = _Opened(file.fileno())
            places: dict[EditionKey, _Place] = {}
            bundles: dict[str, _Stretch] = {}
            for line in file:
                if line.startswith(b"{"):
                    sha = total.hexdigest()
                    if json.loads(line)["sha256"] != sha or file.read(1):
                        return Record()
                    held = _bundled(head) if head["version"] == 2 else Bundles(bundles, opened)
                    return Record(bundles=held, published=Shelf(places, opened), sha=sha)
                total.update(line)
                if line.startswith(b'"'):
                    name, key, rest = line.split(b"\t", 2)
                    start = at + len(line) - len(rest)
                    bundles[json.loads(name)] = _Stretch(key.decode(), start, len(rest) - 1)
                else:
                    which, place = _place(line, at)
                    places[which] = place
                at += len(line)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        pass
    return Record()


def _bundled(head: Mapping[str, Any]) -> Bundles:
    """Return what earlier versions of the program told of all units and files at once."""
    units: dict[str, dict[str, tuple[str, dict[str, str]]]] = {}
    for unit, key in head["units"].items():
        units.setdefault(article_of(unit), {})[unit] = (key, {})
    for address, (unit, sha) in head["files"].items():
        units[article_of(unit)][unit][1][address] = sha
    lines = {name: recorded.json_of(each) for name, each in units.items()}
    data = b"".join(lines.values())
    starts = accumulate(map(len, lines.values()), initial=0)
    places = {
        name: _Stretch("", at, len(line)) for (name, line), at in zip(lines.items(), starts, strict=False)
    }
    return Bundles(places, lambda start, length: data[start : start + length])


def _place(line: bytes, at: int) -> tuple[EditionKey, _Place]:
    told, _, rest = line.partition(b"\t")
    article, locale, slug, digest = json.loads(told)
    return (article, locale), _Place(slug, digest, at + len(told) + 1, len(rest) - 1)


class _Opened:
    """A file that is read on while another one may already stand in its place."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = os.dup(descriptor)
        weakref.finalize(self, os.close, self._descriptor)

    def __call__(self, start: int, length: int) -> bytes:
        return os.pread(self._descriptor, length, start)


def _read_first_version(whole: Mapping[str, Any]) -> Record:
    """Read a record of an earlier version of the program, which was one JSON document."""
    payload = whole["record"]
    if whole["sha256"] != _hash(payload):
        return Record()
    lines: list[bytes] = []
    places: dict[EditionKey, _Place] = {}
    at = 0
    for one in payload["published"]:
        line = Line(
            one["article"],
            one["locale"],
            one["edition"]["slug"],
            one["digest"],
            recorded.json_of(one["edition"]),
            recorded.json_of(one["entries"]),
        )
        lines.append(_written(line))
        which, places[which] = _place(lines[-1], at)
        at += len(lines[-1])
    data = b"".join(lines)
    return Record(
        bundles=_bundled(payload),
        published=Shelf(places, lambda start, length: data[start : start + length]),
    )


def written(bundles: Iterable[bytes], editions: Iterable[Line]) -> Iterator[bytes]:
    """Yield a record as the bytes of its file, piece by piece; what is in it comes in a fixed order.

    Each of `bundles` is a line as `Bundles.line` and `bundle_line` return it.
    """
    total = hashlib.sha256()
    first = recorded.json_of({"version": _VERSION}) + b"\n"
    for line in chain((first,), bundles, map(_written, editions)):
        total.update(line)
        yield line
    yield recorded.json_of({"sha256": total.hexdigest()}) + b"\n"


def bundle_line(name: str, bundle: Bundle) -> bytes:
    """Return a bundle as the record has it."""
    return _bundle_line(name, bundle.key, recorded.json_of(bundle.units))


def _bundle_line(name: str, key: str, units: bytes) -> bytes:
    return b"\t".join((recorded.json_of(name), key.encode(), units)) + b"\n"


def _written(line: Line) -> bytes:
    told = recorded.json_of(line[:4])
    return b"\t".join((told, line.edition, line.entries)) + b"\n"


def _hash(payload: Any) -> str:
    text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def sha_of(path: Path) -> str:
    """Return the SHA-256 of a file; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""

"""What was found out about each article before, kept for as long as no file that it rests on changed.

Whether a file changed is told by its size, times and inode, as git does it. What is young enough to be
changed again within the same tick of the clock is not trusted (git calls this "racy"), and nothing is
kept that was looked at while files changed. The database holds nothing that cannot be found out again;
a damaged one, or a row whose checksum fails, is as good as none. What it says never puts a text into the
site: whatever is published anew is read and judged from the sources again (`index.whole`).
"""

import datetime
import hashlib
import sqlite3
import sysconfig
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from pipeline.articles.links import LinkKind
from pipeline.model import ArticleName
from pipeline.workflow import stamps
from pipeline.workflow.packed import Folded, load
from pipeline.workflow.project import Project, digest, program_digest

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS folded (name TEXT PRIMARY KEY, stamp TEXT, sha TEXT, head TEXT, data BLOB)"
)
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".zip")
"""Files of `source/` that are looked at anew each time."""


class Known:
    """The articles of a folder with what was found out before, as their files stand now."""

    def __init__(self, project: Project, before: "Known | None" = None) -> None:
        """Look at every file's stamp; read no file. What is known is not read again if it was `before`."""
        self._project = project
        self._read: dict[str, tuple[str, Folded]] = before._read if before else {}
        self.seen: stamps.Seen = (
            stamps.again(project.root, before.seen) if before else stamps.scan(project.root)
        )
        """How every file and folder looked."""
        self._stamps: dict[str, _Stamp]
        self._files: dict[str, list[str]]
        if before and before.seen is self.seen:
            self._stamps, self._files = before._stamps, before._files
        else:
            self._stamps, self._files = _by_article(project, self.seen.files, before)

    def fresh(self, names: Iterable[ArticleName], *, thorough: bool) -> dict[ArticleName, Folded]:
        """Return what is known of those articles of `names` whose files are as they were."""
        names = tuple(names)
        if any(self._lacks(name) for name in names):
            self._load()
        found = {name: self._read[name][1] for name in names if not self._lacks(name)}
        return {name: group for name, group in found.items() if group.thorough or not thorough}

    def _lacks(self, name: str) -> bool:
        stamp, _ = self._read.get(name, ("", None))
        return not stamp or stamp != self._stamp(name)

    def _load(self) -> None:
        """Read what is kept of those articles whose files are as they were."""
        with suppress(sqlite3.Error, OSError), closing(self._open()) as database:
            rows = database.execute("SELECT name, stamp, sha, head, data FROM folded")
            for name, stamp, sha, head, data in rows:
                if stamp == self._stamp(name) and self._lacks(name) and _checksum(stamp, head, data) == sha:
                    with suppress(ValueError, TypeError):
                        self._read[name] = (stamp, load(head, data))

    def unsettled(self, names: Iterable[ArticleName]) -> frozenset[ArticleName]:
        """Return the articles of `names` that an extraction, or drafting, may find something to do for.

        That is every one whose files changed, and that waits for a translation; and if there is any, those
        whose catalogues hold translations that it could take over.
        """
        names = tuple(names)
        known = self.fresh(names, thorough=False)
        waiting = {name for name in names if name not in known or not known[name].settled or known[name].open}
        return frozenset(waiting | {name for name, each in known.items() if waiting and each.left})

    def keep(self, groups: Sequence[Folded]) -> None:
        """Keep what was found out just now, but for articles whose files moved or may move unseen."""
        of = self._files
        seen = [name for each in groups for name in of.get(each.article, ())]
        if not groups or stamps.again(self._project.root, self.seen, [*seen, *of[""]]) is self.seen:
            after = self._stamps
        else:
            after = _by_article(self._project, stamps.scan(self._project.root).files, self)[0]
        young = time.time_ns() - stamps.GRAIN
        rows = []
        for group in groups:
            seen_then = self._stamps.get(group.article)
            if seen_then is None or seen_then != after.get(group.article):
                continue
            if seen_then.newest > young or _leans(group):
                continue
            stamp, (head, data) = self._stamp(group.article), group.dump()
            rows.append((group.article, stamp, _checksum(stamp, head, data), head, data))
        if rows:
            with suppress(sqlite3.Error, OSError):
                try:
                    self._write(rows)
                except sqlite3.DatabaseError:
                    # What cannot be read can be made again.
                    self._path.unlink(missing_ok=True)
                    self._write(rows)

    def _write(self, rows: Sequence[tuple[str, str, str, str, bytes]]) -> None:
        with closing(self._open()) as database, database:
            database.executemany("INSERT OR REPLACE INTO folded VALUES (?, ?, ?, ?, ?)", rows)

    def _stamp(self, name: str) -> str:
        seen = self._stamps.get(name)
        return f"{self._stamps[''].text} {seen.text}" if seen else ""

    @property
    def _path(self) -> Path:
        return self._project.cache / "index.sqlite"

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(exist_ok=True)
        database = sqlite3.connect(self._path, timeout=1)
        database.execute("PRAGMA synchronous=OFF")
        database.execute(_SCHEMA)
        return database


def _checksum(stamp: str, head: str, data: bytes) -> str:
    return hashlib.sha256(f"{stamp}\n{head}\n".encode() + data).hexdigest()


def _leans(group: Folded) -> bool:
    """Whether what is told of an article depends on other articles: on the sections that it links to."""
    return any(link.kind is LinkKind.ARTICLE and link.fragment for link in group.links)


class _Stamp(NamedTuple):
    """How several files look together."""

    text: str
    newest: int
    """The newest time among them, in nanoseconds."""


def _by_article(
    project: Project, files: Mapping[str, stamps.Look], before: "Known | None"
) -> tuple[dict[str, _Stamp], dict[str, list[str]]]:
    """Join the looks of each article's files, and under no name those of all that every article rests on.

    The second value names the files. What was joined `before` of an article's looks is not joined again
    while they are the same; what is no file may have changed meanwhile, such as the day.
    """
    of: dict[str, list[str]] = {"": []}
    owners = {path: name for name, paths in before._files.items() for path in paths} if before else {}
    for path in files:
        name = owners[path] if path in owners else _article_of(path)
        if name is not None:
            of.setdefault(name, []).append(path)
    moved = _moved(files, before, owners) if before else of.keys()
    found = {
        name: before._stamps[name]
        if before and name and name not in moved
        else _Stamp(stamps.joined(files, paths), stamps.newest(map(files.__getitem__, paths)))
        for name, paths in of.items()
    }
    around = digest([found[""].text, *_around(project)])
    return {**found, "": found[""]._replace(text=around)}, of


def _moved(files: Mapping[str, stamps.Look], before: "Known", owners: Mapping[str, str]) -> frozenset[str]:
    """Return the articles of which a file is another than before, or new, or gone."""
    changed = dict(files.items() ^ before.seen.files.items())
    names = (owners[path] if path in owners else _article_of(path) for path in changed)
    return frozenset(name for name in names if name is not None)


def _article_of(path: str) -> str | None:
    """Return whose a file is: an article's, everybody's (the empty name), or none that matters here."""
    match path.split("/"):
        case ["source", file] if file.endswith(".md"):
            return file.removesuffix(".md")
        case ["locales", _, "LC_MESSAGES", "theme.po"] | ["source", "_theme", *_]:
            return None
        case ["locales", _, "LC_MESSAGES", file] if file.endswith(".po"):
            return file.removesuffix(".po")
        case ["locales", _, "ledger", article, *_]:
            return article
        case ["locales", "templates", file]:
            return file.removesuffix(".pot")
        case ["source", *_] if path.lower().endswith(_MEDIA):
            return None
        case _:
            return ""


def _around(project: Project) -> Iterator[str]:
    """Yield what is no file of the folder: program, libraries, settings, and the day."""
    yield program_digest()
    yield repr(project.settings)
    # What expires does so overnight.
    yield datetime.date.today().isoformat()
    yield from sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*-info"))

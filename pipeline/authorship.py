"""Who wrote a catalogue's texts, as far as git and the Last-Translator header know."""

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.model import Catalogue, MessageKey

_PLACEHOLDER = "FULL NAME <EMAIL@ADDRESS>"
"""What gettext writes where nobody has put a name."""


def witnesses(
    root: Path, path: Path, data: bytes, catalogue: Catalogue
) -> Mapping[MessageKey, tuple[str, ...]]:
    """Name for each translated message of a catalogue whoever may have written it.

    `data` is the content of the file at `path`, from which `catalogue` was read. Both witnesses
    are heard: git's authors of the lines that hold the translation, where they are committed,
    and the catalogue's Last-Translator. Names have the form `Name <address>`. Outside a
    repository, and where git is not installed, git says nothing.
    """
    header = {name.lower(): value for name, value in catalogue.header}.get("last-translator", "").strip()
    last = (header,) if header and header != _PLACEHOLDER else ()
    lines = data.decode("utf-8", "replace").split("\n")
    by_line = blame(root, path, data)
    found = {}
    for entry in catalogue.entries:
        if entry.msgstr or entry.msgstr_plural:
            authors = (by_line[n] for n in _translation(lines, entry.line) if n < len(by_line) and by_line[n])
            found[entry.key] = tuple(dict.fromkeys((*authors, *last)))
    return found


def blame(root: Path, path: Path, data: bytes) -> tuple[str, ...]:
    """Ask git who wrote each line of `data`, as content of `path`: `Name <address>` or nothing.

    A line that is not committed has no author. Empty where git cannot tell.
    """
    git = shutil.which("git")
    if git is None:
        return ()
    try:
        done = subprocess.run(  # noqa: S603 - no shell; the path comes after `--`.
            [
                git,
                "-C",
                str(root),
                "blame",
                "--line-porcelain",
                "--contents",
                "-",
                "--",
                str(path.absolute()),
            ],
            input=data,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return ()
    return _authors(done.stdout.decode("utf-8", "replace")) if done.returncode == 0 else ()


def _authors(porcelain: str) -> tuple[str, ...]:
    """Read `git blame --line-porcelain`: each line's header ends with the line itself, after a tab."""
    authors: list[str] = []
    name = commit = ""
    for line in porcelain.split("\n"):
        if line.startswith("author "):
            name = line.removeprefix("author ")
        elif line.startswith("author-mail "):
            name += f" {line.removeprefix('author-mail ')}"
        elif line.startswith("\t"):
            authors.append("" if not commit.strip("0") else name)
            commit = ""
        elif not commit:
            commit = line.partition(" ")[0]
    return tuple(authors)


def _translation(lines: Sequence[str], start: int) -> range:
    """Return the 0-based numbers of the lines that hold the msgstr of the entry whose msgid is on `start`."""
    first = max(start - 1, 0)
    while first < len(lines) and not lines[first].lstrip().startswith("msgstr"):
        first += 1
    last = first
    while last < len(lines) and lines[last].lstrip().startswith(("msgstr", '"')):
        last += 1
    return range(first, last)

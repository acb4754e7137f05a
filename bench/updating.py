"""Updating catalogues alone: templates and catalogues are there, and 5% of the paragraphs changed."""

import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import (
    CONTESTANTS,
    DATA,
    OURS,
    PEERS,
    Contest,
    Contestant,
    Run,
    environment,
    in_turns,
    measured,
    there,
)

LOCALE = "es"


def run(*, quick: bool) -> list[Contest]:
    """Measure. Fast ones update all catalogues, slow ones some."""
    count, slow, rounds = (100, 20, 1) if quick else (1000, 100, 3)
    contestants = [
        _contestant("Imprimatur", count, rounds, _ours),
        _contestant("polib's merge, no fuzzy matching", slow, rounds, partial(_peer, "update_polib.py")),
        _contestant("Babel", slow, rounds, partial(_peer, "update_babel.py")),
    ]
    if there("msgmerge"):
        contestants.append(_contestant("msgmerge", slow, rounds, _msgmerge))
    notes = (
        "Reading, merging and writing. Python's tools run in one process for all catalogues and their import "
        "does not count; msgmerge is a process for each, as it is used.",
    )
    taken = in_turns(contestants)
    return [Contest(title="Update alone", unit="catalogue", taken=taken, notes=notes)]


def _contestant(name: str, count: int, rounds: int, run: Callable[[Path, int], Run]) -> Contestant:
    made = folders.kept(f"updating-{count}", partial(_fill, count))
    folder = DATA / "runs" / f"updating-{name.split(maxsplit=1)[0].strip(chr(44)).lower()}"
    return Contestant(
        name=name,
        count=count,
        run=lambda: run(folder, count),
        prepare=partial(folders.fresh, made, folder.name),
        rounds=rounds,
    )


def _fill(count: int, folder: Path) -> None:
    """Put the templates of changed articles beside the catalogues of the articles before."""
    shutil.copytree(folders.content(count, (LOCALE,)), folder, dirs_exist_ok=True)
    folders.edit(folder / "source", range(count))
    for path in (folder / "source").glob("*.md"):
        folders.write_template(folder, path)


def _po(folder: Path) -> Path:
    return folder / "locales" / LOCALE / "LC_MESSAGES"


def _ours(folder: Path, count: int) -> Run:
    del count
    return _told((OURS, CONTESTANTS / "update_ours.py", folder / "source", _po(folder), LOCALE))


def _peer(script: str, folder: Path, count: int) -> Run:
    del count
    return _told((PEERS, CONTESTANTS / script, folder / "locales" / "templates", _po(folder)))


def _told(command: tuple[str | Path, ...]) -> Run:
    """Run a contestant that prints the seconds of its work."""
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    seconds = float(done.stdout.splitlines()[-1])
    return Run(wall=seconds, cpu=0, peak=0)


def _msgmerge(folder: Path, count: int) -> Run:
    runs = [
        measured(
            (
                "msgmerge",
                "--quiet",
                "--update",
                "--backup=off",
                _po(folder) / f"article-{number}.po",
                folder / "locales" / "templates" / f"article-{number}.pot",
            )
        )
        for number in range(count)
    ]
    return Run(wall=sum(run.wall for run in runs), cpu=sum(run.cpu for run in runs), peak=0)

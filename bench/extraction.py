"""Articles of which 5% of the paragraphs changed: extract them, and bring a locale's catalogues up to date.

Every tool has catalogues in its own form, translated in full before the change. Nothing is cached.
"""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import (
    CONTESTANTS,
    DATA,
    PEERS,
    PIPELINE,
    Bar,
    Contest,
    Contestant,
    Run,
    in_turns,
    measured,
    ready,
)

LOCALE = "es"
JOB = "extract and update 1,000 articles, 1 locale, cold"
SPHINX = PEERS.parent / "sphinx-build"
Step = Sequence[str | Path]


def run(*, quick: bool) -> list[Contest]:
    """Measure."""
    count, slow = (100, 20) if quick else (1000, 100)
    rounds = 1 if quick else 3
    contestants = ready(
        partial(_ours, count, rounds),
        partial(_peer, "mdpo and polib's merge", count, _mdpo, rounds),
        partial(_peer, "po4a", min(count, 100), _po4a, rounds),
        partial(_peer, "translate-toolkit", slow, _toolkit, 1),
        partial(_peer, "Sphinx, MyST and sphinx-intl", slow, _sphinx, 1),
    )
    taken = in_turns(contestants)
    contest = Contest(title="Extract and update", unit="article", taken=taken)
    return [_judged(contest)]


def _judged(contest: Contest) -> Contest:
    bars = [
        Bar(job=JOB, beside=name, value=value, least=least)
        for name, least in (
            ("mdpo and polib's merge", 6),
            ("po4a", 3),
            ("Sphinx, MyST and sphinx-intl", 20),
        )
        if (value := contest.times(name)) is not None
    ]
    notes = (
        "5% of the paragraphs changed. polib's merge matches no changed text; the others look for the most "
        "similar one. po4a has one catalogue for all articles, and few of them: with one for each, or with "
        "more in one, it takes longer for an article.",
    )
    return Contest(title=contest.title, unit=contest.unit, taken=contest.taken, bars=tuple(bars), notes=notes)


def _ours(count: int, rounds: int) -> Contestant:
    made = folders.content(count, (LOCALE,))
    folder = DATA / "runs" / "extract-ours"

    def prepare() -> None:
        folders.fresh(made, folder.name)
        folders.edit(folder / "source", range(count))

    run = partial(measured, (*PIPELINE, "-C", folder, "extract"))
    return Contestant(name="Imprimatur", count=count, run=run, prepare=prepare, rounds=rounds)


def _peer(name: str, count: int, steps: "Callable[[Path, int], list[Step]]", rounds: int) -> Contestant:
    """A tool that is told by its commands; the same commands make its catalogues before the change."""
    slug = steps.__name__.strip("_")
    made = folders.kept(f"catalogues-{slug}-{count}", partial(_first, steps, count))
    folder = DATA / "runs" / f"extract-{slug}"

    def prepare() -> None:
        folders.fresh(made, folder.name)
        folders.edit(folder / "source", range(count))

    run = lambda: _all(steps(folder, count), folder)  # noqa: E731
    return Contestant(name=name, count=count, run=run, prepare=prepare, rounds=rounds)


def _first(steps: "Callable[[Path, int], list[Step]]", count: int, folder: Path) -> None:
    source = folders.markdown(count, ()) / "en"
    shutil.copytree(source, folder / "source")
    for step in steps(folder, count):
        measured(step, folder)
    measured((PEERS, CONTESTANTS / "fill.py", folder, LOCALE))


def _all(steps: Sequence[Step], folder: Path) -> Run:
    runs = [measured(step, folder) for step in steps]
    return Run(
        wall=sum(run.wall for run in runs),
        cpu=sum(run.cpu for run in runs),
        peak=max(run.peak for run in runs),
    )


def _mdpo(folder: Path, count: int) -> list[Step]:
    del count
    return [(PEERS, CONTESTANTS / "extract_mdpo.py", folder / "source", folder / "po")]


def _po4a(folder: Path, count: int) -> list[Step]:
    lines = [
        f"[po4a_langs] {LOCALE}",
        "[po4a_paths] pot/all.pot $lang:po/all.$lang.po",
        '[po4a_alias:markdown] text opt:"-o markdown"',
    ]
    for number in range(count):
        name = f"article-{number}"
        lines.append(f"[type:markdown] source/{name}.md $lang:out/$lang/{name}.md")
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("pot", "po", f"out/{LOCALE}"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return [("po4a", "--no-translations", "--quiet", "-M", "UTF-8", "po4a.cfg")]


def _toolkit(folder: Path, count: int) -> list[Step]:
    del count
    old, new = folder / "po", folder / "new"
    extract = (PEERS, "-m", "translate.convert.md2po", "-P", "--progress=none", "source", "pot")
    if not old.exists():
        return [extract, (PEERS, "-m", "translate.convert.pot2po", "--progress=none", "pot", old)]
    return [
        extract,
        (PEERS, "-m", "translate.convert.pot2po", "--progress=none", "-t", old, "pot", new),
    ]


def _sphinx(folder: Path, count: int) -> list[Step]:
    del count
    folders.sphinx(folder)
    intl = (PEERS.parent / "sphinx-intl", "update", "-p", "pot", "-d", "po", "-l", LOCALE, "-j", "1")
    return [(SPHINX, "-q", "-E", "-b", "gettext", "source", "pot"), intl]

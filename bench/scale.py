"""`python -m bench.scale`: what 100,000 articles in 40 locales would cost, on paper, into docs/scale.md.

The page is computed from docs/bench.json (`make bench`) and docs/scale.json. `--measure` writes the latter
first: it puts 10,000 articles × 10 locales under git and takes some minutes and 10 GB of disk.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import folders
from bench.measure import DATA, ROOT, machine
from bench.translation import LOCALES

ARTICLES, TARGETS = 100_000, 40
MEASURED = 10_000
SAMPLE = 20
"""Articles whose catalogues are drafted and approved, to weigh their ledger."""

BENCH = ROOT / "docs" / "bench.json"
FIGURES = ROOT / "docs" / "scale.json"
PAGE = ROOT / "docs" / "scale.md"


QUICK = (
    " The bench behind this page was a quick run; `make bench bench-scale` on a quiet machine says it better."
)


def main() -> int:
    """Write docs/scale.md."""
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--measure", action="store_true", help="measure git and the ledger again, first")
    if parser.parse_args().measure:
        FIGURES.write_text(json.dumps(measure(), indent=1) + "\n", encoding="utf-8")
    write()
    return 0


def write() -> None:
    """Compute docs/scale.md from the figures of both files."""
    figures = json.loads(FIGURES.read_text(encoding="utf-8"))
    bench = json.loads(BENCH.read_text(encoding="utf-8"))
    PAGE.write_text(page(figures, bench), encoding="utf-8")


# ---- Measuring ----------------------------------------------------------------------------------


def measure() -> dict[str, Any]:
    """Measure what the bench does not: sizes, git, and the ledger."""
    folder = folders.content(MEASURED, LOCALES)
    found = {"machine": machine(), **_sizes(folder), **_git(folder), **_ledger()}
    return {**found, "load": round(os.getloadavg()[2], 1)}


def _weigh(paths: Iterable[Path]) -> float:
    sizes = [path.stat().st_size for path in paths]
    return sum(sizes) / len(sizes)


def _sizes(folder: Path) -> dict[str, float]:
    from pipeline.articles import read, template
    from pipeline.model import ArticleName, Kind

    sources = sorted((folder / "source").glob("*.md"))[:200]
    messages = [
        [message for message in template(article).messages if message.kind is not Kind.SLUG]
        for path in sources
        for article in [read(ArticleName(path.stem), path.read_bytes(), file=path.name)]
    ]
    return {
        "source_bytes": _weigh(sources),
        "template_bytes": _weigh(sorted((folder / "locales" / "templates").glob("*.pot"))[:200]),
        "catalogue_bytes": _weigh(sorted((folder / "locales").glob("*/LC_MESSAGES/*.po"))[::50]),
        "messages": sum(map(len, messages)) / len(messages),
        "characters": sum(len(each.msgid) for some in messages for each in some) / len(messages),
    }


def _git(folder: Path) -> dict[str, float]:
    """Put everything under git in a repository beside it, so that the folder stays as it is."""
    store = DATA / "runs" / "scale.git"
    subprocess.run(("rm", "-rf", store), check=True)
    git = ("git", "-C", folder, f"--git-dir={store}", f"--work-tree={folder}", "-c", "user.name=bench")
    git += ("-c", "user.email=bench@localhost", "-c", "gc.auto=0")
    found: dict[str, float] = {}
    for name, command in (
        ("init", ("init", "--quiet")),
        ("add", ("add", "--all")),
        ("commit", ("commit", "--quiet", "-m", "All")),
        ("first_status", ("status", "--short")),
        ("status", ("status", "--short")),
        ("repack", ("repack", "-a", "-d", "--quiet")),
    ):
        found[f"git_{name}_seconds"] = _timed((*git, *command))
    found["git_objects"] = _number((*git, "rev-list", "--objects", "--all", "--count"))
    found["git_files"] = len(_lines((*git, "ls-files")))
    found["git_index_bytes"] = (store / "index").stat().st_size
    found["git_pack_bytes"] = sum(path.stat().st_size for path in store.rglob("*.pack"))
    clone = DATA / "runs" / "scale-clone"
    subprocess.run(("rm", "-rf", clone), check=True)
    found["git_clone_seconds"] = _timed(("git", "clone", "--quiet", f"file://{store}", clone))
    subprocess.run(("rm", "-rf", clone, store), check=True)
    return found


def _timed(command: tuple[str | Path, ...]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    taken = time.perf_counter() - start
    print(f"  {taken:8.2f} s  {' '.join(map(str, command[-3:]))}", file=sys.stderr)
    return round(taken, 2)


def _lines(command: tuple[str | Path, ...]) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def _number(command: tuple[str | Path, ...]) -> int:
    return int(_lines(command)[0])


def _ledger() -> dict[str, float]:
    """Weigh the feeds of editions whose every message was drafted by an engine and approved by a person."""
    folder = folders.fresh(folders.content(SAMPLE, LOCALES), "scale-ledger")
    for number in range(SAMPLE):
        for tag in LOCALES:
            _approve(folder, f"article-{number}", tag)
    feeds = sorted((folder / "locales").glob("*/ledger/*/*.jsonl"))
    pack = DATA / "runs" / "scale-ledger.git"
    subprocess.run(("rm", "-rf", pack), check=True)
    git = ("git", "-C", folder, f"--git-dir={pack}", f"--work-tree={folder}", "-c", "user.name=bench")
    git += ("-c", "user.email=bench@localhost", "-c", "gc.auto=0")
    for command in (
        ("init", "--quiet"),
        ("add", "locales/*/ledger/*"),
        ("commit", "--quiet", "-m", "Ledger"),
        ("repack", "-a", "-d", "-q"),
    ):
        subprocess.run((*git, *command), check=True, stdout=subprocess.DEVNULL)
    editions = SAMPLE * len(LOCALES)
    return {
        "ledger_bytes": sum(path.stat().st_size for path in feeds) / editions,
        "ledger_files": len(feeds) / editions,
        "ledger_pack_bytes": sum(path.stat().st_size for path in pack.rglob("*.pack")) / editions,
    }


def _approve(folder: Path, article: str, tag: str) -> None:
    from datetime import UTC, datetime

    from pipeline import feeds, po
    from pipeline.ledger.events import Action, Event, forms, short_id, subject_of
    from pipeline.model import ArticleName, LocaleTag

    name, locale = ArticleName(article), LocaleTag(tag)
    path = folder / "locales" / tag / "LC_MESSAGES" / f"{article}.po"
    held = po.read(path.read_bytes(), file=path.name, locale=locale)
    for actor, action in (("apertium", Action.DRAFT), ("reviewer", Action.APPROVE)):
        person = action is Action.APPROVE
        events = [
            Event(
                actor=actor,
                action=action,
                subject=subject_of(locale, name, entry),
                message=short_id(entry.key),
                msgctxt=entry.msgctxt,
                time=datetime(2026, 11, 22, 12, tzinfo=UTC),
                role="linguist" if person else "",
                engine="" if person else f"apertium eng-{tag}",
                text=forms(entry),
                authors=("translator",) if person else None,
            )
            for entry in held.entries
        ]
        feeds.append(folder, locale, name, events)


# ---- Computing ----------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Bench:
    """The figures of docs/bench.json."""

    figures: dict[str, Any]

    def of(self, title: str, name: str) -> dict[str, Any]:
        """Return what a contestant took."""
        contest = next(each for each in self.figures["contests"] if each["title"] == title)
        found: dict[str, Any] = next(each for each in contest["taken"] if each["name"] == name)
        return found

    def growth(self) -> dict[str, Any]:
        """Return the contest of growing folders."""
        found: dict[str, Any] = next(each for each in self.figures["contests"] if each["title"] == "Growth")
        return found

    def builds(self) -> list[dict[str, Any]]:
        """Return the builds of growing folders, the smallest first."""
        return sorted(self.growth()["taken"], key=lambda each: each["count"])


def page(figures: dict[str, Any], bench: dict[str, Any]) -> str:
    """Return docs/scale.md."""
    values = Values(figures, Bench(figures=bench)).all()
    text = (Path(__file__).parent / "scale.in.md").read_text(encoding="utf-8")
    return text.format_map(values)


class Values:
    """Every number that the page names, computed from what was measured."""

    def __init__(self, figures: dict[str, Any], bench: Bench) -> None:
        """Take the figures of both files."""
        self.figures, self.bench = figures, bench
        self.editions = ARTICLES * TARGETS

    def all(self) -> dict[str, str]:
        """Return the page's words by their name."""
        return {
            "machine": self.bench.growth()["machine"],
            "quick": QUICK if any(each["quick"] for each in self.bench.figures["contests"]) else "",
            "load": f"{self.figures['load']:g}",
            **self._storage(),
            **self._git(),
            **self._hours(),
            **self._engines(),
            **self._memory(),
        }

    def _storage(self) -> dict[str, str]:
        f = self.figures
        sources, templates = ARTICLES * f["source_bytes"], ARTICLES * f["template_bytes"]
        catalogues, ledger = self.editions * f["catalogue_bytes"], self.editions * f["ledger_bytes"]
        return {
            "source_kb": f"{f['source_bytes'] / 1e3:.1f}",
            "template_kb": f"{f['template_bytes'] / 1e3:.1f}",
            "catalogue_kb": f"{f['catalogue_bytes'] / 1e3:.1f}",
            "ledger_kb": f"{f['ledger_bytes'] / 1e3:.1f}",
            "sources": _bytes(sources),
            "templates": _bytes(templates),
            "catalogues": _bytes(catalogues),
            "ledger": _bytes(ledger),
            "all_files": _bytes(sources + templates + catalogues + ledger),
            "ledger_share": f"{ledger / (sources + templates + catalogues + ledger):.0%}",
        }

    def _git(self) -> dict[str, str]:
        f = self.figures
        files = 2 * ARTICLES + self.editions * (1 + f["ledger_files"])
        per_file = files / f["git_files"]
        pack = f["git_pack_bytes"] / f["git_files"] * (2 * ARTICLES + self.editions)
        return {
            "measured_files": f"{f['git_files']:,.0f}",
            "measured_add": _seconds(f["git_add_seconds"]),
            "measured_status": _seconds(f["git_status_seconds"]),
            "measured_repack": _seconds(f["git_repack_seconds"]),
            "measured_clone": _seconds(f["git_clone_seconds"]),
            "measured_pack": _bytes(f["git_pack_bytes"]),
            "measured_index": _bytes(f["git_index_bytes"]),
            "files": _count(files),
            "add": _seconds(f["git_add_seconds"] * per_file),
            "status": _seconds(f["git_status_seconds"] * per_file),
            "clone": _seconds(f["git_clone_seconds"] * per_file),
            "index": _bytes(f["git_index_bytes"] * per_file),
            "pack": _bytes(pack + f["ledger_pack_bytes"] * self.editions),
        }

    def _hours(self) -> dict[str, str]:
        pages, pdfs = self.bench.builds()[-1], self.bench.of("Make PDFs", "Imprimatur")
        check, extract = (
            self.bench.of("Check", "Imprimatur"),
            self.bench.of("Extract and update", "Imprimatur"),
        )
        nothing = self.bench.of("Nothing changed", "Imprimatur")
        work = {
            "page": pages["cpu_ms"],
            "pdf": pdfs["cpu_ms"],
            "check": check["cpu_ms"],
            "extract": extract["cpu_ms"],
        }
        hours = {name: self.editions * each / 3.6e6 for name, each in work.items()}
        total = sum(hours.values())
        return {
            **{f"{name}_ms": _figure(each) for name, each in work.items()},
            **{f"{name}_hours": f"{each:,.0f}" for name, each in hours.items()},
            "cold_hours": f"{total:,.0f}",
            "cold_on_100": f"{total / 100:,.1f}",
            "daily_hours": f"{total / 100:,.1f}",
            "nothing_seconds": _seconds(nothing["seconds"]),
            "nothing_all": _seconds(nothing["seconds"] * self.editions / 10_000),
        }

    def _engines(self) -> dict[str, str]:
        characters = ARTICLES * self.figures["characters"]
        return {
            "characters": f"{self.figures['characters']:,.0f}",
            "messages": f"{self.figures['messages']:,.0f}",
            "all_messages": _count(self.editions * self.figures["messages"]),
            "all_characters": f"{characters * TARGETS / 1e9:,.0f}",
            "million_characters": f"{characters * TARGETS / 1e6:,.0f}",
            "yearly_characters": f"{characters * TARGETS / 1e9 * 0.05 * 12:,.0f}",
        }

    def _memory(self) -> dict[str, str]:
        middle, large = self.bench.builds()[-2:]
        pages = len(LOCALES) + 2
        more = (
            (large["peak_mb"] - middle["peak_mb"]) / (large["count"] - middle["count"]) * pages / len(LOCALES)
        )
        expected = large["peak_mb"] + max(0.0, more) * (self.editions - large["count"] / pages * len(LOCALES))
        return {
            "middle_articles": f"{middle['count'] // pages:,}",
            "large_articles": f"{large['count'] // pages:,}",
            "middle_mb": f"{middle['peak_mb']:,}",
            "large_mb": f"{large['peak_mb']:,}",
            "more_kb": f"{more * 1e3:.1f}",
            "memory": _bytes(expected * 1e6),
        }


def _scaled(number: float, units: Iterable[tuple[float, str]]) -> str:
    for size, name in units:
        if number >= size:
            return f"{_figure(number / size)} {name}"
    return _figure(number)


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"


def _bytes(number: float) -> str:
    return _scaled(number, ((1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1e3, "KB")))


def _count(number: float) -> str:
    return _scaled(number, ((1e6, "million"), (1e3, "thousand")))


def _seconds(number: float) -> str:
    for least, size, name in ((172_800, 86_400, "days"), (7200, 3600, "hours"), (120, 60, "minutes")):
        if number >= least:
            return f"{_figure(number / size)} {name}"
    return _scaled(number, ((1, "s"), (1e-3, "ms")))


if __name__ == "__main__":
    sys.exit(main())

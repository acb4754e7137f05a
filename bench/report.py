"""The page and the plot of a run of the bench, and its figures as JSON."""

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from bench.measure import Bar, Contest, Taken, machine

INTRODUCTION = """\
Everything was measured in one run, on {machine}. The load average of the last fifteen minutes was {load}
when it ended; the bench itself keeps one to two cores busy.

Articles come from a seeded generator: about 1,300 words each, with every construct that an article may
have. Whole processes are measured, from their start to their end; contestants run in turns, and a figure is
the median of their rounds. Compare the figures of a table with each other, not with those of another
machine. Memory is the most that all processes of a contestant had resident at once."""


QUICK = """\
**This was a quick run**: every contest did less work than its job says, so that starting counts for much
more, and where the load is above the number of cores, other work slowed everything. Take nothing but the
processor time from it, and run `make bench` on a quiet machine."""


def data(contests: Sequence[Contest], *, quick: bool) -> dict[str, Any]:
    """Return all that was measured."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": machine(),
        "quick": quick,
        "load": round(os.getloadavg()[2], 1),
        "versions": versions(),
        "contests": [
            {
                "title": contest.title,
                "unit": contest.unit,
                "taken": [
                    {
                        "name": taken.name,
                        "count": taken.count,
                        "each_ms": round(taken.each, 3),
                        "spread_ms": [round(value, 3) for value in taken.spread],
                        "cpu_ms": round(taken.cpu, 3),
                        "seconds": round(taken.seconds, 3),
                        "peak_mb": round(taken.peak),
                        "rounds": len(taken.runs),
                    }
                    for taken in contest.taken
                ],
                "bars": [asdict(bar) | {"met": bar.met} for bar in contest.bars],
            }
            for contest in contests
        ],
    }


def versions() -> dict[str, str]:
    """Return the versions of the peers."""
    import subprocess

    from bench.measure import PEERS

    names = ("mdpo", "polib", "translate-toolkit", "sphinx", "myst-parser", "sphinx-intl", "mkdocs")
    names += ("mkdocs-static-i18n", "hugo", "weasyprint", "markdown")
    code = "import sys; from importlib.metadata import version; print(*(version(n) for n in sys.argv[1:]))"
    told = subprocess.run((PEERS, "-c", code, *names), capture_output=True, text=True, check=True)
    found = dict(zip(names, told.stdout.split(), strict=True))
    for program, pattern in (("po4a", 2), ("msgmerge", 3), ("chromium", 1), ("git", 2)):
        try:
            line = subprocess.run((program, "--version"), capture_output=True, text=True, check=True).stdout
            found[program] = line.split()[pattern].rstrip(".")
        except (OSError, subprocess.CalledProcessError, IndexError):
            found[program] = "missing"
    return found


def page(contests: Sequence[Contest], measured: dict[str, Any]) -> str:
    """Return docs/bench.md."""
    introduction = INTRODUCTION.format(machine=measured["machine"], load=measured["load"])
    told = ", ".join(f"{name} {version}" for name, version in measured["versions"].items())
    parts = [
        "# Speed",
        f"<!-- Written by `make bench` on {measured['date']}. Do not edit it. -->",
        introduction,
        *([QUICK] if measured["quick"] else []),
        "## What was promised",
        "![Each promise and how it was met](images/bench.svg)",
        bars([bar for contest in contests for bar in contest.bars]),
    ]
    for contest in contests:
        parts += [f"## {contest.title}", *contest.notes, table(contest)]
    parts += ["## Versions", f"{told}. Written on {measured['date']}."]
    return "\n\n".join(parts) + "\n"


def bars(found: Sequence[Bar]) -> str:
    """Return the table of the promises."""
    head = ("job", "beside", "measured", "bar", "met")
    return _table([head, *(_bar(bar) for bar in found)], right=(2,))


def _bar(bar: Bar) -> tuple[str, ...]:
    limit = f"≥ {bar.least:g}" if bar.least is not None else f"≤ {bar.most:g}"
    note = f" ({bar.note})" if bar.note else ""
    met = "yes" if bar.met else "**no**"
    return (bar.job, bar.beside, f"{figure(bar.value)} {bar.unit}", f"{limit} {bar.unit}", f"{met}{note}")


def table(contest: Contest) -> str:
    """Return what each contestant took, the fastest first."""
    unit = contest.unit
    head = ("contestant", f"{unit}s", f"ms a {unit}", "spread", f"CPU ms a {unit}", "MB", "times Imprimatur")
    ours = next((each.each for each in contest.taken if each.name == "Imprimatur"), None)
    rows = (_row(each, ours) for each in sorted(contest.taken, key=lambda each: each.each))
    return _table([head, *rows], right=range(1, 7))


def _row(taken: Taken, ours: float | None) -> tuple[str, ...]:
    low, high = taken.spread
    spread = f"{figure(low)} to {figure(high)}" if len(taken.runs) > 1 else "one round"
    return (
        taken.name,
        f"{taken.count:,}",
        figure(taken.each),
        spread,
        figure(taken.cpu) if taken.cpu else "",
        f"{taken.peak:,.0f}" if taken.peak else "",
        figure(taken.each / ours) if ours else "",
    )


def figure(number: float) -> str:
    """Return a number to three digits."""
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.2f}" if number < 10 else f"{number:.1f}"


def _table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    return "\n".join(_lines(rows, right))


def _lines(rows: Sequence[Sequence[str]], right: Sequence[int]) -> Iterator[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "| " + " | ".join(cells) + " |"
        if number == 0:
            rule = ["-" * (w - 1) + ":" if at in right else "-" * w for at, w in enumerate(widths)]
            yield "| " + " | ".join(rule) + " |"


def dump(measured: dict[str, Any]) -> str:
    """Return the figures as JSON."""
    return json.dumps(measured, ensure_ascii=False, indent=1) + "\n"

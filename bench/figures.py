"""docs/bench.json: what each bench measured and when, so that one of them can be run again alone.

What is compared was always measured side by side in one run of its bench.
"""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from bench.measure import Bar, Contest, Run, Taken, machine


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """A contest, and under which circumstances it was held."""

    bench: str
    contest: Contest
    date: str
    """Of the day on which it began, ISO 8601."""
    machine: str
    load: float
    """The load average of the minute before it: what kept the machine busy besides."""
    quick: bool
    """Whether every contestant did less work than the job says."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Circumstances:
    """The day, machine and load of a run of a bench, taken before it begins."""

    date: str
    machine: str
    load: float
    quick: bool

    @classmethod
    def now(cls, *, quick: bool) -> "Circumstances":
        """Look at the clock and at the machine."""
        load = round(os.getloadavg()[0], 1)
        return cls(date=f"{datetime.now(UTC):%Y-%m-%d}", machine=machine(), load=load, quick=quick)

    def of(self, bench: str, contests: Sequence[Contest]) -> list[Measured]:
        """Return the contests of a bench that ran under them."""
        told = asdict(self)
        return [Measured(bench=bench, contest=contest, **told) for contest in contests]


def merged(old: Sequence[Measured], new: Sequence[Measured], order: Sequence[str]) -> list[Measured]:
    """Put what was measured now in the place of what the same benches measured before, in their `order`."""
    anew = {each.bench for each in new}
    kept = [each for each in old if each.bench not in anew and each.bench in order]
    return sorted([*kept, *new], key=lambda each: order.index(each.bench))


def dump(measured: Sequence[Measured], versions: dict[str, str]) -> str:
    """Return the figures as JSON."""
    held = {"versions": versions, "contests": [_written(each) for each in measured]}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> list[Measured]:
    """Read what `dump` wrote."""
    return [_read(each) for each in json.loads(text)["contests"]]


def _written(measured: Measured) -> dict[str, Any]:
    contest = measured.contest
    return {
        "bench": measured.bench,
        "title": contest.title,
        "unit": contest.unit,
        "date": measured.date,
        "machine": measured.machine,
        "load": measured.load,
        "quick": measured.quick,
        "taken": [_taken(taken) for taken in contest.taken],
        "bars": [asdict(bar) | {"met": bar.met} for bar in contest.bars],
        "notes": contest.notes,
    }


def _taken(taken: Taken) -> dict[str, Any]:
    return {
        "name": taken.name,
        "count": taken.count,
        "each_ms": round(taken.each, 3),
        "cpu_ms": round(taken.cpu, 3),
        "seconds": round(taken.seconds, 3),
        "peak_mb": round(taken.peak),
        "runs": [asdict(run) for run in taken.runs],
    }


def _read(held: dict[str, Any]) -> Measured:
    contest = Contest(
        title=held["title"],
        unit=held["unit"],
        taken=tuple(
            Taken(name=each["name"], count=each["count"], runs=tuple(Run(**run) for run in each["runs"]))
            for each in held["taken"]
        ),
        bars=tuple(
            Bar(**{name: value for name, value in bar.items() if name != "met"}) for bar in held["bars"]
        ),
        notes=tuple(held["notes"]),
    )
    told = {name: held[name] for name in ("bench", "date", "machine", "load", "quick")}
    return Measured(contest=contest, **told)

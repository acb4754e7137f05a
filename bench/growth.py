"""From 100 articles to 10,000, in ten locales: whether memory stays flat and an article costs the same."""

import shutil
import sys
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import PIPELINE, Bar, Contest, Contestant, Taken, in_turns, measured
from bench.translation import LOCALES

PATIENCE = 1800.0
"""Seconds that the largest build may take, by what the middle one took; else a smaller one is measured."""


def run(*, quick: bool) -> list[Contest]:
    """Measure."""
    small, middle, large = (10, 30, 60) if quick else (100, 1_000, 10_000)
    taken = list(in_turns([_build(small, 1 if quick else 3), _build(middle, 1)]))
    fits = int(PATIENCE / taken[1].each * 1000 / (len(LOCALES) + 2))
    largest = min(large, max(2 * middle, fits // 500 * 500))
    taken += in_turns([_build(largest, 1)])
    checks = in_turns([_check(small, 1)])
    note = "" if largest == 10_000 else f"measured at {largest:,} articles beside fewer, not at 10,000"
    return [_judged(taken, note), Contest(title="Check", unit="edition", taken=checks)]


def _judged(taken: list[Taken], note: str) -> Contest:
    small, middle, large = taken
    bars = (
        Bar(
            job="memory at 10,000 × 10",
            beside="at 1,000 × 10",
            value=large.peak / middle.peak,
            most=1.5,
            note=note,
        ),
        Bar(
            job="time for an article at 10,000",
            beside="at 100",
            value=large.each / small.each,
            most=1.2,
            note=note,
        ),
    )
    notes = (
        "`pipeline build` from scratch, without PDFs: it reads every article and catalogue and renders every "
        "page. `publish` also checks every message, article by article, and holds nothing of it: see below.",
    )
    return Contest(title="Growth", unit="page", taken=tuple(taken), bars=bars, notes=notes)


def _build(count: int, rounds: int) -> Contestant:
    print(f"  (making {count:,} articles, unless they are kept)", file=sys.stderr)
    folder = folders.content(count, LOCALES)
    return Contestant(
        name=f"Imprimatur, {count:,} articles",
        count=count * (len(LOCALES) + 2),
        run=partial(measured, (*PIPELINE, "-C", folder, "build"), limit=2 * PATIENCE),
        prepare=partial(_clean, folder),
        rounds=rounds,
    )


def _check(count: int, rounds: int) -> Contestant:
    folder = folders.content(count, LOCALES)
    return Contestant(
        name="Imprimatur",
        count=count * len(LOCALES),
        # What the checks find in made-up words is no failure here.
        run=partial(measured, (*PIPELINE, "-C", folder, "check"), accepted=(0, 1)),
        prepare=partial(_clean, folder),
        rounds=rounds,
    )


def _clean(folder: Path) -> None:
    for name in ("output", ".pipeline"):
        shutil.rmtree(folder / name, ignore_errors=True)

"""`make bench`: measure, print the tables, write docs/bench.md.

A bench that fails is told and the others go on; what was installed or generated is kept for the next
run. Benches that are named are measured anew and the page keeps what the others measured before.
`--quick` measures little work; what it writes (`--write`) says so.
"""

import argparse
import sys
import time
from collections.abc import Callable

from bench import (
    changes,
    extraction,
    figures,
    growth,
    pages,
    pdf,
    peers,
    plot,
    previewing,
    report,
    scale,
    startup,
    updating,
)
from bench.figures import Circumstances, Measured
from bench.measure import FAILURES, ROOT, Contest

BENCHES: tuple[tuple[str, Callable[..., list[Contest]]], ...] = (
    ("startup", startup.run),
    ("extraction", extraction.run),
    ("updating", updating.run),
    ("pages", pages.run),
    ("pdf", pdf.run),
    ("changes", changes.run),
    ("previewing", previewing.run),
    ("growth", growth.run),
)
PLOT = ROOT / "docs" / "images" / "bench.svg"
PAGE = ROOT / "docs" / "bench.md"
FIGURES = ROOT / "docs" / "bench.json"


def main() -> int:
    """Run the benches that were asked for; 1 if one failed or a promise does not hold."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="little work, and docs/ stays as it is")
    parser.add_argument("--write", action="store_true", help="with --quick: write docs/ all the same")
    parser.add_argument("names", nargs="*", metavar="BENCH", help=", ".join(name for name, _ in BENCHES))
    options = parser.parse_args()
    peers.set_up()
    measured: list[Measured] = []
    failed: list[str] = []
    for name, run in BENCHES:
        if not options.names or name in options.names:
            start = time.monotonic()
            print(name, file=sys.stderr)
            circumstances = Circumstances.now(quick=options.quick)
            try:
                measured += circumstances.of(name, run(quick=options.quick))
                if options.write or not options.quick:
                    write(measured)
            except FAILURES as error:
                failed.append(name)
                print(f"  failed: {type(error).__name__}: {error}", file=sys.stderr)
            print(f"  ({time.monotonic() - start:.0f} s with what it prepared)", file=sys.stderr)
    found = [bar for each in measured for bar in each.contest.bars]
    for each in measured:
        print(f"\n{each.contest.title}\n{report.table(each.contest)}")
    if options.quick:
        print("\nA quick run: less work than the jobs below name, so that starting counts for more.")
    print(f"\n{report.bars(found)}")
    return 1 if failed or not all(bar.met for bar in found) else 0


def write(measured: list[Measured]) -> None:
    """Write the page, its picture and the figures into docs/, beside what other benches measured before.

    That is done after each bench, so that a run that is stopped has lost nothing.
    """
    old = figures.load(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else []
    merged = figures.merged(old, measured, [name for name, _ in BENCHES])
    versions = peers.versions()
    FIGURES.write_text(figures.dump(merged, versions), encoding="utf-8")
    PLOT.write_text(plot.bars([bar for each in merged for bar in each.contest.bars]), encoding="utf-8")
    PAGE.write_text(report.page(merged, versions), encoding="utf-8")
    scale.write()


if __name__ == "__main__":
    sys.exit(main())

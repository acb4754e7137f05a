"""`make bench`: measure everything in one run, print the tables, write docs/bench.md.

A bench that fails is told and the others go on; what was installed or generated is kept for the next
run. `--quick` measures little work; what it writes (`--write`) says so.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from bench import changes, extraction, growth, pages, pdf, peers, plot, report, scale, startup, updating
from bench.measure import FAILURES, ROOT, Contest

BENCHES: tuple[tuple[str, Callable[..., list[Contest]]], ...] = (
    ("startup", startup.run),
    ("extraction", extraction.run),
    ("updating", updating.run),
    ("pages", pages.run),
    ("pdf", pdf.run),
    ("changes", changes.run),
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
    contests: list[Contest] = []
    failed: list[str] = []
    for name, run in BENCHES:
        if not options.names or name in options.names:
            start = time.monotonic()
            print(name, file=sys.stderr)
            try:
                contests += run(quick=options.quick)
            except FAILURES as error:
                failed.append(name)
                print(f"  failed: {type(error).__name__}: {error}", file=sys.stderr)
            print(f"  ({time.monotonic() - start:.0f} s with what it prepared)", file=sys.stderr)
    found = [bar for contest in contests for bar in contest.bars]
    for contest in contests:
        print(f"\n{contest.title}\n{report.table(contest)}")
    if options.quick:
        print("\nA quick run: less work than the jobs below name, so that starting counts for more.")
    print(f"\n{report.bars(found)}")
    if not options.names and not failed and (options.write or not options.quick):
        write(contests, quick=options.quick)
    return 1 if failed or not all(bar.met for bar in found) else 0


def write(contests: Sequence[Contest], *, quick: bool) -> None:
    """Write the page, its picture and the figures into docs/."""
    found = [bar for contest in contests for bar in contest.bars]
    measured = report.data(contests, quick=quick)
    FIGURES.write_text(report.dump(measured), encoding="utf-8")
    PLOT.write_text(plot.bars(found), encoding="utf-8")
    PAGE.write_text(report.page(contests, measured), encoding="utf-8")
    scale.write()


if __name__ == "__main__":
    sys.exit(main())

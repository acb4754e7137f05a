"""`make bench`: measure everything in one run, print the table, write docs/bench.md."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime

from bench import extraction, pdf, peers, startup
from bench.measure import HEADER, ROOT, Row, machine

BENCHES: tuple[tuple[str, Callable[..., list[Row]]], ...] = (
    ("startup", startup.run),
    ("extraction", extraction.run),
    ("pdf", pdf.run),
)
PAGE = ROOT / "docs" / "bench.md"


def main() -> int:
    """Run the benches that were asked for; 1 if a promise does not hold."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few rounds, and docs/bench.md stays as it is")
    parser.add_argument("names", nargs="*", metavar="BENCH", help=", ".join(name for name, _ in BENCHES))
    options = parser.parse_args()
    peers.set_up()
    rows: list[Row] = []
    for name, run in BENCHES:
        if not options.names or name in options.names:
            print(f"{name} ", end="", file=sys.stderr, flush=True)
            rows += run(quick=options.quick)
            print(file=sys.stderr)
    table = _table(rows)
    print(table)
    if not options.quick and not options.names:
        PAGE.write_text(_page(table), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


def _table(rows: list[Row]) -> str:
    cells = [HEADER, *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADER))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)


def _page(table: str) -> str:
    load = f"{os.getloadavg()[1]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return f"""# Speed

Written by `make bench` on {datetime.now(UTC):%Y-%m-%d} ({machine()}). Do not edit it.

The load average over the last five minutes was {load}; where it is above the number of cores, other work
slowed what is given in plain `ms`. `CPU ms` are processor time.

Contestants run in turns in one run, and a number is the median of its rounds. Compare the numbers of
a row with each other, not with those of another machine. Articles come from a seeded generator, of
about 1,300 words each and with every construct; each tool is one process that reads them all and
writes its templates, and its start counts. The PDF is of the first article of this repository, from the
same page, in a process that has set another article before.

{table}
"""


if __name__ == "__main__":
    sys.exit(main())

"""`make bench-checks`: what the checks catch beside others, written to docs/checks-bench.md."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench import peers
from bench.checks import contestants
from bench.checks.contestants import Said, Text
from bench.checks.corpus import LOCALES, Case, Mutation, by_hand, cases
from bench.checks.measure import verdicts
from bench.checks.mutations import by_program, variants
from bench.checks.report import Results, failures, page
from bench.checks.speed import together, words, written
from bench.measure import ROOT, machine

PAGE = ROOT / "docs" / "checks-bench.md"
MESSAGES = 10_000

Contestant = Callable[[Sequence[Text]], tuple[list[Said], float]]


def main() -> None:
    """Measure both, print the page and write it."""
    parser = argparse.ArgumentParser(prog="python -m bench.checks", description=__doc__)
    parser.add_argument("--dry", action="store_true", help="leave docs/checks-bench.md as it is")
    parser.add_argument("--failures", type=Path, metavar="FILE", help="list what went wrong, one by one")
    options = parser.parse_args()
    peers.set_up()
    peers.set_up("weblate", contestants.WEBLATE)
    clean = [case for locale in LOCALES for case in cases(locale)]
    mutations = [
        *(mutation for case in clean for mutation in by_program(case)),
        *(mutation for locale in LOCALES for mutation in by_hand(locale)),
    ]
    load = os.getloadavg()[0]
    ours = _ask(contestants.ours, clean, mutations)
    text = page(
        ours,
        {
            "pofilter": _ask(contestants.pofilter, clean, mutations),
            "Weblate": _ask(contestants.weblate, clean, mutations),
        },
        messages=MESSAGES,
        words=(words(written(MESSAGES)), words(together(MESSAGES))),
        machine=machine(),
        load=load,
        date=f"{datetime.now(UTC):%Y-%m-%d}",
    )
    print(text)
    if not options.dry:
        PAGE.write_text(text, encoding="utf-8")
    if options.failures:
        options.failures.write_text(failures(ours), encoding="utf-8")


def _ask(contestant: Contestant, clean: list[Case], mutations: list[Mutation]) -> Results:
    others = [variant for case in clean for variant in variants(case)]
    seconds = contestant(written(MESSAGES))[1], contestant(together(MESSAGES))[1]
    print(".", end="", file=sys.stderr, flush=True)
    said, _ = contestant([(case.locale, case.source, case.target) for case in clean])
    of_variants, _ = contestant([(case.locale, case.source, case.target) for case in others])
    of_mutations, _ = contestant([(m.case.locale, m.case.source, m.target) for m in mutations])
    heard = dict(zip(clean, said, strict=True))
    return Results(
        verdicts=verdicts(mutations, heard, of_mutations),
        clean=heard,
        variants=dict(zip(others, of_variants, strict=True)),
        seconds=seconds,
    )


if __name__ == "__main__":
    main()

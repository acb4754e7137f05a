"""What the benches measured is kept whole, and one of them can be measured anew without the others."""

from dataclasses import replace

from bench import figures
from bench.figures import Circumstances, Measured
from tests.bench.test_report import CONTEST

QUIET = Circumstances(date="2026-11-22", machine="two cores", load=0.1, quick=False)
BUSY = replace(QUIET, date="2026-11-29", load=3.5, quick=True)


def measured(bench: str, under: Circumstances = QUIET) -> Measured:
    (found,) = under.of(bench, [CONTEST])
    return found


def test_figures_are_read_back_as_they_were_measured() -> None:
    written = figures.dump([measured("pages"), measured("growth", BUSY)], {"hugo": "1"})
    assert figures.load(written) == [measured("pages"), measured("growth", BUSY)]


def test_a_bench_that_runs_again_takes_the_place_of_its_older_figures() -> None:
    old = [measured("startup"), measured("pages"), measured("growth")]
    new = [measured("pages", BUSY)]
    assert figures.merged(old, new, ("startup", "pages", "growth")) == [
        measured("startup"),
        measured("pages", BUSY),
        measured("growth"),
    ]


def test_what_no_bench_measures_any_more_is_dropped() -> None:
    assert figures.merged([measured("gone")], [measured("pages")], ("pages",)) == [measured("pages")]


def test_a_bench_that_failed_keeps_its_older_figures() -> None:
    assert figures.merged([measured("pages")], [], ("pages",)) == [measured("pages")]

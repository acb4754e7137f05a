"""The page and the picture of a run say what was measured, and plainly what was not met."""

from xml.etree import ElementTree

from bench import plot, report, scale
from bench.figures import Circumstances
from bench.measure import Bar, Contest, Contestant, Run, Taken, in_turns

MET = Bar(job="start", beside="click", value=1.26, most=3)
MISSED = Bar(job="build", beside="a < b", value=2.5, least=8, note="fewer articles")
CONTEST = Contest(
    title="Build",
    unit="page",
    taken=(
        Taken(name="slow", count=10, runs=(Run(wall=2, cpu=2, peak=30),)),
        Taken(name="Imprimatur", count=100, runs=tuple(Run(wall=w, cpu=1, peak=50) for w in (1, 3, 1.5))),
    ),
    bars=(MET, MISSED),
)


def test_a_median_stands_beside_its_spread_and_the_fastest_first() -> None:
    lines = report.table(CONTEST).splitlines()
    assert [cell.strip() for cell in lines[2].split("|")[1:-1]] == [
        "Imprimatur", "100", "15.0", "10.0 to 30.0", "10.0", "50", "1.00",
    ]  # fmt: skip
    assert "one round" in lines[3]
    assert lines[3].split("|")[-2].strip() == "13.3"


def test_what_is_not_met_is_said_plainly_with_its_note() -> None:
    _, _, met, missed = report.bars((MET, MISSED)).splitlines()
    assert met.split("|")[-2].strip() == "yes"
    assert missed.split("|")[-2].strip() == "**no** (fewer articles)"
    assert "≥ 8 times" in missed


def test_the_picture_is_well_formed_and_tells_both() -> None:
    text = plot.bars((MET, MISSED))
    words = [element.text for element in ElementTree.fromstring(text).iter() if element.text]
    assert "met" in words
    assert "not met" in words
    assert "a < b: 2.50 times, bar ≥ 8" in words


def test_a_peer_that_fails_drops_out_and_the_others_go_on() -> None:
    def fails() -> Run:
        raise OSError("it is not there")

    run = Run(wall=1, cpu=1, peak=1)
    taken = in_turns(
        [
            Contestant(name="Imprimatur", count=1, run=lambda: run, rounds=2),
            Contestant(name="peer", count=1, run=fails, rounds=2),
        ]
    )
    assert [(each.name, len(each.runs)) for each in taken] == [("Imprimatur", 2)]
    contest = Contest(title="", unit="", taken=taken)
    assert contest.times("peer") is None


def test_each_table_says_when_and_under_what_load_it_was_measured() -> None:
    quiet = Circumstances(date="2026-11-22", machine="two cores", load=0.1, quick=False)
    quick = Circumstances(date="2026-11-29", machine="two cores", load=3.5, quick=True)
    text = report.page([*quiet.of("pages", [CONTEST]), *quick.of("growth", [CONTEST])], {"hugo": "0.1"})
    assert "Measured on 2026-11-22, on two cores; the load average was 0.1 when it began." in text
    assert "Measured on 2026-11-29, on two cores; the load average was 3.5 when it began." in text
    assert text.count("This was a quick run") == 1


def test_the_paper_on_scale_needs_no_figure_that_is_not_measured() -> None:
    """Every word in braces of the page has a value."""
    figures = {
        **dict.fromkeys(("source_bytes", "template_bytes", "catalogue_bytes", "messages", "characters"), 9.0),
        **dict.fromkeys(("ledger_bytes", "ledger_files", "ledger_pack_bytes", "git_pack_bytes"), 9.0),
        **dict.fromkeys(("git_files", "git_index_bytes", "git_add_seconds", "git_status_seconds"), 9.0),
        **dict.fromkeys(("git_repack_seconds", "git_clone_seconds", "load"), 9.0),
    }
    titles = ("Make PDFs", "Check", "Extract and update", "Nothing changed", "Growth")
    taken = [
        {"name": "Imprimatur", "count": count, "cpu_ms": 1.0, "seconds": 1.0, "peak_mb": 5 + count}
        for count in (10, 20, 30)
    ]
    told = {"machine": "a machine", "quick": True, "taken": taken}
    bench = {"contests": [{"title": title, **told} for title in titles]}
    assert "{" not in scale.page(figures, bench)


def test_times_are_told_in_the_unit_that_people_would_use() -> None:
    told = [scale._seconds(number) for number in (0.37, 110, 1551, 8000, 400_000)]
    assert told == ["370 ms", "110 s", "26 minutes", "2.2 hours", "4.6 days"]

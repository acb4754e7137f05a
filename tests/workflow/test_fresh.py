"""Fresh: files that are newer than those on the disk, and when they are let go of."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.workflow.fresh import Fresh

A, B = {"en/tea/index.html": b"A"}, {"en/tea/index.html": b"B"}


def test_a_unit_is_found_by_the_addresses_of_its_files_until_it_is_dropped() -> None:
    fresh = Fresh()
    fresh.put("page/tea/en", "key", A)
    assert fresh.find("en/tea/index.html") == b"A"
    assert fresh.has("page/tea/en", "key")
    assert not fresh.has("page/tea/en", "another key")
    fresh.drop(["page/tea/en", "page/tea/es"])
    assert fresh.find("en/tea/index.html") is None
    assert not fresh.units


def test_a_unit_that_moves_away_leaves_the_one_that_took_its_address() -> None:
    fresh = Fresh()
    fresh.put("page/tea/en", "a", A)
    fresh.put("page/water/en", "b", B)
    fresh.put("page/tea/en", "c", {"en/other/index.html": b"C"})
    assert fresh.find("en/tea/index.html") == b"B"


def test_what_was_made_after_a_build_began_outlives_it() -> None:
    fresh = Fresh()
    fresh.put("page/tea/en", "a", A)
    fresh.put("page/tea/es", "a", {"es/te/index.html": b"A"})
    fresh.begin()
    fresh.put("page/tea/en", "b", B)
    fresh.finish()
    assert fresh.find("en/tea/index.html") == b"B"
    assert fresh.find("es/te/index.html") is None


def test_a_build_that_stops_takes_nothing_away() -> None:
    fresh = Fresh()
    fresh.put("page/tea/en", "a", A)
    fresh.begin()
    fresh.begin()
    assert fresh.find("en/tea/index.html") == b"A"
    fresh.finish()
    assert fresh.find("en/tea/index.html") is None


@given(st.lists(st.sampled_from(["put", "begin", "finish"]), max_size=12))
def test_nothing_is_let_go_of_that_no_finished_build_can_have_seen(steps: list[str]) -> None:
    fresh, begun, made = Fresh(), 0, -1
    for step in steps:
        if step == "put":
            fresh.put("unit", str(begun), A)
            made = begun
        elif step == "begin":
            fresh.begin()
            begun += 1
        else:
            fresh.finish()
        if made == begun:
            assert fresh.find("en/tea/index.html") == b"A"

"""How English is read: one wrong reading of a source cries in all its translations."""

from fractions import Fraction

import pytest

from pipeline.checks.quantities.reading.reader import read_quantities


def read(text: str) -> list[tuple[str, str]]:
    """Return the value and unit of each quantity."""
    return [(str(one.values[0]), "/".join(sorted(one.units))) for one in read_quantities(text, "en")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 1/2 teaspoons", [("3/2", "tsp")]),
        ("1/2 to 1 tablet", [("1/2", ""), ("1", "")]),
        ("a phase 1/2 trial", [("1", ""), ("2", "")]),
        ("10^6 cells", [("1000000", "")]),
        ("£3m", [("3000000", "GBP")]),
        ("on Sept. 3, 2024", [("9", "month-of-year"), ("3", "dom"), ("2024", "")]),
        ("half a dozen", [("6", "")]),
        ("a fifth of a millimetre", [("1/5", "mm")]),
        ("three quarters of an inch", [("3/4", "in")]),
        ("within a tenth of a second", [("1/10", "s")]),
        ("every quarter of an hour", [("15", "min")]),
        ("every other month", [("2", "month")]),
        ("in week one", [("1", "week")]),
        ("seven drug-free days", [("7", "day")]),
        ("among the under 5s", [("5", "year")]),
    ],
)
def test_what_a_number_is_worth(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("an hour or more", {">", ">="}),
        ("at least an hour a day", {">="}),
        ("unless they weigh more than 90 kg", {">", "<="}),
        ("plus or minus 2%", {"±", "="}),
        ("a ceiling of 150 mL", {"<=", "="}),
        ("still short of the 95%", {"<", "<=", "="}),
    ],
)
def test_how_a_number_is_bounded(text: str, signs: set[str]) -> None:
    assert read_quantities(text, "en")[0].comparators == signs


@pytest.mark.parametrize(
    "text", ["two readings a minute apart", "one dose a week later", "it lasts an hour longer"]
)
def test_a_time_apart_is_no_rate(text: str) -> None:
    assert all(one.group == "number" for one in read_quantities(text, "en"))


def test_a_rate_may_stand_behind_the_kind_of_its_unit() -> None:
    price, rate = read_quantities("£30,000 per quality-adjusted life year", "en")
    assert price.values == (Fraction(30000),)
    assert rate.group == "rate"
    assert rate.units == {"year"}

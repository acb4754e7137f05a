"""Laws of the quantity checks: what Babel writes is right, and another amount is always told."""

from decimal import Decimal

from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.checks.quantities.compare import differences
from pipeline.checks.quantities.reading.words import OWN, ready

SHIPPED = ("es", "fr", "it", "pt_BR", "de", "ar", "zh_Hans", "ja")
UNITS = (
    "mass-milligram",
    "mass-kilogram",
    "mass-tonne",
    "volume-milliliter",
    "volume-liter",
    "length-centimeter",
    "length-nanometer",
    "duration-minute",
    "duration-hour",
    "duration-day",
    "duration-week",
    "duration-month",
    "electric-volt",
    "electric-ampere",
    "frequency-hertz",
    "pressure-kilopascal",
    "temperature-celsius",
    "energy-kilocalorie",
    "power-watt",
)
VALUES = st.decimals(min_value=3, max_value=99999, places=1).map(lambda value: value.normalize() + 0)
LOCALES = st.sampled_from(SHIPPED)
OPENINGS = {"zh_Hans": "：", "ja": "："}


def _pair(english: str, translation: str, tag: str) -> tuple[str, str, str, str]:
    return f"X: {english}.", "en", f"X{OPENINGS.get(tag, ': ')}{translation}.", tag


def _measure(value: Decimal, unit: str, tag: str, length: str = "long") -> str:
    text = format_unit(value, unit, length=length, locale=tag)
    assume(unit not in text)  # Babel has no pattern for it in this locale.
    return text


@given(value=VALUES, unit=st.sampled_from(UNITS), tag=LOCALES, length=st.sampled_from(["long", "short"]))
def test_a_measure_as_cldr_writes_it_is_never_flagged(
    value: Decimal, unit: str, tag: str, length: str
) -> None:
    assume(length == "long" or not unit.startswith("duration"))  # “3 m.” are as well metres.
    english = format_unit(value, unit, length="long", locale="en")
    assert not differences(*_pair(english, _measure(value, unit, tag, length), tag))


@given(value=VALUES, other=VALUES, unit=st.sampled_from(UNITS), tag=LOCALES)
def test_another_value_of_a_measure_is_always_told(
    value: Decimal, other: Decimal, unit: str, tag: str
) -> None:
    assume(value != other)
    english = format_unit(value, unit, length="long", locale="en")
    assert differences(*_pair(english, _measure(other, unit, tag), tag))


@given(value=VALUES, units=st.lists(st.sampled_from(UNITS), min_size=2, max_size=2, unique=True), tag=LOCALES)
def test_another_unit_is_always_told(value: Decimal, units: list[str], tag: str) -> None:
    english = format_unit(value, units[0], length="long", locale="en")
    assert differences(*_pair(english, _measure(value, units[1], tag), tag))


@given(value=st.decimals(min_value=0, max_value=10, places=3), tag=LOCALES)
def test_a_percentage_as_cldr_writes_it_is_never_flagged(value: Decimal, tag: str) -> None:
    english = format_percent(value, format="#,##0.#%", locale="en")
    pattern = "#,##0.#\u00a0%" if tag in ("es", "fr", "de") else "#,##0.#%"
    assert not differences(*_pair(english, format_percent(value, format=pattern, locale=tag), tag))


@given(
    value=st.integers(min_value=2, max_value=10**7), code=st.sampled_from(["USD", "EUR", "GBP"]), tag=LOCALES
)
def test_an_amount_of_money_as_cldr_writes_it_is_never_flagged(value: int, code: str, tag: str) -> None:
    english = format_currency(value, code, format_type="name", locale="en")
    assert not differences(*_pair(english, format_currency(value, code, format_type="name", locale=tag), tag))


@given(low=VALUES, high=VALUES, tag=LOCALES)
def test_a_range_turned_round_is_always_told(low: Decimal, high: Decimal, tag: str) -> None:
    assume(low != high)
    here, there = (format_decimal(value, locale="en") for value in (low, high))
    one, other = (format_decimal(value, locale=tag) for value in (low, high))
    assert not differences(*_pair(f"{here}–{there} mg", f"{one}–{other} mg", tag))
    assert differences(*_pair(f"{here}–{there} mg", f"{other}–{one} mg", tag))


NUMBERS = st.lists(st.integers(min_value=2, max_value=9999), min_size=30, max_size=80)


@given(numbers=NUMBERS, tag=st.sampled_from(("es", "fr", "it", "pt_BR", "de")), data=st.data())
def test_of_however_many_numbers_the_one_that_differs_is_told(
    numbers: list[int], tag: str, data: st.DataObject
) -> None:
    english = ", ".join(f"{number} mg" for number in numbers)
    assert not differences(*_pair(english, english, tag))
    place = data.draw(st.integers(min_value=0, max_value=len(numbers) - 1))
    numbers[place] += 1
    assert differences(*_pair(english, ", ".join(f"{number} mg" for number in numbers), tag))


SIGNS = [
    "1",
    "2",
    "1/2",
    "3.5",
    "1,500",
    "12:30",
    "٣",
    "三",
    "万",
    "半",
    "²",
    "×",
    "IV",
    "分",
    "之",
    "第",
    "و",
]
SIGNS += [*"-–%.,()/:+±<>~¥€", "mg"]


@given(language=st.sampled_from(sorted(OWN)), data=st.data())
def test_no_row_of_words_and_signs_breaks_a_reader(language: str, data: st.DataObject) -> None:
    begun = ready(language).phrases
    known = [" ".join(words) for word in begun.known for some in begun[word].values() for words, _ in some]
    words = data.draw(st.lists(st.sampled_from(known) | st.sampled_from(SIGNS), max_size=9))
    text = ("" if language in ("zh", "ja") else " ").join(words)
    differences(text, language, "5 mg", "en")
    differences("5 mg", "en", text, language)


def test_an_ordinal_before_a_number_in_digits_is_read_in_arabic() -> None:
    source = "120 euros for the first hour and 45 euros for the second"
    assert not differences(source, "en", "120 يورو للساعة الأولى و45 يورو للثانية", "ar")

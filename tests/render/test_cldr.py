"""Furniture is written with the digits and words of its locale."""

from datetime import date

import pytest

from pipeline import locales
from pipeline.model import LocaleTag
from pipeline.render import cldr


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "1,234"), ("de", "1.234"), ("fa", "۱٬۲۳۴"), ("ar_EG", "١٬٢٣٤"), ("mr", "१,२३४"), ("bn", "১,২৩৪")],
)
def test_numbers(tag: str, text: str) -> None:
    assert cldr.number_text(1234, locales.locale(LocaleTag(tag))) == text


@pytest.mark.parametrize(
    ("tag", "text"), [("es", "5 de marzo de 2026"), ("ar_EG", "٥ مارس ٢٠٢٦"), ("ja", "2026年3月5日")]
)
def test_dates(tag: str, text: str) -> None:
    assert cldr.date_text(date(2026, 3, 5), locales.locale(LocaleTag(tag))) == text


@pytest.mark.parametrize("tag", ["en", "ar", "th", "fa", "mr", "my", "ff_Adlm"])
def test_every_locale_has_ten_digits(tag: str) -> None:
    digits = cldr.digits(locales.locale(LocaleTag(tag)))
    assert [int(digit) for digit in digits] == list(range(10))

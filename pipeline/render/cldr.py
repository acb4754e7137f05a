"""Dates, numbers and times of the furniture, as CLDR writes them for a locale."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from math import ceil

from pipeline.locales import babel_name
from pipeline.model import Locale

_WORDS_A_MINUTE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "ja": 357,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "ru": 184,
    "sl": 180,
    "sv": 199,
    "th": 850,
    "tr": 166,
    "zh": 255,
}
"""Reading speed by language, in what `Edition.words` counts: words, or characters for ja, th and zh.

After Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading Performance: The New
International Reading Speed Texts IReST", 2012. Thai is not in it: an estimate.
"""

_WORDS_A_MINUTE_ELSEWHERE = 190


_ZEROS = {
    "adlm": "𞥐",
    "arab": "٠",
    "arabext": "۰",
    "beng": "০",
    "cakm": "𑄶",
    "deva": "०",
    "mtei": "꯰",
    "mymr": "၀",
    "nkoo": "߀",
    "olck": "᱐",
    "tibt": "༠",
}
"""The zero of each numbering system that is some locale's default in CLDR; Babel has only names."""


@lru_cache(maxsize=1024)
def digits(locale: Locale) -> str:
    """Return the ten digits that CLDR writes numbers with in a locale, from zero to nine."""
    from babel import Locale as BabelLocale

    zero = _ZEROS.get(BabelLocale.parse(babel_name(locale.tag)).default_numbering_system, "0")
    return "".join(chr(ord(zero) + number) for number in range(10))


@lru_cache(maxsize=1024)
def date_text(day: date, locale: Locale) -> str:
    """Write a day in the locale's long form, in its own digits: `22 de noviembre de 2026`."""
    from babel.dates import format_date

    text = format_date(day, "long", locale=babel_name(locale.tag))
    return _in_digits(text, locale)


@lru_cache(maxsize=1024)
def number_text(number: int, locale: Locale) -> str:
    """Write a number with the locale's own digits and group marks."""
    from babel.numbers import format_decimal

    text = format_decimal(number, locale=babel_name(locale.tag), numbering_system="default")
    return _in_digits(text, locale)


def share_text(share: float, locale: Locale) -> str:
    """Write a share in percent, to a tenth of one, as the locale does: `12,5 %`."""
    from babel import Locale as BabelLocale
    from babel.numbers import format_percent

    name = babel_name(locale.tag)
    pattern = BabelLocale.parse(name).percent_formats[None].pattern.replace("#,##0", "#,##0.0")
    return _in_digits(format_percent(share, pattern, locale=name, numbering_system="default"), locale)


def decimal_text(number: float, locale: Locale) -> str:
    """Write a number to one decimal, as the locale does."""
    from babel.numbers import format_decimal

    name = babel_name(locale.tag)
    return _in_digits(format_decimal(number, "#,##0.0", locale=name, numbering_system="default"), locale)


@lru_cache(maxsize=1024)
def minutes_text(minutes: int, locale: Locale) -> str:
    """Write a duration in the locale's words and plural form: `5 minutes`, `5 分钟`."""
    from babel.units import format_unit

    name = babel_name(locale.tag)
    for length in ("long", "short"):
        text = format_unit(minutes, "duration-minute", length, locale=name, numbering_system="default")
        if "duration-minute" not in text:  # Where CLDR has no long form Babel prints the unit's id.
            return _in_digits(text, locale)
    return number_text(minutes, locale)


def list_text(items: Iterable[str], locale: Locale) -> str:
    """Join items as the locale does: `a, b and c`."""
    from babel.lists import format_list

    return format_list(list(items), locale=babel_name(locale.tag))


def reading_minutes(words: int, locale: Locale) -> int:
    """Estimate how long a reader needs for `words` words (or characters), in minutes, at least 1."""
    language = babel_name(locale.tag).split("_")[0]
    return max(1, ceil(words / _WORDS_A_MINUTE.get(language, _WORDS_A_MINUTE_ELSEWHERE)))


def _in_digits(text: str, locale: Locale) -> str:
    """Write each digit as the locale does; Babel sets its marks but leaves the digits Latin."""
    return text.translate(str.maketrans("0123456789", digits(locale)))

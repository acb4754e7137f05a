"""What a written number is worth, by the conventions of a locale (CLDR's number symbols)."""

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from pipeline.checks.quantities.reading.tokens import VULGAR

_SPACES = " \u00a0\u202f\u2009"
_DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2} | dict(
    zip("三四五六七八九", range(3, 10), strict=True)
)
_SMALL = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8}


class Convention(NamedTuple):
    """How numbers are written."""

    decimal: str
    groups: str
    """All signs that may divide groups of digits."""


class Reading(NamedTuple):
    """What a number is worth."""

    values: tuple[Fraction, ...]
    """As the locale reads it, the likeliest first; empty if the locale cannot read it."""
    foreign: tuple[Fraction, ...] = ()
    """As a reader with other habits would read it."""


_ENGLISH = Convention(".", ",'" + _SPACES)
_CONTINENTAL = Convention(",", ".'’" + _SPACES)


@cache
def conventions(tag: str) -> tuple[Convention, ...]:
    """Return the conventions of a locale, its own first. Made once for a process."""
    from babel import Locale

    from pipeline.locales import babel_name
    from pipeline.model import LocaleTag

    symbols = Locale.parse(babel_name(LocaleTag(tag))).number_symbols.get("latn", {})
    decimal, group = symbols.get("decimal", "."), symbols.get("group", ",")
    found = [Convention(decimal, group + ("’'" if group in "’'" else "") + _SPACES)]
    found.append(Convention("٫", "٬" + _SPACES))
    if tag.split("_")[0] in ("ar", "fa", "ur"):
        # With Arabic-Indic digits a comma is an everyday decimal sign, and Latin digits follow
        # English habits in the east and French ones in the west.
        found.append(Convention(",", "٬" + _SPACES))
    return tuple(found)


def _by(text: str, convention: Convention) -> Fraction | None:
    """Read `text` by one convention; None if it breaks it."""
    whole, separator, decimals = text.partition(convention.decimal)
    if separator and not decimals.isdigit():
        return None
    groups = re.split(f"[{re.escape(convention.groups)}]", whole)
    if len(groups) > 1:
        grouped = 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
        # The Indian way: 23,00,000.
        indian = (
            len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1]) and len(groups[0]) <= 2
        )
        if not (grouped or indian) or groups[0].startswith("0"):
            return None
    digits = "".join(groups)
    if not digits.isdigit() and not (not digits and decimals):
        return None
    return Fraction(f"{digits or 0}.{decimals or 0}")


_KINDS = 10_000
"""So many values are remembered."""
_MOST = 300
"""So many characters of a number are read; Python refuses to turn thousands of digits into a number."""


_ONE_OF_A_KIND: dict[Fraction, Fraction] = {}


def _same(value: Fraction) -> Fraction:
    """Return the one fraction of this value, so that most comparisons end before they begin."""
    if len(_ONE_OF_A_KIND) > _KINDS:
        _ONE_OF_A_KIND.clear()
    return _ONE_OF_A_KIND.setdefault(value, value)


@lru_cache(maxsize=8192)
def read_number(text: str, tag: str) -> Reading:
    """Read a number token with ASCII digits as the locale `tag` reads it."""
    text = text[:_MOST].replace("·", ".").replace("，", ",")
    if text.isdigit():
        return Reading((_same(Fraction(text)),))
    values = dict.fromkeys(
        value for convention in conventions(tag) if (value := _by(text, convention)) is not None
    )
    foreign = dict.fromkeys(
        value
        for convention in (_ENGLISH, _CONTINENTAL)
        if (value := _by(text, convention)) is not None and value not in values
    )
    return Reading(tuple(map(_same, values)), tuple(foreign))


def vulgar(character: str) -> Fraction:
    """Return what ½ and its kin are worth."""
    bottoms = (4, 2, 4, 7, 9, 10, 3, 3, 5, 5, 5, 5, 6, 6, 8, 8, 8, 8)
    tops = (1, 1, 3, 1, 1, 1, 1, 2, 1, 2, 3, 4, 1, 5, 1, 3, 5, 7)
    at = VULGAR.index(character)
    return Fraction(tops[at], bottoms[at])


def raised(text: str) -> int:
    """Return the exponent that superscripts write."""
    sign = -1 if text[0] == "⁻" else 1
    return sign * int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(digit)) for digit in text[:_MOST] if digit not in "⁻⁺"))


def han(text: str) -> Fraction | None:
    """Return what a run of Han numerals is worth (二百三十万, 二〇二〇); None for none."""
    text = text[:_MOST]
    if all(character in _DIGITS for character in text):
        if len(text) > 1 and not any(character in "两兩" for character in text):
            return Fraction("".join(str(_DIGITS[character]) for character in text))
        return Fraction(_DIGITS[text]) if len(text) == 1 else None
    total = section = digit = 0
    seen = False
    for character in text:
        if character in _DIGITS:
            digit, seen = _DIGITS[character], True
        elif character in _SMALL:
            section += (digit if seen else 1) * _SMALL[character]
            digit, seen = 0, False
        else:
            total += ((section + digit) or 1) * MYRIADS[character]
            section = digit = 0
            seen = False
    return Fraction(total + section + digit)

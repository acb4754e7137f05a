"""What CLDR knows of a language's quantities: names of months, units, their prefixes, currencies."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pipeline.checks.quantities.units import POWERS, UNITS

_SPACES = " \u00a0\u202f\u200f\u200e"

_NAMES = """
    duration-second s | duration-minute min | duration-hour h | duration-day day | duration-week week
    duration-month month | duration-year year | duration-decade decade | duration-century century
    duration-quarter quarter | duration-millisecond ms | duration-microsecond µs | duration-nanosecond ns
    mass-kilogram kg | mass-gram g | mass-milligram mg | mass-microgram µg | mass-tonne t | mass-pound lb
    mass-ounce oz | mass-dalton Da | length-kilometer km | length-meter m | length-decimeter dm
    length-centimeter cm | length-millimeter mm | length-micrometer µm | length-nanometer nm
    length-foot ft | length-inch in | length-mile mi | length-yard yd
    area-square-meter m² | area-square-centimeter cm² | area-square-kilometer km² | area-hectare ha
    volume-liter L | volume-deciliter dL | volume-centiliter cL | volume-milliliter mL
    volume-hectoliter hL | volume-cubic-meter m³ | volume-cubic-centimeter cm³
    volume-gallon gal | volume-tablespoon tbsp | volume-teaspoon tsp | volume-fluid-ounce fl-oz
    pressure-atmosphere atm | pressure-bar bar | pressure-millibar mbar | pressure-pascal Pa
    pressure-hectopascal hPa | pressure-kilopascal kPa | pressure-megapascal MPa
    pressure-millimeter-ofhg mmHg | pressure-pound-force-per-square-inch psi
    temperature-celsius °C | temperature-fahrenheit °F | temperature-kelvin K
    energy-kilocalorie kcal | energy-joule J | energy-kilojoule kJ | energy-kilowatt-hour kWh
    energy-electronvolt eV | power-watt W | power-kilowatt kW | power-milliwatt mW | power-megawatt MW
    electric-volt V | electric-ampere A | electric-milliampere mA | electric-ohm Ω
    frequency-hertz Hz | frequency-kilohertz kHz | frequency-megahertz MHz | frequency-gigahertz GHz
    light-lux lx | light-lumen lm | force-newton N | concentr-mole mol | concentr-percent %
    concentr-permille ‰ | concentr-permillion ppm | digital-bit bit | digital-kilobyte kB
    digital-megabyte MB | digital-gigabyte GB | digital-terabyte TB | graphics-pixel px
"""
UNIT_NAMES: dict[str, str] = dict(
    entry.split() for line in _NAMES.strip().splitlines() for entry in line.split("|")
)
"""CLDR's units to canonical ones."""

_BASES = frozenset(
    {"g", "m", "L", "V", "A", "W", "J", "Hz", "Pa", "T", "Gy", "Sv", "Bq", "mol", "Ω", "eV", "N"}
)
_CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CNY", "INR", "BRL", "CHF", "AUD", "CAD")


def months_and_units(language: str) -> Iterator[tuple[str, str, Any]]:
    """Yield (form, `month` or `unit`, the month's number or the canonical unit) of a language."""
    from babel import Locale, UnknownLocaleError

    try:
        babel = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return
    for context in ("format", "stand-alone"):
        for number, name in babel.months[context]["wide"].items():
            if not name[:1].isdigit():
                yield name, "month", number
    patterns = babel._data["unit_patterns"]
    for unit, canonical in UNIT_NAMES.items():
        for name in _names(patterns.get(unit, {})):
            yield name, "unit", canonical
    for code in _CURRENCIES:
        names = dict(babel._data["currency_names_plural"].get(code, {})).values()
        for name in dict.fromkeys([babel.currencies.get(code, ""), *names]):
            if name and name != code:
                yield name.lower(), "unit", code


def _names(widths: Mapping[str, object]) -> Iterator[str]:
    """Yield the names in CLDR's patterns of one unit in all widths; “{0}/kg” is none."""
    forms = [form for form in widths.values() if isinstance(form, Mapping)]
    for text in {text: None for form in forms for count, text in form.items() if count != "per"}:
        if isinstance(text, str) and "{0}" in text:
            name = text.replace("{0}", "").strip(_SPACES)
            if len(name) > 2 or (name.isalnum() and not name.isascii()):
                yield name


def prefixed(
    language: str, bases: Iterable[tuple[str, str]], own: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield (form, canonical unit) for the names of base units with the SI's prefixes: kilovolt.

    `own` are prefixes as the language's lexicon writes them, divided by `|`, beside CLDR's.
    """
    from babel import Locale, UnknownLocaleError

    try:
        patterns: Mapping[str, Any] = Locale.parse(language)._data["compound_unit_patterns"]
    except (UnknownLocaleError, ValueError):
        patterns = {}
    written = {
        letter: [*_prefixes(patterns.get(f"10p{power}")), *filter(None, own.get(letter, "").split("|"))]
        for letter, power in POWERS.items()
        if power
    }
    for name, base in bases:
        for letter, forms in written.items() if base in _BASES else ():
            if letter + base in UNITS:
                for form in dict.fromkeys(forms):
                    yield form + name, letter + base


def _prefixes(widths: Mapping[str, Mapping[str, str]] | None) -> Iterator[str]:
    """Yield a prefix as words write it: “kilo”, not “k”."""
    for width in (widths or {}).values():
        pattern = width.get("prefix", "")
        if pattern.endswith("{0}") and (len(pattern) > 5 or not pattern.isascii()):
            yield pattern[:-3].lower()

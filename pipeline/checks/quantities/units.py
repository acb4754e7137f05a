"""Units of measure: symbols that all languages share, dimensions, and sound conversions.

Symbols follow the SI brochure and the habits of medicine (ATA, mmHg, IU). A conversion is sound
when it is exact: 90 min is 1.5 h, 500 mg is 0.5 g. A month is no number of days.
"""

from collections.abc import Set
from fractions import Fraction
from typing import NamedTuple


class Unit(NamedTuple):
    """A canonical unit."""

    dimension: str
    factor: Fraction
    """How many of the dimension's base unit it is."""


POWERS = {
    "T": 12,
    "G": 9,
    "M": 6,
    "k": 3,
    "h": 2,
    "-": 0,
    "d": -1,
    "c": -2,
    "m": -3,
    "µ": -6,
    "n": -9,
    "p": -12,
}
"""The SI's prefixes to their powers of ten; `-` for none."""


def _metric(dimension: str, base: str, prefixes: str) -> dict[str, Unit]:
    return {
        ("" if prefix == "-" else prefix) + base: Unit(dimension, Fraction(10) ** POWERS[prefix])
        for prefix in prefixes
    }


UNITS: dict[str, Unit] = {
    **_metric("mass", "g", "-kmµnp"),
    **_metric("length", "m", "-kdcmµnp"),
    **_metric("volume", "L", "-hdcmµn"),
    **_metric("amount", "mol", "-kmµnp"),
    **_metric("concentration", "M", "mµn"),
    **_metric("pressure", "Pa", "-hkM"),
    **_metric("energy", "J", "-kMm"),
    **_metric("work", "Wh", "-kMG"),
    **_metric("power", "W", "-mkMGµ"),
    **_metric("voltage", "V", "-mkµM"),
    **_metric("current", "A", "-mkµn"),
    **_metric("resistance", "Ω", "-mkM"),
    **_metric("field", "T", "-mµ"),
    **_metric("frequency", "Hz", "-kMG"),
    **_metric("absorbed", "Gy", "-cm"),
    **_metric("equivalent", "Sv", "-mµ"),
    **_metric("activity", "Bq", "-kMG"),
    **_metric("force", "N", "-kmµ"),
    **_metric("torque", "Nm", "-kmc"),
    **_metric("light", "lm", "-"),
    **_metric("illuminance", "lx", "-k"),
    **_metric("electronvolts", "eV", "-kMG"),
    **_metric("bits", "bit", "-kMG"),
    **_metric("bytes", "B", "kMGT"),
    **_metric("pixels", "px", "-"),
    "t": Unit("mass", Fraction(10**6)),
    "cal": Unit("calories", Fraction(1)),
    "kcal": Unit("calories", Fraction(1000)),
    "cm²": Unit("area", Fraction(1)),
    "m²": Unit("area", Fraction(10**4)),
    "mm²": Unit("area", Fraction(1, 100)),
    "km²": Unit("area", Fraction(10**10)),
    "cm³": Unit("volume", Fraction(1, 1000)),
    "m³": Unit("volume", Fraction(1000)),
    "mm³": Unit("volume", Fraction(1, 10**6)),
    "ha": Unit("area", Fraction(10**8)),
    "ms": Unit("time", Fraction(1, 1000)),
    "µs": Unit("time", Fraction(1, 10**6)),
    "ns": Unit("time", Fraction(1, 10**9)),
    "s": Unit("time", Fraction(1)),
    "min": Unit("time", Fraction(60)),
    "clock": Unit("time", Fraction(60)),
    "h": Unit("time", Fraction(3600)),
    "day": Unit("time", Fraction(86400)),
    "week": Unit("time", Fraction(604800)),
    "month": Unit("calendar", Fraction(1)),
    "quarter": Unit("calendar", Fraction(3)),
    "year": Unit("calendar", Fraction(12)),
    "decade": Unit("calendar", Fraction(120)),
    "century": Unit("calendar", Fraction(1200)),
    "%": Unit("share", Fraction(1, 100)),
    "‰": Unit("share", Fraction(1, 1000)),
    "ppm": Unit("share", Fraction(1, 10**6)),
    "ppb": Unit("share", Fraction(1, 10**9)),
}
"""Units that convert. Any other canonical name is a dimension of its own."""

_OTHERS = (
    "bar mbar mmHg cmH2O atm ATA psi Torr mOsm Osm mAh Ah kU °C °F K ° pp IU U mEq dB bpm rpm kDa Da lb oz ft"
)

SYMBOLS: dict[str, str] = {
    name: name for name in [*UNITS, *_OTHERS.split()] if name not in ("clock", "U", "in")
}
SYMBOLS |= {
    "μg": "µg",
    "μm": "µm",
    "μmol": "µmol",
    "μM": "µM",
    "μSv": "µSv",
    "μV": "µV",
    "mcg": "µg",
    "ug": "µg",
    "l": "L",
    "dl": "dL",
    "cl": "cL",
    "ml": "mL",
    "μl": "µL",
    "μL": "µL",
    "µl": "µL",
    "ℓ": "L",
    "cc": "mL",
    "㎎": "mg",
    "㎏": "kg",
    "㎖": "mL",
    "㎝": "cm",
    "㎜": "mm",
    "㎞": "km",
    "㎍": "µg",
    "cm2": "cm²",
    "m2": "m²",
    "cm3": "cm³",
    "m3": "m³",
    "mm2": "mm²",
    "mm3": "mm³",
    "km2": "km²",
    "㎟": "mm²",
    "㎠": "cm²",
    "㎢": "km²",
    "㏄": "mL",
    "㎥": "m³",
    "㎤": "cm³",
    "㎐": "Hz",
    "㏈": "dB",
    "㎾": "kW",
    "㎸": "kV",
    "㎃": "mA",
    "㎛": "µm",
    "㎚": "nm",
    "㎈": "cal",
    "㎉": "kcal",
    "㎪": "kPa",
    "㎫": "MPa",
    "㍱": "hPa",
    "d": "day",
    "t": "t",
    "Ω": "Ω",
    "kΩ": "kΩ",
    "MΩ": "MΩ",
    "μA": "µA",
    "μW": "µW",
    "μT": "µT",
    "μs": "µs",
    "us": "µs",
    "hl": "hL",
    "㎡": "m²",
    "℃": "°C",
    "℉": "°F",
    "%": "%",
    "％": "%",
    "٪": "%",
    "﹪": "%",
    "‰": "‰",
    "؉": "‰",
    "ATA": "ATA",
    "ata": "ATA",
    "Ata": "ATA",
    "IU": "IU",
    "UI": "IU",
    "IE": "IU",
    "iu": "IU",
    "mmhg": "mmHg",
    "KB": "kB",
    "sec": "s",
    "log10": "log",
    "log": "log",
    "$": "USD",
    "＄": "USD",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "R$": "BRL",
    "HK$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY|CNY",
    "￥": "JPY|CNY",
    "₹": "INR",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "JPY": "JPY",
    "CNY": "CNY",
    "RMB": "CNY",
    "BRL": "BRL",
    "CHF": "CHF",
    "AUD": "AUD",
    "CAD": "CAD",
    "INR": "INR",
}
"""How units are written in any language, exactly; names in a language stand in its lexicon."""

del SYMBOLS["ha"], SYMBOLS["°"], SYMBOLS["day"], SYMBOLS["week"], SYMBOLS["month"], SYMBOLS["year"]
del SYMBOLS["quarter"], SYMBOLS["decade"], SYMBOLS["century"]
SYMBOLS["°"] = "°|°C|°F"

CURRENCIES = frozenset("USD EUR GBP JPY CNY INR BRL CHF AUD CAD HKD JPY|CNY".split())
BEFORE = CURRENCIES | {"%", "ppm"}
"""Canonical units whose sign may stand before the number, or whose name does: 百万分之二十."""


def convertible(value: Fraction, unit: str, other_value: Fraction, other: str) -> bool:
    """Whether two values in canonical units are exactly the same amount."""
    if unit == other:
        return value == other_value
    here, there = UNITS.get(unit), UNITS.get(other)
    return (
        here is not None
        and there is not None
        and here.dimension == there.dimension
        and value * here.factor == other_value * there.factor
    )


def same_temperature(value: Fraction, unit: str, other_value: Fraction, other: str) -> bool:
    """Whether two temperatures in °C and °F agree to a tenth of a degree Fahrenheit."""
    if (unit, other) == ("°F", "°C"):
        value, other_value = other_value, value
    elif (unit, other) != ("°C", "°F"):
        return False
    return abs(value * Fraction(9, 5) + 32 - other_value) <= Fraction(1, 10)


def unlike(first: Set[str], second: Set[str]) -> bool:
    """Whether no unit of the one measures what one of the other does."""
    here = {UNITS[unit].dimension if unit in UNITS else unit for unit in first}
    there = {UNITS[unit].dimension if unit in UNITS else unit for unit in second}
    return bool(here and there) and here.isdisjoint(there)

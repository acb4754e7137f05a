"""How German puts numbers, and numbers with their units, into one word: dreiundzwanzig, fünfjährig."""

from collections.abc import Iterator
from fractions import Fraction

_UNITS = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
TENS = {
    20: "zwanzig",
    30: "dreißig|dreissig",
    40: "vierzig",
    50: "fünfzig",
    60: "sechzig",
    70: "siebzig",
    80: "achtzig",
}
TENS[90] = "neunzig"
"""The tens."""
_BELOW = dict(enumerate(_UNITS, start=1)) | dict(enumerate(_TEENS, start=10)) | TENS
_BELOW |= {
    tens + unit: f"{_UNITS[unit - 1]}und{word.split('|')[0]}"
    for tens, word in TENS.items()
    for unit in range(1, 10)
}


def _hundreds() -> Iterator[tuple[int, int, str]]:
    """Yield hundreds, the rest, and the word: einhundertzwanzig."""
    for hundreds in range(1, 10):
        for rest, word in _BELOW.items():
            forms = [f"{_UNITS[hundreds - 1]}hundert", *(["hundert"] if hundreds == 1 else [])]
            last = "eins" if rest == 1 else word.split("|")[0]
            yield hundreds, rest, "|".join(f"{form}{joint}{last}" for form in forms for joint in ("", "und"))


NUMBERS = {
    **dict(enumerate(_UNITS[1:], start=2)),
    **dict(enumerate(_TEENS, start=10)),
    **TENS,
    **{
        tens + unit: "|".join(f"{_UNITS[unit - 1]}und{word}" for word in words.split("|"))
        for tens, words in TENS.items()
        for unit in range(1, 10)
    },
    100: "hundert|einhundert",
    **{value * 100: f"{_UNITS[value - 1]}hundert" for value in range(2, 10)},
    **{hundreds * 100 + rest: word for hundreds, rest, word in _hundreds()},
    1000: "tausend|eintausend",
    **{value * 1000: f"{_UNITS[value - 1]}tausend" for value in range(2, 10)},
    10000: "zehntausend",
}
"""Numbers to their words; those with several are divided by `|`."""
HALVES = {Fraction(2 * value + 1, 2): f"{_BELOW[value].split('|')[0]}einhalb" for value in range(2, 20)}
"""Numbers with a half in one word: viereinhalb."""
ADJECTIVES = {
    "min": "minütig",
    "h": "stündig",
    "day": "tägig",
    "week": "wöchig",
    "month": "monatig",
    "year": "jährig",
}
ADJECTIVES |= {
    "times": "fach",
    "decade": "lebensjahrzehnt|lebensjahrzehnte|lebensjahrzehnten|jahrzehntelang",
}
"""Stems of adjectives that are written together with a number: fünfjährig, dreifach."""
COMPOUNDS = {
    "min": "*minuten",
    "h": "*stunden",
    "day": "*tage|*tagen",
    "week": "*wochen",
    "month": "*monate|*monaten",
    "year": "*jahre|*jahren",
}
"""Endings of words that count in these units: Betriebsstunden."""
_PERIODS = (
    "schwangerschafts lebens behandlungs therapie studien gestations kalender zyklus trainings beobachtungs"
    " nachbeobachtungs krankheits arbeits werk aufenthalts einnahme folge betriebs flug warte unterrichts"
    " diät urlaubs liege kranken kinder feier kur"
).split()
"""What a time may be one of: in der 32. Schwangerschaftswoche."""
_ENDINGS = ("", "e", "en", "er", "es", "em")


def periods(*forms: str) -> str:
    """Return the words for a time of a certain kind: Schwangerschaftswoche, Lebensmonat."""
    return "|".join(period + form for period in _PERIODS for form in forms)


def sets(number: int) -> str:
    """Return the names of things that come in such numbers: Zehnerpaket, Zweierzimmer."""
    nouns = (
        "paket packung packungen pack karte karten block set gruppe gruppen zimmer zimmern team teams reihe"
        " reihen schritten kur serie serien zyklus tablett"
    )
    return "|".join(f"{NUMBERS[number].split('|')[0]}er{noun}" for noun in nouns.split())


_PARTS: dict[tuple[int | Fraction, str], str] = {
    (Fraction(top, bottom), unit): "|".join(
        f"{article}{word}{name}" for article in ("", "ein ", "einen ", "einem ")
    )
    for top, bottom, word in ((1, 4, "viertel"), (3, 4, "dreiviertel"), (1, 2, "halb"))
    for unit, name in (("L", "liter"), ("kg", "kilo"))
}
"""Parts of a measure in one word: einen Dreiviertelliter."""


def compounds() -> dict[tuple[int | Fraction, str], str]:
    """Return fünfjährig, dreifach, zweimal …: number and unit in one word."""
    found: dict[tuple[int | Fraction, str], str] = {
        (Fraction(1, 2), "h"): "halbe stunde|halben stunde|eine halbe stunde|einer halben stunde"
        "|halbstündig|halbstündige|halbstündigen",
        (Fraction(1, 4), "h"): "viertelstunde|eine viertelstunde|einer viertelstunde|viertel stunde",
        **_PARTS,
        (Fraction(3, 4), "h"): "dreiviertelstunde|eine dreiviertelstunde|einer dreiviertelstunde",
        (Fraction(1, 4), "century"): "vierteljahrhundert|ein vierteljahrhundert|vierteljahrhunderts",
        (Fraction(1, 2), "century"): "halbes jahrhundert|halben jahrhundert|ein halbes jahrhundert",
        (Fraction(1, 2), "year"): "halbes jahr|halben jahr|halbjahr|halbjahres|ein halbes jahr",
        (Fraction(1, 2), "day"): "halber tag|halben tag|halbtags",
        **{
            (Fraction(1, 2), unit): f"halbe {name}|halben {name}|eine halbe {name}|einer halben {name}"
            for unit, name in (("min", "minute"), ("week", "woche"))
        },
        **{
            (Fraction(1, part), unit): "|".join(
                f"{article}{stem}{name}"
                for name in names.split()
                for article in ("", "eine ", "einer ", "einen ", "einem ")
            )
            for part, stem in (
                (2, "halb"),
                (4, "viertel"),
                (8, "achtel"),
                (10, "zehntel"),
                (100, "hundertstel"),
            )
            for unit, names in (
                ("s", "sekunde sekunden"),
                ("L", "liter litern"),
                ("mm", "millimeter millimetern"),
                ("°/°C/°F", "grad"),
                ("µg", "mikrogramm"),
                ("kg", "kilo"),
                ("%", "prozent"),
                ("pp", "prozentpunkt"),
            )
            if (part, unit) != (2, "s")
        },
        (Fraction(1, 2), "s"): "halbe sekunde|halben sekunde|eine halbe sekunde|einer halben sekunde",
        (0, "clock"): "mitternacht",
        (720, "clock"): "mittag|mittags",
    }
    counted: dict[int | Fraction, str] = {1: _UNITS[0], Fraction(3, 2): "eineinhalb|anderthalb|einundeinhalb"}
    counted |= dict[int | Fraction, str](HALVES.items())
    counted |= {
        value: NUMBERS[value] for value in (*range(2, 21), 24, 30, 40, 45, 48, 50, 60, 72, 80, 90, 100)
    }
    for value, words in counted.items():
        for unit, stem in ADJECTIVES.items():
            forms = [word + stem + ending for word in words.split("|") for ending in _ENDINGS]
            if unit == "times":
                forms += [word + "mal" for word in words.split("|")]
            found[value, unit] = "|".join(forms)
    return found


def ordinals() -> Iterator[tuple[int, str]]:
    """Yield numbers with the stems of their ordinals: erst, zweit, … neunundneunzigst."""
    odd = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    for number in range(1, 100):
        word = _UNITS[0] if number == 1 else NUMBERS[number].split("|")[0]
        yield number, odd.get(number, word + ("t" if number < 20 else "st"))

"""Decades: 1990s, années 90, 20世纪70年代, the second decade of the 21st century."""

from fractions import Fraction

from pipeline.checks.quantities.quantity import ONE, Certainty
from pipeline.checks.quantities.reading.lexemes import Lexeme, lexeme_at

_CONCERNED = frozenset({"quantity", "unit"})
_DECADE = frozenset({"decade"})
_YEARS = frozenset({"années", "años", "anni", "anos"})
"""Words that name a decade before its number."""


def mark(lexemes: list[Lexeme]) -> None:
    """Find the decades among numbers: 1990s, années 90, 1990er-Jahre, 20世纪90年代."""
    for at, lexeme in enumerate(lexemes):
        if lexeme.kind not in _CONCERNED:
            continue
        quantity = lexeme.data
        alone = lexeme.kind == "quantity" and quantity.units == _DECADE and quantity.values == ONE
        if alone or (lexeme.kind == "unit" and quantity == _DECADE):
            _counted_decade(lexemes, at)
            quantity = lexeme.data
        if lexeme.kind != "quantity" or not quantity.units <= _DECADE or not quantity.values:
            continue
        value = quantity.values[0]
        if value.numerator % 10 or value.denominator != 1:
            continue
        short = 10 <= value.numerator <= 90
        if not (short or 1500 <= value.numerator <= 2090):
            continue
        if not _named(lexemes, at):
            continue
        values: tuple[Fraction, ...] = (value,)
        if short:
            century = _century(lexemes, at)
            values = (century + value, value) if century else (value, 1900 + value)
        lexeme.data = quantity._replace(
            values=values, units=frozenset({"decade"}), loose=True, group="decade"
        )


def _counted_decade(lexemes: list[Lexeme], at: int) -> None:
    """The second decade of the 21st century, العقد الثاني من القرن الحادي والعشرين: the 2010s."""
    near = lexemes[max(0, at - 1) : at + 7]
    century = next((one for one in near if one.kind == "unit" and "century" in one.data), None)
    numbers = [one for one in near if one.kind == "quantity" and one.data.group == "ordinal"]
    if century is None or len(numbers) != 2:
        return
    decade, order = (one.data.values[0] for one in numbers)
    if not (1 <= decade <= 10 and 15 <= order <= 22):
        return
    value = (order - 1) * 100 + (decade - 1) * 10
    for one in (numbers[1], century, lexemes[at]):
        one.kind, one.data = "taken", None
    numbers[0].data = numbers[0].data._replace(
        values=(value,), units=frozenset({"decade"}), loose=True, group="decade", certainty=Certainty.DIGITS
    )


def _named(lexemes: list[Lexeme], at: int) -> bool:
    """Whether a word before or behind a number says that it is a decade; take the latter."""
    following = lexeme_at(lexemes, at + 1)
    if following and following.kind == "decade_words":
        following.kind, following.data = "taken", None
        return True
    if lexemes[at].data.group == "decade":
        if len(lexemes) > at + 2 and following and following.text == "-" and _years(lexemes[at + 2]):
            following.kind = lexemes[at + 2].kind = "taken"
            lexemes[at + 2].data = None
        elif following and _years(following):
            following.kind, following.data = "taken", None
        return True
    place = at - 1
    while place >= 0 and lexemes[place].text in ("de", "of", "’", "'", "‘", "den", "die"):
        place -= 1
    before = lexeme_at(lexemes, place)
    if before is None or before.kind != "unit":
        return False
    counted = following and following.kind in ("unit", "counters", "scale")
    plural = before.text.lower() in _YEARS and _years(before)
    return "decade" in before.data or (plural and not counted)


def _years(lexeme: Lexeme) -> bool:
    return lexeme.kind == "unit" and lexeme.data == {"year"}


def _beside_unit(around: list[Lexeme], unit: Lexeme) -> list[Lexeme]:
    """Return what stands right before and behind a unit: 19世纪, siglo XIX."""
    place = around.index(unit)
    return around[max(0, place - 1) : place] + around[place + 1 : place + 2]


def _century(lexemes: list[Lexeme], at: int) -> int:
    """Return the first year of the century that stands beside a decade, and take it; 0 for none."""
    around = [lexeme for lexeme in lexemes[max(0, at - 3) : at + 4] if lexeme.kind != "taken"]
    for unit in around:
        if unit.kind == "unit" and "century" in unit.data:
            numbers = [
                other
                for other in _beside_unit(around, unit)
                if other.kind == "quantity" and other is not lexemes[at]
            ]
            if len(numbers) == 1 and numbers[0].data.values and 2 < numbers[0].data.values[0] < 30:
                first = (int(numbers[0].data.values[0]) - 1) * 100
                numbers[0].kind, numbers[0].data = "taken", None
                unit.kind, unit.data = "taken", None
                return first
    return 0

"""Minutes in words behind an hour: siete y media, cinco y quince, السابعة والنصف."""

from fractions import Fraction

from pipeline.checks.quantities.reading.lexemes import Lexeme, lexeme_at

_AND = frozenset({"y", "e"})


def minutes_behind(lexemes: list[Lexeme], at: int) -> tuple[int, Lexeme | None]:
    """Return the minutes that are told at `at`, and the lexeme behind them; 0 and that at `at` for none."""
    first = lexeme_at(lexemes, at)
    if first is None or (first.kind != "and_half" and first.text not in _AND):
        return 0, first
    if first.kind == "and_half":
        return int((first.data or Fraction(1, 2)) * 60), lexeme_at(lexemes, at + 1)
    told = lexeme_at(lexemes, at + 1)
    if told is None or told.kind != "number" or not isinstance(told.data, Fraction) or not 0 < told.data < 60:
        return 0, first
    return int(told.data), lexeme_at(lexemes, at + 2)

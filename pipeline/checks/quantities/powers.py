"""Powers of ten: × 10⁶, × 10^6, and ⁶ behind a ten."""

from collections.abc import Sequence
from fractions import Fraction

from pipeline.checks.quantities.lexemes import Lexeme
from pipeline.checks.quantities.numbers import raised
from pipeline.checks.quantities.quantity import ONE

TIMES = frozenset({"×", "x", "·", "*", "⋅"})
"""Signs of multiplication."""


def next_of(lexemes: Sequence[Lexeme], at: int, *kinds: str) -> Lexeme | None:
    """Return the lexeme at `at` if it is of one of the kinds."""
    return lexemes[at] if at < len(lexemes) and lexemes[at].kind in kinds else None


def scientific(lexemes: Sequence[Lexeme], at: int) -> tuple[Fraction, int]:
    """Read `× 10⁶`, `× 10^6`, `⁶` after 10 is another matter; return the factor and the end."""
    sign = next_of(lexemes, at, "sign", "word", "unit")
    if sign and sign.text in TIMES and (ten := next_of(lexemes, at + 1, "number")) and ten.text == "10":
        if power := next_of(lexemes, at + 2, "raised"):
            return _power(raised(power.text)), at + 3
        caret, digits = next_of(lexemes, at + 2, "sign"), next_of(lexemes, at + 3, "number")
        if caret and caret.text == "^":
            if digits and digits.text.isdigit():
                return _power(int(digits.text[:4])), at + 4
            minus, digits = digits or next_of(lexemes, at + 3, "sign"), next_of(lexemes, at + 4, "number")
            if minus and minus.text in "-−" and digits and digits.text.isdigit():
                return _power(-int(digits.text[:4])), at + 5
    elif (power := next_of(lexemes, at, "raised")) and lexemes[at - 1].text == "10":
        return _power(raised(power.text) - 1), at + 1
    return ONE[0], at


def _power(exponent: int) -> Fraction:
    """Return ten to the `exponent`; absurd exponents are cut, so that no text can take all memory."""
    return Fraction(10) ** max(-300, min(300, exponent))

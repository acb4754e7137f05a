"""What digits are multiplied or divided by as they are written: × 10⁶, 10^6, 1 1/2."""

from collections.abc import Sequence
from fractions import Fraction

from pipeline.checks.quantities.quantity import ONE
from pipeline.checks.quantities.reading.lexemes import Lexeme
from pipeline.checks.quantities.reading.numbers import raised

TIMES = frozenset({"×", "x", "·", "*", "⋅"})
"""Signs of multiplication."""
_PARTS = {
    f"{top}/{bottom}": Fraction(top, bottom) for top, bottom in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4))
}
"""Parts that are written with a stroke, and are hardly ever anything else."""

_NAMED = ("phase", "fase", "type", "typ", "tipo", "grad", "stage", "المرحلة", "期", "第")
"""Beginnings of what two numbers with a stroke are the names of: phase 1/2."""


def next_of(lexemes: Sequence[Lexeme], at: int, *kinds: str) -> Lexeme | None:
    """Return the lexeme at `at` if it is of one of the kinds."""
    return lexemes[at] if at < len(lexemes) and lexemes[at].kind in kinds else None


def part(lexemes: Sequence[Lexeme], at: int) -> Fraction | None:
    """Return the part that begins with the digits at `at`: 1/2; None for ratios, dates and scores."""
    run = lexemes[at : at + 3]
    if len(run) < 3 or run[1].text != "/" or run[0].end != run[1].start or run[1].end != run[2].start:
        return None
    around = [*lexemes[max(0, at - 1) : at], *lexemes[at + 3 : at + 4]]
    if any(lexeme.text == "/" or lexeme.text.lower().startswith(_NAMED) for lexeme in around):
        return None
    return _PARTS.get(f"{run[0].text}/{run[2].text}")


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
    elif lexemes[at - 1].text == "10":
        if power := next_of(lexemes, at, "raised"):
            return _power(raised(power.text) - 1), at + 1
        digits = next_of(lexemes, at + 1, "number")
        if digits and lexemes[at].text == "^" and digits.text.isdigit():
            return _power(int(digits.text[:4]) - 1), at + 2
    return ONE[0], at


def _power(exponent: int) -> Fraction:
    """Return ten to the `exponent`; absurd exponents are cut, so that no text can take all memory."""
    return Fraction(10) ** max(-300, min(300, exponent))

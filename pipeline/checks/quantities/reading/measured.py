"""The unit behind a number, and the one that some put before it."""

from fractions import Fraction

from pipeline.checks.quantities.quantity import ONE, Certainty, Quantity
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme, symbol, unit_at
from pipeline.checks.quantities.units import CURRENCIES

TIMES = frozenset({"times"})
_TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year", "times", "decade", "century"})
_AHEAD = _TIMES | {"tsp", "tbsp"}
"""Units that may stand behind adjectives."""
_HALF = (Fraction(1, 2),)
_OF_A = [["of", "a"], ["of", "an"]]
_ARTICLES = frozenset({"a", "an"})
_SIGNS = frozenset("-‑–×x")
"""What joins a number to its unit, or multiplies it by another."""
_UNSEEN = frozenset({"word", "fillers"})
_ANY = frozenset("all any other such these those some the same modern".split())


class Measured:
    """Finds the units of numbers."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits) -> None:
        """Look for them in place, for one number after the other."""
        self.lexemes = lexemes
        self.habits = habits

    def _unit(self, at: int) -> tuple[int, frozenset[str], bool]:
        """Return where the unit behind the number at `at` ends, the unit, and whether it is loose."""
        place = at + 1
        if self.habits.semitic and self.lexemes[at].data.group == "ordinal":
            return place, frozenset(), False  # There a noun stands before its ordinal.
        if place < len(self.lexemes) and self.lexemes[place].text in _SIGNS:
            if self._sign(place, "-‑–") and self._glued(place):
                place += 1
            if self._times_sign(place):
                self._take(place, place + 1)
                return place + 1, frozenset(), False
        found = symbol(self.lexemes, place)
        if self.lexemes[place + 1 : place + 2] and self.lexemes[place + 1].text == "⁻¹":
            return at + 1, frozenset(), False  # 1450 min⁻¹
        if found and self._of_following(found, place):
            found = None  # “the first €500”
        if found and not (self.lexemes[at].text.isalpha() and found[0] <= {"m", "s", "V", "K", "L", "g"}):
            self._take(place, found[1])
            return found[1], found[0], False
        while (
            place < len(self.lexemes)
            and self.lexemes[place].kind == "taken"
            and self.lexemes[place].data is None
        ):
            place += 1
        if self.habits.ideographic and self._trailing_rate(place):
            rate: frozenset[str] = self.lexemes[place].data  # 24時間あたり
            self._take(place, place + 1)
            return place + 1, rate, False
        if self.habits.semitic and place < len(self.lexemes) and self.lexemes[place].text == "م":
            self._take(place, place + 1)
            return place + 1, frozenset({"m"}), False
        if place < len(self.lexemes) and self.lexemes[place].kind == "unit":
            self._take(place, place + 1)
            return place + 1, self.lexemes[place].data, False
        if units := self._part_of(at, place):
            self._take(place, place + 3)
            return place + 3, units, False
        double = self.lexemes[at].data
        if place < len(self.lexemes) and self.lexemes[place].text in _ARTICLES and double.values == _HALF:
            units = unit_at(self.lexemes, place + 1)
            self._take(place + 1, place + 2 if units else place)
            return (place + 2, units, False) if units else (at + 1, units, False)  # “half a square metre”
        vague = self.lexemes[at].text.endswith(" of")
        if not (double.certainty or vague) and double.group == "number" and double.values != ONE:
            return at + 1, frozenset(), False  # “el doble que el año pasado”
        return at + 1, self._far_unit(at), True

    def _far_unit(self, at: int) -> frozenset[str]:
        """Return the time that stands behind at most two words: 30 additional minutes."""
        far, passed = at, 0
        while passed < 3 and far + 1 < len(self.lexemes):
            far += 1
            other = self.lexemes[far]
            if other.text == "-" and passed and self._glued(far):
                passed -= 1  # “three claim-free years”
                continue
            passed += 1
            counted = far + 1 < len(self.lexemes) and self.lexemes[far + 1].kind == "quantity"
            if other.kind == "unit" and other.data <= TIMES and self.lexemes[far - 1].text in _ANY:
                break  # “children under ten at all times”
            if other.kind == "unit" and other.data & _AHEAD and not counted:
                units: frozenset[str] = other.data
                return units
            ordinal = other.kind == "quantity" and other.data.group == "ordinal"
            if other.kind not in _UNSEEN and not ordinal:
                break
        return frozenset()

    def _part_of(self, at: int, place: int) -> frozenset[str]:
        """Return the unit that a fraction in words is of: a fifth of a millimetre."""
        number: Quantity = self.lexemes[at].data
        ahead = self.lexemes[place : place + 2]
        if number.certainty is Certainty.DIGITS or [one.text for one in ahead] not in _OF_A:
            return frozenset()
        parts = tuple(value for value in number.values if 0 < value < 1)
        units = unit_at(self.lexemes, place + 2) if parts else frozenset()
        if parts and place + 2 < len(self.lexemes) and self.lexemes[place + 2].text == "second":
            units = frozenset({"s"})
        if units and number.group == "ordinal":
            self.lexemes[at].data = number._replace(values=parts, group="number", certainty=Certainty.WORD)
        return units

    def _of_following(self, found: tuple[frozenset[str], int], place: int) -> bool:
        """Whether the sign of a currency stands right before another number, and apart from this one."""
        behind = self.lexemes[found[1] : found[1] + 1]
        return bool(
            behind
            and not found[0].isdisjoint(CURRENCIES)
            and behind[0].kind == "quantity"
            and behind[0].start == self.lexemes[found[1] - 1].end
            and not self._glued(place)
        )

    def _trailing_rate(self, place: int) -> bool:
        """Whether a rate stands at `place` that belongs to the number before it: 24時間あたり."""
        if place >= len(self.lexemes) or self.lexemes[place].kind != "rate":
            return False
        return not self.lexemes[place].text.startswith(("每", "毎", "/"))

    def _unit_before(self, at: int) -> frozenset[str]:
        """Return the unit that “day 29”, “siglo XIX” and الأسابيع الأربعة put before the number."""
        place = at - 1
        if self.habits.ideographic and place > 0 and self.lexemes[place].kind == "about":
            place -= 1  # 小さじ約4杯
        while self.habits.semitic and place > 0 and self.lexemes[place].text in ("ال", "الـ"):
            place -= 1
            if place > 1 and self.lexemes[place].kind == "word" and self.lexemes[place - 1].kind == "unit":
                place -= 1  # أسابيع العلاج الـ52
        if place < 0 or self.lexemes[place].kind != "unit" or self.lexemes[place].text in ("HR", "J"):
            return frozenset()
        if self.habits.ideographic and self.lexemes[place].data.isdisjoint(("tsp", "tbsp")):
            return frozenset()  # 小さじ1杯
        number = self.lexemes[at]
        counted = number.kind == "quantity" and (number.data.certainty or number.text.lower() == "one")
        units: frozenset[str] = self.lexemes[place].data
        return (
            units
            if self.habits.semitic or self.habits.ideographic or (counted and units & _TIMES)
            else frozenset()
        )

    def _times_sign(self, place: int) -> bool:
        """Whether a sign of multiplication stands at `place`: 3 × 10 mg."""
        following = self.lexemes[place : place + 2]
        return len(following) == 2 and following[0].text in ("×", "x") and following[1].kind == "quantity"

    def _take(self, start: int, end: int) -> None:
        for place in range(start, min(end, len(self.lexemes))):
            self.lexemes[place] = _taken(self.lexemes[place])

    def _sign(self, place: int, signs: str) -> bool:
        return (
            place < len(self.lexemes)
            and self.lexemes[place].kind == "sign"
            and self.lexemes[place].text in signs
        )

    def _glued(self, place: int) -> bool:
        return 0 < place < len(self.lexemes) and self.lexemes[place].start == self.lexemes[place - 1].end


def _taken(lexeme: Lexeme) -> Lexeme:
    """Return a lexeme that says its words belong to a quantity already."""
    return Lexeme(
        "taken", lexeme.start, lexeme.end, lexeme.text, lexeme.data if lexeme.kind == "unit" else None
    )

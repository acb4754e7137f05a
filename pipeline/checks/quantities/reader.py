"""Reading a text into quantities: each number with its unit, comparator, rate and role.

The text is visible text (`pipeline.checks.inline`), the language's words come from `words`.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from pipeline.checks.quantities import dates
from pipeline.checks.quantities.binding import ONE, Binder, yearly
from pipeline.checks.quantities.comparing import bind_verbs, negated, settled
from pipeline.checks.quantities.lexemes import Lexeme, scan, symbol, unit_at
from pipeline.checks.quantities.numerals import number_at
from pipeline.checks.quantities.quantity import NONE, Certainty, Quantity
from pipeline.checks.quantities.tokens import tokenized
from pipeline.checks.quantities.units import BEFORE
from pipeline.checks.quantities.words import Ready, ready

_SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "<=": "<=", ">=": ">=", "±": "±"}
_SIGNS |= {"+/-": "±", "+/−": "±", "＜": "<", "＞": ">", "≦": "<=", "≧": ">="}
_TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year", "times", "decade", "century"})
_LIGHT = frozenset({"split", "fillers", "ordinal_before", "to", "of", "between"})
_PASSED = frozenset({"taken", "fillers", "counters", "forenoon", "afternoon"})
_UNSEEN = frozenset({"word", "fillers"})


@lru_cache(maxsize=8192)
def read_quantities(text: str, tag: str) -> tuple[Quantity, ...]:
    """Read all quantities of a visible text in the locale `tag`, in order. Never raises."""
    lexicon = ready(tag.split("_")[0])
    divided = tokenized(text, lexicon.spaced_groups)
    if not divided.tokens:
        return ()
    return tuple(_Reader(scan(divided, lexicon), tag, lexicon).read())


class _Reader:
    """Goes over the lexemes several times, each time binding more of them to the numbers."""

    def __init__(self, lexemes: list[Lexeme], tag: str, lexicon: Ready) -> None:
        self.lexemes = lexemes
        self.tag = tag
        self.ideographic = lexicon.ideographic
        self.backward = tag.startswith("ja")
        self.semitic = tag.startswith("ar")

    def read(self) -> Iterator[Quantity]:
        """Return the quantities in order."""
        dates.mark(self.lexemes)
        self.numbers()
        dates.decades(self.lexemes)
        if not any(lexeme.kind in ("quantity", "rate", "soft_rate", "dual") for lexeme in self.lexemes):
            return
        for at, lexeme in enumerate(self.lexemes):
            if lexeme.kind == "quantity":
                self.before(at)
                self.after(at)
            elif lexeme.kind == "dual" and at and self.lexemes[at - 1].kind in ("comparator", "either"):
                self.before(at)
        bind_verbs(self.lexemes)
        self.lexemes = [lexeme for lexeme in self.lexemes if lexeme.kind != "taken"]
        binder = Binder(self.lexemes, ideographic=self.ideographic, semitic=self.semitic)
        binder.rates()
        binder.neighbours()
        for lexeme in self.lexemes:
            if isinstance(lexeme.data, Quantity):
                yield settled(lexeme.data)

    def numbers(self) -> None:
        """Replace the lexemes of each number by one of kind `quantity`."""
        merged: list[Lexeme] = []
        at = 0
        while at < len(self.lexemes):
            lexeme = self.lexemes[at]
            found = None if isinstance(lexeme.data, Quantity) else number_at(self.lexemes, at, self.tag)
            if found:
                quantity, end = self._fraction(*found)
                # A noun that may be a dual is a noun to its neighbours.
                kind = "dual" if lexeme.kind == "dual" else "quantity"
                merged.append(Lexeme(kind, quantity.start, quantity.end, lexeme.text, quantity))
                at = end
                continue
            if lexeme.kind == "label":
                digits = "".join(
                    character if character.isdigit() else " " for character in lexeme.text
                ).split()
                lexeme.data = Quantity(
                    start=lexeme.start,
                    end=lexeme.end,
                    values=(Fraction("".join(digits)[:40]),),
                    units=frozenset({"label"}),
                    loose=True,
                    certainty=Certainty.PERHAPS,
                    group="label",
                )
            merged.append(lexeme)
            at += 1
        self.lexemes = merged

    def _fraction(self, whole: Quantity, end: int) -> tuple[Quantity, int]:
        """Read on in 三分之二 and 3分の2; elsewhere 分の is a minute and the next word."""
        if end >= len(self.lexemes) or self.lexemes[end].kind != "fraction":
            return whole, end
        part = number_at(self.lexemes, end + 1, self.tag) if end + 1 < len(self.lexemes) else None
        if part and part[0].values and whole.values and whole.values[0]:
            value = part[0].values[0] / whole.values[0]
            return whole._replace(end=part[0].end, values=(value,), certainty=Certainty.WORD), part[1]
        self.lexemes[end].kind, self.lexemes[end].data = "unit", frozenset({"min"})
        return whole, end

    def before(self, at: int) -> None:
        """Bind what stands before a number: sign, currency, comparator, “about”, “every”."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place = at - 1
        comparators, about, every, units = quantity.comparators, quantity.about, False, quantity.units
        skipped = 0
        while place >= 0 and skipped < 4:
            other = self.lexemes[place]
            glued = other.end == self.lexemes[place + 1].start
            known = symbol(self.lexemes, place)
            if other.kind == "unit":
                known = other.data, place + 1
            if other.kind == "up_to":
                self._up_to(place)
            if other.kind in ("comparator", "either"):
                comparators = (
                    negated(self.lexemes, place, backward=self.backward)
                    if comparators == NONE
                    else comparators
                )
            elif other.kind in ("about", "about_either"):
                about = True
            elif other.kind == "every":
                every = True
            elif other.kind == "percent_before":
                units = frozenset({"%"})
            elif other.kind == "aged" and not units:
                units, quantity = frozenset({"year"}), quantity._replace(loose=True)
            elif other.kind == "sign" and other.text in _SIGNS:
                comparators = frozenset({_SIGNS[other.text]})
            elif other.kind == "sign" and other.text in "~≈∼" and glued | (other.text == "≈"):
                about = about or not (place and self.lexemes[place - 1].kind in ("quantity", "unit"))
            elif other.kind == "sign" and other.text in "-−–" and glued and self._minus(place):
                quantity = quantity._replace(
                    values=tuple(-value for value in quantity.values), start=other.start
                )
            elif known and place == at - 1 and known[0] & BEFORE_UNITS and not units:
                units = known[0]
            elif other.kind in _LIGHT or (other.kind in ("han", "counters") and self.ideographic):
                skipped += 1
            else:
                break
            if other.kind not in _LIGHT and other.kind not in ("han", "counters"):
                lexeme.start = other.start
            place -= 1
        if yearly(quantity._replace(units=units)):
            comparators = comparators | NONE  # “by 2030” is no limit.
        lexeme.data = quantity._replace(comparators=comparators, about=about, every=every, units=units)

    def _up_to(self, place: int) -> None:
        """Tell “10 up to 40”, a range, from “up to 40”, a comparator."""
        before = place - 1
        while before >= 0 and self.lexemes[before].kind in _PASSED:
            before -= 1
        ranged = before >= 0 and self.lexemes[before].kind == "quantity"
        if ranged:
            units = unit_at(self.lexemes, place + 2)
            other: frozenset[str] = self.lexemes[before].data.units
            ranged = not units or not other or bool(units & other)
        self.lexemes[place].kind = "to" if ranged else "comparator"

    def _minus(self, place: int) -> bool:
        """Whether the hyphen at `place` is a minus sign: nothing it could join stands before it."""
        if place == 0:
            return True
        previous = self.lexemes[place - 1]
        if self.ideographic or self.lexemes[place].text == "−":
            return previous.kind not in ("quantity", "taken", "unit", "counters")
        return (
            previous.end < self.lexemes[place].start and previous.kind != "quantity"
        ) or previous.text in "([<>≤≥±"

    def after(self, at: int) -> None:
        """Bind what follows a number: its unit, then comparators that stand behind."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place = at + 1
        quantity = self._half(at, quantity)
        if not quantity.units or quantity.loose:
            place, units, loose = self._unit(at)
            if not units and quantity.group != "decade":
                units, loose = self._unit_before(at), True
            quantity = self._half(place - 1, quantity)
            if units:
                quantity = quantity._replace(units=units - {"="}, loose=loose or "=" in units)
        if self.ideographic and quantity.values == ONE:
            # 1回60分 is “60 minutes each”, 10人に1人 “one in ten”.
            quantity = quantity._replace(certainty=Certainty.PERHAPS)
        quantity, place = self._behind(quantity, place)
        lexeme.data = quantity

    def _unit(self, at: int) -> tuple[int, frozenset[str], bool]:
        """Return where the unit behind the number at `at` ends, the unit, and whether it is loose."""
        place = at + 1
        if self._sign(place, "-‑–") and self._glued(place):
            place += 1
        if self._times_sign(place):
            self._take(place, place + 1)
            return place + 1, frozenset(), False
        found = symbol(self.lexemes, place)
        if found and not (self.lexemes[at].text.isalpha() and found[0] <= {"m", "s", "V", "K", "L", "g"}):
            self._take(place, found[1])
            return found[1], found[0], False
        while (
            place < len(self.lexemes)
            and self.lexemes[place].kind == "taken"
            and self.lexemes[place].data is None
        ):
            place += 1
        if self.ideographic and place < len(self.lexemes) and self.lexemes[place].kind == "rate":
            rate: frozenset[str] = self.lexemes[place].data  # 24時間あたり
            self._take(place, place + 1)
            return place + 1, rate, False
        if place < len(self.lexemes) and self.lexemes[place].kind == "unit":
            self._take(place, place + 1)
            return place + 1, self.lexemes[place].data, False
        # “30 additional minutes”, “20 daily sessions of 2 hours”: look past two words at most.
        for distance in range(3):
            far = at + 1 + distance
            if far >= len(self.lexemes):
                break
            other = self.lexemes[far]
            counted = far + 1 < len(self.lexemes) and self.lexemes[far + 1].kind == "quantity"
            if other.kind == "unit" and other.data & _TIMES and not counted:
                return at + 1, other.data, True
            ordinal = other.kind == "quantity" and other.data.group == "ordinal"
            if other.kind not in _UNSEEN and not ordinal:
                break
        return at + 1, frozenset(), False

    def _unit_before(self, at: int) -> frozenset[str]:
        """Return the unit that “day 29”, “siglo XIX” and الأسابيع الأربعة put before the number."""
        place = at - 1
        while self.semitic and place > 0 and self.lexemes[place].text in ("ال", "الـ"):
            place -= 1
        if place < 0 or self.ideographic or self.lexemes[place].kind != "unit":
            return frozenset()
        counted = self.lexemes[at].kind == "quantity" and self.lexemes[at].data.certainty
        units: frozenset[str] = self.lexemes[place].data
        return units if self.semitic or (counted and units & _TIMES) else frozenset()

    def _half(self, at: int, quantity: Quantity) -> Quantity:
        """Add the half that stands behind a number or its unit: two hours and a half, 2時間半."""
        place = at + 1
        if place < len(self.lexemes) and self.lexemes[place].kind == "and_half" and len(quantity.values) == 1:
            self._take(place, place + 1)
            return quantity._replace(values=(quantity.values[0] + Fraction(1, 2),))
        return quantity

    def _times_sign(self, place: int) -> bool:
        """Whether a sign of multiplication stands at `place`: 3 × 10 mg."""
        following = self.lexemes[place : place + 2]
        return len(following) == 2 and following[0].text in ("×", "x") and following[1].kind == "quantity"

    def _take(self, start: int, end: int) -> None:
        for place in range(start, min(end, len(self.lexemes))):
            self.lexemes[place] = _taken(self.lexemes[place])

    def _behind(self, quantity: Quantity, place: int) -> tuple[Quantity, int]:
        """Bind comparators, “about” and “every” that stand behind the unit."""
        steps = 0
        while place < len(self.lexemes) and steps < 4:
            other = self.lexemes[place]
            free = place + 1 == len(self.lexemes) or self.lexemes[place + 1].kind != "quantity"
            if other.kind == "after" or (other.kind == "either" and free):
                if quantity.comparators == NONE:
                    quantity = quantity._replace(
                        comparators=negated(self.lexemes, place, backward=self.backward)
                    )
                    self._take(place, place + 1)
            elif other.kind == "about_after" or (other.kind == "about_either" and free):
                quantity = quantity._replace(about=True)
                self._take(place, place + 1)
            elif other.kind == "every_after":
                quantity = quantity._replace(every=True)
            elif self._sign(place, "/") and unit_at(self.lexemes, place + 1):
                place += 1  # 2.5 mg/kg or more
            elif other.kind == "sign" and other.text == "+" and self._glued(place):
                quantity = quantity._replace(comparators=frozenset({">", ">="}))
            elif not self.ideographic and self._far_comparator(place):
                place = self._far_comparator(place) - 1  # “2 litres of water at least”
            elif other.kind == "han" and self.ideographic and self._after_follows(place):
                pass  # A measure word that the lexicon does not know: 25語を超える.
            elif other.kind not in ("counters", "fillers", "taken", "unit", "rate") or (
                other.kind == "unit" and steps
            ):
                break
            steps += other.kind not in ("taken",)
            place += 1
        return quantity, place

    def _far_comparator(self, place: int) -> int:
        """Return where a comparator stands behind at most three words from `place`; 0 for none."""
        for far in range(place + 1, min(place + 4, len(self.lexemes))):
            kinds = {lexeme.kind for lexeme in self.lexemes[place:far]}
            closed = far + 1 == len(self.lexemes) or self.lexemes[far + 1].kind != "quantity"
            if (
                self.lexemes[far].kind in ("either", "after")
                and closed
                and kinds <= {"of", "fillers", "word"}
            ):
                return far
        return 0

    def _after_follows(self, place: int) -> bool:
        """Whether a comparator stands right behind at most two characters from `place`."""
        ahead = self.lexemes[place : place + 3]
        kinds = [lexeme.kind for lexeme in ahead]
        return "after" in kinds and set(kinds[: kinds.index("after")]) == {"han"}

    def _sign(self, place: int, signs: str) -> bool:
        return (
            place < len(self.lexemes)
            and self.lexemes[place].kind == "sign"
            and self.lexemes[place].text in signs
        )

    def _glued(self, place: int) -> bool:
        return 0 < place < len(self.lexemes) and self.lexemes[place].start == self.lexemes[place - 1].end


BEFORE_UNITS = frozenset(unit for name in BEFORE for unit in name.split("|"))


def _taken(lexeme: Lexeme) -> Lexeme:
    """Return a lexeme that says its words belong to a quantity already."""
    return Lexeme(
        "taken", lexeme.start, lexeme.end, lexeme.text, lexeme.data if lexeme.kind == "unit" else None
    )

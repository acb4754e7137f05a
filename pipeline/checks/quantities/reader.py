"""Reading a text into quantities: each number with its unit, comparator, rate and role.

The text is visible text (`pipeline.checks.inline`), the language's words come from `words`.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from pipeline.checks.quantities import dates
from pipeline.checks.quantities.lexemes import Lexeme, scan, symbol
from pipeline.checks.quantities.numerals import number_at
from pipeline.checks.quantities.quantity import NONE, Certainty, Quantity
from pipeline.checks.quantities.tokens import fold, tokenize
from pipeline.checks.quantities.units import BEFORE
from pipeline.checks.quantities.words import Ready, ready

_SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "<=": "<=", ">=": ">=", "±": "±"}
_SIGNS |= {"+/-": "±", "+/−": "±", "＜": "<", "＞": ">", "≦": "<=", "≧": ">="}
_ABOUT = "~≈∼〜～"
_DASHES = "-‐‑–—−~〜～∼"
_TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year", "times", "decade"})
_TURNED = {">": "<=", "<": ">="}
_ENDS = ".;:!?。；！？؛؟"
_SPANS = frozenset({"h", "day", "week", "month", "year", "min"})
_LINKS = ",、،/;؛"
_ONE = (Fraction(1),)
_UNSEEN = frozenset({"word", "fillers"})


@lru_cache(maxsize=8192)
def read_quantities(text: str, tag: str) -> tuple[Quantity, ...]:
    """Read all quantities of a visible text in the locale `tag`, in order. Never raises."""
    lexicon = ready(tag.split("_")[0])
    tokens = tokenize(fold(text), spaced_groups=lexicon.spaced_groups)
    if not tokens:
        return ()
    return tuple(_Reader(scan(tokens, lexicon), tag, lexicon).read())


class _Reader:
    """Goes over the lexemes several times, each time binding more of them to the numbers."""

    def __init__(self, lexemes: list[Lexeme], tag: str, lexicon: Ready) -> None:
        self.lexemes = lexemes
        self.tag = tag
        self.ideographic = lexicon.ideographic
        self.backward = tag.startswith("ja")

    def read(self) -> Iterator[Quantity]:
        """Return the quantities in order."""
        dates.mark(self.lexemes)
        self.numbers()
        if not any(lexeme.kind in ("quantity", "rate", "soft_rate") for lexeme in self.lexemes):
            return
        for at, lexeme in enumerate(self.lexemes):
            if lexeme.kind == "quantity":
                self.before(at)
                self.after(at)
        self.lexemes = [lexeme for lexeme in self.lexemes if lexeme.kind != "taken"]
        self.rates()
        self.neighbours()
        for lexeme in self.lexemes:
            if isinstance(lexeme.data, Quantity):
                yield lexeme.data

    def numbers(self) -> None:
        """Replace the lexemes of each number by one of kind `quantity`."""
        merged: list[Lexeme] = []
        at = 0
        while at < len(self.lexemes):
            lexeme = self.lexemes[at]
            found = None if isinstance(lexeme.data, Quantity) else number_at(self.lexemes, at, self.tag)
            if found:
                quantity, end = self._fraction(*found)
                merged.append(Lexeme("quantity", quantity.start, quantity.end, lexeme.text, quantity))
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
        while place >= 0 and skipped < 3:
            other = self.lexemes[place]
            glued = other.end == self.lexemes[place + 1].start
            known = symbol(self.lexemes, place)
            if other.kind == "unit":
                known = other.data, place + 1
            if other.kind == "up_to":
                self._up_to(place)
            if other.kind in ("comparator", "either"):
                comparators = self._negated(other, place) if comparators == NONE else comparators
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
            elif other.kind in ("fillers", "ordinal_before", "to", "of"):
                skipped += 1
            else:
                break
            if other.kind != "fillers":
                lexeme.start = other.start
            place -= 1
        lexeme.data = quantity._replace(comparators=comparators, about=about, every=every, units=units)

    def _up_to(self, place: int) -> None:
        """Tell “10 up to 40”, a range, from “up to 40”, a comparator."""
        previous = [
            lexeme for lexeme in self.lexemes[max(0, place - 3) : place] if lexeme.kind not in _UNSEEN
        ]
        ranged = previous and previous[-1].kind in ("quantity", "taken")
        self.lexemes[place].kind = "to" if ranged else "comparator"

    def _negated(self, comparator: Lexeme, place: int) -> frozenset[str]:
        """Return what a comparator may be, seeing that a “not” in its clause turns it round."""
        signs: frozenset[str] = comparator.data
        turned = {_TURNED[sign] for sign in signs if sign in _TURNED}
        if not turned or len(signs) > 1:
            return signs
        clause = (
            self.lexemes[place + 1 : place + 9]
            if self.backward
            else self.lexemes[max(0, place - 9) : place][::-1]
        )
        for lexeme in clause:
            if lexeme.kind == "negations":
                return signs | turned
            if lexeme.text in _ENDS:
                break
        return signs

    def _minus(self, place: int) -> bool:
        """Whether the hyphen at `place` is a minus sign: nothing it could join stands before it."""
        if place == 0:
            return True
        previous = self.lexemes[place - 1]
        return (
            previous.end < self.lexemes[place].start and previous.kind != "quantity"
        ) or previous.text in "([<>≤≥±"

    def after(self, at: int) -> None:
        """Bind what follows a number: its unit, then comparators that stand behind."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place = at + 1
        if not quantity.units or quantity.loose:
            place, units, loose = self._unit(at)
            if units:
                quantity = quantity._replace(units=units - {"="}, loose=loose or "=" in units)
        if self.ideographic and quantity.values == _ONE and quantity.units & {"times"}:
            # 1回60分 is “60 minutes each”.
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
            if other.kind not in _UNSEEN:
                break
        return at + 1, frozenset(), False

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
                    quantity = quantity._replace(comparators=self._negated(other, place))
                    self._take(place, place + 1)
            elif other.kind == "about_after" or (other.kind == "about_either" and free):
                quantity = quantity._replace(about=True)
                self._take(place, place + 1)
            elif other.kind == "every_after":
                quantity = quantity._replace(every=True)
            elif self._sign(place, "/") and self._unit_at(place + 1):
                place += 1  # 2.5 mg/kg or more
            elif other.kind == "sign" and other.text == "+" and self._glued(place):
                quantity = quantity._replace(comparators=frozenset({">", ">="}))
            elif other.kind not in ("counters", "fillers", "taken", "unit", "rate") or (
                other.kind == "unit" and steps
            ):
                break
            steps += other.kind not in ("taken",)
            place += 1
        return quantity, place

    def _sign(self, place: int, signs: str) -> bool:
        return (
            place < len(self.lexemes)
            and self.lexemes[place].kind == "sign"
            and self.lexemes[place].text in signs
        )

    def _glued(self, place: int) -> bool:
        return 0 < place < len(self.lexemes) and self.lexemes[place].start == self.lexemes[place - 1].end

    def rates(self) -> None:
        """Find “per day”, “a day”, “/day”, “daily”, 毎日, 1日2回."""
        lexemes = self.lexemes
        for at, lexeme in enumerate(lexemes):
            nearby = any(isinstance(other.data, Quantity) for other in lexemes[max(0, at - 4) : at])
            following = lexemes[at + 1] if at + 1 < len(lexemes) else None
            if lexeme.kind in ("rate", "soft_rate"):
                if following and following.kind == "quantity" and _dated(following.data):
                    continue  # “im Jahr 2013” is no rate.
                close = lexeme.kind == "rate" or self._beside(at)
                self._rate(lexeme, lexeme.data, Certainty.WORD if close else Certainty.PERHAPS)
            elif lexeme.kind in ("per", "weak_per", "every") or (
                lexeme.kind == "sign" and lexeme.text == "/"
            ):
                place = at + 1
                while place < len(lexemes) and lexemes[place].kind == "fillers":
                    place += 1
                strong = lexeme.kind in ("per", "every") or nearby
                units = self._unit_at(place)
                if (
                    units
                    and strong
                    and (lexeme.kind != "sign" or (following and following.start == lexeme.end))
                ):
                    self._rate(lexeme, units, Certainty.WORD)
            elif self.ideographic and following:
                self._ideographic_rate(at, lexeme, following)

    def _unit_at(self, place: int) -> frozenset[str]:
        if place >= len(self.lexemes):
            return frozenset()
        if self.lexemes[place].kind == "unit":
            units: frozenset[str] = self.lexemes[place].data
            return units
        found = symbol(self.lexemes, place)
        return found[0] if found else frozenset()

    def _beside(self, at: int) -> bool:
        """Whether a quantity of its own stands next to the lexeme at `at`."""
        around = self.lexemes[max(0, at - 2) : at] + self.lexemes[at + 1 : at + 3]
        return any(
            isinstance(other.data, Quantity) and other.data.group == "number" and other.data.certainty
            for other in around
        )

    def _rate(self, lexeme: Lexeme, units: frozenset[str], certainty: Certainty) -> None:
        lexeme.kind = "rate"
        lexeme.data = Quantity(
            start=lexeme.start,
            end=lexeme.end,
            values=(Fraction(1),),
            units=units,
            certainty=certainty,
            group="rate",
        )

    def _ideographic_rate(self, at: int, lexeme: Lexeme, following: Lexeme) -> None:
        """1日2回 and 每周三次 and 週に3回: a time, then how often or how much."""
        place = at + 1
        while place < len(self.lexemes) and self.lexemes[place].kind in ("weak_per", "fillers"):
            place += 1
        ahead = self.lexemes[place] if place < len(self.lexemes) else following
        if not isinstance(ahead.data, Quantity) or ahead.data.units == {"dom"}:
            return
        quantity = lexeme.data
        once = ahead.data.values == _ONE and "times" in ahead.data.units and following.kind == "weak_per"
        if once and isinstance(quantity, Quantity) and quantity.units & _SPANS and quantity.values != _ONE:
            lexeme.data = quantity._replace(every=True)
            return
        if lexeme.kind == "unit" and lexeme.data & _SPANS and lexeme.end + 2 >= following.start:
            self._rate(lexeme, lexeme.data, Certainty.WORD)
        elif isinstance(quantity, Quantity) and quantity.values == _ONE and quantity.units & _SPANS:
            self._rate(lexeme, quantity.units - {"dom"}, Certainty.WORD)

    def neighbours(self) -> None:
        """Bind numbers to each other: ranges, lists that share a unit, parts of a whole."""
        places = [at for at, lexeme in enumerate(self.lexemes) if lexeme.kind == "quantity"]
        for left, right in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            between = [other for other in self.lexemes[left + 1 : right] if other.kind != "fillers"]
            if len(between) > 2:
                continue
            kinds = [other.kind for other in between]
            first, second = self.lexemes[left], self.lexemes[right]
            if "to" in kinds or (len(between) == 1 and kinds == ["sign"] and between[0].text in _DASHES):
                self._range(first, second)
            elif kinds == ["of"] or "reversed_of" in kinds:
                self._proportion(first, second, turned="reversed_of" in kinds)
            elif all(
                kind == "conjunctions" or (kind == "sign" and other.text in _LINKS)
                for kind, other in zip(kinds, between, strict=True)
            ):
                self._share(first, second)

    def _proportion(self, first: Lexeme, second: Lexeme, *, turned: bool) -> None:
        """12 of 40, and 40人中12人: bind the part to its whole."""
        if first.data.values and second.data.values and not _yearly(second.data):
            roles = ("whole", "part") if turned else ("part", "whole")
            first.data, second.data = first.data._replace(role=roles[0]), second.data._replace(role=roles[1])

    def _share(self, first: Lexeme, second: Lexeme) -> None:
        """Give the first of a list the unit of the second, loosely."""
        if not first.data.units and second.data.units - _OWN and second.data.group == "number":
            first.data = first.data._replace(units=second.data.units, loose=True)

    def _range(self, first: Lexeme, second: Lexeme) -> None:
        if _yearly(first.data) != _yearly(second.data):
            return
        low, high = first.data, second.data
        self._share(first, second)
        if not high.units and low.units:
            high = high._replace(units=low.units, loose=True)
        comparators = low.comparators if low.comparators != NONE else high.comparators
        about = low.about or high.about
        first.data = first.data._replace(role="low", comparators=comparators, about=about)
        second.data = high._replace(role="high", comparators=comparators, about=about)


def _dated(quantity: Quantity) -> bool:
    """Whether a number is a year or a time of day."""
    return _yearly(quantity) or "clock" in quantity.units


def _yearly(quantity: Quantity) -> bool:
    """Whether a number may be a year: four digits without a unit."""
    return (
        len(quantity.values) == 1
        and quantity.end - quantity.start == 4
        and 1500 <= quantity.values[0] < 2100
        and not quantity.units
    )


_OWN = frozenset({"dom", "clock", "month-of-year", "label"})
"""Units that a neighbour does not share."""
BEFORE_UNITS = frozenset(unit for name in BEFORE for unit in name.split("|"))


def _taken(lexeme: Lexeme) -> Lexeme:
    """Return a lexeme that says its words belong to a quantity already."""
    return Lexeme(
        "taken", lexeme.start, lexeme.end, lexeme.text, lexeme.data if lexeme.kind == "unit" else None
    )

"""What stands before a number: sign, currency, comparator, “about”, “every”."""

from operator import is_not

from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity, yearly
from pipeline.checks.quantities.reading.comparing import negated
from pipeline.checks.quantities.reading.dates import CLOCK, DAY_OF_MONTH
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme, symbol, unit_at
from pipeline.checks.quantities.units import BEFORE, SYMBOLS, unlike

SIGNS = {"<": "<", ">": ">", "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "<=": "<=", ">=": ">=", "±": "±"}
SIGNS |= {"+/-": "±", "+/−": "±", "＜": "<", "＞": ">", "≦": "<=", "≧": ">="}
_LIGHT = frozenset({"split", "fillers", "ordinal_before", "to", "of", "between"})
_MEASURES = frozenset({"han", "counters", "rate", "word"})
"""What Chinese and Japanese may put between a comparator and its number: 超过正常值上限的五倍."""
_BOUNDS = frozenset({"comparator", "either"})
_OPEN = frozenset({"to", "up_to", "after_or", "after"})
_AND = ("و", "and ")
"""Beginnings of comparators that look ahead if no number before took them: “… and below 500 µA”."""
_NOUNS = frozenset({"word", "counters", "unit"})
_THAN = (" than", " que", " als", " a", " di", " de", " من")
"""Endings of comparators before which a number may say by how much."""
_PLAIN = ("no ", "not ", *"more less fewer más menos plus moins più meno mais mehr weniger اقل اكثر".split())
"""Beginnings of those that as often begin a bound of their own: one tablet more than …."""
_LESS = frozenset({"menos", "meno", "moins"})
"""Words for “less” that are a minus sign before degrees."""
_DEGREES = frozenset({"°", "°C", "°F"})
_ADDED = frozenset({"word", "after", "comparator", "plain"})
"""What “moins” and “et moins” may have been taken for."""
_FAR = 7
"""So many lexemes behind a number its degrees may stand: from minus five to minus two degrees."""
_STATES = frozenset(
    "higher lower longer shorter larger smaller greater better fewer heavier faster slower".split()
)
"""What compares how things are at two times, where “more” may as well be of the time between."""
_AGO = frozenset("ago earlier before previously later".split())
_ANY = frozenset({"<", "<=", "=", ">=", ">"})
_PLACES = frozenset({"above", "below", "over", "under"})
_OFTEN = frozenset({"once", "twice", "thrice"})
_NOTHING: frozenset[str] = frozenset()
_PASSED = frozenset({"taken", "fillers", "counters", "forenoon", "afternoon"})
_BEFORE_UNITS = frozenset(unit for name in BEFORE for unit in name.split("|"))


class Before:
    """Binds to numbers what stands before them."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits) -> None:
        """Bind in place, one number after the other."""
        self.lexemes = lexemes
        self.habits = habits

    def bind(self, at: int) -> None:
        """Bind what stands before a number: sign, currency, comparator, “about”, “every”."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place, skipped = at - 1, 0
        comparators, about = quantity.comparators, quantity.about
        every, units = quantity.every, quantity.units
        most = 7 if self.habits.ideographic else 4
        while place >= 0 and skipped < most:
            other = self.lexemes[place]
            glued = other.end == self.lexemes[place + 1].start
            known = _NOTHING
            if place == at - 1 and (other.kind == "unit" or other.text in SYMBOLS):
                known = self._unit(place)
            if place == at - 1 and other.kind in _ADDED and self._freezing(place, at):
                quantity = _below(quantity)
                break
            if other.kind == "word" and not known and not (self.habits.ideographic and other.data):
                break  # Most numbers have nothing before them.
            if other.kind in _OPEN:
                self._decide(place)
            if other.kind in ("comparator", "either"):
                if "=" in comparators and comparators != NONE:
                    comparators = comparators | other.data  # “como mínimo hasta los 9 años”
                elif comparators == NONE:
                    comparators, quantity = self._bounded(place, quantity)
            elif other.kind in ("about", "about_either"):
                about = True
            elif other.kind == "every":
                every, quantity = self._every(place, quantity)
            elif other.kind == "percent_before":
                units = frozenset({"%"})
            elif other.kind == "aged" and not units:
                units, quantity = frozenset({"year"}), quantity._replace(loose=True)
            elif other.kind == "sign" and other.text in SIGNS:
                comparators = frozenset({SIGNS[other.text]})
            elif other.kind == "sign" and other.text in "~≈∼〜～" and glued | (other.text == "≈"):
                about = about or not _numeric(self.lexemes, place - 1)
            elif other.kind == "sign" and other.text in "-−–" and glued and self._minus(place):
                quantity = _below(quantity)._replace(start=other.start)
            elif other.kind == "below_zero" and not _numeric(self.lexemes, place - 1):
                quantity = _below(quantity)
            elif known & _BEFORE_UNITS and not units:
                units = known
            elif other.kind in _LIGHT or self._passed(place):
                skipped += 1
            elif self.habits.semitic and place == at - 1 and _single(quantity) and other.kind in _NOUNS:
                place -= 1  # أكثر من شخص واحد
                continue
            else:
                break
            if other.kind not in _LIGHT and other.kind not in _MEASURES and other.kind != "soft_rate":
                lexeme.start = other.start
            place -= 1
        if comparators != NONE and (units in (CLOCK, DAY_OF_MONTH) or yearly(quantity._replace(units=units))):
            comparators = comparators | NONE  # “by 2030” is no limit.
        said = (quantity.comparators, quantity.about, quantity.every, quantity.units)
        if any(map(is_not, (comparators, about, every, units), said)):
            quantity = quantity._replace(comparators=comparators, about=about, every=every, units=units)
        lexeme.data = quantity

    def _passed(self, place: int) -> bool:
        """Whether what stands at `place` may stand before a number: un massimo giornaliero di otto."""
        if self.lexemes[place].kind == "negations":
            return place > 0 and self.lexemes[place - 1].kind == "comparator"  # no supere nunca los 30
        if self.lexemes[place].kind == "soft_rate":
            counted = self.lexemes[place].text.lower().startswith(("a ", "an "))  # “under an hour in nine”
            return place > 0 and self.lexemes[place - 1].kind in _BOUNDS and not counted
        return self.habits.ideographic and self.lexemes[place].kind in _MEASURES

    def _freezing(self, place: int, at: int) -> bool:
        """Whether “moins” right before the number at `at` is a minus sign: et moins six degrés."""
        other = self.lexemes[place]
        joined = other.kind != "word"
        if other.text.lower().split()[-1] not in _LESS or (_numeric(self.lexemes, place - 1) and not joined):
            return False
        return any(unit_at(self.lexemes, far) & _DEGREES for far in range(at + 1, at + _FAR))

    def _then(self, place: int) -> bool:
        """Whether a comparison is with another time: lower than two years ago."""
        if self.lexemes[place].text.lower().split()[0] not in _STATES:
            return False
        return any(other.text in _AGO for other in self.lexemes[place + 2 : place + 5])

    def _every(self, place: int, quantity: Quantity) -> tuple[bool, Quantity]:
        """Return whether the “every” at `place` makes an interval of a number, and the number."""
        if quantity.group == "ordinal" and quantity.values[0] > 2:
            quantity = quantity._replace(certainty=Certainty.WORD)  # “every third session”
        # 每段30分钟 is “30 minutes each”.
        return not (self.habits.ideographic and self.lexemes[place + 1].kind == "counters"), quantity

    def _bounded(self, place: int, quantity: Quantity) -> "tuple[frozenset[str], Quantity]":
        """Return how a comparator bounds the number behind it, and the number."""
        other = self.lexemes[place]
        comparators = negated(self.lexemes, place, backward=self.habits.backward)
        if comparators > other.data:
            quantity = quantity._replace(plainly=other.data)
        if self._measured(place):
            # “4 mmHg lower than the 152 mmHg” is no bound.
            return _ANY, quantity
        if self._then(place):
            return _ANY, quantity
        if other.text in _PLACES and self.lexemes[place + 1].text == "the":
            comparators = comparators | NONE  # “below the eight buttons”
        if self.habits.ideographic and other.text[-1] == "于" and self._by_how_much(place):
            comparators = comparators | NONE | {f"{sign}=" for sign in comparators if sign in "<>"}
        if other.text == "over" and self.lexemes[place + 1].text in _OFTEN:
            comparators = comparators | {"=", ">="}  # “Turn it over twice.”
        if other.text == "Unter":
            comparators = comparators | {"<=", "="}  # “Unter 15-Jährigen” is “among” them.
        return comparators, quantity

    def _by_how_much(self, place: int) -> bool:
        """Whether 高于 names what is passed and then by how much: 高于环境压力1.4 bar."""
        end = place + 1
        while end < len(self.lexemes) and self.lexemes[end].kind in ("han", "counters"):
            end += 1
        return end - place > 2 and end < len(self.lexemes) and self.lexemes[end].kind == "quantity"

    def _measured(self, place: int) -> bool:
        """Whether a number stands right before “lower than”, and says by how much."""
        word = self.lexemes[place].text.lower().removeprefix("ل")
        relative = word.endswith(_THAN) and not word.startswith(_PLAIN)
        if not relative or not _numeric(self.lexemes, place - 1):
            return False
        number = self.lexemes[place - 1]
        if number.kind == "quantity" and not number.data.units:
            return False  # “890,000 younger than 75”
        ahead = next(
            (units for far in range(place + 1, place + 5) if (units := unit_at(self.lexemes, far))), None
        )
        behind = self.lexemes[place - 1].data if self.lexemes[place - 1].kind != "quantity" else None
        return not (ahead and behind and unlike(ahead, behind))  # “28 días por encima de 30 °C”

    def _unit(self, place: int) -> frozenset[str]:
        """Return the unit, if one ends at `place`: a name, €, R$."""
        other = self.lexemes[place]
        if other.kind == "unit":
            units: frozenset[str] = other.data
            return units
        if place and (wide := symbol(self.lexemes, place - 1)) and wide[1] == place + 1:
            return wide[0]
        known = symbol(self.lexemes, place)
        return known[0] if known else frozenset()

    def _decide(self, place: int) -> None:
        """Decide what a form that may be several things is, now that a number stands behind it."""
        other = self.lexemes[place]
        if other.kind == "to" and other.text in "~〜～" and not _numeric(self.lexemes, place - 1):
            other.kind = "sign"
        elif other.kind == "up_to":
            self._up_to(place)
        elif other.kind == "after_or" or (other.kind == "after" and other.text.startswith(_AND)):
            other.kind = "comparator"
        elif other.kind == "after" and other.text.lower().split()[-1] in _PLACES:
            other.kind = "comparator"  # “below 2 A at rest and below 9 A”
            other.data = frozenset(sign for sign in other.data if sign != "<=" and sign != ">=") | NONE

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
        if previous.end == self.lexemes[place].start and previous.text[-1:].isascii():
            return previous.text in ("(", "[", "<", ">", "=", ":", "/", "~")  # COVID-19
        if self.habits.ideographic or self.lexemes[place].text == "−":
            return previous.kind not in ("quantity", "taken", "unit", "counters")
        return (
            previous.end < self.lexemes[place].start and previous.kind != "quantity"
        ) or previous.text in "([<>≤≥±و"


def _below(quantity: Quantity) -> Quantity:
    """Return a number with the other sign."""
    return quantity._replace(values=tuple(-value for value in quantity.values))


def _single(quantity: Quantity) -> bool:
    """Whether a number is the word for one, which Arabic puts behind its noun."""
    return quantity.values == ONE and quantity.certainty is not Certainty.DIGITS


def _numeric(lexemes: list[Lexeme], place: int) -> bool:
    return place >= 0 and lexemes[place].kind in ("quantity", "taken", "unit", "counters")

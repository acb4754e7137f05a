"""Binding numbers to what stands around them: ranges, lists and parts of a whole."""

import itertools
from collections.abc import Iterable, Sequence
from fractions import Fraction

from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity, perhaps, yearly
from pipeline.checks.quantities.reading.dates import CLOCK
from pipeline.checks.quantities.reading.ends import ROUND, always, leap, rising, scaled
from pipeline.checks.quantities.reading.hours import clock, hour, working_hours
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme
from pipeline.checks.quantities.reading.rates import make_rate
from pipeline.checks.quantities.reading.steps import by_steps, dated
from pipeline.checks.quantities.units import CURRENCIES, SYMBOLS, unlike

_COMPARING = frozenset({"comparator", "either"})
_HEDGING = frozenset({"about", "about_either"})
_DASHES = "-‐‑–—−~〜～∼"
_LINKS = ",、،/;؛"
_ENDS = ".;:!?。；：؛؟"
_CLAUSE = 8
"""So many lexemes may stand between two measures that one verb bounds."""
_PEOPLE = frozenset({"人", "名", "例"})
_DEVICES = frozenset({"IU", "U"})
"""The unit of what is called so: units of a device."""
_NOUN = 16
"""So many lexemes may name what a whole and its part count."""
_COUNTABLE = "施病頭匹羽校軒世検株品包袋通人名例位件个個項项处所家只台份枚錠片匹头頭次回组群つ軒かカヶ箇"
"""Measure words of what has parts, as 期 of a phase has none."""
_BEFORE_PART = frozenset({"about", "comparator", "plain"})
_NOUNS = frozenset({"counters", "han", "word", "of", "plain", "negations"})
_AMONG = ("之间", "之間", "间", "の間")
_INSIDE = frozenset({"in", "en", "em", "dans"})
_SCALED = (
    *("ratio", "odds", "نسبة", "razón", "proporción", "rapport", "rapporto", "proporção", "verhältnis"),
    *"dropped fell fallen decreased declined reduced lowered improved down cut shrank".split(),
    *("score", "scores", "grade"),
)
"""Endings of words before a falling range that make it no time of day: from 7 to 4."""
_TIMES = frozenset("s min h day night week month year".split())
_GROWN = frozenset(
    "halved doubled tripled trebled quadrupled doubling tripling trebling halving quadrupling"
    " halve halves double doubles triple triples treble trebles quadruple quadruples".split()
)
_OWN = frozenset({"dom", "clock", "month-of-year", "label"})
"""Units that a neighbour does not share."""


class Binder:
    """Goes over the lexemes once their numbers have units, and binds them to each other."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits) -> None:
        """Begin with what the reader made of the text."""
        self.lexemes = lexemes
        self.habits = habits

    def neighbours(self) -> None:
        """Bind numbers to each other: ranges, lists that share a unit, parts of a whole."""
        places = by_steps(self.lexemes)
        if len(places) < 2:
            return
        gaps = [
            (left, right, [other for other in self.lexemes[left + 1 : right] if other.kind != "fillers"])
            for left, right in itertools.pairwise(places)
        ]
        for left, right, between in reversed(gaps):
            if not between:
                if self.habits.backward and [one.text for one in self.lexemes[left + 1 : right]] == ["に"]:
                    self._day_in(self.lexemes[left], self.lexemes[right])
                continue
            if self.habits.backward and self._one_in(left, right):
                self._proportion(self.lexemes[left], self.lexemes[right], between, turned=True)
                continue
            if between[-1].text == "/" and between[-1].end == self.lexemes[right].start:
                self._over(self.lexemes[left], self.lexemes[right], len(between))
                bare = len(between) == 1 and not self.lexemes[left].data.role
                if bare and not dated(self.lexemes, left, right):
                    _bind(self.lexemes[left], self.lexemes[right], ("top", "bottom"))
            if self.habits.ideographic and self._among(left, right, between):
                self._proportion(self.lexemes[left], self.lexemes[right], between, turned=True)
                continue
            if len(between) > 2:
                continue
            kinds = ["word" if other.kind == "dual" else other.kind for other in between]
            first, second = self.lexemes[left], self.lexemes[right]
            if self._ends_of_range(left, right, kinds, between):
                self._range(first, second, kinds)
            elif (kinds == ["of"] or [other.text for other in between] == ["/"]) and always(
                first.data, second.data
            ):
                first.data = first.data._replace(certainty=Certainty.PERHAPS)
                make_rate(second, ROUND[first.data.units], Certainty.PERHAPS)
            elif (
                kinds == ["of"]
                or "reversed_of" in kinds
                or (self.habits.ideographic and kinds == ["counters", "weak_per"])
                or (sorted(kinds) == ["of", "word"] and _counted(first.data, between))
            ):
                whole = self._past_ordinal(right)
                self._proportion(first, whole, between, turned=kinds != ["of"] and "word" not in kinds)
            elif kinds and all(
                kind == "conjunctions" or other.text in _LINKS
                for kind, other in zip(kinds, between, strict=True)
            ):
                self._share(first, second)
        self._share_bounds(gaps)

    def _past_ordinal(self, right: int) -> Lexeme:
        """Return the number at `right`, or that behind it if it is an ordinal: of the first ten."""
        first, behind = self.lexemes[right], self.lexemes[right + 1 : right + 2]
        counted = bool(behind) and behind[0].kind == "quantity" and behind[0].data.group == "number"
        return behind[0] if first.data.group == "ordinal" and counted else first

    def _ends_of_range(self, left: int, right: int, kinds: Sequence[str], between: Sequence[Lexeme]) -> bool:
        """Whether two numbers are the ends of a range by what stands between them."""
        first, second = self.lexemes[left], self.lexemes[right]
        if first.text.lower() in _GROWN or second.text.lower().startswith("doppel"):
            return False  # “doubled to 20 µg”, “legt auf, doppelt so viele”
        if "to" in kinds and kinds[-1] != "word" and between[0].text != "," and kinds[0] != "conjunctions":
            return not self._of_another(left, right)
        if kinds == ["sign"]:
            return between[0].text in _DASHES and between[0].start < second.start
        return kinds == ["conjunctions"] and self._between(left) and rising(first.data, second.data)

    def _share_bounds(self, gaps: Iterable[tuple[int, int, Sequence[Lexeme]]]) -> None:
        """Bind what a unit, a bound or a verb says of two numbers beside each other to both."""
        for left, right, between in gaps:
            first, second = self.lexemes[left], self.lexemes[right]
            if (
                first.data.loose
                and between
                and all(other.kind == "conjunctions" or other.text in _LINKS for other in between)
            ):
                self._pass_on(first, second)
                _alternate(first, second)
            if (first.data.comparators == NONE) == (second.data.comparators == NONE):
                continue  # Neither has what the other lacks.
            if (
                all(map(_joins, between))
                and any(other.kind == "conjunctions" or other.text in "(（" for other in between)
            ) or self._coordinated(left, right, between):
                _compare_both(first, second)

    def _coordinated(self, left: int, right: int, between: Sequence[Lexeme]) -> bool:
        """Whether one verb may bound both numbers: not exceed 45 dB by day and 38 dB at night."""
        first, second = self.lexemes[left].data, self.lexemes[right].data
        return (
            first.units == second.units
            and bool(first.units)
            and first.group == second.group == "number"
            and len(between) <= _CLAUSE
            and (
                any(other.kind == "conjunctions" for other in between)
                or (self.habits.ideographic and any(other.text in _LINKS for other in between))
            )
            and not any(other.text in _ENDS for other in between)
        )

    def spoken(self) -> None:
        """Mark what languages add without meaning a number: between two doses, 24時間365日."""
        for at, lexeme in enumerate(self.lexemes):
            quantity = lexeme.data
            if lexeme.kind != "quantity" or len(quantity.values) != 1 or quantity.role:
                continue
            if quantity.certainty is Certainty.WORD and quantity.values[0] == 2:
                before = [other.kind for other in self.lexemes[max(0, at - 2) : at]]
                behind = "".join(other.text for other in self.lexemes[at + 1 : at + 8])
                if self.habits.ideographic:  # 在 is “in” as well.
                    apart = "之间" in behind or "の間" in behind
                else:
                    apart = "between" in before
                if apart:
                    lexeme.data = quantity._replace(certainty=Certainty.PERHAPS)
            elif "day" in quantity.units and at and quantity.values[0] == 365:
                before_it = self.lexemes[at - 1].data
                if isinstance(before_it, Quantity) and before_it.units == {"h"}:
                    lexeme.data = quantity._replace(certainty=Certainty.PERHAPS)

    def _pass_on(self, first: Lexeme, second: Lexeme) -> None:
        """Give the second of a list the unit that stands before the first: days 1, 8 and 15."""
        shared = first.data.group == second.data.group == "number"
        if shared and not second.data.units:
            second.data = second.data._replace(units=first.data.units, loose=True)

    def _of_another(self, left: int, right: int) -> bool:
        """Whether a bare number behind a measure counts a noun of its own: onze heures à cinq chirurgiens."""
        first, second = self.lexemes[left].data, self.lexemes[right].data
        noun = self.lexemes[right + 1].kind if right + 1 < len(self.lexemes) else ""
        strict = first.units and not first.loose and not self.habits.ideographic
        return bool(strict and not second.units and noun == "word" and first.values > second.values)

    def _counts(self, number: Lexeme) -> bool:
        """Whether a measure word stands behind a number: 8至4例 are no hours."""
        behind = self.lexemes[self.lexemes.index(number) + 1 :][:1]
        return bool(behind) and behind[0].kind == "counters"

    def _scaled(self, number: Lexeme) -> bool:
        """Whether a word before a number says that it begins a ratio or a fall, no time of day."""
        at = self.lexemes.index(number)
        return any(lexeme.text.lower().endswith(_SCALED) for lexeme in self.lexemes[max(0, at - 4) : at])

    def _over(self, first: Lexeme, second: Lexeme, distance: int) -> None:
        """140/90 mmHg and 30 mL/min/1.73 m²: a comparator before or behind is of the whole."""
        low, high = first.data, second.data
        if distance <= 4 and NONE in (low.comparators, high.comparators):
            comparators = low.comparators if high.comparators == NONE else high.comparators
            first.data = low._replace(comparators=comparators)
            second.data = high._replace(comparators=comparators)

    def _between(self, left: int) -> bool:
        """Whether “between” stands before the number at `left`."""
        before = [lexeme.kind for lexeme in self.lexemes[max(0, left - 5) : left]]
        if "between" in before and self.habits.ideographic:  # 在 is “in” as well.
            behind = "".join(lexeme.text for lexeme in self.lexemes[left + 1 : left + 12])
            return any(word in behind for word in _AMONG)
        return "between" in before

    def _one_in(self, left: int, right: int) -> bool:
        """Whether a measure word and に stand between two numbers, one of them one: 400人に1人."""
        between = self.lexemes[left + 1 : right]
        first, second = self.lexemes[left].data, self.lexemes[right].data
        return (
            len(between) == 2
            and between[0].kind == "counters"
            and between[1].text == "に"
            and not first.units
            and not second.units
            and (
                ONE in (first.values, second.values)
                or between[0].text in _PEOPLE
                or (right + 1 < len(self.lexemes) and self.lexemes[right + 1].text == between[0].text)
            )
            and first.values != second.values
        )

    def _day_in(self, whole: Lexeme, part: Lexeme) -> None:
        """Read 3日に1日, “one day in three”, as the proportion that it is."""
        units = part.data.units & whole.data.units & _TIMES
        if units and part.data.values == ONE and whole.data.values > ONE:
            whole.data = whole.data._replace(units=frozenset())
            part.data = part.data._replace(units=frozenset())
            _bind(whole, part, ("whole", "part"))

    def _among(self, left: int, right: int, between: list[Lexeme]) -> bool:
        """Whether what was counted stands between a whole and its part: 90例の感染のうち4例."""
        marks = [at for at, other in enumerate(between) if other.kind == "reversed_of"]
        if len(marks) != 1 or not 0 < marks[0] < _NOUN or len(between) - marks[0] > 4:
            return False
        noun, rest = between[: marks[0]], between[marks[0] + 1 :]
        return (
            self.lexemes[left].data.group == self.lexemes[right].data.group == "number"
            and (self._device(left) or (noun[0].kind == "counters" and noun[0].text[0] in _COUNTABLE))
            and all(other.kind in _NOUNS for other in noun)
            and all(other.text in "、，有约仅" or other.kind in _BEFORE_PART for other in rest)
        )

    def _device(self, at: int) -> bool:
        """Whether a number counts devices, whose measure word may be a unit: 96台设备."""
        quantity: Quantity = self.lexemes[at].data
        return quantity.loose and quantity.units == _DEVICES

    def _proportion(self, first: Lexeme, second: Lexeme, between: list[Lexeme], *, turned: bool) -> None:
        """12 of 40, and 40人中12人: bind the part to its whole."""
        if turned and second.data.role == "whole":
            return  # 1,248人のうち4人に3人
        whole = first.data if turned else second.data
        if (
            turned
            and any(other.text.startswith("に 対") for other in between)
            and second.data.values > whole.values
        ):
            return  # 30例に対し45例
        counted = not second.data.units or (turned and second.data.loose and second.data.units == _DEVICES)
        bare = not yearly(second.data) and counted and second.data.role in ("", "part", "whole")
        bare = bare and whole.units.isdisjoint({"times"})
        part = second.data if turned else first.data
        if any(0 < value < 1 for value in part.values):
            return  # “two thirds of the 1,500 participants”
        if whole.values == (Fraction(0),) or (not turned and whole.group == "ordinal"):
            return  # “a score of zero”, “trebled in the third quarter”
        if not turned and bare and _measured(first.data, second.data, between):
            return
        if first.data.values and second.data.values and bare:
            roles = ("whole", "part") if turned else ("part", "whole")
            about = first.data.about or second.data.about
            first.data, second.data = first.data._replace(about=about), second.data._replace(about=about)
            _bind(first, second, roles)

    def _share(self, first: Lexeme, second: Lexeme) -> None:
        """Give the first of a list the unit of the second, loosely."""
        if (
            not first.data.units
            and not yearly(first.data)
            and second.data.units - _OWN
            and (second.data.certainty or second.data.values != ONE)  # “two to four, an hour a week”
            and second.data.group == "number"
        ):
            first.data = first.data._replace(units=second.data.units, loose=True)

    def _range(self, first: Lexeme, second: Lexeme, kinds: Sequence[str]) -> None:
        """Bind the ends of a range. `kinds` stand between: “to under 12” has a bound of its own."""
        if yearly(first.data) != yearly(second.data) or first.data.group != second.data.group:
            return
        if second.data.role == "whole" or (second.data.role == "part" and second.data.values == ONE):
            return  # “from one in four to one in ten”, 4人に1人から10人に1人
        if unlike(first.data.units, second.data.units) or leap(first.data, second.data):
            return  # “tres minutos a 5 m”, “by half to 96”
        counted = (self.habits.ideographic and self._counts(second)) or self._scaled(first)
        if not counted and working_hours(first.data, second.data):
            first.data = clock(first.data)  # “from 9 to 5”
            second.data = clock(second.data._replace(values=(second.data.values[0] + 12,)))
        if second.data.units == CLOCK and hour(first.data):
            first.data = clock(first.data)  # 8 bis 17.30 Uhr
        elif first.data.units == CLOCK and hour(second.data):
            second.data = clock(second.data, first.data.values[0])
        if CLOCK in (first.data.units, second.data.units) and not (
            first.data.units | second.data.units <= {"clock", "h"}
        ):
            return  # “10 mg à midi”
        if not first.data.units and second.start < second.data.start and second.data.units & CURRENCIES:
            return  # “by a factor of 2.5 to €1,250”
        low, high = first.data, second.data
        every = low.every or high.every
        self._share(first, second)
        if not high.units and low.units:
            high = high._replace(units=low.units, loose=True)
        below, above = low.comparators, high.comparators
        if self.habits.backward and below == NONE != above:
            below = perhaps(above)  # 14か所から70か所を超える
        elif _COMPARING.isdisjoint(kinds) and NONE in (below, above):
            below = above = below if below != NONE else above
        about = low.about or high.about
        first.data = first.data._replace(
            comparators=below,
            about=low.about if _HEDGING.intersection(kinds) else about,  # von 3 Stunden auf knapp zwei
            every=every,
            values=scaled(low, high),
        )
        second.data = high._replace(comparators=above, about=about, every=every)
        _bind(first, second, ("low", "high"))


def _joins(lexeme: Lexeme) -> bool:
    """Whether what stands between two numbers lets a comparator be of both: or, brackets, “/dL”."""
    return (
        lexeme.kind in ("conjunctions", "rate", "about", "unit")
        or lexeme.text in "()（）/"
        or lexeme.text in SYMBOLS
    )


def _compare_both(first: Lexeme, second: Lexeme) -> None:
    """Let both have the comparator of either: “below 70 mg/dL or 3.9 mmol/L”, 70または3.9未満."""
    if first.data.units and second.data.units and _timed(first.data) != _timed(second.data):
        return  # “plus de 1 kg en une nuit ou 2 kg”
    low, high = first.data.comparators, second.data.comparators
    if low == NONE != high:
        first.data = first.data._replace(comparators=perhaps(high))
    elif high == NONE != low:
        second.data = second.data._replace(comparators=perhaps(low))


def _alternate(first: Lexeme, second: Lexeme) -> None:
    """Let “every” be of both of two numbers: cada 4 o 6 horas."""
    if first.data.every and first.data.loose and first.data.units == second.data.units:
        second.data = second.data._replace(every=True)


def _timed(quantity: Quantity) -> bool:
    """Whether a number is a time."""
    return not quantity.units.isdisjoint(_TIMES)


def _counted(part: Quantity, between: list[Lexeme]) -> bool:
    """Whether “17 women of 40” or “one woman in five”: 17 centres in five countries are no proportion."""
    if part.values == ONE:
        return True
    return bool(part.certainty) and not any(lexeme.text.lower() in _INSIDE for lexeme in between)


def _measured(part: Quantity, whole: Quantity, between: list[Lexeme]) -> bool:
    """Whether what seems a part is none: “a man over 65 in three”, “1,350 in 17 countries”."""
    if not part.values or not whole.values:
        return False
    if part.units and not part.loose:
        return True
    article = whole.values == ONE and not whole.certainty
    inside = between[0].text.lower() in _INSIDE or article
    return part.values[0] > whole.values[0] and inside


def _bind(first: Lexeme, second: Lexeme, roles: tuple[str, str]) -> None:
    """Make two numbers a range or a proportion."""
    bond = first.data.start
    first.data = first.data._replace(role=roles[0], bond=bond)
    second.data = second.data._replace(role=roles[1], bond=bond)

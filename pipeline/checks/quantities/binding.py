"""Binding numbers to what stands around them: rates, ranges, lists and parts of a whole."""

import itertools
from fractions import Fraction

from pipeline.checks.quantities.dates import CLOCK
from pipeline.checks.quantities.lexemes import Habits, Lexeme, unit_at
from pipeline.checks.quantities.quantity import NONE, Certainty, Quantity
from pipeline.checks.quantities.units import CURRENCIES, SYMBOLS

ONE = (Fraction(1),)
_SPANS = frozenset({"h", "day", "week", "month", "year", "min"})
_CALENDAR = frozenset({"day", "week", "month", "year"})
_PASSED = frozenset({"weak_per", "fillers", "comparator", "either", "about", "about_either"})
_SEQUELS = (
    *(
        "pasad",
        "siguient",
        "anterior",
        "scors",
        "successiv",
        "precedent",
        "passad",
        "seguint",
        "derni",
        "suivant",
    ),
    *(
        "précédent",
        "prochain",
        "prossim",
        "próxim",
        "vergangen",
        "folgend",
        "الماضي",
        "التالي",
        "السابق",
        "القادم",
        "نفس",
        "ذات",
        "anschließ",
    ),
)
"""Beginnings of words behind a time that make it that one time, and no rate."""
_SAME = frozenset(
    {"同", "じ", "同じ", "その", "mismo", "même", "stesso", "mesmo", "selben", "gleichen", "same"}
)
_DURING = frozenset(
    "for after within in over of than until during lasts last lasting takes take took".split()
)
"""Words before “a day” that make it the length of time."""
_PREPOSITIONS = ("في", "ب", "ف", *"de |del |da |do |na |no |alla |al |all'|à |au |a la |am |im ".split("|"))
"""Beginnings of rates that may as well say when: “alla settimana 24”."""
_COMPARING = frozenset({"comparator", "either"})
_DASHES = "-‐‑–—−~〜～∼"
_LINKS = ",、،/;؛"


class Binder:
    """Goes over the lexemes once their numbers have units, and binds them to each other."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits) -> None:
        """Begin with what the reader made of the text."""
        self.lexemes = lexemes
        self.habits = habits

    def rates(self) -> None:
        """Find “per day”, “a day”, “/day”, “daily”, 毎日, 1日2回."""
        lexemes = self.lexemes
        concerned = _RATED | {"unit", "quantity"} if self.habits.ideographic else _RATED
        for at, lexeme in enumerate(lexemes):
            if lexeme.kind not in concerned:
                continue
            following = lexemes[at + 1] if at + 1 < len(lexemes) else None
            if isinstance(lexeme.data, Quantity) and lexeme.kind == "rate":
                continue
            if lexeme.kind in ("rate", "soft_rate"):
                if following and following.kind == "quantity":
                    if self.habits.ideographic and self._weekday(at):
                        lexeme.kind, lexeme.data = following.kind, following.data = "word", None
                        continue
                    if _dated(following.data):
                        continue  # “im Jahr 2013” is no rate.
                    if self._numbered(lexeme, following):
                        continue
                if following and following.text.lower().startswith(_SEQUELS) and following.kind == "word":
                    continue  # “respecto al año pasado”
                if at and lexemes[at - 1].text in _SAME:
                    continue  # 同じ日に
                if at and isinstance(lexemes[at - 1].data, Quantity) and _whole(lexemes[at - 1].data, lexeme):
                    lexemes[at - 1].data = lexemes[at - 1].data._replace(certainty=Certainty.PERHAPS)
                    self._rate(lexeme, lexeme.data, Certainty.PERHAPS)
                    continue  # “24 hours a day” is “round the clock”.
                compared = at and (
                    lexemes[at - 1].kind in ("comparator", "either", "about", "about_either")
                    or (lexeme.text[:2] in ("a ", "an") and lexemes[at - 1].text.lower() in _DURING)
                )
                if following and isinstance(following.data, Quantity) and _whole(following.data, lexeme):
                    following.data = following.data._replace(certainty=Certainty.PERHAPS)
                    self._rate(lexeme, lexeme.data, Certainty.PERHAPS)  # 每周7天
                    continue
                close = lexeme.kind == "rate" or (self._beside(at) and not compared)
                soft = lexeme.kind == "soft_rate"
                self._rate(lexeme, lexeme.data, Certainty.WORD if close else Certainty.PERHAPS)
                if compared and soft and isinstance(lexeme.data, Quantity):
                    self._one(lexeme, lexemes[at - 1])
            elif lexeme.kind in ("per", "weak_per", "every") or (
                lexeme.kind == "sign" and lexeme.text == "/"
            ):
                self._per(at, lexeme)
            elif self.habits.ideographic:
                if following and lexeme.kind in ("unit", "quantity"):
                    self._ideographic_rate(at, lexeme, following)
            elif lexeme.kind == "conjunctions" and lexeme.text in _ALSO:
                self._and_per(at)

    def _per(self, at: int, lexeme: Lexeme) -> None:
        """Find the unit behind “per”, and behind it another one: pro kg Körpergewicht und Tag."""
        lexemes = self.lexemes
        place = at + 1
        while (
            place < len(lexemes)
            and lexemes[place].kind == "fillers"
            and lexemes[place].start > lexeme.end  # “/L” has the form of a French article.
        ):
            if lexemes[place].text in _ARTICLES:
                return  # “Per un anno” is for how long.
            place += 1
        near = self._near(at)
        units = unit_at(lexemes, place)
        glued = place < len(lexemes) and lexemes[place].start == lexeme.end
        if not units or (lexeme.kind not in ("per", "every") and not near):
            return
        if lexeme.kind == "sign" and not glued:
            return
        self._rate(lexeme, units, Certainty.WORD if near or units & _SPANS else Certainty.PERHAPS)

    def _and_per(self, at: int) -> None:
        """Find the second unit that one “per” is of: pro kg Körpergewicht und Tag."""
        units = unit_at(self.lexemes, at + 1)
        if not units & _SPANS or isinstance(self.lexemes[at + 1].data, Quantity):
            return
        for before in self.lexemes[max(0, at - 6) : at][::-1]:
            if before.kind in ("per", "rate"):
                self._rate(self.lexemes[at], units, Certainty.WORD)
                self.lexemes[at].end = self.lexemes[at + 1].end
            if before.kind not in ("word", "quantity", "fillers", "unit", "taken"):
                return

    def _weekday(self, at: int) -> bool:
        """每周二 is Tuesday, 每周二次 twice a week."""
        number: Quantity = self.lexemes[at + 1].data
        counted = at + 2 < len(self.lexemes) and self.lexemes[at + 2].kind in ("unit", "counters", "taken")
        bare = not number.units and number.certainty is not Certainty.DIGITS and not counted
        return bare and self.lexemes[at].text.replace(" ", "") in ("每周", "每星期", "每週", "毎週")

    def _numbered(self, lexeme: Lexeme, following: Lexeme) -> bool:
        """في اليوم 29 and “de la semana 4” are no rates: the unit of the number behind."""
        quantity: Quantity = following.data
        bare = not quantity.units and (quantity.certainty is Certainty.DIGITS or quantity.group == "ordinal")
        if bare and lexeme.text.lower().startswith(_PREPOSITIONS):
            following.data = quantity._replace(units=lexeme.data, loose=True)
            return True
        return False

    def _one(self, lexeme: Lexeme, comparator: Lexeme) -> None:
        """“More than an hour” compares with one hour; it says nothing of every hour."""
        signs = comparator.data if comparator.kind in ("comparator", "either") else NONE
        lexeme.data = lexeme.data._replace(
            certainty=Certainty.PERHAPS, group="number", comparators=signs or NONE
        )

    def _near(self, at: int) -> bool:
        """Whether a quantity stands shortly before the lexeme at `at`."""
        return any(isinstance(other.data, Quantity) for other in self.lexemes[max(0, at - 4) : at])

    def _beside(self, at: int) -> bool:
        """Whether a quantity of its own stands next to the lexeme at `at`."""
        # Chinese and Japanese put a rate right before what it counts.
        reach = 1 if self.habits.ideographic else 3
        around = self.lexemes[max(0, at - reach) : at]
        if not self.lexemes[at].text.lower().startswith(_PREPOSITIONS):
            around = around + self.lexemes[at + 1 : at + 1 + min(reach, 2)]
        return any(
            isinstance(other.data, Quantity) and other.data.group == "number" and other.data.certainty
            for other in around
        )

    def _rate(self, lexeme: Lexeme, units: frozenset[str], certainty: Certainty) -> None:
        if units <= {"times"} or "night" in units:
            return  # “Five at a time” says no more than “five each time”.
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
        while place < len(self.lexemes) and self.lexemes[place].kind in _PASSED:
            place += 1
        if following.text == "に":
            while place < min(at + 6, len(self.lexemes)) and self.lexemes[place].kind in ("han", "rate"):
                place += 1
        passed = {other.text for other in self.lexemes[at + 1 : place]}
        if not passed.isdisjoint(("で", "から")) or (at and self.lexemes[at - 1].text in _SAME):
            return  # 最初の1年で1.2から
        ahead = self.lexemes[place] if place < len(self.lexemes) else following
        ordinal = isinstance(lexeme.data, Quantity) and lexeme.data.group == "ordinal"
        if ordinal or not isinstance(ahead.data, Quantity) or ahead.data.units in ({"dom"}, CLOCK):
            return
        quantity = lexeme.data
        once = ahead.data.values == ONE and "times" in ahead.data.units and following.kind in _PASSED
        if once and isinstance(quantity, Quantity) and quantity.units & _SPANS and quantity.values != ONE:
            lexeme.data = quantity._replace(every=True)
            return
        if lexeme.kind == "unit" and lexeme.data & _CALENDAR and lexeme.end + 2 >= following.start:
            self._rate(lexeme, lexeme.data, Certainty.WORD)
        elif isinstance(quantity, Quantity) and quantity.values == ONE and quantity.units & _SPANS:
            self._rate(lexeme, quantity.units - {"dom"}, Certainty.WORD)

    def neighbours(self) -> None:
        """Bind numbers to each other: ranges, lists that share a unit, parts of a whole."""
        places = [at for at, lexeme in enumerate(self.lexemes) if lexeme.kind == "quantity"]
        if len(places) < 2:
            return
        for left, right in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            between = [other for other in self.lexemes[left + 1 : right] if other.kind != "fillers"]
            if not between:
                continue
            if between[-1].text == "/" and between[-1].end == self.lexemes[right].start:
                self._over(self.lexemes[left], self.lexemes[right], len(between))
                if len(between) == 1 and not self.lexemes[left].data.role:
                    _bind(self.lexemes[left], self.lexemes[right], ("top", "bottom"))
            if len(between) > 2:
                continue
            kinds = ["word" if other.kind == "dual" else other.kind for other in between]
            first, second = self.lexemes[left], self.lexemes[right]
            if (
                "to" in kinds
                or (len(between) == 1 and kinds == ["sign"] and between[0].text in _DASHES)
                or (kinds == ["conjunctions"] and self._between(left) and _rising(first.data, second.data))
            ):
                self._range(first, second, apart=not _COMPARING.isdisjoint(kinds))
            elif (kinds == ["of"] or [other.text for other in between] == ["/"]) and _always(
                first.data, second.data
            ):
                first.data = first.data._replace(certainty=Certainty.PERHAPS)
                self._rate(second, _ROUND[first.data.units], Certainty.PERHAPS)
            elif (
                kinds == ["of"]
                or "reversed_of" in kinds
                or (self.habits.ideographic and kinds == ["counters", "weak_per"])
                or (sorted(kinds) == ["of", "word"] and _counted(first.data, between))
            ):
                self._proportion(first, second, turned=kinds != ["of"] and "word" not in kinds)
            elif kinds and all(
                kind == "conjunctions" or other.text in _LINKS
                for kind, other in zip(kinds, between, strict=True)
            ):
                self._share(first, second)

        for left, right in itertools.pairwise(places):
            between = [other for other in self.lexemes[left + 1 : right] if other.kind != "fillers"]
            if between and all(other.kind == "conjunctions" or other.text in _LINKS for other in between):
                self._pass_on(self.lexemes[left], self.lexemes[right])
            either = any(other.kind == "conjunctions" or other.text in "(（" for other in between)
            if either and all(_joins(other) for other in between):
                _compare_both(self.lexemes[left], self.lexemes[right])

    def spoken(self) -> None:
        """Mark what languages add without meaning a number: between two doses, 24時間365日."""
        for at, lexeme in enumerate(self.lexemes):
            quantity = lexeme.data
            if lexeme.kind != "quantity" or len(quantity.values) != 1 or quantity.role:
                continue
            if quantity.values[0] == 2 and quantity.certainty is Certainty.WORD:
                before = [other.kind for other in self.lexemes[max(0, at - 2) : at]]
                behind = "".join(other.text for other in self.lexemes[at + 1 : at + 8])
                if "between" in before or (
                    self.habits.ideographic and ("之间" in behind or "の間" in behind)
                ):
                    lexeme.data = quantity._replace(certainty=Certainty.PERHAPS)
            elif quantity.values[0] == 365 and "day" in quantity.units and at:
                before_it = self.lexemes[at - 1].data
                if isinstance(before_it, Quantity) and before_it.units == {"h"}:
                    lexeme.data = quantity._replace(certainty=Certainty.PERHAPS)

    def _pass_on(self, first: Lexeme, second: Lexeme) -> None:
        """Give the second of a list the unit that stands before the first: days 1, 8 and 15."""
        if first.data.loose and not second.data.units and second.data.group == "number":
            second.data = second.data._replace(units=first.data.units, loose=True)

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
        return "between" in before

    def _proportion(self, first: Lexeme, second: Lexeme, *, turned: bool) -> None:
        """12 of 40, and 40人中12人: bind the part to its whole."""
        whole = first.data if turned else second.data
        bare = not yearly(second.data) and not second.data.units and second.data.role in ("", "part", "whole")
        bare = bare and whole.units.isdisjoint({"times"})
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
            and second.data.group == "number"
        ):
            first.data = first.data._replace(units=second.data.units, loose=True)

    def _range(self, first: Lexeme, second: Lexeme, *, apart: bool) -> None:
        """Bind the ends of a range. `apart`: the high one has a comparator of its own: to under 12."""
        if yearly(first.data) != yearly(second.data) or first.data.group != second.data.group:
            return
        if second.data.units == CLOCK and _hour(first.data):
            first.data = _clock(first.data)  # 8 bis 17.30 Uhr
        elif first.data.units == CLOCK and _hour(second.data):
            second.data = _clock(second.data)
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
        if not apart:
            below = above = below if below != NONE else above
        about = low.about or high.about
        first.data = first.data._replace(
            comparators=below, about=about, every=every, values=_scaled(low, high)
        )
        second.data = high._replace(comparators=above, about=about, every=every)
        _bind(first, second, ("low", "high"))


_RATED = frozenset({"rate", "soft_rate", "per", "weak_per", "every", "sign", "conjunctions"})
"""Kinds of which a rate is made."""
_ARTICLES = frozenset({"un", "una", "uno", "um", "uma"})
_ALSO = frozenset({"und", "y", "e", "et", "and"})
_ROUND = {frozenset({"h"}): frozenset({"day"}), frozenset({"day"}): frozenset({"week"})}


def _always(first: Quantity, second: Quantity) -> bool:
    """Whether two numbers say “round the clock”: 24 heures sur 24, 7 giorni su 7."""
    return first.units in _ROUND and first.values == second.values and (not second.units or second.loose)


def _rising(low: Quantity, high: Quantity) -> bool:
    """Whether the second number is the greater: “between 1 in 100 and 1 in 1,000” is no range."""
    return not low.values or not high.values or low.values[0] < high.values[0] or bool(low.units)


def _joins(lexeme: Lexeme) -> bool:
    """Whether what stands between two numbers lets a comparator be of both: or, brackets, “/dL”."""
    return (
        lexeme.kind in ("conjunctions", "rate", "about", "unit")
        or lexeme.text in "()（）/"
        or lexeme.text in SYMBOLS
    )


def _compare_both(first: Lexeme, second: Lexeme) -> None:
    """Let both have the comparator of either: “below 70 mg/dL or 3.9 mmol/L”, 70または3.9未満."""
    low, high = first.data.comparators, second.data.comparators
    if low == NONE != high:
        first.data = first.data._replace(comparators=high | NONE)
    elif high == NONE != low:
        second.data = second.data._replace(comparators=low | NONE)


def _hour(quantity: Quantity) -> bool:
    """Whether a bare number may be an hour of the day."""
    value = quantity.values[0] if quantity.values else Fraction(1, 2)
    return not quantity.units and value.denominator == 1 and 0 <= value <= 24


def _clock(quantity: Quantity) -> Quantity:
    minutes = quantity.values[0] % 24 * 60
    return quantity._replace(values=(minutes, (minutes + 720) % 1440), units=CLOCK)


def _whole(quantity: Quantity, rate: Lexeme) -> bool:
    """Whether a time is the whole of the unit of a rate: 24 hours a day, 7 days a week."""
    hours = quantity.values == (Fraction(24),) and quantity.units == {"h"} and "day" in rate.data
    days = quantity.values == (Fraction(7),) and quantity.units == {"day"} and "week" in rate.data
    return hours or days or (quantity.values == (Fraction(365),) and "day" in quantity.units)


def _scaled(low: Quantity, high: Quantity) -> tuple[Fraction, ...]:
    """Return what the low end may be worth: in “1.2 to 1.8 million” it shares the scale."""
    if len(low.values) == 1 == len(high.values) and 0 < low.values[0] < 1000 and high.values[0] >= 10**6:
        scale = next(scale for scale in (10**12, 10**9, 10**6) if high.values[0] >= scale)
        return (low.values[0] * scale, low.values[0])
    return low.values


def _counted(part: Quantity, between: list[Lexeme]) -> bool:
    """Whether “17 women of 40” or “one woman in five”: 17 centres in five countries are no proportion."""
    if part.values == ONE:
        return True
    return bool(part.certainty) and not any(
        lexeme.text.lower() in ("in", "en", "em", "dans") for lexeme in between
    )


def _bind(first: Lexeme, second: Lexeme, roles: tuple[str, str]) -> None:
    """Make two numbers a range or a proportion."""
    bond = first.data.start
    first.data = first.data._replace(role=roles[0], bond=bond)
    second.data = second.data._replace(role=roles[1], bond=bond)


def _dated(quantity: Quantity) -> bool:
    """Whether a number is a year or a time of day."""
    return yearly(quantity) or "clock" in quantity.units


def yearly(quantity: Quantity) -> bool:
    """Whether a number may be a year: four digits without a unit."""
    return (
        len(quantity.values) == 1
        and quantity.end - quantity.start == 4
        and 1500 <= quantity.values[0] < 2100
        and not quantity.units
    )


_OWN = frozenset({"dom", "clock", "month-of-year", "label"})
"""Units that a neighbour does not share."""

"""Rates: “per day”, “a day”, “/day”, “daily”, 毎日, 1日2回."""

from collections.abc import Sequence
from fractions import Fraction

from pipeline.checks.quantities.lexicon.times import SAME, SEQUELS
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity, yearly
from pipeline.checks.quantities.reading.comparing import negated
from pipeline.checks.quantities.reading.dates import CLOCK
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme, unit_at

_SPANS = frozenset({"s", "h", "day", "week", "month", "year", "min"})
_CALENDAR = frozenset({"day", "week", "month", "year"})
_PASSED = frozenset({"weak_per", "fillers", "comparator", "either", "about", "about_either"})
_HOURS, _DAYS, _YEAR = (Fraction(24),), (Fraction(7),), (Fraction(365),)
"""How many are a day, a week and a year."""
_ENDS = frozenset(".;!?。；！？؛؟")
_DURING = frozenset(
    "for after within in over of than until during lasts last lasting takes take took".split()
)
"""Words before “a day” that make it the length of time."""
_LENGTHS = frozenset("apart ago later earlier longer shorter sooner more less long old".split())
"""Words behind “a day” that do the same."""
_BEHIND = frozenset({"after", "either"})
"""Kinds of what bounds “a day” from behind: a day or more."""
_PREPOSITIONS = (
    "في",
    "لل",
    "ب",
    "ف",
    *"de |del |da |do |na |no |alla |al |all'|à |au |a la |à la |la |il |am |im ".split("|"),
)
"""Beginnings of rates that may as well say when: “alla settimana 24”."""
_RATED = frozenset(
    {"raised", "every_after", "rate", "soft_rate", "per", "weak_per", "every", "sign", "conjunctions"}
)
"""Kinds of which a rate is made."""
_ARTICLES = frozenset({"un", "una", "uno", "um", "uma"})
_BOUNDS = frozenset({"comparator", "either"})
_SMALLER = frozenset({"s", "min", "day", "week", "month"})
_SECOND = frozenset({"s"})
_LATER = frozenset("later earlier ago afterwards beforehand before after".split())
"""What makes one time of “a week”."""
_DATED = ({"dom"}, CLOCK, {"month-of-year"})
_NAMED = frozenset("前次当本初翌同昨明今休祝平")
"""What makes one day or year of a unit: 初日は2回."""
_WITHIN_HOURS, _HOURS_LONG = frozenset({"min", "s"}), frozenset({"h", "min"})
_CASES = frozenset("はがをも")
"""Particles behind a time that is not said to come again: 3日間は1回5 mg."""
_EACH_TIME = frozenset({"times", "="})
_ALSO = frozenset({"und", "y", "e", "et", "and"})


class Rates:
    """Goes over the lexemes once their numbers have units, and finds the rates."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits) -> None:
        """Begin with what the reader made of the text."""
        self.lexemes = lexemes
        self.habits = habits

    def find(self) -> None:
        """Find “per day”, “a day”, “/day”, “daily”, 毎日, 1日2回."""
        lexemes = self.lexemes
        concerned = _RATED | {"unit", "quantity"} if self.habits.ideographic else _RATED
        for at, lexeme in enumerate(lexemes):
            if lexeme.kind not in concerned:
                continue
            following = lexemes[at + 1] if at + 1 < len(lexemes) else None
            if isinstance(lexeme.data, Quantity) and lexeme.kind == "rate":
                continue
            if lexeme.kind == "every_after" and lexeme.data:
                lexeme.kind = "soft_rate"  # Without a number before it, “hourly” is “every hour”.
            if lexeme.kind in ("rate", "soft_rate"):
                self._told(at, lexeme, following)
            elif lexeme.kind in ("per", "weak_per", "every") or (
                lexeme.kind == "sign" and lexeme.text == "/"
            ):
                self._per(at, lexeme)
            elif lexeme.kind == "raised":
                if lexeme.text == "⁻¹" and (units := at and unit_at(lexemes, at - 1)):
                    make_rate(lexeme, units, Certainty.WORD)  # mg·kg⁻¹·h⁻¹
            elif self.habits.ideographic:
                if following and lexeme.kind in ("unit", "quantity"):
                    self._ideographic_rate(at, lexeme, following)
            elif lexeme.kind == "conjunctions" and lexeme.text in _ALSO:
                self._and_per(at)

    def _told(self, at: int, lexeme: Lexeme, following: Lexeme | None) -> None:
        """Make one word or phrase a rate, unless what stands around it makes it something else."""
        lexemes = self.lexemes
        if following and following.kind == "quantity":
            if self.habits.ideographic and self._weekday(at):
                lexeme.kind, lexeme.data = following.kind, following.data = "word", None
                return
            if _dated(following.data):
                return  # “im Jahr 2013” is no rate.
            if self._numbered(lexeme, following):
                return
        if following and following.text.lower().startswith(SEQUELS) and following.kind == "word":
            return  # “respecto al año pasado”
        if at and lexemes[at - 1].text in SAME and lexeme.text[0] not in "每毎":
            return  # 同じ日に
        if at and isinstance(lexemes[at - 1].data, Quantity) and _whole(lexemes[at - 1].data, lexeme):
            lexemes[at - 1].data = lexemes[at - 1].data._replace(certainty=Certainty.PERHAPS)
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
            return  # “24 hours a day” is “round the clock”.
        if lexeme.kind == "soft_rate" and following and following.text in _LATER:
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
            if isinstance(lexeme.data, Quantity):
                self._one(lexeme, max(0, at - 1))  # “a week later”
            return
        compared = at and (
            lexemes[at - 1].kind in ("comparator", "either", "up_to", "about", "about_either")
            or (lexeme.text[:2] in ("a ", "an") and lexemes[at - 1].text.lower() in _DURING)
        )
        if compared and lexeme.text.isalpha() and lexemes[at - 1].kind in _BOUNDS:
            compared = not self._beside(at)  # “un massimo giornaliero di otto”
        if following and isinstance(following.data, Quantity) and _whole(following.data, lexeme):
            following.data = following.data._replace(certainty=Certainty.PERHAPS)
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)  # 每周7天
            return
        if lexeme.kind == "soft_rate" and following and following.kind in ("rate", "soft_rate"):
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
            if isinstance(lexeme.data, Quantity):
                lexeme.data = lexeme.data._replace(group="number")  # “an hour a day”
                if at and lexemes[at - 1].kind in ("comparator", "either"):
                    self._one(lexeme, at - 1)  # “at least an hour a day”
            return
        if lexeme.text.startswith("في ") and not self._near(at):
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
            return  # “the coldest hour of the night”
        if lexeme.text.lower().startswith("of the "):
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
            return  # “five days of the week”
        if self._and_more(at) or self._ends_range(at) or self._measures(lexeme, at, following):
            return
        close = lexeme.kind == "rate" or (self._beside(at) and not compared)
        soft = lexeme.kind == "soft_rate"
        make_rate(lexeme, lexeme.data, Certainty.WORD if close else Certainty.PERHAPS)
        if compared and soft and isinstance(lexeme.data, Quantity):
            self._one(lexeme, at - 1)

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
        if lexeme.kind == "per" and near and not units and (far := self._far_unit(place)):
            make_rate(lexeme, far, Certainty.PERHAPS)
            return
        glued = place < len(lexemes) and lexemes[place].start == lexeme.end
        if not units or (lexeme.kind not in ("per", "every") and not near):
            return
        if lexeme.kind == "sign" and not glued:
            return
        ahead = lexemes[place + 1].data if place + 1 < len(lexemes) else None
        if (
            isinstance(ahead, Quantity)
            and ahead.loose
            and ahead.units == units
            and lexeme.text.startswith("i")
        ):
            return  # “in der Woche 36”
        further = lexeme.kind == "every" and place > at + 1 and not near  # “each additional year adds 2%”
        sure = (near or units & _SPANS) and not further
        make_rate(lexeme, units, Certainty.WORD if sure else Certainty.PERHAPS)

    def _far_unit(self, place: int) -> frozenset[str]:
        """Return the time that adjectives stand before: per quality-adjusted life year."""
        for other in self.lexemes[place : place + 5]:
            if other.kind == "unit" and other.data & _CALENDAR:
                units: frozenset[str] = other.data
                return units
            if other.kind != "word" and other.text != "-":
                break
        return frozenset()

    def _and_per(self, at: int) -> None:
        """Find the second unit that one “per” is of: pro kg Körpergewicht und Tag."""
        units = unit_at(self.lexemes, at + 1)
        if not units & _SPANS or isinstance(self.lexemes[at + 1].data, Quantity):
            return
        for before in self.lexemes[max(0, at - 6) : at][::-1]:
            if before.kind in ("per", "rate"):
                make_rate(self.lexemes[at], units, Certainty.WORD)
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

    def _one(self, lexeme: Lexeme, place: int) -> None:
        """“More than an hour” compares with one hour; it says nothing of every hour."""
        compared = self.lexemes[place].kind in ("comparator", "either", "up_to") and not self._then(place)
        signs = negated(self.lexemes, place, backward=self.habits.backward) if compared else NONE
        lexeme.data = lexeme.data._replace(
            certainty=Certainty.PERHAPS, group="number", comparators=signs or NONE
        )

    def _then(self, place: int) -> bool:
        """Whether “than a year ago” at `place` names when: five points more, lower than a year ago."""
        text = self.lexemes[place].text.lower()
        if not text.endswith(" than") or not any(
            one.text in _LATER for one in self.lexemes[place + 2 : place + 3]
        ):
            return False
        before = self.lexemes[place - 1] if place else None
        amount = before is not None and isinstance(before.data, Quantity) and bool(before.data.units)
        return amount or not text.startswith(("more", "less", "later", "no ", "not ", "longer"))

    def _near(self, at: int) -> bool:
        """Whether a quantity stands shortly before the lexeme at `at`."""
        return any(isinstance(other.data, Quantity) for other in self.lexemes[max(0, at - 4) : at])

    def _and_more(self, at: int) -> bool:
        """Make “an hour” at `at` a number where a smaller time is added to it; whether one is."""
        lexeme, ahead = self.lexemes[at], self.lexemes[at + 1 : at + 3]
        if lexeme.kind != "soft_rate" or len(ahead) < 2 or ahead[0].kind != "conjunctions":
            return False
        if not isinstance(ahead[1].data, Quantity) or not ahead[1].data.units & _SMALLER:
            return False
        make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
        self._one(lexeme, at)
        return True

    def _ends_range(self, at: int) -> bool:
        """Make “a minute” at `at` a number where it ends a range: 30 seconds to a minute."""
        lexeme, before = self.lexemes[at], self.lexemes[max(0, at - 2) : at]
        if lexeme.kind != "soft_rate" or lexeme.text[:2].lower() not in ("a ", "an") or len(before) < 2:
            return False
        low = before[0].data
        if before[1].kind not in ("to", "conjunctions") or not isinstance(low, Quantity):
            return False
        if not low.units & _SPANS or low.group != "number":
            return False
        make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
        self._one(lexeme, at - 1)
        return True

    def _measures(self, lexeme: Lexeme, at: int, following: Lexeme | None) -> bool:
        """Make “a minute” at `at` a number before “apart” and its like; whether it is one."""
        if lexeme.text[:2].lower() not in ("a ", "an") or not following:
            return False
        if following.text not in _LENGTHS and following.kind not in _BEHIND:
            return False
        make_rate(lexeme, lexeme.data, Certainty.PERHAPS)
        self._one(lexeme, at)
        lexeme.data = lexeme.data._replace(every=following.text == "apart")
        if following.kind in _BEHIND and following.text not in _LENGTHS:
            lexeme.data = lexeme.data._replace(comparators=following.data)
        return True

    def _beside(self, at: int) -> bool:
        """Whether a quantity of its own stands next to the lexeme at `at`."""
        # Chinese and Japanese put a rate right before what it counts.
        reach = 1 if self.habits.ideographic else 3
        around = self.lexemes[max(0, at - reach) : at]
        if not self.lexemes[at].text.lower().startswith(_PREPOSITIONS):
            around = around + self.lexemes[at + 1 : at + 1 + min(reach, 2)]
        if any(other.text in _ENDS for other in around):
            around = self._within(at, around)
        return any(
            isinstance(other.data, Quantity)
            and other.data.group == "number"
            and other.data.certainty
            and (other.data.units or self.lexemes[at].data != _SECOND)  # “in the second” group
            for other in around
        )

    def _within(self, at: int, around: Sequence[Lexeme]) -> list[Lexeme]:
        """Return those of `around` that stand in the sentence of the lexeme at `at`."""
        here = self.lexemes[at].start
        ends = [other.start for other in around if other.text in _ENDS]
        first, last = (
            max([end for end in ends if end < here], default=-1),
            min([end for end in ends if end > here], default=None),
        )
        return [other for other in around if other.start > first and (last is None or other.start < last)]

    def _ideographic_rate(self, at: int, lexeme: Lexeme, following: Lexeme) -> None:
        """1日2回 and 每周三次 and 週に3回: a time, then how often or how much."""
        place = at + 1
        while place < len(self.lexemes) and self.lexemes[place].kind in _PASSED:
            place += 1
        if following.text == "に":
            while place < min(at + 6, len(self.lexemes)) and self.lexemes[place].kind in ("han", "rate"):
                place += 1
        passed = {other.text for other in self.lexemes[at + 1 : place]}
        if at and lexeme.kind == "unit" and self.lexemes[at - 1].text in _NAMED:
            return  # 前年の2倍
        if _adds_minutes(lexeme.data, following.data):
            return  # 1時間15分
        if not passed.isdisjoint(("で", "から")) or (at and self.lexemes[at - 1].text in SAME):
            return  # 最初の1年で1.2から
        ahead = self.lexemes[place] if place < len(self.lexemes) else following
        ordinal = isinstance(lexeme.data, Quantity) and lexeme.data.group == "ordinal"
        if ordinal or not isinstance(ahead.data, Quantity) or ahead.data.units in _DATED:
            return
        quantity = lexeme.data
        once = ahead.data.values == ONE and "times" in ahead.data.units and following.kind in _PASSED
        behind = self.lexemes[place + 1].text if place + 1 < len(self.lexemes) else ""
        once = once and following.text not in _CASES and behind != "も"  # 2年間に一度も
        if once and isinstance(quantity, Quantity) and quantity.units & _SPANS and quantity.values != ONE:
            lexeme.data = quantity._replace(every=True)
            return
        if lexeme.kind == "unit" and lexeme.data & _CALENDAR and lexeme.end + 2 >= following.start:
            # 夜間は38 dB is “at night”, not every night.
            make_rate(lexeme, lexeme.data, Certainty.PERHAPS if "=" in lexeme.data else Certainty.WORD)
        elif isinstance(quantity, Quantity) and quantity.values == ONE and quantity.units & _SPANS:
            make_rate(lexeme, quantity.units - {"dom"}, Certainty.WORD)


def _adds_minutes(one: object, other: object) -> bool:
    """Whether a time of minutes follows one of hours, and is added to it."""
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return one.units <= _HOURS_LONG and bool(other.units) and other.units <= _WITHIN_HOURS


def make_rate(lexeme: Lexeme, units: frozenset[str], certainty: Certainty) -> None:
    """Make a lexeme a rate of one unit, unless it is one that says nothing."""
    if "day" in units:
        units = units - {"night"}  # 一晩に
    if units <= _EACH_TIME or "night" in units:
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


def _whole(quantity: Quantity, rate: Lexeme) -> bool:
    """Whether a time is the whole of the unit of a rate: 24 hours a day, 7 days a week."""
    hours = quantity.units == {"h"} and "day" in rate.data and quantity.values == _HOURS
    days = quantity.units == {"day"} and "week" in rate.data and quantity.values == _DAYS
    return hours or days or ("day" in quantity.units and quantity.values == _YEAR)


def _dated(quantity: Quantity) -> bool:
    """Whether a number is a year or a time of day."""
    return yearly(quantity) or "clock" in quantity.units

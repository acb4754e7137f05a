"""Dates and times of day: found before other numbers, so that no day is taken for a count."""

import re
from fractions import Fraction

from pipeline.checks.quantities.quantity import Certainty, Quantity
from pipeline.checks.quantities.reading.lexemes import Lexeme, lexeme_at, unit_at
from pipeline.checks.quantities.reading.minutes import minutes_behind
from pipeline.checks.quantities.reading.numbers import han, read_number

DAY_OF_MONTH = frozenset({"dom"})
MONTH = frozenset({"month-of-year"})
CLOCK = frozenset({"clock"})
_DATED = frozenset({"month", "past", "numeral", "number", "ordinal"})
"""Kinds of lexemes with which a date or a time begins."""
_NUMERIC = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def mark(lexemes: list[Lexeme], tag: str) -> None:
    """Turn the parts of dates and times into quantities, in place."""
    for at, lexeme in enumerate(lexemes):
        kind = lexeme.kind
        if kind not in _DATED:
            continue
        if kind == "month":
            if tag[:2] != "en" or lexeme.text[:1].isupper():
                _month(lexemes, at)
            else:
                lexeme.kind = "word"  # “Nobody under 18 may enter.”
        elif kind == "past":
            _past(lexemes, at)
        elif kind == "numeral":
            _han_hour(lexemes, at)
        elif kind in ("number", "ordinal"):
            if lexeme.data is not None:
                _spoken(lexemes, at)
            elif lexeme.text == "24" and [other.text for other in lexemes[at + 1 : at + 3]] == ["/", "7"]:
                _always(lexemes, at)
            elif _beside(lexemes, at) and not _iso(lexemes, at, tag):
                _time(lexemes, at, tag)
                _ideographic(lexemes, at)


_POINTED = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
"""17.30 is a time of day where a point divides no decimals."""


def _hourly(lexemes: list[Lexeme], at: int, tag: str) -> bool:
    """Whether the number at `at` is an hour: it is no other number, or “o'clock” stands near it."""
    near = lexemes[max(0, at - 4) : at + 4]
    behind = lexemes[at + 1 : at + 3]
    if len(behind) == 2 and behind[0].text == "م" and behind[1].text[:1] == "/":
        return False  # م/ث is metres per second.
    spoken = any(lexeme.kind in _HALVES for lexeme in near) or not read_number(lexemes[at].text, tag).values
    measured = bool(unit_at(lexemes, at + 1)) and lexemes[min(at + 1, len(lexemes) - 1)].kind != "o_clock"
    return spoken and not measured


_SIGNS = frozenset({"/", ":", "h", "H", "時", "时", "点", "-", "年", "年 多", "月", "日", "号", "號"})
_HALVES = frozenset({"forenoon", "afternoon", "o_clock"})


def _beside(lexemes: list[Lexeme], at: int) -> bool:
    """Whether something stands beside or within the number at `at` that dates and times have."""
    if len(lexemes[at].text) > 7 or (at and lexemes[at - 1].kind in _HALVES):
        return True
    if "." in lexemes[at].text and _POINTED.fullmatch(lexemes[at].text):
        return True
    if at + 1 == len(lexemes):
        return False
    following = lexemes[at + 1]
    return following.text in _SIGNS or following.kind in _HALVES


def _small(lexeme: Lexeme | None, most: int) -> bool:
    return (
        lexeme is not None
        and lexeme.kind == "number"
        and lexeme.data is None
        and lexeme.text.isdigit()
        and 1 <= int(lexeme.text[:9]) <= most
        and len(lexeme.text) <= 2
    )


def _set(lexeme: Lexeme, value: int | Fraction, units: frozenset[str], group: str = "number") -> None:
    lexeme.kind = "quantity"
    lexeme.data = Quantity(
        start=lexeme.start, end=lexeme.end, values=(Fraction(value),), units=units, group=group
    )


def _month(lexemes: list[Lexeme], at: int) -> None:
    """A month's name beside a day or a year; alone it may be another word (“may”)."""
    around = [*range(at - 1, max(-1, at - 5), -1), *range(at + 1, min(len(lexemes), at + 4))]
    dated = False
    for place in around:
        other = lexemes[place]
        between = lexemes[place + 1 : at] if place < at else lexemes[at + 1 : place]
        if not all(_connects(word) for word in between):
            continue
        if _small(other, 31) and not _timed(lexemes, place):
            _set(other, int(other.text), DAY_OF_MONTH)
            dated = True
        elif (other.kind == "quantity" and other.data.units == DAY_OF_MONTH) or (
            other.kind == "number" and re.fullmatch(r"1[5-9]\d\d|20\d\d", other.text)
        ):
            dated = True
    if dated and at > 1 and lexemes[at - 1].text == "/" and _same_month(lexemes[at - 2], lexemes[at]):
        lexemes[at].kind = "word"  # كانون الثاني/يناير
        return
    if dated or lexemes[at].text[:1].isupper():
        _set(lexemes[at], lexemes[at].data, MONTH, "month")
        if not dated:
            # Alone it may be a name or another word: it excuses, and is never missed.
            lexemes[at].data = lexemes[at].data._replace(certainty=Certainty.PERHAPS)


def _same_month(told: Lexeme, name: Lexeme) -> bool:
    """Whether what was told already is the month of `name`."""
    return told.kind == "quantity" and told.data.units == MONTH and told.data.values == (name.data,)


def _timed(lexemes: list[Lexeme], at: int) -> bool:
    """Whether minutes stand behind the number at `at`: 3 de marzo a las 14:30."""
    sign, minutes = lexeme_at(lexemes, at + 1), lexeme_at(lexemes, at + 2)
    return bool(sign and minutes and sign.text in (":", "h", "H") and minutes.kind == "number")


_SINCE = frozenset({"in", "da", "dal", "desde", "depuis", "seit", "ab", "since", "from"})
"""What ends a number before a month: 24 ore su 24 da marzo."""


def _connects(lexeme: Lexeme) -> bool:
    """Whether a lexeme may stand between the parts of a date."""
    return (
        (
            lexeme.kind in ("fillers", "of", "to", "quantity", "conjunctions")
            and lexeme.text.lower() not in _SINCE
        )
        or lexeme.text in (",", ".", "-", "–", "º", "ª", "°")
        or lexeme.text.lower() in ("st", "nd", "rd", "th", "er", "de", "di", "do")
        or (lexeme.kind == "number" and len(lexeme.text) <= 2)
    )


def _iso(lexemes: list[Lexeme], at: int, tag: str) -> bool:
    """2026-11-22, 22.11.2026 and 22/11/2026, which say which number is which."""
    first = lexemes[at]
    if match := _NUMERIC.fullmatch(first.text):
        first.data = None
        day, month = int(match[1]), int(match[2])
        width = len(match[1])
        parts = [Lexeme("number", first.start, first.start + width, match[1])]
        parts.append(
            Lexeme("number", first.start + width + 1, first.start + width + 1 + len(match[2]), match[2])
        )
        parts.append(Lexeme("number", first.end - 4, first.end, match[3]))
        if day <= 31 and month <= (31 if day <= 12 else 12):  # 11.22.2026 has the two exchanged.
            _set(parts[0], day, DAY_OF_MONTH)
            _set(parts[1], month, MONTH, "month")
        lexemes[at : at + 1] = parts
        return True
    run = lexemes[at : at + 5]
    if len(run) < 5 or any(run[place].end != run[place + 1].start for place in range(4)):
        return False
    if run[1].text == run[3].text == "/" and len(run[4].text) == 4 and _slashed(run, tag):
        return True
    if (
        run[1].text == run[3].text == "-"
        and len(first.text) == 4
        and _small(run[2], 12)
        and _small(run[4], 31)
    ):
        _set(run[2], int(run[2].text), MONTH, "month")
        _set(run[4], int(run[4].text), DAY_OF_MONTH)
        return True
    return False


def _slashed(run: list[Lexeme], tag: str) -> bool:
    """Mark the parts of 22/11/2026; in English 05/06/2026 may be either, and stays two numbers."""
    day, month = run[0], run[2]
    if tag.startswith("en") and _small(day, 12) and not _small(month, 12):
        day, month = month, day
    english = tag.startswith("en")
    exchanged = not english and _small(day, 12)  # “11/22/2026” is no day of this locale.
    if not _small(day, 31) or not _small(month, 31 if exchanged else 12) or (english and _small(day, 12)):
        return False
    _set(day, int(day.text), DAY_OF_MONTH)
    _set(month, int(month.text), MONTH, "month")
    for part in (day, month):
        part.data = part.data._replace(loose=True)
    return True


def _time(lexemes: list[Lexeme], at: int, tag: str) -> None:
    """10:30, 3 pm, 午後3時: minutes since midnight. Half a day is left open where none is said."""
    hour = lexemes[at]
    if hour.data is None and (pointed := _POINTED.fullmatch(hour.text)) and _hourly(lexemes, at, tag):
        minutes = int(pointed[1]) * 60 + int(pointed[2])
        values: tuple[Fraction, ...] = (Fraction(minutes), Fraction((minutes + 720) % 1440))
        behind = lexeme_at(lexemes, at + 1)
        if behind and behind.kind in ("forenoon", "afternoon") and minutes < 780:
            values = (Fraction(minutes % 720 + (720 if behind.kind == "afternoon" else 0)),)  # 7.30 p.m.
        foreign = (Fraction(hour.text),)
        hour.kind = "quantity"
        hour.data = Quantity(hour.start, hour.end, values, foreign, units=CLOCK)
        return
    if hour.data is not None or not hour.text.isdigit() or len(hour.text) > 2 or int(hour.text) > 24:
        return
    colon, minute = lexeme_at(lexemes, at + 1), lexeme_at(lexemes, at + 2)
    minutes, end = 0, at + 1
    if (
        colon
        and minute
        and colon.text in (":", "h", "H", "時", "时", "点")
        and (colon.text != ":" or (hour.end == colon.start and colon.end == minute.start))
        and colon.end + 1 >= minute.start
        and re.fullmatch("[0-5][0-9]", minute.text)
    ):
        minutes, end = int(minute.text), at + 3
        if (unit := lexeme_at(lexemes, end)) and unit.kind == "unit" and unit.data == {"min"}:
            if colon.text in ("h", "H"):
                return
            end += 1
    following, before = lexeme_at(lexemes, end), lexeme_at(lexemes, at - 1)
    if following and following.text in "点點時时":
        beyond = lexeme_at(lexemes, end + 1)
        if beyond and beyond.kind == "and_half":
            minutes, end = int((beyond.data or Fraction(1, 2)) * 60), end + 2  # 下午3点一刻, 3時半
            following = None
    if following and following.text == "م" and (sign := lexeme_at(lexemes, end + 1)) and sign.text == "/":
        return  # م/ث is metres per second.
    halves = (word for word in (following, before) if word and word.kind in ("forenoon", "afternoon"))
    told = next(halves, None)
    if told and end == at + 1 and _counted_at(lexemes, at, told):
        return
    half = told.kind if told else ""
    if end == at + 1 and not half and not (following and following.kind == "o_clock"):
        return
    if (
        end == at + 1
        and before
        and before.kind == half
        and unit_at(lexemes, end).isdisjoint({"h"})
        and unit_at(lexemes, end)
    ):
        return  # 朝5 mg is a dose in the morning.
    _set_time(lexemes, at, end, int(hour.text) % 24 * 60 + minutes, half)


def _set_time(lexemes: list[Lexeme], at: int, end: int, value: int, half: str) -> None:
    """Make the lexemes from `at` to `end` one time of day, of either half where none is told."""
    if half:
        value = value % 720 + (720 if half == "afternoon" else 0)
    hours = (value,) if half else (value, (value + 720) % 1440)
    hour = lexemes[at]
    quantity = Quantity(start=hour.start, end=hour.end, values=tuple(map(Fraction, hours)), units=CLOCK)
    hour.kind, hour.data = "quantity", quantity
    hour.end = hour.end if end == at + 1 else lexemes[end - 1].end
    del lexemes[at + 1 : end]


def _always(lexemes: list[Lexeme], at: int) -> None:
    """24/7: hours and days that languages tell or leave out."""
    for lexeme, units in ((lexemes[at], "h"), (lexemes[at + 2], "day")):
        _set(lexeme, int(lexeme.text), frozenset({units}))
        lexeme.data = lexeme.data._replace(certainty=Certainty.PERHAPS, loose=True)


_AT_HOURS = frozenset("und zwischen von um gegen bis ab vor nach seit kurz uhr".split())
"""Words before “halb neun” that make it half past eight."""


_RANGES = frozenset({"five to", "ten to", "twenty to"})
"""What says minutes before an hour, or begins a range."""
_WHEN = frozenset("at by until till before after from since around about between past".split())


def _ranged(lexemes: list[Lexeme], at: int) -> bool:
    """Whether “ten to” begins a range: ten to twelve days, unless “at” stands before an hour alone."""
    before, behind = lexeme_at(lexemes, at - 1), lexeme_at(lexemes, at + 2)
    if behind is not None and behind.kind in ("unit", "counters", "word", "number", "scale"):
        return True
    return before is None or before.text.lower() not in _WHEN


def _past(lexemes: list[Lexeme], at: int) -> None:
    """A quarter past three, Viertel vor acht: the minutes and the hour behind them."""
    hour, minutes = lexeme_at(lexemes, at + 1), lexemes[at]
    if minutes.text in _RANGES and _ranged(lexemes, at):
        word = minutes.text.removesuffix(" to")
        end = minutes.start + len(word)
        number = Lexeme("number", minutes.start, end, word, Fraction(-minutes.data))
        lexemes[at : at + 1] = [number, Lexeme("to", minutes.end - 2, minutes.end, "to")]
        return
    known = hour is not None and hour.kind in ("number", "perhaps", "count")
    if (ending := lexeme_at(lexemes, at + 2)) and ending.kind == "ordinal_after" and minutes.data == -15:
        minutes.kind, minutes.data = "word", None  # “1st quarter to 4th quarter”
        return
    value = hour.data if known and hour else None
    if hour and value is None and _small(hour, 12):
        value = Fraction(hour.text)
    if isinstance(value, tuple):
        value = value[0] / 60 if value[1] == CLOCK else None
    near = lexemes[at - 1] if at else minutes
    hourly = minutes.data != -30 or near.text.lower() in _AT_HOURS
    if hour is None or value is None or value.denominator != 1 or not 0 <= value <= 12 or not hourly:
        minutes.kind, minutes.data = ("perhaps", Fraction(1, 2)) if minutes.data == -30 else ("word", None)
        return
    first = (int(value) * 60 + minutes.data) % 1440
    lexemes[at] = Lexeme("quantity", minutes.start, hour.end, minutes.text)
    lexemes[at].data = Quantity(
        minutes.start, hour.end, (Fraction(first), Fraction((first + 720) % 1440)), units=CLOCK
    )
    del lexemes[at + 1]


def _han_hour(lexemes: list[Lexeme], at: int) -> None:
    """晚上九点, 午後三時, 八点四十五分: an hour in Han numerals, told by its half of the day or minutes."""
    hour, before, sign = lexemes[at], lexeme_at(lexemes, at - 1), lexeme_at(lexemes, at + 1)
    if sign is None or sign.text not in ("点", "點", "時", "时"):
        return
    value, half = han(hour.text), before.kind if before and before.kind in _DAY_HALVES else ""
    if value is None or not 1 <= value <= (12 if half else 24):
        return
    minutes, end = _han_minutes(lexemes, at + 2)
    if not half and end == at + 2:
        return  # 三点 is as well three points, 一点五 a decimal.
    first = value * 60 % 720 + minutes
    values = (first, first + 720) if not half else (first + (720 if half == "afternoon" else 0),)
    if value > 12:
        values = (value * 60 + minutes,)
    hour.kind, hour.data = "quantity", Quantity(hour.start, hour.end, values, units=CLOCK)
    hour.end = lexemes[end - 1].end
    del lexemes[at + 1 : end]


_DAY_HALVES = frozenset({"forenoon", "afternoon"})


def _han_minutes(lexemes: list[Lexeme], at: int) -> tuple[Fraction, int]:
    """Return the minutes behind an hour, and where they end: 半, 一刻, 四十五分, 四十."""
    beyond, unit = lexeme_at(lexemes, at), lexeme_at(lexemes, at + 1)
    if beyond and beyond.kind == "and_half":
        return (beyond.data or Fraction(1, 2)) * 60, at + 1
    told = han(beyond.text) if beyond and beyond.kind == "numeral" else None
    behind = bool(unit and unit.text == "分")
    if told is not None and 0 < told < 60 and (behind or told >= 10):
        return told, at + 1 + behind
    return Fraction(0), at


def _counted_at(lexemes: list[Lexeme], at: int, half: Lexeme) -> bool:
    """Whether “at night” may only say when so many are taken: one in the morning and two at night."""
    if half.text.lower()[:3] not in ("in ", "at "):
        return False  # “2 p.m.”, “las dos de la tarde”
    before = lexeme_at(lexemes, at - 1)
    timed = any(isinstance(other.data, Quantity) for other in lexemes[max(0, at - 4) : at])
    return not timed and (before is None or before.text.lower() not in _WHEN)


def _spoken(lexemes: list[Lexeme], at: int) -> None:
    """Six in the evening, la una de la tarde, السادسة مساءً: an hour in words."""
    hour, (minutes, half) = lexemes[at], minutes_behind(lexemes, at + 1)
    if half is None or half.kind not in ("forenoon", "afternoon") or _counted_at(lexemes, at, half):
        return
    if not isinstance(hour.data, Fraction) or not 1 <= hour.data <= 12:
        return
    value = (int(hour.data) * 60 + minutes) % 720 + (720 if half.kind == "afternoon" else 0)
    for other in lexemes[at + 1 : lexemes.index(half)] if minutes else ():
        other.kind, other.data = "taken", None  # السابعة والنصف مساءً
    values = (Fraction(value), Fraction((value + 720) % 1440))
    hour.data = Quantity(start=hour.start, end=hour.end, values=values, units=CLOCK, certainty=Certainty.WORD)
    hour.kind = "quantity"


def _ideographic(lexemes: list[Lexeme], at: int) -> None:
    """2026年11月22日 and its parts; 5年 alone is a span of time."""
    number, unit = lexemes[at], lexeme_at(lexemes, at + 1)
    if (
        number.data is not None
        or unit is None
        or unit.text not in ("年", "月", "日", "号", "號", "年 多")
        or number.end + 1 < unit.start
    ):
        return
    before = lexeme_at(lexemes, at - 1)
    if unit.text in ("年", "年 多") and re.fullmatch(r"1[5-9]\d\d|20\d\d", number.text):
        unit.kind, unit.data = "counters", None
    elif unit.text == "月" and _small(number, 12):
        after = lexeme_at(lexemes, at + 3)
        dated = (before and before.text == "年") or (after and after.text in "日号")
        _set(number, int(number.text), MONTH if dated else MONTH | {"month"}, "month" if dated else "number")
        unit.kind, unit.data = "counters", None
    elif _small(number, 31) and before and before.text == "月":
        _set(number, int(number.text), DAY_OF_MONTH)
        unit.kind, unit.data = "counters", None

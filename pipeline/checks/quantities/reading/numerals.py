"""From lexemes to numbers: digits with their scales, number words, Han numerals, fractions."""

from collections.abc import Sequence
from fractions import Fraction

from pipeline.checks.quantities.quantity import ONE, Certainty, Quantity
from pipeline.checks.quantities.reading.homonyms import moment, new
from pipeline.checks.quantities.reading.lexemes import Lexeme, unit_at
from pipeline.checks.quantities.reading.numbers import MYRIADS, Reading, han, read_number, vulgar
from pipeline.checks.quantities.reading.powers import TIMES, next_of, part, scientific

NUMERIC = frozenset(
    "number numeral vulgar scale perhaps ordinal part count roman roman_sure decade and_half alternate "
    "dual interval".split()
)
"""Kinds of lexemes with which a number may begin."""
_PULSES = ("takt", "abstand", "abständen", "rhythmus", "intervall", "intervallen")
"""Endings of German words that say “every”: Zweistundentakt."""
_WORDS = frozenset({"number", "scale", "perhaps"})
_NOTHING = Fraction(0)
_DOZEN = 12
_JOINING = frozenset({1, 100, 1000})
_AND = frozenset({"and", "y", "e", "et", "und", "و"})
_CENTURIES = frozenset(range(200, 1000, 100))
_MULTIPLYING = TIMES | {"-", "‑", "^", "/"}
"""Signs that may stand between a number and what multiplies or divides it."""
_HALVES = "نصف"
"""What is halved in an Arabic dual, نصفين: cut in two, or in halves."""
_BRACKETS = frozenset({":", "(", "#", "-", "‑", "№"})
"""What may stand between “version” and its number."""
_LINKS = frozenset({",", "-", "–", "/", "&"})
Found = tuple[Quantity, int]
"""A quantity, and the place behind its last lexeme."""


def number_at(lexemes: Sequence[Lexeme], at: int, tag: str) -> Found | None:
    """Read the number that begins with `lexemes[at]`; None if none does."""
    kind = lexemes[at].kind
    if kind == "number" and lexemes[at].data is None:
        return _digits(lexemes, at, tag)
    if kind == "numeral":
        return _han(lexemes, at)
    if kind == "vulgar":
        return _quantity(lexemes, at, at + 1, vulgar(lexemes[at].text), Certainty.DIGITS)
    if kind in _WORDS or kind in ("ordinal", "part"):
        return _words(lexemes, at)
    if kind == "count":
        value, units = lexemes[at].data
        vague = value == 1 or "clock" in units
        certainty = Certainty.PERHAPS if vague else Certainty.WORD
        quantity, end = _quantity(lexemes, at, at + 1, value, certainty)
        every = lexemes[at].text.lower().endswith(_PULSES)
        if at and lexemes[at - 1].kind == "ordinal_before":
            quantity = quantity._replace(group="ordinal")  # 第一次
        if at and lexemes[at - 1].kind == "ordinal" and units == {"year"} and value < 1:
            return quantity._replace(certainty=Certainty.PERHAPS), end  # “the first half of 2018”
        return quantity._replace(units=units, every=every), end
    if kind in ("roman", "roman_sure"):
        return _roman(lexemes, at)
    if kind == "decade":
        decade, end = _quantity(lexemes, at, at + 1, lexemes[at].data, Certainty.PERHAPS)
        return decade._replace(group="decade", units=frozenset({"decade"})), end
    if kind == "and_half" and next_of(lexemes, at + 1, "counters", "unit") and not _counted(lexemes, at):
        return _quantity(lexemes, at, at + 1, Fraction(1, 2), Certainty.PERHAPS)  # 半片
    if kind == "alternate":
        alternate, end = _quantity(lexemes, at, at + 1, Fraction(2), Certainty.WORD)
        if (
            "隔" in lexemes[at].text
        ):  # 每隔一周 is “every other week” to some, “at intervals of a week” to others.
            alternate = alternate._replace(values=(Fraction(2), Fraction(1)))
        return alternate._replace(units=lexemes[at].data, every=True), end
    if kind == "and_half" and (lexemes[at].data or 0) > 0 and not _counted(lexemes, at):
        return _quantity(lexemes, at, at + 1, lexemes[at].data, Certainty.WORD)  # “e un quarto aveva”
    if kind == "interval":
        interval, end = _quantity(lexemes, at, at + 1, lexemes[at].data[0], Certainty.PERHAPS)
        return interval._replace(units=lexemes[at].data[1], every=True), end
    if kind == "dual":
        two, end = _quantity(lexemes, at, at + 1, Fraction(2), Certainty.PERHAPS)
        if _HALVES in lexemes[at].text:
            two = two._replace(values=(Fraction(2), Fraction(1, 2)))
        return two, end
    return None


def _quantity(lexemes: Sequence[Lexeme], at: int, end: int, value: Fraction, certainty: Certainty) -> Found:
    quantity = Quantity(
        start=lexemes[at].start, end=lexemes[end - 1].end, values=(value,), certainty=certainty
    )
    return quantity, end


def _roman(lexemes: Sequence[Lexeme], at: int) -> Found | None:
    """Read a Roman numeral: sure beside a century, else only where it is nothing else."""
    beside = [lexemes[place] for place in (at - 1, at + 1) if 0 <= place < len(lexemes)]
    century = any(lexeme.kind == "unit" and "century" in lexeme.data for lexeme in beside)
    if not century and lexemes[at].kind == "roman":
        return None
    certainty = Certainty.WORD if century else Certainty.PERHAPS
    quantity, end = _quantity(lexemes, at, at + 1, lexemes[at].data, certainty)
    return quantity._replace(group="ordinal"), end


def _counted(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether a number or its unit stands right before `at`."""
    return at > 0 and lexemes[at - 1].kind in ("number", "numeral", "quantity", "unit", "counters", "ordinal")


def _glued(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether no blank stands before `lexemes[at]`."""
    return 0 < at < len(lexemes) and lexemes[at].start == lexemes[at - 1].end


_GOES_ON = frozenset(
    "raised scale number perhaps vulgar numeral han after plain ordinal_after decade_after".split()
)
"""Kinds of what may stand behind digits and be part of their number."""


def _digits(lexemes: Sequence[Lexeme], at: int, tag: str) -> Found:
    reading = read_number(lexemes[at].text, tag)
    values = reading.values or reading.foreign
    foreign = reading.foreign if reading.values else values
    if not values:
        values = (Fraction("".join(character for character in lexemes[at].text if character.isdigit())[:40]),)
        reading = Reading(values)
    # Without a native reading, what others would read is both a value and foreign: a finding.
    number = Quantity(lexemes[at].start, lexemes[at].end, values if reading.values else (), foreign)
    end = at + 1
    following = lexemes[end] if end < len(lexemes) else None
    if following is not None and (following.kind in _GOES_ON or following.text in _MULTIPLYING):
        factor, end = _factor(lexemes, end)
        if factor != 1:
            values = tuple(value * factor for value in values)
            number = number._replace(
                values=values if reading.values else (), foreign=tuple(value * factor for value in foreign)
            )
        number, end = _ending(lexemes, end, number, values, tag)
        if end > at + 1:
            number = number._replace(end=lexemes[end - 1].end)
    if number.group == "number" and at:
        if lexemes[at - 1].kind == "ordinal_before":
            number = number._replace(group="ordinal")
        elif _labelled(lexemes, at, end):
            number = number._replace(group="name")  # Such are not translated.
    return number, end


def _factor(lexemes: Sequence[Lexeme], end: int) -> tuple[Fraction, int]:
    """Read what multiplies the digits before `end`: × 10⁶, million, 10 mil."""
    factor, end = scientific(lexemes, end)
    if (scale := next_of(lexemes, end, "scale", "number", "perhaps")) and isinstance(scale.data, Fraction):
        if scale.kind == "scale" or scale.data == 1000:
            return factor * scale.data, end + 1
    elif next_of(lexemes, end, "sign") and lexemes[end].text in "-‑" and next_of(lexemes, end + 1, "scale"):
        return factor * lexemes[end + 1].data, end + 2
    return factor, end


def _ending(
    lexemes: Sequence[Lexeme], end: int, number: Quantity, values: tuple[Fraction, ...], tag: str
) -> Found:
    """Read what else ends a number in digits: ½, 万, 多万, 割, 19th."""
    if (share := part(lexemes, end - 1)) and len(values) == 1:
        return number._replace(values=(share,), foreign=()), end + 2  # 1/2
    if share := part(lexemes, end):
        return number._replace(values=(values[0] + share,), foreign=()), end + 3  # 1 1/2
    if next_of(lexemes, end, "vulgar"):
        values = tuple(value + vulgar(lexemes[end].text) for value in values)
        number, end = number._replace(values=values), end + 1
    if len(values) == 1 and (more := _more(lexemes, end)):
        return number._replace(values=(values[0] * more,), comparators=frozenset({">", ">="})), end + 2
    myriad = next_of(lexemes, end, "numeral")  # 130 万人
    if len(values) == 1 and myriad and (_glued(lexemes, end) or myriad.text in MYRIADS):
        value, end = _myriads(lexemes, end, values[0], tag)
        number = number._replace(values=(value,))
    if (tenths := next_of(lexemes, end, "han")) and tenths.text in "成割" and _tenths(lexemes, end):
        return number._replace(values=(values[0] * 10,), foreign=(), units=frozenset({"%"})), end + 1
    if suffix := next_of(lexemes, end, "ordinal_after", "decade_after"):
        return number._replace(group="ordinal" if suffix.kind == "ordinal_after" else "decade"), end + 1
    return number, end


def _labelled(lexemes: Sequence[Lexeme], at: int, end: int) -> bool:
    """Whether the number in `lexemes[at:end]` names a thing: section 4.1, versions 2.0 to 2.4."""
    if lexemes[at].end - lexemes[at].start <= 2 or unit_at(lexemes, end):
        return False
    before = at - 1
    while before > 1 and _lists(lexemes[before]) and "." in lexemes[before - 1].text:
        before -= 2
    if before > 0 and lexemes[before].text in _BRACKETS:
        before -= 1
    return before >= 0 and (lexemes[before].kind == "labels" or lexemes[before].text == "§")


def _lists(lexeme: Lexeme) -> bool:
    return lexeme.kind in ("conjunctions", "to") or lexeme.text in _LINKS


def _myriads(lexemes: Sequence[Lexeme], at: int, value: Fraction, tag: str) -> tuple[Fraction, int]:
    """Read on after digits: 230万, 2億3000万, 3千."""
    total = Fraction(0)
    while True:
        text = lexemes[at].text
        multiplier = {"千": 1000, "百": 100, "十": 10}.get(text[0]) or MYRIADS.get(text[0])
        if multiplier is None:
            return total + value, at
        rest = text[1:]
        if rest and rest[0] in MYRIADS:
            multiplier *= MYRIADS[rest[0]]
            rest = rest[1:]
        total += value * multiplier + (han(rest) or 0 if rest else 0)
        at += 1
        more = next_of(lexemes, at, "number")
        values = read_number(more.text, tag).values if more and _glued(lexemes, at) else ()
        if not values or values[0] >= multiplier:
            return total, at
        if not (next_of(lexemes, at + 1, "numeral") and _glued(lexemes, at + 1)):
            return total + values[0], at + 1  # 8万5,000
        value, at = values[0], at + 1


def _han(lexemes: Sequence[Lexeme], at: int) -> Found | None:
    text = lexemes[at].text
    value = han(text)
    if len(text) == 2 and (pair := _either(text)):
        # 两三 is “two or three”, 一两 “one or two”.
        quantity, end = _quantity(lexemes, at, at + 1, pair[1], Certainty.WORD)
        return quantity._replace(values=(pair[1], pair[0])), end
    if value is None:
        return None
    end = at + 1
    if next_of(lexemes, end, "han") and lexemes[end].text == "点" and next_of(lexemes, end + 1, "numeral"):
        decimals = han(lexemes[end + 1].text)
        if decimals is not None:
            value += decimals / 10 ** len(lexemes[end + 1].text)
            end += 2
    if (
        (tenths := next_of(lexemes, end, "han"))
        and tenths.text in "成割"
        and _tenths(lexemes, end)
        and value < 10
    ):
        quantity, end = _quantity(lexemes, at, end + 1, value * 10, Certainty.WORD)
        return quantity._replace(units=frozenset({"%"})), end
    if (tens := next_of(lexemes, end, "han")) and tens.text == "旬" and value < 10:
        quantity, end = _quantity(lexemes, at, end + 1, value * 10, Certainty.WORD)
        return quantity._replace(units=frozenset({"decade"}), group="decade", loose=True), end  # 八旬
    if more := _more(lexemes, end):
        quantity, end = _quantity(lexemes, at, end + 2, value * more, Certainty.WORD)
        return quantity._replace(comparators=frozenset({">", ">="})), end
    follower = lexemes[end].kind if end < len(lexemes) else ""
    before = lexemes[at - 1].kind if at else ""
    sure = (
        len(text) > 1
        or follower in ("unit", "counters", "fraction", "after")
        or before in ("ordinal_before", "about")
    )
    certainty = Certainty.WORD if sure and value != 1 else Certainty.PERHAPS
    quantity, end = _quantity(lexemes, at, end, value, certainty)
    if before == "ordinal_before":
        # “the second” is hardly ever more than perhaps a number, in any language.
        quantity = quantity._replace(certainty=Certainty.PERHAPS, group="ordinal")
    return quantity, end


def _more(lexemes: Sequence[Lexeme], at: int) -> int:
    """Return the scale in 50多万, “more than 500,000”; 0 for none."""
    if at + 1 >= len(lexemes) or lexemes[at].text not in ("多", "余", "來", "来"):
        return 0
    return MYRIADS.get(lexemes[at + 1].text, 0)


def _tenths(lexemes: Sequence[Lexeme], at: int) -> bool:
    """Whether 成 or 割 at `at` counts tenths: 九成, 9割; not 三成分."""
    following = next_of(lexemes, at + 1, "han")
    return following is None or following.text not in "人年功员分立长り合"


def _either(text: str) -> tuple[Fraction, Fraction] | None:
    """Return the two neighbouring numbers that two Han digits in a row name; None for others."""
    first, second = han(text[0]), han(text[1])
    if first is not None and second == first + 1 and 1 <= first < 9 and "〇" not in text:
        return first, second
    return None


def _joins(current: Fraction, value: Fraction, conjoined: bool) -> bool:
    """Whether a number word goes on with another: twenty three, five and twenty, sixty eleven."""
    if value >= 100:
        return False
    if current % 100 == 0:
        return current >= 100
    if current % 10 == 0:
        return value < 10 or (value < 20 and current % 100 in (60, 80))
    return conjoined and current < 10 and value >= 20 and value % 10 == 0


def _words(lexemes: Sequence[Lexeme], at: int) -> Found | None:
    first = lexemes[at]
    if first.kind == "ordinal":
        value: Fraction = first.data
        joint, tens = next_of(lexemes, at + 1, "conjunctions"), next_of(lexemes, at + 2, "number")
        more = tens.data if joint and joint.text == "و" and tens else None  # Digits have no data.
        if isinstance(more, Fraction) and value < 10 and 20 <= more < 100:
            quantity, end = _quantity(lexemes, at, at + 3, value + more, Certainty.PERHAPS)
            return quantity._replace(group="ordinal"), end
        quantity, end = _quantity(lexemes, at, at + 1, value, Certainty.PERHAPS)
        if value == 2 and moment(lexemes, at):
            return quantity._replace(values=ONE, units=frozenset({"s"})), end
        return quantity._replace(values=(value, 1 / value) if value > 2 else (value,), group="ordinal"), end
    if first.kind == "part" and first.data == 4 and at and lexemes[at - 1].kind == "ordinal":
        first.kind, first.data = "unit", frozenset({"quarter"})  # the third quarter
        return None
    if first.kind == "part":
        return _quantity(lexemes, at, at + 1, 1 / first.data, Certainty.PERHAPS)
    if first.kind == "perhaps" and (scaled := _part_of_scale(lexemes, at)):
        return scaled
    if first.kind == "perhaps" and first.data == 1 and (half := next_of(lexemes, at + 1, "perhaps")):
        first = half if half.data == Fraction(1, 2) or 10 <= half.data <= 60 else first
    if first is not lexemes[at]:
        return _quantity(lexemes, at, at + 2, first.data, Certainty.PERHAPS)  # ein halbes Kilo, una docena
    if first.kind == "scale" or (first.kind == "perhaps" and first.data != 1):
        return _quantity(lexemes, at, at + 1, first.data, Certainty.PERHAPS)
    total, current, end = _compose(lexemes, at)
    value = total + current if total else current
    if end == at + 1 and first.text[0].isupper() and value in _CENTURIES:
        quantity, end = _quantity(lexemes, at, end, value, Certainty.WORD)
        values = (value / 100 + 11, value)  # Novecento is the 20th century.
        return quantity._replace(values=values, units=frozenset({"century"}), group="ordinal"), end
    if next_of(lexemes, end, "and_half") and (scale := next_of(lexemes, end + 1, "scale")):
        value = (value + (lexemes[end].data or Fraction(1, 2))) * scale.data
        return _quantity(lexemes, at, end + 2, value, Certainty.WORD)  # two and a half million
    if first.kind == "number" and (dozen := next_of(lexemes, end, "perhaps")) and dozen.data == _DOZEN:
        return _quantity(lexemes, at, end + 1, value * _DOZEN, Certainty.WORD)  # “two dozen”
    unsure = end == at + 1 and (first.kind == "perhaps" or new(lexemes, at))
    certainty = Certainty.PERHAPS if unsure else Certainty.WORD
    hyphen = next_of(lexemes, end, "sign")
    skip = 1 if hyphen and hyphen.text in "-‑" else 0
    part = next_of(lexemes, end + skip, "part", "ordinal")
    if part and part.kind == "ordinal" and value >= 20 and value % 10 == 0 and part.data < 10:
        quantity, end = _quantity(lexemes, at, end + skip + 1, value + part.data, Certainty.PERHAPS)
        return quantity._replace(group="ordinal"), end  # twenty-first
    if part and part.kind == "ordinal" and part.data in (100, 1000) and 1 < value < part.data:
        quantity, end = _quantity(lexemes, at, end + skip + 1, value * part.data, Certainty.WORD)
        return quantity._replace(group="ordinal"), end  # “the two hundredth bed”
    if part and part.data > 2 and value < part.data and (part.kind == "part" or value == 1):
        return _quantity(lexemes, at, end + skip + 1, value / part.data, Certainty.WORD)
    return _quantity(lexemes, at, end, value, certainty)


def _part_of_scale(lexemes: Sequence[Lexeme], at: int) -> Found | None:
    """Read “half a million”, “un demi-million”, “eine halbe Million”."""
    start = at
    if lexemes[at].data == 1 and next_of(lexemes, at + 1, "perhaps"):
        at += 1
    if lexemes[at].data.denominator == 1:
        return None
    end = at + 1
    if next_of(lexemes, end, "fillers") or ((sign := next_of(lexemes, end, "sign")) and sign.text == "-"):
        end += 1
    scale = next_of(lexemes, end, "scale")
    if scale is None or scale.data < 1000:
        return None
    return _quantity(lexemes, start, end + 1, lexemes[at].data * scale.data, Certainty.WORD)


def _compose(lexemes: Sequence[Lexeme], at: int) -> tuple[Fraction, Fraction, int]:
    """Add up number words from `at`; return thousands, the rest, and the end."""
    total, current, end = _NOTHING, lexemes[at].data, at + 1
    while end < len(lexemes):
        following, conjoined = end, False
        joint = next_of(lexemes, end, "conjunctions", "sign")
        if joint and (joint.text.lower() in _AND or joint.text in "-‑"):
            following, conjoined = end + 1, joint.text.lower() in _AND
        word = next_of(lexemes, following, "number", "scale", "perhaps")
        if not word or not isinstance(word.data, Fraction) or word.data.denominator != 1:
            break
        value = word.data
        if word.kind == "perhaps" and (value not in _JOINING or word.text.lower().startswith("ein")):
            break  # “zehn Paar”, “von fünfzig eine”
        if value in (100, 1000) or word.kind == "scale":
            if conjoined or current == 0 or (value == 100 and current >= 10):
                break
            if value == 100:
                current *= 100
            else:
                total, current = total + current * value, _NOTHING
        elif _joins(current, value, conjoined) or (current == 0 and total):
            current += value
        else:
            break
        end = following + 1
    return total, current, end

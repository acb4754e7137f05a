"""What stands behind a number: its unit, then comparators, “about” and “every”."""

from collections.abc import Set
from fractions import Fraction

from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity, perhaps
from pipeline.checks.quantities.reading.comparing import denied_later, negated
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme, symbol, unit_at
from pipeline.checks.quantities.reading.measured import Measured
from pipeline.checks.quantities.units import CURRENCIES, SYMBOLS

_DEGREES = frozenset({"°", "°C", "°F"})
_SCALES = (10**12, 10**9, 10**6)
_ONCE = frozenset({"min", "h", "day", "dom", "week", "month", "year", "times"})
"""Units of which “one” is as often “each”: 1回60分, 1日2回."""
_COUNTS = frozenset({"times"})
_FIRST = frozenset({"初の", "初めの", "始めの", "じめの", "次の", "後の", "最初", "头的", "りの"})
"""What stands before “one” where it names one time among others: the first, next, last, remaining."""
_MORE = frozenset({"个 多", "多 个", "多 月", "多 年", "年 多", "多 天", "多 小", "多 周", "多 分"})
"""Beginnings of units that say “and more”."""
_EACH = frozenset(
    {
        "当たり",
        "あたり",
        "につき",
        "当 た り",
        "あ た り",
        "に つ き",
        "ご と に",
        "ご と",
        "毎 に",
        "お き に",
    }
)
_DATED = frozenset({"day", "week", "month", "year"})
_LETTERS = {"m": 10**6, "k": 1000, "K": 1000, "b": 10**9}
"""What amounts of money end in."""
_STRICT = frozenset("<>")
_PER = frozenset({"あたり", "あ た り"})
_HOURS = frozenset({"clock", "h", "dom", "month-of-year"})
_OR = ("or ", "o ", "ou ", "oder ", "او ")
"""Beginnings of comparators that look back: “6 weeks or more in two out of three cases”."""
_APART = frozenset({"apart"})
"""Words that say “every” of a distance, which languages put in many other ways."""
_MINUS = ("minus", "マ イ")
"""What says “below zero” of the number behind it only."""
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_EITHER_WAY = frozenset({"after", "after_or"})
_COMPARING = frozenset({"either", "after", "after_or"})


class Behind(Measured):
    """Binds to numbers what stands behind them, and the unit that some put before."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits, kinds: Set[str]) -> None:
        """Bind in place, one number after the other. `kinds` are those that the text had."""
        super().__init__(lexemes, habits)
        self.halved = "and_half" in kinds
        self.compared = not _COMPARING.isdisjoint(kinds)

    def bind(self, at: int) -> None:
        """Bind what follows a number: its unit, then comparators that stand behind."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place = at + 1
        if self.halved:
            quantity = self._half(at, quantity)
        if not quantity.units.isdisjoint(CURRENCIES):
            quantity = self._in_short(at, quantity)
        if self.habits.ideographic and quantity.values == ONE:
            if self._per_one(at):
                lexeme.kind, lexeme.data = "taken", None
                return
            known = symbol(self.lexemes, at + 1)
            end = known[1] if known else at + 2
            if end < len(self.lexemes) and self.lexemes[end].text in _EACH and unit_at(self.lexemes, at + 1):
                lexeme.kind, lexeme.data = "rate", unit_at(self.lexemes, at + 1)  # 1 µL当たり
                self._take(at + 1, end + 1)
                return
        if (not quantity.units or quantity.loose) and quantity.group != "decade":
            ordinal = lexeme.data
            place, units, loose = self._unit(at)
            if lexeme.data is not ordinal:
                quantity = lexeme.data  # “A fifth of a millimetre” is no fifth one.
            if not units and quantity.group != "decade":
                units = self._unit_before(at)
                loose = lexeme.text[-1] not in _RAISED  # “above × 10⁹/L” has lost a number.
            if self.halved:
                quantity = self._half(place - 1, quantity)
            if self.habits.ideographic and place > at + 1 and self.lexemes[place - 1].text[:3] in _MORE:
                quantity = quantity._replace(comparators=frozenset({">", ">=", "="}))  # 六个多月
            if self.habits.ideographic and units == {"times"} and self.lexemes[place - 1].text == "倍":
                quantity = self._grown(at, quantity)
            if units:
                quantity = quantity._replace(units=units - {"="}, loose=loose or "=" in units)
        if place and self.lexemes[place - 1].text.endswith("目") and quantity.group == "number":
            quantity = quantity._replace(group="ordinal")
        quantity = self._certain(at, place, quantity)
        quantity, place = self._behind(quantity, place)
        lexeme.data = quantity

    def _certain(self, at: int, place: int, quantity: Quantity) -> Quantity:
        """Decide how sure it is that a number that ends before `place` counts."""
        last = self.lexemes[place - 1].text if place > at + 1 else ""
        if (
            self.habits.ideographic
            and quantity.values == ONE
            and quantity.units <= _ONCE
            and not last.endswith(("倍", "目"))
        ):
            # 1回60分 is “60 minutes each”, 10人に1人 “one in ten”, 最初の1年 “the first year”.
            group = "ordinal" if self._first(at) and not quantity.units <= _COUNTS else quantity.group
            return quantity._replace(certainty=Certainty.PERHAPS, group=group)
        dated = bool(quantity.units) and quantity.units <= _DATED and not quantity.loose
        if quantity.group == "ordinal" and not quantity.certainty and dated and quantity.values[0] > 2:
            return quantity._replace(certainty=Certainty.WORD)  # “from the third day”
        return quantity

    def _first(self, at: int) -> bool:
        """Whether “the first” stands right before the number at `at`: 最初の1年, 头一个月."""
        texts = [lexeme.text for lexeme in self.lexemes[max(0, at - 3) : at]]
        return texts[-1:] in (["头"], ["首"]) or "".join(texts[-2:]) in _FIRST or "".join(texts) in _FIRST

    def _in_short(self, at: int, quantity: Quantity) -> Quantity:
        """Read the letter of $14.2m and £3k."""
        scale = _LETTERS.get(self.lexemes[at + 1].text) if at + 1 < len(self.lexemes) else None
        if scale is None or not self._glued(at + 1):
            return quantity
        self._take(at + 1, at + 2)
        return quantity._replace(values=tuple(value * scale for value in quantity.values))

    def _grown(self, at: int, quantity: Quantity) -> Quantity:
        """Read 增加了两倍, which is “has tripled”."""
        before = self.lexemes[at - 1].text if at else ""
        if len(quantity.values) == 1 and before[-1:] in ("了", "加", "长"):
            return quantity._replace(values=(quantity.values[0] + 1, quantity.values[0]))
        return quantity

    def _per_one(self, at: int) -> bool:
        """Whether the number only says of what one a rate is: 体重1 kg当たり."""
        return self._trailing_rate(at + 1)

    def _half(self, at: int, quantity: Quantity) -> Quantity:
        """Add the half that stands behind a number or its unit: two hours and a half, 2時間半."""
        place = at + 1
        if quantity.group == "ordinal" and not self.habits.semitic:
            return quantity  # “tra un quinto e un quarto”
        noun = self.lexemes[place].kind if place + 1 < len(self.lexemes) else ""
        if noun in ("word", "counters") and self.lexemes[place + 1].kind == "and_half":
            place += 1  # “dos comprimidos y medio”, 2錠半
        halved = place < len(self.lexemes) and self.lexemes[place].kind == "and_half"
        apart = place + 1 < len(self.lexemes) and self.lexemes[place + 1].kind == "counters"  # 每12小时半片
        hour = quantity.group == "ordinal" and not quantity.certainty  # الثالثة والربع
        fraction = (
            0 < quantity.values[0] < 1 if quantity.values else False
        )  # “Between one third and one half”
        if (
            halved
            and not fraction
            and (len(quantity.values) == 1 or hour)
            and not (apart and self._counted(at))
        ):
            value: Fraction = quantity.values[0]
            more: Fraction = self.lexemes[place].data or Fraction(1, 2)
            scale = next((scale for scale in _SCALES if value >= scale), 1)  # “un million et demi”
            self._take(place, place + 1)
            return quantity._replace(values=(value + more * scale,))
        return quantity

    def _counted(self, place: int) -> bool:
        """Whether a unit stands at `place`."""
        return self.lexemes[place].kind in ("taken", "unit")

    def _behind(self, quantity: Quantity, place: int) -> tuple[Quantity, int]:
        """Bind comparators, “about” and “every” that stand behind the unit."""
        steps, far = 0, self.compared and not self.habits.ideographic
        while place < len(self.lexemes) and steps < 4:
            other = self.lexemes[place]
            if other.kind == "word" and not far:
                break  # Most numbers have nothing behind their unit.
            free = place + 1 == len(self.lexemes) or self.lexemes[place + 1].kind != "quantity"
            if other.kind == "plain" and self.habits.ideographic and other.text.startswith("多"):
                quantity = quantity._replace(comparators=frozenset({">", ">="}))  # 50多个
            if other.text == "plus" and place + 1 < len(self.lexemes) and self._adds(place + 1):
                break  # “£45 plus £3.99”
            possible = other.kind in _EITHER_WAY and not self.habits.ideographic
            if possible and self._looks_ahead(place):
                break
            if other.kind == "after" or (other.kind == "either" and free):
                quantity = self._bounded(quantity, place)
                if place and self.lexemes[place - 1].text in ")）":  # 1 mmol（23 mg）未満 bounds the former.
                    quantity = quantity._replace(comparators=perhaps(quantity.comparators))
            elif other.kind == "about_after" and self._per(quantity, other):
                break  # 1,000件あたり
            elif other.kind == "about_after" or (other.kind == "about_either" and free):
                quantity = quantity._replace(about=True)
                self._take(place, place + 1)
            elif other.text in ")）" and self._closed(place):
                pass  # 3.9 mmol/L（70 mg/dL）未満
            elif other.kind == "below_zero" and not other.text.startswith(_MINUS):
                quantity = quantity._replace(values=tuple(-value for value in quantity.values))
                self._freeze_first(place)
            elif other.kind == "every_after" and other.data and quantity.units == _COUNTS:
                other.kind = "rate"  # “twice-weekly”
                break
            elif other.kind == "every_after":
                apart = other.text in _APART
                units = quantity.units or other.data or quantity.units
                quantity = quantity._replace(every=True, loose=quantity.loose or apart, units=units)
                if other.data:
                    self._take(place, place + 1)
            elif other.text == "/" and unit_at(self.lexemes, place + 1):
                known = symbol(self.lexemes, place + 1)
                place = known[1] - 1 if known else place + 1  # 30 kg/m² or more
            elif other.kind == "sign" and other.text == "+" and self._glued(place) and not self._added(place):
                quantity = quantity._replace(comparators=frozenset({">", ">="}))
            elif far and (comparator := self._far_comparator(place)):
                place = comparator - 1  # “2 litres of water at least”
            elif other.kind == "soft_rate" and self._closed(place):
                pass  # أربع مرات في السنة على الأقل
            elif other.kind == "han" and self.habits.ideographic and self._after_follows(place):
                pass  # A measure word that the lexicon does not know: 25語を超える.
            elif other.kind not in ("counters", "fillers", "taken", "unit", "rate") or (
                other.kind == "unit" and steps
            ):
                break
            steps += other.kind not in ("taken",)
            place += 1
        return quantity, place

    def _freeze_first(self, place: int) -> None:
        """Let “below zero” at `place` be of the first of two numbers: five to two degrees below."""
        numbers = [at for at in range(max(0, place - 7), place) if self.lexemes[at].kind == "quantity"]
        if len(numbers) < 2:
            return
        first: Quantity = self.lexemes[numbers[-2]].data
        between = self.lexemes[numbers[-2] + 1 : numbers[-1]]
        linked = any(other.kind in ("to", "conjunctions") for other in between)
        if not linked or any(other.kind == "word" for other in between) or first.units - _DEGREES:
            return
        frozen = tuple(-value for value in first.values if value > 0)
        values = (*first.values, *frozen) if first.units else frozen or first.values
        self.lexemes[numbers[-2]].data = first._replace(values=values)

    def _looks_ahead(self, place: int) -> bool:
        """Decide whether “or more” at `place` compares the number before it, or one that follows.

        “5% or more of the weight”, “on day 1 and less than 1 cm²”.
        """
        other = self.lexemes[place]
        sure = other.kind == "after" and other.text.startswith(_OR)  # “one or more 5 mg tablets”
        ahead = not sure and self._of_next(place)
        if other.kind == "after_or" and not ahead:
            other.data |= {f"{sign}=" for sign in other.data & _STRICT}  # “3 m or more than that”
        plus = ahead and other.kind == "after" and not self.habits.semitic  # “e mais 2,5 mg”
        other.kind = "plain" if plus else "comparator" if ahead else "after"
        return ahead

    def _bounded(self, quantity: Quantity, place: int) -> Quantity:
        """Give a number the comparator at `place`, and take it if the number had none."""
        other = self.lexemes[place]
        if "=" in quantity.comparators and quantity.comparators != NONE and not self.habits.ideographic:
            quantity = quantity._replace(comparators=quantity.comparators | other.data)
        if quantity.comparators != NONE:
            return quantity
        comparators = negated(self.lexemes, place, backward=self.habits.backward)
        strict = self.habits.backward and comparators == other.data and not _STRICT.isdisjoint(other.data)
        denied = strict and denied_later(self.lexemes, place)
        self._take(place, place + 1)
        return quantity._replace(
            comparators=comparators, plainly=other.data if denied or comparators > other.data else NONE
        )

    def _per(self, quantity: Quantity, other: Lexeme) -> bool:
        """Whether あたり says “per”, as it does but behind an hour or a date."""
        return other.text in _PER and not (quantity.units and quantity.units <= _HOURS)

    def _closed(self, place: int) -> bool:
        """Whether a comparator stands right behind the lexeme at `place`."""
        return place + 1 < len(self.lexemes) and self.lexemes[place + 1].kind in _COMPARING

    def _of_next(self, place: int) -> bool:
        """Whether the comparator at `place` belongs to a number that follows."""
        following = place + 1
        if self.lexemes[place].text.startswith(_OR):
            return following < len(self.lexemes) and self.lexemes[following].kind == "quantity"
        while following < len(self.lexemes) and self.lexemes[following].kind in ("fillers", "of", "split"):
            following += 1
        return following < len(self.lexemes) and self.lexemes[following].kind == "quantity"

    def _adds(self, place: int) -> bool:
        """Whether a number or its currency stands at `place`."""
        return self.lexemes[place].kind == "quantity" or self.lexemes[place].text in SYMBOLS

    def _far_comparator(self, place: int) -> int:
        """Return where a comparator stands behind at most three words from `place`; 0 for none."""
        for far in range(place + 1, min(place + 4, len(self.lexemes))):
            kinds = {lexeme.kind for lexeme in self.lexemes[place:far]}
            closed = far + 1 == len(self.lexemes) or self.lexemes[far + 1].kind != "quantity"
            counted = far == place + 1 or self.lexemes[far - 1].kind == "word"  # “85% of its maximum”
            if (
                self.lexemes[far].kind in ("either", "after")
                and closed
                and counted
                and kinds <= {"of", "fillers", "word"}
            ):
                return far
        return 0

    def _after_follows(self, place: int) -> bool:
        """Whether a comparator stands right behind at most two characters from `place`."""
        if not self.compared:
            return False
        ahead = self.lexemes[place : place + 3]
        kinds = [lexeme.kind for lexeme in ahead]
        return "after" in kinds and set(kinds[: kinds.index("after")]) == {"han"}

    def _added(self, place: int) -> bool:
        """Whether the plus at `place` stands between weeks and days: 36+4."""
        return place + 1 < len(self.lexemes) and self.lexemes[place + 1].start == self.lexemes[place].end

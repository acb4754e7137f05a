"""What stands behind a number: its unit, then comparators, “about” and “every”."""

from collections.abc import Set
from fractions import Fraction

from pipeline.checks.quantities.comparing import negated
from pipeline.checks.quantities.lexemes import Habits, Lexeme, symbol, unit_at
from pipeline.checks.quantities.quantity import NONE, ONE, Certainty, Quantity
from pipeline.checks.quantities.units import CURRENCIES

_SCALES = (10**12, 10**9, 10**6)
_TIMES = frozenset({"s", "min", "h", "day", "week", "month", "year", "times", "decade", "century"})
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
_OR = ("or ", "o ", "ou ", "oder ", "او ")
"""Beginnings of comparators that look back: “15 years or more in nine out of ten cases”."""
_APART = frozenset({"apart"})
"""Words that say “every” of a distance, which languages put in many other ways."""
_HALF = (Fraction(1, 2),)
_MINUS = ("minus", "マ イ")
"""What says “below zero” of the number behind it only."""
_ARTICLES = frozenset({"a", "an"})
_OF_A = [["of", "a"], ["of", "an"]]
_SIGNS = frozenset("-‑–×x")
"""What joins a number to its unit, or multiplies it by another."""
_UNSEEN = frozenset({"word", "fillers"})
_STRICT = frozenset("<>")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_EITHER_WAY = frozenset({"after", "after_or"})
_COMPARING = frozenset({"either", "after", "after_or"})


class Behind:
    """Binds to numbers what stands behind them, and the unit that some put before."""

    def __init__(self, lexemes: list[Lexeme], habits: Habits, kinds: Set[str]) -> None:
        """Bind in place, one number after the other. `kinds` are those that the text had."""
        self.lexemes = lexemes
        self.habits = habits
        self.halved = "and_half" in kinds
        self.compared = not _COMPARING.isdisjoint(kinds)

    def bind(self, at: int) -> None:
        """Bind what follows a number: its unit, then comparators that stand behind."""
        lexeme = self.lexemes[at]
        quantity: Quantity = lexeme.data
        place = at + 1
        if self.halved:
            quantity = self._half(at, quantity)
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
        fold = place > at + 1 and self.lexemes[place - 1].text == "倍"
        if self.habits.ideographic and quantity.values == ONE and quantity.units <= _ONCE and not fold:
            # 1回60分 is “60 minutes each”, 10人に1人 “one in ten”, 最初の1年 “the first year”.
            group = "ordinal" if self._first(at) and not quantity.units <= _COUNTS else quantity.group
            quantity = quantity._replace(certainty=Certainty.PERHAPS, group=group)
        quantity, place = self._behind(quantity, place)
        lexeme.data = quantity

    def _first(self, at: int) -> bool:
        """Whether “the first” stands right before the number at `at`: 最初の1年, 头一个月."""
        texts = [lexeme.text for lexeme in self.lexemes[max(0, at - 3) : at]]
        return texts[-1:] in (["头"], ["首"]) or "".join(texts[-2:]) in _FIRST or "".join(texts) in _FIRST

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
        if found and found[0] & CURRENCIES and self._numbered(found[1]):
            return place, frozenset(), False  # “The first €300” has the sign of the next number.
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
        if not double.certainty and double.group == "number" and double.values != ONE:
            return at + 1, frozenset(), False  # “el doble que el año pasado”
        # “30 additional minutes”, “20 daily sessions of 2 hours”, “three claim-free years”: look past two
        # words at most.
        far, passed = at, 0
        while passed < 3 and far + 1 < len(self.lexemes):
            far += 1
            other = self.lexemes[far]
            if other.text == "-" and passed and self._glued(far):
                passed -= 1
                continue
            passed += 1
            counted = far + 1 < len(self.lexemes) and self.lexemes[far + 1].kind == "quantity"
            if other.kind == "unit" and other.data & _TIMES and not counted:
                return at + 1, other.data, True
            ordinal = other.kind == "quantity" and other.data.group == "ordinal"
            if other.kind not in _UNSEEN and not ordinal:
                break
        return at + 1, frozenset(), False

    def _numbered(self, place: int) -> bool:
        """Whether a number stands at `place`."""
        return place < len(self.lexemes) and self.lexemes[place].kind == "quantity"

    def _part_of(self, at: int, place: int) -> frozenset[str]:
        """Return the unit that a fraction in words is of: a fifth of a millimetre."""
        number: Quantity = self.lexemes[at].data
        ahead = self.lexemes[place : place + 2]
        if number.certainty is Certainty.DIGITS or [one.text for one in ahead] not in _OF_A:
            return frozenset()
        parts = tuple(value for value in number.values if 0 < value < 1)
        units = unit_at(self.lexemes, place + 2) if parts else frozenset()
        if units and number.group == "ordinal":
            self.lexemes[at].data = number._replace(values=parts, group="number", certainty=Certainty.WORD)
        return units

    def _grown(self, at: int, quantity: Quantity) -> Quantity:
        """Read 增加了两倍, which is “has tripled”."""
        before = self.lexemes[at - 1].text if at else ""
        if len(quantity.values) == 1 and before[-1:] in ("了", "加", "长"):
            return quantity._replace(values=(quantity.values[0] + 1, quantity.values[0]))
        return quantity

    def _per_one(self, at: int) -> bool:
        """Whether the number only says of what one a rate is: 体重1 kg当たり."""
        return self._trailing_rate(at + 1)

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
        counted = self.lexemes[at].kind == "quantity" and self.lexemes[at].data.certainty
        units: frozenset[str] = self.lexemes[place].data
        return (
            units
            if self.habits.semitic or self.habits.ideographic or (counted and units & _TIMES)
            else frozenset()
        )

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
        if halved and (len(quantity.values) == 1 or hour) and not (apart and self._counted(at)):
            value: Fraction = quantity.values[0]
            part: Fraction = self.lexemes[place].data or Fraction(1, 2)
            scale = next((scale for scale in _SCALES if value >= scale), 1)  # “un million et demi”
            self._take(place, place + 1)
            return quantity._replace(values=(value + part * scale,))
        return quantity

    def _counted(self, place: int) -> bool:
        """Whether a unit stands at `place`."""
        return self.lexemes[place].kind in ("taken", "unit")

    def _times_sign(self, place: int) -> bool:
        """Whether a sign of multiplication stands at `place`: 3 × 10 mg."""
        following = self.lexemes[place : place + 2]
        return len(following) == 2 and following[0].text in ("×", "x") and following[1].kind == "quantity"

    def _take(self, start: int, end: int) -> None:
        for place in range(start, min(end, len(self.lexemes))):
            self.lexemes[place] = _taken(self.lexemes[place])

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
            possible = other.kind in _EITHER_WAY and not self.habits.ideographic
            if possible and self._looks_ahead(place):
                break
            if other.kind == "after" or (other.kind == "either" and free):
                if (
                    "=" in quantity.comparators
                    and quantity.comparators != NONE
                    and not self.habits.ideographic
                ):
                    quantity = quantity._replace(comparators=quantity.comparators | other.data)
                if quantity.comparators == NONE:
                    comparators = negated(self.lexemes, place, backward=self.habits.backward)
                    plainly = other.data if comparators > other.data else NONE
                    quantity = quantity._replace(comparators=comparators, plainly=plainly)
                    self._take(place, place + 1)
            elif other.kind == "about_after" or (other.kind == "about_either" and free):
                quantity = quantity._replace(about=True)
                self._take(place, place + 1)
            elif other.text in ")）" and self._closed(place):
                pass  # 3.9 mmol/L（70 mg/dL）未満
            elif other.kind == "below_zero" and not other.text.startswith(_MINUS):
                quantity = quantity._replace(values=tuple(-value for value in quantity.values))
            elif other.kind == "every_after":
                apart = other.text in _APART
                units = quantity.units or other.data or quantity.units
                quantity = quantity._replace(every=True, loose=quantity.loose or apart, units=units)
                if other.data:
                    self._take(place, place + 1)
            elif other.text == "/" and unit_at(self.lexemes, place + 1):
                known = symbol(self.lexemes, place + 1)
                place = known[1] - 1 if known else place + 1  # 30 kg/m² or more
            elif other.kind == "sign" and other.text == "+" and self._glued(place):
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

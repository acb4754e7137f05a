"""Reading a text into quantities: each number with its unit, comparator, rate and role.

The text is visible text (`pipeline.checks.inline`), the language's words come from `words`.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from pipeline.checks.quantities.quantity import ABOUT, NONE, Certainty, LooseEnds, Quantity
from pipeline.checks.quantities.reading import dates, decades
from pipeline.checks.quantities.reading.before import SIGNS, Before
from pipeline.checks.quantities.reading.behind import Behind
from pipeline.checks.quantities.reading.binding import Binder
from pipeline.checks.quantities.reading.comparing import VERBS, bind_verbs, settled
from pipeline.checks.quantities.reading.lexemes import Habits, Lexeme, scan, symbol
from pipeline.checks.quantities.reading.numerals import NUMERIC, number_at
from pipeline.checks.quantities.reading.rates import Rates
from pipeline.checks.quantities.reading.tokens import Tokenized, tokenized
from pipeline.checks.quantities.reading.words import Ready, ready


def divided(text: str, tag: str) -> Tokenized:
    """Divide a visible text into tokens as the locale `tag` does."""
    return tokenized(text, ready(tag.split("_")[0]).spaced_groups)


def read_quantities(text: str, tag: str) -> tuple[Quantity, ...]:
    """Read all quantities of a visible text in the locale `tag`, in order. Never raises."""
    lexicon, tokens = ready(tag.split("_")[0]), divided(text, tag)
    if not tokens.texts:
        return ()
    return tuple(_Reader(scan(tokens, lexicon), tag, lexicon).read())


source_quantities = lru_cache(maxsize=8192)(read_quantities)
"""The same of a source, which is read once for all its translations; those are read but once anyway."""

_HEDGES = frozenset({"about", "about_after", "about_either"})
_COMPARATORS = frozenset({"comparator", "either", "after", "after_or", "up_to", "verb", "split_verb"})


def loose_ends(text: str, tag: str) -> LooseEnds:
    """Count the words that hedge and those that compare, whether bound to a number or not."""
    lexicon = ready(tag.split("_")[0])
    hedges, bounds = 0, dict[str, int]()
    for lexeme in scan(divided(text, tag), lexicon):
        if lexeme.kind in _HEDGES or lexeme.data is ABOUT:
            hedges += 1
        elif lexeme.kind in _COMPARATORS or (lexeme.kind == "word" and lexeme.data):
            signs = lexeme.data or ()
            for sign in (*signs, *(f"!{sign}" for sign in signs if "=" not in signs)):
                bounds[sign] = bounds.get(sign, 0) + 1
        elif lexeme.kind == "sign" and lexeme.text in "~≈∼〜～":
            hedges += 1
        elif lexeme.kind == "sign" and lexeme.text in SIGNS:
            bounds[SIGNS[lexeme.text]] = bounds.get(SIGNS[lexeme.text], 0) + 1
        elif lexeme.kind == "negations":
            bounds["not"] = bounds.get("not", 0) + 1
    return LooseEnds(hedges, bounds)


def named_units(text: str, tag: str) -> frozenset[str]:
    """Return all units that a text names, whether a number stands beside them or not."""
    lexicon = ready(tag.split("_")[0])
    found: set[str] = set()
    lexemes = scan(divided(text, tag), lexicon)
    for at, lexeme in enumerate(lexemes):
        if lexeme.kind in ("unit", "rate", "soft_rate", "alternate"):
            found |= lexeme.data
        elif lexeme.kind == "aged":
            found.add("year")
        elif lexeme.kind in ("count", "interval"):
            found |= lexeme.data[1]
        elif known := symbol(lexemes, at):
            found |= known[0]
    return frozenset(found)


_PER_MINUTE = frozenset({"bpm", "rpm"})


def _unfolded(quantity: Quantity) -> Iterator[Quantity]:
    """Yield beats and turns per minute as a number and a rate, as some languages write them."""
    yield quantity._replace(units=frozenset({"times"}), loose=True)
    yield quantity._replace(
        values=(Fraction(1),), foreign=(), units=frozenset({"min"}), comparators=NONE, about=False,
        role="", bond=-1, certainty=Certainty.WORD, group="rate",
    )  # fmt: skip


_TWO = (Fraction(2),)
_TWO_ORDINALS = ["ordinal", "conjunctions", "ordinal"]
_COUNTING = NUMERIC | {"every_after", "label", "rate", "soft_rate", "per", "every", "month"}
"""Kinds of which at least one stands in every text that has a quantity."""


_FOUND = frozenset({"quantity", "rate", "soft_rate", "dual", "every_after"})
_DECADE = frozenset({"decade"})
_READABLE = NUMERIC | {"label"}
"""Kinds of lexemes that `_Reader.numbers` replaces."""
_LOOKED_AT = _READABLE | {"unit", "fraction"}
"""The same, and those that may be a number by themselves, or become a unit."""


class _Reader:
    """Goes over the lexemes several times, each time binding more of them to the numbers."""

    def __init__(self, lexemes: list[Lexeme], tag: str, lexicon: Ready) -> None:
        self.lexemes = lexemes
        self.tag = tag
        self.habits = Habits(
            ideographic=lexicon.ideographic, backward=tag.startswith("ja"), semitic=tag.startswith("ar")
        )

    def read(self) -> Iterator[Quantity]:
        """Return the quantities in order."""
        kinds = {lexeme.kind for lexeme in self.lexemes}
        if _COUNTING.isdisjoint(kinds) and not (
            "unit" in kinds
            and any(lexeme.kind == "unit" and lexeme.data <= _DECADE for lexeme in self.lexemes)
        ):
            return
        dates.mark(self.lexemes, self.tag)
        self.numbers()
        decades.mark(self.lexemes)
        if not any(lexeme.kind in _FOUND for lexeme in self.lexemes):
            return
        before, behind = Before(self.lexemes, self.habits), Behind(self.lexemes, self.habits, kinds)
        for at, lexeme in enumerate(self.lexemes):
            if lexeme.kind == "quantity":
                before.bind(at)
                behind.bind(at)
            elif lexeme.kind == "dual":
                if at + 1 < len(self.lexemes) and self.lexemes[at + 1].kind == "and_half":
                    self.lexemes[at + 1].kind = "taken"  # قرصين ونصف القرص
                    lexeme.data = lexeme.data._replace(
                        values=(Fraction(5, 2),), certainty=Certainty.WORD, end=self.lexemes[at + 1].end
                    )
                if at and self.lexemes[at - 1].kind in ("comparator", "either"):
                    before.bind(at)
                if at + 1 < len(self.lexemes) and self.lexemes[at + 1].kind in ("after", "either"):
                    behind.bind(at)
        if not VERBS.isdisjoint(kinds):
            bind_verbs(self.lexemes)
        self.lexemes = [lexeme for lexeme in self.lexemes if lexeme.kind != "taken"]
        Rates(self.lexemes, self.habits).find()
        binder = Binder(self.lexemes, self.habits)
        binder.neighbours()
        binder.spoken()
        for at, lexeme in enumerate(self.lexemes):
            if isinstance(lexeme.data, Quantity):
                followed = at + 1 < len(self.lexemes) and self.lexemes[at + 1].kind == "quantity"
                quantity = settled(lexeme.data, followed=followed)
                if quantity.units and quantity.units <= _PER_MINUTE:
                    yield from _unfolded(quantity)
                else:
                    yield quantity

    def numbers(self) -> None:
        """Replace the lexemes of each number by one of kind `quantity`."""
        merged: list[Lexeme] = []
        done = 0
        for at in [at for at, lexeme in enumerate(self.lexemes) if lexeme.kind in _LOOKED_AT]:
            if at < done:
                continue
            merged += self.lexemes[done:at]  # What stands between is no number.
            done = at + 1
            lexeme = self.lexemes[at]
            kind = lexeme.kind
            if kind == "unit" and (alone := self._alone(at)):
                merged.append(alone[0])
                done = alone[1]
                continue
            if kind not in _READABLE:
                merged.append(lexeme)
                continue
            if kind == "count" and lexeme.data[0] == 2 and self._digits_follow(at):
                lexeme.kind, lexeme.data = "unit", lexeme.data[1]  # في اليومين 1 و15
            if lexeme.kind not in NUMERIC or isinstance(lexeme.data, Quantity):
                found = None
            else:
                found = number_at(self.lexemes, at, self.tag)
            if found:
                quantity, end = self._fraction(*found)
                if self._doubled(merged, quantity):
                    quantity = quantity._replace(certainty=Certainty.PERHAPS)
                # A noun that may be a dual is a noun to its neighbours.
                kind = "dual" if lexeme.kind == "dual" else "quantity"
                merged.append(Lexeme(kind, quantity.start, quantity.end, lexeme.text, quantity))
                done = end
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
        self.lexemes = merged + self.lexemes[done:]

    def _doubled(self, merged: list[Lexeme], quantity: Quantity) -> bool:
        """Whether a word for two only says again what a dual said: زائرين اثنين."""
        if not (self.habits.semitic and merged and quantity.certainty is Certainty.WORD):
            return False
        before = merged[-1].data
        return isinstance(before, Quantity) and before.values == quantity.values == _TWO

    def _alone(self, at: int) -> tuple[Lexeme, int] | None:
        """Read a unit that is a number by itself: “the past decade”, “un litro y medio”."""
        lexeme = self.lexemes[at]
        half = at + 1 < len(self.lexemes) and self.lexemes[at + 1].kind == "and_half"
        if not half and lexeme.data != _DECADE:
            return None
        before = self.lexemes[at - 1] if at else None
        if before and (before.kind in NUMERIC or before.kind == "ordinal_after"):
            return None
        if before and before.text == "-" and at > 1 and self.lexemes[at - 2].kind in NUMERIC:
            return None
        if half and not self.habits.ideographic:
            end = self.lexemes[at + 1].end
            quantity = Quantity(
                start=lexeme.start, end=end, values=(1 + (self.lexemes[at + 1].data or Fraction(1, 2)),),
                units=lexeme.data, certainty=Certainty.WORD,
            )  # fmt: skip
            return Lexeme("quantity", lexeme.start, end, lexeme.text, quantity), at + 2
        near = self.lexemes[max(0, at - 3) : at]
        if lexeme.data == _DECADE and not any(
            other.kind in NUMERIC for other in near
        ):  # “the past decade” is “die letzten zehn Jahre”.
            quantity = Quantity(
                start=lexeme.start, end=lexeme.end, values=(Fraction(1),), units=_DECADE,
                certainty=Certainty.PERHAPS,
            )  # fmt: skip
            return Lexeme("quantity", lexeme.start, lexeme.end, lexeme.text, quantity), at + 1
        return None

    def _digits_follow(self, at: int) -> bool:
        kinds = [lexeme.kind for lexeme in self.lexemes[at + 1 : at + 4]]
        # في اليومين 1 و15, في اليومين الثالث والرابع
        return self.habits.semitic and (kinds[:1] == ["number"] or kinds == _TWO_ORDINALS)

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

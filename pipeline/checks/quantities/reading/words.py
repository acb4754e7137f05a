"""How a language speaks of quantities: its lexicon, and the lexicon made ready for reading.

A lexicon's forms are written in lower case and divided by `|`; a form may be several words.
Languages without a module of their own get what CLDR has: months and the names of units.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import import_module
from itertools import chain
from typing import Any, NamedTuple

from pipeline.checks.quantities.quantity import ABOUT
from pipeline.checks.quantities.reading import cldr
from pipeline.checks.quantities.reading.phrases import ByNeed, BySecond, by_first, by_second
from pipeline.checks.quantities.reading.tokens import normal, words_of
from pipeline.checks.quantities.units import SYMBOLS

OWN = frozenset({"hi", "en", "es", "fr", "it", "pt", "de", "ar", "zh", "ja"})
"""Languages with a module in `lexicon`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lexicon:
    """The words of one language that have to do with quantities."""

    numbers: Mapping[int, str] | Mapping[Fraction, str] = field(default_factory=dict)
    """Number words that are hardly ever anything else."""
    perhaps: Mapping[float | Fraction, str] = field(default_factory=dict)
    """Words that may stand for a number and often do not: “one”, “both”, “half”."""
    ordinals: Mapping[int, str] = field(default_factory=dict)
    scales: Mapping[int, str] = field(default_factory=dict)
    """Words that multiply the number before them."""
    parts: Mapping[int, str] = field(default_factory=dict)
    """Denominators: after a number, “thirds” divides it."""
    counts: Mapping[tuple[int | Fraction, str], str] = field(default_factory=dict)
    """Words that are a number and its unit: “twice” is (2, "times")."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Canonical unit, or several that a form may mean divided by `/`, to its forms."""
    cases: str = ""
    """Endings that the names of units take in other cases than CLDR's: Pixeln, غراما."""
    metric: Mapping[str, str] = field(default_factory=dict)
    """The SI's prefixes as words write them, beside CLDR's: {"k": "quilo"}."""
    counters: str = ""
    """Words between a number and its comparator that name no unit (measure words)."""
    comparators: Mapping[str, str] = field(default_factory=dict)
    """What a number's comparator may be, to the forms before the number. The keys hold signs
    divided by blanks; `=` stands for none."""
    after: Mapping[str, str] = field(default_factory=dict)
    """The same for forms after the number or its unit."""
    degrees: Mapping[str, str] = field(default_factory=dict)
    """The same for adjectives that stand between `more` and `than`: più lunghi di."""
    more: str = ""
    than: str = ""
    verbs: Mapping[str, str] = field(default_factory=dict)
    """The same for verbs that may stand some words away from their number: “exceeds”."""
    split_verbs: Mapping[str, str] = field(default_factory=dict)
    """The same for verbs that compare only where a word of `split` stands before the number."""
    split: str = ""
    bounds: Mapping[str, str] = field(default_factory=dict)
    """Signs to the beginnings or forms of words that say them of a number far away: “minimal”."""
    about: str = ""
    about_after: str = ""
    estimates: str = ""
    """Words that hedge a number far away: “it is thought that”."""
    to: str = ""
    """Between the ends of a range."""
    between: str = ""
    """Before a range whose ends a conjunction joins."""
    and_half: str = ""
    """Behind a number or its unit: half a unit more."""
    quarters: Mapping[Fraction, str] = field(default_factory=dict)
    """The same for other parts of the unit: “y cuarto”."""
    past: Mapping[int, str] = field(default_factory=dict)
    """Minutes to what says them before an hour: {15: "a quarter past"}."""
    intervals: Mapping[tuple[int | Fraction, str], str] = field(default_factory=dict)
    """Words that say “every” with a number and its unit: “quarterly”."""
    conjunctions: str = ""
    fillers: str = ""
    """Words that may stand between a number and what belongs to it."""
    per: str = ""
    """Before a unit: “per day”. Weak ones only after a quantity."""
    weak_per: str = ""
    every: str = ""
    """Before a quantity: “every 8 hours”."""
    every_after: str = ""
    every_units: Mapping[str, str] = field(default_factory=dict)
    """The same, with the unit that they name: 4-hourly."""
    alternate: Mapping[str, str] = field(default_factory=dict)
    """Phrases that say “every second …” by themselves: “every other day”."""
    labels: str = ""
    """Before a number that names a thing and is no measure: “section”."""
    contractions: Mapping[str, str] = field(default_factory=dict)
    """A preposition to the words that it makes with articles, divided by `|`. Phrases that end in
    it are known in all these forms."""
    rates: Mapping[str, str] = field(default_factory=dict)
    """Phrases that say “per unit” by themselves: “each day”."""
    soft_rates: Mapping[str, str] = field(default_factory=dict)
    """The same, where they may be mere adjectives: “daily”."""
    of: str = ""
    """Between a part and its whole: “12 of 40”."""
    reversed_of: str = ""
    """Between a whole and its part."""
    fraction: str = ""
    """Between a denominator and its numerator: 分之."""
    percent_before: str = ""
    """Before a number, making it a percentage: 百分之."""
    ordinal_before: str = ""
    ordinal_after: str = ""
    """Behind digits, without a blank: “th”."""
    decades: Mapping[int, str] = field(default_factory=dict)
    """Names of decades: “nineties” is 90."""
    decade_words: str = ""
    """The same as words: 年代."""
    decade_after: str = ""
    """Behind a number, making it a decade: the “s” of “1990s”."""
    forenoon: str = ""
    afternoon: str = ""
    o_clock: str = ""
    aged: str = ""
    """Before a number of years: “aged”."""
    below_zero: str = ""
    """Beside a temperature, making it negative: “below zero”."""
    months: Mapping[int, str] = field(default_factory=dict)
    """Names of months that CLDR does not give the language."""
    plain: str = ""
    """Idioms that only look like quantities."""
    negations: str = ""
    """Words that turn “more than” into “at most” when they stand before it (in Japanese, after)."""
    stems: Mapping[str, str] = field(default_factory=dict)
    """Canonical unit to the beginnings of words that mean it after a number: “-minütig…”."""
    prefixes: tuple[str, ...] = ()
    """Clitics that are written together with the next word."""
    compound: Mapping[str, str] = field(default_factory=dict)
    """Canonical unit to the middle parts of words that begin with a number: zwei-stunden-takt."""
    dual: str = ""
    """A pattern of words that may be a dual, “two” of something."""
    spaced_groups: bool = False
    """Whether a plain blank may divide groups of digits."""


def inflected(stem: str, endings: str) -> str:
    """Return the forms of a word, divided by `|`; `endings` are divided by blanks, `-` is none."""
    return "|".join(stem + ending.replace("-", "") for ending in endings.split())


class Meaning(NamedTuple):
    """What a word or phrase means."""

    kind: str
    data: Any = None


_Words = tuple[str, ...]
_Forms = list[tuple[str, Meaning]]
_Meanings = ByNeed[dict[_Words, Meaning]]
Phrase = tuple[_Words, Meaning]


class Ready(NamedTuple):
    """A lexicon ready for reading."""

    phrases: ByNeed[BySecond[Phrase]]
    """By their first and second words."""
    met: dict[str, Any]
    """Tokens as they are written, to what `lexemes` made of them, as far as they were met."""
    prefixes: tuple[str, ...]
    stems: tuple[tuple[str, str], ...]
    dual: re.Pattern[str] | None
    spaced_groups: bool
    ideographic: bool
    ordinal_after: frozenset[str]
    decade_after: frozenset[str]
    counted: dict[str, Meaning]
    """Words that are units behind digits and ordinals elsewhere: 0,3 seconde."""
    compound: re.Pattern[str] | None
    """Words that are a number and its unit in one: Zweistundentakt."""


_SIMPLE = (
    "decade_words labels aged and_half between counters about about_after to conjunctions of "
    "reversed_of split fillers every every_after per weak_per fraction percent_before ordinal_before "
    "negations forenoon afternoon o_clock plain below_zero"
).split()


_CONTRACTED = frozenset({"comparator", "verb", "about", "of"})


def _contracted(form: str, contractions: Mapping[str, str]) -> Iterator[str]:
    """Yield a phrase, and one that ends in a preposition also with it and an article: superiore al."""
    yield form
    stem, _, last = form.rpartition(" ")
    for word in contractions[last].split("|") if stem and last in contractions else ():
        yield f"{stem} {word}"


def _entries(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Yield every group of forms with its meaning."""
    for name in _SIMPLE:
        yield getattr(lexicon, name), Meaning(name)
    for unit, forms in lexicon.every_units.items():
        yield forms, Meaning("every_after", frozenset({unit}))
    for count, forms in lexicon.counts.items():
        yield forms, Meaning("count", (Fraction(count[0]), frozenset(count[1].split("/"))))
    for quarter, forms in lexicon.quarters.items():
        yield forms, Meaning("and_half", quarter)
    for minutes, forms in lexicon.past.items():
        yield forms, Meaning("past", minutes)
    for interval, forms in lexicon.intervals.items():
        yield forms, Meaning("interval", (Fraction(interval[0]), frozenset({interval[1]})))
    for value, forms in lexicon.numbers.items():
        yield forms, Meaning("number", Fraction(value))
    for part, forms in lexicon.perhaps.items():
        yield forms, Meaning("perhaps", Fraction(part))
    for value, forms in lexicon.scales.items():
        yield forms, Meaning("scale", Fraction(value))
    for number, forms in lexicon.months.items():
        yield forms, Meaning("month", number)
    for value, forms in lexicon.ordinals.items():
        yield forms, Meaning("ordinal", Fraction(value))
    for value, forms in lexicon.parts.items():
        yield forms, Meaning("part", Fraction(value))
    for value, forms in lexicon.decades.items():
        yield forms, Meaning("decade", Fraction(value))
    for place, table in (
        ("comparator", lexicon.comparators),
        ("after", lexicon.after),
        ("verb", lexicon.verbs),
        ("split_verb", lexicon.split_verbs),
    ):
        for signs, forms in table.items():
            yield (
                forms,
                Meaning(
                    place, frozenset(signs.replace("=", " = ").split() if signs == "=" else signs.split())
                ),
            )
    for kind, rates in (
        ("rate", lexicon.rates),
        ("soft_rate", lexicon.soft_rates),
        ("alternate", lexicon.alternate),
    ):
        for unit, forms in rates.items():
            yield forms, Meaning(kind, frozenset(unit.split("/")))
    for signs, forms in lexicon.degrees.items():
        compared = (
            f"{lexicon.more} {form} {than}" for form in forms.split("|") for than in lexicon.than.split("|")
        )
        yield "|".join(compared), Meaning("comparator", frozenset({signs}))
    for signs, forms in lexicon.bounds.items():
        yield forms, Meaning("word", frozenset(signs.split()))
    yield lexicon.estimates, Meaning("word", ABOUT)
    for unit, forms in lexicon.units.items():
        yield forms, Meaning("unit", frozenset(unit.split("|") if unit in SYMBOLS else unit.split("/")))


@cache
def _unit(units: str) -> Meaning:
    """Return the meaning of a unit's names, or of those that several units divided by `/` have."""
    return Meaning("unit", frozenset(units.split("/")))


def _from_cldr(language: str, lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Yield what CLDR adds to a lexicon: months, units and their prefixes, currencies."""
    bases = {(form, unit): None for unit, forms in lexicon.units.items() for form in forms.split("|")}
    for form, kind, data in cldr.months_and_units(language):
        yield form, _unit(data) if kind == "unit" else Meaning(kind, data)
        if kind == "unit":
            bases[form, data] = None
    derived = dict.fromkeys(cldr.prefixed(language, bases, lexicon.metric))
    for form, unit in derived:
        yield form, _unit(unit)
    for ending in filter(None, lexicon.cases.split("|")):
        for form, unit in bases | derived:
            if len(form) > 3 and form.isalpha():
                yield form + ending, _unit(unit)


_EITHER = frozenset({"comparator", "after", "about", "about_after"})
"""Meanings that a form may have both before and after a number."""


def _meanings(forms: _Forms, contractions: Mapping[str, str]) -> dict[_Words, Meaning]:
    """Return what the phrases of one first word mean; the first meaning of a form stays."""
    seen: dict[_Words, Meaning] = {}
    for form, meaning in forms:
        some = _contracted(form, contractions) if meaning.kind in _CONTRACTED else (form,)
        for words in map(words_of, some):
            if words not in seen:
                seen[words] = meaning
            elif seen[words].kind == "to" and meaning.kind == "comparator":
                seen[words] = meaning._replace(kind="up_to")
            elif seen[words].kind != meaning.kind and {seen[words].kind, meaning.kind} <= _EITHER:
                seen[words] = meaning._replace(kind="about_either" if "about" in meaning.kind else "either")
    return seen


def _phrases(meanings: _Meanings, word: str) -> BySecond[Phrase]:
    """Return the phrases that begin with a word.

    Among them are those such as “and more than”, which compare what follows if a number does.
    """
    seen = dict(meanings[word])
    for words, after in meanings[word].items():
        if after.kind == "after" and len(words) > 1:
            for others, meaning in meanings[words[1]].items():
                if words[1:] == others and meaning.kind == "comparator":
                    seen[words] = Meaning("after_or", after.data)  # “below 5 and below 9”
                if (
                    meaning.kind in ("comparator", "either")
                    and others[: len(words) - 1] == words[1:]
                    and len(others) >= len(words)
                ):
                    seen.setdefault((word, *others), Meaning("after_or", meaning.data))
    phrases = sorted(seen.items(), key=lambda phrase: -len(phrase[0]))
    return by_second((phrase[0][1] if len(phrase[0]) > 1 else "", phrase) for phrase in phrases)


@cache
def ready(language: str) -> Ready:
    """Return the lexicon of a language subtag, ready for reading. Made once for a process."""
    lexicon = Lexicon()
    if language in OWN:
        lexicon = import_module(f"pipeline.checks.quantities.lexicon.{language}").LEXICON
    forms = by_first(chain(_entries(lexicon), _from_cldr(language, lexicon)))
    meanings: _Meanings = ByNeed(forms, lambda word: _meanings(forms[word], lexicon.contractions), {})
    phrases: ByNeed[BySecond[Phrase]] = ByNeed(forms, lambda word: _phrases(meanings, word), {"": []})
    return Ready(
        phrases=phrases,
        met={},
        prefixes=lexicon.prefixes,
        stems=tuple((stem, unit) for unit, stems in lexicon.stems.items() for stem in stems.split("|")),
        dual=re.compile(lexicon.dual) if lexicon.dual else None,
        spaced_groups=lexicon.spaced_groups,
        ideographic=language in ("zh", "ja"),
        ordinal_after=frozenset(filter(None, lexicon.ordinal_after.split("|"))),
        decade_after=frozenset(filter(None, lexicon.decade_after.split("|"))),
        counted=_counted(phrases, lexicon),
        compound=_compound(lexicon),
    )


def _counted(phrases: ByNeed[BySecond[Phrase]], lexicon: Lexicon) -> dict[str, Meaning]:
    """Return the names of units that are ordinals too."""
    ordinals = {normal(form) for forms in lexicon.ordinals.values() for form in forms.split("|")}
    return {
        form: Meaning("unit", frozenset({unit}))
        for unit, forms in lexicon.units.items()
        for form in map(normal, forms.split("|"))
        if form in ordinals and any(meaning.kind == "ordinal" for _, meaning in phrases[form][""])
    }


def _compound(lexicon: Lexicon) -> re.Pattern[str] | None:
    """Return what divides words that hold a number and a unit."""
    if not lexicon.compound:
        return None
    numbers = {form for value, forms in lexicon.numbers.items() if value < 100 for form in forms.split("|")}
    units = "|".join(f"(?P<{unit}>{forms})" for unit, forms in lexicon.compound.items())
    return re.compile(f"(?P<number>{'|'.join(sorted(numbers, key=len, reverse=True))})(?:{units}).*")

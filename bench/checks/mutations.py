"""One wrong thing at a time: mutations that a program makes of clean translations.

Each function yields (the mutated text, what changed). All chance is seeded by the pair, so that the same
corpus always gives the same mutations.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from bench.checks.corpus import NAMES, Case, Mutation
from bench.checks.tables import DRUGS, NATIVE_DIGITS, SPACES, SYMBOLS, TABLES

Mutated = Iterator[tuple[str, str]]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(\d{1,2})(:|[ \u00a0]?h[ \u00a0]?|時)(\d\d)(?!\d)")
_LATIN_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_PROTECTED = re.compile(
    r"\]\([^)]*\)"  # link targets
    r"|\[\^[^\]]+\]"  # footnotes
    r"|^\d\. "  # marks of list items
    r"|\d+\.\d+\.\d+"  # versions
    r"|[A-Za-z]\d+"  # D3
    r"|10[⁰¹²³⁴⁵⁶⁷⁸⁹]+"  # powers of ten
    r"|’\d\d",  # the '90s
    re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A number in digits: where it stands, and its digits without separators."""

    start: int
    end: int
    text: str

    def replaced(self, text: str, new: str) -> tuple[str, str]:
        """Return `text` with `new` in this place, and what changed."""
        return text[: self.start] + new + text[self.end :], f"“{self.text}” → “{new}”"


def by_program(case: Case) -> Iterator[Mutation]:
    """Yield every mutation of `case`, none of them equal to the clean text or to another."""
    seen = {case.target}
    for kind, mutate in MUTATORS:
        for target, change in mutate(case, random.Random(f"{case.locale} {case.id} {kind}")):
            if target not in seen:
                seen.add(target)
                yield Mutation(case=case, kind=kind, target=target, change=change)


def numbers(case: Case) -> list[Number]:
    """Return the numbers in digits of the translation, by the locale's conventions."""
    table = TABLES[case.locale]
    pattern = rf"\d+(?:[{re.escape(table.group)}]\d{{3}}(?!\d))*(?:[{re.escape(table.decimal)}]\d+)?"
    hidden = [match.span() for match in _PROTECTED.finditer(case.target)]
    hidden += [match.span() for match in _CLOCK.finditer(case.target)]
    return [
        Number(start=match.start(), end=match.end(), text=match[0])
        for match in re.finditer(pattern, case.target)
        if not any(start < match.end() and match.start() < end for start, end in hidden)
    ]


def unit_swapped(case: Case, chance: random.Random) -> Mutated:
    """Put another unit after a number: mg for g, days for hours."""
    pairs = SYMBOLS + TABLES[case.locale].units
    found = []
    for right, wrong in pairs:
        word = re.escape(right) + (r"(?![^\W_]|[/²³])" if right.isascii() or case.locale == "ar" else "")
        number = rf"(?<!\d)(?!(?:19|20)\d\d[^\d,.])[\d.,٫٬]*\d[{SPACES}]?({word})"
        found += [(match, wrong) for match in re.finditer(number, case.target)]
    for match, wrong in chance.sample(found, min(2, len(found))):
        start, end = match.span(1)
        yield case.target[:start] + wrong + case.target[end:], f"“{match[1]}” → “{wrong}”"


def decimal_moved(case: Case, chance: random.Random) -> Mutated:
    """Move a decimal mark by one place, or make ten of a hundred."""
    decimal = TABLES[case.locale].decimal
    for number in _some(numbers(case), chance, 2):
        mark = next((mark for mark in decimal if mark in number.text), "")
        if mark:
            whole, part = number.text.split(mark)
            yield number.replaced(case.target, _moved(whole, part, mark))
        elif len(number.text) in (2, 3) and _value(number.text) >= 10:
            zero = _digit_like(number.text, 0)
            yield number.replaced(case.target, number.text + zero)


def _moved(whole: str, part: str, mark: str) -> str:
    digits = whole + part[0]
    stripped = digits[1:] if _value(digits[0]) == 0 and len(digits) > 1 else digits
    rest = part[1:]
    return f"{stripped}{mark}{rest}" if rest else stripped


def digit_changed(case: Case, chance: random.Random) -> Mutated:
    """Change one digit of a number that is no year."""
    plain = [number for number in numbers(case) if not _YEAR.fullmatch(number.text)]
    for number in _some(plain, chance, 2):
        yield number.replaced(case.target, _another(number.text, chance))


def year_changed(case: Case, chance: random.Random) -> Mutated:
    """Change a year that also stands in the source."""
    years = set(_YEAR.findall(case.source))
    same = [n for n in numbers(case) if n.text.isdecimal() and str(int(n.text)) in years]
    for number in _some(same, chance, 1):
        yield number.replaced(case.target, _plus(number.text, 1))


def time_changed(case: Case, chance: random.Random) -> Mutated:
    """Change the hour of a time of day."""
    for match in _some(list(_CLOCK.finditer(case.target)), chance, 1):
        number = Number(start=match.start(1), end=match.end(1), text=match[1])
        yield number.replaced(case.target, _plus(number.text, 1))


def number_dropped(case: Case, chance: random.Random) -> Mutated:
    """Leave a number out and its unit in place; never a 1, without which many a text means the same."""
    found = [n for n in numbers(case) if n.text != "1" and not case.target[n.end :].startswith("倍")]
    for number in _some(found, chance, 1):
        after = case.target[number.end :].lstrip(SPACES)
        yield case.target[: number.start] + after, f"“{number.text}” left out"


def exchanged(case: Case, chance: random.Random) -> Mutated:
    """Exchange two numbers of different units: dose and interval."""
    yield from _exchange(case, chance, same_unit=False)


def exchanged_alike(case: Case, chance: random.Random) -> Mutated:
    """Exchange two numbers of the same unit: one group's share for the other's."""
    yield from _exchange(case, chance, same_unit=True)


def _exchange(case: Case, chance: random.Random, *, same_unit: bool) -> Mutated:
    found = [n for n in numbers(case) if not _YEAR.fullmatch(n.text)]
    pairs = [
        (one, other)
        for index, one in enumerate(found)
        for other in found[index + 1 :]
        if one.text != other.text and (_after(case, one) == _after(case, other)) is same_unit
        if not re.search(r"\d or \d", case.source)  # “1 or 2 tablets” are the same the other way round.
    ]
    for one, other in _some(pairs, chance, 1):
        text = case.target[: one.start] + other.text + case.target[one.end : other.start]
        yield text + one.text + case.target[other.end :], f"“{one.text}” ↔ “{other.text}”"


def _after(case: Case, number: Number) -> str:
    """Return the beginning of what follows a number: enough to tell units apart."""
    rest = case.target[number.end : number.end + 8].lstrip(SPACES)
    match = re.match(r"[A-Za-zµ°%€/²¹⁰-⁹\u0600-\u06ff]+|[^\s\d]{1,2}", rest)
    return match[0] if match else rest


def range_end_changed(case: Case, chance: random.Random) -> Mutated:
    """Change the second end of a range."""
    table = TABLES[case.locale]
    found = numbers(case)
    ends = []
    for one, other in pairwise(found):
        between = case.target[one.end : other.start]
        if len(between) <= 16 and any(between.endswith(mark) for mark in table.ranges):
            ends.append(other)
    for number in _some(ends, chance, 1):
        yield number.replaced(case.target, _another(number.text, chance))


def comparator_flipped(case: Case, _chance: random.Random) -> Mutated:
    """Turn a sign of comparison round."""
    for old, new in zip("<>≤≥", "><≥≤", strict=True):
        if old in case.target:
            yield case.target.replace(old, new, 1), f"“{old}” → “{new}”"


def sign_dropped(case: Case, _chance: random.Random) -> Mutated:
    """Leave out a minus."""
    if "−" in case.target:
        yield case.target.replace("−", "", 1), "“−” left out"


def power_changed(case: Case, _chance: random.Random) -> Mutated:
    """Change a power of ten."""
    for old, new in (("10⁹", "10⁶"), ("10⁶", "10⁹")):
        if old in case.target:
            yield case.target.replace(old, new, 1), f"“{old}” → “{new}”"


def separator_left(case: Case, chance: random.Random) -> Mutated:
    """Leave a number as the source writes it where the locale reads that otherwise."""
    table = TABLES[case.locale]
    if not table.reads_source_otherwise:
        return
    written = {
        re.sub(r"[.,]", "", text): text
        for text in _LATIN_NUMBER.findall(case.source)
        if re.search("[.,]", text)
    }
    found = [
        (number, written[bare])
        for number in numbers(case)
        if (bare := re.sub(r"[^\d]", "", number.text)) in written and written[bare] != number.text
    ]
    for number, as_source in _some(found, chance, 2):
        yield number.replaced(case.target, as_source)


def script_digits_wrong(case: Case, chance: random.Random) -> Mutated:
    """Write a number in the digits of another script, and one of them wrong."""
    native = NATIVE_DIGITS.get(case.locale)
    latin = [n for n in numbers(case) if re.fullmatch(r"[0-9]+", n.text)]
    if native:
        for number in _some(latin, chance, 1):
            wrong = _another(number.text, chance)
            yield number.replaced(case.target, wrong.translate(_to(native)))


def link_target_changed(case: Case, _chance: random.Random) -> Mutated:
    """Point a link elsewhere."""
    for old, new in (("#adults", "#children"), ("2019-0457", "2019-0475")):
        if old in case.target:
            yield case.target.replace(old, new), f"“{old}” → “{new}”"


def footnote_lost(case: Case, _chance: random.Random) -> Mutated:
    """Leave out a footnote's mark."""
    for match in re.finditer(r"\[\^[^\]]+\]", case.target):
        yield case.target.replace(match[0], ""), f"“{match[0]}” left out"


def brand_misspelt(case: Case, chance: random.Random) -> Mutated:
    """Misspell a brand in two ways."""
    for name in NAMES:
        if name in case.target:
            place = chance.randrange(1, len(name) - 1)
            swapped = name[:place] + name[place + 1] + name[place] + name[place + 2 :]
            for wrong in (swapped, name.replace("y", "i", 1)):
                yield case.target.replace(name, wrong), f"“{name}” → “{wrong}”"


def drug_swapped(case: Case, _chance: random.Random) -> Mutated:
    """Name a drug's look-alike in its place."""
    for right, wrong in DRUGS[case.locale]:
        if right in case.target:
            yield case.target.replace(right, wrong, 1), f"“{right}” → “{wrong}”"


def line_lost(case: Case, chance: random.Random) -> Mutated:
    """Leave out one line of a list."""
    lines = case.target.split("\n")
    for index in _some(list(range(len(lines))) if len(lines) > 1 else [], chance, 2):
        yield "\n".join(lines[:index] + lines[index + 1 :]), f"line “{lines[index]}” left out"


MUTATORS: tuple[tuple[str, Callable[[Case, random.Random], Mutated]], ...] = (
    ("unit-swapped", unit_swapped),
    ("decimal-moved", decimal_moved),
    ("digit-changed", digit_changed),
    ("year-changed", year_changed),
    ("time-changed", time_changed),
    ("number-dropped", number_dropped),
    ("dose-interval-exchanged", exchanged),
    ("same-unit-exchanged", exchanged_alike),
    ("range-end-changed", range_end_changed),
    ("comparator-flipped", comparator_flipped),
    ("sign-dropped", sign_dropped),
    ("power-changed", power_changed),
    ("separator-left", separator_left),
    ("script-digits-wrong", script_digits_wrong),
    ("link-target-changed", link_target_changed),
    ("footnote-lost", footnote_lost),
    ("brand-misspelt", brand_misspelt),
    ("drug-swapped", drug_swapped),
    ("list-item-lost", line_lost),
)
"""Each kind that a program makes, in the order of the report. A kind may have more, made by hand."""


def variants(case: Case) -> Iterator[Case]:
    """Yield the pair as other right hands would write it: other spaces, other digits."""
    plain = re.sub(r"[\u00a0\u2009\u202f]", " ", case.target)
    glued = re.sub(r"(?<=\d) (?=(?:mg|mL|ml|kPa|m|V|A|°C|%|€)(?![^\W_]))", "\u202f", plain)
    native = NATIVE_DIGITS.get(case.locale)
    latin = re.search(r"[0-9]", case.target) and not _PROTECTED.search(case.target)
    other = case.target.translate(_to(native)) if native and latin else case.target
    if native and latin:
        group, decimal = {"ar": "٬٫", "ja": "，．", "zh_Hans": ",．"}[case.locale]
        other = re.sub(rf"(?<=[{native}]),(?=[{native}])", group, other)
        other = re.sub(rf"(?<=[{native}])\.(?=[{native}])", decimal, other)
    seen = {case.target}
    for name, target in (("spaces", plain), ("spaces", glued), ("digits", other)):
        if target not in seen:
            seen.add(target)
            yield replace(case, id=f"{case.id} ({name})", target=target)


def _some(found: list[Any], chance: random.Random, most: int) -> list[Any]:
    return chance.sample(found, min(most, len(found)))


def _to(native: str) -> dict[int, str]:
    return str.maketrans("0123456789", native)


def _value(text: str) -> int:
    return int("".join(character for character in text if character.isdecimal()))


def _digit_like(text: str, digit: int) -> str:
    """Return `digit` in the script of the digits of `text`."""
    first = next(character for character in text if character.isdecimal())
    return chr(ord(first) - int(first) + digit)


def _another(text: str, chance: random.Random) -> str:
    """Return `text` with one digit changed, and no zero put in front or in the place of a sole digit."""
    places = [place for place, character in enumerate(text) if character.isdecimal()]
    place = chance.choice(places)
    old = int(text[place])
    new = chance.choice([digit for digit in range(1, 10) if digit != old])
    return text[:place] + _digit_like(text, new) + text[place + 1 :]


def _plus(text: str, step: int) -> str:
    """Return the whole number `text` plus `step`, in its own digits."""
    return "".join(_digit_like(text, int(digit)) for digit in str(int(text) + step))

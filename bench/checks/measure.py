"""Counting: what was caught of each kind, and what was cried over clean pairs."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from bench.checks.contestants import Said
from bench.checks.corpus import Case, Mutation

FAMILIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "quantity",
        (
            "unit-swapped",
            "decimal-moved",
            "digit-changed",
            "year-changed",
            "time-changed",
            "number-dropped",
            "dose-interval-exchanged",
            "same-unit-exchanged",
            "range-end-changed",
            "comparator-flipped",
            "sign-dropped",
            "power-changed",
            "separator-left",
            "script-digits-wrong",
            "number-word-changed",
            "fraction-changed",
            "ordinal-changed",
            "percent-points",
            "scale-changed",
            "rate-changed",
        ),
    ),
    (
        "polarity",
        (
            "negation-dropped",
            "negation-added",
            "modal-changed",
            "only-dropped",
            "order-swapped",
            "bound-flipped",
        ),
    ),
    (
        "other",
        (
            "term-replaced",
            "brand-misspelt",
            "drug-swapped",
            "link-target-changed",
            "footnote-lost",
            "list-item-lost",
        ),
    ),
)
"""Each family of mutations with its kinds, in the order of the report."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """So many of so many."""

    part: int = 0
    whole: int = 0

    def __add__(self, other: "Share") -> "Share":
        """Add numerators and denominators."""
        return Share(part=self.part + other.part, whole=self.whole + other.whole)

    @property
    def percent(self) -> float:
        """Of 100; of nothing, zero."""
        return 100 * self.part / self.whole if self.whole else 0.0

    def good(self) -> str:
        """Return the percentage of something good, rounded down to a tenth."""
        return f"{math.floor(self.percent * 10 + 1e-9) / 10:.1f}%" if self.whole else "–"

    def bad(self) -> str:
        """Return the percentage of something bad, rounded up to a tenth."""
        return f"{math.ceil(self.percent * 10 - 1e-9) / 10:.1f}%" if self.whole else "–"

    def __str__(self) -> str:
        """Show both counts."""
        return f"{self.part}/{self.whole}" if self.whole else "–"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What a contestant said of a mutation, beyond what it said of the clean pair."""

    mutation: Mutation
    new: Said

    def caught_by(self, family: str = "") -> bool:
        """Whether a check whose id begins so spoke that had not, or spoke more often."""
        return any(id_.startswith(family) for id_ in self.new)


def verdicts(mutations: Iterable[Mutation], clean: dict[Case, Said], said: Iterable[Said]) -> list[Verdict]:
    """Judge what was said of each mutation against what was said of its clean pair."""
    return [
        Verdict(mutation=mutation, new=after - clean[mutation.case])
        for mutation, after in zip(mutations, said, strict=True)
    ]


def caught(found: Iterable[Verdict], kinds: Iterable[str], locale: str = "", by: str = "") -> Share:
    """Return how many mutations of `kinds` were caught, in `locale` or everywhere.

    `by` asks for checks whose ids begin so.
    """
    wanted = frozenset(kinds)
    chosen = [
        verdict
        for verdict in found
        if verdict.mutation.kind in wanted and locale in ("", verdict.mutation.case.locale)
    ]
    return Share(part=sum(verdict.caught_by(by) for verdict in chosen), whole=len(chosen))


def alarms(said: dict[Case, Said], families: tuple[str, ...], locale: str = "") -> Share:
    """Return over how many clean pairs checks spoke whose ids begin so; `()` means any check."""
    chosen = [found for case, found in said.items() if locale in ("", case.locale)]
    loud = [found for found in chosen if any(not families or id_.startswith(families) for id_ in found)]
    return Share(part=len(loud), whole=len(chosen))

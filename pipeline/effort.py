"""How much of a draft people had to change: what reviewing costs, measured and not guessed.

Each figure stands between a draft as it was made and the text as it was approved. chrF++ (Popović
2017) and TER (Snover 2006) are sacrebleu's; without that library they are absent.
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

from pipeline.ledger.events import Action, Event
from pipeline.model import ArticleName, LocaleTag

MINIMUM = 30
"""Approved drafts from which an engine's figures may decide anything."""

LATEST = 300
"""How many approved texts chrF++ and TER are made of at most, the latest: they take milliseconds each."""

_RESAMPLES = 500
_MANY = 2000
"""Values from which the bootstrap and the normal approximation agree, and only the latter is quick."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A draft and what became of it."""

    engine: str
    locale: LocaleTag
    article: ArticleName
    draft: str
    approved: str | None
    """The text that a reviewer approved last; None while there is none."""
    words: int = 0
    """Words that the engine counted in the draft; 0 where it counts none."""
    unknown: int = 0
    """How many of them it did not know."""

    @property
    def edits(self) -> int:
        """Characters that were inserted, deleted or replaced on the way to the approved text."""
        from rapidfuzz.distance import Levenshtein

        return 0 if self.approved is None else Levenshtein.distance(self.draft, self.approved)


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """A figure with its 95% bootstrap interval."""

    mean: float
    low: float
    high: float


Scores = tuple[Interval | None, Interval | None]
"""chrF++ and TER."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """The figures of one engine in one locale, and of one article where it is named.

    A figure is None where there is nothing to make it of.
    """

    engine: str
    locale: LocaleTag
    article: ArticleName | None
    drafts: int
    """Drafts that it made."""
    count: int
    """How many of their messages have an approved text; all figures but `unknown` are of these."""
    unchanged: Interval | None
    """Share of drafts that were approved as they were."""
    edit_rate: Interval | None
    """Characters changed for each character approved; may exceed 1."""
    chrf: Interval | None
    """chrF++ of all drafts together, 0 to 100, higher is better."""
    ter: Interval | None
    """TER of all drafts together, 0 is best, may exceed 100."""
    unknown: Interval | None
    """Share of words that the engine did not know, of all its drafts."""


def outcomes(events: Iterable[Event], locale: LocaleTag, article: ArticleName) -> tuple[Outcome, ...]:
    """Pair each message's drafts with the text that was approved next, from the events of one edition.

    `events` are in the order of time. Of drafts that followed each other only the last counts; an
    approval that its reviewer took back does not. Plural messages are left out.
    """
    drafts: dict[str, Event] = {}
    approvals: dict[str, Event] = {}
    for event in sorted(events, key=lambda event: (event.time, event.action is not Action.DRAFT)):
        if event.action is Action.DRAFT and len(event.text) == 1:
            drafts[event.message] = event
            approvals.pop(event.message, None)
        elif event.action is Action.APPROVE and len(event.text) == 1:
            approvals[event.message] = event
        elif event.action is Action.REVOKE:
            held = approvals.get(event.message)
            if held and (held.actor, held.subject) == (event.actor, event.subject):
                del approvals[event.message]
    return tuple(
        Outcome(
            engine=draft.actor,
            locale=locale,
            article=article,
            draft=draft.text[0],
            approved=approvals[message].text[0] if message in approvals else None,
            words=draft.words,
            unknown=draft.unknown,
        )
        for message, draft in drafts.items()
    )


def scores(group: Sequence[Outcome]) -> Scores:
    """Return chrF++ and TER of approved drafts into one locale; None for both without sacrebleu."""
    try:
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER
    except ImportError:
        return None, None
    drafts, approved = [one.draft for one in group], [[one.approved or "" for one in group]]
    asian = group[0].locale.partition("_")[0] in ("zh", "ja", "ko", "th")
    ter = TER(case_sensitive=True, normalized=True, asian_support=asian)
    return _scored(CHRF(word_order=2), drafts, approved, 100), _scored(ter, drafts, approved)


_WIDTH = re.compile(r"± ([0-9.]+)")


def _scored(
    metric: Any, drafts: list[str], approved: list[list[str]], highest: float = float("inf")
) -> Interval:
    """Return a corpus score with sacrebleu's own bootstrap interval, whose seed is fixed."""
    found = metric.corpus_score(drafts, approved, n_bootstrap=_RESAMPLES)
    width = _WIDTH.search(found.format(width=4))
    half = float(width[1]) if width else 0.0
    score = float(found.score)
    return Interval(mean=score, low=max(0.0, score - half), high=min(highest, score + half))


Maker = Callable[[Sequence[Outcome], ArticleName | None], Effort]
"""Makes the figures of drafts by one engine into one locale, of one article or of all."""


def measure(
    found: Iterable[Outcome], *, by_article: bool = False, make: Maker | None = None
) -> tuple[Effort, ...]:
    """Return the figures for each engine and locale, and each article if wanted, in their order.

    The same outcomes give the same intervals. `make` makes the figures of a group, or remembers them.
    """
    groups: dict[tuple[str, LocaleTag, ArticleName | None], list[Outcome]] = {}
    for outcome in found:
        key = (outcome.engine, outcome.locale, outcome.article if by_article else None)
        groups.setdefault(key, []).append(outcome)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or ""))
    return tuple((make or figures)(group, key[2]) for key, group in ordered)


def figures(
    group: Sequence[Outcome],
    article: ArticleName | None,
    *,
    score: Callable[[Sequence[Outcome]], Scores] = scores,
) -> Effort:
    """Return the figures of at least one draft by one engine into one locale."""
    engine, locale = group[0].engine, group[0].locale
    done = [one for one in group if one.approved is not None]
    chrf, ter = score(done[-LATEST:]) if done else (None, None)
    return Effort(
        engine=engine,
        locale=locale,
        article=article,
        drafts=len(group),
        count=len(done),
        unchanged=interval([(float(one.draft == one.approved), 1) for one in done]),
        edit_rate=interval([(one.edits, len(one.approved or "")) for one in done]),
        chrf=chrf,
        ter=ter,
        unknown=interval([(one.unknown, one.words) for one in group if one.words]),
    )


def interval(parts: Sequence[tuple[float, float]], seed: int = 0) -> Interval | None:
    """Return the sum of all numerators by the sum of all denominators, with its 95% interval.

    The interval is the percentile bootstrap's (Efron 1979) over the parts, from 500 resamples; above
    2,000 parts it is that of the ratio's normal approximation. None without a denominator above 0.
    """
    total = sum(below for _, below in parts)
    if not total:
        return None
    ratio = sum(above for above, _ in parts) / total
    if len(parts) > _MANY:
        half = 1.96 * sqrt(sum((above - ratio * below) ** 2 for above, below in parts)) / total
        return Interval(mean=ratio, low=max(0.0, ratio - half), high=ratio + half)
    chance = random.Random(seed)  # noqa: S311  # Statistics, not secrets.
    ratios = []
    for _ in range(_RESAMPLES):
        drawn = chance.choices(parts, k=len(parts))
        below = sum(part[1] for part in drawn)
        ratios.append(sum(part[0] for part in drawn) / below if below else ratio)
    ratios.sort()
    tail = _RESAMPLES // 40
    return Interval(mean=ratio, low=ratios[tail], high=ratios[-tail - 1])


def order(engines: Sequence[str], measured: Mapping[str, Effort]) -> tuple[str, ...]:
    """Put engines in the order of their effort in one locale, where the figures allow it.

    An engine goes before one that was named before it only where both have at least 30 approved
    drafts and their intervals of the edit rate do not overlap.
    """
    ordered: list[str] = []
    for name in engines:
        at = len(ordered)
        while at and _surely_better(measured.get(name), measured.get(ordered[at - 1])):
            at -= 1
        ordered.insert(at, name)
    return tuple(ordered)


def _surely_better(one: Effort | None, other: Effort | None) -> bool:
    if one is None or other is None or min(one.count, other.count) < MINIMUM:
        return False
    if one.edit_rate is None or other.edit_rate is None:
        return False
    return one.edit_rate.high < other.edit_rate.low

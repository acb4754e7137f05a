"""How much of a draft people had to change: what reviewing costs, measured and not guessed.

Each figure stands between a draft as it was made and the text as it was approved. chrF++ (Popović
2017) and TER (Snover 2006) are sacrebleu's; without that library they are absent.
"""

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.ledger.events import Action, Event
from pipeline.model import ArticleName, LocaleTag

MINIMUM = 30
"""Approved drafts from which an engine's figures may decide anything."""

_RESAMPLES = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """A draft and what became of it."""

    engine: str
    locale: LocaleTag
    article: ArticleName
    draft: str
    approved: str

    @property
    def edit_rate(self) -> float:
        """Characters inserted, deleted or replaced, for each character of the approved text."""
        from rapidfuzz.distance import Levenshtein

        return Levenshtein.distance(self.draft, self.approved) / max(1, len(self.approved))


@dataclass(frozen=True, kw_only=True, slots=True)
class Interval:
    """A mean with its 95% bootstrap interval (percentile, 1,000 resamples)."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """The figures of one engine in one locale, and of one article where it is named."""

    engine: str
    locale: LocaleTag
    article: ArticleName | None
    count: int
    unchanged: Interval
    """Share of drafts that were approved as they were."""
    edit_rate: Interval
    """Characters changed for each character approved; may exceed 1."""
    chrf: float | None
    """chrF++ of all drafts together, 0 to 100, higher is better."""
    ter: float | None
    """TER of all drafts together, 0 is best, may exceed 100."""


def outcomes(events: Iterable[Event], locale: LocaleTag, article: ArticleName) -> tuple[Outcome, ...]:
    """Pair each message's last draft with its last approved text, from the events of one edition.

    Messages without either are left out; so are plural ones.
    """
    drafts: dict[tuple[str, str | None], Event] = {}
    approved: dict[tuple[str, str | None], Event] = {}
    for event in events:
        key = (event.message, event.msgctxt)
        if event.action is Action.DRAFT and len(event.text) == 1:
            drafts[key] = event
        elif event.action is Action.APPROVE and len(event.text) == 1:
            approved[key] = event
    return tuple(
        Outcome(
            engine=draft.actor,
            locale=locale,
            article=article,
            draft=draft.text[0],
            approved=approved[key].text[0],
        )
        for key, draft in drafts.items()
        if key in approved
    )


def measure(found: Iterable[Outcome], *, by_article: bool = False, seed: int = 0) -> tuple[Effort, ...]:
    """Return the figures for each engine and locale, and each article if wanted, in their order.

    The same outcomes and seed give the same intervals.
    """
    groups: dict[tuple[str, LocaleTag, ArticleName | None], list[Outcome]] = {}
    for outcome in found:
        key = (outcome.engine, outcome.locale, outcome.article if by_article else None)
        groups.setdefault(key, []).append(outcome)
    ordered = sorted(groups.items(), key=lambda item: (item[0][0], item[0][1], item[0][2] or ""))
    return tuple(_figures(key, group, seed) for key, group in ordered)


def _figures(key: tuple[str, LocaleTag, ArticleName | None], group: Sequence[Outcome], seed: int) -> Effort:
    engine, locale, article = key
    chrf, ter = _scores(group, locale)
    return Effort(
        engine=engine,
        locale=locale,
        article=article,
        count=len(group),
        unchanged=interval([float(outcome.draft == outcome.approved) for outcome in group], seed),
        edit_rate=interval([outcome.edit_rate for outcome in group], seed),
        chrf=chrf,
        ter=ter,
    )


def interval(values: Sequence[float], seed: int = 0) -> Interval:
    """Return the mean of at least one value with its bootstrap interval."""
    chance = random.Random(seed)  # noqa: S311  # Statistics, not secrets.
    count = len(values)
    means = sorted(sum(chance.choices(values, k=count)) / count for _ in range(_RESAMPLES))
    low, high = means[int(0.025 * _RESAMPLES)], means[int(0.975 * _RESAMPLES) - 1]
    return Interval(mean=sum(values) / count, low=low, high=high)


def _scores(group: Sequence[Outcome], locale: LocaleTag) -> tuple[float | None, float | None]:
    try:
        from sacrebleu.metrics.chrf import CHRF
        from sacrebleu.metrics.ter import TER
    except ImportError:
        return None, None
    drafts, approved = [outcome.draft for outcome in group], [[outcome.approved for outcome in group]]
    asian = locale.partition("_")[0] in ("zh", "ja", "ko", "th")
    ter = TER(case_sensitive=True, normalized=True, asian_support=asian)
    return (
        float(CHRF(word_order=2).corpus_score(drafts, approved).score),
        float(ter.corpus_score(drafts, approved).score),
    )


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
    return one.edit_rate.high < other.edit_rate.low

"""The preview's page of effort: what correcting each engine's drafts cost, drawn and in numbers.

A plot is a mark in its interval on a scale that all rows of a table share; the numbers stand beside it,
so that nothing is told by the picture alone. The page speaks the source language.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pipeline import locales
from pipeline.effort import Effort, Interval
from pipeline.model import Locale
from pipeline.render import cldr
from pipeline.render.site import Site
from pipeline.render.words import N_, words

ADDRESS = "effort.html"
"""Where the page stands, below the preview's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One figure of an effort, as the page explains it."""

    name: str
    explained: str
    take: Callable[[Effort], Interval | None]
    highest: float
    """The end of the scale, unless an interval goes beyond it."""
    share: bool = True
    """Whether it is written in percent."""


MEASURES = (
    Measure(
        name=N_("Approved unchanged"),
        explained=N_("Share of drafts that were approved as they were. More is better."),
        take=lambda each: each.unchanged,
        highest=1,
    ),
    Measure(
        name=N_("Characters changed"),
        explained=N_("Characters changed for each character approved. Less is better."),
        take=lambda each: each.edit_rate,
        highest=1,
    ),
    Measure(
        name=N_("chrF++"),
        explained=N_("How much of the approved text stood in the draft, from 0 to 100. More is better."),
        take=lambda each: each.chrf,
        highest=100,
        share=False,
    ),
    Measure(
        name=N_("TER"),
        explained=N_("Changes of words for each 100 words approved. Less is better."),
        take=lambda each: each.ter,
        highest=100,
        share=False,
    ),
    Measure(
        name=N_("Unknown words"),
        explained=N_("Share of words that the engine did not know. Less is better."),
        take=lambda each: each.unknown,
        highest=0.2,
    ),
)
"""Every figure, in the order of the page."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plot:
    """A row of a figure's table: where its mark stands on the scale, in percent, and its numbers."""

    effort: Effort
    language: Locale
    mark: float
    start: float
    end: float
    value: str
    interval: str
    count: str


def page(engines: Sequence[Effort], articles: Sequence[Effort], site: Site) -> str:
    """Return the page: a plot of each figure by engine and locale, and a table by article."""
    from pipeline.render.templates import render

    locale = site.source_locale
    spoken = words(locale.tag, site.theme.words.get(locale.tag))
    titles = {one.article: one.title for one in site.listing if one.locale.tag == locale.tag}
    return render(
        "effort.html",
        site,
        locale,
        ADDRESS,
        title=spoken.gettext(N_("Effort")),
        figures=[
            (
                measure,
                _plots(measure, engines, locale),
                _written(measure, 0, locale),
                _top(measure, engines, locale),
            )
            for measure in MEASURES
            if any(measure.take(each) for each in engines)
        ],
        measures=MEASURES,
        engines=engines,
        articles=articles,
        titles=titles,
        language=lambda each: locales.locale(each.locale),
        number=lambda number: cldr.number_text(number, locale),
        cell=lambda measure, each: _cell(measure, each, locale),
    )


def _plots(measure: Measure, efforts: Iterable[Effort], locale: Locale) -> list[Plot]:
    efforts = list(efforts)
    scale = _scale(measure, efforts)
    return [
        Plot(
            effort=each,
            language=locales.locale(each.locale),
            mark=_percent(found.mean, scale),
            start=_percent(found.low, scale),
            end=_percent(found.high, scale),
            value=_written(measure, found.mean, locale),
            interval=f"{_written(measure, found.low, locale)} – {_written(measure, found.high, locale)}",
            count=cldr.number_text(each.drafts if measure.name == "Unknown words" else each.count, locale),
        )
        for each in efforts
        if (found := measure.take(each))
    ]


def _scale(measure: Measure, efforts: Iterable[Effort]) -> float:
    """Return the end of the scale: the usual one, or the highest interval's."""
    return max([measure.highest, *(found.high for each in efforts if (found := measure.take(each)))])


def _top(measure: Measure, efforts: Iterable[Effort], locale: Locale) -> str:
    return _written(measure, _scale(measure, efforts), locale)


def _percent(value: float, scale: float) -> float:
    """Return where a value stands on the scale, with room for the mark at both ends."""
    return round(2 + 96 * value / scale, 2)


def _cell(measure: Measure, effort: Effort, locale: Locale) -> tuple[str, str]:
    """Return a figure and its interval; dashes where there is none."""
    found = measure.take(effort)
    if found is None:
        return "–", ""
    low, high = _written(measure, found.low, locale), _written(measure, found.high, locale)
    return _written(measure, found.mean, locale), f"{low} – {high}"


def _written(measure: Measure, value: float, locale: Locale) -> str:
    return cldr.share_text(value, locale) if measure.share else cldr.decimal_text(value, locale)

"""What only the team sees: the preview's status page, and each block's state and past.

Both speak the words of the theme, in the language of the page they stand on; the status page speaks
the source language.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from pipeline.model import ArticleName, Deed, Edition, Locale, PastEvent, Severity, State
from pipeline.render import cldr
from pipeline.render.site import Listed, Site
from pipeline.render.words import N_, Words, words

ADDRESS = "status.html"
"""Where the status page stands, below the preview's root."""

ARTICLES = 25
"""So many articles stand on one status page; all others on pages of their own, each made when it changes."""

STATE_WORDS = {
    State.UNTRANSLATED: N_("Not translated yet"),
    State.STALE: N_("Source changed"),
    State.DRAFT: N_("Machine draft"),
    State.REJECTED: N_("Rejected"),
    State.TRANSLATED: N_("Waits for approval"),
    State.APPROVED: N_("Approved"),
}

_STATES = tuple(sorted(State, reverse=True))
"""The most finished first."""

_ACTION_WORDS = {
    "draft": N_("drafted"),
    "edit": N_("edited"),
    "approve": N_("approved"),
    "reject": N_("rejected"),
    "revoke": N_("took back their word"),
    "comment": N_("commented"),
    "dismiss": N_("dismissed a finding"),
}

DEEDS = 20
"""How many things that happened the status page tells of."""

_BLOCK = re.compile(r' data-message="([^"]*)"')

_SHADES = 5
"""How many shades the heat map has for a share above none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """How far one translated edition has come."""

    listed: Listed
    states: Mapping[State, int]
    reasons: Sequence[str]
    """Why the gate does not let it into the site; none if it does."""
    findings: Mapping[Severity, int] = field(default_factory=dict)
    drafted: Mapping[str, int] = field(default_factory=dict)
    """How many drafts each engine made, by its name."""
    last: datetime.date | None = None
    """The day of the last entry in the ledger."""
    deeds: Sequence[Deed] = ()
    """What happened last, newest first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many messages of an edition are in one state."""

    label: str
    name: str
    number: str
    shade: int
    """0 for none, 1 to 5 for the share of all messages."""


def address(part: int) -> str:
    """Return where the status of a part of the articles stands; the first part's page is the status page."""
    return ADDRESS if part == 0 else f"status-{part + 1}.html"


@dataclass(frozen=True, kw_only=True, slots=True)
class Total:
    """How far a locale has come with all articles."""

    counts: Mapping[State, int]
    published: int
    editions: int


def status(
    rows: Sequence[Row], site: Site, *, articles: int, totals: Mapping[str, Total], recent: Iterable[Row]
) -> str:
    """Return the status page: editions by state, what blocks them, who drafted them and when.

    `rows` are the editions of the first part of so many `articles`, `totals` has what all articles of a
    locale add up to, and among the editions in `recent` are those to which something happened last.
    """
    added = _added(totals, site)
    return _status(rows, site, 0, articles, totals=added, deeds=_last_deeds(recent))


def status_part(rows: Iterable[Row], site: Site, part: int, articles: int) -> str:
    """Return the page with the editions of one part of so many `articles`; `rows` are these editions."""
    return _status(list(rows), site, part, articles, totals=(), deeds=())


def _status(
    rows: Sequence[Row],
    site: Site,
    part: int,
    articles: int,
    *,
    totals: "Sequence[_Total]",
    deeds: Sequence[tuple[Row, Deed]],
) -> str:
    from pipeline.render.templates import render

    source = site.source_locale
    spoken = words(source.tag, site.theme.words.get(source.tag))
    titles = {one.article: one.title for one in site.listing if one.locale.tag == source.tag}
    of: dict[ArticleName, list[Row]] = defaultdict(list)
    for row in rows:
        of[row.listed.article].append(row)
    # Articles of one title share a table.
    tables: dict[str, list[Row]] = defaultdict(list)
    for name in list(of)[:ARTICLES]:
        tables[titles.get(name, str(name))] += of[name]
    return render(
        "status.html",
        site,
        source,
        address(part),
        title=spoken.gettext(N_("Status")),
        parts=_parts(part, articles, source),
        tables=list(tables.items()),
        totals=totals,
        deeds=deeds,
        title_of=lambda row: titles.get(row.listed.article, str(row.listed.article)),
        action=lambda deed: spoken.gettext(_ACTION_WORDS.get(deed.action, deed.action)),
        number=lambda count: cldr.number_text(count, source),
        states=[(state.label, STATE_WORDS[state]) for state in sorted(State, reverse=True)],
        cells=lambda row: _cells(row, source),
        counted=lambda counts: _counted(counts, source),
    )


def _parts(current: int, articles: int, locale: Locale) -> list[tuple[str, str, bool]]:
    """Return each part's name and address, and whether it is this one; none if one page has it all."""
    if articles <= ARTICLES:
        return []
    return [
        (
            f"{cldr.number_text(start + 1, locale)}–"
            f"{cldr.number_text(min(start + ARTICLES, articles), locale)}",
            address(part),
            part == current,
        )
        for part, start in enumerate(range(0, articles, ARTICLES))
    ]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Total:
    """How far a locale has come, as the page tells it."""

    locale: Locale
    cells: Sequence[Tally]
    published: int
    editions: int


def _added(totals: Mapping[str, Total], site: Site) -> list[_Total]:
    """Return the totals in the order of the locales."""
    return [
        _Total(
            locale=locale,
            cells=_tallies(total.counts, site.source_locale, str),
            published=total.published,
            editions=total.editions,
        )
        for locale in site.locales
        if (total := totals.get(locale.tag))
    ]


def _last_deeds(rows: Iterable[Row]) -> list[tuple[Row, Deed]]:
    """Return what happened last in all editions, newest first."""
    deeds = [(row, deed) for row in rows for deed in row.deeds]
    return sorted(deeds, key=lambda pair: pair[1].day, reverse=True)[:DEEDS]


def tallies(edition: Edition, spoken: Words) -> Sequence[Tally]:
    """Count an edition's messages by state, most finished first, states without any left out."""
    if edition.locale.tag == edition.source_locale.tag:
        return ()
    found = {state: count for state, count in edition.states.items() if count}
    return _tallies(found, edition.locale, spoken.gettext, sorted(found, reverse=True))


def past(edition: Edition, spoken: Words) -> dict[str, Any] | None:
    """Return what the preview's script shows of each block: the names of states, and what happened.

    Each line stands once in `lines`; `past` has pairs of line numbers and the names of the blocks to
    which just these happened, and `rest` the numbers for all other blocks: a hundred that one engine
    drafted in one day need no names.
    """
    if not edition.past and edition.locale.tag == edition.source_locale.tag:
        return None
    states = {state.label: spoken.gettext(word) for state, word in STATE_WORDS.items()}
    if not edition.past:
        return {"states": states, "lines": [], "rest": [], "past": []}
    blocks = (*(text.message for text in edition.fields.values()), *_BLOCK.findall(edition.body))
    told = {
        name: [_told(event, edition.locale, spoken) for event in edition.past.get(name, ())]
        for name in dict.fromkeys(filter(None, blocks))
    }
    numbers = {line: number for number, line in enumerate(dict.fromkeys(chain(*told.values())))}
    sharing: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, lines in told.items():
        sharing[tuple(numbers[line] for line in lines)].append(name)
    rest = max(sharing, key=lambda which: len(sharing[which]), default=())
    sharing.pop(rest, None)
    return {
        "states": states,
        "lines": list(numbers),
        "rest": list(rest),
        "past": [[list(which), " ".join(names)] for which, names in sharing.items()],
    }


def _told(event: PastEvent, locale: Locale, spoken: Words) -> str:
    """Say what happened in one line, as a list and not as a sentence, which no two languages order alike."""
    action = spoken.gettext(_ACTION_WORDS.get(event.action, event.action))
    role = f" ({spoken.gettext(event.role)})" if event.role else ""
    reason = f" – {event.reason}" if event.reason else ""
    return f"{cldr.date_text(event.date, locale)} · {event.actor}{role} · {action}{reason}"


def _cells(row: Row, locale: Locale) -> Sequence[Tally]:
    return _tallies(row.states, locale, lambda word: word)


def _tallies(
    counts: Mapping[State, int], locale: Locale, say: Any, states: Sequence[State] = _STATES
) -> Sequence[Tally]:
    total = sum(counts.values()) or 1
    return [
        Tally(
            label=state.label,
            name=say(STATE_WORDS[state]),
            number=cldr.number_text(counts.get(state, 0), locale),
            shade=-(-counts.get(state, 0) * _SHADES // total),
        )
        for state in states
    ]


def _counted(counts: Mapping[str, int], locale: Locale) -> str:
    """Write counts as `3 error, 1 warning`, the most frequent first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{cldr.number_text(number, locale)} {name}" for name, number in ordered)

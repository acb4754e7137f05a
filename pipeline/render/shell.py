"""The shell of an article's page: all that its template makes of it without asking what a text says.

The pages of a locale differ in their texts and in little else. The template is rendered once for all of
them with holes in the place of the texts, and each page fills the holes. That is so for the shipped
templates alone, which print a text, or leave out an empty one; what a template of a content folder's own
makes of a text, nobody knows.
"""

import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from json import JSONEncoder
from typing import Any, NamedTuple

from pipeline.model import Edition, Text
from pipeline.render import cldr
from pipeline.render.furnishing import isolated
from pipeline.render.team import Tally
from pipeline.render.templates import JSON

_TOKEN = secrets.token_hex(8)
"""Stands in every hole, so that no word of a brand or of a theme is ever taken for one."""

_HOLE = re.compile(rf'"\[{_TOKEN} json (\d+)\]"|\[{_TOKEN} (\d+)\]')

_PRINTED = ("title", "subtitle", "disclaimer")
"""The fields of the front matter that a page prints."""


class Day(NamedTuple):
    """A date as a page prints it."""

    iso: str
    text: str

    def isoformat(self) -> str:
        """Return the date for machines."""
        return self.iso


class Hollow(NamedTuple):
    """An edition with holes in the place of its texts, as far as the shipped templates look at one."""

    approved: bool
    toc: bool
    printed: tuple[tuple[str, Text], ...]
    author: str
    date: Day | None
    updated: Day | None

    @property
    def fields(self) -> Mapping[str, Text]:
        """The printed fields of the front matter, by name."""
        return dict(self.printed)


class Holes:
    """Gives out a hole for each text of a page, and keeps the texts."""

    def __init__(self) -> None:
        """Begin with none."""
        self.texts: list[Any] = []

    def text(self, text: str) -> str:
        """Return what stands for `text` in the template; an empty text stands for itself."""
        if not text:
            return ""
        self.texts.append(text)
        return _hole(len(self.texts) - 1)

    def _text(self, text: Text) -> Text:
        return replace(
            text, value=self.text(isolated(text.value, text.locale)), message=self.text(text.message)
        )

    def json(self, value: Any) -> str:
        """Return what stands for a value that is printed as JSON; none stands for itself."""
        if not value:
            return ""
        self.texts.append(value)
        return _json_hole(len(self.texts) - 1)

    def tallies(self, tallies: Sequence[Tally]) -> tuple[Tally, ...]:
        """Return counts of messages without their numbers."""
        return tuple(replace(one, number=self.text(one.number), shade=0) for one in tallies)

    def edition(self, edition: Edition) -> Hollow:
        """Return an edition without its texts."""
        updated = edition.updated if edition.updated != edition.date else None
        days = (
            Day(self.text(day.isoformat()), self.text(cldr.date_text(day, edition.locale))) if day else None
            for day in (edition.date, updated)
        )
        fields = ((name, edition.fields.get(name)) for name in _PRINTED)
        return Hollow(
            edition.approved,
            bool(edition.toc),
            tuple((name, self._text(text)) for name, text in fields if text),
            self.text(edition.author),
            *days,
        )


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered template, cut at its holes."""

    pieces: tuple[str, ...]
    """Empty where a text will stand."""
    holes: tuple[tuple[int, int], ...]
    """Each place in `pieces` where a text will stand, with the text's number."""

    def filled(self, texts: Sequence[Any]) -> str:
        """Return the page with its `texts`: what is no text is JSON, and what is no markup is escaped."""
        from markupsafe import escape

        page = list(self.pieces)
        for at, number in self.holes:
            text = texts[number]
            page[at] = escape(text) if isinstance(text, str) else _as_json(text)
        return "".join(page)


def cut(page: str) -> Shell:
    """Return what was rendered with holes as a shell."""
    pieces: list[str] = []
    holes: list[tuple[int, int]] = []
    done = 0
    for hole in _HOLE.finditer(page):
        pieces += (page[done : hole.start()], "")
        holes.append((len(pieces) - 1, int(hole[1] or hole[2])))
        done = hole.end()
    return Shell((*pieces, page[done:]), tuple(holes))


def _as_json(value: Any) -> str:
    from jinja2.utils import htmlsafe_json_dumps

    return str(htmlsafe_json_dumps(value, _encoder().encode))


@cache
def _encoder() -> JSONEncoder:
    """Make what writes JSON once, which takes longer than writing it."""
    return JSONEncoder(**JSON)


@cache
def _hole(number: int) -> str:
    return f"[{_TOKEN} {number}]"


@cache
def _json_hole(number: int) -> str:
    return f"[{_TOKEN} json {number}]"

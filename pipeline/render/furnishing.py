"""What a browser's reader needs around the parts of an edition's body, and within its plain texts."""

import html
import re
from collections.abc import Mapping
from typing import Any

from pipeline.bidi import isolate
from pipeline.model import Locale

_PARTS = re.compile(r'<(?:table\b|/table>|pre>|img (?![^>]*\bloading=)|div class="footnote">\s*<hr>)')
"""Where there is something to add. All begin with the same sign, which the engine looks for alone."""


def furnish(body: str, *, table: str, notes: str) -> str:
    """Give cleaned HTML what a browser's reader needs around it.

    A region that scrolls around each table, code that the keyboard can scroll, a heading above the
    footnotes, pictures that load when they are near. `table` and `notes` are the words for these. Works on
    start tags by pattern, which is safe on nh3's output alone: there no attribute value holds a `<` or `>`.
    """
    endnotes = f'<div class="footnote" role="doc-endnotes"><h2>{_escape(notes)}</h2>'
    known = {
        "<table": f'<section class="scroll" tabindex="0" aria-label="{_escape(table)}"><table',
        "</table>": "</table></section>",
        "<pre>": '<pre tabindex="0">',
        "<img ": '<img loading="lazy" ',
    }
    return _PARTS.sub(lambda part: known.get(part[0], endnotes), body)


def isolated(text: str, locale: Locale) -> Any:
    """Return a plain text in the language of `locale` as HTML.

    Where that is read from right to left, foreign runs are isolated, as `articles.isolation` does to bodies.
    """
    from markupsafe import Markup

    if locale.direction != "rtl":
        return text
    foreign = Markup('<bdi dir="ltr">{}</bdi>')
    return Markup("").join(foreign.format(run) if alien else run for run, alien in isolate(text))


_HEADING = re.compile(r"<h[1-6](?= )([^>]*)>")
_LANGUAGE = re.compile(r' (?:dir|lang)="[^"]*"')


def foreign_headings(body: str) -> Mapping[str, Any]:
    """Return the attributes that tell the language of each heading that is not in its page's, by its id."""
    from markupsafe import Markup

    found: dict[str, Any] = {}
    for heading in _HEADING.findall(body):
        name = re.search(r' id="([^"]*)"', heading)
        if name and ' lang="' in heading:
            found[html.unescape(name[1])] = Markup("".join(_LANGUAGE.findall(heading)))  # noqa: S704 -- It is clean.
    return found


def _escape(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))

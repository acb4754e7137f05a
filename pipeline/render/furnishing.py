"""What a browser's reader needs around the parts of an edition's body, and within its plain texts."""

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

from pipeline.bidi import isolate
from pipeline.model import Locale

_RULE = re.compile(r"\s*<hr>")
_LOADING = re.compile(r"\bloading=")


def furnish(body: str, *, table: str, notes: str) -> str:
    """Give cleaned HTML what a browser's reader needs around it.

    A region that scrolls around each table, code that the keyboard can scroll, a heading above the
    footnotes, pictures that load when they are near. `table` and `notes` are the words for these. Works on
    start tags by their first letters, which is safe on nh3's output alone: there no attribute value holds a
    `<` or `>`, and no other element's name begins like these.
    """
    region = f'<section class="scroll" tabindex="0" aria-label="{_escape(table)}"><table'
    body = body.replace("<table", region).replace("</table>", "</table></section>")
    body = body.replace("<pre>", '<pre tabindex="0">')
    endnotes = f'<div class="footnote" role="doc-endnotes"><h2>{_escape(notes)}</h2>'
    body = _changed(body, '<div class="footnote">', lambda rest: _headed(rest, endnotes))
    return _changed(body, "<img ", _lazy)


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


def _changed(body: str, sign: str, change: Callable[[str], str | None]) -> str:
    """Let `change` say what becomes of each `sign` by what follows it; None leaves it as it is."""
    if sign not in body:
        return body
    first, *others = body.split(sign)
    return "".join((first, *(f"{sign}{rest}" if (new := change(rest)) is None else new for rest in others)))


def _headed(rest: str, endnotes: str) -> str | None:
    rule = _RULE.match(rest)
    return f"{endnotes}{rest[rule.end() :]}" if rule else None


def _lazy(rest: str) -> str | None:
    return None if _LOADING.search(rest.partition(">")[0]) else f'<img loading="lazy" {rest}'


def _escape(text: str) -> str:
    from markupsafe import escape

    return str(escape(text))

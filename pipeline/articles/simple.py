"""The inline Markdown that most messages keep to, told from all other by one expression.

Emphasis around plain words, code, links to other sites and within the page, references to footnotes and
hard line breaks mean the same to every reader of Markdown. A message of nothing but these and plain text
is turned into HTML at once; any doubt leaves it to Python-Markdown. What passes is letters between tags
that are ours: the expression lets none of HTML's signs through.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator

from pipeline.articles import isolation

_LETTER = r"[^\\`*_\[\]<>&{}\n]"
_WORDS = rf"(?=\S){_LETTER}+(?<=\S)"
_ADDRESS = r"https?://(?:[a-z0-9]+[.-])*[a-z0-9]+\.[a-z]{2,}(?:/[A-Za-z0-9_./#?=%+~-]*)?|#[a-z0-9-]+"
_MARKED = (
    rf"\*\*({_WORDS})\*\*(?!\*)"
    rf"|\*({_WORDS})\*(?!\*)"
    r"|`(?<!``)(?=[^`\n]*[^\s`])([^`\\<>&\n]+)`(?!`)"
    rf"|\[({_WORDS})\]\(({_ADDRESS})\)"
    r"|\[\^([a-z0-9-]+)\]"
    r"|\n(?<=\S\n)(?=\S)"
)
"""Each alternative begins with its own sign, so that the engine looks for these alone."""

_MARK = re.compile(_MARKED)
_SIMPLE = re.compile(rf"(?:[^\\`*_\[\]<>&{{}}\n!]++|!(?!\[)|\\(?= |[^\W_])|{_MARKED})*+")
"""Plain letters, backslashes that escape nothing, and what `_MARK` finds between them.

It never looks back, so it takes no longer than the text is long.
"""

_BREAK = "<br>"

Refer = Callable[[str], str]
"""Gives the HTML of the page's next reference to the footnote with a label."""


Mark = re.Match[str]
"""What stands between plain letters."""


def marks(text: str, labels: Container[str]) -> list[Mark] | None:
    """Return the marks of `text` if it is as simple as that; `labels` are those of its footnotes."""
    if _SIMPLE.fullmatch(text) is None:
        return None
    found = list(_MARK.finditer(text))
    if "[^" in text and any(mark[6] is not None and mark[6] not in labels for mark in found):
        return None
    return found


def html(text: str, found: Iterable[Mark], refer: Refer) -> str:
    """Return a text with the marks `found` as HTML."""
    written: list[str] = []
    done = 0
    for mark in found:
        start, end = mark.span()
        written.append(text[done:start])
        written += _tags(mark, refer)
        done = end
    written.append(text[done:])
    return spaced("".join(written))


def isolated(text: str, found: Iterable[Mark], refer: Refer) -> str:
    """Return a text of a right-to-left page with the marks `found` as HTML, its foreign runs isolated."""
    return spaced(isolation.isolated_html(_pieces(text, found, refer)))


def _pieces(text: str, found: Iterable[Mark], refer: Refer) -> Iterator[isolation.Piece]:
    done = 0
    for mark in found:
        if done < mark.start():
            yield "", text[done : mark.start()], ""
        done = mark.end()
        opening, inner, closing = _tags(mark, refer)
        if mark.lastindex in (3, 6):
            yield f"{opening}{inner}{closing}", "", ""
        elif opening == _BREAK:
            yield opening, "", ""
            yield "", inner, ""
        else:
            yield opening, inner, closing
    if done < len(text):
        yield "", text[done:], ""


def _tags(mark: Mark, refer: Refer) -> tuple[str, str, str]:
    """Return what a mark opens with, what it holds, and what it ends with."""
    match mark.lastindex:
        case 1:
            return "<strong>", mark[1], "</strong>"
        case 2:
            return "<em>", mark[2], "</em>"
        case 3:
            return "<code>", mark[3].strip(), "</code>"
        case 5:
            return f'<a href="{mark[5]}">', mark[4], "</a>"
        case 6:
            return "", refer(mark[6]), ""
        case _:
            return _BREAK, "\n", ""


def spaced(html: str) -> str:
    """Return HTML with its no-break spaces written as cleaned pages have them."""
    return html.replace("\xa0", "&nbsp;") if "\xa0" in html else html

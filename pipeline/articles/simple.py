"""The inline Markdown that most messages keep to, told from all other by one expression.

Emphasis around plain words, code, links to other sites and within the page, references to footnotes and
hard line breaks mean the same to every reader of Markdown. A message of nothing but these and plain text
is turned into HTML at once; any doubt leaves it to Python-Markdown. What passes is letters between tags
that are ours: the expression lets none of HTML's signs through.
"""

import re
from collections.abc import Callable, Container, Iterator

from pipeline import bidi

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
_SIMPLE = re.compile(rf"(?:[^\\`*_\[\]<>&{{}}\n!]++|!(?!\[)|{_MARKED})*+")
"""Plain letters, and what `_MARK` finds between them. It never looks back, so it takes no longer than
the text is long."""

_BREAK = "<br>"

Refer = Callable[[str], str]
"""Gives the HTML of the page's next reference to the footnote with a label."""


def simple(text: str, labels: Container[str]) -> bool:
    """Say whether `text` is as simple as that; `labels` are those of the article's footnotes."""
    if _SIMPLE.fullmatch(text) is None:
        return False
    return "[^" not in text or all(mark[6] is None or mark[6] in labels for mark in _MARK.finditer(text))


def html(text: str, refer: Refer) -> str:
    """Return a `simple` text as HTML."""

    def written(mark: re.Match[str]) -> str:
        opening, inner, closing = _tags(mark, refer)
        return f"{opening}{inner}{closing}"

    return spaced(_MARK.sub(written, text))


def isolated(text: str, refer: Refer) -> str:
    """Return a `simple` text of a right-to-left page as HTML, its foreign runs isolated."""
    return spaced(bidi.isolated_html(_pieces(text, refer)))


def _pieces(text: str, refer: Refer) -> Iterator[bidi.Piece]:
    done = 0
    for mark in _MARK.finditer(text):
        if done < mark.start():
            yield "", text[done : mark.start()], ""
        done = mark.end()
        opening, inner, closing = _tags(mark, refer)
        if mark[3] or mark[6]:
            yield f"{opening}{inner}{closing}", "", ""
        elif opening == _BREAK:
            yield opening, "", ""
            yield "", inner, ""
        else:
            yield opening, inner, closing
    if done < len(text):
        yield "", text[done:], ""


def _tags(mark: re.Match[str], refer: Refer) -> tuple[str, str, str]:
    """Return what a mark opens with, what it holds, and what it ends with."""
    strong, em, code, label, address, footnote = mark.groups()
    if strong:
        return "<strong>", strong, "</strong>"
    if em:
        return "<em>", em, "</em>"
    if code:
        return "<code>", code.strip(), "</code>"
    if label:
        return f'<a href="{address}">', label, "</a>"
    return ("", refer(footnote), "") if footnote else (_BREAK, "\n", "")


def spaced(html: str) -> str:
    """Return HTML with its no-break spaces written as cleaned pages have them."""
    return html.replace("\xa0", "&nbsp;") if "\xa0" in html else html

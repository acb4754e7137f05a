"""The last word on a page's markup: an allow-list through nh3 (ammonia), after all rendering.

Translations and articles are untrusted. Whatever Markdown, raw HTML or attribute lists made of
them, only elements and attributes named here reach a page, and links only by harmless schemes.
"""

import re
import threading
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import nh3

_BLOCKS = (
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre hr div section article aside header footer "
    "figure figcaption details summary table caption thead tbody tfoot tr th td colgroup col address"
)
_INLINES = (
    "a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark q ruby rb rp rt rtc s samp small "
    "span strong sub sup time u var wbr"
)
_MEDIA = "picture source"

_EVERYWHERE = "class id lang dir title translate data-state data-message"
"""Attributes that any element may carry. `data-state` and `data-message` are the pipeline's own."""

_ATTRIBUTES = {
    "a": "href hreflang",
    "img": "src alt width height loading decoding srcset sizes",
    "source": "src srcset sizes type media width height",
    "ol": "start reversed type",
    "li": "value",
    "th": "scope colspan rowspan headers abbr",
    "td": "colspan rowspan headers",
    "col": "span",
    "colgroup": "span",
    "details": "open",
    "time": "datetime",
    "data": "value",
    "del": "datetime cite",
    "ins": "datetime cite",
    "q": "cite",
    "blockquote": "cite",
}

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


Relink = Callable[[str, str, str], str | None]
"""Given an element, an attribute that points somewhere, and its value: the value that it is to have,
or None to take it out."""

_POINTERS = frozenset(("href", "src", "srcset"))
_IMAGE = re.compile(r'<img((?: [\w-]+="[^"]*")*)>')
_ALT = re.compile(r' alt="([^"]*)"')


def clean(html: str, relink: Relink | None = None) -> str:
    """Return `html` with nothing in it that could run, load or restyle.

    Ordinary Markdown output comes back the same but for the serialisation of HTML5 (`<br>`,
    `&nbsp;`). Scripts and styles vanish with their content; of any other unknown element the text
    stays. Comments vanish. `data:`, `javascript:` and every other scheme but http, https, mailto
    and tel are refused; relative links pass, if `relink` lets them: it is asked about every link and
    picture, those of raw HTML too. Of a picture that points nowhere the alternative text stays.
    """
    if relink is None:
        return str(_cleaner().clean(html))
    _asked.relink = relink
    cleaned: str = _relinker().clean(html)
    return _IMAGE.sub(_shown, cleaned) if "<img" in cleaned else cleaned


def _shown(image: re.Match[str]) -> str:
    attributes = image.group(1)
    if ' src="' in attributes:
        return image.group()
    alt = _ALT.search(attributes)
    return alt.group(1) if alt else ""


class _Asked(threading.local):
    """Who is asked about links by the one cleaner that a thread has for them."""

    relink: Relink


_asked = _Asked()


@cache
def _cleaner() -> "nh3.Cleaner":
    """Build the cleaner once; nh3 compiles its lists when it is made."""
    return _make_cleaner(_harmless)


@cache
def _relinker() -> "nh3.Cleaner":
    """Build the cleaner of links once, too: it asks whoever this thread says."""
    return _make_cleaner(_relinked)


def _make_cleaner(judge: Relink) -> "nh3.Cleaner":
    import nh3

    attributes = {name: set(words.split()) for name, words in _ATTRIBUTES.items()}
    attributes["*"] = set(_EVERYWHERE.split())
    return nh3.Cleaner(
        tags=set(f"{_BLOCKS} {_INLINES} {_MEDIA}".split()),
        clean_content_tags={"script", "style", "template", "iframe", "noscript", "object", "svg", "math"},
        attributes=attributes,
        attribute_filter=judge,
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )


def _relinked(element: str, attribute: str, value: str) -> str | None:
    pointer = attribute in _POINTERS
    now = _asked.relink(element, attribute, value) if pointer else value
    return None if now is None else _harmless(element, attribute, now)


def _harmless(element: str, attribute: str, value: str) -> str | None:
    """Refuse what nh3's own check of addresses does not reach; None drops the attribute."""
    if attribute == "srcset" and any(not _relative(part) for part in value.split(",")):
        return None
    if element in ("img", "source") and attribute == "src" and not _relative(value):
        return None  # A picture from elsewhere would be a request that the reader did not make.
    if attribute == "dir" and value not in ("ltr", "rtl", "auto"):
        return None
    return value


def _relative(address: str) -> bool:
    """Whether an address stays on this site: no scheme, no host."""
    address = address.strip()
    return not address.startswith(("/", "\\")) and ":" not in address.split("/", 1)[0]

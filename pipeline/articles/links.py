"""Links of an article to other articles and to files beside it: found, judged and pointed anew."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element


class LinkKind(StrEnum):
    """What a link leads to."""

    ELSEWHERE = "elsewhere"
    """Another site, by http, https, mailto or tel."""
    HERE = "here"
    """A place on the same page."""
    ARTICLE = "article"
    """Another article of this folder."""
    FILE = "file"
    """A file in `source/`: an image or a download."""
    FORBIDDEN = "forbidden"
    """Anything else: another scheme, another host without a scheme, a path out of the folder."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link, as the article has it."""

    target: str
    """As it is written."""
    kind: LinkKind
    path: str = ""
    """Of a file its path below `source/`; of an article its name."""
    fragment: str = ""


_SCHEMES = frozenset(("http", "https", "mailto", "tel"))
_SOURCES = {"a": "href", "img": "src"}


def read(target: str) -> Link:
    """Tell what a link's target leads to. Articles and files are relative to `source/`."""
    # Python-Markdown encodes mail addresses as character references between its placeholders.
    if target.startswith(("\x02amp\x03", "mailto:")):
        return Link(target, LinkKind.ELSEWHERE)
    try:
        parts = urlsplit(target)
    except ValueError:
        return Link(target, LinkKind.FORBIDDEN)
    if parts.scheme or parts.netloc:
        known = parts.scheme.lower() in _SCHEMES and not re.search(r"[\x00-\x20]", target)
        return Link(target, LinkKind.ELSEWHERE if known else LinkKind.FORBIDDEN)
    if not parts.path:
        return Link(target, LinkKind.HERE, fragment=unquote(parts.fragment))
    path = posixpath.normpath(unquote(parts.path))
    if path.startswith(("/", "..", "~")) or "\\" in path or "\x00" in path or path == ".":
        return Link(target, LinkKind.FORBIDDEN)
    if path.endswith(".md") and "/" not in path:
        return Link(target, LinkKind.ARTICLE, path.removesuffix(".md"), unquote(parts.fragment))
    return Link(target, LinkKind.FILE, path, unquote(parts.fragment))


def found(root: Element) -> Iterator[Link]:
    """Yield every link and image of a finished tree."""
    for element in root.iter():
        attribute = _SOURCES.get(element.tag) if isinstance(element.tag, str) else None
        if attribute and (target := element.get(attribute)) is not None and not _own(element):
            yield _of(element, target)


def _of(element: Element, target: str) -> Link:
    """Tell what an element's target leads to; an image must be a file: pages load nothing from elsewhere."""
    return _judged(str(element.tag), target)


def _judged(tag: str, target: str) -> Link:
    link = read(target)
    if tag in ("img", "source") and link.kind is not LinkKind.FILE:
        return replace(link, kind=LinkKind.FORBIDDEN)
    return link


def read_raw(element: str, attribute: str, target: str) -> Link:
    """Tell what an attribute of finished HTML leads to, raw HTML's too."""
    if attribute == "srcset":
        # Other sizes of a picture are not carried along.
        return Link(target, LinkKind.FORBIDDEN)
    return _judged(element, target)


def point(root: Element, resolve: Callable[[Link], str | None]) -> None:
    """Give every link to an article or a file its address on the built page.

    `resolve` returns the address, or None for what is not there: the link is then taken out and
    its text stays, of an image the alternative text.
    """
    for element in list(root.iter()):
        attribute = _SOURCES.get(element.tag) if isinstance(element.tag, str) else None
        target = element.get(attribute) if attribute else None
        if attribute is None or target is None or _own(element):
            continue
        link = _of(element, target)
        if link.kind in (LinkKind.ELSEWHERE, LinkKind.HERE):
            continue
        address = resolve(link) if link.kind is not LinkKind.FORBIDDEN else None
        if address is None and element.tag == "img":
            element.tag, element.text = "span", element.get("alt", "")
            element.attrib.clear()
        elif address is None:
            del element.attrib[attribute]
        else:
            element.set(attribute, address)


def _own(element: Element) -> bool:
    """Whether a link is Markdown's own: to a footnote and back."""
    return element.get("class") in ("footnote-ref", "footnote-backref")

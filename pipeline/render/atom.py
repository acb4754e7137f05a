"""An Atom feed (RFC 4287) of what is published in one language."""

import datetime
import re
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from pipeline.model import Locale
from pipeline.render.site import Listed, Site, feed_address, index_address

_ATOM = "http://www.w3.org/2005/Atom"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 has no way to write."""

_XML = "http://www.w3.org/XML/1998/namespace"


def feed(locale: Locale, site: Site) -> str:
    """Return the feed of a locale, newest first, to stand at `feed_address(locale)`. Needs `base_url`.

    An article without a date is not in it: Atom asks when an entry changed, and nobody knows.
    """
    register_namespace("", _ATOM)
    dated = [(listed.changed, listed) for listed in site.in_locale(locale) if listed.changed]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    root = Element(_name("feed"), {f"{{{_XML}}}lang": locale.bcp47})
    _text(root, "id", site.absolute(index_address(locale)))
    _text(root, "title", site.brand.name)
    _text(root, "updated", _moment(dated[0][0]) if dated else "1970-01-01T00:00:00Z")
    _link(root, "self", site.absolute(feed_address(locale)), "application/atom+xml")
    _link(root, "alternate", site.absolute(index_address(locale)), "text/html")
    author = SubElement(root, _name("author"))
    _text(author, "name", site.brand.name)
    for changed, listed in dated:
        _entry(root, listed, changed, site)
    body: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _entry(root: Element, listed: Listed, changed: datetime.date, site: Site) -> None:
    address = site.absolute(listed.address)
    entry = SubElement(root, _name("entry"))
    _text(entry, "id", address)
    _text(entry, "title", listed.title)
    _text(entry, "updated", _moment(changed))
    if listed.date:
        _text(entry, "published", _moment(listed.date))
    if listed.description:
        _text(entry, "summary", listed.description)
    _link(entry, "alternate", address, "text/html", listed.locale.bcp47)
    if listed.has_pdf:
        _link(entry, "enclosure", site.absolute(listed.pdf), "application/pdf", listed.locale.bcp47)


def _name(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _text(parent: Element, name: str, value: str) -> None:
    SubElement(parent, _name(name)).text = _FORBIDDEN.sub("", value)


def _link(parent: Element, rel: str, href: str, kind: str, language: str = "") -> None:
    attributes = {"rel": rel, "href": href, "type": kind} | ({"hreflang": language} if language else {})
    SubElement(parent, _name("link"), attributes)


def _moment(day: datetime.date) -> str:
    """Write a day as RFC 3339 wants it; authors tell no hour."""
    return f"{day.isoformat()}T00:00:00Z"

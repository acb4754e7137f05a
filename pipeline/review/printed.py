"""The page as it will be printed, with every message marked so that a frame can scroll to it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from pipeline import bidi, locales
from pipeline.articles import links
from pipeline.articles.links import Link, LinkKind
from pipeline.articles.localization import Rendition, render
from pipeline.catalogue import changed
from pipeline.ledger.events import short_id
from pipeline.model import Edition, Entry, Locale, MessageKey, State, Text
from pipeline.render import web
from pipeline.render.clean import clean
from pipeline.render.site import Brand, Listed, Site, SiteKind
from pipeline.workflow import media
from pipeline.workflow.desk import Desk
from pipeline.workflow.original import images
from pipeline.workflow.project import Project

_MEDIA = "../../media"
"""Where this server gives images, seen from the printed page of a message."""


def anchor(name: str) -> str:
    """Return the id that the block of a message has on the printed page."""
    return f"message-{name}"


def page(project: Project, desk: Desk, other: Mapping[MessageKey, Sequence[str]] | None = None) -> str:
    """Return the whole page of an edition; `other` are texts that are not saved yet."""
    entries = {item.message.key: (item.entry, item.state) for item in desk.items}
    for key, text in (other or {}).items():
        entry, state = entries[key]
        plural = tuple(text) if entry.msgid_plural is not None else ()
        entries[key] = (changed(entry, msgstr=text[0], msgstr_plural=plural), state)
    shown = images(project, desk.article, desk.locale)
    addresses = {path: f"{_MEDIA}/{desk.locale.bcp47}/{desk.article.name}/{shown[path]}" for path in shown}
    body = render(
        desk.article,
        lambda key: _rendition(key, entries, desk),
        finish=partial(_finish, addresses, desk.locale),
    )
    front = desk.article.front
    edition = Edition(
        article=desk.article.name,
        locale=desk.locale,
        source_locale=desk.source_locale,
        slug=front.slug,
        fields=_fields(entries, desk),
        extra=front.extra,
        body=clean(body.html, partial(_relink, addresses)),
        toc=body.toc,
        date=front.date,
        updated=front.updated,
        author=front.author,
        states=desk.counts,
        words=len(body.html.split()),
        approved=False,
    )
    # The frame runs no script; without the tag no browser complains of it.
    return re.sub(r"<script[^>]*></script>", "", web.page(edition, site(project, desk)))


def site(project: Project, desk: Desk) -> Site:
    """Return the site that the page believes to be part of: itself alone, in a preview."""
    listed = Listed(
        article=desk.article.name,
        locale=desk.locale,
        slug=desk.article.front.slug,
        title=desk.article.front.title,
        has_pdf=False,
    )
    return replace(bare_site(project), locales=(desk.source_locale, desk.locale), listing=(listed,))


def _rendition(key: MessageKey, entries: Mapping[MessageKey, tuple[Entry, State]], desk: Desk) -> Rendition:
    marks = {"id": anchor(short_id(key))}
    entry, state = entries.get(key, (Entry(msgid=key[1]), State.UNTRANSLATED))
    if state is not State.APPROVED:
        marks["data-state"] = state.label
    if not entry.msgstr.strip():
        return Rendition(
            key[1], marks | {"lang": desk.source_locale.bcp47, "dir": desk.source_locale.direction}
        )
    return Rendition(entry.msgstr, marks)


def _fields(entries: Mapping[MessageKey, tuple[Entry, State]], desk: Desk) -> Mapping[str, Text]:
    front = desk.article.front
    values = {"title": front.title, "subtitle": front.subtitle, "description": front.description}
    values |= {name: str(front.extra.get(name, "")) for name in front.translate}
    return {name: _field(name, value, entries, desk) for name, value in values.items() if value}


def _field(name: str, value: str, entries: Mapping[MessageKey, tuple[Entry, State]], desk: Desk) -> Text:
    entry, state = entries.get((name, value), (Entry(msgid=value), State.UNTRANSLATED))
    if not entry.msgstr.strip():
        return Text(value=value, locale=desk.source_locale, state=state)
    return Text(value=" ".join(entry.msgstr.split()), locale=desk.locale, state=state)


def _finish(addresses: Mapping[str, str], locale: Locale, root: Element) -> None:
    """Point images to where this server gives them, and isolate foreign runs on right-to-left pages."""
    links.point(root, partial(_resolve, addresses))
    if locale.direction == "rtl":
        bidi.isolate_tree(root)


def _resolve(addresses: Mapping[str, str], link: Link) -> str | None:
    """Return the address of an image. A link to another page or to a download is shown, and leads nowhere."""
    if link.path in addresses:
        return quote(addresses[link.path])
    shown = link.path.lower().endswith(media.IMAGES)
    return None if shown and link.kind is LinkKind.FILE else "#main"


def _relink(addresses: Mapping[str, str], element: str, attribute: str, value: str) -> str | None:
    """Point what raw HTML has, which is no part of the tree; the rest is pointed already."""
    if value == "#main" or unquote(value) in addresses.values():
        return value
    link = links.read_raw(element, attribute, value)
    if link.kind in (LinkKind.ELSEWHERE, LinkKind.HERE):
        return value
    return _resolve(addresses, link) if link.kind is not LinkKind.FORBIDDEN else None


def bare_site(project: Project) -> Site:
    """Return a site without editions: it has the same style, script and icon."""
    brand = project.settings.brand
    source = locales.locale(project.settings.source_locale)
    return Site(
        kind=SiteKind.PREVIEW,
        source_locale=source,
        locales=(source,),
        brand=Brand(name=brand.name, colour=brand.colour, footer=brand.footer),
    )

"""Web pages: an edition and its site in, HTML out. No file, clock or network.

The theme's templates (Jinja2, autoescaped, sandboxed) stand in `theme/`; a content folder may replace
any of them. Catalogue text reaches a page only escaped, or as `Edition.body`, which `clean` cleaned.
Pages make no request that leaves their site, run no inline script or style, and link relatively.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any

from pipeline.model import Edition, Locale, Review, TocEntry
from pipeline.render import cldr, metadata, team
from pipeline.render.assets import assets as theme_assets
from pipeline.render.furnishing import foreign_headings, furnish, isolated
from pipeline.render.shell import Holes, Shell, cut
from pipeline.render.site import (
    Brand,
    Listed,
    Site,
    SiteKind,
    Theme,
    edition_address,
    index_address,
    page_address,
    pdf_address,
    relative,
)
from pipeline.render.templates import has_feed, markup, own_templates, render, warm, ways, words_of
from pipeline.render.words import N_, Words

__all__ = [
    "Brand",
    "Listed",
    "Site",
    "SiteKind",
    "Theme",
    "assets",
    "has_feed",
    "index",
    "not_found",
    "page",
    "redirects",
    "start",
    "warm",
]

_DESCRIPTION = 160
"""How many characters of a page's description search engines show."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Choice:
    """An entry of a language menu."""

    locale: Locale
    href: str

    @property
    def attributes(self) -> Any:
        """The language of its name, and of what it leads to."""
        return _leading_to(self.locale)


@lru_cache(maxsize=64)
def _leading_to(locale: Locale) -> Any:
    from markupsafe import Markup

    template = Markup(' lang="{0}" hreflang="{0}" dir="{1}"')
    return template.format(locale.bcp47, locale.direction)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Alternate:
    """A `<link rel="alternate" hreflang>`."""

    hreflang: str
    href: str


def page(edition: Edition, site: Site) -> str:
    """Return an edition's page, to stand at `edition_address(edition)`.

    Depends on nothing of `site` but `site.about(edition.article)`.
    """
    if own_templates(site.theme):
        return _article(edition_address(edition), site, edition.locale, _values(edition, site, None))
    holes = Holes()
    values = tuple(_values(edition, site, holes).items())
    around = (site.kind, site.source_locale, site.locales, site.base_url, site.brand, site.theme)
    return _shell(around, edition.locale, values).filled(holes.texts)


@lru_cache(maxsize=256)
def _shell(around: tuple[Any, ...], locale: Locale, values: tuple[tuple[str, Any], ...]) -> Shell:
    """Render an article's page with holes, for all pages that are the same but for what fills them."""
    names = ("kind", "source_locale", "locales", "base_url", "brand", "theme")
    site = Site(**dict(zip(names, around, strict=True)))
    return cut(
        _article(
            page_address(locale, _SLUG),
            site,
            locale,
            dict(values) | {"date": attrgetter("text"), "isolated": _filled},
        )
    )


_SLUG = "page"
"""Stands for the slug of every page: from all of them it is as far to anywhere."""


def _article(here: str, site: Site, locale: Locale, values: Mapping[str, Any]) -> str:
    return render("article.html", site, locale, here, **values)


def _values(edition: Edition, site: Site, holes: Holes | None) -> dict[str, Any]:
    """Return what the template of an edition's page is given; `holes`, if any, stand for its texts."""
    locale, here = edition.locale, edition_address(edition)
    spoken = words_of(locale, site)
    editions = site.editions_of(edition.article)
    description = edition.fields.get("description")
    has_pdf = _has_pdf(edition, editions)
    public = bool(site.base_url) and not site.preview
    told = public and edition.approved
    text, json = (holes.text, holes.json) if holes else (_itself, _itself)
    body = furnish(edition.body, table=spoken.gettext(N_("Table")), notes=spoken.gettext(N_("Notes")))
    properties = metadata.open_graph(edition, site, editions) if told else ()
    tallies = team.tallies(edition, spoken)
    minutes = cldr.reading_minutes(edition.words, locale)
    return {
        **ways(locale, site),
        "title": text(f"{edition.title} · {site.brand.name}"),
        "description": text(description.value if description else ""),
        "canonical": text(site.absolute(here) if public else ""),
        "edition": holes.edition(edition) if holes else edition,
        "original": locale.tag == edition.source_locale.tag,
        "body": text(markup(body)),
        "contents": text(markup(_contents(edition.toc, locale, foreign_headings(edition.body)))),
        "choices": tuple(
            _Choice(locale=one.locale, href=text(relative(one.address, here))) for one in editions
        ),
        "alternates": tuple(
            _Alternate(hreflang=one.hreflang, href=text(one.href))
            for one in _alternates(site, {one.locale: one.address for one in editions})
        ),
        "reviews": tuple(text(_review(review, locale, spoken)) for review in edition.reviews),
        "tallies": holes.tallies(tallies) if holes else tallies,
        "past": json(team.past(edition, spoken) if site.preview else None),
        "reading_time": text(cldr.minutes_text(minutes, locale)),
        "pdf": _pdf(edition, holes) if has_pdf else "",
        "open_graph": tuple((name, text(value)) for name, value in properties),
        "linked_data": json(metadata.linked_data(edition, site, editions, has_pdf) if told else None),
        "noindex": site.preview or not edition.approved,
    }


def _itself(value: Any) -> Any:
    return value


def _pdf(edition: Edition, holes: Holes | None) -> str:
    """Return the address of an edition's PDF, which stands beside its page."""
    if holes is None:
        return pdf_address(edition.locale, edition.slug)
    return page_address(edition.locale, _SLUG).replace("index.html", holes.text(f"{edition.slug}.pdf"))


def _filled(hole: str, _: Locale) -> str:
    """Leave a hole as it is: the text that will fill it is `isolated` already."""
    return hole


def _contents(entries: Iterable[TocEntry], locale: Locale, foreign: Mapping[str, Any]) -> str:
    """Return a table of contents as nested lists; what has no text is left out with all below it.

    `foreign` has the language of each heading that is not in `locale`, by its id.
    """
    from markupsafe import escape

    items = (
        f'<li><a href="#{escape(one.id)}"{foreign.get(one.id, "")}>'
        f"{escape(one.text if one.id in foreign else isolated(one.text, locale))}</a>"
        f"{_contents(one.children, locale, foreign) if one.children else ''}</li>"
        for one in entries
        if one.text
    )
    return f"<ol>{''.join(items)}</ol>"


def index(locale: Locale, site: Site) -> str:
    """Return a locale's list of articles, to stand at `index_address(locale)`."""
    here = index_address(locale)
    spoken = words_of(locale, site)
    pages = {other: index_address(other) for other in site.open_locales()}
    return render(
        "index.html",
        site,
        locale,
        here,
        title=f"{spoken.gettext(N_('Articles'))} · {site.brand.name}",
        description=_shortened(one.title for one in site.in_locale(locale)),
        listed=site.in_locale(locale),
        choices=[_Choice(locale=other, href=relative(target, here)) for other, target in pages.items()],
        alternates=_alternates(site, pages),
    )


def start(site: Site) -> str:
    """Return the page at the root, `index.html`: each language under its own name."""
    pages = {locale: index_address(locale) for locale in site.open_locales()}
    return render(
        "start.html",
        site,
        site.source_locale,
        "index.html",
        title=site.brand.name,
        description=_shortened(locale.name for locale in pages),
        search="",
        choices=[_Choice(locale=locale, href=target) for locale, target in pages.items()],
        alternates=_alternates(site, pages, default="index.html"),
    )


def not_found(site: Site) -> str:
    """Return `404.html`, in the source language.

    A server shows it at any depth, so where the site's public address is known its links begin there.
    """
    root = re.sub(r"^[a-z]+://[^/]*", "", site.base_url.rstrip("/")) + "/" if site.base_url else ""
    return render(
        "404.html",
        site,
        site.source_locale,
        "404.html",
        title=words_of(site.source_locale, site).gettext(N_("Page not found")),
        link=lambda address: root + address,
        search="",
        choices=[_Choice(locale=one, href=root + index_address(one)) for one in site.open_locales()],
        noindex=True,
    )


def redirects(site: Site) -> Mapping[str, str]:
    """Return a page at each address where an edition stood under an earlier slug, by address.

    A slug that another edition of the locale bears now leads to that one, and has no redirect.
    """
    taken = {one.address for one in site.shown}
    moves = {
        page_address(one.locale, slug): one
        for one in site.shown
        for slug in one.former_slugs
        if page_address(one.locale, slug) not in taken
    }
    return {address: _redirect(address, one, site) for address, one in moves.items()}


def _redirect(address: str, moved: Listed, site: Site) -> str:
    return render(
        "redirect.html",
        site,
        moved.locale,
        address,
        title=f"{moved.title} · {site.brand.name}",
        moved=moved,
        target=relative(moved.address, address),
        canonical=site.absolute(moved.address) if site.base_url and not site.preview else "",
    )


def assets(site: Site) -> Mapping[str, bytes]:
    """Return the files that the pages load, content by address below the root."""
    return theme_assets(site.brand, site.theme).of(preview=site.preview, search=site.search)


def _alternates(site: Site, pages: dict[Locale, str], default: str = "") -> list[_Alternate]:
    """List the same page in every language, itself included, and x-default.

    x-default is `default`, or else the page in the source language.
    """
    if not site.base_url or site.preview:
        return []
    found = [
        _Alternate(hreflang=locale.bcp47, href=site.absolute(address)) for locale, address in pages.items()
    ]
    default = default or pages.get(site.source_locale, "")
    return [*found, _Alternate(hreflang="x-default", href=site.absolute(default))] if default else found


def _shortened(texts: Iterable[str]) -> str:
    """Describe a list for search engines: what stands in it, as far as they show it."""
    text = " · ".join(islice(texts, 20))
    return text if len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rpartition(" ")[0] + " …"


def _review(review: Review, locale: Locale, spoken: Words) -> str:
    """Say who reviewed a page and when."""
    role = spoken.gettext(review.role)
    who = f"{review.name} ({role})" if review.name else role
    # NOTE: {role} is one of the roles of this catalogue, such as "medical reviewer", with a name
    # before it where names are printed. {date} is a date such as 22 November 2026.
    text = N_("Reviewed by {role} on {date}")
    return spoken.format(text, role=who, date=cldr.date_text(review.date, locale))


def _has_pdf(edition: Edition, editions: Sequence[Listed]) -> bool:
    """Whether the listing says that this edition has a PDF; one that is not listed has."""
    return next((one.has_pdf for one in editions if one.locale.tag == edition.locale.tag), True)

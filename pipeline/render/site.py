"""What a rendered page needs to know beyond its own edition: the brand, and who else is there.

Every address in here is relative to the root of the output (`site/` or `preview/`), uses `/`, and
names `index.html`, so that pages work from a web server and from the disk alike.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from pipeline.model import ArticleName, Edition, Locale, LocaleTag


class SiteKind(StrEnum):
    """Which of the two outputs a page belongs to."""

    SITE = "site"
    """Approved editions only, for the world."""
    PREVIEW = "preview"
    """Everything, for the team: draft banner, marks on blocks, `noindex`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """Whose pages these are, from `pipeline.toml`. All texts are plain text."""

    name: str
    url: str = ""
    """The brand's own home, for the footer and for search engines; empty for none."""
    colour: str = "#0f5f6e"
    """The accent, `#rrggbb`. The theme darkens or lightens it until it is legible (WCAG 2.2 AA)."""
    footer: str = ""
    """A line for the foot of each page, in the source language. The theme's catalogues of a content
    folder may translate it, as any other word of the theme."""
    faces: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For a locale (BCP 47), the font families that its pages are set in where a reader has them."""
    logo: str = ""
    """Address of a picture below the output's root; empty for the name in letters."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """What a content folder puts in the place of the theme's own files and words."""

    files: tuple[tuple[str, bytes], ...] = ()
    """Name below `source/_theme/` (`article.html`, `style.css`) and content, sorted by name."""
    words: Mapping[LocaleTag, bytes] = field(default_factory=dict, hash=False)
    """A `theme.po` of the content folder's own for each locale that has one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """An edition as other pages speak of it: in menus, lists, sitemaps and feeds."""

    article: ArticleName
    locale: Locale
    slug: str
    title: str
    description: str = ""
    text_locale: Locale | None = None
    """The language that title and description are really in, where it is not the locale's."""
    date: datetime.date | None = None
    updated: datetime.date | None = None
    approved: bool = False
    """Whether it stands in `site/`."""
    has_pdf: bool = True
    former_slugs: tuple[str, ...] = ()
    """Slugs under which it stood before; each becomes a redirect."""

    @property
    def address(self) -> str:
        """Its page, below the root: `pt-BR/titulo/index.html`."""
        return page_address(self.locale, self.slug)

    @property
    def pdf(self) -> str:
        """Its PDF, below the root; it exists where `has_pdf` says so."""
        return pdf_address(self.locale, self.slug)

    @property
    def changed(self) -> datetime.date | None:
        """The day of the last change that its author told, if any."""
        return self.updated or self.date


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """One output as a whole: what is in it, for whom, and where it will stand."""

    kind: SiteKind
    source_locale: Locale
    locales: tuple[Locale, ...]
    """All locales, the source's first, in the order of menus."""
    base_url: str = ""
    """Absolute address of the output's root. Empty: no canonical, hreflang, sitemap or feed links."""
    brand: Brand
    listing: tuple[Listed, ...] = ()
    """Every edition of every article, in the order of index pages. `shown` filters by the gate."""
    theme: Theme = field(default_factory=Theme)
    search: bool = False
    """Whether the lists of articles have a search."""

    @property
    def preview(self) -> bool:
        """Whether this is the team's output."""
        return self.kind is SiteKind.PREVIEW

    @property
    def shown(self) -> tuple[Listed, ...]:
        """The editions that stand in this output: the approved ones, or all in a preview."""
        return tuple(
            listed
            for listed in self.listing
            if self.preview or (listed.approved and not listed.locale.pseudo)
        )

    def editions_of(self, article: ArticleName) -> tuple[Listed, ...]:
        """Return the editions of one article in this output, in the order of the locales."""
        order = {locale.tag: number for number, locale in enumerate(self.locales)}
        found = (listed for listed in self.shown if listed.article == article)
        return tuple(sorted(found, key=lambda listed: order.get(listed.locale.tag, len(order))))

    def in_locale(self, locale: Locale) -> tuple[Listed, ...]:
        """Return the editions of this output in one locale."""
        return tuple(listed for listed in self.shown if listed.locale.tag == locale.tag)

    def about(self, article: ArticleName) -> "Site":
        """Return the site narrowed to one article: all that the article's own pages depend on."""
        return replace(self, listing=tuple(one for one in self.listing if one.article == article))

    def narrowed(self, listing: Sequence[Listed]) -> "Site":
        """Return the site with this `listing` alone; see `about`."""
        return replace(self, listing=tuple(listing))

    def open_locales(self) -> Iterator[Locale]:
        """Yield the locales that have at least one edition in this output, in order."""
        present = {listed.locale.tag for listed in self.shown}
        return (locale for locale in self.locales if locale.tag in present)

    def absolute(self, address: str) -> str:
        """Return the public URL of an address below the root, `index.html` left out."""
        return f"{self.base_url.rstrip('/')}/{address.removesuffix('index.html')}"


def page_address(locale: Locale, slug: str) -> str:
    """Return the address of an edition's page."""
    return f"{locale.bcp47}/{slug}/index.html"


def pdf_address(locale: Locale, slug: str) -> str:
    """Return the address of an edition's PDF, beside its page."""
    return f"{locale.bcp47}/{slug}/{slug}.pdf"


def index_address(locale: Locale) -> str:
    """Return the address of a locale's index page."""
    return f"{locale.bcp47}/index.html"


def feed_address(locale: Locale) -> str:
    """Return the address of a locale's Atom feed."""
    return f"{locale.bcp47}/feed.xml"


def edition_address(edition: Edition) -> str:
    """Return the address of an edition's page."""
    return page_address(edition.locale, edition.slug)


@lru_cache(maxsize=4096)
def relative(target: str, page: str) -> str:
    """Return the link from one address to another, both below the root: `../../es/index.html`."""
    here, there = page.split("/")[:-1], target.split("/")
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."

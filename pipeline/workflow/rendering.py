"""Rendering one edition: values in, files out, so that any executor on any machine can do it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from pipeline.articles import links
from pipeline.articles.edition import Standing, compose, live, standing
from pipeline.articles.links import Link, LinkKind
from pipeline.errors import ImprimaturError
from pipeline.ledger.feed import verify
from pipeline.model import (
    ArticleName,
    Catalogue,
    Edition,
    Locale,
    LocaleTag,
    PastEvent,
    Review,
    State,
)
from pipeline.render.site import Site, SiteKind, page_address, pdf_address
from pipeline.workflow.outputs import Written

if TYPE_CHECKING:
    from pipeline.articles import Article

UP = "../../"
"""From an edition's page to the output's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What an edition is composed of."""

    name: ArticleName
    file: str
    """The article's, as the user knows it."""
    article: bytes
    catalogue: bytes | None
    """None for a source edition."""
    states: str
    """The state of each live entry of the catalogue, a digit each, in the catalogue's order."""
    heading_ids: tuple[str, ...]
    reviews: tuple[Review, ...]
    """Who stands for what is printed; none for a draft."""
    addresses: Mapping[str, str]
    """Where other articles and files stand, below the root, by link kind and path: `article:name`."""
    told: bool
    """Whether each block is marked with its state and its past, as in a preview."""
    feeds: Mapping[str, bytes] = field(default_factory=dict)
    """The feeds that tell the past, by actor."""
    parsed: "tuple[Article, Standing] | None" = None
    """Article and texts, for a process that has just read them: it needs none of their bytes."""

    def read(self, tag: LocaleTag) -> "tuple[Article, Standing]":
        """Parse the article, and the catalogue of the locale `tag`."""
        if self.parsed is not None:
            return self.parsed
        article = _article(self.name, self.article, self.file)
        if self.catalogue is None:
            return article, standing(article, None, {})
        entries = live(_catalogue(tag, self.catalogue))
        states = (State(int(digit)) for digit in self.states)
        return article, standing(article, entries, dict(zip(entries, states, strict=True)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """An edition to be rendered."""

    locale: Locale
    source_locale: Locale
    approved: bool
    sheet: Sheet | None
    """What to compose it of, or None if `edition` is composed already."""
    edition: Edition | None
    site: Site
    fonts: Mapping[str, tuple[str, ...]]
    images: Mapping[str, bytes]
    """The images that the body shows, by their address in it."""
    logo: bytes
    """The brand's; empty for none."""
    pdf: bool
    """Whether the PDF is wanted; the page always is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendered:
    """An edition with its files, by address below the output's root."""

    kind: SiteKind
    """The output that it is for."""
    article: ArticleName
    locale: Locale
    slug: str
    edition: Edition | None
    """Itself, for the site's record; a preview keeps none."""
    page: Mapping[str, bytes]
    pdf: Mapping[str, bytes]
    written: Mapping[str, Written] = field(default_factory=dict)
    """Of the page, what stands in files already."""

    @property
    def name(self) -> str:
        """Which edition it is: `article/locale`."""
        return f"{self.article}/{self.locale.tag}"


def render(job: Job) -> Rendered:
    """Render an edition. Raises `MachineError` for a missing font, `InputError` for an image that is none."""
    from pipeline.render import web

    edition = job.edition or _compose(job)
    address = page_address(edition.locale, edition.slug)
    return Rendered(
        kind=job.site.kind,
        article=edition.article,
        locale=edition.locale,
        slug=edition.slug,
        edition=None if job.site.preview else edition,
        page={address: web.page(edition, job.site).encode()},
        pdf={pdf_address(edition.locale, edition.slug): _pdf(edition, job, address)} if job.pdf else {},
    )


def render_all(jobs: Sequence[Job]) -> list[Rendered | ImprimaturError]:
    """Render several editions in one go, the best those of one article.

    What is wrong with one of them is returned in its place, so that all can be told together.
    """
    return [_tried(job) for job in jobs]


def _tried(job: Job) -> Rendered | ImprimaturError:
    try:
        return render(job)
    except ImprimaturError as error:
        return error


def _compose(job: Job) -> Edition:
    from pipeline.render.clean import clean

    sheet = job.sheet
    if sheet is None:
        raise ValueError("a job has either a sheet or an edition")
    article, where = sheet.read(job.locale.tag)
    return compose(
        article,
        where,
        locale=job.locale,
        source_locale=job.source_locale,
        approved=job.approved,
        heading_ids=sheet.heading_ids,
        backlink=_words(job)("Jump back to footnote {n} in the text"),
        clean=partial(clean, relink=partial(_relink, sheet.addresses)),
        tidy=clean,
        reviews=sheet.reviews,
        finish=partial(_finish, sheet.addresses, job.locale),
        past=_past(job, sheet, article) if sheet.told else None,
    )


@lru_cache(maxsize=2)
def _article(name: ArticleName, data: bytes, file: str) -> "Article":
    """Parse an article once for all its editions."""
    from pipeline import articles

    return articles.read(name, data, file=file)


def _catalogue(tag: LocaleTag, data: bytes) -> Catalogue:
    from pipeline import po

    return po.read(data, file="", locale=tag) if data else Catalogue(locale=tag)


def _past(job: Job, sheet: Sheet, article: "Article") -> Mapping[str, tuple[PastEvent, ...]]:
    """Return what happened to each message, by its short id, oldest first."""
    if not sheet.feeds:
        return {}
    from pipeline.workflow.telling import past

    read = [
        verify(data, locale=job.locale.tag, article=sheet.name, actor=actor, file="")
        for actor, data in sheet.feeds.items()
    ]
    return past(article, [line.event for feed in read for line in feed.lines])


def _finish(addresses: Mapping[str, str], locale: Locale, root: Element) -> None:
    """Point links to where things stand, and isolate foreign runs on right-to-left pages."""
    from pipeline import bidi

    links.point(root, partial(_resolve, addresses))
    if locale.direction == "rtl":
        bidi.isolate_tree(root)


def _resolve(addresses: Mapping[str, str], link: Link) -> str | None:
    address = addresses.get(key(link))
    if address is None:
        return None
    fragment = f"#{link.fragment}" if link.fragment and link.kind is LinkKind.ARTICLE else ""
    return UP + address + fragment


def _relink(addresses: Mapping[str, str], element: str, attribute: str, value: str) -> str | None:
    """Point a link of raw HTML, which is no part of the tree; those of the tree are pointed already."""
    if value.startswith(UP) and value.removeprefix(UP).partition("#")[0] in addresses.values():
        return value
    link = links.read_raw(element, attribute, value)
    if link.kind in (LinkKind.ELSEWHERE, LinkKind.HERE):
        return value
    return _resolve(addresses, link) if link.kind is not LinkKind.FORBIDDEN else None


def key(link: Link) -> str:
    """Return the name under which a link's address is looked up."""
    return f"{link.kind.value}:{link.path}"


def _words(job: Job) -> Callable[[str], str]:
    from pipeline.render.words import words

    return words(job.locale.tag, job.site.theme.words.get(job.locale.tag)).gettext


def _pdf(edition: Edition, job: Job, address: str) -> bytes:
    from pipeline.render import pdf

    return pdf.render(
        edition,
        words=_words(job),
        brand=job.site.brand,
        fonts=job.fonts,
        images=job.images,
        draft=not edition.approved,
        logo=job.logo,
        address=job.site.absolute(address) if job.site.base_url else "",
        place=partial(_place, job),
    )


def _place(job: Job, what: str) -> tuple[str, int | None] | None:
    """Say where a text or an image comes from; of an edition that stays as it was, nobody knows."""
    from pipeline.workflow.places import place

    return place(job.sheet, job.locale, what) if job.sheet else None

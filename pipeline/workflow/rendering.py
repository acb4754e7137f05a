"""Rendering one edition: values in, files out, so that any executor on any machine can do it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from pipeline.articles import links
from pipeline.articles.edition import compose
from pipeline.articles.links import Link, LinkKind
from pipeline.model import Catalogue, Edition, Entry, Locale, MessageKey, PastEvent, Review, State
from pipeline.render.site import Site, page_address, pdf_address

if TYPE_CHECKING:
    from pipeline.articles import Article

UP = "../../"
"""From an edition's page to the output's root."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What an edition is composed of."""

    article: "Article"
    catalogue: Catalogue | None
    states: Mapping[MessageKey, State]
    heading_ids: tuple[str, ...]
    reviews: tuple[Review, ...]
    """Who stands for what is printed; none for a draft."""
    addresses: Mapping[str, str]
    """Where other articles and files stand, below the root, by link kind and path: `article:name`."""
    past: Mapping[str, tuple[PastEvent, ...]] | None = None
    """What happened to each message, by its short id; None where that is not told."""


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

    edition: Edition
    page: Mapping[str, bytes]
    pdf: Mapping[str, bytes]


def render(job: Job) -> Rendered:
    """Render an edition. Raises `MachineError` for a missing font, `InputError` for an image that is none."""
    from pipeline.render import web

    edition = job.edition or _compose(job)
    address = page_address(edition.locale, edition.slug)
    return Rendered(
        edition=edition,
        page={address: web.page(edition, job.site).encode()},
        pdf={pdf_address(edition.locale, edition.slug): _pdf(edition, job, address)} if job.pdf else {},
    )


def _compose(job: Job) -> Edition:
    from pipeline.render.clean import clean

    sheet = job.sheet
    if sheet is None:
        raise ValueError("a job has either a sheet or an edition")
    return compose(
        sheet.article,
        sheet.catalogue,
        locale=job.locale,
        source_locale=job.source_locale,
        state_of=partial(_state, sheet),
        approved=job.approved,
        heading_ids=sheet.heading_ids,
        backlink=_words(job)("Jump back to footnote {n} in the text"),
        clean=partial(clean, relink=partial(_relink, sheet.addresses)),
        tidy=clean,
        reviews=sheet.reviews,
        finish=partial(_finish, sheet.addresses, job.locale),
        past=sheet.past,
    )


def _state(sheet: Sheet, entry: Entry | None) -> State:
    if sheet.catalogue is None:
        return State.APPROVED
    return State.UNTRANSLATED if entry is None else sheet.states.get(entry.key, State.UNTRANSLATED)


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

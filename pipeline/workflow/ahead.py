"""Pages made ahead: by the process that looks at an article, while it holds all that they are made of.

Article and catalogue are then read once in a build, and no page travels between processes: it stands in a
file that has only to be moved. What a page is made of has a key (`ties.page_key`). The plan, which knows
everything, comes to that key or to another; under another the page is made again. So nothing but time
rests on what was made ahead. Articles that link to other articles are left out, whose addresses nobody
knows yet, and so are PDFs.
"""

import hashlib
import json
import os
import secrets
import shutil
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pipeline import locales
from pipeline.articles.links import LinkKind
from pipeline.errors import ImprimaturError, InputError
from pipeline.model import ArticleName, Finding, LocaleTag
from pipeline.render.site import Site, SiteKind, page_address
from pipeline.workflow import furniture, index, recorded, rendering, ties
from pipeline.workflow.index import Group
from pipeline.workflow.outputs import Written
from pipeline.workflow.packed import Folded, fold
from pipeline.workflow.plan import Plan
from pipeline.workflow.project import Project
from pipeline.workflow.record import Record, Spool
from pipeline.workflow.rendering import Job, Rendered

if TYPE_CHECKING:
    from pipeline.workflow.survey import Candidate

FOLDER = ".ahead-"
"""How the names begin of folders with pages that were made ahead, beside the outputs."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What may be made ahead for one output, as any process must know it."""

    site: Site
    """Without its editions."""
    shared: str
    """A hash of what shapes every page."""
    held: Mapping[str, str]
    """The keys of the pages that stand there, by the names of their units."""
    folder: Path
    """Where pages are written."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ready:
    """A page that was made ahead, and stands in a file."""

    key: str
    kind: SiteKind
    """The output that it is for."""
    article: ArticleName
    tag: LocaleTag
    slug: str
    sha: str
    """The page's SHA-256."""
    edition: bytes | None
    """Its edition, as the site's record has it; a preview keeps none."""


class _Packed(NamedTuple):
    """A page that was made ahead, as a run holds it: there is one for each page of a build."""

    tag: LocaleTag
    slug: str
    key: str
    sha: str


Made = Mapping[tuple[SiteKind, ArticleName], bytes]
"""The pages of each article in each output, packed."""


def _pack(pages: Iterable[_Packed]) -> bytes:
    return zlib.compress(json.dumps(list(pages), ensure_ascii=False).encode(), 1)


def _unpack(data: bytes) -> list[_Packed]:
    return list(map(_Packed._make, json.loads(zlib.decompress(data))))


class Taken:
    """The pages that a build takes from those that were made ahead."""

    def __init__(self, made: Made, editions: Spool | None, folder: Path) -> None:
        """The pages in `made`; their files stand below `folder`, their `editions` are for the record."""
        self._made, self._editions, self._folder = made, editions, folder
        self._names = lru_cache(maxsize=8)(self._names_of)
        self._count = sum(len(_unpack(data)) for data in made.values())

    def __contains__(self, which: object) -> bool:
        """Whether the page of a kind and a name is among them."""
        if not isinstance(which, tuple):
            return False
        kind, name = which
        return name in self._names(kind, ArticleName(name.partition("/")[0]))

    def _names_of(self, kind: SiteKind, article: ArticleName) -> frozenset[str]:
        data = self._made.get((kind, article))
        return frozenset(f"{article}/{page.tag}" for page in _unpack(data)) if data else frozenset()

    def __len__(self) -> int:
        """How many they are."""
        return self._count

    def __iter__(self) -> Iterator[Rendered]:
        """Yield each of them as if it had just been rendered, without its edition."""
        for (kind, article), data in self._made.items():
            for page in _unpack(data):
                locale = locales.locale(page.tag)
                address = page_address(locale, page.slug)
                yield Rendered(
                    kind=kind,
                    article=article,
                    locale=locale,
                    slug=page.slug,
                    edition=None,
                    page={},
                    pdf={},
                    written={address: Written(path=_path(self._folder, kind, address), sha=page.sha)},
                )

    def edition(self, kind: SiteKind, article: str, tag: str) -> bytes | None:
        """Return the edition of a page as the site's record has it."""
        return self._editions.get((article, tag)) if self._editions and kind is SiteKind.SITE else None


NOTHING = Taken({}, None, Path())
"""For a build that has made nothing ahead."""


class Ahead:
    """Orders pages, and keeps those that were made."""

    def __init__(self, project: Project, held: Mapping[SiteKind, Record], folder: Path) -> None:
        """For outputs that hold `held`; pages are written into `folder`."""
        self._project, self._held, self._folder = project, held, folder
        sites = [furniture.site_of(project, kind, ()) for kind in held]
        self._sites = [(site, furniture.shared_key(project, site)) for site in sites]
        self._made: dict[tuple[SiteKind, ArticleName], bytes] = {}
        self._editions = Spool()

    def orders(self, names: Iterable[ArticleName]) -> tuple[Order, ...]:
        """Return what the articles in `names` may be looked at for."""
        return tuple(
            Order(
                site=site,
                shared=shared,
                held={
                    unit: key
                    for name in names
                    for unit, (key, _) in self._held[site.kind].bundle(name).units.items()
                    if unit.startswith("page/")
                },
                folder=self._folder,
            )
            for site, shared in self._sites
        )

    def take(self, made: Iterable[Ready]) -> None:
        """Keep the pages that were made of an article."""
        for each, own in groupby(made, key=lambda page: (page.kind, page.article)):
            pages = []
            for page in own:
                pages.append(_Packed(page.tag, page.slug, page.key, page.sha))
                if page.edition is not None:
                    self._editions.put((page.article, page.tag), page.edition)
            self._made[each] = _pack(pages)

    def of(self, plans: Sequence[Plan]) -> Taken:
        """Return the pages that `plans` miss and that were made of just what these say; forget the others."""
        stages = {each.kind: each.stage for each in plans}
        taken = {}
        for (kind, article), data in self._made.items():
            missing, pages = stages[kind].missing_of(article), _unpack(data)
            fit = [
                page
                for page in pages
                if missing.get(f"page/{article}/{page.tag}") == page.key
                and f"pdf/{article}/{page.tag}" not in missing
            ]
            if fit:
                taken[kind, article] = data if len(fit) == len(pages) else _pack(fit)
        self._made = {}
        return Taken(taken, self._editions, self._folder)

    def close(self) -> None:
        """Let go of all."""
        self._editions.close()
        shutil.rmtree(self._folder, ignore_errors=True)


@contextmanager
def ahead(project: Project, held: Mapping[SiteKind, Record]) -> Iterator[Ahead]:
    """Let pages be made ahead for outputs that hold `held`; what nobody took is thrown away at the end."""
    pages = Ahead(project, held, project.output / f"{FOLDER}{secrets.token_hex(4)}")
    try:
        yield pages
    finally:
        pages.close()


def groups(
    project: Project, names: Sequence[ArticleName], thorough: bool, extracted: bool, orders: Sequence[Order]
) -> list[tuple[Folded | tuple[Finding, ...], tuple[Ready, ...]]]:
    """Look at several articles, and make of each what pages can be made."""
    found: list[tuple[Folded | tuple[Finding, ...], tuple[Ready, ...]]] = []
    for name in names:
        try:
            group, candidates = index.looked(project, name, thorough, extracted)
        except InputError as error:
            found.append((error.findings, ()))
            continue
        versions = ties.versions(project, group.links) if orders else {}
        ready = [page for order in orders for page in _pages(project, order, group, candidates, versions)]
        found.append((fold(group), tuple(ready)))
    return found


def _pages(
    project: Project,
    order: Order,
    group: Group,
    candidates: Sequence["Candidate"],
    versions: ties.Versions,
) -> Iterator[Ready]:
    """Make the pages of an article for one output, those that stand there already left out."""
    if any(link.kind is LinkKind.ARTICLE and link.path != group.article for link in group.links):
        return
    pairs = zip(group.editions, candidates, strict=True)
    shown = [(edition, each) for edition, each in pairs if order.site.preview or edition.verdict.publish]
    waiting = {edition.locale.tag for edition in group.editions} - {each.locale.tag for each, _ in shown}
    if any(f"page/{group.article}/{tag}" in order.held for tag in waiting):
        # The plan alone knows whether it stays as it was last approved.
        return
    site = order.site.narrowed([edition.listed for edition, _ in shown])
    listing = repr(site.listing)
    pages = ((one.article, one.locale.tag, one.address) for one in site.shown)
    addresses = ties.Addresses(project, pages, versions)
    for edition, candidate in shown:
        linked = addresses.linked(edition.locale, group.links)
        key = ties.page_key(
            shared=order.shared, edition=edition.digest, addresses=linked, body="", listing=listing
        )
        if order.held.get(f"page/{group.article}/{edition.locale.tag}") == key:
            continue
        parsed = candidate.article, candidate.standing
        sheet = ties.sheet(project, group, edition, told=site.preview, addresses=linked, parsed=parsed)
        job = Job(
            locale=edition.locale,
            source_locale=site.source_locale,
            approved=edition.listed.approved,
            sheet=sheet,
            edition=None,
            site=site,
            fonts={},
            images={},
            logo=b"",
            pdf=False,
        )
        try:
            rendered = rendering.render(job)
            yield Ready(
                key=key,
                kind=rendered.kind,
                article=group.article,
                tag=edition.locale.tag,
                slug=rendered.slug,
                sha=_write(rendered, order.folder),
                edition=recorded.dump(rendered.edition) if rendered.edition else None,
            )
        except (ImprimaturError, OSError):
            # It is told when the page's turn comes.
            return


def _write(rendered: Rendered, folder: Path) -> str:
    """Write a page into a file below `folder`; return its SHA-256."""
    ((address, data),) = rendered.page.items()
    path = _path(folder, rendered.kind, address)
    _make(path.rpartition("/")[0])
    # A file object would ask the system five times as much.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)
    return hashlib.sha256(data).hexdigest()


def _path(folder: Path, kind: SiteKind, address: str) -> str:
    return f"{folder}/{kind.value}/{address}"


def _make(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102 -- `Path` takes as long as the system.
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103

"""Pages made ahead: by the process that looks at an article, while it holds all that they are made of.

Article and catalogue are then read once in a build, and no page travels between processes: it stands in a
file that has only to be moved. What a page is made of has a key (`ties.page_key`). The plan, which knows
everything, comes to that key or to another; under another the page is made again. So nothing but time
rests on what was made ahead. Articles that link to other articles are left out, whose addresses nobody
knows yet, and so are PDFs.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.articles.links import LinkKind
from pipeline.errors import ImprimaturError, InputError
from pipeline.model import ArticleName, Edition, Finding
from pipeline.render.site import Site, SiteKind
from pipeline.workflow import furniture, index, rendering, ties
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.outputs import Written
from pipeline.workflow.plan import Plan
from pipeline.workflow.project import Project
from pipeline.workflow.record import Record
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
    """A page that was made ahead, and stands in a file. There is one for each page of a build."""

    key: str
    kind: SiteKind
    """The output that it is for."""
    indexed: Indexed
    sha: str
    """The page's SHA-256."""
    edition: Edition | None
    """Itself, for the site's record; a preview keeps none."""

    @property
    def name(self) -> str:
        """Which edition it is: `article/locale`."""
        return f"{self.indexed.article}/{self.indexed.locale.tag}"


class Taken:
    """The pages that a build takes from those that were made ahead."""

    def __init__(self, pages: Mapping[tuple[SiteKind, str], Ready], folder: Path) -> None:
        """The `pages` by kind and name; their files stand below `folder`."""
        self._pages, self._folder = pages, folder

    def __contains__(self, which: object) -> bool:
        """Whether the page of a kind and a name is among them."""
        return which in self._pages

    def __len__(self) -> int:
        """How many they are."""
        return len(self._pages)

    def __iter__(self) -> Iterator[Rendered]:
        """Yield each of them as if it had just been rendered."""
        for each in self._pages.values():
            listed = each.indexed.listed
            path = _path(self._folder, each.kind, listed.address)
            yield Rendered(
                kind=each.kind,
                article=listed.article,
                locale=listed.locale,
                slug=listed.slug,
                edition=each.edition,
                page={},
                pdf={},
                written={listed.address: Written(path=path, sha=each.sha)},
            )


NOTHING = Taken({}, Path())
"""For a build that has made nothing ahead."""


class Ahead:
    """Orders pages, and keeps those that were made."""

    def __init__(self, project: Project, held: Mapping[SiteKind, Record], folder: Path) -> None:
        """For outputs that hold `held`; pages are written into `folder`."""
        self._project, self._held, self._folder = project, held, folder
        sites = [furniture.site_of(project, kind, ()) for kind in held]
        self._sites = [(site, furniture.shared_key(project, site)) for site in sites]
        self._made: list[Ready] = []

    def orders(self, names: Iterable[ArticleName]) -> tuple[Order, ...]:
        """Return what the articles in `names` may be looked at for."""
        units = [f"page/{name}/{tag}" for name in names for tag in self._tags()]
        return tuple(
            Order(
                site=site,
                shared=shared,
                held={unit: key for unit in units if (key := self._held[site.kind].units.get(unit))},
                folder=self._folder,
            )
            for site, shared in self._sites
        )

    def take(self, made: Iterable[Ready]) -> None:
        """Keep pages that were made."""
        self._made += made

    def of(self, plans: Sequence[Plan]) -> Taken:
        """Return the pages that `plans` miss and that were made of just what these say; forget the others."""
        missing = {each.kind: {unit.name: unit.key for unit in each.stage.missing} for each in plans}
        made, self._made = self._made, []
        return Taken(
            {
                (each.kind, each.name): each
                for each in made
                if missing[each.kind].get(f"page/{each.name}") == each.key
                and f"pdf/{each.name}" not in missing[each.kind]
            },
            self._folder,
        )

    def _tags(self) -> Iterator[str]:
        yield self._project.settings.source_locale
        yield from self._project.settings.all_locales


@contextmanager
def ahead(project: Project, held: Mapping[SiteKind, Record]) -> Iterator[Ahead]:
    """Let pages be made ahead for outputs that hold `held`; what nobody took is thrown away at the end."""
    folder = project.output / f"{FOLDER}{secrets.token_hex(4)}"
    try:
        yield Ahead(project, held, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def groups(
    project: Project, names: Sequence[ArticleName], thorough: bool, extracted: bool, orders: Sequence[Order]
) -> list[tuple[Group | tuple[Finding, ...], tuple[Ready, ...]]]:
    """Look at several articles, and make of each what pages can be made."""
    found: list[tuple[Group | tuple[Finding, ...], tuple[Ready, ...]]] = []
    for name in names:
        try:
            group, candidates = index.looked(project, name, thorough, extracted)
        except InputError as error:
            found.append((error.findings, ()))
            continue
        versions = ties.versions(project, group.links) if orders else {}
        ready = [page for order in orders for page in _pages(project, order, group, candidates, versions)]
        found.append((group, tuple(ready)))
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
    addresses = ties.Addresses(project, site, versions)
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
                indexed=edition,
                sha=_write(rendered, order.folder),
                edition=rendered.edition,
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

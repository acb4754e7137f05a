"""What is to stand in an output, and what of it must be rendered."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from hashlib import sha256
from itertools import chain
from typing import Protocol

from pipeline import locales
from pipeline.articles.links import Link, LinkKind
from pipeline.model import Edition, LocaleTag
from pipeline.render.site import Site, SiteKind, page_address
from pipeline.workflow import furniture, index, media, pending, record, stats, ties
from pipeline.workflow.choosing import Choice, EditionKey, Standing, choose, refuse_clashes, standing_of
from pipeline.workflow.furniture import Around
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.outputs import Stage, Staged, Stand, Unit
from pipeline.workflow.packed import Folded
from pipeline.workflow.project import Project, digest, read_bytes
from pipeline.workflow.record import Record
from pipeline.workflow.rendering import UP, Job, Sheet


class Editions(Protocol):
    """The editions that will stand in an output, article by article: none is held longer than it is used."""

    def standings(self, article: str) -> Mapping[EditionKey, Standing]:
        """Return the editions of an article that will stand."""

    def jobs(self, article: str, units: Container[str], tags: Iterable[str]) -> Iterator[Job]:
        """Make the jobs of some editions of an article; `units` has the names of what they must make."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is to become of one output."""

    kind: SiteKind
    stage: Stage
    waiting: Mapping[str, tuple[str, ...]]
    """By article the locales of the editions that must be rendered."""
    editions: Editions
    pending: frozenset[EditionKey]
    """The editions that stay as they were last approved, because what they are made of moved on."""
    withdrawn: tuple[str, ...]
    """Those that go though their article is still there, as `locale/article`."""
    release: Callable[[], object] = tuple
    """Lets go of what is only needed for the units around the articles, once these are made."""

    @property
    def count(self) -> int:
        """How many editions must be rendered."""
        return sum(map(len, self.waiting.values()))

    def jobs(self, article: str, tags: Iterable[str]) -> Iterator[Job]:
        """Make jobs of an article one after the other: what they carry is read when its turn has come."""
        return self.editions.jobs(article, self.stage.missing_of(article), tags)


def batches(plans: Sequence[Plan], ready: Container[tuple[SiteKind, str]] = ()) -> Iterator[tuple[Job, ...]]:
    """Make the jobs of all outputs article by article: editions of an article share most of their work.

    What is `ready`, by kind and name, needs no job.
    """
    for article in dict.fromkeys(chain.from_iterable(each.waiting for each in plans)):
        jobs: list[Job] = []
        for each in plans:
            tags = [
                tag for tag in each.waiting.get(article, ()) if (each.kind, f"{article}/{tag}") not in ready
            ]
            jobs += each.jobs(article, tags) if tags else ()
        if jobs:
            yield tuple(jobs)


def plan(
    project: Project, groups: Sequence[Folded], kind: SiteKind, held: Record, *, early: bool = False
) -> Plan:
    """Decide what is to stand in the output `kind`, against what its record says stands there.

    An article of which nothing changed that any of its pages depends on is known by one key, and nothing else
    of it is looked at. With `early`, PDFs, figures and the status page stay as they stand; the next build
    finds them out of date. Only for a preview: nothing of the site may be older than the rest.
    """
    choices, withdrawn = choose(project, groups, kind, held)
    stand = Stand(project.output / kind.value, held, project.cache)
    carried, own = _media(project, groups, choices)
    carried += pending.kept(stand, _before(choices), carried)
    planner = _Planner(project, groups, kind, choices, stand, carried, own)
    refuse_clashes(project, planner.standings, choices)
    units = [*furniture.units(planner.around, groups), *carried]
    if kind is SiteKind.PREVIEW:
        units.append(stats.unit(project, planner.around, groups))
    units += furniture.searches(planner.around)
    if early:
        units = [_as_it_stands(unit, held) for unit in units]
    bundles: dict[str, Staged | None] = {}
    for article, choice in choices.items():
        if choice.told:
            key = planner.key(article)
            wholly = stand.whole(article, key)
            bundles[article] = None if wholly else stand.staged(article, key, planner.wanted(article, early))
    wanted = {unit.name: unit.key for unit in units}
    return Plan(
        kind=kind,
        stage=Stage(
            stand=stand, around=tuple(units), kept=stand.kept(record.AROUND, wanted), bundles=bundles
        ),
        waiting={
            article: tags
            for article, staged in bundles.items()
            if staged and (tags := tuple(dict.fromkeys(name.split("/")[2] for name in staged.missing)))
        },
        editions=planner,
        pending=frozenset(which for each in choices.values() for which, _ in each.staying()),
        withdrawn=withdrawn,
        release=planner.release,
    )


class _Planner:
    """Finds out what each page depends on, so that it is made again when that changes and only then."""

    def __init__(
        self,
        project: Project,
        groups: Sequence[Folded],
        kind: SiteKind,
        choices: Mapping[str, Choice],
        stand: Stand,
        carried: Sequence[Unit],
        own: ties.Versions,
    ) -> None:
        self._project, self._choices, self._stand, self._own = project, choices, stand, own
        self._groups: Mapping[str, Folded] = {each.article: each for each in groups}
        self._site = furniture.site_of(project, kind, ())
        self._shared = furniture.shared_key(project, self._site)
        self._tying = _Tying(held=stand.held, carried={unit.name: unit for unit in carried})
        self._base = digest([self._shared, kind, repr(project.settings)])
        self._files = cache(self._files_of)
        self._whole: Site | None = None
        staying = any(each.standings for each in choices.values())
        linked = staying or any(link.kind is LinkKind.ARTICLE for each in groups for link in each.links)
        self._addresses = ties.Addresses(project, _pages(choices) if linked else (), own)

    @cached_property
    def around(self) -> Around:
        """What the pages around the articles depend on."""
        choices = self._choices
        # Not only what other pages say of an article, but where it stands among them.
        spoken = ([name, *(one.listed for one in each.shown)] for name, each in choices.items())
        return Around(
            site=self._site,
            shared=self._shared,
            whole=self.whole,
            tags=frozenset(one.tag for each in choices.values() for one in each.shown),
            listing=digest(chain.from_iterable(spoken)),
            shown=lambda tag: (
                (name, one.listed + one.digest)
                for name, each in choices.items()
                for one in each.shown
                if one.tag == tag
            ),
        )

    def whole(self) -> Site:
        """Return the site with the listing of all editions, until it is released."""
        if self._whole is None:
            each = (one.listed for article in self._choices for one in self.standings(article).values())
            self._whole = self._site.narrowed(tuple(each))
        return self._whole

    def release(self) -> None:
        """Let go of the listing."""
        self._whole = None

    def standings(self, article: str) -> Mapping[EditionKey, Standing]:
        """Return the editions of an article that will stand."""
        choice, held = self._choices[article], self._stand.held
        if choice.standings is not None:
            return choice.standings
        tags = {one.tag for one in choice.shown}
        editions = self._groups[article].unfold().editions if tags else ()
        chosen = (one for one in editions if one.locale.tag in tags)
        return {(one.article, one.locale.tag): standing_of(one, self._site.kind, held) for one in chosen}

    def key(self, article: str) -> str:
        """Return a key of all that the pages of an article depend on, and of more; empty where there is none.

        Two plans with the same key of an article want the same of it.
        """
        group = self._groups[article]
        if self._choices[article].standings is not None:
            return ""
        others = sorted({link.path for link in group.links if link.kind is LinkKind.ARTICLE})
        where = [
            [name, [one[:2] for one in self._choices[name].shown]] for name in others if name in self._choices
        ]
        return digest([self._base, group.digest, self._files(group.links), repr(where)])

    def _files_of(self, links: tuple[Link, ...]) -> str:
        paths = sorted({link.path for link in links if link.kind is LinkKind.FILE})
        files = [media.address(file) for path in paths for file in self._own.get(path, {}).values()]
        carried = self._tying.carried
        keys = [carried[address].key for address in files if address in carried]
        return repr(([self._own.get(path) for path in paths], keys))

    def wanted(self, article: str, early: bool) -> dict[str, str]:
        """Return the key of each page and PDF of an article, by its unit's name."""
        wanted: dict[str, str] = {}
        ties_of = self._ties(article)
        listing = repr(tuple(tied.standing.listed for tied in ties_of.values()))
        held = self._stand.held.bundle(article).units if early else {}
        for (_, tag), tied in ties_of.items():
            page, pdf = f"page/{article}/{tag}", f"pdf/{article}/{tag}"
            wanted[page] = ties.page_key(
                shared=self._shared,
                edition=tied.standing.digest,
                addresses=tied.addresses,
                body=tied.body,
                listing=listing,
            )
            if tied.standing.listed.has_pdf:
                own = _pdf_key(self._project, self._shared, tied)
                # Nobody waits for it who looks at a page.
                wanted[pdf] = held[pdf][0] if pdf in held else own
        return wanted

    def jobs(self, article: str, units: Container[str], tags: Iterable[str]) -> Iterator[Job]:
        """Make the jobs of some editions of an article; `units` has the names of what they must make."""
        ties_of, group = self._ties(article), self._groups[article].unfold()
        about = self._site.narrowed([tied.standing.listed for tied in ties_of.values()])
        for tag in tags:
            pdf = f"pdf/{article}/{tag}" in units
            yield _job(self._project, about, ties_of[article, tag], group, pdf=pdf)

    def _ties(self, article: str) -> "dict[EditionKey, _Ties]":
        links = self._groups[article].links
        return {
            which: self._tying.ties(one, links, self._addresses.of(one.listed.locale))
            for which, one in self.standings(article).items()
        }


def _pages(choices: Mapping[str, Choice]) -> Iterator[tuple[str, str, str]]:
    for article, choice in choices.items():
        for tag, slug, _, _ in choice.shown:
            yield article, tag, page_address(locales.locale(LocaleTag(tag)), slug)


def _pdf_key(project: Project, shared: str, tied: "_Ties") -> str:
    common = [shared, tied.standing.digest, repr(tied.addresses), tied.body]
    fonts = repr(sorted(project.settings.fonts.items()))
    return digest([*common, repr(tied.media), fonts])


def _as_it_stands(unit: Unit, held: Record) -> Unit:
    """Return a unit that nobody waits for with the key of what stands."""
    late = unit.name.startswith(("status", "effort"))
    there = held.bundle(record.AROUND).units.get(unit.name) if late else None
    return replace(unit, key=there[0]) if there else unit


def _media(
    project: Project, groups: Iterable[Folded], choices: Mapping[str, Choice]
) -> tuple[list[Unit], ties.Versions]:
    """Return a unit for each file that the chosen editions carry along, and each locale's path to it.

    A picture of a locale in which an article is not published yet has no place in the site.
    """
    own = ties.versions(project, chain.from_iterable(each.links for each in groups))
    shown = set(own.get(project.settings.brand.logo, {}).values())
    for each in groups:
        files = [own[link.path] for link in each.links if link.path in own]
        shown.update(file[one[0]] for one in choices[each.article].shown for file in files)
    units = []
    for path in sorted(shown):
        data = read_bytes(project.source / path)
        units.append(
            Unit(name=f"media/{path}", key=digest([data]), make=partial(dict, {media.address(path): data}))
        )
    return units, own


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ties:
    """What an edition's files depend on besides its own text."""

    standing: Standing
    addresses: Mapping[str, str]
    """Where the articles and files stand that it links to; none for an edition that stays as it was."""
    body: str
    """Of an edition that stays as it was, its links as they are now; else empty."""
    media: Mapping[str, Unit]
    """The images and downloads that it points to, by address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tying:
    """Finds what each edition depends on, so that it is built again when that changes and only then."""

    held: Record
    carried: Mapping[str, Unit]

    def ties(self, standing: Standing, links: Iterable[Link], known: Mapping[str, str]) -> _Ties:
        """Return what an edition with these `links` depends on, where `known` says all addresses."""
        if standing.candidate is None and standing.edition is not None:
            edition = pending.repointed(standing.edition, self.held, known, self.carried)
            wanted = sorted(pending.media_of(edition))
            return _Ties(
                standing=replace(standing, edition=edition),
                addresses={},
                body=edition.body,
                media={address: self.carried[address] for address in wanted},
            )
        addresses = ties.among(known, links)
        used = sorted(address for address in addresses.values() if address in self.carried)
        media = {address: self.carried[address] for address in used}
        return _Ties(standing=standing, addresses=addresses, body="", media=media)


def _before(choices: Mapping[str, Choice]) -> list[Edition]:
    """Return the editions that stay as they were last approved."""
    return [edition for each in choices.values() for _, edition in each.staying()]


def _job(project: Project, site: Site, tied: _Ties, group: Group, *, pdf: bool) -> Job:
    """Return the job that renders one edition: values only, for any process on any machine."""
    standing = tied.standing
    listed, candidate = standing.listed, standing.candidate
    logo = project.settings.brand.logo
    return Job(
        locale=listed.locale,
        source_locale=site.source_locale,
        approved=listed.approved,
        sheet=_sheet(project, site, tied, group, candidate) if candidate else None,
        edition=None if candidate else standing.edition,
        site=site,
        fonts=project.settings.fonts,
        images={
            UP + address: data
            for address, unit in tied.media.items()
            if pdf and address.endswith(media.IMAGES) and unit.make
            for data in unit.make().values()
        },
        logo=read_bytes(project.source / logo) if pdf and logo else b"",
        pdf=pdf,
    )


def _sheet(project: Project, site: Site, tied: _Ties, group: Group, edition: Indexed) -> Sheet:
    """Read what an edition is composed of. Raises `InputError` if it is not what was looked at."""
    article = read_bytes(project.article_path(group.article))
    held = None
    if not edition.source:
        path = project.catalogue_path(edition.locale.tag, group.article)
        held = read_bytes(path) if path.exists() else b""
    same = sha256(article).hexdigest() == group.content
    if not same or (held is not None and digest([held]) != edition.content):
        raise index.moved(edition)
    return ties.sheet(
        project,
        group,
        edition,
        told=site.preview,
        addresses=tied.addresses,
        article=article,
        catalogue=held,
    )

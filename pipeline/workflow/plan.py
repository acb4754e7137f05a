"""What is to stand in an output, and what of it must be rendered."""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from itertools import chain

from pipeline.articles.edition import live as entries_of
from pipeline.articles.links import Link
from pipeline.errors import InputError
from pipeline.model import Edition, Entry, Finding
from pipeline.render.site import Listed, Site, SiteKind
from pipeline.workflow import furniture, gate, index, media, outputs, pending, stats, ties
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.outputs import Stage, Unit
from pipeline.workflow.project import Project, digest, read_bytes
from pipeline.workflow.record import Record
from pipeline.workflow.rendering import UP, Job, Sheet

EditionKey = tuple[str, str]
"""Article and locale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An edition that is to stand in an output."""

    candidate: Indexed | None
    """As it is now; None for an edition that stays as it was last approved."""
    same: bool
    """Whether the record has it as it is now."""
    edition: Edition | None
    """As it was last approved, of an edition that stays so; else None."""
    entries: tuple[Entry, ...] | None
    """The approved texts that it prints; none for a source edition and in a preview. None where the record
    has them, or where they have to be read yet."""
    digest: str
    """Of all that it is made of."""
    listed: Listed


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is to become of one output."""

    kind: SiteKind
    stage: Stage
    waiting: Mapping[str, "partial[Job]"]
    """Makes the job of each edition that must be rendered, by `article/locale`."""
    published: Mapping[EditionKey, Standing]
    """Every edition that will stand in it."""
    pending: frozenset[EditionKey]
    """Those that stay as they were last approved, because what they are made of moved on."""
    withdrawn: tuple[str, ...]
    """Those that go though their article is still there, as `locale/article`."""

    @property
    def jobs(self) -> Iterator[Job]:
        """Make the jobs one after the other: what they carry is read when its turn has come."""
        return (make() for make in self.waiting.values())


def batches(plans: Sequence[Plan], ready: Container[tuple[SiteKind, str]] = ()) -> Iterator[tuple[Job, ...]]:
    """Make the jobs of all outputs article by article: editions of an article share most of their work.

    What is `ready`, by kind and name, needs no job.
    """
    waiting: dict[str, list[partial[Job]]] = {}
    for each in plans:
        for name, make in each.waiting.items():
            if (each.kind, name) in ready:
                continue
            waiting.setdefault(name.partition("/")[0], []).append(make)
    for makers in waiting.values():
        yield tuple(make() for make in makers)


def plan(
    project: Project, groups: Sequence[Group], kind: SiteKind, held: Record, *, early: bool = False
) -> Plan:
    """Decide what is to stand in the output `kind`, against what its record says stands there.

    With `early`, PDFs, figures and the status page stay as they stand; the next build finds them out of
    date. Only for a preview: nothing of the site may be older than the rest.
    """
    chosen, withdrawn = _choose(project, groups, kind, held)
    _refuse_clashes(project, chosen.values())
    site = furniture.site_of(project, kind, [standing.listed for standing in chosen.values()])
    editions = [edition for each in groups for edition in each.editions]
    shared = furniture.shared_key(project, site)
    live = project.output / kind.value
    carried, own = _media(project, groups, chosen)
    carried += pending.kept(live, held, _before(chosen), carried)
    units = [*furniture.units(site, shared, editions), *carried]
    if site.preview:
        units.append(stats.unit(project, site, shared, editions))
    addresses = ties.Addresses(project, site, own)
    tying = _Tying(held=held, carried={unit.name: unit for unit in carried})
    makers, pages = {}, {}
    for each in groups:
        about = site.narrowed([chosen[which].listed for which in _keys(each) if which in chosen])
        spoken_of = repr(about.listing)
        for which in _keys(each):
            if which not in chosen:
                continue
            tied = tying.ties(chosen[which], each.links, addresses.of(chosen[which].listed.locale))
            name = f"{which[0]}/{which[1]}"
            pages[which] = ties.page_key(
                shared=shared,
                edition=tied.standing.digest,
                addresses=tied.addresses,
                body=tied.body,
                listing=spoken_of,
            )
            units.append(Unit(name=f"page/{name}", key=pages[which]))
            if tied.standing.listed.has_pdf:
                units.append(Unit(name=f"pdf/{name}", key=_pdf_key(project, shared, tied)))
            chosen[which] = tied.standing
            makers[name] = partial(_job, project, about, tied, each)
    units += furniture.searches(site, pages)
    if early:
        units = [_as_it_stands(unit, held) for unit in units]
    planned = outputs.stage(live, units, held, project.cache)
    missing = {unit.name for unit in planned.missing}
    return Plan(
        kind=kind,
        stage=planned,
        waiting={
            name: partial(make, pdf=f"pdf/{name}" in missing)
            for name, make in makers.items()
            if f"pdf/{name}" in missing or f"page/{name}" in missing
        },
        published=chosen,
        pending=frozenset(which for which, standing in chosen.items() if standing.candidate is None),
        withdrawn=withdrawn,
    )


def _pdf_key(project: Project, shared: str, tied: "_Ties") -> str:
    common = [shared, tied.standing.digest, repr(tied.addresses), tied.body]
    fonts = repr(sorted(project.settings.fonts.items()))
    return digest([*common, repr(tied.media), fonts])


def _as_it_stands(unit: Unit, held: Record) -> Unit:
    """Return a unit that nobody waits for with the key of what stands."""
    late = unit.name.startswith(("status", "effort", "pdf/"))
    return replace(unit, key=held.units.get(unit.name, unit.key)) if late else unit


def _keys(each: Group) -> Iterator[EditionKey]:
    return ((edition.article, edition.locale.tag) for edition in each.editions)


def _choose(
    project: Project, groups: Sequence[Group], kind: SiteKind, held: Record
) -> tuple[dict[EditionKey, Standing], tuple[str, ...]]:
    """Choose the editions of an output; the second value names those that the gate withdraws."""
    chosen: dict[EditionKey, Standing] = {}
    withdrawn = []
    for candidate in (edition for each in groups for edition in each.editions):
        which = (candidate.article, candidate.locale.tag)
        if kind is SiteKind.PREVIEW or candidate.verdict.publish:
            chosen[which] = Standing(
                candidate=candidate,
                same=held.published.digest(which) == candidate.digest,
                edition=None,
                entries=() if kind is SiteKind.PREVIEW or candidate.plain else None,
                digest=candidate.digest,
                listed=candidate.listed,
            )
        elif which in held.published and not candidate.plain:
            before = held.published[which]
            keep = not project.settings.policy.withdraw_on_change
            if keep and _still_stands(project, candidate, before.entries):
                names = project.settings.policy.names
                edition = before.edition if names else pending.anonymous(before.edition)
                chosen[which] = Standing(
                    candidate=None,
                    same=False,
                    edition=edition,
                    entries=before.entries,
                    digest=before.digest,
                    listed=listed_before(project, edition),
                )
            else:
                withdrawn.append(f"{candidate.locale.bcp47}/{candidate.article}")
    return chosen, tuple(withdrawn)


def _still_stands(project: Project, candidate: Indexed, entries: Sequence[Entry]) -> bool:
    whole = index.whole(project, candidate, thorough=True)
    if gate.forbidden(entries, whole.findings):
        return False
    return whole.history is not None and gate.still_stands(entries, whole.history)


def listed_before(project: Project, edition: Edition) -> Listed:
    """Return an edition that stays as it was last approved, as other pages speak of it."""
    description = edition.fields.get("description")
    return Listed(
        article=edition.article,
        locale=edition.locale,
        slug=edition.slug,
        title=edition.title,
        description=description.value if description else "",
        date=edition.date,
        updated=edition.updated,
        approved=True,
        has_pdf=project.settings.pdf,
    )


def _refuse_clashes(project: Project, standings: Iterable[Standing]) -> None:
    """Refuse two editions at one address."""
    by_address: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        by_address[standing.listed.address].append(standing)
    findings: dict[tuple[str, int | None], Finding] = {}
    for same in by_address.values():
        if len(same) > 1:
            listed = same[0].listed
            file, line = next(
                filter(None, map(partial(_slug_place, project), same[::-1])), _slug_of_source(same[-1])
            )
            finding = Finding(
                id="edition.slug",
                reason=f"{' and '.join(each.listed.article for each in same)} have the same slug in "
                f"{listed.locale.bcp47}: {listed.slug}",
                hint="give one of them another slug, in its front matter or in its catalogue",
                file=file,
                line=line,
            )
            # Editions without a slug of their own take their source's, which needs to be told once.
            findings.setdefault((file, line), finding)
    if findings:
        raise InputError(findings.values())


def _slug_place(project: Project, standing: Standing) -> tuple[str, int | None] | None:
    """Return the catalogue and the line in which an edition has a slug of its own; None if it has none."""
    if standing.candidate is None or standing.candidate.source:
        return None
    candidate = index.whole(project, standing.candidate)
    entries = entries_of(candidate.catalogue) if candidate.catalogue else {}
    entry = entries.get(("slug", candidate.article.front.slug))
    if entry is None or not entry.msgstr:
        return None
    return f"locales/{standing.listed.locale.tag}/LC_MESSAGES/{standing.listed.article}.po", entry.line


def _slug_of_source(standing: Standing) -> tuple[str, int | None]:
    return f"source/{standing.listed.article}.md", 1


def _media(
    project: Project, groups: Sequence[Group], chosen: Collection[EditionKey]
) -> tuple[list[Unit], ties.Versions]:
    """Return a unit for each file that the `chosen` editions carry along, and each locale's path to it.

    A picture of a locale in which an article is not published yet has no place in the site.
    """
    own = ties.versions(project, chain.from_iterable(each.links for each in groups))
    shown = set(own.get(project.settings.brand.logo, {}).values())
    for each in groups:
        files = [own[link.path] for link in each.links if link.path in own]
        shown.update(file[tag] for _, tag in _keys(each) if (each.article, tag) in chosen for file in files)
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


def _before(chosen: Mapping[EditionKey, Standing]) -> list[Edition]:
    """Return the editions that stay as they were last approved."""
    return [each.edition for each in chosen.values() if each.candidate is None and each.edition]


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

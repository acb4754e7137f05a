"""What is to stand in an output, and what of it must be rendered."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from pipeline import locales
from pipeline.articles.edition import live as entries_of
from pipeline.articles.links import LinkKind
from pipeline.errors import InputError
from pipeline.model import ArticleName, Edition, Entry, Finding, Locale
from pipeline.render.site import Listed, Site, SiteKind
from pipeline.workflow import furniture, gate, media, outputs, pending, stats, telling
from pipeline.workflow.original import Original, original
from pipeline.workflow.outputs import Stage, Unit
from pipeline.workflow.project import Project, digest, read_bytes
from pipeline.workflow.record import Record
from pipeline.workflow.rendering import UP, Job, Sheet, key
from pipeline.workflow.survey import Candidate

if TYPE_CHECKING:
    pass

EditionKey = tuple[str, str]
"""Article and locale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An edition that is to stand in an output."""

    candidate: Candidate | None
    """As it is now; None for an edition that stays as it was last approved."""
    edition: Edition | None
    """As it was last built, where that still holds."""
    entries: tuple[Entry, ...]
    """The approved texts that it prints; none for a source edition and in a preview."""
    digest: str
    """Of all that it is made of."""
    listed: Listed


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What is to become of one output."""

    kind: SiteKind
    stage: Stage
    jobs: tuple[Job, ...]
    """The editions that must be rendered."""
    published: Mapping[EditionKey, Standing]
    """Every edition that will stand in it."""
    pending: frozenset[EditionKey]
    """Those that stay as they were last approved, because what they are made of moved on."""
    withdrawn: tuple[str, ...]
    """Those that go though their article is still there, as `locale/article`."""


def plan(project: Project, candidates: Sequence[Candidate], kind: SiteKind, held: Record) -> Plan:
    """Decide what is to stand in the output `kind`, against what its record says stands there."""
    chosen, withdrawn = _choose(project, candidates, kind, held)
    _refuse_clashes(chosen.values())
    site = furniture.site_of(project, kind, [standing.listed for standing in chosen.values()])
    originals: dict[str, Original] = {
        each.article.name: original(project, each.article)
        for each in candidates
        if each.locale.tag == each.source_locale.tag
    }
    shared = furniture.shared_key(project, site)
    live = project.output / kind.value
    carried, addresses = _media(project, originals.values())
    carried += pending.kept(live, held, _before(chosen), carried)
    units = [*furniture.units(site, shared, candidates), *carried]
    if site.preview:
        units.append(stats.unit(project, site, shared, candidates))
    makers = {}
    pages = {}
    for which, standing in chosen.items():
        known = _addresses(project, standing.listed.locale, site, addresses)
        ties = _ties(standing, originals[which[0]], known, held, carried)
        common = [shared, ties.standing.digest, repr(ties.addresses), ties.body]
        page = digest([*common, repr(site.about(ArticleName(which[0])).listing)])
        pdf = digest([*common, repr(ties.media), repr(sorted(project.settings.fonts.items()))])
        name = f"{which[0]}/{which[1]}"
        units.append(Unit(name=f"page/{name}", key=page))
        pages[which] = page
        if standing.listed.has_pdf:
            units.append(Unit(name=f"pdf/{name}", key=pdf))
        chosen[which] = ties.standing
        makers[name] = partial(_job, project, site, ties, originals[which[0]].heading_ids)
    units += furniture.searches(site, pages)
    planned = outputs.stage(live, units, held)
    missing = {unit.name for unit in planned.missing}
    return Plan(
        kind=kind,
        stage=planned,
        jobs=tuple(
            make(pdf=f"pdf/{name}" in missing)
            for name, make in makers.items()
            if f"pdf/{name}" in missing or f"page/{name}" in missing
        ),
        published=chosen,
        pending=frozenset(which for which, standing in chosen.items() if standing.candidate is None),
        withdrawn=withdrawn,
    )


def _choose(
    project: Project, candidates: Sequence[Candidate], kind: SiteKind, held: Record
) -> tuple[dict[EditionKey, Standing], tuple[str, ...]]:
    """Choose the editions of an output; the second value names those that the gate withdraws."""
    chosen: dict[EditionKey, Standing] = {}
    withdrawn = []
    for candidate in candidates:
        which = (candidate.article.name, candidate.locale.tag)
        before = held.published.get(which)
        if kind is SiteKind.PREVIEW or candidate.verdict.publish:
            same = before is not None and before.digest == candidate.digest
            printed = candidate.entries if kind is SiteKind.SITE else ()
            chosen[which] = Standing(
                candidate=candidate,
                edition=before.edition if before and same else None,
                entries=printed,
                digest=candidate.digest,
                listed=_listed(project, candidate),
            )
        elif before is not None and candidate.history is not None:
            keep = not project.settings.policy.withdraw_on_change
            if keep and gate.still_stands(before.entries, candidate.history):
                names = project.settings.policy.names
                edition = before.edition if names else pending.anonymous(before.edition)
                chosen[which] = Standing(
                    candidate=None,
                    edition=edition,
                    entries=before.entries,
                    digest=before.digest,
                    listed=_listed_before(project, edition),
                )
            else:
                withdrawn.append(f"{candidate.locale.bcp47}/{candidate.article.name}")
    return chosen, tuple(withdrawn)


def _listed(project: Project, candidate: Candidate) -> Listed:
    """Return an edition as other pages speak of it."""
    front, locale = candidate.article.front, candidate.locale
    entries = entries_of(candidate.catalogue) if candidate.catalogue else {}
    entry = entries.get(("description", front.description))
    title = entries.get(("title", front.title))
    translated = candidate.catalogue is None or bool(title and title.msgstr)
    return Listed(
        article=candidate.article.name,
        locale=locale,
        slug=candidate.standing.slug,
        title=candidate.standing.title,
        description=entry.msgstr if entry and entry.msgstr and translated else front.description,
        text_locale=None if translated else candidate.source_locale,
        date=front.date,
        updated=front.updated,
        approved=candidate.verdict.publish,
        has_pdf=project.settings.pdf,
        former_slugs=telling.former_slugs(candidate),
    )


def _listed_before(project: Project, edition: Edition) -> Listed:
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


def _refuse_clashes(standings: Iterable[Standing]) -> None:
    """Refuse two editions at one address."""
    by_address: dict[str, list[Standing]] = defaultdict(list)
    for standing in standings:
        by_address[standing.listed.address].append(standing)
    findings: dict[tuple[str, int | None], Finding] = {}
    for same in by_address.values():
        if len(same) > 1:
            listed = same[0].listed
            file, line = next(filter(None, map(_slug_place, same[::-1])), _slug_of_source(same[-1]))
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


def _slug_place(standing: Standing) -> tuple[str, int | None] | None:
    """Return the catalogue and the line in which an edition has a slug of its own; None if it has none."""
    candidate = standing.candidate
    if candidate is None or candidate.catalogue is None:
        return None
    entry = entries_of(candidate.catalogue).get(("slug", candidate.article.front.slug))
    if entry is None or not entry.msgstr:
        return None
    return f"locales/{standing.listed.locale.tag}/LC_MESSAGES/{standing.listed.article}.po", entry.line


def _slug_of_source(standing: Standing) -> tuple[str, int | None]:
    return f"source/{standing.listed.article}.md", 1


def _media(
    project: Project, originals: Iterable[Original]
) -> tuple[list[Unit], Mapping[str, Mapping[str, str]]]:
    """Return a unit for each file that articles carry along, and each locale's path to it."""
    paths = {link.path for each in originals for link in each.links if link.kind is LinkKind.FILE}
    if project.settings.brand.logo:
        paths.add(project.settings.brand.logo)
    tags = (project.settings.source_locale, *project.settings.all_locales)
    own: dict[str, Mapping[str, str]] = {
        path: {tag: media.localized(project, path, locales.locale(tag)) for tag in tags}
        for path in sorted(paths)
    }
    units = []
    for path in sorted({version for versions in own.values() for version in versions.values()}):
        data = read_bytes(project.source / path)
        units.append(
            Unit(name=f"media/{path}", key=digest([data]), make=partial(dict, {media.address(path): data}))
        )
    return units, own


def _addresses(
    project: Project, locale: Locale, site: Site, own: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    """Return where articles and files stand for a page in `locale`: in its language, else in the source's."""
    found = {f"file:{path}": media.address(versions[locale.tag]) for path, versions in own.items()}
    for tag in (project.settings.source_locale, locale.tag):
        found |= {
            f"article:{listed.article}": listed.address for listed in site.shown if listed.locale.tag == tag
        }
    return found


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


def _ties(
    standing: Standing,
    original: Original,
    known: Mapping[str, str],
    held: Record,
    carried: Sequence[Unit],
) -> _Ties:
    """Return what an edition depends on, so that it is built again when that changes and only then."""
    there = {unit.name: unit for unit in carried}
    if standing.candidate is None and standing.edition is not None:
        edition = pending.repointed(standing.edition, held, known, there)
        return _Ties(
            standing=replace(standing, edition=edition),
            addresses={},
            body=edition.body,
            media={address: there[address] for address in sorted(pending.media_of(edition))},
        )
    addresses = {name: known[name] for name in map(key, original.links) if name in known}
    used = sorted(address for address in addresses.values() if address in there)
    return _Ties(
        standing=standing, addresses=addresses, body="", media={address: there[address] for address in used}
    )


def _before(chosen: Mapping[EditionKey, Standing]) -> list[Edition]:
    """Return the editions that stay as they were last approved."""
    return [each.edition for each in chosen.values() if each.candidate is None and each.edition]


def _job(project: Project, site: Site, ties: _Ties, heading_ids: tuple[str, ...], *, pdf: bool) -> Job:
    """Return the job that renders one edition."""
    standing = ties.standing
    listed, candidate = standing.listed, standing.candidate
    sheet = None
    if candidate is not None:
        sheet = Sheet(
            article=candidate.article,
            catalogue=candidate.catalogue,
            states=candidate.states,
            heading_ids=heading_ids,
            reviews=candidate.reviews,
            past=telling.past(candidate) if site.preview else None,
            addresses=ties.addresses,
        )
    return Job(
        locale=listed.locale,
        source_locale=site.source_locale,
        approved=listed.approved,
        sheet=sheet,
        edition=None if sheet else standing.edition,
        site=site.about(listed.article),
        fonts=project.settings.fonts,
        images={
            UP + address: data
            for address, unit in ties.media.items()
            if address.endswith(media.IMAGES) and unit.make
            for data in unit.make().values()
        },
        logo=read_bytes(project.source / project.settings.brand.logo) if project.settings.brand.logo else b"",
        pdf=pdf,
    )

"""Build: every edition whose inputs changed becomes a page and a PDF; the gate decides where they stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from itertools import chain

from pipeline import locales, store
from pipeline.errors import ImprimaturError, InputError
from pipeline.model import ArticleName, Edition, Entry, Finding, Severity, State
from pipeline.render.site import SiteKind, page_address
from pipeline.workflow import ahead, index, installing, media, record, recorded, rendering, withdraw
from pipeline.workflow.ahead import NOTHING, Ahead, Taken
from pipeline.workflow.choosing import EditionKey, Standing
from pipeline.workflow.index import Indexed
from pipeline.workflow.installing import Installation
from pipeline.workflow.known import Known
from pipeline.workflow.packed import Folded, Place
from pipeline.workflow.plan import Plan, batches, plan
from pipeline.workflow.pool import Pace, Pool, in_batches, stream
from pipeline.workflow.project import Progress, Project, article_names, silent
from pipeline.workflow.record import Line, Record, Shelf, Spool
from pipeline.workflow.summary import Built, Row, Waiting

_ARTICLES = 8
"""Articles that a process looks at in one go."""

_PAGED = 2
"""Those of which it makes pages, too."""

_PAGE, _PDF = 0.01, 0.05
"""About how many seconds they take."""

_TRIES = 3
"""How often a build begins anew because files change under its hands, before it says so."""


def build(
    project: Project,
    *,
    progress: Progress = silent,
    jobs: int | None = None,
    cluster: str | None = None,
    thorough: bool = False,
    extracted: bool = False,
    before: Known | None = None,
) -> Built:
    """Bring both outputs up to date. What fails leaves yesterday's pages standing that are still approved.

    `jobs` is the number of processes, by default one for each core; `cluster` is the address of a Dask
    scheduler whose workers render instead. Unless `thorough`, the checks run only where the gate's
    word hangs on them. `extracted` says that the catalogues were just brought up to date, which is
    remembered; `before` is what is known of them this moment. Raises `InputError` with all that is
    wrong, `MachineError` for a missing font or a full disk.
    """
    known = before

    def wait(why: str) -> None:
        nonlocal known
        # Nobody knows what the other does meanwhile.
        known = None
        progress(why)

    with (
        withdraw.guard(project, progress),
        store.lock(project.root, "output", doing="building pages", on_wait=wait),
        Pool(jobs) as pool,
    ):
        installing.sweep(project.output)
        known = known or Known(project, before)
        held = {kind: record.read(project.output / kind.value) for kind in (SiteKind.PREVIEW, SiteKind.SITE)}
        for left in reversed(range(_TRIES)):
            try:
                with ahead.ahead(project, held) as pages:
                    # PDFs take most of a build that has them, and a cluster is asked for whole pages.
                    early = None if cluster or project.settings.pdf else pages
                    groups = look(
                        project,
                        article_names(project),
                        pool,
                        thorough=thorough,
                        extracted=extracted,
                        known=known,
                        progress=progress,
                        pages=early,
                    )
                    # What is planned is held here alone: most builds have made their pages by now.
                    pool.rest()
                    return _build(project, groups, held, pages, pool, cluster, progress)
            except InputError as error:
                # Somebody saved a file between the look at it and its pages: what they saved counts.
                if not left or any(finding.id != index.MOVED for finding in error.findings):
                    raise
                known = Known(project, known)
    raise AssertionError


def _build(
    project: Project,
    groups: tuple[Folded, ...],
    held: Mapping[SiteKind, Record],
    pages: Ahead,
    pool: Pool,
    cluster: str | None,
    progress: Progress,
) -> Built:
    media.check(project, groups)
    lost = _lost(project, groups)
    plans = [plan(project, groups, kind, there) for kind, there in held.items()]
    ready = pages.of(plans)
    rendered = sum(each.count for each in plans)
    with _executor(project, rendered - len(ready), pool, cluster, progress) as executor:
        changed = install(project, plans, executor, progress, ready)
    site = plans[1]
    telling = (edition for each in groups if each.found for edition in each.unfold().editions)
    return Built(
        rows=tuple(_rows(groups, site)),
        rendered=rendered,
        changed=changed,
        withdrawn=tuple(site.withdrawn),
        findings=(*(finding for edition in telling for finding in edition.findings), *lost),
    )


def _lost(project: Project, groups: Sequence[Folded]) -> tuple[Finding, ...]:
    """Say which editions may have had an approved page that only the output kept, where there is none."""
    if (project.output / SiteKind.SITE.value / record.NAME).exists():
        return ()
    editions = (edition for each in groups if each.lapsed for edition in each.unfold().editions)
    lapsed = [edition for edition in editions if edition.lapsed]
    if not lapsed:
        return ()
    names = ", ".join(f"{edition.locale.bcp47}/{edition.article}" for edition in lapsed[:5])
    more = f" and {len(lapsed) - 5} more" if len(lapsed) > 5 else ""
    return (
        Finding(
            id="site.afresh",
            severity=Severity.WARNING,
            reason=f"no last approved page is kept here of {names}{more}: their texts have moved on since "
            "they were approved, and output/site is new",
            hint="to keep such pages up, build where output/ is kept between runs, or copy output/site here",
            file="output/site",
        ),
    )


def look(
    project: Project,
    names: Sequence[ArticleName],
    pool: Pool,
    *,
    thorough: bool,
    extracted: bool = False,
    known: Known | None = None,
    progress: Progress = silent,
    pages: Ahead | None = None,
) -> tuple[Folded, ...]:
    """Look at every edition of the articles in `names`. Raises `InputError` with all that is wrong.

    What is `known` of them this moment is believed; what of them can be made ahead is given to `pages`.
    """
    known = known or Known(project)
    fresh = known.fresh(names, thorough=thorough)
    wanted = [name for name in names if name not in fresh or (extracted and not fresh[name].settled)]
    batches = [
        (project, batch, thorough, extracted, pages.orders(batch) if pages else ())
        for batch in in_batches(wanted, _PAGED if pages else _ARTICLES)
    ]
    pace = Pace(len(wanted), "articles looked at", progress)
    found: list[Folded] = []
    wrong: list[Finding] = []
    for each, made in chain.from_iterable(stream(pool.executor(len(wanted)), ahead.groups, batches)):
        pace.step()
        if pages:
            pages.take(made)
        if isinstance(each, Folded):
            found.append(each)
        else:
            wrong.extend(each)
    if wrong:
        raise InputError(wrong)
    known.keep(found)
    fresh |= {group.article: group for group in found}
    return tuple(fresh[name] for name in names)


def _executor(
    project: Project, waiting: int, pool: Pool, cluster: str | None, progress: Progress
) -> AbstractContextManager[Executor | None]:
    """Return the cluster, or the pool if there is work for more than one process."""
    if cluster and waiting:
        from pipeline.workflow.cluster import connect

        named = chain.from_iterable(project.settings.fonts.values())
        return connect(cluster, families=named, progress=progress)
    return _given(pool.executor(waiting, _PAGE + _PDF if project.settings.pdf else _PAGE))


@contextmanager
def _given(executor: Executor | None) -> Iterator[Executor | None]:
    yield executor


def install(
    project: Project,
    plans: Sequence[Plan],
    executor: Executor | None,
    progress: Progress,
    made: Taken = NOTHING,
) -> bool:
    """Build what is missing aside, then put both outputs in their places; say whether any changed.

    The pages in `made` have been made ahead.
    """
    installations = [Installation(each.stage) for each in plans]
    rendered = [Spool() for _ in plans]
    ready: list[Installation] = []
    try:
        _fill(plans, installations, rendered, executor, progress, made)
        for each, installation, fresh in zip(plans, installations, rendered, strict=True):
            standing = _Standing(each, fresh)
            for unit in each.stage.missing:
                if unit.gather is not None:
                    installation.add(unit.name, unit.gather(standing))
        # All are written before the first is moved: a full disk leaves all of them as they were.
        lines = [_lines(project, each, fresh) for each, fresh in zip(plans, rendered, strict=True)]
        pairs = zip(installations, lines, strict=True)
        waiting = [installation for installation, own in pairs if installation.finish(own)]
        installing.exchange(waiting)
        ready = waiting
        return bool(ready)
    finally:
        for fresh in rendered:
            fresh.close()
        for installation in installations:
            installation.discard(finished=installation in ready)


def _fill(
    plans: Sequence[Plan],
    installations: Sequence[Installation],
    rendered: Sequence[Spool],
    executor: Executor | None,
    progress: Progress,
    made: Taken,
) -> None:
    """Build every missing unit of the outputs; `rendered` gets the editions that each record must know."""
    for each, installation in zip(plans, installations, strict=True):
        for unit in each.stage.missing:
            if unit.make is not None:
                installation.add(unit.name, unit.make())
        each.release()
    places = {each.kind: number for number, each in enumerate(plans)}
    told = Counter[SiteKind]()
    counts = [each.count for each in plans]
    pace = Pace(sum(counts), "pages", progress)
    wrong: list[ImprimaturError] = []
    others = stream(executor, rendering.render_all, ((jobs,) for jobs in batches(plans, made)))
    for done in chain(made, chain.from_iterable(others)):
        if isinstance(done, ImprimaturError):
            wrong.append(done)
            continue
        number = places[done.kind]
        installations[number].add(f"page/{done.name}", {**done.page, **done.written})
        installations[number].add(f"pdf/{done.name}", done.pdf)
        which = (done.article, done.locale.tag)
        edition = recorded.dump(done.edition) if done.edition else made.edition(done.kind, *which)
        if edition is not None:
            rendered[number].put(which, edition)
        told[done.kind] += 1
        count = f"({told[done.kind]} of {counts[number]})"
        progress(f"built {done.kind.value} {done.locale.bcp47}/{done.slug} {count}")
        pace.step()
    if wrong:
        # A font that is missing is told once, whatever editions miss it.
        raise type(wrong[0])(dict.fromkeys(finding for error in wrong for finding in error.findings))


class _Standing(Mapping[EditionKey, Edition]):
    """The editions that will stand in an output, each read when it is asked for."""

    def __init__(self, planned: Plan, rendered: Spool) -> None:
        self._planned, self._rendered = planned, rendered

    def __getitem__(self, which: EditionKey) -> Edition:
        data = self._rendered.get(which)
        if data is not None:
            return recorded.load(data)
        if which in self._planned.pending:
            standing = self._planned.editions.standings(which[0])[which]
            if standing.edition is not None:
                return standing.edition
        return self._planned.stage.held.published[which].edition

    def __iter__(self) -> Iterator[EditionKey]:
        return chain.from_iterable(map(self._planned.editions.standings, self._planned.stage.bundles))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _lines(project: Project, planned: Plan, rendered: Spool) -> Iterator[Line]:
    """Yield what the site holds now, with the texts that were approved for it; nothing of a preview."""
    held = planned.stage.held.published
    of: dict[str, list[EditionKey]] = {}
    for which in held:
        of.setdefault(which[0], []).append(which)
    for article, staged in sorted(planned.stage.bundles.items()) if planned.kind is SiteKind.SITE else ():
        if staged is None:
            yield from map(held.line, sorted(of.get(article, ())))
        else:
            for which, standing in sorted(planned.editions.standings(article).items()):
                yield from _line(project, which, standing, held, rendered.get(which))


def _line(
    project: Project, which: EditionKey, standing: Standing, held: Shelf, edition: bytes | None
) -> Iterator[Line]:
    """Yield an edition as the record must have it; `edition` is itself if it was rendered just now."""
    entries = None if standing.entries is None else recorded.dump_entries(standing.entries)
    if standing.same and (edition is None or entries is None):
        line = held.line(which)
        edition, entries = edition or line.edition, entries or line.entries
    if edition is None and standing.edition is not None:
        edition = recorded.dump(standing.edition)
    if entries is None and standing.candidate is not None:
        entries = recorded.dump_entries(_approved(project, standing.candidate))
    if edition is not None and entries is not None:
        yield Line(*which, standing.listed.slug, standing.digest, edition, entries)


def _approved(project: Project, edition: Indexed) -> tuple[Entry, ...]:
    """Return the texts that an edition prints, judged from the sources once more before they go out."""
    found = index.whole(project, edition)
    if not found.verdict.publish:
        raise index.moved(edition)
    return found.entries


@lru_cache(maxsize=1024)
def _labelled(counts: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    """Return counts by the states' labels, one value for all editions that are in the same condition."""
    return {State(int(state)).label: count for state, count in counts}


def _rows(groups: Iterable[Folded], site: Plan) -> Iterator[Row]:
    """Yield what is told of each edition."""
    for each in groups:
        places = each.places
        editions = each.unfold().editions if any(place.few for place in places) else ()
        waiting = {edition.locale.tag: edition.waiting for edition in editions}
        for place in places:
            yield _row(each.article, place, site, waiting.get(place.tag, ()))


def _row(article: ArticleName, place: Place, site: Plan, waiting: Sequence[Waiting]) -> Row:
    locale = locales.locale(place.tag)
    kept = (article, place.tag) in site.pending
    published = place.publish or kept
    if published:
        status = "update pending" if kept else "published"
    else:
        status = "withdrawn" if f"{locale.bcp47}/{article}" in site.withdrawn else "preview"
    kind = SiteKind.SITE if published and not kept else SiteKind.PREVIEW
    counts = tuple(place.counts.items())
    return Row(
        article=article,
        locale=locale.bcp47,
        messages=sum(place.counts.values()),
        states=_labelled(counts),
        words=place.words,
        published=published,
        status=status,
        reasons=tuple(place.reasons),
        page=f"output/{kind.value}/{page_address(locale, place.slug)}",
        waiting=waiting,
    )

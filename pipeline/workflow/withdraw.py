"""Withdraw: a publication that stops on broken input still takes down what the ledger no longer approves.

It is a removal only. What the site's record holds is judged by the feeds alone, for catalogues and
articles may be what is broken; whoever is doubted only on their account stays for the next publication
to judge. Pages that point to one that goes are made again from the record; their PDFs wait for it too.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from pipeline import feeds, store
from pipeline.errors import ImprimaturError, InputError
from pipeline.model import ArticleName, Edition, Finding, LocaleTag, Severity
from pipeline.render.site import Site, SiteKind, page_address, relative
from pipeline.workflow import furniture, gate, outputs, pending, record
from pipeline.workflow.choosing import EditionKey, Standing, listed_before
from pipeline.workflow.furniture import Around
from pipeline.workflow.outputs import Files, Unit
from pipeline.workflow.plan import Plan
from pipeline.workflow.project import Progress, Project, digest, read_bytes
from pipeline.workflow.record import Published, Record
from pipeline.workflow.rendering import Job


@contextmanager
def guard(project: Project, progress: Progress) -> Iterator[None]:
    """Let nothing stand that is no longer approved where what is done here stops; say so in its error."""
    try:
        yield
    except ImprimaturError as error:
        try:
            gone = withdraw(project, progress)
        except ImprimaturError as other:
            raise type(error)((*error.findings, *other.findings)) from None
        if not gone:
            raise
        finding = Finding(
            id="site.withdrawn",
            reason=f"withdrawn from the site: {', '.join(gone)}",
            hint="no longer approved; nothing else was published",
            file="output/site",
        )
        raise type(error)((*error.findings, finding)) from None


def unjudged(root: Path, error: InputError) -> InputError:
    """Return the error of settings that cannot be read, with what it means for the pages that stand."""
    if not record.read(root / "output" / SiteKind.SITE.value).published:
        return error
    finding = Finding(
        id="site.unjudged",
        severity=Severity.WARNING,
        reason="without its settings nothing can be judged: what stands in the site stays as it is",
        hint="mend them and publish again; what was revoked meanwhile is withdrawn then",
        file="output/site",
    )
    return InputError((*error.findings, finding))


def withdraw(project: Project, progress: Progress) -> tuple[str, ...]:
    """Take editions down whose approvals no longer stand or whose feeds do not verify; name them."""
    from pipeline.workflow.build import install

    with store.lock(project.root, "output", doing="withdrawing pages", on_wait=progress):
        held = record.read(project.output / SiteKind.SITE.value)
        gone = {which for which, one in held.published.items() if not _stands(project, which, one)}
        if gone:
            install(project, [_Removal(project=project, held=held, gone=gone).plan()], None, progress)
        editions = (held.published[which].edition for which in sorted(gone))
        return tuple(f"{edition.locale.bcp47}/{edition.article}" for edition in editions)


def _stands(project: Project, which: EditionKey, published: Published) -> bool:
    article, tag = ArticleName(which[0]), LocaleTag(which[1])
    policy = project.settings.policy
    if tag == project.settings.source_locale and not policy.source_approved:
        return True
    return gate.still_stands(published.entries, feeds.read_history(project.root, tag, article, policy))


@dataclass(frozen=True, kw_only=True)
class _Removal:
    """The site without some of its editions."""

    project: Project
    held: Record
    gone: Collection[EditionKey]

    def plan(self) -> Plan:
        """Return what is to become of the site: all as it stands, but for what speaks of these editions."""
        live = self.project.output / SiteKind.SITE.value
        units = (*self._as_they_stand(), *self._around())
        planned = outputs.stage(live, tuple(units), self.held, self.project.cache)
        missing = {unit.name for unit in planned.missing}
        waiting: dict[str, tuple[str, ...]] = {}
        for article, tag in self._left:
            if f"page/{article}/{tag}" in missing:
                waiting[article] = (*waiting.get(article, ()), tag)
        return Plan(
            kind=SiteKind.SITE,
            stage=planned,
            waiting=waiting,
            editions=self,
            pending=frozenset(self._left),
            withdrawn=(),
        )

    def standings(self, article: str) -> Mapping[EditionKey, Standing]:
        """Return the editions of an article that stay."""
        return self._by_article.get(article, {})

    def jobs(self, article: str, units: Container[str], tags: Iterable[str]) -> Iterator[Job]:
        """Make the jobs of some editions of an article, whose PDFs wait for the next publication."""
        del units
        return (self._job(self._left[article, tag]) for tag in tags)

    @cached_property
    def _left(self) -> Mapping[EditionKey, Edition]:
        """The editions that stay, their links as they must be now."""
        left = {which: one.edition for which, one in self.held.published.items() if which not in self.gone}
        known: dict[str, dict[str, str]] = defaultdict(dict)
        for (article, tag), one in left.items():
            known[tag][f"article:{article}"] = page_address(one.locale, one.slug)
        source = known[self.project.settings.source_locale]
        there = [name for name in self.held.units if name.startswith(pending.MEDIA)]
        return {
            which: pending.repointed(edition, self.held, source | known[which[1]], there)
            for which, edition in left.items()
        }

    @cached_property
    def _standings(self) -> Mapping[EditionKey, Standing]:
        held = self.held.published
        return {
            which: Standing(
                candidate=None,
                same=False,
                edition=edition,
                entries=held[which].entries,
                digest=held[which].digest,
                listed=listed_before(self.project, edition),
            )
            for which, edition in self._left.items()
        }

    @cached_property
    def _by_article(self) -> Mapping[str, Mapping[EditionKey, Standing]]:
        found: dict[str, dict[EditionKey, Standing]] = defaultdict(dict)
        for which, standing in self._standings.items():
            found[which[0]][which] = standing
        return found

    @cached_property
    def _site(self) -> Site:
        listing = [standing.listed for standing in self._standings.values()]
        return furniture.site_of(self.project, SiteKind.SITE, listing)

    @cached_property
    def _key(self) -> str:
        """Of all that is made again: no build makes anything of these inputs, so the next one replaces it."""
        return digest(["withdrawn", repr(sorted(self.gone)), repr(sorted(self._left))])

    def _as_they_stand(self) -> Iterator[Unit]:
        """Yield the units that stay as they are, and the pages that spoke of an edition that goes."""
        articles = {article for article, _ in self.gone}
        for name, key in self.held.units.items():
            kind, _, rest = name.partition("/")
            article, _, tag = rest.partition("/")
            which = (article, tag)
            if kind in ("start", "index", "search") or (kind in ("page", "pdf") and which in self.gone):
                continue
            before = self.held.published.get(which) if kind == "page" else None
            spoke = before and (article in articles or self._left[which] != before.edition)
            yield Unit(name=name, key=self._key if spoke else key)

    def _around(self) -> Iterator[Unit]:
        """Yield the lists, the site's map, the feeds and the searches, without what goes."""
        site = self._site
        around = Around(
            site=site,
            shared=self._key,
            whole=lambda: site,
            tags=frozenset(tag for _, tag in self._left),
            listing=self._key,
            shown=lambda tag: ((article, self._key) for article, own in self._left if own == tag),
        )
        for unit in (*furniture.units(around, ()), *furniture.searches(around)):
            if unit.name == "start":
                yield replace(unit, key=self._key, make=partial(self._start, unit))
            elif unit.name != "assets":
                yield replace(unit, key=self._key)

    def _start(self, unit: Unit) -> Files:
        """Return what stands at the root, and the redirects from old slugs but for those to what goes."""
        live = self.project.output / SiteKind.SITE.value
        made = unit.make() if unit.make else {}
        gone = [self.held.published[which].edition for which in self.gone]
        pages = [page_address(edition.locale, edition.slug) for edition in gone]
        kept: dict[str, bytes] = {}
        for address, (owner, sha) in self.held.files.items():
            if owner == "start" and address not in made and self.held.holds(live, address, sha):
                data = read_bytes(live / address)
                if not any(relative(page, address).encode() in data for page in pages):
                    kept[address] = data
        return {**kept, **made}

    def _job(self, edition: Edition) -> Job:
        site, names = self._site, self.project.settings.policy.names
        return Job(
            locale=edition.locale,
            source_locale=edition.source_locale,
            approved=True,
            sheet=None,
            edition=edition if names else pending.anonymous(edition),
            site=site.about(edition.article),
            fonts=self.project.settings.fonts,
            images={},
            logo=b"",
            pdf=False,
        )

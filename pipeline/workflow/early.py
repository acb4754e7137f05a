"""Early: the preview's pages of the articles that somebody just saved, before all else is brought up to date.

Who writes looks at one page, and not at its PDF. So that page is made first and alone, then the other
pages that changed with it. They are kept in memory and nothing is written or locked: a build that runs
meanwhile, in another process, is not waited for. PDFs, figures and the site are left to the next build.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pipeline import locales
from pipeline.articles.links import LinkKind
from pipeline.errors import InputError
from pipeline.model import ArticleName, Finding
from pipeline.render.site import SiteKind, page_address
from pipeline.workflow import build, index, media, record, rendering
from pipeline.workflow.fresh import Fresh
from pipeline.workflow.index import Group
from pipeline.workflow.outputs import Files, Unit
from pipeline.workflow.packed import Folded, fold
from pipeline.workflow.plan import Plan, plan
from pipeline.workflow.pool import Pool
from pipeline.workflow.project import Progress, Project, article_names, silent
from pipeline.workflow.record import Record


class Early:
    """Remembers what every article looked like, so that a saved file costs a look at its own article."""

    def __init__(self, progress: Progress = silent) -> None:
        """Begin knowing nothing; `renew` looks at everything. `progress` is told of each page."""
        self.fresh = Fresh()
        self.waiting: frozenset[ArticleName] = frozenset()
        """The articles that were saved and whose pages may not show it yet."""
        self.findings: tuple[Finding, ...] = ()
        """What is wrong in those articles; their pages stay as they were."""
        self._progress = progress
        self._groups: Mapping[ArticleName, Folded] = {}
        self._record: tuple[tuple[int, int] | None, Record] = (None, Record())

    def renew(self, project: Project) -> None:
        """Look at every article; what a build found out about them is taken from it. Raises `InputError`."""
        names = article_names(project)
        with Pool(1) as pool:
            groups = build.look(project, names, pool, thorough=False)
        self._groups = {each.article: each for each in groups}

    def look(self, project: Project) -> None:
        """Look at what stands on the disk now, so that the next page need not wait for it."""
        self._held(project)

    def settle(self) -> None:
        """Notice that everything that was saved is built."""
        self.waiting, self.findings = frozenset(), ()

    def save(self, articles: Collection[ArticleName]) -> None:
        """Notice that files of these articles were saved."""
        self.waiting |= frozenset(articles)

    def page(self, project: Project, addresses: Sequence[str]) -> bool:
        """Bring one page of a waiting article up to date; say whether it is another one now.

        It is the first of `addresses` that is such an article's. Where something is wrong with the article
        nothing is said, for `pages` says all of it.
        """
        places = {
            page_address(locales.locale(one.tag), one.slug): (name, one.tag)
            for name in self.waiting
            if name in self._groups
            for one in self._groups[name].places
        }
        which = next((places[address] for address in addresses if address in places), None)
        if which is None:
            return False
        name, tag = which
        found = index.group(project, name, thorough=False, extracted=False, only=(tag,))
        if not isinstance(found, Group) or not found.editions:
            return False
        before = self._groups[name].unfold().editions
        editions = tuple(found.editions[0] if each.locale.tag == tag else each for each in before)
        # A page depends on its own article, and on where those stand that it links to.
        others = (ArticleName(link.path) for link in found.links if link.kind is LinkKind.ARTICLE)
        about = {other: self._groups[other] for other in others if other in self._groups}
        try:
            planned = self._plan(project, {**about, name: fold(replace(found, editions=editions))})
        except InputError:
            return False
        return self._bring(planned, _missing(planned), [f"page/{name}/{tag}"])

    def pages(self, project: Project, addresses: Sequence[str], hurry: Callable[[], bool]) -> bool:
        """Bring all pages of the waiting articles up to date; say whether any is another one now.

        Those at `addresses` come first. An article with something wrong in it goes on waiting, and
        `findings` tells. If there is `hurry`, what is left goes on waiting too.
        """
        try:
            names = article_names(project)
            found, wrong = self._look(project, [name for name in names if name in self.waiting])
            groups = {name: each for name in names if (each := found.get(name) or self._groups.get(name))}
            media.check(project, groups.values())
            planned = self._plan(project, groups)
        except InputError as error:
            self.findings = error.findings
            return False
        self._groups = groups
        self.findings = tuple(finding for each in wrong.values() for finding in each)
        missing = _missing(planned)
        left = {f"page/{name}/{each.tag}" for name in wrong if name in groups for each in groups[name].places}
        changed = self._bring(planned, missing, self.fresh.units - missing.keys() - left)
        for name in sorted(missing.keys() - left, key=_Order(groups, addresses)):
            if hurry():
                return changed
            changed = self._bring(planned, missing, [name]) or changed
        self.waiting = frozenset(wrong)
        return changed

    def _look(
        self, project: Project, names: Sequence[ArticleName]
    ) -> tuple[dict[ArticleName, Folded], dict[ArticleName, tuple[Finding, ...]]]:
        """Look at articles one by one, so that what is wrong in one hides no other."""
        found, wrong = {}, {}
        with Pool(1) as pool:
            for name in names:
                try:
                    (found[name],) = build.look(project, [name], pool, thorough=False)
                except InputError as error:
                    wrong[name] = error.findings
        return found, wrong

    def _plan(self, project: Project, groups: Mapping[ArticleName, Folded]) -> Plan:
        ordered = tuple(groups[name] for name in sorted(groups))
        return plan(project, ordered, SiteKind.PREVIEW, self._held(project), early=True)

    def _held(self, project: Project) -> Record:
        """Return the record of what stands on the disk, read again when there is another one."""
        folder = project.output / SiteKind.PREVIEW.value
        try:
            seen = (folder / record.NAME).stat()
        except OSError:
            return Record()
        look = (seen.st_ino, seen.st_mtime_ns)
        if self._record[0] != look:
            self._record = (look, record.read(folder))
        return self._record[1]

    def _bring(self, planned: Plan, missing: Mapping[str, Unit], names: Collection[str]) -> bool:
        """Make units that the disk lacks, and let go of those that stand there; say whether any changed."""
        standing = [name for name in names if name not in missing and name in self.fresh.units]
        self.fresh.drop(standing)
        changed = bool(standing)
        for name in names:
            if name not in missing or self.fresh.has(name, missing[name].key):
                continue
            files = self._make(planned, missing[name])
            if files is not None:
                self.fresh.put(name, missing[name].key, files)
                changed = True
        return changed

    def _make(self, planned: Plan, unit: Unit) -> Files | None:
        """Return the files of a unit; None for a PDF, and for a page whose files were saved this moment."""
        if unit.make is not None:
            return unit.make()
        kind, _, name = unit.name.partition("/")
        if kind != "page":
            return None
        article, _, tag = name.partition("/")
        try:
            (job,) = planned.editions.jobs(article, (), [tag])
            rendered = rendering.render(job)
        except InputError as error:
            if any(finding.id != index.MOVED for finding in error.findings):
                raise
            return None
        self._progress(f"shown {rendered.locale.bcp47}/{rendered.slug}")
        return rendered.page


def _missing(planned: Plan) -> Mapping[str, Unit]:
    return {unit.name: unit for unit in planned.stage.missing}


class _Order:
    """Sorts units: the pages that somebody looks at first, then other pages, then what is around them."""

    def __init__(self, groups: Mapping[ArticleName, Folded], addresses: Sequence[str]) -> None:
        self._places = {address: number for number, address in enumerate(addresses)}
        self._addresses = {
            f"page/{name}/{one.tag}": page_address(locales.locale(one.tag), one.slug)
            for name, each in groups.items()
            for one in each.places
        }

    def __call__(self, unit: str) -> tuple[int, bool, str]:
        place = self._places.get(self._addresses.get(unit, ""), len(self._places))
        return place, not unit.startswith("page/"), unit


def articles_of(root: Path, paths: Collection[Path]) -> frozenset[ArticleName] | None:
    """Return the articles that changed files belong to; None if some belong to more than one.

    What hides behind a dot, and a file that an editor writes under another name before it takes the old
    one's place, belong to none.
    """
    found = set()
    # The folder may be named from where one stands (`.`), or by a link; what watches it knows neither.
    top = root.resolve()
    for path in paths:
        place = path.parent.resolve() / path.name
        if not place.is_relative_to(top):
            return None
        match place.relative_to(top).parts:
            case (*_, name) if name.startswith(".") or name.endswith(("~", ".tmp", ".swp")):
                continue
            case ("source", name) if name.endswith(".md"):
                found.add(ArticleName(name.removesuffix(".md")))
            case ("source", name) if not name.lower().endswith(media.DOWNLOADS):
                continue
            case ("locales", "templates", _):
                continue
            case ("locales", _, "LC_MESSAGES", name) if name != "theme.po":
                if name.endswith(".po"):
                    found.add(ArticleName(name.removesuffix(".po")))
            case ("locales", _, "ledger", name, *_):
                found.add(ArticleName(name))
            case _:
                return None
    return frozenset(found)

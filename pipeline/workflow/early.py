"""Early: the preview's pages of the articles that somebody just saved, before all else is brought up to date.

Who writes looks at the page and not at its PDF. So the PDFs, the figures, the site, the catalogues and
all other articles are left as they are; the build that follows finds the pages done and makes the rest.
"""

from collections.abc import Collection
from pathlib import Path

from pipeline import store
from pipeline.model import ArticleName
from pipeline.render.site import SiteKind
from pipeline.workflow import build, media, record
from pipeline.workflow.index import Group
from pipeline.workflow.plan import plan
from pipeline.workflow.pool import Pool
from pipeline.workflow.project import Progress, Project, article_names


class Early:
    """Remembers what every article looked like, so that a saved file costs a look at its own article."""

    def __init__(self) -> None:
        """Begin knowing nothing; the first pages cost a look at everything."""
        self._groups: dict[ArticleName, Group] = {}

    def forget(self) -> None:
        """Look at everything next time: something changed that all articles share."""
        self._groups = {}

    def pages(self, project: Project, changed: Collection[ArticleName], progress: Progress) -> bool:
        """Bring the preview's pages up to date with the articles in `changed`; say whether any changed.

        Raises `InputError` with all that is wrong in these articles; then every page stays as it was.
        """
        with store.lock(project.root, "output", doing="building pages", on_wait=progress), Pool(1) as pool:
            names = article_names(project)
            new = [name for name in names if name in changed or name not in self._groups]
            found = {each.article: each for each in build.look(project, new, pool, thorough=False)}
            known = self._groups | found
            groups = tuple(known[name] for name in names)
            media.check(project, groups)
            held = record.read(project.output / SiteKind.PREVIEW.value)
            planned = plan(project, groups, SiteKind.PREVIEW, held, early=True)
            done = build.install(project, [planned], None, progress)
            self._groups = {name: known[name] for name in names}
            return done


def articles_of(root: Path, paths: Collection[Path]) -> frozenset[ArticleName] | None:
    """Return the articles that changed files belong to; None if some belong to more than one.

    A catalogue being written by an editor under another name, and what hides behind a dot, belong to none.
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
            case ("locales", "templates", _):
                continue
            case ("locales", _, "LC_MESSAGES", name) if name.endswith(".po") and name != "theme.po":
                found.add(ArticleName(name.removesuffix(".po")))
            case ("locales", _, "ledger", name, *_):
                found.add(ArticleName(name))
            case _:
                return None
    return frozenset(found)

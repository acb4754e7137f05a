"""A content folder: where everything stands in it, and what it holds."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline import articles, locales, settings
from pipeline.articles import frontmatter
from pipeline.errors import InputError, MachineError
from pipeline.model import ArticleName, Catalogue, Digest, Finding, LocaleTag, Severity
from pipeline.settings import Settings

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.glossary import Glossary

T = TypeVar("T")

Progress = Callable[[str], None]
"""Told of each step of long work, in words for a person."""


def silent(step: str) -> None:
    """Tell nobody."""
    del step


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A content folder with its settings. All paths of the pipeline are made here."""

    root: Path
    settings: Settings

    @property
    def source(self) -> Path:
        """Where authors write."""
        return self.root / "source"

    @property
    def output(self) -> Path:
        """Where pages are built."""
        return self.root / "output"

    @property
    def cache(self) -> Path:
        """What can be deleted at any time without loss."""
        return self.root / ".pipeline"

    def article_path(self, article: ArticleName) -> Path:
        """Return the file of an article."""
        return self.source / f"{article}.md"

    def template_path(self, article: ArticleName) -> Path:
        """Return the file of an article's template."""
        return self.root / f"locales/templates/{article}.pot"

    def catalogue_path(self, locale: LocaleTag, article: ArticleName) -> Path:
        """Return the file of an edition's catalogue."""
        return self.root / f"locales/{locale}/LC_MESSAGES/{article}.po"

    def ledger_path(self, locale: LocaleTag, article: ArticleName) -> Path:
        """Return the folder of an edition's feeds."""
        return self.root / "locales" / locale / "ledger" / article

    @property
    def claims_path(self) -> Path:
        """Return the file of the claims that articles may make."""
        return self.source / "claims.csv"

    @property
    def glossary_path(self) -> Path:
        """Return the file of the glossary."""
        return self.root / "locales" / "glossary.csv"

    def words_path(self, locale: LocaleTag) -> Path:
        """Return the file of the words that the project adds to a locale's dictionary."""
        return self.root / "locales" / "words" / f"{locale}.txt"

    def named(self, path: Path) -> str:
        """Return a path as the user knows it, relative to the content folder."""
        return path.relative_to(self.root).as_posix()


def open_project(root: Path) -> Project:
    """Open the content folder `root`. Raises `InputError` if its settings cannot be used."""
    return Project(root=root, settings=settings.load(root))


def article_names(project: Project) -> tuple[ArticleName, ...]:
    """Return the names of all articles, sorted.

    Raises `InputError` for names that no address can hold, and for links out of `source/`.
    """
    wrong: list[Finding] = []
    names: list[ArticleName] = []
    paths = files(project.source, "*.md")
    for path in paths:
        if leads_out(project, path):
            wrong.append(outside(project, path))
        elif frontmatter.valid_slug(path.stem):
            names.append(ArticleName(path.stem))
        else:
            wrong.append(
                Finding(
                    id="article.name",
                    reason=f"{path.name!r} cannot name an article",
                    hint="use small letters, digits and single hyphens, as in my-article.md",
                    file=project.named(path),
                )
            )
    if not paths:
        hint = "put an article there: Markdown with front matter, as in source/my-article.md"
        wrong.append(Finding(id="article.none", reason="there are no articles", hint=hint, file="source"))
    if wrong:
        raise InputError(wrong)
    return tuple(names)


def leads_out(project: Project, path: Path) -> bool:
    """Whether a file of `source/` is a link to one outside: a page shows nothing else of this machine."""
    if not os.path.islink(path):  # noqa: PTH114 -- Asked of every article, and a third of the time.
        return False
    return not path.resolve().is_relative_to(project.source.resolve())


def outside(project: Project, path: Path) -> Finding:
    """Tell of a link out of `source/`."""
    name = project.named(path)
    reason, hint = f"{name} leads out of its folder", "put a copy of the file into source/"
    return Finding(id="source.outside", reason=reason, hint=hint, file=name)


def files(folder: Path, pattern: str) -> list[Path]:
    """Return what matches `pattern` in a folder, sorted, without what editors and systems hide there."""
    found = (path for path in folder.glob(pattern) if not path.name.startswith("."))
    # By name alone, which takes a fifth of comparing whole paths.
    return sorted(found, key=attrgetter("name"))


def read_articles(project: Project) -> "tuple[Article, ...]":
    """Parse every article. Raises `InputError` with all that is wrong in all of them."""
    return collect(partial(read_article, project, name) for name in article_names(project))


def read_article(project: Project, name: ArticleName) -> "Article":
    """Parse one article. Raises `InputError` with all that is wrong in it."""
    path = project.article_path(name)
    return articles.read(name, read_bytes(path), file=project.named(path))


def targets(project: Project, article: "Article") -> tuple[LocaleTag, ...]:
    """Return the locales that an article is translated into, the pseudo-locales last."""
    chosen = article.front.locales
    if chosen is None:
        return project.settings.all_locales
    return (*(tag for tag in project.settings.locales if tag in chosen), *project.settings.preview_locales)


def chosen(project: Project, names: Sequence[str]) -> tuple[LocaleTag, ...]:
    """Read locales as a user names them, in any form. Raises `InputError` for those not in the settings."""
    known = (project.settings.source_locale, *project.settings.all_locales)
    tags = {name: locales.to_gettext(name) for name in names}
    wrong = [
        Finding(
            id="locale.unknown",
            reason=f"{name!r} is none of this folder's locales",
            hint=f"there are {', '.join(known)}; pipeline.toml lists them",
        )
        for name, tag in tags.items()
        if tag not in known
    ]
    if wrong:
        raise InputError(wrong)
    return tuple(tag for tag in tags.values() if tag is not None)


def read_catalogue(project: Project, locale: LocaleTag, article: ArticleName) -> Catalogue | None:
    """Read an edition's catalogue, None where there is none. Raises `InputError` for a broken one."""
    from pipeline import po

    path = project.catalogue_path(locale, article)
    if not path.exists():
        return None
    return po.read(read_bytes(path), file=project.named(path), locale=locale)


def read_bytes(path: Path) -> bytes:
    """Read a file. Raises `MachineError` if the machine refuses."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = f"{path} cannot be read: {error.strerror}"
        raise MachineError(
            Finding(id="machine.read", reason=reason, hint="check the file's rights")
        ) from None


def decoded(data: bytes, file: str) -> str:
    """Return a text file's bytes as text. Raises `InputError` if they are not UTF-8."""
    from pipeline.articles.article import decode

    return decode(data, file=file)


def read_glossary(project: Project) -> "Glossary":
    """Read the glossary, an empty one where there is none. Raises `InputError` with all that is wrong."""
    from pipeline import glossary

    path = project.glossary_path
    text = decoded(read_bytes(path), project.named(path)) if path.exists() else ""
    return glossary.parse(text, project.named(path)) if text else glossary.Glossary(terms=())


def collect(makers: Iterable[Callable[[], T]]) -> tuple[T, ...]:
    """Call every one of `makers`; raise one `InputError` with all the findings of those that failed."""
    made: list[T] = []
    findings: list[Finding] = []
    for make in makers:
        try:
            made.append(make())
        except InputError as error:
            findings.extend(error.findings)
    if findings:
        raise InputError(findings)
    return tuple(made)


def edition_lock(locale: LocaleTag, article: ArticleName) -> str:
    """Return the name of the lock under which an edition's catalogue and feeds are written."""
    return f"edition {locale} {article}"


def errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those findings that are errors."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


def digest(parts: Iterable[bytes | str]) -> Digest:
    """Return a SHA-256 over `parts`, each with its length, so that no two lists share one."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return Digest(total.hexdigest())


@cache
def program_digest() -> Digest:
    """Return a hash of the program: what another program made is made again."""
    return digest(part for path in program_files() for part in (path.name, path.read_bytes()))


def program_files() -> Iterator[Path]:
    """Yield the program's own files that shape its output: a build is stale once they change."""
    here = Path(__file__).resolve().parent.parent
    for path in sorted(here.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path

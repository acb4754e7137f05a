"""Images and downloads of articles: found beside them, checked, and copied to where pages find them."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pipeline import locales, settings
from pipeline.articles.links import Link, LinkKind
from pipeline.errors import InputError
from pipeline.model import ArticleName, Finding, Locale
from pipeline.render.picture import BadPictureError, fit
from pipeline.workflow.project import Project, read_bytes

if TYPE_CHECKING:
    from pipeline.workflow.packed import Folded

MAX_BYTES = 20_000_000
"""A file that pages carry along may be as large as this."""

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
DOWNLOADS = (*IMAGES, ".pdf", ".csv", ".txt", ".zip")
"""What may stand beside an article; the rest of `source/` is never published."""

_FORMATS = {".jpeg": "jpg"}
"""Of files whose suffix is not their format's usual one."""


def address(path: str) -> str:
    """Return where the file `path` of `source/` stands below an output's root."""
    return f"media/{path}"


def localized(project: Project, path: str, locale: Locale) -> str:
    """Return the locale's own version of a file (`figure.es.png` beside `figure.png`) if there is one."""
    source = str(project.source)
    for candidate in _own(path, locale):
        if os.path.isfile(f"{source}/{candidate}"):  # noqa: PTH113 -- A tenth of the time of `Path.is_file`.
            return candidate
    return path


@lru_cache(maxsize=4096)
def _own(path: str, locale: Locale) -> tuple[str, ...]:
    """Return where a locale's own version of a file may stand."""
    own = PurePosixPath(path)
    names = dict.fromkeys((locale.bcp47, locale.tag))
    return tuple(own.with_name(f"{own.stem}.{name}{own.suffix}").as_posix() for name in names)


def problem(project: Project, link: Link) -> tuple[str, str] | None:
    """Return what is wrong with a link to a file, and what to do about it; None if all is well."""
    path = project.source / link.path
    if PurePosixPath(link.path).suffix.lower() not in DOWNLOADS:
        return f"{link.path} is of a kind that is not published", f"kinds: {' '.join(DOWNLOADS)}"
    try:
        inside = path.resolve(strict=True).is_relative_to(project.source.resolve())
    except OSError:
        return f"there is no file source/{link.path}", "put it there, or correct the link"
    if not inside or not path.is_file():
        return f"source/{link.path} leads out of its folder", "put a copy of the file into source/"
    if path.stat().st_size > MAX_BYTES:
        return f"source/{link.path} is larger than {MAX_BYTES // 1_000_000} MB", "make it smaller"
    return _content_problem(path, link.path)


def _content_problem(path: Path, name: str) -> tuple[str, str] | None:
    """Look into an image: it must be what its name says, and fit to be shown."""
    suffix = path.suffix.lower()
    if suffix not in IMAGES:
        return None
    try:
        found = fit(read_bytes(path))
    except BadPictureError as error:
        return (
            f"source/{name} cannot be shown: {error}",
            "save it as a plain picture of a sensible size",
        )
    if found.format != _FORMATS.get(suffix, suffix[1:]):
        return f"source/{name} is no {suffix[1:].upper()} image", "save it again in that form, or rename it"
    return None


def check(project: Project, groups: Iterable["Folded"]) -> None:
    """Raise `InputError` with every link of every article that leads nowhere; each file is looked at once.

    So is the brand's logo, which pages carry along as they do the images of articles.
    """
    groups = tuple(groups)
    articles = frozenset(each.article for each in groups)

    @cache
    def wrong(link: Link) -> tuple[tuple[str, str], ...]:
        return tuple(_wrong(project, link, articles))

    logo = Link(kind=LinkKind.FILE, target="", path=project.settings.brand.logo)
    findings = [
        Finding(id="brand.logo", reason=reason, hint=hint, file=settings.FILE, key="brand.logo")
        for reason, hint in (wrong(logo) if logo.path else ())
    ]
    for each in groups:
        for link in each.links:
            # Where on a page a link leads is another matter.
            for reason, hint in wrong(replace(link, fragment="")):
                text = read_bytes(project.article_path(each.article)).decode("utf-8-sig")
                line = _line(text, link.target)
                findings.append(
                    Finding(id="article.link", reason=reason, hint=hint, file=each.file, line=line)
                )
    if findings:
        raise InputError(findings)


def _wrong(project: Project, link: Link, articles: frozenset[ArticleName]) -> Iterator[tuple[str, str]]:
    if link.kind is LinkKind.FORBIDDEN:
        hint = "link by https, or to a file in source/; an image must be one"
        yield f"{link.target!r} is no link that a page may have", hint
    elif link.kind is LinkKind.ARTICLE and link.path not in articles:
        yield f"there is no article source/{link.path}.md", "correct the link, or write the article"
    elif link.kind is LinkKind.FILE:
        tags = (project.settings.source_locale, *project.settings.all_locales)
        own = (localized(project, link.path, locales.locale(tag)) for tag in tags)
        for path in dict.fromkeys((link.path, *own)):
            if found := problem(project, replace(link, path=path)):
                yield found


def _line(text: str, target: str) -> int | None:
    at = text.find(target) if target else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else None

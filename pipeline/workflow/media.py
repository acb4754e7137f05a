"""Images and downloads of articles: found beside them, checked, and copied to where pages find them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from pipeline.articles.links import Link, LinkKind
from pipeline.errors import InputError
from pipeline.model import Finding, Locale
from pipeline.workflow.project import Project, read_bytes

MAX_BYTES = 20_000_000
"""A file that pages carry along may be as large as this."""

IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg")
DOWNLOADS = (*IMAGES, ".pdf", ".csv", ".txt", ".zip")
"""What may stand beside an article; the rest of `source/` is never published."""

_ACTIVE_SVG = re.compile(
    rb"<script|<foreignObject|\bon[a-z]+\s*=|javascript:|<!ENTITY|<!DOCTYPE", re.IGNORECASE
)


def address(path: str) -> str:
    """Return where the file `path` of `source/` stands below an output's root."""
    return f"media/{path}"


def localized(project: Project, path: str, locale: Locale) -> str:
    """Return the locale's own version of a file (`figure.es.png` beside `figure.png`) if there is one."""
    own = PurePosixPath(path)
    for name in (locale.bcp47, locale.tag):
        candidate = own.with_name(f"{own.stem}.{name}{own.suffix}").as_posix()
        if (project.source / candidate).is_file():
            return candidate
    return path


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
    """Look into an image: it must be what its name says, and an SVG must hold nothing that runs."""
    data = read_bytes(path)
    suffix = path.suffix.lower()
    if suffix == ".svg" and _ACTIVE_SVG.search(data):
        return f"source/{name} holds scripts, or could", "save it as plain SVG"
    starts = _STARTS.get(suffix)
    if starts and not data.startswith(starts):
        return f"source/{name} is no {suffix[1:].upper()} image", "save it again in that form"
    return None


_STARTS: Mapping[str, tuple[bytes, ...]] = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}


def check(project: Project, file: str, text: str, links: Iterable[Link], known: Iterable[str]) -> None:
    """Raise `InputError` with every link of an article that leads nowhere. `known` are all articles."""
    articles = frozenset(known)
    findings = []
    for link in dict.fromkeys(links):
        wrong = _wrong(project, link, articles)
        if wrong:
            reason, hint = wrong
            line = _line(text, link.target)
            findings.append(Finding(id="article.link", reason=reason, hint=hint, file=file, line=line))
    if findings:
        raise InputError(findings)


def _wrong(project: Project, link: Link, articles: frozenset[str]) -> tuple[str, str] | None:
    if link.kind is LinkKind.FORBIDDEN:
        hint = "link by https, or to a file in source/; an image must be one"
        return f"{link.target!r} is no link that a page may have", hint
    if link.kind is LinkKind.ARTICLE and link.path not in articles:
        return f"there is no article source/{link.path}.md", "correct the link, or write the article"
    return problem(project, link) if link.kind is LinkKind.FILE else None


def _line(text: str, target: str) -> int | None:
    at = text.find(target) if target else -1
    return text.count("\n", 0, at) + 1 if at >= 0 else None

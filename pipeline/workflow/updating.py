"""One article's template and catalogues brought up to date, as far as a process can do it alone.

What has to change is set aside in a folder with the paths of the content folder; nothing is put in place.
"""

import pickle
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pipeline import articles, catalogue, po, store
from pipeline.errors import InputError
from pipeline.model import ArticleName, Digest, Entry, Finding, LocaleTag, Template
from pipeline.workflow.project import Project, digest, read_article, read_bytes, targets

Elsewhere = Mapping[LocaleTag, Sequence[Entry]]
"""For each locale the translations of messages that vanished from any article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """What an extraction found out about an edition that may not stay as it is."""

    locale: LocaleTag
    was: Digest | None
    """Of the catalogue's bytes; None where there was none."""
    changed: bool
    """Whether its new catalogue is set aside."""
    vanished: tuple[Entry, ...]
    """Translations of messages that the article has no more."""
    open: bytes
    """Checksums of the texts that would take the translation of an equal one from elsewhere."""
    alone: bool
    """Whether a new text would take that of a similar one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """What an extraction found out about an article."""

    article: ArticleName
    messages: int
    template: bool
    """Whether its new template is set aside."""
    locales: tuple[LocaleTag, ...]
    """Those that it is translated into."""
    findings: tuple[Finding, ...]
    """What its author should know."""
    editions: tuple[Edition, ...]
    """Those that change, or that are of interest to others; no others."""
    wrong: Mapping[LocaleTag, tuple[Finding, ...]]
    """What is wrong with catalogues that cannot be used."""


def look(
    project: Project, stage: Path, names: Sequence[ArticleName], elsewhere: bytes = b""
) -> list[Seen | tuple[Finding, ...]]:
    """Look at some articles and set aside what changes; for one that cannot be used say what is wrong.

    `elsewhere` is an `Elsewhere` as `packed` makes it.
    """
    aside = replace(project, root=stage)
    return [_look(project, aside, name, unpacked(elsewhere)) for name in names]


def packed(elsewhere: Elsewhere) -> bytes:
    """Return what vanished as bytes, so that it is made ready for other processes once."""
    return pickle.dumps(dict(elsewhere), pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=1)
def unpacked(elsewhere: bytes) -> Elsewhere:
    """Return what `packed` was given."""
    held: Elsewhere = pickle.loads(elsewhere) if elsewhere else {}  # noqa: S301  # We made it ourselves.
    return held


def checksum(text: str) -> int:
    """Return a number for a text that fits into four bytes."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _look(
    project: Project, aside: Project, name: ArticleName, elsewhere: Elsewhere
) -> Seen | tuple[Finding, ...]:
    try:
        article = read_article(project, name)
    except InputError as error:
        return error.findings
    template = articles.template(article)
    tags = targets(project, article)
    editions: list[Edition] = []
    wrong: dict[LocaleTag, tuple[Finding, ...]] = {}
    for tag in tags:
        try:
            if found := _edition(project, aside, tag, template, elsewhere.get(tag, ())):
                editions.append(found)
        except InputError as error:
            wrong[tag] = error.findings
    return Seen(
        article=name,
        messages=len(template.messages),
        template=_template(project, aside, template),
        locales=tags,
        findings=article.tree.findings,
        editions=tuple(editions),
        wrong=wrong,
    )


def _template(project: Project, aside: Project, template: Template) -> bool:
    path = project.template_path(template.article)
    data = po.write_template(template, project=project.settings.brand.name).encode()
    if store.holds(path, data):
        return False
    store.set_aside(aside.template_path(template.article), data, path=path)
    return True


def _edition(
    project: Project, aside: Project, tag: LocaleTag, template: Template, elsewhere: Sequence[Entry]
) -> Edition | None:
    path = project.catalogue_path(tag, template.article)
    data = read_bytes(path) if path.exists() else None
    old = None if data is None else po.read(data, file=project.named(path), locale=tag)
    new = catalogue.update(template, old, locale=tag, elsewhere=elsewhere)
    texts, alone = catalogue.waiting(template, old, new)
    vanished = catalogue.vanished(template, old) if old else ()
    changed = False
    if new != old:
        written = po.write(new, was=old).encode()
        if changed := written != data:
            store.set_aside(aside.catalogue_path(tag, template.article), written, path=path)
    if not (changed or texts or vanished):
        return None
    return Edition(
        locale=tag,
        was=None if data is None else digest((data,)),
        changed=changed,
        vanished=tuple(replace(entry, raw=None, line=0) for entry in vanished),
        open=array("I", map(checksum, texts)).tobytes(),
        alone=alone,
    )


def warm() -> None:
    """Load what looking at an article needs, so that processes that are forked from this one have it."""
    import rapidfuzz

    del rapidfuzz
    article = articles.read(ArticleName("a"), b'---\ntitle: "\\"A\\""\n---\n\nB\n', file="a")
    po.write_template(articles.template(article), project="")

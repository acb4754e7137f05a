"""One article's template and catalogues brought up to date, as far as a process can do it alone.

What has to change is set aside in a folder with the paths of the content folder; nothing is put in place.
"""

import pickle
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from pipeline import articles, catalogue, po, store
from pipeline.errors import InputError
from pipeline.model import ArticleName, Catalogue, Digest, Entry, Finding, LocaleTag, Template
from pipeline.workflow.project import Project, digest, edition_lock, read_article, read_bytes, targets

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
class Change:
    """A file that is set aside."""

    article: ArticleName
    locale: LocaleTag | None = None
    """None for a template."""
    was: Digest | None = None
    """Of the bytes that its catalogue was made from; None where there was none."""

    def path(self, project: Project) -> Path:
        """Return where it is to stand, in a folder or in another with the same paths."""
        if self.locale is None:
            return project.template_path(self.article)
        return project.catalogue_path(self.locale, self.article)


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

    def changes(self) -> Iterator[Change]:
        """Yield what is set aside, the template first."""
        if self.template:
            yield Change(article=self.article)
        for edition in self.editions:
            if edition.changed:
                yield Change(article=self.article, locale=edition.locale, was=edition.was)


def look(
    project: Project, stage: Path, names: Sequence[ArticleName], elsewhere: bytes = b""
) -> list[Seen | tuple[Finding, ...]]:
    """Look at some articles and set aside what changes; for one that cannot be used say what is wrong.

    `elsewhere` is an `Elsewhere` as `packed` makes it.
    """
    aside = replace(project, root=stage)
    return [_look(project, aside, name, unpacked(elsewhere)) for name in names]


def put(project: Project, stage: Path, changes: Sequence[Change]) -> list[bool]:
    """Put in place what was set aside, each catalogue under its edition's lock; tell which now stand.

    One that somebody else holds, or has saved since it was looked at, is left alone.
    """
    return [_put(project, stage, change) for change in changes]


def _put(project: Project, stage: Path, change: Change) -> bool:
    path = change.path(project)
    if change.locale is None:
        store.put(stage / path.relative_to(project.root), path)
        return True
    try:
        with store.lock(project.root, edition_lock(change.locale, change.article), on_wait=_refuse):
            stands = digest((read_bytes(path),)) if path.exists() else None
            if stands == change.was:
                store.put(stage / path.relative_to(project.root), path)
            return stands == change.was
    except _HeldError:
        return False


class _HeldError(Exception):
    """Somebody else holds a lock."""


def _refuse(said: str) -> None:
    raise _HeldError(said)


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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Work:
    """An article's messages, and where its files stand."""

    project: Project
    aside: Project
    """The same folder, with all that changes and nothing else in it."""
    template: Template
    forms: Sequence[str]
    """The messages as they stand in a file."""


def _look(
    project: Project, aside: Project, name: ArticleName, elsewhere: Elsewhere
) -> Seen | tuple[Finding, ...]:
    try:
        article = read_article(project, name)
    except InputError as error:
        return error.findings
    template = articles.template(article)
    work = _Work(project=project, aside=aside, template=template, forms=po.forms(template))
    tags = targets(project, article)
    editions: list[Edition] = []
    wrong: dict[LocaleTag, tuple[Finding, ...]] = {}
    for tag in tags:
        try:
            if found := _edition(work, tag, elsewhere.get(tag, ())):
                editions.append(found)
        except InputError as error:
            wrong[tag] = error.findings
    return Seen(
        article=name,
        messages=len(template.messages),
        template=_template(work),
        locales=tags,
        findings=article.tree.findings,
        editions=tuple(editions),
        wrong=wrong,
    )


def _template(work: _Work) -> bool:
    """Set the template aside if it is another than before."""
    article, brand = work.template.article, work.project.settings.brand.name
    path = work.project.template_path(article)
    data = po.write_template(work.template, project=brand, known=work.forms).encode()
    if store.holds(path, data):
        return False
    store.set_aside(work.aside.template_path(article), data, path=path)
    return True


def _edition(work: _Work, tag: LocaleTag, elsewhere: Sequence[Entry]) -> Edition | None:
    """Set an edition's new catalogue aside; None where it stays and nothing in it is of interest."""
    path = work.project.catalogue_path(tag, work.template.article)
    data = read_bytes(path) if path.exists() else None
    outline = None if data is None else po.outline(data, work.template, work.forms)
    if outline and not elsewhere and (settled := outline.settled()) is not None:
        return _found(tag, data, settled) if settled else None
    old = outline.read(tag) if outline else None
    if data is not None and old is None:
        old = po.read(data, file=work.project.named(path), locale=tag)
    new = catalogue.update(work.template, old, locale=tag, elsewhere=elsewhere)
    texts, alone = catalogue.waiting(work.template, old, new)
    vanished = catalogue.vanished(work.template, old) if old else ()
    changed = _changed(work, path, new, old, data)
    if not (changed or texts or vanished):
        return None
    return _found(tag, data, texts, alone=alone, changed=changed, vanished=vanished)


def _changed(work: _Work, path: Path, new: Catalogue, old: Catalogue | None, data: bytes | None) -> bool:
    """Set a catalogue's new content aside if it is another than `data`."""
    if new == old:
        return False
    written = po.write(new, was=old).encode()
    if written == data:
        return False
    store.set_aside(work.aside.root / path.relative_to(work.project.root), written, path=path)
    return True


def _found(
    tag: LocaleTag,
    data: bytes | None,
    texts: frozenset[str],
    *,
    alone: bool = False,
    changed: bool = False,
    vanished: Sequence[Entry] = (),
) -> Edition:
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
    article = articles.read(ArticleName("a"), b'---\ntitle: A\n---\n\n"B"\n', file="a")
    po.write_template(articles.template(article), project="")

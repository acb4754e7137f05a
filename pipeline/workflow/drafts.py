"""Drafts as they are written: into the catalogue, marked as drafts, and then into the ledger.

The ledger must hold no draft that stands nowhere, so the catalogue comes first. What is to follow in the
ledger is written down before that, in `.pipeline/drafts/`: where a run is killed between the two, the next
one enters it.
"""

import datetime
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import feeds, po, store
from pipeline.ledger import feed
from pipeline.ledger.events import Action, Event, short_id, subject_of
from pipeline.model import ArticleName, Entry, LocaleTag
from pipeline.workflow import journal
from pipeline.workflow.project import Progress, Project, edition_lock, read_bytes, silent

if TYPE_CHECKING:
    from pipeline.engines.drafting import Draft


def write(
    project: Project,
    article: ArticleName,
    tag: LocaleTag,
    batch: "Sequence[Draft]",
    progress: Progress = silent,
) -> "list[Draft]":
    """Write drafts into messages that are still untranslated; return those that stand there now."""
    if not batch:
        return []
    path = project.catalogue_path(tag, article)
    drafts = {(one.request.msgctxt, one.request.msgid): one for one in batch}
    filled: dict[str, list[Event]] = {}
    written: list[Draft] = []

    def fill(data: bytes) -> bytes:
        held = po.read(data, file=project.named(path), locale=tag)
        new = {
            entry.key: _filled(entry, drafts[entry.key])
            for entry in held.entries
            if entry.key in drafts and not entry.obsolete and is_open(entry)
        }
        written[:] = [drafts[key] for key in new]
        filled.clear()
        for entry, one in zip(new.values(), written, strict=True):
            filled.setdefault(one.engine, []).append(_event(article, tag, entry, one))
        _promise(project, article, tag, filled)
        entries = (entry if entry.obsolete else new.get(entry.key, entry) for entry in held.entries)
        return po.write(replace(held, entries=tuple(entries))).encode()

    with store.lock(project.root, edition_lock(tag, article), doing="writing drafts", on_wait=progress):
        _keep_promises(project, article, tag)
        journal.recover(path)
        if path.exists():
            journal.rewrite(path, read_bytes(path), fill)
        for some in filled.values():
            feeds.append(project.root, tag, article, some)
        _promise(project, article, tag, {})
    return written


def recover(project: Project, progress: Progress) -> None:
    """Enter in the ledger what a run that was killed had written into catalogues, and not entered yet."""
    for folder in sorted(_promises(project).glob("*/*/")):
        article, tag = ArticleName(folder.name), LocaleTag(folder.parent.name)
        with store.lock(project.root, edition_lock(tag, article), doing="writing drafts", on_wait=progress):
            _keep_promises(project, article, tag)
            _promise(project, article, tag, {})


def is_open(entry: Entry) -> bool:
    """Whether an entry has no translation at all."""
    return not entry.msgstr and not any(entry.msgstr_plural)


def _promises(project: Project) -> Path:
    return project.cache / "drafts"


def _promise(
    project: Project, article: ArticleName, tag: LocaleTag, events: "dict[str, list[Event]]"
) -> None:
    """Write down what is to be entered in the ledger, and nothing else."""
    folder = _promises(project) / tag / article
    for path in folder.glob("*.jsonl"):
        if path.stem not in events:
            path.unlink()
    for actor, some in events.items():
        # A feed of its own tells whether it was written whole.
        data, _ = feed.extend(feed.Feed(locale=tag, article=article, actor=actor, file=""), some)
        store.write_cache(folder / f"{actor}.jsonl", data)
    if not events:
        with suppress(OSError):
            folder.rmdir()


def _keep_promises(project: Project, article: ArticleName, tag: LocaleTag) -> None:
    """Enter what was promised, as far as it stands in the catalogue and is not entered; under the lock."""
    paths = sorted((_promises(project) / tag / article).glob("*.jsonl"))
    path = project.catalogue_path(tag, article)
    if not paths or not path.exists():
        return
    held = po.read(read_bytes(path), file=project.named(path), locale=tag)
    standing = {
        subject_of(tag, article, entry): entry.translator_comments
        for entry in held.entries
        if not entry.obsolete
    }
    entered = {
        (line.event.actor, line.event.subject)
        for each in feeds.read_feeds(project.root, tag, article)
        for line in each.lines
        if line.event.action is Action.DRAFT
    }
    for each in paths:
        promised = feed.verify(read_bytes(each), locale=tag, article=article, actor=each.stem, file=each.name)
        events = [
            line.event
            for line in promised.lines
            if f"{_PROVENANCE} {line.event.engine}" in standing.get(line.event.subject, ())
            and (line.event.actor, line.event.subject) not in entered
        ]
        if events:
            feeds.append(project.root, tag, article, events)


_PROVENANCE = "imprimatur: drafted by"
"""How our comment on a draft's origin begins."""


def _filled(entry: Entry, draft: "Draft") -> Entry:
    """Return an entry with a draft in it: fuzzy, with a comment that says where it came from."""
    comments = (line for line in entry.translator_comments if not line.startswith(_PROVENANCE))
    return po.changed(
        entry,
        msgstr=draft.text,
        flags=(*(flag for flag in entry.flags if flag != "fuzzy"), "fuzzy"),
        translator_comments=(*comments, f"{_PROVENANCE} {draft.provenance}"),
    )


def _event(article: ArticleName, tag: LocaleTag, entry: Entry, draft: "Draft") -> Event:
    return Event(
        actor=draft.engine,
        action=Action.DRAFT,
        subject=subject_of(tag, article, entry),
        message=short_id(entry.key),
        msgctxt=entry.msgctxt,
        time=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        engine=draft.provenance,
        text=(draft.text,),
        words=draft.words,
        unknown=draft.unknown_words,
    )

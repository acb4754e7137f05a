"""Draft: untranslated messages filled by engines, each marked as a draft and entered in the ledger."""

import datetime
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from pipeline import articles, po, store
from pipeline.articles.edition import live
from pipeline.ledger.events import Action, Event, short_id, subject_of
from pipeline.model import (
    ArticleName,
    Catalogue,
    Entry,
    Finding,
    Kind,
    LocaleTag,
    Message,
    MessageKey,
    Severity,
)
from pipeline.workflow import journal
from pipeline.workflow.engines import Engines, engine_names
from pipeline.workflow.memories import memory
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    edition_lock,
    read_article,
    read_bytes,
    read_catalogue,
    read_glossary,
    silent,
    targets,
)

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.engines import Engine, Neighbours
    from pipeline.engines.drafting import Draft, Failure, Request
    from pipeline.memory import Memory

_BATCH = 25
"""Drafts that are written to the catalogue at a time; a killed run loses no more."""

_NEIGHBOUR = 300
"""Characters of a neighbouring message that a language model is told."""

_PLAIN = frozenset((Kind.TITLE, Kind.SUBTITLE, Kind.DESCRIPTION, Kind.FIELD))
"""Kinds of text without Markdown."""


@dataclass(slots=True)
class Drafted:
    """What a drafting did."""

    drafts: "Counter[str]" = field(default_factory=Counter)
    """Drafts by `locale engine`."""
    untranslated: "Counter[str]" = field(default_factory=Counter)
    """Messages that stay untranslated, by locale."""
    problems: dict[str, list[str]] = field(default_factory=dict)
    """For each locale what stood in the way, and what to do, each once."""
    findings: list[Finding] = field(default_factory=list)
    """What a person should know of drafts that were kept all the same."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Say for each locale what it lacks and how to get it."""
        found = []
        for tag, number in sorted(self.untranslated.items()):
            messages = "message stays" if number == 1 else "messages stay"
            found.append(f"{tag}: {number} {messages} untranslated: {'; '.join(self.problems.get(tag, ()))}")
        return tuple(found)


def draft_missing(
    project: Project,
    only: Sequence[LocaleTag] = (),
    *,
    names: Container[ArticleName] | None = None,
    progress: Progress = silent,
) -> Drafted:
    """Draft every untranslated message of every locale, or of those in `only`, of the articles in `names`.

    What an engine cannot do stays untranslated and is counted; the run goes on. Drafts are written
    as they come, so that a killed run keeps them.
    """
    done = Drafted()
    memories = cache(partial(memory, project))
    with Engines(project) as engines:
        for name in article_names(project):
            if names is not None and name not in names:
                continue
            article = read_article(project, name)
            for tag in targets(project, article):
                if not only or tag in only:
                    _draft_edition(project, article, tag, engines, memories, done, progress)
    return done


def _draft_edition(
    project: Project,
    article: "Article",
    tag: LocaleTag,
    engines: Engines,
    memories: "Callable[[LocaleTag], Memory]",
    done: Drafted,
    progress: Progress,
) -> None:
    wanted = wanted_messages(article, read_catalogue(project, tag, article.name))
    if not wanted:
        return
    wanted = _remembered(project, article, tag, wanted, memories, done, progress)
    if not wanted:
        return
    progress(f"drafting {len(wanted)} messages of {article.name} into {tag}")
    names = engine_names(project, tag)
    if not names:
        hint = f"name an engine under [locales.{tag}] in pipeline.toml, or translate its catalogue"
        _count(done, tag, len(wanted), [f"no engine is set for it; {hint}"])
        return
    batch: list[Draft] = []
    for outcome in _outcomes(project, article, tag, wanted, engines.named(names)):
        if _failed(outcome, tag, done):
            continue
        batch.append(outcome)  # type: ignore[arg-type]  # `_failed` told the two apart.
        if len(batch) == _BATCH:
            _commit(project, article, tag, batch, done, progress)
            batch = []
    _commit(project, article, tag, batch, done, progress)


def _remembered(
    project: Project,
    article: "Article",
    tag: LocaleTag,
    wanted: list[Message],
    memories: "Callable[[LocaleTag], Memory]",
    done: Drafted,
    progress: Progress,
) -> list[Message]:
    """Draft what the memory knows; return what it does not."""
    from pipeline.engines.drafting import Draft

    found = recalled(project, tag, requests_for(article, wanted), memories)
    drafts = [each for each in found if isinstance(each, Draft)]
    _commit(project, article, tag, drafts, done, progress)
    return [message for message, each in zip(wanted, found, strict=True) if not isinstance(each, Draft)]


def recalled(
    project: Project, tag: LocaleTag, requests: "list[Request]", memories: "Callable[[LocaleTag], Memory]"
) -> "list[Draft | Request]":
    """Return a draft from the memory in the place of each request that it can answer."""
    if not requests or not project.settings.memory or tag in project.settings.preview_locales:
        return [*requests]
    from pipeline.engines.recall import recall

    return list(
        recall(
            requests,
            memories(tag),
            glossary=read_glossary(project),
            threshold=project.settings.memory_threshold,
            source=project.settings.source_locale,
        )
    )


def wanted_messages(article: "Article", held: Catalogue | None) -> list[Message]:
    """Return the messages of a catalogue that have no translation and need one."""
    entries = live(held) if held else {}
    return [
        message
        for message in articles.template(article).messages
        if message.required and message.key in entries and _open(entries[message.key])
    ]


def requests_for(article: "Article", wanted: Iterable[Message]) -> "list[Request]":
    """Return messages as the engines' drafting takes them."""
    from pipeline.engines.drafting import Request

    references = frozenset(label.lower() for label in article.tree.references)
    around = _around(article)
    return [
        Request(
            msgid=message.msgid,
            msgctxt=message.msgctxt,
            article=article.name,
            before=around[message.key][0],
            after=around[message.key][1],
            references=references,
            literal=message.kind in _PLAIN,
        )
        for message in wanted
    ]


def _around(article: "Article") -> "dict[MessageKey, Neighbours]":
    """Return the texts before and after each message, plain and no longer than they help."""
    from pipeline.protect import parse, plain

    messages = articles.template(article).messages
    texts = ["", *(plain(parse(message.msgid).nodes) for message in messages), ""]
    return {
        message.key: (texts[place][-_NEIGHBOUR:], texts[place + 2][:_NEIGHBOUR])
        for place, message in enumerate(messages)
    }


def _open(entry: Entry) -> bool:
    return not entry.msgstr and not any(entry.msgstr_plural)


def _outcomes(
    project: Project,
    article: "Article",
    tag: LocaleTag,
    wanted: Iterable[Message],
    engines: "Sequence[Engine]",
) -> "Iterator[Draft | Failure]":
    from pipeline.engines.drafting import draft

    yield from draft(
        requests_for(article, wanted),
        source=project.settings.source_locale,
        target=tag,
        engines=engines,
        glossary=read_glossary(project),
    )


def _failed(outcome: "Draft | Failure", tag: LocaleTag, done: Drafted) -> bool:
    """Count a failure with what the engines said."""
    from pipeline.engines.drafting import Failure

    if not isinstance(outcome, Failure):
        return False
    said = [
        f"{name}: {problem.reason}" + (f" ({problem.hint})" if problem.hint else "")
        for name, problem in outcome.problems
    ]
    _count(done, tag, 1, said)
    return True


def _count(done: Drafted, tag: LocaleTag, number: int, said: Iterable[str]) -> None:
    done.untranslated[tag] += number
    known = done.problems.setdefault(tag, [])
    known.extend(line for line in said if line not in known)


def _commit(
    project: Project,
    article: "Article",
    tag: LocaleTag,
    batch: "Sequence[Draft]",
    done: Drafted,
    progress: Progress,
) -> None:
    """Write drafts into messages that are still untranslated, and then enter them in the ledger."""
    from pipeline import feeds

    if not batch:
        return
    path = project.catalogue_path(tag, article.name)
    drafts = {(one.request.msgctxt, one.request.msgid): one for one in batch}
    with store.lock(project.root, edition_lock(tag, article.name), doing="writing drafts", on_wait=progress):
        journal.recover(path)
        if not path.exists():
            return
        filled: list[tuple[Entry, Draft]] = []

        def fill(data: bytes) -> bytes:
            held = po.read(data, file=project.named(path), locale=tag)
            filled[:] = [
                (_filled(entry, drafts[entry.key]), drafts[entry.key])
                for entry in held.entries
                if entry.key in drafts and not entry.obsolete and _open(entry)
            ]
            new = {entry.key: entry for entry, _ in filled}
            entries = (entry if entry.obsolete else new.get(entry.key, entry) for entry in held.entries)
            return po.write(replace(held, entries=tuple(entries))).encode()

        journal.rewrite(path, read_bytes(path), fill)
        events: dict[str, list[Event]] = {}
        for entry, one in filled:
            events.setdefault(one.engine, []).append(_event(article, tag, entry, one))
            done.drafts[f"{tag} {one.engine}"] += 1
            done.findings += _notes(project.named(path), one)
        for some in events.values():
            feeds.append(project.root, tag, article.name, some)


def _notes(file: str, draft: "Draft") -> Iterator[Finding]:
    for note in draft.notes:
        yield Finding(
            id="draft.note",
            severity=Severity.WARNING,
            reason=f"the draft of “{draft.request.msgid[:60]}” was kept, but {note}",
            hint="correct it in review",
            file=file,
            msgctxt=draft.request.msgctxt,
            msgid=draft.request.msgid,
        )


def _filled(entry: Entry, draft: "Draft") -> Entry:
    """Return an entry with a draft in it: fuzzy, with a comment that says where it came from."""
    comments = (line for line in entry.translator_comments if not line.startswith(_PROVENANCE))
    return po.changed(
        entry,
        msgstr=draft.text,
        flags=(*(flag for flag in entry.flags if flag != "fuzzy"), "fuzzy"),
        translator_comments=(*comments, f"{_PROVENANCE} {draft.provenance}"),
    )


_PROVENANCE = "imprimatur: drafted by"
"""How our comment on a draft's origin begins."""


def _event(article: "Article", tag: LocaleTag, entry: Entry, draft: "Draft") -> Event:
    return Event(
        actor=draft.engine,
        action=Action.DRAFT,
        subject=subject_of(tag, article.name, entry),
        message=short_id(entry.key),
        msgctxt=entry.msgctxt,
        time=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        engine=draft.provenance,
        text=(draft.text,),
        words=draft.words,
        unknown=draft.unknown_words,
    )

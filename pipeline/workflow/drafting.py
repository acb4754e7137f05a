"""Drafting: what a process does of it article by article, with all that needs no service.

It reads article and catalogues, finds what waits for a translation, asks the memory and the engines of this
machine, and writes their drafts. What only a service can do it hands back, ready to be sent.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING

from pipeline import articles
from pipeline.articles.edition import live
from pipeline.model import (
    ArticleName,
    Catalogue,
    Finding,
    Kind,
    LocaleTag,
    Message,
    MessageKey,
    Severity,
)
from pipeline.workflow.drafts import is_open, write
from pipeline.workflow.engines import Engines
from pipeline.workflow.memories import memory
from pipeline.workflow.project import (
    Progress,
    Project,
    collect,
    read_article,
    read_catalogue,
    read_glossary,
    silent,
    targets,
)

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.engines import Engine, Neighbours, Problem
    from pipeline.engines.drafting import Draft, Failure, Request

BATCH = 25
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
    untranslated: "Counter[LocaleTag]" = field(default_factory=Counter)
    """Messages that stay untranslated, by locale."""
    problems: dict[LocaleTag, list[str]] = field(default_factory=dict)
    """For each locale what stood in the way, and what to do, each once."""
    findings: list[Finding] = field(default_factory=list)
    """What a person should know of drafts that were kept all the same."""

    def add(self, other: "Drafted") -> None:
        """Count what another one did, too."""
        self.drafts += other.drafts
        self.findings += other.findings
        self.untranslated += other.untranslated
        for tag, said in other.problems.items():
            self.tell(tag, said)

    def count(self, tag: LocaleTag, file: str, written: "Iterable[Draft]") -> None:
        """Count drafts that were written to a catalogue, with what a person should know of them."""
        for draft in written:
            self.drafts[f"{tag} {draft.engine}"] += 1
            self.findings += _notes(file, draft)

    def lack(self, tag: LocaleTag, number: int, said: Iterable[str]) -> None:
        """Count messages that stay untranslated, and note why."""
        self.untranslated[tag] += number
        self.tell(tag, said)

    def tell(self, tag: LocaleTag, said: Iterable[str]) -> None:
        """Note what stood in the way in a locale, each once."""
        known = self.problems.setdefault(tag, [])
        known.extend(line for line in said if line not in known)

    @property
    def notes(self) -> tuple[str, ...]:
        """Say for each locale what it lacks and how to get it."""
        found = []
        for tag, number in sorted(self.untranslated.items()):
            messages = "message stays" if number == 1 else "messages stay"
            found.append(f"{tag}: {number} {messages} untranslated: {'; '.join(self.problems.get(tag, ()))}")
        return tuple(found)


Problems = tuple[tuple[str, "Problem"], ...]
"""What engines said of a message, by their names in their order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is to be drafted of an edition."""

    locale: LocaleTag
    local: tuple[str, ...]
    """The engines that are asked here, all of them programs of this machine."""
    last: bool
    """Whether no other engine is asked after them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    """The messages of an edition that neither the memory nor this machine could draft."""

    article: ArticleName
    locale: LocaleTag
    requests: "tuple[tuple[Request, Problems], ...]"
    """Each with what the engines that were asked said of it."""
    asked: int
    """How many engines were."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Worked:
    """What a process did for an article."""

    done: Drafted
    left: tuple[Left, ...]
    messages: int
    """How many are done with: drafted, or given up."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """An article of which something waits for a first translation."""

    article: ArticleName
    messages: Mapping[LocaleTag, int]
    """How many in each locale, if any."""


def waiting(project: Project, name: ArticleName, only: Sequence[LocaleTag]) -> Waiting:
    """Count what waits in an article's editions. Raises `InputError` with all that cannot be read."""
    article = read_article(project, name)
    tags = [tag for tag in targets(project, article) if not only or tag in only]
    held = collect(partial(read_catalogue, project, tag, name) for tag in tags)
    counts = {tag: len(wanted_messages(article, each)) for tag, each in zip(tags, held, strict=True)}
    return Waiting(article=name, messages={tag: count for tag, count in counts.items() if count})


class Bench:
    """What a process needs for all articles of one run, each made when it is first needed."""

    def __init__(self, project: Project) -> None:
        """Open nothing yet."""
        self.project = project
        self.memory = cache(partial(memory, project))
        self.glossary = cache(partial(read_glossary, project))

    def work(self, name: ArticleName, orders: Sequence[Order]) -> Worked:
        """Draft what can be drafted here of an article's editions. Raises `InputError`.

        Apertium's answers depend on what it was asked before. So engines begin anew with each article, or
        its drafts would depend on which process it came to.
        """
        article = read_article(self.project, name)
        done, left = Drafted(), []
        messages = 0
        with Engines(self.project) as engines:
            for order in orders:
                wanted = wanted_messages(article, read_catalogue(self.project, order.locale, name))
                rest = self._edition(article, order, wanted, engines, done)
                messages += len(wanted) - len(rest)
                if rest:
                    asked = len(order.local)
                    left.append(Left(article=name, locale=order.locale, requests=rest, asked=asked))
        return Worked(done=done, left=tuple(left), messages=messages)

    def _edition(
        self,
        article: "Article",
        order: Order,
        wanted: Sequence[Message],
        engines: Engines,
        done: Drafted,
    ) -> "tuple[tuple[Request, Problems], ...]":
        """Draft an edition; return what other engines are to be asked for."""
        from pipeline.engines.drafting import Draft

        found = self.recalled(order.locale, requests_for(article, wanted))
        known = [each for each in found if isinstance(each, Draft)]
        self._write(article.name, order.locale, known, done)
        rest = [each for each in found if not isinstance(each, Draft)]
        if not order.local:
            return tuple((request, ()) for request in rest)
        outcomes = self.drafted(article.name, order.locale, engines.named(order.local), rest, done)
        failures = [each for each in outcomes if not isinstance(each, Draft)]
        if not order.last:
            return tuple((each.request, each.problems) for each in failures)
        for each in failures:
            done.lack(order.locale, 1, said_of(each.problems))
        return ()

    def recalled(self, tag: LocaleTag, requests: "Sequence[Request]") -> "list[Draft | Request]":
        """Return a draft from the memory in the place of each request that it can answer."""
        settings = self.project.settings
        if not requests or not settings.memory or tag in settings.preview_locales:
            return [*requests]
        from pipeline.engines.recall import recall

        return list(
            recall(
                requests,
                self.memory(tag),
                glossary=self.glossary(),
                threshold=settings.memory_threshold,
                source=settings.source_locale,
            )
        )

    def drafted(
        self,
        article: ArticleName,
        tag: LocaleTag,
        engines: "Sequence[Engine]",
        requests: "Sequence[Request]",
        done: Drafted,
        progress: Progress = silent,
    ) -> "Iterator[Draft | Failure]":
        """Yield what engines make of some messages, and write their drafts."""
        from pipeline.engines.drafting import Draft, draft

        batch: list[Draft] = []
        outcomes = draft(
            requests,
            source=self.project.settings.source_locale,
            target=tag,
            engines=engines,
            glossary=self.glossary(),
        )
        for outcome in outcomes:
            yield outcome
            if isinstance(outcome, Draft):
                batch.append(outcome)
            if len(batch) == BATCH:
                self._write(article, tag, batch, done, progress)
                batch = []
        self._write(article, tag, batch, done, progress)

    def _write(
        self,
        article: ArticleName,
        tag: LocaleTag,
        batch: "Sequence[Draft]",
        done: Drafted,
        progress: Progress = silent,
    ) -> None:
        file = self.project.named(self.project.catalogue_path(tag, article))
        done.count(tag, file, write(self.project, article, tag, batch, progress))


_BENCHES: dict[str, Bench] = {}
"""That of the run which this process works for."""


def work(project: Project, run: str, name: ArticleName, orders: Sequence[Order]) -> Worked:
    """Draft what this machine can of an article's editions, for the run of that name. Raises `InputError`."""
    if run not in _BENCHES:
        leave()
        _BENCHES[run] = Bench(project)
    return _BENCHES[run].work(name, orders)


def leave() -> None:
    """Let go of what this process holds for a run."""
    _BENCHES.clear()


def said_of(problems: "Problems") -> list[str]:
    """Say in a line for each engine why it could not draft a message."""
    return [
        f"{name}: {problem.reason}" + (f" ({problem.hint})" if problem.hint else "")
        for name, problem in problems
    ]


def wanted_messages(article: "Article", held: Catalogue | None) -> list[Message]:
    """Return the messages of a catalogue that have no translation and need one."""
    entries = live(held) if held else {}
    return [
        message
        for message in articles.template(article).messages
        if message.required and message.key in entries and is_open(entries[message.key])
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

"""Draft untranslated messages: engines in order, and for each the ladder of its renderings.

A draft never loses a construct, a link target or a number; what no engine can do so stays
untranslated, with the reasons.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.engines import (
    Answer,
    Engine,
    EngineError,
    Informed,
    Neighbours,
    Problem,
    ProblemKind,
    Remembering,
)
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag
from pipeline.protect import Inline, Rendering, literal, parse, restore, with_dates, with_terms


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A message to draft."""

    msgid: str
    msgctxt: str | None = None
    article: str = ""
    before: str = ""
    """The message before it in the article, plain; empty at the beginning."""
    after: str = ""
    """The message behind it."""
    references: frozenset[str] = field(default_factory=frozenset)
    """The article's reference labels, in lower case."""
    literal: bool = False
    """A front-matter field: plain text, no Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A translation by an engine, whole and unreviewed."""

    request: Request
    text: str
    """The msgstr: Markdown, or plain text where the request is literal."""
    engine: str
    version: str
    rendering: str
    """Which rendering's answer it is; the first one is the best."""
    words: int = 0
    """Words that the engine counted in its answers; 0 where it counts none."""
    unknown_words: int = 0
    """How many of them it did not know."""
    notes: tuple[str, ...] = ()
    """What a person should know of it, such as a term that is missing."""

    @property
    def unknown(self) -> float | None:
        """Share of words that the engine did not know, 0 to 1; None where it does not count them."""
        return self.unknown_words / self.words if self.words else None

    @property
    def provenance(self) -> str:
        """Where it came from: `apertium eng-spa (apertium-eng-spa 0.8.1-2)`."""
        return f"{self.engine} {self.version}".strip()


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A message that stays untranslated, and what each engine said, in their order."""

    request: Request
    problems: tuple[tuple[str, Problem], ...]
    """Engine names with their problems; empty where no engine was named."""


_BROKEN = Problem(
    kind=ProblemKind.GARBLED,
    reason="markup or numbers did not survive in any rendering",
    hint="translate it by hand",
)


@dataclass(kw_only=True, slots=True)
class _Pending:
    """A message on its way down the ladder."""

    request: Request
    inline: Inline
    problems: list[tuple[str, Problem]] = field(default_factory=list)


def draft(
    requests: Sequence[Request],
    *,
    source: LocaleTag,
    target: LocaleTag,
    engines: Sequence[Engine],
    glossary: Glossary,
) -> Iterator[Draft | Failure]:
    """Yield a draft or a failure for each request, drafts as soon as they are there.

    The order is that of completion, not of the requests. Engines are tried in order; a missing
    or failing one never ends the run. The caller closes the engines.
    """
    pending = [_Pending(request=request, inline=parsed(request)) for request in requests]
    for engine in engines:
        problem = engine.supports(source, target)
        if problem:
            for message in pending:
                message.problems.append((engine.name, problem))
            continue
        pending = yield from _by_engine(pending, engine, source, target, glossary)
    for message in pending:
        yield Failure(request=message.request, problems=tuple(message.problems))


def parsed(request: Request) -> Inline:
    """Parse a request as what it is: Markdown, or plain text."""
    return literal(request.msgid) if request.literal else parse(request.msgid, request.references)


def _by_engine(
    pending: list[_Pending], engine: Engine, source: LocaleTag, target: LocaleTag, glossary: Glossary
) -> Generator[Draft, None, list[_Pending]]:
    """Yield what one engine can do; return the rest, each with the engine's problem."""
    version = engine.version(source, target)
    broken = pending
    failed: list[_Pending] = []
    for rendering in engine.renderings(target):
        tried, broken = broken, []
        work = [(message, ready(message.inline, engine, rendering, glossary, target)) for message in tried]
        if isinstance(engine, Informed):
            engine.inform(neighbours(rendering, ((message.request, inline) for message, inline in work)))
        answers = _answers(engine, rendering, [inline for _, inline in work], source, target)
        for (message, inline), answered in zip(work, answers, strict=True):
            if isinstance(answered, Problem):
                message.problems.append((engine.name, answered))
                (broken if answered.hopeless else failed).append(message)
                continue
            text = restore(inline, rendering, [answer.text for answer in answered])
            if text is None:
                if isinstance(engine, Remembering):
                    engine.forget(rendering.encode(inline), source, target)
                broken.append(message)
                continue
            yield Draft(
                request=message.request,
                text=text,
                engine=engine.name,
                version=version,
                rendering=rendering.name,
                words=sum(answer.words for answer in answered),
                unknown_words=sum(answer.unknown for answer in answered),
                notes=tuple(note for answer in answered for note in answer.notes),
            )
    for message in broken:
        message.problems.append((engine.name, _BROKEN))
    return failed + broken


def ready(
    inline: Inline, engine: Engine, rendering: Rendering, glossary: Glossary, target: LocaleTag
) -> Inline:
    """Return a message with all that the engine need not translate: terms, and dates if it knows none."""
    if rendering.conventions:
        inline = with_dates(inline, target)
    return with_terms(inline, glossary, target, brands_only=not engine.terms)


def neighbours(rendering: Rendering, work: Iterable[tuple[Request, Inline]]) -> dict[str, Neighbours]:
    """Return what stands before and after each text of some messages."""
    return {
        text: (request.before, request.after) for request, inline in work for text in rendering.encode(inline)
    }


def _answers(
    engine: Engine, rendering: Rendering, inlines: Sequence[Inline], source: LocaleTag, target: LocaleTag
) -> Iterator[tuple[Answer, ...] | Problem]:
    """Yield the answers to each message's texts, or the first problem among them."""
    texts = [rendering.encode(inline) for inline in inlines]
    stream = engine.translate([text for some in texts for text in some], source, target)
    ended: Problem | None = None
    for some in texts:
        answers: list[Answer | Problem] = []
        try:
            for _ in some:
                answers.append(ended or next(stream))
        except EngineError as error:
            ended = error.problem
            answers.append(ended)
        except StopIteration:
            ended = Problem(kind=ProblemKind.GARBLED, reason="fewer answers than texts")
            answers.append(ended)
        problem = next((answer for answer in answers if isinstance(answer, Problem)), None)
        if problem and problem.kind.final:
            ended = problem
        yield problem or tuple(answer for answer in answers if isinstance(answer, Answer))

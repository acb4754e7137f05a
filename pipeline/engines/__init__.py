"""Machine translation engines: what one is, which there are, and how it fails.

An engine is given texts that a `pipeline.protect` rendering wrote and answers in the same order,
one answer at a time, so that a run that is killed keeps what is done.
"""

import difflib
import importlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, cast, runtime_checkable

from pipeline.errors import InputError
from pipeline.model import Finding, LocaleTag
from pipeline.protect import Rendering


class ProblemKind(StrEnum):
    """Why an engine did not translate. Decides whether to try again, and what to tell people."""

    AUTH = "auth"
    """The key is missing or refused."""
    QUOTA = "quota"
    """The account's, or our own, limit of characters is used up."""
    RATE = "rate"
    """Too many requests for now."""
    TRANSIENT = "transient"
    """Down, slow or out of reach; may work later."""
    INVALID = "invalid"
    """The service refuses this text or request."""
    UNSUPPORTED = "unsupported"
    """The engine does not know the language."""
    GARBLED = "garbled"
    """The answer cannot be used: not what was asked for, or markup or numbers broken."""
    MISSING = "missing"
    """A program or a language pair is not on this machine."""

    @property
    def retryable(self) -> bool:
        """Whether the same request may succeed in a while."""
        return self in (ProblemKind.RATE, ProblemKind.TRANSIENT, ProblemKind.GARBLED)

    @property
    def final(self) -> bool:
        """Whether no other message can succeed either, in this run and with this engine."""
        return self in (ProblemKind.AUTH, ProblemKind.QUOTA, ProblemKind.UNSUPPORTED, ProblemKind.MISSING)


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Why an engine did not translate something. Never holds a key, nor an address with one."""

    kind: ProblemKind
    reason: str
    """One line, no full stop."""
    hint: str = ""
    """What to do about it."""
    retry_after: float | None = None
    """Seconds that the service asks to wait."""
    hopeless: bool = False
    """Whether the same text was answered so badly, so often, that it is not asked for again."""


class EngineError(Exception):
    """An engine cannot go on; caught by the drafting, never shown as it is."""

    def __init__(self, problem: Problem) -> None:
        """Carry the problem."""
        super().__init__(problem.reason)
        self.problem = problem


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What an engine made of one text."""

    text: str
    words: int = 0
    """Words of the answer, where the engine counts them."""
    unknown: int = 0
    """Words that the engine says it did not know."""
    notes: tuple[str, ...] = ()
    """What a person should know of it, such as a term that is missing."""


Neighbours = tuple[str, str]
"""The texts that stand before and after another one in its article, plain; empty at the ends."""


class Engine(Protocol):
    """A machine translation engine."""

    name: str
    """As in `pipeline.toml`: `apertium`."""
    terms: bool
    """Whether glossary terms may be put into its texts translated, as atoms; brands always are."""

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        """Return what exactly translates, for the draft's comment: `eng-spa (apertium-eng-spa 0.8.1-2)`."""

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        """Return why it cannot translate from `source` to `target`; None if it can."""

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        """How to write messages for it, best first; the last one cannot break markup."""

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        """Yield one answer, or why there is none, for each text in order. Raises `EngineError`."""

    def close(self) -> None:
        """Let go of programs and connections. The engine may be used again afterwards."""


@runtime_checkable
class Remembering(Protocol):
    """An engine that keeps answers, and is told which of them nobody could use."""

    def forget(self, texts: Sequence[str], source: LocaleTag, target: LocaleTag) -> None:
        """Keep the answers to these texts no longer, so that another run asks anew."""


@runtime_checkable
class Informed(Protocol):
    """An engine that is told what stands around the texts that come next."""

    def inform(self, neighbours: Mapping[str, Neighbours]) -> None:
        """Take what stands before and after each text, as the rendering wrote it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Registered:
    """An engine that settings may name."""

    name: str
    module: str
    """Imported when the engine is first used: each has a function `engine(settings)`."""
    summary: str
    """One line for the documentation."""


ENGINES = (
    Registered(
        name="apertium",
        module="pipeline.engines.apertium",
        summary="Rule-based, on this machine, from Debian packages; English to es, fr, it, pt_BR, ca, gl",
    ),
    Registered(
        name="google",
        module="pipeline.engines.google",
        summary="Google Translate's public page, through deep-translator; no key",
    ),
    Registered(
        name="deepl",
        module="pipeline.engines.deepl",
        summary="DeepL, through deep-translator; needs a key",
    ),
    Registered(
        name="libretranslate",
        module="pipeline.engines.libretranslate",
        summary="LibreTranslate on any server, through deep-translator; a key where the server wants one",
    ),
    Registered(
        name="microsoft",
        module="pipeline.engines.microsoft",
        summary="Microsoft Translator, through deep-translator; needs a key",
    ),
    Registered(
        name="mymemory",
        module="pipeline.engines.mymemory",
        summary="MyMemory, through deep-translator; no key, few characters a day",
    ),
    Registered(
        name="openai",
        module="pipeline.engines.openai",
        summary="A language model on any server that speaks /v1/chat/completions; needs its address",
    ),
    Registered(
        name="pseudo",
        module="pipeline.engines.pseudo",
        summary="No translation: longer accented English (en_XA), mirrored letters (ar_XB), to test layouts",
    ),
)
"""Every engine, in the order of the documentation."""


def open_engine(name: str, settings: Mapping[str, Any] | None = None) -> Engine:
    """Return an engine by its name in the settings.

    `settings` are those of the engine's own section, with keys already taken from the environment.
    Raises `InputError` for an unknown name or unusable settings.
    """
    found = next((engine for engine in ENGINES if engine.name == name), None)
    if found is None:
        names = [engine.name for engine in ENGINES]
        near = difflib.get_close_matches(name, names, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(names)}"
        raise InputError(Finding(id="engines.unknown", reason=f"no engine is called “{name}”", hint=hint))
    return cast("Engine", importlib.import_module(found.module).engine(settings or {}))

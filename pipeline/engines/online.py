"""What the engines that work through deep-translator share.

A fresh translator for each call (one instance shared by threads mixes up their texts), the locale
codes of the service, texts cut at sentences where the service takes no longer ones.
"""

import importlib
import importlib.metadata
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pipeline.engines import Answer, EngineError, Problem, ProblemKind
from pipeline.engines.transport import Call, Outgoing, Transport
from pipeline.model import LocaleTag
from pipeline.protect import BRACKETS, NUMBERED, Pieces, Rendering, has_words

_SENTENCE = re.compile(r"(?<=[.!?…。！？])(\s+|(?<=[。！？]))")
_LOCK = threading.Lock()


@dataclass(frozen=True, kw_only=True, slots=True)
class Service:
    """What is particular about a service."""

    name: str
    module: str
    """deep-translator's module, in which `requests` is replaced."""
    translator: Callable[["Online", str, str], Any]
    """Makes a fresh translator from the engine and the codes of source and target."""
    codes: Mapping[str, str]
    """The service's code for a locale or a language; without one the language itself."""
    longest: int
    """Size of the longest text, as `size` counts."""
    size: Callable[[str], int] = len
    source_codes: Mapping[str, str] = field(default_factory=dict)
    """Codes that differ where the language is the source."""
    adapt: Callable[["Online", Outgoing], Outgoing] = lambda _, outgoing: outgoing
    read: Callable[[str, str], str | Problem] = lambda _, answer: answer
    """Turns a text and its answer into the translation: some services send errors as one."""
    needs_key: bool = False
    key_hint: str = ""
    terms: bool = False
    renderings: tuple[Rendering, ...] = (NUMBERED, BRACKETS, Pieces())


class Online:
    """An engine over HTTP through deep-translator."""

    def __init__(self, service: Service, settings: Mapping[str, Any]) -> None:
        """Take `key`, `url` (of another server) and `timeout` (seconds) from the settings."""
        self.name = service.name
        self.terms = service.terms
        self.key = str(settings.get("key") or "")
        self.url = str(settings.get("url") or "")
        self.settings = settings
        self._service = service
        self._timeout = float(settings.get("timeout", 20))

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        """Return the codes and deep-translator's version: `en-es (deep-translator 1.11.4)`."""
        library = _library()
        codes = f"{self._code(source, source=True)}-{self._code(target)}"
        return f"{codes} (deep-translator {library})"

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        """Return that the key is missing; whether the language is known, the service says itself."""
        del source
        if self._service.needs_key and not self.key:
            reason = f"{self.name} needs a key"
            return Problem(kind=ProblemKind.AUTH, reason=reason, hint=self._service.key_hint)
        if target in ("en_XA", "ar_XB"):
            return Problem(
                kind=ProblemKind.UNSUPPORTED, reason=f"{target} is a pseudo-locale", hint="use pseudo"
            )
        return None

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        """Return the service's ladder."""
        del target
        return self._service.renderings

    def size(self, text: str) -> int:
        """Count a text as the service does."""
        return self._service.size(text)

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        """Yield an answer or a problem for each text; never raises."""
        codes = self._code(source, source=True), self._code(target)
        for text in texts:
            try:
                yield Answer(text=self._translated(text, codes))
            except EngineError as error:
                yield error.problem

    def close(self) -> None:
        """Close connections."""
        _transport(self._service.module).close()

    def _code(self, locale: LocaleTag, *, source: bool = False) -> str:
        codes = {**self._service.codes, **(self._service.source_codes if source else {})}
        language = locale.partition("_")[0]
        return codes.get(locale) or codes.get(language) or language

    def _translated(self, text: str, codes: tuple[str, str]) -> str:
        """Translate one text, in pieces that the service takes. Raises `EngineError`."""
        done = []
        for piece in pieces(text, lambda part: self.size(part) <= self._service.longest):
            core = piece.strip()
            if not has_words(core):
                done.append(piece)
                continue
            head = piece[: len(piece) - len(piece.lstrip())]
            tail = piece[len(piece.rstrip()) :]
            done.append(head + self._asked(core, codes) + tail)
        return "".join(done)

    def _asked(self, text: str, codes: tuple[str, str]) -> str:
        service = self._service
        call = Call(
            engine=self.name, adapt=lambda outgoing: service.adapt(self, outgoing), timeout=self._timeout
        )
        with _transport(service.module).calling(call):
            try:
                answer = service.translator(self, *codes).translate(text)
            except EngineError:
                raise
            except Exception as error:  # noqa: BLE001  # The library raises whatever the answer breaks in it.
                reason = f"{self.name} sent an answer that cannot be read ({type(error).__name__})"
                raise EngineError(Problem(kind=ProblemKind.GARBLED, reason=reason)) from None
        if answer is None:  # deep-translator's word for "the same letters as the source".
            return text
        read = service.read(text, answer) if isinstance(answer, str) else _odd(self.name)
        if isinstance(read, Problem):
            raise EngineError(read)
        if not read.strip():
            raise EngineError(
                Problem(kind=ProblemKind.GARBLED, reason=f"{self.name} sent an empty translation")
            )
        return read


def _odd(name: str) -> Problem:
    return Problem(kind=ProblemKind.GARBLED, reason=f"{name} sent something else than a text")


@cache
def _library() -> str:
    return importlib.metadata.version("deep-translator")


@cache
def _made(module: str) -> Transport:
    transport = Transport()
    importlib.import_module(f"deep_translator.{module}").requests = transport  # type: ignore[attr-defined]
    return transport


def _transport(module: str) -> Transport:
    """Return what stands for `requests` in one of deep-translator's modules, put there once."""
    with _LOCK:
        return _made(module)


def pieces(text: str, fits: Callable[[str], bool]) -> list[str]:
    """Cut a text into pieces that fit, at ends of sentences, else at spaces, else in halves.

    Joined they are the text.
    """
    if fits(text):
        return [text]
    for pattern in (_SENTENCE, re.compile(r"(?<=\s)(?=\S)")):
        cuts = [match.end() for match in pattern.finditer(text) if 0 < match.end() < len(text)]
        if cuts:
            middle = min(cuts, key=lambda cut: abs(cut - len(text) // 2))
            break
    else:
        middle = len(text) // 2
    if not middle:
        return [text]
    return pieces(text[:middle], fits) + pieces(text[middle:], fits)

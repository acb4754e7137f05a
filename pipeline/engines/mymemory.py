"""MyMemory, through deep-translator. Its quota is small, and its errors come as translations."""

from collections.abc import Mapping
from typing import Any

from pipeline.engines import Problem, ProblemKind
from pipeline.engines.online import Online, Service
from pipeline.engines.transport import Outgoing
from pipeline.protect import NUMBERED, Pieces

_ADDRESS = "https://api.mymemory.translated.net/get"
_ERRORS = (
    ("MYMEMORY WARNING", ProblemKind.QUOTA, "the free characters of today are used up"),
    ("YOU USED ALL AVAILABLE", ProblemKind.QUOTA, "the free characters of today are used up"),
    ("QUERY LENGTH LIMIT", ProblemKind.INVALID, "the text is too long"),
    ("INVALID LANGUAGE PAIR", ProblemKind.UNSUPPORTED, "it does not know the language"),
    ("INVALID TARGET LANGUAGE", ProblemKind.UNSUPPORTED, "it does not know the language"),
    ("INVALID SOURCE LANGUAGE", ProblemKind.UNSUPPORTED, "it does not know the language"),
    ("INVALID EMAIL", ProblemKind.AUTH, "it refuses the email address"),
    ("NO QUERY SPECIFIED", ProblemKind.GARBLED, "the text did not arrive"),
    ("PLEASE SELECT TWO DISTINCT LANGUAGES", ProblemKind.UNSUPPORTED, "both languages are one to it"),
)


def engine(settings: Mapping[str, Any]) -> Online:
    """Return the engine; `email` raises the quota."""
    return Online(SERVICE, settings)


def _translator(engine: Online, source: str, target: str) -> Any:
    from deep_translator import MyMemoryTranslator

    translator = MyMemoryTranslator(source="en-GB", target="es-ES", email=engine.settings.get("email"))
    translator.source, translator.target = source, target
    return translator


def _adapt(engine: Online, outgoing: Outgoing) -> Outgoing:
    """Use HTTPS, which the library does not."""
    return Outgoing(method=outgoing.method, url=engine.url or _ADDRESS, options=outgoing.options)


def _read(text: str, answer: str) -> str | Problem:
    """Tell errors from translations, unless the source says such a thing itself."""
    for words, kind, meaning in _ERRORS:
        if words in answer.upper() and words not in text.upper():
            return Problem(kind=kind, reason=f"mymemory: {meaning}")
    return answer


SERVICE = Service(
    name="mymemory",
    module="mymemory",
    translator=_translator,
    adapt=_adapt,
    read=_read,
    codes={
        "en": "en-GB",
        "es": "es-ES",
        "fr": "fr-FR",
        "it": "it-IT",
        "pt": "pt-PT",
        "pt_BR": "pt-BR",
        "de": "de-DE",
        "ar": "ar-SA",
        "zh": "zh-CN",
        "zh_Hans": "zh-CN",
        "zh_Hant": "zh-TW",
        "ja": "ja-JP",
    },
    longest=450,
    size=lambda text: len(text.encode()),
    renderings=(NUMBERED, Pieces()),
)

"""Microsoft Translator (Azure), through deep-translator."""

from collections.abc import Mapping
from typing import Any

from pipeline.engines import EngineError, Problem, ProblemKind
from pipeline.engines.online import Online, Service
from pipeline.engines.transport import Outgoing


def engine(settings: Mapping[str, Any]) -> Online:
    """Return the engine; `key` is needed, `region` where the resource has one."""
    return Online(SERVICE, settings)


def _translator(engine: Online, source: str, target: str) -> Any:
    from deep_translator import MicrosoftTranslator

    class Translator(MicrosoftTranslator):  # type: ignore[misc]
        """The library asks the service for its languages before every text; we know the codes."""

        def _get_supported_languages(self) -> dict[str, str]:
            return {"source": source, "target": target}

    translator = Translator(
        api_key=engine.key, region=engine.settings.get("region"), source=source, target=target
    )
    if engine.url:
        translator._base_url = engine.url.rstrip("/") + "/translate?api-version=3.0"
    return translator


def _adapt(engine: Online, outgoing: Outgoing) -> Outgoing:
    if not engine.key:
        raise EngineError(Problem(kind=ProblemKind.AUTH, reason="microsoft needs a key"))
    return outgoing


SERVICE = Service(
    name="microsoft",
    module="microsoft",
    translator=_translator,
    adapt=_adapt,
    codes={
        "pt": "pt-PT",
        "pt_BR": "pt",
        "zh": "zh-Hans",
        "zh_Hans": "zh-Hans",
        "zh_Hant": "zh-Hant",
        "fr_CA": "fr-CA",
        "sr": "sr-Cyrl",
        "sr_Latn": "sr-Latn",
    },
    longest=10_000,
    needs_key=True,
    key_hint="set MICROSOFT_API_KEY in the environment",
)

"""DeepL, through deep-translator, in the form of request that the service takes today."""

from collections.abc import Mapping
from typing import Any

from pipeline.engines.online import Online, Service
from pipeline.engines.transport import Outgoing
from pipeline.protect import NUMBERED, XML, Pieces


def engine(settings: Mapping[str, Any]) -> Online:
    """Return the engine; `key` is needed, keys that end in `:fx` are for the free service."""
    return Online(SERVICE, settings)


def _translator(engine: Online, source: str, target: str) -> Any:
    from deep_translator import DeeplTranslator

    translator = DeeplTranslator(
        source="en", target="de", api_key=engine.key, use_free_api=engine.key.endswith(":fx")
    )
    translator.source, translator.target = source, target
    if engine.url:
        translator._base_url = engine.url.rstrip("/") + "/v2/"
    return translator


def _adapt(engine: Online, outgoing: Outgoing) -> Outgoing:
    """Send the key in a header and the text in the body; tags within the text are no words."""
    params = outgoing.options["params"]
    body = {
        "text": [params["text"]],
        "source_lang": params["source_lang"],
        "target_lang": params["target_lang"],
        "tag_handling": "xml",
        "ignore_tags": ["x"],
        "outline_detection": False,
    }
    headers = {"Authorization": f"DeepL-Auth-Key {engine.key}"}
    return Outgoing(method="POST", url=outgoing.url, options={"json": body, "headers": headers})


SERVICE = Service(
    name="deepl",
    module="deepl",
    translator=_translator,
    adapt=_adapt,
    codes={
        "pt_BR": "PT-BR",
        "pt": "PT-PT",
        "zh": "ZH-HANS",
        "zh_Hans": "ZH-HANS",
        "zh_Hant": "ZH-HANT",
        "en": "EN-US",
        "en_GB": "EN-GB",
        "es_419": "ES-419",
    }
    | {code: code.upper() for code in ("ar", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hu", "id")}
    | {
        code: code.upper()
        for code in ("it", "ja", "ko", "nb", "nl", "pl", "ro", "ru", "sv", "tr", "uk", "vi")
    },
    source_codes={"en": "EN", "pt": "PT", "pt_BR": "PT", "zh": "ZH", "zh_Hans": "ZH", "zh_Hant": "ZH"},
    longest=100_000,
    size=lambda text: len(text.encode()),
    needs_key=True,
    key_hint="set DEEPL_API_KEY in the environment",
    terms=True,
    renderings=(XML, NUMBERED, Pieces()),
)

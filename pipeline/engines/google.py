"""Google Translate's public page for old telephones, through deep-translator. No key."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote_plus

from pipeline.engines.online import Online, Service

_LONGEST_URL = 14_000
"""Bytes of a text in the address; the page refuses addresses of more than about 16,000."""


def engine(settings: Mapping[str, Any]) -> Online:
    """Return the engine; `url` is another server's page, `timeout` in seconds."""
    return Online(SERVICE, settings)


def _translator(engine: Online, source: str, target: str) -> Any:
    from deep_translator import GoogleTranslator

    translator = GoogleTranslator()
    translator.source, translator.target = source, target
    if engine.url:
        translator._base_url = engine.url
    return translator


def _size(text: str) -> int:
    """Bytes in the address, or characters where those are the tighter limit (4,999)."""
    return max(len(quote_plus(text)), len(text) * _LONGEST_URL // 4_999)


SERVICE = Service(
    name="google",
    module="google",
    translator=_translator,
    codes={
        "zh": "zh-CN",
        "zh_Hans": "zh-CN",
        "zh_Hant": "zh-TW",
        "zh_TW": "zh-TW",
        "he": "iw",
        "nb": "no",
        "nn": "no",
        "fil": "tl",
        "jv": "jw",
        "pt_PT": "pt-PT",
        "fr_CA": "fr-CA",
        "mni": "mni-Mtei",
    },
    longest=_LONGEST_URL,
    size=_size,
)

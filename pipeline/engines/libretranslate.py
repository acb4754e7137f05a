"""LibreTranslate, on a server of one's own or another's, through deep-translator."""

from collections.abc import Mapping
from typing import Any

from pipeline.engines.online import Online, Service
from pipeline.engines.transport import Outgoing

_HERE = "http://localhost:5000"


def engine(settings: Mapping[str, Any]) -> Online:
    """Return the engine; `url` is the server's, `key` only where the server wants one."""
    return Online(SERVICE, settings)


def _translator(engine: Online, source: str, target: str) -> Any:
    from deep_translator import LibreTranslator

    # The library insists on a key; what it sends is replaced below.
    url = (engine.url or _HERE).rstrip("/") + "/"
    translator = LibreTranslator(source="en", target="es", api_key="none", custom_url=url)
    translator.source, translator.target = source, target
    return translator


def _adapt(engine: Online, outgoing: Outgoing) -> Outgoing:
    """Send the text in the body: an address is too short for it, and ends up in logs."""
    params = outgoing.options["params"]
    body = {name: params[name] for name in ("q", "source", "target", "format")}
    if engine.key:
        body["api_key"] = engine.key
    return Outgoing(method="POST", url=outgoing.url, options={"json": body})


SERVICE = Service(
    name="libretranslate",
    module="libre",
    translator=_translator,
    adapt=_adapt,
    codes={"pt_BR": "pt-BR", "zh": "zh-Hans", "zh_Hans": "zh-Hans", "zh_Hant": "zh-Hant"},
    longest=5_000,
)

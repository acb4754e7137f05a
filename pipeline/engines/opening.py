"""Open engines as the settings want them: keys from the environment, services wrapped robustly."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.engines import Engine, open_engine
from pipeline.engines.brief import Brief, Briefed, Examples, no_examples
from pipeline.engines.cache import Cache, DiskCache, NoCache
from pipeline.engines.robust import Policy, Robust
from pipeline.glossary import Glossary

KEYS = {
    "deepl": "DEEPL_API_KEY",
    "libretranslate": "LIBRETRANSLATE_API_KEY",
    "microsoft": "MICROSOFT_API_KEY",
    "openai": "OPENAI_API_KEY",
}
"""Where each engine's key stands in the environment. Keys never stand in `pipeline.toml`."""

SERVICES = frozenset({"google", "deepl", "libretranslate", "microsoft", "mymemory", "openai"})
"""Engines that are no programs of this machine: what they are asked costs time, money or patience."""

_POLICY = {
    "workers": int,
    "per_second": float,
    "attempts": int,
    "longest_wait": float,
    "max_characters": int,
}
"""Settings of an engine that are its policy, and their types."""


def opened(
    name: str,
    settings: Mapping[str, Any],
    *,
    environment: Mapping[str, str],
    cache: Path | None,
    glossary: Glossary | None = None,
    examples: Examples | None = None,
) -> Engine:
    """Return an engine ready for a run; services come with patience, a budget and a cache.

    `settings` are those of `[engines.<name>]`, `environment` is read for the key, `cache` is the
    file for answers (None for none). A language model is told the terms of `glossary` that occur,
    and the approved pairs that `examples` finds for a text. Raises `InputError` for an unknown name
    or unusable settings.
    """
    key = environment.get(KEYS.get(name, ""), "")
    engine = open_engine(name, {**settings, "key": key} if key else settings)
    if name not in SERVICES:
        return engine
    if isinstance(engine, Briefed):
        style = str(settings.get("style") or "")
        engine.brief = Brief(glossary=glossary or Glossary(), style=style, examples=examples or no_examples)
    kept: Cache = DiskCache(cache) if cache else NoCache()
    identity = {name: value for name, value in settings.items() if name not in _POLICY and name != "key"}
    return Robust(
        engine,
        policy=policy(settings),
        cache=kept,
        identity=json.dumps(identity, sort_keys=True, default=str),
    )


def policy(settings: Mapping[str, Any]) -> Policy:
    """Return the policy that an engine's settings ask for; what they do not name is the default."""
    given = {name: kind(settings[name]) for name, kind in _POLICY.items() if settings.get(name) is not None}
    return Policy(**given)

"""What a drafting would send and cost, told before anything is sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.engines import Engine, Informed, Problem
from pipeline.engines.drafting import Request, neighbours, parsed, ready
from pipeline.engines.robust import Robust
from pipeline.glossary import Glossary
from pipeline.model import LocaleTag


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """One engine in one locale."""

    engine: str
    locale: LocaleTag
    messages: int
    characters: int
    """To be sent, as the service counts them, at the first rendering; equal texts count once."""
    cached: int
    """Characters whose answers are on disk already, and cost nothing."""
    cost: float | None
    """In the currency of the price; None where the settings name no price."""
    problem: Problem | None
    """Why the engine cannot serve the locale."""


def estimate(
    requests: Sequence[Request],
    *,
    source: LocaleTag,
    target: LocaleTag,
    engines: Sequence[Engine],
    glossary: Glossary,
    prices: Mapping[str, float] | None = None,
) -> tuple[Estimate, ...]:
    """Estimate for each engine as if it were the only one. `prices` are for a million characters."""
    return tuple(
        _one(requests, source, target, engine, glossary, (prices or {}).get(engine.name))
        for engine in engines
    )


def _one(
    requests: Sequence[Request],
    source: LocaleTag,
    target: LocaleTag,
    engine: Engine,
    glossary: Glossary,
    price: float | None,
) -> Estimate:
    rendering = engine.renderings(target)[0]
    work = [(request, ready(parsed(request), engine, rendering, glossary, target)) for request in requests]
    around = neighbours(rendering, work)
    if isinstance(engine, Informed):
        engine.inform(around)
    texts = list(around)
    sizes = {text: engine.size(text) if isinstance(engine, Robust) else len(text) for text in texts}
    cached = {
        text: size
        for text, size in sizes.items()
        if isinstance(engine, Robust) and engine.cached(text, source, target)
    }
    characters = sum(sizes.values()) - sum(cached.values())
    return Estimate(
        engine=engine.name,
        locale=target,
        messages=len(requests),
        characters=characters,
        cached=sum(cached.values()),
        cost=None if price is None else characters * price / 1_000_000,
        problem=engine.supports(source, target),
    )

"""Estimate: what a drafting would send to each engine, and what that would cost, before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.model import LocaleTag
from pipeline.protect import literal, parse, with_terms
from pipeline.workflow.draft import requests_for, wanted_messages
from pipeline.workflow.engines import Engines
from pipeline.workflow.project import Project, read_articles, read_catalogue, read_glossary, targets

if TYPE_CHECKING:
    from pipeline.engines import Engine
    from pipeline.engines.drafting import Request
    from pipeline.glossary import Glossary


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """What one engine would be sent for one locale."""

    locale: LocaleTag
    engine: str
    """Empty where no engine of the settings serves the locale."""
    messages: int
    characters: int
    """As the service counts them, each distinct text once, answers that are on disk left out."""
    cost: float | None
    """In the currency of `cost_per_million`; None where the settings do not say."""


def estimate(project: Project, only: Sequence[LocaleTag] = ()) -> tuple[Estimate, ...]:
    """Count what `draft_missing` would send to the first engine of each locale that serves it."""
    found: dict[LocaleTag, list[Request]] = {}
    for article in read_articles(project):
        for tag in targets(project, article):
            if not only or tag in only:
                held = read_catalogue(project, tag, article.name)
                some = requests_for(article, wanted_messages(article, held))
                found.setdefault(tag, []).extend(some)
    glossary = read_glossary(project)
    with Engines(project) as engines:
        return tuple(
            _estimate(project, tag, requests, engines, glossary)
            for tag, requests in found.items()
            if requests
        )


def _estimate(
    project: Project, tag: LocaleTag, requests: "Sequence[Request]", engines: Engines, glossary: "Glossary"
) -> Estimate:
    source = project.settings.source_locale
    serving = (
        each
        for each in engines.named(project.settings.engines_for(tag))
        if each.supports(source, tag) is None
    )
    engine = next(serving, None)
    if engine is None:
        return Estimate(locale=tag, engine="", messages=len(requests), characters=0, cost=None)
    texts = {text for request in requests for text in _texts(request, engine, tag, glossary)}
    size = getattr(engine, "size", len)
    cached = getattr(engine, "cached", None)
    characters = sum(size(text) for text in texts if cached is None or not cached(text, source, tag))
    price = project.settings.engine_settings.get(engine.name, {}).get("cost_per_million")
    cost = None if price is None else characters * float(price) / 1_000_000
    return Estimate(locale=tag, engine=engine.name, messages=len(requests), characters=characters, cost=cost)


def _texts(request: "Request", engine: "Engine", tag: LocaleTag, glossary: "Glossary") -> Sequence[str]:
    """Return a message as it would be sent first: later renderings follow only where that one fails."""
    inline = literal(request.msgid) if request.literal else parse(request.msgid, request.references)
    ready = with_terms(inline, glossary, tag, brands_only=not engine.terms)
    return engine.renderings(tag)[0].encode(ready)

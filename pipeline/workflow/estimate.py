"""Estimate: what a drafting would send to each engine, and what that would cost, before anything is sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.model import LocaleTag
from pipeline.workflow.drafting import Bench, requests_for, wanted_messages
from pipeline.workflow.engines import Engines, engine_names
from pipeline.workflow.project import Project, read_articles, read_catalogue, read_glossary, targets

if TYPE_CHECKING:
    from pipeline.engines.estimate import Estimate


def estimate_missing(project: Project, only: Sequence[LocaleTag] = ()) -> "tuple[Estimate, ...]":
    """Count what each engine of a locale would be sent, as if it were the only one.

    What the memory knows is not sent to any.
    """
    from pipeline.engines.drafting import Request
    from pipeline.engines.estimate import estimate

    bench = Bench(project)
    wanted: dict[LocaleTag, list[Request]] = {}
    for article in read_articles(project):
        for tag in targets(project, article):
            if not only or tag in only:
                held = read_catalogue(project, tag, article.name)
                asked = requests_for(article, wanted_messages(article, held))
                found = bench.recalled(tag, asked)
                wanted.setdefault(tag, []).extend(one for one in found if isinstance(one, Request))
    chosen = project.settings
    prices = {
        name: float(special["cost_per_million"])
        for name, special in chosen.engine_settings.items()
        if "cost_per_million" in special
    }
    with Engines(project) as engines:
        return tuple(
            each
            for tag, requests in wanted.items()
            if requests
            for each in estimate(
                requests,
                source=chosen.source_locale,
                target=tag,
                engines=engines.named(engine_names(project, tag)),
                glossary=read_glossary(project),
                prices=prices,
            )
        )

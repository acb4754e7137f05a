"""Short ways to make pairs and to ask what the checks say about them."""

from typing import Any

from pipeline.checks import Context, Pair, check_pair
from pipeline.locales import locale
from pipeline.model import Kind, LocaleTag


def pair(source: str, target: str, tag: str = "es", kind: Kind = Kind.PARAGRAPH, **context: Any) -> Pair:
    """Return an English source and its translation into `tag`."""
    return Pair(
        source=source,
        target=target,
        source_locale=locale(LocaleTag("en")),
        target_locale=locale(LocaleTag(tag)),
        kind=kind,
        context=Context(**context),
    )


def ids(source: str, target: str, tag: str = "es", kind: Kind = Kind.PARAGRAPH, **context: Any) -> set[str]:
    """Return the ids of all findings about a pair."""
    return {finding.id for finding in check_pair(pair(source, target, tag, kind, **context))}

"""Editions made by hand for the tests of the renderers, from Markdown as an article has it."""

import datetime
import html
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import markdown

from pipeline.locales import locale
from pipeline.model import ArticleName, Edition, Locale, LocaleTag, State, Text, TocEntry
from pipeline.render import team
from pipeline.render.clean import clean
from pipeline.render.site import Brand, Listed, Site, SiteKind

EXTENSIONS = ("extra", "sane_lists", "admonition", "toc")

EVERYTHING = """## Symptoms & signs

Multiple sclerosis (MS)[^1] is *not* **rare**. See [below](#help), <https://example.org/a?b=1&c=2>.

- Movement:
    1. walking,
    2. standing;
- Vision.

> A quotation with `code`.

### Ways to help {#help}

| Year | People |
|:-----|-------:|
| 2013 | 2.3    |

!!! warning
    Ask a doctor.

Myelin
:   The layer around a nerve.

![A chamber](images/chamber.png "The chamber")

<figure markdown>
![Curve](images/curve.png)
<figcaption markdown>A *caption*.</figcaption>
</figure>

    print("<b>")

One line,{BREAK}
and another. HBOT helps.

[^1]: A disease of the nervous system.

*[HBOT]: hyperbaric oxygen therapy
""".replace("{BREAK}", "  ")
"""One of each construct that the project's Markdown knows."""


def named(tag: str) -> Locale:
    """Return the locale of a tag."""
    return locale(LocaleTag(tag))


def rendered(text: str) -> str:
    """Turn Markdown into HTML as the pipeline does, not yet cleaned."""
    made = markdown.markdown(text, extensions=EXTENSIONS, output_format="html")
    for side, logical in (("left", "start"), ("right", "end"), ("center", "center")):
        made = made.replace(f' style="text-align: {side};"', f' class="align-{logical}"')
    return made


def edition(
    tag: str = "en", text: str = EVERYTHING, *, fields: Mapping[str, str] | None = None, **values: Any
) -> Edition:
    """Return an approved edition of one article in the locale `tag`, with `values` put in place."""
    reader = markdown.Markdown(extensions=EXTENSIONS)
    reader.convert(text)
    texts = {"title": "Oxygen & nerves", "subtitle": "What helps", "description": "About oxygen."} | dict(
        fields or {}
    )
    state = values.pop("state", State.APPROVED)
    defaults: dict[str, Any] = {
        "article": ArticleName("oxygen"),
        "locale": named(tag),
        "source_locale": named("en"),
        "slug": f"oxygen-{tag.lower().replace('_', '-')}",
        "fields": {name: Text(value=value, locale=named(tag), state=state) for name, value in texts.items()},
        "extra": {},
        "body": clean(rendered(text)),
        "toc": _toc(reader.toc_tokens),  # type: ignore[attr-defined]
        "date": datetime.date(2026, 3, 9),
        "updated": datetime.date(2026, 11, 20),
        "author": "",
        "states": {State.APPROVED: 12},
        "words": 900,
        "approved": True,
    }
    return Edition(**defaults | values)


def listed(one: Edition) -> Listed:
    """Return what other pages know of an edition."""
    return Listed(
        article=one.article,
        locale=one.locale,
        slug=one.slug,
        title=one.title,
        description=one.fields["description"].value,
        date=one.date,
        updated=one.updated,
        approved=one.approved,
    )


def site(*editions: Edition, **values: Any) -> Site:
    """Return a published site of these editions, with `values` put in place."""
    defaults: dict[str, Any] = {
        "kind": SiteKind.SITE,
        "source_locale": named("en"),
        "locales": tuple(named(tag) for tag in ("en", "es", "pt_BR", "ar", "zh_Hans", "ja")),
        "brand": Brand(name="Imprimatur"),
        "listing": tuple(listed(one) for one in editions),
    }
    return Site(**defaults | values)


def _toc(tokens: Any) -> tuple[TocEntry, ...]:
    return tuple(
        TocEntry(
            level=token["level"],
            id=token["id"],
            text=html.unescape(token["name"]),
            children=_toc(token["children"]),
        )
        for token in tokens
    )


def status(rows: Sequence[team.Row], whole: Site) -> str:
    """Return the status page of all that there is."""
    own: dict[str, list[team.Row]] = defaultdict(list)
    for row in rows:
        own[row.listed.locale.tag].append(row)
    totals = {
        tag: team.Total(
            counts=sum((Counter(row.states) for row in some), Counter[State]()),
            published=sum(not row.reasons for row in some),
            editions=len(some),
        )
        for tag, some in own.items()
    }
    articles = len({row.listed.article for row in rows})
    return team.status(rows, whole, articles=articles, totals=totals if articles > 1 else {}, recent=rows)

"""Outputs for tools to look at: every page type in every script, and the project's own articles.

`python -m tests.pages.fixture FOLDER` writes the former to `FOLDER/site` and `FOLDER/preview`.
"""

import datetime
import html
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.engines.pseudo import MADE
from pipeline.model import Deed, Edition, LocaleTag, PastEvent, Review, State
from pipeline.render import atom, crawlers, search, team, web
from pipeline.render.site import (
    Brand,
    Listed,
    Site,
    SiteKind,
    edition_address,
    feed_address,
    index_address,
    pdf_address,
)
from pipeline.workflow.build import build as build_outputs
from pipeline.workflow.draft import draft_missing
from pipeline.workflow.extract import extract
from pipeline.workflow.project import open_project
from tests.render.editions import edition, listed, named, site, status
from tests.render.scripts import TEXTS, scripted

DAY = datetime.date(2026, 11, 20)
REPOSITORY = Path(__file__).parent.parent.parent
BASE = "https://example.org"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
    "3a7e9b550000000a49444154789c63600000000200010e7b2b8b0000000049454e44ae426082"
)
"""A picture of one grey point."""

EXTREMES = f"""## {"A heading that goes on, and on, " * 12}

{"Donaudampfschifffahrtsgesellschaft" * 9}

| {" | ".join(f"Column {number}" for number in range(40))} |
|{"---|" * 40}
| {" | ".join(str(number) for number in range(40))} |

```
{"a very long line of code " * 20}
```

## ![A picture](images/chamber.png)

## {"x" * 300}
"""
"""What no author should write and every page must survive."""


def write(folder: Path) -> None:
    """Write both outputs into `folder`."""
    published = [*(_reviewed(tag) for tag in TEXTS), edition(), _extreme()]
    _write(folder / "site", published, SiteKind.SITE)
    drafts = [_draft(scripted(tag, article="pressure", slug="pressure")) for tag in TEXTS]
    _write(folder / "preview", [*drafts, *map(_pseudo, MADE), edition()], SiteKind.PREVIEW)


def build(folder: Path) -> Path:
    """Build a copy of the project's own content in `folder`; return the folder of both outputs.

    It has an address, so that pages name their alternates, and the pseudo-locales, which git ignores.
    """
    for part in ("source", "locales"):
        shutil.copytree(REPOSITORY / part, folder / part)
    settings = (REPOSITORY / "pipeline.toml").read_text(encoding="utf-8")
    addressed = settings.replace("[project]", f'[project]\nbase_url = "{BASE}"', 1)
    (folder / "pipeline.toml").write_text(addressed, encoding="utf-8")
    project = open_project(folder)
    extract(project)
    draft_missing(project, project.settings.preview_locales)
    build_outputs(project, jobs=1)
    return project.output


def _reviewed(tag: str) -> Edition:
    one = scripted(tag, article="pressure", slug=f"pressure-{tag.lower().replace('_', '-')}")
    review = Review(role="medical reviewer", date=DAY)
    return replace(one, reviews=(review,))


def _draft(one: Edition) -> Edition:
    """Make a draft of an edition, with blocks in every state; the source is a draft of nothing."""
    if one.locale.tag == one.source_locale.tag:
        return one
    body = one.body
    for state in ("draft", "stale", "untranslated", "rejected", "translated", "approved"):
        other = ' lang="en" dir="ltr"' if state == "untranslated" else ""
        marks = f'data-state="{state}" data-message="{state}"{other}'
        body = body.replace("<p>", f"<p {marks}>", 1).replace("<li>", f"<li {marks}>", 1)
    past = {"draft": (PastEvent(date=DAY, actor="apertium", action="draft"),)}
    return replace(one, approved=False, body=body, states=dict.fromkeys(State, 2), past=past)


def _pseudo(tag: LocaleTag) -> Edition:
    """Return the short page in a pseudo-locale."""
    plain = scripted("en", article="pressure", slug="pressure")
    disguise = MADE[tag]
    fields = {name: replace(text, value=disguise(text.value)) for name, text in plain.fields.items()}
    body = re.sub(
        r">([^<>]*\w[^<>]*)<", lambda found: f">{html.escape(disguise(html.unescape(found[1])))}<", plain.body
    )
    return _draft(replace(plain, locale=named(tag), fields=fields, body=body))


def _extreme() -> Edition:
    title = "A title of four hundred letters " * 13
    fields = {"title": title, "subtitle": title, "description": "Extremes."}
    return edition(text=EXTREMES, fields=fields, article="extremes", slug="extremes")


def _write(folder: Path, editions: Iterable[Edition], kind: SiteKind) -> None:
    editions = list(editions)
    entries = [listed(one) for one in editions]
    entries[0] = replace(entries[0], former_slugs=("an-old-slug",))
    whole = site(
        kind=kind,
        base_url=BASE,
        locales=tuple(named(tag) for tag in (*TEXTS, *MADE)),
        brand=Brand(name="Imprimatur", footer="Health information.", url="https://example.org/"),
        listing=tuple(entries),
        search=kind is SiteKind.SITE,
    )
    for address, content in _files(editions, whole).items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _row(entry: Listed) -> team.Row:
    deeds = (Deed(day=DAY, actor="apertium eng-spa", action="draft", number=12),)
    states = dict.fromkeys(State, 2)
    return team.Row(listed=entry, states=states, reasons=("2 drafts",), last=DAY, deeds=deeds)


def _files(editions: list[Edition], whole: Site) -> dict[str, bytes]:
    files = dict(web.assets(whole))
    pages = {
        "index.html": web.start(whole),
        "404.html": web.not_found(whole),
        "robots.txt": crawlers.robots(whole),
    }
    pages |= {edition_address(one): web.page(one, whole) for one in editions}
    pages |= {index_address(locale): web.index(locale, whole) for locale in whole.open_locales()}
    pages |= web.redirects(whole)
    if whole.preview:
        pages[team.ADDRESS] = status([_row(one) for one in whole.listing], whole)
    else:
        for locale in whole.open_locales():
            files |= search.index(locale, [one for one in editions if one.locale == locale])
        pages |= {feed_address(locale): atom.feed(locale, whole) for locale in whole.open_locales()}
        pages["sitemap.xml"] = crawlers.sitemap(whole)
    files |= {address: text.encode() for address, text in pages.items()}
    for one in editions:
        files[pdf_address(one.locale, one.slug)] = b"%PDF-1.7"
        for name in ("chamber", "curve"):
            files[edition_address(one).replace("index.html", f"images/{name}.png")] = PIXEL
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]))

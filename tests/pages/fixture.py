"""An output with every page type in every script, written to a folder for tools to look at.

`python -m tests.pages.fixture FOLDER` writes `FOLDER/site` and `FOLDER/preview`.
"""

import datetime
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from pipeline.model import Edition, PastEvent, Review, State
from pipeline.render import atom, crawlers, team, web
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
from tests.render.editions import edition, listed, named, site
from tests.render.scripts import TEXTS, scripted

DAY = datetime.date(2026, 11, 20)
BASE = "https://example.org/health"
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
    drafts = [replace(scripted(tag), **_draft(tag)) for tag in ("en", "ar", "ja")]
    _write(folder / "preview", [*drafts, edition()], SiteKind.PREVIEW)


def _reviewed(tag: str) -> Edition:
    one = scripted(tag, article="pressure", slug=f"pressure-{tag.lower().replace('_', '-')}")
    review = Review(role="medical reviewer", date=DAY)
    return replace(one, reviews=(review,))


def _draft(tag: str) -> dict[str, object]:
    """What makes a draft of an edition; the source is a draft of nothing."""
    if tag == "en":
        return {}
    body = scripted(tag).body
    for state in ("draft", "stale", "untranslated", "rejected", "translated", "approved"):
        other = ' lang="en" dir="ltr"' if state == "untranslated" else ""
        marks = f'data-state="{state}" data-message="{state}"{other}'
        body = body.replace("<p>", f"<p {marks}>", 1).replace("<li>", f"<li {marks}>", 1)
    past = {"draft": (PastEvent(date=DAY, actor="apertium", action="draft"),)}
    return {"approved": False, "body": body, "states": dict.fromkeys(State, 2), "past": past}


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
        locales=tuple(named(tag) for tag in TEXTS),
        brand=Brand(name="Imprimatur", footer="Health information.", url="https://example.org/"),
        listing=tuple(entries),
    )
    for address, content in _files(editions, whole).items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _row(entry: Listed) -> team.Row:
    return team.Row(listed=entry, states=dict.fromkeys(State, 2), reasons=("2 drafts",), last=DAY)


def _files(editions: list[Edition], whole: Site) -> dict[str, bytes]:
    pages = {"index.html": web.start(whole), "robots.txt": crawlers.robots(whole)}
    pages |= {edition_address(one): web.page(one, whole) for one in editions}
    pages |= {index_address(locale): web.index(locale, whole) for locale in whole.open_locales()}
    pages |= web.redirects(whole)
    if whole.preview:
        pages[team.ADDRESS] = team.status(map(_row, whole.listing), whole)
    else:
        pages |= {feed_address(locale): atom.feed(locale, whole) for locale in whole.open_locales()}
        pages["sitemap.xml"] = crawlers.sitemap(whole)
    files = {address: text.encode() for address, text in pages.items()} | dict(web.assets(whole))
    for one in editions:
        files[pdf_address(one.locale, one.slug)] = b"%PDF-1.7"
        for name in ("chamber", "curve"):
            files[edition_address(one).replace("index.html", f"images/{name}.png")] = PIXEL
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]))

"""What an edition's PDF prints besides its body, and how its languages look, as plain data."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, Protocol

from pipeline import locales
from pipeline.model import Edition, Locale, LocaleTag, Review, State, Text
from pipeline.render import cldr
from pipeline.render.colour import contrast, legible
from pipeline.render.fonts import fonts_for
from pipeline.render.pdf_html import first_strong
from pipeline.render.pdf_nodes import WORDS, Node, bare, breadth, breakable, directed, whole_callout

STATE_WORDS = {
    State.UNTRANSLATED: "Not translated yet",
    State.STALE: "Source changed",
    State.DRAFT: "Machine draft",
    State.REJECTED: "Rejected",
    State.TRANSLATED: "Waits for approval",
    State.APPROVED: "Approved",
}
"""The web theme's words for the states."""

_REGIONS = {"Hans": "CN", "Hant": "TW"}
"""The region that stands for a script where PDF and fonts know only regions."""


class Brand(Protocol):
    """Whose PDF it is. Plain text."""

    @property
    def name(self) -> str:
        """The name in the header."""

    @property
    def colour(self) -> str:
        """The accent, `#rrggbb`."""

    @property
    def footer(self) -> str:
        """A line for the foot of pages; empty for none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rhythm:
    """How large and how far apart a script is set."""

    scale: float = 1.0
    """Size, as a multiple of Latin's 10 points."""
    pitch: float = 1.44
    """From one line to the next, in ems."""
    title_pitch: float = 1.14
    """The same of the title, in ems of its own."""
    justify: bool = True
    """Whether lines fill the measure."""
    hyphenate: bool = True
    phrases: bool = False
    """Whether titles break at phrases, because the script has no spaces and words have endings."""
    italic: bool = False
    """Whether the script has an italic; emphasis takes the display face where it has none."""


_HAN = Rhythm(scale=1.02, pitch=1.7, title_pitch=1.28, hyphenate=False)
_RHYTHMS = {
    **dict.fromkeys(("Latn", "Cyrl", "Grek"), Rhythm(italic=True)),
    "Arab": Rhythm(scale=1.12, pitch=1.64, title_pitch=1.32, justify=False, hyphenate=False),
    "Hebr": Rhythm(scale=1.06, pitch=1.54, title_pitch=1.2, justify=False, hyphenate=False),
    **dict.fromkeys(("Hans", "Hant"), _HAN),
    "Jpan": replace(_HAN, phrases=True),
    "Kore": Rhythm(scale=1.0, pitch=1.64, title_pitch=1.32, justify=False, hyphenate=False),
    "Thai": Rhythm(scale=1.1, pitch=1.64, title_pitch=1.32, justify=False, hyphenate=False),
}
_RHYTHM_ELSEWHERE = Rhythm(scale=1.06, pitch=1.64, title_pitch=1.32, justify=False, hyphenate=False)


class Languages:
    """The languages that occur in one edition, by their BCP 47 name."""

    def __init__(
        self, main: Locale, source: Locale, installed: Collection[str], chosen: Mapping[str, Sequence[str]]
    ) -> None:
        """Begin with the edition's own language. Raises `MachineError` for a missing font."""
        self.data: dict[str, Any] = {}
        self._known = {locale.bcp47: locale for locale in (source, main)}
        self._installed = installed
        self._chosen = chosen
        self.key(main.bcp47)

    def key(self, name: str) -> tuple[str, str]:
        """Put the language of a `lang` into the data; return its key there and its direction."""
        locale = self._known.get(name) or self._parsed(name)
        if locale.bcp47 not in self.data:
            self.data[locale.bcp47] = self._language(locale)
        return locale.bcp47, locale.direction

    def _parsed(self, name: str) -> Locale:
        """Read a `lang` that an author or translator wrote; the edition's own if it is none."""
        tag = locales.to_gettext(name)
        if tag is None or not locales.known(tag):
            tag = locales.to_gettext(name.split("-")[0].split("_")[0]) or LocaleTag("")
        if not tag or not locales.known(tag):
            return list(self._known.values())[-1]
        return locales.locale(tag)

    def _language(self, locale: Locale) -> dict[str, Any]:
        fonts = fonts_for(locale, self._installed, self._chosen)
        parts = locale.tag.split("_")
        region = next((part for part in parts[1:] if len(part) == 2), _REGIONS.get(locale.script))
        return {
            "lang": parts[0],
            "region": region,
            "dir": locale.direction,
            **{name: list(stack) for name, stack in asdict(fonts).items()},
            **asdict(_RHYTHMS.get(locale.script, _RHYTHM_ELSEWHERE)),
        }


def furniture(
    edition: Edition, languages: Languages, words: Callable[[str], str], brand: Brand, *, address: str = ""
) -> dict[str, Any]:
    """Return everything but the body and the images, by the names that `article.typ` uses.

    `address` is that of the page on the web, if it is to be printed.
    """
    entries = [entry for top in edition.toc for entry in (top, *top.children)]
    footer = words(brand.footer) if brand.footer else ""
    return {
        "language": languages.key(edition.locale.bcp47)[0],
        "title": edition.title,
        "description": edition.fields["description"].value if "description" in edition.fields else "",
        "title-factor": _title_factor(edition.title),
        "hero": {name: _field(edition, name, languages) for name in ("title", "subtitle", "description")},
        "running": _field(edition, "title", languages, most=84),
        "author": [edition.author] if edition.author else [],
        "keywords": _keywords(edition),
        "dateline": [_plain(part, edition.locale) for part in _dateline(edition, words)],
        "reviews": [_plain(part, edition.locale) for part in _reviews(edition, words)],
        "banner": words("Draft: not approved for publication"),
        "watermark": words("Draft"),
        "legend": _legend(edition, words),
        "contents": words("Contents") if len(entries) >= 3 else "",
        "entries": [
            {"level": 2 + (entry not in edition.toc), "lines": 1 + breadth(entry.text) // 90}
            for entry in entries
        ],
        "on-the-web": _plain(words("On the web"), edition.locale),
        "address": address,
        "shown-address": breakable(bare(address.removesuffix("index.html"))),
        "page-of": words("Page {n} of {m}"),
        "digits": list(cldr.digits(edition.locale)),
        "brand": {
            "name": brand.name,
            "footer": footer,
            "footer-dir": first_strong(footer),
            **_colours(brand.colour),
        },
    }


def abbreviations(
    found: Mapping[str, str], locale: Locale, words: Callable[[str], str]
) -> dict[str, list[Any] | str]:
    """Return the list of abbreviations, by the names that `article.typ` uses. `found` are long by short."""
    return {
        "abbreviations-title": words("Abbreviations"),
        "abbreviations": [
            {"short": _plain(short, locale), "long": _plain(long, locale)} for short, long in found.items()
        ],
    }


def _plain(text: str, locale: Locale) -> list[Node]:
    """Return a plain text as nodes; a right-to-left one with its foreign runs isolated."""
    text = breakable(text)
    return directed(text) if locale.direction == "rtl" else [text]


def _field(edition: Edition, name: str, languages: Languages, most: int = 0) -> list[Node]:
    """Return a field as nodes, cut to a breadth of `most`, with the language that it is really in."""
    field: Text | None = edition.fields.get(name)
    if field is None or not field.value:
        return []
    nodes = _plain(_shortened(field.value, most) if most else field.value, field.locale)
    if field.locale.tag == edition.locale.tag:
        return nodes
    marks = {"lang": languages.key(field.locale.bcp47)[0]}
    if field.locale.direction != edition.locale.direction:
        marks["dir"] = field.locale.direction
    return [{"t": "span", **marks, "short": False, "c": nodes}]


def disclaimer(edition: Edition, languages: Languages) -> list[Node]:
    """Return the block with which an article ends, as on the web, where its front matter has one."""
    text = _field(edition, "disclaimer", languages)
    if not text:
        return []
    blocks: list[Node] = [{"t": "p", "c": text}]
    return [{"t": "callout", "kind": "note", "title": [], "whole": whole_callout(blocks), "c": blocks}]


def _keywords(edition: Edition) -> list[str]:
    given = edition.extra.get("keywords", ())
    parts = given.split(",") if isinstance(given, str) else given if isinstance(given, list | tuple) else ()
    return [str(part).strip() for part in parts]


def _dateline(edition: Edition, words: Callable[[str], str]) -> list[str]:
    """Return the author, the dates and the reading time, as the locale writes them."""
    locale = edition.locale
    line = [edition.author] if edition.author else []
    if edition.date:
        line.append(cldr.date_text(edition.date, locale))
    if edition.updated and edition.updated != edition.date:
        line.append(f"{words('Updated')} {cldr.date_text(edition.updated, locale)}")
    if edition.words:
        minutes = cldr.minutes_text(cldr.reading_minutes(edition.words, locale), locale)
        line.append(f"{words('Reading time')} {minutes}")
    return line


def _reviews(edition: Edition, words: Callable[[str], str]) -> list[str]:
    """Say in which role each reviewer stands for the edition, and since when."""
    return [_review(review, edition.locale, words) for review in edition.reviews]


def _review(review: Review, locale: Locale, words: Callable[[str], str]) -> str:
    role = words(review.role)
    fields = {
        "{role}": f"{review.name} ({role})" if review.name else role,
        "{date}": cldr.date_text(review.date, locale),
    }
    # In one pass, so that a name cannot bring a field of its own.
    return re.sub(r"\{(?:role|date)\}", lambda field: fields[field[0]], words("Reviewed by {role} on {date}"))


def _legend(edition: Edition, words: Callable[[str], str]) -> list[dict[str, str]]:
    """Return how many messages are in each state that occurs, the least finished first."""
    return [
        {
            "state": state.label,
            "name": words(STATE_WORDS[state]),
            "number": cldr.number_text(edition.states[state], edition.locale),
        }
        for state in sorted(edition.states)
        if edition.states[state]
    ]


def _colours(colour: str) -> dict[str, str]:
    """Return the brand's colour, what is legible on it, and what it is as text on paper."""
    on = "#ffffff" if contrast(colour, "#ffffff") >= 4.5 or contrast(colour, "#1d2326") < 4.5 else "#1d2326"
    return {"colour": colour, "on": on, "accent": legible(colour, "#ffffff", "#f3f6f7")}


def _title_factor(title: str) -> float:
    """Return the title's size as a multiple of the text's; a long one, or a long word, is smaller."""
    wide = breadth(title)
    factor = next(
        (size for most, size in ((45, 4.0), (80, 3.2), (140, 2.7), (240, 2.1)) if wide <= most), 1.6
    )
    longest = max((len(word) for word in WORDS.findall(title)), default=1)
    return min(factor, max(1.6, 76 / longest))


def _shortened(text: str, most: int) -> str:
    """Cut a text for the running header, at a word where it has words."""
    if breadth(text) <= most:
        return text
    kept = ""
    for character in text:
        if breadth(kept) >= most:
            break
        kept += character
    head, space, _ = kept.rpartition(" ")
    return (head if space and len(head) > most // 2 else kept).rstrip(" ,;:.") + "…"

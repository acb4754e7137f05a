"""The theme's own words: page and PDF furniture, in gettext's domain `theme`.

The words stand in the templates as `_("Contents")` and below in `ELSEWHERE`. Babel extracts them
into `theme/locales/theme.pot` and compiles the catalogues beside it, in memory. A content folder's
own `locales/<locale>/LC_MESSAGES/theme.po` comes first, so that its owner can change a word or add a
language. They are furniture and stand outside the gate.
"""

import gettext
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import InputError
from pipeline.model import Finding, LocaleTag

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

DOMAIN = "theme"

_KEYWORDS = {"_": None, "N_": None}
_HEADER = "# The theme's own words: page and PDF furniture.\n#"
_FIELD = re.compile(r"\{([a-z_]+)\}")


def N_(msgid: str) -> str:  # noqa: N802 -- gettext's name for "extract, but do not translate here".
    """Mark a word for extraction."""
    return msgid


ELSEWHERE = (
    # NOTE: PDF footer and page headers. {n} is the page, {m} the number of pages, both already
    # written in the digits of the language.
    N_("Page {n} of {m}"),
    # NOTE: Watermark across each page of a PDF that nobody approved yet. One short word.
    N_("Draft"),
    # NOTE: Accessible name of the arrow that leads from a footnote back into the text.
    N_("Jump back to footnote {n} in the text"),
    # NOTE: Heading above the footnotes.
    N_("Notes"),
    # NOTE: Default titles of callout boxes.
    N_("Note"),
    N_("Tip"),
    N_("Important"),
    N_("Caution"),
    N_("Warning"),
    N_("Danger"),
    # NOTE: Roles of people who approve texts, as in "Reviewed by medical reviewer".
    N_("reviewer"),
    N_("translator"),
    N_("linguist"),
    N_("medical reviewer"),
    N_("editor"),
    # NOTE: In a PDF, heading of the list that explains the article's abbreviations.
    N_("Abbreviations"),
    # NOTE: In a PDF, before the address of the web page that it was made from.
    N_("On the web"),
    # NOTE: In a PDF, above its table of figures or before a figure's number.
    N_("Figure {n}"),
    N_("Table {n}"),
)
"""Words that stand in no template: those of the PDF, of Markdown's own output, and of roles."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The theme's words in one locale."""

    locale: LocaleTag
    translations: gettext.NullTranslations

    def gettext(self, msgid: str) -> str:
        """Return the translation of `msgid`, or `msgid` itself where there is none."""
        return self.translations.gettext(msgid) if msgid else ""

    def format(self, msgid: str, **values: object) -> str:
        """Translate `msgid` and put `values` in the place of its `{names}`.

        Unlike `str.format`, a translation cannot reach into the values: `{n.real}` stays as it is.
        """
        return _FIELD.sub(lambda field: str(values.get(field[1], field[0])), self.gettext(msgid))


@lru_cache(maxsize=64)
def words(tag: LocaleTag, overrides: bytes | None = None) -> Words:
    """Return the theme's words in the locale `tag`, English where it has none.

    `overrides` is the content of the content folder's own `theme.po` for that locale; `InputError`
    if it is no readable catalogue. A pseudo-locale speaks English as its articles do, disguised.
    """
    from pipeline.engines.pseudo import MADE

    translations = _Disguised(MADE[tag]) if tag in MADE else gettext.NullTranslations()
    for catalogue in (*_shipped(tag), overrides):  # The last one is asked first.
        if catalogue is not None:
            compiled = gettext.GNUTranslations(BytesIO(_compile(tag, catalogue)))
            compiled.add_fallback(translations)
            translations = compiled
    return Words(locale=tag, translations=translations)


class _Disguised(gettext.NullTranslations):
    """English in the manner of a pseudo-locale, its `{fields}` left alone."""

    def __init__(self, disguise: Callable[[str], str]) -> None:
        super().__init__()
        self.disguise = disguise

    def gettext(self, message: str) -> str:
        fields = _FIELD.findall(message)
        numbers = count(1)
        hidden = self.disguise(_FIELD.sub(lambda _: f"<x{next(numbers)}/>", message))
        return re.sub(r"<x(\d+)/>", lambda token: f"{{{fields[int(token[1]) - 1]}}}", hidden)


def shipped_locales() -> tuple[LocaleTag, ...]:
    """Return the locales that the theme speaks besides English, sorted."""
    return tuple(sorted(LocaleTag(folder.name) for folder in _folder().iterdir() if folder.is_dir()))


def missing(tag: LocaleTag, overrides: bytes | None = None) -> tuple[str, ...]:
    """Return the words that the locale has no translation for; none for English."""
    if tag.split("_")[0] == "en":
        return ()
    catalogues = [catalogue for catalogue in (*_shipped(tag), overrides) if catalogue is not None]
    translated = frozenset[str]().union(*map(_translated, catalogues))
    return tuple(msgid for msgid in _shipped_msgids() if msgid not in translated)


@lru_cache(maxsize=1)
def _shipped_msgids() -> tuple[str, ...]:
    """Read every word from the shipped template, which a test holds to what `template` extracts."""
    from babel.messages.pofile import read_po

    with (_folder() / "theme.pot").open("rb") as file:
        return tuple(str(message.id) for message in read_po(file, domain=DOMAIN) if message.id)


@cache
def msgids() -> tuple[str, ...]:
    """Return every word of the theme in English, in the order of `theme.pot`."""
    from babel.messages.pofile import read_po

    with (_folder() / "theme.pot").open("rb") as file:
        return tuple(message.id for message in read_po(file) if isinstance(message.id, str) and message.id)


def template() -> "Catalog":
    """Extract every word from the theme's templates and from this module, sorted as they stand."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract

    found = Catalog(project="imprimatur", header_comment=_HEADER, charset="utf-8")
    for name, method, content in _sources():
        for _, msgid, comments, context in extract(
            method, BytesIO(content), _KEYWORDS, ["NOTE:"], {"trimmed": "true"}, strip_comment_tags=True
        ):
            found.add(msgid, locations=[(name, 0)], auto_comments=[" ".join(comments)], context=context)
    return found


def template_text() -> str:
    """Return `theme.pot` as it stands in git: without dates and lines, it changes only with a word."""
    return _dateless(template())


def refresh(folder: Path) -> None:
    """Write `theme.pot` into `folder` and bring each catalogue below it up to date.

    New words are left empty and vanished ones dropped. For whoever changes the theme's words.
    """
    from babel.messages.pofile import read_po

    folder.joinpath("theme.pot").write_text(template_text(), encoding="utf-8", newline="\n")
    for path in sorted(folder.glob("*/LC_MESSAGES/theme.po")):
        tag = path.parts[-3]
        with path.open("rb") as file:
            catalogue = read_po(file, locale=tag, domain=DOMAIN)
        catalogue.update(template(), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path.write_text(_dateless(catalogue), encoding="utf-8", newline="\n")


def _dateless(catalogue: "Catalog") -> str:
    """Write a catalogue as text without the header fields that change by the day or the tool."""
    from babel.messages.pofile import write_po

    written = BytesIO()
    write_po(written, catalogue, width=100, include_lineno=False)
    changing = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To")
    dropped = tuple(f'"{name}:' for name in (*changing, "Last-Translator", "Language-Team"))
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(dropped))


def _folder() -> Traversable:
    return files("pipeline.render") / "theme" / "locales"


def _sources() -> Iterator[tuple[str, str, bytes]]:
    """Yield name, Babel's extraction method and content of every file that holds words."""
    theme = files("pipeline.render") / "theme"
    for file in sorted(theme.iterdir(), key=lambda file: file.name):
        if file.name.endswith((".html", ".xml")):
            yield f"theme/{file.name}", "jinja2.ext:babel_extract", file.read_bytes()
    for module in ("effort_page.py", "team.py", "web.py", "words.py"):
        yield module, "python", (files("pipeline.render") / module).read_bytes()


def _shipped(tag: LocaleTag) -> Iterator[bytes]:
    """Yield the theme's catalogues that serve `tag`, from the most general to the most exact."""
    from pipeline.engines.pseudo import MADE

    if tag in MADE:
        return
    parts = tag.split("_")
    for end in range(1, len(parts) + 1):
        file = _folder() / "_".join(parts[:end]) / "LC_MESSAGES" / "theme.po"
        if file.is_file():
            yield file.read_bytes()


@lru_cache(maxsize=64)
def _compile(tag: LocaleTag, catalogue: bytes) -> bytes:
    """Compile a `.po` to a `.mo`, fuzzy entries left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    compiled = BytesIO()
    try:
        write_mo(compiled, read_po(BytesIO(catalogue), domain=DOMAIN, abort_invalid=True))
    except (PoFileError, ValueError, LookupError) as error:
        finding = Finding(
            id="theme.words",
            reason=f"not a readable catalogue: {error}",
            hint="correct it, or delete it to fall back on the theme's own words",
            file=f"locales/{tag}/LC_MESSAGES/{DOMAIN}.po",
        )
        raise InputError(finding) from None
    return compiled.getvalue()


@lru_cache(maxsize=64)
def _translated(catalogue: bytes) -> frozenset[str]:
    """Return the msgids that a catalogue translates, fuzzy ones left out."""
    from babel.messages.pofile import read_po

    messages = read_po(BytesIO(catalogue), domain=DOMAIN)
    return frozenset(str(one.id) for one in messages if one.id and one.string and not one.fuzzy)


if __name__ == "__main__":
    refresh(Path(__file__).parent / "theme" / "locales")

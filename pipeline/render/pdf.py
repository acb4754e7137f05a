"""An edition as a PDF: tagged for PDF/UA-1 and PDF/A-2a, the same bytes whenever it is made again.

The edition's tree goes to Typst as data beside one fixed template, `article.typ`; nothing of an
article is ever evaluated, and the compiler sees no file but the ones given to it here.
"""

import datetime
import json
import re
import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.errors import ImprimaturError, InputError, MachineError
from pipeline.model import Edition, Finding
from pipeline.render.fonts import package_for
from pipeline.render.pdf_data import Brand, Languages, abbreviations, furniture
from pipeline.render.pdf_nodes import WHOLE, Node, text_of, texts
from pipeline.render.pdf_tree import Tree
from pipeline.render.picture import BadPictureError, picture

STANDARDS = ("ua-1", "a-2a")

MAX_PIXELS = 60_000_000
"""A larger image is refused: decoded it would fill a quarter of a gigabyte."""

MAX_BYTES = 30_000_000
"""A larger file is no picture for a page."""

LOGO = "the logo"
"""What findings call the brand's picture, beside the `src` of others."""

_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_COMPILING = threading.Lock()


def render(
    edition: Edition,
    *,
    words: Callable[[str], str],
    brand: Brand,
    fonts: Mapping[str, Sequence[str]] | None = None,
    images: Mapping[str, bytes] | None = None,
    draft: bool,
    logo: bytes = b"",
    address: str = "",
) -> bytes:
    """Return an edition's PDF.

    `words` translates the theme's own words. `fonts` are the settings' families by script. `images`
    holds each image of the body by its `src`. `draft` puts a banner and a watermark on it. `logo` is
    a picture for the first page. `address` is the page's absolute address, if it has one, against
    which relative links are read.

    Raises `MachineError` for a missing font or glyph, `InputError` for an image that cannot be set.
    """
    languages = Languages(edition.locale, edition.source_locale, families(), fonts or {})
    tree = Tree(edition.body, direction=edition.locale.direction, language=languages.key, address=address)
    body = tree.nodes()
    wanted = {**tree.images, **({LOGO: "logo"} if logo else {})}
    pictures, names = _pictures(edition, wanted, {**(images or {}), LOGO: logo})
    data = furniture(edition, languages, words, brand, address="" if draft else address) | {
        **abbreviations(tree.abbreviations, edition.locale, words),
        "body": body,
        "draft": draft,
        "whole-notes": tree.longest_note <= WHOLE,
        "images": {name: names[src] for src, name in wanted.items()},
        "languages": languages.data,
    }
    return _compile(pictures, names, edition, data)


def _pictures(
    edition: Edition, wanted: Mapping[str, str], images: Mapping[str, bytes]
) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return content by file, and file by `src`. Tells all bad pictures together."""
    contents: dict[str, bytes] = {}
    names: dict[str, str] = {}
    findings: list[Finding] = []
    for src, name in wanted.items():
        content = images.get(src)
        try:
            names[src] = f"{name}.{_suffix(content)}"
        except BadPictureError as error:
            findings.append(_bad_picture(edition, src, str(error)))
        else:
            contents[names[src]] = content or b""
    if findings:
        raise InputError(findings)
    return contents, names


def _suffix(content: bytes | None) -> str:
    """Return the suffix of a picture that may be set. Raises `BadPictureError`."""
    if content is None:
        raise BadPictureError("it is missing")
    if len(content) > MAX_BYTES:
        raise BadPictureError(f"it has {len(content) // 1_000_000} MB, more than {MAX_BYTES // 1_000_000}")
    found = picture(content)
    if found.width * found.height > MAX_PIXELS:
        limit = MAX_PIXELS // 1_000_000
        raise BadPictureError(f"it has {found.width} × {found.height} pixels, more than {limit} million")
    return found.format


def _bad_picture(edition: Edition, src: str, reason: str) -> Finding:
    return Finding(
        id="pdf.image",
        reason=f"the image {src} cannot be set: {reason}",
        hint="put a PNG, JPEG, GIF, WebP or SVG picture of a sensible size in its place",
        file=f"source/{edition.article}.md",
    )


@cache
def families() -> frozenset[str]:
    """Return the names of all installed font families."""
    return frozenset(_fonts().families())


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def font_files() -> dict[str, tuple[str, ...]]:
    """Return the files of each family that a PDF may be set in, as `name:size`, whatever their folders.

    Two machines with the same answer set the same text in the same way.
    """
    found: dict[str, set[str]] = {}
    for font in _fonts().fonts():
        path = Path(font.path) if font.path else None
        file = f"{path.name}:{path.stat().st_size}" if path and path.is_file() else "in the compiler"
        found.setdefault(font.family, set()).add(file)
    return {family: tuple(sorted(files)) for family, files in sorted(found.items())}


@cache
def _compiler() -> Any:
    """Return one warm compiler. Its root holds the template and nothing of anybody's."""
    import typst

    folder = str(Path(__file__).parent)
    return typst.Compiler(root=folder, font_paths=_fonts(), package_path=folder, package_cache_path=folder)


@contextmanager
def _folder(pictures: Mapping[str, bytes]) -> Iterator[str]:
    """Give the compiler a root of its own with the pictures, since it takes only texts from memory."""
    with tempfile.TemporaryDirectory(prefix="imprimatur-") as folder:
        for file, content in pictures.items():
            (Path(folder) / file).write_bytes(content)
        yield folder


@cache
def _template() -> bytes:
    return (files("pipeline.render") / "article.typ").read_bytes()


def _compile(
    pictures: Mapping[str, bytes], names: Mapping[str, str], edition: Edition, data: Mapping[str, Any]
) -> bytes:
    """Set the template with data and pictures. Raises `InputError` or `MachineError`, whatever is wrong.

    `names` are the pictures' files by their `src`.
    """
    try:
        return _set(pictures, names, edition, data)
    except MachineError as error:
        # Typst takes a footnote on a page with a repeated table head for a part of that artifact.
        if _LINK_IN_ARTIFACT not in str(error):
            raise
        return _set(pictures, names, edition, {**data, "repeat-heads": False})


_LINK_IN_ARTIFACT = "PDF artifacts may not contain links"


def _set(
    pictures: Mapping[str, bytes], names: Mapping[str, str], edition: Edition, data: Mapping[str, Any]
) -> bytes:
    import typst

    with _folder(pictures) as folder:
        try:
            return typeset(_template(), data, folder=folder, timestamp=_timestamp(edition))
        except typst.TypstError as error:
            broken = {src: why for src, file in names.items() if (why := _broken(file, folder))}
            raise _explained(error, edition, data, broken) from error


def typeset(template: bytes, data: Mapping[str, Any], *, folder: str, timestamp: int) -> bytes:
    """Set a template of ours, which reads `data` from data.json and sees no file outside `folder`.

    `timestamp` is the second (Unix time) at which the PDF says that it was made. Raises
    `typst.TypstError`.
    """
    given = {"main.typ": template, "data.json": json.dumps(data, ensure_ascii=False).encode("utf-8")}
    with _COMPILING:
        made: bytes = _compiler().compile(
            given, format="pdf", root=folder, pdf_standards=list(STANDARDS), timestamp=timestamp
        )
    return made


def _timestamp(edition: Edition) -> int:
    """Return the second that the PDF says it was made: the start of the edition's last day, UTC."""
    day = edition.updated or edition.date or datetime.date(1970, 1, 1)
    start = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return max(0, int(start.timestamp()))


def _broken(file: str, folder: str) -> str:
    """Return why a picture alone cannot be set; empty if it can."""
    import typst

    try:
        with _COMPILING:
            _compiler().compile({"main.typ": f'#image("{file}")'.encode()}, format="pdf", root=folder)
    except typst.TypstError as error:
        return error.message.splitlines()[0]
    return ""


def _explained(
    error: Any, edition: Edition, data: Mapping[str, Any], broken: Mapping[str, str]
) -> ImprimaturError:
    """Say in the user's words what stopped the compiler. `broken` pictures are told by their `src`."""
    if broken:
        return InputError(_bad_picture(edition, src, why) for src, why in broken.items())
    diagnostic = str(getattr(error, "diagnostic", "") or error)
    if unshown := unshowable(error):
        return MachineError(_no_glyph(text, edition, data) for text in unshown)
    reason = str(getattr(error, "message", "") or diagnostic).splitlines()[0]
    finding = Finding(
        id="pdf.compile",
        reason=f"the PDF of {edition.article} in {edition.locale.tag} cannot be set: {reason}",
        hint="; ".join(getattr(error, "hints", ())) or "please report this with the article",
        file=f"source/{edition.article}.md",
    )
    return MachineError(finding)


def unshowable(error: Any) -> tuple[str, ...]:
    """Return the texts for which the compiler found no glyph, each once."""
    diagnostic = str(getattr(error, "diagnostic", "") or error)
    return tuple(_unescaped(text) for text in dict.fromkeys(_NO_GLYPH.findall(diagnostic)))


def _unescaped(text: str) -> str:
    """Read a text as the compiler prints it, with escapes for characters that show nothing."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)


def _no_glyph(text: str, edition: Edition, data: Mapping[str, Any]) -> Finding:
    """Name a character that no installed font has, where it stands, and what to install."""
    import unicodedata

    named = ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, 'without a name')}" for each in text)
    package = package_for(text[0])
    install = f"install the Debian package {package}, or " if package else ""
    needed = f"{edition.locale.tag} needs it in {_place(text, data)}"
    return Finding(
        id="pdf.glyph-missing",
        reason=f"no font has a glyph for “{text}” ({named}); {needed}",
        hint=f"{install}name a font that has it under [fonts] {edition.locale.script} in pipeline.toml",
        file=f"source/{edition.article}.md",
    )


def _place(text: str, data: Mapping[str, Any]) -> str:
    """Say where on the page a text stands first: the field or section, and the words around it."""
    for name, nodes in data["hero"].items():
        if text in (printed := text_of(nodes)):
            return f"the {name}: “{_around(text, printed)}”"
    section = ""
    for node in _flat(data["body"]):
        found = next((part for part in texts([node]) if text in part), None)
        if found is not None:
            where = f"the section “{section}”" if section else "the text before the first heading"
            return f"{where}: “{_around(text, found)}”"
        if isinstance(node, dict) and node["t"] == "heading":
            section = text_of(node["c"])
    return "the page's furniture"


def _flat(nodes: Iterable[Node]) -> Iterable[Node]:
    """Yield the blocks of a page; those that only carry marks or hold headings are opened."""
    for node in nodes:
        if isinstance(node, dict) and node["t"] == "block":
            yield from _flat(node["c"])
        else:
            yield node


def _around(text: str, whole: str) -> str:
    place = whole.index(text)
    before, after = max(0, place - 20), place + len(text) + 20
    return ("…" if before else "") + whole[before:after] + ("…" if after < len(whole) else "")

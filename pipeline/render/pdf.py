"""An edition as a PDF: tagged for PDF/UA-1 and PDF/A-2a, the same bytes whenever it is made again.

The edition's tree goes to Typst as data beside one fixed template, `article.typ`; nothing of an
article is ever evaluated, and the compiler sees no file but the ones given to it here.
"""

import datetime
import json
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.errors import InputError, MachineError
from pipeline.model import Edition, Finding
from pipeline.render.pdf_data import Brand, Languages, abbreviations, disclaimer, furniture
from pipeline.render.pdf_faults import Faults, Place, nowhere
from pipeline.render.pdf_nodes import WHOLE
from pipeline.render.pdf_tree import Tree
from pipeline.render.picture import BadPictureError, fit

STANDARDS = ("ua-1", "a-2a")

MAX_BYTES = 30_000_000
"""A larger file is no picture for a page."""

LOGO = "the logo"
"""What findings call the brand's picture, beside the `src` of others."""

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
    place: Place = nowhere,
) -> bytes:
    """Return an edition's PDF.

    `words` translates the theme's own words. `fonts` are the settings' families by script. `images`
    holds each image of the body by its `src`. `draft` puts a banner and a watermark on it. `logo` is
    a picture for the first page. `address` is the page's absolute address, if it has one, against
    which relative links are read. `place` knows where a text or an image comes from.

    Raises `MachineError` for a missing font or glyph, `InputError` for an image that cannot be set.
    """
    languages = Languages(edition.locale, edition.source_locale, families(), fonts or {})
    tree = Tree(edition.body, direction=edition.locale.direction, language=languages.key, address=address)
    body = [*tree.nodes(), *disclaimer(edition, languages)]
    wanted = {**tree.images, **({LOGO: "logo"} if logo else {})}
    faults = Faults(edition, place)
    pictures, names = _pictures(wanted, {**(images or {}), LOGO: logo}, faults)
    data = furniture(edition, languages, words, brand, address="" if draft else address) | {
        **abbreviations(tree.abbreviations, edition.locale, words),
        "body": body,
        "draft": draft,
        "whole-notes": tree.longest_note <= WHOLE,
        "images": {name: names[src] for src, name in wanted.items()},
        "languages": languages.data,
    }
    return _compile(pictures, names, data, faults)


def _pictures(
    wanted: Mapping[str, str], images: Mapping[str, bytes], faults: Faults
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
            findings.append(faults.picture(src, str(error)))
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
    return fit(content).format


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
    pictures: Mapping[str, bytes], names: Mapping[str, str], data: Mapping[str, Any], faults: Faults
) -> bytes:
    """Set the template with data and pictures. Raises `InputError` or `MachineError`, whatever is wrong.

    `names` are the pictures' files by their `src`.
    """
    try:
        return _set(pictures, names, data, faults)
    except MachineError as error:
        # Typst takes a footnote on a page with a repeated table head for a part of that artifact.
        if _LINK_IN_ARTIFACT not in str(error):
            raise
        return _set(pictures, names, {**data, "repeat-heads": False}, faults)


_LINK_IN_ARTIFACT = "PDF artifacts may not contain links"


def _set(
    pictures: Mapping[str, bytes], names: Mapping[str, str], data: Mapping[str, Any], faults: Faults
) -> bytes:
    import typst

    with _folder(pictures) as folder:
        try:
            return typeset(_template(), data, folder=folder, timestamp=_timestamp(faults.edition))
        except typst.TypstError as error:
            broken = {src: why for src, file in names.items() if (why := _broken(file, folder))}
            raise faults.explained(error, data, broken) from error


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

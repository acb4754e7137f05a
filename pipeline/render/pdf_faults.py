"""What stopped a PDF, in the user's words: what is wrong, where it stands, and what to do."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pipeline.errors import ImprimaturError, InputError, MachineError
from pipeline.model import Edition, Finding
from pipeline.render.fonts import package_for
from pipeline.render.pdf_nodes import Node, text_of, texts

Place = Callable[[str], tuple[str, int | None] | None]
"""Says in which file, and where known in which line, a text stands or an image comes from."""


def nowhere(_: str) -> None:
    """Know no place."""


_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)


class Faults:
    """Explains what goes wrong with one edition."""

    def __init__(self, edition: Edition, place: Place = nowhere) -> None:
        """`place` knows where a text or an image of the edition comes from."""
        self.edition = edition
        self._place = place

    def picture(self, src: str, reason: str) -> Finding:
        """Say that the picture `src` cannot be set."""
        file, line = self._at(src)
        return Finding(
            id="pdf.image",
            reason=f"the image {src} cannot be set: {reason}",
            hint="put a PNG, JPEG, GIF, WebP or SVG picture of a sensible size in its place",
            file=file,
            line=line,
        )

    def explained(self, error: Any, data: Mapping[str, Any], broken: Mapping[str, str]) -> ImprimaturError:
        """Say what stopped the compiler. `broken` are pictures that cannot be set, by their `src`."""
        if broken:
            return InputError(self.picture(src, why) for src, why in broken.items())
        if unshown := unshowable(error):
            return MachineError(self._no_glyph(text, data) for text in unshown)
        edition = self.edition
        reason = str(getattr(error, "message", "") or error).splitlines()[0]
        finding = Finding(
            id="pdf.compile",
            reason=f"the PDF of {edition.article} in {edition.locale.tag} cannot be set: {reason}",
            hint="; ".join(getattr(error, "hints", ())) or "please report this with the article",
            file=f"source/{edition.article}.md",
        )
        return MachineError(finding)

    def _no_glyph(self, text: str, data: Mapping[str, Any]) -> Finding:
        """Name a character that no installed font has, where it stands, and what to install."""
        named = ", ".join(f"U+{ord(each):04X} {unicodedata.name(each, 'without a name')}" for each in text)
        package = package_for(text[0])
        install = f"install the Debian package {package}, or " if package else ""
        locale, section = self.edition.locale, _section(text, data)
        setting = next((name for name in ("name", "footer") if text in data["brand"][name]), "")
        file, line = ("pipeline.toml", None) if setting else self._at(text)
        return Finding(
            id="pdf.glyph-missing",
            reason=f"no font has a glyph for “{text}” ({named}); {locale.tag} needs it in {section}",
            hint=f"{install}name a font that has it under [fonts] {locale.script} in pipeline.toml",
            file=file,
            line=line,
            key=f"brand.{setting}" if setting else "",
        )

    def _at(self, what: str) -> tuple[str, int | None]:
        return self._place(what) or (f"source/{self.edition.article}.md", None)


def unshowable(error: Any) -> tuple[str, ...]:
    """Return the texts for which the compiler found no glyph, each once."""
    diagnostic = str(getattr(error, "diagnostic", "") or error)
    return tuple(_unescaped(text) for text in dict.fromkeys(_NO_GLYPH.findall(diagnostic)))


def _unescaped(text: str) -> str:
    """Read a text as the compiler prints it, with escapes for characters that show nothing."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), text)


def _section(text: str, data: Mapping[str, Any]) -> str:
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

"""The theme's style, script and icon, as files named after their content, and where they stand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from pipeline.errors import InputError
from pipeline.model import Finding
from pipeline.render.colour import legible
from pipeline.render.site import Brand, Theme

LIGHT_PAPERS = ("#ffffff", "#f5f7f7")
"""Page and raised surfaces of the light scheme, as `style.css` has them."""

DARK_PAPERS = ("#14181a", "#1d2326")
"""The same for the dark scheme."""

_RATIO = 5.5
"""More than the 4.5 that WCAG asks for, because links also stand on tinted notes and marked blocks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assets:
    """Addresses of the theme's files below the output's root."""

    style: str
    script: str
    search: str
    """The script of a list of articles that can be searched."""
    team: str
    team_script: str
    """What the pages of a preview load besides."""
    status: str
    """What the preview's pages of figures load besides."""
    icon: str
    files: Mapping[str, bytes]
    """Content by address."""

    def of(self, *, preview: bool, search: bool) -> Mapping[str, bytes]:
        """Return the files that an output needs, by address."""
        spare = {self.search: search, self.team: preview, self.team_script: preview, self.status: preview}
        return {address: data for address, data in self.files.items() if spare.get(address, True)}


@lru_cache(maxsize=8)
def assets(brand: Brand, theme: Theme) -> Assets:
    """Return the files that pages of this brand and theme load.

    They are named by a hash of their content, so that a browser may keep them for ever. Raises
    `ValueError` where the brand's colour is none.
    """
    contents = {
        "style.css": (_slim("style.css", theme) + _brand_style(brand)).encode("utf-8"),
        "script.js": _slim("script.js", theme).encode("utf-8"),
        **{
            name: _slim(name, theme).encode("utf-8")
            for name in ("search.js", "team.css", "team.js", "status.css")
        },
        "icon.svg": theme_file("icon.svg", theme).replace("#0f5f6e", brand.colour).encode("utf-8"),
    }
    named = {name: _address(name, content) for name, content in contents.items()}
    return Assets(
        style=named["style.css"],
        script=named["script.js"],
        search=named["search.js"],
        team=named["team.css"],
        team_script=named["team.js"],
        status=named["status.css"],
        icon=named["icon.svg"],
        files={named[name]: content for name, content in contents.items()},
    )


def theme_file(name: str, theme: Theme) -> str:
    """Return a theme file's text: the content folder's own where it has one, the shipped otherwise."""
    own = dict(theme.files).get(name)
    content = own if own is not None else (files("pipeline.render") / "theme" / name).read_bytes()
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        finding = Finding(
            id="theme.encoding", reason="not UTF-8", hint=str(error), file=f"source/_theme/{name}"
        )
        raise InputError(finding) from None


_CSS_BLANKS = re.compile(r"(\"[^\"]*\")|/\*.*?\*/\s*|\s*([{};,])\s*|(:) |\s+", re.DOTALL)
"""What may be shortened between two words of CSS; strings are found too, so that they are left alone."""


def _slim(name: str, theme: Theme) -> str:
    """Return a style or script without comments and indentation, which no reader's line should carry.

    Only the shipped ones, whose form is known: what a content folder brings is left as it is.
    """
    text = theme_file(name, theme)
    if name in dict(theme.files):
        return text
    if name.endswith(".js"):
        lines = (line.strip() for line in text.splitlines())
        return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
    return _CSS_BLANKS.sub(_shortened, text)


def _shortened(found: re.Match[str]) -> str:
    kept = found[1] or found[2] or found[3]
    return kept or ("" if found[0].startswith("/*") else " ")


def _address(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{sha256(content).hexdigest()[:10]}.{suffix}"


def _brand_style(brand: Brand) -> str:
    """Set the brand's colour, made legible on each scheme's papers, and its own faces."""
    light = legible(brand.colour, *LIGHT_PAPERS, ratio=_RATIO)
    dark = legible(brand.colour, *DARK_PAPERS, ratio=_RATIO)
    faces = "".join(
        f'[lang|="{tag}"]{{--own:{",".join(map(_quoted, families))}}}\n' for tag, families in brand.faces
    )
    return (
        f":root{{--accent:{light}}}\n@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n{faces}"
    )


def _quoted(family: str) -> str:
    """Write a family's name as a string of CSS (CSS Syntax 3, 4.3.5: backslashes and quotes escaped)."""
    return '"' + re.sub(r'[\\"\x00-\x1f<]', lambda sign: f"\\{ord(sign[0]):x} ", family) + '"'

"""The theme's style, script and icon, as files named after their content, and where they stand."""

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
    icon: str
    files: Mapping[str, bytes]
    """Content by address."""


@lru_cache(maxsize=8)
def assets(brand: Brand, theme: Theme) -> Assets:
    """Return the files that pages of this brand and theme load.

    They are named by a hash of their content, so that a browser may keep them for ever. Raises
    `ValueError` where the brand's colour is none.
    """
    contents = {
        "style.css": (theme_file("style.css", theme) + _brand_style(brand)).encode("utf-8"),
        "script.js": theme_file("script.js", theme).encode("utf-8"),
        "icon.svg": theme_file("icon.svg", theme).replace("#0f5f6e", brand.colour).encode("utf-8"),
    }
    named = {name: _address(name, content) for name, content in contents.items()}
    return Assets(
        style=named["style.css"],
        script=named["script.js"],
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


def _address(name: str, content: bytes) -> str:
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{sha256(content).hexdigest()[:10]}.{suffix}"


def _brand_style(brand: Brand) -> str:
    """Set the brand's colour, made legible on each scheme's papers."""
    light = legible(brand.colour, *LIGHT_PAPERS, ratio=_RATIO)
    dark = legible(brand.colour, *DARK_PAPERS, ratio=_RATIO)
    return f":root{{--accent:{light}}}\n@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}\n"

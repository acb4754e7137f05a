"""Which font families set which script in a PDF, and what to install where one is missing."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import MachineError
from pipeline.model import Finding, Locale

Stack = tuple[str | Mapping[str, str], ...]
"""Families in order; a mapping restricts one to some characters, as Typst's `text.font` takes it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Typeface:
    """The families for one script, from Debian unless the settings say otherwise."""

    text: tuple[str, ...]
    """For running text, the first that is installed."""
    display: tuple[str, ...]
    """For headings and furniture, the first that is installed."""
    package: str
    """The Debian package that has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fonts:
    """The stacks for one language, complete: every installed script stands behind its own."""

    text: Stack
    display: Stack
    code: Stack


def _noto(name: str) -> Typeface:
    return Typeface(text=(f"Noto Serif{name}",), display=(f"Noto Sans{name}",), package="fonts-noto-core")


def _cjk(region: str) -> Typeface:
    return Typeface(
        text=(f"Noto Serif CJK {region}",), display=(f"Noto Sans CJK {region}",), package="fonts-noto-cjk"
    )


TYPEFACES: Mapping[str, Typeface] = {
    "Latn": _noto(""),
    "Cyrl": _noto(""),
    "Grek": _noto(""),
    # Of Debian's Arabic fonts text copies best out of this one: the Kufi and Sans faces turn lam-alef round.
    "Arab": Typeface(text=("Noto Naskh Arabic",), display=("Noto Naskh Arabic",), package="fonts-noto-core"),
    "Hebr": _noto(" Hebrew"),
    "Deva": _noto(" Devanagari"),
    "Thai": _noto(" Thai"),
    "Hans": _cjk("SC"),
    "Hant": _cjk("TC"),
    "Jpan": _cjk("JP"),
    "Kore": _cjk("KR"),
    "Armn": _noto(" Armenian"),
    "Beng": _noto(" Bengali"),
    "Ethi": _noto(" Ethiopic"),
    "Geor": _noto(" Georgian"),
    "Gujr": _noto(" Gujarati"),
    "Guru": _noto(" Gurmukhi"),
    "Khmr": _noto(" Khmer"),
    "Knda": _noto(" Kannada"),
    "Laoo": _noto(" Lao"),
    "Mlym": _noto(" Malayalam"),
    "Mymr": _noto(" Myanmar"),
    "Sinh": _noto(" Sinhala"),
    "Taml": _noto(" Tamil"),
    "Telu": _noto(" Telugu"),
}
"""By ISO 15924 code. The order is that of the families behind a language's own."""

_SYMBOLS = ("Noto Sans Math", "Noto Sans Symbols", "Noto Sans Symbols2", "Noto Emoji", "Noto Color Emoji")
_CODE = "DejaVu Sans Mono"
"""Comes with the compiler, so that code looks the same on every machine."""

_LATIN = r"[!-~\u{a0}-\u{24f}\u{200b}-\u{22ff}&&[^\u{ab}\u{bb}]]"
"""Latin letters, European digits and the signs around them, but for guillemets."""

_UNSEEN = r"[\u{ad}\u{200b}-\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}]"
"""Characters that only steer others. Without a font of their own every installed one is read for them."""

_CJK = ("Hans", "Hant", "Jpan", "Kore")


def fonts_for(locale: Locale, installed: Collection[str], chosen: Mapping[str, Sequence[str]]) -> Fonts:
    """Choose the families for a language. `chosen` are the settings' families, by script.

    Raises `MachineError` where no family for the locale's script, or none for Latin, is installed.
    """
    findings: list[Finding] = []
    own: dict[str, tuple[str, str]] = {}
    for script in dict.fromkeys((locale.script, "Latn")):
        names = chosen.get(script, ())
        face = TYPEFACES.get(script)
        text = _first((*names, *(face.text if face and not names else ())), installed)
        display = _first((*names, *(face.display if face and not names else ())), installed)
        if text is None or display is None:
            findings.append(_missing(locale, script, names, face))
        else:
            own[script] = (text, display)
    if findings:
        raise MachineError(findings)
    texts, displays = zip(*own.values(), strict=True)
    shown = _stack(locale.script, list(displays), installed, display=True)
    return Fonts(
        text=_stack(locale.script, list(texts), installed, display=False),
        display=shown,
        code=(_CODE, *shown),
    )


def families() -> frozenset[str]:
    """Return every family that a stack can name without the settings."""
    faces = TYPEFACES.values()
    return frozenset((*_SYMBOLS, _CODE, *(name for face in faces for name in (*face.text, *face.display))))


def _first(names: Sequence[str], installed: Collection[str]) -> str | None:
    return next((name for name in names if name in installed), None)


def _stack(script: str, own: list[str], installed: Collection[str], *, display: bool) -> Stack:
    """Put a language's families first, then symbols, then every other script's."""
    others = [
        family
        for face in TYPEFACES.values()
        for family in (face.display if display else face.text)
        if family in installed
    ]
    symbols = [family for family in _SYMBOLS if family in installed]
    families: list[str | Mapping[str, str]] = list(dict.fromkeys((*own, *symbols, *others)))
    latin = own[-1]
    if script in _CJK:
        # Latin words keep the Latin face, while quotes and dashes stay full width.
        families[:0] = [{"name": latin, "covers": "latin-in-cjk"}, {"name": latin, "regex": _UNSEEN}]
    elif script == "Arab":
        # One face for a whole number or Latin word; some signs of it are in the Arabic font, some not.
        families.insert(0, {"name": latin, "regex": _LATIN})
    elif script != "Latn":
        families.insert(0, {"name": latin, "regex": _UNSEEN})
    return tuple(families)


def _missing(locale: Locale, script: str, names: Sequence[str], face: Typeface | None) -> Finding:
    wanted = ", ".join(names or (face.text if face else ()))
    setting = f"[fonts] {script} in pipeline.toml"
    if names:
        hint = f"install one of them, or correct {setting}"
    elif face:
        hint = f"install the Debian package {face.package}, or name another font under {setting}"
    else:
        hint = f"name an installed font for it under {setting}"
    return Finding(
        id="pdf.font-missing",
        reason=f"no font for the script {script} of the locale {locale.tag} is installed"
        + (f" (looked for {wanted})" if wanted else ""),
        hint=hint,
        file="pipeline.toml",
        key=f"fonts.{script}",
    )


def package_for(character: str) -> str:
    """Name the Debian package that most likely has a glyph for `character`."""
    name = unicodedata.name(character, "")
    if name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC")):
        return "fonts-noto-cjk"
    if unicodedata.category(character) == "So" and ord(character) > 0x1F000:
        return "fonts-noto-color-emoji"
    if unicodedata.category(character) in ("Co", "Cn"):
        return ""
    return "fonts-noto-core or fonts-noto-extra"

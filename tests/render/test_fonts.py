"""Each script has its families; what is missing is named, never replaced in silence."""

import pytest

from pipeline import locales
from pipeline.errors import MachineError
from pipeline.model import LocaleTag
from pipeline.render.fonts import TYPEFACES, fonts_for, package_for

INSTALLED = frozenset(family for face in TYPEFACES.values() for family in (*face.text, *face.display))


def families(tag: str, **chosen: list[str]) -> list[str]:
    """Return the names of the text stack of a locale, in order."""
    locale = locales.locale(LocaleTag(tag))
    fonts = fonts_for(locale, INSTALLED | {"Own Font"}, chosen)
    return [family if isinstance(family, str) else family["name"] for family in fonts.text]


@pytest.mark.parametrize(
    ("tag", "family"),
    [
        ("en", "Noto Serif"),
        ("ar", "Noto Naskh Arabic"),
        ("zh_Hans", "Noto Serif CJK SC"),
        ("zh_TW", "Noto Serif CJK TC"),
        ("ja", "Noto Serif CJK JP"),
        ("ko", "Noto Serif CJK KR"),
        ("he", "Noto Serif Hebrew"),
        ("hi", "Noto Serif Devanagari"),
        ("th", "Noto Serif Thai"),
        ("ru", "Noto Serif"),
    ],
)
def test_the_own_script_comes_before_every_other(tag: str, family: str) -> None:
    found = families(tag)
    others = {name for name in INSTALLED if name not in ("Noto Serif", "Noto Sans", family)}
    assert found.index(family) < min(found.index(name) for name in others if name in found)


@pytest.mark.parametrize("tag", ["en", "ar", "ja"])
def test_every_installed_script_can_be_quoted(tag: str) -> None:
    assert {name for face in TYPEFACES.values() for name in face.text} <= set(families(tag))


def test_settings_come_first() -> None:
    assert families("de", Latn=["Own Font"])[0] == "Own Font"
    assert "Own Font" in families("ja", Latn=["Own Font"])


@pytest.mark.parametrize(
    ("tag", "chosen", "hint"),
    [
        ("ja", {}, "fonts-noto-cjk"),
        ("de", {}, "fonts-noto-core"),
        ("ja", {"Jpan": ["Absent"], "Latn": ["Own Font"]}, "correct [fonts] Jpan"),
        ("iu", {"Latn": ["Own Font"]}, "name an installed font for it under [fonts] Cans"),
    ],
)
def test_a_missing_font_is_an_error_with_what_to_do(
    tag: str, chosen: dict[str, list[str]], hint: str
) -> None:
    with pytest.raises(MachineError) as caught:
        fonts_for(locales.locale(LocaleTag(tag)), {"Own Font"}, chosen)
    assert any(hint in finding.hint for finding in caught.value.findings)


@pytest.mark.parametrize(
    ("character", "package"),
    [("漢", "fonts-noto-cjk"), ("😀", "color-emoji"), ("ᐃ", "noto-core"), ("\ue000", "")],
)
def test_the_package_for_a_glyph(character: str, package: str) -> None:
    assert package in package_for(character)

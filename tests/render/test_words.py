"""The theme speaks every shipped language in full, and says only what its catalogues say."""

from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.model import LocaleTag
from pipeline.render.words import missing, msgids, shipped_locales, template_text, words

SHIPPED = ["ar", "de", "es", "fr", "he", "hi", "it", "ja", "ko", "pt_BR", "th", "zh_Hans"]


def po(tag: str, **translations: str) -> bytes:
    """Write a small catalogue of the theme's words."""
    entries = "".join(f'\nmsgid "{msgid}"\nmsgstr "{msgstr}"\n' for msgid, msgstr in translations.items())
    header = f'msgid ""\nmsgstr "Language: {tag}\\nContent-Type: text/plain; charset=utf-8\\n"\n'
    return (header + entries).encode("utf-8")


def test_the_shipped_locales_are_these() -> None:
    assert list(shipped_locales()) == SHIPPED


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_word_is_translated(tag: str) -> None:
    assert missing(LocaleTag(tag)) == ()


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_placeholder_survives_translation(tag: str) -> None:
    spoken = words(LocaleTag(tag))
    for msgid in msgids():
        for name in ("{n}", "{m}", "{role}", "{date}"):
            assert (name in msgid) == (name in spoken.gettext(msgid)), msgid


def test_the_template_in_git_is_current() -> None:
    kept = (files("pipeline.render") / "theme" / "locales" / "theme.pot").read_text(encoding="utf-8")
    assert kept == template_text(), "run python -m pipeline.render.words"


def test_english_needs_no_catalogue() -> None:
    assert words(LocaleTag("en")).gettext("Contents") == "Contents"
    assert missing(LocaleTag("en_GB")) == ()


def test_a_region_falls_back_to_its_language() -> None:
    assert words(LocaleTag("es_MX")).gettext("Contents") == words(LocaleTag("es")).gettext("Contents")


def test_a_content_folder_may_change_a_word_or_add_a_language() -> None:
    own = words(LocaleTag("es"), po("es", Contents="Índice"))
    assert own.gettext("Contents") == "Índice"
    assert own.gettext("Download PDF") == "Descargar PDF"
    swedish = po("sv", Contents="Innehåll")
    assert words(LocaleTag("sv"), swedish).gettext("Contents") == "Innehåll"
    assert "Contents" not in missing(LocaleTag("sv"), swedish)
    assert "Download PDF" in missing(LocaleTag("sv"), swedish)


def test_a_fuzzy_word_does_not_count() -> None:
    fuzzy = po("sv", Contents="Innehåll").replace(b'\nmsgid "Contents"', b'\n#, fuzzy\nmsgid "Contents"')
    assert words(LocaleTag("sv"), fuzzy).gettext("Contents") == "Contents"
    assert "Contents" in missing(LocaleTag("sv"), fuzzy)


def test_values_go_into_their_places() -> None:
    assert words(LocaleTag("es")).format("Page {n} of {m}", n=2, m=9) == "Página 2 de 9"
    assert words(LocaleTag("ko")).format("Page {n} of {m}", n=2, m=9) == "9쪽 중 2쪽"


def test_a_translation_cannot_reach_into_a_value() -> None:
    hostile = words(LocaleTag("sv"), po("sv", Contents="{n.__class__} {n!r} {0} {}"))
    assert hostile.format("Contents", n=1) == "{n.__class__} {n!r} {0} {}"


@given(st.text())
def test_any_text_passes_untranslated(text: str) -> None:
    assert words(LocaleTag("es")).gettext(f"¤{text}") == f"¤{text}"


@pytest.mark.parametrize("broken", [b"<<<<<<< HEAD\n", b'msgid "Contents"\nmsgstr "\xff"\n'])
def test_a_catalogue_that_cannot_be_read_is_told(broken: bytes) -> None:
    with pytest.raises(InputError, match="not a readable catalogue"):
        words(LocaleTag("sv"), po("sv", Notes="Noter") + broken)


def test_pseudo_locales_disguise_the_words_and_keep_the_places() -> None:
    for tag in ("en_XA", "ar_XB"):
        spoken = words(LocaleTag(tag))
        assert spoken.gettext("Contents") != "Contents"
        assert "{" not in spoken.format("Page {n} of {m}", n=2, m=9)
        assert "2" in spoken.format("Page {n} of {m}", n=2, m=9)

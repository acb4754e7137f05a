"""Spelling in a content folder: told in the check and on the review page, for information only."""

import shutil
from pathlib import Path

import pytest

from pipeline.workflow.desk import read_desk
from tests.workflow.folder import ES, SETTINGS, TEA, Folder

pytestmark = pytest.mark.skipif(
    shutil.which("hunspell") is None, reason="the program hunspell is not installed"
)
WORDS = "el té es una bebida verde cómo prepararlo preparación hierva agua vea todo sobre espere un momento"
OTHER = "moja"
ENGLISH = "green tea how to make it is a drink making boil the water see all about wait moment wet"


@pytest.fixture
def spelled(extracted: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder whose dictionaries know every word of it."""
    for name, text in (("es_ES", f"{WORDS} {OTHER}"), ("en_US", ENGLISH)):
        words = text.split()
        (tmp_path / f"{name}.aff").write_text("SET UTF-8\n", "utf-8")
        (tmp_path / f"{name}.dic").write_text("\n".join([str(len(words)), *words]) + "\n", "utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))
    return extracted


def unknown(folder: Folder) -> list[str]:
    output = folder.run("check", "es", "--only", "spelling", "--format", "github").output
    return [line.partition("“")[2].partition("”")[0] for line in output.splitlines() if "spelling" in line]


def test_a_misspelt_word_is_told_once_and_opens_or_closes_nothing(spelled: Folder) -> None:
    assert unknown(spelled) == []
    spelled.translate({"Tea is a drink.": "El té es una bevida.", "Wait a moment.": "Espere, bevida."})
    assert unknown(spelled) == ["bevida"]
    result = spelled.run("check", "es", "--only", "spelling")
    assert "info: “bevida” is not in the dictionary [spelling.unknown " in result.output
    assert f"{spelled.po()}:" in result.output


def test_the_review_page_shows_it(spelled: Folder) -> None:
    spelled.translate({"Tea is a drink.": "El té es una bevida."})
    desk = read_desk(spelled.project, ES, TEA)
    (item,) = [item for item in desk.items if item.findings]
    assert [finding.reason for finding in item.findings] == ["“bevida” is not in the dictionary"]
    assert item.clean


def test_the_projects_words_and_the_glossarys_are_known(spelled: Folder) -> None:
    spelled.translate({"Tea is a drink.": "El té es una bevida, infusiones."})
    spelled.write("locales/words/es.txt", "# Ours.\n\nbevida  # an old form\n")
    assert unknown(spelled) == ["infusiones"]
    spelled.write("locales/glossary.csv", "term,es\ninfusion,infusión\n")
    assert unknown(spelled) == []


def test_a_misspelt_word_of_the_source_is_told_once_for_all_its_locales(spelled: Folder) -> None:
    spelled.replace("pipeline.toml", '"es"', '"es", "fr", "de"')
    spelled.replace("source/tea.md", "Boil the water.", "Biol the water, biol infusions.")
    spelled.run("extract")
    output = spelled.run("check").output
    assert output.count("info: “Biol” is not in the dictionary [source.spelling ") == 1
    assert output.count("[source.spelling ") == 2
    assert "source/tea.md:12: info:" in output
    spelled.write("locales/words/en.txt", "biol\n")
    spelled.write("locales/glossary.csv", "term,es\ninfusion,infusión\n")
    assert "source.spelling" not in spelled.run("check").output
    assert "source.spelling" not in spelled.run("check", "es").output


def test_the_settings_can_turn_it_off(spelled: Folder) -> None:
    spelled.translate({"Tea is a drink.": "El té es una bevida."})
    spelled.replace("source/water.md", "wet", "wett")
    spelled.run("extract")
    assert "source.spelling" in spelled.run("check").output
    spelled.write("pipeline.toml", SETTINGS + "\n[checks]\nspelling = false\n")
    assert unknown(spelled) == []
    assert "source.spelling" not in spelled.run("check").output


def test_a_word_list_that_is_no_text_is_told(spelled: Folder) -> None:
    spelled.write("locales/words/es.txt", b"\xff\xfe")
    assert "locales/words/es.txt" in spelled.run("check", "es", code=2).output


def test_a_locale_without_a_dictionary_is_named(spelled: Folder) -> None:
    assert "spelling was not checked" not in spelled.run("check").output
    spelled.replace("pipeline.toml", '"es"', '"es", "fr", "ja"')
    assert "spelling was not checked in fr:" in spelled.run("check").output
    assert "spelling was not checked" not in spelled.run("check", "--format", "json").output

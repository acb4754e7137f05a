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


@pytest.fixture
def spelled(extracted: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A folder whose Spanish dictionary knows every word of it."""
    words = f"{WORDS} {OTHER}".split()
    (tmp_path / "es_ES.aff").write_text("SET UTF-8\n", "utf-8")
    (tmp_path / "es_ES.dic").write_text("\n".join([str(len(words)), *words]) + "\n", "utf-8")
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


def test_the_settings_can_turn_it_off(spelled: Folder) -> None:
    spelled.translate({"Tea is a drink.": "El té es una bevida."})
    spelled.write("pipeline.toml", SETTINGS + "\n[checks]\nspelling = false\n")
    assert unknown(spelled) == []


def test_a_word_list_that_is_no_text_is_told(spelled: Folder) -> None:
    spelled.write("locales/words/es.txt", b"\xff\xfe")
    assert "locales/words/es.txt" in spelled.run("check", "es", code=2).output


def test_a_locale_without_a_dictionary_is_named(spelled: Folder) -> None:
    assert "spelling was not checked" not in spelled.run("check").output
    spelled.replace("pipeline.toml", '"es"', '"es", "fr", "ja"')
    assert "spelling was not checked in fr:" in spelled.run("check").output
    assert "spelling was not checked" not in spelled.run("check", "--format", "json").output

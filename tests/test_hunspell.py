"""Hunspell by its pipe: the real program with a small dictionary of our own, and what Debian installs."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import hunspell
from pipeline.model import LocaleTag

FOLDERS = hunspell.FOLDERS
ES, FR = LocaleTag("es"), LocaleTag("fr")

installed = pytest.mark.skipif(
    shutil.which("hunspell") is None, reason="the program hunspell is not installed"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dictionary of four words for Spanish, and none for any other language."""
    made = tmp_path_factory.mktemp("dictionaries")
    (made / "es_ES.aff").write_text("SET UTF-8\n", "utf-8")
    (made / "es_ES.dic").write_text("4\nsesión\noxígeno\nauto\ninmune\n", "utf-8")
    return made


@pytest.fixture
def speller(folder: Path, monkeypatch: pytest.MonkeyPatch) -> hunspell.Speller:
    monkeypatch.setenv("DICPATH", str(folder))
    found = hunspell.speller(ES)
    assert found is not None
    return found


@installed
def test_it_tells_the_words_that_the_dictionary_lacks(speller: hunspell.Speller) -> None:
    assert speller.dictionary.name == "es_ES"
    assert speller.unknown(["sesión", "oxígeno", "sesion", "xyz"]) == {"sesion", "xyz"}
    assert speller.unknown([]) == frozenset()


@installed
def test_a_compound_and_a_decomposed_word_are_known_by_their_parts(speller: hunspell.Speller) -> None:
    assert speller.unknown(["auto-inmune", "sesio\u0301n"]) == frozenset()
    assert speller.unknown(["auto-imune"]) == {"auto-imune"}


@installed
@pytest.mark.parametrize(
    "text", ["-h", "--help", "!", "@sesión", "^", "*xyz", "# x", "-d fr", "\\", "$(id)", "%f"]
)
def test_what_is_asked_is_never_an_option_or_a_command(speller: hunspell.Speller, text: str) -> None:
    assert "xyz" in speller.unknown([text, "xyz"])


@installed
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1), max_size=20))
def test_any_text_at_all_gets_an_answer_of_its_own_words(speller: hunspell.Speller, words: list[str]) -> None:
    assert speller.unknown(words) <= set(words)
    assert "sesión" not in speller.unknown([*words, "sesión"])


def test_without_the_program_or_a_dictionary_there_is_no_speller(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(folder))
    assert hunspell.speller(FR) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hunspell.speller(ES) is None


def test_a_program_that_fails_knows_nothing_against_any_word(tmp_path: Path, folder: Path) -> None:
    broken = tmp_path / "hunspell"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    speller = hunspell.Speller(program=str(broken), dictionary=folder / "es_ES")
    assert speller.unknown(["xyz"]) == frozenset()
    assert hunspell.Speller(program="/nowhere", dictionary=folder).unknown(["xyz"]) == frozenset()


@installed
@pytest.mark.parametrize(
    ("tag", "right", "wrong"),
    [
        ("es", "oxígeno", "oxigenno"),
        ("fr", "l’oxygène", "oxigène"),
        ("it", "dell’ossigeno", "osigeno"),
        ("pt_BR", "oxigênio", "oxigenioo"),
        ("de", "Sauerstoff", "Sauerstof"),
        ("ar", "الأكسجين", "الأككسجين"),
    ],
)
def test_debians_dictionaries_know_their_language(
    tag: str, right: str, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hunspell, "FOLDERS", FOLDERS)
    speller = hunspell.speller(LocaleTag(tag))
    if speller is None:
        pytest.skip(f"no Hunspell dictionary for {tag} is installed")
    unknown = speller.unknown([*right.split("’"), wrong])
    assert wrong in unknown
    assert right.split("’")[-1] not in unknown

"""Extract: catalogues follow the articles, lose nothing, and stay as they are when nothing changed."""

import subprocess
from shutil import which

import pytest

from tests.workflow.folder import ARTICLES, ES, TEA, WATER, Folder

needs_gettext = pytest.mark.skipif(which("msgmerge") is None, reason="gettext is not installed")


def test_every_article_gets_a_template_and_a_catalogue_for_each_locale(folder: Folder) -> None:
    said = folder.run("extract").stdout
    assert set(folder.tree("locales")) == {
        "locales/templates/tea.pot",
        "locales/templates/water.pot",
        "locales/es/LC_MESSAGES/tea.po",
        "locales/es/LC_MESSAGES/water.po",
    }
    assert "10 messages; 4 files changed" in said


def test_extracting_twice_is_extracting_once(extracted: Folder) -> None:
    extracted.run("extract")
    before = extracted.stamps()
    assert extracted.run("extract").stdout == "10 messages; no change\n"
    assert extracted.stamps() == before


@needs_gettext
@pytest.mark.parametrize(
    "command",
    [
        ["msgcat", "--width=40"],
        ["msgcat", "--sort-output"],
        ["msgmerge", "--width=50", "--no-fuzzy-matching", "PO", "POT"],
    ],
    ids=["narrow", "sorted", "msgmerge"],
)
def test_a_catalogue_that_gettext_wrapped_differently_is_left_alone(
    extracted: Folder, command: list[str]
) -> None:
    names = {"PO": extracted.po(), "POT": "locales/templates/tea.pot"}
    command = [names.get(word, word) for word in command]
    if "msgmerge" not in command:
        command.append(extracted.po())
    wrapped = subprocess.run(command, cwd=extracted.root, capture_output=True, check=True).stdout
    assert wrapped != extracted.path(extracted.po()).read_bytes()
    extracted.write(extracted.po(), wrapped)
    before = extracted.stamps()
    extracted.run("extract")
    assert extracted.stamps() == before


@pytest.mark.parametrize("change", ["crlf", "bom"])
def test_other_systems_line_ends_and_marks_are_no_change(extracted: Folder, change: str) -> None:
    data = extracted.path(extracted.po()).read_bytes()
    data = data.replace(b"\n", b"\r\n") if change == "crlf" else b"\xef\xbb\xbf" + data
    extracted.write(extracted.po(), data)
    before = extracted.stamps()
    extracted.run("extract")
    assert extracted.stamps() == before


def test_a_paragraph_that_moved_within_its_article_keeps_its_translation(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.\n\n", "")
    extracted.replace("source/tea.md", "- Wait a moment.\n", "- Wait a moment.\n\nTea is a drink.\n")
    extracted.run("extract")
    entry = extracted.entry("Tea is a drink.")
    assert (entry.msgstr, entry.fuzzy) == ("El té es una bebida.", False)


def test_a_paragraph_that_moved_into_another_article_takes_its_translation_along(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.\n\n", "")
    extracted.write("source/water.md", ARTICLES[WATER] + "\nTea is a drink.\n")
    extracted.run("extract")
    assert extracted.entry("Tea is a drink.", WATER).msgstr == "El té es una bebida."
    assert extracted.entry("Tea is a drink.", TEA).obsolete


def test_paragraphs_of_an_article_that_was_renamed_keep_their_translations(extracted: Folder) -> None:
    extracted.path("source/water.md").rename(extracted.path("source/all-about-water.md"))
    extracted.replace("source/tea.md", "water.md", "all-about-water.md")
    extracted.run("extract")
    assert 'msgstr "El agua moja."' in extracted.read(extracted.po("all-about-water"))


def test_a_changed_paragraph_keeps_its_translation_as_stale_and_says_what_changed(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is not a drink.")
    extracted.run("extract")
    entry = extracted.entry("Tea is not a drink.")
    assert (entry.msgstr, entry.fuzzy) == ("El té es una bebida.", True)
    assert entry.previous_msgid == "Tea is a drink."
    assert any(line.startswith("imprimatur: source changed") for line in entry.translator_comments)


def test_a_paragraph_that_vanished_and_returned_is_as_if_it_had_stayed(extracted: Folder) -> None:
    extracted.run("extract")
    before = extracted.read(extracted.po())
    whole = extracted.read("source/tea.md")
    extracted.replace("source/tea.md", "- Wait a moment.\n", "")
    extracted.run("extract")
    assert extracted.entry("Wait a moment.").obsolete
    extracted.write("source/tea.md", whole)
    extracted.run("extract")
    assert extracted.read(extracted.po()) == before


def test_what_translators_wrote_beside_their_translations_survives(extracted: Folder) -> None:
    name = extracted.po()
    extracted.replace(name, 'msgid "Wait a moment."', '# the second\n# the first\nmsgid "Wait a moment."')
    extracted.replace(name, '"Content-Type', '"X-Poedit-Basepath: ..\\n"\n"Content-Type')
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    extracted.run("extract")
    assert extracted.entry("Wait a moment.").translator_comments[:2] == ("the second", "the first")
    assert '"X-Poedit-Basepath: ..\\n"' in extracted.read(name)


def test_an_article_for_some_locales_only_gets_no_other_catalogues(folder: Folder) -> None:
    folder.replace("pipeline.toml", '["es"]', '["es", "de"]')
    folder.replace("source/water.md", "title: Water", "title: Water\nlocales: [de]")
    folder.run("extract")
    assert not folder.path(folder.po(WATER, ES)).exists()
    assert folder.path(folder.po(WATER, "de")).exists()


def test_an_entry_that_is_not_in_the_template_becomes_obsolete_and_stays(extracted: Folder) -> None:
    text = extracted.read(extracted.po()) + '\nmsgid "Mine alone."\nmsgstr "Solo mío."\n'
    extracted.write(extracted.po(), text)
    extracted.run("extract")
    assert extracted.entry("Mine alone.").obsolete
    assert extracted.entry("Mine alone.").msgstr == "Solo mío."

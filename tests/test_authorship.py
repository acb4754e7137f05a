"""Who wrote a catalogue's texts, according to git and its header."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.authorship import witnesses
from pipeline.model import Catalogue, Entry, LocaleTag
from tests.test_feeds import git

PO = """\
msgid ""
msgstr ""
"Language: es\\n"

msgid "Oxygen"
msgstr "Oxígeno"

msgid "Do not exceed 2.4 bar."
msgstr ""
"No supere "
"2,4 bar."

msgid "Empty"
msgstr ""
"""


def ask(root: Path, text: str, last_translator: str = "") -> Mapping[str, tuple[str, ...]]:
    """Ask about the texts of `PO` or a changed version of it."""
    path = root / "es.po"
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")
    msgids = {"Oxygen": "Oxígeno", "Do not exceed 2.4 bar.": "No supere 2,4 bar.", "Empty": ""}
    entries = tuple(
        Entry(msgid=msgid, msgstr=msgstr, line=lines.index(f'msgid "{msgid}"') + 1)
        for msgid, msgstr in msgids.items()
    )
    header = (("Last-Translator", last_translator),)
    catalogue = Catalogue(locale=LocaleTag("es"), header=header, entries=entries)
    return {key[1]: names for key, names in witnesses(root, path, text.encode(), catalogue).items()}


def test_outside_a_repository_the_header_is_the_only_witness(tmp_path: Path) -> None:
    told = ask(tmp_path, PO, "Translator <translator@example.org>")
    assert told == {
        "Oxygen": ("Translator <translator@example.org>",),
        "Do not exceed 2.4 bar.": ("Translator <translator@example.org>",),
    }


@pytest.mark.parametrize("placeholder", ["", "FULL NAME <EMAIL@ADDRESS>"])
def test_a_placeholder_is_nobody(tmp_path: Path, placeholder: str) -> None:
    assert set(ask(tmp_path, PO, placeholder).values()) == {()}


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
class TestGit:
    @pytest.fixture
    def repository(self, tmp_path: Path) -> Path:
        git(tmp_path, "init", "--quiet")
        (tmp_path / "es.po").write_text(PO, encoding="utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", "translate", "--author=T <t@example.org>")
        return tmp_path

    def test_each_line_has_its_author(self, repository: Path) -> None:
        changed = PO.replace('"2,4 bar."', '"2,4 bares."')
        (repository / "es.po").write_text(changed, encoding="utf-8")
        git(repository, "commit", "--all", "--quiet", "--message", "edit", "--author=L <l@example.org>")
        told = ask(repository, changed)
        assert told["Oxygen"] == ("T <t@example.org>",)
        assert told["Do not exceed 2.4 bar."] == ("T <t@example.org>", "L <l@example.org>")

    def test_both_witnesses_are_heard(self, repository: Path) -> None:
        assert ask(repository, PO, "L <l@example.org>")["Oxygen"] == (
            "T <t@example.org>",
            "L <l@example.org>",
        )

    def test_a_line_that_is_not_committed_has_no_author_yet(self, repository: Path) -> None:
        assert ask(repository, PO.replace("Oxígeno", "El oxígeno"))["Oxygen"] == ()

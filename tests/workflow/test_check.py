"""The command `check` on a content folder: its forms, its summary, its exit codes."""

import json

import pytest

from pipeline.cli import console
from tests.workflow.folder import TEA, Folder


class TestCommand:
    """`pipeline check` as people and scripts run it."""

    @pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
    def test_the_exit_code_tells_of_errors(self, extracted: Folder, form: str) -> None:
        extracted.run("check", "--format", form)
        extracted.translate({"Tea is a drink.": "El té es una **bebida**."})
        assert "markup.constructs" in extracted.run("check", "--format", form, code=1).output
        extracted.run("check", "--format", form, "--only", "terms")
        extracted.run("check", "--format", form, "--article", "water")

    def test_machines_get_nothing_but_their_form(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": "El té es una **bebida**."})
        for form in ("json", "sarif"):
            assert json.loads(extracted.run("check", "--format", form, code=1).stdout)

    def test_a_summary_counts_by_file(self, extracted: Folder) -> None:
        assert extracted.run("check").stdout == "nothing found\n"
        extracted.translate({"Tea is a drink.": "El té es una **bebida**."})
        extracted.replace(f"source/{TEA}.md", "Wait a moment.", "Wait  a moment until 3/5/2026.")
        lines = extracted.run("check", code=1).stdout.splitlines()
        assert lines[0].split() == ["file", "errors", "warnings", "infos"]
        assert lines[-1].startswith("1 error, ")

    def test_an_unknown_article_or_locale_is_wrong_usage(self, extracted: Folder) -> None:
        assert "there is no article" in extracted.run("check", "--article", "coffee", code=2).output
        assert "none of this folder's locales" in extracted.run("check", "fr", code=2).output

    def test_one_article_is_checked_without_reading_the_others(self, extracted: Folder) -> None:
        extracted.write("source/water.md", "---\ntitle: [\n---\n")
        extracted.run("check", "--article", TEA)
        extracted.run("check", code=2)


def test_many_short_steps_are_told_of_every_few_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    tell = console.paced(seconds=3600)
    tell("one")
    eager = console.paced(seconds=0)
    eager("two")
    eager("three")
    assert capsys.readouterr().err == "two\nthree\n"

"""The command `check` on a content folder: its forms, its summary, its exit codes."""

import json
import re
import shutil

import pytest

from pipeline import checks
from pipeline.workflow import pool
from pipeline.workflow.check import findings
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

    def test_machines_learn_where_in_the_texts_it_is(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": "El té es una **bebida**."})
        (found,) = json.loads(
            extracted.run("check", "es", "--only", "markup", "--format", "json", code=1).stdout
        )
        assert (found["source_spans"], found["target_spans"]) == ([], [[13, 23]])

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

    def test_an_unknown_check_is_wrong_usage_and_never_a_clean_text(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": "El té es una **bebida**."})
        said = extracted.run("check", "--only", "markup.construct", code=2).output
        assert "there is no check 'markup.construct'" in said
        assert "did you mean markup.constructs?" in said
        extracted.run("check", "--only", "zzz", code=2)
        for known in ("markup", "markup.", "markup.constructs"):
            extracted.run("check", "--only", known, code=1)
        for known in ("source.anchor", "spelling", "theme"):
            assert extracted.run("check", "--only", known).stdout == "nothing found\n"

    def test_one_article_is_checked_without_reading_the_others(self, extracted: Folder) -> None:
        extracted.write("source/water.md", "---\ntitle: [\n---\n")
        extracted.run("check", "--article", TEA)
        extracted.run("check", code=2)


class TestOverTheCores:
    """Checks and the status go article by article to several processes."""

    @pytest.fixture
    def many(self, extracted: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
        """Several articles, and processes that are started however little there is to do."""
        monkeypatch.setattr(pool, "_SAMPLE", 0)
        monkeypatch.setattr(pool, "_START", 0)
        text = extracted.read(f"source/{TEA}.md")
        for number in range(5):
            wrong = text.replace("Wait a moment.", f"Wait  a moment until {number + 1}/5/2026.")
            extracted.write(
                f"source/tea-{number}.md", wrong.replace("slug: green-tea", f"slug: tea-{number}")
            )
        extracted.run("extract")
        return extracted

    @pytest.mark.parametrize("command", [("check", "--format", "json"), ("status",), ("status", "es", TEA)])
    def test_however_many_find_the_same_in_the_same_order(
        self, many: Folder, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        alone = many.run(*command, "--jobs", "1").output
        shutil.rmtree(many.path(".pipeline"))
        started: list[object] = []
        real = pool.Pool._started
        monkeypatch.setattr(pool.Pool, "_started", lambda self: started.append(self) or real(self))
        assert many.run(*command, "--jobs", "2").output == alone
        assert len(started) == 1 or TEA in command
        assert "tea" in alone

    def test_what_cannot_be_read_is_told_in_full_after_all_else(self, many: Folder) -> None:
        many.write("source/tea-1.md", "---\ntitle: [\n---\n")
        many.write("locales/es/LC_MESSAGES/tea-3.po", "no catalogue")
        for jobs in ("1", "2"):
            said = many.run("check", "--jobs", jobs, code=2).stderr
            lines = [line for line in said.splitlines() if "error" in line]
            assert [re.match(r"\S+?(tea-\d)\.", line)[1] for line in lines] == ["tea-1", "tea-3"]  # type: ignore[index]
            assert "tea-4" in said.partition("tea-1.md")[0]
            assert many.run("status", "--jobs", jobs, code=2).stdout == ""

    def test_a_run_that_was_killed_goes_on_where_it_was(
        self, many: Folder, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        found = findings(many.project, jobs=1)
        first = next(found)
        found.close()  # type: ignore[attr-defined]
        judged: list[object] = []
        monkeypatch.setattr(checks, "check_source", lambda messages, locale: judged.append(messages) or ())
        assert next(findings(many.project, jobs=1)) == first
        assert not judged

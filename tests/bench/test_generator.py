"""What the benches work on: the same on every machine, in full, and translated as translators do."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bench import corpus, folders, measure
from bench.translation import LOCALES, translate, translate_article
from pipeline.articles import read, template
from pipeline.model import ArticleName
from pipeline.workflow.build import build
from pipeline.workflow.project import open_project


def test_the_same_number_is_the_same_article_and_another_is_another() -> None:
    assert corpus.article(3) == corpus.article(3) != corpus.article(4)


def test_about_five_in_a_hundred_paragraphs_are_edited_and_nothing_else() -> None:
    before = [corpus.article(number) for number in range(200)]
    after = [corpus.edited(text, number) for number, text in enumerate(before)]
    pairs = [
        pair
        for old, new in zip(before, after, strict=True)
        for pair in zip(old.split("\n\n"), new.split("\n\n"), strict=True)
    ]
    paragraphs = [pair for pair in pairs if pair[0][0].isalpha() and pair[0].endswith(".")]
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    assert set(changed) <= set(paragraphs)
    assert 0.03 < len(changed) / len(paragraphs) < 0.07


@pytest.mark.parametrize("locale", LOCALES)
def test_a_translation_keeps_markup_addresses_code_and_numbers(locale: str) -> None:
    text = "**Dose:** 5 mg a day of `code_5`, see [blood](https://example.org/blood).[^note1]"
    told = translate(text, locale)
    assert told != text
    kept = re.compile(r"\*\*|`[^`]*`|\]\([^)]*\)|\[\^\w+\]|\d+|mg")
    assert kept.findall(told) == kept.findall(text)


def test_a_translated_article_has_the_messages_of_its_source() -> None:
    def kinds(text: str) -> list[object]:
        article = read(ArticleName("article-1"), text.encode(), file="article-1.md")
        return [message.kind for message in template(article).messages]

    text = corpus.article(1)
    assert kinds(translate_article(text, "ar")) == kinds(text)


def test_a_folder_is_complete_and_needs_no_update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "DATA", tmp_path)
    folder = folders.content(2, LOCALES[:2])
    before = {path: path.read_bytes() for path in folder.rglob("*.po*")}
    from pipeline.workflow.extract import extract

    extract(open_project(folder))
    assert {path: path.read_bytes() for path in folder.rglob("*.po*")} == before
    built = build(open_project(folder), jobs=1)
    assert len(built.rows) == 6
    assert not any(row.states.get("untranslated") for row in built.rows)


def test_a_bar_is_met_at_its_limit() -> None:
    assert measure.Bar(job="", beside="", value=3, most=3).met
    assert measure.Bar(job="", beside="", value=3, least=3).met
    assert not measure.Bar(job="", beside="", value=2.9, least=3).met
    assert not measure.Bar(job="", beside="", value=3.1, most=3).met


def test_a_contestant_s_processes_are_measured_with_what_they_leave_behind() -> None:
    """In a process of its own, for it becomes the parent of orphans."""
    code = """
import sys
from bench.measure import measured
left = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'sum(range(3_000_000))'])"
run = measured((sys.executable, "-c", left))
print(run.cpu > 0.05 and run.peak > 5)
"""
    done = subprocess.run(
        (sys.executable, "-c", code),
        env=measure.environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"

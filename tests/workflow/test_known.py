"""What was found out before is believed for as long as no file changed, and no longer."""

import os
import sqlite3
import time
from pathlib import Path

import pytest

from pipeline.workflow import known
from pipeline.workflow.build import look
from pipeline.workflow.known import Known
from pipeline.workflow.packed import Folded, fold, load
from pipeline.workflow.pool import Pool
from pipeline.workflow.project import article_names
from tests.workflow.folder import SPANISH, TEA, WATER, Folder, make

AGES_AGO = time.time() - 1000


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = make(tmp_path / "content")
    folder.run("extract")
    folder.translate(SPANISH)
    folder.approve()
    time.sleep(0.05)
    return folder


def seen(folder: Folder, *, thorough: bool = False) -> tuple[Folded, ...]:
    return look(folder.project, article_names(folder.project), Pool(1), thorough=thorough)


def fresh(folder: Folder, *, thorough: bool = False) -> set[str]:
    return set(Known(folder.project).fresh(article_names(folder.project), thorough=thorough))


def test_what_is_known_is_what_was_seen(folder: Folder) -> None:
    first = seen(folder)
    assert fresh(folder) == {TEA, WATER}
    again = seen(folder)
    assert again == first
    assert repr(again) == repr(first)


@pytest.mark.parametrize("name", ["source/tea.md", "locales/es/LC_MESSAGES/tea.po"])
def test_a_file_of_the_same_size_and_time_is_another_file(folder: Folder, name: str) -> None:
    os.utime(folder.path(name), (AGES_AGO, AGES_AGO))
    time.sleep(0.05)
    seen(folder)
    text = folder.read(name)
    folder.write(name, text.replace("Tea", "Tee") if "Tea" in text else text.replace("té", "ta"))
    os.utime(folder.path(name), (AGES_AGO, AGES_AGO))
    assert fresh(folder) == {WATER}


def test_a_word_in_the_ledger_is_a_change(folder: Folder) -> None:
    seen(folder)
    feed = next(folder.path("locales/es/ledger/tea").glob("*.jsonl"))
    feed.write_bytes(b"".join(feed.read_bytes().splitlines(keepends=True)[:-1]))
    assert fresh(folder) == {WATER}


def test_a_setting_or_the_glossary_is_a_change_of_everything(folder: Folder) -> None:
    seen(folder)
    folder.write("locales/glossary.csv", "term,part_of_speech,note,do_not_translate,es\n")
    assert fresh(folder) == set()
    seen(folder)
    folder.replace("pipeline.toml", "Example", "Another")
    assert fresh(folder) == set()


def test_a_theme_is_none(folder: Folder) -> None:
    seen(folder)
    folder.write("source/_theme/style.css", "body { color: red }")
    assert fresh(folder) == {TEA, WATER}


def test_what_was_looked_at_in_passing_does_not_do_for_a_thorough_look(folder: Folder) -> None:
    seen(folder)
    assert fresh(folder, thorough=True) == set()
    seen(folder, thorough=True)
    assert fresh(folder, thorough=True) == fresh(folder) == {TEA, WATER}


def test_a_file_that_was_just_written_is_not_believed(folder: Folder) -> None:
    future = time.time() + 1000
    os.utime(folder.path("source/tea.md"), (future, future))
    seen(folder)
    assert fresh(folder) == {WATER}


@pytest.mark.parametrize("damage", ["garbage", "row", "gone"])
def test_a_damaged_database_is_none(folder: Folder, damage: str) -> None:
    first = seen(folder)
    path = folder.path(".pipeline/index.sqlite")
    if damage == "garbage":
        path.write_bytes(b"no database" * 1000)
    elif damage == "gone":
        path.unlink()
    else:
        with sqlite3.connect(path) as database:
            database.execute("UPDATE folded SET head = replace(head, 'false', 'true')")
        database.close()
    assert fresh(folder) == set()
    assert seen(folder) == first
    assert fresh(folder) == {TEA, WATER}


def test_what_is_packed_is_all_of_it(folder: Folder) -> None:
    for each in seen(folder, thorough=True):
        whole = each.unfold()
        assert fold(whole) == each == load(*each.dump())
        assert [(place.tag, place.slug, place.publish) for place in each.places] == [
            (one.locale.tag, one.listed.slug, one.verdict.publish) for one in whole.editions
        ]
        assert each.file == whole.file


def test_what_was_known_a_moment_ago_is_taken_over_only_where_nothing_changed(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = article_names(folder.project)
    seen(folder)
    before = Known(folder.project)
    folder.write("source/tea.md", folder.read("source/tea.md").replace("Tea is", "Tea was"))
    assert set(Known(folder.project, before).fresh(names, thorough=False)) == {WATER}
    monkeypatch.setattr(known, "_around", lambda project: ["another day"])
    assert not Known(folder.project, before).fresh(names, thorough=False)

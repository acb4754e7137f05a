"""How an output looked is believed where it is whole; what nobody knows of a tree is removed from it."""

import os
import time
from pathlib import Path

import pytest

from pipeline.workflow import looks
from pipeline.workflow.looks import NONE, Looks

FILES = ("index.html", "es/té/index.html", "es/index.html")
FOLDERS = ("", "es", "es/té")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    tree = tmp_path / "site"
    for name in FILES:
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(name)
    return tree


def kept(tree: Path) -> Path:
    """Keep how a tree looks that was just built."""
    path = looks.place(tree.parent / "cache", tree)
    looks.write(path, "record", tree, Looks(), FILES, FOLDERS)
    return path


def test_what_is_written_is_read(tree: Path) -> None:
    path = kept(tree)
    found = looks.read(path, "record")
    assert found == looks.read(path)
    assert found == Looks(files=looks.now(tree, FILES), folders=looks.now(tree, FOLDERS))
    assert set(looks.names(path, "record") or ()) == set(FILES)


def test_of_another_record_or_damaged_it_is_none(tree: Path) -> None:
    path = kept(tree)
    assert looks.read(path, "another") is None
    assert looks.names(path, "another") is None
    data = path.read_bytes()
    for damaged in (data[:-1], data.replace(b"index", b"other"), b"", b"{}\n"):
        path.write_bytes(damaged)
        assert looks.read(path) is None


def test_what_may_change_again_unseen_looks_like_nothing(tree: Path) -> None:
    future = time.time() + 1000
    os.utime(tree / "index.html", (future, future))
    found = looks.read(kept(tree))
    assert found
    assert found.files["index.html"] == NONE
    assert found.files["es/index.html"] != NONE


def test_what_is_known_goes_on_but_for_what_is_new(tree: Path) -> None:
    path = kept(tree)
    known = looks.read(path)
    assert known
    (tree / "es/index.html").unlink()
    (tree / "fr").mkdir()
    (tree / "fr/index.html").write_text("nouveau")
    gone, came = ["es/index.html"], ["fr/index.html"]
    looks.write(path, "next", tree, known, [*gone, *came], ["", "es", "fr"])
    found = looks.read(path, "next")
    assert found
    assert found.files == looks.now(tree, [*FILES, *came])
    assert found.folders == looks.now(tree, [*FOLDERS, "fr"])


@pytest.mark.parametrize("remembered", [True, False])
def test_nothing_stays_in_a_tree_that_is_not_known(tree: Path, remembered: bool) -> None:
    before = looks.read(kept(tree)) if remembered else None
    assert looks.tidied(tree, before).files == looks.now(tree, FILES)
    (tree / "es/té/foreign.html").write_text("of nobody")
    (tree / "foreign").mkdir()
    (tree / "foreign/index.html").write_text("of nobody")
    (tree / "es/index.html").unlink()
    (tree / "index.html").unlink()
    (tree / "index.html").write_text("another")
    found = looks.tidied(tree, before)
    there = {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}
    assert found.files == looks.now(tree, there), "what is there is known, or gone"
    assert not remembered or there == {"index.html", "es/té/index.html"}
    if before:
        assert found.files["index.html"] != before.files["index.html"]

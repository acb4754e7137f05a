"""A publication with nothing to do is told from the file system, and nothing that changed goes unnoticed."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pipeline.__main__ as start
from pipeline.workflow import stamps, unchanged
from tests.workflow.folder import REPOSITORY, Folder

AGES_AGO = time.time() - 1000
PAGE = "output/preview/es/green-tea/index.html"


@pytest.fixture
def quiet(published: Folder) -> Folder:
    """A folder in which a publication has nothing to do."""
    published.run("publish")
    assert unchanged.recall(published.root)
    return published


def touched(path: Path) -> None:
    """Change a byte of a file, and set its time back, as only its inode's own time tells."""
    seen = path.stat()
    text = path.read_bytes()
    path.write_bytes(text[:-1] + bytes([text[-1] ^ 1]))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


@pytest.mark.parametrize(
    "name",
    [
        "pipeline.toml",
        "source/tea.md",
        "locales/es/LC_MESSAGES/tea.po",
        "locales/templates/tea.pot",
        "output/site/index.html",
        "output/site/.imprimatur.json",
        PAGE,
    ],
)
def test_a_byte_anywhere_is_seen(quiet: Folder, name: str) -> None:
    touched(quiet.path(name))
    assert unchanged.recall(quiet.root) is None


@pytest.mark.parametrize("name", ["source/tea.md", "output/site/robots.txt", PAGE])
def test_a_file_that_is_gone_is_seen(quiet: Folder, name: str) -> None:
    quiet.path(name).unlink()
    assert unchanged.recall(quiet.root) is None


@pytest.mark.parametrize(
    "name", ["source/new.md", "source/_theme/style.css", "locales/words/es.txt", ".mailmap", ".git/HEAD"]
)
def test_a_file_more_is_seen(quiet: Folder, name: str) -> None:
    quiet.write(name, "")
    assert unchanged.recall(quiet.root) is None


def test_another_day_is_seen(quiet: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unchanged, "_around", lambda: b"another day")
    assert unchanged.recall(quiet.root) is None


def test_another_program_is_seen(quiet: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = shutil.copytree(REPOSITORY / "pipeline", tmp_path / "pipeline")
    monkeypatch.setattr(unchanged, "__file__", str(program / "workflow" / "unchanged.py"))
    quiet.run("build")
    unchanged.forget(quiet.root)
    quiet.run("publish")
    assert unchanged.recall(quiet.root)
    touched(program / "render" / "theme" / "style.css")
    assert unchanged.recall(quiet.root) is None


def test_what_changes_while_the_pages_are_built_is_not_remembered(quiet: Folder) -> None:
    before = unchanged.before(quiet.root)
    kept = unchanged.recall(quiet.root)
    unchanged.forget(quiet.root)
    quiet.write("source/tea.md", quiet.read("source/tea.md"))
    assert kept
    unchanged.remember(quiet.root, before, _nothing_built(), "")
    assert unchanged.recall(quiet.root) is None


def test_a_file_that_is_younger_than_the_clock_can_tell_is_not_trusted(quiet: Folder) -> None:
    future = time.time() + 1000
    os.utime(quiet.path("source/tea.md"), (future, future))
    unchanged.remember(quiet.root, unchanged.before(quiet.root), _nothing_built(), "")
    assert unchanged.recall(quiet.root) is None
    os.utime(quiet.path("source/tea.md"), (AGES_AGO, AGES_AGO))
    unchanged.remember(quiet.root, unchanged.before(quiet.root), _nothing_built(), "told")
    kept = unchanged.recall(quiet.root)
    assert kept
    assert kept.told == b"told"


@given(st.binary(max_size=300))
def test_a_file_that_is_not_ours_is_none(data: bytes) -> None:
    try:
        kept = unchanged._read(data)
    except ValueError:
        return
    assert unchanged._written(kept).partition(b"\n")[2] == data.partition(b"\n")[2]


@given(st.builds(unchanged.Kept, *(st.binary(max_size=20) for _ in unchanged.Kept._fields)), st.data())
def test_what_is_written_is_read_and_what_was_cut_short_is_not(
    kept: unchanged.Kept, data: st.DataObject
) -> None:
    written = unchanged._written(kept)
    assert unchanged._read(written) == kept
    if any(kept):
        with pytest.raises(ValueError, match="cut short"):
            unchanged._read(written[: data.draw(st.integers(written.index(b"\n"), len(written) - 1))])


def test_the_scan_and_the_block_see_the_same(quiet: Folder) -> None:
    seen = stamps.scan(quiet.root)
    looks = {**seen.files, **seen.folders}
    paths = [os.fsencode(quiet.path(name)) for name in looks]
    assert stamps.block(paths) == stamps.packed(looks.values())
    assert not any("__pycache__" in name for name in looks)


@pytest.mark.parametrize("many", [1, 10**6], ids=["two processes", "one"])
def test_two_processes_see_what_one_sees(
    quiet: Folder, monkeypatch: pytest.MonkeyPatch, many: int, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "_MANY", many)
    seen = stamps.scan(quiet.root).files
    paths, looks = [os.fsencode(quiet.path(name)) for name in seen], stamps.packed(seen.values())
    assert start._same(paths, looks)
    for at in (0, len(paths) - 1):
        other = [*paths[:at], paths[at - 1], *paths[at + 1 :]]
        assert not start._same(other, looks)
    for gone in (paths[-1], paths[0]):
        Path(os.fsdecode(gone)).unlink()
        assert unchanged.recall(quiet.root, start._same) is None
    assert capfd.readouterr() == ("", "")


class TestTheCommand:
    """`pipeline publish` as a process, told of before the command line is loaded."""

    def ran(self, folder: Folder, *arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-X", "importtime", "-m", "pipeline", *arguments]
        env = dict(os.environ, PYTHONPATH=str(REPOSITORY))
        return subprocess.run(command, cwd=folder.root, env=env, capture_output=True, text=True, check=True)

    def test_it_says_the_same_and_loads_nothing(self, quiet: Folder) -> None:
        whole = self.ran(quiet, "publish", "--strict")
        assert "click" in whole.stderr
        for arguments in (("publish",), ("-C", str(quiet.root), "publish")):
            short = self.ran(quiet, *arguments)
            assert short.stdout == whole.stdout
            loaded = {line.rpartition("|")[2].strip() for line in short.stderr.splitlines()}
            assert not loaded & {"click", "json", "dataclasses", "hashlib", "pathlib", "pipeline.model"}

    def test_a_terminal_shows_the_same_in_the_same_style(self, quiet: Folder) -> None:
        short, whole = self.shown(quiet, "publish"), self.shown(quiet, "publish", "--strict")
        assert short == whole
        assert b"\x1b[1m" in short

    def shown(self, folder: Folder, *arguments: str) -> bytes:
        """What a command writes on a terminal."""
        pty = pytest.importorskip("pty")
        terminal, other = pty.openpty()
        command = [sys.executable, "-m", "pipeline", *arguments]
        env = dict(os.environ, PYTHONPATH=str(REPOSITORY))
        process = subprocess.Popen(command, cwd=folder.root, env=env, stdout=other, stderr=other)
        os.close(other)
        data = b""
        # A terminal that nobody writes to any more ends in an error.
        with suppress(OSError):
            while more := os.read(terminal, 65536):
                data += more
        os.close(terminal)
        assert process.wait(30) == 0
        return data

    def test_whatever_else_is_asked_for_goes_the_long_way(self, quiet: Folder) -> None:
        assert self.ran(quiet, "publish", "--format", "json").stdout.startswith("{")

    def test_where_something_changed_it_is_done(self, quiet: Folder) -> None:
        quiet.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        assert "update pending" in self.ran(quiet, "publish").stdout


def _nothing_built() -> "unchanged.Built":
    from pipeline.workflow.summary import Built

    return Built(rows=(), rendered=0, changed=False, withdrawn=(), findings=())

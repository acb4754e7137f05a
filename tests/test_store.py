"""Files are written whole or not at all, folders swapped in one step, one run at a time."""

import errno
import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import MachineError


def python(code: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a Python process of its own, whose output can be read."""
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(store.__file__).parent.parent,
    )


class TestWriteAtomic:
    """Whole or not at all."""

    def test_writes_a_new_file_and_its_folders(self, tmp_path: Path) -> None:
        store.write_atomic(tmp_path / "es" / "LC_MESSAGES" / "a.po", b"one\r\n")
        assert (tmp_path / "es" / "LC_MESSAGES" / "a.po").read_bytes() == b"one\r\n"
        assert [path.name for path in (tmp_path / "es" / "LC_MESSAGES").iterdir()] == ["a.po"]

    def test_keeps_the_mode_of_the_file_it_replaces(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(b"old")
        path.chmod(0o640)
        store.write_atomic(path, b"new")
        assert path.stat().st_mode & 0o777 == 0o640

    def test_replaces_a_link_instead_of_writing_through_it(self, tmp_path: Path) -> None:
        (tmp_path / "secret").write_bytes(b"mine")
        (tmp_path / "a.po").symlink_to("secret")
        store.write_atomic(tmp_path / "a.po", b"new")
        assert (tmp_path / "secret").read_bytes() == b"mine"
        assert (tmp_path / "a.po").read_bytes() == b"new"

    def test_names_the_path_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with pytest.raises(MachineError) as error:
            store.write_atomic(tmp_path / "file" / "a.po", b"new")
        assert error.value.findings[0].file == str(tmp_path / "file" / "a.po")

    def test_a_name_as_long_as_the_system_allows(self, tmp_path: Path) -> None:
        path = tmp_path / ("a" * 255)
        store.write_atomic(path, b"new")
        assert path.read_bytes() == b"new"

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
    def test_a_read_only_folder(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o555)
        with pytest.raises(MachineError) as error:
            store.write_atomic(tmp_path / "a.po", b"new")
        tmp_path.chmod(0o755)
        assert error.value.findings[0].id == "disk.read-only"

    def test_a_full_disk_leaves_the_old_file_and_nothing_else(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        path.write_bytes(b"old")
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
        try:
            with pytest.raises(MachineError) as error:
                store.write_atomic(path, b"x" * 10_000)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, handler)
        assert error.value.findings[0].id == "disk.full"
        assert [found.read_bytes() for found in tmp_path.iterdir()] == [b"old"]

    def test_a_failed_fsync_is_never_tried_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        calls = []

        def failing(descriptor: int) -> None:
            calls.append(descriptor)
            raise OSError(errno.EIO, "input/output error")

        monkeypatch.setattr(os, "fsync", failing)
        with pytest.raises(MachineError):
            store.write_atomic(tmp_path / "a.po", b"new")
        assert len(calls) == 1
        assert not list(tmp_path.iterdir())

    def test_no_kill_ever_leaves_a_torn_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.po"
        size = 300_000
        path.write_bytes(b"0" * size)
        code = (
            "import sys; from pathlib import Path; from pipeline.store import write_atomic\n"
            "print('ready', flush=True)\n"
            "for turn in range(10**9): write_atomic(Path(sys.argv[1]), bytes([48 + turn % 10]) * 300_000)"
        )
        for turn in range(60):
            with python(code, str(path)) as process:
                assert process.stdout
                process.stdout.readline()
                time.sleep(turn % 20 / 2000)
                process.kill()
            data = path.read_bytes()
            assert len(data) == size
            assert len(set(data)) == 1


class TestSettingAside:
    """What is set aside stands nowhere before it is put in its place, whole."""

    def test_it_is_put_in_place_with_the_mode_of_what_stood_there(self, tmp_path: Path) -> None:
        path = tmp_path / "es" / "a.po"
        store.write_atomic(path, b"old")
        path.chmod(0o440)
        with store.staging(tmp_path / "stage") as stage:
            for data in (b"newer", b"newest"):
                store.set_aside(stage / "es" / "a.po", data, path=path)
            store.sync(stage / "es" / "a.po")
            assert path.read_bytes() == b"old"
            store.put(stage / "es" / "a.po", path)
        assert path.read_bytes() == b"newest"
        assert path.stat().st_mode & 0o777 == 0o440
        assert not (tmp_path / "stage").exists()

    def test_nothing_of_it_is_left_behind(self, tmp_path: Path) -> None:
        (tmp_path / "stage" / "left").mkdir(parents=True)
        with store.staging(tmp_path / "stage") as stage:
            assert list(stage.iterdir()) == []
            store.set_aside(stage / "a.po", b"new", path=tmp_path / "a.po")
        assert list(tmp_path.iterdir()) == []

    def test_another_disk_gets_it_all_the_same(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        replace = Path.replace

        def refuse(self: Path, target: Path) -> Path:
            if self.parent.name == "stage":
                raise OSError(errno.EXDEV, "Invalid cross-device link")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", refuse)
        with store.staging(tmp_path / "stage") as stage:
            store.set_aside(stage / "a.po", b"new", path=tmp_path / "a.po")
            store.put(stage / "a.po", tmp_path / "a.po")
        assert (tmp_path / "a.po").read_bytes() == b"new"

    def test_names_the_path_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_bytes(b"")
        with store.staging(tmp_path / "stage") as stage:
            store.set_aside(stage / "a.po", b"new", path=tmp_path / "a.po")
            with pytest.raises(MachineError) as error:
                store.put(stage / "a.po", tmp_path / "file" / "a.po")
        assert error.value.findings[0].file == str(tmp_path / "file" / "a.po")


def test_nothing_is_written_where_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    assert store.write_if_changed(path, b"one")
    first = path.stat()
    assert not store.write_if_changed(path, b"one")
    assert path.stat().st_ino == first.st_ino
    assert store.write_if_changed(path, b"two")
    assert path.read_bytes() == b"two"


class TestExchange:
    """Yesterday's pages stand until today's do."""

    def folders(self, root: Path) -> tuple[Path, Path]:
        new, live = root / "new", root / "live"
        for folder in (new, live):
            folder.mkdir()
            (folder / "page").write_text(folder.name)
        return new, live

    def test_swaps_two_folders(self, tmp_path: Path) -> None:
        new, live = self.folders(tmp_path)
        store.exchange(new, live)
        assert (live / "page").read_text() == "new"
        assert (new / "page").read_text() == "live"

    def test_the_first_time_there_is_nothing_to_swap_with(self, tmp_path: Path) -> None:
        (tmp_path / "new").mkdir()
        store.exchange(tmp_path / "new", tmp_path / "output" / "site")
        assert (tmp_path / "output" / "site").is_dir()
        assert not (tmp_path / "new").exists()

    def test_systems_without_the_call_swap_by_renaming(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "elsewhere")
        new, live = self.folders(tmp_path)
        store.exchange(new, live)
        assert (live / "page").read_text() == "new"
        assert (new / "page").read_text() == "live"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["live", "new"]

    def test_a_failure_leaves_the_live_folder_standing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys, "platform", "elsewhere")
        _, live = self.folders(tmp_path)
        with pytest.raises(MachineError):
            store.exchange(tmp_path / "missing", live)
        assert (live / "page").read_text() == "live"

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs Linux")
    def test_no_reader_ever_misses_the_live_folder(self, tmp_path: Path) -> None:
        new, live = self.folders(tmp_path)
        stop = threading.Event()
        missed = []

        def reading() -> None:
            while not stop.is_set():
                try:
                    (live / "page").read_text()
                except OSError as error:
                    missed.append(error)

        reader = threading.Thread(target=reading)
        reader.start()
        for _ in range(200):
            store.exchange(new, live)
        stop.set()
        reader.join()
        assert not missed


def let_go(process: "subprocess.Popen[str]") -> None:
    """Let a process that holds a lock end."""
    assert process.stdin
    process.stdin.write("over\n")
    process.stdin.flush()


class TestLock:
    """The second waits, and is told for what."""

    HOLD = (
        "import sys; from pathlib import Path; from pipeline.store import lock\n"
        "with lock(Path(sys.argv[1]), 'es', doing='draft es', on_wait=print):\n"
        "    print('held', flush=True); sys.stdin.readline()"
    )

    def test_who_waits_is_told_for_what(self, tmp_path: Path) -> None:
        said: list[str] = []

        def wait(why: str) -> None:
            said.append(why)
            let_go(process)

        with python(self.HOLD, str(tmp_path)) as process:
            assert process.stdout
            process.stdout.readline()
            with store.lock(tmp_path, "es", doing="extract", on_wait=wait):
                pass
        assert len(said) == 1
        assert said[0].startswith(f"waiting for “draft es” (process {process.pid}, since ")

    def test_who_need_not_wait_is_told_nothing(self, tmp_path: Path) -> None:
        said: list[str] = []
        for name in ("es", "fr", "es"):
            with store.lock(tmp_path, name, doing="extract", on_wait=said.append):
                pass
        assert not said

    def test_the_death_of_the_holder_releases_it(self, tmp_path: Path) -> None:
        said: list[str] = []
        with python(self.HOLD, str(tmp_path)) as process:
            assert process.stdout
            process.stdout.readline()
            process.kill()
        with store.lock(tmp_path, "es", doing="extract", on_wait=said.append):
            pass
        assert not said

    @pytest.mark.parametrize(
        "left", ["", "[]", "{", '{"pid": "x"}', '{"pid": 1, "doing": 2, "since": 3}', "\udc80"]
    )
    def test_whatever_stands_in_the_note_is_harmless(self, tmp_path: Path, left: str) -> None:
        (tmp_path / "es.json").write_bytes(left.encode("utf-8", "surrogateescape"))
        assert store._waiting(tmp_path / "es.json") == "waiting for another run"

    def test_a_note_cannot_play_with_the_terminal(self, tmp_path: Path) -> None:
        note = {"pid": 1, "doing": "\x1b[2J\nx", "since": "2026-11-22T10:00:00+00:00"}
        (tmp_path / "es.json").write_text(json.dumps(note))
        assert store._waiting(tmp_path / "es.json").isprintable()

    @pytest.mark.parametrize(
        "name", ["../../etc", "/etc/passwd", "es/a b", "", "é" * 300, "a\0b", "CON", "."]
    )
    def test_a_name_never_becomes_a_path(self, tmp_path: Path, name: str) -> None:
        with store.lock(tmp_path, name, doing="extract", on_wait=print):
            found = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert {path.parent for path in found} == {tmp_path / ".pipeline" / "locks"}

    def test_names_that_look_alike_are_different_locks(self) -> None:
        assert len({store._safe(name) for name in ("a/b", "a b", "a-b", "a:b")}) == 4

    def test_an_error_inside_releases_it(self, tmp_path: Path) -> None:
        said: list[str] = []
        with (
            pytest.raises(ValueError, match="inside"),
            store.lock(tmp_path, "es", doing="a", on_wait=said.append),
        ):
            raise ValueError("inside")
        with store.lock(tmp_path, "es", doing="extract", on_wait=said.append):
            pass
        assert not said

    def test_a_file_that_was_deleted_while_somebody_waited_is_no_lock(self, tmp_path: Path) -> None:
        path = tmp_path / ".pipeline" / "locks" / "es.lock"

        def wait(_: str) -> None:
            path.unlink()
            let_go(process)

        with python(self.HOLD, str(tmp_path)) as process:
            assert process.stdout
            process.stdout.readline()
            # The one who waits has the old file open by the time that it is told to wait.
            with store.lock(tmp_path, "es", doing="extract", on_wait=wait):
                assert path.exists()

    def test_a_link_is_never_followed(self, tmp_path: Path) -> None:
        path = tmp_path / ".pipeline" / "locks" / "es.lock"
        path.parent.mkdir(parents=True)
        path.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(MachineError), store.lock(tmp_path, "es", doing="a", on_wait=print):
            pass
        assert not (tmp_path / "elsewhere").exists()

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / ".pipeline").write_text("a file")
        with pytest.raises(MachineError), store.lock(tmp_path, "es", doing="a", on_wait=print):
            pass

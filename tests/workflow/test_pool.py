"""Work goes out as values, comes back in order, and few calls are under way at a time."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.workflow import pool
from pipeline.workflow.pool import Pace, Pool, in_batches, stream
from tests.workflow.folder import REPOSITORY, make


def test_results_come_in_order_and_arguments_are_made_as_they_are_sent() -> None:
    sent: list[int] = []

    def arguments() -> Iterator[tuple[int]]:
        for number in range(500):
            sent.append(number)
            yield (number,)

    with ThreadPoolExecutor(3) as executor:
        results = stream(executor, str, arguments())
        assert next(results) == "0"
        assert len(sent) < 100
        assert list(results) == [str(number) for number in range(1, 500)]
    assert list(stream(None, str, arguments())) == [str(number) for number in range(500)]


def test_one_process_or_little_work_starts_none() -> None:
    with Pool(1) as one, Pool(4) as four:
        assert one.executor(1000) is None
        assert four.executor(2) is None


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_forked_processes_hold_what_was_loaded_and_end_with_their_parent() -> None:
    code = (
        "import os, signal\n"
        "from pipeline.workflow.pool import Pool\n"
        "def loaded(): global here; here = os.getpid()\n"
        "def told(_): return here, os.getpid()\n"
        "with Pool(2, here=loaded) as pool:\n"
        "    print(*pool.executor(9).submit(told, 0).result(), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    )
    # Its end comes once no process holds the other side.
    here, forked = map(int, process.communicate(timeout=30)[0].split())
    assert here == process.pid != forked
    assert process.returncode == -signal.SIGKILL


def test_batches_are_whole() -> None:
    assert [list(batch) for batch in in_batches(list(range(5)), 2)] == [[0, 1], [2, 3], [4]]


def test_long_work_tells_its_rate_and_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 10.0, 11.0])
    monkeypatch.setattr(pool.time, "monotonic", lambda: next(clock))
    told: list[str] = []
    pace = Pace(2000, "pages", told.append)
    for done in (5, 95, 10):
        pace.step(done)
    assert told == ["100 of 2,000 pages, 10 a second, 3 min 10 s left"]


def test_a_profile_tells_where_the_time_went(tmp_path: Path) -> None:
    folder = make(tmp_path / "content")
    folder.run("extract")
    folder.start("--profile", str(tmp_path / "times"), "build").communicate()
    assert "rendering.py" in (tmp_path / "times").read_text("utf-8")

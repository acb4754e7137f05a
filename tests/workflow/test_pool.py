"""Work goes out as values, comes back in order, and few calls are under way at a time."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.errors import MachineError
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


def test_processes_that_rest_start_anew_where_there_is_work() -> None:
    with Pool(2) as pool:
        pool.rest()
        first = pool.executor(1000)
        pool.rest()
        again = pool.executor(1000)
        assert first
        assert again
        assert again is not first
        assert again.submit(abs, -1).result() == 1


def _killed(options: str) -> tuple[int, int, int]:
    """Kill a run that has started two processes; return its number, that of one of them, and what that held."""
    code = (
        "import os, signal, sys\n"
        "from pipeline.workflow.pool import Pool\n"
        "def loaded(): sys.setrecursionlimit(os.getpid() + 1000)\n"
        f"with Pool(2{options}) as pool:\n"
        "    work = pool.executor(9)\n"
        "    print(work.submit(os.getpid).result(), work.submit(sys.getrecursionlimit).result(), flush=True)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    )
    # Its end comes once no process holds the other side.
    worker, held = map(int, process.communicate(timeout=60)[0].split())
    assert process.returncode == -signal.SIGKILL
    return process.pid, worker, held


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of the end of another process")
@pytest.mark.parametrize("options", ["", ", here=loaded"])
def test_processes_end_with_their_run_even_where_it_is_killed(options: str) -> None:
    run, worker, _ = _killed(options)
    assert run != worker


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_forked_processes_hold_what_was_loaded() -> None:
    run, _, held = _killed(", here=loaded")
    assert held == run + 1000


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


class TestAProcessThatDies:
    """Costs what was under way a second try, and the run nothing."""

    @pytest.mark.parametrize("deaths", [1, 2])
    def test_is_replaced_and_its_work_done_again(self, tmp_path: Path, deaths: int) -> None:
        with Pool(2, warm="tests.workflow.test_pool") as work:
            calls = [(tmp_path, number, deaths if number == 3 else 0) for number in range(20)]
            assert list(stream(work.executor(9), die_first, calls)) == list(range(20))
        assert len(list(tmp_path.iterdir())) == deaths

    def test_each_time_ends_the_run_with_what_to_do(self, tmp_path: Path) -> None:
        with (
            Pool(2, warm="tests.workflow.test_pool") as work,
            pytest.raises(MachineError, match="ended from outside") as raised,
        ):
            list(stream(work.executor(9), die_first, [(tmp_path, 0, 9)]))
        assert "--jobs 1" in raised.value.findings[0].hint


def die_first(folder: Path, number: int, deaths: int) -> int:
    """Return `number`, but first let some processes that were asked for it die."""
    if len(list(folder.iterdir())) < deaths:
        (folder / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


class TestWorkOfUnknownLength:
    """Begins here; processes are started once they are known to spare more time than that takes."""

    @pytest.mark.parametrize(
        ("count", "seconds", "here"),
        [(50, 0.03, 50), (2, 9.0, 2), (400, 0.04, 9), (40, 0.7, 2), (5, 0.7, 2), (4, 0.7, 4)],
    )
    def test_is_spread_where_that_spares_time(
        self, count: int, seconds: float, here: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        clock, this = [0.0], threading.get_ident()
        monkeypatch.setattr(pool.time, "monotonic", lambda: clock[0])
        # Threads stand for the processes.
        monkeypatch.setattr(Pool, "_started", lambda _: ThreadPoolExecutor(2))

        def call(number: int) -> tuple[int, bool]:
            clock[0] += seconds
            return number, threading.get_ident() == this

        with Pool(2) as work:
            done = list(pool.gradually(work, call, [(number,) for number in range(count)]))
        assert [number for number, _ in done] == list(range(count))
        assert [was_here for _, was_here in done] == [True] * here + [False] * (count - here)

    def test_goes_to_processes_that_run_already(self, monkeypatch: pytest.MonkeyPatch) -> None:
        this = threading.get_ident()
        monkeypatch.setattr(Pool, "_started", lambda _: ThreadPoolExecutor(2))
        with Pool(2) as work:
            work.executor(100)
            assert this not in pool.gradually(work, threading.get_ident, [(), ()])

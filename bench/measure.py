"""How the benches measure: whole processes, in turns, medians, ratios."""

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "bench" / ".data"
PEERS = ROOT / "bench" / ".venv" / "bin" / "python"
OURS = Path(sys.executable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One comparison: what we take, what the other takes, and what was promised."""

    what: str
    unit: str
    """Of `ours` and `theirs`: `ms an article`."""
    ours: float
    peer: str
    theirs: float | None
    """None where the promise is a time and not a ratio."""
    bar: float
    """The least ratio, or the most milliseconds where there is no peer."""

    @property
    def ratio(self) -> float | None:
        """How many times as fast we are."""
        return None if self.theirs is None else self.theirs / self.ours

    @property
    def holds(self) -> bool:
        """Whether the promise holds."""
        return self.ours <= self.bar if self.ratio is None else self.ratio >= self.bar

    def cells(self) -> tuple[str, ...]:
        """The row as the table prints it."""
        theirs = "" if self.theirs is None else _figure(self.theirs)
        ratio = "" if self.ratio is None else f"{self.ratio:.1f}"
        bar = f"≤ {self.bar:g}" if self.ratio is None else f"≥ {self.bar:g} times"
        return (
            self.what,
            self.unit,
            _figure(self.ours),
            self.peer,
            theirs,
            ratio,
            bar,
            "yes" if self.holds else "no",
        )


def _figure(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


HEADER = ("what", "unit", "Imprimatur", "beside", "takes", "times as fast", "bar", "holds")


def in_turns(contestants: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Run the contestants in turns, so that a slow minute of the machine slows all; return medians.

    The order is turned round each time. The first round warms the caches and does not count.
    """
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(rounds + 1):
        for name in sorted(contestants, reverse=number % 2 == 1):
            took = contestants[name]()
            if number:
                times[name].append(took)
        print(".", end="", file=sys.stderr, flush=True)
    return {name: statistics.median(taken) for name, taken in times.items()}


def seconds(command: Sequence[str | Path], cwd: Path = ROOT) -> float:
    """Run a command to its end and return the wall time. Raises `CalledProcessError` if it fails."""
    start = time.perf_counter()
    _run(command, cwd)
    return time.perf_counter() - start


def processor_seconds(command: Sequence[str | Path], cwd: Path = ROOT) -> float:
    """Run a command to its end and return its processor time, which a busy machine hardly changes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(command, cwd)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: Sequence[str | Path], cwd: Path) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment())
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
        raise subprocess.CalledProcessError(done.returncode, command)


def reported(command: Sequence[str | Path], cwd: Path = ROOT) -> float:
    """Run a command that prints its own time in seconds as its last line, and return that."""
    done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, text=True, check=True, env=environment())
    return float(done.stdout.splitlines()[-1])


def environment() -> dict[str, str]:
    """Return what the contestants see: the same language and one worker for each."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


def machine() -> str:
    """Return what a page says of the machine that it was measured on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.machine()}, {cores} cores, {platform.system()}, Python {platform.python_version()}"

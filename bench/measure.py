"""How the benches measure: whole processes, in turns, medians and spread, memory beside time."""

import ctypes
import os
import platform
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
DATA = ROOT / "bench" / ".data"
PEERS = ROOT / "bench" / ".venv" / "bin" / "python"
CONTESTANTS = ROOT / "bench" / "contestants"
OURS = Path(sys.executable)
PIPELINE = (OURS, "-m", "pipeline")

LIMIT = 900
"""Seconds after which a run is stopped and counts as failed."""

FAILURES = (subprocess.SubprocessError, OSError, LookupError, ValueError)
"""What a contestant that cannot do its job ends in."""

_SUBREAPER = 36
"""`PR_SET_CHILD_SUBREAPER` of Linux: what a contestant leaves behind becomes ours, with its time."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One run of one contestant."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of processor time, of all its processes."""
    peak: float
    """MB resident at once in all its processes, shared pages counted in each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contestant:
    """A way to do a job."""

    name: str
    count: int
    """How many of the job's units a run does: articles, pages."""
    run: Callable[[], Run]
    prepare: Callable[[], object] = lambda: None
    """What comes before each run and is not measured."""
    rounds: int = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """What a contestant took."""

    name: str
    count: int
    runs: tuple[Run, ...]

    @property
    def each(self) -> float:
        """Milliseconds a unit: the median of the runs."""
        return self.seconds / self.count * 1000

    @property
    def seconds(self) -> float:
        """Wall time of the median run."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time a unit."""
        return statistics.median(run.cpu for run in self.runs) / self.count * 1000

    @property
    def spread(self) -> tuple[float, float]:
        """Milliseconds a unit in the fastest and in the slowest run."""
        each = [run.wall / self.count * 1000 for run in self.runs]
        return min(each), max(each)

    @property
    def peak(self) -> float:
        """MB."""
        return max(run.peak for run in self.runs)


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """What was promised, and what was measured."""

    job: str
    beside: str
    """The other side of the ratio."""
    value: float
    least: float | None = None
    """The value must not be less."""
    most: float | None = None
    """The value must not be more."""
    unit: str = "times"
    note: str = ""
    """What a reader must know to judge it."""

    @property
    def met(self) -> bool:
        """Whether the promise holds."""
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Contest:
    """A job, what each contestant took for it, and the promises that it decides."""

    title: str
    unit: str
    """What `count` counts."""
    taken: tuple[Taken, ...]
    bars: tuple[Bar, ...] = ()
    notes: tuple[str, ...] = ()

    def of(self, name: str) -> Taken:
        """Return what a contestant took. Raises `LookupError` if it did not run."""
        for taken in self.taken:
            if taken.name == name:
                return taken
        raise LookupError(f"{name} did not run")

    def times(self, name: str) -> float | None:
        """Return how many times as long as ours a contestant took for a unit; None if it did not run."""
        if all(taken.name != name for taken in self.taken):
            return None
        return self.of(name).each / self.of("Imprimatur").each


def in_turns(contestants: Sequence[Contestant], *, quiet: bool = False) -> tuple[Taken, ...]:
    """Let the contestants run in turns, so that a slow minute of the machine slows all.

    The order is turned round each time; whoever has fewer rounds sits out the later ones, and a peer
    that fails drops out. `quiet` says nothing of each run.
    """
    runs: dict[str, list[Run]] = {each.name: [] for each in contestants}
    for number in range(max(each.rounds for each in contestants)):
        for each in contestants[:: -1 if number % 2 else 1]:
            if number < each.rounds and each.name in runs:
                try:
                    each.prepare()
                    run = each.run()
                except FAILURES as error:
                    if each.name.startswith("Imprimatur"):
                        raise
                    print(f"  {each.name} drops out: {error}", file=sys.stderr)
                    del runs[each.name]
                    continue
                runs[each.name].append(run)
                if not quiet:
                    _tell(each, run)
    return tuple(
        Taken(name=each.name, count=each.count, runs=tuple(runs[each.name]))
        for each in contestants
        if each.name in runs
    )


def ready(*makers: Callable[[], Contestant]) -> list[Contestant]:
    """Make contestants ready; one that cannot be is told of, and the others go on."""
    found = []
    for make in makers:
        try:
            found.append(make())
        except FAILURES as error:
            print(f"  one cannot take part: {error}", file=sys.stderr)
    return found


def _tell(contestant: Contestant, run: Run) -> None:
    each = run.wall / contestant.count * 1000
    print(
        f"  {contestant.name:<40} {run.wall:7.2f} s {each:9.2f} ms each {run.peak:6.0f} MB", file=sys.stderr
    )


def measured(
    command: Sequence[str | Path], cwd: Path = ROOT, accepted: Sequence[int] = (0,), limit: float = LIMIT
) -> Run:
    """Run a command to its end. Raises `CalledProcessError`, after its output is shown, if it fails.

    `accepted` are the exit codes that are no failure; after `limit` seconds it is stopped.
    """
    _adopt()
    DATA.mkdir(parents=True, exist_ok=True)
    log = DATA / "output.log"
    with log.open("wb") as out:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            stdout=out,
            stderr=out,
            env=environment(),
            start_new_session=True,
        )
        with _Watch(process.pid) as watch:
            code = _wait(process, limit)
            wall = time.perf_counter() - start
    _reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if code not in accepted:
        sys.stderr.write(log.read_text(encoding="utf-8", errors="replace")[-3000:])
        raise subprocess.CalledProcessError(code, list(map(str, command)))
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(wall=wall, cpu=cpu, peak=watch.peak)


def _wait(process: "subprocess.Popen[bytes]", limit: float) -> int:
    """Wait for a process; end it with all that it started if it takes too long."""
    try:
        return process.wait(limit)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise


class _Watch:
    """Looks at the resident memory of a session's processes, ten times a second."""

    def __init__(self, session: int) -> None:
        self.peak = 0.0
        self._session = session
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Watch":
        if Path("/proc/self/stat").exists():
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _look(self) -> None:
        while True:
            self.peak = max(self.peak, sum(_resident(self._session)))
            if self._done.wait(0.1 if self.peak else 0.01):
                return


def _resident(session: int) -> Iterator[float]:
    """Yield the resident memory of each process of a session, in MB (proc(5))."""
    page = resource.getpagesize()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError, IndexError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                yield int(fields[21]) * page / 1e6


def _adopt() -> None:
    """Ask to become the parent of orphans, whose time would be lost otherwise; only Linux can."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)


def _reap() -> None:
    """Wait for what the contestant left behind, for a few seconds at most."""
    until = time.monotonic() + 3
    with suppress(ChildProcessError):
        while time.monotonic() < until:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.02)


def environment() -> dict[str, str]:
    """Return what the contestants see: the same language everywhere, and programs that stay compiled."""
    # Packages are compiled when they are installed; a program in a checkout is by its first run.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**around, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"}


def machine() -> str:
    """Return what a page says of the machine that it was measured on."""
    with suppress(OSError, StopIteration, ValueError):
        models = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next(line.partition(":")[2].strip() for line in models if line.startswith("model name"))
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
        return f"{cores()} cores of {model}, {memory:.0f} GB of memory, {_system()}"
    return f"{cores()} cores ({platform.machine()}), {_system()}"


def cores() -> int:
    """Return how many cores the contestants may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _system() -> str:
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"


def there(program: str) -> bool:
    """Whether a program of the machine is there; a contest goes on without it."""
    return shutil.which(program) is not None

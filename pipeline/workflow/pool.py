"""Work spread over the cores of this machine, or over any executor: values out, results back in order."""

import os
import select
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from functools import partial
from types import TracebackType
from typing import Any, Generic, ParamSpec, Self, TypeVar, TypeVarTuple

from pipeline.errors import InputError, MachineError
from pipeline.model import ArticleName, Finding
from pipeline.workflow.project import Progress, Project

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_AHEAD = 32
"""Calls that wait for a process at any time: enough that none idles, few to hold. A cluster says its own."""

_START = 1.0
"""Seconds that it takes to start the processes, and to load all that they need."""

_SAMPLE = 0.3
"""Seconds of work that are enough to tell how long the rest will take."""

_TRIES = 3
"""How often a call is sent to processes of which one dies."""


class Pool:
    """Processes for one run, started when there is work for more than one, and warm from then on."""

    def __init__(
        self,
        workers: int | None = None,
        *,
        warm: str = "pipeline.workflow.warm",
        here: Callable[[], object] | None = None,
    ) -> None:
        """`workers` is the number of processes, by default one for each core; `warm` is what they load.

        `here` loads it into this very process, where that is little: they are then forked from it, if it
        may be forked.
        """
        self._workers = workers or os.cpu_count() or 1
        self._warm, self._here = warm, here
        self._pool: Processes | None = None

    @property
    def spared(self) -> float:
        """The share of the time that is spared where the work is spread, 0 to 1."""
        return 1 - 1 / self._workers

    def executor(self, waiting: int, each: float = 0.3) -> Executor | None:
        """Return the processes; None where so little is `waiting` that starting them would take longer.

        `each` is about how many seconds one of them takes.

        None, too, where a profiler watches: it sees this process alone.
        """
        if sys.getprofile() is not None:
            return None
        if self._pool is None and self._workers > 1 and waiting * each > _START:
            self._pool = Processes(self._started)
        return self._pool

    def rest(self) -> None:
        """Let the processes go, and all that they remember, until there is work again."""
        if self._pool is not None:
            self._pool.shutdown()
            self._pool = None

    def _started(self) -> ProcessPoolExecutor:
        from multiprocessing import get_context

        end = (_end_with, (os.getpid(),))
        if self._here and sys.platform == "linux" and threading.active_count() == 1:
            self._here()
            return ProcessPoolExecutor(self._workers, get_context("fork"), *end)
        # A fork server is warm and holds no threads or locks of ours, unlike a plain fork.
        context = get_context("forkserver")
        context.set_forkserver_preload([self._warm])
        return ProcessPoolExecutor(self._workers, context, *end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=kind is not None)


class Processes(Executor):
    """Processes of which one may die: others take their place, and what was under way is done again."""

    def __init__(self, start: Callable[[], ProcessPoolExecutor]) -> None:
        """`start` starts them."""
        self._start = start
        self.pool = start()
        """Those that work now."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Send a call to one of them."""
        return self.pool.submit(fn, *args, **kwargs)

    def renew(self, broken: Executor) -> None:
        """Start others in the place of `broken`, once, when none of those is left to get in the way."""
        if broken is self.pool:
            broken.shutdown()
            self.pool = self._start()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Let them end."""
        self.pool.shutdown(wait, cancel_futures=cancel_futures)


def _end_with(run: int) -> None:
    """Let this process end when the process `run` does, however that ends; a fork holds its locks, too.

    Nobody else would end it: its brothers keep the pipe open that it waits at. Only Linux can tell.
    """
    if sys.platform != "linux":
        return
    try:
        descriptor = os.pidfd_open(run)
    except ProcessLookupError:
        os.kill(os.getpid(), signal.SIGKILL)
    except OSError:
        return  # A kernel that is older than Linux 5.3, or one that forbids it.
    threading.Thread(target=_watch, args=(descriptor,), daemon=True).start()


def _watch(descriptor: int) -> None:
    waiting = select.poll()
    waiting.register(descriptor, select.POLLIN)
    waiting.poll()
    os.kill(os.getpid(), signal.SIGKILL)


def stream(
    executor: Executor | None, call: Callable[..., T], arguments: Iterable[Sequence[Any]]
) -> Iterator[T]:
    """Call `call` with each of `arguments`, by the executor's processes or here, and yield in order.

    Arguments are made only as they are sent, and few are under way at a time.
    """
    if executor is None:
        for each in arguments:
            yield call(*each)
        return
    waiting: deque[_Sent[T]] = deque()
    try:
        for each in arguments:
            waiting.append(_Sent(executor, call, each))
            if len(waiting) >= getattr(executor, "ahead", _AHEAD):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for sent in waiting:
            sent.cancel()


class _Sent(Generic[T]):
    """A call that was sent to an executor, and is sent again where its processes break."""

    def __init__(self, executor: Executor, call: Callable[..., T], arguments: Sequence[Any]) -> None:
        self._executor, self._call, self._arguments = executor, call, arguments
        self._future: Future[T] | None = None
        self._to: Executor = executor
        self._send()

    def _send(self) -> None:
        """Send it; that the processes are broken already is found out when it is asked for."""
        self._to = getattr(self._executor, "pool", self._executor)
        try:
            self._future = self._executor.submit(self._call, *self._arguments)
        except BrokenExecutor:
            self._future = None

    def result(self) -> T:
        """Return what the call returned. Raises what it raised, `MachineError` if no process outlives it."""
        for _ in range(_TRIES):
            try:
                if self._future is not None:
                    return self._future.result()
            except BrokenExecutor:
                if not isinstance(self._executor, Processes):
                    raise
            if isinstance(self._executor, Processes):
                self._executor.renew(self._to)
            self._send()
        raise _died()

    def cancel(self) -> None:
        """Let it not begin if it has not."""
        if self._future is not None:
            self._future.cancel()


def _died() -> MachineError:
    reason = f"a process was ended from outside, as were those that took its place ({_TRIES} times)"
    hint = "perhaps memory is short: try --jobs 1, which shows what fails"
    return MachineError(Finding(id="machine.process", reason=reason, hint=hint))


def by_article(
    call: Callable[[Project, ArticleName, *Ts], T],
    project: Project,
    names: Sequence[ArticleName],
    *more: *Ts,
    jobs: int | None,
    what: str,
    tell: Progress,
) -> Iterator[T]:
    """Yield what `call` makes of each article of `names`, in their order, while processes work ahead.

    Who waits is told how many of `what` are done. Raises one `InputError` with all that is wrong, once all
    that could be used is yielded.
    """
    with Pool(jobs, warm="pipeline.workflow.warm_checks") as pool:
        yield from spread(call, [(project, name, *more) for name in names], pool=pool, what=what, tell=tell)


def spread(
    call: Callable[..., T], arguments: Sequence[Sequence[Any]], *, pool: Pool, what: str, tell: Progress
) -> Iterator[T]:
    """Yield what `call` makes of each of `arguments`, in their order, by the processes of `pool` or here.

    Who waits is told how many of `what` are done. Raises one `InputError` with all that is wrong, once all
    that could be used is yielded.
    """
    wrong: list[Finding] = []
    pace = Pace(len(arguments), what, tell)
    for each in gradually(pool, partial(_tried, call), arguments):
        pace.step()
        if isinstance(each, InputError):
            wrong.extend(each.findings)
        else:
            yield each
    if wrong:
        raise InputError(wrong)


def gradually(pool: Pool, call: Callable[..., T], arguments: Sequence[Sequence[Any]]) -> Iterator[T]:
    """Call `call` with each of `arguments`, and yield in order: here, then by processes if they spare time.

    They are started once it is known that what is left takes longer than that. The first call tells nothing:
    it loads what all others find loaded.
    """
    executor = pool.executor(len(arguments), 0)
    taken, done = 0.0, 0
    while executor is None and done < len(arguments):
        begun = time.monotonic()
        made = call(*arguments[done])
        taken += time.monotonic() - begun if done else 0
        done += 1
        yield made
        if taken > _SAMPLE:
            executor = pool.executor(len(arguments) - done, taken / (done - 1) * pool.spared)
    yield from stream(executor, call, arguments[done:])


def _tried(call: Callable[..., T], *arguments: Any) -> T | InputError:
    try:
        return call(*arguments)
    except InputError as error:
        return error


class Pace:
    """Tells of long work every few seconds: how much is done, how fast it goes, and how long it will take."""

    def __init__(self, total: int, what: str, progress: Progress, *, seconds: float = 5.0) -> None:
        """`total` of `what` are to be done, as in "pages"; who waits is told every so many `seconds`."""
        self._total, self._what, self._progress, self._seconds = total, what, progress, seconds
        self._begun = self._told = time.monotonic()
        self._done = 0

    def step(self, done: int = 1) -> None:
        """Count what was done."""
        self._done += done
        now = time.monotonic()
        if now - self._told < self._seconds or not self._done:
            return
        self._told = now
        rate = self._done / (now - self._begun)
        left = round((self._total - self._done) / rate)
        minutes = f"{left // 60} min {left % 60} s" if left >= 60 else f"{left} s"
        self._progress(
            f"{self._done:,} of {self._total:,} {self._what}, {rate:,.0f} a second, {minutes} left"
        )


def in_batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut `items` into pieces of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))

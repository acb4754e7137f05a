"""Work spread over the cores of this machine, or over any executor: values out, results back in order."""

import os
import select
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar, TypeVarTuple

from pipeline.errors import InputError
from pipeline.model import ArticleName, Finding
from pipeline.workflow.project import Progress, Project

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

_AHEAD = 32
"""Calls that wait for a process at any time: enough that none idles, few to hold. A cluster says its own."""

_START = 1.0
"""Seconds that it takes to start the processes, and to load all that they need."""


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
        self._pool: ProcessPoolExecutor | None = None

    def executor(self, waiting: int, each: float = 0.3) -> Executor | None:
        """Return the processes; None where so little is `waiting` that starting them would take longer.

        `each` is about how many seconds one of them takes.

        None, too, where a profiler watches: it sees this process alone.
        """
        if sys.getprofile() is not None:
            return None
        if self._pool is None and self._workers > 1 and waiting * each > _START:
            self._pool = self._started()
        return self._pool

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
    waiting: deque[Future[T]] = deque()
    try:
        for each in arguments:
            waiting.append(executor.submit(call, *each))
            if len(waiting) >= getattr(executor, "ahead", _AHEAD):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


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
    wrong: list[Finding] = []
    pace = Pace(len(names), what, tell)
    with Pool(jobs, warm="pipeline.workflow.warm_checks") as pool:
        sent = ((call, project, name, *more) for name in names)
        for each in stream(pool.executor(len(names)), _tried, sent):
            pace.step()
            if isinstance(each, InputError):
                wrong.extend(each.findings)
            else:
                yield each
    if wrong:
        raise InputError(wrong)


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
        if now - self._told < self._seconds:
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

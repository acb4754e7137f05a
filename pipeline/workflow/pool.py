"""Work spread over the cores of this machine, or over any executor: values out, results back in order."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

T = TypeVar("T")

_AHEAD = 32
"""Calls that wait for a process at any time: enough that none idles, few to hold. A cluster says its own."""


class Pool:
    """Processes for one run, started when there is work for more than one, and warm from then on."""

    def __init__(self, workers: int | None = None) -> None:
        """`workers` is the number of processes, by default one for each core."""
        self._workers = workers or os.cpu_count() or 1
        self._pool: ProcessPoolExecutor | None = None

    def executor(self, waiting: int) -> Executor | None:
        """Return the processes; None where so little is `waiting` that starting them would take longer."""
        if self._pool is None and self._workers > 1 and waiting > 3:
            from multiprocessing import get_context

            # A fork server is warm and holds no threads or locks of ours, unlike a plain fork.
            context = get_context("forkserver")
            context.set_forkserver_preload(["pipeline.workflow.warm"])
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context)
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=kind is not None)


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


def in_batches(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut `items` into pieces of at most `size`."""
    return (items[start : start + size] for start in range(0, len(items), size))

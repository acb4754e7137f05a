"""A Dask cluster as an executor: values go out, pages come back, and no file system is shared.

Dask gives the work of a worker that died to another. What it cannot know is whether a worker would make
the same bytes as this machine, so every worker is asked before the first job and, since workers come
and go, again with each job.
"""

import re
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from pipeline.errors import InputError, MachineError
from pipeline.model import Finding
from pipeline.workflow.project import Progress, digest, program_digest, silent

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")

LIBRARIES = ("babel", "jinja2", "markdown", "nh3", "typst")
"""Those whose version shows in what is rendered."""

CONNECT_SECONDS = 30
"""How long the scheduler and its first worker may take to answer."""

PATIENCE_SECONDS = 60
"""How long a build waits for a worker once there is none left."""

_AHEAD, _AHEAD_EACH = 8, 4
"""Jobs under way at least, and for each worker: it should find the next one at hand when it is done."""

_LOOPBACK = re.compile(r"(127(\.\d+){3}|localhost|\[::1\]):\d+")
_ADDRESS = re.compile(r"((?P<scheme>\w+)://)?(?P<place>([\w.-]+|\[[\da-fA-F:]+\]):\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """What decides which bytes a process makes of a job."""

    program: str
    """The hash of the program's own files."""
    libraries: Mapping[str, str]
    """The version of each library that shapes pages."""
    fonts: Mapping[str, tuple[str, ...]]
    """For each font family that PDFs may use, its files and their sizes."""

    def difference(self, other: "Identity") -> str:
        """Say in words how another process differs; empty if it does not."""
        parts = [
            f"{name} {other.libraries.get(name, 'missing')} instead of {version}"
            for name, version in self.libraries.items()
            if other.libraries.get(name) != version
        ]
        if self.program != other.program:
            parts.insert(0, "another version of the program")
        lacking = sorted(self.fonts.keys() - other.fonts.keys())
        if lacking:
            parts.append(f"no font {_listed(lacking)}")
        odd = sorted(name for name, files in other.fonts.items() if self.fonts.get(name) != files)
        if odd:
            parts.append(f"other fonts ({_listed(odd)})")
        return ", ".join(parts)

    @property
    def digest(self) -> str:
        """Of all of it, short enough to go with every job."""
        return digest([self.program, repr(sorted(self.libraries.items())), repr(sorted(self.fonts.items()))])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


@cache
def identity(families: tuple[str, ...]) -> Identity:
    """Return what this process is. Reads the fonts, once; `families` are those that the settings name."""
    from importlib.metadata import version

    from pipeline.render import fonts, pdf

    used = fonts.families() | set(families)
    return Identity(
        program=program_digest(),
        libraries={name: version(name) for name in LIBRARIES},
        fonts={name: files for name, files in pdf.font_files().items() if name in used},
    )


@contextmanager
def connect(address: str, *, families: Iterable[str] = (), progress: Progress = silent) -> Iterator[Executor]:
    """Yield an executor whose jobs run on the cluster at `address`, in processes like this one.

    `families` are the fonts that the settings name beside the usual ones. Raises `InputError` for an
    address that is none, `MachineError` if the cluster cannot be reached, a worker would make other bytes
    than this machine, or no worker is left.
    """
    where = read_address(address)
    if where.startswith("tcp:") and not _LOOPBACK.fullmatch(where.removeprefix("tcp://")):
        progress(f"{where} is not encrypted: whoever reaches it can run programs there and here; see tls://")
    with _client(where) as client:
        ours = tuple(sorted(set(families)))
        _refuse_strangers(client, where, ours)
        count = len(client.scheduler_info(n_workers=-1)["workers"])
        progress(f"{count} {'worker' if count == 1 else 'workers'} at {where}")
        cluster = _Cluster(client, ours)
        try:
            yield cluster
        except CancelledError:
            raise _lost(where, "no worker is left, or its scheduler stopped") from None
        except Exception as error:
            if type(error).__name__ != "KilledWorker":
                raise
            raise _lost(where, "one job ended every worker that tried it") from error
        finally:
            cluster.shutdown(wait=False)


def read_address(address: str) -> str:
    """Return a scheduler's address with its scheme: TLS, unless it is of this machine or says `tcp://`.

    Raises `InputError` for anything else: what runs there is a program that is sent to it.
    """
    found = _ADDRESS.fullmatch(address)
    if found is None or found["scheme"] not in (None, "tcp", "tls"):
        raise InputError(
            Finding(
                id="cluster.address",
                reason=f"{address!r} is no address of a Dask scheduler",
                hint="write tls://HOST:PORT, or tcp://HOST:PORT on a network that nobody else can reach",
            )
        )
    scheme = found["scheme"] or ("tcp" if _LOOPBACK.fullmatch(found["place"]) else "tls")
    return f"{scheme}://{found['place']}"


@contextmanager
def _client(where: str) -> "Iterator[Client]":
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise MachineError(
            Finding(
                id="cluster.library",
                reason="the library for clusters is not installed",
                hint="pip install 'imprimatur[cluster]'",
            )
        ) from None
    # Large pictures go with their articles, and that is no mistake to warn of.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
        try:
            client = Client(where, timeout=CONNECT_SECONDS, set_as_default=False)
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, ValueError, TypeError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise _lost(where, reason, reached=False) from error
        with client:
            yield client


def _refuse_strangers(client: "Client", where: str, families: tuple[str, ...]) -> None:
    """Ask every worker what it is. Raises `MachineError` that tells of all that differ."""
    try:
        answers: Mapping[str, Any] = client.run(identity, families, on_error="return")
    except Exception as error:
        raise _stranger(where, f"no answer ({type(error).__name__}: {error})") from error
    found = [
        _stranger(worker, difference).findings[0]
        for worker, answer in sorted(answers.items())
        if (difference := _difference(answer, families))
    ]
    if found:
        raise MachineError(found)


def _difference(answer: object, families: tuple[str, ...]) -> str:
    if isinstance(answer, Identity):
        return identity(families).difference(answer)
    return f"no program that could answer ({type(answer).__name__}: {answer})"


def _stranger(worker: str, difference: str) -> MachineError:
    return MachineError(
        Finding(
            id="cluster.worker",
            reason=f"the worker {worker} would not make the same pages as this machine: it has {difference}",
            hint="install the same program, the same lock file and the same fonts there, and start it again",
        )
    )


def _lost(where: str, reason: str, *, reached: bool = True) -> MachineError:
    what = "was lost" if reached else "cannot be reached"
    return MachineError(
        Finding(
            id="cluster.lost",
            reason=f"the cluster at {where} {what}: {reason}",
            hint="see the logs of its scheduler and workers; without --cluster this machine does the work",
        )
    )


class _Cluster(Executor):
    """Dask's own executor, with a guard around each job and an eye on whether any worker is left."""

    def __init__(self, client: "Client", families: tuple[str, ...]) -> None:
        self._client = client
        self._guard = partial(_guarded, families, identity(families).digest)
        self._inner = client.get_executor(pure=False)
        self.ahead = 0
        """Jobs that may be under way at a time, by the workers that there are."""
        self._count_workers()
        self._waiting: set[Future[Any]] = set()
        self._done = threading.Event()
        threading.Thread(target=self._watch, name="cluster", daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Send a call to a worker; the rest is Dask's."""
        future: Future[T] = self._inner.submit(self._guard, fn, args, kwargs)
        self._waiting.add(future)
        future.add_done_callback(self._waiting.discard)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Stop watching, and let go of what nobody waits for any more."""
        self._done.set()
        self._inner.shutdown(wait=wait and not cancel_futures)

    def _count_workers(self) -> int:
        count = len(self._client.scheduler_info(n_workers=-1)["workers"])
        self.ahead = max(_AHEAD, _AHEAD_EACH * count)
        return count

    def _watch(self) -> None:
        """Cancel what is waiting once there was no worker for a while; else it would wait for ever."""
        alone = None
        while not self._done.wait(1):
            if self._count_workers():
                alone = None
            elif alone is None:
                alone = time.monotonic()
            elif time.monotonic() - alone > PATIENCE_SECONDS:
                for future in tuple(self._waiting):
                    future.cancel()
                return


_ONE_AT_A_TIME = threading.Lock()


def _guarded(
    families: tuple[str, ...],
    expected: str,
    fn: Callable[..., T],
    args: Sequence[Any],
    kwargs: Mapping[str, Any],
) -> T:
    """Run a job on a worker, unless this worker would make other bytes than the caller.

    A worker may have several threads; rendering is made for one. Raises `MachineError` and what `fn` raises.
    """
    with _ONE_AT_A_TIME:
        if identity(families).digest != expected:
            raise _stranger(_name(), "another program, other libraries or other fonts")
        return fn(*args, **kwargs)


def _name() -> str:
    from distributed import get_worker

    return str(get_worker().address)

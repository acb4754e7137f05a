"""The whole build of the preview, in a process of its own that gives way to the pages being looked at."""

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pipeline.errors import ImprimaturError, MachineError
from pipeline.model import Finding
from pipeline.workflow.build import build
from pipeline.workflow.extract import extract
from pipeline.workflow.known import Known
from pipeline.workflow.project import Progress, article_names, open_project
from pipeline.workflow.summary import Built


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """A build is over."""

    changed: bool = False
    """Whether any page is another one now."""
    error: ImprimaturError | None = None
    """Why it stopped; then the pages stand as before."""


def rebuild(root: Path, progress: Progress) -> Built:
    """Bring catalogues and pages up to date, with settings read afresh."""
    project = open_project(root)
    extract(project, Known(project).unsettled(article_names(project)), progress=progress)
    return build(project, progress=progress, extracted=True)


class Builder:
    """Starts the process when it is first needed; from then on it is warm."""

    def __init__(self, root: Path, progress: Progress, done: Callable[[Done], None]) -> None:
        """For the content folder `root`. `progress` and `done` are called by a thread of its own."""
        self._root, self._progress, self._done = root, progress, done
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Begin a build; `done` is told when it is over. One at a time."""
        if self._process is None:
            self._process = self._start()
            threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        # Where it ended meanwhile, who listens to it says so.
        with suppress(OSError, ValueError):
            orders = _piped(self._process.stdin)
            orders.write(b"\n")
            orders.flush()

    def end(self, seconds: float = 10.0) -> None:
        """Let the process end: at once if it is idle, else at its next page, with no output half swapped.

        After so many `seconds` it is left to end by itself.
        """
        process, self._process = self._process, None
        if process is not None:
            with suppress(OSError):
                _piped(process.stdin).close()
            with suppress(subprocess.TimeoutExpired):
                process.wait(seconds)

    def _start(self) -> "subprocess.Popen[bytes]":
        here = str(Path(__file__).resolve().parent.parent.parent)
        path = os.pathsep.join(filter(None, (here, os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(  # noqa: S603 -- The program itself.
            [sys.executable, "-m", __package__, str(self._root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": path},
            # Ctrl+C is for the preview, which ends it in its own way.
            start_new_session=True,
        )

    def _listen(self, process: "subprocess.Popen[bytes]") -> None:
        with _piped(process.stdout) as answers, suppress(EOFError, OSError, pickle.UnpicklingError):
            # With nobody listening it ends at its next word.
            while process is self._process:
                message = pickle.load(answers)  # noqa: S301 -- From the program itself.
                if isinstance(message, Done):
                    self._done(message)
                else:
                    self._progress(message)
        if process is self._process:
            self._process = None
            with suppress(OSError):
                _piped(process.stdin).close()
            process.wait()
            reason = "the process that builds pages ended by itself"
            finding = Finding(id="machine.build", reason=reason, hint="save again to start another one")
            self._done(Done(error=MachineError(finding)))


def _piped(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the process was started without a pipe")
    return stream


def work(root: Path, orders: IO[bytes], answers: IO[bytes]) -> None:
    """Build whenever a line comes in, until nobody sends or listens any more. Runs in the process itself."""

    def tell(message: Done | str) -> None:
        answers.write(pickle.dumps(message))

    with suppress(BrokenPipeError):
        for _ in orders:
            try:
                tell(Done(changed=rebuild(root, tell).changed))
            except ImprimaturError as error:
                tell(Done(error=error))

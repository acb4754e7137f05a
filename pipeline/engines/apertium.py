"""Apertium as a program that stays: one pipe for each mode, one message at a time.

The pipe runs the command that `apertium-wblank-mode -z` prints for a mode; a NUL byte flushes it.
Every message ends with a numbered superblank, which must come back: an answer to another
message is noticed, the pipe started afresh, and the message tried once more.
"""

import contextlib
import itertools
import os
import re
import select
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.engines import Answer, EngineError, Problem, ProblemKind
from pipeline.engines.rewrites import ENGLISH, SPANISH
from pipeline.model import LocaleTag
from pipeline.protect import Rendering
from pipeline.protect.stream import renderings, unknown_words, without_marks

_DATA = (Path("/usr/share/apertium"), Path("/usr/local/share/apertium"))
_PROGRAM = "apertium-wblank-mode"
_CHUNK = 65536


@dataclass(frozen=True, kw_only=True, slots=True)
class Hop:
    """One mode of a chain, and the Debian package that it comes in."""

    mode: str
    package: str
    instead: Mapping[str, str] = field(default_factory=dict)
    """Words and phrases on the way in that the mode is known to misread, as patterns, and better ones."""


_SPANISH = Hop(mode="eng-spa", package="apertium-eng-spa", instead=ENGLISH)
CHAINS: Mapping[str, tuple[Hop, ...]] = {
    "es": (_SPANISH,),
    "fr": (_SPANISH, Hop(mode="es-fr", package="apertium-fr-es")),
    "it": (
        _SPANISH,
        Hop(mode="spa-ita", package="apertium-spa-ita", instead=SPANISH),
    ),
    "pt": (_SPANISH, Hop(mode="es-pt", package="apertium-es-pt")),
    "pt_BR": (_SPANISH, Hop(mode="es-pt_BR", package="apertium-es-pt")),
    "ca": (Hop(mode="eng-cat", package="apertium-eng-cat"),),
    "gl": (Hop(mode="en-gl", package="apertium-en-gl"),),
}
"""The modes from English to each locale, in order."""


def engine(settings: Mapping[str, Any]) -> "Apertium":
    """Return the engine; `timeout` is the longest wait for one message, in seconds."""
    return Apertium(timeout=float(settings.get("timeout", 20)))


class Apertium:
    """The engine. Pipes start when they are needed; threads may share them."""

    name = "apertium"
    terms = True

    def __init__(self, *, timeout: float = 20, data: Sequence[Path] = _DATA) -> None:
        """Look for modes in the folders `data`; give up on a message after `timeout` seconds."""
        self._timeout = timeout
        self._data = tuple(data)
        self._pipes: dict[str, Pipe] = {}
        self._lock = threading.Lock()

    def version(self, source: LocaleTag, target: LocaleTag) -> str:
        """Return the modes and, where dpkg knows them, their packages' versions."""
        chain = self._chain(source, target)
        modes = ", ".join(hop.mode for hop in chain)
        packages = ", ".join(self._package(hop) for hop in chain)
        return f"{modes} ({packages})"

    def supports(self, source: LocaleTag, target: LocaleTag) -> Problem | None:
        """Return which program or package is missing, or that no mode leads there."""
        chain = self._chain(source, target)
        if not chain:
            reason = f"Apertium has no modes from {source} to {target}"
            hint = f"it has some from en to {', '.join(CHAINS)}; name another engine for {target}"
            return Problem(kind=ProblemKind.UNSUPPORTED, reason=reason, hint=hint)
        packages = dict.fromkeys(hop.package for hop in chain if self._mode(hop) is None)
        if shutil.which(_PROGRAM) is None:
            packages = {"apertium": None} | packages
        if packages:
            names = " ".join(packages)
            reason = f"not installed: {names}"
            return Problem(kind=ProblemKind.MISSING, reason=reason, hint=f"sudo apt-get install {names}")
        return None

    def renderings(self, target: LocaleTag) -> tuple[Rendering, ...]:
        """Word-bound blanks with carriers, superblanks, pieces."""
        return renderings(target)

    def translate(
        self, texts: Sequence[str], source: LocaleTag, target: LocaleTag
    ) -> Iterator[Answer | Problem]:
        """Yield an answer for each text, a stream of Apertium's with its marks of unknown words."""
        problem = self.supports(source, target)
        if problem:
            raise EngineError(problem)
        chain = self._chain(source, target)
        pipes = [(self._pipe(hop), hop.instead) for hop in chain]
        for text in texts:
            yield _through(pipes, text)

    def close(self) -> None:
        """Stop all pipes."""
        with self._lock:
            for pipe in self._pipes.values():
                pipe.stop()

    def _chain(self, source: LocaleTag, target: LocaleTag) -> tuple[Hop, ...]:
        return CHAINS.get(target, ()) if source.partition("_")[0] == "en" else ()

    def _mode(self, hop: Hop) -> Path | None:
        paths = (folder / "modes" / f"{hop.mode}.mode" for folder in self._data)
        return next((path for path in paths if path.is_file()), None)

    def _pipe(self, hop: Hop) -> "Pipe":
        with self._lock:
            if hop.mode not in self._pipes:
                self._pipes[hop.mode] = Pipe(self._mode(hop) or Path(), timeout=self._timeout)
            return self._pipes[hop.mode]

    def _package(self, hop: Hop) -> str:
        """Return the package with its version; without it where dpkg is no help."""
        program = shutil.which("dpkg-query")
        if program is None:
            return hop.package
        command = [program, "--show", "--showformat=${Version}", hop.package]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # A fixed name.
        return f"{hop.package} {done.stdout.strip()}".strip() if done.returncode == 0 else hop.package


def _through(pipes: Sequence[tuple["Pipe", Mapping[str, str]]], text: str) -> Answer | Problem:
    """Send a text through all modes of a chain."""
    if "\0" in text:
        return Problem(kind=ProblemKind.INVALID, reason="the text holds a NUL character")
    answer = text
    try:
        for pipe, instead in pipes:
            stream = text if answer is text else without_marks(answer)
            answer = pipe.translate(_replaced(stream, instead))
    except EngineError as error:
        return error.problem
    unknown, words = unknown_words(answer)
    return Answer(text=answer, words=words, unknown=unknown)


def _replaced(stream: str, instead: Mapping[str, str]) -> str:
    """Put better words in the place of those that a mode misreads; a capital stays one."""
    for pattern, better in instead.items():

        def written(match: re.Match[str], better: str = better) -> str:
            words = match.expand(better)
            return words[:1].upper() + words[1:] if match[0][:1].isupper() else words

        stream = re.sub(rf"(?i)(?<![\w*-]){pattern}(?![\w-])", written, stream)
    return stream


class Pipe:
    """One running mode."""

    _serial = itertools.count(1)

    def __init__(self, mode: Path, *, timeout: float) -> None:
        """Run the mode in the file `mode`, started at the first message."""
        self._mode = mode
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def translate(self, stream: str) -> str:
        """Send one stream and return the answer to it. Raises `EngineError` after two attempts."""
        with self._lock:
            for _ in range(2):
                mark = f"[n{next(self._serial)}]"
                answer = self._exchange(f"{stream}{mark}")
                if answer is not None and answer.rstrip().endswith(mark) and "\0" not in answer:
                    return answer.rstrip().removesuffix(mark)
                self._stop()
        reason = f"Apertium's mode {self._mode.stem} died, hung or lost its place twice"
        raise EngineError(Problem(kind=ProblemKind.TRANSIENT, reason=reason))

    def stop(self) -> None:
        """End the programs; the next message starts them again."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):  # All of them may have ended by themselves.
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream:
                stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._stop()
            printed = subprocess.run(  # noqa: S603  # The mode's file was found in Apertium's folder.
                [shutil.which(_PROGRAM) or _PROGRAM, "-z", str(self._mode)],
                capture_output=True,
                encoding="utf-8",
                check=True,
            )
            # The command is the installed package's own; "-g" is its first argument: mark unknown words.
            script = f"set -o pipefail; {printed.stdout}"
            self._process = subprocess.Popen(  # noqa: S603
                [shutil.which("bash") or "/bin/bash", "-c", script, "apertium", "-g", ""],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
                start_new_session=True,
                bufsize=0,
            )
        return self._process

    def _exchange(self, stream: str) -> str | None:
        """Write a stream and read up to the NUL; None where the pipe died or took too long."""
        process = self._started()
        if process.stdin is None or process.stdout is None:
            return None
        into, out = process.stdin.fileno(), process.stdout.fileno()
        os.set_blocking(into, False)
        rest = memoryview(stream.encode() + b"\0")
        answer = bytearray()
        end = time.monotonic() + self._timeout + len(stream) / 2000
        while not answer.endswith(b"\0"):
            left = end - time.monotonic()
            readable, writable, _ = select.select([out], [into] if rest else [], [], max(0, left))
            if not readable and not writable:
                return None
            if writable:
                try:
                    rest = rest[os.write(into, rest[:_CHUNK]) :]
                except BrokenPipeError:
                    return None
            if readable:
                piece = os.read(out, _CHUNK)
                if not piece:
                    return None
                answer += piece
        return re.sub(r"\0\Z", "", answer.decode("utf-8", "replace"))

"""HTTP for deep-translator, made safe: it stands where that library expects the module `requests`.

One session for each thread keeps connections alive; every call has timeouts, follows no redirect,
reads no more than a megabyte, and ends in a `Problem` that names neither address nor key.
"""

import contextlib
import datetime
import email.utils
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.engines import EngineError, Problem, ProblemKind

_LARGEST = 1_000_000
"""Bytes of an answer; a translation of the longest text that any service takes is far shorter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """A request on its way."""

    method: str
    url: str
    options: dict[str, Any]
    """As for `requests.request`: `params`, `data`, `json`, `headers`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """What holds for the requests of one engine."""

    engine: str
    adapt: Callable[[Outgoing], Outgoing]
    """Turns deep-translator's request into the one that the service wants today."""
    timeout: float
    """Seconds for the whole exchange; connecting has at most 5 of them."""


class Transport:
    """The stand-in. Threads share it; what is being called is known for each thread."""

    def __init__(self) -> None:
        """Open nothing yet."""
        import requests

        self.exceptions = requests.exceptions
        self._local = threading.local()
        self._sessions: list[requests.Session] = []
        self._lock = threading.Lock()

    @contextlib.contextmanager
    def calling(self, call: Call) -> Iterator[None]:
        """Make the requests of this thread within the block belong to `call`."""
        self._local.call = call
        try:
            yield
        finally:
            del self._local.call

    def get(self, url: str, **options: Any) -> Any:
        """Stand for `requests.get`. Raises `EngineError` for all but a readable success."""
        return self._go("GET", url, options)

    def post(self, url: str, **options: Any) -> Any:
        """Stand for `requests.post`. Raises `EngineError` for all but a readable success."""
        return self._go("POST", url, options)

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            sessions, self._sessions = self._sessions, []
            self._local = threading.local()
        for session in sessions:
            session.close()

    def _session(self) -> Any:
        import requests

        if not hasattr(self._local, "session"):
            session = requests.Session()
            session.trust_env = False  # A .netrc or a proxy setting must not see or change requests.
            self._local.session = session
            with self._lock:
                self._sessions.append(session)
        return self._local.session

    def _go(self, method: str, url: str, options: dict[str, Any]) -> Any:
        call: Call = self._local.call
        given = {name: dict(value) for name, value in options.items() if isinstance(value, dict)}
        outgoing = call.adapt(Outgoing(method=method, url=url, options={**options, **given}))
        end = time.monotonic() + call.timeout
        try:
            response = self._session().request(
                outgoing.method,
                outgoing.url,
                **outgoing.options,
                timeout=(min(5, call.timeout), call.timeout),
                allow_redirects=False,
                stream=True,
            )
            with response:
                response._content = _body(response, call, end)
        except self.exceptions.RequestException as error:
            reason = f"{call.engine} cannot be reached ({type(error).__name__})"
            raise EngineError(Problem(kind=ProblemKind.TRANSIENT, reason=reason)) from None
        problem = problem_of(call.engine, response.status_code, response.headers, response.text)
        if problem:
            raise EngineError(problem)
        return response


def _body(response: Any, call: Call, end: float) -> bytes:
    """Read an answer, up to a size and a time: a timeout of the socket alone never ends a trickle."""
    body = bytearray()
    for piece in response.iter_content(65536):
        body += piece
        if len(body) > _LARGEST:
            reason = f"{call.engine} sent more than {_LARGEST // 1_000_000} MB for one text"
            raise EngineError(Problem(kind=ProblemKind.GARBLED, reason=reason))
        if time.monotonic() > end:
            reason = f"{call.engine} took longer than {call.timeout:g} s"
            raise EngineError(Problem(kind=ProblemKind.TRANSIENT, reason=reason))
    return bytes(body)


_KINDS = {
    400: (ProblemKind.INVALID, "refuses the request", ""),
    401: (ProblemKind.AUTH, "refuses the key", "check the key in the environment"),
    403: (ProblemKind.AUTH, "refuses the key", "check the key in the environment"),
    413: (ProblemKind.INVALID, "says that the text is too long", ""),
    414: (ProblemKind.INVALID, "says that the text is too long", ""),
    429: (ProblemKind.RATE, "says that there were too many requests", ""),
    456: (ProblemKind.QUOTA, "says that the quota is used up", "wait for the next period, or buy more"),
}


def problem_of(engine: str, status: int, headers: Any, text: str = "") -> Problem | None:
    """Return what an HTTP status means; None for success. `text` is the answer's body."""
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        captcha = "sorry" in str(headers.get("Location", ""))
        kind = ProblemKind.RATE if captcha else ProblemKind.GARBLED
        reason = f"{engine} asks for a captcha" if captcha else f"{engine} answered with a redirect"
        return Problem(kind=kind, reason=reason)
    default = ProblemKind.TRANSIENT if status >= 500 or status == 408 else ProblemKind.INVALID
    kind, meaning, hint = _KINDS.get(status, (default, "failed", ""))
    if kind in (ProblemKind.INVALID, ProblemKind.AUTH) and "quota" in text.lower():
        kind, meaning, hint = _KINDS[456]
    if kind is ProblemKind.INVALID and ("lang" in text.lower() or "is not supported" in text):
        kind, meaning = ProblemKind.UNSUPPORTED, "does not know the language"
    reason = f"{engine} {meaning} (HTTP {status})"
    return Problem(kind=kind, reason=reason, hint=hint, retry_after=retry_after(headers.get("Retry-After")))


def retry_after(value: str | None, now: float | None = None) -> float | None:
    """Read the header Retry-After, seconds or a date (RFC 9110), as seconds from `now` (Unix time)."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 8:
        return float(text)
    try:
        moment = email.utils.parsedate_to_datetime(text)
        seconds = moment.replace(tzinfo=moment.tzinfo or datetime.UTC).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return max(0.0, seconds - (time.time() if now is None else now))

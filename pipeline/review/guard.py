"""What every request passes first: host, origin, size; and the headers that every answer carries.

Plain ASGI, so that nothing is read or routed before it was let in.
"""

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

BODY_LIMIT = 512 * 1024
"""Bytes of a form. The longest text, percent-encoded twice over, fits."""
_DRAIN_LIMIT = 16 * BODY_LIMIT
_ADDRESS_LIMIT = 4 * 1024

_SAFE = frozenset(("GET", "HEAD"))

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Content Security Policy (level 3) of our own pages: nothing inline, nothing from elsewhere."""

FRAME_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
"""That of the printed page in its frame: no script at all, whatever is in it."""

_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guard:
    """Lets through only what comes to one of `hosts`, from a page of ours, in a size we expect."""

    app: Application
    hosts: frozenset[str]
    """Host headers that are ours, in lower case, with the port where it is not the scheme's own."""

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on (ASGI 3)."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = _headers(scope["headers"])
        refused = self._refuse(scope, headers)
        if refused:
            if scope["method"] not in _SAFE:
                await _read(receive)
            await _answer(send, *refused)
            return
        body = b""
        if scope["method"] not in _SAFE:
            whole = await _read(receive)
            if whole is None:
                await _answer(send, 413, "The form is too large.")
                return
            body = whole
        await self.app(scope, _replay(body, receive), _with_headers(send))

    def _refuse(self, scope: Message, headers: dict[str, list[str]]) -> tuple[int, str] | None:
        """Return the status and the reason with which a request is turned away."""
        hosts = headers.get("host", [])
        if len(hosts) != 1 or hosts[0].lower() not in self.hosts:
            return 421, "This server does not answer to that name."
        if len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) > _ADDRESS_LIMIT:
            return 414, "The address is too long."
        method = scope["method"]
        if method in _SAFE:
            return None
        if method != "POST":
            return 405, "Only GET and POST are understood."
        if not self._ours(headers):
            return 403, "The form did not come from a page of this server."
        kind = headers.get("content-type", [""])[0].partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            return 415, "Only forms are understood."
        length = headers.get("content-length", ["0"])[0]
        if not length.isdigit() or int(length) > BODY_LIMIT:
            return 413, "The form is too large."
        return None

    def _ours(self, headers: dict[str, list[str]]) -> bool:
        """Whether a change comes from one of our own pages; without a witness it does not."""
        origin = headers.get("origin", [])
        if origin:
            parts = urlsplit(origin[0])
            same = parts.scheme in ("http", "https") and parts.netloc.lower() == headers["host"][0].lower()
            return len(origin) == 1 and same
        return headers.get("sec-fetch-site", []) == ["same-origin"]


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in raw:
        found.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1"))
    return found


async def _read(receive: Receive) -> bytes | None:
    """Read a body; None if it is larger than it may be.

    Of one that is too large some more is read and dropped, because a browser that is still
    sending would not hear the answer.
    """
    body, size = bytearray(), 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        part = message.get("body", b"")
        size += len(part)
        if size <= BODY_LIMIT:
            body += part
        if not message.get("more_body", False) or size > _DRAIN_LIMIT:
            return bytes(body) if size <= BODY_LIMIT else None


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give the application a body that was read already."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            named = {name.lower() for name, _ in message["headers"]}
            extra = [
                *_HEADERS,
                (b"content-security-policy", PAGE_POLICY.encode()),
                (b"cache-control", b"no-store"),
            ]
            message = {
                **message,
                "headers": [*message["headers"], *(pair for pair in extra if pair[0] not in named)],
            }
        await send(message)

    return sending


async def _answer(send: Send, status: int, reason: str) -> None:
    sending = _with_headers(send)
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await sending({"type": "http.response.start", "status": status, "headers": headers})
    await sending({"type": "http.response.body", "body": f"{reason}\n".encode()})

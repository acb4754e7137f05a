"""The preview on this machine: the built pages over loopback, built again as files change.

Served pages get one script more, which reloads them when the build is done. The files in
`output/` stay as they are.
"""

import hashlib
import http.server
import threading
import time
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from pipeline.errors import ImprimaturError
from pipeline.settings import FILE
from pipeline.workflow.build import build
from pipeline.workflow.early import Early, articles_of
from pipeline.workflow.extract import extract
from pipeline.workflow.known import Known
from pipeline.workflow.project import Progress, Project, article_names, open_project
from pipeline.workflow.summary import Built

_CHANGES, _SCRIPT = "/-/changes", "/-/reload.js"
_RELOAD = f"""\
"use strict";
// An event says that pages were built again; this page is loaded again if it is another one now.
const mine = document.currentScript.dataset.page;
new EventSource("{_CHANGES}").addEventListener("built", async () => {{
  const answer = await fetch(location.pathname, {{ cache: "no-store" }});
  if (answer.headers.get("X-Page") !== mine) location.reload();
}});
"""
_POLICY, _CONNECT = b"default-src 'none';", b"default-src 'none'; connect-src 'self';"
_REST = 1.0
"""For how many seconds nothing must have been saved before what takes longer than a page is built."""
_WATCHED = ("source", "locales")


class Beat:
    """Counts builds; who waits for the next one is woken by it."""

    def __init__(self) -> None:
        """Begin before the first build."""
        self._built = 0
        self._news = threading.Condition()

    def strike(self) -> None:
        """Tell everybody that the pages were built again."""
        with self._news:
            self._built += 1
            self._news.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build; False if none came within `seconds`."""
        with self._news:
            before = self._built
            return self._news.wait_for(lambda: self._built != before, seconds)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves `output/`, and the events and the script of the preview."""

    beat: Beat
    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def do_GET(self) -> None:  # The name is http.server's.
        """Answer a request."""
        host = (self.headers.get("Host") or "").rsplit(":", 1)[0]
        if host not in ("127.0.0.1", "localhost", "[::1]"):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This preview is for this machine")
        elif "%00" in self.path:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif self.path == _CHANGES:
            self._changes()
        elif self.path == _SCRIPT:
            self._answer(_RELOAD.encode(), "text/javascript; charset=utf-8")
        elif self.path.split("?")[0].endswith((".html", "/")):
            self._page()
        else:
            super().do_GET()

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if not page.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        html = page.read_bytes()
        sha = hashlib.sha256(html).hexdigest()[:16]
        script = f'<script src="{_SCRIPT}" data-page="{sha}" defer></script></head>'.encode()
        shown = html.replace(_POLICY, _CONNECT, 1).replace(b"</head>", script, 1)
        self._answer(shown, "text/html; charset=utf-8", sha)

    def _answer(self, body: bytes, kind: str, page: str = "") -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        if page:
            self.send_header("X-Page", page)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def _changes(self) -> None:
        """Keep the line open and say when the pages were built (server-sent events, HTML Standard)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        try:
            while True:
                news = self.beat.wait(15)
                self.wfile.write(b"event: built\ndata:\n\n" if news else b": still here\n\n")
                self.wfile.flush()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # The name is http.server's.
        """Stay silent: what a person wants to see is what was built."""


def rebuild(root: Path, progress: Progress) -> Built:
    """Bring catalogues and pages up to date, with settings read afresh."""
    project = open_project(root)
    extract(project, Known(project).unsettled(article_names(project)), progress=progress)
    return build(project, progress=progress, extracted=True)


def serve(
    project: Project,
    *,
    port: int,
    progress: Progress,
    problem: Callable[[ImprimaturError], None],
    stop: threading.Event | None = None,
    ready: Callable[[str], None],
) -> None:
    """Serve the output on loopback and build it again when a file changes, until interrupted.

    `port` 0 takes a free one; `ready` is told the address. What is wrong with a changed file goes to
    `problem`, and the pages stay as they were. `stop` ends it, for tests.
    """
    beat = Beat()
    handler = type("Handler", (_Handler,), {"beat": beat})
    project.output.mkdir(parents=True, exist_ok=True)
    with http.server.ThreadingHTTPServer(
        ("127.0.0.1", port), partial(handler, directory=str(project.output))
    ) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/preview/index.html"
        try:
            _watch(project.root, beat, progress, problem, stop, lambda: ready(address))
        finally:
            server.shutdown()


def _watch(
    root: Path,
    beat: Beat,
    progress: Progress,
    problem: Callable[[ImprimaturError], None],
    stop: threading.Event | None,
    ready: Callable[[], None],
) -> None:
    """Build whenever a file changes; first for what changed before the watch began, then say `ready`.

    A saved article or catalogue shows on its pages at once; PDFs, the site and all else follow as soon as
    nothing was saved for a moment.
    """
    import watchfiles

    paths = [root / name for name in _WATCHED if (root / name).exists()]
    early, settings = Early(), _stamp(root / FILE)
    begun, waiting, saved = False, True, 0.0
    for changes in watchfiles.watch(
        *paths,
        debounce=50,
        step=15,
        rust_timeout=200,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    ):
        # Editors put a new file in the place of the old one, which a watch on the file would not follow.
        before, settings = settings, _stamp(root / FILE)
        changed = articles_of(root, [Path(path) for _, path in changes]) if before == settings else None
        try:
            if begun and changed is not None:
                if changed:
                    waiting, saved = True, time.monotonic()
                    if early.pages(open_project(root), changed, progress):
                        beat.strike()
                    continue
                if not waiting or time.monotonic() - saved < _REST:
                    continue
            else:
                early.forget()
            waiting = False
            if rebuild(root, progress).changed:
                beat.strike()
        except ImprimaturError as error:
            waiting = False
            problem(error)
        if not begun:
            begun = True
            ready()


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns

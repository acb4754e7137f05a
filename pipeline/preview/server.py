"""Serves the output and what is newer than it, on loopback only, with the script that reloads a page."""

import hashlib
import http.server
import json
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from pipeline.preview.screen import Screen
from pipeline.render.site import SiteKind

_CHANGES, _SCRIPT = "/-/changes", "/-/reload.js"
_RELOAD = f"""\
"use strict";
// An event says that pages were made again; this page is loaded again if it is another one now.
const mine = document.currentScript.dataset.page;
const look = async () => {{
  const answer = await fetch(location.pathname, {{ cache: "no-store" }});
  const now = answer.headers.get("X-Page");
  if (now && now !== mine) location.reload();
}};
// What is wrong with a saved file stands on the last good page until it is mended.
const notice = document.createElement("div");
notice.lang = "en";
notice.dir = "ltr";
notice.setAttribute("role", "alert");
notice.style.cssText = `position: fixed; inset: auto 0 0 0; z-index: 9; max-height: 50vh; overflow: auto;
  padding: 1rem; background: #7a0b0b; color: #fff; font: 1rem/1.4 monospace; white-space: pre-wrap;`;
const news = new EventSource("{_CHANGES}");
news.onopen = look;
news.addEventListener("built", look);
news.addEventListener("notice", (event) => {{
  const lines = JSON.parse(event.data);
  notice.textContent = lines.join("\\n");
  if (lines.length) document.body.append(notice); else notice.remove();
}});
"""
_POLICY, _CONNECT = b"default-src 'none';", b"default-src 'none'; connect-src 'self';"


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves `output/`, and the events and the script of the preview."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}  # noqa: RUF012

    def __init__(self, *args: Any, screen: Screen, directory: str) -> None:
        """Answer the requests of one connection."""
        self._screen = screen
        super().__init__(*args, directory=directory)

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
            self._file()

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if self.path.split("?")[0].endswith("/") or path.is_dir() else path
        html = self._fresh(page)
        if html is None and page.is_file():
            html = page.read_bytes()
        if html is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._screen.ask(self._address(page))
        sha = hashlib.sha256(html).hexdigest()[:16]
        script = f'<script src="{_SCRIPT}" data-page="{sha}" defer></script></head>'.encode()
        shown = html.replace(_POLICY, _CONNECT, 1).replace(b"</head>", script, 1)
        self._answer(shown, "text/html; charset=utf-8", sha)

    def _file(self) -> None:
        path = Path(self.translate_path(self.path))
        data = self._fresh(path)
        if data is None:
            super().do_GET()
        else:
            self._answer(data, self.guess_type(path))

    def _fresh(self, path: Path) -> bytes | None:
        """Return a file of the preview that is newer than the one on the disk."""
        return self._screen.fresh.find(self._address(path))

    def _address(self, path: Path) -> str:
        """Return the address of a file of the preview, below its root; empty for any other."""
        root = Path(self.directory) / SiteKind.PREVIEW.value
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""

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
        """Keep the line open and say what is new (server-sent events, HTML Standard)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        seen = self._screen.news._replace(notice=())
        self.wfile.flush()
        try:
            while True:
                news = self._screen.wait(seen, 15)
                if news == seen:
                    self.wfile.write(b": still here\n\n")
                if news.notice != seen.notice:
                    self.wfile.write(b"event: notice\ndata: " + json.dumps(news.notice).encode() + b"\n\n")
                if news.built != seen.built:
                    self.wfile.write(b"event: built\ndata:\n\n")
                self.wfile.flush()
                seen = news
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # The name is http.server's.
        """Stay silent: what a person wants to see is what was built."""


def open_server(output: Path, screen: Screen, port: int) -> http.server.ThreadingHTTPServer:
    """Return a server of the folder `output` and of what `screen` shows; `port` 0 takes a free one."""
    output.mkdir(parents=True, exist_ok=True)
    handler = partial(_Handler, screen=screen, directory=str(output))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    return server

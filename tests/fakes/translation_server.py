"""A translation service on loopback: Google's page, DeepL, LibreTranslate, Microsoft, MyMemory, OpenAI.

It speaks each protocol as the service does today, refuses what the service refuses, and can be told to
fail in many ways, one fault for each request.
"""

import html
import json
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

KEY = "s3cr3t-key-7f"
HANG = 0.6
"""Seconds that a hanging request takes; clients in tests wait for less."""


class Fault(StrEnum):
    """What may go wrong with a request."""

    RATE = "429 with Retry-After"
    RATE_LONG = "429 that asks for an hour"
    DOWN = "503"
    HANG = "no answer for a long time"
    CUT = "half an answer"
    RESET = "a closed connection"
    CAPTCHA = "a captcha page"
    QUOTA = "the quota is used up, said as the service says it"
    REDIRECT = "a redirect to elsewhere"
    HUGE = "10 MB"
    HTML = "an error page with status 200"
    AUTH = "the key is refused, and repeated in the answer"
    EMPTY = "an empty translation"
    SHUFFLED = "answers in another order, under their keys"
    LACKING = "one answer missing"
    WRECKED = "tokens dropped, doubled and translated"


@dataclass(kw_only=True)
class Script:
    """What the server does, and what it saw."""

    faults: list[Fault | None] = field(default_factory=list)
    """One for each request to come, in order; afterwards all goes well."""
    translate: Callable[[str, str], str] = lambda text, target: f"T {text}"
    latency: float = 0
    requests: list[dict[str, Any]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def next_fault(self) -> Fault | None:
        with self.lock:
            return self.faults.pop(0) if self.faults else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True
    server: "TranslationServer"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def _serve(self, method: str) -> None:
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.loads(raw) if raw else {}
        script = self.server.script
        with script.lock:
            seen = {"method": method, "path": self.path, "body": body, "peer": self.client_address}
            script.requests.append({**seen, "headers": dict(self.headers)})
        fault = script.next_fault()
        if script.latency:
            time.sleep(script.latency)
        if fault is None or not self._failed(fault):
            self._answer(method, address.path, query, body, fault)

    def _failed(self, fault: Fault) -> bool:
        """Fail as told; False where the fault is in the answer itself."""
        match fault:
            case Fault.RATE:
                self._send(429, {"message": "slow down"}, {"Retry-After": "2"})
            case Fault.RATE_LONG:
                self._send(429, {"message": "slow down"}, {"Retry-After": "3600"})
            case Fault.DOWN:
                self._send(503, {"message": "down"})
            case Fault.HANG:
                time.sleep(HANG)
                self.close_connection = True
            case Fault.CUT:
                self.send_response(200)
                self.send_header("Content-Length", "5000")
                self.end_headers()
                self.wfile.write(b'{"translations": [{"text": "half')
                self.close_connection = True
            case Fault.RESET:
                self.close_connection = True
            case Fault.CAPTCHA:
                self._send(302, "", {"Location": "https://www.google.com/sorry/index?continue=x"})
            case Fault.REDIRECT:
                self._send(301, "", {"Location": "http://127.0.0.1:9/elsewhere"})
            case Fault.HUGE:
                self._send(200, "x" * 10_000_000)
            case Fault.HTML:
                self._send(200, "<html><body><h1>Sorry</h1></body></html>", {"Content-Type": "text/html"})
            case Fault.AUTH:
                self._send(403, {"message": f"the key {KEY} is not valid", "error": {"message": KEY}})
            case Fault.QUOTA if urlsplit(self.path).path != "/get":
                self._send(456, {"message": "Quota exceeded"})
            case _:
                return False
        return True

    def _answer(self, method: str, path: str, query: dict[str, str], body: Any, fault: Fault | None) -> None:
        def translated(text: str, target: str) -> str:
            if fault is Fault.EMPTY:
                return ""
            done = self.server.script.translate(text, target)
            return wrecked(done) if fault is Fault.WRECKED else done

        if path == "/m" and method == "GET":
            text = html.escape(translated(query["q"], query["tl"])) if len(self.path) < 16_000 else None
            page = f'<html><body><div class="root"><div class="result-container">{text}</div></div></body></html>'
            self._send(200 if text is not None else 400, page, {"Content-Type": "text/html; charset=utf-8"})
        elif path == "/v2/translate" and method == "POST":
            allowed = self.headers.get("Authorization") == f"DeepL-Auth-Key {KEY}"
            texts = [{"text": translated(text, body["target_lang"])} for text in body["text"]]
            self._send(200 if allowed else 403, {"translations": texts})
        elif path == "/translate" and "api-version" in query and method == "POST":
            allowed = self.headers.get("Ocp-Apim-Subscription-Key") == KEY
            texts = [{"translations": [{"text": translated(each["text"], query["to"])}]} for each in body]
            self._send(200 if allowed else 401, texts if allowed else {"error": {"message": "no"}})
        elif path == "/translate" and method == "POST" and not query:
            self._send(200, {"translatedText": translated(body["q"], body["target"])})
        elif path == "/get" and method == "GET":
            text = translated(query["q"], query["langpair"].split("|")[1])
            if fault is Fault.QUOTA:
                text = (
                    "MYMEMORY WARNING: YOU USED ALL AVAILABLE FREE TRANSLATIONS FOR TODAY. NEXT IN 11 HOURS"
                )
            self._send(200, {"responseData": {"translatedText": text}, "matches": [], "responseStatus": 200})
        elif path == "/v1/chat/completions" and method == "POST":
            self._complete(body, translated, fault)
        else:
            self._send(405, {"message": "no such thing here"})

    def _complete(self, body: Any, translated: Callable[[str, str], str], fault: Fault | None) -> None:
        texts = json.loads(body["messages"][-1]["content"])
        answers = [(key, translated(text, "")) for key, text in texts.items()]
        if fault is Fault.SHUFFLED:
            answers.reverse()
        if fault is Fault.LACKING:
            answers.pop()
        content = json.dumps(dict(answers), ensure_ascii=False)
        choice = {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": content}}
        self._send(200, {"object": "chat.completion", "choices": [choice]})

    def _send(self, status: int, body: object, headers: dict[str, str] | None = None) -> None:
        data = (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def wrecked(text: str) -> str:
    """Break the tokens of a text, or where it has none its numbers."""
    chance = random.Random(text)
    if "<" in text:
        return chance.choice(
            [text.replace("<", "< /", 1), text.replace(">", "", 1), text + text[text.index("<") :]]
        )
    return text + " 99"


class TranslationServer(ThreadingHTTPServer):
    """The server; use it as a context."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self) -> None:
        """Listen on a free port of loopback."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = Script()
        self.base = f"http://127.0.0.1:{self.server_address[1]}"
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients that go away are part of the tests."""

    def stop(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()
        self._thread.join()

    def settings(self, engine: str) -> dict[str, Any]:
        """Return the settings with which an engine comes here."""
        urls = {"google": "/m", "mymemory": "/get", "openai": "/v1"}
        keyed = {} if engine in ("google", "mymemory") else {"key": KEY}
        return {"url": self.base + urls.get(engine, ""), "timeout": 0.3, "model": "fake", **keyed}

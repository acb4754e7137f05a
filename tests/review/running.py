"""A review page that really runs, and browsers without a face that talk to it."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from html import unescape
from typing import Any

import httpx

from pipeline.ledger.feed import Signer
from pipeline.review.server import LOOPBACK, _listen, prepare
from pipeline.review.sessions import Passwords, Sessions
from pipeline.workflow.project import Project


class Page:
    """The page at an address, and visitors with sessions of their own."""

    def __init__(self, home: str, sessions: Sessions, name: str) -> None:
        self.home, self.sessions, self.name = home, sessions, name

    def stranger(self, **headers: str) -> httpx.Client:
        """A browser that was not let in. It names its origin, as browsers do."""
        return httpx.Client(
            base_url=self.home,
            headers={"Host": self.name, "Origin": f"http://{self.name}", **headers},
            follow_redirects=False,
            timeout=30,
            trust_env=False,
        )

    def visitor(self, actor: str = "linguist") -> httpx.Client:
        """A browser that was let in, as somebody."""
        client = self.stranger()
        client.cookies.set("imprimatur", self.sessions.start(actor))
        return client


@contextmanager
def running(
    project: Project,
    *,
    team: str = "",
    passwords: Passwords | None = None,
    signers: Mapping[str, Signer] | None = None,
) -> Iterator[Page]:
    """Run a review page on a port of its own."""
    with _listen(0) as listener:
        port = listener.getsockname()[1]
        server, sessions = prepare(project, port=port, team=team, passwords=passwords, signers=signers)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Page(f"http://{LOOPBACK}:{port}", sessions, team or f"{LOOPBACK}:{port}")
        finally:
            server.should_exit = True
            thread.join()


def form(html: str, action: str) -> dict[str, str]:
    """The fields of the form on a page that has a button for `action`, filled as they stand."""
    for body in re.findall(r"<form.*?</form>", html, re.DOTALL):
        if f'value="{action}"' in body:
            fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', body))
            for name, text in re.findall(
                r'<textarea[^>]*name="(\w+)"[^>]*>\n?(.*?)</textarea>', body, re.DOTALL
            ):
                fields[name] = text
            return {name: unescape(value) for name, value in fields.items()} | {"action": action}
    raise AssertionError(f"the page has no form to {action}")


def submit(client: httpx.Client, address: str, action: str, **changes: Any) -> httpx.Response:
    """Open a message and submit one of its forms, changed here and there."""
    page = client.get(address)
    return client.post(address, data=form(page.text, action) | changes)

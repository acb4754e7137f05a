"""Preview: the pages over loopback, built again as files change, and pages that reload themselves."""

import http.client
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Queue
from urllib.parse import urlsplit

import pytest

from pipeline.errors import ImprimaturError
from pipeline.preview import serve
from tests.pages import pictures
from tests.workflow.folder import TEA, Folder

PAGE = "/preview/en/green-tea/index.html"


@dataclass
class Preview:
    """A running preview of a folder."""

    folder: Folder
    port: int
    problems: "Queue[ImprimaturError]" = field(default_factory=Queue)

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Ask for a path; return the status and the body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    @contextmanager
    def events(self) -> Iterator[Iterator[tuple[str, str]]]:
        """Listen as an open page does: the kind and the data of each event."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", "/-/changes")
        answer = connection.getresponse()
        assert answer.getheader("Content-Type") == "text/event-stream"

        def heard() -> Iterator[tuple[str, str]]:
            while line := answer.readline().decode():
                if line.startswith("event: "):
                    data = answer.readline().decode().removeprefix("data:")
                    yield line.removeprefix("event: ").strip(), data.strip()

        try:
            yield heard()
        finally:
            connection.close()


@pytest.fixture
def preview(published: Folder) -> Iterator[Preview]:
    """The preview of a folder in which everything is built."""
    addresses: Queue[str] = Queue()
    problems: Queue[ImprimaturError] = Queue()
    stop = threading.Event()
    thread = threading.Thread(
        target=serve,
        args=(published.project,),
        kwargs={
            "port": 0,
            "progress": lambda _: None,
            "problem": problems.put,
            "stop": stop,
            "ready": addresses.put,
        },
    )
    thread.start()
    try:
        port = urlsplit(addresses.get(timeout=20)).port
        assert port
        yield Preview(published, port, problems)
    finally:
        stop.set()
        thread.join(20)
        assert not thread.is_alive()


def until(events: Iterator[tuple[str, str]], wanted: tuple[str, str]) -> None:
    """Wait for an event; before it nothing may be told but that pages were made."""
    while (event := next(events)) != wanted:
        assert event == ("built", "")


def test_it_serves_the_pages_with_a_script_that_reloads_them(preview: Preview) -> None:
    status, page = preview.get(PAGE)
    assert status == 200
    assert "Tea is a drink." in page
    assert '<script src="/-/reload.js" data-page=' in page
    assert "EventSource" in preview.get("/-/reload.js")[1]
    assert "/-/reload.js" not in preview.folder.read("output" + PAGE)


def test_a_folder_is_answered_with_its_index(preview: Preview) -> None:
    assert "Tea is a drink." in preview.get("/preview/en/green-tea/")[1]


def test_a_change_is_shown_and_told_to_open_pages_and_built_in_full(preview: Preview) -> None:
    with preview.events() as events:
        preview.get(PAGE)
        preview.folder.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        assert next(events) == ("built", "")
        assert "Tea is a hot drink." in preview.get(PAGE)[1]
        # The page is there at once; catalogues, PDFs and the site follow.
        while "Tea is a hot drink." not in preview.get(PAGE.replace("preview", "site"))[1]:
            assert next(events) == ("built", "")
    assert preview.folder.entry("Tea is a hot drink.", TEA).fuzzy
    assert "Tea is a hot drink." in preview.folder.read("output" + PAGE)


def test_a_mistake_is_told_and_shown_and_the_pages_stay_until_it_is_mended(preview: Preview) -> None:
    good = preview.folder.read("source/tea.md")
    with preview.events() as events:
        preview.folder.write("source/tea.md", "no front matter")
        assert "no front matter" in preview.problems.get(timeout=30).findings[0].reason
        kind, data = next(events)
        assert kind == "notice"
        assert "source/tea.md:1: " in json.loads(data)[0]
        assert "Tea is a drink." in preview.get(PAGE)[1]
        with preview.events() as later:
            assert next(later) == (kind, data), "a page that is opened now shows it, too"
        preview.folder.write("source/tea.md", good.replace("a drink", "a warm drink"))
        until(events, ("notice", "[]"))
    assert "Tea is a warm drink." in preview.get(PAGE)[1]
    assert preview.problems.empty()


def test_a_mistake_that_all_articles_share_is_told_by_the_build(preview: Preview) -> None:
    good = preview.folder.read("pipeline.toml")
    with preview.events() as events:
        preview.folder.write("pipeline.toml", good + "[")
        assert "pipeline.toml" in preview.problems.get(timeout=30).findings[0].file
        assert next(events)[0] == "notice"
        preview.folder.write("pipeline.toml", good)
        until(events, ("notice", "[]"))


def test_settings_that_an_editor_replaced_are_noticed_every_time(preview: Preview) -> None:
    with preview.events() as events:
        for old, new in (("Example", "Second"), ("Second", "Third")):
            text = preview.folder.read("pipeline.toml").replace(old, new)
            preview.folder.write("new.toml", text).rename(preview.folder.path("pipeline.toml"))
            while new not in preview.get(PAGE)[1]:
                assert next(events) == ("built", "")


@pytest.mark.parametrize(
    "path",
    ["/../pipeline.toml", "/%2e%2e/pipeline.toml", "/preview/../../pipeline.toml", "/nothing.html", "/%00"],
)
def test_nothing_but_the_output_is_served(preview: Preview, path: str) -> None:
    status, body = preview.get(path)
    assert status == 404
    assert "[project]" not in body


def test_another_host_name_is_refused(preview: Preview) -> None:
    """DNS rebinding: a page from elsewhere must not read drafts under a name of its own."""
    assert preview.get(PAGE, Host="evil.example")[0] == 421


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is missing")
def test_an_open_page_reloads_itself_after_a_saved_article_and_a_saved_catalogue(preview: Preview) -> None:
    with pictures.chromium() as browser:
        page = browser.new_page()
        with page.expect_response("**/-/changes"):
            page.goto(f"http://127.0.0.1:{preview.port}{PAGE}")
        preview.folder.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        page.get_by_text("Tea is a hot drink.").wait_for()
        with page.expect_response("**/-/changes"):
            page.goto(f"http://127.0.0.1:{preview.port}/preview/es/green-tea/index.html")
        preview.folder.replace("locales/es/LC_MESSAGES/tea.po", "Hierva el agua.", "Caliente el agua.")
        page.get_by_text("Caliente el agua.").wait_for()


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is missing")
def test_a_mistake_stands_on_the_open_page_until_it_is_mended(preview: Preview) -> None:
    with pictures.chromium() as browser:
        page = browser.new_page()
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        with page.expect_response("**/-/changes"):
            page.goto(f"http://127.0.0.1:{preview.port}/preview/es/green-tea/index.html")
        good = preview.folder.read(preview.folder.po())
        preview.folder.write(preview.folder.po(), good.replace("Hierva", 'Hier"va'))
        notice = page.get_by_role("alert")
        notice.wait_for()
        assert preview.folder.po() in notice.inner_text()
        assert notice.evaluate("each => getComputedStyle(each).position") == "fixed"
        assert page.get_by_text("Hierva el agua.").is_visible()
        preview.folder.write(preview.folder.po(), good.replace("Hierva", "Caliente"))
        page.get_by_text("Caliente el agua.").wait_for()
        notice.wait_for(state="detached")
        assert not refused

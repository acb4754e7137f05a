"""A reviewer's way through a whole edition, by keyboard alone, to its page in the site.

A test walks it, and so does `make pictures`, which takes the README's pictures on the way.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model import ArticleName, LocaleTag
from pipeline.workflow.project import Project, open_project
from pipeline.workflow.publish import publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

REPOSITORY = Path(__file__).parent.parent.parent
ARTICLE, DE = ArticleName("hbot-for-multiple-sclerosis"), LocaleTag("de")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@contextmanager
def chromium() -> "Iterator[Browser]":
    """Run a browser without a face."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=120_000)
        yield browser
        browser.close()


def tab_to(tab: "Page", selector: str, most: int = 60) -> None:
    """Press Tab until the element has the focus, which then can be seen."""
    tab.wait_for_selector(selector)
    for _ in range(most):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never reaches {selector}")


def press(tab: "Page", key: str) -> None:
    """Press a key and wait until the page that it brings is there."""
    tab.keyboard.press(key)
    tab.locator("body:not([aria-busy])").wait_for()


def heard(tab: "Page") -> str:
    """Return what the live region says."""
    told = tab.locator("#told:not(:empty)")
    told.wait_for()
    return told.inner_text()


def content(root: Path) -> Project:
    """Copy the repository's content: German alone, and with somebody who may approve it."""
    for part in ("source", "locales"):
        shutil.copytree(REPOSITORY / part, root / part)
    settings = (REPOSITORY / "pipeline.toml").read_text("utf-8")
    lines = ['locales = ["de"]' if line.startswith("locales =") else line for line in settings.splitlines()]
    reviewer = ["[reviewers.reviewer]", 'roles = ["linguist"]', 'locales = ["de"]']
    kept = [line for line in lines if not line.startswith("preview_locales")]
    (root / "pipeline.toml").write_text("\n".join([*kept, "", *reviewer, ""]), encoding="utf-8")
    return open_project(root)


def walk(tab: "Page", project: Project, link: str, picture: Callable[[str], None]) -> int:
    """Go through the German edition from the one-time `link` to its page in the site.

    `picture` is called where there is something to see, with its name. Returns how many texts
    were approved.
    """
    tab.goto(link)
    tab_to(tab, "button[value=reviewer]")
    tab.keyboard.press("Enter")
    tab_to(tab, f"a[href='/de/{ARTICLE}/?mine=yes']")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#editor")
    tab.frame_locator("#printed").locator("h1").wait_for()
    picture("review")
    approved = 0
    while tab.locator("#editor").count():
        shown = tab.url
        tab.keyboard.press("a")
        tab.wait_for_function("shown => location.href !== shown", arg=shown)
        tab.locator("body:not([aria-busy])").wait_for()
        assert heard(tab) == "Approved."
        approved += 1
    assert tab.is_visible("text=Nothing waits for you here")
    publish(project.root, progress=lambda _: None, draft=False, jobs=1)
    tab.set_viewport_size({"width": 900, "height": 1200})
    tab.goto((project.output / "site" / "index.html").as_uri())
    for link_to in ("main a[href^='de/']", "main h2 a"):
        tab_to(tab, link_to)
        tab.keyboard.press("Enter")
        tab.wait_for_load_state()
    tab.locator("ul.reviews").wait_for()
    picture("page")
    return approved

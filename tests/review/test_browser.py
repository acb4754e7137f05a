"""The review page in a real browser, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.ledger.events import Action
from pipeline.model import State
from pipeline.workflow.desk import read_desk
from pipeline.workflow.project import Project
from pipeline.workflow.survey import survey
from tests.review import walk
from tests.review.folder import ARTICLE, DOSE, ES, SPANISH, entry, make, poedit
from tests.review.running import Page, running
from tests.review.walk import heard, press, tab_to

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(walk.CHROMIUM is None, reason="needs Chromium"),
]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path / "content")


@pytest.fixture
def page(project: Project) -> Iterator[Page]:
    with running(project) as page:
        yield page


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with walk.chromium() as browser:
        yield browser


@pytest.fixture
def tab(browser: "Browser", page: Page) -> Iterator["Tab"]:
    """A tab that came in by the one-time link. Whatever the browser complains of fails the test."""
    complaints: list[str] = []
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.goto(f"{page.home}/login?key={page.sessions.link_key()}")
    tab.wait_for_url(f"{page.home}/who")
    yield tab
    tab.close()
    assert [one for one in complaints if "409" not in one] == []


def come_in(tab: "Tab") -> None:
    """Say who reviews, and open the Spanish edition, by keyboard."""
    tab_to(tab, "button[value=linguist]")
    tab.keyboard.press("Enter")
    tab_to(tab, "a[href='/es/oxygen/?mine=yes']")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("#editor")


def test_a_reviewer_goes_through_a_whole_edition_to_the_published_page(
    browser: "Browser", tmp_path: Path
) -> None:
    """The repository's own German edition, and the way on which the README's pictures are taken."""
    project = walk.content(tmp_path / "content")
    with running(project) as served:
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        link = f"{served.home}/login?key={served.sessions.link_key()}"
        approved = walk.walk(tab, project, link, lambda name: tab.screenshot(path=tmp_path / f"{name}.png"))
        page = tab.content()
        tab.close()
    (german,) = (one for one in survey(project, [walk.DE]) if one.article.name == walk.ARTICLE)
    assert german.verdict.publish
    assert approved == len(german.entries)
    assert 'data-state="' not in page
    assert all((tmp_path / f"{name}.png").stat().st_size > 10_000 for name in ("review", "page"))


def test_when_all_is_approved_nothing_waits(project: Project, tab: "Tab") -> None:
    come_in(tab)
    for _ in range(5):
        press(tab, "a")
        assert heard(tab) == "Approved."
    tab.keyboard.press("a")
    tab.wait_for_selector("text=Nothing waits for you here")
    assert read_desk(project, ES, ARTICLE).counts == {State.APPROVED: 6}


def test_every_key_does_what_the_help_says(project: Project, tab: "Tab") -> None:
    poedit(project, DOSE, "No supere la dosis")
    come_in(tab)
    tab.keyboard.press("?")
    assert tab.is_visible("text=approve this text and go on")
    tab.keyboard.press("Escape")
    assert not tab.is_visible("text=approve this text and go on")

    while tab.input_value("#msgstr") != "No supere la dosis":
        press(tab, "j")
    here = tab.url
    press(tab, "k")
    assert tab.url != here
    press(tab, "j")
    assert tab.url == here

    tab.keyboard.press("c")
    tab.keyboard.type("Which dose?")
    press(tab, "Control+Enter")
    assert heard(tab) == "Comment added."
    tab.keyboard.press("x")
    tab.keyboard.type("a label")
    press(tab, "Enter")
    assert heard(tab) == "Finding dismissed."
    tab.keyboard.press("r")
    tab.keyboard.type("no full stop")
    press(tab, "Control+Enter")
    assert heard(tab) == "Rejected."
    press(tab, "u")
    assert heard(tab) == "The rejection was undone."
    assert tab.url == here
    events = next(one for one in read_desk(project, ES, ARTICLE).items if one.message.msgid == DOSE).events
    assert [event.action for event in events[-4:]] == [
        Action.COMMENT,
        Action.DISMISS,
        Action.REJECT,
        Action.REVOKE,
    ]


def test_editing_shows_on_the_printed_page_and_saves(project: Project, tab: "Tab") -> None:
    come_in(tab)
    while tab.input_value("#msgstr") != SPANISH[DOSE]:
        press(tab, "j")
    tab.keyboard.press("e")
    tab.keyboard.press("Control+A")
    tab.keyboard.type("**Nunca** supere la dosis.")
    tab.frame_locator("#printed").locator("strong", has_text="Nunca").wait_for()
    press(tab, "Control+Enter")
    assert heard(tab) == "Saved. Somebody else approves it now."
    assert entry(project, DOSE).msgstr == "**Nunca** supere la dosis."
    assert not tab.is_visible("[data-key=a]")
    press(tab, "u")
    assert entry(project, DOSE).msgstr == SPANISH[DOSE]


def test_single_keys_can_be_turned_off(project: Project, tab: "Tab") -> None:
    """WCAG 2.2, 2.1.4: keys of one character must not be forced on anybody."""
    come_in(tab)
    tab.keyboard.press("?")
    tab_to(tab, "#keys-switch")
    tab.keyboard.press("Enter")
    tab.keyboard.press("Escape")
    tab.keyboard.press("a")
    tab.keyboard.press("j")
    assert read_desk(project, ES, ARTICLE).counts == {State.DRAFT: 6}


def test_without_scripts_every_form_works(project: Project, page: Page, browser: "Browser") -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "imprimatur", "value": page.sessions.start("linguist"), "url": page.home}])
    tab = context.new_page()
    tab.goto(f"{page.home}/es/oxygen/?mine=yes")
    tab.click("button[value=approve]")
    assert "Approved." in tab.inner_text("#told")
    tab.click("summary:has-text('Reject')")
    tab.fill("[name=reason] >> nth=0", "no")
    tab.click("button[value=reject]")
    assert "Rejected." in tab.inner_text("#told")
    context.close()
    assert read_desk(project, ES, ARTICLE).counts == {State.APPROVED: 1, State.REJECTED: 1, State.DRAFT: 4}

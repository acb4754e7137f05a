"""axe-core looks at every page of the review page: WCAG 2.2 AA, light and dark, narrow and wide.

It comes from npm with the other page tools (`make pages`); where it is missing these are skipped.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.ledger.events import short_id
from pipeline.review.sessions import Passwords, hash_password
from pipeline.workflow.extract import extract
from pipeline.workflow.project import Project
from tests.review import walk
from tests.review.folder import ARTICLE, DOSE, HEADING, SOURCE, make, poedit, signed_settings, ssh_key
from tests.review.running import Page, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from playwright.sync_api import Page as Tab

AXE = Path(__file__).parent.parent / "pages" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DOSE_ID, HEADING_ID = short_id((None, DOSE)), short_id((None, HEADING))

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(walk.CHROMIUM is None, reason="needs Chromium"),
    pytest.mark.skipif(not AXE.is_file(), reason="make pages installs axe-core"),
]

LOOK = """async (values) => {
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values }, iframes: false });
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`));
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page scrolls sideways by ${scrollWidth - clientWidth} pixels`);
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with walk.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Findings, a changed source, a text that was saved over, drafts and an Arabic edition."""
    project = make(tmp_path_factory.mktemp("content") / "content")
    poedit(project, "You breathe oxygen at 2.4 bar for 90 minutes.", "Usted respira oxígeno a 24 bar.")
    poedit(project, HEADING, "Lo que es")
    changed = SOURCE.replace("What it is", "What it really is")
    project.article_path(ARTICLE).write_text(changed, encoding="utf-8")
    extract(project)
    return project


@pytest.fixture(scope="module")
def page(project: Project) -> Iterator[Page]:
    with running(project) as page:
        yield page


def complaints(tab: "Tab") -> list[str]:
    """What axe says of the page as it stands, at two widths in two schemes."""
    tab.evaluate(AXE.read_text("utf-8"))
    found = []
    for width in (360, 1280):
        for scheme in ("light", "dark"):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            said: list[str] = tab.evaluate(LOOK, TAGS)
            found += [f"{width} {scheme}: {one}" for one in said]
    return found


@pytest.fixture
def tab(browser: "Browser", page: Page) -> Iterator["Tab"]:
    """Somebody's tab, already let in."""
    context = browser.new_context()
    context.add_cookies([{"name": "imprimatur", "value": page.sessions.start("linguist"), "url": page.home}])
    tab = context.new_page()
    yield tab
    context.close()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        f"/es/{ARTICLE}/",
        f"/es/{ARTICLE}/?state=stale",
        f"/es/{ARTICLE}/{DOSE_ID}",
        f"/ar/{ARTICLE}/{DOSE_ID}",
        f"/es/{ARTICLE}/?section=none",
        "/nowhere",
    ],
)
def test_every_page(tab: "Tab", page: Page, address: str) -> None:
    tab.goto(f"{page.home}{address}")
    assert complaints(tab) == []


def test_with_everything_open(tab: "Tab", page: Page) -> None:
    tab.goto(f"{page.home}/es/{ARTICLE}/")
    for key in ("f", "r", "c", "x"):
        tab.locator("#main").focus()
        tab.keyboard.press(key)
        tab.keyboard.press("Escape")
    assert complaints(tab) == []


def test_the_help(tab: "Tab", page: Page) -> None:
    tab.goto(f"{page.home}/es/{ARTICLE}/")
    tab.keyboard.press("?")
    assert tab.is_visible("#keys .sheet")
    assert complaints(tab) == []


def test_two_texts_in_a_conflict(tab: "Tab", page: Page, project: Project) -> None:
    tab.goto(f"{page.home}/es/{ARTICLE}/{DOSE_ID}")
    poedit(project, DOSE, "No sobrepase la dosis.")
    tab.fill("#msgstr", "Nunca supere la dosis.")
    tab.click("button[value=save]")
    tab.wait_for_selector(".clash")
    assert complaints(tab) == []


def test_the_ways_in_and_out(browser: "Browser", page: Page) -> None:
    tab = browser.new_page()
    tab.goto(f"{page.home}/login?key={page.sessions.link_key()}")
    tab.wait_for_url(f"{page.home}/who")
    assert complaints(tab) == []
    tab.click("button[value=linguist]")
    tab.wait_for_url(f"{page.home}/")  # Who leaves the page before it is gone stays.
    tab.click("button:has-text('Leave')")
    tab.wait_for_selector("text=You have left")
    assert complaints(tab) == []
    tab.goto(f"{page.home}/login?key=used")
    assert complaints(tab) == []
    tab.close()


def test_the_login_of_a_team(browser: "Browser", project: Project) -> None:
    passwords = Passwords(hashes={"linguist": hash_password("correct horse")})
    with (
        running(project, team="review.example.org", passwords=passwords) as served,
        served.stranger() as client,
    ):
        # The proxy with TLS, which a browser would need, is missing here.
        client.headers["Origin"] = "https://review.example.org"
        style = client.get("/static/review.css").text
        asked = client.get("/login")
        wrong = client.post("/login", data={"name": "linguist", "password": "wrong"})
    assert wrong.status_code == 403
    tab = browser.new_page()
    for answer in (asked, wrong):
        tab.set_content(answer.text)
        tab.add_style_tag(content=style)
        assert complaints(tab) == []
    tab.close()


def test_where_signatures_are_required(browser: "Browser", tmp_path: Path) -> None:
    project = make(tmp_path / "content", signed_settings(ssh_key(tmp_path / "id")))
    with running(project) as served:
        context = browser.new_context()
        token = served.sessions.start("linguist")
        context.add_cookies([{"name": "imprimatur", "value": token, "url": served.home}])
        tab = context.new_page()
        tab.goto(f"{served.home}/es/{ARTICLE}/{DOSE_ID}")
        assert tab.is_visible("text=cannot be approved here")
        assert complaints(tab) == []
        context.close()

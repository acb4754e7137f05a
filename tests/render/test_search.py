"""The search: what a word is, the same in Python and in a browser, and what is found by it."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline.render import search
from tests.pages import fixture, pictures
from tests.render.editions import edition, named
from tests.render.scripts import TEXTS, scripted
from tests.workflow.folder import SETTINGS, make

if TYPE_CHECKING:
    from playwright.sync_api import Page

EN = named("en")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oxygen, under PRESSURE!", ["oxygen", "under", "pressure"]),
        ("café Straße naïve", ["cafe", "straße", "naive"]),
        ("CD4+ 21.7%", ["cd4", "21", "7"]),
        ("ＨＢＯＴ", ["hbot"]),
        ("والعلاج بالأكسجين العِلاج", ["علاج", "اكسجين", "علاج"]),
        ("高压氧", ["高压", "压氧"]),
        ("MSの人", ["ms", "の人"]),
        ("ออกซิเจน", ["ออ", "อก", "กซ", "ซิ", "ิเ", "เจ", "จน"]),
        ("ऑक्सीजन थेरेपी", ["ऑक्सीजन", "थेरेपी"]),
        ("산소를", ["산소를"]),
        ("— … !", []),
    ],
)
def test_what_a_text_is_found_by(text: str, found: list[str]) -> None:
    assert list(search.terms(text)) == found


def test_a_title_counts_more_than_a_heading_and_a_heading_more_than_the_text() -> None:
    one = edition(text="## Ears\n\nOxygen oxygen, ears.", fields={"title": "Oxygen", "description": "Air."})
    assert search.weights(one)["oxygen"] == 26
    assert search.weights(one)["ears"] == 8
    assert search.weights(one)["air"] == 6


def test_an_inline_element_ends_no_word_and_a_block_does() -> None:
    one = edition(text="H<sub>2</sub>O and **b**old.\n\n- left\n- right")
    found = search.weights(one)
    assert {"h2o", "bold", "left", "right"} <= set(found)


def test_the_same_editions_give_the_same_files() -> None:
    one, other = (search.index(EN, [edition()]) for _ in range(2))
    assert one == other
    assert "en/search/pages.json" in one


def test_a_large_index_is_cut_into_shards_and_a_word_is_in_the_one_of_its_first_character(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search, "_SHARD", 100)
    files = search.index(EN, [edition()])
    told = json.loads(files["en/search/pages.json"])
    shards = [json.loads(files[f"en/{address}"]) for address in told["shards"]]
    assert len(shards) > 3
    assert all(ord(word[0]) % len(shards) == number for number, shard in enumerate(shards) for word in shard)
    assert told["pages"] == ["oxygen-en/index.html"]


# ---- In a browser -------------------------------------------------------------------------------

ASK = """async (questions) => {
    const field = document.querySelector("#search");
    const found = {};
    for (const question of questions) {
        field.value = question;
        document.querySelector("search [role=status]").textContent = "";
        field.dispatchEvent(new Event("input"));
        const said = () => document.querySelector("search [role=status]").textContent;
        while (!said()) await new Promise((wait) => setTimeout(wait, 1));
        found[question] = [...document.querySelectorAll(".card h2 a")].map((link) => link.getAttribute("href"));
        if (said() === document.querySelector("search [role=status]").dataset.none) found[question] = [];
    }
    return found;
}"""


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is missing")
def test_every_word_of_every_script_finds_its_article_in_a_browser(tmp_path: Path) -> None:
    fixture.write(tmp_path)
    with pictures.served(tmp_path / "site") as origin, pictures.chromium() as browser:
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for tag in TEXTS:
            one = scripted(tag)
            page.goto(f"{origin}/{one.locale.bcp47}/index.html#search")
            asked = sorted({*one.title.split(), *search._text(one.body).split()[:40], "xyzzy"})
            asked = [word for word in asked if list(search.terms(word))]
            found = page.evaluate(ASK, asked)
            assert found.pop("xyzzy") == [], tag
            missed = [
                word
                for word, pages in found.items()
                if f"pressure-{one.locale.bcp47.lower()}/index.html" not in pages
            ]
            assert missed == [], tag
        assert complaints == []
        the_keyboard_is_enough(page, origin)


def the_keyboard_is_enough(page: "Page", origin: str) -> None:
    """From the masthead of an article to a result; the question stays in the address."""
    page.goto(f"{origin}/en/pressure-en/index.html")
    page.locator(".find").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/index.html#search")
    page.locator("#search:focus").wait_for()
    page.keyboard.type("chamb")
    page.locator("search [role=status]").filter(has_text="Articles found").wait_for()
    assert page.url.endswith("/en/index.html?q=chamb")
    assert page.locator("search [role=status]").inner_text() == "Articles found: 1"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/pressure-en/index.html")
    page.go_back()
    page.locator("search [role=status]").filter(has_text="Articles found").wait_for()
    assert page.locator("#search").input_value() == "chamb"


# ---- In a build ---------------------------------------------------------------------------------


def test_only_the_site_has_a_search_and_a_changed_article_changes_that_of_its_locale(tmp_path: Path) -> None:
    folder = make(tmp_path, settings=SETTINGS.replace("[project]", "[project]\nsearch = true"))
    folder.run("publish")
    assert "search/" in folder.read("output/site/en/search/pages.json")
    assert not list(folder.path("output/preview").rglob("search*"))
    before = next(folder.path("output/site/en/search").glob("*/0.json")).parent.name
    folder.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    folder.run("publish")
    (shard,) = folder.path("output/site/en/search").glob("*/0.json")
    assert shard.parent.name != before
    assert json.loads(shard.read_bytes())["hot"] == [0, 1]

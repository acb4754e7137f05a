"""A publication that stops still takes down what is no longer approved, and nothing else."""

import re

import pytest

from pipeline.ledger.events import Action
from pipeline.model import ArticleName
from pipeline.workflow.project import silent
from pipeline.workflow.withdraw import withdraw
from tests.workflow.folder import SETTINGS, TEA, WATER, Folder

SITE = "output/site"
PAGE = f"{SITE}/es/green-tea/index.html"


@pytest.fixture
def public(published: Folder) -> Folder:
    """Everything published, with an address, a search and two articles that point to each other."""
    text = SETTINGS.replace("[brand]", 'base_url = "https://example.org/"\nsearch = true\n\n[brand]')
    published.write("pipeline.toml", text)
    published.replace("source/water.md", "Water is wet.", "Water is wet.\n\nSee [tea](tea.md).")
    published.run("extract")
    published.translate({"See [tea](tea.md).": "Vea [té](tea.md)."}, WATER)
    published.approve(WATER)
    published.run("publish")
    return published


def break_water(folder: Folder) -> None:
    """Leave a catalogue half written."""
    name = folder.po(WATER)
    folder.write(name, folder.read(name)[:-20])


@pytest.mark.parametrize("command", ["publish", "build"])
def test_a_broken_catalogue_elsewhere_keeps_no_revoked_page_up(public: Folder, command: str) -> None:
    public.say(Action.REVOKE, only="Tea is a drink.")
    break_water(public)
    preview = public.stamps("output/preview")
    said = public.run(command, code=2).stderr
    assert "output/site: error: withdrawn from the site: es/tea [site.withdrawn]" in said
    assert said.count(public.po(WATER)) == 1
    assert not public.path(PAGE).parent.exists()
    assert public.stamps("output/preview") == preview


def test_nothing_speaks_of_the_page_any_more_and_all_others_stand(public: Folder) -> None:
    before = public.tree(SITE)
    public.say(Action.REVOKE, only="Tea is a drink.")
    break_water(public)
    public.run("publish", code=2)
    now = public.tree(SITE)
    gone = {name for name in before.keys() - now.keys() if "/search/" not in name}
    # The list has nothing with a date any more, and so no feed.
    assert gone == {PAGE, f"{SITE}/es/green-tea/green-tea.pdf", f"{SITE}/es/feed.xml"}
    assert {name for name in now.keys() - before.keys() if "/search/" not in name} == set()
    told = {name: data.decode() for name, data in now.items() if not name.endswith((".pdf", ".json"))}
    assert not [name for name, text in told.items() if re.search(r"es/green-tea|bebida|Té verde", text)]
    water = told[f"{SITE}/es/water/index.html"]
    assert "El agua moja." in water
    assert 'href="../../en/green-tea/index.html"' in water, "it points to the source's page now"


def test_mended_the_next_publication_makes_what_a_whole_one_makes(public: Folder) -> None:
    good = public.read(public.po(WATER))
    public.say(Action.REVOKE, only="Tea is a drink.")
    break_water(public)
    public.run("publish", code=2)
    stopped = public.tree(SITE)
    public.run("publish", code=2)
    assert public.tree(SITE) == stopped, "it was withdrawn once"
    public.write(public.po(WATER), good)
    public.run("publish")
    mended = public.tree("output")
    for path in sorted(public.path("output").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    public.run("publish")
    afresh = public.tree("output")
    assert {name for name in mended if mended[name] != afresh.get(name)} <= {
        f"{SITE}/.imprimatur.json",
        "output/preview/.imprimatur.json",
    }
    assert mended.keys() == afresh.keys()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: folder.replace("locales/es/ledger/tea/reviewer.jsonl", '"reviewer"', '"somebody"'),
        lambda folder: folder.path("locales/es/ledger/tea/reviewer.jsonl").unlink(),
        lambda folder: folder.say(Action.REJECT, only="Tea is a drink."),
        lambda folder: folder.replace("pipeline.toml", "[reviewers.reviewer]", "[reviewers.other]"),
    ],
    ids=["a feed that does not verify", "a feed that is gone", "a rejection", "nobody's role any more"],
)
def test_whatever_takes_the_approvals_away(public: Folder, spoil) -> None:  # type: ignore[no-untyped-def]
    spoil(public)
    public.write("source/water.md", "no front matter")
    public.run("publish", code=2)
    assert not public.path(PAGE).exists()


def test_a_text_that_moved_on_is_no_reason(public: Folder) -> None:
    public.translate({"Tea is a drink.": "El té es una bebida!"})
    break_water(public)
    before = public.stamps("output")
    said = public.run("publish", code=2).stderr
    assert "withdrawn" not in said
    assert public.stamps("output") == before


def test_source_editions_stand_without_a_ledger_unless_they_need_one(public: Folder) -> None:
    break_water(public)
    public.run("publish", code=2)
    assert public.path(f"{SITE}/en/green-tea/index.html").exists()
    public.replace("pipeline.toml", "[reviewers", '[review]\nsource = "approved"\n\n[reviewers')
    said = public.run("publish", code=2).stderr
    assert "withdrawn from the site: en/tea, en/water" in said
    assert not public.path(f"{SITE}/en/green-tea/index.html").exists()
    assert "El té es una bebida." in public.read(PAGE)


def test_a_redirect_to_another_page_stays_and_one_to_the_page_goes(public: Folder) -> None:
    for name, old in ((TEA, "old-tea"), (WATER, "old-water")):
        public.replace(f"source/{name}.md", "---\ntitle", f"---\nformer_slugs: {old}\ntitle")
    public.run("publish")
    assert public.path(f"{SITE}/es/old-tea/index.html").exists()
    public.say(Action.REVOKE, only="Tea is a drink.")
    break_water(public)
    public.run("publish", code=2)
    assert not public.path(f"{SITE}/es/old-tea/index.html").exists()
    assert public.path(f"{SITE}/en/old-tea/index.html").exists()
    assert public.path(f"{SITE}/es/old-water/index.html").exists()


def test_with_broken_settings_nothing_can_be_judged_and_that_is_said(public: Folder) -> None:
    public.say(Action.REVOKE, only="Tea is a drink.")
    public.write("pipeline.toml", "[")
    before = public.stamps("output")
    said = public.run("publish", code=2).stderr
    assert "pipeline.toml" in said
    assert "nothing can be judged: what stands in the site stays as it is [site.unjudged]" in said
    assert public.stamps("output") == before


def test_with_broken_settings_and_an_empty_site_only_they_are_told(folder: Folder) -> None:
    folder.write("pipeline.toml", "[")
    assert "site.unjudged" not in folder.run("publish", code=2).stderr


def test_what_stops_the_withdrawal_is_told_too_and_the_site_stands(public: Folder) -> None:
    public.say(Action.REVOKE, only="Tea is a drink.")
    break_water(public)
    public.write("source/_theme/index.html", "{% broken")
    before = public.tree(SITE)
    said = public.run("publish", code=2).stderr
    assert public.po(WATER) in said
    assert "_theme/index.html" in said
    assert public.tree(SITE) == before


@pytest.mark.parametrize("revoked", [(), (TEA,), (WATER,), (TEA, WATER)])
def test_exactly_the_revoked_editions_go(published: Folder, revoked: tuple[ArticleName, ...]) -> None:
    for article in revoked:
        published.say(Action.REVOKE, article)
    assert withdraw(published.project, silent) == tuple(f"es/{article}" for article in revoked)
    assert not withdraw(published.project, silent)
    assert published.path(PAGE).exists() == (TEA not in revoked)

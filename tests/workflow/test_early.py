"""Early: the preview's pages of a saved article, before the rest and without touching a file."""

from pathlib import Path

import pytest

from pipeline.workflow import build
from pipeline.workflow.early import Early, articles_of
from tests.workflow.folder import ES, TEA, WATER, Folder

SPANISH, ENGLISH, INDEX = "es/green-tea/index.html", "en/green-tea/index.html", "en/index.html"


def never() -> bool:
    return False


@pytest.fixture
def early(published: Folder) -> Early:
    """One that knows the folder in which everything is built."""
    made = Early()
    made.renew(published.project)
    return made


def save(folder: Folder, early: Early, name: str, old: str, new: str) -> None:
    """Save a file of the tea."""
    folder.replace(name, old, new)
    early.save([TEA])


def shown(early: Early, address: str) -> str:
    """Return a page that is newer than the one on the disk."""
    return (early.fresh.find(address) or b"").decode()


def test_the_page_that_is_looked_at_is_made_alone_and_no_file_changes(
    published: Folder, early: Early
) -> None:
    before = published.tree()
    save(published, early, "source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    now = published.tree()
    assert early.page(published.project, ["en/water/index.html", SPANISH, ENGLISH])
    assert early.fresh.units == {"page/tea/es"}
    assert "Tea is a hot drink." in shown(early, SPANISH)
    assert not early.page(published.project, [SPANISH]), "it was made of the same already"
    assert not early.page(published.project, ["en/water/index.html"]), "nobody saved the water"
    assert published.tree() == now
    assert [name for name in now if now[name] != before.get(name)] == ["source/tea.md"]


def test_the_page_made_alone_is_the_one_that_is_made_with_all_others(published: Folder, early: Early) -> None:
    save(published, early, "source/tea.md", "title: Green tea", "title: Black tea")
    early.page(published.project, [ENGLISH])
    alone = shown(early, ENGLISH)
    assert 'href="../../en/water/index.html"' in alone
    early.pages(published.project, [], never)
    assert early.fresh.units > {"page/tea/en"}
    assert shown(early, ENGLISH) == alone
    other = Early()
    other.renew(published.project)
    other.save([TEA])
    other.pages(published.project, [], never)
    assert shown(other, ENGLISH) == alone


def test_all_pages_that_changed_follow_the_ones_that_are_looked_at_first(
    published: Folder, early: Early
) -> None:
    order: list[str] = []
    early._progress = order.append
    save(published, early, "source/tea.md", "title: Green tea", "title: Black tea")
    assert early.pages(published.project, [SPANISH], never)
    assert order == ["shown es/green-tea", "shown en/green-tea"]
    assert "Black tea" in shown(early, ENGLISH)
    assert "Black tea" in shown(early, INDEX)
    assert not early.pages(published.project, [SPANISH], never)


def test_the_build_that_follows_makes_the_same_pages(published: Folder, early: Early) -> None:
    save(published, early, published.po(), "Hierva el agua.", "Caliente el agua.")
    early.pages(published.project, [], never)
    made = shown(early, SPANISH)
    published.run("build")
    assert published.read(f"output/preview/{SPANISH}") == made
    assert early.pages(published.project, [], never), "the disk has it now"
    assert not early.fresh.units


def test_what_is_taken_back_is_shown_from_the_disk_again(published: Folder, early: Early) -> None:
    save(published, early, "source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    assert early.page(published.project, [ENGLISH])
    save(published, early, "source/tea.md", "Tea is a hot drink.", "Tea is a drink.")
    assert early.page(published.project, [ENGLISH])
    assert not early.fresh.units


def test_in_a_hurry_the_rest_goes_on_waiting(published: Folder, early: Early) -> None:
    save(published, early, "source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    hurry = iter([False, True])
    assert early.pages(published.project, [ENGLISH], lambda: next(hurry))
    assert early.fresh.units == {"page/tea/en"}
    assert early.waiting == {TEA}
    assert early.pages(published.project, [], never)
    assert early.fresh.units >= {"page/tea/en", "page/tea/es"}
    assert not early.waiting


def test_a_mistake_in_one_article_hides_no_other_and_leaves_its_last_good_page(
    published: Folder, early: Early
) -> None:
    save(published, early, "source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    early.pages(published.project, [], never)
    good = published.read("source/tea.md")
    published.write("source/tea.md", "no front matter")
    published.replace("source/water.md", "Water is wet.", "Water is very wet.")
    early.save([TEA, WATER])
    assert not early.page(published.project, [ENGLISH]), "all that is wrong is told at once"
    assert early.pages(published.project, [], never)
    assert [finding.file for finding in early.findings] == ["source/tea.md"]
    assert early.waiting == {TEA}
    assert "Tea is a hot drink." in shown(early, ENGLISH)
    assert "Water is very wet." in shown(early, "en/water/index.html")
    published.write("source/tea.md", good.replace("a hot drink", "a warm drink"))
    assert early.pages(published.project, [], never)
    assert not early.findings
    assert "Tea is a warm drink." in shown(early, ENGLISH)


def test_a_catalogue_that_is_broken_leaves_the_page_in_another_language_free(
    published: Folder, early: Early
) -> None:
    published.write(published.po(), published.read(published.po())[:-20])
    save(published, early, "source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    assert early.page(published.project, [ENGLISH])
    early.pages(published.project, [], never)
    assert [finding.file for finding in early.findings] == [published.po()]
    assert "Tea is a hot drink." in shown(early, ENGLISH), "never an older one after a newer one"


def test_a_link_to_nowhere_is_told_and_mended(published: Folder, early: Early) -> None:
    save(published, early, "source/tea.md", "(water.md)", "(wine.md)")
    early.pages(published.project, [], never)
    assert [finding.id for finding in early.findings] == ["article.link"]
    save(published, early, "source/tea.md", "(wine.md)", "(water.md)")
    early.pages(published.project, [], never)
    assert not early.findings


def test_an_article_that_goes_or_comes_is_no_mistake(published: Folder, early: Early) -> None:
    published.path("source/water.md").unlink()
    published.replace("source/tea.md", "[all about water](water.md)", "all about water")
    published.write("source/milk.md", "---\ntitle: Milk\n---\n\nMilk is white.\n")
    early.save([TEA, WATER, "milk"])
    assert early.pages(published.project, ["en/milk/index.html"], never)
    assert not early.findings
    assert "Milk is white." in shown(early, "en/milk/index.html")
    assert "Milk" in shown(early, INDEX)


def test_a_saved_article_costs_a_look_at_itself_alone(
    published: Folder, early: Early, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[list[str]] = []
    look = build.look

    def noticed(project, names, pool, *, thorough):  # type: ignore[no-untyped-def]
        looked.append(list(names))
        return look(project, names, pool, thorough=thorough)

    monkeypatch.setattr(build, "look", noticed)
    save(published, early, published.po(), "Hierva el agua.", "Caliente el agua.")
    early.pages(published.project, [], never)
    assert looked == [["tea"]]


def test_what_a_saved_file_belongs_to() -> None:
    root = Path("/content")
    of = {
        "source/tea.md": {"tea"},
        "locales/es/LC_MESSAGES/tea.po": {"tea"},
        "locales/es/ledger/tea/reviewer.jsonl": {"tea"},
        "locales/templates/tea.pot": set(),
        "source/.tea.md.swp": set(),
        "source/tea.md~": set(),
        "source/4913": set(),
        "source/tea.md.Xy12": set(),
        "locales/es/LC_MESSAGES/tea.po.new": set(),
        "source/images/cup.png": None,
        "source/claims.csv": None,
        "source/_theme/style.css": None,
        "locales/glossary.csv": None,
        f"locales/{ES}/LC_MESSAGES/theme.po": None,
    }
    for name, articles in of.items():
        assert articles_of(root, [root / name]) == articles, name
    assert articles_of(root, [root / "source/tea.md", root / "locales/glossary.csv"]) is None


def test_the_folder_may_be_named_from_within_or_by_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content/source").mkdir(parents=True)
    (tmp_path / "link").symlink_to("content")
    monkeypatch.chdir(tmp_path / "content")
    seen = [tmp_path / "content/source/tea.md"]
    assert articles_of(Path(), seen) == {"tea"}
    assert articles_of(tmp_path / "link", seen) == {"tea"}
    assert articles_of(tmp_path / "elsewhere", seen) is None

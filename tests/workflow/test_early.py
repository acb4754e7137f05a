"""Early: the preview's pages of a saved article, before the rest."""

from pathlib import Path

import pytest

from pipeline.workflow.early import Early, articles_of
from pipeline.workflow.project import silent
from tests.workflow.folder import ES, TEA, Folder


def files(folder: Folder, kind: str) -> dict[str, bytes]:
    root = folder.path(f"output/{kind}")
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_only_pages_of_the_preview_change_and_the_next_build_makes_the_rest(published: Folder) -> None:
    site, preview = files(published, "site"), files(published, "preview")
    published.replace("locales/es/LC_MESSAGES/tea.po", "Hierva el agua.", "Caliente el agua.")
    assert Early().pages(published.project, [TEA], silent)
    now = files(published, "preview")
    changed = {name for name in now if now[name] != preview.get(name)}
    assert {name.rpartition(".")[2] for name in changed} == {"html", "json"}
    assert any("Caliente el agua." in now[name].decode() for name in changed)
    assert files(published, "site") == site
    published.run("build")
    whole = files(published, "preview")
    assert [name for name in whole if whole[name] != now.get(name) and name.endswith(".pdf")]
    assert not Early().pages(published.project, [TEA], silent)


def test_a_second_save_looks_at_its_own_article_alone(
    published: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipeline.workflow import build

    early = Early()
    early.pages(published.project, [], silent)
    looked: list[list[str]] = []
    look = build.look

    def noticed(project, names, pool, *, thorough):  # type: ignore[no-untyped-def]
        looked.append(list(names))
        return look(project, names, pool, thorough=thorough)

    monkeypatch.setattr(build, "look", noticed)
    published.replace("locales/es/LC_MESSAGES/tea.po", "Hierva el agua.", "Caliente el agua.")
    early.pages(published.project, [TEA], silent)
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
        "source/images/cup.png": None,
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

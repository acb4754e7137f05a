"""A page that was made ahead is the page that the plan asks for, or it is made again."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.model import ArticleName
from pipeline.workflow import build as builds
from pipeline.workflow import rendering
from pipeline.workflow.ahead import NOTHING, Ahead, Order
from tests.workflow.folder import SETTINGS, SPANISH, TEA, WATER, Folder, make

PLAIN = SETTINGS.replace("[brand]", "pdf = false\n\n[brand]")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two articles in two languages, approved in one; there are no PDFs, so that pages are made ahead."""
    folder = make(tmp_path / "content")
    folder.write("pipeline.toml", PLAIN)
    folder.run("extract")
    for article in (TEA, WATER):
        folder.translate(SPANISH, article)
    folder.approve(WATER)
    return folder


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the pages that are rendered when their turn comes, and not ahead."""
    names: list[str] = []
    render_all = rendering.render_all

    def noted(jobs: tuple[rendering.Job, ...]) -> object:
        names.extend(f"{job.sheet.name}/{job.locale.tag}" for job in jobs if job.sheet)
        return render_all(jobs)

    monkeypatch.setattr(rendering, "render_all", noted)
    return names


def without(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Build the folder anew with no page made ahead."""
    with monkeypatch.context() as patch:
        patch.setattr(Ahead, "of", lambda *_: NOTHING)
        again = Folder(folder.root)
        for name in ("output", ".pipeline"):
            folder.path(name).rename(folder.root.parent / f"old-{name}")
        again.run("build")
    return again.tree("output")


def test_an_article_without_links_to_others_is_made_ahead(
    folder: Folder, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.run("build")
    assert set(rendered) == {f"{TEA}/en", f"{TEA}/es"}
    found = folder.tree("output")
    assert "output/site/es/water/index.html" in found
    assert found == without(folder, monkeypatch)
    assert f"{WATER}/es" in rendered


def test_the_folder_of_pages_goes_also_where_a_build_fails(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.run("build")
    assert {path.name for path in folder.path("output").iterdir()} == {"preview", "site"}
    folder.replace("source/water.md", "wet", "very wet")

    def fail(*_: object, **__: object) -> bool:
        raise InputError(())

    monkeypatch.setattr(builds, "install", fail)
    with pytest.raises(InputError):
        builds.build(folder.project, jobs=1)
    assert {path.name for path in folder.path("output").iterdir()} == {"preview", "site"}


def test_only_what_does_not_stand_is_made(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.run("build")
    made: list[str] = []
    render = rendering.render

    def noted(job: rendering.Job) -> rendering.Rendered:
        made.append(f"{job.site.kind.value} {job.locale.tag}")
        return render(job)

    monkeypatch.setattr(rendering, "render", noted)
    folder.replace(folder.po(WATER), "El agua moja.", "El agua moja mucho.")
    folder.run("build")
    assert made[:2] == ["preview en", "preview es"], "it is no longer approved, which both pages tell"
    made.clear()
    folder.replace(folder.po(WATER), "moja mucho", "moja siempre")
    folder.run("build")
    assert made == ["preview es"]
    assert "moja siempre" in folder.read("output/preview/es/water/index.html")
    assert "El agua moja." in folder.read("output/site/es/water/index.html")


def test_a_page_under_another_key_is_made_again(
    folder: Folder, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    orders = Ahead.orders

    def others(self: Ahead, names: Iterable[ArticleName]) -> tuple[Order, ...]:
        return tuple(replace(order, shared="of another theme") for order in orders(self, names))

    monkeypatch.setattr(Ahead, "orders", others)
    folder.run("build")
    assert {f"{WATER}/en", f"{WATER}/es"} < set(rendered)


def test_nothing_is_made_ahead_where_there_are_pdfs(folder: Folder, rendered: list[str]) -> None:
    folder.write("pipeline.toml", SETTINGS)
    folder.run("build")
    assert {f"{WATER}/en", f"{WATER}/es"} < set(rendered)

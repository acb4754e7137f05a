"""Whatever happened between two publications, the outputs are those of a first one of the same folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.ledger.events import Action
from pipeline.workflow import record
from tests.workflow.folder import ARTICLES, SETTINGS, SPANISH, TEA, WATER, Folder, make, png

# A page that stays as it was last approved is kept by the output alone, so a new one cannot have it.
PLAIN = f"{SETTINGS}\n[review]\non_change = 'withdraw'\n".replace("[brand]", "pdf = false\n\n[brand]")

Edit = Callable[[Folder, int], object]


def reword(folder: Folder, number: int) -> None:
    folder.write("source/water.md", f"{ARTICLES[WATER]}\n{number} drops are wet, too.\n")


def retitle(folder: Folder, number: int) -> None:
    folder.write("source/water.md", ARTICLES[WATER].replace("title: Water", f"title: Water {number}"))


def move(folder: Folder, number: int) -> None:
    text = ARTICLES[TEA].replace("slug: green-tea", f"slug: tea-{number}")
    folder.write("source/tea.md", text)


def unlink(folder: Folder, number: int) -> None:
    """Let the one article no longer link to the other, which goes at times."""
    folder.write("source/tea.md", ARTICLES[TEA].replace("See [all about water](water.md).", f"{number} ml."))
    if number % 2:
        folder.path("source/water.md").unlink(missing_ok=True)


def restore(folder: Folder, number: int) -> None:
    for name in (WATER, TEA)[number % 2 :]:
        folder.write(f"source/{name}.md", ARTICLES[name])


def another(folder: Folder, number: int) -> None:
    folder.write(f"source/milk-{number}.md", f"---\ntitle: Milk {number}\n---\n\n![Milk](milk.png)\n")
    folder.write("source/milk.png", png(number))
    folder.write("source/milk.es.png", png(number + 1))


def picture(folder: Folder, number: int) -> None:
    """Draw a picture anew, and let it have a version for Spanish or none."""
    own = folder.path("source/milk.es.png")
    if folder.path("source/milk.png").exists():
        folder.write("source/milk.png", png(10 + number))
        if own.exists():
            own.unlink()
        else:
            folder.write("source/milk.es.png", png(20 + number))


def translate(folder: Folder, number: int) -> None:
    folder.run("extract")
    texts = {source: f"{text} {number}" if number else text for source, text in SPANISH.items()}
    for name in (TEA, WATER):
        if folder.path(f"source/{name}.md").exists():
            folder.translate(texts, name)


def approve(folder: Folder, number: int) -> None:
    translate(folder, number)
    for name in (TEA, WATER):
        if folder.path(f"source/{name}.md").exists():
            folder.approve(name)


def revoke(folder: Folder, number: int) -> None:
    name = (TEA, WATER)[number % 2]
    if folder.path(folder.po(name)).exists():
        folder.say(Action.REJECT, name)


def colour(folder: Folder, number: int) -> None:
    other = f'name = "Example"\ncolour = "#00{number}0ff"'
    folder.write("pipeline.toml", PLAIN.replace('name = "Example"', other))


def dirty(folder: Folder, number: int) -> None:
    """Let something happen to what was built."""
    pages = sorted(folder.path("output").rglob("*.html"))
    pages[number % len(pages)].write_text("another")
    pages[-number % len(pages)].unlink(missing_ok=True)
    folder.write("output/preview/foreign.html", "of nobody")


def forget(folder: Folder, number: int) -> None:
    """Take away a cache, or all of them."""
    caches = sorted(folder.path(".pipeline").rglob("*"))
    path = caches[number * 7 % len(caches)] if number else folder.path(".pipeline")
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def spoil(folder: Folder, number: int) -> None:
    """Let something happen to the output before last, and then something that makes it the next one."""
    spare = folder.path(".pipeline/outputs/preview")
    if spare.exists():
        pages = sorted(spare.rglob("*.html"))
        pages[number % len(pages)].unlink()
        for name in ("en/foreign.html", "foreign/of/nobody.html", "es/foreign/index.html"):
            (spare / name).parent.mkdir(parents=True, exist_ok=True)
            (spare / name).write_text("of nobody")
    reword(folder, 10 + number)


def again(folder: Folder, number: int) -> None:
    """Build in passing, without all checks."""
    arguments = ["-C", str(folder.root), "build", "--jobs", str(number % 2 + 1)]
    CliRunner().invoke(main, arguments)


EDITS = (reword, retitle, move, unlink, restore, another, picture, translate, approve, revoke, colour)
EVENTS = (dirty, forget, spoil, again)


@pytest.mark.parametrize("kind", ["pages", "pdf"])
def test_a_publication_is_like_a_first_one(kind: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    edit = st.tuples(st.sampled_from([*EDITS, *EDITS, *EVENTS]), st.integers(0, 5))

    @settings(max_examples=25 if kind == "pages" else 5, deadline=None, derandomize=True)
    @given(edits=st.lists(edit, min_size=3, max_size=8))
    @example(edits=[(another, 1), (picture, 1)])
    @example(edits=[(reword, 1), (spoil, 1), (dirty, 1)])
    def check(edits: list[tuple[Edit, int]]) -> None:
        base = tmp_path_factory.mktemp("folder")
        folder = make(base / "content", PLAIN if kind == "pages" else PLAIN.replace("pdf = false", ""))
        approve(folder, 0)
        ended = publish(folder)
        for change, number in edits:
            change(folder, number)
            ended = publish(folder)
        same(folder, base / "first", ended)

    check()


def publish(folder: Folder) -> int:
    """Publish, and return how it ends: a broken link stops it, and that a page goes is told."""
    arguments = ["-C", str(folder.root), "publish", "--no-draft", "--jobs", "1"]
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code


def same(folder: Folder, root: Path, ended: int) -> None:
    """Compare a folder's outputs with those of a first publication of all that people wrote."""
    for name in ("source", "locales"):
        shutil.copytree(folder.path(name), root / name)
    first = Folder(root)
    first.write("pipeline.toml", folder.read("pipeline.toml"))
    if publish(first) == 2:
        assert ended == 2, "both stop at the same mistake"
        return
    for name in ("output/site", "output/preview"):
        ours, fresh = folder.tree(name), first.tree(name)
        assert ours.pop(f"{name}/{record.NAME}") is not None
        del fresh[f"{name}/{record.NAME}"]
        ours.pop("output/preview/foreign.html", None)
        assert ours == fresh
        held, anew = record.read(folder.path(name)), record.read(first.path(name))
        assert (held.units, held.files) == (anew.units, anew.files)
        assert dict(held.published) == dict(anew.published)

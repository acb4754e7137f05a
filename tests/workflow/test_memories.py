"""Memories: kept part by part, so that only what changed is read again."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.memory import Memory, Segment
from pipeline.memory.parts import made, pages
from pipeline.model import ArticleName, LocaleTag
from pipeline.workflow import memories
from pipeline.workflow.memories import memory
from pipeline.workflow.shelf import Fresh, Shelf, Standing
from pipeline.workflow.suggestions import suggest
from tests.workflow.folder import ES, SPANISH, TEA, WATER, Folder

TMX = """<?xml version="1.0"?><tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Enjoy.</seg></tuv>
<tuv xml:lang="es"><seg>Disfrute.</seg></tuv></tu></body></tmx>
"""
INDEX = ".pipeline/memory/es.sqlite"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles whose segments are read, as they are read, though all files were just written."""
    real: Callable[..., object] = memories._segments
    seen: list[str] = []

    def segments(project: object, tag: LocaleTag, name: ArticleName) -> object:
        seen.append(name)
        return real(project, tag, name)

    monkeypatch.setattr(memories, "_segments", segments)
    monkeypatch.setattr(memories.stamps, "GRAIN", 0)
    return seen


def found(folder: Folder, text: str) -> list[str]:
    return [match.text for match in memory(folder.project, ES).find(text)]


def test_only_what_changed_is_read_again(extracted: Folder, read: list[str]) -> None:
    assert found(extracted, "Tea is a drink.") == ["El té es una bebida."]
    assert read == [TEA, WATER]
    assert found(extracted, "Water is wet.") == ["El agua moja."]
    assert read == [TEA, WATER]
    extracted.translate({"Water is wet.": "El agua es mojada."}, WATER)
    assert found(extracted, "Water is wet.") == ["El agua es mojada."]
    assert found(extracted, "Tea is a drink.") == ["El té es una bebida."]
    assert read == [TEA, WATER, WATER]


def test_what_is_only_written_again_is_known_by_its_content(extracted: Folder, read: list[str]) -> None:
    found(extracted, "Water")
    name = "locales/es/LC_MESSAGES/tea.po"
    extracted.write(name, extracted.read(name))
    assert found(extracted, "Tea is a drink.") == ["El té es una bebida."]
    assert read == [TEA, WATER]


def test_a_file_that_may_change_unseen_is_looked_into(
    extracted: Folder, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memories.stamps, "GRAIN", 10**15)
    found(extracted, "Water")
    with sqlite3.connect(extracted.path(INDEX)) as database:
        assert set(database.execute("SELECT look FROM parts")) == {("",)}
    found(extracted, "Water")
    assert read == [TEA, WATER]


def test_an_approval_and_a_rejection_are_news(extracted: Folder) -> None:
    first = memory(extracted.project, ES).find("Making it")[0]
    assert not first.segment.approved
    extracted.approve(TEA)
    assert memory(extracted.project, ES).find("Making it")[0].segment.approved


def test_what_is_gone_is_remembered_no_more(extracted: Folder) -> None:
    extracted.write("locales/es/memory/other.tmx", TMX)
    assert found(extracted, "Enjoy.") == ["Disfrute."]
    extracted.path("locales/es/memory/other.tmx").unlink()
    extracted.path("source/water.md").unlink()
    assert found(extracted, "Enjoy.") == found(extracted, "Water is wet.") == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"no database" * 1000),
        lambda path: path.write_bytes(path.read_bytes()[:5000]),
        lambda path: _run(path, "DROP TABLE parts", "CREATE TABLE parts (name TEXT)"),
        lambda path: _run(path, "UPDATE parts SET marks = x'00'"),
        lambda path: _run(path, "UPDATE parts SET encoded = ''"),
        lambda path: (path.unlink(), path.mkdir()),
    ],
)
def test_a_damaged_index_is_made_again_or_done_without(
    extracted: Folder, damage: Callable[[Path], None]
) -> None:
    found(extracted, "Water")
    memories._MADE.clear()
    damage(extracted.path(INDEX))
    assert {text: found(extracted, text) for text in SPANISH} == {
        key: [text] for key, text in SPANISH.items()
    }


def _run(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as database:
        for statement in statements:
            database.execute(statement)


def test_several_locales_are_refreshed_together(extracted: Folder, read: list[str]) -> None:
    extracted.replace("pipeline.toml", 'locales = ["es"]', 'locales = ["es", "fr"]')
    extracted.run("extract")
    with memories.Pool(1) as pool:
        memories.refresh(extracted.project, [ES, LocaleTag("fr")], pool=pool, progress=print)
    assert read == [TEA, TEA, WATER, WATER]
    assert found(extracted, "Water") == ["Agua"]
    assert read == [TEA, TEA, WATER, WATER]


def test_suggestions_are_of_other_messages_and_outlive_a_broken_catalogue(extracted: Folder) -> None:
    extracted.replace("source/water.md", "Water is wet.", "Tea is a drink.\n\nWater is wet.")
    extracted.run("extract")
    (match,) = suggest(extracted.project, ES, WATER, (None, "Tea is a drink.")).matches
    assert (match.text, match.segment.origin) == ("El té es una bebida.", TEA)
    assert not suggest(extracted.project, ES, TEA, (None, "Tea is a drink.")).matches
    extracted.write("locales/es/LC_MESSAGES/tea.po", "broken")
    assert suggest(extracted.project, ES, WATER, (None, "Tea is a drink.")).matches


SOURCES = st.lists(st.sampled_from(["a b", "a c", "b", "c d e", "é ñ"]), max_size=3)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["one", "two"]), SOURCES), max_size=6))
def test_a_shelf_holds_what_was_put_there_last(puts: list[tuple[str, list[str]]]) -> None:
    shelf, last = Shelf(None), dict[str, list[Segment]]()
    for number, (name, sources) in enumerate(puts):
        segments = [Segment(source=text, target=f"{name} {number} {text}", context=name) for text in sources]
        standing = Standing(look="", key=str(number))
        if segments:
            shelf.put(
                [Fresh(name=name, standing=standing, part=made(segments), pages=tuple(pages(segments)))]
            )
            last[name] = segments
        else:
            shelf.put([], [name])
            last.pop(name, None)
    held = shelf.memory(["two", "one"], ES)
    plain = Memory([*last.get("two", ()), *last.get("one", ())], ES)
    for text in ("a b", "a c", "b", "c d e", "c d f", "é ñ"):
        assert held.find(text, threshold=50) == plain.find(text, threshold=50)

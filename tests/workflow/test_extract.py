"""Extract: catalogues follow the articles, lose nothing, and stay as they are when nothing changed."""

import subprocess
from dataclasses import replace
from pathlib import Path
from shutil import copytree, which

import pytest

from pipeline import catalogue, po, store
from pipeline.articles import template
from pipeline.model import ArticleName
from pipeline.workflow.extract import extract
from pipeline.workflow.project import read_articles, read_catalogue
from tests.workflow.folder import ARTICLES, ES, TEA, WATER, Folder

needs_gettext = pytest.mark.skipif(which("msgmerge") is None, reason="gettext is not installed")


def test_every_article_gets_a_template_and_a_catalogue_for_each_locale(folder: Folder) -> None:
    said = folder.run("extract").stdout
    assert set(folder.tree("locales")) == {
        "locales/templates/tea.pot",
        "locales/templates/water.pot",
        "locales/es/LC_MESSAGES/tea.po",
        "locales/es/LC_MESSAGES/water.po",
    }
    assert "10 messages; 4 files changed" in said


def test_extracting_twice_is_extracting_once(extracted: Folder) -> None:
    extracted.run("extract")
    before = extracted.stamps()
    assert extracted.run("extract").stdout == "10 messages; no change\n"
    assert extracted.stamps() == before


@needs_gettext
@pytest.mark.parametrize(
    "command",
    [
        ["msgcat", "--width=40"],
        ["msgcat", "--sort-output"],
        ["msgmerge", "--width=50", "--no-fuzzy-matching", "PO", "POT"],
    ],
    ids=["narrow", "sorted", "msgmerge"],
)
def test_a_catalogue_that_gettext_wrapped_differently_is_left_alone(
    extracted: Folder, command: list[str]
) -> None:
    names = {"PO": extracted.po(), "POT": "locales/templates/tea.pot"}
    command = [names.get(word, word) for word in command]
    if "msgmerge" not in command:
        command.append(extracted.po())
    wrapped = subprocess.run(command, cwd=extracted.root, capture_output=True, check=True).stdout
    assert wrapped != extracted.path(extracted.po()).read_bytes()
    extracted.write(extracted.po(), wrapped)
    before = extracted.stamps()
    extracted.run("extract")
    assert extracted.stamps() == before


@pytest.mark.parametrize("change", ["crlf", "bom"])
def test_other_systems_line_ends_and_marks_are_no_change(extracted: Folder, change: str) -> None:
    data = extracted.path(extracted.po()).read_bytes()
    data = data.replace(b"\n", b"\r\n") if change == "crlf" else b"\xef\xbb\xbf" + data
    extracted.write(extracted.po(), data)
    before = extracted.stamps()
    extracted.run("extract")
    assert extracted.stamps() == before


def test_a_paragraph_that_moved_within_its_article_keeps_its_translation(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.\n\n", "")
    extracted.replace("source/tea.md", "- Wait a moment.\n", "- Wait a moment.\n\nTea is a drink.\n")
    extracted.run("extract")
    entry = extracted.entry("Tea is a drink.")
    assert (entry.msgstr, entry.fuzzy) == ("El té es una bebida.", False)


def test_a_paragraph_that_moved_into_another_article_takes_its_translation_along(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.\n\n", "")
    extracted.write("source/water.md", ARTICLES[WATER] + "\nTea is a drink.\n")
    extracted.run("extract")
    assert extracted.entry("Tea is a drink.", WATER).msgstr == "El té es una bebida."
    assert extracted.entry("Tea is a drink.", TEA).obsolete


def test_paragraphs_of_an_article_that_was_renamed_keep_their_translations(extracted: Folder) -> None:
    extracted.path("source/water.md").rename(extracted.path("source/all-about-water.md"))
    extracted.replace("source/tea.md", "water.md", "all-about-water.md")
    extracted.run("extract")
    assert 'msgstr "El agua moja."' in extracted.read(extracted.po("all-about-water"))


def test_a_changed_paragraph_keeps_its_translation_as_stale_and_says_what_changed(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is not a drink.")
    extracted.run("extract")
    entry = extracted.entry("Tea is not a drink.")
    assert (entry.msgstr, entry.fuzzy) == ("El té es una bebida.", True)
    assert entry.previous_msgid == "Tea is a drink."
    assert any(line.startswith("imprimatur: source changed") for line in entry.translator_comments)


def test_a_paragraph_that_vanished_and_returned_is_as_if_it_had_stayed(extracted: Folder) -> None:
    extracted.run("extract")
    before = extracted.read(extracted.po())
    whole = extracted.read("source/tea.md")
    extracted.replace("source/tea.md", "- Wait a moment.\n", "")
    extracted.run("extract")
    assert extracted.entry("Wait a moment.").obsolete
    extracted.write("source/tea.md", whole)
    extracted.run("extract")
    assert extracted.read(extracted.po()) == before


def test_what_translators_wrote_beside_their_translations_survives(extracted: Folder) -> None:
    name = extracted.po()
    extracted.replace(name, 'msgid "Wait a moment."', '# the second\n# the first\nmsgid "Wait a moment."')
    extracted.replace(name, '"Content-Type', '"X-Poedit-Basepath: ..\\n"\n"Content-Type')
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    extracted.run("extract")
    assert extracted.entry("Wait a moment.").translator_comments[:2] == ("the second", "the first")
    assert '"X-Poedit-Basepath: ..\\n"' in extracted.read(name)


def test_an_article_for_some_locales_only_gets_no_other_catalogues(folder: Folder) -> None:
    folder.replace("pipeline.toml", '["es"]', '["es", "de"]')
    folder.replace("source/water.md", "title: Water", "title: Water\nlocales: [de]")
    folder.run("extract")
    assert not folder.path(folder.po(WATER, ES)).exists()
    assert folder.path(folder.po(WATER, "de")).exists()


def test_an_entry_that_is_not_in_the_template_becomes_obsolete_and_stays(extracted: Folder) -> None:
    text = extracted.read(extracted.po()) + '\nmsgid "Mine alone."\nmsgstr "Solo mío."\n'
    extracted.write(extracted.po(), text)
    extracted.run("extract")
    assert extracted.entry("Mine alone.").obsolete
    assert extracted.entry("Mine alone.").msgstr == "Solo mío."


GUESTS = "Tea number {0} is a drink for {0} guests who wait."


def crowd(folder: Folder) -> Folder:
    """Add articles, translate them, and let their paragraphs wander, change and come anew."""
    for number in range(12):
        text = f"{GUESTS.format(number)}\n\nAlone {number}."
        folder.write(f"source/tea-{number}.md", f"---\ntitle: Tea {number}\n---\n\n{text}\n")
    folder.run("extract", "--jobs", "1")
    for number in range(12):
        texts = {text: text.upper() for text in (GUESTS.format(number), f"Alone {number}.")}
        folder.translate(texts, ArticleName(f"tea-{number}"))
    folder.replace("source/tea-1.md", "Alone 1.", "")
    folder.replace("source/tea-2.md", "Alone 2.", "Alone 1.")
    folder.replace("source/tea-3.md", GUESTS.format(3), "A word.")
    folder.replace("source/tea-4.md", "Alone 4.", GUESTS.format(3).replace("wait", "go"))
    folder.replace("source/tea-5.md", "is a drink", "is no drink")
    folder.replace("source/tea-6.md", GUESTS.format(6), "Nothing was ever like this.")
    folder.path("source/tea-7.md").rename(folder.path("source/tea-seven.md"))
    return folder


def updated(folder: Folder) -> dict[str, str]:
    """Return what the catalogues should be: each updated with all that vanished anywhere at hand."""
    project = folder.project
    made = [template(article) for article in read_articles(project)]
    held = {each.article: read_catalogue(project, ES, each.article) for each in made}
    elsewhere = [
        entry for each in made if (old := held[each.article]) for entry in catalogue.vanished(each, old)
    ]
    gone = read_catalogue(project, ES, ArticleName("tea-7"))
    elsewhere += gone.entries if gone else ()
    return {
        folder.po(each.article): po.write(
            catalogue.update(each, held[each.article], locale=ES, elsewhere=elsewhere)
        )
        for each in made
    }


def test_any_number_of_processes_does_the_same(folder: Folder, tmp_path: Path) -> None:
    one = crowd(folder)
    two = Folder(Path(copytree(one.root, tmp_path / "two")))
    wanted = updated(one)
    done, same = extract(one.project, jobs=1), extract(two.project, jobs=2)
    assert one.tree() == two.tree()
    assert {name: one.read(name) for name in wanted} == wanted
    assert replace(same, written=()) == replace(done, written=())
    assert list(map(two.project.named, same.written)) == list(map(one.project.named, done.written))
    assert one.entry("Alone 1.", ArticleName("tea-2")).msgstr == "ALONE 1."
    assert one.entry("Alone 7.", ArticleName("tea-seven")).msgstr == "ALONE 7."
    changed = one.entry(GUESTS.format(3).replace("wait", "go"), ArticleName("tea-4"))
    assert changed.previous_msgid == GUESTS.format(3)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_nothing_is_written_where_anything_cannot_be_read(folder: Folder, jobs: str) -> None:
    crowd(folder)
    folder.write(folder.po("tea-9"), "junk")
    folder.write(folder.po("tea-11"), "")
    before = folder.stamps()
    said = folder.run("extract", "--jobs", jobs, code=2).stderr
    assert said.index("tea-11.po:1: error: the file is empty") < said.index("tea-9.po:1: error: a line")
    folder.write("source/tea-8.md", "no title")
    said = folder.run("extract", "--jobs", jobs, code=2).stderr
    assert "tea-8.md:1: error: the article has no front matter" in said
    assert "tea-9.po" not in said, "first the articles: much of what is wrong with catalogues may follow"
    del before["source/tea-8.md"]
    after = folder.stamps()
    del after["source/tea-8.md"]
    assert after == before
    assert not folder.path(".pipeline/extract").exists()


def test_what_somebody_saves_meanwhile_is_updated_and_not_lost(
    extracted: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    put = store.put

    def save_first(staged: Path, path: Path) -> None:
        if path.suffix == ".pot" and path.stem == TEA:
            extracted.replace(extracted.po(), "Espere un momento.", "Espere.")
        put(staged, path)

    monkeypatch.setattr(store, "put", save_first)
    extracted.run("extract")
    assert extracted.entry("Wait a moment.").msgstr == "Espere."
    assert extracted.entry("Tea is a hot drink.").msgstr == "El té es una bebida."


def test_a_catalogue_that_somebody_holds_is_waited_for(extracted: Folder) -> None:
    extracted.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    with store.lock(extracted.root, "edition es tea", doing="a review", on_wait=print):
        process = extracted.start("extract")
        assert process.stderr is not None
        assert "waiting for “a review”" in process.stderr.readline()
        assert process.poll() is None
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert extracted.entry("Tea is a hot drink.").msgstr == "El té es una bebida."


def test_what_a_killed_run_left_behind_goes(extracted: Folder) -> None:
    extracted.write(".pipeline/extract/locales/es/LC_MESSAGES/tea.po", "half")
    extracted.run("extract")
    assert not extracted.path(".pipeline/extract").exists()

"""Draft: untranslated messages filled by engines, each draft marked as one and entered in the ledger."""

import json
import shutil
from pathlib import Path

import pytest

from pipeline import store
from pipeline.model import LocaleTag
from tests.fakes.translation_server import TranslationServer
from tests.workflow.folder import SPANISH, Folder

XA = LocaleTag("en_XA")
LINKED = "Boil the water. See [all about water](water.md)."


@pytest.fixture
def pseudo(folder: Folder) -> Folder:
    """A folder with a pseudo-locale and no Spanish, extracted."""
    folder.replace("pipeline.toml", 'locales = ["es"]', 'preview_locales = ["en_XA"]')
    folder.run("extract")
    return folder


def test_a_draft_is_fuzzy_and_says_truly_where_it_came_from(pseudo: Folder) -> None:
    said = pseudo.run("draft").stdout
    entry = pseudo.entry("Tea is a drink.", locale=XA)
    assert entry.fuzzy
    assert entry.msgstr.startswith("⟦Ţéé")
    assert entry.translator_comments == ("imprimatur: drafted by pseudo en_XA",)
    assert "en_XA: 8 messages drafted by pseudo" in said


def test_markup_links_and_numbers_come_out_as_they_went_in(pseudo: Folder) -> None:
    pseudo.run("draft")
    assert pseudo.entry(LINKED, locale=XA).msgstr.count("](water.md)") == 1


def test_every_draft_is_in_the_ledger_by_the_engine(pseudo: Folder) -> None:
    pseudo.run("draft")
    lines = pseudo.read("locales/en_XA/ledger/tea/pseudo.jsonl").splitlines()
    events = [json.loads(line) for line in lines]
    assert {json.dumps(event).count('"draft"') for event in events} == {1}
    assert len(events) == 6


def test_drafting_twice_is_drafting_once(pseudo: Folder) -> None:
    pseudo.run("draft")
    before = pseudo.stamps()
    assert "Nothing to draft" in pseudo.run("draft").stdout
    assert pseudo.stamps() == before


def test_extracting_leaves_drafts_as_they_are(pseudo: Folder) -> None:
    pseudo.run("draft")
    before = pseudo.stamps()
    pseudo.run("extract")
    assert pseudo.stamps() == before


def test_what_a_person_saves_in_the_very_moment_is_kept(
    pseudo: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, moments = store.exchange, []

    def exchange(new: Path, live: Path) -> None:
        if not moments:
            moments.append(live)
            pseudo.translate({"Tea is a drink.": "Tea is nice."}, locale=XA)
        real(new, live)

    monkeypatch.setattr(store, "exchange", exchange)
    pseudo.run("draft")
    assert moments
    written = pseudo.entry("Tea is a drink.", locale=XA)
    assert (written.msgstr, written.fuzzy) == ("Tea is nice.", False)
    assert pseudo.entry(LINKED, locale=XA).fuzzy
    # The ledger holds no draft that stood nowhere.
    assert len(pseudo.read("locales/en_XA/ledger/tea/pseudo.jsonl").splitlines()) == 5
    assert not list(pseudo.path("locales/en_XA/LC_MESSAGES").glob(".*"))


def test_what_a_person_wrote_is_never_drafted_over(pseudo: Folder) -> None:
    pseudo.translate({"Tea is a drink.": "by a person"}, locale=XA)
    pseudo.run("draft")
    entry = pseudo.entry("Tea is a drink.", locale=XA)
    assert (entry.msgstr, entry.fuzzy) == ("by a person", False)


def test_a_stale_translation_is_left_to_people(pseudo: Folder) -> None:
    pseudo.run("draft")
    before = pseudo.entry("Tea is a drink.", locale=XA).msgstr
    pseudo.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    pseudo.run("extract")
    pseudo.run("draft")
    entry = pseudo.entry("Tea is a hot drink.", locale=XA)
    assert (entry.msgstr, entry.previous_msgid) == (before, "Tea is a drink.")


def test_only_the_locales_that_were_asked_for(pseudo: Folder) -> None:
    pseudo.replace("pipeline.toml", '["en_XA"]', '["en_XA", "ar_XB"]')
    pseudo.run("extract")
    pseudo.run("draft", "ar-XB")
    assert pseudo.entry("Tea is a drink.", locale=LocaleTag("ar_XB")).msgstr
    assert not pseudo.entry("Tea is a drink.", locale=XA).msgstr


def test_a_locale_without_an_engine_is_counted_and_told_how_to_get_one(folder: Folder) -> None:
    folder.run("extract")
    said = folder.run("draft").stderr
    assert "es: 8 messages stay untranslated: no engine is set for it" in said
    assert "[locales.es] in pipeline.toml" in said


def test_pseudo_locales_are_previewed_and_never_published(pseudo: Folder) -> None:
    said = pseudo.run("publish").stdout
    assert "pseudo-locale, for the preview only" in said
    assert pseudo.path("output/preview/en-XA/green-tea/index.html").exists()
    assert not pseudo.path("output/site/en-XA").exists()


@pytest.mark.skipif(shutil.which("apertium-wblank-mode") is None, reason="Apertium is not installed")
def test_apertium_drafts_spanish_from_the_settings_that_init_writes(folder: Folder) -> None:
    folder.replace("pipeline.toml", "engines = []", 'engines = ["apertium"]')
    folder.run("extract")
    if "apt-get install" in folder.run("draft").stderr:
        pytest.skip("the pair apertium-eng-spa is not installed")
    entry = folder.entry("Making it")
    assert entry.fuzzy
    assert entry.msgstr not in ("", "Making it", SPANISH["Making it"])
    assert "drafted by apertium eng-spa" in entry.translator_comments[0]
    assert "](water.md)" in folder.entry(LINKED).msgstr


def test_a_draft_that_lacks_a_term_is_kept_and_told(folder: Folder) -> None:
    server = TranslationServer()
    server.script.translate = lambda text, target: "Bebida."
    try:
        settings = f'engines = ["openai"]\n\n[engines.openai]\nurl = "{server.base}/v1"\nmodel = "fake"\n'
        folder.replace("pipeline.toml", "engines = []", settings)
        folder.write("locales/glossary.csv", "term,es\ntea,té\n")
        folder.run("extract")
        result = folder.run("draft")
    finally:
        server.stop()
    assert "es: 8 messages drafted by openai" in result.stdout
    assert "was kept, but the glossary’s “té” for “tea” is missing [draft.note " in result.stderr
    assert folder.entry("Tea is a drink.").msgstr == "Bebida."

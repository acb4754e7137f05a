"""The order of engines: as given, or by what correcting their drafts cost, where enough is known."""

import json
from datetime import timedelta

import pytest

from pipeline import feeds
from pipeline.errors import InputError
from pipeline.ledger.events import Action, Event, digest
from pipeline.settings import parse
from pipeline.workflow.engines import engine_names
from tests.workflow.folder import ES, NOON, TEA, WATER, Folder

ENGINES = 'engines = ["google", "deepl", "mymemory"]'


def reviewed(folder: Folder, engine: str, changed: str, count: int, article: str) -> None:
    """Enter drafts by an engine, and that a reviewer approved each with `changed` at its end."""
    drafts, approvals = [], []
    for number in range(count):
        text = f"Un borrador de un motor, con el número {number}."
        for into, action, actor, value in (
            (drafts, Action.DRAFT, engine, text),
            (approvals, Action.APPROVE, "reviewer", text + changed * (1 + number % 3)),
        ):
            into.append(
                Event(
                    actor=actor,
                    action=action,
                    subject=digest(value.encode()),
                    message=f"{engine[:4]}{number:04}",
                    time=NOON + timedelta(hours=action is Action.APPROVE),
                    text=(value,),
                )
            )
    for events in (drafts, approvals):
        feeds.append(folder.root, ES, article, events)  # type: ignore[arg-type]


@pytest.fixture
def measured(folder: Folder) -> Folder:
    """DeepL's drafts were changed less than Google's, and of MyMemory too few were approved."""
    folder.replace("pipeline.toml", "engines = []", ENGINES)
    reviewed(folder, "google", " mucho más", 40, TEA)
    reviewed(folder, "deepl", "!", 40, TEA)
    reviewed(folder, "mymemory", "", 29, WATER)
    return folder


def test_without_a_word_the_order_is_the_given_one(measured: Folder) -> None:
    assert engine_names(measured.project, ES) == ("google", "deepl", "mymemory")


def test_auto_asks_the_engine_first_whose_drafts_cost_less(measured: Folder) -> None:
    measured.replace("pipeline.toml", ENGINES, f'{ENGINES}\norder = "auto"')
    assert engine_names(measured.project, ES) == ("deepl", "google", "mymemory")


def test_a_locale_may_say_it_for_itself(measured: Folder) -> None:
    measured.write("pipeline.toml", measured.read("pipeline.toml") + '\n[locales.es]\norder = "auto"\n')
    assert engine_names(measured.project, ES)[0] == "deepl"


def test_fewer_than_30_approved_drafts_change_nothing(folder: Folder) -> None:
    folder.replace("pipeline.toml", "engines = []", f'{ENGINES}\norder = "auto"')
    reviewed(folder, "google", " mucho más", 40, TEA)
    reviewed(folder, "deepl", "!", 29, TEA)
    assert engine_names(folder.project, ES) == ("google", "deepl", "mymemory")


def test_the_estimate_names_the_engines_in_that_order(measured: Folder) -> None:
    measured.run("extract")
    measured.replace("pipeline.toml", ENGINES, f'{ENGINES}\norder = "auto"')
    lines = measured.run("draft", "--estimate", "es").stdout.splitlines()
    assert [line.split()[1] for line in lines[1:]] == ["deepl", "google", "mymemory"]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[draft]\norder = "best"', "'best' is no order of engines"),
        ("[locales.es]\norder = 3", "3 is no order of engines"),
        ("[engines.deepl]\nper_second = 0", "`per_second` must be above 0"),
        ("[engines.openai]\nbatch = 2.5", "`batch` must be a whole number"),
        ('[engines.deepl]\nkey = "x"', "a key must not stand in a file"),
        ("[engines.deepl]\nmax_charcters = 5", "unknown setting `max_charcters`"),
    ],
)
def test_what_the_settings_cannot_mean_is_told(settings: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(settings)
    assert said in [finding.reason for finding in caught.value.findings]


def test_the_estimate_leaves_out_what_the_memory_knows(folder: Folder) -> None:
    folder.replace("pipeline.toml", "engines = []", 'engines = ["mymemory"]')
    folder.run("extract")
    before = json.loads(folder.run("draft", "--estimate", "--format", "json").stdout)
    folder.translate({"Green tea": "Té verde", "Wait a moment.": "Espere un momento."})
    folder.replace("source/water.md", "Water is wet.", "Wait a moment.")
    folder.run("extract")
    after = json.loads(folder.run("draft", "--estimate", "--format", "json").stdout)
    assert before[0]["messages"] - after[0]["messages"] == 3

"""Stats: what correcting drafts cost, from the ledger alone."""

import json
from datetime import timedelta

from pipeline import feeds
from pipeline.ledger.events import Action, Event, short_id, subject_of
from pipeline.model import ArticleName
from tests.workflow.folder import ES, NOON, TEA, WATER, Folder


def drafted(folder: Folder, article: ArticleName, drafts: dict[str, str]) -> None:
    """Enter drafts in the ledger as an engine made them, an hour before anybody approved anything."""
    events = []
    for msgid, text in drafts.items():
        entry = folder.entry(msgid, article)
        events.append(
            Event(
                actor="apertium",
                action=Action.DRAFT,
                subject=subject_of(ES, article, entry),
                message=short_id(entry.key),
                msgctxt=entry.msgctxt,
                time=NOON - timedelta(hours=1),
                engine="apertium eng-spa",
                text=(text,),
                words=4,
                unknown=1,
            )
        )
    feeds.append(folder.root, ES, article, events)


def test_before_any_draft_there_is_nothing_to_show(extracted: Folder) -> None:
    assert "No engine has drafted" in extracted.run("stats").stdout


def test_each_engine_locale_and_article_has_its_figures(extracted: Folder) -> None:
    drafted(extracted, TEA, {"Tea is a drink.": "El té es una bebida.", "Making it": "Hacerlo"})
    drafted(extracted, WATER, {"Water is wet.": "El agua es mojada."})
    extracted.approve(TEA)
    found = json.loads(extracted.run("stats", "--format", "json").stdout)
    whole, tea, water = found
    assert (whole["engine"], whole["locale"], whole["article"]) == ("apertium", "es", None)
    assert (whole["drafts"], whole["count"]) == (3, 2)
    assert tea["unchanged"]["mean"] == 0.5
    assert tea["edit_rate"]["mean"] > 0
    assert tea["chrf"]["low"] <= tea["chrf"]["mean"] <= tea["chrf"]["high"]
    assert (water["article"], water["count"], water["unchanged"]) == ("water", 0, None)
    assert water["unknown"] == {"mean": 0.25, "low": 0.25, "high": 0.25}


def test_the_table_shows_counts_and_intervals(extracted: Folder) -> None:
    drafted(extracted, TEA, {"Tea is a drink.": "El té es una bebida.", "Making it": "Hacerlo"})
    extracted.approve(TEA)
    lines = extracted.run("stats", "es").stdout.splitlines()
    assert lines[0].split()[:5] == ["engine", "locale", "article", "drafts", "approved"]
    assert lines[1].split()[:6] == ["apertium", "es", "all", "2", "2", "50.0%"]
    assert "(0.0–100.0)" in lines[1]


def test_figures_that_are_remembered_are_the_same(extracted: Folder) -> None:
    drafted(extracted, TEA, {"Making it": "Hacerlo"})
    extracted.approve(TEA)
    first = extracted.run("stats", "--format", "json").stdout
    assert extracted.path(".pipeline/effort.json").exists()
    assert extracted.run("stats", "--format", "json").stdout == first
    extracted.write(".pipeline/effort.json", "[broken")
    assert extracted.run("stats", "--format", "json").stdout == first


def test_a_locale_that_is_none_is_refused(extracted: Folder) -> None:
    assert "none of this folder's locales" in extracted.run("stats", "xx", code=2).output


def test_the_preview_shows_articles_that_somebody_has_begun_to_approve(extracted: Folder) -> None:
    drafted(extracted, TEA, {"Tea is a drink.": "El té es una bebida."})
    drafted(extracted, WATER, {"Water is wet.": "El agua es mojada."})
    extracted.approve(TEA)
    extracted.run("build")
    page = extracted.read("output/preview/effort.html")
    assert "Green tea" in page
    assert page.count(">apertium<") > 1
    assert ">Water<" not in page
    before = extracted.stamps("output/preview")
    extracted.run("build")
    assert extracted.stamps("output/preview") == before

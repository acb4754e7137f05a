"""A content folder for the review page's tests: an article, two languages, drafts and people."""

import shutil
import subprocess
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import feeds, po
from pipeline.catalogue import changed
from pipeline.ledger.events import Action, Event, forms, short_id, subject_of
from pipeline.model import ArticleName, Entry, LocaleTag
from pipeline.workflow.extract import extract
from pipeline.workflow.project import Project, open_project, read_catalogue

ARTICLE = ArticleName("oxygen")
ES, AR = LocaleTag("es"), LocaleTag("ar")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)

SETTINGS = """\
[project]
source_locale = "en"
locales = ["es", "ar"]

[brand]
name = "Example"

[reviewers.linguist]
[reviewers.second-linguist]
[reviewers.french-linguist]
locales = ["fr"]
"""

SOURCE = """\
---
title: Oxygen under pressure
---

## What it is

You breathe oxygen at 2.4 bar for 90 minutes.

Do not exceed the dose.

## Who may not

<!-- i18n:comment: “Session” is one treatment. -->
Tell us before the first session if you have a cold.
"""

DOSE = "Do not exceed the dose."
HEADING = "What it is"
SPANISH = {
    "Oxygen under pressure": "Oxígeno a presión",
    HEADING: "Qué es",
    "You breathe oxygen at 2.4 bar for 90 minutes.": "Usted respira oxígeno a 2,4 bar durante 90 minutos.",
    DOSE: "No supere la dosis.",
    "Who may not": "Quién no puede",
    "Tell us before the first session if you have a cold.": "Avísenos antes de la primera sesión "
    "si está resfriado.",
}
ARABIC = {HEADING: "ما هو", DOSE: "لا تتجاوز الجرعة."}


def make(root: Path, settings: str = SETTINGS, source: str = SOURCE) -> Project:
    """Make a content folder with machine drafts in Spanish and some in Arabic, all fuzzy."""
    (root / "source").mkdir(parents=True)
    (root / "source" / f"{ARTICLE}.md").write_text(source, encoding="utf-8")
    (root / "pipeline.toml").write_text(settings, encoding="utf-8")
    project = open_project(root)
    extract(project)
    for locale, texts in ((ES, SPANISH), (AR, ARABIC)):
        if locale not in project.settings.locales:
            continue
        draft(project, locale, texts)
    return project


def draft(project: Project, locale: LocaleTag, texts: Mapping[str, str]) -> None:
    """Let an engine draft these translations, in the ledger and fuzzy in the catalogue."""
    held = read_catalogue(project, locale, ARTICLE)
    assert held is not None
    events, entries = [], []
    for each in held.entries:
        if each.msgid in texts:
            each = changed(each, msgstr=texts[each.msgid], flags=("fuzzy",))
            events.append(
                Event(
                    actor="apertium",
                    action=Action.DRAFT,
                    subject=subject_of(locale, ARTICLE, each),
                    message=short_id(each.key),
                    msgctxt=each.msgctxt,
                    time=NOON,
                    engine="apertium eng-spa",
                    text=forms(each),
                )
            )
        entries.append(each)
    feeds.append(project.root, locale, ARTICLE, events)
    path = project.catalogue_path(locale, ARTICLE)
    path.write_text(po.write(replace(held, entries=tuple(entries))), encoding="utf-8")


def ssh_key(path: Path) -> Path:
    """Make an SSH key without a passphrase; the test is skipped where that is not possible."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("needs ssh-keygen")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path


def signed_settings(key: Path) -> str:
    """The settings with signatures required, and the linguist's public key."""
    public = key.with_suffix(".pub").read_text().strip()
    review = "[review]\nrequire_signatures = true\n\n[reviewers.linguist]"
    return SETTINGS.replace("[reviewers.linguist]", f'{review}\nkey = "{public}"')


def entry(project: Project, msgid: str, locale: LocaleTag = ES) -> Entry:
    """The catalogue's entry for a message."""
    held = read_catalogue(project, locale, ARTICLE)
    assert held is not None
    return next(one for one in held.entries if one.msgid == msgid)


def poedit(project: Project, msgid: str, msgstr: str, locale: LocaleTag = ES, think: float = 0.0) -> None:
    """Save another translation as an editor does that knows nothing of our lock: whole, by rename.

    `think` is for how many seconds the file was open in the editor.
    """
    path = project.catalogue_path(locale, ARTICLE)
    held = po.read(path.read_bytes(), file=path.name, locale=locale)
    time.sleep(think)
    entries = tuple(
        changed(one, msgstr=msgstr, flags=()) if one.msgid == msgid else one for one in held.entries
    )
    aside = path.with_suffix(".poedit")
    aside.write_text(po.write(replace(held, entries=entries)), encoding="utf-8")
    aside.replace(path)

"""Audit: the record of every edition, from the files as they stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pipeline import feeds, locales, store
from pipeline.errors import InputError
from pipeline.ledger.audit import Record, record
from pipeline.locales import to_gettext
from pipeline.model import ArticleName, Finding, LocaleTag
from pipeline.workflow.desk import read_desk
from pipeline.workflow.original_text import reviewable, reviewed_locales
from pipeline.workflow.project import Project, read_articles, targets


def audit(project: Project, *, locale: str = "", article: str = "") -> tuple[Record, ...]:
    """Return the records of the editions asked for, or of all that have a catalogue.

    Raises `InputError` where there is none of that name, or files are broken.
    """
    wanted = to_gettext(locale) if locale else None
    records = []
    own = tuple(tag for tag in reviewed_locales(project) if tag == project.settings.source_locale)
    for source in read_articles(project):
        for tag in (*own, *targets(project, source)):
            chosen = (not locale or tag == wanted) and article in ("", source.name)
            if chosen and reviewable(project, tag, source.name):
                records.append(_record(project, tag, source.name))
    if not records and (locale or article):
        name = f"{locale} {article}".strip()
        raise InputError(
            Finding(
                id="audit.edition",
                reason=f"there is no edition “{name}”",
                hint="name a locale, and an article by its file: pipeline audit es my-article",
            )
        )
    return tuple(records)


def write_pdf(project: Project, records: Sequence[Record], path: Path, *, made: datetime) -> None:
    """Write the records as one PDF to `path`. Raises `MachineError` for a missing font or a full disk."""
    from pipeline.render import record as printed

    settings = project.settings
    data = printed.render(
        records,
        source=locales.locale(settings.source_locale),
        brand=settings.brand.name,
        names={reviewer.name: reviewer.full_name for reviewer in settings.policy.reviewers.values()},
        made=made,
        fonts=settings.fonts,
    )
    store.write_atomic(path, data)


def _record(project: Project, locale: LocaleTag, article: ArticleName) -> Record:
    """Return an edition's record. Signatures are told even where the settings do not require any."""
    desk = read_desk(project, locale, article)
    history = desk.history
    if any(line.signature for feed in history.feeds for line in feed.lines):
        signed = feeds.verify_signatures(project.root, history.feeds, project.settings.policy)
        history = replace(history, signed=signed)
    return record([item.message for item in desk.items], desk.catalogue.entries, history)

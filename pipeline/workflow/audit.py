"""Audit: the record of every edition, from the files as they stand."""

from pipeline.errors import InputError
from pipeline.ledger.audit import Record, record
from pipeline.locales import to_gettext
from pipeline.model import Finding
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
                desk = read_desk(project, tag, source.name)
                messages = [item.message for item in desk.items]
                records.append(record(messages, desk.catalogue.entries, desk.history))
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

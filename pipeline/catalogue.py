"""A catalogue follows its article: what stays, what moves, what changed, and nothing is lost."""

from dataclasses import replace
from typing import Any

from pipeline.model import Entry, LocaleTag, Message, Template

COUNT_FIELD = "X-Imprimatur-Messages"
"""Header field with the number of messages at the last write, so that a cut-off file is noticed."""

_GENERATOR = ("X-Generator", "Imprimatur")
_ENCODING = (
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
)


def changed(entry: Entry, **fields: Any) -> Entry:
    """`entry` with other `fields`; its text in the file, which says the old ones, is dropped.

    Use it instead of `dataclasses.replace` wherever an entry is changed.
    """
    return replace(entry, **fields, raw=None)


def extracted_comments(message: Message) -> tuple[str, ...]:
    """What a translator is told about `message`: its kind and section, then the author's notes."""
    section = " ".join(message.section.split())
    place = f"{message.kind} in “{section}”" if section else str(message.kind)
    return (place, *(line.strip() for note in message.notes for line in note.splitlines()))


def template_entries(template: Template) -> tuple[Entry, ...]:
    """The messages of `template` as untranslated entries, in its order."""
    references = (f"source/{template.article}.md",)
    return tuple(
        Entry(
            msgid=message.msgid,
            msgctxt=message.msgctxt,
            extracted_comments=extracted_comments(message),
            references=references,
        )
        for message in template.messages
    )


def template_header(project: str) -> tuple[tuple[str, str], ...]:
    """The header fields of a template: no language, and no date that changes without need."""
    return (("Project-Id-Version", project), ("Language", ""), *_ENCODING, _GENERATOR)


def new_header(project: str, locale: LocaleTag) -> tuple[tuple[str, str], ...]:
    """The header fields of a new catalogue, with `locale`'s plural rule."""
    rule = ("Plural-Forms", plural_forms(locale))
    return (("Project-Id-Version", project), ("Language", locale), *_ENCODING, rule, _GENERATOR)


def plural_forms(locale: LocaleTag) -> str:
    """The `Plural-Forms` of `locale`: Babel's table, else made from CLDR's rules."""
    from babel import Locale
    from babel.messages.plurals import PLURALS, get_plural
    from babel.plural import to_gettext

    from pipeline.locales import babel_name

    babel = Locale.parse(babel_name(locale))
    if str(babel) in PLURALS or babel.language in PLURALS:
        return str(get_plural(babel))
    return str(to_gettext(babel.plural_form)) + ";"

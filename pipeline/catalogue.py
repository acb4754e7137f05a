"""A catalogue follows its article: what stays, what moves, what changed, and nothing is lost."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pipeline.changes import differences, similarity
from pipeline.model import Catalogue, Entry, Kind, LocaleTag, Message, MessageKey, Template

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


SIMILAR = 0.55
"""Share of words from which a vanished message is taken for the earlier version of a new one."""

_CHANGED = "imprimatur: source changed:"
"""How our comment on what changed in the source begins."""


def vanished(template: Template, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return the translated entries of `catalogue` that `template` has no message for any more."""
    keys = {message.key for message in template.messages}
    return tuple(entry for entry in catalogue.entries if entry.key not in keys and _worth_keeping(entry))


def update(
    template: Template,
    old: Catalogue | None,
    *,
    locale: LocaleTag,
    project: str = "Imprimatur",
    elsewhere: Iterable[Entry] = (),
) -> Catalogue:
    """Bring a catalogue up to date with its article's template; no translation is lost.

    What is still there stays as it is, in whatever state. What was obsolete comes back. A text that
    moved here from another article (`elsewhere`) keeps its translation; a changed one keeps it as
    fuzzy, with the previous msgid and a comment that names changed numbers and negations. What went
    becomes obsolete. Returns `old` itself if nothing changed.
    """
    if old is None:
        old = Catalogue(locale=locale, header=new_header(project, locale))
    known = {entry.key: entry for entry in old.entries}
    entries: list[Entry | None] = [_current(message, known, template) for message in template.messages]
    missing = [at for at, entry in enumerate(entries) if entry is None]
    if missing:
        _carry_over(template, entries, missing, [*vanished(template, old), *elsewhere])
    live = tuple(entry for entry in entries if entry is not None)
    obsolete = _obsolete(template, old, live)
    new = (*live, *obsolete)
    # Another order alone is no reason to rewrite a translator's file.
    if {entry.key: entry for entry in new} == known and len(new) == len(old.entries):
        return old
    return replace(old, entries=new)


def _current(message: Message, known: Mapping[MessageKey, Entry], template: Template) -> Entry | None:
    """Return the entry of a message that the catalogue has already, with today's comments."""
    entry = known.get(message.key)
    if entry is None:
        return None
    comments, references = extracted_comments(message), (f"source/{template.article}.md",)
    same = not entry.obsolete and entry.extracted_comments == comments and entry.references == references
    if same:
        return entry
    return changed(entry, obsolete=False, extracted_comments=comments, references=references)


def _carry_over(
    template: Template, entries: list[Entry | None], missing: list[int], candidates: Sequence[Entry]
) -> None:
    """Give each new message the translation of an equal text, else of the closest, else none."""
    free = {number: candidate for number, candidate in enumerate(candidates) if candidate.msgstr}
    by_text: dict[str, list[int]] = {}
    for number, candidate in free.items():
        by_text.setdefault(candidate.msgid, []).append(number)
    rest: list[int] = []
    for at in missing:
        message = template.messages[at]
        found = _equal(message, [each for each in by_text.get(message.msgid, ()) if each in free], free)
        if found is None:
            rest.append(at)
        else:
            entries[at] = _moved(template, message, free.pop(found))
    for at, number in _closest(template, rest, free):
        entries[at] = _stale(template, template.messages[at], free[number])
    for at in rest:
        if entries[at] is None:
            entries[at] = _fresh(template, template.messages[at])


def _equal(message: Message, equal: Sequence[int], free: Mapping[int, Entry]) -> int | None:
    """Return which of the entries with the message's very text is its own, in its context if possible."""
    same = [number for number in equal if free[number].msgctxt == message.msgctxt]
    if same or message.kind in _ADDRESSES:
        return same[0] if same else None
    return equal[0] if equal else None


_ADDRESSES = frozenset((Kind.SLUG,))
"""Kinds whose translations are no use to any other kind."""


def _closest(template: Template, wanted: Sequence[int], free: Mapping[int, Entry]) -> list[tuple[int, int]]:
    """Match new messages with vanished ones by their words, one to one, the best pairs first."""
    total = max(len(template.messages), 1)
    pairs = []
    for at in wanted:
        message = template.messages[at]
        for number, entry in free.items():
            if _comparable(message, entry) and (
                score := similarity(entry.msgid, message.msgid, at_least=SIMILAR)
            ):
                pairs.append((-score, abs(at - number) / total, at, number))
    taken_messages, taken_entries, found = set(), set(), []
    for _, _, at, number in sorted(pairs):
        if at not in taken_messages and number not in taken_entries:
            taken_messages.add(at)
            taken_entries.add(number)
            found.append((at, number))
    return found


def _comparable(message: Message, entry: Entry) -> bool:
    """Whether a changed text may be looked for there: a field only among the same field's texts."""
    fields = message.msgctxt in _FIELDS or entry.msgctxt in _FIELDS
    return message.msgctxt == entry.msgctxt if fields else True


_FIELDS = frozenset((Kind.TITLE.value, Kind.SUBTITLE.value, Kind.DESCRIPTION.value, Kind.SLUG.value))


def _fresh(template: Template, message: Message) -> Entry:
    return Entry(
        msgid=message.msgid,
        msgctxt=message.msgctxt,
        extracted_comments=extracted_comments(message),
        references=(f"source/{template.article}.md",),
    )


def _moved(template: Template, message: Message, entry: Entry) -> Entry:
    """Return an equal text's entry under its new key; another context makes it fuzzy."""
    fresh = _fresh(template, message)
    if entry.msgctxt == message.msgctxt:
        return changed(
            entry, obsolete=False, extracted_comments=fresh.extracted_comments, references=fresh.references
        )
    return changed(
        _stale(template, message, entry),
        previous_msgctxt=entry.msgctxt,
        previous_msgid=entry.msgid,
    )


def _stale(template: Template, message: Message, entry: Entry) -> Entry:
    """Return a changed text's entry: its old translation, marked for work, with what changed."""
    fresh = _fresh(template, message)
    # A text that was stale already was translated from what it says it was, not from its msgid.
    before = entry.previous_msgid if entry.fuzzy and entry.previous_msgid is not None else entry.msgid
    comments = tuple(line for line in entry.translator_comments if not line.startswith(_CHANGED))
    what = differences(before, message.msgid)
    return replace(
        fresh,
        msgstr=entry.msgstr,
        flags=(*(flag for flag in entry.flags if flag != "fuzzy"), "fuzzy"),
        translator_comments=(*comments, *((f"{_CHANGED} {'; '.join(what)}",) if what else ())),
        previous_msgid=before,
        previous_msgctxt=entry.msgctxt,
    )


def _obsolete(template: Template, old: Catalogue, live: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return what the article has no use for now, each text kept as it was, the older ones first."""
    keys = {message.key for message in template.messages}
    taken = {entry.key for entry in live}
    gone = []
    for entry in old.entries:
        if entry.key in keys or entry.key in taken or not _worth_keeping(entry):
            continue
        gone.append(
            entry if entry.obsolete else changed(entry, obsolete=True, references=(), extracted_comments=())
        )
    return tuple(gone)


def _worth_keeping(entry: Entry) -> bool:
    """Whether a person or an engine wrote anything into an entry."""
    return bool(entry.msgstr or any(entry.msgstr_plural) or _own_comments(entry))


def _own_comments(entry: Entry) -> tuple[str, ...]:
    return tuple(line for line in entry.translator_comments if not line.startswith("imprimatur: "))

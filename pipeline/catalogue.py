"""A catalogue follows its article: what stays, what moves, what changed, and nothing is lost."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from pipeline import changes
from pipeline.model import Catalogue, Entry, Kind, LocaleTag, Message, MessageKey, Template

_Key = TypeVar("_Key")

COUNT_FIELD = "X-Imprimatur-Messages"
"""Header field with the number of messages at the last write, so that a cut-off file is noticed."""

_REMARK = "imprimatur: source changed: "
"""Begins the translator comment that says what changed in the source of a stale message."""

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


def update(
    template: Template,
    old: Catalogue | None,
    *,
    locale: LocaleTag,
    project: str = "Imprimatur",
    elsewhere: Iterable[Entry] = (),
) -> Catalogue:
    """Bring a catalogue in line with `template`; None makes a new one for `locale` and `project`.

    A message keeps its translation by (msgctxt, msgid), in whatever state, also an obsolete one.
    A new message takes that of an equal one that vanished `elsewhere` (`vanished` of the other
    articles; its own do no harm); else, as fuzzy, that of the same text under another
    context, or of the paragraph that it was changed from. What the template has no more becomes
    obsolete, and no translation is dropped. Where nothing changed but the order, `old` itself
    is returned.
    """
    if old is None:
        old = Catalogue(locale=locale, header=new_header(project, locale))
    keys = [entry.key for entry in old.entries]
    have = dict(zip(keys, old.entries, strict=True))
    wanted = {message.key: message for message in template.messages}
    references = _references(template)
    live: dict[MessageKey, Entry | None] = {
        key: _refreshed(have[key], message, references) if key in have else None
        for key, message in wanted.items()
    }
    if any(entry is None or not entry.msgstr for entry in live.values()):
        found = _carried(wanted, live, old.entries, tuple(elsewhere))
        live |= {key: _refreshed(entry, wanted[key], references) for key, entry in found.items()}
    current = [entry or _untranslated(wanted[key], references) for key, entry in live.items()]
    gone = [entry for key, entry in zip(keys, old.entries, strict=True) if key not in wanted]
    obsolete = [entry for entry in gone if entry.obsolete]
    obsolete += [_retired(entry) for entry in gone if not entry.obsolete and not _empty(entry, have)]
    entries = (*current, *obsolete)
    known = {id(entry) for entry in old.entries}
    if len(entries) == len(old.entries) and all(id(entry) in known for entry in entries):
        return old
    return replace(old, entries=entries)


def vanished(template: Template, catalogue: Catalogue) -> tuple[Entry, ...]:
    """The translated entries of `catalogue` whose message is not, or no longer, in `template`."""
    wanted = {message.key for message in template.messages}
    return tuple(entry for entry in catalogue.entries if entry.msgstr and entry.key not in wanted)


def waiting(template: Template, old: Catalogue | None, new: Catalogue) -> tuple[frozenset[str], bool]:
    """What the update of `old` to `new` could still have found `elsewhere`.

    The texts that would take the translation of an equal one, and whether a new message found no
    translation at all and would take that of a similar text.
    """
    have = {entry.key: entry.msgstr for entry in old.entries} if old else {}
    open_keys = {message.key for message in template.messages if not have.get(message.key)}
    if not open_keys:
        return frozenset(), False
    alone = any(
        not entry.msgstr and entry.key in open_keys and entry.key not in have for entry in new.entries
    )
    return frozenset(text for _, text in open_keys), alone


def extracted_comments(message: Message) -> tuple[str, ...]:
    """What a translator is told about `message`: its kind and section, then the author's notes."""
    place = _place(message.kind, message.section)
    if not message.notes:
        return place
    return (*place, *(line.strip() for note in message.notes for line in note.splitlines()))


@lru_cache(maxsize=64)
def _place(kind: Kind, section: str) -> tuple[str]:
    """Say where a message stands: the same of all paragraphs of a section."""
    section = " ".join(section.split())
    return (f"{kind} in “{section}”" if section else str(kind),)


def template_entries(template: Template) -> tuple[Entry, ...]:
    """The messages of `template` as untranslated entries, in its order."""
    return tuple(_untranslated(message, _references(template)) for message in template.messages)


def template_header(project: str) -> tuple[tuple[str, str], ...]:
    """The header fields of a template: no language, and no date that changes without need."""
    return (("Project-Id-Version", project), ("Language", ""), *_ENCODING, _GENERATOR)


def new_header(project: str, locale: LocaleTag) -> tuple[tuple[str, str], ...]:
    """The header fields of a new catalogue, with `locale`'s plural rule."""
    rule = ("Plural-Forms", plural_forms(locale))
    return (("Project-Id-Version", project), ("Language", locale), *_ENCODING, rule, _GENERATOR)


def plural_forms(locale: LocaleTag) -> str:
    """The `Plural-Forms` of `locale`: Babel's, where it has CLDR's forms; else made from CLDR's rules."""
    from babel import Locale
    from babel.messages.plurals import PLURALS, get_plural
    from babel.plural import to_gettext

    from pipeline.locales import babel_name

    babel = Locale.parse(babel_name(locale))
    if str(babel) in PLURALS or babel.language in PLURALS:
        known = get_plural(babel)
        if known.num_plurals in plural_counts(locale):
            return str(known)
    return str(to_gettext(babel.plural_form))


def plural_counts(locale: LocaleTag) -> frozenset[int]:
    """How many plural forms CLDR has for `locale`: for whole numbers, and for all; none if it is unknown.

    gettext's own tables leave out CLDR's form for millions (Spanish `many`), and it is right to.
    """
    from babel import Locale, UnknownLocaleError

    from pipeline.locales import babel_name

    try:
        rules = Locale.parse(babel_name(locale)).plural_form
    except (UnknownLocaleError, ValueError):
        return frozenset()
    return frozenset({len({rules(number) for number in range(200)}), len({*rules.tags, "other"})})


def _references(template: Template) -> tuple[str, ...]:
    return (f"source/{template.article}.md",)


def _untranslated(message: Message, references: tuple[str, ...]) -> Entry:
    return Entry(
        msgid=message.msgid,
        msgctxt=message.msgctxt,
        extracted_comments=extracted_comments(message),
        references=references,
    )


def _refreshed(entry: Entry, message: Message, references: tuple[str, ...]) -> Entry:
    """A live entry with the template's comments, and the entry itself where it has them already."""
    extracted, comments = extracted_comments(message), entry.translator_comments
    if comments and not _stale(entry):
        comments = _without_remark(comments)
    same = entry.extracted_comments == extracted and entry.references == references
    if same and comments == entry.translator_comments and not entry.obsolete:
        return entry
    return changed(
        entry,
        extracted_comments=extracted,
        references=references,
        translator_comments=comments,
        obsolete=False,
    )


def _retired(entry: Entry) -> Entry:
    """The entry of a message that vanished; the template has nothing to say about it any more."""
    return changed(entry, obsolete=True, extracted_comments=(), references=())


def _empty(entry: Entry, have: dict[MessageKey, Entry]) -> bool:
    """Whether nobody would miss an entry that vanished.

    So it is where nothing was ever written, and where it is a carried translation that nobody
    touched, since the entry that it came from is still there. Otherwise a paragraph edited
    twenty times would leave twenty copies behind.
    """
    comments = _without_remark(entry.translator_comments)
    if not entry.msgstr and not any(entry.msgstr_plural):
        return not comments
    if not _stale(entry) or entry.msgstr_plural:
        return False
    origin = have.get(_origin(entry))
    if origin is None or _stale(origin) or origin.key == entry.key:
        return False
    return origin.msgstr == entry.msgstr and set(comments) <= set(origin.translator_comments)


def _carried(
    wanted: dict[MessageKey, Message],
    live: dict[MessageKey, Entry | None],
    here: Sequence[Entry],
    elsewhere: Sequence[Entry],
) -> dict[MessageKey, Entry]:
    """Translations for messages that have none, the surest ways first."""
    found: dict[MessageKey, Entry] = {}
    here = [entry for entry in here if entry.msgstr]
    if elsewhere:
        own = {(entry.key, entry.msgstr) for entry in here}
        elsewhere = [entry for entry in elsewhere if (entry.key, entry.msgstr) not in own]
    equal = _preferred((entry.key, entry) for entry in elsewhere if entry.msgstr)
    for key, entry in live.items():
        if (entry is None or not entry.msgstr) and key in equal:
            found[key] = _moved(equal[key], entry)
    new = [key for key, entry in live.items() if entry is None and key not in found]
    if not new:
        return found
    sought = {text for _, text in new}
    alike = [entry for entry in (*here, *elsewhere) if entry.msgid in sought and entry.msgctxt != "slug"]
    texts = _preferred((entry.msgid, entry) for entry in alike)
    for key in new:
        if key[0] != "slug" and key[1] in texts:
            found[key] = _fuzzy(wanted[key], texts[key[1]])
    gone = [entry for entry in here if entry.key not in wanted]
    places = {key: place for place, key in enumerate(wanted)}
    for candidates in (gone, elsewhere):
        rest = [key for key in new if key not in found]
        found |= {
            key: _fuzzy(wanted[key], entry) for key, entry in _matched(rest, candidates, places).items()
        }
    return found


def _preferred(pairs: Iterable[tuple[_Key, Entry]]) -> dict[_Key, Entry]:
    """The first entry for each key, but one that is not fuzzy before all that are."""
    best: dict[_Key, Entry] = {}
    for key, entry in pairs:
        if key not in best or (best[key].fuzzy and not entry.fuzzy):
            best[key] = entry
    return best


def _matched(
    new: Sequence[MessageKey], old: Sequence[Entry], places: dict[MessageKey, int]
) -> dict[MessageKey, Entry]:
    """Pair changed paragraphs with what they were, one to one, the most alike first.

    Only within the same context: a title is not a draft of a paragraph, nor a slug of a title.
    Of pairs equally alike the one whose places in the two files are nearer wins.
    """
    pairs = []
    for context in {key[0] for key in new}:
        rows = [row for row, entry in enumerate(old) if _origin(entry)[0] == context and entry.msgstr]
        keys = [key for key in new if key[0] == context]
        texts = [_origin(old[row])[1] for row in rows]
        for score, row, column in changes.matches(texts, [key[1] for key in keys]):
            place = places[keys[column]]
            pairs.append((-score, abs(rows[row] - place), place, rows[row], keys[column]))
    paired: dict[MessageKey, Entry] = {}
    used: set[int] = set()
    for *_, row, key in sorted(pairs, key=lambda pair: pair[:4]):
        if key not in paired and row not in used:
            paired[key] = old[row]
            used.add(row)
    return paired


def _moved(entry: Entry, waiting: Entry | None) -> Entry:
    """The translation of an equal message in another article, in the state it has there."""
    comments = (*(waiting.translator_comments if waiting else ()), *entry.translator_comments)
    return changed(entry, translator_comments=tuple(dict.fromkeys(comments)), obsolete=False, line=0)


def _fuzzy(message: Message, entry: Entry) -> Entry:
    """`entry`'s translation as a draft for `message`, with the text that it translates."""
    context, text = _origin(entry)
    comments = _without_remark(entry.translator_comments)
    if said := changes.differences(text, message.msgid):
        comments += (_REMARK + "; ".join(said),)
    same = (context, text) == message.key
    return Entry(
        msgid=message.msgid,
        msgctxt=message.msgctxt,
        msgstr=entry.msgstr,
        flags=("fuzzy", *(flag for flag in entry.flags if flag != "fuzzy")),
        previous_msgid=None if same else text,
        previous_msgctxt=None if same else context,
        translator_comments=comments,
    )


def _stale(entry: Entry) -> bool:
    return entry.fuzzy and entry.previous_msgid is not None


def _origin(entry: Entry) -> MessageKey:
    """The message that an entry's translation was made for."""
    if entry.previous_msgid is not None and entry.fuzzy:
        return (entry.previous_msgctxt, entry.previous_msgid)
    return entry.key


def _without_remark(comments: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(comment for comment in comments if not comment.startswith(_REMARK))

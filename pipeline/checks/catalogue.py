"""Catalogues: what `msgfmt -c` would say, and that a catalogue is its article's.

After the GNU gettext manual, and CLDR's plural rules.
"""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.catalogue import plural_counts
from pipeline.checks.base import Bitext, Hit
from pipeline.checks.formats import mismatch
from pipeline.model import Entry, MessageKey

Found = Iterator[tuple[MessageKey, Hit]]


def _live(bitext: Bitext) -> list[Entry]:
    return [entry for entry in bitext.catalogue.entries if not entry.obsolete] if bitext.catalogue else []


def unknown(bitext: Bitext) -> Found:
    """An entry that the article does not have: it would never be printed."""
    if bitext.template and bitext.catalogue:
        keys = {message.key for message in bitext.template.messages}
        for entry in _live(bitext):
            if entry.key not in keys:
                yield entry.key, Hit(reason="the article has no such message")


def missing(bitext: Bitext) -> Found:
    """A message of the article that the catalogue has no entry for."""
    if bitext.template and bitext.catalogue:
        keys = {entry.key for entry in _live(bitext)}
        for message in bitext.template.messages:
            if message.key not in keys and message.required:
                yield message.key, Hit(reason="the catalogue has no entry for it")


def doubled(bitext: Bitext) -> Found:
    """Two entries with the same key: tools keep either."""
    for key, count in Counter(entry.key for entry in _live(bitext)).items():
        if count > 1:
            yield key, Hit(reason=f"{count} entries have this msgid and msgctxt")


def newlines(bitext: Bitext) -> Found:
    """Msgid, plural and all translations begin, and end, with a line break, or none of them does."""
    for entry in _live(bitext):
        texts = [text for text in (entry.msgid_plural, entry.msgstr, *entry.msgstr_plural) if text]
        if any(
            text.startswith("\n") != entry.msgid.startswith("\n")
            or text.endswith("\n") != entry.msgid.endswith("\n")
            for text in texts
        ):
            yield entry.key, Hit(reason="msgid and msgstr do not both begin or end with a line break")


def formats(bitext: Bitext) -> Found:
    """Placeholders of a message with a format flag are the same on both sides."""
    for entry in _live(bitext):
        forms = entry.msgstr_plural or (entry.msgstr,)
        for number, text in enumerate(forms):
            singular = number == 0 and len(forms) > 1
            wrong = mismatch(entry.flags, entry.msgid_plural or entry.msgid, text, fewer=singular)
            if text and wrong:
                yield entry.key, Hit(reason=wrong)
                break


def plurals(bitext: Bitext) -> Found:
    """As many plural forms as the header announces, none of them empty."""
    catalogue = bitext.catalogue
    if not catalogue:
        return
    header = dict(catalogue.header).get("Plural-Forms", "")
    announced = re.search(r"nplurals\s*=\s*(\d+)", header)
    for entry in _live(bitext):
        if entry.msgid_plural is None or not any(entry.msgstr_plural):
            continue
        if announced and len(entry.msgstr_plural) != int(announced[1]):
            yield entry.key, Hit(reason=f"{len(entry.msgstr_plural)} plural forms, {announced[1]} announced")
        elif not all(entry.msgstr_plural):
            yield entry.key, Hit(reason="a plural form is empty")


def header(bitext: Bitext) -> Found:
    """The header says UTF-8, the catalogue's language, and CLDR's number of plural forms."""
    if not bitext.catalogue:
        return
    fields = dict(bitext.catalogue.header)
    if "utf-8" not in fields.get("Content-Type", "charset=UTF-8").lower():
        yield (None, ""), Hit(reason="Content-Type does not say charset=UTF-8")
    language = fields.get("Language", bitext.catalogue.locale)
    if language and language.replace("-", "_") != bitext.catalogue.locale:
        yield (None, ""), Hit(reason=f"Language is {language}, the folder says {bitext.catalogue.locale}")
    announced = re.search(r"nplurals\s*=\s*(\d+)", fields.get("Plural-Forms", ""))
    wanted = plural_counts(bitext.catalogue.locale)
    if announced and wanted and int(announced[1]) not in wanted:
        yield (None, ""), Hit(reason=f"Plural-Forms has nplurals={announced[1]}, CLDR has {max(wanted)}")

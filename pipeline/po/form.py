"""Writing a `.po` file: unchanged entries in the very words they were read in, others in our form.

Our form does not wrap: a text stands on one line, or on one line for each line break in it, the
first beside its keyword. So a file that was cut off between two of its lines is never mistaken
for a whole one. It has no line numbers and no dates.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.catalogue import COUNT_FIELD, template_header
from pipeline.errors import InputError
from pipeline.model import Catalogue, Entry, LocaleTag, Template
from pipeline.po import rules
from pipeline.po.forms import forms, keyword
from pipeline.po.scan import read

_COUNT_LINE = re.compile(rf'^"{COUNT_FIELD}: [^"\\]*\\n"', re.MULTILINE)


def write(catalogue: Catalogue, *, was: Catalogue | None = None) -> str:
    """The text of the `.po` file, with the newlines of the file it was read from.

    Write it as UTF-8 without translating newlines. It reads as an equal catalogue, but for the
    count of messages in the header; that is checked here, so that an entry whose `raw` does
    not belong to it is formatted afresh. What is the very value in `was`, the catalogue as it was
    read, need not be read again. Raises `InputError` for texts that cannot stand in a `.po` file
    (lone surrogates, control characters) and for doubled messages.
    """
    text = _compose(catalogue)
    doubtful = _doubtful(catalogue, was)
    part = text if doubtful is catalogue else _compose(doubtful)
    written = _read_back(part, catalogue.locale).entries
    if written == doubtful.entries:
        return text
    held = dict(zip((entry.key for entry in written), written, strict=True))
    sure = frozenset(map(id, catalogue.entries)) - frozenset(map(id, doubtful.entries))
    entries = tuple(
        entry if id(entry) in sure or held.get(entry.key) == entry else replace(entry, raw=None)
        for entry in catalogue.entries
    )
    return _compose(replace(catalogue, entries=entries))


def _doubtful(catalogue: Catalogue, was: Catalogue | None) -> Catalogue:
    """What has to be read back: all but the entries that were read before, each its whole text's value.

    The last one shows whether the file is whole. Doubled messages show in the whole file only.
    """
    if was is None or len({entry.key for entry in catalogue.entries}) < len(catalogue.entries):
        return catalogue
    sure = frozenset(id(entry) for entry in was.entries if entry.raw is not None)
    entries = tuple(
        entry
        for place, entry in enumerate(catalogue.entries, 1)
        if id(entry) not in sure or place == len(catalogue.entries)
    )
    return replace(catalogue, entries=entries)


def write_template(template: Template, *, project: str, known: Sequence[str] | None = None) -> str:
    """The text of the `.pot` file of `template`; `project` is what the texts belong to.

    The same as writing its messages as entries, in a third of the time: every article has one.
    `known` are its `forms`, where they are there already.
    """
    empty = Catalogue(locale=LocaleTag(""), header=template_header(project))
    count = f'"{COUNT_FIELD}: {len(template.messages)}\\n"'
    lines = [*_header(empty, "\n").splitlines()[:-1], count]
    known = forms(template) if known is None else known
    return "".join(("\n".join((*lines, "")), *(f'\n{form}""\n' for form in known)))


def _read_back(text: str, locale: LocaleTag) -> Catalogue:
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        reason = f"a lone surrogate, U+{ord(text[error.start]):04X}, which no file can hold"
        raise InputError(rules.finding("", line, "encoding", reason, "delete it")) from error
    return read(data, file="", locale=locale)


def _compose(catalogue: Catalogue) -> str:
    newline = _newline(catalogue)
    pieces = [_header(catalogue, newline)]
    for entry in catalogue.entries:
        piece = entry.raw
        if piece is None:
            piece = newline.join(("", *_lines(entry), ""))
        if pieces[-1] and not pieces[-1].endswith("\n"):
            pieces.append(newline)
        pieces.append(piece)
    if catalogue.trailer and not pieces[-1].endswith("\n"):
        pieces.append(newline)
    return "".join((*pieces, catalogue.trailer))


def _newline(catalogue: Catalogue) -> str:
    """The newline that the file has, by its header."""
    raws = (catalogue.header_raw, *(entry.raw for entry in catalogue.entries))
    return "\r\n" if "\r\n" in next((raw for raw in raws if raw), "") else "\n"


def _header(catalogue: Catalogue, newline: str) -> str:
    """The header as it was read, where it may stay; otherwise with the count of today."""
    from polib import escape

    raw, fields = catalogue.header_raw, dict(catalogue.header)
    live, obsolete = rules.counted(catalogue.entries)
    count = f"{live} and {obsolete} obsolete" if obsolete else f"{live}"
    if raw is not None and (fields.get(COUNT_FIELD) == count or _may_stay(catalogue, fields)):
        return raw
    line = f'"{COUNT_FIELD}: {count}\\n"'
    if raw is not None and COUNT_FIELD in fields and _COUNT_LINE.search(raw):
        return _COUNT_LINE.sub(lambda _: line, raw, count=1)
    if raw is not None and COUNT_FIELD not in fields and raw.rstrip().endswith('\\n"'):
        return raw.rstrip() + newline + line + newline
    comments = Entry(msgid="", translator_comments=catalogue.header_comments)
    lines = _lines(comments)
    for name, value in catalogue.header:
        if name != COUNT_FIELD:
            text = f"{name}: {value}\n" if name else f"{value}\n"
            lines.append(f'"{escape(text)}"')
    mark = "\ufeff" if raw is not None and raw.startswith("\ufeff") else ""
    return mark + "".join(text + newline for text in (*lines, line))


def _may_stay(catalogue: Catalogue, fields: dict[str, str]) -> bool:
    """Whether nothing was changed, so that the file must stay as it is, and its count is harmless."""
    if any(entry.raw is None for entry in catalogue.entries):
        return False
    return not rules.whole(catalogue, fields.get(COUNT_FIELD, ""), "")


def _lines(entry: Entry) -> list[str]:
    """An entry's lines in the order that the gettext manual gives."""
    lines = [_comment(line) for comment in entry.translator_comments for line in comment.split("\n")]
    for comment in entry.extracted_comments:
        lines += (f"#. {line}" if line else "#." for line in comment.split("\n"))
    if entry.references:
        lines.append("#: " + " ".join(entry.references))
    if entry.flags:
        lines.append("#, " + ", ".join(entry.flags))
    previous, mark = ("#~| ", "#~ ") if entry.obsolete else ("#| ", "")
    if entry.previous_msgctxt is not None:
        lines += keyword(previous, "msgctxt", entry.previous_msgctxt)
    if entry.previous_msgid is not None:
        lines += keyword(previous, "msgid", entry.previous_msgid)
    if entry.previous_msgid_plural is not None:
        lines += keyword(previous, "msgid_plural", entry.previous_msgid_plural)
    if entry.msgctxt is not None:
        lines += keyword(mark, "msgctxt", entry.msgctxt)
    lines += keyword(mark, "msgid", entry.msgid)
    if entry.msgid_plural is not None:
        lines += keyword(mark, "msgid_plural", entry.msgid_plural)
    if entry.msgstr_plural:
        for index, text in enumerate(entry.msgstr_plural):
            lines += keyword(mark, f"msgstr[{index}]", text)
    else:
        lines += keyword(mark, "msgstr", entry.msgstr)
    return lines


def _comment(text: str) -> str:
    """A translator's comment with its mark; one of an unknown kind (`#@ …`) still has it."""
    if rules.unknown_kind(text):
        return text
    return f"# {text}" if text else "#"

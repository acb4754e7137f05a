"""How an article's messages stand in a file: in its template, and in catalogues that follow it.

Most of a catalogue is its template's messages with translations. What has the very form of a message need
not be read to know what it says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.catalogue import extracted_comments
from pipeline.model import Catalogue, Entry, LocaleTag, Message, Template
from pipeline.po import rules, scan

_TRANSLATION = re.compile(scan.STRING)
"""What follows a form."""


def forms(template: Template) -> Sequence[str]:
    """Return each message of `template` as it stands in a file, up to the keyword of its translation."""
    reference = _reference(template)
    return [_form(message, reference) for message in template.messages]


def _reference(template: Template) -> str:
    return f"source/{template.article}.md"


def _form(message: Message, reference: str) -> str:
    above = _above(extracted_comments(message), reference)
    if message.msgctxt is None and _plain(message.msgid):
        return f'{above}msgid "{message.msgid}"\nmsgstr '
    context = () if message.msgctxt is None else keyword("", "msgctxt", message.msgctxt)
    return above + "\n".join((*context, *keyword("", "msgid", message.msgid), "msgstr "))


@lru_cache(maxsize=64)
def _above(comments: tuple[str, ...], reference: str) -> str:
    """Return the comment lines of a message: those of a section's paragraphs are the same."""
    lines = (*(f"#. {line}" if line else "#." for line in comments), f"#: {reference}", "")
    return "\n".join(lines)


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """A catalogue's file, taken apart between its messages and not read."""

    header: str
    """The text above the first entry."""
    pieces: Sequence[tuple[int | None, str]]
    """The text of each entry, and the place of the message whose form and a translation it is."""
    template: Template
    forms: Sequence[str]
    """Of the template's messages."""

    def settled(self) -> frozenset[str] | None:
        """Return the texts without a translation if the file is all forms in their order, else None.

        An update, and a writer, would leave such a catalogue as it is. Most are so most of the time.
        """
        if [place for place, _ in self.pieces] != list(range(len(self.forms))):
            return None
        if not _sound(self.header, len(self.forms), 0):
            return None
        found = zip(self.pieces, self.forms, self.template.messages, strict=True)
        return frozenset(
            message.msgid for (_, text), form, message in found if not text[len(form) :].strip('"\n')
        )

    def read(self, locale: LocaleTag) -> Catalogue | None:
        """Return what `po.read` would, but for the lines; None where only that can tell what is there."""
        references = (_reference(self.template),)
        entries: list[Entry] = []
        for place, text in self.pieces:
            raw = f"\n{text}\n"
            if place is None:
                if (entry := _alone(raw)) is None:
                    return None
                entries.append(entry)
                continue
            message = self.template.messages[place]
            entries.append(
                Entry(
                    msgid=message.msgid,
                    msgctxt=message.msgctxt,
                    msgstr=scan.unquoted(text[len(self.forms[place]) :]),
                    extracted_comments=extracted_comments(message),
                    references=references,
                    raw=raw,
                )
            )
        if len({entry.key for entry in entries}) < len(entries):
            return None
        header = _header(self.header)
        if header is None or not _sound(self.header, *rules.counted(entries)):
            return None
        return replace(header, locale=locale, entries=tuple(entries))


@lru_cache(maxsize=512)
def _header(text: str) -> Catalogue | None:
    """Read a header as a catalogue without entries, once for all files that have it; None for other texts."""
    scanner = scan.Scanner(text, "")
    read = scanner.catalogue(LocaleTag(""))
    return None if scanner.lines.problems or read.entries or read.trailer else read


@lru_cache(maxsize=512)
def _sound(header: str, live: int, obsolete: int) -> bool:
    """Whether a file with that header and so many messages, none of them broken, is one to accept."""
    read = _header(header)
    if read is None:
        return False
    gone = Entry(msgid="x", msgstr="x", obsolete=True)
    entries = (*(gone,) * obsolete, *(Entry(msgid="x"),) * live)
    return not rules.check(replace(read, entries=entries), "", broken=False)


def outline(data: bytes, template: Template, known: Sequence[str]) -> Outline | None:
    """Take the file `data` apart by `known`, the forms of `template`; None for one that may be broken."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    header, *pieces = text.split("\n\n")
    # A line break at the very end may be all that is left of a longer text.
    if not pieces or not text.endswith('"\n') or text.endswith('\\n"\n'):
        return None
    if scan.controlled(data):
        return None
    pieces[-1] = pieces[-1].removesuffix("\n")
    places = _places(pieces, known)
    others = (piece for place, piece in zip(places, pieces, strict=True) if place is None)
    # No line of a form, nor of a translation, begins like what a merge leaves behind.
    if scan.markers("\n".join((header, *others)), ""):
        return None
    return Outline(
        header=f"{header}\n",
        pieces=tuple(zip(places, pieces, strict=True)),
        template=template,
        forms=known,
    )


def _places(pieces: Sequence[str], known: Sequence[str]) -> Sequence[int | None]:
    """Return the place of each piece's form in `known`; most have that of the next one."""
    last = len(known) - 1
    by_form: dict[str, int] = {}
    places: list[int | None] = []
    at = -1
    for piece in pieces:
        if at < last and piece.startswith(known[at + 1]):
            at += 1
        else:
            by_form = by_form or {form: place for place, form in enumerate(known)}
            begin = piece.find("\nmsgstr ") + len("\nmsgstr ")
            found = by_form.get(piece[:begin])
            if found is None:
                places.append(None)
                continue
            at = found
        places.append(at if _translated(piece, len(known[at])) else None)
    return places


def _translated(piece: str, begin: int) -> bool:
    """Whether all that follows a form, which ends at `begin`, is a translation."""
    text = piece[begin:]
    if text.count('"') == 2 and text[0] == text[-1] == '"' and "\\" not in text and "\n" not in text:
        return True
    return _TRANSLATION.fullmatch(text) is not None


def _alone(raw: str) -> Entry | None:
    """Read what stands between two blank lines; None if it is not one whole entry and nothing else."""
    scanner = scan.Scanner(raw, "")
    read = scanner.catalogue(LocaleTag(""))
    if scanner.lines.problems or read.header_raw is not None or read.trailer or len(read.entries) != 1:
        return None
    (entry,) = read.entries
    return None if entry.msgstr_plural else replace(entry, line=0)


def keyword(mark: str, name: str, text: str) -> Sequence[str]:
    """Return a keyword and its text, one line for each line break in the text.

    A text that ends in a line break has an empty last line, so that it is not taken for one that
    was cut off.
    """
    if _plain(text):
        return (f'{mark}{name} "{text}"',)
    from polib import escape

    if "\n" not in text:
        return (f'{mark}{name} "{escape(text)}"',)
    *broken, last = text.split("\n")
    head, *others = (*(f'"{escape(line)}\\n"' for line in broken), f'"{escape(last)}"')
    return (f"{mark}{name} {head}", *(f"{mark}{line}" for line in others))


def _plain(text: str) -> bool:
    """Whether a text has nothing to escape; mostly so."""
    return text.isprintable() and '"' not in text and "\\" not in text

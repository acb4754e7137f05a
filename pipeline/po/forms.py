"""How an article's messages stand in a file: in its template, and in catalogues that have nothing to add."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.catalogue import extracted_comments
from pipeline.model import Entry, LocaleTag, Message, Template
from pipeline.po import rules, scan

_SPECIAL = re.compile(r'[\\"\t\r\n\v\b\f]')
"""What polib escapes; most texts have none of it."""

_TRANSLATION = re.compile(rf"{scan.TEXT}(?=\n|\Z)")
"""What follows a form: a translation, and then the blank line above the next form or the end of the file."""


def forms(template: Template) -> Sequence[str]:
    """Return each message of `template` from the blank line above it to the keyword of its translation."""
    reference = f"#: source/{template.article}.md"
    return [_form(message, reference) for message in template.messages]


def _form(message: Message, reference: str) -> str:
    lines = ["", *(f"#. {line}" if line else "#." for line in extracted_comments(message)), reference]
    if message.msgctxt is not None:
        lines += keyword("", "msgctxt", message.msgctxt)
    lines += keyword("", "msgid", message.msgid)
    lines.append("msgstr ")
    return "\n".join(lines)


def settled(data: bytes, template: Template, known: Sequence[str]) -> frozenset[str] | None:
    """Whether the file `data` is the forms of `template` in their order, with translations and nothing else.

    An update, and a writer, would leave such a catalogue as it is, and it need not be read for that. Most are
    so most of the time. Returns the texts that it has no translation of; None for any other file, be it
    another or a broken one. `known` are the template's `forms`.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    begin = position = text.find("\n\n") + 1
    waiting: list[str] = []
    for form, message in zip(known, template.messages, strict=True):
        match = _TRANSLATION.match(text, position + len(form)) if text.startswith(form, position) else None
        if match is None:
            return None
        if not match[1].strip('"\n'):
            waiting.append(message.msgid)
        position = match.end()
    # A line break at the very end may be all that is left of a longer text.
    if position < len(text) or text.endswith('\\n"\n') or not _sound(text[:begin], len(known)):
        return None
    return None if scan.markers(text, "") or scan.controls(text, "") else frozenset(waiting)


def _sound(header: str, messages: int) -> bool:
    """Whether the header of a file with so many messages is one that a reader accepts."""
    scanner = scan.Scanner(header, "")
    read = scanner.catalogue(LocaleTag(""))
    if scanner.lines.problems or read.entries or read.trailer:
        return False
    return not rules.check(replace(read, entries=(Entry(msgid="x"),) * messages), "", broken=False)


def keyword(mark: str, name: str, text: str) -> Sequence[str]:
    """Return a keyword and its text, one line for each line break in the text.

    A text that ends in a line break has an empty last line, so that it is not taken for one that
    was cut off.
    """
    if not _SPECIAL.search(text):
        return (f'{mark}{name} "{text}"',)
    from polib import escape

    if "\n" not in text:
        return (f'{mark}{name} "{escape(text)}"',)
    *broken, last = text.split("\n")
    head, *others = (*(f'"{escape(line)}\\n"' for line in broken), f'"{escape(last)}"')
    return (f"{mark}{name} {head}", *(f"{mark}{line}" for line in others))

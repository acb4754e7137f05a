"""What a `.po` file must keep to, beyond its grammar, and how a breach of it is told."""

import re
from collections.abc import Mapping, Sequence

from pipeline.catalogue import COUNT_FIELD
from pipeline.model import Catalogue, Entry, Finding

RESTORE = "restore the file, for instance with `git checkout -- FILE`"
COUNT = re.compile(r"([0-9]+)(?: and ([0-9]+) obsolete)?")
"""The value of `X-Imprimatur-Messages`: what `counted` found at the last write."""

_HINTS = {
    "merge-marker": "decide between the two sides, then delete the lines with the markers",
    "control": "delete it",
    "junk": "comments begin with #, texts stand in quotes after msgid or msgstr",
    "escape": r"known are \n \t \" and \\; write \\ for a backslash",
    "header": "give every message its msgid",
}
_CHARSET = re.compile(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*([0-9]{1,2})\s*;\s*plural\s*=\s*(.{1,500}?)\s*;?\s*")
_MOST = 50
"""So many problems of one file are told; more say nothing new."""


def finding(file: str, line: int | None, kind: str, reason: str, hint: str = "") -> Finding:
    """Make the finding `catalogue.<kind>`; each kind has a hint of its own."""
    return Finding(
        id=f"catalogue.{kind}", reason=reason, hint=hint or _HINTS.get(kind, ""), file=file, line=line
    )


def decode(data: bytes, file: str) -> tuple[str, list[Finding]]:
    """Decode UTF-8, with or without a byte order mark, which is kept; tell of other bytes."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        reason = f"byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        problem = finding(file, line, "encoding", reason, "save the file as UTF-8")
        return data.decode("utf-8", errors="replace"), [problem]


def comment_text(line: str) -> str:
    """A translator's comment without its mark; one of an unknown kind (`#@ …`) keeps it."""
    if line[1:2] == " ":
        return line[2:]
    return line if unknown_kind(line) else line[1:]


def unknown_kind(line: str) -> bool:
    """Whether a comment line has a mark that the gettext manual does not know, such as `#@`."""
    return line[:1] == "#" and len(line) > 1 and not line[1].isalnum() and line[1] not in " .:,|~=#"


def shown(text: str) -> str:
    """A stretch of a file as a message quotes it: short, printable, on one line."""
    printable = "".join(char if char.isprintable() else " " for char in text[:60])
    return printable + ("…" if len(text) > 60 else "")


def header_fields(msgstr: str) -> tuple[tuple[str, str], ...]:
    """Split a header into names and values; a line without a colon has the empty name."""
    fields = []
    for line in msgstr.removesuffix("\n").split("\n") if msgstr else ():
        name, colon, value = line.partition(":")
        fields.append((name.strip(), value.strip()) if colon and name.strip() else ("", line))
    return tuple(fields)


def malformed(strings: Mapping[str, Sequence[str]]) -> tuple[str, str] | None:
    """What keeps a set of keywords from being a message, and the hint; None for a whole one."""
    forms = [name for name in strings if name.startswith("msgstr[")]
    if empty := [name for name, parts in strings.items() if not parts]:
        return f"no text after {empty[0]}", RESTORE
    if "msgid" not in strings:
        return "a translation without its msgid", "write the msgid above it, or delete it"
    if "msgstr" not in strings and not forms:
        return "a msgid without its msgstr", f'add a line msgstr "", or {RESTORE}'
    if ("msgid_plural" in strings) != bool(forms) or (forms and "msgstr" in strings):
        return (
            "a plural message needs msgid_plural and msgstr[0], msgstr[1] …",
            "compare it with the template",
        )
    if forms != [f"msgstr[{index}]" for index in range(len(forms))]:
        return "plural forms that are not numbered 0, 1, 2 …", "number them in order"
    return None


def check(catalogue: Catalogue, file: str, *, broken: bool) -> list[Finding]:
    """Hold a catalogue to what concerns it as a whole.

    Where it is `broken` anyhow, nothing is said about entries that may be missing for that.
    """
    if catalogue.header_raw is None:
        if broken:
            return []
        empty = not catalogue.entries and not catalogue.trailer.strip("\ufeff \t\r\n")
        reason = "the file is empty" if empty else "the header is missing"
        return [finding(file, 1, "empty" if empty else "header", reason, RESTORE)]
    header = dict(catalogue.header)
    problems = _charset(header, file)
    if not broken:
        problems += whole(catalogue, header.get(COUNT_FIELD, ""), file)
        problems += _plurals(catalogue, header, file)
    return problems


def _charset(header: Mapping[str, str], file: str) -> list[Finding]:
    match = _CHARSET.search(header.get("Content-Type", ""))
    if match and match[1].lower() in ("utf-8", "utf8"):
        return []
    reason = f"the charset is {match[1]}, not UTF-8" if match and match[1] else "the header names no charset"
    hint = 'save the file as UTF-8 and write "Content-Type: text/plain; charset=UTF-8\\n"'
    return [finding(file, 1, "charset", reason, hint)]


def whole(catalogue: Catalogue, count: str, file: str) -> list[Finding]:
    """Notice a file that ends too early, at the end of a line or of a message.

    `count` is the value of the header field that says how many messages there should be.
    """
    entries, match = catalogue.entries, COUNT.fullmatch(count)
    last = entries[-1].line if entries else 1
    if not entries and (match is None or match[1] != "0"):
        return [finding(file, None, "cut-off", "the file has no messages", RESTORE)]
    if entries and _breaks_off(entries[-1]):
        reason = "the last translation ends in a line break that its source does not have: cut off"
        return [finding(file, last, "cut-off", reason, f"complete it, or {RESTORE}")]
    if match is None:
        return []
    live, obsolete = counted(entries)
    # Editors may purge all obsolete messages at once, and gettext may revive some of them.
    expected = int(match[1]) + (int(match[2] or 0) if obsolete else 0)
    if live + obsolete >= expected:
        return []
    reason = f"cut off, or messages were deleted: {live + obsolete} are left of {expected}"
    hint = f"{RESTORE}; if they were deleted on purpose, delete the line {COUNT_FIELD}"
    return [finding(file, last, "cut-off", reason, hint)]


def counted(entries: Sequence[Entry]) -> tuple[int, int]:
    """How many messages are live, and how many obsolete and translated: gettext drops the rest."""
    obsolete = [entry.msgstr for entry in entries if entry.obsolete]
    return len(entries) - len(obsolete), len(obsolete) - obsolete.count("")


def _breaks_off(entry: Entry) -> bool:
    """Whether the last entry of a file looks like a text that goes on after a line break.

    Where a translation really ends in one, our form says so by an empty string after it.
    """
    raw = (entry.raw or "").rstrip()
    return raw.endswith('\\n"') and not entry.msgid.endswith("\n")


def _plurals(catalogue: Catalogue, header: Mapping[str, str], file: str) -> list[Finding]:
    """Hold plural messages to the header's `Plural-Forms`; without them it does not matter."""
    plural = [entry for entry in catalogue.entries if entry.msgstr_plural]
    if not plural:
        return []
    hint = f"write the {catalogue.locale} rule of gettext's manual, as in nplurals=2; plural=(n != 1);"
    rule = header.get("Plural-Forms")
    if not rule:
        return [finding(file, 1, "plural-forms", "plural messages, but the header has no Plural-Forms", hint)]
    count = plural_forms(rule)
    if count is None:
        return [finding(file, 1, "plural-forms", f"Plural-Forms makes no sense: {rule[:80]}", hint)]
    return [
        finding(
            file,
            entry.line,
            "plural-forms",
            f"{len(entry.msgstr_plural)} plural forms where Plural-Forms says {count}",
            f"give all of msgstr[0] … msgstr[{count - 1}]",
        )
        for entry in plural
        if len(entry.msgstr_plural) != count
    ]


def plural_forms(rule: str) -> int | None:
    """How many forms a `Plural-Forms` value has; None where it is absurd.

    Absurd is what does not parse, has no forms or more than six, or chooses a form that there
    is none of, or divides by zero, for a number up to 1000.
    """
    from gettext import c2py

    match = _PLURAL_FORMS.fullmatch(rule)
    if match is None or not 1 <= int(match[1]) <= 6:
        return None
    count = int(match[1])
    try:
        choose = c2py(match[2])
        sane = all(0 <= choose(number) < count for number in range(1001))
    except (ValueError, ZeroDivisionError, OverflowError, RecursionError):
        return None
    return count if sane else None


def capped(problems: Sequence[Finding], file: str) -> list[Finding]:
    """The problems in the order of the file, no more than a person reads."""
    ordered = sorted(problems, key=lambda problem: problem.line or 0)
    if len(ordered) <= _MOST:
        return ordered
    rest = finding(
        file, None, "more", f"and {len(ordered) - _MOST} more problems", "is it a .po file at all?"
    )
    return [*ordered[:_MOST], rest]

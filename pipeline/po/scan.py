"""Reading a `.po` file, strictly: all that is wrong with it is found in one go.

Our own scanner, since polib accepts 208 of 358 truncations of a valid file. One regular
expression takes in each plain entry whole; all others go through `pipeline.po.lines`. Follows
"The Format of PO Files" in the gettext manual; a `#=` line holds flags like a `#,` line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.errors import InputError
from pipeline.model import Catalogue, Entry, Finding, LocaleTag, MessageKey
from pipeline.po import rules
from pipeline.po.lines import Draft, Lines

_BODY = r'[^"\\\n]*(?:\\[nt"\\rvbf][^"\\\n]*)*'
STRING = rf'"({_BODY}(?:"\n"{_BODY})*)"'
"""A text in quotes, on one line or several."""

_PLAIN = re.compile(
    rf'\n*((?:#(?:[ .:,][^\n]*)?\n)*)(?:#\| msgctxt "({_BODY})"\n)?(?:#\| msgid "({_BODY})"\n)?'
    rf"(?:msgctxt {STRING}\n)?(?P<msgid>msgid) {STRING}\nmsgstr {STRING}\n(?=[\n#]|\Z)"
)
"""An entry of the usual form: comments, perhaps what its source was, perhaps a context, and its texts."""

_MARKER = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_CONTROLS = tuple(bytes((code,)) for code in (*range(9), *range(11, 32), 127))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Comments:
    """The comment lines of an entry, by kind, without their marks."""

    translator: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    flags: tuple[str, ...]


def read(data: bytes, *, file: str, locale: LocaleTag) -> Catalogue:
    """Read the bytes of a `.po` file as the catalogue of `locale`.

    `file` is its path as the user knows it. Raises `InputError` with a finding for each problem:
    undecodable bytes, another charset, merge markers, unterminated strings, doubled messages,
    a file that was cut off, and so on.
    """
    text, problems = rules.decode(data, file)
    if unmerged := markers(text, file):
        # All other trouble of such a file follows from the two sides standing in it together.
        raise InputError(problems + unmerged)
    scanner = Scanner(text, file)
    catalogue = scanner.catalogue(locale)
    problems += scanner.lines.problems
    if controlled(data):
        problems += _controls(text, file)
    problems += rules.check(catalogue, file, broken=bool(problems))
    if problems:
        raise InputError(rules.capped(problems, file))
    return catalogue


class Scanner:
    """Goes through a text once, entry by entry."""

    def __init__(self, text: str, file: str) -> None:
        """`file` is only for telling."""
        self.text = text
        self.lines = Lines(text, file)
        self.trailer = ""

    def catalogue(self, locale: LocaleTag) -> Catalogue:
        """Read it all. What is broken is left out, and told in `lines.problems`."""
        entries: list[Entry] = []
        header: Entry | None = None
        seen: dict[MessageKey, int] = {}
        for entry in self._entries():
            if (first := seen.setdefault(entry.key, entry.line)) != entry.line:
                self._doubled(entry, first)
            elif entry.msgid:
                entries.append(entry)
            elif entry.msgctxt is None and not entries and not entry.obsolete:
                header = entry
            else:
                reason = "an empty msgid, which only the header at the top of the file has"
                self.lines.problem(entry.line, "header", reason)
        return Catalogue(
            locale=locale,
            header=rules.header_fields(header.msgstr) if header else (),
            header_comments=header.translator_comments if header else (),
            header_raw=header.raw if header else None,
            entries=tuple(entries),
            trailer=self.trailer,
        )

    def _entries(self) -> Iterator[Entry]:
        """Yield each entry, and leave what stands after the last one in `trailer`."""
        text, position, number = self.text, 0, 1
        while True:
            match = _PLAIN.match(text, position)
            if match is not None:
                line = number + text.count("\n", position, match.start("msgid"))
                yield self._plain(match, line)
                number = line + text.count("\n", match.start("msgid"), match.end())
                position = match.end()
                continue
            draft = self.lines.draft(position, number)
            position, number = draft.end, draft.number
            if not draft.strings:
                self._trailer(draft)
                return
            if (entry := self._entry(draft)) is not None:
                yield entry

    def _plain(self, match: re.Match[str], line: int) -> Entry:
        """Turn a match of `_PLAIN` into an entry."""
        block, previous_msgctxt, previous_msgid, msgctxt, _, msgid, msgstr = match.groups()
        comments = _block(block)
        return Entry(
            msgid=_text(msgid),
            msgctxt=None if msgctxt is None else _text(msgctxt),
            msgstr=_text(msgstr),
            flags=comments.flags,
            previous_msgid=None if previous_msgid is None else _text(previous_msgid),
            previous_msgctxt=None if previous_msgctxt is None else _text(previous_msgctxt),
            translator_comments=comments.translator,
            extracted_comments=comments.extracted,
            references=comments.references,
            raw=match[0],
            line=line,
        )

    def _entry(self, draft: Draft) -> Entry | None:
        """Turn a draft into an entry; None, with a problem told, where it is none."""
        if reason := rules.malformed(draft.strings):
            self.lines.problem(draft.line, "incomplete", *reason)
            return None
        strings = {name: _text("".join(parts)) for name, parts in draft.strings.items()}
        previous = {name: _text("".join(parts)) for name, parts in draft.previous.items()}
        plural = tuple(text for name, text in strings.items() if name.startswith("msgstr["))
        comments = _comments(draft.comments)
        return Entry(
            msgid=strings["msgid"],
            msgctxt=strings.get("msgctxt"),
            msgid_plural=strings.get("msgid_plural"),
            msgstr=plural[0] if plural else strings["msgstr"],
            msgstr_plural=plural,
            flags=comments.flags,
            previous_msgid=previous.get("msgid"),
            previous_msgctxt=previous.get("msgctxt"),
            previous_msgid_plural=previous.get("msgid_plural"),
            translator_comments=comments.translator,
            extracted_comments=comments.extracted,
            references=comments.references,
            obsolete=draft.obsolete,
            raw=self.text[draft.start : draft.end],
            line=draft.line,
        )

    def _trailer(self, draft: Draft) -> None:
        """Keep what stands at the very end, unless it is the beginning of a message."""
        self.trailer = self.text[draft.start :]
        rest = _comments(draft.comments)
        if draft.previous or rest.extracted or rest.references or rest.flags:
            line = draft.number + self.trailer.rstrip().count("\n")
            self.lines.problem(line, "cut-off", "the file ends in the middle of a message", rules.RESTORE)

    def _doubled(self, entry: Entry, first: int) -> None:
        """Tell of a message that stands in the file twice; gettext refuses such files too."""
        reason = f"the same message twice, here and in line {first}: {rules.shown(entry.msgid)}"
        hint = "keep the better of the two translations and delete the other"
        self.lines.problem(entry.line, "doubled", reason, hint)


@lru_cache(maxsize=1024)
def _block(text: str) -> _Comments:
    """Read the comments above an entry: those of its section, and it in other locales, have the same."""
    return _comments(text.split("\n")[:-1])


def _comments(lines: list[str]) -> _Comments:
    """Sort comment lines by their kinds."""
    translator, extracted, references, flags = [], [], [], []
    for line in lines:
        kind = line[1:2]
        text = line[3:] if line[2:3] == " " else line[2:]
        if kind == ".":
            extracted.append(text)
        elif kind == ":":
            references += text.split()
        elif kind in (",", "="):
            flags += [flag for word in text.split(",") if (flag := word.strip())]
        else:
            translator.append(rules.comment_text(line))
    return _Comments(
        translator=tuple(translator),
        extracted=tuple(extracted),
        references=tuple(references),
        flags=tuple(dict.fromkeys(flags)),
    )


def unquoted(text: str) -> str:
    """Return a text in quotes, on one line or several, as what it says."""
    return _text(text[1:-1])


def _text(body: str) -> str:
    """Unescape what stood between the quotes, on one line or several."""
    if "\n" in body:
        body = body.replace('"\n"', "")
    if "\\" not in body:
        return body
    from polib import unescape

    return unescape(body)


def markers(text: str, file: str) -> list[Finding]:
    """Tell of what a merge that nobody finished leaves behind."""
    if "<<<<<<<" not in text and "=======" not in text and ">>>>>>>" not in text:
        return []
    return [
        rules.finding(file, _line(text, match), "merge-marker", f"a merge conflict marker: {match[0]}")
        for match in _MARKER.finditer(text)
    ]


def controlled(data: bytes) -> bool:
    """Whether there may be control characters; a carriage return may be one, or part of a line's end."""
    # Looking for each one in the bytes costs a tenth of what the expression does, and mostly there is none.
    return any(char in data for char in _CONTROLS)


def _controls(text: str, file: str) -> list[Finding]:
    """Tell of control characters, which no text and no comment needs."""
    return [
        rules.finding(file, _line(text, match), "control", f"a control character, U+{ord(match[0]):04X}")
        for match in _CONTROL.finditer(text)
    ]


def _line(text: str, match: re.Match[str]) -> int:
    """The 1-based line in which `match` begins."""
    return text.count("\n", 0, match.start()) + 1

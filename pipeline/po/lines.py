"""The grammar of `.po` files, line by line: slow, and sure about what is wrong and where."""

import re
from dataclasses import dataclass, field

from pipeline.model import Finding
from pipeline.po import rules

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)(?:\[([0-9]{1,2})\])?[ \t]*(.*)")
_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_ESCAPE = re.compile(r"\\(.)")
_FIRST = {"msgctxt": ("msgctxt", "msgid"), "msgid": ("msgid",)}
"""A keyword that begins a new entry once one of these has been seen."""


@dataclass(slots=True, kw_only=True)
class Draft:
    """An entry that is being read. Strings are lists of parts, still escaped."""

    start: int
    """Offset in the text; blank lines above the entry belong to it."""
    end: int
    """Offset after its last line."""
    number: int = 0
    """1-based line in which the offset `end` lies."""
    line: int = 0
    """1-based line of its `msgid`."""
    obsolete: bool = False
    strings: dict[str, list[str]] = field(default_factory=dict)
    """By keyword, as in `msgstr[0]`."""
    previous: dict[str, list[str]] = field(default_factory=dict)
    """The same for `#|` lines."""
    comments: list[str] = field(default_factory=list)
    """Other comment lines, whole."""


class Lines:
    """Reads one entry after the other from `text`, and collects what is wrong in `problems`."""

    def __init__(self, text: str, file: str) -> None:
        """`file` is only for telling."""
        self.text = text
        self.file = file
        self.problems: list[Finding] = []
        self._number = 0
        self._draft = Draft(start=0, end=0)
        self._parts: list[str] | None = None

    def draft(self, start: int, number: int) -> Draft:
        """Read the entry that begins at offset `start`, in line `number`.

        A draft without `strings` is what stands after the last entry.
        """
        self._draft = draft = Draft(start=start, end=start, number=number)
        self._parts = None
        self._number = number - 1
        position = start
        while position < len(self.text):
            stop = self.text.find("\n", position)
            end = len(self.text) if stop < 0 else stop + 1
            line = self.text[position:end].removeprefix("\ufeff" if position == 0 else "").lstrip(" \t")
            # What a comment ends with is the translator's, and the same for the shorter way of reading.
            line = line.rstrip("\r\n") if line.startswith("#") else line.rstrip(" \t\r\n")
            self._number += 1
            if line and not self._belongs(line):
                break
            if line and (draft.strings or not line.startswith("#")):
                draft.end, draft.number = end, self._number + 1
            position = end
        return draft

    def problem(self, line: int, kind: str, reason: str, hint: str = "") -> None:
        """Put a problem down."""
        self.problems.append(rules.finding(self.file, line, kind, reason, hint))

    def _belongs(self, line: str) -> bool:
        """Read a line into the draft; False, and nothing read, where it begins the next entry."""
        if line.startswith("#~"):
            return self._obsolete(line[2:].strip(" \t"))
        if line[0] == "#":
            if self._draft.strings:
                return False
            if line.startswith("#|"):
                self._previous(line[2:].strip(" \t"))
            else:
                self._draft.comments.append(line)
        elif line[0] == '"':
            self._continuation(line, obsolete=False)
        else:
            return self._keyword(line, obsolete=False)
        return True

    def _obsolete(self, rest: str) -> bool:
        """Read what follows `#~`."""
        if rest[:1] == "|":
            if self._draft.strings:
                return False
            self._previous(rest[1:].strip(" \t"))
        elif rest[:1] == '"':
            self._continuation(rest, obsolete=True)
        elif rest:
            return self._keyword(rest, obsolete=True)
        else:
            self._problem("junk", "a #~ without a text after it", f"delete it, or {rules.RESTORE}")
        return True

    def _previous(self, rest: str) -> None:
        """Read what follows `#|` or `#~|`: a keyword of the previous source text, or more of it."""
        match = _KEYWORD.match(rest)
        if match and match[1] != "msgstr":
            self._parts = self._draft.previous.setdefault(match[1], [])
            self._string(match[3], self._parts)
        elif rest[:1] == '"' and self._parts is not None and not self._draft.strings:
            self._string(rest, self._parts)
        else:
            self._problem("junk", f"a line that is no previous source text: {rules.shown(rest)}")

    def _continuation(self, line: str, *, obsolete: bool) -> None:
        """Append a string to the one on the lines above."""
        if self._parts is None or not self._draft.strings:
            self._problem("junk", "a text in quotes without msgid or msgstr above it")
            return
        self._marks(obsolete)
        self._string(line, self._parts)

    def _keyword(self, line: str, *, obsolete: bool) -> bool:
        """Read a keyword and its string; False where it begins the next entry."""
        match = _KEYWORD.match(line)
        if match is None:
            self._problem("junk", f"a line that belongs to nothing: {rules.shown(line)}")
            return True
        name, form, rest = match.groups()
        strings = self._draft.strings
        if any(word in strings for word in _FIRST.get(name, ())):
            return False
        if form is not None:
            name = f"{name}[{form}]"
        if name in strings:
            self._problem("junk", f"a second {name} in one message")
        if not strings:
            self._draft.obsolete = obsolete
        self._marks(obsolete)
        if name == "msgid" or not self._draft.line:
            self._draft.line = self._number
        self._parts = strings.setdefault(name, [])
        self._string(rest, self._parts)
        return True

    def _marks(self, obsolete: bool) -> None:
        if obsolete != self._draft.obsolete:
            self._problem("junk", "some lines of this message begin with #~ and others do not")

    def _string(self, token: str, parts: list[str]) -> None:
        """Append the still escaped inside of a quoted `token` to `parts`."""
        if not token:
            # The text may begin on the next line, which gettext allows; `rules.malformed` sees to it.
            return
        match = _STRING.match(token)
        if match is None:
            if token[0] == '"':
                self._problem("unterminated", "a text without its closing quote", 'end the line with a "')
            else:
                self._problem("junk", f"a text that is not in quotes: {rules.shown(token)}")
            parts.append(token.strip('"'))
            return
        if match.end() != len(token):
            self._problem("junk", f"something after the closing quote: {rules.shown(token[match.end() :])}")
        for escape in _ESCAPE.finditer(match[1]):
            if escape[1] not in 'nt"\\rvbf':
                self._problem("escape", f"an unknown escape: {escape[0]}")
        parts.append(match[1])

    def _problem(self, kind: str, reason: str, hint: str = "") -> None:
        self.problem(self._number, kind, reason, hint)

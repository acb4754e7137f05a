"""Foreign runs in right-to-left text: which stretches need isolation to be read in their own order.

The Unicode Bidirectional Algorithm (UAX #9) reorders signs, percent marks, ranges and neighbouring
Latin names by what stands around them: "+21.7%" turns into "%21.7+". Isolating such a stretch as
left to right (an LRI … PDI pair, or `<bdi dir="ltr">`) keeps its own order and leaves the
sentence's alone.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from xml.etree.ElementTree import Element

_NATIVE = frozenset("R AL AN B LRE RLE LRO RLO PDF LRI RLI FSI PDI BN".split())
"""Bidi classes that end a foreign run: right-to-left letters and digits, and explicit controls."""

_NATIVE_CHARACTERS = frozenset("،؛؟٪٫٬۔\u200e\u200f\u061c\ufffc\n\r\t") | {*map(chr, range(0x6F0, 0x6FA))}
"""More that ends one: Arabic punctuation, Persian digits, marks, line breaks, embedded objects."""

_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "⟨": "⟩"}
_CLOSING = {close: start for start, close in _OPENING.items()}

_STRONG = re.compile("[LN]")
"""Over kinds: a letter or digit of another direction."""

_BREAKS = re.compile(r"R+|\(")
"""Over kinds: what ends a run, and each bracket."""

_ATOM = re.compile(r"[LN](?:[^SR()]*[LNM])?")
"""A stretch without spaces or brackets, over kinds, from its first letter or digit to its last."""

_BETWEEN_NUMBERS = re.compile(r"(\s?)[/×*=<>≤≥±+\-–−—÷≈]+\1|[\u00a0\u2009\u202f]")
"""What makes two numbers one expression: an operator spaced alike on both sides, or a grouping space."""

_BETWEEN_WORDS = re.compile(r"[\s/&+=<>≤≥±×·|~≈°%#@$€£()\[\]{}“”«»⟨⟩\"'’]*")
"""What joins two words, or a number and its unit, into one phrase."""

_TAIL = re.compile(r"[+%‰°′″®™]+|#(?!\w)|[ \u00a0\u202f]?[%‰€£](?!\w)|[-−](?=[ \u00a0]?[A-Za-z])")
"""Signs that belong to the word or number before them."""

_HEAD_NUMBER = re.compile(r"(?:[<>≤≥±≈]\s?|[+\-−~#@$€£¥§№][\u00a0]?)+\Z")
"""Signs that belong to the number after them."""

_HEAD_WORD = re.compile(r"[@#$]\Z")

_PLAIN_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
"""A number that UAX #9 shows in the right order anywhere."""

_TELEPHONE = re.compile(r"\+(\d{1,3}(?:[ \u00a0\u202f.-]?(?:\(\d+\)|\d+))+(?<=\d))")
"""An international number as it is written (ITU-T E.123), an area code in brackets included."""

_ADDRESS = re.compile(r"https?://|www\.")

_FOREIGN = re.compile(r"[^\s\u0590-\u06ef\u06fa-\u08ff!-/:-@\[-`{-~]")
"""Found in every text that has a letter or digit of another direction, and in few others."""


_LETTER = re.compile("[\u05d0-\u05ea\u0621-\u063a\u0641-\u064a]")
"""A letter that is surely right-to-left."""


@cache
def _kind(character: str) -> str:
    """L letter, N digit, M combining mark, S space, R ends a run, ( ) bracket, o anything else."""
    bidi = unicodedata.bidirectional(character)
    if character in _NATIVE_CHARACTERS or bidi in _NATIVE:
        return "R"
    if character in _OPENING or character in _CLOSING or character == '"':
        return "("
    if character.isspace():
        return "S"
    return {"L": "L", "EN": "N", "NSM": "M"}.get(bidi, "o")


class _Kinds(dict[int, str]):
    """A table for `str.translate`: the kind of each character, found out once."""

    def __missing__(self, code: int) -> str:
        self[code] = _kind(chr(code))
        return self[code]


_KINDS = _Kinds()


def _kinds(text: str) -> str:
    """Return each character's kind; R, too, for what right-to-left letters part from anything foreign."""
    found: list[str] = []
    done = 0
    while match := _FOREIGN.search(text, done):
        start = match.start()
        while start > done and not _LETTER.match(text, start - 1):
            start -= 1
        after = _LETTER.search(text, match.end())
        end = after.start() if after else len(text)
        found += ("R" * (start - done), text[start:end].translate(_KINDS))
        done = end
    return "".join((*found, "R" * (len(text) - done)))


def isolate(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text of a right-to-left page into runs; True marks one to isolate as left to right.

    Joined again the runs give `text`. Brackets stay in pairs, trailing punctuation and digits of
    the page's own script stay with the outer text, and a plain number is left alone, since
    UAX #9 shows it right anywhere.
    """
    runs: list[tuple[str, bool]] = []
    done = 0
    for start, end in foreign(text):
        if done < start:
            runs.append((text[done:start], False))
        runs.append((text[start:end], True))
        done = end
    if done < len(text):
        runs.append((text[done:], False))
    return tuple(runs)


def isolated(text: str) -> str:
    """Return `text` with its foreign runs between LRI and PDI, where no markup can stand."""
    return "".join(f"\u2066{run}\u2069" if alien else run for run, alien in isolate(text))


def foreign(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every foreign run, in order."""
    kinds = _kinds(text)
    if "L" not in kinds and "N" not in kinds:
        return
    kinds, partners = _pair(text, kinds) if "(" in kinds else (kinds, {})
    for segment in _segments(kinds):
        atoms = [match.span() for match in _ATOM.finditer(kinds, *segment)]
        atoms = _whole_numbers(text, atoms, *segment)
        for start, end in _join(text, kinds, atoms):
            for piece in _balance(text, kinds, partners, start, end):
                if not _PLAIN_NUMBER.fullmatch(text, *piece):
                    yield piece


def _segments(kinds: str) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch without right-to-left text that has letters or digits."""
    at = 0
    while match := _STRONG.search(kinds, at):
        start = kinds.rfind("R", at, match.start()) + 1 or at
        at = kinds.find("R", match.end())
        at = len(kinds) if at < 0 else at
        yield start, at


def _whole_numbers(text: str, atoms: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Make one of the atoms that are parts of one telephone number between `start` and `end`."""
    for match in _TELEPHONE.finditer(text, start, end):
        first, last = match.span(1)
        parts = [atom for atom in atoms if first <= atom[0] and atom[1] <= last]
        if len(parts) > 1:
            at = atoms.index(parts[0])
            atoms[at : at + len(parts)] = [(first, last)]
    return atoms


def _pair(text: str, kinds: str) -> tuple[str, dict[int, int]]:
    """Match brackets and quotes; one whose partner is beyond right-to-left text ends runs itself."""
    shown = list(kinds)
    while True:
        partners: dict[int, int] = {}
        stack: list[int] = []
        alone: list[int] = []
        for match in _BREAKS.finditer("".join(shown)):
            place = match.start()
            character = text[place]
            if shown[place] == "R":
                alone += stack
                stack = []
            elif stack and text[stack[-1]] == _CLOSING.get(character, '"' if character == '"' else ""):
                partners[place] = stack[-1]
                partners[stack.pop()] = place
            elif character in _CLOSING:
                alone.append(place)
            else:
                stack.append(place)
        alone += stack
        if not alone:
            return "".join(shown), partners
        for place in alone:
            shown[place] = "R"


def _join(text: str, kinds: str, atoms: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join atoms that read as one phrase, and give each phrase the signs around it."""
    if not atoms:
        return
    start, done = atoms[0]
    worded = kinds.find("L", start, done) >= 0
    for (_, end), (after, after_end) in pairwise(atoms):
        letters = kinds.find("L", after, after_end) >= 0
        if (worded or letters) and text[end:after] == " ":
            worded = True  # Two words, which is what most pairs are.
            continue
        tail = _tail(text, start, end)
        if not _joins(text, kinds, start, (tail, after), after_end):
            yield _head(text, kinds, start), tail
            start, worded = after, False
        worded = worded or letters
    yield _head(text, kinds, start), _tail(text, start, atoms[-1][1])


def _joins(text: str, kinds: str, start: int, gap: tuple[int, int], after_end: int) -> bool:
    """Whether the phrase from `start` to the gap and the atom after it are one."""
    between = text[slice(*gap)]
    if "L" not in kinds[start : gap[0]] and "L" not in kinds[gap[1] : after_end]:
        return bool(_BETWEEN_NUMBERS.fullmatch(between))
    before, following = text[start : gap[0]], text[gap[1]]
    if between in (", ", ",\u00a0"):
        dated = re.search(r"[A-Za-z]\s\d{1,2}$", before) and re.match(r"\d{4}\b", text[gap[1] :])
        return following.islower() or bool(dated)
    if between in (". ", ".\u00a0"):
        word = re.split(r"[\s(]", before)[-1]
        return not following.isupper() or len(word) == 1 or (len(word) < 4 and not word.isupper())
    return bool(_BETWEEN_WORDS.fullmatch(between))


def _tail(text: str, start: int, end: int) -> int:
    """Where the phrase ends once it has its percent mark, plus or closing slash."""
    if text[end : end + 1] == "/" and _ADDRESS.search(text, start, end):
        return end + 1
    match = _TAIL.match(text, end)
    return match.end() if match else end


def _head(text: str, kinds: str, start: int) -> int:
    """Where the phrase begins once it has its sign; a hyphen after a right-to-left letter is none."""
    # Signs are few, so a short look back keeps this linear.
    before = text[max(0, start - 6) : start]
    match = (_HEAD_NUMBER if kinds[start] == "N" else _HEAD_WORD).search(before)
    if not match:
        return start
    head = start - len(match.group())
    if "R" in kinds[head:start]:
        return start
    if head and text[head] in "-−+~" and text[head - 1].isalnum():
        return head + 1 if head + 1 < start and text[head + 1] in "<>≤≥±≈" else start
    return head


def _balance(
    text: str, kinds: str, partners: dict[int, int], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Stretch the phrase over a bracket at its edge, or break it at one that stays outside."""
    for place in range(start, end):
        partner = partners.get(place, place)
        if start <= partner < end:
            continue
        if partner == end:
            yield from _balance(text, kinds, partners, start, end + 1)
        elif partner == start - 1:
            yield from _balance(text, kinds, partners, start - 1, end)
        else:
            for part in ((start, place), (place + 1, end)):
                atoms = [match.span() for match in _ATOM.finditer(kinds, *part)]
                for piece in _join(text, kinds, atoms):
                    yield from _balance(text, kinds, partners, *piece)
        return
    yield start, end


_INLINE = frozenset(
    ("a", "abbr", "b", "big", "cite", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark")
    + ("q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var")
)
"""Elements whose text reads on with the text around them."""

_CLOSED = frozenset({"bdi", "bdo", "code", "math", "pre", "samp", "script", "style", "svg", "textarea"})
"""Elements that isolation leaves alone, with all they hold."""

_UNIT = re.compile(r"\x02amp\x03#(\d+);|\x02(\d+)\x03|(\x02amp\x03)|(\x02[^\x03]*\x03)|.", re.DOTALL)
"""A character of Python-Markdown's tree as its serializer knows it, or a placeholder, kept whole."""

_SIGNS = frozenset("+-−%°′")
"""Signs that end a word or number, as the raised plus of CD4+ does."""

OBJECT = "\ufffc"
"""Stands for whatever has no text here: an image, a line break, code, stashed HTML."""


def isolate_tree(root: Element) -> None:
    """Wrap the foreign runs in the texts of a right-to-left tree in `<bdi dir="ltr">`, in place.

    For a Python-Markdown tree after its inline and abbreviation stages: placeholders
    (U+0002 … U+0003) stay whole, and inline elements that lie within one run are wrapped with it,
    as are stashed tags within a word (`O<sub>2</sub>`). Left alone: code, `bdi`, and every element
    below `root` that has a `dir` of its own.
    """
    if not any(map(_FOREIGN.search, root.itertext())):
        return
    parts = _parts(root)
    spans = _aligned(parts)
    ends = frozenset(spans.values())
    content: list[str | Element] = []
    place = 0
    bdi: Element | None = None
    tags = 0
    for raw, shadow in parts:
        stashed = isinstance(raw, str) and raw.startswith("\x02") and not shadow
        if place in ends and not (stashed and tags % 2):
            bdi = None
        if place in spans and bdi is None and shadow:
            bdi, tags = Element("bdi", {"dir": "ltr"}), 0
            content.append(bdi)
        if bdi is not None:
            _append(bdi, raw)
            tags += stashed
        else:
            content.append(raw)
            if isinstance(raw, Element) and not _closed(raw):
                isolate_tree(raw)
        place += len(shadow)
    if spans:
        _refill(root, content)


def _parts(element: Element) -> list[tuple[str | Element, str]]:
    """Return every character, placeholder and child in order, each with the text it shows."""
    parts: list[tuple[str | Element, str]] = _units(element.text)
    for child in element:
        parts.append((child, _shadow(child)))
        parts += _units(child.tail)
    return parts


def _units(text: str | None) -> list[tuple[str | Element, str]]:
    units: list[tuple[str | Element, str]] = []
    if text and "\x02" not in text:
        # No placeholder: each character is itself, which is so for most texts.
        return list(zip(text, text, strict=True))
    for match in _UNIT.finditer(text or ""):
        coded, escaped, amp, stashed = match.groups()
        number = int(coded or escaped or 0)
        shown = chr(number) if 0 < number < 0x110000 else "&" if amp else match.group()
        if stashed:
            # A tag within or right behind a foreign word is part of it.
            before = units[-1][1][-1:] if units else OBJECT
            shown = "" if not before or before in _SIGNS or _kind(before) in "LNM" else OBJECT
        units.append((match.group(), shown))
    return units


def _shadow(child: Element) -> str:
    """Return the text that a child adds to the run of its parent's; an object if it adds none."""
    if child.tag not in _INLINE or _closed(child) or child.get("id", "").startswith("fnref"):
        return OBJECT
    return "".join(shown for _, shown in _parts(child)) or OBJECT


def _closed(element: Element) -> bool:
    return element.tag in _CLOSED or "dir" in element.attrib or not isinstance(element.tag, str)


def _aligned(parts: list[tuple[str | Element, str]]) -> dict[int, int]:
    """Start and end of each foreign run, none of which cuts a child in two.

    A child that a run would cut counts as an object, and its own text is looked at by itself.
    Changes `parts` to match.
    """
    while True:
        spans = dict(foreign("".join(shadow for _, shadow in parts)))
        cut = False
        place = 0
        for index, (raw, shadow) in enumerate(parts):
            end = place + len(shadow)
            if isinstance(raw, Element) and any(
                place < edge < end for span in spans.items() if span[0] < end for edge in span
            ):
                parts[index] = (raw, OBJECT)
                cut = True
            place = end
        if not cut:
            return spans


def _append(parent: Element, raw: str | Element) -> None:
    """Put a text or an element behind all that `parent` holds."""
    if isinstance(raw, Element):
        raw.tail = None
        parent.append(raw)
    elif len(parent):
        parent[-1].tail = (parent[-1].tail or "") + raw
    else:
        parent.text = (parent.text or "") + raw


def _refill(element: Element, content: list[str | Element]) -> None:
    """Give `element` new content; its attributes and tail stay."""
    element.text = None
    element[:] = []
    for raw in content:
        _append(element, raw)

"""Renderings for Apertium's stream format: word-bound blanks, superblanks and carrier nouns.

A word-bound blank (`[[t:c:3]]word[[/]]`) travels with its word, so pairs and noun-like atoms are
written so; a superblank (`[c3]`) stays where it is. A glossary term is carried through the engine
by a common noun of its translation's gender and number, so that articles and adjectives agree.
"""

import dataclasses
import re
from collections.abc import Mapping, Sequence

from pipeline.model import LocaleTag
from pipeline.protect.elision import elide
from pipeline.protect.nodes import Atom, Construct, Inline, Mark, Node, Pair, Text, has_text, markdown, plain
from pipeline.protect.rendering import Pieces, asides, rebuilt, restated, with_asides
from pipeline.protect.tidying import capitalized

_SPECIAL = re.compile(r"[\\\[\]{}^$@/<>|~]")
_MARKS = re.compile(r"[*#]")
_ENDED = re.compile(r"[.!?…:;][^\w]*$")
_STOP = re.compile(r"\s*\.\s*$")
_TOKEN = re.compile(
    r"\[\[/\]\]|\[\[(?P<tags>t:[^\[\]]*)\]\]|\[(?P<blank>[^\[\]]*)\]|\\(?P<escaped>.)|(?P<text>[^\[\\]+)",
    re.DOTALL,
)

_CARRIERS = {
    "fs": ("door", frozenset({"puerta", "porte", "porta"})),
    "ms": ("castle", frozenset({"castillo", "château", "castello", "castelo"})),
    "fp": ("doors", frozenset({"puertas", "portes", "porte", "portas"})),
    "mp": ("castles", frozenset({"castillos", "châteaux", "castelli", "castelos"})),
    "": ("Barcelona", frozenset({"barcelona", "barcelone", "barcellona"})),
}
"""English nouns that every pair knows, by gender and number, and what they become.

Each has the same gender in all of Apertium's Romance languages, begins with a consonant, is no
verb and no name ("river" is feminine in French, "windows" comes out as the product).
"""
_CARRIED = frozenset().union(*(forms for _, forms in _CARRIERS.values()))
_NOUNS = frozenset({Mark.CODE, Mark.URL, Mark.IMAGE, Mark.ATTRIBUTES, Mark.TERM})
"""Atoms that stand where a noun stands."""


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class _Item:
    """A stretch of an answer: text or an atom, and the pairs that it belongs to."""

    text: str
    tags: frozenset[int]
    atom: Construct | None = None


def escape(text: str) -> str:
    """Write text for the stream. Asterisks and hashes travel as superblanks: Apertium uses them."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return _MARKS.sub(lambda match: f"[l{ord(match[0])}]", escaped)


def without_marks(stream: str) -> str:
    """Take away the marks of unknown words, between two hops of a chain."""
    return re.sub(
        r"\\.|[*#@]", lambda match: match[0] if match[0][0] == "\\" else "", stream, flags=re.DOTALL
    )


def unknown_words(stream: str) -> tuple[int, int]:
    """Count the words that Apertium did not know, and all words, in an answer."""
    flat = re.sub(r"\[[^\[\]]*\]|\[\[[^\[\]]*\]\]", "", re.sub(r"\\.", " ", stream, flags=re.DOTALL))
    return len(re.findall(r"(?<!\w)[*#@]+(?=\w)", flat)), len(re.findall(r"\w+", flat))


def _ended(text: str) -> bool:
    return bool(_ENDED.search(text))


class Stream:
    """A rendering for Apertium into one locale."""

    def __init__(self, target: LocaleTag, *, carriers: bool) -> None:
        """With `carriers`, nouns stand for terms and noun-like atoms, else superblanks do."""
        self.name = "word-bound blanks" if carriers else "superblanks"
        self.conventions: LocaleTag | None = target
        self._target = target
        self._carriers = carriers

    def encode(self, inline: Inline) -> tuple[str, ...]:
        """Write the message as a stream, unless no text needs an engine, then the asides."""
        texts = [self._beside(inline, text) for text in asides(inline)]
        if has_text(inline.nodes):
            stop = "" if _ended(plain(inline.nodes)) else "."
            texts.insert(0, self._encoded(inline.nodes, [0], (), True) + stop)
        return tuple(texts)

    def _beside(self, inline: Inline, text: str) -> str:
        """Write an alt text or a title, with carriers for the terms in it."""
        inner = inline.inner.get(text)
        if inner is not None and has_text(inner.nodes):
            return self.encode(inner)[0]
        return escape(text) + ("" if _ended(text) else ".")

    def _read_beside(self, inline: Inline, text: str, answer: str) -> str | None:
        """Read one back; None where a term in it was lost."""
        inner = inline.inner.get(text)
        if inner is None:
            return _plain_answer(text, answer)
        nodes = self.decode(inner, (answer,)) if has_text(inner.nodes) else inner.nodes
        return None if nodes is None else markdown(capitalized(inner, nodes))

    def _encoded(self, nodes: Sequence[Node], count: list[int], within: tuple[int, ...], first: bool) -> str:
        done: list[str] = []
        for node in nodes:
            if isinstance(node, Text):
                done.append(_bound(escape(node.value), within))
            else:
                number = count[0]
                count[0] += 1
                if isinstance(node, Pair):
                    done.append(self._encoded(node.content, count, (*within, number), first))
                else:
                    done.append(self._atom(node, number, within, first))
            before = plain((node,)).rstrip()
            first = before[-1] in ".!?:" if before else first
        return "".join(done)

    def _atom(self, atom: Atom, number: int, within: tuple[int, ...], first: bool) -> str:
        if not self._carriers or (atom.mark not in _NOUNS and not _is_element(atom)):
            return f"[c{number}]"
        word, _ = _CARRIERS.get(atom.gender + atom.number, _CARRIERS[""])
        if first and atom.shown[:1].isupper():
            word = word.capitalize()
        tags = "; ".join(f"t:c:{at}" for at in (*within, number))
        return f"[[{tags}]]{word}[[/]]"

    def decode(self, inline: Inline, answers: Sequence[str]) -> tuple[Node, ...] | None:
        """Read the stream back; None unless each construct is there once and whole."""
        count = 1 if has_text(inline.nodes) else 0
        sides = zip(asides(inline), answers[count:], strict=True)
        read = [self._read_beside(inline, text, answer) for text, answer in sides]
        beside = [text for text in read if text is not None]
        table = with_asides(inline, beside) if len(beside) == len(read) else None
        if table is None or not count:
            return None if table is None else rebuilt(inline.nodes, table)
        answer = answers[0] if _ended(plain(inline.nodes)) else _STOP.sub("", answers[0])
        items = self._items(answer, table, _parents(inline.nodes))
        atoms = [number for item in items or () if (number := _number(item, table)) is not None]
        wanted = [number for number, node in enumerate(table) if isinstance(node, Atom)]
        if items is None or sorted(atoms) != wanted:
            return None
        return _nested(inline.nodes, table, items)

    def _items(
        self, answer: str, table: list[Construct], parents: Mapping[int, frozenset[int]]
    ) -> list[_Item] | None:
        """Flatten the stream; None where it names constructs that do not exist."""
        items: list[_Item] = []
        tags: frozenset[int] = frozenset()
        for match in _TOKEN.finditer(without_marks(answer)):
            if match["tags"] is not None:
                tags = frozenset(int(number) for number in re.findall(r"t:c:(\d+)", match["tags"]))
            elif match["blank"] is not None:
                item = _blank(match["blank"], table, parents, tags)
                if item is None:
                    return None
                items.append(item)
            elif match[0] == "[[/]]":
                tags = frozenset()
            else:
                items += self._words(match["escaped"] or match["text"], tags, table, parents, items)
            if any(number >= len(table) for number in tags):
                return None
        return items

    def _words(
        self,
        text: str,
        tags: frozenset[int],
        table: list[Construct],
        parents: Mapping[int, frozenset[int]],
        before: list[_Item],
    ) -> list[_Item]:
        """Turn a carrier into what it carries; the words that came with it stay."""
        carried = next((number for number in tags if isinstance(table[number], Atom)), None)
        match = re.search(r"[\w]+$", text) if carried is not None else None
        if carried is None or match is None or match[0].casefold() not in _CARRIED:
            return [_Item(text=text, tags=tags if carried is None else parents[carried])]
        atom = table[carried]
        ahead = text[: match.start()]
        if isinstance(atom, Atom) and atom.mark is Mark.TERM:
            at_start = not ahead and not any(item.text.strip() or item.atom for item in before)
            atom = table[carried] = _cased(atom, match[0], at_start)
            if not ahead:
                _elide_behind(before, self._target, atom.parts[0])
            ahead = elide(self._target, ahead, atom.parts[0])
        done = [_Item(text=ahead, tags=parents[carried])] if ahead else []
        return [*done, _Item(text="", tags=parents[carried], atom=atom)]


def _cased(atom: Atom, carrier: str, at_start: bool) -> Atom:
    """Give a term the capital that its carrier has at the start of a sentence; names keep theirs."""
    if not atom.gender or atom.identity == atom.shown:
        return atom
    words = atom.identity
    if carrier[0].isupper() and (at_start or atom.shown[:1].isupper()):
        words = words[:1].upper() + words[1:]
    return dataclasses.replace(atom, parts=(words,))


def _elide_behind(items: list[_Item], target: LocaleTag, following: str) -> None:
    """Shorten an article in the last items before a term."""
    if items and items[-1].atom is None and items[-1].text.isspace() and len(items) > 1:
        ahead = items[-2]
        shorter = elide(target, ahead.text + " ", following)
        if ahead.atom is None and shorter != ahead.text + " ":
            items[-2:] = [dataclasses.replace(ahead, text=shorter)]
    elif items and items[-1].atom is None:
        items[-1] = dataclasses.replace(items[-1], text=elide(target, items[-1].text, following))


class StreamPieces:
    """Apertium's last step: each stretch of text on its own."""

    name = "pieces"

    def __init__(self, target: LocaleTag) -> None:
        """Stand on the general form of it."""
        self.conventions: LocaleTag | None = target
        self._pieces = Pieces()

    def encode(self, inline: Inline) -> tuple[str, ...]:
        """Write the stretches as streams."""
        return tuple(escape(text) + ("" if _ended(text) else ".") for text in self._pieces.encode(inline))

    def decode(self, inline: Inline, answers: Sequence[str]) -> tuple[Node, ...] | None:
        """Read the streams back into their places."""
        texts = zip(self._pieces.encode(inline), answers, strict=True)
        return self._pieces.decode(inline, [_plain_answer(text, answer) for text, answer in texts])


def _is_element(atom: Atom) -> bool:
    """Whether it is a whole HTML element, such as `<kbd>Esc</kbd>`, rather than a lone tag."""
    return atom.mark is Mark.HTML and atom.parts[0].count("<") > 1


def _bound(text: str, within: tuple[int, ...]) -> str:
    """Bind the words of a text to the pairs around it; superblanks and outer spaces stay outside."""
    if not within:
        return text
    tags = "; ".join(f"t:c:{number}" for number in within)
    parts = re.split(r"(\s*\[l\d+\]\s*|^\s+|\s+$)", text)
    return "".join(
        f"[[{tags}]]{part}[[/]]" if re.search(r"\w", part) and not re.match(r"\s*\[l", part) else part
        for part in parts
    )


def _blank(
    name: str, table: list[Construct], parents: Mapping[int, frozenset[int]], tags: frozenset[int]
) -> _Item | None:
    kind, digits = name[:1], name[1:]
    if not digits.isdecimal():
        return _Item(text=name, tags=tags) if not name.strip() else None
    if kind == "l":
        return _Item(text=chr(int(digits)), tags=tags)
    number = int(digits)
    if kind != "c" or number >= len(table):
        return None
    return _Item(text="", tags=parents[number], atom=table[number])


def _plain_answer(text: str, answer: str) -> str:
    """An answer without constructs in it, as text."""
    read = without_marks(answer if _ended(text) else _STOP.sub("", answer))
    done = []
    for match in _TOKEN.finditer(read):
        blank = match["blank"]
        if blank is not None:
            done.append(chr(int(blank[1:])) if blank[:1] == "l" and blank[1:].isdecimal() else blank)
        else:
            done.append(match["escaped"] or match["text"] or "")
    return "".join(done)


def _parents(nodes: Sequence[Node]) -> dict[int, frozenset[int]]:
    """Return the numbers of the pairs around each construct."""
    found: dict[int, frozenset[int]] = {}

    def walk(level: Sequence[Node], within: frozenset[int]) -> None:
        for node in level:
            if isinstance(node, Text):
                continue
            number = len(found)
            found[number] = within
            if isinstance(node, Pair):
                walk(node.content, within | {number})

    walk(nodes, frozenset())
    return found


def _number(item: _Item, table: list[Construct]) -> int | None:
    if item.atom is None:
        return None
    return next(number for number, node in enumerate(table) if node is item.atom)


def _nested(nodes: Sequence[Node], table: list[Construct], items: list[_Item]) -> tuple[Node, ...] | None:
    """Build nodes from items: each pair around the stretch that its words span."""
    spans: dict[int, tuple[int, int]] = {}
    for number in reversed(range(len(table))):
        if not isinstance(table[number], Pair):
            continue
        places = [at for at, item in enumerate(items) if number in item.tags]
        if not places or _torn(items, places):
            return None
        spans[number] = (places[0], places[-1] + 1)
    parents = _parents(nodes)
    for number, (start, end) in spans.items():
        for other, (a, b) in spans.items():
            inside = other in parents[number]
            if other != number and number not in parents[other] and not inside and start < b and a < end:
                return None
    return _built(items, 0, len(items), dict(sorted(spans.items())), table, parents, frozenset())


def _torn(items: list[_Item], places: list[int]) -> bool:
    """Whether more foreign words than own ones stand within the span of a pair's words."""
    own = sum(len(items[at].text.split()) + (items[at].atom is not None) for at in places)
    within = items[places[0] : places[-1] + 1]
    every = sum(len(item.text.split()) + (item.atom is not None) for item in within)
    return every - own > own


def _built(
    items: list[_Item],
    start: int,
    end: int,
    spans: Mapping[int, tuple[int, int]],
    table: list[Construct],
    parents: Mapping[int, frozenset[int]],
    within: frozenset[int],
) -> tuple[Node, ...] | None:
    """Nodes of `items[start:end]`, which stand in the pairs `within`."""
    children = sorted((a, b, number) for number, (a, b) in spans.items() if parents[number] == within)
    done: list[Node] = []
    at = start
    for a, b, number in children:
        if a < at or b > end:
            return None
        done += _leaves(items[at:a])
        content = _built(items, a, b, spans, table, parents, within | {number})
        pair = table[number]
        if content is None or not isinstance(pair, Pair):
            return None
        done.append(restated(pair, content))
        at = b
    return (*done, *_leaves(items[at:end]))


def _leaves(items: Sequence[_Item]) -> list[Node]:
    done: list[Node] = []
    for item in items:
        if item.atom is not None:
            done.append(item.atom)
        elif done and isinstance(done[-1], Text):
            done[-1] = Text(value=done[-1].value + item.text)
        elif item.text:
            done.append(Text(value=item.text))
    return done


def renderings(target: LocaleTag) -> tuple[Stream, Stream, StreamPieces]:
    """Apertium's ladder into one locale."""
    return (Stream(target, carriers=True), Stream(target, carriers=False), StreamPieces(target))

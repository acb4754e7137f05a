"""One intermediate form of a message's inline Markdown: text, pairs and atoms.

Text is what an engine may translate. A pair stands around a stretch of text (strong, a link) and
must come back around one. An atom stands for itself (code, a footnote mark) and must come back
unchanged. `markdown` of a parsed message is the message, byte for byte.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """What a pair or an atom is."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    LINK = "link"
    HTML = "html"
    """A raw inline HTML element, a lone tag of one, or a comment."""
    CODE = "code"
    URL = "url"
    """An autolink, a bare address or an email address."""
    FOOTNOTE = "footnote"
    IMAGE = "image"
    ATTRIBUTES = "attributes"
    """An attr_list suffix that follows no construct, or a placeholder in braces."""
    BREAK = "break"
    """A hard line break."""
    ENTITY = "entity"
    ESCAPE = "escape"
    """A character after a backslash."""
    ACRONYM = "acronym"
    """The part `*[HBOT]: ` of an abbreviation line."""
    TERM = "term"
    """A glossary term whose translation is already known, or a brand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A stretch that an engine may translate."""

    value: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Atom:
    """A construct that stands for itself."""

    mark: Mark
    parts: tuple[str, ...]
    """Its Markdown in pieces. Those at odd places (an alt text, a title) may be translated."""
    identity: str
    """What must survive: the code, the target of an image, the label of a footnote."""
    restated: tuple[str, ...] = ()
    """The parts once a translatable one changed, where that needs another form."""
    shown: str = ""
    """Of a term: the words of the source text, for engines to read."""
    gender: str = ""
    """Of a term: `m`, `f` or `n` in the target language; empty where unknown."""
    number: str = ""
    """Of a term: `s` or `p`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A construct around other nodes."""

    mark: Mark
    opening: str
    content: tuple["Node", ...]
    parts: tuple[str, ...]
    """The closing Markdown in pieces; those at odd places (a link's title) may be translated."""
    identity: str
    restated: tuple[str, ...] = ()
    """The closing once the content changed: `[text]` becomes `[texto][text]`."""


Node = Text | Atom | Pair
Construct = Atom | Pair


@dataclass(frozen=True, kw_only=True, slots=True)
class Inline:
    """A parsed message."""

    nodes: tuple[Node, ...]
    source: str
    """The message as it was parsed; the nodes may hold glossary terms already translated."""
    references: frozenset[str] = field(default_factory=frozenset)
    """The article's reference labels in lower case, with which it was parsed."""
    inner: Mapping[str, "Inline"] = field(default_factory=dict, hash=False, compare=False)
    """Alt texts and titles that hold glossary terms, by their texts, each as a message of its own."""
    literal: bool = False
    """Plain text, such as a front-matter field: asterisks in it are asterisks."""

    def markdown(self) -> str:
        """Return the message that was parsed, byte for byte."""
        return markdown(self.nodes)


def markdown(nodes: Sequence[Node]) -> str:
    """Write nodes as Markdown."""
    return "".join(_written(node) for node in nodes)


def _written(node: Node) -> str:
    match node:
        case Text(value=value):
            return value
        case Atom(parts=parts):
            return "".join(parts)
        case Pair(opening=opening, content=content, parts=parts):
            return opening + markdown(content) + "".join(parts)


def constructs(nodes: Sequence[Node]) -> Iterator[Construct]:
    """Pairs and atoms in the order in which they open. Renderings number them so, from 0."""
    for node in nodes:
        if not isinstance(node, Text):
            yield node
        if isinstance(node, Pair):
            yield from constructs(node.content)


def has_words(text: str) -> bool:
    """Whether there is a letter in it, hence something to translate."""
    return any(character.isalpha() for character in text)


def has_text(nodes: Sequence[Node]) -> bool:
    """Whether any text, apart from terms that are known already, is left to translate."""
    return any(
        has_words(node.value) if isinstance(node, Text) else isinstance(node, Pair) and has_text(node.content)
        for node in nodes
    )


def plain(nodes: Sequence[Node]) -> str:
    """Return the text without any markup, atoms left out but for terms."""
    words = []
    for node in nodes:
        match node:
            case Text(value=value):
                words.append(value)
            case Pair(content=content):
                words.append(plain(content))
            case Atom(shown=shown):
                words.append(shown)
    return "".join(words)

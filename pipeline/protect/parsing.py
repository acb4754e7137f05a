"""Parse inline Markdown into text, pairs and atoms.

As Python-Markdown does, each stage puts what it recognised aside and leaves one character in its
place, so that later stages see it as opaque. The character is from a private use plane.
"""

import dataclasses
import re
from typing import TypeGuard

from pipeline.protect.emphasis import Region, regions
from pipeline.protect.nodes import Atom, Construct, Inline, Mark, Node, Pair, Text, markdown

_PLACE = 0xF0000
"""First code point of Unicode's plane 15, which is for private use."""
_PLACES = 0xFFFD
_STASHED = re.compile(f"[{chr(_PLACE)}-{chr(_PLACE + _PLACES - 1)}]")

_FIRST = re.compile(
    r"""
    (?P<escape>\\[\\`*_{}\[\]()>\#+\-.!|])
  | (?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))
  | (?P<url><[A-Za-z][A-Za-z0-9+.\-]*://[^<>]*> | <[^<>\ !]+@[^@<>\ ]+>)
  | (?P<html><!--.*?-->
        | </?[A-Za-z][^\s"'<>@/]*(?:\s+[^\s"'=<>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>]+))?)*\s*/?>)
  | (?P<footnote>\[\^[^\]\s]+\])
  | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)
  | (?P<break>[ ]*\n)
    """,
    re.VERBOSE | re.DOTALL,
)
_LATER = re.compile(
    r"""
    (?P<url>\b(?:https?|ftp)://[^\s<>"'`*|\\^{}\[\]()]*[^\s<>"'`*|\\^{}\[\]().,;:!?_]
        | \bwww\.[\w\-]+\.[\w\-./]*[^\W_]
        | (?<![^\W_])[^\W_][\w.+\-]*@[^\W_][\w\-]*(?:\.[^\W_]+)+)
  | (?P<attributes>\{:?[ ]*[\#.][^{}\n]*\} | \{:?[ ]*[\w\-]+=[^{}\n]*\} | \{[\w.\-]*\})
    """,
    re.VERBOSE,
)
_TARGET = re.compile(
    r"""(?P<before>\(\s*(?P<target><[^<>]*>|(?:[^()"']|\([^()]*\))*?))
        (?:(?P<space>\s*)(?P<quote>["'])(?P<title>.*?)(?P=quote))?(?P<after>\s*\))""",
    re.VERBOSE | re.DOTALL,
)
_REFERENCE = re.compile(r"\s?\[(?P<label>[^\[\]]*)\]")
_ACRONYM = re.compile(r"\*\[(?P<acronym>[^\]\\]+)\]:[ ]*")
_TAG_NAME = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][\w\-]*)")
_VERBATIM = frozenset({"code", "kbd", "samp", "var", "math", "svg", "script", "style"})
"""HTML elements whose content nobody translates."""
_ATTRIBUTED = frozenset({Mark.CODE, Mark.URL, Mark.IMAGE})


def parse(message: str, references: frozenset[str] = frozenset()) -> Inline:
    """Parse a message.

    `references` are the article's reference labels in lower case: `[text]`, `[text][]` and
    `[text][label]` are links only where a label is among them. Never raises.
    """
    nodes: tuple[Node, ...]
    acronym = _ACRONYM.match(message)
    if _STASHED.search(message):
        nodes = (Text(value=message),)
    elif acronym:
        atom = Atom(mark=Mark.ACRONYM, parts=(acronym[0],), identity=acronym["acronym"])
        rest = message[acronym.end() :]
        nodes = (atom, Text(value=rest)) if rest else (atom,)
    else:
        nodes = _Parser(references).parse(message)
    return Inline(nodes=nodes, source=message, references=references)


def literal(message: str) -> Inline:
    """Take a front-matter field as it is: plain text, in which nothing is markup."""
    return Inline(nodes=(Text(value=message),), source=message, literal=True)


class _Parser:
    """The stash of one message."""

    def __init__(self, references: frozenset[str]) -> None:
        self._references = references
        self._stash: list[Node] = []

    def parse(self, message: str) -> tuple[Node, ...]:
        text = _FIRST.sub(self._first, message)
        text = self._links(text)
        return self._expand(text)

    def _put(self, node: Node, otherwise: str) -> str:
        """Put a node aside and return its character; where no more fit, return `otherwise`."""
        if len(self._stash) >= _PLACES:
            return otherwise
        self._stash.append(node)
        return chr(_PLACE + len(self._stash) - 1)

    def _raw(self, text: str) -> str:
        """Return what stood in the message where `text` stands now."""
        return _STASHED.sub(lambda match: self._raw_node(match[0]), text)

    def _raw_node(self, character: str) -> str:
        return markdown((self._stash[ord(character) - _PLACE],))

    def _first(self, match: re.Match[str]) -> str:
        mark = Mark("code" if match["ticks"] else match.lastgroup or "")
        identity = {Mark.BREAK: "", Mark.FOOTNOTE: match[0][2:-1], Mark.URL: match[0][1:-1]}.get(
            mark, match[0]
        )
        return self._put(Atom(mark=mark, parts=(match[0],), identity=identity), match[0])

    def _links(self, text: str, *, within_link: bool = False) -> str:
        """Put images and links aside. Links never stand within links, images do."""
        if "[" not in text:
            return text
        closings = _brackets(text)
        done: list[str] = []
        at = 0
        while at < len(text):
            opening = text.find("[", at)
            if opening < 0:
                break
            closing = closings.get(opening)
            image = opening > at and text[opening - 1] == "!"
            found = None
            if closing is not None and (image or not within_link):
                found = self._link(text, opening, closing, image)
            if found is None:
                done.append(text[at : opening + 1])
                at = opening + 1
            else:
                node, end = found
                done.append(text[at : opening - image])
                done.append(self._put(node, text[opening - image : end]))
                at = end
        done.append(text[at:])
        return "".join(done)

    def _link(self, text: str, opening: int, closing: int, image: bool) -> tuple[Node, int] | None:
        inner = text[opening + 1 : closing]
        target = _TARGET.match(text, closing + 1)
        if target:
            titled = target["quote"] is not None
            head = "]" + target["before"] + (target["space"] + target["quote"] if titled else "")
            tail = (target["quote"] if titled else "") + target["after"]
            parts = (head, target["title"], tail) if titled else (head + tail,)
            identity = self._raw(target["target"]).strip().strip("<>").strip()
            return self._made(inner, parts, identity, (), image), target.end()
        named = _REFERENCE.match(text, closing + 1)
        if named and (label := self._raw(named["label"] or inner).lower()) in self._references:
            restated = () if named["label"] else (f"][{self._raw(inner)}]",)
            made = self._made(inner, ("]" + named[0],), f"[{label}]", restated, image)
            return made, named.end()
        label = self._raw(inner).lower()
        if label in self._references:
            restated = (f"][{self._raw(inner)}]",)
            return self._made(inner, ("]",), f"[{label}]", restated, image), closing + 1
        return None

    def _made(
        self,
        inner: str,
        parts: tuple[str, ...],
        identity: str,
        restated: tuple[str, ...],
        image: bool,
    ) -> Node:
        parts = tuple(self._raw(part) for part in parts)
        if image:
            alt = self._raw(inner)
            return Atom(
                mark=Mark.IMAGE,
                parts=("![", alt, *parts),
                identity=identity,
                restated=("![", alt, *restated) if restated else (),
            )
        content = self._expand(self._links(inner, within_link=True))
        return Pair(
            mark=Mark.LINK, opening="[", content=content, parts=parts, identity=identity, restated=restated
        )

    def _expand(self, text: str) -> tuple[Node, ...]:
        """Turn text with characters of the stash in it into nodes."""
        text = _LATER.sub(self._later, text)
        found = regions(text)
        return _grouped(self._between(text, 0, len(text), found))

    def _later(self, match: re.Match[str]) -> str:
        mark = Mark(match.lastgroup or "")
        return self._put(Atom(mark=mark, parts=(match[0],), identity=match[0]), match[0])

    def _between(self, text: str, start: int, end: int, found: list[Region]) -> list[Node]:
        """Nodes of `text[start:end]`; takes the regions that begin there from the front of `found`."""
        nodes: list[Node] = []
        while found and found[0].start < end:
            region = found.pop(0)
            nodes += self._flat(text[start : region.start])
            content = self._between(text, region.inner_start, region.inner_end, found)
            delimiter = text[region.start : region.inner_start]
            mark = Mark.STRONG if len(delimiter) == 2 else Mark.EMPHASIS
            closing = (text[region.inner_end : region.end],)
            nodes.append(
                Pair(mark=mark, opening=delimiter, content=_grouped(content), parts=closing, identity="")
            )
            start = region.end
        return nodes + self._flat(text[start:end])

    def _flat(self, text: str) -> list[Node]:
        nodes: list[Node] = []
        at = 0
        for match in _STASHED.finditer(text):
            if match.start() > at:
                nodes.append(Text(value=text[at : match.start()]))
            nodes.append(self._stash[ord(match[0]) - _PLACE])
            at = match.end()
        if at < len(text):
            nodes.append(Text(value=text[at:]))
        return nodes


def _brackets(text: str) -> dict[int, int]:
    """Return the place of the closing bracket for each opening one that has one."""
    found: dict[int, int] = {}
    open_at: list[int] = []
    for match in re.finditer(r"[\[\]]", text):
        if match[0] == "[":
            open_at.append(match.start())
        elif open_at:
            found[open_at.pop()] = match.start()
    return found


def _grouped(nodes: list[Node]) -> tuple[Node, ...]:
    """Join the tags of one HTML element to a pair, and attr_list suffixes to their constructs."""
    return tuple(_suffixed(_elements(nodes)))


def _elements(nodes: list[Node]) -> list[Node]:
    done: list[Node] = []
    open_tags: list[tuple[str, int]] = []
    for node in nodes:
        tag = _tag(node)
        done.append(node)
        if tag is None:
            continue
        slash, name = tag
        if not slash:
            open_tags.append((name, len(done) - 1))
            continue
        at = next((i for i in range(len(open_tags) - 1, -1, -1) if open_tags[i][0] == name), None)
        if at is not None:
            start = open_tags[at][1]
            del open_tags[at:]
            done[start:] = [_element(name, done[start:])]
    return done


def _tag(node: Node) -> tuple[str, str] | None:
    """Whether a closing one, and the element's name, where the node is a lone HTML tag."""
    if not (isinstance(node, Atom) and node.mark is Mark.HTML) or node.parts[0].endswith("/>"):
        return None
    match = _TAG_NAME.match(node.parts[0])
    return (match["slash"], match["name"].lower()) if match else None


def _element(name: str, nodes: list[Node]) -> Node:
    opening, closing = markdown(nodes[:1]), markdown(nodes[-1:])
    if name in _VERBATIM or len(nodes) == 2:
        whole = markdown(nodes)
        return Atom(mark=Mark.HTML, parts=(whole,), identity=whole)
    return Pair(
        mark=Mark.HTML,
        opening=opening,
        content=tuple(nodes[1:-1]),
        parts=(closing,),
        identity=opening,
    )


def _suffixed(nodes: list[Node]) -> list[Node]:
    done: list[Node] = []
    for node in nodes:
        last = done[-1] if done else None
        if isinstance(node, Atom) and node.mark is Mark.ATTRIBUTES and _takes_attributes(last):
            done[-1] = _with_attributes(last, node.parts[0])
        else:
            done.append(node)
    return done


def _takes_attributes(node: Node | None) -> TypeGuard[Construct]:
    return isinstance(node, Pair) or (isinstance(node, Atom) and node.mark in _ATTRIBUTED)


def _with_attributes(node: Construct, suffix: str) -> Construct:
    """Return the construct with an attr_list suffix at its end."""
    return dataclasses.replace(
        node,
        parts=(*node.parts[:-1], node.parts[-1] + suffix),
        restated=(*node.restated[:-1], node.restated[-1] + suffix) if node.restated else (),
        identity=f"{node.identity}{suffix}",
    )

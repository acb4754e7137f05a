"""Renderings that write constructs as tags in the text: XML for DeepL, numbers for others."""

import functools
import html
import re
import unicodedata
from collections.abc import Callable, Sequence

from pipeline.model import LocaleTag
from pipeline.protect.nodes import Atom, Construct, Inline, Mark, Node, Pair, Text, has_text
from pipeline.protect.rendering import asides, rebuilt, restated, with_asides

_Token = tuple[str, int | None]
"""What a tag does ("open", "close" or "atom"), and its construct's number where it says one."""


class Tags:
    """A family of tags. Tokens are recognised with other widths, cases and inner spaces too."""

    def __init__(
        self,
        *,
        name: str,
        opening: str,
        closing: str,
        atom: str,
        pattern: str,
        escape: Callable[[str], str] = str,
        unescape: Callable[[str], str] = str,
    ) -> None:
        """Give forms with `{n}` for the number (an atom's also `{text}`) and a tolerant pattern.

        The pattern matches any token and names the groups `open`, `close` and `atom`, each
        holding the number.
        """
        self.name = name
        self.conventions: LocaleTag | None = None
        self._opening, self._closing, self._atom = opening, closing, atom
        self._pattern = re.compile(pattern, re.IGNORECASE)
        self._escape, self._unescape = escape, unescape

    def encode(self, inline: Inline) -> tuple[str, ...]:
        """Write the message with tags, unless it has no words, then the asides."""
        main = self._encoded(inline.nodes, [0])
        texts = (main,) if has_text(inline.nodes) else ()
        return (*texts, *(self._escape(text) for text in asides(inline)))

    def _encoded(self, nodes: Sequence[Node], count: list[int]) -> str:
        done: list[str] = []
        for node in nodes:
            if isinstance(node, Text):
                done.append(self._escape(node.value))
                continue
            number = count[0]
            count[0] += 1
            if isinstance(node, Atom):
                known = node.parts[0] if node.mark is Mark.TERM else ""
                done.append(self._atom.format(n=number, text=self._escape(known)))
            else:
                inner = self._encoded(node.content, count)
                done.append(self._opening.format(n=number) + inner + self._closing.format(n=number))
        return "".join(done)

    def decode(self, inline: Inline, answers: Sequence[str]) -> tuple[Node, ...] | None:
        """Read the tags back; None unless each is there once and they nest well."""
        count = 1 if has_text(inline.nodes) else 0
        table = with_asides(inline, [self._unescape(answer) for answer in answers[count:]])
        if table is None:
            return None
        if not count:
            return rebuilt(inline.nodes, table)
        return self._read(answers[0], table)

    def _read(self, answer: str, table: list[Construct]) -> tuple[Node, ...] | None:
        levels: list[tuple[int, list[Node]]] = [(-1, [])]
        seen: set[int] = set()
        at = 0
        for match in self._pattern.finditer(answer):
            self._add_text(levels[-1][1], answer[at : match.start()])
            at = match.end()
            what, number = _token(match)
            number = levels[-1][0] if number is None else number
            if not 0 <= number < len(table):
                return None
            node = table[number]
            if what == "close":
                if len(levels) < 2 or levels[-1][0] != number or not isinstance(node, Pair):
                    return None
                content = tuple(levels.pop()[1])
                levels[-1][1].append(restated(node, content))
                continue
            if number in seen or isinstance(node, Pair) is not (what == "open"):
                return None
            seen.add(number)
            if isinstance(node, Pair):
                levels.append((number, []))
            else:
                levels[-1][1].append(node)
        self._add_text(levels[-1][1], answer[at:])
        return tuple(levels[0][1]) if len(levels) == 1 and len(seen) == len(table) else None

    def _add_text(self, nodes: list[Node], text: str) -> None:
        if text:
            nodes.append(Text(value=self._unescape(text)))


def _token(match: re.Match[str]) -> _Token:
    what = match.lastgroup or ""
    digits = "".join(str(unicodedata.decimal(digit)) for digit in match[what] if digit.isdecimal())
    return what, int(digits) if digits else None


_N = r"\s*(?P<{}>\d{{1,4}})\s*"

XML = Tags(
    name="xml",
    opening='<g id="{n}">',
    closing="</g>",
    atom='<x id="{n}">{text}</x>',
    pattern=r"""<g id="(?P<open>\d{1,4})">|(?P<close></g>)|<x id="(?P<atom>\d{1,4})"\s*(?:/>|>[^<]*</x>)""",
    escape=functools.partial(html.escape, quote=False),
    unescape=html.unescape,
)
NUMBERED = Tags(
    name="numbered tags",
    opening="<g{n}>",
    closing="</g{n}>",
    atom="<x{n}/>",
    pattern=r"[<＜]\s*(?:[gｇ]"
    + _N.format("open")
    + r"|[/／]\s*[gｇ]"
    + _N.format("close")
    + r"|[xｘ]"
    + _N.format("atom")
    + r"[/／])\s*[>＞]",
)
BRACKETS = Tags(
    name="bracketed numbers",
    opening="[{n}]",
    closing="[/{n}]",
    atom="[#{n}]",
    pattern=r"[\[［【]\s*(?:(?:[#＃]"
    + _N.format("atom")
    + r")|[/／]"
    + _N.format("close")
    + "|"
    + _N.format("open")
    + r")[\]］】]",
)

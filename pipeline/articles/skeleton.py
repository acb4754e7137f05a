"""An article's page with holes where its messages stand: rendered once, filled for each edition.

A page then costs what its texts cost: all else of it was rendered, serialized and cleaned before.
Where that could give another page than rendering it whole (`localization.render` is the measure of
it) there is no skeleton, or filling it gives None. Tests hold that both agree byte for byte.
"""

import copy
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.articles import localization
from pipeline.articles.article import Article
from pipeline.articles.fragments import Inseparable, run_inline
from pipeline.articles.tree import STX, Tree, machine
from pipeline.model import Digest

Clean = Callable[[str], str]

_TEXT, _TEXT_END, _BACK, _BACK_END = "\ue000", "\ue001", "\ue002", "\ue003"
"""Private-use characters around the number of a slot, and around that of a footnote."""

_ATTRIBUTE = r' ([\w:.-]+)="([^"]*)"'
_HOLE = re.compile(
    rf' data-message="{_TEXT}(\d+){_TEXT_END}"((?:{_ATTRIBUTE})*)'
    rf"|{_TEXT}(\d+){_TEXT_END}|{_BACK}(\d+){_BACK_END}"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_HOLDERS = frozenset(
    "p h1 h2 h3 h4 h5 h6 li dt dd td th div section article blockquote figcaption summary".split()
)
"""Elements in which parsers of HTML do nothing of their own to text and phrasing."""

_STRANGERS = frozenset("a bdi bdo button math samp script select style svg textarea title".split())
"""Elements that change what becomes of the texts in them."""

_MARKS = frozenset(("data-message", "data-state", "dir", "lang"))
_REFERENCE = re.compile(r"\[\^([^\]]*)\]")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_POINTER = re.compile(r' (?:src|srcset)=| href="(?!#)')
_PLACEHOLDER = re.compile(r"\x02[^\x02\x03]*\x03")


@dataclass(frozen=True, slots=True)
class Start:
    """A hole in a start tag: a block's marks, and the attributes that stand behind them."""

    slot: int
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A page without its texts."""

    page: tuple[str, ...]
    """Clean HTML, in pieces; those are empty that an edition fills."""
    holes: tuple[tuple[int, int], ...]
    """Each place in `page` where a text stands, with the number of its slot."""
    starts: tuple[tuple[int, Start], ...]
    """Each place in `page` where a block's marks stand."""
    backs: tuple[tuple[int, int], ...]
    """Each place in `page` where the title of a way back stands, with the number of its footnote."""
    order: tuple[int, ...]
    """The slots as Python-Markdown comes to them, which numbers the references to footnotes."""
    tags: tuple[str, ...]
    """The element of each slot."""
    toc: tuple[Mapping[str, Any], ...]
    """Python-Markdown's tokens; `slot` is the number of the slot that names a heading, or None."""
    heading_ids: tuple[str, ...]
    references: Mapping[str, int]
    """How often the page refers to each footnote, by its label."""


def skeleton(article: Article, clean: Clean) -> Skeleton | None:
    """Return the skeleton of `article`, made harmless by `clean`; None if it can only be rendered whole."""
    return _Once(article, clean).made


class _Once:
    """Makes the skeletons of the last articles once each."""

    def __init__(self, article: Article, clean: Clean) -> None:
        self.article, self.clean = article, clean

    @property
    def made(self) -> Skeleton | None:
        return _made(self, self.article.name, self.article.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and other.clean is self.clean

    def __hash__(self) -> int:
        return hash(self.clean)


@lru_cache(maxsize=16)
def _made(once: _Once, name: str, digest: Digest) -> Skeleton | None:
    del name, digest
    try:
        return _Maker(once.article.tree).skeleton(once.clean)
    except Inseparable:
        return None


class _Maker:
    """Makes one skeleton. Raises `Inseparable` wherever a page might come out differently."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.root = copy.deepcopy(tree.root)
        elements = list(self.root.iter())
        self.slots = {elements[slot.index]: number for number, slot in enumerate(tree.slots)}
        self._check(elements)
        self.tags = tuple(str(elements[slot.index].tag) for slot in tree.slots)

    def skeleton(self, clean: Clean) -> Skeleton:
        """Render the tree with sentinels in the place of its texts, and cut the page at them."""
        headings = localization.headings(self.root)
        for element, number in self.slots.items():
            slot = self.tree.slots[number]
            if element not in headings:
                # Headings keep the source's text until their ids are made of it.
                element.text = f"{slot.prefix}{_TEXT}{number}{_TEXT_END}{slot.suffix}"
            if not slot.wrap:
                element.set("data-message", f"{_TEXT}{number}{_TEXT_END}")
        order = tuple(self._order())
        references, tokens = self._run(machine())
        html = localization.serialize(self.root, machine().markdown)
        if _POINTER.search(html):
            raise Inseparable
        pieces = tuple(self._pieces(clean(html)))
        found = sorted(piece for piece in pieces if isinstance(piece, int) and piece >= 0)
        starts = sorted(piece.slot for piece in pieces if isinstance(piece, Start))
        if found != list(range(len(self.tree.slots))) or starts != [
            number for number in found if not self.tree.slots[number].wrap
        ]:
            raise Inseparable
        places = tuple(enumerate(pieces))
        return Skeleton(
            page=tuple(piece if isinstance(piece, str) else "" for piece in pieces),
            holes=tuple((at, piece) for at, piece in places if isinstance(piece, int) and piece >= 0),
            starts=tuple((at, piece) for at, piece in places if isinstance(piece, Start)),
            backs=tuple((at, -piece) for at, piece in places if isinstance(piece, int) and piece < 0),
            order=order,
            tags=self.tags,
            toc=tokens,
            heading_ids=tuple(heading.get("id", "") for heading in headings),
            references=references,
        )

    def _check(self, elements: Sequence[Element]) -> None:
        from markdown.extensions.footnotes import NBSP_PLACEHOLDER

        if len(self.slots) != len(self.tree.slots) or any(slot.tail for slot in self.tree.slots):
            raise Inseparable
        for slot in self.tree.slots:
            strange = STX in slot.suffix and slot.suffix.strip() != NBSP_PLACEHOLDER
            if STX in slot.prefix or strange or str(elements[slot.index].tag) not in _HOLDERS:
                raise Inseparable
            if slot.wrap and "{" in slot.suffix:
                raise Inseparable
        for element in elements:
            back = element.get("class") == "footnote-backref"
            if (
                (element.tag in _STRANGERS and not back)
                or not isinstance(element.tag, str)
                or "dir" in element.attrib
            ):
                raise Inseparable
            texts = (None if element in self.slots else element.text, element.tail)
            if element.tag not in ("pre", "code") and any(map(_speaks, texts)):
                raise Inseparable

    def _order(self) -> Iterator[int]:
        """Yield the slots as the inline stage comes to them: level by level."""
        queue = [self.root]
        for current in queue:
            for child in current:
                if child in self.slots:
                    yield self.slots[child]
                if len(child):
                    queue.append(child)

    def _run(self, md: Any) -> tuple[Mapping[str, int], tuple[Mapping[str, Any], ...]]:
        """Run the inline stage and all behind it, but for what depends on an edition."""
        localization.restore(md, self.tree, {})
        references = self._references()
        processors = md.markdown.treeprocessors
        for processor in processors:
            if processor is processors["footnote"] or processor is processors["abbr"]:
                continue
            if processor is processors["footnote-duplicate"]:
                md.footnotes.found_refs = {f"fnref:{label}": count for label, count in references.items()}
            if processor is processors["unescape"]:
                localization.name_backlinks(self.root, f"{_BACK}{{n}}{_BACK_END}")
            if processor is processors["inline"]:
                run_inline(md, self.root, "".join(self._texts()), self.tree)
            else:
                processor.run(self.root)
        tokens = self._named(md.markdown.toc_tokens)
        for heading in localization.headings(self.root):
            if (number := self.slots.get(heading)) is not None:
                heading[:] = []
                heading.text = f"{_TEXT}{number}{_TEXT_END}"
        return references, tokens

    def _texts(self) -> Iterator[str]:
        """Yield every text and tail that stands in the tree now."""
        for element in self.root.iter():
            yield element.text or ""
            yield element.tail or ""

    def _references(self) -> Mapping[str, int]:
        labels = {label for label, _ in self.tree.footnotes}
        texts = (slot.text for slot in self.tree.slots if "[^" in slot.text)
        return Counter(
            label for text in texts for label in _REFERENCE.findall(_CODE.sub("", text)) if label in labels
        )

    def _named(self, tokens: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
        """Give each entry of the table of contents the slot of its heading."""
        elements = iter(localization.headings(self.root))

        def named(token: Mapping[str, Any]) -> Mapping[str, Any]:
            number = self.slots.get(next(elements))
            own = {**token, "slot": None if token.get("data-toc-label") else number}
            return own | {"children": tuple(named(child) for child in token["children"])}

        return tuple(named(token) for token in tokens)

    def _pieces(self, html: str) -> Iterator[str | int | Start]:
        done = 0
        for hole in _HOLE.finditer(html):
            if done < hole.start():
                yield html[done : hole.start()]
            done = hole.end()
            if hole[1] is not None:
                rest = tuple(_ATTRIBUTES.findall(hole[2]))
                if any(name in _MARKS for name, _ in rest):
                    raise Inseparable
                yield Start(int(hole[1]), rest)
            else:
                yield int(hole[5]) if hole[5] is not None else -int(hole[6])
        if done < len(html):
            yield html[done:]


def _speaks(text: str | None) -> bool:
    """Whether a text that is no message has letters or digits, which a right-to-left page may isolate."""
    if not text or text.isspace():
        return False
    if "[TOC]" in text or any(_TEXT <= character <= _BACK_END for character in text):
        return True
    return any(unicodedata.bidirectional(each) in ("L", "EN") for each in _PLACEHOLDER.sub("", text))

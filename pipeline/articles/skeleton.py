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
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.articles import localization
from pipeline.articles.article import Article
from pipeline.articles.fragments import Fragment, Fragments, Inseparable
from pipeline.articles.localization import Localizer, Page, Rendition
from pipeline.articles.tree import STX, Slot, Tree, machine
from pipeline.model import Digest, TocEntry

Clean = Callable[[str], str]

_TEXT, _TEXT_END, _BACK, _BACK_END = "\ue000", "\ue001", "\ue002", "\ue003"
"""Private-use characters around the number of a slot, and around that of a footnote."""

_ATTRIBUTE = r' ([\w:.-]+)="([^"]*)"'
_HOLE = re.compile(
    rf' data-message="{_TEXT}(\d+){_TEXT_END}"((?:{_ATTRIBUTE})*)'
    rf"|{_TEXT}(\d+){_TEXT_END}|{_BACK}(\d+){_BACK_END}"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_SEPARATOR = "<hr>"
"""No message makes one, so that several can be cleaned in one go."""

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
_SPECIAL = re.compile(r'[&"<>\xa0\x02\x03]')


@dataclass(frozen=True, slots=True)
class _Start:
    """A hole in a start tag: a block's marks, and the attributes that stand behind them."""

    slot: int
    rest: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A page without its texts."""

    pieces: tuple[str | int | _Start, ...]
    """Clean HTML; the number of the slot whose text stands there; that of a footnote, negative."""
    order: tuple[int, ...]
    """The slots as Python-Markdown comes to them, which numbers the references to footnotes."""
    tags: tuple[str, ...]
    """The element of each slot."""
    toc: tuple[Mapping[str, Any], ...]
    """Python-Markdown's tokens; `slot` is the number of the slot that names a heading, or None."""
    heading_ids: tuple[str, ...]
    references: Mapping[str, int]
    """How often the page refers to each footnote, by its label."""
    back: bool
    """Whether it has ways back from footnotes."""


def clean_page(
    article: Article,
    localizer: Localizer,
    *,
    skipped: Mapping[str, str] | None,
    heading_ids: Sequence[str],
    backlink: str,
    finish: Callable[[Element], None],
    isolates: bool,
    clean: Clean,
    tidy: Clean,
) -> Page:
    """Render the body of `article` and make it harmless: by its skeleton, or whole.

    The first arguments are those of `localization.render`. `isolates` says that `finish` isolates
    foreign runs, as on right-to-left pages. `clean` makes the edition's HTML harmless, `tidy` what is
    the same in every edition.
    """
    made = skeleton(article, tidy)
    page = None
    if made is not None:
        page = fill(
            article,
            made,
            localizer,
            skipped=skipped,
            heading_ids=heading_ids,
            backlink=backlink,
            clean=clean,
            finish=finish,
            isolates=isolates,
        )
    if page is None:
        page = localization.render(
            article, localizer, skipped=skipped, heading_ids=heading_ids, backlink=backlink, finish=finish
        )
        page = replace(page, html=clean(page.html))
    return page


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
        starts = sorted(piece.slot for piece in pieces if isinstance(piece, _Start))
        if found != list(range(len(self.tree.slots))) or starts != [
            number for number in found if not self.tree.slots[number].wrap
        ]:
            raise Inseparable
        return Skeleton(
            pieces=pieces,
            order=order,
            tags=self.tags,
            toc=tokens,
            heading_ids=tuple(heading.get("id", "") for heading in headings),
            references=references,
            back=any(isinstance(piece, int) and piece < 0 for piece in pieces),
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
            processor.run(self.root)
        tokens = self._named(md.markdown.toc_tokens)
        for heading in localization.headings(self.root):
            if (number := self.slots.get(heading)) is not None:
                heading[:] = []
                heading.text = f"{_TEXT}{number}{_TEXT_END}"
        return references, tokens

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

    def _pieces(self, html: str) -> Iterator[str | int | _Start]:
        done = 0
        for hole in _HOLE.finditer(html):
            if done < hole.start():
                yield html[done : hole.start()]
            done = hole.end()
            if hole[1] is not None:
                rest = tuple(_ATTRIBUTES.findall(hole[2]))
                if any(name in _MARKS for name, _ in rest):
                    raise Inseparable
                yield _Start(int(hole[1]), rest)
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


def fill(
    article: Article,
    made: Skeleton,
    localizer: Localizer,
    *,
    skipped: Mapping[str, str] | None = None,
    heading_ids: Sequence[str] = (),
    backlink: str = "",
    clean: Clean,
    finish: Callable[[Element], None] | None = None,
    isolates: bool = False,
) -> Page | None:
    """Fill a skeleton with the texts that `localizer` gives: the clean page, or None if it cannot be.

    The arguments are those of `localization.render`. `clean` makes HTML harmless; `isolates` says
    that `finish` isolates foreign runs, as on right-to-left pages.
    """
    if (heading_ids and tuple(heading_ids) != made.heading_ids) or (made.back and not backlink):
        return None
    if _SPECIAL.search(backlink):
        return None
    renditions = [_rendition(slot, localizer, skipped or {}) for slot in article.tree.slots]
    try:
        fragments = _fragments(article.tree, made, renditions, localizer, finish, isolates)
    except Inseparable:
        return None
    texts = _cleaned(fragments, clean)
    if texts is None:
        return None
    html = "".join(_filled(made, renditions, texts, backlink))
    return Page(html, tuple(_entries(made.toc, fragments)), made.heading_ids)


def _rendition(slot: Slot, localizer: Localizer, skipped: Mapping[str, str]) -> Rendition:
    said = Rendition(slot.text, skipped) if slot.said.skip else localizer((slot.said.context, slot.text))
    return (
        Rendition(slot.text, {}) if said is None else Rendition(localization.harmless(said.text), said.marks)
    )


def _fragments(
    tree: Tree,
    made: Skeleton,
    renditions: Sequence[Rendition],
    localizer: Localizer,
    finish: Callable[[Element], None] | None,
    isolates: bool,
) -> Sequence[Fragment]:
    """Render each message alone. Raises `Inseparable`."""
    names = localization.abbreviations(tree, localizer)
    if not all(any(map(str.isalpha, name)) for name in names):
        # It would be found in Python-Markdown's own placeholders.
        raise Inseparable
    pairs = zip(renditions, tree.slots, strict=True)
    renderer = Fragments(
        tree,
        names,
        finish=finish,
        isolates=isolates,
        translated=any(rendition.text != slot.text for rendition, slot in pairs),
    )
    found: dict[int, Fragment] = {}
    for number in made.order:
        slot, rendition = tree.slots[number], renditions[number]
        text = rendition.text
        if not text or text.isspace() or (slot.suffix and "{" in slot.suffix and text[-1] in "# \t\n"):
            # Its place would treat such a text in a way of its own.
            raise Inseparable
        if slot.wrap and rendition.marks and "[^" in text:
            # The text gets an element of its own, and its turn comes later.
            raise Inseparable
        found[number] = renderer.render(text, made.tags[number], rendition.marks, wrap=slot.wrap)
    if renderer.references != made.references:
        raise Inseparable
    return [found[number] for number in range(len(tree.slots))]


def _cleaned(fragments: Sequence[Fragment], clean: Clean) -> Sequence[str] | None:
    raw = [fragment.html for fragment in fragments if not fragment.plain]
    if not raw:
        return [fragment.html for fragment in fragments]
    cleaned = clean(_SEPARATOR.join(raw)).split(_SEPARATOR)
    if len(cleaned) != len(raw):
        return None
    each = iter(cleaned)
    return [fragment.html if fragment.plain else next(each) for fragment in fragments]


def _filled(
    made: Skeleton,
    renditions: Sequence[Rendition],
    texts: Sequence[str],
    backlink: str,
) -> Iterator[str]:
    for piece in made.pieces:
        if isinstance(piece, str):
            yield piece
        elif isinstance(piece, _Start):
            attributes: Iterable[tuple[str, str]] = piece.rest
            if marks := renditions[piece.slot].marks:
                attributes = sorted((*piece.rest, *marks.items()))
            for name, value in attributes:
                yield f' {name}="{value}"'
        elif piece >= 0:
            yield texts[piece]
        else:
            yield backlink.replace("{n}", str(-piece))


def _entries(tokens: Iterable[Mapping[str, Any]], fragments: Sequence[Fragment]) -> Iterator[TocEntry]:
    for token in tokens:
        name = token["name"] if token["slot"] is None else fragments[token["slot"]].name
        yield localization.toc_entry(token, name or "", tuple(_entries(token["children"], fragments)))

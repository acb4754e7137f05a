"""An article in another language: the same tree with other texts, through the inline stage.

Invariant: texts equal to the source's, with no marks, give the source's page byte for byte.
"""

import copy
import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from pipeline.articles.article import Article
from pipeline.articles.limits import MAX_BRACKETS
from pipeline.articles.messages import abbreviation
from pipeline.articles.tree import Slot, Tree, denormalize, machine
from pipeline.model import MessageKey, TocEntry

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CONTROLS = bytes((*range(9), *range(11, 32), 127))
_ABBREVIATION = re.compile(r"\*\[([^\]\\]+)\]:\s*(\S.*)", re.DOTALL)
_HEADING = re.compile(r"h[1-6]")
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Hangul, Kana and Han: they set no space beside a Latin abbreviation."""
_PREFIXING = "\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff"
"""Hebrew and Arabic: their articles and prepositions stand directly before a word."""


class Rendition(NamedTuple):
    """What an edition prints for one message."""

    text: str
    """Inline Markdown, `\\n` for a hard line break."""
    marks: Mapping[str, str]
    """Attributes of the block: `data-state`, and `lang` and `dir` where it is in another language."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article's body as HTML, before cleaning, and what was found on the way."""

    html: str
    toc: tuple[TocEntry, ...]
    heading_ids: tuple[str, ...]
    """The id of each heading of the tree, in order."""


Localizer = Callable[[MessageKey], Rendition | None]
"""What to print for a message; None for the source text without any mark."""


def render(
    article: Article,
    localizer: Localizer,
    *,
    skipped: Mapping[str, str] | None = None,
    heading_ids: Sequence[str] = (),
    backlink: str = "",
    finish: Callable[[Element], None] | None = None,
) -> Page:
    """Render the body of `article` with the texts that `localizer` gives.

    `skipped` are the attributes of blocks that the author keeps as they are, their `lang` for
    instance. `heading_ids` are the source edition's, so that links to sections hold in every locale.
    `backlink` is the title of the way back from footnote `{n}`. `finish` may change the finished
    tree, to isolate runs of another direction for instance.
    """
    tree = article.tree
    root = copy.deepcopy(tree.root)
    translated = _fill(root, tree, localizer, skipped or {})
    md = machine()
    restore(md, tree, abbreviations(tree, localizer))
    ids = _inline(root, md, heading_ids, backlink, finish, translated=translated)
    return Page(serialize(root, md.markdown), _toc(md.markdown.toc_tokens), ids)


def _fill(root: Element, tree: Tree, localizer: Localizer, skipped: Mapping[str, str]) -> bool:
    """Put the texts of an edition into a copy of the tree; say whether any is not the source's."""
    translated = False
    elements = list(root.iter())
    parents: dict[Element, Element] | None = None
    for slot in tree.slots:
        kept = Rendition(slot.text, skipped)
        rendition = kept if slot.said.skip else localizer((slot.said.context, slot.text))
        text = slot.text if rendition is None else harmless(rendition.text)
        translated = translated or text != slot.text
        marks = {} if rendition is None else dict(rendition.marks)
        element = elements[slot.index]
        if not marks:
            _put(element, slot, slot.prefix + denormalize(text) + slot.suffix)
        elif not slot.wrap:
            _put(element, slot, slot.prefix + denormalize(text) + slot.suffix)
            element.attrib.update(marks)
        else:
            parents = parents or {child: parent for parent in root.iter() for child in parent}
            _wrap(element, slot, denormalize(text), marks, parents)
    return translated


def is_harmless(text: str) -> bool:
    """Whether `harmless` leaves a text as it is, and each part of it."""
    data = text.encode("utf-8", "surrogatepass")
    return text.count("[") <= MAX_BRACKETS and not any(code in data for code in _CONTROLS)


def harmless(text: str) -> str:
    """Take out of a translation what no page can hold, and what the inline stage would choke on."""
    if not text.isprintable():
        text = _CONTROL.sub("", text)
    return text if text.count("[") <= MAX_BRACKETS else text.replace("[", "\\[")


def _put(element: Element, slot: Slot, text: str) -> None:
    if slot.tail:
        element.tail = text
    else:
        element.text = text


def _wrap(
    element: Element, slot: Slot, text: str, marks: dict[str, str], parents: Mapping[Element, Element]
) -> None:
    """Give a text that stands beside blocks an element of its own to carry the marks."""
    span = Element("span", marks)
    span.text, span.tail = text, slot.suffix
    _put(element, slot, slot.prefix)
    if slot.tail:
        parent = parents[element]
        parent.insert(list(parent).index(element) + 1, span)
    else:
        element.insert(0, span)


def restore(md: Any, tree: Tree, names: Mapping[str, str]) -> None:
    """Bring Python-Markdown into the state in which block parsing left it for this article.

    `names` are the abbreviations of the edition.
    """
    md.markdown.reset()
    md.markdown.references.clear()
    md.markdown.references.update(tree.references)
    stash = md.markdown.htmlStash
    stash.rawHtmlBlocks = list(tree.raw_blocks)
    stash.html_counter = len(tree.raw_blocks)
    md.footnotes.footnotes.update(tree.footnotes)
    md.abbreviations.abbrs.update(names)


def abbreviations(tree: Tree, localizer: Localizer) -> Mapping[str, str]:
    """Return the abbreviations of an edition with what they stand for."""
    found = {}
    for short, long in tree.abbreviations:
        rendition = localizer((None, abbreviation(short, long)))
        match = _ABBREVIATION.fullmatch(rendition.text) if rendition else None
        name, title = match.groups() if match else (short, long)
        found[name] = title
    return found


def _inline(
    root: Element,
    md: Any,
    heading_ids: Sequence[str],
    backlink: str,
    finish: Callable[[Element], None] | None,
    *,
    translated: bool,
) -> tuple[str, ...]:
    """Run the inline stage and all behind it; return the headings' ids."""
    processors = md.markdown.treeprocessors
    for processor in processors:
        if processor is processors["footnote"]:
            continue
        if processor is processors["toc"]:
            for heading, fixed in zip(headings(root), heading_ids, strict=False):
                heading.attrib.setdefault("id", fixed)
        if processor is processors["unescape"]:
            if backlink:
                name_backlinks(root, backlink)
            if finish:
                finish(root)
        if processor is processors["abbr"] and translated and processor.abbrs:
            processor.RE = abbreviation_pattern(processor.abbrs, translated=True)
            processor.iter_element(root)
        else:
            processor.run(root)
    return tuple(heading.get("id", "") for heading in headings(root))


def abbreviation_pattern(names: Iterable[str], *, translated: bool) -> re.Pattern[str]:
    """Match abbreviations as whole words, in `translated` texts also where scripts set no space beside them.

    Python-Markdown's own boundary takes a Han character for part of the word. Source pages stay as
    it makes them.
    """
    ordered = sorted(names, key=len, reverse=True)
    if not translated:
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b")
    return re.compile("|".join(map(_alone, ordered)))


def _alone(name: str) -> str:
    before, after = (_UNSPACED + (_PREFIXING if edge.isascii() else "") for edge in (name[0], name[-1]))
    return rf"(?<![^\W{before}]){re.escape(name)}(?![^\W{after}])"


def headings(root: Element) -> list[Element]:
    """Return every heading of a tree, in document order."""
    return [
        element for element in root.iter() if isinstance(element.tag, str) and _HEADING.fullmatch(element.tag)
    ]


def name_backlinks(root: Element, title: str) -> None:
    """Give the ways back from footnotes their `title`, with the footnote's number for `{n}`."""
    notes = (item for item in root.iter("li") if item.get("id", "").startswith("fn:"))
    for number, note in enumerate(notes, start=1):
        for link in note.iter("a"):
            # A note that is referred to several times has as many ways back.
            if link.get("class") == "footnote-backref":
                link.set("title", title.replace("{n}", str(number)))


def serialize(root: Element, markdown: Any) -> str:
    """Return a finished tree as HTML, through Python-Markdown's last stage."""
    holder = Element("div")
    holder.extend(root)
    holder.text = root.text
    text: str = markdown.serializer(holder).strip()
    text = text[len("<div>") : -len("</div>")].strip() if text.startswith("<div>") else ""
    for postprocessor in markdown.postprocessors:
        text = postprocessor.run(text)
    return text.strip()


def _toc(tokens: Iterable[Mapping[str, Any]]) -> tuple[TocEntry, ...]:
    return tuple(toc_entry(token, token["name"], _toc(token["children"])) for token in tokens)


def toc_entry(token: Mapping[str, Any], name: str, children: tuple[TocEntry, ...]) -> TocEntry:
    """Return Python-Markdown's `token` as an entry of the table of contents; `name` is HTML."""
    return TocEntry(
        level=int(token["level"]), id=str(token["id"]), text=html.unescape(str(name)), children=children
    )


def source(key: MessageKey) -> Rendition | None:
    """Localize nothing: the source edition."""
    del key
    return None

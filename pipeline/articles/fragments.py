"""One message as HTML, alone: the inline stage for a single text, by only those patterns that it needs.

A text without any sign of Markdown never enters the inline stage. Others are rendered in a block of
their own kind, through the same processors in the same order as a whole page. What such a block could
do to the page around it is refused (`Inseparable`), and the page is then rendered whole.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from pipeline.articles import isolation, localization, simple
from pipeline.articles.tree import STX, Tree, denormalize, machine

_SIGN = re.compile(r"[\\`\[\]<>&*_{\n]")
"""What any pattern of the inline stage, and any attribute list, begins with; and what HTML escapes."""

_LINKS = ("reference", "link", "short_reference")
_TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    **dict.fromkeys(_LINKS, ("[",)),
    **dict.fromkeys(("image_link", "image_reference", "short_image_ref"), ("![",)),
    **dict.fromkeys(("autolink", "automail", "html"), ("<",)),
    "linebreak": ("  \n",),
    "entity": ("&",),
    **dict.fromkeys(("em_strong", "em_strong2", "not_strong"), ("*", "_")),
}
"""What a text must hold before a pattern, by its name in Python-Markdown, could match."""

_REFERENCES = frozenset(("reference", "short_reference", "image_reference", "short_image_ref"))
"""Patterns that match nothing in an article without reference definitions."""

_RAW = re.compile(
    r"<(/?)(abbr|br|cite|data|del|dfn|ins|kbd|mark|q|samp|small|span|sub|sup|time|var|wbr)"
    r"""(?: [a-z-]+="[^"<>]*")*( ?/)?>|&(?:[a-zA-Z]+|#[0-9]+);"""
)
"""Raw HTML that a text may hold and still be rendered alone: phrasing elements, and entities."""

_IMAGE = re.compile(
    r"""!\[([^\\`*_\[\]<>&{}\n"']+)\]\(([A-Za-z0-9][A-Za-z0-9./-]*)(?: "((?:[^\W_]|[ .,;:-])+)")?\)"""
)
"""An image of this folder, with nothing in its texts that Markdown or HTML would read."""

_FILE = re.compile(r"(?:\.\./)*[A-Za-z0-9][A-Za-z0-9./-]*")
"""The address of an image that stands in the site, and holds no sign of HTML."""

_NBSP = "&#160;"
"""What Python-Markdown sets before the way back from a footnote."""

_TAG = re.compile(r"<(/?)([a-z0-9]+)[^<>]*?(/?)>")
_VOID = frozenset(("br", "img", "wbr"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Inseparable(Exception):  # noqa: N818 -- It is no error: the page is rendered whole.
    """A text whose HTML cannot be told from that of the page around it."""


class Fragments:
    """Renders the messages of one edition, in the order in which a whole page would be rendered."""

    def __init__(
        self,
        tree: Tree,
        abbreviations: Mapping[str, str],
        *,
        finish: Callable[[Element], None] | None,
        isolates: bool,
        translated: bool,
        texts: Sequence[str],
    ) -> None:
        """Prepare. `isolates` says that `finish` isolates foreign runs, as on right-to-left pages.

        `abbreviations` are the edition's; `texts` are its texts, and `translated` says that any of them
        is not the source's.
        """
        self.references: dict[str, int] = {}
        """How often each footnote was referred to, by its label."""
        self.raw: dict[int, str] = {}
        """By slot, the HTML of a message as it leaves Python-Markdown, to be cleaned."""
        self.names: dict[int, str] = {}
        """By slot, the text of a heading in a table of contents, with HTML's escapes."""
        self._tree, self._finish, self._isolates = tree, finish, isolates
        self._numbers = {label: number for number, (label, _) in enumerate(tree.footnotes, start=1)}
        self._abbreviations = abbreviations
        self._abbreviation = (
            localization.abbreviation_pattern(abbreviations, translated=translated) if abbreviations else None
        )
        self._abbreviates = any(name in text for name in abbreviations for text in texts)
        self._md: Any = None
        self._base = 0

    def render(self, number: int, text: str, tag: str, marks: Mapping[str, str]) -> str | None:
        """Return `text` as clean HTML for a slot, which stands in an element `tag` that bears the `marks`.

        None where it goes to `raw` instead. Raises `Inseparable`.
        """
        slot = self._tree.slots[number]
        isolates = self._isolates and "dir" not in marks
        spanned = slot.wrap and bool(marks)
        if not (isolates and spanned) and not (self._abbreviates and self._abbreviated(text)):
            html = self._simple(number, text, isolates, heading=tag in _HEADINGS)
            if html is not None:
                return f"<span{_listed(marks)}>{html}</span>" if spanned else html
            if not spanned and (html := self._image(text)):
                return html
        self.raw[number] = self._marked_up(number, text, tag, marks, spanned=spanned)
        return None

    def _abbreviated(self, text: str) -> bool:
        """Whether `text` holds one of the abbreviations."""
        return self._abbreviation is not None and self._abbreviation.search(text) is not None

    def _simple(self, number: int, text: str, isolates: bool, *, heading: bool) -> str | None:
        if not _SIGN.search(text):
            if heading:
                self.names[number] = " ".join(text.split())
            return _plain_isolated(text) if isolates else simple.spaced(text)
        found = None if heading else simple.marks(text, self._numbers)
        if found is None:
            return None
        return (simple.isolated if isolates else simple.html)(text, found, self._refer)

    def _image(self, text: str) -> str | None:
        """Return a message that is an image of plain words and no more as HTML."""
        match = _IMAGE.fullmatch(text)
        if match is None:
            return None
        alt, src, title = match.groups()
        image = Element("img", {"alt": alt, "src": src} | ({"title": title} if title else {}))
        if self._finish:
            holder = Element("div")
            holder.append(image)
            self._finish(holder)
        if image.tag != "img" or not _FILE.fullmatch(image.get("src", "")):
            return None
        return simple.spaced(f"<img{_listed(image.attrib)}>")

    def _refer(self, label: str) -> str:
        """Return the page's next reference to a footnote, as Python-Markdown makes it."""
        count = self.references[label] = self.references.get(label, 0) + 1
        name = f"fnref{count}" if count > 1 else "fnref"
        return (
            f'<sup id="{name}:{label}"><a class="footnote-ref" href="#fn:{label}">'
            f"{self._numbers[label]}</a></sup>"
        )

    def _marked_up(self, number: int, text: str, tag: str, marks: Mapping[str, str], *, spanned: bool) -> str:
        md, suffix = self._machine(), self._tree.slots[number].suffix
        holder = Element("div")
        block = SubElement(holder, tag, {} if spanned else dict(marks))
        inner = SubElement(block, "span", dict(marks)) if spanned else block
        # A footnote's text ends in a placeholder, which a star at its end is read by.
        noted = STX in suffix
        text = inner.text = denormalize(text) + (suffix if noted else "")
        given = dict(block.attrib)
        processors = md.markdown.treeprocessors
        try:
            self._run_inline(md, holder, text)
            if "{" in text:
                processors["attr_list"].run(holder)
                if block.attrib != given:
                    raise Inseparable
            if self._abbreviated("".join(block.itertext())):
                processors["abbr"].RE = self._abbreviation
                processors["abbr"].iter_element(holder)
            if tag in _HEADINGS:
                self.names[number] = _name(md, block)
            if self._finish:
                self._finish(holder)
            if "\\" in text:
                processors["unescape"].run(holder)
            html = _serialize(md, block)
            if noted and not html.endswith(_NBSP):
                raise Inseparable
            return html.removesuffix(_NBSP) if noted else html
        finally:
            del md.markdown.htmlStash.rawHtmlBlocks[self._base :]
            md.markdown.htmlStash.html_counter = self._base

    def _machine(self) -> Any:
        """Return Python-Markdown in the state of this article; most editions need it for few texts."""
        if self._md is None:
            self._md = machine()
            localization.restore(self._md, self._tree, self._abbreviations)
            self._base = self._md.markdown.htmlStash.html_counter
        return self._md

    def _run_inline(self, md: Any, holder: Element, text: str) -> None:
        if "[^" in text:
            counted = self.references.items()
            md.footnotes.found_refs = {f"fnref:{label}": count for label, count in counted}
            md.footnotes.used_refs = {
                f"fnref{number if number > 1 else ''}:{label}"
                for label, count in counted
                for number in range(1, count + 1)
            }
        run_inline(md, holder, text, self._tree)
        if _unfinished(getattr(md.markdown, "delimiters", None)):
            raise Inseparable
        if "[^" in text:
            found = md.footnotes.found_refs.items()
            self.references = {name.removeprefix("fnref:"): count for name, count in found}
        for raw in md.markdown.htmlStash.rawHtmlBlocks[self._base :]:
            if not isinstance(raw, str) or not _RAW.fullmatch(raw):
                raise Inseparable
        if "  \n" in text:
            md.markdown.treeprocessors["prettify"].run(holder)


def run_inline(md: Any, root: Element, text: str, tree: Tree) -> None:
    """Run the inline stage over `root` by those patterns alone that `text`, all that is in it, may need."""
    inline = md.markdown.treeprocessors["inline"]
    every = inline.inlinePatterns
    inline.inlinePatterns = [
        pattern
        for pattern, signs, referring in _patterns(md.markdown.inlinePatterns)
        if any(sign in text for sign in signs) and (tree.references or not referring)
    ]
    try:
        inline.run(root)
    finally:
        inline.inlinePatterns = every


@lru_cache(maxsize=8)
def _patterns(registry: Any) -> tuple[tuple[Any, tuple[str, ...], bool], ...]:
    """Return each pattern, what a text must hold for it, and whether it matches defined references alone."""
    names = {registry[name]: name for name in _TRIGGERS if name in registry}
    return tuple(
        (pattern, _TRIGGERS.get(names.get(pattern, ""), ("",)), names.get(pattern) in _REFERENCES)
        for pattern in registry
    )


def _unfinished(delimiters: Any) -> bool:
    """Whether emphasis that was never closed would reach into the next text of a whole page."""
    if delimiters is None:
        return False
    stacks = (each.stack for each in delimiters.delimiters.values())
    left = bool(delimiters.regions or delimiters.stack or any(stacks))
    if left:
        delimiters.reset()
    return left


def _name(md: Any, block: Element) -> str:
    """Return a heading's text for a table of contents."""
    from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags

    return str(strip_tags(render_inner_html(remove_fnrefs(block), md.markdown)))


def _serialize(md: Any, block: Element) -> str:
    block.tail = None
    text: str = md.markdown.serializer(block)
    text = text[text.index(">") + 1 : text.rindex("<")]
    for postprocessor in md.markdown.postprocessors:
        text = postprocessor.run(text)
    if STX in text or not nested(text):
        # Python-Markdown loses a placeholder in some tangles of emphasis, whose number the page gave.
        raise Inseparable
    return text


def nested(html: str) -> bool:
    """Whether every element in `html` is closed where it was opened, as parsers need it to stay apart."""
    stack: list[str] = []
    for closing, name, void in _TAG.findall(html):
        if closing:
            if not stack or stack.pop() != name:
                return False
        elif not void and name not in _VOID:
            if name == "a" and "a" in stack:
                return False
            stack.append(name)
    return not stack


def _listed(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in sorted(attributes.items()))


@lru_cache(maxsize=8192)
def _plain_isolated(text: str) -> str:
    """Return a text without any sign as HTML of a right-to-left page."""
    return simple.spaced(isolation.isolated_html((("", text, ""),)))

"""An article's block tree: parsed once by Python-Markdown, for every locale the same.

Between block parsing and the inline stage every element still holds its raw inline Markdown.
`parse` stops there and names the places where such text stands (`Slot`); `messages` reads them,
`localization` fills them and lets the inline stage run. What translators see is therefore
exactly what is rendered, for every extension that is switched on.
"""

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from pipeline.articles import blocks, directives, limits
from pipeline.articles.directives import NOTHING, Directives
from pipeline.errors import InputError
from pipeline.model import Finding, Kind, Severity
from pipeline.values import quick

EXTENSIONS = ("extra", "sane_lists", "admonition", "toc")
"""Python-Markdown's extensions that authors may use."""

References = Mapping[str, tuple[str, str | None]]
"""Label of each reference definition, with its target and title."""

STX, ETX = "\x02", "\x03"
"""Python-Markdown's marks around its placeholders; it removes them from every source."""

_PLACEHOLDERS = re.compile(rf"(?:{STX}[^{STX}{ETX}]*{ETX}|\s)*")
_RAW_BLOCK = re.compile(rf"{STX}wzxhzdk:(\d+){ETX}")
_ATTRIBUTES = r"\{:?[ ]*[^}\n ][^\n]*\}[ ]*$"
_HEADER_ATTRIBUTES = re.compile(r"[ ]+" + _ATTRIBUTES)
_BLOCK_ATTRIBUTES = re.compile(r"\n[ ]*" + _ATTRIBUTES)
_TAGS = re.compile(r"<[^>]*>|&#?\w+;")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_WORDS = re.compile(r"\w")
_HARD_BREAK = re.compile(r" {2,}\n")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_IMAGE_ALONE = re.compile(r"!\[(?:[^\[\]\\]|\\.)*\](?:\([^\n]*\)|\[[^\]]*\])?(?:\{[^}\n]*\})?")
_ALIGNMENT = {"left": "align-start", "right": "align-end", "center": "align-center"}


@quick
@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """A place in the tree that holds inline Markdown."""

    index: int
    """Position of the element in document order, the root being 0."""
    tail: bool
    """Whether the text stands behind the element rather than in it."""
    prefix: str
    """What stands before the message in the place: white space, placeholders."""
    suffix: str
    """What stands behind it: an attribute list, placeholders."""
    text: str
    """Inline Markdown; soft line breaks are spaces, `\\n` is a hard line break."""
    kind: Kind
    wrap: bool
    """Whether the element holds blocks besides the text, so that a mark needs a span of its own."""
    line: int
    """1-based line of the file where the text begins."""
    said: Directives
    """What the author's comments say about it."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The block tree of one article with what its inline stage needs. Never changed: copy `root`."""

    root: Element
    slots: tuple[Slot, ...]
    references: References
    """Label of each reference definition, with its target and title."""
    footnotes: tuple[tuple[str, str], ...]
    """Label and raw text of each footnote, in the order of their definitions."""
    abbreviations: tuple[tuple[str, str], ...]
    raw_blocks: tuple[str, ...]
    """Raw HTML and code, by the number in their placeholders."""
    findings: tuple[Finding, ...]
    """What the author should know: words in raw HTML, directives that are none."""


class _Machine(threading.local):
    """One Python-Markdown instance for each thread: making one costs more than an article."""

    def __init__(self) -> None:
        """Load Python-Markdown and its extensions."""
        from markdown import Markdown
        from markdown.extensions.toc import slugify_unicode

        self.markdown: Any = Markdown(
            extensions=list(EXTENSIONS), extension_configs={"toc": {"slugify": slugify_unicode}}
        )
        blocks.hasten(self.markdown)
        extensions: dict[str, Any] = {
            type(each).__name__: each for each in self.markdown.registeredExtensions
        }
        self.footnotes = extensions["FootnoteExtension"]
        self.abbreviations = extensions["AbbrExtension"]


@cache
def machine() -> _Machine:
    """Return Python-Markdown for this thread, loaded at the first call."""
    return _Machine()


def parse(body: str, *, file: str) -> Tree:
    """Parse an article's body down to its blocks. Raises `InputError` for what no page can hold."""
    md = machine()
    md.markdown.reset()
    md.markdown.htmlStash.reset()
    md.markdown.references.clear()
    try:
        return _parse(body, md, file)
    except RecursionError:
        # The parser was left in the middle of a list, and would read the next article as part of it.
        machine.cache_clear()
        finding = Finding(
            id="article.nested-too-deep",
            reason="lists or quotes are nested too deeply",
            hint="keep to five levels or so",
            file=file,
            line=limits.deepest(body),
        )
        raise InputError(finding) from None


def _parse(body: str, md: _Machine, file: str) -> Tree:
    lines = body.split("\n")
    code_blocks = 0
    stash = md.markdown.htmlStash
    for preprocessor in md.markdown.preprocessors:
        lines = preprocessor.run(lines)
        if type(preprocessor).__name__ == "FencedBlockPreprocessor":
            code_blocks = stash.html_counter
    root: Any = md.markdown.parser.parseDocument(lines).getroot()
    md.markdown.treeprocessors["footnote"].run(root)
    for cell in root.iter():
        if style := cell.get("style"):
            _align(cell, style)
    raw_blocks = tuple(block if isinstance(block, str) else "" for block in stash.rawHtmlBlocks)
    survey = _Survey(body, file, raw_blocks, code_blocks)
    slots = survey.slots_of(root)
    references: References = dict(md.markdown.references)
    return Tree(
        root=root,
        slots=slots,
        references=references,
        footnotes=tuple(md.footnotes.footnotes.items()),
        abbreviations=tuple(md.abbreviations.abbrs.items()),
        raw_blocks=raw_blocks,
        findings=(*survey.findings, *_titled(references, survey)),
    )


def _align(cell: Element, style: str) -> None:
    """Turn a table cell's inline style into a class: pages forbid the one and mirror the other."""
    del cell.attrib["style"]
    name = _ALIGNMENT.get(style.removeprefix("text-align:").strip(" ;"))
    if name:
        cell.set("class", f"{cell.get('class', '')} {name}".strip())


class _Survey:
    """One walk over a fresh tree, which finds its slots and what is amiss with them."""

    def __init__(self, body: str, file: str, raw_blocks: tuple[str, ...], code_blocks: int) -> None:
        """Prepare for the tree of `body`; the first `code_blocks` raw blocks are fenced code."""
        self.body, self.file, self.raw_blocks, self.code_blocks = body, file, raw_blocks, code_blocks
        self.findings: list[Finding] = []
        self._slots: list[Slot] = []
        self._numbers: dict[Element, int] = {}
        self._at, self._line = 0, 1

    def slots_of(self, root: Element) -> tuple[Slot, ...]:
        """Return the slots of `root` in document order. Raises `InputError` for endless blocks."""
        self._numbers = {element: index for index, element in enumerate(root.iter())}
        self._visit(root, 0, Kind.PARAGRAPH, NOTHING)
        excess = [
            found
            for slot in self._slots
            if len(slot.text) > limits.LITTLE
            for found in limits.excess(slot.text, slot.kind, file=self.file, line=slot.line)
        ]
        if excess:
            raise InputError(excess)
        return tuple(self._slots)

    def note(
        self, what: str, reason: str, hint: str, line: int, severity: Severity = Severity.WARNING
    ) -> None:
        """Note a finding about the source."""
        self.findings.append(
            Finding(
                id=f"article.{what}", severity=severity, reason=reason, hint=hint, file=self.file, line=line
            )
        )

    def line_of(self, text: str) -> int:
        """Return the line where `text`'s first line stands, seeking onward from the last one found."""
        first = text.lstrip().partition("\n")[0].rstrip() if "\n" in text else text.strip()
        found = self.body.find(first, self._at)
        if found < 0:
            found = self.body.find(first)
            return self.body.count("\n", 0, found) + 1 if found >= 0 else self._line
        self._line += self.body.count("\n", self._at, found)
        self._at = found
        return self._line

    def _visit(self, element: Element, depth: int, around: Kind, said: Directives) -> None:
        """Look at an element, `depth` elements below the root, in which texts are `around` by default."""
        if depth > limits.MAX_DEPTH:
            raise RecursionError
        if element.text and element.tag not in ("pre", "code"):
            self._add(element.text, element, element, around, said)
        inner = _inside(element, around)
        next_said = NOTHING
        for child in element:
            number = raw_block(child) if child.text and STX in child.text else None
            if number is not None and number < len(self.raw_blocks):
                next_said = self._raw(self.raw_blocks[number], next_said, code=number < self.code_blocks)
            else:
                self._visit(child, depth + 1, inner, said.within(next_said))
                next_said = NOTHING
            if child.tail:
                self._add(child.tail, child, element, around, said, tail=True)

    def _raw(self, block: str, said: Directives, *, code: bool) -> Directives:
        """Look at raw HTML: a comment may direct, words are out of a translator's reach."""
        if code or block.startswith("<pre"):
            return NOTHING
        if block.startswith("<!--"):
            said, wrong = directives.read(block, said)
            if wrong:
                names = ", ".join(f"i18n:{name}" for name in directives.NAMES)
                self.note(
                    "directive", wrong, f"the directives are {names}", self.line_of(block), Severity.ERROR
                )
            return said
        if words := " ".join(_TAGS.sub(" ", block).split()):
            hint = 'not translatable; use md_in_html: add markdown="1" to the element'
            self.note("raw-html", f"raw HTML holds words: “{words[:60]}”", hint, self.line_of(block))
        return NOTHING

    def _add(
        self,
        text: str,
        at: Element,
        holder: Element,
        around: Kind,
        said: Directives,
        *,
        tail: bool = False,
    ) -> None:
        # Code blocks hold an AtomicString, which no inline pattern touches.
        if type(text) is not str or text.isspace():
            return
        prefix, message, suffix = _affixes(text, holder)
        if not message[:1].isalnum() and not _worded(message):
            return
        line = self.line_of(message)
        if STX in message:
            self.note("raw-html", "raw HTML stands within a text", "give it a block of its own", line)
            return
        self._slots.append(
            Slot(
                index=self._numbers[at],
                tail=tail,
                prefix=prefix,
                suffix=suffix,
                text=normalize(message),
                kind=_kind(holder, around, message),
                wrap=tail or (len(holder) > 0 and not suffix.startswith(STX)),
                line=line,
                said=said,
            )
        )


def _titled(references: References, survey: _Survey) -> tuple[Finding, ...]:
    """Tell of titles that would be printed and that no translator sees."""
    return tuple(
        Finding(
            id="article.reference-title",
            severity=Severity.WARNING,
            reason=f"the title of the reference [{label}] is not translatable",
            hint='write the link inline, [text](target "title"), or leave the title out',
            file=survey.file,
            line=survey.line_of(f"[{label}]:"),
        )
        for label, (_, title) in references.items()
        if title
    )


def _worded(message: str) -> bool:
    """Whether there is anything to translate: words that are no code, and no mark of our own."""
    prose = _CODE.sub("", message) if "`" in message else message
    return message != "[TOC]" and _WORDS.search(prose) is not None


def _affixes(text: str, element: Element) -> tuple[str, str, str]:
    """Split what is not a translator's business off both ends of a place's text."""
    if STX not in text and text[-1] != "}" and text == text.strip():
        return "", text, ""
    start = _PLACEHOLDERS.match(text)
    begin = start.end() if start else 0
    if begin == len(text):
        return text, "", ""
    end = len(text)
    while True:
        stripped = text[begin:end].rstrip()
        mark = stripped.rfind(STX) if stripped.endswith(ETX) else -1
        if mark < 0:
            break
        end = begin + mark
    pattern = (
        _HEADER_ATTRIBUTES
        if element.tag in _HEADINGS or element.tag in ("dt", "td", "th")
        else _BLOCK_ATTRIBUTES
    )
    if text[begin:end].rstrip().endswith("}") and (attributes := pattern.search(text, begin, end)):
        end = attributes.start()
    end = begin + len(text[begin:end].rstrip())
    return text[:begin], text[begin:end], text[end:]


def normalize(text: str) -> str:
    r"""Return inline Markdown as a message: soft line breaks become spaces, hard ones `\n`."""
    if "\n" not in text:
        return text
    if "  \n" not in text:
        return _join(text.split("\n"))
    return "\n".join(_join(line.split("\n")) for line in _HARD_BREAK.split(text))


def _join(lines: list[str]) -> str:
    first, *others = lines
    if not others:
        return first
    *middle, last = others
    return " ".join((first.rstrip(" \t"), *(line.strip(" \t") for line in middle), last.lstrip(" \t")))


def denormalize(text: str) -> str:
    """Return a message as inline Markdown, a hard line break as two spaces and a line feed."""
    return text.replace("\n", "  \n")


def _kind(element: Element, around: Kind, text: str) -> Kind:
    """Return what a text in `element` is; `around` is what texts are in the element around that."""
    if text[0] == "!" and _IMAGE_ALONE.fullmatch(text):
        return Kind.IMAGE
    if "admonition-title" in element.get("class", ""):
        return Kind.ADMONITION_TITLE
    if element.tag in _HEADINGS:
        return Kind.HEADING
    return around if around is Kind.FOOTNOTE else _KINDS.get(element.tag, around)


def _inside(element: Element, around: Kind) -> Kind:
    """Return what texts in the elements of `element` are, unless those say otherwise."""
    if around is Kind.FOOTNOTE or element.get("class") == "footnote":
        return Kind.FOOTNOTE
    return _KINDS.get(element.tag, around)


_KINDS = {
    "li": Kind.LIST_ITEM,
    "th": Kind.TABLE_HEADER,
    "td": Kind.TABLE_CELL,
    "dt": Kind.TERM,
    "dd": Kind.DEFINITION,
    "caption": Kind.CAPTION,
    "figcaption": Kind.CAPTION,
    "blockquote": Kind.QUOTE,
}


def raw_block(element: Element) -> int | None:
    """Return the number of the raw block that `element` stands for, None if it holds anything else."""
    if len(element) or not element.text or STX not in element.text:
        return None
    match = _RAW_BLOCK.fullmatch(element.text.strip())
    return int(match.group(1)) if match else None

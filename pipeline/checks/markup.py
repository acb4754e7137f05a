"""Markup and links: a translation keeps every construct of its source, and every link's target."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

from pipeline.checks.base import Bitext, Hit, Pair, is_plain
from pipeline.checks.inline import Inline, Mark
from pipeline.model import Kind, MessageKey, Span

_NAMES = {
    "strong": "bold text",
    "emphasis": "italic text",
    "code": "code",
    "footnote": "footnote",
    "html": "HTML",
    "attributes": "attributes",
}
_BROKEN = re.compile(r"\]\s*\(|\*\*|__(?=\w)|(?<!\w)`|\]\s+\[|&(?:amp|lt|gt|nbsp|quot);")
_BROKEN_SIGNS = re.compile(r"[]*_`&]")
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*)\s*:")
_SAFE = frozenset({"http", "https", "mailto", "tel", "ftp"})


_Tag = tuple[str, frozenset[tuple[str, str]]]
"""A start tag: its name, its attributes with their values."""


def slugs(pair: Pair) -> Iterator[Hit]:
    """A slug that no address can hold: the page would stand at the source's, which nobody approved."""
    if pair.kind is Kind.SLUG:
        from pipeline.articles.frontmatter import valid_slug

        if not valid_slug(pair.target):
            yield Hit(reason=f"“{pair.target}” cannot be part of an address")


def _span(mark: Mark) -> Span:
    return Span(start=mark.start, end=mark.end)


def _surplus(here: Inline, there: Inline, names: Mapping[str, str]) -> list[Mark]:
    """Marks of `here` that `there` has no partner for."""
    left = Counter((mark.name, mark.detail) for mark in there.marks if mark.name in names)
    surplus = []
    for mark in here.marks:
        if mark.name in names:
            key = (mark.name, mark.detail)
            left[key] -= 1
            if left[key] < 0:
                surplus.append(mark)
    return surplus


def constructs(pair: Pair) -> Iterator[Hit]:
    """Bold, italic, code, footnotes, HTML and attributes: the same multiset on both sides."""
    source, target = pair.source_inline, pair.target_inline
    if not source.marks and not target.marks:
        return
    for mark in _surplus(source, target, _NAMES):
        shown = f" “{mark.detail}”" if mark.detail else ""
        yield Hit(reason=f"{_NAMES[mark.name]}{shown} of the source is missing", source=(_span(mark),))
    for mark in _surplus(target, source, _NAMES):
        shown = f" “{mark.detail}”" if mark.detail else ""
        yield Hit(reason=f"{_NAMES[mark.name]}{shown} is not in the source", target=(_span(mark),))


def resolved(mark: Mark, references: Mapping[str, str]) -> str:
    """Return the target of a link or image, reference-style ones looked up by their label."""
    if mark.detail.startswith("[") and mark.detail.endswith("]"):
        return references.get(mark.detail[1:-1], mark.detail)
    return mark.detail


def links(pair: Pair) -> Iterator[Hit]:
    """Links and images lead where the source's lead, or to a variant that the table allows."""
    context = pair.context
    there = [mark for mark in pair.source_inline.marks if mark.name in ("link", "image")]
    here = [mark for mark in pair.target_inline.marks if mark.name in ("link", "image")]
    if not there and not here:
        return
    unmatched = [(mark, resolved(mark, context.references)) for mark in here]
    missing = []
    for mark in there:
        address = resolved(mark, context.references)
        partner = next(
            (
                other
                for other in unmatched
                if other[0].name == mark.name
                and (other[1] == address or (address, other[1]) in context.link_variants)
            ),
            None,
        )
        if partner is None:
            missing.append((mark, address))
        else:
            unmatched.remove(partner)
    for mark, address in missing:
        yield Hit(
            reason=f"the {mark.name} to {address or 'nowhere'} is missing",
            source=(_span(mark),),
            target=tuple(_span(other) for other, _ in unmatched if other.name == mark.name)[:1],
        )
    for mark, address in unmatched:
        yield Hit(
            reason=f"the {mark.name} to {address or 'nowhere'} is not in the source", target=(_span(mark),)
        )


def addresses(pair: Pair) -> Iterator[Hit]:
    """No link leads to a scheme that runs code, whatever the source says."""
    for mark in pair.target_inline.marks:
        if mark.name in ("link", "image"):
            scheme = _SCHEME.match(mark.detail)
            if scheme and scheme[1].lower() not in _SAFE:
                yield Hit(reason=f"the scheme {scheme[1]}: is not allowed", target=(_span(mark),))


def line_breaks(pair: Pair) -> Iterator[Hit]:
    """As many hard line breaks as the source: each is a line of a list or an address."""
    wanted, found = pair.source_inline.text.count("\n"), pair.target_inline.text.count("\n")
    if wanted != found:
        yield Hit(reason=f"the source has {wanted} line breaks, the translation {found}")


def broken(pair: Pair) -> Iterator[Hit]:
    """Markup that came apart: what should have been a construct stands in the text."""
    if is_plain(pair.kind):
        return
    target = pair.target_inline
    if not _BROKEN_SIGNS.search(target.text):
        return
    seen = Counter(_BROKEN.findall(pair.source_inline.text))
    for match in _BROKEN.finditer(target.text):
        seen[match.group()] -= 1
        if seen[match.group()] < 0:
            yield Hit(
                reason=f"“{match.group()}” would be printed as it is", target=(target.span(*match.span()),)
            )


def anchors(bitext: Bitext) -> Iterator[tuple[MessageKey, Hit]]:
    """Links within the page lead to an anchor that the page has; the source's own are its author's matter."""
    if bitext.ids is None:
        return
    for pair in bitext.pairs:
        own = {mark.detail for mark in pair.source_inline.marks}
        for mark in pair.target_inline.marks:
            anchor = mark.detail if mark.name == "link" and mark.detail.startswith("#") else ""
            if anchor and anchor not in own and anchor[1:] not in bitext.ids:
                yield pair.key, Hit(reason=f"the page has no anchor {mark.detail}", target=(_span(mark),))


def html(pair: Pair) -> Iterator[Hit]:
    """Tags and attributes of HTML that the page's cleaner would not keep; it is asked."""
    clean = pair.context.clean
    if clean is None or is_plain(pair.kind) or "<" not in pair.target:
        return
    known = {mark.detail for mark in pair.source_inline.marks if mark.name == "html"}
    marks = [mark for mark in pair.target_inline.marks if mark.name == "html"]
    if all(mark.detail in known for mark in marks):
        return
    tags = [pair.target[mark.start : mark.end] for mark in marks]
    kept = Counter(_Tags.of(clean("x".join(["", *tags, ""]))))
    for mark, tag in zip(marks, tags, strict=True):
        for each in _Tags.of(tag):
            kept[each] -= 1
            if kept[each] < 0 and mark.detail not in known:
                same = [other for other, left in kept.items() if other[0] == each[0] and left > 0]
                lost = ", ".join(sorted(name for name, _ in each[1] - same[0][1])) if same else ""
                what = f"{lost} of <{mark.detail}>" if lost else f"<{mark.detail}>"
                yield Hit(reason=f"{what} will not be printed", target=(_span(mark),))


class _Tags(HTMLParser):
    """Collects the start tags of HTML with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[_Tag] = []

    @classmethod
    def of(cls, text: str) -> list[_Tag]:
        """Return the start tags of `text` in order."""
        parser = cls()
        parser.feed(text)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.found.append((tag, frozenset((name, value or "") for name, value in attrs)))

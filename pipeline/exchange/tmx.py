"""Translation memories in TMX 1.4b."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline import __version__
from pipeline.exchange.xml import What, escape, events
from pipeline.locales import to_bcp47, to_gettext
from pipeline.memory import Segment
from pipeline.model import LocaleTag

_CONTEXT = "x-context"
_APPROVED = "x-approved"


@dataclass(kw_only=True, slots=True)
class _Unit:
    """A translation unit while it is read."""

    texts: dict[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)


def read(chunks: Iterable[bytes], source: LocaleTag, target: LocaleTag, *, file: str) -> Iterator[Segment]:
    """Yield the segments that a TMX file has in both locales, as they come.

    A language without a region serves all its regions. Imported segments are never approved: that
    somebody says so in a file is no approval here. Raises `InputError` as `events` does.
    """
    unit = _Unit()
    language = name = ""
    collected: list[str] | None = None
    for event in events(chunks, file):
        if event.what is What.START and event.name == "tu":
            unit = _Unit()
        elif event.what is What.START and event.name == "tuv":
            language = event.language
        elif event.what is What.START and event.name in ("seg", "prop"):
            collected, name = [], event.attributes.get("type", "")
        elif event.what is What.TEXT and collected is not None:
            collected.append(event.text)
        elif event.what is What.END and event.name == "seg":
            unit.texts.setdefault(language, "".join(collected or ()))
            collected = None
        elif event.what is What.END and event.name == "prop":
            unit.properties[name] = "".join(collected or ())
            collected = None
        elif event.what is What.END and event.name == "tu":
            old, new = _in_locale(unit.texts, source), _in_locale(unit.texts, target)
            if old and new:
                yield Segment(source=old, target=new, context=unit.properties.get(_CONTEXT, ""), origin=file)


def _in_locale(texts: dict[str, str], locale: LocaleTag) -> str:
    """The text in exactly this locale, else in its language."""
    tags = {to_gettext(language): text for language, text in texts.items()}
    if locale in tags:
        return tags[locale]
    wanted = locale.partition("_")[0]
    return next((text for tag, text in tags.items() if tag and tag.partition("_")[0] == wanted), "")


def write(segments: Iterable[Segment], source: LocaleTag, target: LocaleTag) -> Iterator[str]:
    """Yield a TMX file piece by piece. It has no dates: the same memory is the same file."""
    languages = to_bcp47(source), to_bcp47(target)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="imprimatur" creationtoolversion="{escape(__version__)}" segtype="block" '
        f'o-tmf="PO" adminlang="en" srclang="{languages[0]}" datatype="plaintext"/>\n<body>\n'
    )
    for segment in segments:
        yield "<tu>\n"
        if segment.context:
            yield f'<prop type="{_CONTEXT}">{escape(segment.context)}</prop>\n'
        if segment.approved:
            yield f'<prop type="{_APPROVED}">yes</prop>\n'
        for language, text in zip(languages, (segment.source, segment.target), strict=True):
            yield f'<tuv xml:lang="{language}"><seg>{escape(text)}</seg></tuv>\n'
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"

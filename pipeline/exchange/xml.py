"""Read XML that anybody may have written: a stream of events, no DOCTYPE, nothing outside the file.

Without a document type there are no entities but XML's own five, so that no text grows and no
address is opened.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from xml.parsers import expat

from pipeline.errors import InputError
from pipeline.model import Finding

_DEEPEST = 100
_LANGUAGE = "xml:lang"


class What(Enum):
    """What an event is."""

    START = "start"
    END = "end"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """A tag or a text in the order of the file."""

    what: What
    name: str = ""
    """The element's name without its namespace."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    line: int = 0
    """1-based."""

    @property
    def language(self) -> str:
        """The element's `xml:lang`, or TMX's old `lang`; empty without."""
        return self.attributes.get(_LANGUAGE, "") or self.attributes.get("lang", "")


def events(chunks: Iterable[bytes], file: str) -> Iterator[Event]:
    """Yield the events of an XML file that comes in chunks.

    Raises `InputError` with file and line for what is not well formed, for any DOCTYPE, and for
    elements nested more than 100 deep.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    found: list[Event] = []
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _wrong(
                file, parser.CurrentLineNumber, "elements nested too deeply", "check where it comes from"
            )
        local = name.rpartition(":")[2]
        found.append(Event(what=What.START, name=local, attributes=attributes, line=parser.CurrentLineNumber))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        found.append(Event(what=What.END, name=name.rpartition(":")[2], line=parser.CurrentLineNumber))

    def text(data: str) -> None:
        found.append(Event(what=What.TEXT, text=data, line=parser.CurrentLineNumber))

    def doctype(*_: object) -> None:
        hint = "remove the line that begins with <!DOCTYPE; it may name entities and files"
        raise _wrong(file, parser.CurrentLineNumber, "a DOCTYPE is not accepted", hint)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = text, doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            yield from found
            found.clear()
        parser.Parse(b"", True)
        yield from found
    except expat.ExpatError as error:
        reason = f"not well-formed XML: {expat.ErrorString(error.code)}"
        raise _wrong(file, error.lineno, reason, "export it again from the tool that it comes from") from None


def escape(text: str) -> str:
    """Write text for XML 1.0, without the control characters that it cannot hold."""
    kept = "".join(
        character
        for character in text
        if (character >= " " and character not in "\ufffe\uffff") or character in "\t\n"
    )
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _wrong(file: str, line: int, reason: str, hint: str) -> InputError:
    return InputError(Finding(id="exchange.xml", file=file, line=line, reason=reason, hint=hint))

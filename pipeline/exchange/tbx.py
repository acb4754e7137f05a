"""Terminologies in TBX (ISO 30042): version 3 written, versions 2 and 3 read."""

import dataclasses
from collections.abc import Iterable, Iterator

from pipeline.exchange.xml import What, escape, events
from pipeline.glossary import Glossary, Target, Term
from pipeline.locales import to_bcp47, to_gettext
from pipeline.model import LocaleTag

_ENTRY = frozenset({"conceptEntry", "termEntry"})
_LANGUAGE = frozenset({"langSec", "langSet"})
_ONE = frozenset({"termSec", "tig", "ntig"})
_TEXTS = frozenset({"term", "termNote", "note"})
_BRAND = "imprimatur: do not translate"
_CASE = "imprimatur: case-sensitive"
_GENDERS = {"masculine": "m", "feminine": "f", "neuter": "n"}
_PREFERRED = "preferredTerm"
_FORMER = frozenset({"deprecatedTerm", "supersededTerm"})
_NUMBERS = {"singular": "s", "plural": "p"}


@dataclasses.dataclass(kw_only=True, slots=True)
class _Word:
    """A term in one language while it is read."""

    language: str = ""
    text: str = ""
    notes: dict[str, str] = dataclasses.field(default_factory=dict)

    @property
    def status(self) -> str:
        """Whether it is the preferred term, an admitted or a former one; empty where nobody said."""
        return self.notes.get("administrativeStatus", "").removesuffix("-admn-sts")


def read(chunks: Iterable[bytes], source: LocaleTag, *, file: str) -> Glossary:
    """Read a terminology; of several terms for a concept in a language the preferred or first one leads.

    Terms that are marked as deprecated or superseded are left out, and concepts without a term in the
    source language. Raises `InputError` as `events` does.
    """
    terms: dict[str, Term] = {}
    words: list[_Word] = []
    remarks: list[str] = []
    language, kind, text = "", "", ""
    line = 0
    for event in events(chunks, file):
        if event.what is What.START:
            if event.name in _ENTRY:
                words, remarks, line = [], [], event.line
            elif event.name in _LANGUAGE:
                language = event.language
            elif event.name in _ONE:
                words.append(_Word(language=language))
            elif event.name in _TEXTS:
                kind, text = event.attributes.get("type", ""), ""
        elif event.what is What.TEXT:
            text += event.text
        elif event.name == "note":
            remarks.append(text.strip())
        elif event.name == "term" and words:
            words[-1].text = text.strip()
        elif event.name == "termNote" and words:
            words[-1].notes[kind] = text.strip()
        elif event.name in _ENTRY:
            term = _term(words, remarks, source, line)
            if term:
                terms.setdefault(term.term if term.case_sensitive else term.term.casefold(), term)
    return Glossary(terms=tuple(terms.values()))


def _term(words: list[_Word], remarks: list[str], source: LocaleTag, line: int) -> Term | None:
    found: dict[LocaleTag, list[_Word]] = {}
    for word in sorted(words, key=lambda word: word.status != _PREFERRED):
        tag = to_gettext(word.language)
        if tag and word.text and word.status not in _FORMER:
            found.setdefault(tag, []).append(word)
    language = source.partition("_")[0]
    home = (
        source if source in found else next((tag for tag in found if tag.partition("_")[0] == language), None)
    )
    if home is None:
        return None
    own = found.pop(home)[0]
    notes = [remark for remark in remarks if remark not in (_BRAND, _CASE)]
    return Term(
        term=own.text,
        part_of_speech=own.notes.get("partOfSpeech", ""),
        note=" ".join(notes),
        do_not_translate=_BRAND in remarks,
        case_sensitive=_CASE in remarks,
        targets={tag: _target(some) for tag, some in found.items()},
        line=line,
    )


def _target(words: list[_Word]) -> Target:
    word = words[0]
    return Target(
        text=word.text,
        alternatives=tuple(dict.fromkeys(other.text for other in words[1:] if other.text != word.text)),
        gender=_GENDERS.get(word.notes.get("grammaticalGender", ""), ""),
        number=_NUMBERS.get(word.notes.get("grammaticalNumber", ""), ""),
    )


def write(glossary: Glossary, source: LocaleTag) -> Iterator[str]:
    """Yield a TBX-Basic file (version 3, DCA style) piece by piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield (
        f'<tbx type="TBX-Basic" style="dca" xml:lang="{to_bcp47(source)}" '
        'xmlns="urn:iso:std:iso:30042:ed-2">\n<tbxHeader><fileDesc><sourceDesc>'
        "<p>imprimatur</p></sourceDesc></fileDesc></tbxHeader>\n<text><body>\n"
    )
    for number, term in enumerate(glossary.terms, 1):
        yield f'<conceptEntry id="c{number}">\n'
        remarks = [term.note, _BRAND if term.do_not_translate else "", _CASE if term.case_sensitive else ""]
        yield from (f"<note>{escape(remark)}</note>\n" for remark in remarks if remark)
        own = {"partOfSpeech": term.part_of_speech}
        yield _section(to_bcp47(source), [(term.term, own)])
        for tag, target in term.targets.items():
            terms = [(target.text, _grammar(target)), *((other, {}) for other in target.alternatives)]
            yield _section(to_bcp47(tag), terms)
        yield "</conceptEntry>\n"
    yield "</body></text>\n</tbx>\n"


def _grammar(target: Target) -> dict[str, str]:
    return {
        "grammaticalGender": next((name for name, mark in _GENDERS.items() if mark == target.gender), ""),
        "grammaticalNumber": next((name for name, mark in _NUMBERS.items() if mark == target.number), ""),
    }


def _section(language: str, terms: Iterable[tuple[str, dict[str, str]]]) -> str:
    written = "".join(
        f"<termSec><term>{escape(text)}</term>{_notes(notes)}</termSec>" for text, notes in terms
    )
    return f'<langSec xml:lang="{language}">{written}</langSec>\n'


def _notes(notes: dict[str, str]) -> str:
    return "".join(
        f'<termNote type="{kind}">{escape(value)}</termNote>' for kind, value in notes.items() if value
    )

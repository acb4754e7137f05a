"""The glossary: terms of the subject with their approved translations, and brands.

A table in CSV (RFC 4180) with a header line. Columns: `term`, `part_of_speech`, `note`,
`do_not_translate`, `case_sensitive`, and for each locale `<tag>` with optional `<tag>.gender`
(m, f or n) and `<tag>.number` (s or p). A cell may give several translations, the one to draft with
first: `recaída | brote`.
"""

import csv
import functools
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.errors import InputError
from pipeline.inflection import Index
from pipeline.locales import known, to_gettext
from pipeline.model import Finding, LocaleTag

_OWN = ("term", "part_of_speech", "note", "do_not_translate", "case_sensitive")
_YES, _NO = frozenset({"yes", "true", "1", "x"}), frozenset({"", "no", "false", "0"})
_VALUES = {"gender": ("m", "f", "n"), "number": ("s", "p")}


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A term's translation into one locale."""

    text: str
    gender: str = ""
    """`m`, `f` or `n`; empty where nobody said."""
    number: str = ""
    """`s` or `p`; empty where nobody said."""
    alternatives: tuple[str, ...] = ()
    """Other translations that are right, but not beside the first in one article."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """A row of the glossary."""

    term: str
    part_of_speech: str = ""
    note: str = ""
    do_not_translate: bool = False
    """A brand or a name: it stands in every translation as it is."""
    case_sensitive: bool = False
    """`MS` is the disease, `Ms` is not."""
    targets: Mapping[LocaleTag, Target] = field(default_factory=dict)
    line: int = 0
    """1-based line in the file."""

    def target(self, locale: LocaleTag) -> Target | None:
        """Return what it is in `locale`; None where the glossary does not say."""
        return Target(text=self.term) if self.do_not_translate else self.targets.get(locale)


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """A term in a text, in code points, end excluded."""

    start: int
    end: int
    term: Term
    target: Target


@dataclass(frozen=True, kw_only=True)
class Glossary:
    """All terms, in the order of the file."""

    terms: tuple[Term, ...] = ()

    def find(self, text: str, locale: LocaleTag) -> tuple[Occurrence, ...]:
        """Return the terms in a text of the source that are known in `locale`, in order.

        Longer terms win over shorter ones within them; occurrences never overlap.
        """
        pattern = self._pattern
        found = []
        for match in pattern.finditer(text) if pattern else ():
            term = self._chosen(match[0])
            target = term.target(locale) if term else None
            if term and target:
                found.append(Occurrence(start=match.start(), end=match.end(), term=term, target=target))
        return tuple(found)

    def inflected(self, text: str, source: LocaleTag, locale: LocaleTag) -> tuple[Occurrence, ...]:
        """Return the terms as `find` does, and in every inflection of the source language, too.

        For checking and advising: an inflected term's translation may need another inflection, too.
        """
        exact = self.find(text, locale)
        index = self._indexes.get(source)
        if index is None:
            index = self._indexes[source] = Index((term.term for term in self.terms), source)
        found = list(exact)
        for place, span in index.find(text):
            term = self.terms[place]
            target = term.target(locale)
            free = all(span.end <= one.start or one.end <= span.start for one in exact)
            if target and free and not term.case_sensitive:
                found.append(Occurrence(start=span.start, end=span.end, term=term, target=target))
        return tuple(sorted(found, key=lambda one: one.start))

    @functools.cached_property
    def _indexes(self) -> dict[LocaleTag, Index]:
        return {}

    def _chosen(self, words: str) -> Term | None:
        exact = self._by_words.get(words)
        if exact:
            return exact
        folded = self._by_words.get(words.casefold())
        return folded if folded and not folded.case_sensitive else None

    @functools.cached_property
    def _by_words(self) -> dict[str, Term]:
        return {term.term.casefold(): term for term in self.terms if not term.case_sensitive} | {
            term.term: term for term in self.terms
        }

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """One pattern for all terms, longest first, so that a text is read once."""
        if not self.terms:
            return None
        ordered = sorted(self.terms, key=lambda term: -len(term.term))
        parts = (
            re.escape(term.term) if term.case_sensitive else f"(?i:{re.escape(term.term)})"
            for term in ordered
        )
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def parse(text: str, file: str = "locales/glossary.csv") -> Glossary:
    """Read a glossary. Raises `InputError` with everything that is wrong, `file` and lines in it."""
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    findings: list[Finding] = []
    terms: list[Term] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        columns = _columns(header, file, findings)
        line = reader.line_num + 1
        for row in reader:
            if any(cell.strip() for cell in row):
                terms += _row(header, columns, row, line, file, findings)
            line = reader.line_num + 1
    except csv.Error as error:
        findings.append(_finding("syntax", file, reader.line_num, f"not a CSV table: {error}", ""))
    findings += _doubled(terms, file)
    if findings:
        raise InputError(findings)
    return Glossary(terms=tuple(terms))


def write(glossary: Glossary, like: str = "") -> str:
    r"""Write a glossary in the form that `parse` reads, with `\n` line ends.

    The columns of `like`, a glossary's text, come first and in its order; after them come those that
    `glossary` needs besides.
    """
    columns = [name.strip() for name in next(csv.reader(io.StringIO(like.removeprefix("\ufeff"))), [])]
    columns += [name for name in _OWN if name not in columns]
    for tag in sorted({tag for term in glossary.terms for tag in term.targets}):
        targets = [term.targets[tag] for term in glossary.terms if tag in term.targets]
        needed = {"": True, ".gender": any(one.gender for one in targets)}
        needed[".number"] = any(one.number for one in targets)
        names = [f"{tag}{part}" for part, wanted in needed.items() if wanted]
        columns += [name for name in names if name not in columns]
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    for term in glossary.terms:
        cells = _cells(term)
        table.writerow([cells.get(name, "") for name in columns])
    return text.getvalue()


def _cells(term: Term) -> dict[str, str]:
    """Return a term's cells by their columns."""
    cells = {"term": term.term, "part_of_speech": term.part_of_speech, "note": term.note}
    cells["do_not_translate"] = "yes" if term.do_not_translate else "no"
    cells["case_sensitive"] = "yes" if term.case_sensitive else "no"
    for tag, target in term.targets.items():
        texts = " | ".join((target.text, *target.alternatives))
        cells |= {tag: texts, f"{tag}.gender": target.gender, f"{tag}.number": target.number}
    return cells


def _columns(header: Sequence[str], file: str, findings: list[Finding]) -> dict[str, LocaleTag]:
    """Return the locale of each translation column; note what is wrong with the header."""
    found: dict[str, LocaleTag] = {}
    if "term" not in header:
        hint = f"the first line names the columns: {', '.join(_OWN)}, then locales such as es, pt_BR"
        findings.append(_finding("columns", file, 1, "no column “term”", hint))
    for name in header:
        if name in _OWN:
            continue
        language, _, detail = name.partition(".")
        tag = to_gettext(language)
        if tag is None or not known(tag) or detail not in ("", *_VALUES):
            hint = "a column is a locale, or a locale with .gender or .number: es, es.gender"
            findings.append(_finding("columns", file, 1, f"unknown column “{name}”", hint))
        else:
            found[name] = tag
    for name in sorted({name for name in header if header.count(name) > 1}):
        findings.append(_finding("columns", file, 1, f"column “{name}” is there twice", "keep one of them"))
    return found


def _row(
    header: Sequence[str],
    columns: Mapping[str, LocaleTag],
    row: Sequence[str],
    line: int,
    file: str,
    findings: list[Finding],
) -> Iterator[Term]:
    if len(row) != len(header):
        reason = f"{len(row)} cells where the header has {len(header)}"
        findings.append(_finding("cells", file, line, reason, "put text with commas in quotes"))
        return
    cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
    name = cells.get("term", "")
    if not name:
        findings.append(_finding("term", file, line, "a row without a term", "fill in the column “term”"))
        return
    flags = {}
    for column in ("do_not_translate", "case_sensitive"):
        value = cells.get(column, "").lower()
        if value not in _YES | _NO:
            reason = f"“{cells[column]}” in the column “{column}” of “{name}”"
            findings.append(_finding("flag", file, line, reason, "write yes or no"))
        flags[column] = value in _YES
    yield Term(
        term=name,
        part_of_speech=cells.get("part_of_speech", ""),
        note=cells.get("note", ""),
        do_not_translate=flags["do_not_translate"],
        case_sensitive=flags["case_sensitive"],
        targets=_targets(cells, columns, line, file, findings),
        line=line,
    )


def _targets(
    cells: Mapping[str, str],
    columns: Mapping[str, LocaleTag],
    line: int,
    file: str,
    findings: list[Finding],
) -> dict[LocaleTag, Target]:
    texts: dict[LocaleTag, list[str]] = {}
    details: dict[tuple[LocaleTag, str], str] = {}
    for column, tag in columns.items():
        detail = column.partition(".")[2]
        if not detail:
            texts[tag] = [text.strip() for text in cells[column].split("|") if text.strip()]
        elif cells[column] and cells[column] not in _VALUES[detail]:
            allowed = ", ".join(_VALUES[detail])
            reason = f"“{cells[column]}” in the column “{column}” of “{cells['term']}”"
            findings.append(_finding(detail, file, line, reason, f"one of {allowed}, or empty"))
        else:
            details[tag, detail] = cells[column]
    return {
        tag: Target(
            text=some[0],
            gender=details.get((tag, "gender"), ""),
            number=details.get((tag, "number"), ""),
            alternatives=tuple(some[1:]),
        )
        for tag, some in texts.items()
        if some
    }


def _doubled(terms: Sequence[Term], file: str) -> Iterator[Finding]:
    first: dict[str, Term] = {}
    for term in terms:
        key = term.term if term.case_sensitive else term.term.casefold()
        if key in first:
            reason = f"“{term.term}” is also on line {first[key].line}"
            yield _finding("doubled", file, term.line, reason, "keep one of them")
        first.setdefault(key, term)


def _finding(what: str, file: str, line: int, reason: str, hint: str) -> Finding:
    return Finding(id=f"glossary.{what}", file=file, line=line, reason=reason, hint=hint)

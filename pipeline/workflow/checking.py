"""Check: what is wrong with translations as they stand, kept by content so that nothing is judged twice."""

import json
from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from pipeline import locales, store
from pipeline.articles.messages import template
from pipeline.errors import MachineError
from pipeline.model import Catalogue, Finding, Locale, Severity, Span
from pipeline.workflow.project import Project, digest, program_digest, read_bytes, read_glossary

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.checks import Context, Term


def checked(project: Project, article: "Article", held: Catalogue, locale: Locale) -> tuple[Finding, ...]:
    """Return what the checks say of every translated message of an edition, drafts included."""
    if locale.pseudo:
        return ()
    texts = [
        (entry.key, entry.msgstr, entry.line) for entry in held.entries if not entry.obsolete and entry.msgstr
    ]
    key = digest([program_digest(), article.digest, locale.tag, _glossary_bytes(project), repr(texts)])
    path = project.cache / "findings" / f"{key}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return tuple(_finding(data) for data in json.loads(path.read_text("utf-8")))
    found = _run(project, article, held, locale)
    with suppress(MachineError):
        # It only saves time: in a folder that may not be written to, or on a full disk, all else goes on.
        store.write_atomic(path, json.dumps([asdict(each) for each in found], ensure_ascii=False).encode())
    return found


def _glossary_bytes(project: Project) -> bytes:
    return read_bytes(project.glossary_path) if project.glossary_path.exists() else b""


def _run(project: Project, article: "Article", held: Catalogue, locale: Locale) -> tuple[Finding, ...]:
    from pipeline.checks import Pair, check_pair

    context = _context(project, article, locale)
    entries = {entry.key: entry for entry in held.entries if not entry.obsolete}
    file = project.named(project.catalogue_path(locale.tag, article.name))
    found: list[Finding] = []
    for message in template(article).messages:
        entry = entries.get(message.key)
        if entry is None or not entry.msgstr:
            continue
        pair = Pair(
            source=message.msgid,
            target=entry.msgstr,
            source_locale=locales.locale(project.settings.source_locale),
            target_locale=locale,
            kind=message.kind,
            msgctxt=message.msgctxt,
            context=context,
        )
        found.extend(_placed(finding, file, entry.line) for finding in check_pair(pair))
    return tuple(found)


def _placed(finding: Finding, file: str, line: int) -> Finding:
    return replace(finding, file=file, line=line or None)


def _context(project: Project, article: "Article", locale: Locale) -> "Context":
    from pipeline.checks import Context

    references = {label.lower(): target for label, (target, _) in article.tree.references.items()}
    return Context(source_references=references, glossary=_terms(project, locale))


def _terms(project: Project, locale: Locale) -> "tuple[Term, ...]":
    """Return the glossary's terms as the checks want them."""
    from pipeline.checks import Term

    found = []
    for term in read_glossary(project).terms:
        target = term.target(locale.tag)
        found.append(
            Term(
                source=term.term,
                target=target.text if target else "",
                do_not_translate=term.do_not_translate,
                case_sensitive=term.case_sensitive,
            )
        )
    return tuple(found)


def _finding(data: dict[str, Any]) -> Finding:
    values = {**data, "severity": Severity(data["severity"])}
    for name in ("source_spans", "target_spans"):
        values[name] = tuple(Span(**span) for span in data[name])
    return Finding(**values)

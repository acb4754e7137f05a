"""Check: what is wrong with translations as they stand, kept by content so that nothing is judged twice."""

import datetime
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import locales, store
from pipeline.articles.messages import template
from pipeline.errors import MachineError
from pipeline.model import Catalogue, Entry, Finding, Locale, MessageKey, Severity, Span
from pipeline.workflow.project import Project, decoded, digest, program_digest, read_bytes, read_glossary

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.checks import Claim, Context, Pair, Term


def checked(
    project: Project,
    article: "Article",
    held: Catalogue,
    locale: Locale,
    approved: frozenset[MessageKey] | None = None,
) -> tuple[Finding, ...]:
    """Return what the checks say of every translated message of an edition, drafts included.

    `approved` are the messages whose text is approved, for disclaimers that must be.
    """
    if locale.pseudo:
        return ()
    texts = [(entry.key, entry.msgstr, entry.obsolete, entry.flags, entry.line) for entry in held.entries]
    claims = _bytes(project.claims_path)
    parts: list[bytes | str] = [
        program_digest(),
        article.digest,
        locale.tag,
        _bytes(project.glossary_path),
        repr((held.header, texts)),
    ]
    if claims:
        # Claims expire by date, and their disclaimers must be approved.
        parts += [claims, datetime.date.today().isoformat(), repr(sorted(approved or (), key=repr))]
    path = project.cache / "findings" / f"{digest(parts)}.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        return tuple(_finding(data) for data in json.loads(path.read_text("utf-8")))
    found = _run(project, article, held, locale, approved)
    with suppress(MachineError):
        # It only saves time: in a folder that may not be written to, or on a full disk, all else goes on.
        store.write_atomic(path, json.dumps([asdict(each) for each in found], ensure_ascii=False).encode())
    return found


def checked_source(project: Project, article: "Article") -> tuple[Finding, ...]:
    """Return what an article's author should know of its texts."""
    from pipeline.checks import check_source

    messages = template(article).messages
    lines = {message.key: message.line for message in messages}
    found = check_source(messages, locales.locale(project.settings.source_locale))
    return tuple(_placed(each, article.file, lines.get((each.msgctxt, each.msgid), 0)) for each in found)


def _bytes(path: Path) -> bytes:
    return read_bytes(path) if path.exists() else b""


def _run(
    project: Project,
    article: "Article",
    held: Catalogue,
    locale: Locale,
    approved: frozenset[MessageKey] | None,
) -> tuple[Finding, ...]:
    from pipeline.checks import Bitext, check_edition, check_pair

    entries = {entry.key: entry for entry in held.entries if not entry.obsolete}
    messages = template(article)
    pairs = _pairs(project, article, entries, locale)
    bitext = Bitext(
        article=article.name,
        pairs=pairs,
        catalogue=held,
        template=messages,
        claims=_claims(project),
        today=datetime.date.today(),
        approved=approved,
    )
    # A message that the catalogue lacks is untranslated, which its state says already.
    whole = (finding for finding in check_edition(bitext) if finding.id != "catalogue.missing")
    found = [*(finding for pair in pairs for finding in check_pair(pair)), *whole]
    file = project.named(project.catalogue_path(locale.tag, article.name))
    lines = {key: entry.line for key, entry in entries.items()}
    return tuple(_placed(each, file, lines.get((each.msgctxt, each.msgid), 0)) for each in found)


def _pairs(
    project: Project, article: "Article", entries: Mapping[MessageKey, Entry], locale: Locale
) -> "tuple[Pair, ...]":
    from pipeline.checks import Pair

    context = _context(project, article, locale)
    source = locales.locale(project.settings.source_locale)
    return tuple(
        Pair(
            source=message.msgid,
            target=entries[message.key].msgstr if message.key in entries else "",
            source_locale=source,
            target_locale=locale,
            kind=message.kind,
            msgctxt=message.msgctxt,
            context=context,
        )
        for message in template(article).messages
    )


def _claims(project: Project) -> "tuple[Claim, ...]":
    from pipeline.checks import claims

    path = project.claims_path
    return (
        claims.parse(decoded(_bytes(path), project.named(path)), project.named(path)) if path.exists() else ()
    )


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

"""Terms: look over the glossary, suggest what it lacks, and exchange it with other tools as TBX."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import articles, glossary, store, terminology
from pipeline.errors import InputError
from pipeline.exchange import chunks
from pipeline.model import Finding
from pipeline.workflow.project import (
    Progress,
    Project,
    decoded,
    read_articles,
    read_bytes,
    read_glossary,
    silent,
)

if TYPE_CHECKING:
    from pipeline.terminology import Merged, Suggestion


def check(project: Project) -> tuple[Finding, ...]:
    """Return what the glossary lacks, and what of it no article needs.

    Raises `InputError` with everything that is wrong in the file.
    """
    terms, file = read_glossary(project), project.named(project.glossary_path)
    settings = project.settings
    unused = terminology.unused(terms, _messages(project), settings.source_locale, file)
    return (*terminology.lacking(terms, settings.locales, file), *unused)


def suggest(project: Project, *, least: int) -> "tuple[Suggestion, ...]":
    """Return groups of words that come up at least `least` times in the articles and are no terms yet."""
    source = project.settings.source_locale
    return terminology.suggest(_messages(project), read_glossary(project), least=least, locale=source)


def import_terms(project: Project, path: Path, *, progress: Progress = silent) -> "Merged":
    """Take the terms of a TBX file into the glossary; what stands there already stays as it is.

    Raises `InputError` for a file that is no TBX, or has no term in the source's language.
    """
    from pipeline.exchange import tbx

    source = project.settings.source_locale
    found = tbx.read(chunks(path), source, file=str(path))
    if not found.terms:
        reason, hint = f"there are no terms in {source}", "its entries need one, in `xml:lang`"
        raise InputError(Finding(id="exchange.empty", reason=reason, hint=hint, file=str(path)))
    with store.lock(project.root, "glossary", doing="importing terms", on_wait=progress):
        held = project.glossary_path
        text = decoded(read_bytes(held), project.named(held)) if held.exists() else ""
        done = terminology.merged(read_glossary(project), found, str(path))
        store.write_if_changed(held, glossary.write(done.glossary, like=text).encode())
    return done


def export_terms(project: Project) -> Iterator[str]:
    """Yield the glossary as TBX, piece by piece."""
    from pipeline.exchange import tbx

    return tbx.write(read_glossary(project), project.settings.source_locale)


def _messages(project: Project) -> Sequence[str]:
    return [
        message.msgid for article in read_articles(project) for message in articles.template(article).messages
    ]

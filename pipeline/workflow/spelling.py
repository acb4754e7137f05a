"""Spelling: what the dictionaries of this machine do not know of an article's or an edition's words.

For information only.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import hunspell, locales
from pipeline.articles.messages import template
from pipeline.model import Catalogue, Finding, Locale, LocaleTag
from pipeline.workflow.checking import pairs_of
from pipeline.workflow.kept import Kept
from pipeline.workflow.project import Project, decoded, digest, program_digest, read_bytes, read_glossary

if TYPE_CHECKING:
    from pipeline.articles import Article


def misspelt(project: Project, article: "Article", held: Catalogue, locale: Locale) -> tuple[Finding, ...]:
    """Return the words of an edition that no dictionary, glossary or word list knows, each once.

    Nothing where the settings want no spelling or the locale has no dictionary here. Raises `InputError`
    for a word list that is not UTF-8.
    """
    speller = hunspell.speller(locale.tag) if project.settings.checks.spelling else None
    if speller is None or locale.pseudo:
        return ()
    from pipeline.checks import check_spelling

    words = known_words(project, locale.tag)
    pairs = pairs_of(project, article, held, locale)
    texts = [(pair.source, pair.target, pair.context.glossary) for pair in pairs]
    kept = Kept(project.cache / "spelling" / locale.tag / f"{article.name}.json")
    key = digest([program_digest(), speller.identity, repr(words), repr(texts)])
    found = kept.findings(key, lambda: check_spelling(pairs, speller.unknown, words))
    kept.save()
    file = project.named(project.catalogue_path(locale.tag, article.name))
    lines = {entry.key: entry.line for entry in held.entries if not entry.obsolete}
    return tuple(
        replace(each, file=file, line=lines.get((each.msgctxt, each.msgid)) or None) for each in found
    )


def misspelt_source(project: Project, article: "Article") -> tuple[Finding, ...]:
    """Return the words of an article itself that no dictionary, glossary or word list knows, each once.

    Nothing where `misspelt` says nothing. Raises `InputError` for a word list that is not UTF-8.
    """
    locale = locales.locale(project.settings.source_locale)
    speller = hunspell.speller(locale.tag) if project.settings.checks.spelling else None
    if speller is None:
        return ()
    from pipeline.checks import check_source_spelling

    words = known_words(project, locale.tag)
    terms = tuple(term.term for term in read_glossary(project).terms)
    messages = template(article).messages
    texts = [(message.key, message.kind) for message in messages]
    kept = Kept(project.cache / "spelling" / locale.tag / f"{article.name}.json")
    key = digest([program_digest(), speller.identity, repr(words), repr(terms), repr(texts)])
    found = kept.findings(key, lambda: check_source_spelling(messages, locale, speller.unknown, words, terms))
    kept.save()
    lines = {message.key: message.line for message in messages}
    return tuple(
        replace(each, file=article.file, line=lines.get((each.msgctxt, each.msgid)) or None) for each in found
    )


def known_words(project: Project, tag: LocaleTag) -> tuple[str, ...]:
    """Read the project's own words, `locales/words/<locale>.txt`: one a line, `#` begins a note."""
    path = project.words_path(tag)
    text = decoded(read_bytes(path), project.named(path)) if path.exists() else ""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(sorted({line for line in lines if line}))


def unchecked(project: Project, chosen: Sequence[LocaleTag]) -> tuple[Locale, ...]:
    """Return those of the `chosen` locales, of all where none is chosen, that lack a dictionary here.

    Languages that do not space their words have none anywhere.
    """
    if not project.settings.checks.spelling:
        return ()
    tags = chosen or (project.settings.source_locale, *project.settings.locales)
    found = [locales.locale(tag) for tag in dict.fromkeys(tags) if hunspell.speller(tag) is None]
    return tuple(each for each in found if not each.pseudo and each.script not in _UNSPACED)


_UNSPACED = frozenset({"Hans", "Hant", "Jpan", "Thai", "Laoo", "Khmr", "Mymr"})

"""Check: what is wrong with articles and translations as they stand. Nothing is judged twice."""

import datetime
import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import locales
from pipeline.articles import links
from pipeline.articles.links import LinkKind
from pipeline.articles.localization import render, source
from pipeline.articles.messages import template
from pipeline.model import Catalogue, Finding, Locale, LocaleTag, MessageKey
from pipeline.workflow.kept import Kept
from pipeline.workflow.project import (
    Project,
    article_names,
    decoded,
    digest,
    program_digest,
    read_article,
    read_bytes,
    read_glossary,
)

if TYPE_CHECKING:
    from pipeline.articles import Article
    from pipeline.checks import Bitext, Claim, Context, Pair, Term

_ID = re.compile(r"<[^<>]*?\sid=\"([^\"]*)\"")


def checked(
    project: Project,
    article: "Article",
    held: Catalogue,
    locale: Locale,
    approved: frozenset[MessageKey] | None = None,
) -> tuple[Finding, ...]:
    """Return what the checks say of every translated message of an edition, drafts included.

    `approved` are the messages whose text is approved, for disclaimers that must be. A message is
    judged anew only where its texts, the terms, the settings or the program changed.
    """
    if locale.pseudo:
        return ()
    from pipeline.checks import check_edition

    pairs = pairs_of(project, article, held, locale)
    kept = Kept(_kept_path(project, locale.tag, article))
    base = digest([program_digest(), locale.tag, *(_canonical(pairs[0].context) if pairs else ())])
    found = list(_of_pairs(kept, base, [pair for pair in pairs if pair.target]))
    whole = _whole_key(project, article, held, base, approved)
    found += kept.findings(whole, lambda: check_edition(_bitext(project, article, held, pairs, approved)))
    kept.save()
    file = project.named(project.catalogue_path(locale.tag, article.name))
    lines = {entry.key: entry.line for entry in held.entries if not entry.obsolete}
    # A message that the catalogue lacks is untranslated, which its state says already.
    return tuple(_placed(each, file, lines) for each in found if each.id != "catalogue.missing")


def _of_pairs(kept: Kept, base: str, pairs: "Sequence[Pair]") -> Iterator[Finding]:
    """Yield what is found of messages, in order; those that are not kept are judged together."""
    from pipeline.checks import check_pairs

    keys = [digest([base, pair.kind, repr(pair.msgctxt), pair.source, pair.target]) for pair in pairs]
    known = [kept.known(key) for key in keys]
    judged = iter(check_pairs([pair for pair, found in zip(pairs, known, strict=True) if found is None]))
    for key, found in zip(keys, known, strict=True):
        yield from kept.keep(key, next(judged)) if found is None else found


def checked_source(project: Project, article: "Article", *, thorough: bool = True) -> tuple[Finding, ...]:
    """Return what an article's author should know of its texts, and links to sections that are not there.

    Unless `thorough`, only what is about the article as a whole.
    """
    from pipeline.checks import check_article, check_source

    own, locale = project.settings.source_locale, locales.locale(project.settings.source_locale)
    messages = template(article).messages
    kept = Kept(_kept_path(project, own, article))
    found: list[Finding] = []
    for message in messages if thorough else ():
        key = digest([program_digest(), own, message.kind, repr(message.msgctxt), message.msgid])
        found += kept.findings(
            key,
            lambda message=message: check_source([message], locale),  # type: ignore[misc]
        )
    if thorough:
        kept.save()
    found += check_article(messages, locale)
    found += _source_claims(project, article)
    lines = {message.key: message.line for message in messages}
    return tuple(_placed(each, article.file, lines) for each in (*found, *_dead_sections(project, article)))


def _source_claims(project: Project, article: "Article") -> tuple[Finding, ...]:
    """Return what the article itself may not claim in the markets of its own locale."""
    table = _claims(project)
    if not table:
        return ()
    from pipeline.checks import EDITION_CHECKS, Bitext, Pair, check_edition

    locale = locales.locale(project.settings.source_locale)
    pairs = tuple(
        Pair(
            source=message.msgid,
            target=message.msgid,
            source_locale=locale,
            target_locale=locale,
            kind=message.kind,
            msgctxt=message.msgctxt,
        )
        for message in template(article).messages
    )
    bitext = Bitext(
        article=article.name,
        pairs=pairs,
        claims=table,
        markets=project.settings.markets_for(locale.tag),
        today=datetime.date.today(),
    )
    return check_edition(bitext, [check for check in EDITION_CHECKS if check.id.startswith("claims.")])


def looked_at(project: Project, article: "Article", tag: LocaleTag) -> bool:
    """Whether the checks ran over an edition before, so that only what changed since is left to do."""
    return _kept_path(project, tag, article).exists()


def _kept_path(project: Project, tag: LocaleTag, article: "Article") -> Path:
    return project.cache / "findings" / tag / f"{article.name}.json"


def _canonical(context: "Context") -> Iterator[str]:
    """Yield what a context says, the same in every process: sets are sorted."""
    for each in fields(context):
        if not each.compare:
            continue  # A function is part of the program.
        value = getattr(context, each.name)
        yield repr(sorted(value) if isinstance(value, frozenset) else value)


def _whole_key(
    project: Project, article: "Article", held: Catalogue, base: str, approved: frozenset[MessageKey] | None
) -> str:
    """Return a digest of all that the checks of a whole edition look at."""
    texts = [
        (*entry.key, entry.msgstr, *entry.msgstr_plural, entry.flags, entry.obsolete)
        for entry in held.entries
    ]
    parts: list[bytes | str] = [base, article.digest, repr((held.header, texts))]
    claims = _bytes(project.claims_path)
    if claims:
        # Claims expire by date, and their disclaimers must be approved.
        markets = sorted(project.settings.markets_for(held.locale))
        parts += [claims, datetime.date.today().isoformat(), repr(approved and sorted(approved, key=repr))]
        parts += markets
    return digest(parts)


def _bitext(
    project: Project,
    article: "Article",
    held: Catalogue,
    pairs: "tuple[Pair, ...]",
    approved: frozenset[MessageKey] | None,
) -> "Bitext":
    from pipeline.checks import Bitext

    linked = any("#" in pair.target for pair in pairs)
    return Bitext(
        article=article.name,
        pairs=pairs,
        catalogue=held,
        template=template(article),
        claims=_claims(project),
        markets=project.settings.markets_for(held.locale),
        today=datetime.date.today(),
        approved=approved,
        ids=_sections(article) if linked else None,
    )


def _sections(article: "Article") -> frozenset[str]:
    """Return the anchors of an article's page; they are the source's in every edition."""
    page = render(article, source).html
    return frozenset(html.unescape(name) for name in _ID.findall(page))


def _dead_sections(project: Project, article: "Article") -> Iterator[Finding]:
    """Yield links to a section of this article, or of another, that is not there."""
    found: list[links.Link] = []
    sections: dict[str, frozenset[str]] = {}
    messages = template(article).messages
    targets = (target for target, _ in article.tree.references.values())
    if any("#" in text for text in (*(slot.text for slot in article.tree.slots), *targets)):
        render(article, source, finish=lambda root: found.extend(links.found(root)))
    for link in dict.fromkeys(found):
        name = article.name if link.kind is LinkKind.HERE else link.path
        if not link.fragment or link.kind not in (LinkKind.HERE, LinkKind.ARTICLE):
            continue
        if name not in sections:
            other = article if name == article.name else _other(project, name)
            sections[name] = _sections(other) if other else frozenset({link.fragment})
        if link.fragment not in sections[name]:
            yield Finding(
                id="source.anchor",
                reason=f"{name}.md has no section with the anchor #{link.fragment}",
                hint="correct the link, or give the heading that anchor: ## Heading {#anchor}",
                file=article.file,
                # One written as a reference stands elsewhere, and is told without its line.
                line=next((each.line for each in messages if link.target in each.msgid), None),
            )


def _other(project: Project, name: str) -> "Article | None":
    """Read another article; None where there is none, which the build tells as an error."""
    known = next((known for known in article_names(project) if known == name), None)
    return read_article(project, known) if known else None


def _bytes(path: Path) -> bytes:
    return read_bytes(path) if path.exists() else b""


def pairs_of(project: Project, article: "Article", held: Catalogue, locale: Locale) -> "tuple[Pair, ...]":
    """Return every message of an article beside its translation, as the checks want them."""
    from pipeline.checks import Pair

    entries = {entry.key: entry for entry in held.entries if not entry.obsolete}
    context = _context(project, article, locale)
    source_locale = locales.locale(project.settings.source_locale)
    return tuple(
        Pair(
            source=message.msgid,
            target=entries[message.key].msgstr if message.key in entries else "",
            source_locale=source_locale,
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


def _placed(finding: Finding, file: str, lines: Mapping[MessageKey, int]) -> Finding:
    line = lines.get((finding.msgctxt, finding.msgid))
    return replace(finding, file=file or finding.file, line=line or finding.line)


def _context(project: Project, article: "Article", locale: Locale) -> "Context":
    from pipeline.checks import Context
    from pipeline.render.clean import clean

    variants = project.settings.checks.links
    return Context(
        references={label.lower(): target for label, (target, _) in article.tree.references.items()},
        link_variants=frozenset(
            (address, own[locale.tag]) for address, own in variants.items() if locale.tag in own
        ),
        glossary=_terms(project, locale),
        temperature_conversion=project.settings.checks.temperature_conversion,
        clean=clean,
    )


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
                alternatives=target.alternatives if target else (),
                do_not_translate=term.do_not_translate,
                case_sensitive=term.case_sensitive,
            )
        )
    return tuple(found)

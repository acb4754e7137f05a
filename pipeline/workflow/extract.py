"""Extract: articles to templates, templates into catalogues. All is read before any is written."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import articles, catalogue, po, store
from pipeline.model import ArticleName, Catalogue, Entry, Finding, LocaleTag, Template
from pipeline.workflow.project import (
    Progress,
    Project,
    article_names,
    collect,
    edition_lock,
    files,
    read_article,
    read_catalogue,
    silent,
    targets,
)

if TYPE_CHECKING:
    from pipeline.articles import Article


@dataclass(frozen=True, kw_only=True, slots=True)
class Extracted:
    """What an extraction did."""

    messages: int
    """Messages of all templates together."""
    written: tuple[Path, ...]
    """The templates and catalogues that changed; all others were left untouched."""
    findings: tuple[Finding, ...]
    """What authors should know about their articles."""


def extract(
    project: Project, only: Container[ArticleName] | None = None, *, progress: Progress = silent
) -> Extracted:
    """Bring every template and catalogue up to date with the articles, or with those in `only`.

    Raises `InputError` with all that is wrong in settings, articles and catalogues; then nothing
    was written.
    """
    with store.lock(project.root, "catalogues", doing="extracting messages", on_wait=progress):
        names = article_names(project)
        chosen = [name for name in names if only is None or name in only]
        sources = collect(partial(read_article, project, name) for name in chosen)
        templates: dict[str, Template] = {article.name: articles.template(article) for article in sources}
        wanted = {
            tag: [article for article in sources if tag in targets(project, article)]
            for tag in project.settings.all_locales
        }
        plans = collect(partial(_plan_locale, project, tag, wanted[tag], templates, names) for tag in wanted)
        written = [path for article in sources if (path := _write_template(project, templates[article.name]))]
        updates = [update for plan in plans for update in plan]
        written.extend(path for each in updates if (path := _write_catalogue(project, each, progress)))
    return Extracted(
        messages=sum(len(template.messages) for template in templates.values()),
        written=tuple(written),
        findings=tuple(finding for article in sources for finding in article.tree.findings),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Update:
    """A catalogue that has to change, and all that its new content follows from."""

    locale: LocaleTag
    template: Template
    elsewhere: Sequence[Entry]
    old: Catalogue | None
    new: Catalogue


def _plan_locale(
    project: Project,
    tag: LocaleTag,
    sources: "Sequence[Article]",
    templates: Mapping[str, Template],
    names: Sequence[ArticleName],
) -> Sequence[_Update]:
    """Return the catalogues of a locale as they should be. What left one article may turn up in another."""
    held = collect(partial(read_catalogue, project, tag, article.name) for article in sources)
    vanished = [
        entry
        for article, old in zip(sources, held, strict=True)
        if old
        for entry in catalogue.vanished(templates[article.name], old)
    ]
    vanished += _orphans(project, tag, frozenset(names)) if sources else []
    plan = []
    for article, old in zip(sources, held, strict=True):
        template = templates[article.name]
        new = catalogue.update(template, old, locale=tag, elsewhere=vanished)
        if new != old:
            plan.append(_Update(locale=tag, template=template, elsewhere=vanished, old=old, new=new))
    return plan


def _write_catalogue(project: Project, update: _Update, progress: Progress) -> Path | None:
    """Write a catalogue under its edition's lock; what a person saved meanwhile is updated instead."""
    tag, article = update.locale, update.template.article
    with store.lock(project.root, edition_lock(tag, article), doing="updating a catalogue", on_wait=progress):
        held = read_catalogue(project, tag, article)
        new = update.new
        if held != update.old:
            new = catalogue.update(update.template, held, locale=tag, elsewhere=update.elsewhere)
        if new == held:
            return None
        path = project.catalogue_path(tag, article)
        return path if store.write_if_changed(path, po.write(new).encode()) else None


def _orphans(project: Project, tag: LocaleTag, known: frozenset[str]) -> list[Entry]:
    """Return the messages of catalogues whose article is gone: its paragraphs may have moved."""
    paths = files(project.catalogue_path(tag, ArticleName("x")).parent, "*.po")
    names = [ArticleName(path.stem) for path in paths if path.stem not in known and path.stem != "theme"]
    held = collect(partial(read_catalogue, project, tag, name) for name in names)
    return [entry for old in held if old for entry in old.entries]


def _write_template(project: Project, template: Template) -> Path | None:
    path = project.template_path(template.article)
    data = po.write_template(template, project=project.settings.brand.name).encode()
    return path if store.write_if_changed(path, data) else None

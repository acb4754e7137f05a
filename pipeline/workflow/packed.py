"""An indexed article as plain JSON data, and back."""

import datetime
from dataclasses import asdict, replace
from typing import Any, TypeVar

from pipeline import locales
from pipeline.articles.links import Link, LinkKind
from pipeline.model import Deed, Finding, LocaleTag, Review, Severity, State
from pipeline.render.site import Listed
from pipeline.workflow.gate import Verdict
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.summary import Waiting

T = TypeVar("T")


def pack(group: Group) -> dict[str, Any]:
    """Return a group as JSON data."""
    return {
        "article": group.article,
        "file": group.file,
        "content": group.content,
        "heading_ids": group.heading_ids,
        "links": [[each.target, each.kind.value, each.path, each.fragment] for each in group.links],
        "thorough": group.thorough,
        "settled": group.settled,
        "editions": [_pack(each) for each in group.editions],
    }


def unpack(data: dict[str, Any]) -> Group:
    """Read what `pack` made. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
    links = (Link(target, LinkKind(kind), path, part) for target, kind, path, part in data["links"])
    return Group(
        article=data["article"],
        file=data["file"],
        content=data["content"],
        heading_ids=tuple(data["heading_ids"]),
        links=tuple(links),
        thorough=data["thorough"],
        settled=data["settled"],
        editions=tuple(_unpack(each) for each in data["editions"]),
    )


def _pack(edition: Indexed) -> dict[str, Any]:
    listed = edition.listed
    return {
        "article": listed.article,
        "locale": listed.locale.tag,
        "source_locale": edition.source_locale.tag,
        "slug": listed.slug,
        "title": listed.title,
        "description": listed.description,
        "text_locale": listed.text_locale and listed.text_locale.tag,
        "date": listed.date and listed.date.isoformat(),
        "updated": listed.updated and listed.updated.isoformat(),
        "approved": listed.approved,
        "has_pdf": listed.has_pdf,
        "former_slugs": listed.former_slugs,
        "kind": [edition.source, edition.plain, edition.open, edition.left, edition.lapsed],
        "waiting": [asdict(each) for each in edition.waiting],
        "states": edition.states,
        "counts": [[int(state), count] for state, count in edition.counts.items()],
        "words": edition.words,
        "verdict": [edition.verdict.publish, edition.verdict.reasons],
        "findings": [asdict(each) for each in edition.findings],
        "found": [[severity.value, count] for severity, count in edition.found.items()],
        "drafted": dict(edition.drafted),
        "last": edition.last and edition.last.isoformat(),
        "deeds": [[one.day.isoformat(), one.actor, one.action, one.number] for one in edition.deeds],
        "heads": edition.heads,
        "reviews": [[each.role, each.date.isoformat(), each.name] for each in edition.reviews],
        "digest": edition.digest,
        "content": edition.content,
    }


def _unpack(data: dict[str, Any]) -> Indexed:
    source, plain, opened, left, lapsed = data["kind"]
    publish, reasons = data["verdict"]
    return Indexed(
        listed=_listed(data),
        source_locale=locales.locale(LocaleTag(data["source_locale"])),
        source=source,
        plain=plain,
        open=opened,
        left=left,
        lapsed=lapsed,
        waiting=tuple(
            Waiting(**{**each, "needs": tuple(each["needs"]), "errors": tuple(each["errors"])})
            for each in data["waiting"]
        ),
        states=data["states"],
        counts={State(state): count for state, count in data["counts"]},
        words=data["words"],
        verdict=Verdict(publish=publish, reasons=tuple(reasons)),
        findings=tuple(_finding(each) for each in data["findings"]),
        found={Severity(severity): count for severity, count in data["found"]},
        drafted=data["drafted"],
        last=_day(data["last"]),
        deeds=tuple(
            Deed(day=datetime.date.fromisoformat(day), actor=actor, action=action, number=number)
            for day, actor, action, number in data["deeds"]
        ),
        heads=tuple(data["heads"]),
        reviews=tuple(
            Review(role=role, date=datetime.date.fromisoformat(day), name=name)
            for role, day, name in data["reviews"]
        ),
        digest=data["digest"],
        content=data["content"],
    )


def _listed(data: dict[str, Any]) -> Listed:
    text_locale = data["text_locale"]
    return Listed(
        article=data["article"],
        locale=locales.locale(LocaleTag(data["locale"])),
        slug=data["slug"],
        title=data["title"],
        description=data["description"],
        text_locale=locales.locale(LocaleTag(text_locale)) if text_locale else None,
        date=_day(data["date"]),
        updated=_day(data["updated"]),
        approved=data["approved"],
        has_pdf=data["has_pdf"],
        former_slugs=tuple(data["former_slugs"]),
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def _finding(data: dict[str, Any]) -> Finding:
    # Those that are about no message have no spans in its texts.
    return Finding(**{**data, "severity": Severity(data["severity"]), "source_spans": (), "target_spans": ()})


class Sharing:
    """Lets what is equal in many editions be one value: most editions of a folder are in few conditions."""

    def __init__(self) -> None:
        """Begin knowing none."""
        self._known: dict[Any, Any] = {}

    def group(self, group: Group) -> Group:
        """Return the same group, made of values that others have too."""
        return replace(group, editions=tuple(map(self._edition, group.editions)))

    def _edition(self, edition: Indexed) -> Indexed:
        return replace(
            edition,
            states=self._one(edition.states, edition.states),
            counts=self._one(("counts", *edition.counts.items()), edition.counts),
            found=self._one(("found", *edition.found.items()), edition.found),
            drafted=self._one(("drafted", *edition.drafted.items()), edition.drafted),
            verdict=self._one(edition.verdict, edition.verdict),
            listed=self._listed(edition.listed),
        )

    def _listed(self, listed: Listed) -> Listed:
        texts = (listed.slug, listed.description)
        slug, description = (self._one(text, text) for text in texts)
        return replace(listed, slug=slug, description=description)

    def _one(self, key: Any, value: T) -> T:
        known: T = self._known.setdefault(key, value)
        return known

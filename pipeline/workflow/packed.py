"""An indexed article as a run holds it and as it is kept: packed, with the little that is asked of each.

Ten thousand articles in ten languages are looked at one by one. What a run holds of each is a few hundred
bytes an edition; whoever needs all of one unfolds it, and lets go of it again.
"""

import datetime
import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from pipeline import locales
from pipeline.articles.links import Link, LinkKind
from pipeline.model import ArticleName, Deed, Digest, Finding, LocaleTag, Review, Severity, State
from pipeline.render.site import Listed
from pipeline.workflow.gate import Verdict
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.project import digest
from pipeline.workflow.summary import Waiting

_SHORT = 32
"""Digits of a digest that tell two things of a folder apart, where nobody gains by a clash."""


class Place(NamedTuple):
    """What is asked of every edition in every run."""

    tag: LocaleTag
    slug: str
    publish: bool
    """Whether the gate lets it pass."""
    listed: str
    """A digest of all that other pages say of it."""
    digest: str
    """Of all that it is made of."""
    counts: Mapping[str, int]
    """How many messages are in each state, by its number; absent means none."""
    words: int
    reasons: tuple[str, ...]
    few: bool
    """Whether the messages that it waits for are told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Folded:
    """An article with all its editions, packed."""

    article: ArticleName
    digest: Digest
    """Of all that is packed."""
    thorough: bool
    """Whether all checks ran."""
    settled: bool
    """Whether an extraction is known to leave its catalogues as they are."""
    open: bool
    """Whether any edition has messages that wait for a first translation."""
    left: bool
    """Whether any catalogue has translations of messages that the article no longer has."""
    found: bool
    """Whether anything was found that is about no message."""
    lapsed: bool
    """Whether texts of an edition were approved that are not there any more."""
    heads: str
    """A digest of the heads of all feeds; empty where there are none."""
    last: str
    """The day of the newest deed that is told; empty where there is none."""
    links: tuple[Link, ...]
    _places: str
    _data: bytes

    @property
    def file(self) -> str:
        """The article's file."""
        return f"source/{self.article}.md"

    @property
    def places(self) -> list[Place]:
        """What is asked of its editions, the source's first."""
        return list(map(Place._make, json.loads(self._places)))

    def unfold(self) -> Group:
        """Return all of it."""
        data = json.loads(zlib.decompress(self._data))
        return unpack(data, thorough=self.thorough, settled=self.settled)

    def dump(self) -> tuple[str, bytes]:
        """Return it as text and data to be kept."""
        links = [[each.target, each.kind.value, each.path, each.fragment] for each in self.links]
        flags = [self.thorough, self.settled, self.open, self.left, self.found, self.lapsed]
        head = [self.article, self.digest, flags, self.heads, self.last, links, self._places]
        return json.dumps(head, ensure_ascii=False), self._data


def load(head: str, data: bytes) -> Folded:
    """Read what `Folded.dump` made. Raises `TypeError` or `ValueError` for anything else."""
    article, total, flags, heads, last, links, places = json.loads(head)
    thorough, settled, opened, left, found, lapsed = flags
    return Folded(
        article=article,
        digest=total,
        thorough=thorough,
        settled=settled,
        open=opened,
        left=left,
        found=found,
        lapsed=lapsed,
        heads=heads,
        last=last,
        links=_links(tuple(map(tuple, links))),
        _places=places,
        _data=data,
    )


@lru_cache(maxsize=1024)
def _links(links: tuple[tuple[str, str, str, str], ...]) -> tuple[Link, ...]:
    """Return links, one value for all articles that have the same."""
    return tuple(Link(target, LinkKind(kind), path, part) for target, kind, path, part in links)


def fold(group: Group) -> Folded:
    """Return a group as a run holds it."""
    whole = json.dumps(pack(group), ensure_ascii=False, separators=(",", ":")).encode()
    editions = group.editions
    heads = [each.heads for each in editions]
    return Folded(
        article=group.article,
        digest=digest([whole]),
        thorough=group.thorough,
        settled=group.settled,
        open=group.open,
        left=group.left,
        found=any(each.findings for each in editions),
        lapsed=any(each.lapsed for each in editions),
        heads=digest([repr(heads)]) if any(heads) else "",
        last=max((one.day.isoformat() for each in editions for one in each.deeds), default=""),
        links=group.links,
        _places=json.dumps([_place(each) for each in editions], ensure_ascii=False, separators=(",", ":")),
        _data=zlib.compress(whole, 1),
    )


def _place(edition: Indexed) -> Place:
    return Place(
        tag=edition.locale.tag,
        slug=edition.listed.slug,
        publish=edition.verdict.publish,
        listed=digest([repr(edition.listed)])[:_SHORT],
        digest=edition.digest[:_SHORT],
        counts={str(int(state)): count for state, count in edition.counts.items()},
        words=edition.words,
        reasons=edition.verdict.reasons,
        few=bool(edition.waiting),
    )


def pack(group: Group) -> dict[str, Any]:
    """Return as JSON data what a group says of its article."""
    return {
        "article": group.article,
        "file": group.file,
        "content": group.content,
        "heading_ids": group.heading_ids,
        "links": [[each.target, each.kind.value, each.path, each.fragment] for each in group.links],
        "editions": [_pack(each) for each in group.editions],
    }


def unpack(data: dict[str, Any], *, thorough: bool, settled: bool) -> Group:
    """Read what `pack` made. Raises `KeyError`, `TypeError` or `ValueError` for anything else."""
    links = (Link(target, LinkKind(kind), path, part) for target, kind, path, part in data["links"])
    return Group(
        article=data["article"],
        file=data["file"],
        content=data["content"],
        heading_ids=tuple(data["heading_ids"]),
        links=tuple(links),
        thorough=thorough,
        settled=settled,
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

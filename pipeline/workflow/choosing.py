"""What is to stand in an output: of each article the editions that the gate lets pass, or that stay."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from pipeline.articles.edition import live as entries_of
from pipeline.errors import InputError
from pipeline.model import Edition, Entry, Finding
from pipeline.render.site import Listed, SiteKind
from pipeline.workflow import gate, index, pending
from pipeline.workflow.index import Group, Indexed
from pipeline.workflow.packed import Folded
from pipeline.workflow.project import Project, digest
from pipeline.workflow.record import Record

EditionKey = tuple[str, str]
"""Article and locale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An edition that is to stand in an output."""

    candidate: Indexed | None
    """As it is now; None for an edition that stays as it was last approved."""
    same: bool
    """Whether the record has it as it is now."""
    edition: Edition | None
    """As it was last approved, of an edition that stays so; else None."""
    entries: tuple[Entry, ...] | None
    """The approved texts that it prints; none for a source edition and in a preview. None where the record
    has them, or where they have to be read yet."""
    digest: str
    """Of all that it is made of."""
    listed: Listed


class Shown(NamedTuple):
    """What the plan asks of an edition that is to stand."""

    tag: str
    slug: str
    listed: str
    """A digest of all that other pages say of it."""
    digest: str
    """Of all that it is made of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What of an article is to stand in an output."""

    told: str
    """Its editions, in few bytes: there may be as many as there are articles."""
    standings: Mapping[EditionKey, Standing] | None
    """All of them, where one stays as it was last approved; else they are found when they are needed."""

    @property
    def shown(self) -> list[Shown]:
        """What the plan asks of its editions."""
        return [Shown(*each.split("\t")) for each in self.told.split("\n")] if self.told else []

    def staying(self) -> Iterator[tuple[EditionKey, Edition]]:
        """Yield the editions that stay as they were last approved."""
        for which, standing in (self.standings or {}).items():
            if standing.candidate is None and standing.edition is not None:
                yield which, standing.edition


def choose(
    project: Project, groups: Sequence[Folded], kind: SiteKind, held: Record
) -> tuple[dict[str, Choice], tuple[str, ...]]:
    """Choose the editions of an output; the second value names those that the gate withdraws."""
    choices: dict[str, Choice] = {}
    withdrawn: list[str] = []
    for each in groups:
        places = each.places
        shown = [one for one in places if kind is SiteKind.PREVIEW or one.publish]
        standings = None
        if len(shown) < len(places) and any(
            (each.article, one.tag) in held.published for one in places if not one.publish
        ):
            chosen, gone = _judged(project, each.unfold(), held)
            withdrawn += gone
            standings = chosen if any(one.candidate is None for one in chosen.values()) else None
        told: Iterable[Shown] = (Shown(one.tag, one.slug, one.listed, one.digest) for one in shown)
        if standings is not None:
            told = (
                Shown(
                    tag, one.listed.slug, digest([repr(one.listed)]), digest([one.digest, repr(one.edition)])
                )
                for (_, tag), one in standings.items()
            )
        choices[each.article] = Choice(told="\n".join(map("\t".join, told)), standings=standings)
    return choices, tuple(withdrawn)


def _judged(project: Project, group: Group, held: Record) -> tuple[dict[EditionKey, Standing], list[str]]:
    """Choose the editions of an article of which some stand in the site and are not published as they are."""
    chosen: dict[EditionKey, Standing] = {}
    withdrawn = []
    for candidate in group.editions:
        which = (candidate.article, candidate.locale.tag)
        if candidate.verdict.publish:
            chosen[which] = standing_of(candidate, SiteKind.SITE, held)
        elif which in held.published:
            before = held.published[which]
            keep = not project.settings.policy.withdraw_on_change
            if keep and _still_stands(project, candidate, before.entries):
                names = project.settings.policy.names
                edition = before.edition if names else pending.anonymous(before.edition)
                chosen[which] = Standing(
                    candidate=None,
                    same=False,
                    edition=edition,
                    entries=before.entries,
                    digest=before.digest,
                    listed=listed_before(project, edition),
                )
            else:
                withdrawn.append(f"{candidate.locale.bcp47}/{candidate.article}")
    return chosen, withdrawn


def standing_of(candidate: Indexed, kind: SiteKind, held: Record) -> Standing:
    """Return an edition that is to stand as it is now."""
    which = (candidate.article, candidate.locale.tag)
    return Standing(
        candidate=candidate,
        same=held.published.digest(which) == candidate.digest,
        edition=None,
        entries=() if kind is SiteKind.PREVIEW or candidate.plain else None,
        digest=candidate.digest,
        listed=candidate.listed,
    )


def _still_stands(project: Project, candidate: Indexed, entries: Sequence[Entry]) -> bool:
    whole = index.whole(project, candidate, thorough=True)
    if gate.forbidden(None if candidate.plain else entries, whole.findings):
        return False
    return candidate.plain or (whole.history is not None and gate.still_stands(entries, whole.history))


def listed_before(project: Project, edition: Edition) -> Listed:
    """Return an edition that stays as it was last approved, as other pages speak of it."""
    description = edition.fields.get("description")
    return Listed(
        article=edition.article,
        locale=edition.locale,
        slug=edition.slug,
        title=edition.title,
        description=description.value if description else "",
        date=edition.date,
        updated=edition.updated,
        approved=True,
        has_pdf=project.settings.pdf,
    )


def refuse_clashes(
    project: Project, standings: Callable[[str], Mapping[EditionKey, Standing]], choices: Mapping[str, Choice]
) -> None:
    """Refuse two editions at one address."""
    counts = Counter((one.tag, one.slug) for each in choices.values() for one in each.shown)
    if len(counts) == counts.total():
        return
    by_address: dict[tuple[str, str], list[Standing]] = {at: [] for at, count in counts.items() if count > 1}
    for article, each in choices.items():
        if any(one[:2] in by_address for one in each.shown):
            for (_, tag), standing in standings(article).items():
                if (tag, standing.listed.slug) in by_address:
                    by_address[tag, standing.listed.slug].append(standing)
    findings: dict[tuple[str, int | None], Finding] = {}
    for same in by_address.values():
        listed = same[0].listed
        file, line = next(
            filter(None, map(partial(_slug_place, project), same[::-1])), _slug_of_source(same[-1])
        )
        finding = Finding(
            id="edition.slug",
            reason=f"{' and '.join(each.listed.article for each in same)} have the same slug in "
            f"{listed.locale.bcp47}: {listed.slug}",
            hint="give one of them another slug, in its front matter or in its catalogue",
            file=file,
            line=line,
        )
        # Editions without a slug of their own take their source's, which needs to be told once.
        findings.setdefault((file, line), finding)
    raise InputError(findings.values())


def _slug_place(project: Project, standing: Standing) -> tuple[str, int | None] | None:
    """Return the catalogue and the line in which an edition has a slug of its own; None if it has none."""
    if standing.candidate is None or standing.candidate.source:
        return None
    candidate = index.whole(project, standing.candidate)
    entries = entries_of(candidate.catalogue) if candidate.catalogue else {}
    entry = entries.get(("slug", candidate.article.front.slug))
    if entry is None or not entry.msgstr:
        return None
    return f"locales/{standing.listed.locale.tag}/LC_MESSAGES/{standing.listed.article}.po", entry.line


def _slug_of_source(standing: Standing) -> tuple[str, int | None]:
    return f"source/{standing.listed.article}.md", 1

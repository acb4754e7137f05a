"""What a build tells of itself: a row for each edition. Plain values, so that they can be kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.model import Finding

FEW = 10
"""So many messages that an edition waits for are told in the summary; `pipeline status` tells all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """A message that keeps its edition out of the site."""

    id: str
    """Its short id."""
    msgctxt: str | None
    msgid: str
    state: str
    """Its state's label."""
    needs: Sequence[str]
    """Roles that still have to approve the text."""
    errors: Sequence[str]
    """What checks found and nobody dismissed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One edition in the summary."""

    article: str
    locale: str
    """BCP 47."""
    messages: int
    states: Mapping[str, int]
    """Messages in each state, by its label; absent means none."""
    words: int
    published: bool
    """Whether it stands in the site, as it is now or as it was last approved."""
    status: str
    """In a word: `published`, `update pending`, `withdrawn`, `preview`."""
    reasons: tuple[str, ...]
    """Why it is not published as it is now."""
    page: str
    """The page to open, relative to the content folder."""
    waiting: Sequence[Waiting] = ()
    """The messages that it waits for, where they are few."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did."""

    rows: tuple[Row, ...]
    rendered: int
    """Editions that were rendered; all others stood as they should."""
    changed: bool
    """Whether any file of the output changed."""
    withdrawn: tuple[str, ...]
    """Editions that stood in the site and no longer do, as `locale/article`."""
    findings: tuple[Finding, ...]
    """About articles and feeds; `check` tells those about messages."""

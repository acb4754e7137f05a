"""A small world for the ledger's tests: an edition, its people, and histories without files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from pipeline.ledger.events import Action, Event, forms, short_id, subject_of
from pipeline.ledger.feed import Feed, extend, verify
from pipeline.ledger.history import History, history, news
from pipeline.ledger.policy import Policy, Reviewer
from pipeline.model import ArticleName, Entry, LocaleTag

LOCALE = LocaleTag("es")
ARTICLE = ArticleName("hyperbaric-oxygen")
NOON = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)

ENTRY = Entry(msgid="Do not exceed 2.4 bar.", msgstr="No supere 2,4 bar.")

POLICY = Policy(
    reviewers={
        "linguist": Reviewer(name="linguist", roles=("linguist",)),
        "second-linguist": Reviewer(name="second-linguist", roles=("linguist",)),
        "physician": Reviewer(name="physician", roles=("medical",)),
        "both": Reviewer(name="both", roles=("linguist", "medical")),
        "french-linguist": Reviewer(name="french-linguist", roles=("linguist",), locales=(LocaleTag("fr"),)),
    }
)
MEDICAL = replace(POLICY, require=("linguist", "medical"))


def event(actor: str, action: Action | str, entry: Entry = ENTRY, **more: Any) -> Event:
    """An event of `actor` on the text of `entry`, at noon."""
    action = Action(action)
    if action is Action.APPROVE:
        more = {"role": "linguist", "authors": ()} | more
    if action is Action.DRAFT:
        more = {"engine": "apertium 3.8", "text": forms(entry)} | more
    if action is Action.EDIT:
        more = {"text": forms(entry)} | more
    more = {
        "subject": subject_of(LOCALE, ARTICLE, entry),
        "message": short_id(entry.key),
        "msgctxt": entry.msgctxt,
        "time": NOON,
    } | more
    return Event(actor=actor, action=action, **more)


def feed_bytes(actor: str, events: Sequence[Event]) -> bytes:
    """The feed of `actor` with these events."""
    data, _ = extend(read(actor, b""), events)
    return data


def read(actor: str, data: bytes) -> Feed:
    """Verify a feed of the edition."""
    return verify(data, locale=LOCALE, article=ARTICLE, actor=actor, file=f"ledger/{actor}.jsonl")


def feeds_of(events: Iterable[Event]) -> list[Feed]:
    """Append each event to its actor's feed, in turn, as if all stood at one desk."""
    data: dict[str, bytes] = {}
    for each in events:
        feeds = [read(actor, content) for actor, content in data.items()]
        own = read(each.actor, data.get(each.actor, b""))
        more, _ = extend(own, [replace(each, seen=news(feeds, each.actor))])
        data[each.actor] = data.get(each.actor, b"") + more
    return [read(actor, content) for actor, content in data.items()]


def past(*events: Event, policy: Policy = POLICY, **more: Any) -> History:
    """The history in which just that happened."""
    return join(feeds_of(events), policy, **more)


def join(feeds: Iterable[Feed], policy: Policy = POLICY, **more: Any) -> History:
    """The history of the edition with these feeds."""
    return history(feeds, locale=LOCALE, article=ARTICLE, policy=policy, **more)


def written_by(*authors: str, entry: Entry = ENTRY) -> Mapping[str, Any]:
    """What git and the header say, as `past` takes it."""
    return {"witnesses": {entry.key: authors}}


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
"""Any Unicode, control characters, combining marks and all."""

ENTRIES = st.builds(
    lambda msgid, msgstr, msgctxt: Entry(msgid=msgid, msgstr=msgstr, msgctxt=msgctxt),
    TEXTS,
    TEXTS.filter(str.strip),
    st.none() | TEXTS,
)

FEW = [ENTRY, replace(ENTRY, msgstr="No supere 2,5 bar."), Entry(msgid="Oxygen", msgstr="Oxígeno")]
"""Few enough texts that random histories meet on them."""


@st.composite
def happenings(draw: st.DrawFn) -> Event:
    """Anything that anybody may do to one of the `FEW` texts."""
    entry = draw(st.sampled_from(FEW))
    action = draw(st.sampled_from([a for a in Action if a is not Action.DRAFT]))
    actor = draw(st.sampled_from([*POLICY.reviewers, "translator"]))
    if draw(st.integers(0, 9)) == 0:
        return event("apertium", Action.DRAFT, entry)
    more = {"role": draw(st.sampled_from(["linguist", "medical"]))} if action is Action.APPROVE else {}
    return event(actor, action, entry, reason=draw(st.sampled_from(["", "unclear"])), **more)

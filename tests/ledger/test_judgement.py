"""Whose approval counts for which text."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ledger.events import Action, Event
from pipeline.ledger.judgement import judge, objection, usable_roles
from pipeline.model import ArticleName, Digest, LocaleTag
from tests.ledger.world import (
    ARTICLE,
    ENTRIES,
    ENTRY,
    FEW,
    LOCALE,
    MEDICAL,
    POLICY,
    TEXTS,
    event,
    feeds_of,
    happenings,
    join,
    past,
    written_by,
)


def test_nobody_spoke_so_a_linguist_is_missing() -> None:
    verdict = judge(ENTRY, past())
    assert not verdict.approved
    assert verdict.missing == ("linguist",)


def test_a_linguist_approves() -> None:
    approval = event("linguist", "approve")
    verdict = judge(ENTRY, past(event("apertium", "draft"), approval))
    assert verdict.approved
    assert [each.actor for each in verdict.approvals] == ["linguist"]
    assert verdict.authors == ("apertium",)


@given(ENTRIES, st.data())
def test_any_edit_voids_the_approval_and_its_undoing_restores_it(entry: object, data: st.DataObject) -> None:
    approved = past(event("linguist", "approve", entry))  # type: ignore[arg-type]
    field = data.draw(st.sampled_from(["msgstr", "msgid", "msgctxt", "msgid_plural"]))
    changed = replace(entry, **{field: data.draw(TEXTS)})  # type: ignore[type-var]
    assert judge(entry, approved).approved  # type: ignore[arg-type]
    assert judge(changed, approved).approved == (changed == entry)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("who", "approval", "why"),
    [
        ("translator", {}, "no reviewer"),
        ("physician", {}, "does not have the role “linguist”"),
        ("linguist", {"role": "medical"}, "does not have the role “medical”"),
        ("linguist", {"role": ""}, "does not have the role “”"),
        ("french-linguist", {}, "does not review es"),
        ("apertium", {}, "an engine never approves"),
    ],
)
def test_who_may_not_approve_does_not_count_even_when_written_by_hand(
    who: str, approval: dict[str, str], why: str
) -> None:
    policy = replace(POLICY, reviewers={**POLICY.reviewers, "apertium": POLICY.reviewers["linguist"]})
    verdict = judge(ENTRY, past(event("apertium", "draft"), event(who, "approve", **approval), policy=policy))
    assert not verdict.approved
    assert why in verdict.refusals[0].reason


@given(st.permutations(["linguist", "physician"]))
def test_each_role_approves(order: list[str]) -> None:
    role = {"linguist": "linguist", "physician": "medical"}
    words = [event(who, "approve", role=role[who]) for who in order]
    assert judge(ENTRY, past(*words[:1], policy=MEDICAL)).missing == (role[order[1]],)
    assert judge(ENTRY, past(*words, policy=MEDICAL)).approved


def test_one_person_fills_one_role_only() -> None:
    both = [event("both", "approve", role=role) for role in ("linguist", "medical")]
    assert len(judge(ENTRY, past(*both, policy=MEDICAL)).approvals) == 1
    helped = past(*both, event("linguist", "approve"), policy=MEDICAL)
    assert {each.actor for each in judge(ENTRY, helped).approvals} == {"both", "linguist"}


def test_roles_are_shared_out_so_that_as_many_as_can_be_are_filled() -> None:
    words = [
        event("both", "approve", role="linguist"),
        event("both", "approve", role="medical"),
        event("physician", "approve", role="medical"),
    ]
    for order in (words, words[::-1]):
        assert judge(ENTRY, past(*order, policy=MEDICAL)).approved


@pytest.mark.parametrize(
    ("words", "approved", "rejected"),
    [
        (["approve", "revoke"], False, False),
        (["approve", "reject"], False, True),
        (["reject", "approve"], True, False),
        (["reject", "revoke"], False, False),
        (["revoke", "approve"], True, False),
        (["approve", "comment"], True, False),
        (["reject", "comment"], False, True),
    ],
)
def test_a_reviewers_latest_word_counts(words: list[str], approved: bool, rejected: bool) -> None:
    verdict = judge(ENTRY, past(*(event("linguist", word) for word in words)))
    assert (verdict.approved, bool(verdict.rejections)) == (approved, rejected)


def test_one_rejection_that_stands_outweighs_another_persons_approval() -> None:
    for order in (["reject", "approve"], ["approve", "reject"]):
        words = [event("linguist" if word == "reject" else "second-linguist", word) for word in order]
        assert not judge(ENTRY, past(*words)).approved


def test_an_approval_that_does_not_count_takes_no_rejection_back() -> None:
    words = [event("linguist", "reject"), event("linguist", "approve", role="medical")]
    assert judge(ENTRY, past(*words)).rejections


class TestFourEyes:
    """Nobody's approval counts for a text that they wrote."""

    def test_by_the_ledger(self) -> None:
        verdict = judge(ENTRY, past(event("linguist", "edit"), event("linguist", "approve")))
        assert not verdict.approved
        assert "wrote this text" in verdict.refusals[0].reason

    def test_also_when_the_edit_arrives_by_a_later_merge(self) -> None:
        assert not judge(ENTRY, past(event("linguist", "approve"), event("linguist", "edit"))).approved

    def test_somebody_else_may(self) -> None:
        assert judge(ENTRY, past(event("linguist", "edit"), event("second-linguist", "approve"))).approved

    @pytest.mark.parametrize("author", ["linguist", "Linguist <x@example.org>", "X <linguist@example.org>"])
    def test_by_git_or_last_translator(self, author: str) -> None:
        by_hand = event("linguist", "approve", authors=None)
        assert not judge(ENTRY, past(by_hand, **written_by("Y <y@example.org>", author))).approved
        assert judge(ENTRY, past(by_hand, **written_by("Y <y@example.org>"))).approved

    def test_what_was_known_at_the_time_outlives_a_later_save_of_the_file(self) -> None:
        """A reviewer who corrects a typo elsewhere in the file becomes Last-Translator of all of it."""
        approval = event("linguist", "approve", authors=("Y <y@example.org>",))
        assert judge(ENTRY, past(approval, **written_by("linguist"))).approved
        approval = event("linguist", "approve", authors=("linguist",))
        assert not judge(ENTRY, past(approval)).approved

    def test_the_ledger_knows_better_than_the_header(self) -> None:
        history = past(event("apertium", "draft"), **written_by("linguist"))
        assert objection(ENTRY, history, actor="linguist", role="linguist") == ""

    def test_a_different_text_of_ones_own_is_no_hindrance(self) -> None:
        edit = event("linguist", "edit", FEW[1])
        assert judge(ENTRY, past(edit, event("linguist", "approve"))).approved

    def test_one_may_reject_ones_own_text(self) -> None:
        assert judge(ENTRY, past(event("linguist", "edit"), event("linguist", "reject"))).rejections


class TestSignatures:
    """With `require_signatures` an unsigned line opens no gate; it may close one."""

    policy = replace(POLICY, require_signatures=True)

    def test_unsigned_approvals_do_not_count(self) -> None:
        verdict = judge(ENTRY, past(event("linguist", "approve"), policy=self.policy))
        assert not verdict.approved
        assert "signature" in verdict.refusals[0].reason

    def test_signed_ones_do(self) -> None:
        (feed,) = feeds_of([event("linguist", "approve")])
        signed = frozenset(line.hash for line in feed.lines)
        assert judge(ENTRY, join([feed], self.policy, signed=signed)).approved
        assert not judge(ENTRY, join([feed], self.policy, signed=frozenset({Digest("0" * 64)}))).approved

    def test_an_unsigned_rejection_closes_and_an_unsigned_revocation_takes_no_rejection_back(self) -> None:
        words = [event("linguist", "approve"), event("linguist", "reject"), event("linguist", "revoke")]
        (feed,) = feeds_of(words)
        signed = frozenset({feed.lines[0].hash})
        verdict = judge(ENTRY, join([feed], self.policy, signed=signed))
        assert (verdict.approved, len(verdict.rejections)) == (False, 1)


@pytest.mark.parametrize(
    ("who", "more", "counts"),
    [
        ("linguist", {}, True),
        ("physician", {}, True),
        ("translator", {}, False),
        ("french-linguist", {}, False),
        ("linguist", {"authors": ("linguist",)}, False),
    ],
)
def test_a_finding_is_dismissed_by_a_reviewer_who_did_not_write_the_text(
    who: str, more: dict[str, tuple[str, ...]], counts: bool
) -> None:
    dismissal = event(who, "dismiss", check="quantity.unit@1", reason="as on the label", **more)
    assert ("quantity.unit@1" in judge(ENTRY, past(dismissal)).dismissed) == counts
    assert judge(FEW[1], past(dismissal)).dismissed == frozenset()


def test_a_dismissal_is_revoked_like_everything_else() -> None:
    dismissal = event("linguist", "dismiss", check="quantity.unit@1")
    assert judge(ENTRY, past(dismissal, event("linguist", "revoke"))).dismissed == frozenset()


@given(st.lists(happenings(), max_size=12), st.randoms(use_true_random=False))
def test_whoever_merges_in_whatever_order_judges_alike(events: list[Event], rng: random.Random) -> None:
    feeds = feeds_of(events)
    shuffled = feeds[:]
    rng.shuffle(shuffled)
    for entry in FEW:
        assert judge(entry, join(feeds)) == judge(entry, join(shuffled))
    assert join(feeds).findings == join(shuffled).findings == ()


@given(st.lists(happenings(), max_size=12), happenings())
def test_what_is_refused_at_the_time_does_not_count_when_read(events: list[Event], last: Event) -> None:
    """`objection` and `judge` hold one rule, so that a page never promises what the gate denies."""
    if last.action not in (Action.APPROVE, Action.REJECT):
        return
    entry = next(each for each in FEW if event("x", "comment", each).subject == last.subject)
    before = past(*events)
    known = judge(entry, before).authors
    said = objection(entry, before, actor=last.actor, action=last.action, role=last.role)
    last = replace(last, authors=known if last.action is Action.APPROVE else None)
    refused = [each.event.actor for each in judge(entry, past(*events, last)).refusals]
    assert bool(said) == (
        refused.count(last.actor) > [r.event.actor for r in judge(entry, before).refusals].count(last.actor)
    )


def test_the_roles_in_which_somebody_can_help() -> None:
    assert usable_roles("both", MEDICAL, LOCALE, ARTICLE) == ("linguist", "medical")
    assert usable_roles("physician", POLICY, LOCALE, ARTICLE) == ()
    assert usable_roles("french-linguist", POLICY, LOCALE, ARTICLE) == ()
    assert usable_roles("french-linguist", POLICY, LocaleTag("fr"), ArticleName("x")) == ("linguist",)
    assert usable_roles("translator", POLICY, LOCALE, ARTICLE) == ()

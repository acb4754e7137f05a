"""The ledger's files: appended to safely, merged by git, signed by SSH keys."""

import os
import random
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import feeds
from pipeline.errors import InputError, MachineError
from pipeline.ledger.events import Event
from pipeline.ledger.judgement import judge
from pipeline.ledger.policy import Policy
from pipeline.model import Severity
from tests.ledger.world import ARTICLE, ENTRY, FEW, LOCALE, POLICY, event, happenings


def put(root: Path, *events: Event, **more: object) -> None:
    """Append each event to the feed of its actor."""
    for each in events:
        feeds.append(root, LOCALE, ARTICLE, [each], **more)  # type: ignore[arg-type]


def approved(root: Path, policy: Policy = POLICY) -> bool:
    return judge(ENTRY, feeds.read_history(root, LOCALE, ARTICLE, policy)).approved


def test_an_edition_without_feeds_has_an_empty_history(tmp_path: Path) -> None:
    assert feeds.read_history(tmp_path, LOCALE, ARTICLE, POLICY).feeds == ()


def test_an_approval_is_one_line_in_the_feed_of_its_actor(tmp_path: Path) -> None:
    put(tmp_path, event("linguist", "approve"))
    file = tmp_path / "locales/es/ledger/hyperbaric-oxygen/linguist.jsonl"
    assert file.read_bytes().count(b"\n") == 1
    assert approved(tmp_path)


def test_several_events_go_in_together_and_note_what_was_seen_once(tmp_path: Path) -> None:
    put(tmp_path, event("apertium", "draft"))
    lines = feeds.append(tmp_path, LOCALE, ARTICLE, [event("linguist", "approve", each) for each in FEW])
    assert [dict(line.event.seen).keys() for line in lines] == [{"apertium"}, set(), set()]


def test_nothing_to_append_makes_no_file(tmp_path: Path) -> None:
    feeds.append(tmp_path, LOCALE, ARTICLE, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("actor", ["../linguist", "Linguist", "", "a/b", "linguist.jsonl"])
def test_an_actor_is_no_path(tmp_path: Path, actor: str) -> None:
    with pytest.raises(ValueError, match="named as in the settings"):
        put(tmp_path, event(actor, "approve"))


def test_a_line_torn_by_a_crash_is_healed_by_the_next_append(tmp_path: Path) -> None:
    put(tmp_path, event("linguist", "comment"), event("linguist", "approve"))
    file = feeds.folder(tmp_path, LOCALE, ARTICLE) / "linguist.jsonl"
    whole = file.read_bytes()
    for cut in (1, 30, 200, len(whole.splitlines()[1])):
        file.write_bytes(whole[:-cut])
        assert approved(tmp_path) == (cut == 1)
        put(tmp_path, event("linguist", "approve"))
        (feed,) = feeds.read_feeds(tmp_path, LOCALE, ARTICLE)
        assert feed.findings == ()
        assert len(feed.lines) == (3 if cut == 1 else 2)
        assert approved(tmp_path)


def test_a_broken_feed_is_left_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, event("linguist", "comment"))
    file = feeds.folder(tmp_path, LOCALE, ARTICLE) / "linguist.jsonl"
    file.write_bytes(file.read_bytes().replace(b"comment", b"approve"))
    broken = file.read_bytes()
    with pytest.raises(InputError) as caught:
        put(tmp_path, event("linguist", "approve"))
    assert [f.file for f in caught.value.findings] == ["locales/es/ledger/hyperbaric-oxygen/linguist.jsonl"]
    assert file.read_bytes() == broken
    history = feeds.read_history(tmp_path, LOCALE, ARTICLE, POLICY)
    assert [finding.severity for finding in history.findings] == [Severity.ERROR]


def test_a_full_disk_is_told_and_leaves_the_feed_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, event("linguist", "comment"))
    file = feeds.folder(tmp_path, LOCALE, ARTICLE) / "linguist.jsonl"
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(MachineError, match="No space left"):
        put(tmp_path, event("linguist", "approve"))
    assert file.read_bytes() == before


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git for a test, with nobody's configuration."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "reviewer",
        "GIT_AUTHOR_EMAIL": "reviewer@example.org",
        "GIT_COMMITTER_NAME": "reviewer",
        "GIT_COMMITTER_EMAIL": "reviewer@example.org",
    }
    return subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=check, capture_output=True, text=True
    )


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "review")


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize("seed", range(12))
def test_two_clones_with_reviews_by_different_people_merge_without_a_conflict(
    tmp_path: Path, seed: int
) -> None:
    """Random histories in both, in every round; whoever merges whom, both judge alike after it."""
    rng = random.Random(seed)
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    git(here, "init", "--quiet", "--initial-branch=main")
    put(here, event("apertium", "draft"))
    commit(here)
    git(tmp_path, "clone", "--quiet", str(here), str(there))
    actions = ["approve", "reject", "revoke", "comment", "edit"]
    for _ in range(3):
        for folder, people in ((here, ["linguist", "both"]), (there, ["physician", "second-linguist"])):
            for _ in range(rng.randrange(1, 5)):
                put(folder, event(rng.choice(people), rng.choice(actions), rng.choice(FEW)))
            commit(folder)
        git(there, "pull", "--quiet", "--no-rebase", "--no-edit")
        git(here, "pull", "--quiet", "--no-rebase", "--no-edit", str(there), "main")
        ours, theirs = (feeds.read_history(folder, LOCALE, ARTICLE, POLICY) for folder in (here, there))
        assert ours.findings == ()
        assert [judge(entry, ours) for entry in FEW] == [judge(entry, theirs) for entry in FEW]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_one_persons_words_in_two_clones_conflict_and_it_is_told_what_to_do(tmp_path: Path) -> None:
    """A feed is one chain, so that its owner's last word is known without a clock."""
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    git(here, "init", "--quiet", "--initial-branch=main")
    put(here, event("linguist", "comment"))
    commit(here)
    git(tmp_path, "clone", "--quiet", str(here), str(there))
    for folder, action in ((here, "approve"), (there, "reject")):
        put(folder, event("linguist", action))
        commit(folder)
    merged = git(there, "pull", "--quiet", "--no-rebase", "--no-edit", check=False)
    assert merged.returncode != 0
    (feed,) = feeds.read_feeds(there, LOCALE, ARTICLE)
    (finding,) = feed.findings
    assert (finding.id, finding.severity, finding.line) == ("ledger.conflict", Severity.ERROR, 2)
    assert "“linguist” said in two clones" in finding.reason
    command = re.search(r"`git (checkout --ours -- [^`]*)`", finding.hint)
    assert command is not None
    git(there, *command[1].split())
    (feed,) = feeds.read_feeds(there, LOCALE, ARTICLE)
    assert feed.findings == ()
    shown = re.search(r"`git (show [^`]*)`", finding.hint)
    assert shown is not None
    assert '"action":"approve"' in git(there, *shown[1].split()).stdout


@settings(max_examples=25)
@given(st.lists(happenings(), max_size=8))
def test_what_is_on_the_disk_is_what_was_said(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event]
) -> None:
    root = tmp_path_factory.mktemp("content")
    put(root, *events)
    said = [line.event for feed in feeds.read_feeds(root, LOCALE, ARTICLE) for line in feed.lines]
    assert sorted(said, key=repr) != [] or not events
    assert {replace(each, seen=()) for each in said} == set(events)
    assert feeds.read_history(root, LOCALE, ARTICLE, POLICY).findings == ()


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("ssh-keygen") is None:
        pytest.skip("needs ssh-keygen")
    path = tmp_path_factory.mktemp("keys") / "id"
    for name in (path, path.with_name("other")):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(name)], check=True)
    return path


def signing(key: Path) -> Policy:
    public = key.with_suffix(".pub").read_text().strip()
    reviewer = replace(POLICY.reviewers["linguist"], key=public)
    return replace(POLICY, require_signatures=True, reviewers={**POLICY.reviewers, "linguist": reviewer})


class TestSignatures:
    def test_a_signed_approval_counts_and_is_remembered(self, tmp_path: Path, key: Path) -> None:
        put(tmp_path, event("linguist", "approve"), sign=feeds.ssh_signer(key))
        assert approved(tmp_path, signing(key))
        assert len((tmp_path / ".pipeline/signatures").read_text().split()) == 1
        assert approved(tmp_path, signing(key))
        (tmp_path / ".pipeline/signatures").unlink()
        assert approved(tmp_path, signing(key))

    def test_an_unsigned_one_does_not(self, tmp_path: Path, key: Path) -> None:
        put(tmp_path, event("linguist", "approve"))
        assert not approved(tmp_path, signing(key))

    def test_one_signed_with_another_key_does_not(self, tmp_path: Path, key: Path) -> None:
        put(tmp_path, event("linguist", "approve"), sign=feeds.ssh_signer(key.with_name("other")))
        assert not approved(tmp_path, signing(key))
        assert not (tmp_path / ".pipeline").exists()

    def test_a_signature_moved_to_another_line_does_not(self, tmp_path: Path, key: Path) -> None:
        put(tmp_path, event("linguist", "approve", FEW[1]), sign=feeds.ssh_signer(key))
        (feed,) = feeds.read_feeds(tmp_path, LOCALE, ARTICLE)
        put(tmp_path, event("linguist", "approve"), sign=lambda _: feed.lines[0].signature)
        assert not approved(tmp_path, signing(key))

    def test_a_signature_for_another_purpose_does_not(
        self, tmp_path: Path, key: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(feeds, "NAMESPACE", "git")
            put(tmp_path, event("linguist", "approve"), sign=feeds.ssh_signer(key))
        assert not approved(tmp_path, signing(key))

    @pytest.mark.usefixtures("key")
    def test_a_key_that_cannot_sign_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="cannot sign"):
            put(tmp_path, event("linguist", "approve"), sign=feeds.ssh_signer(tmp_path / "missing"))
        assert list(tmp_path.iterdir()) == []

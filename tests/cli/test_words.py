"""`approve`, `reject`, `dismiss`, `revoke`, `comment`, and what `audit` and `status` tell of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.ledger.events import Action, short_id
from pipeline.model import ArticleName, State
from pipeline.workflow.desk import Item, read_desk
from pipeline.workflow.project import Project
from tests.review.folder import (
    AR,
    ARTICLE,
    DOSE,
    ES,
    HEADING,
    SETTINGS,
    make,
    poedit,
    signed_settings,
    ssh_key,
)

ROLES = SETTINGS.replace("[reviewers.linguist]", '[reviewers.linguist]\nroles = ["linguist", "medical"]')
ID, OTHER = short_id((None, DOSE)), short_id((None, HEADING))
VERBS = {
    "approve": (),
    "reject": ("--reason", "unclear"),
    "revoke": (),
    "comment": ("--text", "Which dose?"),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Six drafts in Spanish; the linguist is a physician too."""
    return make(tmp_path / "content", ROLES)


def run(project: Project, *arguments: str, code: int = 0, answer: str | None = None) -> Result:
    """Run a command; demand its exit code, and never a traceback."""
    result = CliRunner().invoke(main, ["-C", str(project.root), *arguments], input=answer)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


def say(project: Project, verb: str, *arguments: str, code: int = 0, answer: str | None = None) -> Result:
    """Say something of the Spanish edition."""
    return run(project, verb, "es", ARTICLE, *VERBS[verb], *arguments, code=code, answer=answer)


def item(project: Project, msgid: str = DOSE) -> Item:
    return next(one for one in read_desk(project, ES, ARTICLE).items if one.message.msgid == msgid)


def said(project: Project) -> list[tuple[str, Action, str]]:
    """Actor, action and role of everything that people said, in the order of the page."""
    return [
        (event.actor, event.action, event.role)
        for one in read_desk(project, ES, ARTICLE).items
        for event in one.events
        if event.action is not Action.DRAFT
    ]


class TestOneMessage:
    """A message is named by its short id, or the beginning of it."""

    def test_approve_reject_revoke_comment(self, project: Project) -> None:
        for verb, state, told in (
            ("approve", State.APPROVED, "approved"),
            ("revoke", State.DRAFT, "taken back"),
            ("reject", State.REJECTED, "rejected"),
            ("comment", State.REJECTED, "commented"),
        ):
            output = say(project, verb, ID[:4], "--as", "linguist").stdout
            assert output == f"{ID}  {told}  “{DOSE}”\n"
            # An approval clears `fuzzy`, so that what was taken back is a draft by the ledger alone.
            assert item(project).state is state

    def test_several_at_once_each_with_an_event_of_its_own(self, project: Project) -> None:
        say(project, "approve", ID, OTHER, ID.upper(), "--as", "linguist")
        assert said(project) == [("linguist", Action.APPROVE, "linguist")] * 2

    @pytest.mark.parametrize("verb", VERBS)
    def test_machines_are_told_the_same(self, project: Project, verb: str) -> None:
        told = json.loads(say(project, verb, ID, "--as", "linguist", "--format", "json").stdout)
        assert told == [
            {"message": ID, "msgctxt": None, "msgid": DOSE, "outcome": "done", "reason": ""},
        ]

    def test_a_role_is_chosen_or_given(self, project: Project) -> None:
        say(project, "approve", ID, "--as", "linguist")
        say(project, "approve", OTHER, "--as", "linguist", "--role", "medical")
        say(project, "reject", ID, "--as", "linguist", "--role", "medical")
        assert set(said(project)) == {
            ("linguist", Action.APPROVE, "linguist"),
            ("linguist", Action.APPROVE, "medical"),
            ("linguist", Action.REJECT, "medical"),
        }


class TestRefusals:
    """What does not count is refused at the time, with exit code 1, and is not recorded."""

    @pytest.mark.parametrize(
        ("verb", "arguments", "why"),
        [
            ("approve", ("--as", "nobody"), "“nobody” is no reviewer in the settings"),
            ("reject", ("--as", "nobody"), "“nobody” is no reviewer in the settings"),
            ("approve", ("--as", "french-linguist"), "“french-linguist” does not review es"),
            (
                "approve",
                ("--as", "second-linguist", "--role", "medical"),
                "“second-linguist” does not have the role “medical”",
            ),
            (
                "reject",
                ("--as", "second-linguist", "--role", "medical"),
                "“second-linguist” does not have the role “medical”",
            ),
            ("reject", ("--as", "linguist", "--reason", " "), "say why, in a few words"),
            ("comment", ("--as", "linguist", "--text", ""), "say why, in a few words"),
        ],
    )
    def test_who_may_not(self, project: Project, verb: str, arguments: tuple[str, ...], why: str) -> None:
        assert f"refused: {why}" in say(project, verb, ID, *arguments, code=1).stdout
        told = json.loads(say(project, verb, ID, *arguments, "--format", "json", code=1).stdout)
        assert told[0]["outcome"] == "refused"
        assert why in told[0]["reason"]
        assert said(project) == []

    def test_nobody_approves_what_they_wrote(self, project: Project) -> None:
        path = project.catalogue_path(ES, ARTICLE)
        poedit(project, DOSE, "Nunca supere la dosis.")
        header = '"Language: es\\n"\n'
        text = path.read_text("utf-8")
        path.write_text(
            text.replace(header, f'{header}"Last-Translator: Linguist <l@example.org>\\n"\n'), "utf-8"
        )
        assert "wrote this text" in say(project, "approve", ID, "--as", "linguist", code=1).stdout
        say(project, "approve", ID, "--as", "second-linguist")
        assert item(project).state is State.APPROVED

    def test_one_refusal_among_several_is_told_and_the_others_are_recorded(self, project: Project) -> None:
        untranslated = short_id(("title", "Oxygen under pressure"))
        poedit(project, "Oxygen under pressure", "")
        output = say(project, "approve", untranslated, ID, "--as", "linguist", code=1).stdout.splitlines()
        assert [line.split("  ")[1] for line in output] == [
            "refused: there is no translation to approve",
            "approved",
        ]


class TestSignaturesThatAreRequired:
    """An approval that would not count for want of a signature is refused."""

    def test_it_takes_the_key_that_the_settings_have(self, tmp_path: Path) -> None:
        key, other = ssh_key(tmp_path / "id"), ssh_key(tmp_path / "other")
        project = make(tmp_path / "signed", signed_settings(key))
        for options, why in (
            ((), "sign on your own machine, with --sign"),
            (("--sign", str(other)), "this is not the key of “linguist”"),
        ):
            assert why in say(project, "approve", ID, "--as", "linguist", *options, code=1).stdout
        missing = say(project, "approve", ID, "--as", "linguist", "--sign", str(tmp_path / "none"), code=2)
        assert "cannot sign" in missing.stderr
        assert "has no key" in say(project, "approve", ID, "--as", "second-linguist", code=1).stdout
        assert said(project) == []
        say(project, "approve", ID, "--as", "linguist", "--sign", str(key))
        assert item(project).state is State.APPROVED
        (found,) = json.loads(run(project, "audit", "es", "--format", "json").stdout)
        assert {feed["actor"]: feed["signed"] for feed in found["feeds"]} == {"apertium": 0, "linguist": 1}


class TestUsage:
    """Wrong usage has exit code 2, and says what to write instead."""

    @pytest.mark.parametrize("verb", VERBS)
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("es", ARTICLE, ID), "--as linguist | second-linguist | french-linguist"),
            (("es", ARTICLE, ID, "--as", "apertium"), "it is not clear who reviews"),
            (("es", ARTICLE, ID, "--as", "../../x"), "it is not clear who reviews"),
            (("es", ARTICLE, "--as", "linguist"), "no message is named"),
            (("es", ARTICLE, ID, "--all-clean", "--as", "linguist"), "messages are named beside --all-clean"),
            (("es", ARTICLE, "zzzz", "--as", "linguist"), "no message has an id that begins with “zzzz”"),
            (("es", ARTICLE, "", "--as", "linguist"), "no message has an id that begins with “”"),
            (("xx", ARTICLE, ID, "--as", "linguist"), "known: es, ar"),
            (("es", "../oxygen", ID, "--as", "linguist"), "known: oxygen"),
        ],
    )
    def test_it_says_what_to_write(
        self, project: Project, verb: str, arguments: tuple[str, ...], told: str
    ) -> None:
        assert told in run(project, verb, *arguments, *VERBS[verb], code=2).stderr
        assert said(project) == []

    def test_an_ambiguous_id_lists_what_it_may_mean(self, tmp_path: Path) -> None:
        source = "---\ntitle: Many\n---\n\n" + "\n\n".join(f"Sentence {n}." for n in range(60)) + "\n"
        project = make(tmp_path / "many", ROLES, source)
        ids = [short_id((None, f"Sentence {n}.")) for n in range(60)]
        shared = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
        told = say(project, "approve", shared, "--as", "linguist", code=2).stderr
        assert "give more of the id: " in told

    def test_a_reject_without_a_reason_and_a_comment_without_a_text(self, project: Project) -> None:
        assert "--reason" in run(project, "reject", "es", ARTICLE, ID, code=2).stderr
        assert "--text" in run(project, "comment", "es", ARTICLE, ID, code=2).stderr


class TestAllClean:
    """`--all-clean` takes only texts without a finding, says how many, and asks."""

    @pytest.fixture
    def flawed(self, project: Project) -> Project:
        """One of six texts has a wrong number."""
        poedit(project, "You breathe oxygen at 2.4 bar for 90 minutes.", "Usted respira oxígeno a 2,4 bar.")
        return project

    def test_it_counts_asks_and_approves_each(self, flawed: Project) -> None:
        result = say(flawed, "approve", "--all-clean", "--as", "linguist", answer="y\n")
        assert "5 messages without a finding can be approved by linguist; 1 other cannot." in result.stderr
        assert "Approve 5 texts as they stand?" in result.stderr
        assert len(result.stdout.splitlines()) == 5
        assert said(flawed) == [("linguist", Action.APPROVE, "linguist")] * 5
        assert item(flawed, "You breathe oxygen at 2.4 bar for 90 minutes.").state is State.TRANSLATED

    @pytest.mark.parametrize("verb", VERBS)
    def test_without_a_yes_nothing_is_said(self, flawed: Project, verb: str) -> None:
        say(flawed, "approve", OTHER, "--as", "linguist")
        result = say(flawed, verb, "--all-clean", "--as", "linguist", answer="n\n", code=1)
        assert "Aborted" in result.stderr
        assert len(said(flawed)) == 1

    def test_every_verb_takes_it(self, flawed: Project) -> None:
        counts = []
        for verb in ("approve", "comment", "revoke", "reject", "revoke", "revoke"):
            output = say(flawed, verb, "--all-clean", "--yes", "--as", "linguist").stdout
            counts.append(len(output.splitlines()))
        assert counts == [5, 5, 5, 5, 5, 0]

    def test_an_approved_text_that_was_marked_as_a_draft_again_is_offered_again(
        self, flawed: Project
    ) -> None:
        path = flawed.catalogue_path(ES, ArticleName(ARTICLE))
        drafts = path.read_bytes()
        options = ("approve", "--all-clean", "--yes", "--as", "linguist")
        while say(flawed, *options).stdout:
            pass  # One time for each role.
        assert item(flawed).state is State.APPROVED
        path.write_bytes(drafts)
        assert item(flawed).state is not State.APPROVED
        assert len(say(flawed, *options).stdout.splitlines()) == 5
        assert item(flawed).state is State.APPROVED

    def test_machines_get_a_list_even_of_nothing(self, flawed: Project) -> None:
        options = ("--all-clean", "--yes", "--as", "linguist", "--format", "json")
        assert len(json.loads(say(flawed, "approve", *options).stdout)) == 5
        assert json.loads(say(flawed, "approve", *options).stdout) == []


class TestDismiss:
    """A finding of exactly this text is set aside, by somebody who did not write the text."""

    BREATHE = "You breathe oxygen at 2.4 bar for 90 minutes."
    WRONG = "quantity.missing"

    @pytest.fixture
    def flawed(self, project: Project) -> Project:
        """A text that the checks find wrong."""
        poedit(project, self.BREATHE, "Usted respira oxígeno a 2,4 bar.")
        return project

    def dismiss(self, project: Project, *arguments: str, code: int = 0) -> Result:
        given = (ID if not arguments else arguments[0], *arguments[1:])
        return run(project, "dismiss", "es", ARTICLE, *given, "--as", "linguist", code=code)

    def test_the_check_says_what_to_name(self, flawed: Project) -> None:
        told = run(flawed, "check", "es", code=1).stderr
        name = short_id((None, self.BREATHE))
        assert f"[{self.WRONG} {name}]" in told
        output = self.dismiss(flawed, name, "--check", self.WRONG, "--reason", "the label says so").stdout
        assert output == f"{name}  dismissed  “{self.BREATHE}”\n"
        assert run(flawed, "check", "es").stdout == "nothing found\n"
        assert said(flawed) == [("linguist", Action.DISMISS, "")]

    def test_it_lapses_with_the_text(self, flawed: Project) -> None:
        name = short_id((None, self.BREATHE))
        self.dismiss(flawed, name, "--check", self.WRONG, "--reason", "as on the label")
        poedit(flawed, self.BREATHE, "Usted respirará oxígeno a 2,4 bar.")
        run(flawed, "check", "es", code=1)

    def test_what_was_not_found_cannot_be_dismissed(self, flawed: Project) -> None:
        name = short_id((None, self.BREATHE))
        told = self.dismiss(flawed, name, ID, "--check", "text.doubled", "--reason", "x", code=2).stderr
        assert f"message {name} has no finding of 'text.doubled'" in told
        assert f"its findings: {self.WRONG}" in told
        assert f"message {ID} has no finding of 'text.doubled'" in told
        self.dismiss(flawed, name, "--check", self.WRONG, "--reason", "as on the label")
        again = self.dismiss(flawed, name, "--check", self.WRONG, "--reason", "again", code=2).stderr
        assert "is dismissed already" in again
        assert len(said(flawed)) == 1

    def test_nobody_dismisses_over_what_they_wrote_and_machines_never(self, flawed: Project) -> None:
        name = short_id((None, self.BREATHE))
        options = ("--check", self.WRONG, "--reason", "as on the label")
        for actor in ("french-linguist", "nobody"):
            told = run(flawed, "dismiss", "es", ARTICLE, name, *options, "--as", actor, code=1)
            assert "refused: " in told.stdout
        told = run(flawed, "dismiss", "es", ARTICLE, name, *options, "--as", "apertium", code=2)
        assert "it is not clear who reviews" in told.stderr
        assert said(flawed) == []

    def test_messages_are_named_and_a_reason_is_given(self, flawed: Project) -> None:
        told = run(flawed, "dismiss", "es", ARTICLE, ID, "--check", "x", "--as", "linguist", code=2).stderr
        assert "--reason" in told
        command = ("dismiss", "es", ARTICLE, "--check", "x", "--reason", "x", "--as", "linguist")
        assert "`pipeline check LOCALE` shows" in run(flawed, *command, code=2).stderr


class TestAuditAndStatus:
    """What was said is told to people and machines."""

    def test_who_approved_what(self, project: Project) -> None:
        say(project, "approve", ID, "--as", "linguist")
        told = run(project, "audit", "es", ARTICLE).stdout
        assert "es oxygen: 1 of 6 messages approved" in told
        assert "approved by  linguist as linguist, 20" in told
        (found,) = json.loads(run(project, "audit", "es", ARTICLE, "--format", "json").stdout)
        row = next(one for one in found["messages"] if one["id"] == ID)
        assert (row["state"], row["approvals"][0]["actor"]) == ("approved", "linguist")
        assert {feed["actor"]: feed["lines"] for feed in found["feeds"]} == {"apertium": 6, "linguist": 1}

    def test_a_broken_feed_is_named_with_its_line_and_closes_the_gate(self, project: Project) -> None:
        say(project, "approve", ID, OTHER, "--as", "linguist")
        path = project.ledger_path(ES, ARTICLE) / "linguist.jsonl"
        path.write_bytes(path.read_bytes().replace(b'"role":"linguist"', b'"role":"medical"', 1))
        told = run(project, "audit", code=1).stdout
        assert "locales/es/ledger/oxygen/linguist.jsonl:1: the line was changed after it was written" in told
        found = json.loads(run(project, "audit", "es", "--format", "json", code=1).stdout)
        assert [one["sound"] for one in found] == [False]
        assert "error found by checks" in run(project, "status").stdout
        # Nothing can be added to it either.
        assert "was changed after" in say(project, "approve", ID, "--as", "linguist", code=2).stderr

    @pytest.mark.fonts
    def test_a_record_to_be_filed(self, project: Project, tmp_path: Path) -> None:
        say(project, "approve", ID, "--as", "linguist")
        path = tmp_path / "record.pdf"
        told = run(project, "audit", "--pdf", str(path)).stdout
        assert told == f"{path}: the record of 2 editions\n"
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
        assert "oxygen in es" in text
        assert "oxygen in ar" in text

    def test_no_such_edition(self, project: Project) -> None:
        assert "there is no edition “fr oxygen”" in run(project, "audit", "fr", ARTICLE, code=2).stderr

    def test_how_far_each_edition_has_come(self, project: Project) -> None:
        say(project, "approve", ID, OTHER, "--as", "linguist")
        head, spanish, arabic = run(project, "status").stdout.splitlines()
        assert head.split()[:3] == ["article", "locale", "words"]
        assert spanish.split() == ["oxygen", "es", "34", *"· · 4 · · 2 33% 4 draft".split()]
        assert arabic.split()[1] == "ar"
        named = run(project, "status", "es", ARTICLE).stdout.splitlines()[2:]
        assert len(named) == 4
        assert named[0] == (
            f"es/oxygen waits for {short_id(('title', 'Oxygen under pressure'))}  draft, needs linguist"
            "  “Oxygen under pressure”"
        )
        told = json.loads(run(project, "status", "--format", "json").stdout)
        assert len(told[0]["waiting"]) == 4
        assert [(line["locale"], line["approved"], line["publishable"]) for line in told] == [
            ("es", 2, False),
            ("ar", 0, False),
        ]


def test_as_a_process_of_its_own(project: Project) -> None:
    """Real arguments, a real terminal's answer, real exit codes."""

    def process(*arguments: str, answer: str = "") -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "pipeline", "-C", str(project.root), *arguments],
            input=answer,
            capture_output=True,
            text=True,
            check=False,
            env=dict(os.environ, PYTHONPATH=str(Path(__file__).parent.parent.parent), PYTHONUTF8="1"),
        )

    done = process("approve", "es", ARTICLE, "--all-clean", "--as", "linguist", answer="y\n")
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 6)
    refused = process("approve", "es", ARTICLE, ID, "--as", "french-linguist")
    assert refused.returncode == 1
    assert "refused: “french-linguist” does not review es" in refused.stdout
    wrong = process("reject", "es", ARTICLE, "zzzz", "--reason", "no", "--as", "linguist")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "no message has an id" in wrong.stderr
    assert not [one for one in (done, refused, wrong) if "Traceback" in one.stderr]
    assert read_desk(project, ES, ARTICLE).counts == {State.APPROVED: 6}
    assert read_desk(project, AR, ARTICLE).counts[State.APPROVED] == 0

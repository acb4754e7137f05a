"""Every word is about a text that the reviewer saw, and nobody's text is lost."""

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.ledger.events import Action, forms, subject_of
from pipeline.model import Digest, Entry, LocaleTag, State
from pipeline.workflow import journal, review
from pipeline.workflow.audit import audit
from pipeline.workflow.desk import Item, read_desk
from pipeline.workflow.project import Project
from pipeline.workflow.review import Answer, Outcome, Word, decide, put_back, save
from pipeline.workflow.survey import survey
from tests.review.folder import ARTICLE, DOSE, ES, HEADING, NOON, SETTINGS, SPANISH, entry, make, poedit

EN = LocaleTag("en")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path / "content")


def item(project: Project, msgid: str = DOSE) -> Item:
    return next(one for one in read_desk(project, ES, ARTICLE).items if one.message.msgid == msgid)


def seen(project: Project, msgid: str = DOSE) -> Digest:
    return subject_of(ES, ARTICLE, entry(project, msgid))


def say(project: Project, action: Action, actor: str = "linguist", msgid: str = DOSE, **more: Any) -> Answer:
    values: dict[str, Any] = {"seen": seen(project, msgid), "role": "linguist", "reason": "because"} | more
    word = Word(key=(None, msgid), action=action, **values)
    return decide(project, ES, ARTICLE, [word], actor=actor, now=NOON)[0]


def write(project: Project, text: str, actor: str = "linguist", msgid: str = DOSE, **more: Any) -> Answer:
    values: dict[str, Any] = {"seen": seen(project, msgid)} | more
    return save(project, ES, ARTICLE, key=(None, msgid), text=[text], actor=actor, now=NOON, **values)


class TestApproving:
    def test_a_draft_is_approved_as_it_is_and_is_no_longer_fuzzy(self, project: Project) -> None:
        assert item(project).state is State.DRAFT
        assert say(project, Action.APPROVE).outcome is Outcome.DONE
        assert item(project).state is State.APPROVED
        assert entry(project, DOSE).flags == ()
        assert entry(project, HEADING).flags == ("fuzzy",)

    def test_a_text_that_changed_meanwhile_is_not_approved(self, project: Project) -> None:
        before = seen(project)
        poedit(project, DOSE, "No supere la dosis nunca.")
        answer = say(project, Action.APPROVE, seen=before)
        assert answer.outcome is Outcome.CHANGED
        assert answer.entry is not None
        assert answer.entry.msgstr == "No supere la dosis nunca."
        assert item(project).state is State.TRANSLATED
        assert item(project).events[-1].action is Action.DRAFT

    @pytest.mark.parametrize(
        ("actor", "role", "why"),
        [
            ("translator", "linguist", "no reviewer"),
            ("french-linguist", "linguist", "does not review es"),
            ("linguist", "medical", "does not have the role"),
            ("apertium", "linguist", "an engine never approves"),
        ],
    )
    def test_who_may_not_is_refused_at_the_time(
        self, project: Project, actor: str, role: str, why: str
    ) -> None:
        answer = say(project, Action.APPROVE, actor, role=role)
        assert answer.outcome is Outcome.REFUSED
        assert why in answer.reason
        assert len(item(project).events) == 1

    def test_nobody_approves_what_they_wrote(self, project: Project) -> None:
        write(project, "Nunca supere la dosis.")
        assert "wrote this text" in say(project, Action.APPROVE).reason
        assert say(project, Action.APPROVE, "second-linguist").outcome is Outcome.DONE
        assert item(project).state is State.APPROVED

    def test_nor_what_the_header_says_they_wrote(self, project: Project) -> None:
        path = project.catalogue_path(ES, ARTICLE)
        header = '"Language: es\\n"\n'
        mine = f'{header}"Last-Translator: Linguist <linguist@example.org>\\n"\n'
        path.write_text(path.read_text("utf-8").replace(header, mine), encoding="utf-8")
        assert (
            say(project, Action.APPROVE).outcome is Outcome.DONE
        )  # The engine wrote it, as the ledger knows.
        poedit(project, HEADING, "Lo que es")
        assert "wrote this text" in say(project, Action.APPROVE, msgid=HEADING).reason

    def test_an_empty_text_cannot_be_approved(self, project: Project) -> None:
        poedit(project, DOSE, "")
        assert say(project, Action.APPROVE).outcome is Outcome.REFUSED

    def test_many_at_once_are_one_event_each_and_each_is_weighed(self, project: Project) -> None:
        words = [
            Word(key=(None, msgid), seen=seen(project, msgid), action=Action.APPROVE, role="linguist")
            for msgid in (DOSE, HEADING)
        ]
        words.append(replace(words[0], seen=Digest("0" * 64)))
        answers = decide(project, ES, ARTICLE, words, actor="linguist", now=NOON)
        assert [answer.outcome for answer in answers] == [Outcome.DONE, Outcome.DONE, Outcome.CHANGED]
        assert read_desk(project, ES, ARTICLE).counts[State.APPROVED] == 2

    def test_the_ledger_holds_the_text_that_was_approved(self, project: Project) -> None:
        say(project, Action.APPROVE)
        poedit(project, DOSE, "Otra cosa.")
        assert item(project).approved == (SPANISH[DOSE],)

    def test_any_change_in_any_tool_voids_it_and_changing_back_restores_it(self, project: Project) -> None:
        say(project, Action.APPROVE)
        poedit(project, DOSE, SPANISH[DOSE] + " ")
        assert item(project).state is State.TRANSLATED
        poedit(project, DOSE, SPANISH[DOSE])
        assert item(project).state is State.APPROVED


class TestOtherWords:
    def test_a_rejection_needs_a_reason_and_stands(self, project: Project) -> None:
        assert say(project, Action.REJECT, reason=" ").outcome is Outcome.REFUSED
        say(project, Action.REJECT)
        assert item(project).state is State.REJECTED

    def test_a_finding_is_dismissed_for_this_text_only(self, project: Project) -> None:
        poedit(project, DOSE, "No supere la dosis")
        (finding,) = item(project).findings
        name = f"{finding.id}@1"
        say(project, Action.DISMISS, "second-linguist", check=name, reason="a heading on the label")
        assert (item(project).findings, item(project).dismissed) == ((), (finding,))
        poedit(project, DOSE, "No supere esta dosis")
        assert [one.id for one in item(project).findings] == [finding.id]

    def test_a_comment_changes_no_state(self, project: Project) -> None:
        say(project, Action.COMMENT, "french-linguist")
        assert item(project).state is State.DRAFT

    @pytest.mark.parametrize("reason", ["x" * (review.LONGEST + 1), "a\0b"])
    def test_what_no_reason_holds_is_refused(self, project: Project, reason: str) -> None:
        assert say(project, Action.COMMENT, reason=reason).outcome is Outcome.REFUSED


class TestEditing:
    def test_an_edit_is_in_the_catalogue_at_once_and_in_the_ledger(self, project: Project) -> None:
        assert write(project, "Nunca supere la dosis.").outcome is Outcome.DONE
        assert entry(project, DOSE).msgstr == "Nunca supere la dosis."
        assert entry(project, DOSE).flags == ()
        assert item(project).events[-1].text == ("Nunca supere la dosis.",)

    def test_nothing_else_in_the_file_changes(self, project: Project) -> None:
        path = project.catalogue_path(ES, ARTICLE)
        before = path.read_text("utf-8")
        write(project, "Nunca supere la dosis.")
        old = f'#, fuzzy\nmsgid "{DOSE}"\nmsgstr "{SPANISH[DOSE]}"'
        new = f'msgid "{DOSE}"\nmsgstr "Nunca supere la dosis."'
        assert path.read_text("utf-8") == before.replace(old, new)

    def test_when_another_message_changed_both_changes_stand(self, project: Project) -> None:
        before = seen(project)
        poedit(project, HEADING, "Lo que es")
        assert write(project, "Nunca supere la dosis.", seen=before).outcome is Outcome.DONE
        assert entry(project, HEADING).msgstr == "Lo que es"
        assert entry(project, DOSE).msgstr == "Nunca supere la dosis."

    def test_when_the_same_message_changed_nothing_is_written(self, project: Project) -> None:
        before = seen(project)
        poedit(project, DOSE, "No sobrepase la dosis.")
        answer = write(project, "Nunca supere la dosis.", seen=before)
        assert answer.outcome is Outcome.CHANGED
        assert answer.entry is not None
        assert forms(answer.entry) == ("No sobrepase la dosis.",)
        assert entry(project, DOSE).msgstr == "No sobrepase la dosis."

    def test_saving_what_is_there_already_is_no_conflict(self, project: Project) -> None:
        before = seen(project)
        poedit(project, DOSE, "Igual.")
        assert write(project, "Igual.", seen=before).outcome is Outcome.DONE

    @pytest.mark.parametrize("text", ["", "  ", "a\x07b", "x" * (review.LONGEST + 1)])
    def test_what_is_no_translation_is_refused(self, project: Project, text: str) -> None:
        assert write(project, text).outcome is Outcome.REFUSED
        assert entry(project, DOSE).msgstr == SPANISH[DOSE]

    def test_a_text_that_an_editor_saved_over_is_found_and_kept(self, project: Project) -> None:
        write(project, "Nunca supere la dosis.")
        poedit(project, DOSE, "Texto viejo.")
        astray = item(project).astray
        assert astray is not None
        assert astray.text == ("Nunca supere la dosis.",)
        write(project, "Nunca supere la dosis.", "second-linguist")
        assert item(project).astray is None

    def test_a_save_that_slips_in_between_is_kept(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Poedit saves after we read and before we write: our change is made to its file."""
        exchange = journal.exchange

        def late(path: Path, expected: bytes, new: bytes) -> Path:
            monkeypatch.setattr(journal, "exchange", exchange)
            poedit(project, HEADING, "Lo que es")
            return exchange(path, expected, new)

        monkeypatch.setattr(journal, "exchange", late)
        assert write(project, "Nunca supere la dosis.").outcome is Outcome.DONE
        assert entry(project, HEADING).msgstr == "Lo que es"
        assert entry(project, DOSE).msgstr == "Nunca supere la dosis."

    def test_so_is_one_of_the_same_message_and_both_are_known(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exchange = journal.exchange

        def late(path: Path, expected: bytes, new: bytes) -> Path:
            monkeypatch.setattr(journal, "exchange", exchange)
            poedit(project, DOSE, "No sobrepase la dosis.")
            return exchange(path, expected, new)

        monkeypatch.setattr(journal, "exchange", late)
        assert write(project, "Nunca supere la dosis.").outcome is Outcome.CHANGED
        assert entry(project, DOSE).msgstr == "No sobrepase la dosis."
        astray = item(project).astray
        assert astray is not None
        assert astray.text == ("Nunca supere la dosis.",)

    def test_many_at_once_lose_nothing(self, project: Project) -> None:
        """Each of eight people edits the same two messages; whoever is told `done` was first."""
        done: list[tuple[str, str]] = []

        def work(number: int) -> None:
            for msgid in (DOSE, HEADING):
                before, text = seen(project, msgid), f"Texto {number}."
                if write(project, text, "linguist", msgid, seen=before).outcome is Outcome.DONE:
                    done.append((msgid, text))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for msgid in (DOSE, HEADING):
            saved = [event.text[0] for event in item(project, msgid).events if event.action is Action.EDIT]
            assert sorted(saved) == sorted(text for key, text in done if key == msgid)
            assert entry(project, msgid).msgstr == saved[-1] or len(saved) > 1


class TestUndoing:
    def test_an_approval_is_taken_back_and_the_entry_is_fuzzy_again(self, project: Project) -> None:
        answer = say(project, Action.APPROVE)
        self.undo(project, answer.entry)
        assert item(project).state is State.DRAFT
        assert entry(project, DOSE).flags == ("fuzzy",)

    def test_an_edit_is_undone_and_makes_nobody_an_author_of_the_old_text(self, project: Project) -> None:
        before = entry(project, DOSE)
        write(project, "Nunca supere la dosis.")
        self.undo(project, before)
        assert entry(project, DOSE).msgstr == SPANISH[DOSE]
        assert item(project).verdict.authors == ("apertium",)
        assert item(project).astray is None

    def test_what_somebody_else_wrote_since_stays(self, project: Project) -> None:
        before = entry(project, DOSE)
        write(project, "Nunca supere la dosis.")
        after = seen(project)
        poedit(project, DOSE, "Otra cosa.")
        answer = put_back(project, ES, ARTICLE, before=before, seen=after, actor="linguist", now=NOON)
        assert answer.outcome is Outcome.CHANGED
        assert entry(project, DOSE).msgstr == "Otra cosa."

    def undo(self, project: Project, before: Entry | None) -> None:
        assert before is not None
        now = seen(project)
        put_back(project, ES, ARTICLE, before=before, seen=now, actor="linguist", now=NOON)


def test_source_that_changed_shows_what_it_was(tmp_path: Path) -> None:
    from pipeline.workflow.extract import extract

    project = make(tmp_path / "content")
    say(project, Action.APPROVE)
    path = project.article_path(ARTICLE)
    path.write_text(path.read_text("utf-8").replace(DOSE, "Do not exceed the daily dose."), encoding="utf-8")
    extract(project)
    stale = item(project, "Do not exceed the daily dose.")
    assert stale.state is State.STALE
    assert stale.entry.previous_msgid == DOSE
    say(project, Action.APPROVE, msgid="Do not exceed the daily dose.")
    assert item(project, "Do not exceed the daily dose.").state is State.APPROVED
    assert entry(project, "Do not exceed the daily dose.").previous_msgid is None


def test_two_roles_are_two_people(tmp_path: Path) -> None:
    settings = (
        SETTINGS + '[review]\nrequire = ["linguist", "medical"]\n[reviewers.physician]\nroles = ["medical"]\n'
    )
    project = make(tmp_path / "content", settings)
    say(project, Action.APPROVE)
    assert item(project).verdict.missing == ("medical",)
    say(project, Action.APPROVE, "physician", role="medical")
    assert item(project).state is State.APPROVED


def test_an_edition_without_a_catalogue_has_nothing_to_say_yes_to(tmp_path: Path) -> None:
    project = make(tmp_path / "content")
    project.catalogue_path(LocaleTag("es"), ARTICLE).unlink()
    word = Word(key=(None, DOSE), seen=Digest("0" * 64), action=Action.APPROVE, role="linguist")
    assert decide(project, ES, ARTICLE, [word], actor="linguist", now=NOON)[0].outcome is Outcome.CHANGED


class TestSourceEditions:
    """With `source = "approved"` an author's text waits for approval as a translation does."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Project:
        return make(tmp_path / "content", SETTINGS + '[review]\nsource = "approved"\n')

    def published(self, project: Project) -> bool:
        (found,) = survey(project, [EN])
        return found.verdict.publish

    def approve_all(self, project: Project) -> None:
        words = [
            Word(key=one.message.key, seen=one.verdict.subject, action=Action.APPROVE, role="linguist")
            for one in read_desk(project, EN, ARTICLE).items
        ]
        answers = decide(project, EN, ARTICLE, words, actor="linguist", now=NOON)
        assert {answer.outcome for answer in answers} == {Outcome.DONE}

    def test_it_is_printed_once_every_text_is_approved_and_not_when_one_changes(
        self, project: Project
    ) -> None:
        path = project.article_path(ARTICLE)
        before = path.read_bytes()
        assert not self.published(project)
        self.approve_all(project)
        assert self.published(project)
        assert path.read_bytes() == before
        path.write_bytes(before.replace(b"2.4 bar", b"2.5 bar"))
        assert not self.published(project)

    def test_it_is_edited_by_its_author_only(self, project: Project) -> None:
        before = project.article_path(ARTICLE).read_bytes()
        answer = save(
            project,
            EN,
            ARTICLE,
            key=(None, DOSE),
            seen=next(
                one for one in read_desk(project, EN, ARTICLE).items if one.message.msgid == DOSE
            ).verdict.subject,
            text=["Take more."],
            actor="linguist",
            now=NOON,
        )
        assert answer.outcome is Outcome.REFUSED
        assert "source/oxygen.md" in answer.reason
        assert project.article_path(ARTICLE).read_bytes() == before

    def test_it_has_a_record_too(self, project: Project) -> None:
        self.approve_all(project)
        (record,) = audit(project, locale="en")
        assert record.approved

    def test_without_the_setting_it_is_printed_as_it_is(self, tmp_path: Path) -> None:
        assert self.published(make(tmp_path / "other"))

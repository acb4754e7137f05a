"""The review page over HTTP: what reviewers can do, and what strangers cannot."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import httpx
import pytest

from pipeline import feeds
from pipeline.ledger.events import short_id
from pipeline.model import ArticleName, State
from pipeline.review.guard import BODY_LIMIT
from pipeline.review.sessions import Passwords, hash_password
from pipeline.workflow.desk import Item, read_desk
from pipeline.workflow.extract import extract
from pipeline.workflow.project import Project
from tests.review.folder import (
    AR,
    ARTICLE,
    DOSE,
    ES,
    HEADING,
    SOURCE,
    SPANISH,
    entry,
    make,
    poedit,
    signed_settings,
    ssh_key,
)
from tests.review.running import Page, form, running, submit
from tests.workflow.folder import png

DOSE_ID = short_id((None, DOSE))
ADDRESS = f"/es/oxygen/{DOSE_ID}"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make(tmp_path / "content")


@pytest.fixture
def page(project: Project) -> Iterator[Page]:
    with running(project) as page:
        yield page


@pytest.fixture
def reviewer(page: Page) -> Iterator[httpx.Client]:
    with page.visitor() as client:
        yield client


@contextmanager
def served_to_nobody(project: Project) -> Iterator[httpx.Client]:
    with running(project) as page, page.stranger() as client:
        yield client


def item(project: Project, msgid: str = DOSE) -> Item:
    return next(one for one in read_desk(project, ES, ARTICLE).items if one.message.msgid == msgid)


def files(project: Project) -> dict[str, bytes]:
    """Everything that a change could change."""
    folder = project.root / "locales"
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class TestReviewing:
    def test_every_edition_is_listed_with_what_waits(self, reviewer: httpx.Client) -> None:
        html = reviewer.get("/").text
        assert "0 of 6 approved" in html
        assert "<strong>6</strong> wait for you" in html
        assert 'lang="ar" dir="rtl"' in html

    def test_approve_and_go_on(self, project: Project, reviewer: httpx.Client) -> None:
        first = reviewer.get("/es/oxygen/?mine=yes").headers["location"]
        answer = submit(reviewer, first, "approve")
        assert answer.status_code == 303
        assert answer.headers["location"] != first
        assert answer.headers["location"].endswith("?mine=yes")
        assert "Approved." in reviewer.get(answer.headers["location"]).text
        assert read_desk(project, ES, ARTICLE).counts[State.APPROVED] == 1

    def test_a_whole_edition(self, project: Project, reviewer: httpx.Client) -> None:
        seen = []
        address = reviewer.get("/es/oxygen/?mine=yes").headers["location"]
        while DOSE_ID not in seen or len(seen) < 6:
            seen.append(address.split("/")[-1].split("?")[0])
            address = submit(reviewer, address, "approve").headers["location"]
        assert len(set(seen)) == 6
        assert address == "/es/oxygen/?mine=yes"
        assert "Nothing waits for you here" in reviewer.get(address).text
        assert read_desk(project, ES, ARTICLE).counts == {State.APPROVED: 6}

    def test_edit_then_another_approves(self, project: Project, page: Page, reviewer: httpx.Client) -> None:
        answer = submit(reviewer, ADDRESS, "save", msgstr="Nunca supere\r\nla dosis.")
        assert answer.headers["location"] == ADDRESS
        assert entry(project, DOSE).msgstr == "Nunca supere\nla dosis."
        html = reviewer.get(ADDRESS).text
        assert "wrote this text" in html
        assert 'value="approve"' not in html
        with page.visitor("second-linguist") as other:
            assert submit(other, ADDRESS, "approve").status_code == 303
        assert item(project).state is State.APPROVED

    def test_of_two_who_save_at_once_each_sees_all_three_texts(
        self, project: Project, reviewer: httpx.Client
    ) -> None:
        opened = form(reviewer.get(ADDRESS).text, "save")
        poedit(project, DOSE, "No sobrepase la dosis.")
        answer = reviewer.post(ADDRESS, data=opened | {"msgstr": "Nunca supere la dosis."})
        assert answer.status_code == 409
        assert "Three texts" in answer.text
        for text in (SPANISH[DOSE], "No sobrepase la dosis.", "Nunca supere la dosis."):
            assert text in answer.text
        assert "<del>No</del><ins>Nunca</ins> <del>sobrepase</del><ins>supere</ins> la dosis." in answer.text
        assert entry(project, DOSE).msgstr == "No sobrepase la dosis."

    def test_a_text_that_was_changed_in_the_editor_is_not_approved(
        self, project: Project, reviewer: httpx.Client
    ) -> None:
        answer = submit(reviewer, ADDRESS, "approve", msgstr="Nunca supere la dosis.")
        assert answer.status_code == 409
        assert "Nunca supere la dosis." in answer.text
        assert item(project).state is State.DRAFT

    def test_nobody_approves_something_other_than_what_they_saw(
        self, project: Project, reviewer: httpx.Client
    ) -> None:
        opened = form(reviewer.get(ADDRESS).text, "approve")
        poedit(project, DOSE, "No sobrepase la dosis.")
        answer = reviewer.post(ADDRESS, data=opened)
        assert answer.status_code == 409
        assert item(project).state is State.TRANSLATED
        del opened["msgstr"]
        assert reviewer.post(ADDRESS, data=opened).status_code == 409
        assert item(project).state is State.TRANSLATED

    def test_two_texts_for_one_message_are_both_shown(self, project: Project, reviewer: httpx.Client) -> None:
        opened = form(reviewer.get(ADDRESS).text, "save")
        poedit(project, DOSE, "No sobrepase la dosis.")
        answer = reviewer.post(ADDRESS, data=opened | {"msgstr": "Nunca supere la dosis."})
        assert answer.status_code == 409
        assert "No sobrepase la dosis." in answer.text
        assert "Nunca supere la dosis.</textarea>" in answer.text
        assert entry(project, DOSE).msgstr == "No sobrepase la dosis."
        again = form(answer.text, "save")
        assert reviewer.post(ADDRESS, data=again).status_code == 303
        assert entry(project, DOSE).msgstr == "Nunca supere la dosis."

    def test_a_text_that_was_saved_over_can_be_put_back(
        self, project: Project, reviewer: httpx.Client
    ) -> None:
        submit(reviewer, ADDRESS, "save", msgstr="Nunca supere la dosis.")
        poedit(project, DOSE, "Vieja.")
        html = reviewer.get(ADDRESS).text
        assert "A text was saved over" in html
        reviewer.post(ADDRESS, data=form(html, "save"))
        assert entry(project, DOSE).msgstr == "Nunca supere la dosis."

    def test_reject_comment_dismiss_and_take_back(self, project: Project, reviewer: httpx.Client) -> None:
        poedit(project, DOSE, "No supere la dosis")
        submit(reviewer, ADDRESS, "comment", reason="Which dose?")
        assert submit(reviewer, ADDRESS, "dismiss", reason="a label").headers["location"] == ADDRESS
        assert item(project).findings == ()
        submit(reviewer, ADDRESS, "reject", reason="no full stop")
        assert item(project).state is State.REJECTED
        html = reviewer.get(ADDRESS).text
        assert "Which dose?" in html
        assert "rejected by linguist: no full stop" in html
        submit(reviewer, ADDRESS, "revoke")
        assert item(project).state is State.TRANSLATED

    @pytest.mark.parametrize("action", ["reject", "comment"])
    def test_a_word_without_a_reason_is_asked_for_one(self, reviewer: httpx.Client, action: str) -> None:
        answer = submit(reviewer, ADDRESS, action, reason=" ")
        assert answer.status_code == 409
        assert "say why" in answer.text

    @pytest.mark.parametrize("action", ["approve", "save"])
    def test_one_step_is_undone(self, project: Project, reviewer: httpx.Client, action: str) -> None:
        before = entry(project, DOSE)
        changes = {"msgstr": "Otra."} if action == "save" else {}
        submit(reviewer, ADDRESS, action, **changes)
        assert entry(project, DOSE) != before
        answer = reviewer.post("/undo", data={"mine": "yes"})
        assert answer.headers["location"] == f"{ADDRESS}?mine=yes"
        assert entry(project, DOSE) == before
        assert item(project).state is State.DRAFT
        assert reviewer.post("/undo", data={"mine": ""}).headers["location"] == "/"

    def test_what_changed_is_shown_word_by_word(self, project: Project, reviewer: httpx.Client) -> None:
        poedit(project, DOSE, "No supere nunca la dosis.")
        html = reviewer.get(ADDRESS).text
        assert "Since it was drafted" in html
        assert re.search(r"No supere ?<ins> ?nunca ?</ins> ?la dosis\.", html)

    def test_right_to_left_is_edited_right_to_left(self, reviewer: httpx.Client) -> None:
        html = reviewer.get(f"/ar/oxygen/{DOSE_ID}").text
        assert re.search(r'<textarea[^>]*lang="ar" dir="rtl"', html)

    def test_the_authors_note_and_the_neighbours_are_shown(self, reviewer: httpx.Client) -> None:
        cold = "Tell us before the first session if you have a cold."
        html = reviewer.get(f"/es/oxygen/{short_id((None, cold))}").text
        assert "“Session” is one treatment." in html
        assert "Before: </span>Who may not" in html

    def test_glossary_and_memory_help(self, project: Project, reviewer: httpx.Client) -> None:
        table = (
            "term,part_of_speech,note,do_not_translate,case_sensitive,es\ndose,noun,not the drug,,,dosis\n"
        )
        project.glossary_path.write_text(table, encoding="utf-8")
        other = project.article_path(ArticleName("other"))
        other.write_text("---\ntitle: Other\n---\n\nDo not exceed the daily dose.\n", encoding="utf-8")
        extract(project)
        path = project.catalogue_path(ES, ArticleName("other"))
        text = path.read_text("utf-8")
        said = 'msgid "Do not exceed the daily dose."\nmsgstr "'
        path.write_text(text.replace(said, f"{said}No supere la dosis diaria."), encoding="utf-8")
        html = reviewer.get(ADDRESS).text
        assert "not the drug" in html
        assert "No supere la dosis diaria." in html
        assert "Do not exceed the <del>daily </del>dose." in html

    def test_the_printed_page_follows_the_editor(self, project: Project, reviewer: httpx.Client) -> None:
        address = f"/printed{ADDRESS}"
        shown = reviewer.get(address)
        assert f'id="message-{DOSE_ID}">{SPANISH[DOSE]}' in shown.text
        assert "sandbox" in shown.headers["content-security-policy"]
        typed = reviewer.post(address, data={"msgstr": "**Nunca** supere la dosis."})
        assert "<strong>Nunca</strong> supere la dosis." in typed.text
        assert entry(project, DOSE).msgstr == SPANISH[DOSE]
        style = re.search(r'href="../../(assets/style[^"]+)"', shown.text)
        assert style is not None
        assert reviewer.get(f"/printed/{style[1]}").headers["content-type"].startswith("text/css")

    def test_the_images_of_the_article_are_shown_and_nothing_else_is_given(self, tmp_path: Path) -> None:
        figures = "![A chamber](figures/a%20chamber.png)\n\n<img src='raw.png' alt='Raw'>\n"
        project = make(tmp_path / "pictures", source=f"{SOURCE}\n{figures}\n[Data](secret.csv)\n")
        for name in ("figures/a chamber.png", "figures/a chamber.es.png", "raw.png", "secret.png"):
            path = project.source / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(png(len(name)))
        (project.source / "secret.csv").write_text("not for the frame", encoding="utf-8")
        (project.source / "leads-out.png").symlink_to(project.root / "pipeline.toml")
        with running(project) as served, served.visitor() as reviewer:
            address = f"/printed{ADDRESS}"
            typed = {"msgstr": "![x](secret.png) ![y](../pipeline.toml) [z](secret.csv) [w](https://e.org/)"}
            shown = reviewer.get(address).text
            found = re.findall(r'<img[^>]* src="([^"]+)"', shown)
            assert found == [
                "../../media/es/oxygen/figures/a%20chamber.es.png",
                "../../media/es/oxygen/raw.png",
            ]
            for src in found:
                given = reviewer.get(urljoin(address, src))
                assert given.headers["content-type"] == "image/png"
                assert "sandbox" in given.headers["content-security-policy"]
                assert given.content.startswith(b"\x89PNG")
            other = reviewer.post(address, data=typed).text
            assert re.findall(r'<img[^>]* src="([^"]+)"', other) == found
            assert 'href="#main">z</a> <a href="https://e.org/">w</a>' in other
            for name in (
                "secret.png",
                "secret.csv",
                "leads-out.png",
                "oxygen.md",
                "figures/a chamber.png",
                "..%2fpipeline.toml",
                "figures/..%2f..%2fpipeline.toml",
                "%2fetc/passwd",
            ):
                assert reviewer.get(f"/printed/media/es/oxygen/{name}").status_code == 404
        with served_to_nobody(project) as stranger:
            assert stranger.get("/printed/media/es/oxygen/raw.png").status_code == 403

    def test_a_broken_catalogue_is_told_and_stops_nothing_else(
        self, project: Project, reviewer: httpx.Client
    ) -> None:
        project.catalogue_path(ES, ARTICLE).write_text('msgid "', encoding="utf-8")
        assert "es/LC_MESSAGES/oxygen.po" in reviewer.get("/").text
        assert reviewer.get(ADDRESS).status_code == 409
        assert reviewer.get(f"/ar/oxygen/{DOSE_ID}").status_code == 200

    def test_a_ledger_that_does_not_verify_is_told(self, project: Project, reviewer: httpx.Client) -> None:
        feed = feeds.folder(project.root, ES, ARTICLE) / "apertium.jsonl"
        feed.write_bytes(feed.read_bytes().replace(b"apertium eng-spa", b"apertium eng-xxx"))
        assert "The ledger does not verify" in reviewer.get(ADDRESS).text


class TestSignaturesThatAreRequired:
    """Nobody approves on the page what would silently not count."""

    @pytest.fixture
    def key(self, tmp_path: Path) -> Path:
        return ssh_key(tmp_path / "id")

    def test_a_team_is_told_how_to_sign_instead(self, tmp_path: Path, key: Path) -> None:
        project = make(tmp_path / "signed", signed_settings(key))
        poedit(project, DOSE, "No supere la dosis")
        team = Passwords(hashes={})
        with (
            running(project, team="review.example.org", passwords=team) as served,
            served.stranger(Origin="https://review.example.org") as reviewer,
        ):
            reviewer.headers["Cookie"] = f"__Host-imprimatur={served.sessions.start('linguist')}"
            html = reviewer.get(ADDRESS).text
            assert f"pipeline approve es oxygen {DOSE_ID} --as linguist --sign" in html
            assert 'value="approve"' not in html
            assert 'value="dismiss"' not in html
            before = files(project)
            seen = form(html, "save")["seen"]
            data = {"seen": seen, "action": "approve", "role": "linguist"}
            refused = reviewer.post(ADDRESS, data=data)
            assert refused.status_code == 409
            assert "only signed approvals count here" in refused.text
            assert files(project) == before
            reject = {"seen": seen, "action": "reject", "reason": "what closes the gate counts unsigned"}
            assert reviewer.post(ADDRESS, data=reject).status_code == 303
            assert item(project).state is State.REJECTED

    def test_with_the_key_on_ones_own_machine_it_counts(self, tmp_path: Path, key: Path) -> None:
        project = make(tmp_path / "signed", signed_settings(key))
        signers = {"linguist": feeds.ssh_signer(key)}
        with running(project, signers=signers) as served, served.visitor() as reviewer:
            assert submit(reviewer, ADDRESS, "approve").status_code == 303
        assert item(project).state is State.APPROVED

    def test_with_another_key_it_is_refused(self, tmp_path: Path, key: Path) -> None:
        project = make(tmp_path / "signed", signed_settings(key))
        other = ssh_key(tmp_path / "other")
        signers = {"linguist": feeds.ssh_signer(other)}
        with running(project, signers=signers) as served, served.visitor() as reviewer:
            html = reviewer.get(ADDRESS).text
        assert "this is not the key of" in html
        assert 'value="approve"' not in html


class TestTheFiveAttacks:
    """Each gets an error and changes nothing."""

    def test_a_script_in_a_translation_stays_text(self, project: Project, reviewer: httpx.Client) -> None:
        poedit(project, DOSE, SCRIPT)
        submit(reviewer, ADDRESS, "comment", reason=SCRIPT)
        for address in ("/", ADDRESS, f"/es/oxygen/{short_id((None, HEADING))}", f"/printed{ADDRESS}"):
            answer = reviewer.get(address)
            assert "<script>alert" not in answer.text
            assert "<img src=x" not in answer.text
            assert (
                "onerror=alert(1)>" not in re.sub(r"&[a-z0-9#]+;|<[^>]*>", "", answer.text)
                or "&lt;" in answer.text
            )
            policy = answer.headers["content-security-policy"]
            assert "unsafe" not in policy
            assert policy.startswith("default-src 'none'")
        assert any(one.id.startswith(("markup", "text")) for one in item(project).findings)

    @pytest.mark.parametrize(
        "headers",
        [
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
            {"Origin": "http://127.0.0.1:1"},
            {"Origin": ""},
            {"Origin": "", "Sec-Fetch-Site": "cross-site"},
            {"Origin": "", "Sec-Fetch-Site": "same-site"},
        ],
    )
    def test_a_forged_origin(self, project: Project, reviewer: httpx.Client, headers: dict[str, str]) -> None:
        data = form(reviewer.get(ADDRESS).text, "approve")
        before = files(project)
        if not headers["Origin"]:
            del reviewer.headers["Origin"]
        given = {name: value for name, value in headers.items() if value}
        assert reviewer.post(ADDRESS, data=data, headers=given).status_code == 403
        assert files(project) == before

    @pytest.mark.parametrize(
        "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", ""]
    )
    def test_a_foreign_host(self, project: Project, reviewer: httpx.Client, host: str) -> None:
        data = form(reviewer.get(ADDRESS).text, "approve")
        before = files(project)
        origin = {"Host": host, "Origin": f"http://{host}"}
        assert reviewer.get(ADDRESS, headers=origin).status_code == 421
        assert reviewer.post(ADDRESS, data=data, headers=origin).status_code == 421
        assert files(project) == before

    @pytest.mark.parametrize(
        "path",
        [
            "/../../etc/passwd",
            "/es/..%2f..%2fpipeline/x",
            "/..%2f..%2fetc/oxygen/" + DOSE_ID,
            "/es/%2e%2e/" + DOSE_ID,
            "/es/oxygen%00/" + DOSE_ID,
            "/static/..%2fapp.py",
            "/static/app.py",
            "/printed/assets/..%2f..%2fpipeline.toml",
            "/printed/es/..%2foxygen/" + DOSE_ID,
            "/ES%2F/oxygen/" + DOSE_ID,
            "/de/oxygen/" + DOSE_ID,
            "/es/another/" + DOSE_ID,
            "/es/oxygen/aaaaaaaa",
        ],
    )
    def test_a_path_in_a_name(self, project: Project, reviewer: httpx.Client, path: str) -> None:
        before = files(project)
        for answer in (reviewer.get(path), reviewer.post(path, data={"action": "approve"})):
            assert answer.status_code in (404, 405)
            assert "root:" not in answer.text
            assert "reviewers" not in answer.text
        assert files(project) == before

    @pytest.mark.parametrize("known", [True, False])
    def test_an_oversized_form(self, project: Project, reviewer: httpx.Client, known: bool) -> None:
        data = form(reviewer.get(ADDRESS).text, "save")
        before = files(project)
        huge = b"msgstr=" + b"x" * (BODY_LIMIT + 1)
        content = huge if known else iter([huge[:1000], huge[1000:]])
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        assert reviewer.post(ADDRESS, content=content, headers=kind).status_code == 413
        long = reviewer.post(ADDRESS, data=data | {"msgstr": "x" * 20_001})
        assert long.status_code == 409
        assert "longer than" in long.text
        many = reviewer.post(ADDRESS, data={f"field{number}": "x" for number in range(100)})
        assert many.status_code == 400
        assert files(project) == before


class TestStrangers:
    def test_without_a_session_there_is_nothing(self, project: Project, page: Page) -> None:
        before = files(project)
        with page.stranger() as stranger:
            for address in ("/", ADDRESS, "/es/oxygen/", f"/printed{ADDRESS}", "/who"):
                assert stranger.get(address).status_code == 403
            assert stranger.post(ADDRESS, data={"action": "approve"}).status_code == 403
            assert stranger.post("/undo", data={"mine": ""}).status_code == 403
        assert files(project) == before

    def test_the_link_opens_once_and_the_cookie_is_strict(self, page: Page) -> None:
        key = page.sessions.link_key()
        with page.stranger() as visitor, page.stranger() as thief:
            cookie = visitor.get("/login", params={"key": key}).headers["set-cookie"]
            assert "HttpOnly" in cookie
            assert "SameSite=strict" in cookie
            assert visitor.get("/").headers["location"] == "/who"
            assert visitor.post("/who", data={"actor": "linguist"}).status_code == 303
            assert "wait for you" in visitor.get("/").text
            assert thief.get("/login", params={"key": key}).status_code == 403
            assert visitor.post("/who", data={"actor": "nobody"}).status_code == 403

    def test_leaving_ends_the_session(self, reviewer: httpx.Client) -> None:
        assert reviewer.post("/logout", data={"mine": ""}).status_code == 200
        assert reviewer.get("/").status_code == 403

    def test_another_language_is_reviewed_by_others(self, project: Project, page: Page) -> None:
        with page.visitor("french-linguist") as visitor:
            assert visitor.get(ADDRESS).status_code == 403
            assert visitor.post(ADDRESS, data={"action": "approve"}).status_code == 403
            assert "Oxygen under pressure" not in visitor.get("/").text
        assert item(project).state is State.DRAFT

    @pytest.mark.parametrize("action", ["draft", "edit", "publish", ""])
    def test_an_unknown_action_is_none(self, reviewer: httpx.Client, action: str) -> None:
        assert reviewer.post(ADDRESS, data={"action": action}).status_code == 400

    def test_only_forms_are_understood(self, reviewer: httpx.Client) -> None:
        assert reviewer.post(ADDRESS, json={"action": "approve"}).status_code == 415
        assert reviewer.put(ADDRESS, data={"action": "approve"}).status_code == 405
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        assert reviewer.post(ADDRESS, content=b"msgstr=%ff", headers=kind).status_code == 400

    def test_too_many_changes_at_once_are_refused(self, reviewer: httpx.Client) -> None:
        answers = [reviewer.post("/undo", data={"mine": ""}).status_code for _ in range(90)]
        assert set(answers) == {303, 429}

    def test_every_answer_carries_the_headers(self, reviewer: httpx.Client) -> None:
        for address in ("/", ADDRESS, "/nowhere/at/all", "/static/review.js"):
            headers = reviewer.get(address).headers
            assert "frame-ancestors 'none'" in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cache-control"] == "no-store"
            assert "server" not in headers


class TestTeam:
    @pytest.fixture
    def team(self, project: Project) -> Iterator[Page]:
        passwords = Passwords(
            hashes={"linguist": hash_password("correct horse"), "former": hash_password("x")}
        )
        with running(project, team="review.example.org", passwords=passwords) as page:
            yield page

    def stranger(self, team: Page) -> httpx.Client:
        return team.stranger(Origin="https://review.example.org")

    def test_people_log_in_with_their_passwords(self, team: Page) -> None:
        with self.stranger(team) as visitor:
            assert visitor.get("/").headers["location"] == "/login"
            data = {"name": "linguist", "password": "correct horse"}
            cookie = visitor.post("/login", data=data).headers["set-cookie"]
            assert cookie.startswith("__Host-imprimatur=")
            assert "Secure" in cookie
            token = cookie.partition(";")[0]
            assert "wait for you" in visitor.get("/", headers={"Cookie": token}).text
            as_other = visitor.post("/who", data={"actor": "second-linguist"}, headers={"Cookie": token})
            assert as_other.status_code == 403

    @pytest.mark.parametrize(
        ("name", "password"),
        [("linguist", "wrong"), ("nobody", "x"), ("former", "x"), ("linguist", "x" * 2000)],
    )
    def test_wrong_ones_do_not(self, team: Page, name: str, password: str) -> None:
        with self.stranger(team) as visitor:
            answer = visitor.post("/login", data={"name": name, "password": password})
            assert answer.status_code == 403
            assert "set-cookie" not in answer.headers
            assert "Name or password is wrong" in answer.text

    def test_guessing_is_slowed_down(self, team: Page) -> None:
        with self.stranger(team) as visitor:
            wrong = {"name": "linguist", "password": "wrong"}
            answers = [visitor.post("/login", data=wrong).status_code for _ in range(7)]
            assert answers == [403] * 5 + [429] * 2

    def test_loopback_names_are_foreign_to_it(self, team: Page) -> None:
        with self.stranger(team) as visitor:
            assert visitor.get("/login", headers={"Host": "localhost"}).status_code == 421


def test_a_catalogue_in_another_language_is_untouched(project: Project, reviewer: httpx.Client) -> None:
    before = project.catalogue_path(AR, ARTICLE).read_bytes()
    submit(reviewer, ADDRESS, "approve")
    assert project.catalogue_path(AR, ARTICLE).read_bytes() == before

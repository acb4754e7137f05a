"""Build: what the gate lets into the site, what is built again, and what a failure leaves standing."""

import re
import signal
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pipeline.ledger.events import Action
from tests.workflow.folder import ARTICLES, SPANISH, TEA, WATER, Folder, png

PAGE = "output/site/es/green-tea/index.html"
PDF = "output/site/es/green-tea/green-tea.pdf"
DRAFT = "output/preview/es/green-tea/index.html"


class TestGate:
    """An edition is in the site only while every message is approved exactly as it is printed."""

    def test_translated_is_not_approved(self, extracted: Folder) -> None:
        said = extracted.run("build").stdout
        assert not extracted.path(PAGE).exists()
        assert "6 awaiting approval" in said

    def test_an_approved_edition_stands_in_the_site_as_page_and_pdf(self, published: Folder) -> None:
        assert "El té es una bebida." in published.read(PAGE)
        assert published.path(PDF).read_bytes().startswith(b"%PDF-")
        assert "data-state" not in published.read(PAGE)
        assert "noindex" not in published.read(PAGE)

    def test_by_setting_there_are_no_pdfs_and_no_links_to_them(self, published: Folder) -> None:
        published.replace("pipeline.toml", "[project]", "[project]\npdf = false")
        published.run("build")
        assert not any(name.endswith(".pdf") for name in published.tree("output"))
        assert ".pdf" not in published.read(PAGE)
        assert ".pdf" not in published.read("output/site/es/index.html")

    def test_one_message_that_nobody_approved_keeps_the_edition_out(self, extracted: Folder) -> None:
        for msgid in SPANISH:
            if msgid != "Wait a moment.":
                extracted.say(Action.APPROVE, only=msgid)
        said = extracted.run("build").stdout
        assert not extracted.path(PAGE).exists()
        assert "1 awaiting approval" in said

    def test_source_editions_stand_in_the_site_as_they_are(self, folder: Folder) -> None:
        folder.run("build")
        assert "Tea is a drink." in folder.read("output/site/en/green-tea/index.html")
        assert not folder.path("output/site/es").exists()

    def test_a_draft_is_in_the_preview_with_a_banner_and_marks(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": ""})
        extracted.run("build")
        page = extracted.read(DRAFT)
        assert 'name="robots" content="noindex' in page
        assert re.search(r'<p [^>]*data-state="untranslated"[^>]*lang="en"[^>]*>Tea is a drink.', page)
        assert re.search(r'<li [^>]*data-state="translated"[^>]*>Espere un momento.', page)

    def test_a_changed_source_leaves_the_last_approved_page_up(self, published: Folder) -> None:
        approved = published.tree("output/site/es/green-tea")
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        said = published.run("publish").stdout
        assert published.tree("output/site/es/green-tea") == approved
        assert re.search(r"tea +es .*update pending +1 stale", said)
        assert "hot drink" in published.read("output/site/en/green-tea/index.html")

    def test_a_changed_translation_leaves_the_last_approved_page_up(self, published: Folder) -> None:
        approved = published.tree("output/site/es/green-tea")
        published.translate({"Tea is a drink.": "El té es una bebida!"})
        assert "update pending" in published.run("build").stdout
        assert published.tree("output/site/es/green-tea") == approved
        assert "bebida!" in published.read(DRAFT)

    def test_changed_back_is_approved_again(self, published: Folder) -> None:
        published.translate({"Tea is a drink.": "El té es una bebida!"})
        published.run("build")
        published.translate(SPANISH)
        assert "update pending" not in published.run("build").stdout

    def test_a_pending_edition_stays_pending_from_run_to_run(self, published: Folder) -> None:
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        for _ in range(3):
            assert "update pending" in published.run("publish").stdout
        assert "El té es una bebida." in published.read(PAGE)

    def test_the_update_replaces_the_page_once_it_is_approved(self, published: Folder) -> None:
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        published.run("publish")
        published.translate({"Tea is a hot drink.": "El té es una bebida caliente."})
        published.approve()
        assert "update pending" not in published.run("publish").stdout
        assert "bebida caliente" in published.read(PAGE)

    def test_a_revoked_approval_withdraws_the_page_at_once(self, published: Folder) -> None:
        published.say(Action.REVOKE, only="Tea is a drink.")
        said = published.run("publish", code=1).stdout
        assert "withdrawn from the site: es/tea" in said
        assert not published.path("output/site/es/green-tea").exists()
        assert "green-tea/index.html" not in published.read("output/site/es/index.html")
        published.run("publish", code=0)

    def test_a_rejected_text_withdraws_the_page_at_once(self, published: Folder) -> None:
        published.say(Action.REJECT, only="Tea is a drink.")
        published.run("publish", code=1)
        assert not published.path(PAGE).exists()

    def test_a_revocation_withdraws_a_pending_page_too(self, published: Folder) -> None:
        published.say(Action.REVOKE, only="Wait a moment.")
        published.replace("source/tea.md", "- Wait a moment.", "- Wait for a moment.")
        published.run("publish", code=1)
        assert not published.path(PAGE).exists()

    def test_by_setting_a_change_withdraws_the_page(self, published: Folder) -> None:
        published.replace("pipeline.toml", "[reviewers", '[review]\non_change = "withdraw"\n\n[reviewers')
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        published.run("publish", code=1)
        assert not published.path(PAGE).exists()

    def test_a_feed_that_was_tampered_with_closes_the_gate(self, published: Folder) -> None:
        feed = "locales/es/ledger/tea/reviewer.jsonl"
        published.replace(feed, '"reviewer"', '"somebody"')
        published.run("build", code=1)
        assert not published.path(PAGE).exists()

    def test_strict_asks_for_a_person_while_anything_is_unpublished(self, extracted: Folder) -> None:
        extracted.run("publish", "--strict", code=1)
        extracted.run("publish", code=0)

    def test_without_its_article_an_edition_is_gone(self, published: Folder) -> None:
        published.replace("source/tea.md", " See [all about water](water.md).", "")
        published.path("source/water.md").unlink()
        published.run("publish")
        assert not published.path("output/site/es/water").exists()
        assert not published.path("output/site/en/water").exists()


class TestIncrement:
    """Only what changed is built again."""

    def test_nothing_to_do_touches_no_file_and_says_so(self, published: Folder) -> None:
        before = published.stamps()
        assert "Nothing to do" in published.run("build").stdout
        assert published.stamps() == before

    def test_nothing_to_do_says_how_many_editions_were_rendered(self, published: Folder) -> None:
        assert '"rendered": 0' in published.run("build", "--format", "json").stdout

    def test_a_changed_article_is_built_again_and_no_other(self, published: Folder) -> None:
        before = published.stamps("output/site")
        published.replace("source/water.md", "Water is wet.", "Water is quite wet.")
        published.run("publish")
        after = published.stamps("output/site")
        untouched = {name for name in before if before[name] == after.get(name)}
        assert {name for name in before if "/green-tea/" in name} <= untouched
        assert "output/site/en/water/index.html" not in untouched
        assert "output/site/es/water/index.html" in untouched

    def test_a_changed_translation_rebuilds_its_own_edition_only(self, extracted: Folder) -> None:
        extracted.run("build")
        before = extracted.stamps("output")
        extracted.translate({"Water is wet.": "El agua moja mucho."}, WATER)
        extracted.run("build")
        after = extracted.stamps("output")
        assert {name for name in before if before[name] != after.get(name)} == {
            "output/preview/.imprimatur.json",
            "output/preview/es/water/index.html",
            "output/preview/es/water/water.pdf",
        }

    def test_a_new_article_leaves_the_pages_of_others_alone(self, published: Folder) -> None:
        before = published.stamps("output/site")
        published.write("source/milk.md", ARTICLES[WATER].replace("Water", "Milk"))
        published.run("publish")
        after = published.stamps("output/site")
        touched = {name for name in before if before[name] != after.get(name)}
        assert not {name for name in touched if "/green-tea/" in name or "/water/" in name}
        assert "milk" in published.read("output/site/en/index.html")

    def test_a_changed_image_rebuilds_the_pdf_that_shows_it(self, folder: Folder) -> None:
        folder.write("source/cup.png", png(0))
        folder.replace("source/tea.md", "- Wait a moment.", "![A cup](cup.png)")
        folder.run("build")
        before = folder.tree("output/site")
        folder.write("source/cup.png", png(255))
        folder.run("build")
        after = folder.tree("output/site")
        assert {name for name in before if before[name] != after[name]} == {
            "output/site/.imprimatur.json",
            "output/site/en/green-tea/green-tea.pdf",
            "output/site/media/cup.png",
        }

    def test_a_picture_of_one_locale_waits_for_the_edition_that_shows_it(self, extracted: Folder) -> None:
        extracted.write("source/cup.png", png(0))
        extracted.write("source/cup.es.png", png(255))
        extracted.replace("source/tea.md", "- Wait a moment.", "- Wait a moment.\n\n![A cup](cup.png)")
        extracted.run("extract")
        extracted.translate({"![A cup](cup.png)": "![Una taza](cup.png)"})
        extracted.run("build")
        assert extracted.path("output/preview/media/cup.es.png").exists()
        assert extracted.path("output/site/media/cup.png").exists()
        assert not extracted.path("output/site/media/cup.es.png").exists()
        extracted.approve(TEA)
        extracted.run("build")
        assert "media/cup.es.png" in extracted.read("output/site/es/green-tea/index.html")
        assert extracted.path("output/site/media/cup.es.png").exists()

    def test_a_changed_brand_rebuilds_every_page(self, published: Folder) -> None:
        before = published.stamps("output/site")
        published.replace("pipeline.toml", 'name = "Example"', 'name = "Another"')
        published.run("build")
        after = published.stamps("output/site")
        pages = [name for name in before if name.endswith((".html", ".pdf"))]
        assert len(pages) > 8
        assert all(before[name] != after[name] for name in pages)
        assert "Another" in published.read(PAGE)

    def test_a_changed_theme_rebuilds_every_page(self, published: Folder) -> None:
        before = published.stamps("output/site")
        published.write("source/_theme/style.css", "body { color: black; }")
        published.run("build")
        after = published.stamps("output/site")
        pages = [name for name in before if name.endswith("index.html")]
        assert not {name for name in pages if before[name] == after[name]}
        assert any(
            "color: black" in text.decode()
            for name, text in published.tree("output/site").items()
            if name.endswith(".css")
        )

    def test_a_page_that_was_deleted_or_changed_by_hand_is_built_again(self, published: Folder) -> None:
        wanted = published.tree("output")
        published.path(PDF).unlink()
        published.write(DRAFT, "by hand")
        published.run("build")
        assert published.tree("output") == wanted

    def test_deleted_caches_change_nothing_but_the_time_it_takes(self, published: Folder) -> None:
        wanted = published.tree("output")
        for path in sorted(published.path(".pipeline").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        published.run("build")
        assert published.tree("output") == wanted

    def test_a_deleted_output_is_built_from_the_files_alone_byte_for_byte(self, published: Folder) -> None:
        wanted = published.tree("output")
        for path in sorted(published.path("output").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        published.run("build")
        assert published.tree("output") == wanted

    def test_many_processes_build_the_same_bytes_as_one(self, published: Folder) -> None:
        wanted = published.tree("output")
        for path in sorted(published.path("output").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        published.run("build", "--jobs", "2")
        assert published.tree("output") == wanted


class TestFailure:
    """A run that fails or is killed leaves yesterday's pages standing."""

    def test_a_broken_article_leaves_all_pages_as_they_were(self, published: Folder) -> None:
        before = published.stamps("output", "locales")
        published.replace("source/water.md", "title: Water", "title: Water\ndate: tomorrow")
        published.run("publish", code=2)
        assert published.stamps("output", "locales") == before

    def test_a_killed_build_leaves_whole_pages_and_the_next_run_finishes(self, published: Folder) -> None:
        before = published.tree("output")
        for number in range(4):
            published.write(f"source/more-{number}.md", ARTICLES[TEA].replace("green-tea", f"more-{number}"))
        process = published.start("build", "--jobs", "1")
        assert process.stderr is not None
        try:
            line = process.stderr.readline()
            assert line.startswith("built preview"), line + process.stderr.read()
            process.send_signal(signal.SIGKILL)
        finally:
            process.kill()
            process.communicate()
        assert {name: data for name, data in published.tree("output").items() if name in before} == before
        published.run("build")
        assert published.path("output/site/en/more-3/index.html").exists()
        assert sorted(path.name for path in published.path("output").iterdir()) == ["preview", "site"]

    def test_a_build_that_was_killed_while_it_wrote_is_swept_up(self, published: Folder) -> None:
        published.write("output/.site-0badcafe/en/half.html", "<p>half")
        published.write("output/.preview-0badcafe/half.html", "<p>half")
        published.run("build")
        assert sorted(path.name for path in published.path("output").iterdir()) == ["preview", "site"]


class _Links(HTMLParser):
    """Collects what a page points to, and the ids that it has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del tag
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(str(values["id"]))
        for name in ("href", "src"):
            if target := values.get(name):
                self.targets.append(target)


def dead_links(output: Path) -> Iterator[str]:
    """Yield every link of the pages in `output` that leads to no file or to no id."""
    pages = {path: _Links(path.read_text("utf-8")) for path in output.rglob("*.html")}
    assert pages
    for page, links in pages.items():
        for target in links.targets:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            there = path.is_file() and path.is_relative_to(output.resolve())
            ids = pages[path].ids if path in pages else set()
            if not there or (parts.fragment and ids and unquote(parts.fragment) not in ids):
                yield f"{page.relative_to(output)}: {target}"


class TestLinks:
    """Every link of both outputs leads to what is there."""

    def check(self, folder: Folder) -> None:
        for name in ("site", "preview"):
            assert list(dead_links(folder.path("output") / name)) == []

    def test_with_everything_published(self, published: Folder) -> None:
        self.check(published)
        assert 'href="../../es/water/index.html"' in published.read(PAGE)

    def test_with_nothing_approved(self, extracted: Folder) -> None:
        extracted.run("build")
        self.check(extracted)

    def test_a_link_to_an_unpublished_edition_leads_to_the_source(self, extracted: Folder) -> None:
        extracted.approve(TEA)
        extracted.run("build")
        self.check(extracted)
        assert 'href="../../en/water/index.html"' in extracted.read(PAGE)

    def test_after_a_linked_edition_was_withdrawn(self, published: Folder) -> None:
        published.say(Action.REVOKE, WATER, only="Water is wet.")
        published.run("build", code=1)
        self.check(published)
        assert 'href="../../en/water/index.html"' in published.read(PAGE)

    def test_a_pending_page_follows_where_a_linked_edition_went(self, published: Folder) -> None:
        published.translate({"Tea is a drink.": "El té es una bebida!"})
        published.say(Action.REVOKE, WATER, only="Water is wet.")
        published.run("build", code=1)
        self.check(published)
        published.run("build")
        self.check(published)

    def test_a_pending_page_follows_a_new_slug(self, published: Folder) -> None:
        published.translate({"Tea is a drink.": "El té es una bebida!"})
        published.translate({"water": "agua"}, WATER)
        published.approve(WATER)
        published.run("build")
        self.check(published)
        assert published.path("output/site/es/agua/index.html").exists()

    def test_a_pending_page_keeps_an_image_that_the_article_no_longer_shows(self, published: Folder) -> None:
        published.write("source/cup.png", png(255))
        published.replace("source/tea.md", "- Wait a moment.", "- Wait a moment.\n\n![A cup](cup.png)")
        published.run("extract")
        published.translate({"![A cup](cup.png)": "![Una taza](cup.png)"})
        published.approve()
        published.run("build")
        assert "cup.png" in published.read(PAGE)
        published.replace("source/tea.md", "\n\n![A cup](cup.png)", "")
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        published.path("source/cup.png").unlink()
        published.run("publish")
        assert "cup.png" in published.read(PAGE)
        self.check(published)

    def test_a_link_to_an_article_that_is_gone_is_taken_out_of_a_pending_page(
        self, published: Folder
    ) -> None:
        published.replace("source/tea.md", "See [all about water](water.md).", "Mind the heat.")
        published.path("source/water.md").unlink()
        assert "update pending" in published.run("publish").stdout
        self.check(published)
        assert "todo sobre el agua" in published.read(PAGE)


def test_two_builds_at_once_wait_for_each_other(published: Folder) -> None:
    from pipeline import store

    with store.lock(published.root, "output", doing="building pages", on_wait=lambda _: None):
        process = published.start("build")
        assert process.stderr is not None
        line = process.stderr.readline()
        assert "waiting for “building pages” (process" in line
        time.sleep(0.2)
        assert process.poll() is None
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0, err
    assert "Nothing to do" in out


def test_what_is_saved_while_a_publication_waits_is_in_it(published: Folder) -> None:
    from pipeline import store

    published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
    with store.lock(published.root, "output", doing="building pages", on_wait=lambda _: None):
        process = published.start("publish")
        assert process.stderr is not None
        while "waiting for “building pages”" not in process.stderr.readline():
            assert process.poll() is None
        published.replace("source/water.md", "is wet", "is very wet")
    process.communicate(timeout=60)
    assert "very wet" in published.read("output/site/en/water/index.html")

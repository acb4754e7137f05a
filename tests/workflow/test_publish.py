"""Publish, status and init: one command from a fresh folder to pages, and what it tells of them."""

import json
import re
import shutil
from pathlib import Path

from tests.workflow.folder import TEA, Folder


class TestPublish:
    """`pipeline publish`."""

    def test_from_articles_to_pages_in_one_command(self, folder: Folder) -> None:
        folder.replace("pipeline.toml", 'locales = ["es"]', 'locales = ["es"]\npreview_locales = ["en_XA"]')
        said = folder.run("publish").stdout
        head, *rows = said.splitlines()
        assert head.split() == "article locale messages drafted translated approved where why".split()
        assert re.match(r"tea +en +published +source$", rows[0])
        assert re.match(r"tea +es +6 +0 +0 +0 +preview +6 untranslated$", rows[1])
        assert re.match(r"tea +en-XA +6 +6 +0 +0 +preview +pseudo-locale, .*, 6 draft$", rows[2])
        for name in re.findall(r"^Open (\S+)$", said, re.MULTILINE):
            assert folder.path(name).is_file()

    def test_a_second_publication_has_nothing_to_do_and_touches_nothing(self, published: Folder) -> None:
        published.run("publish")
        before = published.stamps()
        assert "Nothing to do" in published.run("publish").stdout
        assert published.stamps() == before

    def test_it_finds_what_changed_after_a_publication_with_nothing_to_do(self, published: Folder) -> None:
        published.run("publish")
        published.run("publish")
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        assert "update pending" in published.run("publish").stdout

    def test_that_editions_wait_for_review_is_no_failure(self, extracted: Folder) -> None:
        assert "6 awaiting approval" in extracted.run("publish", code=0).stdout

    def test_it_tells_machines_the_same(self, published: Folder) -> None:
        told = json.loads(published.run("publish", "--format", "json").stdout)
        rows = {(row["article"], row["locale"]): row for row in told["rows"]}
        assert rows["tea", "es"]["status"] == "published"
        assert rows["tea", "es"]["states"] == {"approved": 6}
        assert published.path(rows["tea", "es"]["page"]).is_file()

    def test_a_new_output_says_that_it_keeps_no_last_approved_pages(self, published: Folder) -> None:
        published.translate({"Tea is a drink.": "El té se bebe."})
        assert "site.afresh" not in published.run("publish").output
        shutil.rmtree(published.path("output"))
        said = published.run("publish").stderr
        assert "no last approved page is kept here of es/tea" in said
        assert "copy output/site here" in said

    def test_it_says_what_is_missing_message_by_message(self, published: Folder) -> None:
        published.translate({"Tea is a drink.": "El té se bebe."})
        line = "es/tea waits for jora6if6  translated, needs linguist  “Tea is a drink.”"
        for _ in range(3):
            assert line in published.run("publish").stdout

    def test_without_drafts_if_so_asked(self, folder: Folder) -> None:
        folder.replace("pipeline.toml", 'locales = ["es"]', 'preview_locales = ["en_XA"]')
        assert "6 untranslated" in folder.run("publish", "--no-draft").stdout


class TestStatus:
    """`pipeline status`."""

    def test_each_edition_with_its_messages_by_state_and_what_blocks_it(self, extracted: Folder) -> None:
        extracted.translate({"Tea is a drink.": ""})
        extracted.approve()
        told = json.loads(extracted.run("status", "--format", "json").stdout)
        line = next(each for each in told if (each["article"], each["locale"]) == ("tea", "es"))
        assert (line["messages"], line["untranslated"], line["approved"]) == (6, 1, 5)
        assert line["blocked_by"] == ["1 untranslated"]
        assert not line["publishable"]

    def test_it_changes_nothing(self, extracted: Folder) -> None:
        before = extracted.stamps()
        extracted.run("status")
        assert extracted.stamps() == before

    def test_a_source_that_moved_on_is_seen_before_it_is_extracted(self, published: Folder) -> None:
        published.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
        told = json.loads(published.run("status", "--format", "json").stdout)
        line = next(each for each in told if each["article"] == TEA)
        assert line["blocked_by"] == ["1 untranslated"]


class TestInit:
    """`pipeline init DIR`."""

    def test_a_new_folder_can_be_published_at_once(self, tmp_path: Path) -> None:
        Folder(tmp_path).run("init", str(tmp_path / "mine"))
        mine = Folder(tmp_path / "mine")
        mine.run("publish")
        assert "Nothing is printed that nobody approved." in mine.read(
            "output/site/en/first-article/index.html"
        )
        assert "⟦" in mine.read("output/preview/en-XA/first-article/index.html")
        assert mine.path("output/preview/es/first-article/first-article.pdf").is_file()

    def test_it_keeps_what_is_built_out_of_git(self, tmp_path: Path) -> None:
        Folder(tmp_path).run("init", str(tmp_path / "mine"))
        assert (tmp_path / "mine/.gitignore").read_text().split() == ["/output/", "/.pipeline/"]

    def test_it_never_writes_over_a_folder_that_is_there(self, extracted: Folder) -> None:
        before = extracted.stamps()
        said = extracted.run("init", str(extracted.root), code=2).stderr
        assert "pipeline.toml: error: this file is there already" in said
        assert extracted.stamps() == before

"""Bad input, as a user meets it: one clear message that says where, what and what to do, and no harm."""

import contextlib
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import store
from tests.workflow.folder import REPOSITORY, TEA, WATER, Folder, png

HEAD = "---\ntitle: Green tea\nslug: green-tea\n---\n\n"


def refused(folder: Folder, *says: str, command: str = "publish", code: int = 2) -> str:
    """Demand that a command is refused in these words (regular expressions), and that nothing changed."""
    before = folder.stamps()
    said = folder.run(command, code=code).stderr
    for words in says:
        assert re.search(words, said, re.MULTILINE), f"{words!r} is not in\n{said}"
    assert folder.stamps() == before
    return said


class TestFrontMatter:
    """What stands above an article."""

    @pytest.mark.parametrize(
        ("yaml", "says"),
        [
            ("title: [", r"source/tea.md:3: error: the front matter is not YAML"),
            ("- a\n- b", r"source/tea.md:1: error: the front matter is not a list of `key: value` lines"),
            ("title: Tea\ntitle: Tee", r"source/tea.md:3: title: error: `title` stands twice"),
            ("title: &tea Tea", r"source/tea.md:2: title: error: anchors and aliases are not allowed"),
            ("title: {a: b}", r"source/tea.md:2: title: error: `title` must be text"),
            ("title: Tea\nlocales: es", r"source/tea.md:3: locales: error: `locales` must be a list"),
            ("title: Tea\ndate: 2026-02-30", r"source/tea.md:3: date: error: `date` is not a date"),
            ("title: Tea\ndate: soon", r"source/tea.md:3: date: error: `date` is not a date"),
            ("title: Tea\nslug: ../../etc", r"source/tea.md:3: slug: error: '../../etc' cannot be part"),
            ("title: Tea\nlocales: [../es]", r"source/tea.md:3: locales: error: '../es' is no locale"),
            ("slug: tea", r"source/tea.md:1: title: error: the article has no title"),
            ("title: Tea\ntranslate: [note]", r"source/tea.md:3: translate: error: `translate` names 'note'"),
        ],
    )
    def test_each_mistake_is_told_with_its_line_and_what_to_do(
        self, extracted: Folder, yaml: str, says: str
    ) -> None:
        extracted.write("source/tea.md", f"---\n{yaml}\n---\n\nTea.\n")
        said = refused(extracted, says)
        assert re.search(r"^    \w", said, re.MULTILINE), "it says what to do"

    def test_all_mistakes_of_all_articles_are_told_together(self, extracted: Folder) -> None:
        extracted.write("source/tea.md", "---\nslug: A B\ndate: soon\n---\n\nTea.\n")
        extracted.write("source/water.md", "Water is wet.\n")
        refused(
            extracted,
            "tea.md:3: date",
            "tea.md:2: slug",
            "tea.md:1: title",
            "water.md:1: error: the article has no front matter",
        )

    def test_a_bomb_of_aliases_is_refused_at_once(self, extracted: Folder) -> None:
        lines = ["a: &a [x, x]"] + [
            f"{b}: &{b} [*{a}, *{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ]
        extracted.write("source/tea.md", "---\ntitle: Tea\n" + "\n".join(lines) + "\n---\n\nTea.\n")
        refused(extracted, "anchors and aliases are not allowed")

    def test_deep_nesting_is_refused_and_no_crash(self, extracted: Folder) -> None:
        extracted.write("source/tea.md", f"---\ntitle: Tea\nx: {'[' * 20_000}\n---\n\nTea.\n")
        refused(extracted, r"source/tea.md:3: error: the front matter is not YAML: it is nested too deeply")


class TestArticles:
    """Articles that are no good, and some that only look so."""

    def test_not_utf8(self, extracted: Folder) -> None:
        extracted.write("source/tea.md", HEAD.encode() + b"Th\xe9 vert.\n")
        refused(extracted, r"source/tea.md:6: error: byte 0xe9 is not UTF-8", "save the file as UTF-8")

    def test_utf16_is_told_as_what_it_is_not(self, extracted: Folder) -> None:
        extracted.write("source/tea.md", (HEAD + "Tea.\n").encode("utf-16"))
        refused(extracted, r"source/tea.md:1: error: byte 0xff is not UTF-8")

    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
    def test_an_empty_article(self, extracted: Folder, data: bytes) -> None:
        extracted.write("source/tea.md", data)
        refused(extracted, r"source/tea.md:1: error: the article has no front matter")

    def test_an_article_without_a_body_is_a_page_with_a_title(self, folder: Folder) -> None:
        folder.write("source/tea.md", HEAD)
        folder.run("publish")
        assert "Green tea" in folder.read("output/site/en/green-tea/index.html")

    @pytest.mark.parametrize("change", ["bom", "crlf", "cr"])
    def test_marks_and_line_ends_of_other_systems_give_the_same_pages(
        self, folder: Folder, change: str
    ) -> None:
        folder.run("publish")
        wanted = folder.tree("output/site/en/green-tea", "locales")
        data = folder.path("source/tea.md").read_bytes()
        ends = {"bom": b"\n", "crlf": b"\r\n", "cr": b"\r"}[change]
        mark = b"\xef\xbb\xbf" if change == "bom" else b""
        folder.write("source/tea.md", mark + data.replace(b"\n", ends))
        folder.run("publish")
        assert folder.tree("output/site/en/green-tea", "locales") == wanted

    def test_a_million_words_in_one_paragraph(self, extracted: Folder) -> None:
        extracted.write("source/tea.md", HEAD + "word " * 1_000_000)
        refused(extracted, r"source/tea.md:6: error: a paragraph has 4,999,999 characters", "paragraphs")

    @pytest.mark.parametrize("sign", ["> ", "- ", "* "])
    def test_ten_thousand_nested_quotes(self, extracted: Folder, sign: str) -> None:
        extracted.write("source/tea.md", HEAD + sign * 10_000 + "deep\n")
        refused(extracted, r"source/tea.md:6: error: .*nested too deeply", "keep to five levels")

    @pytest.mark.parametrize(
        "text", ["[" * 10_000, "![" * 5_000 + "](x)" * 5_000, "*a_" * 3_000, "`" * 4_000]
    )
    def test_ten_thousand_brackets_and_stars_are_printed_or_refused_in_time(
        self, folder: Folder, text: str
    ) -> None:
        folder.write("source/tea.md", f"{HEAD}a {text} b\n")
        folder.path("source/water.md").unlink()
        process = folder.start("build", "--jobs", "1")
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
        assert process.returncode in (0, 2)
        assert "Traceback" not in said

    def test_a_link_to_a_missing_article_and_a_missing_image_are_told_together(
        self, extracted: Folder
    ) -> None:
        extracted.write("source/tea.md", HEAD + "See [milk](milk.md).\n\n![A cup](cup.png)\n")
        before = extracted.tree("output")
        said = extracted.run("publish", code=2).stderr
        assert "source/tea.md:6: error: there is no article source/milk.md" in said
        assert "source/tea.md:8: error: there is no file source/cup.png" in said
        assert extracted.tree("output") == before

    @pytest.mark.parametrize(
        "target",
        ["../secret.png", "/etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "//host/x.png"],
    )
    def test_a_link_that_climbs_out_of_its_folder(self, extracted: Folder, target: str) -> None:
        extracted.write("source/tea.md", HEAD + f"[x]({target})\n")
        said = extracted.run("build", code=2).stderr
        assert "source/tea.md:6: error:" in said
        assert "is no link that a page may have" in said
        assert not extracted.path("output").exists() or not extracted.tree("output")

    def test_a_link_through_a_symbolic_link_out_of_the_folder(self, extracted: Folder) -> None:
        extracted.write("secret.png", b"\x89PNG\r\n\x1a\n")
        extracted.path("source/cup.png").symlink_to("../secret.png")
        extracted.write("source/tea.md", HEAD + "![A cup](cup.png)\n")
        assert "leads out of its folder" in extracted.run("build", code=2).stderr

    @pytest.mark.parametrize("name", ["cup.en.png", "cup.es.png"])
    def test_a_languages_own_image_that_is_a_link_out_of_the_folder(
        self, extracted: Folder, name: str
    ) -> None:
        extracted.write("secret.png", png(7))
        extracted.write("source/cup.png", png(0))
        extracted.path(f"source/{name}").symlink_to("../secret.png")
        extracted.write("source/tea.md", HEAD + "![A cup](cup.png)\n")
        said = extracted.run("build", code=2).stderr
        assert f"source/tea.md:6: error: source/{name} leads out of its folder" in said

    @pytest.mark.parametrize("name", ["logo.png", "logo.en.png", "logo.es.png"])
    def test_a_logo_that_is_a_link_out_of_the_folder(self, extracted: Folder, name: str) -> None:
        extracted.write("secret.png", png(7))
        extracted.write("source/logo.png", png(0))
        extracted.replace("pipeline.toml", 'name = "Example"', 'name = "Example"\nlogo = "logo.png"')
        extracted.run("build")
        extracted.path("source/logo.png").unlink()
        extracted.path(f"source/{name}").symlink_to("../secret.png")
        if name != "logo.png":
            extracted.write("source/logo.png", png(0))
        said = extracted.run("build", code=2).stderr
        assert f"pipeline.toml: brand.logo: error: source/{name} leads out of its folder" in said

    def test_an_image_that_is_none(self, extracted: Folder) -> None:
        extracted.write("source/cup.png", "no image")
        extracted.write("source/tea.md", HEAD + "![A cup](cup.png)\n")
        assert "source/cup.png cannot be shown: it is no PNG, JPEG" in extracted.run("build", code=2).stderr

    def test_a_name_that_no_address_can_hold(self, extracted: Folder) -> None:
        extracted.write("source/My Tea.md", HEAD)
        refused(extracted, r"source/My Tea.md: error: 'My Tea.md' cannot name an article", "small letters")

    @pytest.mark.parametrize("name", ["source/secret.md", "source/_theme/style.css", "source/_theme"])
    def test_an_article_or_a_theme_that_is_a_link_out_of_the_folder(
        self, extracted: Folder, name: str
    ) -> None:
        extracted.write("elsewhere/style.css", HEAD + "A secret.\n")
        place = extracted.path(name)
        place.parent.mkdir(exist_ok=True)
        place.symlink_to(extracted.path("elsewhere" if name.endswith("_theme") else "elsewhere/style.css"))
        refused(extracted, f"{name}: error: {name} leads out of its folder", "put a copy of the file")

    def test_an_article_may_be_a_link_to_another_file_of_the_folder(self, extracted: Folder) -> None:
        extracted.write("source/kept/milk.md", HEAD.replace("tea", "milk") + "Milk.\n")
        extracted.path("source/milk.md").symlink_to("kept/milk.md")
        extracted.run("publish")

    def test_what_editors_and_systems_hide_in_the_folders_is_no_article(self, folder: Folder) -> None:
        folder.run("extract")
        for name in ("source/.#tea.md", "source/.#cup.png", "locales/es/LC_MESSAGES/.#tea.po"):
            folder.path(name).symlink_to("somebody@somewhere.4711")
        folder.write("source/._tea.md", b"\x00\x05\x16\x07")
        folder.run("publish")

    def test_two_articles_with_one_slug(self, extracted: Folder) -> None:
        extracted.replace("source/water.md", "title: Water", "title: Water\nslug: green-tea")
        said = extracted.run("build", code=2).stderr
        assert "tea and water have the same slug in en: green-tea" in said

    def test_a_folder_in_the_place_of_an_article(self, extracted: Folder) -> None:
        extracted.path("source/milk.md").mkdir()
        refused(extracted, r"source/milk.md", code=3)

    @pytest.mark.parametrize("target", ["https://example.com/cup.png", "water.md", "#cup"])
    def test_an_image_that_is_no_file_of_the_folder(self, extracted: Folder, target: str) -> None:
        extracted.write("source/tea.md", HEAD + f"![A cup]({target})\n")
        said = extracted.run("build", code=2).stderr
        assert f"source/tea.md:6: error: '{target}' is no link that a page may have" in said

    def test_links_of_raw_html_are_held_to_the_same_and_lead_there(self, folder: Folder) -> None:
        folder.write(
            "source/tea.md", HEAD + '<div><a href="milk.md">m</a><img src="cup.png" alt="c"></div>\n'
        )
        said = folder.run("build", code=2).stderr
        assert "source/tea.md:6: error: there is no article source/milk.md" in said
        assert "source/tea.md:6: error: there is no file source/cup.png" in said
        folder.write(
            "source/tea.md", HEAD + 'A <a href="water.md#x">text</a> <img src="//host/x.png" alt="c">\n'
        )
        folder.run("build")
        page = folder.read("output/site/en/green-tea/index.html")
        assert '<a href="../../en/water/index.html#x">text</a> c' in page

    def test_after_a_refused_article_the_next_is_read_as_if_nothing_had_been(self, folder: Folder) -> None:
        folder.run("build")
        wanted = folder.tree("output/site/en")
        text = folder.read("source/tea.md")
        for sign in ("- ", "> "):
            folder.write("source/tea.md", HEAD + sign * 10_000 + "deep\n")
            folder.run("build", code=2)
        folder.write("source/tea.md", text)
        shutil.rmtree(folder.path("output"))
        folder.run("build")
        assert folder.tree("output/site/en") == wanted


class TestCatalogues:
    """What editors, merges and accidents make of catalogues."""

    def test_cut_off_anywhere_it_is_refused_or_whole(self, extracted: Folder) -> None:
        data = extracted.path(extracted.po()).read_bytes()
        whole = data.rstrip()
        for end in (*range(1, len(whole), 61), len(whole) - 1):
            extracted.write(extracted.po(), data[:end])
            refused(extracted, r"locales/es/LC_MESSAGES/tea.po", command="extract")

    def test_an_empty_file(self, extracted: Folder) -> None:
        extracted.write(extracted.po(), "")
        refused(extracted, r"tea.po:1: error: the file is empty", command="extract")
        refused(extracted, r"tea.po:1: error: the file is empty", command="build")

    def test_merge_markers(self, extracted: Folder) -> None:
        extracted.replace(
            extracted.po(),
            'msgstr "El té es una bebida."',
            '<<<<<<< HEAD\nmsgstr "El té es una bebida."\n=======\nmsgstr "El té, una bebida."\n>>>>>>> es',
        )
        said = refused(extracted, r"tea.po:\d+: error: a merge conflict marker: <<<<<<<")
        assert said.count("merge conflict marker") == 3

    def test_a_doubled_message(self, extracted: Folder) -> None:
        extra = '\nmsgid "Making it"\nmsgstr "Elaboración"\n'
        extracted.write(extracted.po(), extracted.read(extracted.po()) + extra)
        refused(extracted, r"tea.po:\d+: error: the same message twice, here and in line \d+: ", "keep the")

    @pytest.mark.parametrize("charset", ["ISO-8859-1", "UTF-16", "CHARSET"])
    def test_the_wrong_charset_in_the_header(self, extracted: Folder, charset: str) -> None:
        extracted.replace(extracted.po(), "charset=UTF-8", f"charset={charset}")
        refused(extracted, rf"tea.po:1: error: the charset is {charset}, not UTF-8", "save the file as UTF-8")

    def test_the_wrong_charset_in_the_bytes(self, extracted: Folder) -> None:
        extracted.write(extracted.po(), extracted.read(extracted.po()).encode("latin-1", "replace"))
        refused(extracted, r"tea.po:\d+: error: .*UTF-8")

    @pytest.mark.parametrize(
        ("header", "says"),
        [
            (None, "plural messages, but the header has no Plural-Forms"),
            ("nplurals=0; plural=0;", "Plural-Forms makes no sense"),
            ("nplurals=2; plural=n/0;", "Plural-Forms makes no sense"),
            ("nplurals=2; plural=__import__('os');", "Plural-Forms makes no sense"),
            ("nplurals=99; plural=n;", "Plural-Forms makes no sense"),
            ("nplurals=3; plural=n%3;", "2 plural forms where Plural-Forms says 3"),
        ],
    )
    def test_plural_forms_that_make_no_sense(self, extracted: Folder, header: str | None, says: str) -> None:
        text = re.sub(r'"Plural-Forms.*\n', "", extracted.read(extracted.po()))
        if header:
            text = text.replace('"Content-Type', f'"Plural-Forms: {header}\\n"\n"Content-Type', 1)
        text += '\nmsgid "{n} cup"\nmsgid_plural "{n} cups"\nmsgstr[0] "una taza"\nmsgstr[1] "{n} tazas"\n'
        extracted.write(extracted.po(), text)
        refused(extracted, rf"tea.po:\d+: error: {re.escape(says)}", "nplurals=2|give all of")

    def test_absurd_plural_forms_do_not_matter_without_plural_messages(self, extracted: Folder) -> None:
        extracted.replace(extracted.po(), '"Content-Type', '"Plural-Forms: none\\n"\n"Content-Type')
        extracted.run("extract")

    def test_flags_in_the_lines_of_new_gettext_are_read_and_kept(self, extracted: Folder) -> None:
        old = 'msgid "Making it"'
        extracted.replace(extracted.po(), old, "#= fuzzy, range: 0..2\n" + old)
        before = extracted.stamps()
        assert extracted.entry("Making it").fuzzy
        extracted.run("extract")
        assert extracted.stamps() == before

    def test_all_mistakes_of_all_catalogues_are_told_together(self, extracted: Folder) -> None:
        extracted.replace(extracted.po(TEA), "charset=UTF-8", "charset=ASCII")
        extracted.replace(extracted.po(WATER), 'msgstr "Agua"', "msgstr Agua")
        refused(extracted, r"tea.po:1: error: the charset", r"water.po:\d+: error: ", command="extract")
        refused(extracted, r"tea.po:1: error: the charset", r"water.po:\d+: error: ", command="build")

    def test_a_translation_that_is_code_is_printed_as_text(self, extracted: Folder) -> None:
        attack = '<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) #eval("1")'
        extracted.translate({"Tea is a drink.": attack, "Green tea": attack})
        extracted.run("build")
        page = extracted.read("output/preview/es/green-tea/index.html")
        assert "<script>alert" not in page
        assert "<img" not in page
        assert 'href="javascript' not in page


class TestSettings:
    """`pipeline.toml`."""

    def test_none_at_all(self, tmp_path: Path) -> None:
        said = Folder(tmp_path).run("publish", code=2).stderr
        assert "pipeline.toml: error: there is no pipeline.toml" in said
        assert "pipeline init DIR" in said

    def test_no_folder_at_all(self, tmp_path: Path) -> None:
        assert "pipeline init DIR" in Folder(tmp_path / "nowhere").run("publish", code=2).stderr

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            (
                'locales = ["es"]',
                'locale = ["es"]',
                r"toml:2: project.locale: error: .*`locale`.*\n.*`locales`",
            ),
            ("[brand]", "[barnd]", r"toml:4: barnd: error: unknown setting `barnd`.*\n.*mean `brand`"),
            ("engines = []", 'engines = ["apertum"]', r"toml:8: draft.engines: .*\n.*mean `apertium`"),
            ('["es"]', '["es", "klingon"]', r"toml:2: project.locales: error: 'klingon' is no locale"),
            ('["es"]', '["es", "xx"]', r"toml:2: project.locales: error: 'xx' is no locale"),
            ('["es"]', '["../es"]', r"toml:2: project.locales: error: '../es' is no locale"),
            ('["es"]', '"es"', r"toml:2: project.locales: error: `project.locales` must be a list"),
            ('["es"]', '["es", "en"]', r"toml:2: project.locales: error: `en` is the source's language"),
            ('["es"]', '["es", "en_XA"]', r"toml:2: project.locales: error: `en_XA` is a pseudo-locale"),
            ('"Example"', "7", r"toml:5: brand.name: error: `brand.name` must be text"),
            ("[brand]", '[brand]\ncolour = "red"', r"toml:5: brand.colour: error: 'red' is no colour"),
            ("[brand]", "[brand", r"toml.*error: .*line 4"),
            ("[reviewers", '[review]\non_chnge = "keep"\n[reviewers', r"on_chnge.*\n.*on_change"),
        ],
    )
    def test_each_mistake_is_told_with_its_line_and_the_next_step(
        self, extracted: Folder, old: str, new: str, says: str
    ) -> None:
        extracted.replace("pipeline.toml", old, new)
        refused(extracted, says)

    def test_all_mistakes_are_told_together(self, extracted: Folder) -> None:
        extracted.write("pipeline.toml", '[project]\nlocales = ["xx"]\nfoo = 1\n[brand]\ncolour = "red"\n')
        refused(extracted, "'xx' is no locale", "unknown setting `foo`", "'red' is no colour")

    def test_not_utf8(self, extracted: Folder) -> None:
        extracted.write("pipeline.toml", b'[brand]\nname = "Caf\xe9"\n')
        refused(extracted, r"pipeline.toml:2: error: .*UTF-8")

    def test_no_articles_at_all(self, extracted: Folder) -> None:
        for path in extracted.path("source").glob("*.md"):
            path.unlink()
        refused(extracted, "source: error: there are no articles", "source/my-article.md")

    def test_no_source_folder(self, extracted: Folder) -> None:
        shutil.rmtree(extracted.path("source"))
        refused(extracted, "source: error: there are no articles")

    @pytest.mark.parametrize("command", [("draft", "kl"), ("check", "kl"), ("draft", "../es")])
    def test_a_locale_on_the_command_line_that_is_none_of_them(
        self, extracted: Folder, command: tuple[str, ...]
    ) -> None:
        said = extracted.run(*command, code=2).stderr
        assert f"{command[1]!r} is none of this folder's locales" in said
        assert "there are en, es" in said


class TestMachine:
    """A machine that cannot."""

    def test_without_apertium_the_run_goes_on_and_says_what_to_install(
        self, folder: Folder, tmp_path: Path
    ) -> None:
        folder.replace("pipeline.toml", "engines = []", 'engines = ["apertium"]')
        folder.replace("pipeline.toml", '["es"]', '["es", "de"]')
        done = folder.run("publish", env={"PATH": str(tmp_path)})
        assert re.search(
            r"^de: 8 messages stay untranslated: .*name another engine for de", done.stderr, re.M
        )
        assert re.search(
            r"^es: 8 messages stay untranslated: .*apt-get install .*apertium", done.stderr, re.M
        )
        assert folder.path("output/site/en/green-tea/index.html").exists()
        assert folder.path("output/preview/es/green-tea/index.html").exists()

    def test_a_folder_that_may_not_be_written_to(self, extracted: Folder) -> None:
        with read_only(extracted):
            for command in ("extract", "build", "publish"):
                code, said = in_process(extracted, command)
                assert code == 3, said
                assert "cannot write" in said
                assert "Traceback" not in said

    def test_what_only_reads_works_in_a_folder_that_may_not_be_written_to(self, extracted: Folder) -> None:
        with read_only(extracted):
            for command in ("status", "check"):
                code, said = in_process(extracted, command)
                assert code == 0, said

    def test_a_full_disk_leaves_catalogues_and_pages_as_they_were(
        self, extracted: Folder, tmp_path: Path
    ) -> None:
        extracted.run("build")
        with small_disk(tmp_path / "disk") as disk:
            full = Folder(Path(shutil.copytree(extracted.root, disk / "content")))
            full.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.\n\n" + "More. " * 50)
            fill(disk)
            catalogues, pages = full.tree("locales"), full.tree("output")
            code, said = in_process(full, "publish")
            assert code == 3, said
            assert "the disk is full" in said
            assert "free some space" in said
            assert full.tree("output") == pages
            left = full.tree("locales")
            (disk / "ballast").unlink()
            assert in_process(full, "publish")[0] == 0
            whole = full.tree("locales")
            assert all(left[name] in (catalogues[name], whole[name]) for name in whole)

    def test_a_disk_that_fills_up_between_the_two_outputs_changes_neither(
        self, extracted: Folder, tmp_path: Path
    ) -> None:
        extracted.run("build")
        with small_disk(tmp_path / "disk") as disk:
            full = Folder(Path(shutil.copytree(extracted.root, disk / "content")))
            pages = full.tree("output")
            full.replace("source/tea.md", "Tea is a drink.", "Tea is a hot drink.")
            codes = []
            # The preview needs about 150 KB and the site half of that.
            for free in range(20_000, 440_000, 70_000):
                fill(disk, free)
                code, said = in_process(full, "build")
                (disk / "ballast").unlink()
                codes.append(code)
                if code == 0:
                    break
                assert "the disk is full" in said
                assert full.tree("output") == pages
            assert codes.count(3) > 1
            assert codes[-1] == 0

    def test_a_limit_on_file_size_is_told_and_nothing_is_half_written(self, extracted: Folder) -> None:
        code, said = in_process(extracted, "build", limit=20_000)
        assert code == 3, said
        assert "cannot write" in said
        assert not extracted.tree("output")

    def test_a_second_run_waits_and_says_for_what(self, extracted: Folder) -> None:
        with store.lock(extracted.root, "catalogues", doing="extracting messages", on_wait=lambda _: None):
            process = extracted.start("extract")
            assert process.stderr is not None
            line = process.stderr.readline()
        out, said = process.communicate(timeout=30)
        assert re.match(r"waiting for “extracting messages” \(process \d+, since \d\d:\d\d:\d\d\)", line)
        assert process.returncode == 0, said
        assert "no change" in out

    def test_two_publications_at_once_both_come_to_the_same_pages(self, extracted: Folder) -> None:
        runs = [extracted.start("publish", "--jobs", "1") for _ in range(2)]
        said = [run.communicate(timeout=60) for run in runs]
        assert [run.returncode for run in runs] == [0, 0], said
        pages = extracted.tree("output")
        extracted.run("build")
        assert extracted.tree("output") == pages
        assert sorted(path.name for path in extracted.path("output").iterdir()) == ["preview", "site"]

    def test_a_dead_run_keeps_nobody_waiting(self, extracted: Folder) -> None:
        script = (
            "import os, sys; from pathlib import Path; from pipeline import store\n"
            "with store.lock(Path(sys.argv[1]), 'output', doing='building pages', on_wait=print): os._exit(9)"
        )
        environment = dict(os.environ, PYTHONPATH=str(REPOSITORY))
        subprocess.run([sys.executable, "-c", script, str(extracted.root)], env=environment, check=False)
        assert "waiting" not in extracted.run("build").stderr


def in_process(folder: Folder, command: str, *, limit: int = 0) -> tuple[int, str]:
    """Run a command in a process of its own, files held to `limit` bytes; return exit code and output."""
    arguments = [command, *(["--jobs", "1"] if command in ("build", "publish") else [])]
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "-C", str(folder.root), *arguments],
        capture_output=True,
        text=True,
        env=dict(os.environ, PYTHONPATH=str(REPOSITORY)),
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@contextlib.contextmanager
def read_only(folder: Folder) -> Iterator[None]:
    """Let nobody write to a folder; where the user may do everything, by mounting it so."""
    if os.geteuid() != 0:
        for path in (folder.root, *folder.root.rglob("*")):
            path.chmod(path.stat().st_mode & ~0o222)
        try:
            yield
        finally:
            for path in (folder.root, *folder.root.rglob("*")):
                path.chmod(path.stat().st_mode | 0o200)
        return
    _mount("--bind", str(folder.root), str(folder.root))
    try:
        _mount("-o", "remount,bind,ro", str(folder.root))
        yield
    finally:
        subprocess.run(["umount", str(folder.root)], check=True)


@contextlib.contextmanager
def small_disk(where: Path) -> Iterator[Path]:
    """Mount a disk of a few megabytes."""
    where.mkdir()
    _mount("-t", "tmpfs", "-o", "size=4m", "tmpfs", str(where))
    try:
        yield where
    finally:
        subprocess.run(["umount", str(where)], check=True)


def fill(disk: Path, left: int = 16_384) -> None:
    """Leave a disk no more room than `left`, by default what a few small files need."""
    free = shutil.disk_usage(disk).free
    (disk / "ballast").write_bytes(bytes(max(0, free - left)))


def _mount(*arguments: str) -> None:
    """Mount, or skip the test where that is not allowed."""
    if shutil.which("mount") is None or subprocess.run(["mount", *arguments], capture_output=True).returncode:
        pytest.skip("this user may not mount a disk")

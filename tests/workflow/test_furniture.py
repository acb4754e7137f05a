"""What a content folder says of its pages' furniture: words, faces and footer."""

from pathlib import Path

from tests.workflow.folder import SETTINGS, make


def test_words_without_a_translation_are_told_where_they_matter(tmp_path: Path) -> None:
    folder = make(tmp_path, settings=SETTINGS.replace('["es"]', '["es", "nl"]'))
    assert "locales/nl/LC_MESSAGES/theme.po" in folder.run("publish", "--no-draft").output
    told = folder.run("check", "nl").output
    assert "words of the pages' furniture have no translation" in told
    assert "theme.po" not in folder.run("check", "es").output
    folder.write(
        "locales/nl/LC_MESSAGES/theme.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Contents"\nmsgstr "Inhoud"\n',
    )
    before = int(told.split(" words of the pages")[0].split()[-1])
    after = int(folder.run("check", "nl").output.split(" words of the pages")[0].split()[-1])
    assert after == before - 1


def test_pages_are_set_in_the_families_that_the_settings_name_for_a_script(tmp_path: Path) -> None:
    fonts = '\n[web_fonts]\nLatn = ["Inter", "A \\"quoted\\\\ name"]\n'
    folder = make(tmp_path, settings=SETTINGS + fonts)
    folder.run("publish", "--no-draft")
    (style,) = folder.path("output/site/assets").glob("style.*.css")
    assert '[lang|="es"]{--own:"Inter","A \\22 quoted\\5c  name"}' in style.read_text("utf-8")


def test_a_script_that_is_none_is_an_error_that_names_the_setting(tmp_path: Path) -> None:
    folder = make(tmp_path, settings=SETTINGS + '\n[web_fonts]\nlatin = ["Inter"]\n')
    assert "`latin` is no script" in folder.run("publish", code=2).output


def test_a_footer_that_nobody_translated_says_its_language(tmp_path: Path) -> None:
    footer = 'name = "Example"\nfooter = "Health information."'
    folder = make(tmp_path, settings=SETTINGS.replace('name = "Example"', footer).replace('["es"]', '["ar"]'))
    folder.run("publish", "--no-draft")
    assert '<p><span lang="en" dir="ltr">Health information.</span></p>' in folder.read(
        "output/preview/ar/index.html"
    )
    assert "<p>Health information.</p>" in folder.read("output/preview/en/index.html")
    folder.write(
        "locales/ar/LC_MESSAGES/theme.po",
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Health information."\nmsgstr "معلومات صحية."\n',
    )
    folder.run("publish", "--no-draft")
    assert "<p>معلومات صحية.</p>" in folder.read("output/preview/ar/index.html")

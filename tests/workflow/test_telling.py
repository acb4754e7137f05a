"""What the team is told in a preview, and where pages stood before."""

import re

from pipeline.ledger.events import Action
from tests.workflow.folder import ARTICLES, TEA, Folder


def test_a_preview_marks_every_block_and_tells_what_happened_to_it(extracted: Folder) -> None:
    extracted.say(Action.APPROVE, only="Tea is a drink.")
    extracted.run("build")
    page = extracted.read("output/preview/es/green-tea/index.html")
    assert 'data-state="approved"' in page
    assert 'data-state="translated"' in page
    title = re.search(r'<h1 data-message="(\w+)" data-state="translated"', page)
    assert title
    extracted.say(Action.APPROVE, only="Green tea")
    extracted.run("build")
    page = extracted.read("output/preview/es/green-tea/index.html")
    assert f'<h1 data-message="{title[1]}" data-state="approved"' in page
    assert title[1] in page.partition('id="past"')[2].partition("</script>")[0]
    assert "reviewer" in page.partition('id="past"')[2].partition("</script>")[0]
    assert "data-message" not in extracted.read("output/site/en/green-tea/index.html")


def test_the_status_page_names_every_translated_edition(extracted: Folder) -> None:
    extracted.run("build")
    page = extracted.read("output/preview/status.html")
    assert 'href="es/green-tea/index.html"' in page
    assert "6 awaiting approval" in page
    assert not extracted.path("output/site/status.html").exists()


def test_a_slug_of_earlier_days_leads_to_todays(folder: Folder) -> None:
    text = ARTICLES[TEA].replace("slug: green-tea", "slug: green-tea\nformer_slugs: [tea, ../tea]")
    folder.path(f"source/{TEA}.md").write_text(text, encoding="utf-8")
    folder.run("build")
    assert 'content="0; url=../green-tea/index.html"' in folder.read("output/site/en/tea/index.html")


def test_an_approved_slug_that_was_replaced_leads_to_the_new_one(published: Folder) -> None:
    published.translate({"green-tea": "te-verde"})
    published.say(Action.APPROVE, only="green-tea")
    published.run("build")
    published.translate({"green-tea": "te-verde-chino"})
    published.say(Action.APPROVE, only="green-tea")
    published.run("build")
    assert 'url=../te-verde-chino/index.html"' in published.read("output/site/es/te-verde/index.html")


def test_what_was_done_last_is_told_day_by_day(published: Folder) -> None:
    published.run("publish")
    page = published.read("output/preview/status.html")
    table = page.partition("What happened last")[2]
    assert table.count("reviewer") >= 2
    assert "approved" in table


def test_a_past_names_roles_in_the_words_of_its_language(extracted: Folder) -> None:
    settings = extracted.read("pipeline.toml")
    roles = '[reviewers.doctor]\nroles = ["medical-reviewer"]\n'
    extracted.write("pipeline.toml", f'{settings}\n[review]\nrequire = ["medical-reviewer"]\n\n{roles}')
    extracted.run("approve", "es", TEA, "--as", "doctor", "--all-clean", "--yes")
    extracted.run("build")
    page = extracted.read("output/preview/es/green-tea/index.html")
    assert "doctor (revisión médica)" in page.partition('id="past"')[2]

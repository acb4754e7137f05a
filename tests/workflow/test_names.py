"""Pages say in which roles they were reviewed, and who it was only where the settings say so."""

import subprocess

import pytest

from tests.workflow.folder import TEA, Folder

PAGE, PDF = "output/site/es/green-tea/index.html", "output/site/es/green-tea/green-tea.pdf"
NAMED = '[review]\nnames = true\n\n[reviewers.reviewer]\nname = "Reviewer One"'


def pdf_text(folder: Folder) -> str:
    done = subprocess.run(["pdftotext", folder.path(PDF), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_roles_alone_by_default(published: Folder) -> None:
    page = published.read(PAGE)
    assert "revisión lingüística" in page
    assert "reviewer" not in page.lower()


@pytest.mark.fonts
def test_names_where_the_settings_say_so_on_the_page_and_in_the_pdf(published: Folder) -> None:
    published.replace("pipeline.toml", "[reviewers.reviewer]", NAMED)
    published.run("build")
    assert "Reviewer One (revisión lingüística)" in published.read(PAGE)
    assert "Reviewer One" in pdf_text(published)


@pytest.mark.fonts
def test_a_page_that_stays_up_forgets_the_names_with_the_setting(published: Folder) -> None:
    published.replace("pipeline.toml", "[reviewers.reviewer]", NAMED)
    published.run("build")
    published.translate({"Tea is a drink.": "El té se bebe."})
    published.run("build")
    assert "Reviewer One" in published.read(PAGE)
    published.replace("pipeline.toml", "names = true", "names = false")
    assert "update pending" in published.run("build").stdout
    assert "Reviewer One" not in published.read(PAGE)
    assert "revisión lingüística" in published.read(PAGE)
    assert "Reviewer One" not in pdf_text(published)


@pytest.mark.parametrize("role", ["medical", "medical-reviewer"])
def test_a_role_that_is_required_instead_is_printed_in_the_pages_language(
    published: Folder, role: str
) -> None:
    settings = f'[review]\nrequire = ["{role}"]\n\n[reviewers.reviewer]\nroles = ["linguist", "{role}"]'
    published.replace("pipeline.toml", "[reviewers.reviewer]", settings)
    published.run("build", code=1)
    assert not published.path(PAGE).exists()
    published.run("approve", "es", TEA, "--all-clean", "--yes", "--as", "reviewer")
    published.run("build")
    assert "revisión médica" in published.read(PAGE)


def test_a_source_edition_under_review_says_who_reviewed_it(published: Folder) -> None:
    published.replace(
        "pipeline.toml", "[reviewers.reviewer]", '[review]\nsource = "approved"\n\n[reviewers.reviewer]'
    )
    published.run("build", code=1)
    page = published.path("output/site/en/green-tea/index.html")
    assert not page.exists()
    published.run("approve", "en", TEA, "--all-clean", "--yes", "--as", "reviewer")
    published.run("build")
    assert "Reviewed" in page.read_text("utf-8")

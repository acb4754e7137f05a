"""Tools that nobody here wrote look at every built page, through a real browser.

Two outputs are looked at: every type of page in every script, made by hand, and every edition of the
project's own articles, built as anybody builds them. The tools come from npm by the lock file beside
this one; `make test` and `make check` install them. Where they, Chromium or Java are missing, these
tests are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.pages import fixture

HERE = Path(__file__).parent

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (HERE / "node_modules").is_dir(), reason="make test installs the tools"),
    pytest.mark.skipif(
        not all(map(shutil.which, ("chromium", "java", "node"))), reason="Chromium, Java or Node is missing"
    ),
]


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output with every type of page in every script."""
    folder = tmp_path_factory.mktemp("types")
    fixture.write(folder)
    return folder


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the project's own articles in every locale, pseudo-locales too."""
    return fixture.build(tmp_path_factory.mktemp("editions"))


def complaints(*arguments: str) -> str:
    """Run the tools and return what they say; nothing if they are content."""
    done = subprocess.run(
        ["node", "check.mjs", *arguments],
        cwd=HERE,
        env={**os.environ, "CHROMIUM": shutil.which("chromium") or ""},
        capture_output=True,
        text=True,
        timeout=600,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


SCRIPTS = ("en", "ar", "zh_Hans", "ja", "he", "ko", "hi", "th")
"""A locale for each script: Latin, Arabic, Han, Han with kana, Hebrew, Hangul, Devanagari and Thai."""


@pytest.mark.parametrize("output", ["types", "editions"])
@pytest.mark.parametrize("kind", ["site", "preview"])
@pytest.mark.parametrize("tool", ["vnu,html-validate,linkinator,weight,keyboard", "axe", "pa11y"])
def test_the_tools_are_content(request: pytest.FixtureRequest, output: str, kind: str, tool: str) -> None:
    folder: Path = request.getfixturevalue(output)
    assert complaints(str(folder / kind), "--only", tool) == ""


def test_every_edition_is_looked_at(editions: Path) -> None:
    pages = {path.parts[-3] for path in editions.glob("preview/*/*/index.html")}
    assert pages == {"en", "es", "fr", "it", "pt-BR", "de", "ar", "zh-Hans", "ja", "en-XA", "ar-XB"}


def test_lighthouse_is_content_with_one_page_of_each_script(types: Path) -> None:
    pages = [next((types / "site").glob(f"{tag.replace('_', '-')}/pressure-*/index.html")) for tag in SCRIPTS]
    pages.append(types / "site/en/index.html")
    names = ",".join(page.relative_to(types / "site").as_posix() for page in pages)
    assert complaints(str(types / "site"), "--only", "lighthouse", "--lighthouse", names) == ""

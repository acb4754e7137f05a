"""Tools that nobody here wrote look at every page type in every script, through a real browser.

They come from npm by the lock file beside this one. `make pages` installs them; without them, or
without Chromium and Java, these tests are skipped.
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
    pytest.mark.skipif(not (HERE / "node_modules").is_dir(), reason="make pages installs the tools"),
    pytest.mark.skipif(
        not all(map(shutil.which, ("chromium", "java", "node"))), reason="Chromium, Java or Node is missing"
    ),
]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    fixture.write(folder)
    return folder


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


SCRIPTS = ("en", "ar", "zh_Hans", "ja")
"""A locale for each script that the project ships: Latin, Arabic, Han, and Han with kana."""


@pytest.mark.parametrize("kind", ["site", "preview"])
@pytest.mark.parametrize("tool", ["vnu,html-validate,linkinator,weight", "axe", "keyboard", "pa11y"])
def test_the_tools_are_content(output: Path, kind: str, tool: str) -> None:
    assert complaints(str(output / kind), "--only", tool) == ""


def test_lighthouse_is_content_with_one_page_of_each_script(output: Path) -> None:
    pages = [
        next((output / "site").glob(f"{tag.replace('_', '-')}/pressure-*/index.html")) for tag in SCRIPTS
    ]
    names = ",".join(page.relative_to(output / "site").as_posix() for page in pages)
    assert complaints(str(output / "site"), "--only", "lighthouse", "--lighthouse", names) == ""

"""Content folders, fresh for each test; the built ones are built once and copied."""

import shutil
from pathlib import Path

import pytest

from tests.workflow.folder import SPANISH, TEA, WATER, Folder, make


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Settings and two articles; no command has run yet."""
    return make(tmp_path / "content")


@pytest.fixture(scope="session")
def _extracted(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    made = make(tmp_path_factory.mktemp("extracted") / "content")
    made.run("extract")
    for article in (TEA, WATER):
        made.translate(SPANISH, article)
    return made


@pytest.fixture(scope="session")
def _published(_extracted: Folder, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    made = _copy(_extracted, tmp_path_factory.mktemp("published"))
    for article in (TEA, WATER):
        made.approve(article)
    made.run("build", "--jobs", "1")
    return made


@pytest.fixture
def extracted(_extracted: Folder, tmp_path: Path) -> Folder:
    """The same after `extract`, its Spanish catalogues translated in full, nothing approved."""
    return _copy(_extracted, tmp_path)


@pytest.fixture
def published(_published: Folder, tmp_path: Path) -> Folder:
    """The same with everything approved and built: four editions in the site."""
    return _copy(_published, tmp_path)


def _copy(folder: Folder, where: Path) -> Folder:
    return Folder(Path(shutil.copytree(folder.root, where / "content", symlinks=True)))

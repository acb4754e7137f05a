"""Init: a new content folder that can be published at once."""

from pathlib import Path

from pipeline import store
from pipeline.errors import InputError
from pipeline.model import Finding

_SETTINGS = """\
# Settings of this content folder.

[project]
source_locale = "en"
locales = ["es"]
preview_locales = ["en_XA"]

[brand]
name = "My company"

[draft]
engines = ["apertium"]
"""

_ARTICLE = """\
---
title: A first article
description: What this folder is for, and where to begin.
slug: first-article
---

Write articles in `source/`, in Markdown. Each one is a file with a title at its head.

## What happens next

1. `pipeline publish` puts every paragraph into the catalogues in `locales/` and drafts translations.
2. Translators correct the catalogues in the editor of their choice.
3. Reviewers approve what is right. Only what they approved is published.

Nothing is printed that nobody approved.
"""

_IGNORE = "/output/\n/.pipeline/\n"

_FILES = {
    "pipeline.toml": _SETTINGS,
    "source/first-article.md": _ARTICLE,
    "locales/.gitkeep": "",
    ".gitignore": _IGNORE,
}


def init(folder: Path) -> tuple[Path, ...]:
    """Lay out a new content folder; return the files that were written.

    Raises `InputError` if any of them is there already; then nothing was written.
    """
    paths = {folder / name: content for name, content in _FILES.items()}
    there = [path for path in paths if path.exists() and path.name != ".gitignore"]
    if there:
        raise InputError(
            Finding(
                id="init.exists",
                reason="this file is there already",
                hint="choose a new folder: pipeline init DIR",
                file=str(path),
            )
            for path in there
        )
    return tuple(path for path, content in paths.items() if not path.exists() and _write(path, content))


def _write(path: Path, content: str) -> bool:
    store.write_atomic(path, content.encode())
    return True

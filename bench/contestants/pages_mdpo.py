"""Translate articles with mdpo's Python API and render them with Python-Markdown: `… SOURCE PO OUTPUT`.

`PO` has a folder for each locale.
"""

import sys
from pathlib import Path

from mdpo import pofile_to_markdown

from bench.contestants.page import Renderer

source, catalogues, output = map(Path, sys.argv[1:])
articles = sorted(source.glob("*.md"))
plain = Renderer(output / "en", "en")
for path in articles:
    plain.write(path.stem, path.read_text(encoding="utf-8"))
for locale in sorted(path for path in catalogues.iterdir() if path.is_dir()):
    renderer = Renderer(output / locale.name, locale.name)
    for path in articles:
        renderer.write(path.stem, pofile_to_markdown(str(path), str(locale / f"{path.stem}.po")))

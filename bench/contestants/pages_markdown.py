"""Render translated Markdown with Python-Markdown into bare pages: `… FOLDER OUTPUT`, a folder a locale."""

import sys
from pathlib import Path

from bench.contestants.page import Renderer

folder, output = map(Path, sys.argv[1:])
for locale in sorted(path for path in folder.iterdir() if path.is_dir()):
    renderer = Renderer(output / locale.name, locale.name)
    for path in sorted(locale.glob("*.md")):
        renderer.write(path.stem, path.read_text(encoding="utf-8"))

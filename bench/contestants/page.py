"""A bare page by Python-Markdown with the extensions of our articles."""

from pathlib import Path

import markdown


class Renderer:
    """Writes pages of one locale; one converter for all, as its manual recommends."""

    def __init__(self, folder: Path, locale: str) -> None:
        """Make the folder."""
        self._folder, self._locale = folder, locale
        self._markdown = markdown.Markdown(extensions=["extra", "sane_lists", "admonition", "toc"])

    def write(self, name: str, text: str) -> None:
        """Render an article, without its front matter, into `<name>/index.html`."""
        body = text.split("---\n", 2)[2] if text.startswith("---\n") else text
        html = self._markdown.reset().convert(body)
        target = self._folder / name / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        head = f'<!doctype html><html lang="{self._locale}"><meta charset="utf-8"><title>{name}</title>'
        target.write_text(f"{head}{html}</html>", encoding="utf-8")

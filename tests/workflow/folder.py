"""A small content folder, the command line on it, and what people do to its files between two runs."""

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from click.testing import CliRunner, Result

from pipeline import feeds, po
from pipeline.catalogue import changed
from pipeline.cli import main
from pipeline.ledger.events import Action, Event, forms, short_id, subject_of
from pipeline.model import ArticleName, Entry, LocaleTag
from pipeline.workflow.project import Project, open_project, read_catalogue

ES = LocaleTag("es")
TEA, WATER = ArticleName("tea"), ArticleName("water")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
REPOSITORY = Path(__file__).parent.parent.parent

SETTINGS = """\
[project]
locales = ["es"]

[brand]
name = "Example"

[draft]
engines = []

[reviewers.reviewer]
"""

ARTICLES = {
    TEA: """\
---
title: Green tea
description: How to make it.
slug: green-tea
date: 2026-01-31
---

Tea is a drink.

## Making it

Boil the water. See [all about water](water.md).

- Wait a moment.
""",
    WATER: """\
---
title: Water
---

Water is wet.
""",
}

SPANISH = {
    "Green tea": "Té verde",
    "How to make it.": "Cómo prepararlo.",
    "Tea is a drink.": "El té es una bebida.",
    "Making it": "Preparación",
    "Boil the water. See [all about water](water.md).": "Hierva el agua. Vea [todo sobre el agua](water.md).",
    "Wait a moment.": "Espere un momento.",
    "Water": "Agua",
    "Water is wet.": "El agua moja.",
}


class Folder:
    """A content folder under test."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def project(self) -> Project:
        """The folder as the workflow sees it."""
        return open_project(self.root)

    def run(self, *arguments: str, code: int = 0, env: Mapping[str, str | None] | None = None) -> Result:
        """Run a command in the folder; demand its exit code, and never a traceback."""
        if arguments[0] in ("build", "publish") and "--jobs" not in arguments:
            # Starting processes takes longer than building so few pages.
            arguments = (*arguments, "--jobs", "1")
        result = CliRunner().invoke(main, ["-C", str(self.root), *arguments], env=env)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        assert "Traceback" not in result.output
        return result

    def start(self, *arguments: str, env: Mapping[str, str] | None = None) -> "subprocess.Popen[str]":
        """Start a command in the folder as a process of its own."""
        return subprocess.Popen(
            [sys.executable, "-m", "pipeline", "-C", str(self.root), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=dict(os.environ, PYTHONPATH=str(REPOSITORY)) | dict(env or {}),
        )

    def path(self, name: str) -> Path:
        """Return a file of the folder."""
        return self.root / name

    def read(self, name: str) -> str:
        """Return a file's text."""
        return self.path(name).read_text("utf-8")

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file of the folder, its line ends as they are given."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        """Change a text in a file, as an author or a translator does in an editor."""
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def po(self, article: str = TEA, locale: str = ES) -> str:
        """Return the name of a catalogue."""
        return f"locales/{locale}/LC_MESSAGES/{article}.po"

    def tree(self, *below: str) -> dict[str, bytes]:
        """Return every file with its content, but for what `.pipeline/` keeps for itself."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for name in below or (".",)
            for path in sorted((self.root / name).rglob("*"))
            if path.is_file() and ".pipeline" not in path.parts
        }

    def stamps(self, *below: str) -> dict[str, tuple[int, int]]:
        """Return the inode and the time of change of every file: the same if nobody touched it."""
        return {
            name: (status.st_ino, status.st_mtime_ns)
            for name in self.tree(*below)
            for status in (self.path(name).stat(),)
        }

    def entry(self, msgid: str, article: ArticleName = TEA, locale: LocaleTag = ES) -> Entry:
        """Return the entry of a message."""
        held = read_catalogue(self.project, locale, article)
        assert held is not None
        return next(entry for entry in held.entries if entry.msgid == msgid)

    def translate(self, texts: Mapping[str, str], article: ArticleName = TEA, locale: LocaleTag = ES) -> None:
        """Translate messages as a person does, in an editor: not fuzzy, and nothing in the ledger."""
        project = self.project
        held = read_catalogue(project, locale, article)
        assert held is not None
        entries = tuple(
            changed(entry, msgstr=texts[entry.msgid], flags=(), previous_msgid=None)
            if entry.msgid in texts
            else entry
            for entry in held.entries
        )
        self.write(self.po(article, locale), po.write(replace(held, entries=entries)))

    def say(
        self, action: Action, article: ArticleName = TEA, locale: LocaleTag = ES, only: str | None = None
    ) -> None:
        """Let the reviewer say the same of every translated message of an edition, or of `only` one."""
        held = read_catalogue(self.project, locale, article)
        assert held is not None
        events = [
            Event(
                actor="reviewer",
                action=action,
                subject=subject_of(locale, article, entry),
                message=short_id(entry.key),
                msgctxt=entry.msgctxt,
                time=NOON,
                role="linguist" if action is Action.APPROVE else "",
                reason="" if action is Action.APPROVE else "on second thoughts",
                text=forms(entry) if action is Action.APPROVE else (),
                authors=("translator",) if action is Action.APPROVE else None,
            )
            for entry in held.entries
            if entry.msgstr and not entry.obsolete and only in (None, entry.msgid)
        ]
        feeds.append(self.root, locale, article, events)

    def approve(self, article: ArticleName = TEA, locale: LocaleTag = ES) -> None:
        """Let the reviewer approve every translated message of an edition."""
        self.say(Action.APPROVE, article, locale)


def make(root: Path, settings: str = SETTINGS, articles: Mapping[str, str] = ARTICLES) -> Folder:
    """Make a content folder with settings and articles, and nothing else."""
    folder = Folder(root)
    folder.write("pipeline.toml", settings)
    for name, text in articles.items():
        folder.write(f"source/{name}.md", text)
    return folder


def png(grey: int) -> bytes:
    """Return an image of one pixel (PNG, third edition)."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0),)
    chunks += (b"IDAT" + zlib.compress(bytes((0, grey))), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )

"""Translate every catalogue below a folder, whatever tool made it: `… FOLDER LOCALE`."""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import polib

from bench.translation import translate


def fill(path: Path) -> None:
    """Translate a catalogue."""
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        entry.msgstr = translate(entry.msgid, sys.argv[2])
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalogue.save()


with ProcessPoolExecutor() as pool:
    for _ in pool.map(fill, sorted(Path(sys.argv[1]).rglob("*.po")), chunksize=20):
        pass

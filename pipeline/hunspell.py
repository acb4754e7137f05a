"""Hunspell, where it is installed: which words a dictionary of this machine does not know.

The program is asked by its pipe, one word a line; no text of a catalogue is ever an argument of it.
"""

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import LocaleTag

FOLDERS = ("/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell")
"""Where systems keep dictionaries, after those that DICPATH names."""
_SECONDS = 60
"""The longest that one question may take; a dictionary loads in half a second."""
_APOSTROPHES = str.maketrans("’ʼ", "''")

_JUDGED: dict[str, dict[str, bool]] = {}
"""For each dictionary, the words that were asked for and whether it lacks them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Speller:
    """A dictionary of this machine, and the program that reads it."""

    program: str
    dictionary: Path
    """Its two files without their endings: `/usr/share/hunspell/es_ES`."""

    @property
    def identity(self) -> str:
        """What changes when the dictionary does: its name, size and time."""
        status = self.dictionary.with_suffix(".dic").stat()
        return f"{self.dictionary} {status.st_size} {status.st_mtime_ns}"

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of `words` that the dictionary does not know; none if the program fails.

        A word that the program cuts into parts is unknown if one of them is.
        """
        shapes = {word: unicodedata.normalize("NFC", word).translate(_APOSTROPHES) for word in words}
        # Reviewers save one text after the other: only the words that are new are asked for.
        judged = _JUDGED.setdefault(f"{self.program} {self.dictionary}", {})
        new = [shape for shape in dict.fromkeys(shapes.values()) if shape not in judged]
        missed = self._missed("\n".join(new)) if new else frozenset()
        if missed is None:
            return frozenset()
        judged |= {shape: not missed.isdisjoint((shape, *re.split("[-']", shape))) for shape in new}
        return frozenset(word for word, shape in shapes.items() if judged[shape])

    def _missed(self, lines: str) -> frozenset[str] | None:
        command = (self.program, "-l", "-i", "UTF-8", "-d", str(self.dictionary))
        try:
            done = subprocess.run(  # noqa: S603 - our own arguments; what is asked goes through the pipe
                command,
                input=lines.encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=True,
                env={"LC_ALL": "C.UTF-8", "PATH": os.defpath},
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return frozenset(done.stdout.decode("utf-8", "replace").split())


def speller(locale: LocaleTag) -> Speller | None:
    """Return the dictionary for a locale; None where the program or every fitting dictionary is missing."""
    program = shutil.which("hunspell")
    found = next(_dictionaries(locale), None) if program else None
    return Speller(program=program, dictionary=found) if program and found else None


def _dictionaries(locale: LocaleTag) -> Iterator[Path]:
    """Yield the dictionaries that fit: of the locale itself, of its language, of the language elsewhere."""
    folders = [*filter(None, os.environ.get("DICPATH", "").split(os.pathsep)), *FOLDERS]
    language = locale.split("_")[0]
    names = dict.fromkeys(
        (locale, language, f"{language}_{language.upper()}", f"{language}_US", f"{language}_*")
    )
    for name in names:
        for folder in map(Path, folders):
            for path in sorted(folder.glob(f"{name}.dic")):
                if path.with_suffix(".aff").is_file():
                    yield path.with_suffix("")

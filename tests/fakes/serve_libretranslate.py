"""Run the real LibreTranslate server without models: `python serve_libretranslate.py PORT [OPTION]...`.

Runs under a Python that has the package `libretranslate`. All of the server is its own (routes, limits,
keys, error texts); only what a model would do is done here: "T " is put before each text.
"""

import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Hypothesis:
    """What a model says."""

    value: str
    score: float = 0


class Translation:
    """What stands for a model."""

    def hypotheses(self, text: str, count: int = 1) -> list[Hypothesis]:
        return [Hypothesis(f"T {text}")] * count


@dataclass(frozen=True)
class Language:
    """A language that there are models for, as Argos Translate has them."""

    code: str
    name: str

    def get_translation(self, other: "Language") -> Translation | None:
        return None if other.code == "de" else Translation()

    @property
    def translations_from(self) -> list[object]:
        return []


def main() -> None:
    from argostranslate import translate
    from libretranslate import init
    from libretranslate.main import main as serve

    codes = {"en": "English", "es": "Spanish", "pb": "Portuguese", "zh": "Chinese", "de": "German"}
    translate.get_installed_languages = lambda: [Language(code, name) for code, name in codes.items()]
    init.boot = lambda *args, **named: None  # It would fetch models.
    sys.argv = ["libretranslate", "--host", "127.0.0.1", "--port", sys.argv[1], *sys.argv[2:]]
    serve()


if __name__ == "__main__":
    main()

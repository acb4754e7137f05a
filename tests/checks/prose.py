"""Real prose and its translations, for checks that must keep quiet about it."""

import tomllib
from pathlib import Path

PROSE: list[dict[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["pair"]
"""Each an English `source` and its translations by locale."""

PAIRS = [(tag, pair["source"], text) for pair in PROSE for tag, text in pair.items() if tag != "source"]
"""(locale, source, translation)"""

"""The articles of this repository: the first one says exactly what its owner wrote."""

import html
import re
from itertools import pairwise
from pathlib import Path

import markdown
import pytest
import yaml

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "source"
EXTENSIONS = ["extra", "sane_lists", "admonition", "toc"]


def article(name: str) -> tuple[dict[str, object], str]:
    """Front matter and body, read without the pipeline: the owner's text is the measure, not our code."""
    _, head, body = (SOURCE / f"{name}.md").read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), body


def words(text: str) -> list[str]:
    """What stands between white space, punctuation included."""
    return text.split()


def test_the_page_has_the_words_of_the_text_in_their_order() -> None:
    fields, body = article("hbot-for-multiple-sclerosis")
    page = html.unescape(re.sub(r"<[^>]+>", " ", markdown.markdown(body, extensions=EXTENSIONS)))
    given = (ROOT / "tests/data/hbot-for-multiple-sclerosis.txt").read_text("utf-8")
    assert words(f"{fields['title']} {fields['subtitle']} {page}") == words(given)


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*.md")), ids=lambda path: path.stem)
def test_an_article_leaves_the_first_heading_to_its_title(path: Path) -> None:
    _, body = article(path.stem)
    page = markdown.markdown(body, extensions=EXTENSIONS)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", page)]
    assert levels[0] == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_reference_definitions_carry_no_titles() -> None:
    """They would be words that no translator sees."""
    for path in SOURCE.glob("*.md"):
        assert not re.search(r"^ {0,3}\[(?!\^)[^]]+\]: +\S+ +[\"'(]", path.read_text("utf-8"), re.M), (
            path.name
        )


@pytest.mark.parametrize("path", sorted(SOURCE.glob("*.md")), ids=lambda path: path.stem)
def test_every_picture_and_neighbour_that_is_named_is_there(path: Path) -> None:
    page = markdown.markdown(article(path.stem)[1], extensions=EXTENSIONS)
    for address in re.findall(r"(?:href|src)=\"([^\"#]+)", page):
        if not re.match(r"[a-z]+:", address):
            assert (SOURCE / address).is_file(), address

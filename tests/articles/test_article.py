"""Reading an article, good and bad: every problem named with its line, all together."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.articles import frontmatter, read
from pipeline.errors import InputError
from pipeline.model import ArticleName, Finding

GOOD = "---\ntitle: A\n---\n\nText.\n"


def problems(data: bytes) -> list[tuple[str, int | None]]:
    return [(finding.id, finding.line) for finding in findings(data)]


def findings(data: bytes) -> tuple[Finding, ...]:
    with pytest.raises(InputError) as caught:
        read(ArticleName("sample"), data, file="source/sample.md")
    assert all(finding.hint and finding.file for finding in caught.value.findings)
    return caught.value.findings


@pytest.mark.parametrize(
    "data", [GOOD.encode(), b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode()]
)
def test_a_byte_order_mark_and_other_line_ends_are_accepted(data: bytes) -> None:
    sample = read(ArticleName("sample"), data, file="source/sample.md")
    assert [slot.text for slot in sample.tree.slots] == ["Text."]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: a: b", [("front-matter.yaml", 2)]),
        ("title: A\ntitle: B", [("front-matter.doubled-key", 3)]),
        ("title: &x A", [("front-matter.anchor", 2)]),
        ("title: A\nextra: *x", [("front-matter.anchor", 3)]),
        ("title: [A]", [("front-matter.type", 2)]),
        ("description: x", [("front-matter.title", 1)]),
        ("title: A\ndate: 2026-02-30", [("front-matter.date", 3)]),
        ("title: A\ndate: yesterday", [("front-matter.date", 3)]),
        ("title: A\nslug: ../up", [("front-matter.slug", 3)]),
        ("title: A\nslug: a/b", [("front-matter.slug", 3)]),
        ("title: A\nlocales: [es, ../../etc]", [("front-matter.locale", 3)]),
        ("title: A\nlocales: es", [("front-matter.type", 3)]),
        ("title: A\ntranslate: [nothing]", [("front-matter.translate", 3)]),
        ("- a\n- b", [("front-matter.yaml", 1)]),
        (
            "title: A\ndate: x\nslug: A B\nslug: c",
            [("front-matter.doubled-key", 5), ("front-matter.date", 3)],
        ),
    ],
)
def test_every_problem_in_front_matter_is_named_with_its_line(
    front: str, expected: list[tuple[str, int | None]]
) -> None:
    assert problems(f"---\n{front}\n---\n".encode()) == expected


def test_text_fields_are_taken_as_they_are_written() -> None:
    front = read(ArticleName("a"), b"---\ntitle: No\nauthor: 2024\n---\n", file="source/a.md").front
    assert (front.title, front.author, front.slug) == ("No", "2024", "a")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", [("front-matter.missing", 1)]),
        (b"# No front matter", [("front-matter.missing", 1)]),
        (GOOD.encode() + b"caf\xe9", [("article.encoding", 6)]),
        ((GOOD + "word " * 1_000_000).encode(), [("article.block-too-long", 5)]),
    ],
)
def test_what_is_no_article_is_refused(data: bytes, expected: list[tuple[str, int | None]]) -> None:
    assert problems(data) == expected


def test_front_matter_and_body_are_judged_together() -> None:
    data = ("---\ntitle: [x]\n---\n\n" + "word " * 100_000).encode()
    assert [name for name, _ in problems(data)] == ["front-matter.type", "article.block-too-long"]


def test_ten_thousand_nested_quotes_are_refused_or_read_but_never_a_crash() -> None:
    try:
        read(ArticleName("a"), (GOOD + ">" * 10_000 + " deep").encode(), file="source/a.md")
    except InputError as error:
        assert [finding.id for finding in error.findings] == ["article.nested-too-deep"]


KEYS = st.sampled_from(["title", "slug", "date", "author", "series", "null", "y", "Title", "a-b", "title"])
VALUES = st.sampled_from(
    [
        "Tea",
        "2026-01-31",
        "no",
        "1e3",
        "tea  ",
        "a: b",
        "a #b",
        "a#b",
        "a - b",
        "- a",
        "it's (so), 1/2;",
        "é ...",
        "",
    ]
) | st.text(alphabet="aZ9é .,;:()/'\"-_#[]{}&*!|>?%@`~\t", max_size=12)


@given(st.lists(st.tuples(KEYS, st.sampled_from([": ", ":", ":  ", " : "]), VALUES), max_size=4))
def test_plain_front_matter_is_read_as_yaml_reads_it(lines: list[tuple[str, str, str]]) -> None:
    text = "".join(f"{key}{colon}{value}\n" for key, colon, value in lines)

    def told() -> object:
        try:
            return frontmatter.parse(text, file="a.md", name="a")
        except InputError as error:
            return error.findings

    shorter = told()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(frontmatter, "_PLAIN", re.compile("(?!)"))
        assert told() == shorter

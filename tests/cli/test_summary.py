"""The table at the end of a build: a line for each edition, or for each language where they are many."""

from pipeline.cli import summary
from pipeline.workflow.summary import Built, Row


def row(article: str, locale: str, status: str, *reasons: str, **states: int) -> Row:
    return Row(
        article=article,
        locale=locale,
        messages=sum(states.values()),
        states=states,
        words=100,
        published=status == "published",
        status=status,
        reasons=reasons,
        page=f"output/preview/{locale}/{article}/index.html",
    )


def told(*rows: Row) -> list[str]:
    built = Built(rows=rows, rendered=0, changed=False, withdrawn=(), findings=())
    return [" ".join(line.split()) for line in summary.editions(built).splitlines()]


def test_each_edition_has_a_line_with_what_it_waits_for() -> None:
    assert told(
        row("tea", "en", "published"),
        row("tea", "es", "preview", "2 drafts", draft=2, approved=3),
    ) == [
        "article locale messages drafted translated approved where why",
        "tea en published source",
        "tea es 5 2 0 3 preview 2 drafts",
        "What an edition waits for, message by message: pipeline status es tea",
    ]


def test_a_source_edition_says_why_it_is_not_published() -> None:
    assert told(row("tea", "en", "preview", "1 forbidden claim"))[1] == "tea en preview 1 forbidden claim"


def test_of_many_editions_each_language_has_a_line() -> None:
    names = [f"article-{number}" for number in range(summary.MANY)]
    assert told(
        *(row(name, "en", "published") for name in names),
        row("article-0", "es", "published", approved=1200),
        row("article-1", "es", "preview", "2 drafts", draft=2, stale=1),
        row("article-2", "es", "preview", "2 drafts", draft=2),
    ) == [
        "article locale messages drafted translated approved where why",
        "500 articles en 500 published source",
        "3 articles es 1,205 5 0 1,200 2 preview, 1 published",
        "Edition by edition: pipeline status",
    ]

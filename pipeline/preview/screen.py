"""What open pages show: which of them are looked at, whether there are newer ones, and what is wrong."""

import threading
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.model import Finding
from pipeline.workflow.fresh import Fresh

_REMEMBERED = 100
"""Pages that were looked at last; nobody has more of them open."""


class News(NamedTuple):
    """What there is to tell to an open page."""

    built: int
    """How often pages were made again."""
    notice: tuple[str, ...]
    """What is wrong with what was saved, a line each; empty for nothing."""


class Screen:
    """Shared by who makes pages and by the threads that serve them."""

    def __init__(self, fresh: Fresh) -> None:
        """`fresh` has the preview's files that are newer than those on the disk."""
        self.fresh = fresh
        self._asked: dict[str, None] = {}
        self._news = News(0, ())
        self._changed = threading.Condition()

    def ask(self, address: str) -> None:
        """Remember that a page of the preview was asked for, at an address below its root."""
        with self._changed:
            self._asked.pop(address, None)
            self._asked[address] = None
            if len(self._asked) > _REMEMBERED:
                del self._asked[next(iter(self._asked))]

    @property
    def asked(self) -> tuple[str, ...]:
        """The addresses of the pages that were asked for, the last one first."""
        with self._changed:
            return tuple(reversed(self._asked))

    def strike(self) -> None:
        """Tell every open page that pages were made again."""
        self._tell(self._news._replace(built=self._news.built + 1))

    def notice(self, findings: Iterable[Finding]) -> None:
        """Show on every open page what is wrong; no findings take the notice away."""
        lines = tuple(line for finding in findings for line in _lines(finding))
        if lines != self._news.notice:
            self._tell(self._news._replace(notice=lines))

    @property
    def news(self) -> News:
        """What there is to tell now."""
        return self._news

    def wait(self, seen: News, seconds: float) -> News:
        """Wait until there is other news than what was `seen`, or for so many `seconds`; return it."""
        with self._changed:
            self._changed.wait_for(lambda: self._news != seen, seconds)
            return self._news

    def _tell(self, news: News) -> None:
        with self._changed:
            self._news = news
            self._changed.notify_all()


def _lines(finding: Finding) -> Iterable[str]:
    place = ":".join(str(part) for part in (finding.file, finding.line) if part)
    yield f"{place}: {finding.reason}" if place else finding.reason
    yield from (f"    {line}" for line in finding.hint.splitlines())

"""Follows what is saved: the open page first, then the pages that changed with it, then the whole build."""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from itertools import chain
from pathlib import Path
from queue import Empty, SimpleQueue

from pipeline.errors import ImprimaturError, InputError
from pipeline.model import Finding
from pipeline.preview.builder import Builder, Done
from pipeline.preview.screen import Screen
from pipeline.preview.server import open_server
from pipeline.settings import FILE
from pipeline.workflow.early import Early, articles_of
from pipeline.workflow.project import Progress, Project, open_project

_WATCHED = ("source", "locales")
_TICK = 0.05
"""Seconds without news after which there is time for what nobody looks at."""
_MANY = 20
"""Articles that are too many to be looked at one by one."""
_SHORT = 0.2
"""Seconds that nobody who saves again would notice."""
_REST = 1.0
"""For how many seconds nothing must have been saved before what takes longer than a page is built."""

Problem = Callable[[ImprimaturError], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Saved:
    """Files changed."""

    paths: frozenset[Path]


class Moment(Enum):
    """Something that happens and needs no more to be said."""

    QUIET = "nothing happened for a moment"
    END = "the preview ends"


Event = Saved | Done | Moment
News = SimpleQueue[Event]
"""What happens, in turn."""


def serve(
    project: Project,
    *,
    port: int,
    progress: Progress,
    problem: Problem,
    stop: threading.Event | None = None,
    ready: Callable[[str], None],
) -> None:
    """Serve the output on loopback and make it again when a file changes, until interrupted.

    `port` 0 takes a free one; `ready` is told the address. What is wrong with a changed file goes to
    `problem`, and the pages stay as they were. `stop` ends it, for tests.
    """
    news = News()
    stop = stop or threading.Event()
    _watch(project.root, news, stop)
    builder = Builder(project.root, progress, news.put)
    early = Early(progress)
    screen = Screen(early.fresh)
    follower = Follower(project.root, news, early, screen, builder, problem)
    with open_server(project.output, screen, port) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            follower.begin()
            ready(f"http://127.0.0.1:{server.server_address[1]}/preview/index.html")
            with suppress(KeyboardInterrupt):
                follower.follow()
        finally:
            stop.set()
            builder.end()
            server.shutdown()


def _watch(root: Path, news: News, stop: threading.Event) -> None:
    """Put what is saved into `news` from now on, until there is a `stop`."""
    import watchfiles

    changes = watchfiles.watch(
        *(root / name for name in _WATCHED if (root / name).exists()),
        debounce=50,
        step=15,
        rust_timeout=200,
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
    )
    # From the first answer on nothing is missed, be it that nothing was saved.
    first = next(changes, set())

    def watch() -> None:
        for found in chain([first], changes):
            if found:
                news.put(Saved(paths=frozenset(Path(path) for _, path in found)))
        news.put(Moment.END)

    threading.Thread(target=watch, daemon=True).start()


class Follower:
    """Decides what is made next; all that happens comes to it in turn.

    Saves are counted, so that it is known which of them a build has in it.
    """

    def __init__(
        self,
        root: Path,
        news: News,
        early: Early,
        screen: Screen,
        builder: Builder,
        problem: Problem,
    ) -> None:
        """For the content folder `root`, whose `news` are put by others."""
        self._news, self._problem = news, problem
        self._root, self._early, self._screen, self._builder = root, early, screen, builder
        self._settings = _stamp(root / FILE)
        self._saves, self._last = 1, 0.0
        """How many saves there were, what was saved before anybody watched being one; when the last was."""
        self._built = 0
        """How many of them the last build knew of."""
        self._building: int | None = None
        """How many the build knows of that is under way."""
        self._shared, self._renewed = 1, 0
        """The last save of what all articles share, and the last after which all were looked at."""
        self._rest = False
        """Whether pages wait that nobody looks at."""
        self._took = 0.0
        """How many seconds the last look at all pages took: in a large folder another save waits for it."""
        self._stopped: tuple[Finding, ...] = ()
        """Why the last build stopped."""
        self._told: frozenset[Finding] = frozenset()

    def begin(self) -> None:
        """Get everything warm, and catch up with what was saved before anybody watched."""
        from pipeline.workflow import warm  # noqa: F401 -- What it imports is what pages are made with.

        with suppress(ImprimaturError):
            # The build that begins now finds the same, and tells.
            self._renew(self._shared)
        self._build_if_due()

    def follow(self) -> None:
        """Do what is to be done until the news end."""
        while True:
            try:
                event = self._news.get(timeout=_TICK)
            except Empty:
                event = Moment.QUIET
            if event is Moment.END:
                return
            self.take(event)

    def take(self, event: Event) -> None:
        """Do what something that happened asks for, and tell what is wrong now."""
        # What is wrong beyond a saved article stops the build that follows, too, and that tells.
        with suppress(ImprimaturError):
            match event:
                case Saved():
                    self._saved(event.paths)
                case Done():
                    self._done(event)
                case Moment.QUIET:
                    self._idle()
        self._tell()

    def _saved(self, paths: Iterable[Path]) -> None:
        """Show a saved article on the page that is looked at."""
        articles = articles_of(self._root, frozenset(paths))
        if articles is None or len(articles) > _MANY:
            self._share()
        elif articles:
            self._saves, self._last, self._rest = self._saves + 1, time.monotonic(), True
            self._early.save(articles)
            if self._early.page(open_project(self._root), self._screen.asked):
                self._screen.strike()

    def _share(self) -> None:
        """Notice that something was saved that all articles share: no less than a build shows it."""
        self._saves, self._last = self._saves + 1, 0.0
        self._shared = self._saves

    def _idle(self) -> None:
        """Do what can wait."""
        # Editors put a new file in the place of the old one, which a watch on the file would not follow.
        before, self._settings = self._settings, _stamp(self._root / FILE)
        if before != self._settings:
            self._share()
        quiet = time.monotonic() - self._last
        if self._rest and self._known and (self._took < _SHORT or quiet >= self._took):
            self._rest = False
            self._rest = self._make_rest(lambda: not self._news.empty())
        else:
            self._build_if_due()

    @property
    def _known(self) -> bool:
        """Whether all articles were looked at since something was saved that they share."""
        return self._renewed >= self._shared

    def _renew(self, save: int) -> None:
        self._early.renew(open_project(self._root))
        self._renewed = save

    def _make_rest(self, hurry: Callable[[], bool]) -> bool:
        """Make the other pages that changed with the saved articles; say whether there was `hurry`."""
        hurried = False

        def look() -> bool:
            nonlocal hurried
            hurried = hurry()
            return hurried

        start = time.monotonic()
        if self._early.pages(open_project(self._root), self._screen.asked, look):
            self._screen.strike()
        self._took = time.monotonic() - start
        return hurried

    def _build_if_due(self) -> None:
        """Begin a build if nobody saves any more; with something wrong in an article it would stop."""
        due = self._building is None and self._saves > self._built
        rested = time.monotonic() - self._last >= _REST
        if due and rested and not (self._known and self._early.findings):
            self._building = self._saves
            self._early.fresh.begin()
            self._builder.begin()

    def _done(self, done: Done) -> None:
        """Show what was built. What is said of files that were saved meanwhile is said of the old ones."""
        knew, self._building = self._building or 0, None
        last = knew == self._saves
        if done.error is None:
            self._built, self._stopped = knew, ()
            self._early.fresh.finish()
            if last:
                self._early.settle()
            if not self._known and knew >= self._shared:
                self._renew(knew)
            if not last and self._known:
                # Before anybody is told: what was built may be older than what was saved and taken back.
                self._rest = self._make_rest(lambda: False)
            if done.changed:
                self._screen.strike()
            self._early.look(open_project(self._root))
        elif last:
            self._built, self._stopped = knew, done.error.findings

    def _tell(self) -> None:
        """Tell what is wrong, on the terminal once."""
        wrong = tuple(dict.fromkeys((*self._early.findings, *self._stopped)))
        self._screen.notice(wrong)
        if new := [finding for finding in wrong if finding not in self._told]:
            self._problem(InputError(new))
        self._told = frozenset(wrong)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns

"""`--profile`: where the time of a command went, for whoever wants to make it faster."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def profiled(file: Path) -> Iterator[None]:
    """Watch what runs inside, and write a table of the functions that took longest to `file`.

    The times include what watching costs, which is most for small functions: compare, do not add up.
    """
    from cProfile import Profile
    from pstats import SortKey, Stats

    profile = Profile()
    profile.enable()
    try:
        yield
    finally:
        profile.disable()
        table = io.StringIO()
        stats = Stats(profile, stream=table).strip_dirs()
        for heading, order in (("With all they call", SortKey.CUMULATIVE), ("Alone", SortKey.TIME)):
            table.write(f"{heading}:\n")
            stats.sort_stats(order).print_stats(60)
        file.write_text(table.getvalue(), encoding="utf-8")

"""The figures as a page of Markdown. Shares of good things are rounded down, of bad ones up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bench.checks.contestants import EDITION, Said
from bench.checks.corpus import LOCALES, PARTS, Case
from bench.checks.measure import FAMILIES, Verdict, alarms, caught

AIMS = (("quantity", 99.0, 1.0), ("polarity", 80.0, 5.0))
"""Family, the least percentage to be caught, the percentage that false alarms stay under."""

SHOWN, HELD = PARTS

NUMBER_TESTS = {"pofilter": ("numbers",)}
"""The tests of numbers that others have: pofilter one, Weblate none."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """All that one contestant said, and how long it took."""

    verdicts: list[Verdict]
    clean: dict[Case, Said]
    variants: dict[Case, Said]
    seconds: tuple[float, float]
    """Processor time for the messages of `bench.checks.speed`: as written, and two together."""


def page(
    ours: Results,
    theirs: Mapping[str, Results],
    *,
    messages: int,
    words: tuple[float, float],
    machine: str,
    load: float,
    date: str,
) -> str:
    """Return docs/checks-bench.md. `words`: how many a message has in the mean, as written and together."""
    return "\n".join(
        (
            "# What the checks catch",
            "",
            f"Written by `make bench-checks` on {date} ({machine}). Do not edit it.",
            "",
            _intro(ours),
            "",
            "## Against the aims",
            "",
            *_aims(ours, ""),
            "",
            *_held(ours),
            "✗ falls short of the aim.",
            "",
            "## Beside pofilter and Weblate",
            "",
            *_beside(ours, theirs),
            "",
            "## By kind and locale",
            "",
            "Caught of all by the checks of this project; the last columns are those of the others.",
            "",
            *_kinds(ours, theirs),
            "",
            "## False alarms by check",
            "",
            "Clean pairs, and their variants, over which each of our checks spoke; all others kept quiet.",
            "",
            *_by_check(ours),
            "",
            "## Speed",
            "",
            f"All checks of pairs over {messages:,} different messages, {EDITION} at a time as an edition's "
            "are, on one core, in seconds of processor time. As they are written: the clean pairs above, and "
            "mutations by hand to make up the number. Two together: each message is two clean pairs, full of "
            f"numbers. The aim is under 10. The machine's load was {load:.1f} when it began: what shares a "
            "core takes more of its time.",
            "",
            *_speed({"Imprimatur": ours, **theirs}, words),
            "",
        )
    )


def _speed(results: Mapping[str, Results], words: tuple[float, float]) -> list[str]:
    rows = [
        [f"{name}, {count:.0f} words each", *(_seconds(each.seconds[place]) for each in results.values())]
        for place, (name, count) in enumerate(zip(("as written", "two together"), words, strict=True))
    ]
    return _table(["messages", *results], rows)


def _intro(ours: Results) -> str:
    return (
        f"{len(ours.clean):,} clean pairs of medical and technical prose, English and eight locales, written "
        f"for this bench; {len(ours.verdicts):,} mutations, one wrong thing in each, by a program and "
        "by hand. A mutation is caught when a check reports an error or a warning that it did not report "
        "on the clean pair; a false alarm is a clean pair with an error or a warning. pofilter runs all its "
        "default tests and is told the brand names. Variants are the clean pairs with other spaces or native "
        "digits. Percentages of catches are rounded down, of alarms up. Weblate is a web application; here "
        "are its checks alone, as its own tests run them, with the flag for Markdown and the brand names as "
        "placeholders, without those that ask its database: the glossary, and consistency between units. The "
        "rates of kinds with few mutations say little."
    )


def _held(ours: Results) -> list[str]:
    """Return the figures of what is held, unless all has been shown and nothing new was written yet."""
    count = sum(case.part == HELD for case in ours.clean)
    if not count:
        return []
    return [
        f"The same of the part of the corpus whose failures the writers of the checks have never seen "
        f"({count} of the clean pairs):",
        "",
        *_aims(ours, HELD),
        "",
    ]


def _aims(ours: Results, part: str) -> list[str]:
    kinds = dict(FAMILIES)
    header = ["locale"]
    for family, least, most in AIMS:
        header += [
            f"{family} caught (aim {least:g}%)",
            f"by a {family} check",
            f"{family} false alarms (aim < {most:g}%)",
            "on variants",
        ]
    found = [verdict for verdict in ours.verdicts if part in ("", verdict.mutation.case.part)]
    clean, variants = (
        {case: heard for case, heard in said.items() if part in ("", case.part)}
        for said in (ours.clean, ours.variants)
    )
    rows = []
    for locale in (*LOCALES, ""):
        row = [locale or "**all**"]
        for family, least, most in AIMS:
            share = caught(found, kinds[family], locale)
            own = caught(found, kinds[family], locale, by=f"{family}.")
            alarm = alarms(clean, (f"{family}.",), locale)
            variant = alarms(variants, (f"{family}.",), locale)
            row += [
                f"{share.good()} ({share}){'' if share.percent >= least else ' ✗'}",
                own.good(),
                f"{alarm.bad()} ({alarm}){'' if alarm.percent < most else ' ✗'}",
                f"{variant.bad()} ({variant})",
            ]
        rows.append(row)
    return _table(header, rows)


def _beside(ours: Results, theirs: Mapping[str, Results]) -> list[str]:
    rows = []
    for family, kinds in FAMILIES:
        shares = [caught(each.verdicts, kinds) for each in (ours, *theirs.values())]
        rows.append([f"{family} mutations caught", *(f"{share.good()} ({share})" for share in shares)])
    numbers = [
        alarms(each.clean, NUMBER_TESTS[name]) if name in NUMBER_TESTS else None
        for name, each in theirs.items()
    ]
    for what, shares_of_alarms in (
        ("clean pairs with a false alarm about numbers", [alarms(ours.clean, ("quantity.",)), *numbers]),
        ("clean pairs with any false alarm", [alarms(each.clean, ()) for each in (ours, *theirs.values())]),
    ):
        cells = [f"{share.bad()} ({share})" if share else "no such check" for share in shares_of_alarms]
        rows.append([what, *cells])
    return _table(["", "Imprimatur", *theirs], rows)


def _kinds(ours: Results, theirs: Mapping[str, Results]) -> list[str]:
    rows = []
    for family, kinds in FAMILIES:
        for kind in kinds:
            cells = [str(caught(ours.verdicts, (kind,), locale)) for locale in LOCALES]
            shares = [caught(each.verdicts, (kind,)) for each in (ours, *theirs.values())]
            rows.append([family, kind, *cells, *(f"{share.good()} ({share})" for share in shares)])
    return _table(["family", "kind", *LOCALES, "all", *theirs], rows)


def _by_check(ours: Results) -> list[str]:
    counts = [
        Counter(name for found in said.values() for name in found) for said in (ours.clean, ours.variants)
    ]
    names = sorted({name for count in counts for name in count}, key=lambda name: (-counts[0][name], name))
    rows = [[f"`{name}`", *(f"{count[name]:,}" for count in counts)] for name in names]
    return _table(
        ["check", f"of {len(ours.clean):,} clean pairs", f"of {len(ours.variants):,} variants"], rows
    )


def _seconds(value: float) -> str:
    return f"{value + 0.049:.1f}"


def _table(header: list[str], rows: list[list[str]]) -> list[str]:
    line = "| " + " | ".join("---" for _ in header) + " |"
    head, *body = ("| " + " | ".join(row) + " |" for row in (header, *rows))
    return [head, line, *body]


def failures(ours: Results) -> str:
    """Return what went wrong in the part that is shown: false alarms, and mutations that nobody caught."""
    lines = ["# False alarms on clean pairs"]
    for said in (ours.clean, ours.variants):
        for case, found in said.items():
            if found and case.part == SHOWN:
                ids = ", ".join(sorted(found))
                lines += [f"\n{case.locale} {case.id}: {ids}", f"  {case.source}", f"  {case.target}"]
    for family, kinds in FAMILIES:
        lines.append(f"\n# Not caught: {family}")
        for verdict in ours.verdicts:
            mutation = verdict.mutation
            if mutation.kind in kinds and not verdict.new and mutation.case.part == SHOWN:
                lines += [
                    f"\n{mutation.case.locale} {mutation.case.id} {mutation.kind}: {mutation.change}",
                    f"  {mutation.case.source}",
                    f"  {mutation.target}",
                ]
    return "\n".join(lines) + "\n"

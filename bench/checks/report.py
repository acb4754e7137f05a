"""The figures as a page of Markdown. Shares of good things are rounded down, of bad ones up."""

from dataclasses import dataclass

from bench.checks.contestants import Said
from bench.checks.corpus import LOCALES, PARTS, Case
from bench.checks.measure import FAMILIES, Verdict, alarms, caught

AIMS = (("quantity", 99.0, 1.0), ("polarity", 80.0, 5.0))
"""Family, the least percentage to be caught, the percentage that false alarms stay under."""

SHOWN, HELD = PARTS

NUMBER_TESTS = ("numbers",)
"""pofilter's one test of numbers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Results:
    """All that one contestant said, and how long it took."""

    verdicts: list[Verdict]
    clean: dict[Case, Said]
    variants: dict[Case, Said]
    seconds: float
    """Processor time for the messages of `bench.checks.speed`."""


def page(ours: Results, theirs: Results, *, messages: int, machine: str, date: str) -> str:
    """Return docs/checks-bench.md."""
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
            f"The same of the part of the corpus whose failures the writers of the checks have never seen "
            f"({sum(case.part == HELD for case in ours.clean)} of the clean pairs):",
            "",
            *_aims(ours, HELD),
            "",
            "✗ falls short of the aim.",
            "",
            "## Beside pofilter",
            "",
            *_beside(ours, theirs),
            "",
            "## By kind and locale",
            "",
            "Caught of all by the checks of this project; the last column is pofilter's.",
            "",
            *_kinds(ours, theirs),
            "",
            "## Speed",
            "",
            f"All checks of pairs over {messages:,} different messages, each of two sentences with numbers, "
            f"on one core, in seconds of processor time: {_seconds(ours.seconds)}; pofilter: "
            f"{_seconds(theirs.seconds)}. The aim is under 10.",
            "",
        )
    )


def _intro(ours: Results) -> str:
    return (
        f"{len(ours.clean):,} clean pairs of medical and technical prose, English and eight locales, written "
        f"for this bench; {len(ours.verdicts):,} mutations, one wrong thing in each, by a program and "
        "by hand. A mutation is caught when a check reports an error or a warning that it did not report "
        "on the clean pair; a false alarm is a clean pair with an error or a warning. pofilter runs all its "
        "default tests and is told the brand names. Variants are the clean pairs with other spaces or native "
        "digits. Percentages of catches are rounded down, of alarms up. Weblate's checks are not here: they "
        "come only with the whole of Weblate, a Django application of more than 150 packages. The rates of "
        "kinds with few mutations say little."
    )


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


def _beside(ours: Results, theirs: Results) -> list[str]:
    rows = []
    for family, kinds in FAMILIES:
        one, other = caught(ours.verdicts, kinds), caught(theirs.verdicts, kinds)
        rows.append([f"{family} mutations caught", f"{one.good()} ({one})", f"{other.good()} ({other})"])
    for what, mine, peers in (
        ("clean pairs with a false alarm about numbers", ("quantity.",), NUMBER_TESTS),
        ("clean pairs with any false alarm", (), ()),
    ):
        one, other = alarms(ours.clean, mine), alarms(theirs.clean, peers)
        rows.append([what, f"{one.bad()} ({one})", f"{other.bad()} ({other})"])
    return _table(["", "Imprimatur", "pofilter"], rows)


def _kinds(ours: Results, theirs: Results) -> list[str]:
    rows = []
    for family, kinds in FAMILIES:
        for kind in kinds:
            cells = [str(caught(ours.verdicts, (kind,), locale)) for locale in LOCALES]
            one, other = caught(ours.verdicts, (kind,)), caught(theirs.verdicts, (kind,))
            rows.append([family, kind, *cells, f"{one.good()} ({one})", f"{other.good()} ({other})"])
    return _table(["family", "kind", *LOCALES, "all", "pofilter"], rows)


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

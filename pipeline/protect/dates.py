"""Put dates into a parsed message as atoms that are written already, as CLDR has them for the target.

For engines that know no dates: to Apertium, March is a way of walking. Only what is certain is taken: a
month's name beside a day or a year, or behind a preposition ("in May", and not "may").
"""

import dataclasses
import datetime
import re
from collections.abc import Sequence

from pipeline.locales import babel_name
from pipeline.model import LocaleTag
from pipeline.protect.nodes import Atom, Inline, Mark, Node, Pair, Text

_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = rf"(?:{'|'.join(_MONTHS)})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_BEHIND = "|".join(
    rf"(?<=\b{word} )" for word in ("in", "In", "by", "By", "since", "Since", "until", "Until", "of", "from")
)
_DATE = re.compile(
    rf"""(?<![\w/.-])(?:
    (?P<on>[Oo]n[ ])? (?:
        (?P<d1>{_DAY})[ ](?:of[ ])?(?P<m1>{_MONTH})(?:,?[ ](?P<y1>\d{{4}}))? |
        (?P<m2>{_MONTH})[ ](?P<d2>{_DAY})(?:,?[ ](?P<y2>\d{{4}}))?
    ) |
    (?P<m3>{_MONTH})[ ](?P<y3>\d{{4}}) |
    (?:{_BEHIND.replace(" ", "[ ]")})(?P<m4>{_MONTH})
    )(?![\w/]|[.,]\d|-\d|,?[ ]\d)""",
    re.VERBOSE,
)
_ON = {"es": "el {}", "fr": "le {}", "it": "il {}", "pt": "em {}", "ca": "el {}", "gl": "o {}"}
"""How languages say on which day."""
_ANY = 2024
"""A leap year, for days without one."""


def with_dates(inline: Inline, target: LocaleTag) -> Inline:
    """Return the message with the English dates in its text as atoms, written for `target`."""
    return dataclasses.replace(inline, nodes=_dated(inline.nodes, target))


def _dated(nodes: Sequence[Node], target: LocaleTag) -> tuple[Node, ...]:
    done: list[Node] = []
    for node in nodes:
        if isinstance(node, Text):
            done += _split(node.value, target)
        elif isinstance(node, Pair):
            done.append(dataclasses.replace(node, content=_dated(node.content, target)))
        else:
            done.append(node)
    return tuple(done)


def _split(text: str, target: LocaleTag) -> list[Node]:
    nodes: list[Node] = []
    at = 0
    for match in _DATE.finditer(text):
        words = _localized(match, target)
        if words is None:
            continue
        if match.start() > at:
            nodes.append(Text(value=text[at : match.start()]))
        nodes.append(
            # Months and days are masculine in every language that Apertium's modes lead to.
            Atom(mark=Mark.TERM, parts=(words,), identity=words, shown=match[0], gender="m", number="s")
        )
        at = match.end()
    if at < len(text):
        nodes.append(Text(value=text[at:]))
    return nodes


def _localized(match: re.Match[str], target: LocaleTag) -> str | None:
    """Write a date for the target; None where there is no such day."""
    from babel.dates import format_date, format_skeleton

    if match["m2"] == "May" and not match["y2"]:
        return None  # "May 5 people come?"
    month = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    day, year = match["d1"] or match["d2"], match["y1"] or match["y2"] or match["y3"]
    number = int(re.sub(r"\D", "", day)) if day else 1
    try:
        date = datetime.date(int(year or _ANY), _MONTHS.index(month) + 1, number)
    except ValueError:
        return None
    name = babel_name(target)
    if day and year:
        words = format_date(date, "long", locale=name)
    elif day or year:
        words = format_skeleton("MMMMd" if day else "yMMMM", date, locale=name)
    else:
        words = format_date(date, "LLLL", locale=name)
    return _ON.get(name.partition("_")[0], "{}").format(words) if match["on"] else words

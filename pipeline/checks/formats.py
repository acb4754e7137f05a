"""Placeholders of messages with a format flag: what each text takes, by the rules that `msgfmt -c` holds to.

After the GNU gettext manual, sections c-format, python-format and python-brace-format.
"""

import re
from collections.abc import Callable, Mapping

Signature = tuple[tuple[str, str], ...]
"""Each argument that a text takes, by its number or name, with its type; sorted."""

_DIRECTIVE = re.compile(
    r"%(?:(?P<at>\d+)\$|\((?P<name>[^()]*)\))?[-+ #0']*(?P<width>\*|\d+)?(?:\.(?P<precision>\*|\d*))?"
    r"(?:hh|h|ll|l|j|z|t|L|q)?(?P<type>[diouxXeEfFgGaAcrsSCpn%])?"
)
_TYPES = {**dict.fromkeys("diouxX", "number"), **dict.fromkeys("eEfFgGaA", "real"), "S": "s", "r": "s"}
_FIELD = re.compile(r"\{(?P<name>\w*(?:\.\w+|\[[^\[\]{}]+\])*)(?:![rsa])?(?::(?:[^{}]|\{\w*\})*)?\}")


def _percent(text: str) -> Signature | None:
    """Read `%` directives, C's and Python's; None where one is not valid."""
    found: dict[str, str] = {}
    following = 0
    for match in _DIRECTIVE.finditer(text):
        kind = match["type"]
        if kind is None:
            return None
        for part in ("width", "precision"):
            if match[part] == "*":
                following += 1
                found[str(following)] = "number"
        if kind != "%":
            following += not (match["at"] or match["name"])
            found[match["at"] or match["name"] or str(following)] = _TYPES.get(kind, kind)
    return tuple(sorted(found.items()))


def _brace(text: str) -> Signature | None:
    """Read the fields of `str.format`; None where a brace is alone."""
    bare = text.replace("{{", "").replace("}}", "")
    if re.search(r"[{}]", _FIELD.sub("", bare)):
        return None
    return tuple(sorted({(match["name"], "") for match in _FIELD.finditer(bare)}))


_READERS: Mapping[str, Callable[[str], Signature | None]] = {
    "c-format": _percent,
    "python-format": _percent,
    "python-brace-format": _brace,
}


def mismatch(flags: tuple[str, ...], source: str, translation: str, *, fewer: bool = False) -> str:
    """Return why a translation's placeholders are wrong; empty where they are right or nobody asks.

    `fewer` lets it leave some out, as a singular may: “one day” for “%d days”.
    """
    for flag in flags:
        reader = _READERS.get(flag)
        if reader is None:
            continue
        wanted, found = reader(source), reader(translation)
        if found is None:
            return f"a placeholder is not valid ({flag})"
        if wanted is not None and not (set(found) <= set(wanted) if fewer else found == wanted):
            return f"the placeholders differ ({flag})"
    return ""

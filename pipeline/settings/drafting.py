"""What the settings say of engines: which there are, in which order, and what each needs and may cost."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

ENGINES = ("apertium", "google", "deepl", "libretranslate", "microsoft", "mymemory", "openai", "pseudo")
"""The engines that settings may name; `pipeline.engines` has them."""

MACHINES = (*ENGINES, "memory", "language-model")
"""Who drafts: actors of the ledger that are no people."""

ORDERS = ("given", "auto")
"""What `order` may say."""

_NUMBER = (int, float)
ENGINE_SETTINGS: Mapping[str, tuple[Any, str]] = {
    "url": (str, "Where the service stands, for `libretranslate` and `openai`."),
    "region": (str, "The region of a key of `microsoft`."),
    "model": (str, "The model of `openai`."),
    "email": (str, "An address for `mymemory`, which then translates more each day."),
    "style": (str, "Notes on style for `openai`, as in `Address the reader formally.`"),
    "timeout": (_NUMBER, "Seconds for one request."),
    "batch": (int, "Messages in one request of `openai`."),
    "max_characters": (int, "Characters that one run may send at most."),
    "cost_per_million": (_NUMBER, "What a million characters cost, for `pipeline draft --estimate`."),
    "attempts": (int, "Tries of one text, the first included."),
    "longest_wait": (_NUMBER, "Seconds; a service that asks to wait longer is given up."),
    "workers": (int, "Requests at a time."),
    "per_second": (_NUMBER, "Requests that may begin in a second."),
}
"""What `[engines.<name>]` may say: its type and its documentation."""


class Reader(Protocol):
    """The part of the settings' reader that is needed here."""

    def wrong(self, key: str, reason: str, hint: str, what: str = "value") -> None:
        """Note a problem with the setting `key`, a dotted path."""

    def unknown(self, table: Mapping[str, Any], known: Sequence[str], path: str) -> None:
        """Note every key that is not known."""

    def table(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """Read a table."""

    def strings(self, value: Any, key: str) -> tuple[str, ...]:
        """Read a list of texts."""


def engines(
    reader: Reader, table: Mapping[str, Any], key: str, default: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """Read a list of engines."""
    if "engines" not in table:
        return default
    names = reader.strings(table["engines"], key)
    for name in names:
        if name not in ENGINES:
            near = difflib.get_close_matches(name, ENGINES, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"engines: {', '.join(ENGINES)}"
            reader.wrong(key, f"unknown engine `{name}`", hint, "engine")
    return names


def order(reader: Reader, table: Mapping[str, Any], key: str) -> str | None:
    """Read who says in which order engines are asked; None where the table does not say."""
    value = table.get("order")
    if value is None or value in ORDERS:
        return value
    reader.wrong(key, f"{value!r} is no order of engines", f"write one of: {', '.join(ORDERS)}", "order")
    return None


def threshold(reader: Reader, draft: Mapping[str, Any]) -> int:
    """Read how close a remembered text must be, in percent."""
    value = draft.get("memory_threshold", 75)
    if isinstance(value, int) and not isinstance(value, bool) and 50 <= value <= 100:
        return value
    reason, hint = "`draft.memory_threshold` must be a whole number from 50 to 100", "75 is a good one"
    reader.wrong("draft.memory_threshold", reason, hint, "type")
    return 75


def engine_settings(reader: Reader, table: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Read the tables `[engines.<name>]`."""
    reader.unknown(table, ENGINES, "engines")
    found: dict[str, Mapping[str, Any]] = {}
    for name in table:
        special = reader.table(table, name)
        if "key" in special:
            hint = f"put it into the environment, for instance as {name.upper()}_API_KEY"
            reader.wrong(f"engines.{name}.key", "a key must not stand in a file", hint, "secret")
        known = {each: value for each, value in special.items() if each != "key"}
        reader.unknown(known, tuple(ENGINE_SETTINGS), f"engines.{name}")
        for each, value in known.items():
            kind, _ = ENGINE_SETTINGS.get(each, (None, ""))
            _check(reader, f"engines.{name}.{each}", value, kind)
        found[name] = special
    return found


def _check(reader: Reader, key: str, value: Any, kind: Any) -> None:
    """Demand a text, or a number above 0."""
    each = key.rpartition(".")[2]
    if kind and (not isinstance(value, kind) or isinstance(value, bool)):
        words = "text" if kind is str else "a whole number" if kind is int else "a number"
        reader.wrong(key, f"`{each}` must be {words}", f"as in {each} = …", "type")
    elif kind not in (None, str) and not value > 0:
        reader.wrong(key, f"`{each}` must be above 0", "leave it out for the usual value", "type")

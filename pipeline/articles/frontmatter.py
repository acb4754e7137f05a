"""The YAML above an article, read strictly: no doubled keys, no anchors, no surprises of YAML 1.1.

Text fields are taken as they are written, so that `title: No` stays "No". Everything wrong in
one front matter is told together.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline import locales
from pipeline.errors import InputError
from pipeline.model import Finding, FrontMatter, LocaleTag

_FENCE = re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_SLUG = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PLAIN = re.compile(r"(?:[A-Za-z][\w-]{0,40}: [^\W_][\w ,.;()/'-]*\n)+")
"""Lines of YAML that say a key and a plain text, with no sign that YAML takes for anything else."""

_TEXTS = ("title", "subtitle", "description", "slug", "author")
_DATES = ("date", "updated")
_LISTS = ("locales", "translate")
_MAX_DEPTH = 20
MAX_SLUG = 100
"""Characters; a file name of 255 bytes must hold it in every script, with `.pdf` behind it."""


@dataclass(frozen=True, slots=True)
class _Scalar:
    """A YAML scalar as it is written, and whether it was quoted."""

    text: str
    plain: bool


@dataclass(slots=True)
class _Reader:
    """Reads one front matter and collects what is wrong with it."""

    file: str
    lines: dict[str, int] = field(default_factory=dict)
    """1-based line of each top-level key."""
    findings: list[Finding] = field(default_factory=list)

    def wrong(self, what: str, reason: str, hint: str, *, line: int | None = None, key: str = "") -> None:
        """Note a problem of the kind `what`."""
        self.findings.append(
            Finding(
                id=f"front-matter.{what}",
                reason=reason,
                hint=hint,
                file=self.file,
                line=line if line is not None else self.lines.get(key),
                key=key,
            )
        )


def split(text: str) -> tuple[str | None, str]:
    """Split an article into its YAML (None where it has none) and its body.

    The body is padded with as many empty lines as the front matter took, so that a line's
    number in it is its number in the file.
    """
    match = _FENCE.match(text)
    if not match:
        return None, text
    return match.group(1), "\n" * match.group(0).count("\n") + text[match.end() :]


def parse(yaml_text: str | None, *, file: str, name: str) -> FrontMatter:
    """Read the YAML of the article `name`. Raises `InputError` with all that is wrong."""
    reader = _Reader(file)
    if yaml_text is None:
        hint = f"begin the article with\n---\ntitle: …\nslug: {name}\n---"
        reader.wrong("missing", "the article has no front matter", hint, line=1)
        raise InputError(reader.findings)
    values = _mapping(yaml_text, reader)
    front = _front_matter(values, reader, name) if values or not reader.findings else None
    if front is None or reader.findings:
        raise InputError(reader.findings)
    return front


def valid_slug(slug: str) -> bool:
    """Whether `slug` is one step of an address: words of letters and digits, joined by hyphens."""
    return len(slug) <= MAX_SLUG and slug == slug.lower() and bool(_SLUG.fullmatch(slug))


def _mapping(text: str, reader: _Reader) -> dict[str, Any]:
    """Read a mapping; most are plain lines, for which no parser of YAML is needed."""
    return _plain_lines(text, reader) or _yaml(text, reader)


def _plain_lines(text: str, reader: _Reader) -> dict[str, Any] | None:
    """Read a mapping of plain texts, one a line; None for any other, and for a doubled key."""
    if not _PLAIN.fullmatch(text):
        return None
    pairs = [line.split(": ", 1) for line in text.split("\n")[:-1]]
    lines = {name: number for number, (name, _) in enumerate(pairs, start=2)}
    if len(lines) < len(pairs):
        return None
    reader.lines.update(lines)
    return {name: _Scalar(value.rstrip(" "), True) for name, value in pairs}


def _yaml(text: str, reader: _Reader) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = yaml.parse(text, Loader=loader)
        value = _document(events, reader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "it cannot be parsed"
        reader.wrong(
            "yaml", f"the front matter is not YAML: {problem}", "put text with a colon in quotes", line=line
        )
        return {}
    if not isinstance(value, dict):
        if not reader.findings:
            reader.wrong(
                "yaml",
                "the front matter is not a list of `key: value` lines",
                "begin with `title: …`",
                line=1,
            )
        return {}
    return value


def _document(events: Iterator[Any], reader: _Reader) -> Any:
    from yaml import events as kinds

    for event in events:
        if isinstance(event, kinds.DocumentStartEvent):
            return _value(next(events), events, reader, "")
    return None


def _value(event: Any, events: Iterator[Any], reader: _Reader, path: str) -> Any:
    """Build the value that begins with `event`: a `_Scalar`, a list or a dict."""
    from yaml import MarkedYAMLError
    from yaml import events as kinds

    line = event.start_mark.line + 2
    if path.count("[") + path.count(".") > _MAX_DEPTH:
        raise MarkedYAMLError(problem="it is nested too deeply", problem_mark=event.start_mark)
    if getattr(event, "anchor", None) or isinstance(event, kinds.AliasEvent):
        reader.wrong(
            "anchor", "anchors and aliases are not allowed here", "write the value out", line=line, key=path
        )
    if isinstance(event, kinds.ScalarEvent):
        return _Scalar(event.value, event.implicit[0])
    if isinstance(event, kinds.SequenceStartEvent):
        items = []
        for index, item in enumerate(iter(lambda: next(events), None)):
            if isinstance(item, kinds.SequenceEndEvent):
                break
            items.append(_value(item, events, reader, f"{path}[{index}]"))
        return items
    return _pairs(events, reader, path) if isinstance(event, kinds.MappingStartEvent) else None


def _pairs(events: Iterator[Any], reader: _Reader, path: str) -> dict[str, Any]:
    from yaml import events as kinds

    found: dict[str, Any] = {}
    while not isinstance(event := next(events), kinds.MappingEndEvent):
        line = event.start_mark.line + 2
        name = event.value if isinstance(event, kinds.ScalarEvent) else None
        if name is None:
            _value(event, events, reader, path)
            reader.wrong("key", "a key is not plain text", "write `key: value`", line=line)
        key = f"{path}.{name}" if path else str(name)
        if name in found:
            reader.wrong("doubled-key", f"`{key}` stands twice", "remove one of the two", line=line, key=key)
        elif not path and name is not None:
            reader.lines[name] = line
        found[str(name)] = _value(next(events), events, reader, key)
    return found


def _front_matter(values: Mapping[str, Any], reader: _Reader, name: str) -> FrontMatter | None:
    texts = {key: _text(values[key], reader, key) for key in _TEXTS if key in values}
    dates = {key: _date(values[key], reader, key) for key in _DATES if key in values}
    lists = {key: _texts(values[key], reader, key) for key in _LISTS if key in values}
    known = {*_TEXTS, *_DATES, *_LISTS}
    extra = {key: _plain(value) for key, value in values.items() if key not in known}
    if not texts.get("title") and isinstance(values.get("title", _Scalar("", True)), _Scalar):
        reader.wrong(
            "title",
            "the article has no title",
            "add `title: …`",
            line=reader.lines.get("title", 1),
            key="title",
        )
    slug = texts.get("slug", name)
    if not valid_slug(slug):
        hint = f"use small letters, digits and single hyphens, at most {MAX_SLUG} characters"
        reader.wrong(
            "slug",
            f"{slug!r} cannot be part of an address",
            hint,
            line=reader.lines.get("slug", 1),
            key="slug",
        )
    _check_translate(lists.get("translate", ()), extra, reader)
    chosen = _check_locales(lists["locales"], reader) if "locales" in lists else None
    if reader.findings:
        return None
    return FrontMatter(
        title=texts["title"],
        subtitle=texts.get("subtitle", ""),
        description=texts.get("description", ""),
        slug=slug,
        date=dates.get("date"),
        updated=dates.get("updated"),
        author=texts.get("author", ""),
        locales=chosen,
        translate=lists.get("translate", ()),
        extra=extra,
    )


def _text(value: Any, reader: _Reader, key: str) -> str:
    if not isinstance(value, _Scalar):
        reader.wrong("type", f"`{key}` must be text", f"write `{key}: …` on one line", key=key)
        return ""
    return " ".join(value.text.split())


def _date(value: Any, reader: _Reader, key: str) -> datetime.date | None:
    text = value.text if isinstance(value, _Scalar) else ""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    reader.wrong(
        "date", f"`{key}` is not a date", "write year, month and day, as in 2026-01-31 (ISO 8601)", key=key
    )
    return None


def _texts(value: Any, reader: _Reader, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, _Scalar) for item in value):
        reader.wrong("type", f"`{key}` must be a list", f"write `{key}: [a, b]`", key=key)
        return ()
    return tuple(item.text.strip() for item in value)


def _check_translate(names: tuple[str, ...], extra: dict[str, Any], reader: _Reader) -> None:
    for name in names:
        if not _FIELD.fullmatch(name) or not isinstance(extra.get(name), str):
            reader.wrong(
                "translate",
                f"`translate` names {name!r}, which is no text field of this front matter",
                f"add `{name}: …` or take it out of the list",
                key="translate",
            )


def _check_locales(names: tuple[str, ...], reader: _Reader) -> tuple[LocaleTag, ...]:
    tags: list[LocaleTag] = []
    for name in names:
        tag = locales.to_gettext(name)
        if tag is None or not locales.known(tag):
            hint = "use a language of CLDR, as in es, pt_BR, zh_Hans"
            reader.wrong("locale", f"{name!r} is no locale", hint, key="locales")
        elif tag not in tags:
            tags.append(tag)
    return tuple(tags)


def _plain(value: Any) -> Any:
    """Return an unknown field as plain data: YAML 1.2's core scalars, lists and dicts."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if not isinstance(value, _Scalar):
        return None
    if not value.plain:
        return value.text
    if value.text in ("true", "false"):
        return value.text == "true"
    if value.text in ("", "~", "null"):
        return None
    for kind in (int, float):
        if re.fullmatch(r"[-+]?\d[\d.eE+-]*", value.text):
            try:
                return kind(value.text)
            except ValueError:
                continue
    return value.text

"""`pipeline.toml`, read once into frozen values. Unknown keys are errors that name the nearest known one.

The documentation of each setting stands on the setting; `docs/settings.md` is printed from here.
"""

import difflib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pipeline import locales
from pipeline.errors import InputError, MachineError
from pipeline.ledger.policy import Policy, parse_policy
from pipeline.model import Finding, LocaleTag
from pipeline.settings import drafting
from pipeline.settings.drafting import MACHINES

FILE = "pipeline.toml"


def _setting(doc: str, default: Any = None, factory: Callable[[], Any] | None = None) -> Any:
    if factory is not None:
        return field(default_factory=factory, metadata={"doc": doc})
    return field(default=default, metadata={"doc": doc})


@dataclass(frozen=True, kw_only=True, slots=True)
class BrandSettings:
    """`[brand]`: how pages and PDFs look like yours."""

    name: str = _setting("The name in headers, footers and page titles.", "Imprimatur")
    url: str = _setting("The brand's own home page, linked from the footer.", "")
    colour: str = _setting("The accent colour, `#rrggbb`.", "#0b5a7a")
    footer: str = _setting("A line of plain text at the foot of every page.", "")
    logo: str = _setting("An image in `source/`, relative to it; empty for none.", "")


@dataclass(frozen=True, kw_only=True, slots=True)
class LocaleSettings:
    """`[locales.<tag>]`: what is special about one locale."""

    engines: tuple[str, ...] | None = _setting("Engines to draft with, in order, instead of `draft.engines`.")
    order: str | None = _setting("`given` or `auto`, instead of `draft.order`.")
    markets: tuple[str, ...] = _setting(
        'Markets that its pages are for, as `source/claims.csv` names them: `["DE", "AT"]`. Its tag, '
        "language and region are among them anyway.",
        (),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckSettings:
    """`[checks]`: what the checks allow."""

    temperature_conversion: bool = _setting(
        "Whether a translation may give a temperature in the other scale, 98.6 °F for 37 °C.", False
    )
    spelling: bool = _setting(
        "Whether Hunspell, where it is installed, tells of words that it does not know.", True
    )
    links: Mapping[str, Mapping[LocaleTag, str]] = _setting(
        "`[checks.links]`: for an address, the one that a locale may link to instead, as in "
        '`"https://www.example.org/en/" = { es = "https://www.example.org/es/" }`. All other links lead '
        "where the source's lead.",
        factory=dict,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """All settings of a content folder."""

    source_locale: LocaleTag = _setting("The language that authors write.", LocaleTag("en"))
    locales: tuple[LocaleTag, ...] = _setting("The languages to publish in, in gettext's form or BCP 47.", ())
    base_url: str = _setting(
        "Where the site will stand, as in `https://www.example.com/articles`. Canonical and alternate "
        "addresses and the sitemap need it; without it they are left out.",
        "",
    )
    pdf: bool = _setting("Whether each edition has a PDF beside its page.", True)
    search: bool = _setting(
        "Whether the lists of articles have a search, by an index of static files. A changed article then "
        "costs reading all articles of its language.",
        False,
    )
    brand: BrandSettings = _setting("Name, colour, footer and logo.", factory=BrandSettings)
    engines: tuple[str, ...] = _setting("`draft.engines`: engines to draft with, in order.", ("apertium",))
    order: str = _setting(
        "`draft.order`: `given`, or `auto`: an engine goes first whose drafts people changed less, where "
        "each of the two has 30 approved drafts and the intervals of `pipeline stats` do not overlap.",
        "given",
    )
    preview_locales: tuple[LocaleTag, ...] = _setting(
        "Pseudo-locales that are built into the preview only: `en_XA`, `ar_XB`.", ()
    )
    memory: bool = _setting(
        "`draft.memory`: whether the translation memory is asked before any engine.", True
    )
    memory_threshold: int = _setting(
        "`draft.memory_threshold`: how close a remembered text must be, in percent of its words; 100 takes "
        "equal texts only.",
        75,
    )
    engine_settings: Mapping[str, Mapping[str, Any]] = _setting(
        "`[engines.<name>]`: what an engine needs and may cost. Its key comes from the environment: "
        "`DEEPL_API_KEY` for the engine deepl.",
        factory=dict,
    )
    fonts: Mapping[str, tuple[str, ...]] = _setting(
        "`[fonts]`: for a script (ISO 15924: `Latn`, `Arab` …) the font families of its PDFs, in order.",
        factory=dict,
    )
    web_fonts: Mapping[str, tuple[str, ...]] = _setting(
        "`[web_fonts]`: for a script the font families that pages are set in where a reader has them, before "
        "those of the theme. Pages load no font.",
        factory=dict,
    )
    checks: CheckSettings = _setting("`[checks]`: what the checks allow.", factory=CheckSettings)
    overrides: Mapping[LocaleTag, LocaleSettings] = _setting("`[locales.<tag>]` tables.", factory=dict)
    policy: Policy = _setting("`[review]` and `[reviewers]`: who must approve what.", factory=Policy)

    def engines_for(self, tag: LocaleTag) -> tuple[str, ...]:
        """Return the engines for a locale, in order."""
        special = self.overrides.get(tag)
        if special is not None and special.engines is not None:
            return special.engines
        return ("pseudo",) if tag in self.preview_locales else self.engines

    def order_for(self, tag: LocaleTag) -> str:
        """Return who says in which order a locale's engines are asked: `given` or `auto`."""
        special = self.overrides.get(tag)
        return (special.order if special else None) or self.order

    def markets_for(self, tag: LocaleTag) -> frozenset[str]:
        """Return the markets that a locale's pages are for, beside those that its tag names."""
        special = self.overrides.get(tag)
        return frozenset(special.markets if special else ())

    @property
    def all_locales(self) -> tuple[LocaleTag, ...]:
        """Every target locale, the pseudo-locales last."""
        return (*self.locales, *self.preview_locales)


def load(root: Path) -> Settings:
    """Read the settings of the content folder `root`. Raises `InputError` with all that is wrong."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        hint = "run the command in a content folder, name one with -C DIR, or make one: pipeline init DIR"
        raise InputError(
            Finding(id="settings.missing", reason=f"there is no {FILE}", hint=hint, file=FILE)
        ) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        reason = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise InputError(
            Finding(
                id="settings.encoding", reason=reason, hint="save the file as UTF-8", file=FILE, line=line
            )
        ) from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise MachineError(
            Finding(id="machine.read", reason=reason, hint="check the file's rights", file=FILE)
        ) from None
    return parse(text)


def parse(text: str) -> Settings:
    """Read settings from TOML. Raises `InputError` with all that is wrong."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = "see https://toml.io for the form"
        raise InputError(Finding(id="settings.toml", reason=str(error), hint=hint, file=FILE)) from None
    reader = _Reader(text)
    settings = reader.settings(table)
    if reader.findings:
        raise InputError(reader.findings)
    return settings


class _Reader:
    """Reads tables into values and collects what is wrong with them."""

    def __init__(self, text: str) -> None:
        """Remember the text, to find the lines of keys."""
        self.text = text
        self.findings: list[Finding] = []

    def settings(self, table: Mapping[str, Any]) -> Settings:
        """Read the whole file."""
        known = (
            "project",
            "brand",
            "draft",
            "engines",
            "locales",
            "fonts",
            "web_fonts",
            "checks",
            "review",
            "reviewers",
        )
        self.unknown(table, known, "")
        project = self.table(table, "project")
        self.unknown(
            project, ("source_locale", "locales", "preview_locales", "base_url", "pdf", "search"), "project"
        )
        draft = self.table(table, "draft")
        self.unknown(draft, ("engines", "order", "memory", "memory_threshold"), "draft")
        source = self._locale(project.get("source_locale", "en"), "project.source_locale") or LocaleTag("en")
        targets = self._locales(project, "locales")
        previews = self._locales(project, "preview_locales")
        self._targets(source, targets, previews)
        return Settings(
            source_locale=source,
            locales=targets,
            preview_locales=previews,
            base_url=self._url(project),
            pdf=self._flag(project, "pdf", "project"),
            search=self._flag(project, "search", "project", default=False),
            brand=self._brand(self.table(table, "brand")),
            engines=drafting.engines(self, draft, "draft.engines", ("apertium",)) or (),
            order=drafting.order(self, draft, "draft.order") or "given",
            memory=self._flag(draft, "memory", "draft"),
            memory_threshold=drafting.threshold(self, draft),
            engine_settings=drafting.engine_settings(self, self.table(table, "engines")),
            fonts=self._fonts(table, "fonts"),
            web_fonts=self._fonts(table, "web_fonts"),
            checks=self._checks(self.table(table, "checks")),
            overrides=self._overrides(self.table(table, "locales")),
            policy=self._policy(table),
        )

    def wrong(self, key: str, reason: str, hint: str, what: str = "value") -> None:
        """Note a problem with the setting `key`, a dotted path."""
        last = key.rpartition(".")[2]
        line = next(
            (
                number
                for number, line in enumerate(self.text.splitlines(), 1)
                if last and last in line.split("#")[0]
            ),
            None,
        )
        finding = Finding(id=f"settings.{what}", reason=reason, hint=hint, file=FILE, line=line, key=key)
        self.findings.append(finding)

    def unknown(self, table: Mapping[str, Any], known: Sequence[str], path: str) -> None:
        """Note every key that is not known, and name the nearest that is."""
        for name in table:
            if name not in known:
                near = difflib.get_close_matches(name, known, 1)
                hint = f"did you mean `{near[0]}`?" if near else f"known here: {', '.join(known)}"
                self.wrong(f"{path}.{name}".lstrip("."), f"unknown setting `{name}`", hint, "unknown-key")

    def table(self, table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        """Read a table; an empty one where there is none."""
        value = table.get(name, {})
        if isinstance(value, dict):
            return value
        self.wrong(name, f"`{name}` must be a table", f"write [{name}] and its settings below", "type")
        return {}

    def strings(self, value: Any, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.wrong(key, f"`{key}` must be a list of texts", 'as in ["es", "fr"]', "type")
        return ()

    def _string(self, table: Mapping[str, Any], name: str, path: str, default: str) -> str:
        value = table.get(name, default)
        if isinstance(value, str):
            return value
        self.wrong(f"{path}.{name}", f"`{path}.{name}` must be text", "put it in quotes", "type")
        return default

    def _locale(self, value: Any, key: str) -> LocaleTag | None:
        tag = locales.to_gettext(value) if isinstance(value, str) else None
        if tag is not None and locales.known(tag):
            return tag
        self.wrong(
            key, f"{value!r} is no locale", "use a language of CLDR, as in es, pt_BR, zh_Hans", "locale"
        )
        return None

    def _locales(self, project: Mapping[str, Any], name: str) -> tuple[LocaleTag, ...]:
        key = f"project.{name}"
        values = self.strings(project.get(name, []), key)
        tags = [tag for value in values if (tag := self._locale(value, key))]
        return tuple(dict.fromkeys(tags))

    def _targets(
        self, source: LocaleTag, targets: tuple[LocaleTag, ...], previews: tuple[LocaleTag, ...]
    ) -> None:
        if source in targets:
            self.wrong(
                "project.locales", f"`{source}` is the source's language", "take it out of the list", "locale"
            )
        for tag in targets:
            if locales.pseudo(tag):
                hint = "move it to project.preview_locales"
                self.wrong("project.locales", f"`{tag}` is a pseudo-locale", hint, "locale")
        for tag in previews:
            if not locales.pseudo(tag):
                hint = "put it into project.locales"
                self.wrong("project.preview_locales", f"`{tag}` is no pseudo-locale", hint, "locale")

    def _url(self, project: Mapping[str, Any]) -> str:
        url = self._string(project, "base_url", "project", "")
        parts = urlsplit(url)
        if url and (
            parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment
        ):
            hint = "write it as in https://www.example.com/articles"
            self.wrong("project.base_url", f"{url!r} is no address of a site", hint, "url")
        return url.rstrip("/")

    def _brand(self, table: Mapping[str, Any]) -> BrandSettings:
        defaults = BrandSettings()
        names = tuple(each.name for each in fields(BrandSettings))
        self.unknown(table, names, "brand")
        values = {name: self._string(table, name, "brand", getattr(defaults, name)) for name in names}
        digits = values["colour"].removeprefix("#")
        if len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
            self.wrong(
                "brand.colour", f"{values['colour']!r} is no colour", "write #rrggbb, as in #0b5a7a", "colour"
            )
        return BrandSettings(**values)

    def _flag(self, table: Mapping[str, Any], name: str, path: str, default: bool = True) -> bool:
        """Read a yes or no."""
        value = table.get(name, default)
        if not isinstance(value, bool):
            key = f"{path}.{name}"
            self.wrong(key, f"`{key}` must be true or false", f"write {name} = true", "type")
        return bool(value)

    def _fonts(self, whole: Mapping[str, Any], name: str) -> Mapping[str, tuple[str, ...]]:
        table = self.table(whole, name)
        for script in table:
            if not (len(script) == 4 and script.isalpha() and script == script.title()):
                self.wrong(
                    f"{name}.{script}",
                    f"`{script}` is no script",
                    "ISO 15924, as in Latn, Arab, Jpan",
                    "script",
                )
        return {script: self.strings(value, f"{name}.{script}") for script, value in table.items()}

    def _checks(self, table: Mapping[str, Any]) -> CheckSettings:
        self.unknown(table, tuple(each.name for each in fields(CheckSettings)), "checks")
        variants: dict[str, Mapping[LocaleTag, str]] = {}
        links = self.table(table, "links")
        for address in links:
            own = self.table(links, address)
            tags = {name: self._locale(name, f"checks.links.{address}") for name in own}
            values = {name: self._string(own, name, f"checks.links.{address}", "") for name in own}
            variants[address] = {tag: values[name] for name, tag in tags.items() if tag}
        convert = self._flag(table, "temperature_conversion", "checks", default=False)
        spelling = self._flag(table, "spelling", "checks")
        return CheckSettings(temperature_conversion=convert, spelling=spelling, links=variants)

    def _policy(self, table: Mapping[str, Any]) -> Policy:
        try:
            return parse_policy(table, engines=MACHINES)
        except InputError as error:
            self.findings.extend(replace(finding, file=FILE) for finding in error.findings)
            return Policy()

    def _overrides(self, table: Mapping[str, Any]) -> Mapping[LocaleTag, LocaleSettings]:
        found: dict[LocaleTag, LocaleSettings] = {}
        for name in table:
            tag = self._locale(name, f"locales.{name}")
            special = self.table(table, name)
            self.unknown(special, tuple(each.name for each in fields(LocaleSettings)), f"locales.{name}")
            if tag:
                found[tag] = LocaleSettings(
                    engines=drafting.engines(self, special, f"locales.{name}.engines", None),
                    order=drafting.order(self, special, f"locales.{name}.order"),
                    markets=self.strings(special.get("markets", []), f"locales.{name}.markets"),
                )
        return found

"""Who counts: reviewers, their roles and locales, and what an edition requires.

`parse_policy` reads `[review]` and `[reviewers.<name>]` of `pipeline.toml`, already parsed
as TOML. It opens nothing; `pipeline.settings` calls it.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from pipeline.errors import InputError
from pipeline.locales import to_gettext
from pipeline.model import ArticleName, Finding, LocaleTag

NAME = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
"""An actor or a role. It names files, also where case does not count: no dots, slashes, capitals."""

DEFAULT_ROLE = "linguist"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reviewer:
    """A person whose approvals may count."""

    name: str
    """As an actor in the ledger: `linguist-es`."""
    roles: tuple[str, ...] = (DEFAULT_ROLE,)
    """What they are asked for, as in `require`."""
    locales: tuple[LocaleTag, ...] | None = None
    """The locales they may approve; None for all."""
    full_name: str = ""
    """As in a catalogue's Last-Translator and in git, for four eyes; and for the record."""
    emails: tuple[str, ...] = ()
    """As above. Compared without regard to case."""
    key: str = ""
    """Their SSH public key, `ssh-ed25519 AAAA…`, for signatures."""

    def reviews(self, locale: LocaleTag) -> bool:
        """Whether their word counts in `locale`."""
        return self.locales is None or locale in self.locales

    def answers_to(self, identity: str) -> bool:
        """Whether `identity`, a name, an address or `Name <address>`, is this person.

        In doubt yes: a bare address counts for the actor that it begins with.
        """
        full, _, rest = identity.partition("<")
        mail = rest.rstrip("> ").strip().casefold()
        words = {full.strip().casefold(), mail, mail.partition("@")[0]} - {""}
        own = {self.name, self.full_name.casefold(), *(email.casefold() for email in self.emails)}
        return bool(words & (own - {""}))


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What an edition requires before it is printed."""

    reviewers: Mapping[str, Reviewer] = field(default_factory=dict)
    require: tuple[str, ...] = (DEFAULT_ROLE,)
    """Roles that must each approve, by different people."""
    require_in_locale: Mapping[LocaleTag, tuple[str, ...]] = field(default_factory=dict)
    """Instead of `require`, for a locale."""
    require_in_article: Mapping[ArticleName, tuple[str, ...]] = field(default_factory=dict)
    """Instead of `require`, for an article. With one for its locale too, both hold."""
    require_signatures: bool = False
    """Whether an unsigned approval counts for nothing."""
    source_approved: bool = False
    """Whether source editions stand under the same rule; otherwise they print as they are."""
    names: bool = False
    """Whether pages and PDFs name who reviewed them, beside the role; otherwise they say the role alone."""
    withdraw_on_change: bool = False
    """Whether a page is withdrawn when its texts move on; otherwise the last approved one stays."""

    def printed_name(self, actor: str) -> str:
        """Return the name of a reviewer as pages print it; empty where they print roles alone."""
        reviewer = self.reviewers.get(actor)
        return (reviewer.full_name if reviewer else "") or actor if self.names else ""

    def required(self, locale: LocaleTag, article: ArticleName) -> tuple[str, ...]:
        """Return the roles that must approve each text of this edition, in order, each once."""
        own = (*self.require_in_locale.get(locale, ()), *self.require_in_article.get(article, ()))
        return tuple(dict.fromkeys(own or self.require))


def parse_policy(table: Mapping[str, Any], *, engines: Collection[str] = ()) -> Policy:
    """Read the tables `review` and `reviewers` of the settings; others in `table` are ignored.

    Raises InputError with every problem, each under the path of its key. A reviewer may not
    have the name of one of `engines`, whose feeds these are.
    """
    reader = _Reader()
    review = reader.table(table.get("review", {}), "review")
    reader.known(
        review,
        "review",
        ("require", "require_signatures", "source", "names", "on_change", "locales", "articles"),
    )
    reviewers = _reviewers(reader, reader.table(table.get("reviewers", {}), "reviewers"), engines)
    policy = Policy(
        reviewers=reviewers,
        require=reader.names(review, "review", "require", (DEFAULT_ROLE,)),
        require_in_locale=_require_in_locales(
            reader, reader.table(review.get("locales", {}), "review.locales")
        ),
        require_in_article=_require_in_articles(
            reader, reader.table(review.get("articles", {}), "review.articles")
        ),
        require_signatures=reader.boolean(review, "review", "require_signatures"),
        source_approved=reader.choice(review, "review", "source", ("free", "approved")) == "approved",
        names=reader.boolean(review, "review", "names"),
        withdraw_on_change=reader.choice(review, "review", "on_change", ("keep", "withdraw")) == "withdraw",
    )
    _demand_roles_held(reader, policy)
    if reader.findings:
        raise InputError(reader.findings)
    return policy


def _reviewers(
    reader: "_Reader", table: Mapping[str, Any], engines: Collection[str]
) -> Mapping[str, Reviewer]:
    reviewers = {}
    for name, value in table.items():
        path = f"reviewers.{name}"
        person = reader.table(value, path)
        reader.known(person, path, ("roles", "locales", "name", "email", "key"))
        reader.name(name, path)
        if name in engines:
            reader.wrong(path, f"“{name}” is an engine, and an engine never approves", "choose another name")
        reviewers[name] = Reviewer(
            name=name,
            roles=reader.names(person, path, "roles", (DEFAULT_ROLE,)),
            locales=reader.locales(person, path),
            full_name=reader.text(person, path, "name"),
            emails=reader.texts(person, path, "email"),
            key=reader.key(person, path),
        )
    return reviewers


def _require_in_locales(reader: "_Reader", table: Mapping[str, Any]) -> Mapping[LocaleTag, tuple[str, ...]]:
    found = {}
    for name, value in table.items():
        path = f"review.locales.{name}"
        inner = reader.table(value, path)
        reader.known(inner, path, ("require",))
        if tag := reader.locale(name, path):
            found[tag] = reader.names(inner, path, "require", (DEFAULT_ROLE,))
    return found


def _require_in_articles(
    reader: "_Reader", table: Mapping[str, Any]
) -> Mapping[ArticleName, tuple[str, ...]]:
    found = {}
    for name, value in table.items():
        path = f"review.articles.{name}"
        inner = reader.table(value, path)
        reader.known(inner, path, ("require",))
        found[ArticleName(name)] = reader.names(inner, path, "require", (DEFAULT_ROLE,))
    return found


def _demand_roles_held(reader: "_Reader", policy: Policy) -> None:
    """Tell a role that nobody has: where there are reviewers, it is most likely mistyped."""
    held = {role for reviewer in policy.reviewers.values() for role in reviewer.roles}
    places: list[tuple[str, tuple[str, ...]]] = [("review.require", policy.require)]
    places += [(f"review.locales.{tag}.require", roles) for tag, roles in policy.require_in_locale.items()]
    places += [
        (f"review.articles.{name}.require", roles) for name, roles in policy.require_in_article.items()
    ]
    for path, roles in places:
        for role in roles:
            if held and role not in held:
                reader.wrong(path, f"no reviewer has the role “{role}”", _suggest(role, held))


def _suggest(word: str, known: Iterable[str]) -> str:
    choices = sorted(known)
    near = get_close_matches(word, choices, n=1)
    return f"did you mean “{near[0]}”?" if near else f"known: {', '.join(choices)}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reader:
    """Reads values of TOML tables and collects what is wrong with them."""

    findings: list[Finding] = field(default_factory=list)

    def wrong(self, path: str, reason: str, hint: str = "", kind: str = "bad-value") -> None:
        self.findings.append(Finding(id=f"settings.{kind}", reason=reason, hint=hint, key=path))

    def table(self, value: Any, path: str) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        self.wrong(path, "must be a table", f"write [{path}] on its own line, its keys below")
        return {}

    def known(self, table: Mapping[str, Any], path: str, keys: tuple[str, ...]) -> None:
        for key in table:
            if key not in keys:
                self.wrong(f"{path}.{key}", f"unknown setting “{key}”", _suggest(key, keys), "unknown-key")

    def name(self, value: str, path: str) -> None:
        if not NAME.fullmatch(value):
            self.wrong(
                path, f"“{value}” cannot be a name here", "use a-z, 0-9, hyphen and underscore, up to 64"
            )

    def text(self, table: Mapping[str, Any], path: str, key: str) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return value.strip()
        self.wrong(f"{path}.{key}", "must be text", f'for example {key} = "…"')
        return ""

    def texts(self, table: Mapping[str, Any], path: str, key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        values = [value] if isinstance(value, str) else value
        if isinstance(values, list) and all(isinstance(item, str) for item in values):
            return tuple(values)
        self.wrong(f"{path}.{key}", "must be text or a list of texts", f'for example {key} = ["…"]')
        return ()

    def names(
        self, table: Mapping[str, Any], path: str, key: str, default: tuple[str, ...]
    ) -> tuple[str, ...]:
        if key not in table:
            return default
        values = self.texts(table, path, key)
        for value in values:
            self.name(value, f"{path}.{key}")
        if not values and table[key] == []:
            self.wrong(f"{path}.{key}", "names no role", f'name at least one, for example ["{DEFAULT_ROLE}"]')
        return tuple(dict.fromkeys(values))

    def boolean(self, table: Mapping[str, Any], path: str, key: str) -> bool:
        value = table.get(key, False)
        if isinstance(value, bool):
            return value
        self.wrong(f"{path}.{key}", "must be true or false")
        return False

    def choice(self, table: Mapping[str, Any], path: str, key: str, choices: tuple[str, ...]) -> str:
        value = table.get(key, choices[0])
        if value in choices:
            return str(value)
        hint = _suggest(value, choices) if isinstance(value, str) else f"known: {', '.join(choices)}"
        self.wrong(f"{path}.{key}", f"cannot be {value!r}", hint)
        return choices[0]

    def locale(self, name: str, path: str) -> LocaleTag | None:
        tag = to_gettext(name)
        if tag is None:
            self.wrong(path, f"“{name}” is no locale", "write it as in BCP 47, for example pt-BR")
        return tag

    def locales(self, table: Mapping[str, Any], path: str) -> tuple[LocaleTag, ...] | None:
        if "locales" not in table:
            return None
        names = self.texts(table, path, "locales")
        tags = (self.locale(name, f"{path}.locales") for name in names)
        return tuple(tag for tag in tags if tag)

    def key(self, table: Mapping[str, Any], path: str) -> str:
        value = self.text(table, path, "key")
        if value and not re.fullmatch(r"(ssh|ecdsa|sk)-[a-z0-9@.-]+ [A-Za-z0-9+/=]+( [^\n]*)?", value):
            self.wrong(
                f"{path}.key",
                "is no SSH public key",
                "paste the one line of the .pub file, ssh-ed25519 AAAA…",
            )
        return value

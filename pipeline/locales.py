"""Locale names: the one place where gettext's form, BCP 47 and Babel's meet."""

import re
from functools import cache

from pipeline.model import Locale, LocaleTag

_PSEUDO = {"en_XA": "en", "ar_XB": "ar"}
"""CLDR's pseudo-locales, and the locale whose rules each borrows."""

_SHAPE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")


def to_gettext(name: str) -> LocaleTag | None:
    """Read `name`, in BCP 47 or gettext form, as a gettext locale; None if it is neither."""
    match = _SHAPE.fullmatch(name)
    if not match:
        return None
    language, script, region = match.groups()
    parts = [language.lower()]
    if script:
        parts.append(script.title())
    if region:
        parts.append(region.upper())
    return LocaleTag("_".join(parts))


def to_bcp47(tag: LocaleTag) -> str:
    """`pt_BR` to `pt-BR` (RFC 5646)."""
    return tag.replace("_", "-")


def babel_name(tag: LocaleTag) -> str:
    """Return the name under which Babel has `tag`'s rules; pseudo-locales borrow another's."""
    return _PSEUDO.get(tag, tag)


def pseudo(tag: LocaleTag) -> bool:
    """Whether `tag` is a pseudo-locale: told without loading a locale's data, as `locale` does."""
    return tag in _PSEUDO


@cache
def known(tag: LocaleTag) -> bool:
    """Whether CLDR, through Babel, knows the locale, or it is one of the pseudo-locales."""
    from babel.localedata import exists

    return pseudo(tag) or exists(tag)


@cache
def locale(tag: LocaleTag) -> Locale:
    """All that is to be known about a known `tag`. Raises `babel.UnknownLocaleError` otherwise."""
    from babel import Locale as BabelLocale
    from babel.core import get_global

    babel = BabelLocale.parse(babel_name(tag))
    subtags = get_global("likely_subtags")
    likely = subtags.get(str(babel)) or subtags.get(babel.language, "")
    script = babel.script or next((part for part in likely.split("_") if len(part) == 4), "Latn")
    name = babel.get_display_name(babel) or tag
    return Locale(
        tag=tag,
        bcp47=to_bcp47(tag),
        direction=babel.text_direction,
        script=script,
        name=f"{name} [{tag[-2:]}]" if pseudo(tag) else name,
        pseudo=pseudo(tag),
    )

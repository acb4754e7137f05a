"""Translations of the generated articles: no language, but each word another, in the locale's own script.

Markup, addresses, code and numbers stay as they are, as a translator leaves them, and so do the few
words that checks compare: units of time and the preposition that negates.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from bench.corpus import GLUE, VERBS, WORDS

LOCALES = ("es", "fr", "it", "pt_BR", "de", "nl", "ru", "ar", "zh_Hans", "ja")
"""What the benches translate into, three of them for PDFs in every kind of script."""

_PARTS = re.compile(
    r"```.*?```|`[^`]*`|\]\([^)]*\)|\[\^\w+\](?::)?|\{#[^}]*\}|<[^>]*>|!!! \w+|\*\[\w+\]:|https?://\S+"
    r"|(?<= mg )a day|[A-Za-z]{2,}|.",
    re.DOTALL,
)
"""What stays as it is, the words, and everything between them."""
_TRUE: Mapping[str, tuple[str, ...]] = {
    "a day": (
        *("al día", "par jour", "al giorno", "por dia", "pro Tag", "per dag", "в день", "في اليوم"),
        *("每天", "/日"),
    ),
    "about": ("unos", "environ", "circa", "cerca de", "etwa", "ongeveer", "около", "حوالي", "约", "約"),
    "without": ("sin", "sans", "senza", "sem", "ohne", "zonder", "без", "بدون", "没有", "なしで"),
    "minute": ("minuto", "minute", "minuto", "minuto", "Minute", "minuut", "минута", "دقيقة", "分钟", "分"),
    "hour": ("hora", "heure", "ora", "hora", "Stunde", "uur", "час", "ساعة", "小时", "時間"),
    "day": ("día", "jour", "giorno", "dia", "Tag", "dag", "день", "يوم", "天", "日"),
    "week": ("semana", "semaine", "settimana", "semana", "Woche", "week", "неделя", "أسبوع", "周", "週"),
    "year": ("año", "an", "anno", "ano", "Jahr", "jaar", "год", "سنة", "年", "年"),
}
_ENDINGS = {"es": "ado", "fr": "eux", "it": "zione", "pt_BR": "ção", "de": "ung", "nl": "lijk"}
_LETTERS = {
    "ru": dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопярстувшжыз", strict=True)),
    "ar": dict(zip("abcdefghijklmnopqrstuvwxyz", "ابتدهفغحيجكلمنوپقرسطعثشصضز", strict=True)),
}
_FIRST = {"zh_Hans": 0x6D00, "ja": 0x3041}
"""The first character of the block that words are made from."""


def translate(text: str, locale: str) -> str:
    """Return a text in another locale. The same text always has the same translation."""
    parts = _parts(text)
    return "".join(map(_dictionary(locale).get, parts, parts))


@lru_cache(1000)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(_PARTS.findall(text))


def translate_article(text: str, locale: str) -> str:
    """Return a whole article in another locale; in its front matter the keys and the slug stay."""
    _, front, body = text.split("---\n", 2)
    lines = []
    for line in front.splitlines():
        key, _, value = line.partition(": ")
        lines.append(f"{key}: {value if key == 'slug' else translate(value, locale)}")
    return "---\n" + "\n".join(lines) + "\n---\n" + translate(body, locale)


@cache
def _dictionary(locale: str) -> dict[str, str]:
    at = LOCALES.index(locale)
    found: dict[str, str] = {}
    everything = (*WORDS, *VERBS, *GLUE, *_OTHERS, "a day")
    for number, word in enumerate(dict.fromkeys(everything)):
        made = _TRUE[word][at] if word in _TRUE else _word(word, number, locale)
        found[word] = made
        found[word.capitalize()] = made[:1].upper() + made[1:]
    return found


_OTHERS = tuple("about see dose group outcome hyperbaric therapy newly seen code".split())


def _word(word: str, number: int, locale: str) -> str:
    if locale in _LETTERS:
        return "".join(_LETTERS[locale].get(letter, letter) for letter in word)
    if locale in _FIRST:
        return "".join(chr(_FIRST[locale] + (number * step) % 80) for step in (3, 7, 11)[: 1 + number % 3])
    return f"{word[:4]}{_ENDINGS[locale]}"

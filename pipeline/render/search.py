"""The search of a locale's articles: an index of static files, which `theme/search.js` reads on demand.

No server, no other library and no WebAssembly: a page's policy stays as strict as it is. Each article's
words are folded (Unicode NFKC, small letters, no accents, no Arabic vowels or article), and scripts that
write no spaces are cut into pairs of characters, here and in the browser by the same rules. The index is
cut into shards by a word's first character, so that a search loads one list of pages and one shard for
each word of the question, however many articles there are.
"""

import html
import json
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from hashlib import sha256

from pipeline.model import Edition, Locale
from pipeline.render.site import edition_address, index_address, relative

_SHARD = 96_000
"""About how many characters of the index one shard should hold."""
_LONGEST = 32
"""Of a word, in characters; what is longer is found by its beginning."""
_TITLE, _HEADING, _MOST = 24, 6, 9
"""What a word counts more in the title or a heading than in the text, and how often one counts at most."""

_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]")
"""Accents of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowels and tatweel."""
_ALIKE = str.maketrans("أإآٱىة", "اااايه")
"""Arabic letters that people write for one another."""
_ARTICLE = re.compile(r"^[وفبك]?ال(?=..)|^لل(?=..)")
"""The Arabic article, with the particle before it."""
_UNSPACED = re.compile(
    "([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)"
)
"""Characters of Thai, Lao, Myanmar, Khmer, kana and Han."""
_HEADINGS = re.compile(r"<h[2-6]\b[^>]*>(.*?)</h[2-6]>", re.DOTALL)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")


def index(locale: Locale, editions: Iterable[Edition]) -> dict[str, bytes]:
    """Return the index of one locale's editions: a list of their addresses and the shards, by address.

    They are read one after the other, and only their words are held. The same editions give the same
    bytes. Shards stand in a folder named by their content, so that no list of pages is ever read with
    shards of another build.
    """
    home = index_address(locale)
    # Four bytes a number: a word that every article has stands here twice for each of them.
    words: dict[str, array[int]] = defaultdict(partial(array, "I"))
    addresses = []
    for number, edition in enumerate(editions):
        addresses.append(relative(edition_address(edition), home))
        for word, weight in weights(edition).items():
            words[word].extend((number, weight))
    contents = [_json(shard).encode() for shard in _shards(words)]
    place = f"search/{sha256(b''.join(contents)).hexdigest()[:10]}"
    pages = {
        "shards": [f"{place}/{number}.json" for number in range(len(contents))],
        "pages": addresses,
    }
    folder = home.removesuffix("index.html")
    files = {f"{folder}{place}/{number}.json": content for number, content in enumerate(contents)}
    return {f"{folder}search/pages.json": _json(pages).encode(), **files}


def weights(edition: Edition) -> Counter[str]:
    """Return how much each word of an edition counts."""
    found = Counter({word: min(count, _MOST) for word, count in Counter(terms(_text(edition.body))).items()})
    headings = " ".join(heading[1] for heading in _HEADINGS.finditer(edition.body))
    fields = " ".join(text.value for name, text in edition.fields.items() if name not in ("title", "slug"))
    for word in {*terms(_text(headings)), *terms(fields)}:
        found[word] += _HEADING
    for word in set(terms(edition.title)):
        found[word] += _TITLE
    return found


def terms(text: str) -> Iterator[str]:
    """Yield what a text is found by: folded words, and pairs of characters where no spaces are written."""
    for word in fold(text).translate(_SEPARATORS).split():
        yield from _pieces(word)


@lru_cache(maxsize=1 << 16)
def _pieces(word: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in filter(None, _UNSPACED.split(word)):
        if _UNSPACED.match(piece):
            found += (piece[at : at + 2] for at in range(max(1, len(piece) - 1)))
        else:
            found.append(_ARTICLE.sub("", piece)[:_LONGEST])
    return tuple(found)


def fold(text: str) -> str:
    """Return a text as it is compared: without case, width, accents and Arabic vowels."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return unicodedata.normalize("NFC", _MARKS.sub("", plain)).translate(_ALIKE)


class _Separators(dict[int, str]):
    """A table for `str.translate`: letters, numbers and marks stay, all else becomes a space."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if unicodedata.category(chr(code))[0] in "LMN" else " "
        return self[code]


_SEPARATORS = _Separators()


def _text(body: str) -> str:
    """Return the text of cleaned HTML; blocks end words, inline elements do not."""
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", body)))


def _shards(words: "Mapping[str, array[int]]") -> Iterator[dict[str, list[int]]]:
    """Yield the shards one after the other; each is let go before the next is made."""
    size = sum(len(word) + 3 * len(places) for word, places in words.items())
    number = 1 + size // _SHARD
    own: list[list[str]] = [[] for _ in range(number)]
    for word in sorted(words):
        own[ord(word[0]) % number].append(word)
    for some in own:
        yield {word: words[word].tolist() for word in some}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

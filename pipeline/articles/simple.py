"""The inline Markdown that most messages keep to, told from all other by one expression.

Emphasis around plain words, code, links to other sites and within the page, and references to
footnotes mean the same to every reader of Markdown. A message of nothing but these and plain text is
turned into HTML at once; any doubt leaves it to Python-Markdown. What passes is letters between tags
that are ours: the expression lets none of HTML's signs through.
"""

import re
from collections.abc import Callable, Container
from itertools import pairwise

_LETTER = r"[^\\`*_\[\]<>&{}\n]"
_WORDS = rf"(?=\S){_LETTER}+(?<=\S)"
_ADDRESS = r"https?://(?:[a-z0-9]+[.-])*[a-z0-9]+\.[a-z]{2,}(?:/[A-Za-z0-9_./#?=%+~-]*)?|#[a-z0-9-]+"
_TOKEN = re.compile(
    r"([^\\`*_\[\]<>&{}\n!]+|!(?!\[))"
    rf"|\*\*({_WORDS})\*\*(?!\*)"
    rf"|\*({_WORDS})\*(?!\*)"
    r"|(?<!`)`(?=[^`\n]*[^\s`])([^`\\<>&\n]+)`(?!`)"
    rf"|\[({_WORDS})\]\(({_ADDRESS})\)"
    r"|\[\^([a-z0-9-]+)\]"
)
_OBJECT = "\ufffc"


def html(text: str, labels: Container[str], refer: Callable[[str], str]) -> tuple[str, str] | None:
    """Return `text` as HTML, and as it reads, with U+FFFC for each thing that is no text.

    None for anything that is not as simple as that. `labels` are those of the article's footnotes;
    `refer` gives the HTML of the page's next reference to one, and is not asked in vain.
    """
    tokens = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or (match[7] and match[7] not in labels):
            return None
        tokens.append(match)
        at = match.end()
    for before, after in pairwise(tokens):
        # Stars that touch, as in `**a***b*`, are read in other ways.
        if text[before.end() - 1] == "*" == text[after.start()]:
            return None
    return _joined(tokens, refer)


def _joined(tokens: "list[re.Match[str]]", refer: Callable[[str], str]) -> tuple[str, str]:
    written, read = [], []
    for token in tokens:
        plain, strong, em, code, label, address, footnote = token.groups()
        if plain:
            written.append(plain)
        elif strong:
            written.append(f"<strong>{strong}</strong>")
        elif em:
            written.append(f"<em>{em}</em>")
        elif code:
            written.append(f"<code>{code.strip()}</code>")
        elif label:
            written.append(f'<a href="{address}">{label}</a>')
        else:
            written.append(refer(footnote))
        read.append(plain or strong or em or label or _OBJECT)
    html = "".join(written)
    return (html.replace("\xa0", "&nbsp;") if "\xa0" in html else html), "".join(read)

"""Generated articles: every construct that authors may use, in any order."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    "the patient oxygen 50% 2.3 million must not HBOT may <5 mg é β 中文 عربي “quoted” x_y 1*2 a&b [not a link] !".split(
        " "
    )
)
PLAIN = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
INLINE = st.one_of(
    PLAIN,
    PLAIN.map(lambda text: f"**{text}**"),
    PLAIN.map(lambda text: f"*{text}*"),
    PLAIN.map(lambda text: f"`{text.replace('`', '')}`"),
    PLAIN.map(
        lambda text: f'[{text.replace("[", "").replace("]", "")}](https://example.org/a?b=1&c=2 "Title")'
    ),
    PLAIN.map(lambda text: f"[{text.replace('[', '').replace(']', '')}][ref]"),
    PLAIN.map(lambda text: f'![{text.replace("[", "").replace("]", "")}](images/figure.png "A title")'),
    st.just("<https://example.org/>"),
    st.just("fact[^1]"),
    st.just("fact[^note]"),
    st.just("<kbd>Ctrl</kbd>"),
    st.just("two  \nlines"),
    st.just("soft\nbreak"),
    st.just("&copy; \\* \\_"),
)
LINE = st.lists(INLINE, min_size=1, max_size=3).map(" ".join).map(lambda text: text.lstrip("!<&"))
FLAT = LINE.map(lambda text: text.replace("  \n", " ").replace("\n", " "))


def _list(items: list[str], mark: str, gap: str) -> str:
    return gap.join(f"{mark} {item}" for item in items)


BLOCK = st.one_of(
    LINE,
    LINE.map(lambda text: text + "\n{: #own .class }"),
    FLAT.map(lambda text: "## " + text),
    FLAT.map(lambda text: "### " + text + " {#fixed-id .wide}"),
    st.lists(FLAT, min_size=1, max_size=3).map(lambda items: _list(items, "-", "\n")),
    st.lists(FLAT, min_size=1, max_size=3).map(lambda items: _list(items, "1.", "\n\n")),
    FLAT.map(lambda text: f"- {text}\n    - {text}\n        - deep"),
    FLAT.map(lambda text: f"1. {text}\n\n    {text}\n\n    > {text}"),
    FLAT.map(lambda text: f"> {text}\n> {text}"),
    PLAIN.map(lambda text: f"| a | b |\n|:--|--:|\n| {text.replace('|', '')} | 1,5 |"),
    FLAT.map(lambda text: f"Term\n:   {text}"),
    FLAT.map(lambda text: f'!!! warning "Heed this"\n    {text}'),
    FLAT.map(lambda text: f"!!! note\n    {text}\n\n    {text}"),
    FLAT.map(lambda text: f'<div markdown="1" class="box">\n\n{text}\n\n</div>'),
    st.just('<div class="raw"><br></div>'),
    st.just("```python\nprint('code')\n```"),
    st.just("    indented code"),
    st.just("* * *"),
    st.just("<!-- i18n:skip -->"),
    st.just("<!-- i18n:context: heading -->"),
    st.just("<!-- an author's remark -->"),
)
FRONT = "---\ntitle: A title\ndescription: What it is about\n---\n"
BACK = (
    "\n\n*[HBOT]: hyperbaric oxygen therapy\n\n[ref]: https://example.org/ref\n\n"
    "[^1]: The first *source*.\n[^note]: A note.\n\n    With a second paragraph.\n"
)
BODIES = st.lists(BLOCK, min_size=1, max_size=8).map("\n\n".join).map(lambda text: text + BACK)
ARTICLES = BODIES.map(lambda body: FRONT + "\n" + body)

"""Inline Markdown for properties: well formed, and any mixture of its special characters."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "oxygen",
        "Pressure",
        "of",
        "the",
        "chamber",
        "2.5",
        "10",
        "MS",
        "naïve",
        "高压氧",
        "治疗",
        "أكسجين",
        "β",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TARGETS = st.sampled_from(["a.md", "https://example.org/x_y_z?a=1", "#part", "images/a(1).png", "<a b.md>"])
REFERENCES = frozenset({"guide", "other label"})


ATOMS = st.one_of(
    st.sampled_from(
        [
            "`x = 1`",
            "`` a ` b ``",
            "<kbd>Esc</kbd>",
            "<br>",
            "\\*",
            "&nbsp;",
            "{name}",
            "  \n",
            "<!-- note -->",
        ]
    ),
    st.tuples(TEXTS, TARGETS).map(lambda parts: f"![{parts[0]}]({parts[1]})"),
    st.tuples(TEXTS, TARGETS, TEXTS).map(lambda parts: f"![{parts[0]}]({parts[1]} '{parts[2]}')"),
)
LINKING_ATOMS = st.sampled_from(
    ["[^note]", "<https://example.org/>", "[guide]", "[guide][]", "info@example.org", "[Guide]{.wide}"]
)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"*{text}*"),
        inner.map(lambda text: f" _{text}_ "),
        inner.map(lambda text: f"<span class='x'>{text}</span>"),
    )


def _linked(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Links never stand in links: HTML does not have them."""
    return st.one_of(
        st.tuples(inner, TARGETS).map(lambda parts: f"[{parts[0]}]({parts[1]})"),
        st.tuples(inner, TARGETS, TEXTS).map(lambda parts: f'[{parts[0]}]({parts[1]} "{parts[2]}")'),
        inner.map(lambda text: f"[{text}][guide]"),
    )


_INNER = st.recursive(st.one_of(TEXTS, st.tuples(TEXTS, ATOMS, TEXTS).map(" ".join)), _wrapped, max_leaves=3)
_WITH_LINKING = st.tuples(TEXTS, LINKING_ATOMS, TEXTS).map(" ".join)
WELL_FORMED = st.lists(
    st.one_of(
        ATOMS, LINKING_ATOMS, _INNER, _linked(_INNER), _wrapped(_linked(_INNER)), _wrapped(_WITH_LINKING)
    ),
    min_size=1,
    max_size=5,
).map(" ".join)
SOUP = st.text(alphabet="*_[]()`<>!{}#\\/\"'^&;:.= ab1\n é中|~$@-", max_size=60)
ANY = st.one_of(WELL_FORMED, SOUP, st.text(max_size=40))

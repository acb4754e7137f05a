"""What an engine does to a message never reaches a catalogue broken."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from pipeline.glossary import Glossary, Target, Term
from pipeline.model import LocaleTag
from pipeline.protect import (
    BRACKETS,
    NUMBERED,
    XML,
    Pieces,
    Rendering,
    numbers,
    parse,
    restore,
    signature,
    with_terms,
)
from pipeline.protect.stream import renderings
from tests.protect.markdown_texts import ANY, REFERENCES, WELL_FORMED

ES = LocaleTag("es")
PLAIN: tuple[Rendering, ...] = (XML, NUMBERED, BRACKETS, Pieces())
ALL: tuple[Rendering, ...] = (*PLAIN, *renderings(ES))
TERMS = Glossary(
    terms=(
        Term(term="oxygen", targets={ES: Target(text="oxígeno", gender="m", number="s")}),
        Term(term="chamber", targets={ES: Target(text="cámara", gender="f", number="s")}),
        Term(term="MS", case_sensitive=True, do_not_translate=True),
    )
)
_TOKENS = re.compile(r"</?[gx]\d*[^>]*>|\[\[?[^\]]*\]\]?|\w+|\s+|.", re.DOTALL)


def wreck(text: str, chance: random.Random) -> str:
    """What bad engines do: drop, double, translate, re-space, widen and move tokens and words."""
    tokens = _TOKENS.findall(text)
    for _ in range(chance.randint(0, 4)):
        if not tokens:
            break
        at = chance.randrange(len(tokens))
        match chance.randrange(8):
            case 0:
                del tokens[at]
            case 1:
                tokens.insert(chance.randrange(len(tokens)), tokens[at])
            case 2:
                tokens[at] = tokens[at].replace("g", "gráfico").replace("x", "equis").upper()
            case 3:
                tokens[at] = f" {tokens[at]} "
            case 4:
                tokens[at] = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in tokens[at])
            case 5:
                tokens.insert(chance.randrange(len(tokens)), tokens.pop(at))
            case 6:
                tokens[at] = chance.choice(
                    ["**", "](evil.example)", "`", "<script>", "[^1]", "12", "\n", "&lt;", "\0", "[x]"]
                )
            case 7:
                tokens = tokens[: at + 1]
    return "".join(tokens)


@given(ANY, st.randoms(use_true_random=False), st.sampled_from(range(len(ALL))), st.booleans())
def test_a_broken_message_never_gets_through(
    message: str, chance: random.Random, which: int, terms: bool
) -> None:
    rendering = ALL[which]
    inline = parse(message, REFERENCES)
    if terms:
        inline = with_terms(inline, TERMS, ES)
    answers = [wreck(text, chance) for text in rendering.encode(inline)]
    text = restore(inline, rendering, answers)
    if text is not None:
        assert signature(text, REFERENCES) == signature(message, REFERENCES)
        assert numbers(text) == numbers(message)
        assert "\0" not in text


def printed(message: str) -> tuple[list[str], ...]:
    """What a reader of the page gets: targets, pictures, code, footnotes, emphasis, raw elements."""
    markdown = Markdown(extensions=["extra", "sane_lists"])
    page = markdown.convert(f"x {message} x\n\n[guide]: g.md\n[other label]: o.md\n\n[^note]: n")
    page = page.split('<div class="footnote">')[0]
    patterns = (
        'href="[^"]*"',
        'src="[^"]*"',
        "<code>.*?</code>",
        "<kbd>.*?</kbd>",
        "<(?:strong|em|br|span|sup)\\b",
    )
    return tuple(sorted(re.findall(pattern, page)) for pattern in patterns)


@given(WELL_FORMED, st.randoms(use_true_random=False), st.sampled_from(range(len(ALL))))
def test_python_markdown_prints_the_same_constructs(message: str, chance: random.Random, which: int) -> None:
    inline = parse(message, REFERENCES)
    text = restore(inline, ALL[which], [wreck(answer, chance) for answer in ALL[which].encode(inline)])
    if text is not None:
        assert printed(text) == printed(message)


@given(st.text(max_size=80), st.sampled_from(range(len(ALL))))
def test_an_answer_to_something_else_never_gets_through(answer: str, which: int) -> None:
    message = "**Stop** after [10 minutes](safety.md)."
    inline = parse(message)
    text = restore(inline, ALL[which], [answer] * len(ALL[which].encode(inline)))
    if text is not None:
        assert signature(text) == signature(message)
        assert numbers(text) == numbers(message)


@pytest.mark.parametrize("rendering", PLAIN, ids=lambda rendering: rendering.name)
@pytest.mark.parametrize(
    "message",
    [
        '**Stop** after [10 *minutes*](safety.md "About it").',
        "See ![a door](door.png 'Open') and `x < 1`.",
        "A [guide] and another [guide][].[^1]",
        "Press <kbd>Esc</kbd> & go.",
    ],
)
def test_a_faithful_engine_is_believed(rendering: Rendering, message: str) -> None:
    inline = parse(message, REFERENCES)
    text = restore(inline, rendering, rendering.encode(inline))
    assert text == message


def test_a_shortcut_reference_names_its_label_once_translated() -> None:
    inline = parse("Read the [guide] or [guide][].", REFERENCES)
    text = restore(inline, NUMBERED, ["Lee la <g0>guía</g0> o <g1>la guía</g1>."])
    assert text == "Lee la [guía][guide] o [la guía][guide]."


@pytest.mark.parametrize(
    ("message", "answer", "expected"),
    [
        ("**Stop** now.", "< G0 > Alto </ g0 > ya.", "**Alto** ya."),
        ("**Stop** now.", "＜g0＞停止＜／g0＞现在。", "**停止**现在。"),
        ("Use `x` now.", "Usa<x0/>ahora.", "Usa `x` ahora."),
        ("Grows.[^1]", "Crece. <x0/>", "Crece.[^1]"),
        ("**Note:** go.", "<g0>Nota</g0>: vamos.", "**Nota:** vamos."),
        ("**Stop** now.", "<g0>alto</g0>  ya .", "**Alto** ya."),
    ],
)
def test_small_damage_is_put_right(message: str, answer: str, expected: str) -> None:
    assert restore(parse(message), NUMBERED, [answer]) == expected


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("**Stop** now.", "Alto ya."),
        ("**Stop** now.", "<g0>Alto ya."),
        ("**Stop** now.", "<g0>Alto</g0> <g0>ya</g0>."),
        ("**Stop** [now](a).", "<g0>Alto <g1>ya</g0></g1>."),
        ("Take 10 mg.", "Tome 100 mg."),
        ("Take 10 mg.", "Tome mg."),
        ("Take it.", "[Tome](https://evil.example)"),
        ("Take it.", ""),
        ("Take it.", "Tome" * 500),
        ("Take it.", "Tome\u0007lo."),
    ],
)
def test_what_cannot_be_put_right_is_refused(message: str, answer: str) -> None:
    assert restore(parse(message), NUMBERED, [answer]) is None


def test_numbers_are_the_same_in_every_locale() -> None:
    assert numbers("1,500.5 mg and 10-40") == numbers("10–40 et 1 500,5 mg") == numbers("١٬٥٠٠٫٥ 10 40")
    assert numbers("10 mg every 8 h") != numbers("10 mg every 80 h")
    assert numbers("in 2013 and 5") == numbers("5, 2013")

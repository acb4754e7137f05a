"""Seeded articles of about 1,300 words that use every construct of an article, and edits of them.

The same number always gives the same article, so that two machines measure the same work.
"""

import random
import struct
import zlib

WORDS = tuple(
    (
        "adult air antibody aspect balance blood brain breath cell centre chamber change child clinic "
        "cohort control cycle day decade disease dose effect evidence exercise fatigue field function "
        "group growth guideline healing hour immune infusion injury inflammation keyword laboratory lesion "
        "level light limit marker measure membrane method minute mouse muscle nerve neuron outcome oxygen "
        "pain patient period phase placebo plan plasma pressure protein protocol question rate reason "
        "receptor record recovery relapse report repair response result review risk sample scale schedule "
        "session signal stage standard study symptom target team temperature therapy tissue treatment trial "
        "unit value vessel visit vision walk week weight year"
    ).split()
)
VERBS = tuple("affects follows improves limits measures precedes reduces reports shows supports".split())
GLUE = tuple("after and before beside for from in near of over than to under with without".split())


class Writer:
    """Writes one article; every word comes from its own random numbers."""

    def __init__(self, number: int) -> None:
        """`number` is the seed."""
        self.number = number
        self.random = random.Random(number)

    def words(self, least: int, most: int) -> str:
        """A few words in a row, without a sentence's capital and full stop."""
        count = self.random.randint(least, most)
        picked = [self.random.choice(WORDS if n % 2 == 0 else GLUE) for n in range(count)]
        if count > 6:
            picked[3] = self.random.choice(VERBS)
        return " ".join(picked)

    def sentence(self) -> str:
        """Plain, or with a number, or with inline markup."""
        text = self.words(9, 18)
        n = self.random.randint(1, 90)
        forms = (
            f"{text}.",
            f"{text}, about {n}% of {self.random.choice(WORDS)}.",
            f"**{self.words(2, 3)}** {text}.",
            f"{text} (*{self.words(2, 4)}*), {n} mg a day.",
            f"{text}, see [{self.words(2, 4)}](https://example.org/{self.random.choice(WORDS)}).",
            f"{text} with `code_{n}` in it.",
            f"{text}.[^note{1 + n % 2}]",
        )
        chosen = self.random.choice(forms)
        return chosen[0].upper() + chosen[1:]

    def paragraph(self) -> str:
        """Two to four sentences, wrapped after each as authors do."""
        return "\n".join(self.sentence() for _ in range(self.random.randint(2, 4)))

    def items(self, count: int) -> str:
        """A list, its second item with a list in it."""
        lines = [f"- **{self.words(2, 3)}:** {self.words(8, 14)}" for _ in range(count)]
        lines.insert(2, f"    - {self.words(5, 9)}\n    - {self.words(5, 9)}")
        return "\n".join(lines)

    def table(self) -> str:
        """Three columns, aligned three ways."""
        rows = [
            f"| {self.words(2, 4)} | {self.random.randint(1, 99)} mg | {self.words(1, 3)} |" for _ in range(4)
        ]
        return "\n".join(["| Group | Dose | Outcome |", "| :--- | ---: | :---: |", *rows])

    def section(self, number: int) -> str:
        """A heading, two paragraphs and one construct that takes its turn."""
        constructs = (
            lambda: self.items(3),
            lambda: self.table(),
            lambda: f"> {self.paragraph()}".replace("\n", "\n> "),
            lambda: f"1. {self.words(6, 10)}\n2. {self.words(6, 10)}\n3. {self.words(6, 10)}",
            lambda: f'!!! note "{self.words(2, 3)}"\n    {self.sentence()}',
            lambda: f'![{self.words(3, 6)}](figure-{number}.png "{self.words(2, 3)}")',
            lambda: f"{self.random.choice(WORDS)}\n:   {self.sentence()}",
            lambda: f"```\n{self.words(4, 8)} = {number}\n```",
            lambda: f'<div class="box" markdown="1">\n\n{self.sentence()}\n\n</div>',
        )
        heading = f"{'##' if number % 3 else '###'} {self.words(3, 6).capitalize()} {{#part-{number}}}"
        blocks = (heading, self.paragraph(), constructs[number % len(constructs)](), self.paragraph())
        return "\n\n".join(blocks)

    def article(self) -> str:
        """The whole article with its front matter, footnotes and abbreviations."""
        title = f"{self.words(3, 6).capitalize()} {self.number}"
        front = f"---\ntitle: {title}\ndescription: {self.words(10, 16)}\nslug: article-{self.number}\n---"
        parts = [front, *(self.section(number) for number in range(9))]
        parts.append(f"{self.words(6, 9)}  \n{self.words(6, 9)}\\\n{self.words(3, 5)}")
        parts.append(f"[^note1]: {self.sentence_without_note()}\n[^note2]: {self.sentence_without_note()}")
        parts.append("*[HBOT]: hyperbaric oxygen therapy")
        return "\n\n".join(parts) + "\n"

    def sentence_without_note(self) -> str:
        """A sentence for a footnote, which holds no footnote itself."""
        return f"{self.words(9, 14).capitalize()}."


def article(number: int) -> str:
    """Return article `number`, Markdown with front matter."""
    return Writer(number).article()


def edited(text: str, number: int, share: float = 0.05) -> str:
    """Return article `number` after its author added a clause to a `share` of its paragraphs."""
    chance = random.Random(-number - 1)
    front, *blocks = text.split("\n\n")
    changed = [
        f"{block[:-1]}, newly seen in {chance.randint(91, 99)}%."
        if block[0].isalpha() and block.endswith(".") and chance.random() < share
        else block
        for block in blocks
    ]
    return "\n\n".join([front, *changed])


def figure() -> bytes:
    """Return the picture that every article shows: a grey PNG of 320 × 200 pixels."""
    head = struct.pack(">IIBBBBB", 320, 200, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes((x + y) % 256 for x in range(320)) for y in range(200))
    chunks = (b"IHDR" + head, b"IDAT" + zlib.compress(rows), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )

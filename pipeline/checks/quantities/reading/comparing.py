"""Comparators: what “more than”, “not … above” and “exceeds” make of a number."""

import re
from collections.abc import Sequence

from pipeline.checks.quantities.quantity import NONE, ONE, Quantity, yearly
from pipeline.checks.quantities.reading.lexemes import Lexeme

_TURNED = {">": "<=", "<": ">=", ">=": "<", "<=": ">"}
_NOTS = frozenset("not no nicht non não ne pas nunca jamais لا الا ليس عدم 不 未 切 勿".split())
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no one", "hardly"})
"""Words that deny the whole clause: “nobody under 18 may enter”."""
_CASES = frozenset({"unless"})
"""Words that other languages say as “if not”: unless they weigh more than 90 kg."""
_ENDS = ".;:!?。；！？؛؟"
_UNLESS = re.compile(r"な(?:い|けれ)?(?:限り|かぎり)")
_ANOTHER = re.compile(
    r"場合|とき|^の?[おご]?(?:子|児|小児|乳児|幼児|方|人|者|患者|男性|女性|未成年)(?:ども|様|さん|者)*[はにがをも]"
    r"|^の?.{2,}、(?!または|もしくは|あるいは|かつ|および)"
)
"""What stands between a Japanese comparator and a “not” of something else: 8時間未満の場合は服用しない."""
_CLAUSE = _ENDS + ",，、،"
_SPANS = frozenset({"s", "min", "h", "day", "week", "month", "year", "decade", "century"})
_DATES = frozenset({"dom", "clock"})
"""What is before or after, and never more or less: nach dem 1. März."""
_MILIEUS = frozenset({"%", "bar", "mbar", "atm", "ATA", "Pa", "kPa", "hPa", "MPa", "psi", "mmHg"})
VERBS = frozenset({"verb", "split_verb"})
_ARABIC, _IDEOGRAPHS = "\u0600", "\u2e80"
_BACK = 10
"""How many lexemes a number may stand before its verb."""
_DISTANCES = frozenset("distance distancia distanza distância entfernung abstand مسافة بعد".split())
"""Words before a number that says where, not how much: not exceed, at a distance of 1 m, 45 dB."""
_REACH = 9
"""How many lexemes a verb may stand away from its number."""


def negated(lexemes: Sequence[Lexeme], place: int, *, backward: bool) -> frozenset[str]:
    """Return what the comparator at `place` may be, seeing that a “not” turns it round.

    A “not” beside it turns it; one that stands farther off in its clause may deny something else.
    `backward`: whether the language puts its “not” behind.
    """
    signs: frozenset[str] = lexemes[place].data
    plain = signs - NONE
    if not _NOTS.isdisjoint(lexemes[place].text.split()) or "な い" in lexemes[place].text:
        return signs  # “Not more than” is turned round already.
    turned = {_TURNED[sign] for sign in plain if sign in _TURNED}
    if plain.isdisjoint("<>") or len({sign[0] for sign in plain}) > 1:
        return signs
    vague = len(plain) > 1 and signs >= NONE  # “Never within 5 cm” is “never nearer than 5 cm”.
    ahead, before = lexemes[place + 1 : place + 12], lexemes[max(0, place - 24) : place][::-1]
    for distance, lexeme in enumerate(ahead if backward else before):
        if lexeme.text in _CASES:
            return signs | turned
        if lexeme.kind == "negations" or lexeme.text.lower() in _NOBODY:
            if backward:
                told = "".join(word.text for word in ahead[: distance + 4]).replace(" ", "")
                if _UNLESS.search(told):
                    return signs | turned
                if _ANOTHER.search("".join(word.text for word in ahead[:distance]).replace(" ", "")):
                    return signs
            beside = distance == 0 and lexeme.end - lexeme.start < 12 and lexeme.text.lower() not in _NOBODY
            return frozenset(turned) if beside and not vague else signs | turned
        if lexeme.text in _ENDS:
            break
    return signs


def denied_later(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Whether a “not” of something else stands behind a Japanese comparator in its sentence."""
    for distance, lexeme in enumerate(lexemes[place + 1 : place + 48]):
        if lexeme.kind == "negations":
            return distance > 0
        if lexeme.text in _ENDS:
            break
    return False


def bind_verbs(lexemes: list[Lexeme]) -> None:
    """Give the comparators of verbs to the numbers that they are about, some words away."""
    for place, lexeme in enumerate(lexemes):
        if lexeme.kind not in VERBS:
            continue
        split = lexeme.kind == "split_verb"  # Its preposition tells the number, however far it is.
        ahead = lexemes[place + 1 : place + 1 + _REACH + (4 if split else 0)]
        found = _number(ahead, split=split, reaching=lexeme.data > NONE)
        if found is None and lexeme.kind == "verb":
            found = _number(lexemes[max(0, place - _BACK) : place][::-1], split=False)
        if found is not None:
            signs = _denied(lexemes, place)
            plain = lexeme.kind == "verb" and found.data.comparators == NONE
            named = bool(ahead) and ahead[0].kind == "word"
            if plain and named and _ARABIC <= lexeme.text[0] < _IDEOGRAPHS:
                signs |= NONE  # لا تتجاوز وقفة الدقائق الثلاث: what is passed over may be a thing.
            if found.data.comparators == NONE or signs == {"<="}:
                found.data = found.data._replace(comparators=signs)


def _number(around: Sequence[Lexeme], *, split: bool, reaching: bool = False) -> Lexeme | None:
    """Return the first number of the clause, if it has no comparator of its own but “more than”.

    `split`: whether a preposition must stand before it; `reaching`: whether “to” is one as well.
    """
    for at, lexeme in enumerate(around):
        if lexeme.kind == "quantity" and any(
            word.text.lower() in _DISTANCES for word in around[max(0, at - 2) : at]
        ):
            continue
        if lexeme.kind == "quantity":
            quantity: Quantity = lexeme.data
            if not quantity.certainty and not quantity.units and quantity.values == ONE:
                continue  # “No debe superarse una dosis de 4 mg” bounds the dose.
            bare = quantity.comparators in (NONE, {">"}) and not quantity.every and quantity.group == "number"
            kinds = ("split", "to") if reaching else ("split",)
            ready = not split or (at > 0 and around[at - 1].kind in kinds)
            return lexeme if bare and ready and not yearly(quantity) else None
        if lexeme.text in _CLAUSE or lexeme.kind in VERBS:
            break
    return None


def _denied(lexemes: Sequence[Lexeme], place: int) -> frozenset[str]:
    """Return what a verb says, seeing that a “not” at either side turns it round."""
    signs: frozenset[str] = lexemes[place].data
    turned = frozenset(_TURNED.get(sign, sign) for sign in signs)
    near = [*lexemes[max(0, place - 3) : place][::-1], *lexemes[place + 1 : place + 4]]
    if any(lexeme.kind == "negations" for lexeme in near):
        return turned
    for lexeme in lexemes[max(0, place - 24) : place][::-1]:
        if lexeme.kind == "negations" or lexeme.text in _CASES:
            return signs | turned
        if lexeme.text in _ENDS:
            break
    return signs


def settled(quantity: Quantity, *, followed: bool) -> Quantity:
    """Decide whether “over” and “under” compare at all, now that the unit is known.

    “Over five years” may be during them; “unter 2,5 ATA” is at that pressure.
    `followed`: whether another number stands right behind: “über drei 30-minütige Phasen”.
    """
    if quantity.every:
        return quantity._replace(comparators=quantity.comparators | NONE)
    if quantity.comparators == NONE:
        return quantity
    plain = quantity.comparators - NONE
    if plain == quantity.comparators or plain not in ({">"}, {"<"}):
        return quantity
    if not quantity.certainty:
        return quantity
    milieu = _SPANS if ">" in plain else _MILIEUS
    if ">" in plain and not quantity.units:
        return quantity  # “over three sessions”
    if quantity.units & (milieu | _DATES) or yearly(quantity) or followed:
        return quantity
    return quantity._replace(comparators=plain)

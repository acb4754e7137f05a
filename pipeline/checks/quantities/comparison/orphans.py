"""Measure words that have lost their number, and fractions that are no part of anything."""

import re
from collections.abc import Sequence
from fractions import Fraction

from pipeline.checks.quantities.quantity import Quantity
from pipeline.checks.quantities.reading.tokens import fold

_NO_DIGIT = r"(?<!\d\s)(?<![\d一二三四五六七八九十百千万億何数毎今昨明翌当平休祝各全両半])"
_EDGE = r"(?:^|(?<!\d)\s|[、。：「（(]|(?<=[のにはがをでとも]))"
_MEASURED = (
    "種類|か所|ヶ所|カ所|箇所|項目|か国|か月|ヶ月|カ月|週間|日間|分間|歳|施設|症例|世帯|セッション|単位"
)
_ORPHANS = {
    "ja": re.compile(
        r"(?:^|(?<!\d)\s|[、。，；：「（(]|(?<=[のにはがをでへやりち]))"
        r"(回目|つ目|度目|番目|日目|週目|[かヶカヵ]月[間後前以はでを]|分の[\d一二三四五六七八九]|人に[\d一二三四五六七八九]|回以[上下]|月[上中下]旬)"
        rf"|{_NO_DIGIT}((?:台|本|枚|個|錠|例|件|杯|滴|針|周)目(?=[にのはがをまかも、。]))|(?:^|または|[、。])(個の|錠の)"
        rf"|{_NO_DIGIT}((?:週間|か月|ヶ月|カ月|ヵ月)に[1一１]?[回度])"
        r"|(?<=[はがをにで、])([%％])(?=台|[のをがにはで])"
        r"|(?:少なくとも|およそ|最長|最長で)((?:年|か月|週間|時間|日間|分間|歳|倍)(?=[、以のをはでが]))"
        r"|(?<=さらに)(週間|か月|日間|時間|年間|分間)"
        rf"|{_EDGE}((?:年|日|週|週間|か月|期|四半期)連続)"
        rf"|{_EDGE}((?:{_MEASURED})(?:以上|以下|以内|未満|を超え|を上回|を下回))"
        r"|(?<=午[前後])(時(?=[にのまかは、。]))|(?:^|[、。])((?:年|時間|秒|回|倍)(?:以上|以下|以内|未満)|歳代)"
        rf"|(?<=[約ち大小高低のにはがをでて、])(分の[1-9１-９一二三四五六七八九](?!日|回))"
        rf"|{_NO_DIGIT}((?:日|週|週間|年|回|つ|番|人)目(?=[にのはがをまかも、。]))"
        r"|(?<![次落及])(第)(?=[段相週期章条群版項巻日部号世]|[月火水木金土]曜|回[目のはがにで、])"
    ),
    "zh": re.compile(
        r"(?:^|(?<!\d)\s|[，。；：、（(的])(分之[\d一二三四五六七八九十]|世纪\d|月[上中下]旬)"
        r"|(?<=[在为从按])([至～比](?=\d))|(?<=第)([例次届名位](?![一二三四五六七八九十\d]))|(?<![等次及])(第)(?=[段阶期周天章条组级相轮季])"
    ),
}
"""Measure words that never stand without their number, where none does: 回目, 人に1人."""
_PERHAPS = {
    "ja": re.compile(
        rf"(?:^|(?<=[、。，；：「（(のにはがをでともらへ]))"
        r"((?<!の)回(?![復答路数避転収診線想覧顧帰])|杯|錠(?!剤)|枚|本とも|人ほど|人中|代[でに]|歳[のでにま以未を]|床に(?![就つ入臥])|割[がにの以])"
        r"|(?<=[はがをにでも、。])(時間)(?=対応|体制|営業|受付|年中)|その(年間)|(?<=[をにはがで])(段ほど)"
        rf"|{_NO_DIGIT}((?:日|週間|か月|時間|年)ごと|日おき|杯の|つ[のだを])|(?:^|(?<=[、。]))(件の|階[でにの]|代の)|(?<=から)(月に)|(?:^|[、。])(月まで[にの])|(?<=[はがのにを、])(月から)|(?<=[はがも、。])(月に)(?![\d一二三四五六七八九数])"
        r"|(?<=まで)(時間[をのも])|(?<=[はがをにでとも、。])((?:平方|立方|ミリ|マイクロ|キロ|センチ|デシ)?(?:グラム|メートル|リットル|パスカル|バール|パーセント)(?!単位)|キロ(?=を))"
    ),
    "zh": re.compile(
        r"(?<![\d一二三四五六七八九十百千半两几个多每数个])(小时)(?=开放|营业|服务|值班)|"
        r"(?<=[早中下晚][上午])(点)|(?<=[到至从在由])(月[上中下份])|(?<=[了过在为达约每第的用有，。])"
        r"([片粒岁倍杯滴](?![面状装子大增水]))|(?<=[日天周月年])(次)(?=[，。；、]|$)"
    ),
}
"""Words that hardly do, and tell of a loss only where the source has a number without a partner."""
_LATIN = re.compile(
    r"(?<=[^\W\d_])[ \u00a0\u202f]?(%)|\b(?:bis|um|ab|gegen|von) (Uhr)\b"
    r"|\b([Gg]rad[eio]?|[Gg]raus?) (?:oder|o|ou)\b"
)
_IMPROPER = re.compile(r"(?<![\d.,])(\d{1,4})分[の之](\d{1,4})(?![\d.,])")
_NO_DECADE = re.compile(r"(?<![\d.,第])(1[1-9]|[2-9][1-9])代(?![目表理わ])")
_NO_MONTH = re.compile(r"(?<![\d.,])(1[3-9]|[2-9]\d|\d{3,})月")


def orphaned(text: str, tag: str) -> Quantity | None:
    """Return the first measure word that has lost its number."""
    return _first(_ORPHANS.get(tag[:2]), text)


def perhaps_orphaned(text: str, tag: str) -> Quantity | None:
    """Return the first word that may have lost the number which the source has."""
    return _first(_PERHAPS.get(tag[:2], _LATIN), text)


def _first(pattern: re.Pattern[str] | None, text: str) -> Quantity | None:
    found = pattern.search(text) if pattern else None
    return Quantity(*found.span(found.lastindex or 0), values=()) if found else None


def improper(source: Sequence[Quantity], text: str, tag: str) -> Quantity | None:
    """Return the first fraction that is no part, 1分の3 or 4分の4, or a month or decade that is none."""
    if not tag.startswith(("zh", "ja")):
        return None
    if "月" in text and (month := _NO_MONTH.search(fold(text))):
        return Quantity(*month.span(1), values=())
    if "代" in text and (decade := _NO_DECADE.search(fold(text))):
        return Quantity(*decade.span(1), values=())
    if "分" not in text:
        return None
    for found in _IMPROPER.finditer(fold(text)):
        bottom, top = int(found[1]), int(found[2])
        share = Fraction(top, bottom or 1)
        known = any(share in one.values and one.group == "number" and not one.units for one in source)
        if bottom <= top and not known:
            return Quantity(*found.span(), values=())
    return None

"""Denials that Arabic, Chinese and Japanese keep one for one, so that they can be counted."""

import re

from pipeline.checks.polarity.lexicon.denial import Denial, Spare, wording, wordings

_IDLE = (
    r"(?! (?:only|just|merely|simply|to mention|more|less|fewer|later|earlier|longer|higher|greater|older"
    r"|sooner|exceed"
    r"|least|even|yet|necessarily|until|before|once|uncommon|unusual|infrequent|unlike|hesitate"
    r"|[^.;:,]{0,40}\bonly\b|unrelated|unlikely"
    r"|[^.;:,]{0,30}\b(?:more|longer|higher|greater|later|less|fewer|lower) than|[^.;:]{0,60}\buntil))"
)
"""What stands behind “not” where it denies nothing, or is said without a denial elsewhere."""
_EXCEPTING = re.compile(r"\b(?:until|unless|without|before|except|other than|but|beyond)\b", re.IGNORECASE)

_TWICE = re.compile(
    r"\b(?:not|never|no|n't)\b.*\b(?:and|or|but) (?:\w+ )?(?:not|never|no|without)\b", re.IGNORECASE
)
"""What may be denied together elsewhere."""


def _spare(taken: str, zh: str, ja: str, ar: str, needed: re.Pattern[str] | None = None) -> Spare:
    """Return wordings that may deny, and the English words that they render besides."""
    return Spare(wording(taken), wordings(zh=zh, ja=ja, ar=ar), needed)


TOGETHER = _spare(r"(?!)", "[和或及]", "たり", r"\b(?:أو|و)", _TWICE)
"""What puts two things together that one denial reaches."""
COUNTED = Denial(
    "a negation of the source may be missing",
    frozenset({"not", "without", "fail", "unable"}),
    wording(
        r"(?<!or )(?<!if )(?<!why )\b(?:not|never)\b" + _IDLE,
        r"\bcannot\b",
        r"n't\b(?! (?:only|just|worry|hesitate|[^.;:]{0,60}\buntil))",
        r"\bfail(?:s|ed|ing|ure)? to\b",
        r"(?<!or )\bwithout\b(?! (?:a )?(?:doubt|delay|further|exception))",
        r"(?<!costs )(?<!cost )\b(?:nobody|no one|none|nothing|neither)\b(?! (?:but|except|other|else))",
        r"(?<!-)\bno (?!more|less|few|late|long|earl|soon|high|low|doubt|matter|wonder|need|one|other|great"
        r"|short|cost|charge"
        r"|harm|stranger|means|account|circumstances|problem|exception|longer|\w+er than)[a-z]",
        r"\bunable\b",
    ),
    kept=wordings(
        zh="无[需须法]|[勿莫毋没難难禁忌戒]|(?<![特区级类性个])别|不(?!同|断|久|仅|但|论|管|过(?!度)|良"
        "|适(?!用|合|宜)"
        "|安(?!全)|舒|便|锈)"
        "|未(?!来)|否|[吐呕]|随时|离不|违|逾|空|零|以外|之外|恕|谢绝|难",
        ja="(?<!少)(?<!危)ない(?!かぎ|限)|ません|なかっ|なけれ"
        "|(?<!ても.)(?<!ても..)(?<!ても...)(?<!でも.)(?<!でも..)(?<!でも...)なく|なし"
        "|[らかさたまばわがれめべせけえきじみげりちび]ず|ぬ|困難|にく|かね|違反|[対範]象?外|外[でのし]|遠慮"
        "|以降"
        "|抑え|残[っり]|吐|ほか|異な|免"
        "|まで(?:に|で)|厳禁|禁",
        ar=r"\b[وف]?(?:لا|ليس|ليست|ليسوا|لن|ألا(?! [يت](?:بلغ|زيد|تجاوز|تعد|قل))|لست)\b|(?<!ما )\b[وف]?لم\b"
        r"|\bما (?:كان|كنا|كنت)|\b[وف]?ه[وي] ما لم"
        r"|عكس|خلاف|عدم|تعذر|عجز|عاجز|حظر|محظور|ممنوع|فشل|إخفاق|أخفق|يخفق|استحال|يستحيل|مستحيل|إهمال|أهمل"
        r"|مجهول|نفد|اختف"
        r"|زوال|زال|حال|لولا|مخالف|خالف|مجان|[يت]كفي|إلغاء|معف|تفاد",
    ),
    turned={},
    least=True,
    spare=(
        _spare(
            r"(?!)", "亦然|同样|也一样|也是", "同様|も同じ", "كذلك|وكذا|ينطبق", re.compile(r"[,.;] nor\b")
        ),
        TOGETHER,
        _spare(r"(?!)", "除|以外|之外", "除|以外", "عدا|استثن", re.compile(r"\bbut not\b|, not\b")),
        _spare(r"\b(?:before|prior)\b", "前", "前", "قبل"),
        _spare(
            r"\b(?:only|solely)\b",
            "[只仅才]|方[可为能]|除(?![非外了])",
            "だけ|のみ|しか|(?<!ない)限[りるら]|初めて|はじめて|まで",
            "فقط|إلا(?! إذا| في حال)|سوى|حتى",
            _EXCEPTING,
        ),
        _spare(r"\b(?:except|exclu|remov|elimin)", "除", "除", "استثن"),
        _spare(r"\b(?:refus|reject|declin|den[iy])", "拒", "拒|断", "رفض"),
        _spare(r"\b(?:prevent|protect|avert)", "防", "防", "منع|وقاي"),
        _spare(r"\b(?:avoid|refrain|abstain)", "避|免(?!疫)", "避|控え", "تجنب|امتن"),
        _spare(r"\b(?:stop|discontinu|interrupt|cease|suspen)", "停", "止|やめ", "توقف|\\bكف|انقط"),
        _spare(r"\b(?:instead|rather)\b", "代|而是", "代わ|かわ|より", "بدلا|عوضا"),
        _spare(
            r"\b(?:lack|absen|deficien|missing|lost|loss|los[ei])", "缺|失|丧", "欠|失", "نقص|فقد|انعد|غياب"
        ),
        _spare(r"\b(?:forg|miss)", "忘|漏", "忘", "نسي|فات"),
        _spare(
            r"\bun(?!der|it|iv|til|less|ion|iq|able)\w+|\bnon-\w+|\bnonsmok\w+|\b(?:im(?!agin)|ir"
            r"|in)\w+(?:able|ible)\b|-free\b|(?!\bunless\b)\b\w+less\b|\blacking\b|\bin(?:dependent|correct"
            r"|complete)",
            "无(?![论菌需须法])|非(?!常)|独立|自行",
            "無(?![料理線事])|不(?!利益|快|安|便|良|調|具合|正|思議|意|眠|妊|整脈|潔|動産)|未(?!来|満)"
            "|非(?!常)|自力",
            r"\b[وف]?(?:غير|الغير|دون|بدون|بلا|بدونه|بدونها|دونه)\b|خال|خلو|بمفرد|وحد",
        ),
    ),
)

"""Demands, leaves, bans and releases: how English says them, and how others do.

Of each there are narrow forms, which say nothing else, and wide ones, which may say it besides. What the
narrow forms of one side say and no wide form of the other does is lost; the reverse is gained.
"""

import re
from typing import NamedTuple

from pipeline.checks.polarity.lexicon import modals_de, romance


class Modal(NamedTuple):
    """How a language says a demand, a leave, a ban or a release."""

    narrow: re.Pattern[str]
    wide: re.Pattern[str]
    usual: re.Pattern[str] | None = None
    """The wide forms that most texts have, which are soon found."""


def _modal(narrow: str, wide: str, tag: str) -> Modal:
    """Compile both; a wide form is a narrow one or one of its own."""
    case = 0 if tag in ("ar", "ja", "zh") else re.IGNORECASE
    return Modal(re.compile(narrow, case), re.compile(f"{narrow}|{wide}", case))


_NOT = r"(?:\s(?:\w+ly|always|also|still))?\s?(?:not|never|n't)\b"
_BEGINS = (
    r"(?:(?<=^)|(?<=[.;:,!?(\n–—])|(?<=[.;:,!?(\n–—]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bor\s)"
    r"|(?<=\bplease\s))"
)
_EN_DENIED = (
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|only|unless|until|without|except|instead"
    r"|rather|maximum|against|at least|less than|minimum|fewer"
    r"|unable|impossible|miss|skip|out of)\b|n't\b|cannot|avoid|refrain|abstain|exclud|discontinu|withh"
    r"|prevent|exceed|danger"
    r"|\bban|contraindic|forbid|prohibit"
)
_EN_REFUSED = (
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|unless|until|without|unable|impossible)\b|n't\b"
    r"|cannot|avoid|exclud|prevent|exceed|contraindic|forbid|prohibit"
)
_EN_SPARED = (
    r"without|unnecess|\bno\b[^.;:,]{0,40}\b(?:needed|required|necessary)|\bfree\b|optional|exempt"
    r"|waive|automatic|do not|not \w+ly"
)

_NO_BOUND = r"(?![^.;:,]{0,25}\b(?:more|longer|higher|greater|later) than\b)"
"""“Should not rise by more than” is “should stay within” elsewhere."""
_MODALS = {
    "en": {
        "demand": (
            r"(?<!not )(?<!n't )(?<!never )(?<!nor )\b(?:must|should|shall|ought to|has to|have to"
            r"|needs? to)\b(?!" + _NOT + r"| do\b)",
            r"\bneed|requir|necess|essential|mandat|oblig|compuls|(?<!not )recommend|(?<!not )advis|\b(?:is"
            r"|are|was|were) to\b|had to|ensure"
            r"|make sure|important|please|imperativ|vital|crucial|\bsure\b|remember|due\b|supposed|only"
            r"|always|needs",
        ),
        "leave": (
            r"(?<!nor )\b(?:may|can|could|might)\b(?!"
            + _NOT
            + r"|not|[^.;:,]{0,14}\bno more than)|\b(?:is|are|be) (?:allowed"
            r"|permitted)\b",
            r"possib|\bable\b|allow|permit|option|likel|potential|capab|perhaps|\w+able\b|\w+ible\b"
            r"|sometimes|would|eligib"
            r"|free to|right|chance|risk|abilit|enough|enable|let\b|lets\b|suitab|choose|wish|welcome"
            r"|occasional",
        ),
        "ban": (
            r"\b(?:must|should|shall|can)"
            + _NOT
            + _NO_BOUND
            + r"|\bcannot\b|\bmay not be \w+ed\b|\bnor (?:may|can"
            r"|should|must)\b|\b(?:nobody|no one|no-one|none)\b[^.;:,]{0,40}\b(?:should|may|must|can)\b"
            r"|\b(?:is|are) (?:prohibited|forbidden)"
            r"|\bnot (?:be )?(?:allowed|permitted)|" + _BEGINS + r"(?:do not|don't) (?!need|have|hesitate"
            r"|worry|forget|fail|require|they)",
            _EN_DENIED,
        ),
        "refusal": (
            r"\b(?:must|should|shall)"
            + _NOT
            + r"|\bmay not be \w+ed\b|\b(?:nobody|no one|no-one)\b[^.;:,]{0,40}"
            r"\b(?:should|may|must|can)\b|\bnot (?:be )?(?:allowed|permitted)",
            _EN_REFUSED,
        ),
        "release": (
            r"(?:not|n't)\s(?:\w+ly\s)?(?:need|have to|(?:be )?(?:required|necessary|needed))|\bneed not"
            r"|needn't|no need\b|\bno (?:\w+ ){1,3}(?:has|have) to\b",
            _EN_SPARED,
        ),
    },
    "zh": {
        "demand": (
            "必须|务必|(?<![不无毋])须(?!知)|(?<![不反供适效相对响理])应(?![用激答对症急变力])|(?<!不)必需",
            "(?<![无不毋只仅])需|[只仅]需(?=[^，。；]*即可)|(?<![不需只主重])要(?![是么素点])|请|(?<!不)宜"
            "|建议|推荐|最好|确保|(?<!不)必|义务|责任|负责|避免"
            "|避开|只[能可]|记得|才|方[可能]"
            "|(?<!不)应|须|尽[量快早]|注意|等",
        ),
        "leave": (
            "(?<![不许认未宁尚])可(?![能见靠观怕乐逆缺变控溶知疑惜])|(?<!不)允许|准许",
            "(?<!不)[可能]|会|也许|有时|(?<!不)许|自愿|得以|风险|有望|偶|机会|有权|尽管|随意|均可",
        ),
        "ban": (
            "不得(?!不)|不可(?![避缺逆或])|不应|不要|不宜|不准|不许|不允许|严禁|禁止|切勿|请勿",
            "不(?!适|良|足|同|明原|佳|全|当|到|久|断|仅|但|论|管|错|安|规则|稳|孕|耐受|透|洁|一|锈|等|利|清"
            "|只|少|必|用|需)"
            "|[勿别莫忌拒停仅才戒]|只[有能可]|方[可能]|禁(?!忌|食)|避免|避开|防止|无法|未能|以免",
        ),
        "release": ("无需|无须|不必|不用|不需|毋须|没必要|没有必要", "免|没|毋|并非|非必|自动|不一定|未必"),
    },
    "ja": {
        "demand": (
            "なければな|ねばな|なくてはな|なければいけ|必要があ(?!りません)|必要です|必須|義務|べき(?!では"
            "|でな|でありません)",
            "必要(?!は(?:あり|な)|ありま|がな|もあ)|ください|下さい|必ず|こと。|もの[とで]|べき|お願い"
            "|ましょう|いただ|求め|要[しす]"
            "|推奨|望ま|重要|なければ|欠か|ように|勧|厳守|避け|しか",
        ),
        "leave": (
            "こと[がも]でき(?:ます|る)|[てで]もよ|[てで]もい[いく]|ても(?:かまい|構い|差し支え)"
            "|許可され(?:ま|て|る)"
            "|認められ(?:ま|て|る)|こともあ[りる]|(?:こと|場合|おそれ|恐れ|可能性)があ[りる](?!ません)"
            "|かもしれ",
            "でき(?!ません|ない|ず)|可能|[おう恐]それ|恐れ|うる|得る|かも|許[可さ]|こと[がも]あり|でしょう"
            "|リスク|いただけ|[えねれげ](?:ます|る)"
            "|(?<![述比食調並延止決含求高認定締占深弱強早改進集辞留勧温薄避受続届設負助])[けめべ](?:ます|る)"
            "|構い|かまい|差し支え|問題あり|自由|任意|時に|場合があ|られ(?!ません|ない|ず)",
        ),
        "ban": (
            "ては(?:なりません|ならな[いく]|ならず|いけません|いけな[いく]|いけず)|[なん]いでください"
            "|べきでは(?:ありません|な[いく])|べきでな[いく]|(?<!ことが)(?<!こともで)禁止|禁忌|禁じ|お控え"
            "|避けてください",
            "(?<!少)(?<!危)ない|(?<!かまい)(?<!構い)(?<!支え)(?<!必要はあり)(?<!必要あり)ません"
            "|なく(?!て(?:も)?(?:よ|い[いくで]|かま|構|大丈|済|差し))|なか"
            "|なけ|[らかさたまばわがれめべせけえきじみ]ず(?![つれ])|避け(?!なくて)|禁[止じ忌煙酒]"
            "|控え(?!なくて)|中止|不可|のみ"
            "|だけ|しか"
            "|やめ|遠慮|ぬ|限り|防",
        ),
        "release": (
            "必要は(?:あり|な)|必要もあ|必要ありません|必要がな|必要がありません|なくて(?:も)?(?:よ"
            "|い[いく]|かま|構|大丈夫|済)|不要",
            "不要|なしで|なく(?:て|と)|免除|任意|ずに",
        ),
    },
    "ar": {
        "demand": (
            r"(?<!لا )(?:يجب|تجب|ينبغي|يتعين|يتوجب|يلزم|واجب|إلزامي)(?!\w* (?:عدم|ألا|أن لا))|لا بد",
            r"(?<!لا )\bو?ف?(?:يجب|تجب|ينبغي|يتعين|يلزم|تلزم|يحتاج|تحتاج|يشترط|تشترط|يتطلب|تتطلب)|وجوب|ضرور"
            r"|(?<!لا )حاجة|يوص|توص|نوص"
            r"|(?<!لا )ينصح|ننصح|يرجى|نرجو|الرجاء|احرص|تأكد|بشرط|شريطة|فرض|ليكن|لتكن|علي(?:ك|ه|ها|هم|كم|هن"
            r"|نا)\b|على (?:المر|الأطباء|كل|من|جميع)"
            r"|مطلوب|استدع|تستدع|يستدع|يقتض|تقتض|مهم|يفضل|الأفضل|ستحسن|ستحب|تحتم|يتحتم|ملزم|لازم|يستحق|تجنب"
            r"|\bإلا\b",
        ),
        "leave": (
            r"(?<!لا )(?<!لن )(?<!لم )\b[وف]?(?:يمكن|يجوز|يسمح|بإمكان|يحق|يستطيع|تستطيع)|مسموح"
            r"|\b[وف]?قد (?=[يتن])",
            r"ممكن|إمكان|(?<!لا )تمكن|استطاع|\b[وف]?قد\b|ربما|لعل|محتمل|احتمال|قادر|قدرة|أحيان|خيار|اختيار"
            r"|قابل|فرصة|خطر|متاح|تيح|وسع|تتسنى"
            r"|يتسنى|بإذن|الحق|حقك|تسمح|سمح",
        ),
        "ban": (
            r"(?:لا|لن) (?:يمكن|يجوز|يسمح|ينبغي|يحق|يستطيع|تستطيع)\w*(?! (?:\S+ ){0,4}إلا)"
            r"|(?:يجب|ينبغي|يتعين)\w* (?:\S+ )?(?:عدم|ألا(?! (?:يقل|تقل|يتجاوز|تتجاوز|يزيد|تزيد)))"
            r"|\bوألا\b(?! (?:يقل|تقل|يتجاوز|تتجاوز|يزيد|تزيد))|يحظر|محظور|ممنوع|(?:^|[.،؛:] ?)(?:و"
            r"|ف)?لا ت(?!حتاج|ضطر|لزم|شترط|تطلب|زال|زيد|قل|تجاوز|وجد|توفر|ؤثر|سبب|ستطيع|ستدع)\w+",
            r"\b[وف]?(?:لا|لن)\b(?! (?:يلزم|حاجة|داعي|يحتاج|تحتاج|يشترط|تشترط|يتطلب|تتطلب|ضرورة|بأس))|ألا"
            r"|عدم|تجنب|حظر|منع|ممنوع|امتن|فقط|توقف|وقف|إياك|حذر|تعذر|موانع|مانع|محرم|تفاد|ليس",
        ),
        "release": (
            "لا (?:يلزم|حاجة|داعي|يحتاج|تحتاج|يشترط|تشترط|يتطلب|تتطلب|ضرورة|يتعين|يجب)|ليس من الضروري"
            "|ليس ضروري|دون الحاجة",
            "ليس|دون|بلا|غنى|معف|اختياري|غير (?:ضرور|لازم|مطلوب|إلزام)",
        ),
    },
}


def _by_clause(narrow: str, wide: str, usual: str) -> Modal:
    """Compile both apart, for narrow forms reach over the wide ones of their clause."""
    return Modal(*(re.compile(forms, re.IGNORECASE) for forms in (narrow, wide, usual)))


MODALS = {
    tag: {kind: _modal(*forms, tag) for kind, forms in kinds.items()}
    for tag, kinds in (_MODALS | romance.MODALS).items()
}
MODALS["de"] = {
    "demand": _by_clause(*modals_de.DEMAND),
    "leave": _by_clause(*modals_de.LEAVE),
    "ban": _by_clause(*modals_de.BAN),
    "release": _by_clause(*modals_de.RELEASE),
}
"""By language and kind."""

"""Kinds of denials and demands: how English says them, and how others keep them or turn them round.

A kind is found where a sense of `guard` is in the source, `source` is and `unless` is not. It is turned
round where `turned` is in the translation and `kept` is not; one of the two may be left out.
Arabic is compared without vowel marks, but with the seats of hamza: إلا is “except”, ألا is “not to”.
"""

import re

from pipeline.checks.polarity.lexicon import romance
from pipeline.checks.polarity.lexicon.denial import Denial, Forms, wording, wordings

LANGUAGES = frozenset({"ar", "es", "fr", "it", "ja", "pt", "zh"})
"""Languages whose wordings are known here."""


def _kept(kind: str, **forms: str) -> Forms:
    """Compile what keeps a kind; Romance languages have it by themselves."""
    return wordings(**forms) | {
        tag: re.compile(form, re.IGNORECASE) for tag, form in romance.KEPT.get(kind, {}).items()
    }


def _contrary(kind: str, **forms: str) -> Forms:
    """Compile what turns a kind round."""
    return wordings(**forms) | {
        tag: re.compile(form, re.IGNORECASE) for tag, form in romance.TURNED.get(kind, {}).items()
    }


_ZH_NOT = (
    "(?:[勿别莫毋没]|不(?!适|良|足|同|明原|佳|全|当|到|久|断|仅|但|论|管|过(?!度)|错|安|规则|稳|孕|耐受|透"
    "|洁|一"
    "|锈|等|利|清|只|详|少|如)|禁(?!忌|食)|忌口|避免|避开|防止|谢绝|拒|无法|严禁|停)"
)
_JA_NOT = (
    "(?:(?<!少)(?<!危)(?<!かもしれ)(?<!構い)(?<!問題)(?<!問題あり)(?<!問題は)(?:ない(?![しと])"
    "|ません(?!か))|なかれ|なく(?!な)"
    "|なかっ|[らかさたまばわがれめべせけえきじみ]ず(?![つっれぐ])|できず|ぬ(?=[よう場])"
    "|禁[止じ忌煙酒]|厳禁|避け|控え|慎|やめ|止め|遠慮|不可|見合わ|防[ぐい]|不要|無用|なし)"
)
_AR_NOT = (
    r"(?:\b[وف]?(?:لا|ليس|ليست|لن)\b|(?<!ما )\b[وف]?لم\b|\b[وف]?ألا\b|عدم|حظر|محظور|ممنوع|تجنب|اجتنب|اجتناب"
    r"|احذر|حذار|تحذير"
    r"|امتنع|امتناع|إياك|توقف|\bكف\b|تفاد|منع|يحرم|\bدون\b|بدون|\bبلا\b)"
)
_BEGINS = r"(?:^|[.;:,!?(\n–—]\s*|\b(?:and|but|or|then|please|so)\s)(?:please\s)?"
_NO_ORDER = (
    r"(?!(?:they|you|we|it|these|those|i)\b|need|have|hesitate|worry|panic|be (?:afraid|alarmed|surprised"
    r"|concerned|discouraged)|forget|fail|miss\b|mind"
    r"|only|before|\w+ed\b|smoker|been|less|later than|let .{0,20}(?:stop|discourage|put you off)|know|has"
    r"|had|require)"
)

_ROOTS: dict[str, dict[str, str]] = {
    "untreated": {"zh": "治疗|处理", "ja": "治療|処置", "ar": "معالج|علاج|عولج|يعالج|تعالج"},
    "unopened": {"zh": "开封|打开|开启|拆封|启封", "ja": "開封|開け", "ar": "مفتوح|فتح"},
    "unused": {"zh": "使用|用", "ja": "使用|使わ", "ar": "مستعمل|مستخدم|استعمال|استخدام"},
    "uncontrolled": {"zh": "控制", "ja": "コントロール|管理|制御", "ar": "مضبوط|منضبط|مسيطر|متحكم|السيطرة"},
    "unvaccinated|unimmunised": {"zh": "接种|免疫", "ja": "接種", "ar": "ملقح|مطعم|محصن|تلق"},
    "undiagnosed": {"zh": "诊断|确诊", "ja": "診断", "ar": "مشخص|تشخيص|شخص"},
    "unexplained": {"zh": "解释|原因", "ja": "説明|原因", "ar": "مبرر|مفسر|تفسير|معروف"},
    "unstable": {"zh": "稳定", "ja": "安定", "ar": "مستقر"},
    "unprotected": {"zh": "保护|防护", "ja": "保護|防護", "ar": "محمي|وقاية|حماية"},
    "unsupervised|unattended": {
        "zh": "监护|看护|看管|监督|陪",
        "ja": "監督|付き添|見守",
        "ar": "إشراف|مراقب",
    },
    "undiluted": {"zh": "稀释", "ja": "希釈", "ar": "مخفف|تخفيف"},
    "uncooked": {"zh": "煮|熟", "ja": "加熱|調理", "ar": "مطبوخ|مطهو"},
    "unsterile|non-sterile": {"zh": "无菌|灭菌", "ja": "滅菌|無菌", "ar": "معقم"},
}
"""Words that deny what they begin with, and what they deny elsewhere."""
_KEPT = {
    "zh": "(?:未|没|不|无|非|缺|免)[^，。；]{{0,5}}(?:{root})|(?:{root})(?:不|失|前|欠)|失控|不明",
    "ja": "(?:未|不|非|無)(?:{root})|(?:{root})[^。、]{{0,10}}(?:ない|ず|ません|なか|なけ|なし|ぬ|前|不良"
    "|不十分)|不明|放置|残|生",
    "ar": r"(?:غير|قبل|دون|بدون|بلا|لم|لا|عدم|ليس|ليست|لن) (?:\S+ ){{0,2}}\S*(?:{root})"
    r"|مجهول|مغلق|ترك|إهمال|نيئ",
}


def _privative(english: str, roots: dict[str, str]) -> Denial:
    """Return the kind of a word with “un-”, and of what it denies."""
    return Denial(
        "“un-” of the source may be missing",
        frozenset({"priv", "not"}),
        wording(rf"\b(?:{english})\b"),
        kept=wordings(**{tag: _KEPT[tag].format(root=root) for tag, root in roots.items()}),
        turned=wordings(**roots),
    )


_LATE = re.compile(
    r"\b(?:after|afterwards|following|next|later|since|once|subsequent|then|behind|wait|first|not|no"
    r"|until)\b",
    re.IGNORECASE,
)
_EARLY = re.compile(
    r"\b(?:before|beforehand|prior|previous|earlier|ahead|until|by|wait|only|last|look\w* after|preced\w*"
    r"|not|no)\b",
    re.IGNORECASE,
)
"""What says already the time that a translation may say."""

KINDS = (
    *(_privative(english, roots) for english, roots in _ROOTS.items()),
    Denial(
        "a “do not” of the source may be missing",
        frozenset({"not", "limit", "contraindicated"}),
        wording(
            _BEGINS + r"(?:do not|don't|never)\s" + _NO_ORDER,
            r"\b(?:must|should|shall)\s(?:\w+ly\s)?(?:not|never)\s(?!only|be less|be (?:missed|forgotten)"
            r"|[^.;:,]{0,20}\b(?:more|longer|higher|greater|later) than\b)",
            r"\b(?:is|are) not (?:to be|allowed|permitted)\b",
            r"\b(?:refrain|abstain)\b|\bprohibited\b|\bforbidden\b|\bcontraindicated\b",
        ),
        kept=_kept(
            "order",
            zh=_ZH_NOT + "|[才方][可能得会]|后才|后方|[只仅]|除非|隐藏",
            ja=_JA_NOT + "|てから|初めて|はじめて|のみ|だけ|しか|限[りるら]|以降|隠",
            ar=_AR_NOT + "|فقط|إخفاء",
        ),
        turned={},
    ),
    Denial(
        "“need not” of the source may be missing",
        frozenset({"not", "priv"}),
        wording(
            r"\b(?:not|n't)\s(?:usually |normally |generally |always |necessarily )?(?:need|have to|require)",
            r"need not|needn't|no need\b",
            r"(?:not|n't) (?:usually |normally |generally |always )?(?:be )?(?:necessary|required|needed"
            r"|mandatory|compulsory)",
            r"\bno\b[^.;:,]{0,40}\b(?:is|are) (?:needed|required|necessary)",
        ),
        kept=_kept(
            "needless",
            zh="无[需须]|毋|不(?:必|用|需|须|要|一定|强制|再|应|会|能|是必|做|作|予)|没|(?<!避)免|非必|未必"
            "|并非|无 ?必|自愿|可选",
            ja="(?<!構い)(?<!問題あり)(?<!かもしれ)(?:ません|ない(?!と))|不要|無用|なく(?:て|と)|なく、"
            "|なし|任意|[らかさたまばわがれめべせけえきじみ]ず|免除",
            ar=_AR_NOT[:-1] + "|غير|غني|بغير|معف|اختياري)",
        ),
        turned={},
    ),
    Denial(
        "what the source lacks may be there",
        frozenset({"lack", "not"}),
        wording(
            r"\black(?:s|ing)?\b(?! of (?:time|space|sleep|energy|appetite|interest|strength|exercise"
            r"|concentration|movement|feeling))",
            r"\b(?:no|not enough|insufficient) (?:\w+ )?(?:data|evidence|information|experience|studies)\b",
        ),
        kept=_kept(
            "lacking",
            zh="缺|没|无|不|有限|未|匮|少|罕|非|欠|空白",
            ja="ない|ません|なし|なく|不|欠|乏し|限ら|少な|[らかさたまばわがれめべせけえきじみ]ず|無|未"
            "|なけれ|なかっ",
            ar=r"\b[وف]?(?:لا|ليس|ليست|لن)\b|(?<!ما )\b[وف]?لم\b|عدم|دون|بلا|نقص|افتقار|يفتقر|تفتقر|غياب"
            r"|غير|قلة|انعدام|محدود|\bكافية?\b|\bشح\b|ندرة|خلو|نادر|قليل|فقدان|\b[يت]خلو?\b|ضعف|تنقص|ينقص"
            r"|عوز",
        ),
        turned={},
    ),
    Denial(
        "“cannot be ruled out” may have become “can”",
        frozenset({"not"}),
        wording(
            r"(?:cannot|can't|could not|can not|not|never) (?:yet |be |been |completely |entirely |fully "
            r"|simply )*"
            r"(?:ruled? out|excluded?|dismiss(?:ed)?|discount(?:ed)?)"
        ),
        kept=_kept(
            "open",
            zh="(?:不|无法|没有|没能|未|难以)[^，。；]{0,8}(?:排除|否定|否认)|排除不了",
            ja="(?:否定|除外|排除|無視)[^。、]{0,14}(?:ない|ません|ず|なかった|難|きれ|不可能|困難)",
            ar=r"(?:لا|لم|لن|ليس|عدم|تعذر|يتعذر)\s(?:\S+\s){0,3}(?:استبعاد|يستبعد|تستبعد|استثناء|[يت]?نفي"
            r"|إغفال)"
            r"|لا يستبعد",
        ),
        turned=_contrary(
            "open",
            zh="排除|否定|否认",
            ja="否定|除外|排除|無視",
            ar="استبعاد|يستبعد|تستبعد|استبعد|نفي|استثناء",
        ),
    ),
    Denial(
        "what the source does not know may be known",
        frozenset({"not"}),
        wording(r"\b(?:not|n't) (?:yet |fully |well |entirely )?(?:known|clear|understood|established)\b"),
        kept=_kept(
            "unknown",
            zh="(?:不|未|无法|没|尚|难)[^，。；]{0,4}(?:清楚|明确|知|了解|确定|明|详|证实|确立)|不清|不详",
            ja="(?:知られ|わか|分か|明らか|解明|判明|確立|理解)[^。、]{0,10}(?:ない|ませ|ず|なか)|不明|未知"
            "|未解明|未確立",
            ar=r"(?:لا|لم|ليس|غير|ليست) (?:\S+ ){0,2}\S*(?:معروف|[يت]عرف|معلوم|[يت]علم|واضح|[يت]تضح|مفهوم"
            r"|[يت]فهم|مؤكد"
            r"|[يت]ثبت|[يت]حدد)|مجهول",
        ),
        turned=_contrary(
            "unknown",
            zh="清楚|明确|已知|了解|确定",
            ja="知られ|わか|分か|明らか|解明|判明|確立",
            ar="معروف|[يت]عرف|معلوم|[يت]علم|واضح|اتضح|عرف",
        ),
    ),
    Denial(
        "what is not enough may have become enough",
        frozenset({"not"}),
        wording(r"\b(?:not|n't) (?:be )?(?:sufficient|enough|adequate)\b|\binsufficient|\binadequate"),
        kept=_kept(
            "short",
            zh="[不未没][^，。；]{0,4}(?:足|够|充分)|不当|欠|缺",
            ja="不十分|十分[^。、]{0,6}(?:な[いく]|ませ|ず)|足り(?:な|ませ|ず)|不足|不適",
            ar=r"(?:لا|لن|غير|ليس|ليست|لم) (?:\S+ )?\S*(?:كاف|[يت]كف)|نقص|قاصر|قصور|عدم",
        ),
        turned=_contrary("short", zh="足|够|充分", ja="十分|足り", ar=r"كاف[يٍ]?ة?\b|[يت]كفي|كفاية"),
    ),
    Denial(
        "“not rare” may have become “rare”",
        frozenset({"not"}),
        wording(r"\b(?:not|n't) (?:\w+ly )?(?:un(?:common|usual)|rare|infrequent|unknown|exceptional)"),
        kept=_kept(
            "common",
            zh="[不非][^，。；]{0,4}(?:少见|罕见|稀|鲜见|异常|例外|寻常|足为奇)|常见|时有|屡见|可见|较多"
            "|多见|经常|通常",
            ja="(?:珍し|めずらし|稀|まれ|希|異常|例外)[^。、]{0,10}(?:く(?:は)?[なあ]|な[いく]|ません"
            "|ありま)|よく|多|しばしば|一般的|少なく",
            ar=r"(?:ليس|ليست|غير|لا|لم) (?:\S+ ){0,3}(?:ال)?(?:نادر|نادرا|نادرة|يندر|تندر|غريب|مستغرب"
            r"|المألوف|مألوف|المعتاد|معتاد|شائع|الشائع)|شائع|كثير|غالبا|مألوف",
        ),
        turned=_contrary(
            "common",
            zh="少见|罕见|稀少|鲜见|不常",
            ja="珍し|めずらし|稀|まれ|希|例外",
            ar="نادر|يندر|تندر|غريب|غير شائع|غير مألوف",
        ),
    ),
    Denial(
        "“avoid” may have become “can be avoided”",
        frozenset({"avoid"}),
        wording(
            r"\b(?:should|must|shall|has to|have to|needs? to|is to|are to|advised to)\s(?:\w+\s){0,2}avoid",
            _BEGINS + r"avoid\b",
            r"be avoided",
        ),
        kept=_kept(
            "shun",
            zh="不可避免|可以?避免的",
            ja="(?:避け|控え)(?:なければ|る必要|るべき|てください|ましょう|る、|るこ[とと]。|るよう)",
            ar="لا يمكن تجنب",
        ),
        turned=_contrary(
            "shun",
            zh="(?:可以?|能够?|不妨)(?:[^，。；、要能以]{0,3})?(?:避免|避开|不使用|不用|停用)",
            ja="(?:避け|控え)(?:ること[がも]でき|ても(?:よ|い|かまい|構い|差し支え|問題)|られ(?:ます|る)"
            "|なくても)",
            ar=r"(?:يمكن\S*|يجوز|بإمكان\S*|يستطيع|تستطيع|باستطاعت\S*)\s(?:\S+\s){0,2}(?:تجنب|تتجنب|يتجنب"
            r"|اجتناب|تفاد|الامتناع|يمتنع|تمتنع|الابتعاد)",
        ),
        unless=re.compile(
            r"\b(?:can|may|could|might|able to|help\w*"
            r"|possible to)\b[^.;,]{0,20}\bavoid",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "“until” may have become “after”",
        frozenset({"until"}),
        wording(r"\buntil\b"),
        kept=_kept(
            "until",
            zh="直到|前(?![来往台])|为止|至|到|再|才|方|等|待|只|之前|以前|暂|推迟|延|截",
            ja="まで|前|うち|間|てから|初めて|はじめて|なけれ|のみ|だけ|しか|待|延期|限り|内に",
            ar=r"حتى|إلى|قبل|إلا (?:\S+ )?(?:بعد|عند|إذا|حين|متى)|لحين|حين|ريثما|فقط|انتظر|انتظار|ما لم"
            r"|ما دام|طالما|تأجيل|يؤجل|لغاية|\bلم\b",
        ),
        turned=_contrary("until", zh="后", ja="後(?!ろ|半|遺)|あと", ar=r"\b[وف]?بعد(?:ما)?\b"),
        unless=re.compile(r"\b(?:wait|delay|postpone|not until|stop|pause|withhold|suspend)", re.IGNORECASE),
        balance=re.compile(
            r"\b(?:after|later|then|once|following|since|next|behind|last"
            r"|subsequent)",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "“unless” of the source may have become “as long as”",
        frozenset({"unless"}),
        wording(r"\bunless\b"),
        kept=wordings(
            ja="な(?:い|き)(?:限|かぎ)|ぬ(?:限|かぎ)|なけれ|なくて|ないと|除[きい]|以外|なしに|ずに|ませんと"
        ),
        turned=wordings(ja="(?<![こそ]の)(?:限り|かぎり)"),
    ),
    Denial(
        "a demand of the source may be a wish",
        frozenset({"must"}),
        wording(r"\b(?:must|have to|has to|mandatory|shall)\b"),
        kept={},
        turned=_contrary(
            "wish",
            zh="如有可能|如果?可能|若可能|可能的话|最好|条件允许|尽量|不妨|可酌情|视情况",
            ja="可能であれば|可能なら|可能な限り|できれば|できたら|なるべく|できるだけ|できる限り|望ましい"
            "|ほうがよい|方がよい|とよいでしょう",
            ar=r"إن أمكن\b|إذا أمكن\b|قدر الإمكان|ما أمكن|يفضل|من الأفضل|يستحسن|يستحب",
        ),
        unless=re.compile(
            r"\b(?:possibl|ideal|prefer|better|best|recommend|advis|try\b|should|wherever|practicable"
            r"|desirab|may\b|suitable|necessary|want\b|wish|like to|prefer)",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "a condition of the source may have lost its “not”",
        frozenset({"not", "unable"}),
        wording(
            r"\b(?:if|when|where)\b(?! not\b)[^,.;:\n]*\b(?:not|never|no|cannot|nothing|nobody|none"
            r"|unable|impossible|fails?|failed)\b|\bif\b[^,.;:\n]*n't\b"
        ),
        kept=_kept(
            "condition",
            zh="(?:如|若|倘|假使|万一|一旦|当|凡|在|除|只要|的)[^，。；]*(?:[勿别莫没未无非否]|不(?!适|良"
            "|足|同|佳|当|断|仅|论|管|安|稳|孕|透|洁))|除非|不(?!适|良|足|同|佳|当|断|仅|论|管|安|稳|孕"
            "|透|洁)[^，。；]*(?:时|者|的话|，)|[无未没][^，。；]*(?:时|者|的话|，)",
            ja="(?<!そうし)(?<!そうで)ない|ません|なけれ|なかっ|[らかさたまばわがれめべせけえきじみ]ず|なく"
            "|できず|未|なし|切れ|失敗|忘れ|欠|ぬ|外れ|無|不在|空|以外|除",
            ar=_AR_NOT[:-1] + r"|غير|تعذر|يتعذر|ما لم|غياب|فشل|فقدان|فقدت|نفد|\bإلا\b|\bفات(?:ك|ت|ه|ها)?\b"
            r"|انقط|انعدم|\bخلا\b)",
        ),
        turned=_contrary(
            "condition",
            zh="如|若|倘|万一|一旦|当|时",
            ja="場合|とき|時|たら|れば|なら|と、",
            ar="إذا|إن|لو|حال|عند",
        ),
        unless=re.compile(
            r"\b(?:whether|even if|not only|no more|no later|no longer|no less|no doubt"
            r"|not sure|no matter|as if|only|than not|but not)\b|\bif not\b|[“\"]no\b",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "what is no longer so may still be",
        frozenset({"not"}),
        wording(r"\bno longer\b(?! than)|\b(?:not|n't)\b[^.;:,]{0,30}\b(?:any more|anymore|any longer)\b"),
        kept=_kept("no longer"),
        turned={},
    ),
    Denial(
        "“before” may have become “after”",
        frozenset({"before"}),
        wording(r"\b(?:before|prior to|previous|preceding|earlier)\b"),
        kept=_kept("earlier"),
        turned=_contrary("earlier"),
        unless=_LATE,
    ),
    Denial(
        "“after” may have become “before”",
        frozenset({"after"}),
        wording(r"\b(?:after|following|afterwards|subsequent)\b"),
        kept=_kept("later"),
        turned=_contrary("later"),
        unless=_EARLY,
    ),
)
GUARDS = frozenset().union(*(kind.guard for kind in KINDS))
"""Without any of these senses a source says no kind."""

"""Kinds of denials and demands whose wordings are looked for in Arabic, Chinese and Japanese only.

These languages seldom leave a denial, an “only” or a bound unsaid, so a source's may be counted.
"""

import re

from pipeline.checks.polarity.lexicon.denial import Denial, wording, wordings
from pipeline.checks.polarity.lexicon.kinds import KINDS
from pipeline.checks.polarity.lexicon.kinds_bounds import BOUNDS
from pipeline.checks.polarity.lexicon.kinds_counted import COUNTED, TOGETHER

_ONLY = r"(?<!-)(?<!only and )\b(?:only|solely|exclusively|merely)\b(?! (?:then|after|once|until))"
_NEGATIVE = (
    r"\b(?:not|no|never|without|un\w+|dis\w+|in\w+able|im\w+|fail\w*|lack\w*|miss\w*|forg\w+|cannot|nothing"
    r"|nobody|none|only"
    r"|until|before|still|doubt\w*|empty|stop\w*|lose\w*|loss|lost|run|out|poor\w*|few\w*|absen\w*|avoid\w*"
    r"|difficult\w*"
    r"|trouble|short\w*|refus\w*|broken|expire\w*|negative|wrong|weak\w*|low\w*|below|under|alone|wait\w*"
    r"|late\w*"
    r"|less|off|deni\w+|reject\w*|skip\w*|rather|instead|except|other|exceed\w*|too|away|free|abnormal\w*"
    r"|ill|feel\w*|symptom\w*"
    r"|necessary|need\w*|keep\w*|hard\w*|problem\w*|barely|rare\w*|incomplete\w*|insufficient\w*"
    r"|inadequate\w*|inact\w*|break\w*)\b|n't\b|\w+less\b"
)
_EAST = (
    Denial(
        "“only” of the source may be missing",
        frozenset({"only"}),
        wording(_ONLY),
        kept=wordings(
            zh="[只仅唯惟才专限]|除[了此去外]|未经|光靠|单(?!位|元)|方[可能得为]|不过|不[^，。；]{0,8}超过"
            "|而已|之外|以外|否则|最多|至多|不超过|最早|就够|即可|就行",
            ja="だけ|のみ|しか|限|ばかり|もっぱら|専|唯一|すぎ|過ぎ|以外|なければ|ほか|他に|わずか|たった"
            "|ほんの|単"
            "|ただ(?![ちいし])|初めて|はじめて|てから|以内|以下|まで|ようやく|やっと|きり|こそ|条件|十分"
            "|あくまで",
            ar=r"فقط|إلا|سوى|حصر|قصر|قاصر|قتصر|قتصار|وحد|مجرد|باستثناء|عدا|لغير|فحسب|محدود|بشرط|شريطة|لا غير"
            r"|استثناء"
            r"|\bغير\b|مخصص|خاص|حكر|منفرد|بمفرد|(?:لا|ألا) [يت](?:زيد|تجاوز|تعد)|لا أكثر|[يت]كفي|\b(?:لا|ألا"
            r"|لن)\b[^.،]{0,30}أكثر من",
        ),
        turned={},
        least=True,
    ),
    Denial(
        "what only some may do, only they may not",
        frozenset({"only"}),
        wording(_ONLY),
        kept={},
        turned=wordings(
            zh="只有[^。；，]*?(?:才不|才无|不能|不可以|不得|不会|无法)",
            ja="(?:ない|ません)のは[^。]*(?:のみ|だけ|限)|(?:のみ|に限[りっ]|初めて"
            "|はじめて)[^。、は]{0,20}(?:ません|できない)",
        ),
        unless=re.compile(
            r"\b(?:not|never|no|cannot|without|un\w+|avoid|nor|neither|none|except|nobody|until)\b|n't\b"
            r"|less\b",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "what has failed may have succeeded",
        frozenset({"fail"}),
        wording(r"\b(?:has|have|had) failed\b(?! to)|\bfailure of\b"),
        kept=wordings(
            zh="败|无效|未|不|没|无|失|故障|衰竭",
            ja="ない|なかっ|ません|ず|失敗|無効|不|故障",
            ar=r"فشل|أخفق|إخفاق|لم\b|دون|عدم|غير|قصور|عطل|تعثر|إفلاس|جدوى",
        ),
        turned={},
    ),
    Denial(
        "what is missed may be had",
        frozenset({"forget", "skip"}),
        wording(r"\b(?:miss(?:ed|es)?|forgets?|forgot|forgotten) (?:a|your|the|one|an|to|taking|any)\b"),
        kept=wordings(
            zh="漏|忘|错过|未|没|误|遗|缺|不",
            ja="忘|抜|逃|飛ば|欠|なかっ|損|漏|ない|ず|ません|間に合",
            ar=r"فائت|تأخر|منسي|فات|فوت|يفوت|نس[ي]|[يت]نس|أغفل|غاب|تخلف|أهمل|أضع|\bلم\b|سها|عدم",
        ),
        turned={},
        unless=re.compile(r"\b(?:not|never|n't) (?:forget|miss)", re.IGNORECASE),
    ),
    Denial(
        "what is voluntary may be mandatory",
        frozenset({"not", "may", "hedge", "only", "must", "without"}),
        wording(r"\b(?:voluntary|voluntarily)\b"),
        kept=wordings(
            zh="自愿|可选|任意|选|强制|不必|无需|自由|随|非必|志愿",
            ja="任意|自由|自発|選|必要|不要|義務で|随意|ボランティア|オプション",
            ar="طوع|اختيار|غير إلزام|حرية|ليس|خيار|إرادي|رغب",
        ),
        turned={},
    ),
    Denial(
        "what is few may be many, and what is less may be more",
        frozenset({"few", "less", "not", "decrease", "effective"}),
        wording(
            r"(?<!a )(?<!first )(?<!last )(?<!next )(?<!past )(?<!every )(?<!these )(?<!those )(?<!the"
            r" )\bfew\b(?! (?:of|as)\b)",
            r"(?<!no )(?<!not )(?<!or )\bless (?:effective|likely|common|often|frequent|severe|pain|active"
            r"|sensitive|accurate|reliable|safe|suitable|toxic)",
        ),
        kept=wordings(
            zh="少|寥|鲜有|没什么|不多|有限|几|低|差|弱|不[太那如及常易]|减|轻|逊|短|慢|小|不足|难"
            "|没有[^，。；]*(?:那么|高|多)",
            ja="少|わずか|ほとんど|まれ|数|低|乏し|弱|劣|小さ|軽|短|減|ほど|以下|未満|控え|にく|難|遅|不",
            ar="قليل|قلة|قل|ندر|نادر|محدود|بضع|ضئيل|أدنى|أضعف|أصغر|انخفض|دون|أخف|أقصر|أبطأ|نقص|أصعب",
        ),
        turned={},
    ),
    Denial(
        "“unless” of the source may be missing",
        frozenset({"unless"}),
        wording(r"\bunless\b"),
        kept=wordings(
            ja="な(?:い|き)(?:限|かぎ)|ぬ(?:限|かぎ)|なけれ|なくて|ない[とで場]|除|以外|なし|ず|ません|のみ"
            "|だけ|しか|限|初めて|例外|別|この限り|なく|ないとき|ない時",
            ar=r"إلا|ما لم|باستثناء|عدا|لولا|شريطة|بشرط|فقط|وإلا|سوى|\bغير\b|دون|\bلم\b|ليس|خلا|استثن|عدم"
            r"|حصر",
        ),
        turned={},
    ),
    Denial(
        "what may be done may be forbidden",
        frozenset({"may"}),
        wording(r"\b(?:may|can|could)\b(?! (?:not|never|no longer|only|hardly)|not|'t)"),
        kept={},
        turned=wordings(
            zh="不得(?!不)|不可(?![避缺逆或见控分知])|请勿|切勿|禁止|严禁|不允许",
            ja="ては(?:なりません|いけません|ならない|いけない|ならず|いけず)|禁止|禁じ",
            ar=r"لا يجوز|لا يمكن|لا يسمح|يحظر|لا ينبغي|يجب ألا|يجب عدم|يمنع",
        ),
        unless=re.compile(
            r"\b(?:must not|may not|should not|shall not|do not|don't|never|nobody|no one|none|nothing"
            r"|neither|nor|avoid\w*|prohibit\w*"
            r"|forbid\w*|forbidden|only|until|unless|without|except|not|no|ban\w*|contraindicat\w*|before"
            r"|refus\w*|prevent\w*"
            r"|less than|fewer than|at least|more than|outside|against|than|illegal\w*|exclu\w*)\b|n't\b",
            re.IGNORECASE,
        ),
        balance=re.compile(r"\b(?:cannot|can't|unable|impossible|inability|incapable)\b", re.IGNORECASE),
    ),
    Denial(
        "“must” of the source may have become “may”",
        frozenset({"must"}),
        wording(r"\bmust\b(?! (?:not|never))|(?<!not )(?<!n't )\b(?:has|have) to\b"),
        kept={},
        turned=wordings(ja="必ず[^。、]*(?:ことができ|ても(?:よ|い|かま|構))"),
    ),
    Denial(
        "a condition of the source may have been denied",
        frozenset({"not", "unless", "avoid", "stop"}),
        wording(rf"\b(?:if|when)\b(?:(?!{_NEGATIVE})[^.,;:])*(?=[.,;:]\s|\.?$)"),
        kept={},
        turned=wordings(
            zh="(?:^|[，。；])(?:如果?|若|假如|倘若)(?:(?![则就请可])[^，。；]){0,14}(?<!会)(?:不|未|没有"
            "|并无)(?!适|良|舒|全|确|足|慎|能|再|同|安|当|稳|规"
            "|明|完|清|佳|便|耐|超|少|低|高|到|满|停|断|洁|平|正|止|小心|久|来)",
            ja="(?:してい|されてい|の|く|で(?:は)?)ない(?:場合|とき|時|方|人|患者)|(?:がなければ|でなければ"
            "|しなければ)(?!な|い)",
            ar=r"\b(?:و|ف)?(?:إذا|إن) (?:\S+ ){0,1}(?:لا|لم|ليس)\b",
        ),
        unless=re.compile(
            rf"\b(?:if|when|where|who|whose|with|while|as|in case)\b.*(?:{_NEGATIVE})|\bunless\b|\bunder\b"
            rf"|\bor not\b|\b(?:know|sure|wonder|check|see|ask|tell|notice) if\b",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "“even if” of the source may have become “unless”",
        frozenset({"concede", "even"}),
        wording(r"\beven (?:if|when|though|while|during)\b"),
        kept={},
        turned=wordings(
            zh="除非|除外",
            ja="(?:場合|とき|時|中|間)を除|ない限り|場合以外",
            ar=r"إلا (?:إذا|أثناء|عند|في|خلال)|ما لم|باستثناء",
        ),
        unless=re.compile(
            r"\b(?:unless|except|exclu\w*|only|until|without|other than|apart from|nor)\b", re.IGNORECASE
        ),
    ),
    Denial(
        "“not exceed” of the source may have become “exceed”",
        frozenset({"not", "limit", "beyond"}),
        wording(r"\b(?:not|never) (?:be )?exceed"),
        kept=wordings(
            zh="不|勿|内|以下|最多|至多|限|禁",
            ja="ない|ません|ず|内|以下|まで|限|なく|超過禁",
            ar=r"\b[وف]?(?:لا|ألا|دون|لن|لم)\b|عدم|أقصى|حدود|تعد|سقف",
        ),
        turned={},
    ),
    Denial(
        "“must” of the source may have become “may”",
        frozenset({"must"}),
        wording(r"\bmust\b(?! (?:not|never))|(?<!not )(?<!n't )\b(?:has|have) to\b|\bshall\b(?! not)"),
        kept=wordings(
            zh="必|须|强制|一律|[只仅]需|[方才即]可",
            ja="なければ(?:な|いけ)|ねばな|なくては(?:な|いけ)|必須|義務|必要|ください|べき|こと。",
            ar="يجب|تجب|يتعين|لا ?بد|يلزم|ينبغي|إلزام|على \\S+ أن|واجب|علي(?:ك|ه|ها|هم)",
        ),
        turned=wordings(
            zh="可以|(?<![许认不])可(?![能见靠观怕乐逆缺变控溶知疑惜是])",
            ja="ても(?:よ|い[いく]|かま|構)|こと[がも]できます",
            ar=r"\b[وف]?(?:يمكن|يجوز)",
        ),
        unless=re.compile(
            r"\b(?:may|can|could|might|able|possibl\w*|allow\w*|permit\w*|option\w*|sometimes|enough"
            r"|suffic\w*|let|lets|\w+able|\w+ible"
            r"|cannot|until|before|only|possibility|available|once|order|so that|likely|free|choose|enabl\w*"
            r"|potential\w*|would)\b",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "“only after” of the source may have become “only before”",
        frozenset({"until", "earliest", "only"}),
        wording(r"\b(?:only (?:then|after|once|when)|not\b[^.;:]{0,60}\buntil)\b"),
        kept=wordings(
            zh="(?:之|以)?后[^，。；]{0,12}[才方]|前[^，。；]*[不勿别禁避莫未没]"
            "|[不勿别禁避莫未没][^，。；]*前",
            ja="ない|ません|ず|禁|避|控え",
            ar=r"إلا (?:بعد|عند|إذا|حين|متى|عقب)|حتى|قبل أن|قبل \S+[^.]*\b(?:لا|ألا|عدم)\b",
        ),
        turned=wordings(
            zh="前[^，。；]{0,12}(?:才|方可|方能)", ja="前に?(?:のみ|だけ|しか|限)", ar="إلا قبل"
        ),
    ),
    Denial(
        "what the source fails to do may be done",
        frozenset({"fail"}),
        wording(r"\bfail(?:s|ed|ing|ure)? to\b"),
        kept=wordings(
            zh="[未没不无漏忘失否违逾]|难以",
            ja="ない|ません|なかっ|なけれ|ず|失敗|怠|不|未|忘|損|漏|無|欠|しそこな|切れ|違反|逃",
            ar=r"عدم|\b[وف]?(?:لم|لا|لن|ألا|دون|غير)\b|إخفاق|أخفق|يخفق|تخفق|فشل|تعذر|إهمال|أهمل|يهمل|تخلف"
            r"|امتن|إغفال|عجز|قصور|رفض|مخالف|خالف",
        ),
        turned={},
    ),
    Denial(
        "what is no longer so may still be",
        frozenset({"not"}),
        wording(r"\bno longer\b(?! than)|\b(?:not|n't)\b[^.;:,]{0,30}\b(?:any more|anymore|any longer)\b"),
        kept=wordings(
            zh="[不未没无非]|已|消|停|失|完|结束",
            ja="なくな|なくなっ|消|治|おさま|収ま|取れ|引い|ない|ません|ず|終|切れ|過ぎ|済",
            ar=r"\b[وف]?(?:لم|لا|لن|ليس|ليست|غير|دون)\b|زال|يزول|تزول|زوال|توقف|انته|ينته|تنته|اختف|انقط|عدم"
            r"|كف|ما عاد",
        ),
        turned={},
    ),
    Denial(
        "“not necessarily” of the source may be missing",
        frozenset({"not"}),
        wording(r"\bnot (?:necessarily|always)\b"),
        kept=wordings(
            zh="不|未必|并非|没|无",
            ja="ない|ません|ず|わけで|限ら|なく|なかっ",
            ar=r"\b[وف]?(?:لا|ليس|ليست|لم|لن)\b|غير|دون",
        ),
        turned={},
    ),
    Denial(
        "what lacks something may have it",
        frozenset({"lack"}),
        wording(r"\black(?:s|ed|ing)?\b(?! of)"),
        kept=wordings(
            zh="缺|不足|匮|没有|无|少|欠|有限|空白|不具|丧失|失",
            ja="らず|欠|不足|乏し|足り|不十分|(?:が|は|も)(?:ほとんど)?(?:な[いくか]|ありません|なし)|無|未"
            "|得られてい|限ら|喪失|を持たな|のない",
            ar=r"يفتقر|تفتقر|افتقر|يفتقد|تفتقد|افتقد|ينقص|تنقص|نقص|عدم|دون|بلا|غير|خال|خلو|[يت]خل|يعوز|قلة"
            r"|غياب|فاقد|محروم"
            r"|\b[وف]?(?:لا|ليس|ليست|لم|لن) (?:\S+ )?\S*(?:يوجد|توجد|[يت]ملك|[يت]تمتع|لد[ىي]|توفر|توافر|حمل"
            r"|هناك|كف|كاف|حظ|حتو)",
        ),
        turned={},
    ),
    Denial(
        "“do not” of the source may be missing",
        frozenset({"not"}),
        wording(
            r"(?:^|[.;:!?(\n–—]\s*|[,]\s|\b(?:and|but|then|please|so)\s)(?:do not|don't|never) (?!need|have"
            r"|hesitate|worry|forget|fail"
            r"|miss|mind|only|before|been|know|let)(?!\w+ed\b)",
            r"(?<!that )\b(?:must|should|may) not be \w+(?:ed|en|ut|ought|wn)\b",
        ),
        kept=wordings(
            zh="[勿别莫没]|不(?![行同断久仅但论管过良适安舒便锈])|禁|避免|避开|才|方可|只|仅|无[需法须]"
            "|没有?必要|停|拒|谢绝|戒",
            ja="ない(?:で|よう|こと|も[のし]|ほう|方|[。」）)]|ま)|ません|ては(?:なら|いけ)"
            "|べきで(?:は)?[なあ]|禁|避け(?!なくて)|控え(?!なくて)|やめ"
            "|遠慮|不可|ず[、に]|なかれ|なく[、]|中止|見合わせ|厳禁|慎|ぬよう|だけ|のみ|しか|限[りる]|初めて"
            "|から|防|なくな|ない。?$",
        ),
        turned={},
        least=True,
        spare=(TOGETHER,),
    ),
    Denial(
        "the source does not forbid this",
        frozenset({"not", "only", "until", "without"}),
        wording(
            r"(?:^|[.;:,]\s|\band )(?:please )?(?!(?:the|an?|this|these|those|if|when|where|in|at|on|for"
            r"|with|from|as|of|to"
            r"|by|and|or|but|is|are|was|were|all|each|every|some|most|both|half|after|before|during|once"
            r"|while|because"
            r"|since|although|has|have|had|does|do|did|may|can|should|must|will|he|she|it|they|we|you|our"
            r"|your)\b)"
            r"[a-z]+ (?:\w+ )?(?:the|your|all|each|every|it|them|any|this|these|an?|one|two)\b"
        ),
        kept={},
        turned=wordings(
            zh="请勿|切勿|(?:^|[，。；：])(?:不要|不得|禁止|严禁|勿)|都不要|均不得",
            ja="(?<!無理を)(?<!心配)(?<!遠慮)[しわかさたまばらがれめべせけえきじみんい]ないでください"
            "|ては(?:いけません|なりません|ならない)",
            ar=r"\b[وف]?لا ت(?:خبر|ستخدم|ستعمل|تناول|شرب|أكل|أخذ|قد\b|فتح|غلق|ضع|ترك|غسل|نزع|زل\b|وقف|تصل"
            r"|راجع|حفظ"
            r"|خزن|جمد|سخن|مضغ|بلع|كسر|سحق|عط|فصل|وصل|شغل|طفئ|ختبر|فحص|بدل|كرر|طلب|سأل|مارس|لمس|دخل|ضغط|حرك"
            r"|حضر|رسل)"
            r"|(?:^|[.؛:] ?)(?:و|ف)?لا ت(?!حتاج|ضطر|لزم|شترط|تطلب|زال|زيد|قل|تجاوز|وجد|توفر|ؤثر|سبب|ستطيع"
            r"|ستدع|تردد|قلق|نس)\w+",
        ),
        unless=re.compile(
            r"\b(?:do not|don't|never|must not|mustn't|should(?:n't| not)|may not|cannot|can't|can not"
            r"|not to|not be"
            r"|avoid\w*|refrain|no|nobody|none|nothing|rather|instead|keep\w*|leav\w*|against|prohibit\w*"
            r"|forbid\w*|forbidden|ban\w*|contraind\w*|away|limit\w*|prevent\w*|exceed\w*|neither|nor|skip\w*"
            r"|beware|careful\w*|watch|resist|discourag\w*|wait\w*|stay|free|danger\w*|reject\w*|refus\w*"
            r"|until|only"
            r"|without|hold|will not|won't|allowed|permitted|nil|fast\w*|shall not|, not|but not|and not"
            r"|not (?:in|on|by|with"
            r"|at|for|a|the|as)|withh\w*|disregard|ignore|omit|abstain\w*)\b|-free",
            re.IGNORECASE,
        ),
    ),
    Denial(
        "“before” may have become “after”",
        frozenset({"before"}),
        wording(r"\b(?:before|prior to)\b(?! (?:long|the law|me\b|you\b|us\b|them\b))"),
        kept=wordings(
            zh="前(?![来往台])|先(?=[^。；]*(?:再|然后|才|后))|事先|预先|不足|未满|不满|再|以往|从未|还没"
            "|尚未|未|早于|预|事先|才|原|过去|曾|等|旧|止",
            ja="前|まで|先|うちに|以前|過去|あらかじめ|予|旧|従来|ないと|なければ|これまで|ないまま|ずに"
            "|初めて|早く|待|控え|[てで]から",
            ar=r"قبل|سابق|مسبق|سبق|حتى|أولا|\bثم|لحين|ريثما|إلى أن|سلف|ماض|استباق|تمهيد|قديم|بعد أن|إلا بعد"
            r"|عشية|أقدم",
        ),
        turned=wordings(zh="后", ja="後|あと", ar=r"\b[وف]?بعد|عقب"),
    ),
    Denial(
        "“after” may have become “before”",
        frozenset({"after"}),
        wording(
            r"(?<!look )(?<!looks )(?<!looking )(?<!looked )(?<!day )(?<!year )(?<!time )(?<!week )(?<!named"
            r" )"
            r"\bafter\b(?!-| all\b|care)",
            r"\bfollowing (?:the|an?|your|each|this|surgery|treatment|exposure|administration|birth"
            r"|discharge)\b",
            r"\bonce (?:the|you|it|they|your|opened|mixed|thawed|prepared|diluted|started|finished"
            r"|complete)\b",
        ),
        kept=wordings(
            zh="后(?!面板|盖|排|座|果|背|院|端|腿)|了再|完|毕|过|才|起|自|一经|经|既|以来|第|继|接着|已|随"
            "|逾|晚|一旦|当",
            ja="後|[てで]から|たら|あと|のち|済|終|完了|次第|すぐ|以降|翌|経|過ぎ|続|たとき|た時|た場合|た上"
            "|目|明け"
            "|れば|[たつ]と|たび",
            ar=r"بعد|عقب|إثر|منذ|فور|حال|متى|ما إن|تلا|تلي|يلي|لاحق|\bثم|تال|مرور|مضي|انقضاء|غداة"
            r"|من (?:بدء|آخر|تاريخ)",
        ),
        turned=wordings(
            zh="前(?!庭|列|臂|额|部|后|期|提|往|景|沿)",
            ja="前(?!庭|立|腕|額|後|歯|胸|処|述|記)",
            ar=r"\b[وف]?قبل",
        ),
    ),
)
EAST = (*KINDS, COUNTED, *_EAST, *BOUNDS)
"""All kinds that are looked for in these languages."""

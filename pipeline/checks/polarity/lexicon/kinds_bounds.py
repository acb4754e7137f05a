"""Bounds that may have become one another in Arabic, Chinese and Japanese: at most, at least, at the"
" latest."""

import re

from pipeline.checks.polarity.lexicon.denial import Denial, wording, wordings

_NUMBER = r"(?:\d|a\b|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|half)"
_FLOORS = (
    r"\b(?:at least|minimum|no (?:less|fewer|lower|shorter|earlier|younger) than|not (?:less|fewer"
    r"|lower) than|or"
    r" (?:more|older|over|above|longer|higher)|over|above|beyond|greater|longer|older|higher"
    r"|earliest|upwards|lower limit|plus|least|before\w*|advance|ahead|prior)\b"
)
_CEILINGS = (
    r"\b(?:at most|maximum|no (?:more|later|longer|higher|older|greater) than|not (?:more|later|longer"
    r"|exceed)\w*"
    r"|up to|under|below|less|fewer|within|or (?:less|fewer|under|below|younger)|until|by|short of|latest"
    r"|limit\w*"
    r"|cap\w*|most|exceed\w*|lower|shorter|younger|before|half|as little as|only|not|never|no)\b"
)
_ZH_FLOOR = "以上|至少|最少|起码|不少于|不低于|不小于|不短于|不[得应能可][少低小短]于"
_ZH_CEILING = "以下|以内|至多|最多|不超过|不多于|不高于|不得超过|不大于|不足|未满|不到"
"|(?<![得应能可])(?:少于|低于|小于|短于)"
_JA_FLOOR = "以上|少なくとも|最低でも|を下回らな"
_JA_CEILING = "以下|以内|未満|多くとも|最大でも|長くとも|を超えない|超えて(?:は|な)|満たな"
_AR_FLOOR = r"على الأقل|كحد أدنى|بحد أدنى|\b(?:لا|ألا) [يت]قل|فأكثر|فما فوق"
_AR_CEILING = r"على الأكثر|كحد أقصى|بحد أقصى|\b(?:لا|ألا|لم|لن) [يت](?:زيد|تجاوز|تعد)|فأقل|فما دون|أقل من"
r"|دون|أقصاه|تجاوز|خلال"

BOUNDS = (
    Denial(
        "“at most” of the source may have become “at least”",
        frozenset({"ceiling", "short"}),
        wording(
            rf"\b(?:under|below|less than|fewer than|up to|at most|within|maximum of|no more than"
            rf"|no longer than"
            rf"|no later than|not exceed|no higher than) (?:the )?{_NUMBER}"
        ),
        kept=wordings(
            zh=_ZH_CEILING
            + r"|[\d一二三四五六七八九十][^，。；]{0,6}[内前]|限|之[内前]|最[长高大迟晚]|可达|上限|至",
            ja=_JA_CEILING + "|まで|上限|限度|最[大長高]|内|遅くとも|下回|前",
            ar=_AR_CEILING + "|حتى|إلى|سقف|غضون|أقصى|تصل|يصل|نحو",
        ),
        turned=wordings(zh=_ZH_FLOOR + "|下限|最[短低小早]", ja=_JA_FLOOR + "|下限|早くとも", ar=_AR_FLOOR),
        unless=re.compile(_FLOORS, re.IGNORECASE),
    ),
    Denial(
        "“at least” of the source may have become “at most”",
        frozenset({"floor", "least"}),
        wording(
            rf"\b(?:at least|a minimum of|minimum of|no less than|no fewer than|more than"
            rf"|exceeding) (?:the )?{_NUMBER}"
        ),
        kept=wordings(
            zh=_ZH_FLOOR + "|超过|多于|大于|高于|长于|[多余]|[及或]更|满|下限|最[短低小]|起|逾|超|好几",
            ja=_JA_FLOOR
            + "|超|より[多長]|上回|余り|下限|最[低短小]|過ぎ|から|は(?=待|空け|必要)|にもわた|も[の、]",
            ar=_AR_FLOOR
            + "|أكثر من|[يت]زيد|تجاوز|يفوق|تفوق|فاق|جاوز|زاد|أطول|أعلى|أكبر|نيف|فوق|زيادة|بضع|ما يربو|يربو"
            "|تربو",
        ),
        turned=wordings(zh=_ZH_CEILING + "|上限", ja=_JA_CEILING + "|上限|遅くとも|まで", ar=_AR_CEILING),
        unless=re.compile(_CEILINGS, re.IGNORECASE),
    ),
    Denial(
        "“at the latest” of the source may have become “at the earliest”",
        frozenset(
            {"most", "ceiling", "limit", "after", "not", "must", "may", "before", "alternative", "last"}
        ),
        wording(r"\bat the latest\b|\bno later than\b|\bnot later than\b"),
        kept={},
        turned=wordings(
            zh="最早|至早|不早于",
            ja="早くとも|早くて",
            ar="على أقرب تقدير|في أقرب موعد|أبكر|في وقت مبكر أقصاه",
        ),
        unless=re.compile(r"earl|soon", re.IGNORECASE),
    ),
    Denial(
        "“at the earliest” of the source may have become “at the latest”",
        frozenset({"earliest", "least", "floor", "after", "not", "may", "before"}),
        wording(r"\bat the earliest\b|\b(?:no|not) (?:earlier|sooner) than\b"),
        kept={},
        turned=wordings(
            zh="最迟|最晚|至迟|不晚于|不迟于",
            ja="遅くとも|遅くて",
            ar="على أبعد تقدير|أقصاه|في موعد لا يتجاوز|لا يتأخر",
        ),
        unless=re.compile(r"\b(?:late\w*|by|within)\b", re.IGNORECASE),
    ),
)
"""Bounds, and the times that bound."""

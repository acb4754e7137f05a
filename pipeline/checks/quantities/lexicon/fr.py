"""French."""

from fractions import Fraction

from pipeline.checks.quantities.lexicon.romance import french_ordinals, greater
from pipeline.checks.quantities.reading.words import Lexicon, inflected

_TENS = "vingt trente quarante cinquante soixante soixante-dix quatre-vingt quatre-vingt-dix".split()

_EQUAL = "égal égale égaux égales"
_MORE, _AT_LEAST = greater("supérieur supérieure supérieurs supérieures", equal=_EQUAL, joint="ou", links="à")
_LESS, _AT_MOST = greater("inférieur inférieure inférieurs inférieures", equal=_EQUAL, joint="ou", links="à")
_ENDINGS = "e es er é ée és ées ent ant ait aient era eront a èrent"
"""Endings of “doubler” and its kin."""

LEXICON = Lexicon(
    numbers={
        **dict(
            enumerate(
                [
                    "deux",
                    "trois",
                    "quatre",
                    "cinq",
                    "six",
                    "sept",
                    "huit",
                    "neuf",
                    "dix",
                    "onze",
                    "douze",
                    "treize",
                    "quatorze",
                    "quinze",
                    "seize",
                ],
                start=2,
            )
        ),
        **{
            value + 1: f"{ten} et un|{ten} et une|{ten}-et-un|{ten}-et-une"
            for value, ten in zip(range(20, 70, 10), _TENS, strict=False)
        },
        17: "dix-sept",
        18: "dix-huit",
        19: "dix-neuf",
        20: "vingt|vingts",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        60: "soixante",
        70: "soixante-dix|septante",
        80: "quatre-vingt|quatre-vingts|huitante",
        90: "quatre-vingt-dix|nonante",
        100: "cent|cents",
        1000: "mille",
    },
    perhaps={
        1: "un|une|seul|seule|unique",
        2: "aucun des deux|aucune des deux|tous deux|toutes deux|paire|couple"
        f"|{inflected('doubl', _ENDINGS)}",
        3: inflected("tripl", _ENDINGS),
        4: inflected("quadrupl", _ENDINGS),
        5: inflected("quintupl", _ENDINGS),
        0: "zéro",
        **{
            value: f"{stem}aine|{stem}aines|{stem}aine de|{stem}aines de|{stem}aine d'|{stem}aines d'"
            for value, stem in (
                (8, "huit"),
                (10, "diz"),
                (12, "douz"),
                (15, "quinz"),
                (20, "vingt"),
                (30, "trent"),
                (40, "quarant"),
                (50, "cinquant"),
                (60, "soixant"),
            )
        },
        100: "centaine|centaines",
        1000: "millier|milliers",
        Fraction(1, 2): "demi|demie|moitié",
        Fraction(1, 3): "le tiers",
        Fraction(1, 4): "le quart",
        Fraction(3, 2): "un et demi|une et demie",
    },
    ordinals=french_ordinals(),
    scales={
        10**6: "million|millions|million de|millions de|million d'|millions d'",
        10**9: "milliard|milliards|milliard de|milliards de|milliards d'",
        10**12: "billion|billions",
    },
    parts={
        3: "tiers",
        4: "quart|quarts",
        5: "cinquièmes",
        6: "sixièmes",
        7: "septièmes",
        9: "neuvièmes",
        12: "douzièmes",
        8: "huitièmes",
        10: "dixièmes",
        20: "vingtième|vingtièmes",
        100: "centième|centièmes",
        1000: "millième|millièmes",
    },
    counts={
        (Fraction(3, 2), "h"): "une heure et demie",
        (Fraction(3, 2), "year"): "un an et demi",
        (Fraction(3, 2), "month"): "un mois et demi",
        (Fraction(3, 2), "day"): "un jour et demi",
        (Fraction(1, 4), "century"): "un quart de siècle|quart de siècle",
        (Fraction(1, 2), "h"): "demi-heure|une demi-heure|demie heure|demi-heures",
        **{
            (value, "year"): f"{stem}énaire|{stem}énaires"
            for value, stem in (
                *((40, "quadrag"), (50, "quinquag"), (60, "sexag"), (70, "septuag"), (80, "octog")),
                *((90, "nonag"), (100, "cent")),
            )
        },
        (Fraction(1, 4), "h"): "un quart d'heure|quart d'heure",
        (Fraction(3, 4), "h"): "trois quarts d'heure",
        **{
            (Fraction(1, 2), unit): f"demi-{name}|une demi-{name}|un demi-{name}|demi-{name}s"
            for unit, name in (("min", "minute"), ("century", "siècle"), ("decade", "décennie"))
        },
        (Fraction(1, 2), "day"): "demi-journée|une demi-journée",
        (Fraction(1, 2), "year"): "semestre|semestres|une demi-année|demi-année",
        (Fraction(3, 2), "week"): "une semaine et demie",
        (0, "clock"): "minuit",
        (720, "clock"): "midi",
        (2, "day"): "un jour ou deux",
        (2, "month"): "un mois ou deux",
        (2, "year"): "un an ou deux",
        (2, "h"): "une heure ou deux",
    },
    units={
        "Nm": "n·m|n⋅m|newtons-mètres|newton-mètre|newtons mètres",
        "tsp": "cuillère à café|cuillères à café|cuillerée à café|cuillerées à café|c. à c.",
        "tbsp": "cuillère à soupe|cuillères à soupe|cuillerée à soupe|cuillerées à soupe|c. à s.",
        "night/=": "nuit|nuits",
        "rpm": "tr/min|tours par minute|tours/min",
        "s": "seconde|secondes",
        "min": "minute|minutes|mn",
        "h": "heure|heures",
        "day": "jour|jours|journée|journées|j",
        "week": "semaine|semaines",
        "month": "mois",
        "year": "an|ans|année|années|ans d'âge",
        "decade": "décennie|décennies",
        "century": "siècle|siècles",
        "times": "fois|reprises|x|×",
        "t": "tonne|tonnes",
        "T": "tesla|teslas",
        "GB": "go|gigaoctets|gigaoctet",
        "MB": "mo|mégaoctets|mégaoctet",
        "kB": "ko",
        "TB": "téraoctets",
        "%": "pour cent|p. cent|p. 100",
        "pp": "points de pourcentage|point de pourcentage|points de pour cent|pp",
        "mg": "milligramme|milligrammes",
        "g": "gramme|grammes",
        "kg": "kilogramme|kilogrammes|kilo|kilos",
        "µg": "microgramme|microgrammes",
        "L": "litre|litres",
        "mL": "millilitre|millilitres",
        "dL": "décilitre|décilitres",
        "m": "mètre|mètres",
        "cm": "centimètre|centimètres",
        "mm": "millimètre|millimètres",
        "km": "kilomètre|kilomètres",
        "ft": "pied|pieds",
        "in": "pouce|pouces",
        "atm": "atmosphère|atmosphères",
        "ATA": "atmosphères absolues|atmosphère absolue|atm abs|bars absolus|bar absolu",
        "bar": "bars",
        "kPa": "kilopascal|kilopascals",
        "mmHg": "mm hg|mm de mercure|millimètres de mercure",
        "°C": "degrés celsius|degré celsius|degrés centigrades|degrés c",
        "°F": "degrés fahrenheit|degré fahrenheit",
        "°/°C/°F": "degré|degrés",
        "IU": "unités internationales|unité internationale|u. i.|u.i.",
        "IU/U": "unité|unités|u",
        "kcal": "kilocalorie|kilocalories|calories",
        "bpm": "battements/min|batt/min|battements par minute",
        "py": "personnes-années|patients-années|années-patients|années-personnes|patient-années",
        "dB": "décibel|décibels",
        "USD": "dollar|dollars|dollars américains|dollars us",
        "EUR": "euro|euros|d'euros",
        "JPY": "yen|yens|de yens",
        "CNY": "yuan|yuans|de yuans",
        "GBP": "livres sterling|livre sterling",
        "GBP/lb": "livre|livres",
        "ppm": "parties par million",
    },
    comparators={
        ">": f"plus de|au-dessus de|au-delà de|plus que|de plus de|{_MORE}",
        "<": f"moins de|au-dessous de|en dessous de|moins que|de moins de|sous les|{_LESS}",
        ">=": "ni moins de|ni inférieur à|ni inférieure à|au bas mot|tout au moins|a minima|au moins"
        "|au minimum|minimum de|un minimum de"
        "|pas moins de|du moins"
        f"|non inférieur à|non inférieure à|{_AT_LEAST}",
        "<=": "ni plus de|ni supérieur à|ni supérieure à|dans la limite de|au plus|au maximum|maximum de"
        "|un maximum de|pas plus de"
        "|tout au plus|non supérieur à|non supérieure à"
        "|ne doit pas dépasser|ne doivent pas dépasser|ne pas dépasser"
        f"|{_AT_MOST}|sans dépasser|ne dépassant pas"
        "|ne dépasse pas|ne pas excéder|ne doit pas excéder|ne dépassent pas|n'excédant pas"
        "|ne devant pas dépasser",
        ">= =": "à partir de|au plus tôt|pas avant|dès|à compter de|minimum",
        "<= =": "pouvant atteindre|pouvant aller jusqu'à|peut atteindre|peuvent atteindre|atteindre|atteint"
        "|atteignent|aller jusqu'à|va jusqu'à|vont jusqu'à|allant jusqu'à"
        "|limité à|limitée à|limités à|limitées à|au plus tard|maximum|max.|max|jusqu'à|jusqu'au",
        "> =": "après l'âge de|passé l'âge de|au-delà de l'âge de",
        "< <= =": "sous|avant|avant l'âge de|avant les|en|dans|dans les|dans un délai de|en l'espace de",
    },
    degrees={
        ">": "vite|rapide|rapides|rapidement|souvent|tard|long|longue|longs|longues|haut|haute|hauts|hautes"
        "|grand|grande|grands|grandes|large"
        "|larges|lourd|lourde|lourds|lourdes|épais|épaisse|profond|profonde|profonds|profondes"
        "|fort|forte|forts|fortes|intense|intenses|cher|chère|chers|chères|chaud|chaude|chauds|chaudes"
        "|dur|dure|brillant|bruyant|âgé|âgée|âgés|âgées|élevé|élevée|élevés|élevées",
        "<": "lent|lente|lentement|tôt|court|courte|courts|courtes|bas|basse|basses|petit|petite|petits"
        "|petites|jeune|jeunes"
        "|faible|faibles|léger|légère|étroit|étroite|étroits|étroites|mince|minces|froid|froide"
        "|froids|froides|fin|fine|fins|fines|doux|douce",
    },
    more="plus",
    than="que|qu'|de",
    verbs={
        ">": "|".join(
            (
                inflected("dépass", "e es ent ez er é ée és ées ait aient ant era eront"),
                inflected("excéd", "er é ait ant ez"),
                "excède|excèdent",
            )
        ),
    },
    after={
        ">= >": "ou plus chaud|ou plus chaude|ou plus long|ou plus longue|ou plus haut|ou même plus"
        "|voire plus|voire davantage|ou plus|et plus|ou davantage|ou supérieur"
        "|ou supérieure|et davantage|ou ultérieur|ou ultérieure|ou plus récent|ou plus récente|et ultérieures"
        "|ou une version ultérieure|ou version ultérieure|ou ultérieurs",
        "<= <": "ou plus froid|ou plus froide|ou plus bas|ou plus court|ou moins|et moins|ou inférieur"
        "|ou inférieure",
        ">=": "au moins|au minimum|minimum|au bas mot|tout au moins|a minima",
        "<=": "au plus|au maximum|maximum|tout au plus|au grand maximum",
    },
    bounds={
        ">": "plusieurs|divers|diverses",
        ">=": "minimal|minimale|minimum|minimaux|minimales|supérieure ou égale|supérieur ou égal",
        "<=": "maximal|maximale|maximum|maximaux|maximales|limite|inférieure ou égale|inférieur ou égal",
    },
    estimates="estime|estimation|estimé|estimée|estimés|estimées|devrait|pense",
    about="frôle|frôlent|approche de|approchent de|plus ou moins|vers|estimé à|estimée à|estimés à"
    "|estimées à|on estime que|quelque|proche de|proches de"
    "|avoisine|avoisinant|approximatif de|approximative de|environ|approximativement|à peu près|près de"
    "|presque|quelque|autour de|aux alentours de|env.|près d'|autour des"
    "|aux environs de|quelques|on estime à",
    about_after="environ|à peu près",
    to="à|a|jusqu'à|aux",
    between="entre",
    and_half="et demi|et demie",
    quarters={Fraction(1, 4): "et quart", Fraction(-1, 4): "moins le quart"},
    intervals={
        (3, "month"): "trimestriel|trimestrielle|trimestriels|trimestrielles|trimestriellement"
        "|chaque trimestre|tous les trimestres|par trimestre",
        (6, "month"): "semestriel|semestrielle|semestriels|semestrielles|semestriellement|chaque semestre"
        "|tous les semestres",
        (2, "week"): "bimensuel|bimensuelle|bimensuels|bimensuelles|chaque quinzaine|par quinzaine"
        "|tous les quinze jours|une fois par quinzaine",
        (2, "month"): "bimestriel|bimestrielle|bimestriels|bimestrielles",
        (2, "year"): "biennal|biennale|bisannuel|bisannuelle",
        (3, "year"): "triennal|triennale",
        (5, "year"): "quinquennal|quinquennale",
    },
    conjunctions="au lieu de|au lieu d'|plutôt que|et|ou|contre|ni",
    fillers="les|le|la|l'|l|de|des|du|d'|d|un|ces|ses|leurs|autres|supplémentaires|consécutifs"
    "|consécutives|total de|un total de|âge|à|qu'",
    per="par|/|pour chaque",
    weak_per="chaque",
    every="à intervalles de|à des intervalles de|toutes les|tous les|chaque|une fois toutes les"
    "|une fois tous les|toutes",
    alternate={
        "day": "un jour sur deux|1 jour sur 2|une nuit sur deux|un soir sur deux|un matin sur deux",
        "week": "une semaine sur deux|1 semaine sur 2|"
        + "|".join(
            f"un {day} sur deux" for day in "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
        ),
        "month": "un mois sur deux|1 mois sur 2",
        "year": "un an sur deux|une année sur deux|1 an sur 2",
        "h": "une heure sur deux",
    },
    contractions={"de": "du|des|d'", "à": "au|aux"},
    every_after="d'intervalle|d'écart",
    rates={
        "day": "chaque matin|tous les matins|chaque soir|tous les soirs|par nuit|chaque nuit|par jour"
        "|chaque jour|tous les jours|quotidiennement|par journée",
        "week": "par semaine|chaque semaine|toutes les semaines|hebdomadairement",
        "month": "par mois|chaque mois|tous les mois|mensuellement",
        "year": "par an|chaque année|tous les ans|annuellement|par année",
        "h": "par heure|chaque heure|toutes les heures",
        "min": "par minute|chaque minute",
        "s": "par seconde|chaque seconde|à la seconde",
    },
    soft_rates={
        "day": "quotidien|quotidienne|quotidiens|quotidiennes|journalier|journalière|journaliers"
        "|journalières",
        "week": "hebdomadaire|hebdomadaires",
        "month": "mensuel|mensuelle|mensuels|mensuelles|au mois",
        "year": "annuel|annuelle|annuels|annuelles|annualisé|annualisée|annualisés|annualisées|l'an",
        "h": "à l'heure|horaire|horaires|de l'heure|l'heure",
        "min": "à la minute|la minute",
    },
    of="sur|parmi|sur les|parmi les|sur un total de|des",
    forenoon="du matin",
    afternoon="de l'après-midi|du soir",
    aged="âgé de|âgée de|âgés de|âgées de|âge de",
    negations="en aucun cas|sous aucun prétexte|à aucun moment|ne|n'|n|pas|jamais|sans|ni|éviter|évitez",
    ordinal_after="e|er|re|ère|ème|ième|ᵉ|ᵉʳ|ᵉʳᵉ|nd|nde",
    decades={
        **dict(zip(range(20, 100, 10), (f"années {n}" for n in _TENS), strict=True)),
        **{
            value: f"années {_TENS[value // 10 - 2]}|{word}naire|{word}naires"
            for value, word in (
                (30, "trentagé"),
                (40, "quadragé"),
                (50, "quinquagé"),
                (60, "sexagé"),
                (70, "septuagé"),
                (80, "octogé"),
                (90, "nonagé"),
            )
        },
    },
    below_zero="négatifs|au-dessous de zéro|en dessous de zéro|sous zéro",
    plain="demi-vie|demi-vies"
    "|à plusieurs reprises|à maintes reprises|à de nombreuses reprises|à diverses reprises"
    "|plusieurs fois"
    "|à l'heure de|à l'heure du|à l'heure des|à l'heure où|à la même heure|l'heure du|l'heure de"
    "|à l'heure d'|date/heure|date et heure|date et à l'heure|dates et heures|jour/heure|l'un|l'une|les uns"
    "|l'un des|l'une des|un à un|d'un|un de|à la fois|en premier lieu|tout d'abord|chacun|un peu|au sein"
    "|pour un|chacune|un jour|remise à neuf|remis à neuf|remettre à neuf|neufs|neuve",
    spaced_groups=True,
)

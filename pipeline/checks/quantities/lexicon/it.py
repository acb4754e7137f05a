"""Italian."""

from fractions import Fraction

from pipeline.checks.quantities.lexicon.romance import greater, italian_ordinals
from pipeline.checks.quantities.reading.words import Lexicon, inflected

_UNITS = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
_TENS = {
    20: "venti",
    30: "trenta",
    40: "quaranta",
    50: "cinquanta",
    60: "sessanta",
    70: "settanta",
    80: "ottanta",
}
_TENS[90] = "novanta"


def _compound(tens: str, unit: str) -> str:
    stem = tens[:-1] if unit[0] in "uo" else tens
    return f"{stem}{unit}|{stem}tré" if unit == "tre" else f"{stem}{unit}"


_DECADES = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()

_NUMBERS = {
    **{value: _UNITS[value - 1] for value in (2, 3, 4, 5, 7, 8, 9)},
    6: "sei",
    **dict(
        enumerate(
            [
                "dieci",
                "undici",
                "dodici",
                "tredici",
                "quattordici",
                "quindici",
                "sedici",
                "diciassette",
                "diciotto",
                "diciannove",
            ],
            start=10,
        )
    ),
    **{value: f"{word}|{word[:-1]}'" for value, word in _TENS.items()},
    **{
        value + unit: _compound(tens, _UNITS[unit - 1])
        for value, tens in _TENS.items()
        for unit in range(1, 10)
    },
    100: "cento",
    **{value * 100: f"{_UNITS[value - 1]}cento" for value in range(2, 10)},
    150: "centocinquanta",
    120: "centoventi",
    1000: "mille",
    **{value * 1000: f"{_UNITS[value - 1]}mila" for value in range(2, 10)},
    10000: "diecimila",
}
_MORE, _AT_LEAST = greater(
    "maggiore maggiori superiore superiori", equal="uguale uguali pari", joint="o", links="a|di"
)
_LESS, _AT_MOST = greater(
    "minore minori inferiore inferiori", equal="uguale uguali pari", joint="o", links="a|di"
)
_ENDINGS = "a are ano ato ata ati ate ando ò arono ava avano erà eranno herà heranno"
"""Endings of “raddoppiare” and its kin."""

LEXICON = Lexicon(
    numbers=_NUMBERS,
    perhaps={
        1: "un|uno|una|unico|unica|sola",
        2: "nessuno dei due|nessuna delle due|tutti e due|tutte e due|entrambi|entrambe|ambedue|doppio"
        "|doppia|doppi|doppie|coppia|paio|raddoppi"
        f"|{inflected('raddoppi', _ENDINGS)}|{inflected('duplic', _ENDINGS)}",
        3: f"triplo|tripla|tripli|triple|triplice|{inflected('triplic', _ENDINGS)}",
        4: f"quadruplo|quadrupla|{inflected('quadruplic', _ENDINGS)}",
        5: f"quintuplo|quintupla|{inflected('quintuplic', _ENDINGS)}",
        0: "zero",
        6: "mezza dozzina",
        **{
            value: f"{stem}ina|{stem}ine|{stem}ina di|{stem}ine di"
            for value, stem in (
                (10, "dec"),
                (12, "dozz"),
                (15, "quindic"),
                (20, "vent"),
                (30, "trent"),
                (40, "quarant"),
                (50, "cinquant"),
                (60, "sessant"),
                (70, "settant"),
                (80, "ottant"),
                (90, "novant"),
            )
        },
        100: "centinaio|centinaia",
        1000: "migliaio|migliaia",
        Fraction(1, 2): f"mezzo|mezza|metà|mezz|dimezzi|{inflected('dimezz', _ENDINGS)}",
        Fraction(3, 2): "uno e mezzo|una e mezza",
    },
    ordinals={
        1: "primo|prima|primi|prime",
        2: "secondo|seconda|seconde",
        3: "terzo|terza|terze",
        4: "quarto|quarta|quarte",
        5: "quinto|quinta|quinte",
        6: "sesto|sesta|seste",
        7: "settimo|settima|settime",
        8: "ottavo|ottava|ottave",
        9: "nono|nona|none",
        10: "decimo|decima|decime",
        **italian_ordinals(_NUMBERS),
    },
    scales={
        10**3: "mila",
        10**6: "milione|milioni|milione di|milioni di",
        10**9: "miliardo|miliardi|miliardo di|miliardi di",
        10**12: "bilione|bilioni",
    },
    parts={
        3: "terzi|terzo",
        4: "quarti|quarto",
        5: "quinti",
        6: "sesti",
        7: "settimi",
        8: "ottavi",
        9: "noni",
        12: "dodicesimi",
        10: "decimi",
        20: "ventesimo|ventesimi",
        100: "centesimo|centesimi",
        1000: "millesimo|millesimi",
    },
    counts={
        (Fraction(3, 2), "h"): "un'ora e mezza|un'ora e mezzo",
        (Fraction(3, 2), "year"): "un anno e mezzo",
        (Fraction(3, 2), "month"): "un mese e mezzo",
        (Fraction(1, 4), "century"): "un quarto di secolo|quarto di secolo",
        (Fraction(1, 2), "h"): "mezz'ora|mezza ora|mezzora",
        (Fraction(1, 4), "h"): "un quarto d'ora|quarto d'ora",
        (Fraction(3, 4), "h"): "tre quarti d'ora",
        (Fraction(1, 2), "day"): "mezza giornata",
        (Fraction(1, 2), "year"): "semestre|semestri|mezzo anno",
        (Fraction(3, 2), "week"): "una settimana e mezza",
        (Fraction(3, 2), "day"): "un giorno e mezzo",
        (Fraction(3, 2), "decade"): "un decennio e mezzo",
        **{
            (value, "year"): f"{stem}enne|{stem}enni|ultra{stem}enne|ultra{stem}enni"
            for value, stem in (
                *((65, "sessantacinqu"), (75, "settantacinqu")),
                *((11, "undic"), (12, "dodic"), (13, "tredic"), (14, "quattordic"), (15, "quindic")),
                *((16, "sedic"), (17, "diciassett"), (18, "diciott"), (19, "diciannov"), (20, "vent")),
                *((30, "trent"), (40, "quarant"), (50, "cinquant"), (60, "sessant"), (70, "settant")),
                *((80, "ottant"), (90, "novant")),
            )
        },
        (100, "year"): "centenne|centenario|centenaria|centenari|centenarie|ultracentenari",
        (0, "clock"): "mezzanotte",
        (720, "clock"): "mezzogiorno",
        (1, "times"): "una volta",
        (2, "week"): "una settimana o due",
        (2, "day"): "un giorno o due",
        (2, "month"): "un mese o due",
        (2, "year"): "un anno o due",
        (2, "h"): "un'ora o due",
    },
    units={
        "Nm": "n·m|n⋅m|newton metri|newton metro|newton per metro",
        "tsp": "cucchiaino|cucchiaini",
        "tbsp": "cucchiaio|cucchiai",
        "night/=": "notte|notti",
        "rpm": "giri/min|giri al minuto",
        "s": "secondo|secondi|sec",
        "min": "minuto|minuti",
        "h": "ora|ore",
        "day": "die|giorno|giorni|giornata|giornate|gg",
        "week": "settimana|settimane",
        "month": "mese|mesi",
        "year": "anno|anni|anni di età|anno di età",
        "decade": "decennio|decenni",
        "century": "secolo|secoli",
        "times": "volte|volta|x|×",
        "t": "tonnellata|tonnellate",
        "T": "tesla",
        "%": "per cento|percento",
        "pp": "punti percentuali|punto percentuale|pp",
        "mg": "milligrammo|milligrammi",
        "g": "grammo|grammi|gr",
        "kg": "chilo|chili|chilogrammo|chilogrammi",
        "µg": "microgrammo|microgrammi",
        "L": "litro|litri",
        "mL": "millilitro|millilitri",
        "dL": "decilitro|decilitri",
        "m": "metro|metri",
        "cm": "centimetro|centimetri",
        "mm": "millimetro|millimetri",
        "km": "chilometro|chilometri",
        "ft": "piede|piedi",
        "in": "pollice|pollici",
        "atm": "atmosfera|atmosfere",
        "ATA": "atmosfere assolute|atmosfera assoluta|atm abs|bar assoluti",
        "kPa": "kilopascal|chilopascal",
        "mmHg": "mm hg|millimetri di mercurio",
        "°C": "gradi celsius|grado celsius|gradi centigradi|gradi c",
        "°F": "gradi fahrenheit|grado fahrenheit",
        "°/°C/°F": "grado|gradi",
        "IU": "unità internazionali|unità internazionale|u.i.|u. i.",
        "IU/U": "unità|u",
        "kcal": "chilocalorie|chilocaloria|calorie",
        "bpm": "battiti/min|battiti per minuto|battiti al minuto",
        "py": "anni-persona|anni-paziente|persone-anno|pazienti-anno|anni persona|anni paziente",
        "dB": "decibel",
        "USD": "dollaro|dollari|dollari usa|dollari statunitensi",
        "EUR": "euro",
        "JPY": "yen",
        "CNY": "yuan",
        "GBP": "sterline|sterlina|lire sterline",
        "ppm": "parti per milione",
    },
    comparators={
        "> =": "dopo i|oltre l'età di|dopo l'età di",
        ">": f"più che|più di|oltre i|oltre le|al di sopra di|sopra|oltre|{_MORE}",
        "<": f"meno di|al di sotto di|sotto i|sotto le|{_LESS}",
        ">=": "né meno di|né inferiore a|almeno|come minimo|un minimo di|minimo di|non meno di|quantomeno"
        "|perlomeno|per lo meno"
        "|a dir poco|non inferiore a"
        f"|non inferiori a|{_AT_LEAST}",
        ">= =": "non prima di|a partire da|già a|minimo",
        "<= =": "anche di|anche fino a|anche a|può arrivare a|possono arrivare a|arrivare a|arriva a"
        "|arrivano a|arrivi a|raggiungere|raggiunge|raggiungono|può raggiungere"
        "|possono raggiungere|limitato a"
        "|limitata a|limitati a|limitate a|al più tardi|entro e non oltre|massimo"
        "|max.|max|fino a|sino a|fino ad",
        "<=": "né più di|né superiore a|né oltre|al massimo|un massimo di|massimo di|non più di|tutt'al più"
        "|al più"
        "|non superare|non deve superare|non devono superare|non superi"
        f"|{_AT_MOST}"
        "|senza superare|non superino|non eccedere|non superiore a|non deve eccedere|non superiori a"
        "|non oltre",
        "< =": "sotto",
        "< <= =": "entro|prima dei|prima di compiere|prima dell'età di",
    },
    degrees={
        ">": "velocemente|veloce|veloci|rapido|rapida|rapidamente|spesso|tardi|lungo|lunga|lunghi|lunghe"
        "|alto|alta|alti|alte|grande|grandi|largo|larga|larghi|larghe"
        "|pesante|pesanti|spesso|spessa|spessi|spesse|profondo|profonda|profondi|profonde"
        "|forte|forti|intenso|intensa|intensi|intense|caro|cara|cari|care|caldo|calda|caldi|calde|duro|dura"
        "|anziano|anziana|anziani|anziane|elevato|elevata|elevati|elevate|vecchio|vecchi",
        "<": "lento|lenta|lentamente|presto|corto|corta|corti|corte|breve|brevi|basso|bassa|bassi|basse"
        "|piccolo|piccola|piccoli"
        "|piccole|giovane|giovani|stretto|stretta|stretti|strette|leggero|leggera|leggeri"
        "|leggere|sottile|sottili|debole|deboli|fine|fini|freddo|fredda|freddi|fredde|economico|economica",
    },
    more="più",
    than="di",
    verbs={
        "<= =": "arrivare|arriva|arrivano|arrivi|arrivino",
        ">": "|".join(
            (
                inflected("super", "a ano are i ino ato ata ati ate ava ando erà eranno asse"),
                inflected("ecced", "e ono ere a ano eva uto endo"),
                inflected("oltrepass", "a ano are i ino"),
            )
        ),
    },
    after={
        ">= >": "o più caldo|o più calda|o più alto|o più alta|o anche più|o addirittura più|o perfino più"
        "|o più|e oltre|o superiore|o superiori|in su|e più|o oltre|o maggiore|o successivo"
        "|o successiva|o successive|o successivi|o più recente|e successive|o versioni successive",
        "<= <": "o a temperature inferiori|o temperature inferiori|o più freddo|o più fredda|o più basso"
        "|o più bassa|o meno|o inferiore|o inferiori|in giù|o minore",
        ">=": "almeno|come minimo|minimo|quantomeno|perlomeno|per lo meno",
        "<=": "al massimo|massimo|tutt'al più|al più",
    },
    bounds={
        ">": "vari|varie|diversi|diverse",
        ">=": "minima|minime|minimi|minimo|pari o superiore|superiore o uguale",
        "<=": "massima|massime|massimi|massimo|limite|pari o inferiore|inferiore o uguale",
    },
    estimates="stima|stimano|si stima|si calcola|prevede|prevedono|si ritiene",
    about="si avvicina a|si avvicinano a|sfiora|sfiorano|più o meno|verso|verso le|approssimativo di"
    "|approssimativa di|approssimativi di|stimato|stimata|stimati"
    "|stimate|si stima che|all'incirca|una stima di"
    "|prossimo a|circa|approssimativamente|intorno a|quasi|all'incirca|attorno a|pressappoco|intorno al"
    "|attorno al|suppergiù|vicino a|vicino al",
    about_after="circa|all'incirca|più o meno",
    to="a|ai|alle|fino a|al|agli",
    between="tra|fra|tra i|fra i|tra il|fra il",
    and_half="e mezza|e mezzo",
    quarters={
        Fraction(1, 4): "e un quarto",
        Fraction(-1, 4): "meno un quarto",
    },
    intervals={
        (3, "month"): "trimestrale|trimestrali|trimestralmente|ogni trimestre",
        (6, "month"): "semestrale|semestrali|semestralmente|ogni semestre",
        (2, "week"): "quindicinale|quindicinali|bisettimanale|bisettimanali",
        (2, "month"): "bimestrale|bimestrali|bimestralmente",
        (2, "year"): "biennale|biennali",
        (3, "year"): "triennale|triennali",
        (5, "year"): "quinquennale|quinquennali",
    },
    conjunctions="invece di|anziché|al posto di|e|o|ed|rispetto a|né",
    fillers="i|le|gli|il|la|lo|l'|l|di|dei|delle|del|da|dai|dalle|un|altri|altre|ulteriori|aggiuntivi"
    "|consecutivi|consecutive|totale di|un totale di|questi|queste|dall'|età",
    per="per|a|al|/|per ogni|alla",
    weak_per="ogni",
    every="a distanza di|a intervalli di|ad intervalli di|ogni|una volta ogni",
    alternate={
        "day": "notti alterne|una notte sì e una no|sere alterne|giorni alterni|un giorno sì e uno no"
        "|un giorno sì e l'altro no|un giorno sì, uno no"
        "|un giorno sì e un giorno no",
        "month": "mesi alterni|un mese sì e uno no|un mese sì e l'altro no",
        "year": "anni alterni|un anno sì e uno no|un anno sì e l'altro no",
        "week": "settimane alterne|una settimana sì e una no|una settimana sì e l'altra no",
    },
    contractions={
        "a": "al|allo|all'|alla|ai|agli|alle",
        "di": "del|dello|dell'|della|dei|degli|delle",
        "da": "dal|dallo|dall'|dalla|dai|dagli|dalle",
        "su": "sul|sullo|sull'|sulla|sui|sugli|sulle",
    },
    every_after="di distanza|di intervallo|di distanza l'una dall'altra",
    rates={
        "day": "ogni mattina|tutte le mattine|ogni sera|tutte le sere|per notte|a notte|ogni notte"
        "|al giorno|ogni giorno|tutti i giorni|quotidianamente|per giorno|giornalmente",
        "week": "alla settimana|a settimana|ogni settimana|tutte le settimane|settimanalmente|per settimana",
        "month": "al mese|ogni mese|tutti i mesi|mensilmente|per mese",
        "year": "ogni anno|tutti gli anni|annualmente|per anno",
        "h": "ogni ora|tutte le ore",
        "min": "al minuto|ogni minuto|per minuto",
        "s": "ogni secondo|per secondo",
    },
    soft_rates={
        "day": "quotidiano|quotidiana|quotidiani|quotidiane|giornaliero|giornaliera|giornalieri"
        "|giornaliere|al dì",
        "week": "settimanale|settimanali|la settimana",
        "month": "mensile|mensili|il mese",
        "s": "al secondo",
        "year": "annualizzato|annualizzata|annualizzati|annualizzate|annuale|annuali|annuo|annua|all'anno"
        "|l'anno",
        "h": "l'ora|all'ora|per ora",
    },
    of="su|di|su un totale di|dei|delle|sui",
    forenoon="di mattina|del mattino",
    afternoon="del pomeriggio|di sera|della sera",
    o_clock="alle ore|dalle ore",
    aged="età|di età compresa",
    negations="in nessun caso|per nessun motivo|in nessun momento|non|mai|senza|né|evitare",
    ordinal_after="ª|º|a|o|esimo|esima|i|e",
    decades=dict(zip(range(20, 100, 10), (f"anni {n}" for n in _DECADES), strict=True)),
    below_zero="negativi|sotto zero|sotto lo zero",
    plain="più volte|ripetute volte|diverse volte|molte volte|a volte|"
    "all'ora di|all'ora del|all'ora dei|all'ora della|all'ora in cui|alla stessa ora|l'ora di"
    "|l'ora del|data/ora|data e ora|data e all'ora|all'ora corrente|all'ora attuale|giorno/ora"
    "|a seconda di|a seconda del|a seconda della|a seconda dei|a seconda che|uno dei|una delle|l'uno"
    "|l'una|prima di|prima del|prima della|uno o|secondo il|secondo la|secondo i|secondo le|secondo gli"
    "|secondo l'|in primo luogo|ognuno|ciascuno|sei sicuro|uno a uno|prima che|prima dell'|prima delle"
    "|prima dei|per prima",
    spaced_groups=True,
)

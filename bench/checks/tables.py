"""How each locale writes numbers, units, ranges and drugs, as far as the mutations need it.

Written for the bench and kept apart from the checks' lexicons.
"""

from dataclasses import dataclass

SPACES = " \u00a0\u2009\u202f"

SYMBOLS = (
    ("mg/kg", "g/kg"),
    ("mg", "g"),
    ("mg", "µg"),
    ("µg", "mg"),
    ("mL", "L"),
    ("ml", "l"),
    ("kPa", "MPa"),
    ("mmHg", "kPa"),
    ("nm", "µm"),
    ("m", "km"),
    ("°C", "°F"),
    ("V", "kV"),
    ("Hz", "kHz"),
    ("A", "mA"),
    ("T", "mT"),
    ("W/cm²", "W/m²"),
    ("%", "‰"),
    ("％", "‰"),
    ("€", "US$"),
    ("IU", "mg"),
    ("UI", "mg"),
    ("I.E.", "mg"),
)
"""A unit's symbol after a number, and a wrong one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """One locale's conventions."""

    group: str
    """Every character that may separate thousands in it."""
    decimal: str
    ranges: tuple[str, ...]
    """What stands between the ends of a range."""
    units: tuple[tuple[str, str], ...]
    """A unit's word after a number, and a wrong one."""
    reads_source_otherwise: bool = False
    """Whether the source's `1,500` and `2.5` mean something else here, or nothing."""


DASHES = ("-", "–", "—")

TABLES = {
    "es": Table(
        group="." + SPACES,
        decimal=",",
        ranges=(*DASHES, " a ", " y "),
        units=(
            ("horas", "días"),
            ("hora", "semana"),
            ("minutos", "horas"),
            ("segundos", "minutos"),
            ("días", "semanas"),
            ("semanas", "meses"),
            ("meses", "años"),
            ("años", "meses"),
            ("toneladas", "kilogramos"),
            ("US$", "€"),
        ),
        reads_source_otherwise=True,
    ),
    "fr": Table(
        group=SPACES,
        decimal=",",
        ranges=(*DASHES, " à ", " et "),
        units=(
            ("heures", "jours"),
            ("heure", "semaine"),
            ("minutes", "heures"),
            ("secondes", "minutes"),
            ("jours", "semaines"),
            ("semaines", "mois"),
            ("mois", "ans"),
            ("ans", "mois"),
            ("tonnes", "kilogrammes"),
            ("$ US", "€"),
        ),
        reads_source_otherwise=True,
    ),
    "it": Table(
        group=".",
        decimal=",",
        ranges=(*DASHES, " a ", " e "),
        units=(
            ("ore", "giorni"),
            ("ora", "settimana"),
            ("minuti", "ore"),
            ("secondi", "minuti"),
            ("giorni", "settimane"),
            ("settimane", "mesi"),
            ("mesi", "anni"),
            ("anni", "mesi"),
            ("tonnellate", "chilogrammi"),
            ("dollari USA", "euro"),
        ),
        reads_source_otherwise=True,
    ),
    "pt_BR": Table(
        group=".",
        decimal=",",
        ranges=(*DASHES, " a ", " e "),
        units=(
            ("horas", "dias"),
            ("hora", "semana"),
            ("minutos", "horas"),
            ("segundos", "minutos"),
            ("dias", "semanas"),
            ("semanas", "meses"),
            ("meses", "anos"),
            ("anos", "meses"),
            ("toneladas", "quilogramas"),
        ),
        reads_source_otherwise=True,
    ),
    "de": Table(
        group=".",
        decimal=",",
        ranges=(*DASHES, " bis ", " und "),
        units=(
            ("Stunden", "Tage"),
            ("Stunde", "Woche"),
            ("Minuten", "Stunden"),
            ("Sekunden", "Minuten"),
            ("Tage", "Wochen"),
            ("Tagen", "Wochen"),
            ("Wochen", "Monaten"),
            ("Monate", "Jahre"),
            ("Monaten", "Jahren"),
            ("Jahre", "Monate"),
            ("Jahren", "Monaten"),
            ("Tonnen", "Kilogramm"),
            ("US-Dollar", "Euro"),
        ),
        reads_source_otherwise=True,
    ),
    "ar": Table(
        group=",٬",
        decimal=".٫",
        ranges=(*DASHES, " إلى ", " و"),
        units=(
            ("ملغ", "غ"),
            ("ملغ", "ميكروغرام"),
            ("ميكروغرام", "ملغ"),
            ("مل", "لتر"),
            ("كيلوباسكال", "ميغاباسكال"),
            ("درجة مئوية", "درجة فهرنهايت"),
            ("°م", "°ف"),
            ("نانومتر", "ميكرومتر"),
            ("متر", "كيلومتر"),
            ("فولت", "كيلوفولت"),
            ("أمبير", "ملي أمبير"),
            ("يورو", "دولار"),
            ("دولار أمريكي", "يورو"),
            ("ساعات", "أيام"),
            ("ساعة", "يومًا"),
            ("دقيقة", "ساعة"),
            ("ثانية", "دقيقة"),
            ("أيام", "أسابيع"),
            ("يومًا", "أسبوعًا"),
            ("أسابيع", "أشهر"),
            ("أشهر", "سنوات"),
            ("شهرًا", "سنة"),
            ("سنوات", "أشهر"),
            ("طن", "كيلوغرام"),
        ),
    ),
    "zh_Hans": Table(
        group="," + SPACES,
        decimal=".",
        ranges=(*DASHES, "至", "到"),
        units=(
            ("小时", "天"),
            ("分钟", "小时"),
            ("秒", "分钟"),
            ("天", "周"),
            ("周", "个月"),
            ("个月", "年"),
            ("年", "个月"),
            ("吨", "千克"),
            ("欧元", "美元"),
            ("毫克", "克"),
            ("毫升", "升"),
        ),
    ),
    "ja": Table(
        group=",",
        decimal=".",
        ranges=(*DASHES, "～", "から"),
        units=(
            ("時間", "日"),
            ("分間", "時間"),
            ("秒間", "分間"),
            ("日間", "週間"),
            ("週間", "か月"),
            ("か月", "年"),
            ("年間", "か月"),
            ("トン", "キログラム"),
            ("ユーロ", "ドル"),
            ("ミリグラム", "グラム"),
            ("ミリリットル", "リットル"),
        ),
    ),
}

NATIVE_DIGITS = {"ar": "٠١٢٣٤٥٦٧٨٩", "zh_Hans": "０１２３４５６７８９", "ja": "０１２３４５６７８９"}
"""Digits of another script in which the locale's numbers also stand."""

DRUGS = {
    "es": (
        ("prednisona", "prednisolona"),
        ("penicilina", "penicilamina"),
        ("metformina", "metronidazol"),
        ("insulina", "heparina"),
        ("paracetamol", "piracetam"),
        ("adrenalina", "noradrenalina"),
    ),
    "fr": (
        ("prednisone", "prednisolone"),
        ("pénicilline", "pénicillamine"),
        ("metformine", "métronidazole"),
        ("insuline", "héparine"),
        ("paracétamol", "piracétam"),
        ("adrénaline", "noradrénaline"),
    ),
    "it": (
        ("prednisone", "prednisolone"),
        ("penicillina", "penicillamina"),
        ("metformina", "metronidazolo"),
        ("insulina", "eparina"),
        ("paracetamolo", "piracetam"),
        ("adrenalina", "noradrenalina"),
    ),
    "pt_BR": (
        ("prednisona", "prednisolona"),
        ("penicilina", "penicilamina"),
        ("metformina", "metronidazol"),
        ("insulina", "heparina"),
        ("paracetamol", "piracetam"),
        ("adrenalina", "noradrenalina"),
    ),
    "de": (
        ("Prednison", "Prednisolon"),
        ("Penicillin", "Penicillamin"),
        ("Metformin", "Metronidazol"),
        ("Insulin", "Heparin"),
        ("Paracetamol", "Piracetam"),
        ("Adrenalin", "Noradrenalin"),
    ),
    "ar": (
        ("بريدنيزون", "بريدنيزولون"),
        ("بنسلين", "بنسيلامين"),
        ("ميتفورمين", "ميترونيدازول"),
        ("أنسولين", "هيبارين"),
        ("باراسيتامول", "بيراسيتام"),
        ("أدرينالين", "نورأدرينالين"),
    ),
    "zh_Hans": (
        ("泼尼松", "泼尼松龙"),
        ("青霉素", "青霉胺"),
        ("二甲双胍", "甲硝唑"),
        ("胰岛素", "肝素"),
        ("对乙酰氨基酚", "吡拉西坦"),
        ("肾上腺素", "去甲肾上腺素"),
    ),
    "ja": (
        ("プレドニゾン", "プレドニゾロン"),
        ("ペニシリン", "ペニシラミン"),
        ("メトホルミン", "メトロニダゾール"),
        ("インスリン", "ヘパリン"),
        ("パラセタモール", "ピラセタム"),
        ("アセトアミノフェン", "アセタゾラミド"),
        ("アドレナリン", "ノルアドレナリン"),
    ),
}
"""A drug that the clean pairs name, and another that is taken for it or lies beside it."""

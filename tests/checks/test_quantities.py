"""Quantities: what every locale's reader would take a text to say, and where two texts differ."""

from fractions import Fraction

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks import check_pair
from pipeline.checks.quantities.compare import differences
from pipeline.checks.quantities.reading.reader import read_quantities
from tests.checks.prose import (
    ALIKE,
    CLINIC,
    COUNTING,
    EVERYDAY,
    IDIOMS,
    LEAFLETS,
    MEASURES,
    PAIRS,
    PHRASES,
    POLICIES,
    WARDS,
)
from tests.checks.support import ids, pair

SHIPPED = ("es", "fr", "it", "pt_BR", "de", "ar", "zh_Hans", "ja")


def found(source: str, target: str, tag: str) -> set[str]:
    return {
        name.removeprefix("quantity.") for name in ids(source, target, tag) if name.startswith("quantity")
    }


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    PAIRS + MEASURES + LEAFLETS + EVERYDAY + WARDS + CLINIC + PHRASES + IDIOMS + COUNTING + POLICIES,
)
def test_nothing_is_said_about_a_right_translation(tag: str, source: str, target: str) -> None:
    assert not found(source, target, tag)


@pytest.mark.parametrize(("tag", "sources", "targets"), ALIKE)
def test_each_way_of_saying_it_is_right_for_each_other(
    tag: str, sources: list[str], targets: list[str]
) -> None:
    assert not [
        (source, target) for source in sources for target in targets if differences(source, "en", target, tag)
    ]


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("en", "1,500 and 1.500", [1500, 1.5]),
        ("es", "1.500 y 1,5 y 1 500", [1500, 1.5, 1500]),
        ("de", "1.500 und 1,5", [1500, 1.5]),
        ("fr", "1 500 et 1\u202f500 et 1,5", [1500, 1500, 1.5]),
        ("ar", "٢٫٥ و١٬٥٠٠ و2.5", [2.5, 1500, 2.5]),
        ("hi", "23,00,000 और २.५", [2300000, 2.5]),
        (
            "zh_Hans",
            "二百三十万、230万、2.3亿、二〇二〇年、百分之五十",
            [2300000, 2300000, 230000000, 2020, 50],
        ),
        ("ja", "１２３個と3千人と2億3000万と3分の2", [123, 3000, 230000000, Fraction(2, 3)]),
        (
            "en",
            "2.3 million, 4 billion, 5 lakh, twenty-three, two thousand and five",
            [2300000, 4 * 10**9, 500000, 23, 2005],
        ),
        ("fr", "quatre-vingt-onze, soixante et onze, vingt-deux", [91, 71, 22]),
        ("de", "dreiundzwanzig, zweihundert, 5 Mio.", [23, 200, 5000000]),
        ("ar", "خمسة وعشرون", [25]),
        ("it", "ventitré e quarantotto", [23, 48]),
        ("en", "1.5 × 10^6, 10⁶, 2 × 10⁻³, 2½", [1500000, 1000000, Fraction(1, 500), 2.5]),
        ("en", "−5 °C, (-3), 5-10", [-5, -3, 5, 10]),
    ],
)
def test_numbers_are_read_as_the_locale_writes_them(tag: str, text: str, values: list[float]) -> None:
    assert [quantity.values[0] for quantity in read_quantities(text, tag)] == values


@pytest.mark.parametrize(
    ("kind", "tag", "source", "good", "bad"),
    [
        ("value", "es", "Take 12 mg.", "Tome 12 mg.", "Tome 21 mg."),
        (
            "unit",
            "zh_Hans",
            "The light comes on within a second.",
            "指示灯一秒内亮起。",
            "指示灯一分钟内亮起。",
        ),
        (
            "unit",
            "ar",
            "Press for a full minute.",
            "اضغط دقيقة كاملة.",
            "اضغط ساعة كاملة.",
        ),
        (
            "value",
            "zh_Hans",
            "It may hold no more than 15 parts per million of lead.",
            "铅含量不得超过百万分之十五。",
            "铅含量不得超过千分之十五。",
        ),
        (
            "value",
            "ar",
            "Nothing is paid for a second crutch.",
            "لا يُدفع شيء مقابل عكازة ثانية.",
            "لا يُدفع شيء مقابل عكازة ثالثة.",
        ),
        (
            "order",
            "zh_Hans",
            "Version 2.1 may lose data; version 2.2 does not.",
            "2.1版可能丢失数据；2.2版不会。",
            "2.2版可能丢失数据；2.1版不会。",
        ),
        (
            "comparator",
            "zh_Hans",
            "They pay a fifth less.",
            "他们少付五分之一。",
            "他们多付五分之一。",
        ),
        (
            "missing",
            "ar",
            "Pumps made after 1 April 2024",
            "المضخات المصنوعة بعد 1 أبريل 2024",
            "المضخات المصنوعة بعد أبريل 2024",
        ),
        (
            "order",
            "zh_Hans",
            "86 of the 90 devices passed.",
            "90台设备中有86台合格。",
            "86台设备中有90台合格。",
        ),
        (
            "value",
            "ar",
            "Drink a litre and a half.",
            "اشرب لترًا ونصف اللتر.",
            "اشرب لترًا وربع اللتر.",
        ),
        (
            "value",
            "zh_Hans",
            "In the first week it fell.",
            "第一周下降了。",
            "第二周下降了。",
        ),
        (
            "unit",
            "ar",
            "Inject four units, then two units.",
            "احقن أربع وحدات ثم وحدتين.",
            "احقن أربع وحدات ثم ملليلترين.",
        ),
        (
            "order",
            "zh_Hans",
            "The score rose from 18 to 150.",
            "得分由18升至150。",
            "得分由150升至18。",
        ),
        (
            "order",
            "zh_Hans",
            "Held at 134 °C for at least 3 minutes, or at 121 °C for no less than 15.",
            "在134 °C下至少保持3分钟，或在121 °C下保持不少于15分钟。",
            "在134 °C下至少保持15分钟，或在121 °C下保持不少于3分钟。",
        ),
        ("value", "ja", "Two weeks", "2週間", "3週間"),
        ("value", "es", "Three trials found it.", "Tres ensayos lo hallaron.", "Cuatro ensayos lo hallaron."),
        ("value", "zh_Hans", "2.3 million people", "230万人", "23万人"),
        ("value", "hi", "2.3 million people", "23 लाख लोग", "23 करोड़ लोग"),
        ("value", "es", "10-40 sessions", "10 a 40 sesiones", "10 a 60 sesiones"),
        ("unit", "es", "Take 500 mg.", "Tome 500 mg.", "Tome 500 µg."),
        ("unit", "de", "for 60 minutes", "60 Minuten lang", "60 Stunden lang"),
        ("unit", "ja", "for 60 minutes", "60分間", "60時間"),
        ("unit", "es", "10 mg every 8 h", "10 mg cada 8 h", "8 mg cada 10 h"),
        ("unit", "it", "20%", "20%", "20 punti percentuali"),
        ("unit", "zh_Hans", "20 percentage points", "20个百分点", "20%"),
        ("unit", "es", "20 sessions in 4 weeks", "20 sesiones en 4 semanas", "4 sesiones en 20 semanas"),
        ("unit", "es", "On 22 November 2026", "El 22/11/2026", "El 11/22/2026"),
        ("rate", "pt_BR", "every 12 hours", "de 12 em 12 horas", "por 12 horas"),
        ("words", "it", "once a year", "ogni dodici mesi", "ogni dodici settimane"),
        (
            "unit",
            "es",
            "It lights within a second.",
            "Se enciende en un segundo.",
            "Se enciende en un minuto.",
        ),
        (
            "comparator",
            "fr",
            "Women smoke twice as often.",
            "deux fois plus souvent",
            "deux fois moins souvent",
        ),
        ("comparator", "it", "a tenth less", "un decimo in meno", "un decimo in più"),
        (
            "comparator",
            "es",
            "28 days below 30 °C",
            "28 días por debajo de 30 °C",
            "28 días por encima de 30 °C",
        ),
        ("value", "pt_BR", "A second pair", "Um segundo par", "Um terceiro par"),
        ("value", "es", "A litre and a half", "Un litro y medio", "Un litro y cuarto"),
        ("convention", "de", "2.5 mg", "2,5 mg", "2.5 mg"),
        ("convention", "de", "1,500 mg", "1.500 mg", "1,500 mg"),
        ("convention", "es", "1.500 mg", "1,500 mg", "1.500 mg"),
        ("comparator", "es", "p < 0.05", "p < 0,05", "p > 0,05"),
        ("comparator", "de", "at least 5 days", "mindestens 5 Tage", "höchstens 5 Tage"),
        ("comparator", "ja", "at least 5 days", "5日以上", "5日以下"),
        ("comparator", "ar", "more than 5 days", "أكثر من 5 أيام", "أقل من 5 أيام"),
        ("comparator", "zh_Hans", "up to 5 days", "最多5天", "至少5天"),
        ("rate", "es", "10 mg every 8 hours", "10 mg cada 8 horas", "10 mg durante 8 horas"),
        ("rate", "de", "twice daily", "zweimal täglich", "zweimal wöchentlich"),
        ("rate", "ja", "twice a day", "1日2回", "週に2回"),
        ("rate", "fr", "2.5 mg/kg", "2,5 mg/kg", "2,5 mg/L"),
        ("order", "es", "12 of 40 patients", "12 de 40 pacientes", "40 de 12 pacientes"),
        ("order", "es", "from 45% to 25%", "del 45 % al 25 %", "del 25 % al 45 %"),
        ("missing", "es", "for 5 days", "durante 5 días", "durante días"),
        ("added", "es", "for days", "durante días", "durante 5 días"),
        ("words", "es", "three trials", "tres ensayos", "ensayos"),
        ("approximate", "de", "about 50 people", "etwa 50 Menschen", "50 Menschen"),
        ("digits", "es", "5 days", "5 días", "٥ días"),
        ("digits", "ar", "5 and 6 days", "5 و6 أيام", "5 و٦ أيام"),
        ("digits", "ar", "Lot K4471, 6 days", "التشغيلة K4471، ٦ أيام", "التشغيلة 4471، ٦ أيام"),
        ("unreadable", "de", "version A", "Version A", "Version A 2.5"),
        ("value", "es", "on 12 March 2020", "el 12 de marzo de 2020", "el 12 de abril de 2020"),
        ("value", "ja", "on 12 March 2020", "2020年3月12日に", "2020年3月21日に"),
        ("value", "de", "at 3:30 pm", "um 15:30 Uhr", "um 16:30 Uhr"),
        ("unit", "de", "It costs $150.", "Es kostet 150 Dollar.", "Es kostet 150 Euro."),
        ("value", "es", "two thirds", "dos tercios", "tres cuartos"),
        ("words", "es", "Check it quarterly.", "Revíselo cada tres meses.", "Revíselo cada cuatro meses."),
        ("missing", "ja", "The second dose is red.", "2回目の投与は赤色です。", "回目の投与は赤色です。"),
        ("missing", "ja", "One in eight has it.", "8人に1人が保有する。", "人に1人が保有する。"),
        ("order", "ja", "1 in 400 people has it.", "400人に1人が保有する。", "1人に400人が保有する。"),
        ("unit", "ja", "Call if it lasts at least an hour.", "1時間以上なら電話。", "1日以上なら電話。"),
        ("added", "fr", "Rose by half to 96.", "A augmenté de 50 % à 96.", "A augmenté de 60 % à 96."),
        ("value", "es", "open from 9 to 5", "abierto de 9 a 17 horas", "abierto de 9 a 18 horas"),
        ("value", "de", "at half past eight", "um halb neun", "um halb zehn"),
        ("value", "zh_Hans", "at nine in the evening", "晚上九点", "晚上八点"),
        ("value", "it", "in the 18th century", "nel Settecento", "nell'Ottocento"),
        (
            "value",
            "ar",
            "in the 2010s",
            "في العقد الثاني من القرن الحادي والعشرين",
            "في العقد الثالث من القرن الحادي والعشرين",
        ),
        ("comparator", "es", "no faster than 9 m", "no más rápido de 9 m", "más rápido de 9 m"),
        (
            "unit",
            "es",
            "at first 72 hours, then within two.",
            "primero 72 horas, luego en dos horas.",
            "primero 72 horas, luego en dos días.",
        ),
        ("value", "de", "COVID-19 and CD4+", "COVID-19 und CD4+", "COVID-19 und CD8+"),
    ],
)
def test_a_difference_is_called_by_its_name(kind: str, tag: str, source: str, good: str, bad: str) -> None:
    assert not found(source, good, tag)
    assert kind in found(source, bad, tag)


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("es", "One of the first trials", "Uno de los primeros ensayos"),
        ("de", "90 minutes", "1,5 Stunden"),
        ("es", "24 hours", "1 día"),
        ("it", "500 mg", "0,5 g"),
        ("de", "both arms", "beide Arme"),
        ("ar", "two sessions", "جلستان"),
        ("fr", "See `step 5` at https://example.org/7.", "Voir `step 5` sur https://example.org/7."),
        ("ja", "carbon dioxide in one way", "二酸化炭素は十分に"),
        ("es", "CO2 and vitamin B12", "CO2 y vitamina B12"),
        ("zh_Hans", "carbon dioxide (CO2)", "二氧化碳（CO2）"),
    ],
)
def test_what_is_the_same_is_not_flagged(tag: str, source: str, target: str) -> None:
    assert not found(source, target, tag)


def test_temperatures_convert_only_where_the_settings_allow_it() -> None:
    assert "quantity.value" in ids("37 °C", "98,6 °F", "es") | ids("37 °C", "98,6 °F", "es")
    assert not ids("37 °C", "98,6 °F", "es", temperature_conversion=True)


NUMBERS = st.decimals(min_value=0, max_value=10**7, places=2).map(lambda value: value.normalize())


@given(value=NUMBERS, tag=st.sampled_from(SHIPPED))
def test_a_number_in_the_locales_own_convention_is_never_flagged(value: object, tag: str) -> None:
    source, target = f"It is {value:,f} mg.", f"{format_decimal(value, locale=tag)} mg."
    assert not found(source, target, tag)


@given(value=NUMBERS, other=NUMBERS, tag=st.sampled_from(SHIPPED))
def test_another_number_is_always_flagged(value: object, other: object, tag: str) -> None:
    if value != other:
        assert found(f"It is {value:,f} mg.", f"{format_decimal(other, locale=tag)} mg.", tag)


@given(text=st.text(alphabet="0123456789.,%<> mgh-–/:½⁶×", max_size=30))
def test_a_text_agrees_with_itself(text: str) -> None:
    assert not found(text, text, "en")


def test_spans_show_the_number_and_what_is_bound_to_it() -> None:
    finding = next(
        f for f in check_pair(pair("Take **12 mg**.", "Tome **21 mg**.")) if f.id == "quantity.value"
    )
    (here,), (there,) = finding.source_spans, finding.target_spans
    assert "Take **12 mg**."[here.start : here.end] == "12"
    assert "Tome **21 mg**."[there.start : there.end] == "21"


@pytest.mark.parametrize(
    ("kind", "tag", "source", "good", "bad"),
    [
        (
            "order",
            "es",
            "From 3 March to 30 May",
            "Del 3 de marzo al 30 de mayo",
            "Del 30 de marzo al 3 de mayo",
        ),
        ("order", "ja", "Below 140/90 mmHg", "140/90 mmHg未満", "90/140 mmHg未満"),
        ("order", "zh_Hans", "- 2 masks\n- 10 filters", "- 2个面罩\n- 10个滤芯", "- 10个面罩\n- 2个滤芯"),
        (
            "comparator",
            "de",
            "Not for use above 30 °C.",
            "Nicht über 30 °C verwenden.",
            "Nicht unter 30 °C verwenden.",
        ),
        ("comparator", "it", "Cables longer than 3 m", "Cavi più lunghi di 3 m", "Cavi più corti di 3 m"),
        (
            "value",
            "it",
            "The ward opens at 7:45 a.m.",
            "Il reparto apre alle 7.45.",
            "Il reparto apre alle 8.45.",
        ),
        ("value", "de", "Every 2 hours", "Im Zweistundentakt", "Im Dreistundentakt"),
        (
            "unit",
            "ar",
            "Doses above 1,600 mg",
            "الجرعات التي تزيد على 1,600 ملغ",
            "الجرعات التي تزيد على 1,600 غ",
        ),
        ("value", "ja", "Nine out of ten families", "家庭の9割", "家庭の7割"),
    ],
)
def test_what_is_put_otherwise_is_understood_and_still_compared(
    kind: str, tag: str, source: str, good: str, bad: str
) -> None:
    assert not found(source, good, tag)
    assert found(source, bad, tag), kind


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("5 mg/mL", "5 mg/l", "“per mL” became “per L”"),
        ("5 mg/kg", "5 mg", "“per kg” is missing"),
        ("by 5%", "um 5 Prozentpunkte", "“5” has %, “5” has percentage points"),
        ("on 5 March 2026", "am 3.5.2026", "“5” has day of the month, “5” has month"),
    ],
)
def test_a_reason_names_no_unit_that_only_the_program_knows(source: str, target: str, said: str) -> None:
    assert said in [finding.reason for finding in check_pair(pair(source, target, "de"))]


@pytest.mark.parametrize(
    ("source", "good", "bad"),
    [
        ("2.3 million people", "230만 명", "23만 명"),
        ("300 million people", "3억 명", "3만 명"),
        ("5,000 people", "5천 명", "5백 명"),
        ("1.25 billion people", "12억5천만 명", "12억5천 명"),
        ("as much as 3", "3만큼", "4만큼"),
    ],
)
def test_korean_multipliers_are_read_behind_digits(source: str, good: str, bad: str) -> None:
    assert "quantity.value" not in ids(source, good, "ko")
    assert "quantity.value" in ids(source, bad, "ko")

"""Numbers that changed places, and measure words and fractions that lost what they need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.quantities.comparison.orphans import improper, orphaned
from pipeline.checks.quantities.reading.reader import read_quantities
from tests.checks.support import ids


def found(source: str, target: str, tag: str) -> set[str]:
    return {name for name in ids(source, target, tag) if name.startswith("quantity")}


@pytest.mark.parametrize(
    ("tag", "source", "good", "bad"),
    [
        # A noun or a measure word that only one number has.
        ("ja", "The 900 records from 27 countries", "27か国の900件の記録", "900か国の27件の記録"),
        (
            "zh_Hans",
            "The 900 records from 27 countries",
            "来自27个国家的900条记录",
            "来自900个国家的27条记录",
        ),
        (
            "ja",
            "For type 2 diabetes, see 4 doctors.",
            "2型糖尿病では4人の医師に。",
            "4型糖尿病では2人の医師に。",
        ),
        # A unit that only one number has.
        (
            "es",
            "They breathed air (FiO2 0.21) at 1 atm.",
            "Respiraron aire (FiO2 0,21) a 1 atm.",
            "Respiraron aire (FiO2 1) a 0,21 atm.",
        ),
        (
            "fr",
            "A 27-gauge needle of 13 mm",
            "Une aiguille de calibre 27 et de 13 mm",
            "Une aiguille de calibre 13 et de 27 mm",
        ),
        (
            "de",
            "It takes 3 hours at setting 2, and the lamp burns.",
            "Es dauert 3 Stunden auf Stufe 2, und die Lampe brennt.",
            "Es dauert 2 Stunden auf Stufe 3, und die Lampe brennt.",
        ),
        # A bound that only one number has.
        (
            "es",
            "More than 900 families in 30 countries",
            "Más de 900 familias de 30 países",
            "Más de 30 familias de 900 países",
        ),
        (
            "ja",
            "Start at 25 mL per hour and give at most 200 mL per hour.",
            "毎時25 mLで開始し、最大毎時200 mLまで上げます。",
            "毎時200 mLで開始し、最大毎時25 mLまで上げます。",
        ),
        # A list or a new clause keeps its order in every language.
        (
            "ja",
            "Men gave it up to six times and women four times.",
            "男性は最大6回、女性は4回行った。",
            "男性は最大4回、女性は6回行った。",
        ),
        (
            "ja",
            "It hit one in ten on the drug and one in twelve on placebo.",
            "実薬群では10人に1人、プラセボ群では12人に1人に起きた。",
            "実薬群では12人に1人、プラセボ群では10人に1人に起きた。",
        ),
        (
            "ja",
            "The second dose is due in week 4 and the third in week 9.",
            "2回目は第4週、3回目は第9週に行います。",
            "3回目は第4週、2回目は第9週に行います。",
        ),
        # A whole and its part, with what was counted between them.
        (
            "ja",
            "It missed 4 of 90 infections.",
            "90例の感染のうち4例を見逃した。",
            "4例の感染のうち90例を見逃した。",
        ),
        (
            "zh_Hans",
            "2 of the 57 patients without symptoms reacted.",
            "57名无症状患者中有2名出现反应。",
            "2名无症状患者中有57名出现反应。",
        ),
        ("es", "2 of the 57 patients", "2 de los 57 pacientes", "57 de los 2 pacientes"),
        # Telephone numbers and months.
        ("it", "Call 01632 960147.", "Chiami il numero 01632 960147.", "Chiami il numero 960147 01632."),
        (
            "zh_Hans",
            "From 18% in April 1847 to under 2% by August",
            "从1847年4月的18%降至8月的不足2%",
            "从1847年8月的18%降至4月的不足2%",
        ),
        # How often in one time, how often in another.
        (
            "ja",
            "Twice a day at home, once a month here",
            "自宅で1日2回、ここで月に1回",
            "自宅で1日1回、ここで月に2回",
        ),
        (
            "ja",
            "Three times a week; each session is long.",
            "週に3回で、1回が長い。",
            "週に1回で、3回が長い。",
        ),
        # Parts of each other's whole, and parts with a measure word of their own.
        (
            "ja",
            "1 in 30 had pain, and 1 in 400 a rash.",
            "30人に1人に痛み、400人に1人に発疹があった。",
            "1人に1人に痛み、400人に30人に発疹があった。",
        ),
        (
            "ja",
            "Two out of seven wards and 3 labs",
            "7か所に2か所の病棟と3つの検査室",
            "2か所に7か所の病棟と3つの検査室",
        ),
        # Decades and ages.
        (
            "ja",
            "In their seventies; some were older than 30.",
            "70代で、30歳を超える人もいた。",
            "30代で、70歳を超える人もいた。",
        ),
        ("ja", "In their sixties", "60代", "65代"),
    ],
)
def test_numbers_that_changed_places_are_seen(tag: str, source: str, good: str, bad: str) -> None:
    assert not found(source, good, tag)
    assert found(source, bad, tag)


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        # What Chinese and Japanese put in front proves nothing by its place.
        ("ja", "Reduce it by 5 mg a week until you reach 10 mg.", "10 mgになるまで週5 mgずつ減らします。"),
        ("ja", "About 2.3 million people had it in 2013.", "2013年には約230万人がかかっていた。"),
        ("ja", "Two doses, given four weeks apart, suffice.", "4週間の間隔で2回接種すれば十分です。"),
        ("ja", "Men six times and women four times at most", "男性は6回、女性は4回まで"),
        ("zh_Hans", "In this phase 3 trial, 648 patients took part.", "在这项3期试验中，648名患者参加。"),
        ("zh_Hans", "One patient in five fell ill, two of them twice.", "五分之一的患者发病，其中两人两次。"),
        # Of two equal numbers, each may be the partner of either.
        (
            "de",
            "Noise above 85 dB over a shift; between 80 and 85 dB, it is offered.",
            "Lärm über 85 dB in einer Schicht; zwischen 80 und 85 dB wird er angeboten.",
        ),
        # A unit that two numbers share stands once.
        ("fr", "Long sessions (120 vs. 60 minutes)", "Des séances longues (120 minutes contre 60)"),
        ("fr", "It took five surgeons eleven hours.", "Il a fallu onze heures à cinq chirurgiens."),
    ],
)
def test_what_a_language_puts_elsewhere_is_in_its_place(tag: str, source: str, target: str) -> None:
    assert not found(source, target, tag)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ja", "遅くとも日目に交換してください。"),
        ("ja", "新しいつ目の薬"),
        ("ja", "人に1人が発症する。"),
        ("zh_Hans", "的分之一"),
    ],
)
def test_a_measure_word_without_its_number_is_an_orphan(tag: str, text: str) -> None:
    assert orphaned(text, tag)


@pytest.mark.parametrize("text", ["7日目に", "毎日目を洗う。", "2つ目の薬", "何回目でも", "その回は"])
def test_a_measure_word_with_its_number_is_none(text: str) -> None:
    assert not orphaned(text, "ja")


@pytest.mark.parametrize(
    ("tag", "source", "good", "bad"),
    [
        ("ja", "Most are in their sixties.", "多くは60代です。", "多くは代です。"),
        ("ja", "A dozen studies say so.", "12件の研究がそう述べる。", "件の研究がそう述べる。"),
        ("it", "It is half again as likely.", "È il 50% più probabile.", "È il % più probabile."),
        ("de", "Grade 3 or 4 events in phase III", "Grad 3 oder 4 in Phase III", "Grad oder 4 in Phase III"),
        ("de", "We are open until noon.", "Wir haben bis 12 Uhr geöffnet.", "Wir haben bis Uhr geöffnet."),
        ("zh_Hans", "It closes at noon.", "中午12点关门。", "中午点关门。"),
    ],
)
def test_a_number_lost_before_its_measure_word_is_missed_where_the_source_has_one(
    tag: str, source: str, good: str, bad: str
) -> None:
    assert not found(source, good, tag)
    assert "quantity.missing" in found(source, bad, tag)


@given(
    bottom=st.integers(min_value=1, max_value=99),
    top=st.integers(min_value=1, max_value=99),
    tag=st.sampled_from(["ja", "zh_Hans"]),
)
def test_no_fraction_is_more_than_one_unless_the_source_says_so(bottom: int, top: int, tag: str) -> None:
    text = f"{bottom}分{'の' if tag == 'ja' else '之'}{top}"
    assert bool(improper((), text, tag)) == (bottom <= top)
    assert not improper(read_quantities(text, tag), text, tag) or bottom == top


@pytest.mark.parametrize(
    ("tag", "source", "good", "bad"),
    [
        ("it", "people over 80", "gli ultraottantenni", "gli ultranovantenni"),
        ("fr", "An octogenarian", "Un octogénaire", "Un septuagénaire"),
        ("es", "60-year-olds", "los sexagenarios", "los septuagenarios"),
        (
            "de",
            "It flashes twice per second.",
            "Es blinkt zweimal pro Sekunde.",
            "Es blinkt zweimal pro Minute.",
        ),
        ("ar", "four fifths of them", "أربعة أخماسهم", "أربعة أسداسهم"),
        ("zh_Hans", "in the early 2000s", "21世纪初", "20世纪初"),
        ("zh_Hans", "fewer than 1 in a million", "低于百万分之一", "低于千万分之一"),
        ("ja", "for a quarter of a century", "四半世紀の間", "半世紀の間"),
        (
            "ja",
            "Only one treatment exists.",
            "利用できる治療法は1つだけです。",
            "利用できる治療法は2つだけです。",
        ),
        ("ar", "more than 1 in 10 people", "أكثر من شخص واحد من كل 10", "أقل من شخص واحد من كل 10"),
        ("de", "Never inject within 5 cm.", "Nie näher als 5 cm spritzen.", "Nie näher als 4 cm spritzen."),
        ("ar", "up to 24 hours beforehand", "قبله بمدة لا تقل عن 24 ساعة", "قبله بمدة لا تقل عن 42 ساعة"),
        ("ar", "It is only 4 hours.", "لا يتجاوز 4 ساعات.", "لا يقل عن 4 ساعات."),
        ("it", "open around the clock since May", "aperto 24 ore su 24 da maggio", "aperto 12 ore da maggio"),
        ("de", "within ten to fourteen days", "in zehn bis vierzehn Tagen", "in zehn bis fünfzehn Tagen"),
        ("ar", "within five to ten minutes", "خلال خمس إلى عشر دقائق", "خلال خمس إلى تسع دقائق"),
        (
            "de",
            "The bell rang at ten to nine.",
            "Es läutete um zehn vor neun.",
            "Es läutete um zehn vor acht.",
        ),
        (
            "de",
            "an hour and ten minutes by bus",
            "eine Stunde und zehn Minuten",
            "eine Stunde und zwölf Minuten",
        ),
        ("zh_Hans", "a difference of 15 points", "相差15个百分点", "相差16个百分点"),
        ("de", "a package of ten", "ein Zehnerpaket", "ein Neunerpaket"),
        ("de", "the first half of 2018", "das erste Halbjahr 2018", "das erste Halbjahr 2019"),
        (
            "ja",
            "Teenagers need an hour more.",
            "10代の若者には1時間多く必要です。",
            "30代の若者には1時間多く必要です。",
        ),
        ("ja", "Write B12 and 1,000 µg twice.", "B12 1,000 µgを２回", "B12 1,000 µgを３回"),
        # Times of day, and spans that look like them.
        ("es", "on 6 June at 15:45", "el 6 de junio a las 15:45", "el 6 de junio a las 16:45"),
        ("fr", "It takes 2 hours 20 minutes.", "Cela dure 2 h 20.", "Cela dure 3 h 20."),
        ("de", "from 8 a.m. to 6.30 p.m.", "von 8 bis 18.30 Uhr", "von 8 bis 19.30 Uhr"),
        ("ar", "on 6 June 2027", "في 6 حزيران/يونيو 2027", "في 6 تموز/يوليو 2027"),
        # Degrees below zero, marks of direction, wide letters.
        ("zh_Hans", "at −18 °C", "零下18℃", "18℃"),
        ("de", "minus 20 degrees", "minus 20 Grad", "20 Grad"),
        ("es", "minus 20 degrees", "20 grados bajo cero", "20 grados"),
        (
            "fr",
            "Do not wait longer than an hour.",
            "N’attendez pas plus d’une heure.",
            "Attendez plus de deux jours.",
        ),
        (
            "it",
            "5 years, whichever comes first",
            "5 anni, a seconda di quale venga prima",
            "6 anni, a seconda di quale",
        ),
        ("es", "at −18 °C", "a 18 °C bajo cero", "a 18 °C"),
        ("ar", "from −18 °C", "من \u200e-18 درجة مئوية", "من 18 درجة مئوية"),
        ("ja", "at 2 L/min", "２Ｌ／分で", "２ｍＬ／分で"),
        # Bounds of several numbers, and of what is told as “just under”.
        (
            "de",
            "not exceed 6 mg and 2 mg",
            "6 mg und 2 mg nicht überschreiten",
            "2 mg und 6 mg nicht überschreiten",
        ),
        ("de", "in just under two hours", "in knapp zwei Stunden", "in gut zwei Stunden"),
        ("es", "Keep it at 5 °C or colder.", "Consérvelo a 5 °C o menos.", "Consérvelo a 6 °C o menos."),
        ("it", "It takes less than an hour.", "Richiede meno di un'ora.", "Richiede più di un'ora."),
        # How much more, and how much less.
        ("es", "4% fewer patients came.", "Vino un 4 % menos de pacientes.", "Vino un 4 % más de pacientes."),
        ("de", "It is 20% lighter.", "Es ist 20 % leichter.", "Es ist 20 % schwerer."),
        ("ar", "It is 20% lighter.", "وهو أخف بنسبة 20%.", "وهو أثقل بنسبة 20%."),
        ("fr", "It is 20% lighter.", "Il est 20 % plus léger.", "Il est 20 % moins léger."),
        # Halves, dozens, and numbers that are hardly told as such.
        ("de", "half a kilo", "ein halbes Kilo", "ein ganzes Kilo und ein drittel Kilo"),
        ("de", "after four and a half years", "nach viereinhalb Jahren", "nach fünfeinhalb Jahren"),
        ("de", "He is 78 years old.", "Er ist achtundsiebzigjährig.", "Er ist neunundsiebzigjährig."),
        ("fr", "a dozen people", "une douzaine de personnes", "une vingtaine de personnes"),
        ("de", "It doubled.", "Es hat sich verdoppelt.", "Es hat sich verdreifacht."),
        ("de", "reviewed every quarter", "vierteljährlich geprüft", "halbjährlich geprüft"),
        ("ar", "once a month", "مرة واحدة في الشهر", "مرة واحدة في السنة"),
        # An ordinal and a number, the ends of a range, months that are none.
        ("ja", "Nine left before the second visit.", "9名が2回目の来院前に", "2名が9回目の来院前に"),
        ("zh_Hans", "It rose from −2.8 to −2.3.", "从-2.8升至-2.3。", "从-2.3升至-2.8。"),
        ("zh_Hans", "In September it did its 40th.", "9月完成了第40例。", "40月完成了第9例。"),
        ("ja", "For the first month", "最初の1か月は", "最初の1年は"),
        ("ja", "Twice in the first month", "最初の1か月に2回", "最初の1週間に2回"),
        ("zh_Hans", "At a quarter to nine", "八点四十五分", "八点三十五分"),
        ("zh_Hans", "At twenty to eight", "七点四十", "七点二十"),
        ("zh_Hans", "At half past seven", "七点半", "八点半"),
        ("ja", "Almost double", "ほぼ2倍", "ほぼ1倍"),
    ],
)
def test_what_each_language_says_in_its_own_way_is_read(tag: str, source: str, good: str, bad: str) -> None:
    assert not found(source, good, tag)
    assert found(source, bad, tag)


@pytest.mark.parametrize(
    ("tag", "source", "by", "to"),
    [
        (
            "de",
            "Reduce the dose by a quarter.",
            "Verringern Sie die Dosis um ein Viertel.",
            "Verringern Sie die Dosis auf ein Viertel.",
        ),
        ("es", "Weight fell by 8 kg.", "El peso bajó en 8 kg.", "El peso bajó a 8 kg."),
        ("fr", "The risk fell by 20%.", "Le risque a baissé de 20 %.", "Le risque a baissé à 20 %."),
        ("it", "The risk fell by 20%.", "Il rischio è sceso del 20%.", "Il rischio è sceso al 20%."),
        ("pt_BR", "Pressure rose by 5 mmHg.", "A pressão subiu em 5 mmHg.", "A pressão subiu para 5 mmHg."),
    ],
)
def test_by_how_much_is_not_to_how_much(tag: str, source: str, by: str, to: str) -> None:
    assert not ids(source, by, tag)
    assert "quantity.comparator" in ids(source, to, tag)
    assert "quantity.comparator" in ids(source.replace(" by ", " to "), by, tag)
    assert not ids(source.replace(" by ", " to "), to, tag)


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("es", "Take 10 mg at bedtime.", "Tome 10 mg a la hora de acostarse."),
        ("fr", "Take 10 mg at bedtime.", "Prenez 10 mg à l’heure du coucher."),
        ("it", "Take 10 mg at bedtime.", "Assumere 10 mg all’ora di coricarsi."),
        ("pt_BR", "Take 10 mg at bedtime.", "Tome 10 mg à hora de dormir."),
        ("es", "Hourly checks are needed.", "Es necesario un control cada hora."),
        ("de", "Check it 4-hourly.", "Kontrollieren Sie es vierstündlich."),
        ("de", "Check it every hour.", "Kontrollieren Sie es stündlich."),
        ("it", "Check it 4-hourly.", "Controllarlo ogni 4 ore."),
        ("es", "Take one tablet in the morning and two at night.", "Tome uno por la mañana y dos por la noche."),
        ("es", "Take one or more 5 mg tablets.", "Tome uno o más comprimidos de 5 mg."),
        ("de", "18 months instead of nine", "18 statt neun Monate"),
        ("fr", "Take five instead of twenty.", "Prenez-en cinq au lieu de vingt."),
        ("it", "Note the date/time of sampling.", "Annotare data/ora del prelievo."),
        ("es", "It was taken on 2026-11-22.", "Se tomó el 22/11/2026."),
        ("fr", "Expires on 5 June 2026", "Expire le 05/06/2026"),
        ("de", "It fell from 12.4% to 9.1% between 2013 and 2016.", "Zwischen 2013 und 2016 sank es von 12,4 % auf 9,1 %."),
        ("de", "greater than or equal to 4", "größer gleich 4"),
        ("es", "values greater than or equal to 4", "valores iguales o mayores que 4"),
        ("fr", "The 71st patient", "Le soixante et onzième patient"),
        ("it", "The 33rd session", "La trentatreesima seduta"),
        ("pt_BR", "The eleventh session", "A décima primeira sessão"),
        ("es", "The 27th session", "La vigesimoséptima sesión"),
    ],
)  # fmt: skip
def test_what_western_languages_say_otherwise_is_right(tag: str, source: str, target: str) -> None:
    assert not found(source, target, tag)


@pytest.mark.parametrize(
    ("tag", "source", "target", "name"),
    [
        ("es", "The 27th session", "La vigesimosexta sesión", "value"),
        ("fr", "The eleventh is free.", "Le douzième est gratuit.", "value"),
        ("it", "The 33rd session", "La trentaduesima seduta", "value"),
        ("fr", "Expires on 5 June 2026", "Expire le 06/05/2026", "unit"),
        ("de", "Check it 4-hourly.", "Kontrollieren Sie es dreistündlich.", "missing"),
        ("it", "Give 10 mL per hour.", "Somministrare 10 ml al giorno.", "rate"),
        ("de", "twice as common (34 of 152) as here (17 of 152)", "doppelt so häufig (17 von 152) wie hier (34 von 152)", "order"),
        ("it", "fewer than one in ten had one", "più di uno su dieci ne aveva una", "comparator"),
    ],
)  # fmt: skip
def test_what_western_languages_say_wrong_is_found(tag: str, source: str, target: str, name: str) -> None:
    assert f"quantity.{name}" in found(source, target, tag)


@pytest.mark.parametrize(
    ("tag", "source", "good", "bad"),
    [
        ("zh_Hans", "Over 1.7 million people have it.", "超过 170 万人患有此病。", "超过 170 亿人患有此病。"),
        ("zh_Hans", "We recalled 4,500 units.", "我们召回了 4,500 台设备。", "我们召回了 5,400 台设备。"),
        ("ja", "Take it once every 6 weeks.", "6週間に1回服用します。", "6週間に2回服用します。"),
        ("ja", "Train three times a week.", "1週間に3回運動します。", "1週間に2回運動します。"),
        ("ar", "Weigh it for one week.", "زِنه لمدة أسبوع واحد.", "زِنه لمدة شهر واحد."),
        ("ar", "A scan gives 2 mSv.", "يعطي الفحص 2 ملي سيفرت.", "يعطي الفحص 2 ميكرو سيفرت."),
        ("ar", "The lamp gives 10,000 lux.", "يعطي المصباح 10,000 لوكس.", "يعطي المصباح 1,000 لوكس."),
    ],
)
def test_scales_intervals_and_units_are_read_as_they_are_written(
    tag: str, source: str, good: str, bad: str
) -> None:
    assert not found(source, good, tag)
    assert found(source, bad, tag)

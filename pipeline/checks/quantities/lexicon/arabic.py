"""What the Arabic lexicon is made of: duals, parts of a whole, nouns that only look like duals."""

_TWO = ("ان", "ين")
"""Endings of a dual."""


def _two(*phrases: str) -> str:
    """Return the duals of nouns, and of the adjectives behind them: درجتان مئويتان."""
    return "|".join(
        " ".join(word.replace("ة", "ت") + end for word in phrase.split())
        for phrase in phrases
        for end in _TWO
    )


DUALS = {
    "s": _two("ثانية"),
    "min": _two("دقيقة"),
    "h": _two("ساعة"),
    "day": _two("يوم"),
    "week": _two("أسبوع"),
    "month": _two("شهر"),
    "year": _two("سنة", "عام"),
    "times": _two("مرة", "ضعف") + "|ضعفي",
    "night": _two("ليلة"),
    "decade": _two("عقد"),
    "century": _two("قرن"),
    "°C": _two("درجة مئوية"),
    "°/°C/°F": _two("درجة"),
    "pp": _two("نقطة مئوية"),
    "IU": _two("وحدة دولية"),
    "IU/U": _two("وحدة"),
    "m": _two("متر"),
    "cm": _two("سنتيمتر"),
    "mm": _two("مليمتر", "ملليمتر", "ميليمتر"),
    "km": _two("كيلومتر"),
    "in": _two("بوصة"),
    "mL": _two("مليلتر", "ملليلتر", "ميليلتر"),
    "dL": _two("ديسيلتر"),
    "L": _two("لتر", "ليتر"),
    "g": _two("غرام", "جرام"),
    "kg": _two("كيلوغرام", "كيلوجرام"),
    "mg": _two("مليغرام", "ملليغرام", "ميليغرام", "مليجرام", "ملليجرام"),
    "µg": _two("ميكروغرام", "ميكروجرام"),
    "kcal": _two("سعرة حرارية"),
    "tsp": _two("ملعقة صغيرة", "ملعقة شاي"),
    "tbsp": _two("ملعقة كبيرة", "ملعقة طعام"),
    "dB": _two("ديسيبل"),
    "bar": _two("بار"),
    "kPa": _two("كيلوباسكال"),
    "mSv": _two("ملي سيفرت") + "|مليسيفرتين|ميليسيفرتين",
    "Gy": _two("غراي"),
    "V": _two("فولت"),
    "USD": _two("دولار"),
    "EUR": _two("يورو"),
}
"""Canonical units to the words that say two of them."""
PARTS = {
    3: ("ثلث", "أثلاث"),
    4: ("ربع", "أرباع"),
    5: ("خمس", "أخماس"),
    6: ("سدس", "أسداس"),
    7: ("سبع", "أسباع"),
    8: ("ثمن", "أثمان"),
    9: ("تسع", "أتساع"),
    10: ("عشر", "أعشار"),
}
"""Fractions: one, and several."""
WHOSE = ("", "ه", "ها", "هم", "هن", "هما", "نا")
"""What says of whom a part is. With an article, a fifth would be the five of الدقائق الخمس.

An eighth by itself looks like a price.
"""
NOT_DUAL = (
    "ضمان|انسان|مكان|زمان|سرطان|اسنان|لسان|امان|بيان|ميزان|ادمان|غثيان|هذيان|فقدان|ذوبان|نسيان|حرمان|جريان"
    "|غليان"
    "|دوران|طيران|شريان|حيوان|اطمئنان|اتقان|عنوان|اذان|ايمان|اكسجين|انسولين|فيتامين|كرياتينين|كافيين"
    "|هيموغلوبين"
    "|وارفارين|ميتفورمين|بنسلين|نيكوتين|بروتين|عين|يمين|حين|تدخين|تحسين|تمرين|تامين|تعيين|تخزين|تسكين|تسخين"
    "|تكوين"
    "|تمكين|تضمين|جنين|روتين|تلوين|تدوين|تخمين|تعاون|مخزون"
)
"""Nouns that end as duals do, without their article."""

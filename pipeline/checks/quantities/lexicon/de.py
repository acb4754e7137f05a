"""German."""

from fractions import Fraction

from pipeline.checks.quantities.lexicon.german import (
    ADJECTIVES,
    COMPOUNDS,
    HALVES,
    NUMBERS,
    TENS,
    compounds,
    ordinals,
    periods,
    sets,
)
from pipeline.checks.quantities.reading.words import Lexicon, inflected

_ADJECTIVES = (
    "stellig köpfig teilig seitig stufig armig polig gliedrig zeilig spaltig schichtig lagig eiig fingrig"
).split()


def _kinds(number: int) -> str:
    """Return the adjectives of what has so many parts: fünfteilig."""
    word = NUMBERS[number].split("|")[0]
    return "|".join(inflected(word + kind, "- e en er es em") for kind in _ADJECTIVES)


LEXICON = Lexicon(
    numbers={Fraction(value): words for value, words in NUMBERS.items()} | HALVES,
    perhaps={
        1: "ein|eine|einen|einem|einer|eines|eins|einzige|einziger|einziges|einzigen|einzeln|einzelne"
        "|einzelnen",
        2: f"{sets(2)}|beide|beiden|beider|beides|doppelt|doppelte|doppelten|doppelter|paar|verdoppelt"
        "|verdoppeln|verdoppelte|verdoppelten|doppelter|doppeltem|zweifach"
        "|zweien|zweier|beidseitig|beidseitige|beidseitigen|beidseitiger|beidseitiges|beidseits|beidhändig"
        f"|beidäugig|{_kinds(2)}",
        4: f"{_kinds(4)}|vervierfacht|vervierfachte|{sets(4)}",
        3: f"{_kinds(3)}|{sets(3)}|dreier|dreien|verdreifacht|verdreifachen|verdreifachte|verdreifachten",
        0: "null",
        12: f"{sets(12)}|dutzend|dutzende|zwölfstellig|zwölfstellige|zwölfstelligen|zwölfstelliger"
        "|zwölfköpfige|zwölfköpfigen|zwölfteilige|zwölfteiligen|zwölfseitige|zwölfseitigen",
        100: "hunderte|hunderten",
        1000: "tausende|tausenden",
        Fraction(1, 3): "gedrittelt|gedrittelte|gedrittelten",
        Fraction(1, 4): "geviertelt|geviertelte|geviertelten",
        250_000: "viertelmillion|eine viertelmillion|einer viertelmillion",
        Fraction(1, 2): "um die hälfte|halb|halbe|halben|halber|halbes|hälfte|halbiert",
        **{
            number: _kinds(number) + f"|{sets(number)}"
            for number in (5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 20, 24)
        },
        Fraction(3, 2): "eineinhalb|anderthalb|einundeinhalb",
    },
    ordinals={
        number: "|".join(stem + ending for ending in ("e", "en", "er", "es", "em", "ens"))
        for number, stem in (*ordinals(), (100, "hundertst"), (1000, "tausendst"))
    },
    scales={
        10**3: "tsd|tsd.",
        10**6: "million|millionen|mio|mio.",
        10**9: "milliarde|milliarden|mrd|mrd.",
        10**12: "billion|billionen",
    },
    parts={
        3: "drittel|dritteln",
        4: "viertel|vierteln",
        5: "fünftel|fünfteln",
        6: "sechstel|sechsteln",
        7: "siebtel|siebteln",
        8: "achtel|achteln",
        9: "neuntel|neunteln",
        10: "zehntel|zehnteln",
        20: "zwanzigstel|zwanzigsteln",
        100: "hundertstel|hundertsteln",
        1000: "tausendstel|tausendsteln",
    },
    counts=compounds(),
    units={
        "Nm": "n·m|n⋅m|newtonmeter|newtonmetern",
        "tsp": "teelöffel|teelöffeln|tl",
        "tbsp": "esslöffel|esslöffeln|el",
        "night/=": "nacht|nächte|nächten",
        "mEq": "mval|mäq|milliäquivalent|milliäquivalente",
        "rpm": "u/min|umdrehungen pro minute|upm|umdrehungen/min",
        "s": "sekunde|sekunden|sek",
        "min": "minute|minuten",
        "h": "stunde|stunden|std|std.",
        "day": f"tag|tage|tagen|tages|tags|{periods('tag', 'tages', 'tags', 'tage', 'tagen')}",
        "week": f"woche|wochen|ssw|{periods('woche', 'wochen')}",
        "month": f"monat|monate|monaten|monats|{periods('monat', 'monats', 'monate', 'monaten')}",
        "year": f"jahr|jahre|jahren|jahres|j|{periods('jahr', 'jahres', 'jahre', 'jahren')}",
        "decade": "jahrzehnts|jahrzehnt|jahrzehnte|jahrzehnten",
        "century": "jahrhunderts|jahrhundert|jahrhunderte|jahrhunderten",
        "times": "mal|male|-mal|x|×",
        "t": "tonne|tonnen",
        "T": "tesla",
        "%": "prozent|vom hundert|v. h.|prozentig|prozentige|prozentigen|prozentiger|prozentiges",
        "pp": "prozentpunkt|prozentpunkte|prozentpunkten",
        "mg": "milligramm",
        "g": "gramm",
        "kg": "kilogramm|kilo",
        "µg": "mikrogramm",
        "L": "liter|litern",
        "mL": "milliliter|millilitern",
        "dL": "deziliter",
        "m": "meter|metern",
        "cm": "zentimeter|zentimetern",
        "mm": "millimeter|millimetern",
        "km": "kilometer|kilometern",
        "ft": "fuß",
        "in": "zoll",
        "atm": "atmosphäre|atmosphären",
        "ATA": "absolute atmosphären|atmosphären absolut|atm abs|bar absolut|absoluten atmosphären"
        "|atmosphären absolutdruck",
        "kPa": "kilopascal",
        "mmHg": "mm hg|millimeter quecksilbersäule",
        "°C": "grad celsius|grad c",
        "°F": "grad fahrenheit|grad f",
        "°/°C/°F": "grad",
        "IU": "internationale einheiten|internationalen einheiten|i.e.|i. e.|ie",
        "IU/U": "einheit|einheiten|e|u",
        "kcal": "kilokalorie|kilokalorien|kalorien",
        "bpm": "schläge/min|schläge/minute|herzschläge pro minute|schläge pro minute",
        "py": "personenjahre|personenjahren|patientenjahre|patientenjahren",
        "dB": "dezibel",
        "USD": "dollar|us-dollar",
        "EUR": "euro",
        "JPY": "yen",
        "CNY": "yuan",
        "GBP": "pfund sterling",
        "GBP/lb": "pfund",
        "ppm": "teile pro million",
    },
    comparators={
        "±": "plus/minus|plus oder minus|plusminus|plus minus",
        "> >= =": "gut",
        ">= =": "untergrenze von|einer untergrenze von|schwelle von|einer schwelle von|frühestens"
        "|frühestens nach|ab",
        ">": "größer|schneller als|stärker als|heißer als|wärmer als|häufiger als|öfter als|mehr als"
        "|größer als"
        "|heller als|lauter als|steiler als|härter als|teurer als|dichter als|höher als|länger als|älter als"
        "|jenseits von|schwerer als|dicker als|breiter als|tiefer als|weiter als|später als"
        "|oberhalb von|über den|mehr als die",
        "> =": "über|über dem|nach dem",
        "<": "kleiner|langsamer als|schwächer als|kühler als|kälter als|seltener als|weniger als|kleiner als"
        "|niedriger als|kürzer als|jünger als|unterhalb von|geringer als"
        "|dunkler als|leiser als|flacher als|weicher als|billiger als|günstiger als|feiner als|milder als"
        "|leichter als|dünner als|schmaler als|früher als|näher als",
        "< =": "unter|unter dem",
        ">=": "mindestens|wenigstens|nicht weniger als|ein minimum von|minimal"
        "|größer oder gleich"
        "|größer gleich|größer als oder gleich|gleich oder größer"
        "|nicht unter|zumindest|nicht jünger als|nicht kürzer als|nicht kleiner als|nicht leichter als"
        "|nicht niedriger als|nicht geringer als|nicht langsamer als|nicht näher als|nicht dünner als",
        "<= =": "gedeckelt auf|obergrenze von|höchstgrenze von|einer obergrenze von|einer höchstgrenze von"
        "|bis|bis zum|begrenzt auf|beschränkt auf|spätestens|spätestens nach|max.|max|maximal",
        "<=": "nicht schneller als|nicht höher als|nicht älter als"
        "|nicht schwerer als|nicht tiefer als"
        "|nicht größer als|nicht breiter als|nicht häufiger als|nicht öfter als|nicht später als|höchstens"
        "|bis zu|nicht mehr als|ein maximum von|kleiner oder gleich|kleiner gleich"
        "|kleiner als oder gleich|gleich oder kleiner|nicht über"
        "|allenfalls|allerhöchstens|längstens|bis maximal|nicht länger als|bis höchstens",
        "< <= =": "knapp|vor dem|vor dem alter von|innerhalb von|binnen|innerhalb der ersten",
    },
    verbs={
        ">": "|".join(
            (
                inflected("überschr", "eite eiten eitet itt itten ite iten eitend"),
                inflected("überst", "eige eigen eigt ieg iegen"),
            )
        ),
        "<": inflected("unterschr", "eite eiten eitet itt itten"),
    },
    after={
        ">= >": "oder wärmer|oder größer|oder schwerer|oder dicker|oder breiter|oder sogar länger"
        "|oder sogar mehr|oder gar mehr|oder noch länger|oder noch mehr|oder mehr"
        "|und mehr|oder älter|und älter|oder länger|oder höher|oder darüber"
        "|und darüber|aufwärts|und länger|oder neuer|oder später",
        "<= <": "oder kälter|oder kühler|oder kleiner|oder leichter|oder tiefer|oder niedriger|oder weniger"
        "|und weniger|oder jünger|und jünger|oder kürzer|oder darunter|und darunter|nicht überschreiten"
        "|nicht übersteigen|nicht überschreitet",
        ">=": "mindestens|wenigstens|minimal",
        "<=": "höchstens|maximal|längstens|allenfalls",
    },
    bounds={
        ">": "mehrere|mehreren|mehrerer",
        ">=": inflected("minimal", "- e en er es em") + "|mindestabstand|mindestalter|mindestdosis|minimum",
        "<=": inflected("maximal", "- e en er es em") + "|höchstdosis|höchstalter|höchstens|maximum|grenze"
        "|obergrenze",
    },
    estimates="schätzung|schätzungen|schätzt|geschätzt|vermutlich|voraussichtlich",
    cases="n",
    compound={
        "h": "stunden|stündig",
        "day": "tage|tages|tage|tägig",
        "week": "wochen|wöchig",
        "month": "monats|monate|monatig",
        "year": "jahres|jahre|jährig",
        "min": "minuten|minütig",
        "s": "sekunden",
    },
    about="annähernden|ungefähre|ungefähren|ungefährer|ungefähres|gegen|um etwa|geschätzt|geschätzte"
    "|geschätzten|geschätzter|nahe|um rund|um circa|um ca."
    "|nah an|etwa|rund|ungefähr|circa|ca|ca.|annähernd|fast|nahezu|schätzungsweise|um die"
    "|zirka|beinahe|in etwa",
    about_after="etwa|ungefähr",
    to="auf|bis|bis zu",
    between="zwischen",
    and_half="und eine halbe",
    past={
        -30: "halb",
        15: "viertel nach",
        -15: "viertel vor",
        20: "zwanzig nach",
        10: "zehn nach",
        5: "fünf nach",
        -10: "zehn vor",
        -5: "fünf vor",
        -20: "zwanzig vor",
    },
    intervals={
        (3, "month"): "|".join(
            f"{stem}lich{end}"
            for stem in ("vierteljähr", "dreimonat", "quartalsweise")
            for end in ("", "e", "en", "er", "es")
        )
        + "|quartalsweise|jedes quartal|pro quartal|jedes vierteljahr",
        (6, "month"): "|".join(
            f"{stem}{end}"
            for stem in ("halbjährlich", "sechsmonatlich")
            for end in ("", "e", "en", "er", "es")
        )
        + "|jedes halbjahr|pro halbjahr",
        (2, "week"): "|".join(
            f"{stem}wöchentlich{end}" for stem in ("zwei", "14-tägig", "2-") for end in ("", "e", "en", "er")
        )
        + "|vierzehntäglich|14-täglich|vierzehntägig",
        (2, "month"): inflected("zweimonatlich", "- e en er es em"),
        **{
            (number, unit): inflected(NUMBERS[number].split("|")[0] + ending, "- e en er es em")
            for unit, ending in (("h", "stündlich"), ("week", "wöchentlich"))
            for number in (*range(2, 13), 24)
            if (number, unit) != (2, "week")
        },
        (2, "year"): "zweijährlich|zweijährliche|zweijährlichen",
    },
    conjunctions="statt|anstatt|anstelle von|und|oder|bzw|bzw.|beziehungsweise|gegenüber|sowie",
    fillers="die|der|den|das|dem|des|von|weitere|weiteren|zusätzliche|zusätzlichen|aufeinanderfolgende"
    "|aufeinanderfolgenden|alten|insgesamt|diese|diesen|jeweils|alt|an|zu|je|im",
    per="pro|je|/|in der|im",
    weak_per="am|jeden|jede|jedes|jedem|jeder",
    every="alle|jede|jeden|einmal alle|in abständen von|im abstand von",
    alternate={
        "day": "jeden zweiten tag|jeden 2. tag|an jedem zweiten tag|jede zweite nacht|jeden zweiten abend"
        "|jeden zweiten morgen",
        "week": "jede zweite woche|in jeder zweiten woche",
        "month": "jeden zweiten monat|in jedem zweiten monat|jeden 2. monat",
        "year": "jedes zweite jahr|in jedem zweiten jahr|jedes 2. jahr",
        "h": "jede zweite stunde|in jeder zweiten stunde",
    },
    every_after="abständen|intervallen",
    every_units={
        "h": inflected("-stündlich", "- e en er es em"),
        "week": inflected("-wöchentlich", "- e en er es em"),
        "month": inflected("-monatlich", "- e en er es em"),
        "day": inflected("-täglich", "- e en er es em"),
    },
    rates={
        "decade": "mit jedem lebensjahrzehnt|pro lebensjahrzehnt|mit jedem jahrzehnt",
        "day": "jeden morgen|jeden abend|pro nacht|jede nacht|pro tag|jeden tag|je tag|täglich|tgl|tgl.",
        "week": "pro woche|jede woche|je woche|wöchentlich",
        "month": "pro monat|jeden monat|je monat|monatlich",
        "year": "pro jahr|jedes jahr|je jahr|jährlich",
        "h": "pro stunde|jede stunde|je stunde|stündlich",
        "min": "pro minute|jede minute|je minute",
        "s": "pro sekunde|jede sekunde|je sekunde|in der sekunde",
    },
    soft_rates={
        "day": "tagesdosis|tagesdosen|tagesgesamtdosis|tageshöchstdosis|tagesmenge|tageshöchstmenge"
        "|tagesgesamtmenge|tagesbedarf|tageszufuhr|allabendlich|allmorgendlich|tägliche|täglichen"
        "|täglicher|tägliches|täglichem|am tag",
        "week": "wochendosis|die woche|wöchentliche|wöchentlichen|wöchentlicher|wöchentliches"
        "|wöchentlichem|in der woche",
        "month": "monatsbeitrag|monatsgebühr|monatliche|monatlichen|monatlicher|monatliches|monatlichem"
        "|im monat",
        "year": "jahresbeitrag|jahresgebühr|jahresdosis|annualisierte|annualisierten|annualisierter"
        "|jährliche|jährlichen|jährlicher|jährliches|jährlichem|im jahr",
        "h": "stündliche|stündlichen|stündlicher|stündliches|stündlichem|in der stunde",
        "min": "in der minute",
    },
    of="von|aus|der|von den",
    forenoon="uhr morgens|uhr früh|uhr vormittags",
    afternoon="uhr nachmittags|uhr abends|uhr mittags",
    o_clock="uhr",
    aged="alter",
    negations="keinesfalls|keineswegs|auf keinen fall|in keinem fall|unter keinen umständen|zu keiner zeit"
    "|weder|nicht|nie|niemals|kein|keine|keinen|keiner|ohne|vermeiden",
    below_zero="unter null|minus",
    plain="datum/uhrzeit|einander|zum einen|erst|zuerst|ein wenig|ein bisschen|ein paar|außer acht"
    "|in acht|einer der|eines der|eine der|einmal|im jahr 1"
    "|über die|unter der|über das|unter die|zu zweit|ab dem|ab der|ein gut|gut verträglich",
    ordinal_after=".|te|ten|ter|tes",
    decades={
        value: "|".join(
            f"{word}{end}"
            for word in words.split("|")
            for end in ("er", "er jahre", "er-jahre", "er jahren", "erjahre", "erjahren")
        )
        for value, words in TENS.items()
    },
    decade_after="er",
    stems={
        unit: f"{stem}|{COMPOUNDS[unit]}" if unit in COMPOUNDS else stem
        for unit, stem in ADJECTIVES.items()
        if unit != "decade"
    },
    spaced_groups=True,
)

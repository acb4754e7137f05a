"""English."""

from fractions import Fraction

from pipeline.checks.quantities.reading.words import Lexicon

_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

_SPANS = (
    ("min", "minute"),
    ("h", "hour"),
    ("day", "day"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
)
_WHOLE = ("a full", "a whole", "an entire", "an extra", "an additional", "another", "a further")
"""What makes one of a time, though no number stands before it."""

LEXICON = Lexicon(
    numbers={
        **dict(
            enumerate(
                "two three four five six seven eight nine ten"
                " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
                start=2,
            )
        ),
        20: "twenty",
        30: "thirty",
        40: "forty|fourty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    },
    perhaps={
        1: "one|single",
        2: "in duplicate|either|neither|bilateral|bilaterally|twins|twin|both|double|doubled|doubles"
        "|doubling|twofold|two-fold|every other|pair|couple|dual|a couple of|couple of|a pair of|pair of",
        0: "zero",
        3: "in triplicate|triple|tripled|triples|tripling|threefold|three-fold|treble|trebled|trebles"
        "|trebling",
        **{
            value: f"{word}fold|{word}-fold"
            for value, word in ((6, "six"), (7, "seven"), (8, "eight"), (9, "nine"), (20, "twenty"))
        },
        4: "quadruple|quadrupled|quadruples|quadrupling|fourfold|four-fold",
        5: "fivefold|five-fold|quintuple|quintupled|quintuples|quintupling",
        10: "tens|tenfold|ten-fold",
        12: "dozen|a dozen",
        6: "half a dozen|half-dozen|half-a-dozen|a half-dozen",
        Fraction(1, 2): "half|halve|halves|halved|halving",
        Fraction(1, 4): "a quarter",
        Fraction(3, 2): "one and a half|one-and-a-half",
        100: "hundred|hundreds|hundredfold|hundred-fold",
        1000: "thousand|thousands|thousandfold|thousand-fold",
        10**6: "millions",
    },
    ordinals={
        **dict(enumerate(_ORDINALS, start=1)),
        **{30: "thirtieth", 40: "fortieth", 50: "fiftieth", 60: "sixtieth", 70: "seventieth"},
        **{80: "eightieth", 90: "ninetieth", 100: "hundredth"},
        1000: "thousandth",
    },
    scales={
        100: "hundred",
        1000: "thousand",
        10**5: "lakh|lakhs",
        10**6: "million|mn",
        10**7: "crore|crores",
        10**9: "billion|bn",
        10**12: "trillion",
    },
    parts={
        3: "thirds",
        4: "quarters|fourths|quarter",
        5: "fifths",
        6: "sixths",
        7: "sevenths",
        8: "eighths",
        9: "ninths",
        10: "tenths",
        12: "twelfths",
        20: "twentieths",
        100: "hundredths",
        1000: "thousandths",
    },
    counts={
        (Fraction(5, 4), "h"): "an hour and a quarter",
        (Fraction(5, 4), "year"): "a year and a quarter",
        (Fraction(7, 4), "h"): "an hour and three quarters",
        **{
            (Fraction(1, 2), unit): f"half a {name}|a half {name}|half-a-{name}"
            for unit, name in (*_SPANS[::4], ("week", "week"), ("century", "century"))
        },
        (
            Fraction(1, 4),
            "century",
        ): "a quarter of a century|quarter of a century|quarter-century|quarter century",
        (Fraction(1, 2), "decade"): "half a decade",
        (Fraction(1, 2), "h"): "half an hour|half-hour|half hour|a half hour",
        (Fraction(1, 4), "h"): "a quarter of an hour|quarter of an hour",
        (Fraction(3, 4), "h"): "three quarters of an hour",
        (Fraction(1, 2), "day"): "half a day|half-day",
        (Fraction(1, 2), "year"): "half a year|half-year|half year",
        (0, "clock"): "midnight",
        (720, "clock"): "noon|midday",
        **{
            (value, "year"): f"{stem}arian|{stem}arians"
            for value, stem in (
                *((50, "quinquagen"), (60, "sexagen"), (70, "septuagen"), (80, "octogen"), (90, "nonagen")),
                (100, "centen"),
            )
        },
        (1, "times"): "once",
        **{(1, unit): "|".join(f"{word} {name}" for word in _WHOLE) for unit, name in _SPANS},
        **{
            (Fraction(3, 2), unit): f"{'an' if unit == 'h' else 'a'} {name} and a half"
            for unit, name in _SPANS
        },
        **dict(
            zip(
                ((age, "year") for age in range(2, 10)),
                "twos threes fours fives sixes sevens eights nines".split(),
                strict=True,
            )
        ),
        (2, "times"): "twice",
        (3, "times"): "thrice",
        (2, "week"): "fortnight|a week or two",
        (2, "day"): "a day or two",
        (2, "month"): "a month or two",
        (2, "year"): "a year or two",
        (2, "h"): "an hour or two",
        (2, "min"): "a minute or two",
        (2, "s"): "a second or two",
        (Fraction(1, 2), "s"): "half a second",
    },
    units={
        "Nm": "n·m|n⋅m|newton metres|newton metre|newton-metres|newton meters|newton-meters",
        "night/=": "night|nights",
        "rpm": "rpm|revolutions per minute|r/min|rev/min",
        "s": "seconds|secs|second",
        "min": "minute|minutes|mins",
        "h": "hour|hours|hr|hrs",
        "day": "day|days|workday|workdays|weekday|weekdays|calendar day|calendar days|working day"
        "|working days|business day|business days",
        "day/=": "evenings|mornings|afternoons",
        "week": "week|weeks|wk|wks",
        "month": "month|months|mo|mos|calendar month|calendar months",
        "year": "quality-adjusted life year|quality-adjusted life years|life year|life years|life-year"
        "|life-years|calendar year|calendar years|financial year|fiscal year|school year|policy year"
        "|year|years|yr|yrs|years of age|year of age|years old|year old|years-old|year-old|-year-old",
        "decade": "decade|decades",
        "century": "century|centuries",
        "times": "times|time|fold|-fold|x|×",
        "t": "tonne|tonnes|metric tons|tons",
        "T": "tesla|teslas",
        "Gy": "gray|grays",
        "Sv": "sievert|sieverts",
        "%": "percent|per cent|pct",
        "pp": "percentage point|percentage points|percent points|pp|percentage-point",
        "mg": "milligram|milligrams|milligramme|milligrammes",
        "g": "gram|grams|gramme|grammes|gm",
        "kg": "kilogram|kilograms|kilo|kilos|kgs",
        "µg": "microgram|micrograms|mcgs",
        "L": "litre|litres|liter|liters",
        "mL": "millilitre|millilitres|milliliter|milliliters",
        "dL": "decilitre|decilitres|deciliter|deciliters",
        **{
            f"{unit}{power}": "|".join(f"{word} {stem}metre{end}" for end in ("", "s"))
            for power, word in (("²", "square"), ("³", "cubic"))
            for unit, stem in (("m", ""), ("cm", "centi"), ("mm", "milli"), ("km", "kilo"))
        },
        "m": "metre|metres|meter|meters",
        "cm": "centimetre|centimetres|centimeter|centimeters",
        "mm": "millimetre|millimetres|millimeter|millimeters",
        "km": "kms|kilometre|kilometres|kilometer|kilometers",
        "ft": "foot|feet",
        "in": "inch|inches",
        "lb": "pound of weight|lbs|pounds of weight",
        "atm": "atmosphere|atmospheres|standard atmospheres",
        "ATA": "atmospheres absolute|atmosphere absolute|absolute atmospheres|atm abs|atm absolute"
        "|bar absolute",
        "bar": "bars",
        "kPa": "kilopascal|kilopascals",
        "mmHg": "mm hg|millimetres of mercury|millimeters of mercury",
        "°C": "degrees celsius|degree celsius|degrees centigrade|celsius|degrees c",
        "°F": "degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f",
        "°/°C/°F": "degree|degrees",
        "IU": "international units|international unit|i.u.",
        "IU/U": "unit|units|u",
        "kcal": "kilocalorie|kilocalories|calories|calorie",
        "bpm": "beats/min|heartbeats per minute|beats per minute",
        "py": "person-years|patient-years|person years|patient years|person-year|patient-year",
        "dB": "decibel|decibels",
        "USD": "dollar|dollars|us dollars|u.s. dollars|us$",
        "EUR": "euro|euros",
        "BRL": "reais|brazilian reais",
        "JPY": "yen",
        "CNY": "yuan|renminbi",
        "INR": "rupee|rupees",
        "GBP": "pounds sterling",
        "‰": "parts per thousand|per mille",
        "ppm": "parts per million|part per million",
        "ppb": "parts per billion|part per billion",
    },
    comparators={
        "± =": "plus or minus|plus/minus|plus-minus|plus minus",
        "> >= =": "little more than|little over|little above|not much more than|not much over|just above"
        "|a little over|slightly over|slightly more than|a little more than|a bit over|a bit more than",
        ">": "faster than|hotter than|warmer than|more often than|above|more than|greater than"
        "|higher than|in excess of|longer than|older than|larger than|upwards of|better than|heavier than"
        "|wider than|thicker than|deeper than|taller than|bigger than|later than|farther than|further than"
        "|stronger than|brighter than|louder than|steeper than|harder than|denser than|dearer than"
        "|more expensive than|coarser than|fatter than|tighter than",
        "> =": "after age|over-|over|over a|beyond|beyond the age of|after the age of|past the age of",
        "<": "short of|shy of|slower than|cooler than|colder than|less often than|less than|fewer than"
        "|lower than|shorter than|younger than|smaller than|not even|lighter than|narrower than"
        "|thinner than|earlier than|sooner than|weaker than|dimmer than|quieter than"
        "|softer than|cheaper than|less expensive than|finer than|looser than|shallower than|milder than",
        "< =": "under-|under|below|short of|shy of",
        ">=": "nor less than|nor below|nor lower than|nor fewer than|no colder than|no cooler than"
        "|no slower than|no lower than|no younger than|no shorter than|no smaller than|no closer than"
        "|no nearer than|no sooner than|no lighter than|at the very least|at least|no less than"
        "|not less than|no fewer than|not fewer than|a minimum of|minimum of"
        "|greater than or equal to|more than or equal to",
        "< <= =": "barely|scarcely|before the age of|before age|before their|before",
        "<=": "nor more than|nor above|nor higher than|nor longer than|no faster than|no higher than"
        "|no more quickly than|no older than|no heavier than"
        "|no larger than|no bigger than|no deeper than|no wider than|no greater than|no farther than"
        "|no further than|no thicker than|no hotter than|no warmer than|not more often than|at the very most"
        "|at most|up to|no more than|not more than|a maximum of|maximum of|not exceeding|not exceed"
        "|not to exceed|less than or equal to|must not exceed|no longer than|not longer than",
        "= < <=": "short of the|short of|shy of|just shy of|just under|slightly under|slightly less than"
        "|a little less than|a little under|little less than|little under|just below|not much less than"
        "|not quite|within",
        "= < <= > >=": "hardly more than|barely more than|scarcely more than|hardly over|barely over"
        "|barely above|hardly above|scarcely above|scarcely over",
        "<= =": "a ceiling of|ceiling of|a cap of|cap of|capped at|a limit of|limit of|an upper limit of"
        "|upper limit of|topping out at|just|merely|a mere|only|no more and no less than|limited to"
        "|no later than|not later than|at the latest|as high as|as long as|until"
        "|maximum|max.|max|as much as|as many as",
        ">= =": "a floor of|floor of|a lower limit of|lower limit of|a threshold of|threshold of|down to|wait"
        "|waits|waiting|waited|wait for|wait another|as early as|as soon as|as young as|from"
        "|starting at|starting from|beginning at|no earlier than|not earlier than"
        "|not before|as low as|as little as|as few as|minimum",
    },
    verbs={
        ">": "exceeds|exceeding|exceed|exceeded|surpass|surpasses|surpassed|surpassing",
        "> =": "pass|passes|passing|top|tops|topped|topping|overtake|overtakes|overtook",
        "< <= =": "falls short of|fall short of|fell short of|fallen short of|falling short of",
        "<": "falls below|fall below|fell below"
        "|dips below|dip below|dipped below|drops below|drop below|dropped below|sinks below|sink below"
        "|sank below",
    },
    after={
        "> >= =": "or warmer|or hotter|or larger|or bigger|or heavier|or wider|or thicker|or taller|higher"
        "|longer|older|larger|heavier|taller|thicker|wider|deeper|warmer|hotter",
        "< <= =": "or colder|or cooler|or smaller|or lighter|or narrower|or thinner|or slower|lower|shorter"
        "|younger|smaller|lighter|thinner|narrower|cooler|colder",
        ">= >": "or more|or older|or above|or over|or greater|or longer|or higher|and over|and older"
        "|and above|and up|and more|plus|or later|or newer|or greater|and later",
        "<= <": "at the very most|at the most|at the outside|or less|or fewer|or younger|or below|or under"
        "|or lower|and under|and below|or shorter|at most",
        ">=": "at least|at the very least|at the least|minimum",
    },
    bounds={">=": "minimum|minimal|lowest|least", "<=": "maximum|maximal|highest|limit|limited"},
    estimates="estimate|estimates|thought to be|believed|expected|projected|predicted",
    about="approaching|approaches|approached|plus or minus|give or take|closer to|nearer|near"
    "|in the region of|of the order of|on the order of|estimated"
    "|estimated to be|an estimated|more or less|about|approximately|approx|approx.|around|roughly"
    "|nearly|almost|approximate|an approximate|an estimated|circa|ca.|close to|some|estimated at",
    about_after="-odd|odd|approximately|or so|or thereabouts",
    to="to|through|until|up to|down to",
    between="between",
    and_half="and a half|and one half|and one-half",
    past={
        15: "a quarter past|quarter past|a quarter after",
        30: "half past",
        -15: "a quarter to|quarter to",
        20: "twenty past",
        10: "ten past",
        5: "five past",
        -10: "ten to",
        -5: "five to",
        -20: "twenty to",
    },
    intervals={
        (24, "h"): "around the clock|round the clock|around-the-clock|round-the-clock",
        (
            15,
            "min",
        ): "every quarter of an hour|each quarter of an hour|every quarter hour|every quarter-hour"
        "|quarter-hourly",
        (
            3,
            "month",
        ): "per quarter|once a quarter|once per quarter|once every quarter|quarterly|every quarter"
        "|each quarter|three-monthly",
        (6, "month"): "half-yearly|six-monthly|biannually|biannual|semi-annual|semi-annually|semiannually"
        "|every half-year",
        (2, "week"): "fortnightly|biweekly|bi-weekly|every fortnight|once a fortnight|once per fortnight"
        "|once each fortnight|each fortnight|per fortnight",
        (2, "month"): "bimonthly|two-monthly|bi-monthly",
        (2, "year"): "biennial|biennially|two-yearly",
        (3, "year"): "triennial|triennially",
        (5, "year"): "five-yearly|quinquennial",
        (10, "year"): "ten-yearly",
    },
    conjunctions="instead of|rather than|and|or|versus|vs|vs.",
    fillers="the|a|an|of age|old|total of|a total of|full|these|those|its|their|further|additional|additional"
    "|consecutive|age|aged",
    per="per|for each|for every|each",
    weak_per="a|an",
    every="every|once every",
    alternate={
        "day": "every other day|every second day|alternate days|every other night|every other evening"
        "|every other morning|every second night|every second evening|alternate nights",
        "week": "every other week|every second week|alternate weeks|of every other week|of every second week|"
        + "|".join(
            f"{every} {day}{end}"
            for every, end in (("alternate", "s"), ("every other", ""), ("every second", ""))
            for day in "monday tuesday wednesday thursday friday saturday sunday".split()
        ),
        "month": "every other month|every second month|alternate months|of every other month"
        "|of every second month",
        "year": "every other year|every second year|alternate years|of every other year|of every second year",
        "h": "every other hour|every second hour",
    },
    months={
        number: f"{name}|{name}."
        for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
        if name != "may"
    }
    | {9: "sep|sep.|sept|sept."},
    labels="section|sections|sec.|subsection|subsections|chapter|chapters|version|versions|ver.|firmware"
    "|software|release|edition|build|figure|figures|fig.|figs.|table|tables|item|items|clause|clauses"
    "|paragraph"
    "|paragraphs|para.|appendix|annex|equation|equations|example|examples|box|exhibit|listing|module"
    "|recommendation|recommendations|guideline|step|steps|article|articles|page|pages|model|series|slide"
    "|question|questions|note|protocol|bluetooth|usb|iso|iec|en|din|ieee|astm|dicom|hl7|ctcae|meddra|spss"
    "|sas|stata|html|python|windows|android|macos|ios|linux|wi-fi|java|excel|word|chrome|firefox|safari"
    "|acrobat|matlab|prism|odf|pdf|gimp",
    every_after="intervals|apart",
    every_units={"h": "-hourly|hourly", "week": "-weekly", "month": "-monthly", "year": "-yearly"},
    rates={
        "day": "in every day|of every day|of each day|every morning|each morning|every evening|each evening"
        "|per night|each night|every night|every day|each day|per day|per diem",
        "week": "of every week|of each week|in every week|every week|each week|per week|/week",
        "month": "of every month|of each month|in every month|every month|each month|per month",
        "year": "per quality-adjusted life year|per life year|per life-year|of every year|of each year"
        "|in every year|every year|each year|per year|per annum",
        "h": "in every hour|of every hour|every hour|each hour|per hour",
        "min": "in every minute|of every minute|every minute|each minute|per minute",
        "s": "every second of|every second counts|every second matters|each second|per second",
    },
    soft_rates={
        "day": "nightly|daily|a night|a day|of the day|in any day|in any one day",
        "week": "weekly|a week|of the week|in any week|in any one week",
        "month": "monthly|a month|of the month|in any month|in any one month",
        "year": "annual|annually|yearly|a year|annualised|annualized|in any year|in any one year",
        "h": "an hour|in any hour|in any one hour",
        "min": "a minute|in any minute|in any one minute",
    },
    of="of|out of|in every|out of every|in|of every|from among|among",
    forenoon="am|a.m.|in the morning",
    afternoon="pm|p.m.|in the afternoon|in the evening|at night",
    o_clock="o'clock",
    aged="aged|ages|age",
    spaced_groups=True,
    ordinal_after="st|nd|rd|th",
    decades={10: "teens|teenager|teenagers|teenage|teenaged"}
    | {value: f"{word}|the {word}" for value, word in zip(range(20, 100, 10), _DECADES, strict=True)},
    decade_after="s",
    negations="and under no circumstances|but under no circumstances|under no circumstances|on no account"
    "|in no case|at no time|by no means|nobody|none|nothing|no one|hardly|not|never|no|cannot|n't|don't"
    "|must not|avoid|without|nor"
    "|doesn't|isn't",
    below_zero="minus|below zero|below freezing|below freezing point",
    plain="single digits|single-digit|single figures"
    "|one another|no one|one's|on the one hand|at one time|one of|one by one|first of all|at first|first aid"
    "|first and foremost|second opinion|at once|once more|once again|the one|this one|that one|ones"
    "|half-life",
)

"""Spanish."""

from fractions import Fraction

from pipeline.checks.quantities.lexicon.romance import greater, ordinals
from pipeline.checks.quantities.reading.words import Lexicon, inflected

_UNITS = ["dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"]

_TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()

_ORDINALS = ordinals(
    "primer segund tercer cuart quint sext séptim octav noven".split(),
    "décim vigésim trigésim cuadragésim quincuagésim sexagésim septuagésim octogésim nonagésim".split(),
    short=(1, 3),
    others={1: "primeros", 3: "terceros", 11: "undécimo|undécima", 12: "duodécimo|duodécima"},
)
_MORE, _AT_LEAST = greater(
    "mayor mayores superior superiores", equal="igual iguales", joint="o", links="a|que|de"
)
_LESS, _AT_MOST = greater(
    "menor menores inferior inferiores", equal="igual iguales", joint="o", links="a|que|de"
)
_ENDINGS = "a an ar ó aron ado ada ados adas ando aba aban ará arán aría arían arse"
"""Endings of “duplicar” and its kin."""

LEXICON = Lexicon(
    numbers={
        **{
            value + 1: f"{ten} y un|{ten} y una|{ten} y uno"
            for value, ten in zip(range(30, 100, 10), _TENS[1:], strict=True)
        },
        **dict(enumerate(_UNITS, start=2)),
        **dict(
            enumerate(
                [
                    "diez",
                    "once",
                    "doce",
                    "trece",
                    "catorce",
                    "quince",
                    "dieciséis",
                    "diecisiete",
                    "dieciocho",
                    "diecinueve",
                    "veinte",
                ],
                start=10,
            )
        ),
        21: "veintiuno|veintiún|veintiuna",
        22: "veintidós",
        23: "veintitrés",
        26: "veintiséis",
        **{20 + value: f"veinti{_UNITS[value - 2]}" for value in (4, 5, 7, 8, 9)},
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
        60: "sesenta",
        70: "setenta",
        80: "ochenta",
        90: "noventa",
        100: "cien|ciento",
        200: "doscientos|doscientas",
        300: "trescientos|trescientas",
        400: "cuatrocientos|cuatrocientas",
        500: "quinientos|quinientas",
        600: "seiscientos|seiscientas",
        700: "setecientos|setecientas",
        800: "ochocientos|ochocientas",
        900: "novecientos|novecientas",
        1000: "mil",
    },
    perhaps={
        1: "un|uno|una|único|única|sola",
        2: "ninguno de los dos|ninguna de las dos|ambos|ambas|doble|dobles|duplo|par|pareja|duplique"
        f"|dupliquen|sendos|sendas|{inflected('duplic', _ENDINGS)}|{inflected('dobl', _ENDINGS)}",
        3: f"triple|triples|triplo|triplique|tripliquen|{inflected('triplic', _ENDINGS)}",
        0: "cero",
        12: "docena|docenas",
        6: "media docena",
        Fraction(1, 2): "medio|media|mitad",
        Fraction(3, 2): "uno y medio|una y media",
        10: "decenas|decena|decena de|decenas de",
        15: "quincena de",
        20: "veintena|veintena de",
        30: "treintena|treintena de",
        40: "cuarentena de",
        50: "cincuentena|cincuentena de",
        4: f"cuádruple|cuádruples|cuadruplique|{inflected('cuadruplic', _ENDINGS)}",
        5: f"quíntuple|quíntuples|quintuplique|{inflected('quintuplic', _ENDINGS)}",
        100: "cientos|centenar|centenares|centena",
        1000: "miles|millar|millares",
        10**6: "varios millones",
    },
    ordinals=_ORDINALS,
    scales={
        10**6: "millón|millones|millón de|millones de",
        10**9: "mil millones|millardo|millardos",
        10**12: "billón|billones",
    },
    parts={
        3: "tercio|tercios|tercera parte|terceras partes",
        4: "cuartos|cuarta parte|cuartas partes",
        5: "quintos|quinta parte|quintas partes",
        6: "sextos|sexta parte|sextas partes",
        7: "séptimos|séptima parte|séptimas partes",
        9: "novenos|novena parte|novenas partes",
        12: "doceavos|doceava parte|doceavas partes",
        8: "octavos|octava parte|octavas partes",
        10: "décimos|décima parte|décimas partes",
        20: "veinteavo|veinteavos|veinteava parte|vigésima parte",
        100: "centésimo|centésimos|centésima parte|centésimas partes",
        1000: "milésimo|milésimos|milésima parte|milésimas partes",
    },
    counts={
        (Fraction(1, 4), "century"): "un cuarto de siglo|cuarto de siglo",
        (Fraction(1, 2), "h"): "media hora",
        (15, "year"): "quinceañero|quinceañera|quinceañeros|quinceañeras",
        **{
            (value, "year"): "|".join(f"{stem}ari{end}" for end in ("o", "a", "os", "as"))
            for value, stem in (
                *((50, "quincuagen"), (60, "sexagen"), (70, "septuagen"), (80, "octogen"), (90, "nonagen")),
                (100, "centen"),
            )
        },
        (Fraction(1, 4), "h"): "un cuarto de hora|cuarto de hora",
        (Fraction(3, 4), "h"): "tres cuartos de hora",
        (Fraction(1, 2), "day"): "medio día",
        (Fraction(1, 2), "year"): "medio año|semestre|semestres",
        (Fraction(3, 2), "h"): "hora y media|una hora y media",
        (Fraction(3, 2), "year"): "año y medio|un año y medio",
        (Fraction(3, 2), "month"): "mes y medio|un mes y medio",
        (Fraction(3, 2), "day"): "día y medio|un día y medio",
        (Fraction(3, 2), "week"): "semana y media|una semana y media",
        (0, "clock"): "medianoche",
        (720, "clock"): "mediodía",
        (1, "times"): "una vez",
        (2, "week"): "quincena",
    },
    units={
        "Nm": "n·m|n⋅m|newtons metro|newton metro|newton-metro|newtons-metro",
        "tsp": "cucharadita|cucharaditas",
        "tbsp": "cucharada|cucharadas",
        "night/=": "noche|noches",
        "mEq": "mEq",
        "rpm": "r/min|revoluciones por minuto|r. p. m.|r.p.m.",
        "s": "segundo|segundos|seg",
        "min": "minuto|minutos",
        "h": "hora|horas|hs",
        "day": "día|días",
        "week": "semana|semanas",
        "month": "mes|meses",
        "year": "año|años|años de edad|año de edad",
        "decade": "década|décadas|decenio|decenios",
        "century": "siglo|siglos",
        "times": "veces|vez|ocasiones|x|×",
        "t": "tonelada|toneladas",
        "T": "tesla|teslas",
        "%": "por ciento|por cien",
        "pp": "puntos porcentuales|punto porcentual|p. p.|pp",
        "mg": "miligramo|miligramos",
        "g": "gramo|gramos|gr",
        "kg": "kilo|kilos|kilogramo|kilogramos",
        "µg": "microgramo|microgramos",
        "L": "litro|litros",
        "mL": "mililitro|mililitros",
        "dL": "decilitro|decilitros",
        "m": "metro|metros",
        "cm": "centímetro|centímetros",
        "mm": "milímetro|milímetros",
        "km": "kilómetro|kilómetros",
        "ft": "pie|pies",
        "in": "pulgada|pulgadas",
        "atm": "atmósfera|atmósferas",
        "ATA": "atmósferas absolutas|atmósfera absoluta|atm abs|bar absolutos",
        "bar": "bares",
        "kPa": "kilopascal|kilopascales",
        "mmHg": "mm hg|milímetros de mercurio",
        "°C": "grados celsius|grado celsius|grados centígrados|grados c",
        "°F": "grados fahrenheit|grado fahrenheit",
        "°/°C/°F": "grado|grados",
        "IU": "unidades internacionales|unidad internacional|u. i.|u.i.",
        "IU/U": "unidad|unidades|u",
        "kcal": "kilocaloría|kilocalorías|calorías",
        "bpm": "latidos/min|lat/min|latidos por minuto|lpm",
        "py": "personas-año|pacientes-año|años-persona|años-paciente|personas año|pacientes año",
        "dB": "decibelio|decibelios|decibeles",
        "USD": "dólar|dólares|dólares estadounidenses|dólares de ee. uu.",
        "EUR": "euro|euros",
        "JPY": "yen|yenes",
        "CNY": "yuan|yuanes",
        "GBP": "libras esterlinas|libra esterlina",
        "GBP/lb": "libra|libras",
        "ppm": "partes por millón",
    },
    comparators={
        "> =": "pasados los|después de los|tras los|más allá de los",
        ">": f"más que|más de|por encima de|de más de|{_MORE}",
        "<": f"menos de|por debajo de|de menos de|menos que|{_LESS}",
        ">=": "ni menos de|ni inferior a|al menos|como mínimo|por lo menos|mínimo de|un mínimo de|no menos de"
        f"|cuando menos|como poco|no inferior a|no inferiores a|no menor de|no menores de|{_AT_LEAST}",
        ">= =": "no antes de|como muy pronto|desde|a partir de|mínimo|mín.",
        "<= =": "nada menos que|pueden alcanzar los|puede alcanzar los|pueden llegar a los|puede llegar a los"
        "|llegar a|llega a|llegan a|llegue a|lleguen a|alcanzar|alcanza|alcanzan|alcance los|pueden alcanzar"
        "|puede alcanzar|pueden llegar a|puede llegar a|limitado a|limitada a|limitados a"
        "|limitadas a|a más tardar|como muy tarde|máximo|máx.|máx|max.|hasta|hasta un|hasta el",
        "<=": "ni más de|ni superior a|ni mayor de|a lo más|como mucho|como máximo|máximo de|un máximo de"
        "|a lo sumo|no más de|hasta un"
        f"|no superior a|no superiores a|no mayor de|no mayores de|{_AT_MOST}"
        "|no superar|no debe superar|no deben superar|no supere|no exceder|no debe exceder|sin superar"
        "|hasta el|no superar los|no debe superar los|sin exceder",
        "< <= =": "dentro de|en un plazo de|antes de los|antes de cumplir los|antes de cumplir|en menos de",
    },
    degrees={
        ">": "rápido|rápida|rápidos|rápidas|a menudo|tarde|largo|larga|largos|largas|alto|alta|altos|altas"
        "|grande|grandes|ancho|ancha|anchos"
        "|anchas|pesado|pesada|pesados|pesadas|grueso|gruesa|gruesos|gruesas|profundo|profunda"
        "|profundos|profundas|viejo|vieja|viejos|viejas|elevado|elevada|elevados|elevadas"
        "|prolongado|prolongada|prolongados|prolongadas|fuerte|fuertes|intenso|intensa|intensos|intensas|caro"
        "|cara|caros|caras|caliente|calientes|cálido|cálida|duro|dura|brillante",
        "<": "lento|lenta|temprano|corto|corta|cortos|cortas|bajo|baja|bajos|bajas|pequeño|pequeña|pequeños"
        "|pequeñas|joven|jóvenes|estrecho|estrecha|estrechos|estrechas|ligero|ligera|ligeros|ligeras"
        "|delgado|delgada|delgados|delgadas|breve|breves|débil|débiles|suave|suaves|barato|barata|baratos|baratas|frío|fría|fríos|frías"
        "|fino|fina|finos|finas|blando|blanda",
    },
    more="más",
    than="que|de",
    verbs={
        "<= =": "llegar|llega|llegan|llegue|lleguen",
        ">": "|".join(
            (
                inflected("super", "a an ar e en ó aba aban ado ada ando aron ará arán ase arse arlo arla"),
                inflected("exced", "e en er a an ió ía ían iendo ido erá erán iera erse"),
                inflected("sobrepas", "a an ar e en ó aba ando arse"),
                inflected("rebas", "a an ar e en ó aba ando arse"),
            )
        ),
        "> >= =": "pasa de|pasan de|pasaba de|pasaban de|pasar de|pase de|pasó de",
        "< <= =": "baja de|bajan de|bajar de|baje de|bajen de|bajó de|caiga por debajo",
    },
    after={
        ">= >": "o más caliente|o más largo|o más larga|o incluso más|e incluso más|o aún más|o más"
        "|o mayores|o superior|o superiores|en adelante|y más|o mayor|y mayores"
        "|o posterior|o posteriores|o más reciente|o más nuevo|y posteriores",
        "<= <": "o más frío|o más fría|o más corto|o más corta|o menos|o menores|o inferior|o inferiores"
        "|o menor",
        ">=": "como mínimo|al menos|mínimo|por lo menos|cuando menos|como poco",
        "<=": "como mucho|como máximo|a lo sumo|a lo más",
    },
    bounds={
        ">": "varios|varias|diversos|diversas",
        ">=": "mínima|mínimas|mínimos|mínimo|igual o superior|superior o igual",
        "<=": "máxima|máximas|máximos|máximo|tope|límite|igual o inferior|inferior o igual",
    },
    estimates="se calcula|se estima|calcula|estima|estiman|calculan|se prevé|previsto|prevista|se cree",
    about="se acerca a|se acercan a|se acercó a|roza|rozan|ronda|rondan|hacia|hacia las|a eso de"
    "|aproximado de|aproximada de|aproximados de|estimado|estimada|estimados|estimadas|se calcula que"
    "|se estima que|cerca de|próximo a|próximos a|aproximadamente|unos|unas|alrededor de|cerca de"
    "|en torno a|casi|aprox.|aprox|más o menos|en torno al|cerca del"
    "|alrededor del|se estima en|unos pocos más de|prácticamente",
    about_after="aproximadamente|más o menos",
    to="a|al|hasta|a los|a las",
    between="entre|de entre|entre los|entre las|entre el",
    and_half="y media|y medio",
    quarters={Fraction(1, 4): "y cuarto", Fraction(-1, 4): "menos cuarto"},
    intervals={
        (3, "month"): "trimestral|trimestrales|trimestralmente|cada trimestre|al trimestre|por trimestre",
        (6, "month"): "semestral|semestrales|semestralmente|cada semestre|cada medio año|al semestre",
        (2, "week"): "quincenal|quincenales|quincenalmente|cada quincena|por quincena|bisemanal",
        (2, "month"): "bimestral|bimestrales|bimestralmente|bimensual",
        (2, "year"): "bienal|bienales",
        (3, "year"): "trienal|trienales",
        (5, "year"): "quinquenal|quinquenales",
    },
    conjunctions="en lugar de|en vez de|y|o|e|u|frente a|ni",
    fillers="los|las|el|la|de|del|un|unos|otros|otras|más|adicionales|consecutivos|consecutivas"
    "|total de|un total de|estos|estas|sus|edad|de entre",
    per="por|por cada|/",
    weak_per="al|a la|cada",
    every="a intervalos de|en intervalos de|con intervalos de|cada|una vez cada",
    alternate={
        "day": "noches alternas|una noche sí y otra no|una noche sí, otra no|días alternos"
        "|un día sí y otro no|un día sí y un día no|un día sí, otro no"
        "|un día sí y uno no",
        "month": "meses alternos|un mes sí y otro no|un mes sí, otro no",
        "year": "años alternos|un año sí y otro no|un año sí, otro no",
        "week": "semanas alternas|una semana sí y otra no|una semana sí, otra no|una semana sí y una no",
    },
    contractions={"de": "del", "a": "al"},
    every_after="de diferencia|de intervalo|de separación|de distancia",
    rates={
        "day": "todas las mañanas|cada mañana|todas las tardes|de cada día|por noche|cada noche"
        "|todas las noches|al día|por día|cada día|todos los días|diarios|a diario|diariamente",
        "week": "de cada semana|a la semana|por semana|cada semana|todas las semanas|semanalmente",
        "month": "de cada mes|al mes|por mes|cada mes|todos los meses|mensualmente",
        "year": "de cada año|al año|por año|cada año|todos los años|anualmente",
        "h": "por hora|cada hora|todas las horas",
        "min": "por minuto|al minuto|cada minuto",
        "s": "por segundo|cada segundo",
    },
    soft_rates={
        "day": "del día|diario|diaria|diarias|cotidiano|cotidiana|cotidianas|cotidianos",
        "h": "a la hora",
        "week": "de la semana|semanal|semanales",
        "month": "mensual|mensuales",
        "s": "al segundo",
        "year": "anual|anuales|anualizada|anualizado|anualizadas|anualizados",
    },
    of="de|de cada|de los|de las|de entre|de un total de|sobre",
    forenoon="a. m.|am|a.m.|de la mañana",
    afternoon="p. m.|pm|p.m.|de la tarde|de la noche",
    aged="edad",
    negations="en ningún caso|bajo ningún concepto|en ningún momento|no|nunca|jamás|sin|ni|evite|evitar",
    ordinal_after="ª|º|er|ro|do|ra|da|ta|to|o|a|va|vo|ma|mo",
    decades={
        value: "|".join(
            (
                f"años {ten}",
                *(f"{part} de los {ten}" for part in "finales principios mediados comienzos década".split()),
                *(f"{word}{ending}" for ending in ("o", "a", "os", "as")),
            )
        )
        for value, ten, word in zip(
            range(20, 100, 10),
            _TENS,
            "veinteañer treintañer cuarentañer cincuentañer sexagenari septuagenari octogenari"
            " nonagenari".split(),
            strict=True,
        )
    },
    below_zero="bajo cero|negativos",
    plain="varias veces|repetidas veces|muchas veces|a veces|"
    "a la hora de|a la hora del|a la misma hora|a la hora que|la hora de|la hora del|fecha/hora"
    "|fecha y hora|fechas y horas|día/hora|uno de los|una de las|uno de ellos"
    "|una de ellas|uno de estos|una de estas|el uno"
    "|una vez más|uno a uno|uno mismo|ante todo|en segundo plano|por otra parte|a un lado"
    "|los dos puntos|signo de dos puntos|por dos puntos|según|a la vez|cada uno|cada una|mediodía"
    "|medianoche|medio ambiente",
    spaced_groups=True,
)

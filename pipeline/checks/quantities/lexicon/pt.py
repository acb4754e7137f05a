"""Portuguese, of Brazil and of Portugal."""

from fractions import Fraction

from pipeline.checks.quantities.lexicon.romance import greater, ordinals
from pipeline.checks.quantities.reading.words import Lexicon, inflected

_TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split()

_ORDINALS = ordinals(
    "primeir segund terceir quart quint sext sétim oitav non".split(),
    "décim vigésim trigésim quadragésim quinquagésim sexagésim septuagésim octogésim nonagésim".split(),
    others={1: "primeiros", 3: "terceiros", 11: "undécimo|undécima", 12: "duodécimo|duodécima"},
)
_LINKS = "a|que|do que|de"
_MORE, _AT_LEAST = greater(
    "maior maiores superior superiores", equal="igual iguais", joint="ou", links=_LINKS
)
_LESS, _AT_MOST = greater("menor menores inferior inferiores", equal="igual iguais", joint="ou", links=_LINKS)
_ENDINGS = "a am ar ou aram ado ada ados adas ando ava avam ará arão aria ariam"
"""Endings of “duplicar” and its kin."""

LEXICON = Lexicon(
    numbers={
        **{
            value + 1: f"{ten} e um|{ten} e uma" for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
        },
        2: "dois|duas",
        **dict(
            enumerate(
                ["três", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze"],
                start=3,
            )
        ),
        14: "quatorze|catorze",
        15: "quinze",
        16: "dezesseis|dezasseis",
        17: "dezessete|dezassete",
        18: "dezoito",
        19: "dezenove|dezanove",
        20: "vinte",
        30: "trinta",
        40: "quarenta",
        50: "cinquenta",
        60: "sessenta",
        70: "setenta",
        80: "oitenta",
        90: "noventa",
        100: "cem|cento",
        200: "duzentos|duzentas",
        300: "trezentos|trezentas",
        400: "quatrocentos|quatrocentas",
        500: "quinhentos|quinhentas",
        600: "seiscentos|seiscentas",
        700: "setecentos|setecentas",
        800: "oitocentos|oitocentas",
        900: "novecentos|novecentas",
        1000: "mil",
    },
    perhaps={
        1: "um|uma|único|única",
        2: "nenhum dos dois|nenhuma das duas|ambos|ambas|duplo|dupla|dobro|par|casal|dobre|dobrem"
        f"|duplique|{inflected('dobr', _ENDINGS)}|{inflected('duplic', _ENDINGS)}",
        3: f"triplo|tripla|triplos|triplas|triplique|{inflected('triplic', _ENDINGS)}",
        4: f"quádruplo|quádrupla|quadruplique|{inflected('quadruplic', _ENDINGS)}",
        5: f"quíntuplo|quíntupla|quintuplique|{inflected('quintuplic', _ENDINGS)}",
        0: "zero",
        10: "dezena|dezenas|dezena de|dezenas de",
        6: "meia dúzia",
        12: "dúzia|dúzias|dúzia de|dúzias de",
        15: "quinzena de",
        20: "vintena|vintena de",
        100: "centena|centenas",
        1000: "milhar|milhares",
        Fraction(1, 2): "meio|meia|metade",
        Fraction(3, 2): "um e meio|uma e meia",
    },
    ordinals=_ORDINALS,
    scales={
        10**6: "milhão|milhões|milhão de|milhões de",
        10**9: "bilhão|bilhões|bilhão de|bilhões de|mil milhões|mil milhões de",
        10**12: "trilhão|trilhões",
    },
    parts={
        3: "terço|terços|terça parte|terças partes",
        4: "quartos|quarta parte|quartas partes",
        5: "quintos|quinta parte|quintas partes",
        6: "sextos|sexta parte|sextas partes",
        7: "sétimos|sétima parte|sétimas partes",
        8: "oitavos|oitava parte|oitavas partes",
        9: "nonos|nona parte|nonas partes",
        10: "décimos|décima parte|décimas partes",
        12: "doze avos",
        20: "vinte avos|vigésimo",
        100: "centésimo|centésimos|centésima parte",
        1000: "milésimo|milésimos|milésima parte",
    },
    counts={
        (Fraction(1, 4), "century"): "um quarto de século|quarto de século",
        (Fraction(1, 2), "h"): "meia hora",
        **{
            (value, "year"): "|".join(f"{stem}ári{end}" for end in ("o", "a", "os", "as"))
            for value, stem in (
                *((50, "quinquagen"), (60, "sexagen"), (70, "septuagen"), (80, "octogen"), (90, "nonagen")),
                (100, "centen"),
            )
        },
        (Fraction(1, 4), "h"): "um quarto de hora|quarto de hora",
        (Fraction(3, 4), "h"): "três quartos de hora",
        (Fraction(1, 2), "year"): "meio ano|semestre|semestres",
        (Fraction(3, 2), "h"): "uma hora e meia|hora e meia",
        (Fraction(3, 2), "year"): "um ano e meio|ano e meio",
        (Fraction(3, 2), "month"): "um mês e meio|mês e meio",
        (Fraction(3, 2), "day"): "um dia e meio|dia e meio",
        (Fraction(3, 2), "week"): "uma semana e meia|semana e meia",
        (2, "h"): "uma hora ou duas",
        (2, "day"): "um dia ou dois",
        (2, "month"): "um mês ou dois",
        (2, "year"): "um ano ou dois",
        (0, "clock"): "meia-noite",
        (720, "clock"): "meio-dia",
        (1, "times"): "uma vez",
        (2, "week"): "quinzena",
    },
    units={
        "Nm": "n·m|n⋅m|newtons-metro|newton-metro|newton metro|newtons metro",
        "tsp": "colher de chá|colheres de chá|colherinha|colherinhas",
        "tbsp": "colher de sopa|colheres de sopa",
        "night/=": "noite|noites",
        "rpm": "rotações por minuto|rotações/min",
        "s": "segundo|segundos|seg",
        "min": "minuto|minutos",
        "h": "hora|horas",
        "day": "dia|dias",
        "week": "semana|semanas",
        "month": "mês|meses",
        "year": "ano|anos|anos de idade|ano de idade",
        "decade": "década|décadas",
        "century": "século|séculos",
        "times": "vezes|vez|x|×",
        "t": "tonelada|toneladas",
        "T": "tesla|teslas",
        "%": "por cento",
        "pp": "pontos percentuais|ponto percentual|p.p.|p. p.|pp",
        "mg": "miligrama|miligramas",
        "g": "grama|gramas",
        "kg": "quilo|quilos|quilograma|quilogramas",
        "µg": "micrograma|microgramas",
        "L": "litro|litros",
        "mL": "mililitro|mililitros",
        "dL": "decilitro|decilitros",
        "m": "metro|metros",
        "cm": "centímetro|centímetros",
        "mm": "milímetro|milímetros",
        "km": "quilômetro|quilômetros|quilómetro|quilómetros",
        "ft": "pé|pés",
        "in": "polegada|polegadas",
        "atm": "atmosfera|atmosferas",
        "ATA": "atmosferas absolutas|atmosfera absoluta|atm abs|bar absolutos",
        "bar": "bares",
        "kPa": "quilopascal|quilopascais",
        "mmHg": "mm hg|milímetros de mercúrio",
        "°C": "graus celsius|grau celsius|graus centígrados|graus c",
        "°F": "graus fahrenheit|grau fahrenheit",
        "°/°C/°F": "grau|graus",
        "IU": "unidades internacionais|unidade internacional|u.i.|u. i.",
        "IU/U": "unidade|unidades|u",
        "kcal": "quilocaloria|quilocalorias|calorias",
        "bpm": "batimentos/min|batimentos por minuto",
        "py": "pessoas-ano|pacientes-ano|anos-pessoa|anos-paciente|pessoa-anos|paciente-anos",
        "dB": "decibel|decibéis|decibels",
        "USD": "dólar|dólares|dólares americanos|us$|us $",
        "EUR": "euro|euros",
        "JPY": "iene|ienes|de ienes",
        "CNY": "yuan|yuans",
        "BRL": "real|reais|r$|r $",
        "GBP": "libras esterlinas|libra esterlina",
        "GBP/lb": "libra|libras",
        "ppm": "partes por milhão",
    },
    comparators={
        "> =": "após os|depois dos|além dos|passados os",
        ">": f"mais que|mais do que|mais de|acima de|para além de|além de|{_MORE}",
        "<": f"menos de|abaixo de|menos que|menos do que|{_LESS}",
        ">=": "nem menos de|nem menos que|nem inferior a|pelo menos|no mínimo|ao menos|mínimo de"
        "|um mínimo de|não menos de"
        f"|não menos que|não inferior a|não inferiores a|{_AT_LEAST}",
        ">= =": "não antes de|desde|a partir de|mínimo|mín.",
        "<= =": "nada menos que|nada menos do que|chegar a|chega a|chegam a|chegue a|cheguem a|atingir"
        "|atinge|atingem|pode chegar a|podem chegar a|pode atingir|podem atingir"
        "|limitado a|limitada a|limitados a|limitadas a|no mais tardar|o mais tardar|máximo"
        "|máx.|máx|max.|até",
        "<=": "nem mais de|nem mais que|nem mais do que|nem superior a|no máximo|máximo de|um máximo de"
        "|não mais de|quando muito|não superiores a"
        f"|{_AT_MOST}|não mais que"
        "|não ultrapassar|não deve ultrapassar|não devem ultrapassar|não ultrapasse|não exceder"
        "|não deve exceder|sem ultrapassar|não mais do que|sem exceder|não superior a|não exceda",
        "< <= =": "dentro de|em até|no prazo de|antes dos|antes de completar",
    },
    metric={"k": "quilo", "m": "mili", "µ": "micro", "n": "nano", "M": "mega", "G": "giga", "c": "centi"},
    degrees={
        ">": "rápido|rápida|rapidamente|depressa|tarde|longo|longa|longos|longas|comprido|comprida"
        "|compridos|compridas|alto|alta|altos|altas"
        "|grande|grandes|largo|larga|largos|largas|pesado|pesada|pesados|pesadas|grosso|grossa"
        "|grossos|grossas|profundo|profunda|profundos|profundas|velho|velha|velhos|velhas"
        "|elevado|elevada|elevados|elevadas|forte|fortes|intenso|intensa|intensos|intensas|caro|cara|caros"
        "|caras|quente|quentes|duro|dura",
        "<": "lento|lenta|devagar|cedo|curto|curta|curtos|curtas|baixo|baixa|baixos|baixas|pequeno|pequena"
        "|pequenos|pequenas"
        "|jovem|jovens|estreito|estreita|estreitos|estreitas|leve|leves|fino|fina|finos|finas|fraco|fraca"
        "|fracos|fracas|frio|fria|frios|frias|barato|barata|baratos|baratas|suave",
    },
    more="mais",
    than="que|do que|de",
    verbs={
        "<= =": "chegar|chega|chegam|chegue|cheguem",
        ">": "|".join(
            (
                "passar de|passe de|passarem de|passar dos|passe dos|passarem dos|passa dos|passava dos"
                "|passam dos|passavam dos",
                inflected("super", "a am ar e em ou ava ando ado aram ada"),
                inflected("exced", "e em er a am eu ia endo ido erem ida"),
                inflected("ultrapass", "a am ar e em ou ava ando ado arem ada"),
            )
        ),
        "> >= =": "passa de|passam de|passava de|passou de",
    },
    after={
        ">= >": "ou mais quente|ou mais alta|ou até mais|ou mesmo mais|ou ainda mais|ou mais|e mais"
        "|ou acima|ou superior|ou superiores|em diante|ou maior|ou posterior"
        "|ou posteriores|ou mais recente|e posteriores",
        "<= <": "ou mais frio|ou mais fria|ou mais baixa|ou menos|ou abaixo|ou inferior|ou inferiores"
        "|ou menor",
        ">=": "no mínimo|pelo menos|mínimo|quando menos|ao menos",
        "<=": "no máximo|quando muito",
    },
    bounds={
        ">": "vários|várias|diversos|diversas",
        ">=": "mínima|mínimas|mínimos|mínimo|igual ou superior|superior ou igual",
        "<=": "máxima|máximas|máximos|máximo|limite|igual ou inferior|inferior ou igual",
    },
    estimates="estima|estimam|estima-se|calcula-se|prevê-se|acredita-se",
    about="se aproxima de|se aproximam de|beira|beiram|por volta das|aproximado de|aproximada de|estimado"
    "|estimada|estimados|estimadas|estima-se que|próximo a|próximos a"
    "|próximo de|cerca de|aproximadamente|por volta de|em torno de|quase|uns|umas|perto de|aprox."
    "|mais ou menos|próximo de|aproximadamente a|estimado em|estimados em",
    about_after="aproximadamente|mais ou menos|para mais ou para menos|para mais ou menos",
    to="a|à|até|ao|aos|às|para",
    between="entre|entre os|entre as",
    and_half="e meia|e meio",
    past={
        -30: "trinta para as",
        -20: "vinte para as",
        -15: "quinze para as|um quarto para as",
        -10: "dez para as",
        -5: "cinco para as",
    },
    intervals={
        (3, "month"): "trimestral|trimestrais|trimestralmente|a cada trimestre|por trimestre",
        (6, "month"): "semestral|semestrais|semestralmente|a cada semestre|por semestre",
        (2, "week"): "quinzenal|quinzenais|quinzenalmente|a cada quinzena|por quinzena",
        (2, "month"): "bimestral|bimestrais|bimestralmente",
        (2, "year"): "bienal|bienais",
        (3, "year"): "trienal|trienais",
        (5, "year"): "quinquenal|quinquenais",
    },
    conjunctions="em vez de|em lugar de|ao invés de|e|ou|contra|nem|versus",
    fillers="os|as|o|a|de|do|da|dos|das|um|uns|outros|outras|adicionais|consecutivos|consecutivas"
    "|total de|um total de|estes|estas|seus|suas|idade|mais",
    per="por|/|por cada|a cada",
    weak_per="ao|à|cada",
    every="a intervalos de|em intervalos de|a cada|cada|de|uma vez a cada|de em",
    alternate={
        "day": "noites alternadas|noite sim, noite não|uma noite sim, outra não|dias alternados"
        "|dia sim, dia não|dia sim e dia não|um dia sim, outro não"
        "|um dia sim e outro não|um dia sim, um dia não|dia sim, outro não",
        "month": "meses alternados|mês sim, mês não|um mês sim, outro não|um mês sim e outro não",
        "year": "anos alternados|ano sim, ano não|um ano sim, outro não|um ano sim e outro não",
        "week": "semanas alternadas|uma semana sim, outra não|uma semana sim e outra não"
        "|semana sim, semana não",
    },
    contractions={
        "de": "do|da|dos|das",
        "a": "ao|à|aos|às",
        "em": "no|na|nos|nas",
    },
    every_after="de intervalo|de diferença|de distância",
    rates={
        "day": "todas as manhãs|toda manhã|cada manhã|toda noite|de cada dia|por noite|a cada noite"
        "|todas as noites|ao dia|por dia|a cada dia|todos os dias|diariamente|cada dia|todo dia",
        "week": "de cada semana|por semana|a cada semana|todas as semanas|semanalmente|cada semana"
        "|toda semana",
        "month": "de cada mês|por mês|ao mês|a cada mês|todos os meses|mensalmente|cada mês|todo mês",
        "year": "de cada ano|por ano|ao ano|a cada ano|todos os anos|anualmente|cada ano|todo ano",
        "h": "por hora|a cada hora|de hora em hora",
        "min": "por minuto|a cada minuto",
        "s": "por segundo|a cada segundo",
    },
    soft_rates={
        "day": "diário|diária|diários|diárias|cotidiano|cotidiana|cotidianas|cotidianos|quotidiano"
        "|quotidiana",
        "week": "semanal|semanais|na semana",
        "h": "à hora",
        "month": "mensal|mensais",
        "year": "anual|anuais|anualizada|anualizado|anualizadas|anualizados",
    },
    of="de|em cada|dos|das|em|de um total de|dentre|de cada",
    forenoon="da manhã",
    afternoon="da tarde|da noite",
    aged="idade",
    negations="em hipótese alguma|em nenhuma hipótese|de forma alguma|em nenhum caso|em nenhum momento"
    "|não|nunca|jamais|sem|nem|evite|evitar",
    ordinal_after="ª|º|a|o",
    decades={
        **dict(zip(range(20, 100, 10), (f"anos {n}" for n in _TENS), strict=True)),
        **{
            value: f"anos {_TENS[value // 10 - 2]}|{word}o|{word}a|{word}os|{word}as"
            for value, word in (
                (40, "quadragenári"),
                (50, "quinquagenári"),
                (60, "sexagenári"),
                (70, "septuagenári"),
                (80, "octogenári"),
                (90, "nonagenári"),
            )
        },
    },
    below_zero="abaixo de zero|abaixo do zero|negativos",
    plain="meia-vida|meias-vidas|meia vida|várias vezes|repetidas vezes|diversas vezes|muitas vezes|às vezes|"
    "à hora de|à hora do|à mesma hora|na hora de|na hora do|a hora de|à hora da|data/hora"
    "|data e hora|dia/hora|por ora|um dos|uma das|um ao outro|cada um|cada uma|uma vez que"
    "|segundo o|segundo a|segundo os|segundo as|em primeiro lugar|um a um"
    "|ao mesmo tempo|de uma só vez|meio ambiente|meio-dia|por meio de|por meio do|por meio da",
    spaced_groups=True,
)

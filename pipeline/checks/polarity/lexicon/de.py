"""German."""

_TO = "|".join(
    f"{verb} … {prefix}zu*"
    for prefix in (
        "ab an auf aus bei bereit durch ein fern fest fort heraus her hin mit nach um unter vor weg"
        " weiter zurück zusammen sicher"
    ).split()
    for verb in ("ist", "sind")
)
"""What is to be done, where the “to” stands within the verb: sind zurückzubringen."""

_UNDONE = "|".join(
    f"nicht {word}*"
    for word in (
        "verwendete benutzte gebrauchte geöffnete behandelte geimpfte diagnostizierte deklarierte genehmigte"
        " zugelassene registrierte ausgefüllte sterile rostende eingenommene autorisierte erkannte"
        " ionisierende invasive schwangere rauchende kontrollierte gekennzeichnete"
    ).split()
)
"""What other languages call un-: nicht verwendete."""

LEXICON: dict[str, str] = {
    "wait": "wart*|abwart*|gewartet|stehen lassen|stehenlassen|ruhen lassen|ruh*|steh*|ausruhen",
    "limit": "nicht mehr als|nicht über|nicht *er als",
    "wrong": "missbräuch*|missbrauch*|falsch*|unsachgemäß*|ungeeignet*",
    "forget": "vergess*|vergisst|verpass*",
    "beyond": "mehr als|über|überschreit*|überschritt*|übersteig*|länger als",
    "unless?": "ausnahme*|ausgenommen*|wenn nicht|sofern nicht|soweit nicht|falls nicht",
    "unless": "es sei denn|außer|außer wenn",
    "unable": "unfähig*|unmöglich*|außerstande|nicht in der lage|nicht imstande|nicht fähig|*unfähig"
    "|*unfähige|*unfähigen|*unfähigkeit",
    "not": "nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|nichts|niemand|keinesfalls|keineswegs"
    "|keinerlei|nirgends|nicht mehr|weder|keinmal|niemandem|niemanden|nein|nicht weiter",
    "not?": f"{_UNDONE}|lassen … weg|lässt … weg|lassen … aus|lässt … aus|nicht einmal|unversehrt*"
    "|unbeschädigt*|heil|keine zwei|keine drei|keine vier|keine fünf|keine sechs|keine acht|keine zehn"
    "|keine zwölf|keine fünfzehn|keine zwanzig|keine dreißig|keine hundert|erst|frühestens"
    "|ohne zu überschreiten|vergess*|vergisst|verlor*|verlier*|verlust|negativ*|ignor*|übersehen|überseh*"
    "|entfäll*|entfall*|verweiger*|ablehn*|abgelehnt|unvorhers*|ausgeschlossen|ausschließ*|ausgenommen"
    "|unverändert*|ungeklärt*|miss*|falsch*|sonst|andernfalls|auslass*|auszulassen|un*lich|unfähig*"
    "|unmöglich*|mangel|mangelnd*|fehl*|außer|selten|kaum|statt|anstatt|anstelle|vermeid*|verhinder*|wenig*"
    "|es sei denn|abwesen*|unabhäng*|verbot*|verbiet*|untersag*|lehn*|*los|*lose|*losen|*frei|*freie"
    "|*freien|nichtraucher|nicht*|versag*|vermied*|scheiter*|unwirksam*|unsicher*|ungeeignet*|unnötig*"
    "|instabil*|unkontrolliert*|irreversib*|ungewöhnlich*|ungewiss*|unbekannt*|unvollständig*|unbehandelt*"
    "|unwillkür*|unregelmäß*|abgeraten|abzuraten|unerwart*|unverträg*|kontraindiz*|schmerzlos*|schwierig*"
    "|schwer|unsichtbar*|harmlos*|unbedenk*|unzureich*|ungenüg*|unklar*|unheilbar*|unangenehm*|unabhängig*"
    "|nur|undenkbar*|verzicht*|unterlass*|absehen|unmittelbar|nicht mehr als|nicht weniger als|nicht über"
    "|nicht unter|weder|un*|*widrig|abrat*|rät ab|raten … ab|rät … ab|ohne dass|außerhalb|gratis|kostenlos*"
    "|umsonst|nackt|barfuß|entbehr*|genüg*|reicht|reichen|nüchtern|befreit|nicht *er als|verbeug*|vorbeug*"
    "|missling*|scheu*|verpass*|bestreit*|widersetz*|widersprech*|nichts als|abseh*|ungültig*|stattdessen"
    "|weglass*|weggelass*|entgeh*|entging*|auch ohne|verzögerungsfrei|ausnahmslos|wegfall*|überspring*"
    "|gestrichen|egal|gleichgültig|wirkungslos*|nutzlos*|oder ohne|oder nicht|wenn nicht|erlischt|erlösch*"
    "|erlosch*|verfällt|nichtig|fehlgeschlag*|fehlschlag*|misslung*|missacht*|nicht selten|hinfällig"
    "|höchstens|spätestens|gescheitert*|auch nicht|auch kein|auch keine|auch keinen|schon gar nicht"
    "|erst recht nicht|schließt … aus|schließen … aus|schloss … aus|nicht in der lage|nicht imstande"
    "|nicht fähig|*unfähig|*unfähige|*unfähigen|*unfähigkeit|versäum*",
    "without": "ohne",
    "only": "nur|lediglich|ausschließlich|bloß|einzig|nichts als|nichts anderes als|niemand außer",
    "only?": "allein|alleinig*|erst|einzige*|sondern|beschränk*|begrenz*|sofern|allenfalls|genüg*|reicht"
    "|reichen|ausreich*|vorausgesetzt|alles was|frühestens|vorbehalten|nur halb",
    "must": "muss|müssen|musst|müsse|sollte|sollten|soll|sollen|verpflichtend|obligatorisch*|zwingend"
    "|vorgeschrieben*|müsste|müssten|mussten|musste|sollt|müsst",
    "must?": "dürfte|dürften|zu müssen|gemusst|gezwungen|vorzugsweise|sinnvoll|am besten|besser|erforder*"
    "|notwendig*|nötig*|benötig*|brauch*|bedarf*|bedürf*|verlang*|empfohlen|wichtig*|unbedingt|achten"
    f"|ist zu|sind zu|{_TO}|geboten|unerlässlich|voraus*|dringend*|ratsam|vorausgesetzt|essenziell*"
    "|sicherstell*|sicherzustell*|pflicht*|*pflicht|*pflichtig|ist … zu *en|sind … zu *en|zu *en ist"
    "|zu *en sind|bitte*|haben … zu *en|hat … zu *en|gilt es|es gilt|genüg*|reicht|reichen|angebracht"
    "|angezeigt|raten|rät|gehört|gehören|verpflicht*|tunlichst|denken sie daran|vonnöten|unabding*"
    "|unumgänglich|unverzichtbar*|lebenswichtig|vergessen … nicht|gehalten|auferleg*|empfehl*|empfiehl*"
    "|empfohl*|abzu*|anzu*|aufzu*|auszu*|beizu*|durchzu*|einzu*|fortzu*|herauszu*|mitzu*|nachzu*|umzu*"
    "|vorzu*|wegzu*|weiterzu*|zurückzu*|zusammenzu*|bereitzu*|sicherzu*|fernzu*|festzu*",
    "may": "könnte|könnten|möglicherweise|vielleicht|eventuell|womöglich|unter umständen|mag|mögen|könne",
    "may?": "ließe|ließen|ließ|lasse|möglich*|fähig*|wahrscheinlich*|potenziell*|potentiell*|erlaub*"
    "|ermöglich*|möglichkeit*|manchmal|gegebenenfalls|evtl|evtl.|imstande|geeignet*|dürfte|dürften"
    "|dürfen|darf|würde|würden|lässt|lassen|gelegentlich|konnte|konnten|*bar|*bare|*baren|kannst"
    "|vermutlich|könnt|etwaig*|theor*|hypoth*|freiwillig|in der lage|*barkeit|kann|können",
    "avoid": "vermeid*|meid*|vermied*|gemied*|verzicht*|unterlass*|enthalten sie sich",
    "contraindicated": "kontraindi*|gegenanzeige*|verbot*|untersagt*|gegenangezeigt",
    "before": "vor|bevor|vorher|zuvor|vorab|ehe",
    "before?": "davor|vorher|vorherig*|vorangeh*|vorausgeh*|voran*",
    "after": "nach|nachdem|danach|anschließend|nachher|hiernach",
    "after?": "folgend*|später*|dann|seit|im anschluss|sobald|darauf|nächst*|daraufhin|infolge",
    "increase?": "mehr|höher*|größer*",
    "increase": "erhöh*|steiger*|steig*|stieg*|gestieg*|zunahme|zunehm*|zugenommen|verstärk*|wachs*|wuchs"
    "|anheb*|angehob*|anstieg*|nimmt zu",
    "decrease?": "weniger|niedriger*|kleiner*|geringer*",
    "decrease": "verringer*|reduzier*|reduktion|senk*|sank|sinkt|sinken|gesunk*|abnahme|abnehm*|abgenommen"
    "|minder*|vermind*|rückgang|fiel*|gefallen|nimmt ab|absink*|abgesenkt|abschwäch*|abfall*"
    "|fallen|fällt|fielen",
    "improve": "verbesser*|linder*|besser*|gelindert",
    "worsen": "verschlechter*|verschlimmer*|schlimmer*|schlechter*",
    "often": "oft|häufig*|in der regel|meist|meistens|üblich*|allgemein|gewöhnlich|generell|immer"
    "|normalerweise|oftmals|typisch*|weit verbreitet",
    "seldom": "selten*|nie|niemals|ungewöhnlich*|ungewohnt",
    "safe": "sicher*|unbedenklich*|ungefährlich*|harmlos*|gefahrlos*|ohne gefahr|ohne risiko|ohne bedenken",
    "unsafe": "unsicher*|gefährlich*|schädlich*|riskant*|bedenklich*",
    "effective": "wirksam*|effektiv*|effizient*",
    "ineffective": "unwirksam*|wirkungslos*|nutzlos*|ineffektiv*|unbrauchbar*|untauglich*",
    "start": "beginn*|begann*|begonn*|anfang*|start*|einleit*|eingeleit*|aufnehm*",
    "stop": "abbrech*|abgebroch*|beend*|aufhör*|absetz*|abgesetzt|stopp*|einstell*|eingestellt"
    "|unterbrech*|unterbroch*|aufgehört|hörte auf|hören … auf|hört … auf|setzen … ab|setzt … ab|brechen … ab"
    "|bricht … ab|stellen … ein|stellt … ein|beenden",
    "plain": "über nacht|über >die|über >das|über >eine|über >ein|über >einen|über >ihre|über >seine"
    "|unverzüglich*|ohne verzögerung|ohne zögern|ohne aufschub|nicht nur|mehr oder weniger|vor allem"
    "|je nach|nach wie vor|ohne zweifel|nicht zuletzt|mehr als|weniger als|nach und nach|unter|uns|im|ins"
    "|indem|insgesamt|imperativ|index|vor ort|meiner meinung nach|vorgang|nachts|vor jahren|allem voran|und"
    "|unter*|uns*|union*|univers*|uniform*|ungefähr*|unfall*|unfäll*|ungar*|unmittelbar*|nichts anderes"
    "|gar nichts|nicht zu vergessen|noch nicht einmal|ganz gleich|wie auch immer|ohne weiteres möglich"
    "|zweifellos|wohl oder übel|ob mit oder ohne|nach möglichkeit|ohnehin|nochmals|mit oder ohne|wartung*"
    "|vor die|vor das|vors|unerwünscht*|vor licht|vor feuchtigkeit|vor nässe|vor hitze|vor kälte|vor frost"
    "|vor staub|vor sonne|vor sonnenlicht|vor direkter|vor direktem|vor kindern|vor wasser|vor wärme"
    "|vor verunreinigung|vor infektionen|vor ansteckung|unten|uno|unix|unicode|auch sein mag"
    "|auch sein mögen|auch immer sein mag",
    "clause": "und|aber|oder|denn|doch|sondern|weil|dass",
    "restrictive": "zöger*|scheu*",
    "expletive": "zögern|scheuen",
    "most": "bis zu|höchstens|maximal*|bis|nicht mehr als|spätestens|längstens|innerhalb|maximum|höchst*",
    "until": "bis|erst",
    "lack": "mangel*|*mangel|fehl*|abwesen*|defizit*|mangelt|mangeln",
    "prevent": "verhinder*|vorbeug*|verhüt*|schütz*|schutz|vermeid*|*schutz",
    "instead": "statt|anstatt|anstelle",
    "concede": "auch wenn|selbst wenn|obwohl|obgleich|wenngleich|trotz*",
    "otherwise": "sonst|andernfalls",
    "hard": "schwer|schwierig*|kaum",
    "gratis": "kostenlos*|gratis|kostenfrei*|umsonst|unentgeltlich*|gebührenfrei*",
    "hedge": "recht|berechtigt|scheint|scheinen|wahlweise|neig*|tendier*|vermut*|angeblich|anscheinend"
    "|offenbar|belastbar|trägt|ab und zu|hin und wieder|mitunter|zuweilen|bisweilen|fallweise"
    "|in betracht|kommt … in frage|pflegt",
    "alternative": "weder … noch",
    "earliest": "erst|frühestens|ab",
    "least": "nicht weniger als|nicht unter|mindestens|wenigstens|minimum",
    "without?": "ohne weiteres|oder ohne|ohne gefahr|ohne risiko|ohne bedenken",
    "priv": f"un*|{_UNDONE}|intakt*",
    "greater": "höher*|größer*|höchst*|größt*|was später eintritt|je nachdem was später eintritt"
    "|was zuletzt eintritt|der spätere zeitpunkt",
    "lesser": "niedriger*|geringer*|kleiner*|niedrigst*|geringst*|kleinst*|was zuerst eintritt"
    "|was früher eintritt|was zuerst eintrifft|der frühere zeitpunkt|was eher eintritt",
    "first": "erste|ersten|erster|erstes|erstem",
    "first?": "zuerst|anfang*|anfäng*|zunächst|erst*|vor*",
    "last": "letzte|letzten|letzter|letztes|letztem",
    "last?": "vergangen*|vorig*|zuletzt|abschließend*",
    "reject": "ablehn*|abgelehn*|zurückweis*|zurückgewies*|verweiger*|weiger*|abgewies*|abweis*|abzuweisen",
    "exclude": "ausgeschlossen*|ausschließ*|auszuschließen|ausgenommen|ausschluss*|schließt … aus"
    "|schließen … aus|schloss … aus",
    "void": "ungültig*|nichtig|erlischt|erlösch*|erlosch*|verfällt|verfallen|absag*|abgesagt*|stornier*",
    "less": "weniger",
    "fail": "versag*|scheiter*|fehlschlag*|fehlgeschlag*|misslung*|missling*|gescheitert*|fehler*",
    "ignore": "ignor*|übersehen|überseh*|missacht*|außer acht",
    "outside": "außerhalb",
    "skip": "lassen … weg|lässt … weg|lassen … aus|lässt … aus|auslass*|auszulassen|ausgelassen|überspring*"
    "|übersprung*|weglass*|weggelass*|verpass*|vergess*|versäum*",
    "few": "wenig|wenige|wenigen|weniges",
    "negative": "negativ*",
    "independent": "unabhäng*|egal|gleichgültig|ungeachtet",
    "unlikely": "unwahrscheinlich*",
    "empty": "leer|leere|leeren",
    "fasting": "nüchtern*",
    "shut": "verweiger*|bestreit*",
    "whether": "oder nicht|ob",
    "floor": "mindestens|wenigstens|ein minimum von|nicht weniger als|nicht unter|oder mehr|oder länger"
    "|oder älter|oder höher",
    "floor?": "ab|über|mehr als|minimum|mindest*|minimal*|zumindest",
    "ceiling": "höchstens|nicht mehr als|längstens|allenfalls|ein maximum von|oder weniger|oder kürzer"
    "|oder jünger|maximal",
    "ceiling?": "bis|bis zu|unter|weniger als|maximum|spätestens|innerhalb|maximal*|höchst*|begrenz*"
    "|nicht über",
    "done": "bereits|schon|geöffnet*|angebrochen*|benutzt*|gebraucht*|verwendet*|behandelt*|geimpft*"
    "|diagnostiziert*|vorbehandelt*",
    "sine": "ohne",
    "likelier": "wahrscheinlicher|häufiger|öfter|verbreiteter|wirksamer|schwerer|schmerzhafter|zahlreicher"
    "|anfälliger|häufigere|häufigeren|häufigerer",
    "rarer": "seltener|unwahrscheinlicher|weniger wahrscheinlich|weniger häufig|weniger oft|weniger wirksam"
    "|weniger schwer*|weniger schmerzhaft*|weniger verbreitet|weniger zahlreich|seltenere|selteneren",
    "outset": "zu beginn|am anfang|zu anfang|bei beginn|zum auftakt",
    "ending": "am ende|zum ende|nach ende|zum schluss|am schluss|zum abschluss|bei ende",
    "warmer": "wärmer|heißer",
    "colder": "kälter|kühler",
    "exclude?": "schließt|schließen|schloss|schlossen",
    "goon": "weiterhin|fortsetz*|fortgesetzt|fortfahr*|weiternehm*|weiterverwend*|weitermach*|setzen … fort"
    "|setzt … fort|fahren … fort|nehmen … weiter|verwenden … weiter|weiter ein|weiter einnehm*",
    "alone": "allein|alleine",
    "many": "viele|vielen|zahlreich*",
    "cheaper": "günstiger|billiger|preiswerter|günstigere|billigere",
    "dearer": "teurer|teurere|kostspieliger",
    "faster": "schneller",
    "slower": "langsamer",
}

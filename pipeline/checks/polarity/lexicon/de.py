"""German."""

LEXICON: dict[str, str] = {
    "wait": "wart*|abwart*|gewartet",
    "limit": "nicht mehr als|nicht über|nicht *er als|höchstens",
    "wrong": "missbräuch*|missbrauch*|falsch*|unsachgemäß*|ungeeignet*",
    "forget": "vergess*|vergisst|verpass*",
    "beyond": "mehr als|über|überschreit*|überschritt*|übersteig*|länger als",
    "unless": "es sei denn|sofern|außer|außer wenn",
    "unable": "unfähig*|unmöglich*|außerstande",
    "not": "nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|nichts|niemand|keinesfalls"
    "|keineswegs|keinerlei|nirgends|nicht mehr|weder|keinmal|niemandem|niemanden|nein",
    "not?": "nicht einmal jede*|nicht einmal ein*|nicht einmal die hälfte|nicht einmal halb*|unversehrt*"
    "|unbeschädigt*|heil|"
    "keine zwei|keine drei|keine vier|keine fünf|keine sechs|keine acht|keine zehn|keine zwölf"
    "|keine fünfzehn|keine zwanzig|keine dreißig|keine hundert"
    "|erst|frühestens|ohne zu überschreiten|vergess*|vergisst|verlor*|verlier*|verlust|negativ*"
    "|ignor*|übersehen|überseh*|entfäll*|entfall*|verweiger*|ablehn*|abgelehnt|unvorhers*"
    "|ausgeschlossen|ausschließ*|ausgenommen|unverändert*|ungeklärt*|miss*|falsch*|sonst"
    "|andernfalls|auslass*|auszulassen|un*lich|unfähig*|unmöglich*|mangel|mangelnd*|fehl*|außer"
    "|selten|kaum|statt|anstatt|anstelle|vermeid*|verhinder*|wenig*|sofern|es sei denn|abwesen*"
    "|unabhäng*|verbot*|verbiet*|untersag*|lehn*|*los|*lose|*losen|*frei|*freie|*freien"
    "|nichtraucher|nicht*|versag*|vermied*|scheiter*|unwirksam*|unsicher*|ungeeignet*|unnötig*"
    "|instabil*|unkontrolliert*|irreversib*|ungewöhnlich*|ungewiss*|unbekannt*|unvollständig*"
    "|unbehandelt*|unwillkür*|unregelmäß*|abgeraten|abzuraten|unerwart*|unverträg*|kontraindiz*"
    "|schmerzlos*|schwierig*|schwer|unsichtbar*|harmlos*|unbedenk*|unzureich*|ungenüg*|unklar*"
    "|unheilbar*|unangenehm*|unabhängig*|nur|undenkbar*|unerwünscht*|verzicht*|unterlass*"
    "|absehen|unmittelbar|nicht mehr als|nicht weniger als|nicht über|nicht unter|weder|un*"
    "|*widrig|abrat*|rät ab|raten … ab|rät … ab|ohne dass|außerhalb|gratis|kostenlos*|umsonst"
    "|nackt|barfuß|entbehr*|höchstens|spätestens|genüg*|reicht|reichen|nüchtern|befreit"
    "|nicht *er als|verbeug*|vorbeug*|missling*|scheu*|verpass*|bestreit*|widersetz*"
    "|widersprech*|nichts als|abseh*|ungültig*|stattdessen|weglass*|weggelass*|entgeh*|entging*"
    "|auch ohne|verzögerungsfrei|ausnahmslos|wegfall*|überspring*|gestrichen|egal|gleichgültig"
    "|wirkungslos*|nutzlos*|oder ohne|oder nicht|wenn nicht",
    "without": "ohne",
    "only": "nur|lediglich|ausschließlich|bloß|einzig|nichts als|nichts anderes als|niemand außer",
    "only?": "allein|alleinig*|erst|einzige*|sondern|beschränk*|begrenz*|sofern|allenfalls|genüg*|reicht"
    "|reichen|ausreich*|vorausgesetzt|alles was|frühestens|vorbehalten",
    "must": "muss|müssen|musst|müsse|sollte|sollten|soll|sollen|verpflichtend|obligatorisch*|zwingend"
    "|vorgeschrieben*|müsste|müssten|mussten|musste|sollt|müsst",
    "must?": "zu müssen|gemusst|gezwungen|vorzugsweise|sinnvoll|am besten|besser|erforder*|notwendig*"
    "|nötig*|benötig*|brauch*|bedarf*|bedürf*|verlang*|empfohlen|wichtig*|unbedingt|achten"
    "|ist zu|sind zu|geboten|unerlässlich|voraus*|dringend*|ratsam|vorausgesetzt|essenziell*"
    "|sicherstell*|sicherzustell*|pflicht*|*pflicht|*pflichtig|ist … zu *en|sind … zu *en"
    "|zu *en ist|zu *en sind|bitte*|haben … zu *en|hat … zu *en|gilt es|es gilt|genüg*|reicht"
    "|reichen|angebracht|angezeigt|raten|rät|gehört|gehören|verpflicht*|tunlichst"
    "|denken sie daran|vonnöten|unabding*|unumgänglich|unverzichtbar*|lebenswichtig"
    "|vergessen … nicht|gehalten|auferleg*|empfehl*|empfiehl*|empfohl*",
    "may": "könnte|könnten|möglicherweise|vielleicht|eventuell|womöglich|unter umständen|mag|mögen|könne",
    "may?": "ließe|ließen|ließ|lasse|sich|möglich*|fähig*|wahrscheinlich*|potenziell*|potentiell*"
    "|erlaub*|ermöglich*|möglichkeit*|manchmal|gegebenenfalls|evtl|evtl.|imstande|geeignet*"
    "|dürfte|dürften|dürfen|darf|würde|würden|lässt|lassen|gelegentlich|konnte|konnten|*bar"
    "|*bare|*baren|kannst|vermutlich|könnt|etwaig*|theor*|hypoth*|freiwillig|in der lage"
    "|*barkeit|kann|können",
    "avoid": "vermeid*|meid*|vermied*|gemied*|verzicht*|unterlass*",
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
    "safe": "sicher*|unbedenklich*|ungefährlich*|harmlos*|gefahrlos*",
    "unsafe": "unsicher*|gefährlich*|schädlich*|riskant*|bedenklich*",
    "effective": "wirksam*|effektiv*|effizient*",
    "ineffective": "unwirksam*|wirkungslos*|nutzlos*|ineffektiv*",
    "start": "beginn*|begann*|begonn*|anfang*|start*|einleit*|eingeleit*|aufnehm*",
    "stop": "abbrech*|abgebroch*|beend*|aufhör*|absetz*|abgesetzt|stopp*|einstell*|eingestellt"
    "|unterbrech*|unterbroch*",
    "plain": "ohne verzögerung|ohne zögern|ohne aufschub|nicht nur|mehr oder weniger|vor allem|je nach"
    "|nach wie vor|ohne zweifel|nicht zuletzt|mehr als|weniger als|nach und nach|unter|uns|im"
    "|ins|indem|insgesamt|imperativ|index|vor ort|meiner meinung nach|vorgang|nachts|vor jahren"
    "|allem voran|und|unter*|uns*|union*|univers*|uniform*|ungefähr*|unfall*|unfäll*|ungar*"
    "|unmittelbar*|nichts anderes|gar nichts|nicht unbedingt|nicht zu vergessen"
    "|noch nicht einmal|ganz gleich|wie auch immer|ohne weiteres|zweifellos|wohl oder übel"
    "|ob mit oder ohne|nach möglichkeit|ohnehin|nochmals|nicht selten|mit oder ohne|wartung*",
    "clause": "und|aber|oder|denn|doch|sondern|weil|dass",
    "restrictive": "zöger*|scheu*",
    "expletive": "zögern|scheuen",
    "most": "bis zu|höchstens|maximal*|bis|nicht mehr als|spätestens|längstens|innerhalb|maximum|höchst*",
    "until": "bis|erst",
    "lack": "mangel*|*mangel|fehl*|abwesen*|defizit*",
    "prevent": "verhinder*|vorbeug*|verhüt*|schütz*|schutz|vermeid*|*schutz",
    "instead": "statt|anstatt|anstelle",
    "concede": "auch wenn|selbst wenn|obwohl|obgleich|wenngleich|trotz*",
    "otherwise": "sonst|andernfalls",
    "hard": "schwer|schwierig*|kaum",
    "gratis": "kostenlos*|gratis|kostenfrei*|umsonst|unentgeltlich*|gebührenfrei*",
    "hedge": "recht|berechtigt|scheint|scheinen|wahlweise|neig*|tendier*|vermut*|angeblich|anscheinend"
    "|offenbar|belastbar|trägt|ab und zu|hin und wieder|mitunter|zuweilen|bisweilen|fallweise"
    "|in betracht|kommt … in frage|pflegt",
    "alternative": "noch",
    "earliest": "erst|frühestens|ab",
    "least": "nicht weniger als|nicht unter|mindestens|wenigstens|minimum",
    "without?": "oder ohne",
    "priv": "un*",
    "greater": "höher*|größer*|höchst*|größt*",
    "lesser": "niedriger*|geringer*|kleiner*|niedrigst*|geringst*|kleinst*",
    "first": "erste|ersten|erster|erstes|erstem",
    "first?": "zuerst|anfang*|anfäng*|zunächst|erst*|vor*",
    "last": "letzte|letzten|letzter|letztes|letztem",
    "last?": "vergangen*|vorig*|zuletzt|abschließend*",
    "reject": "ablehn*|abgelehn*|zurückweis*|zurückgewies*|verweiger*|weiger*|abgewies*",
}

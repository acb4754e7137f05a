"""What numbers count: nouns and measure words of one sense in all languages.

They tell bare numbers apart that changed places: records from countries, participants in weeks. A
sense has the nouns of each language as the words of a pattern. Forms that also mean something else
belong to both senses; nothing is then said of either.
"""

BEHIND: dict[str, dict[str, str]] = {
    "person": {
        "en": "patients?|people|persons?|participants?|volunteers?|women|woman|men|man|children|adults?"
        "|subjects?|visitors?|employees?|workers?|nurses?|inhabitants?|residents?|doctors?|students?|girls?"
        "|boys?|babies|infants?|users?|smokers?|respondents?|schoolchildren|pupils|carriers|donors",
        "es": "pacientes?|personas?|participantes?|voluntari[oa]s?|mujer(?:es)?|hombres?|niñ[oa]s?"
        "|adult[oa]s?"
        "|sujetos?|visitantes?|emplead[oa]s?|trabajador(?:es|as?)?|obreros?|enfermer[oa]s|habitantes?"
        "|médicos|estudiantes|alumn[oa]s|bebés?|usuari[oa]s|fumador(?:es|as)|encuestad[oa]s|portador(?:es"
        "|as)",
        "fr": "patient(?:e?s)?|personnes?|participant(?:e?s)?|volontaires?|femmes?|hommes?|enfants?|adultes?"
        "|sujets?|visiteurs?|salariée?s?|employée?s?|ouvriers|infirmi[eè]re?s|habitants?|médecins|étudiants"
        "|élèves|bébés|utilisateurs|fumeurs|répondants|porteurs",
        "it": "pazient[ei]|person[ae]|partecipant[ei]|volontar[io]|donn[ae]|uomini|bambin[io]|adult[io]"
        "|soggett[io]|visitator[ei]|dipendent[ei]|operai|infermier[ei]|abitant[ei]|medici|student[ei]"
        "|neonati|utenti|fumatori|intervistati|portatori",
        "pt": "pacientes?|pessoas?|participantes?|voluntári[oa]s?|mulher(?:es)?|homens?|crianças?|adult[oa]s?"
        "|sujeitos|visitantes?|funcionári[oa]s|operários|enfermeir[oa]s|habitantes?|médicos|estudantes"
        "|alunos|bebês|usuários|fumantes|entrevistados|portadores",
        "de": r"patient\w*|person\w*|teilnehm\w*|freiwillige\w*|frau(?:en)?|männern?|kindern?|erwachsene\w*"
        r"|proband\w*|besucher\w*|mitarbeit\w*|beschäftigt\w*|arbeitern?|pflegekräft\w*|einwohner\w*|ärzt\w*"
        r"|studierende\w*|schüler\w*|säugling\w*|nutzern?|rauchern?|befragte\w*|menschen|leuten?|trägern?",
        "ar": "شخصا?|أشخاص|مريضا?|مرضى|مشاركا?|مشاركين|متطوعا?|متطوعين|امرأة|نساء|رجلا?|رجال|طفلا?|أطفال"
        "|بالغا?|بالغين|زائرا?|زوار|موظفا?|موظفين|عاملا?|عمال|ممرضا?|ممرضة|نسمة|طبيبا?|أطباء|طالبا?|طلاب"
        "|تلاميذ|رضيعا?|رضع|مدخنا?",
        "zh": "人|名|位",
        "ja": "人|名",
    },
    "country": {
        "en": "countr(?:y|ies)|nations?",
        "es": "país(?:es)?",
        "fr": "pays",
        "it": "paes[ei]",
        "pt": "país(?:es)?",
        "de": "ländern?|staaten",
        "ar": "بلدا?|بلدان|دولة|دول",
        "zh": "个国家|国",
        "ja": "[かカヵヶ箇]国|国",
    },
    "site": {
        "en": "cent(?:re|er)s?|hospitals?|sites?|clinics?|pharmacies",
        "es": "centros?|hospital(?:es)?|clínicas|farmacias",
        "fr": "centres?|hôpita(?:l|ux)|sites?|cliniques|pharmacies",
        "it": "centr[io]|ospedal[ei]|cliniche|farmacie",
        "pt": "centros?|hospita(?:l|is)|clínicas|farmácias",
        "de": r"zentren|krankenhäusern?|kliniken|prüfzentren|standorten?|apotheken",
        "ar": "مركزا?|مراكز|مستشفى|مستشفيات|موقعا?|مواقع|صيدلية|صيدليات",
        "zh": "家",
        "ja": "施設|病院|[かカヵヶ箇]所",
    },
    "record": {
        "en": "records?|reports?|entries",
        "es": "registros?|informes?|notificaciones|entradas",
        "fr": "dossiers?|signalements?|enregistrements?|entrées",
        "it": "segnalazion[ei]|registrazion[ei]|voci|record",
        "pt": "registros?|relatos?|notificações|entradas",
        "de": "datensätzen?|meldungen|berichten?|einträgen?",
        "ar": "سجلا?|سجلات|بلاغا?|بلاغات|تقريرا?|تقارير",
        "zh": "条|份",
        "ja": "件",
    },
    "pill": {
        "en": "tablets?|pills?|capsules?",
        "es": "comprimidos?|pastillas?|cápsulas?",
        "fr": "comprimés?|cachets?|gélules?",
        "it": "compress[ae]|pastigli[ae]|capsul[ae]",
        "pt": "comprimidos?|pílulas?|cápsulas?",
        "de": "tabletten?|pillen|kapseln?",
        "ar": "قرصا?|أقراص|حبة|حبات|حبوب|كبسولة|كبسولات",
        "zh": "片|粒",
        "ja": "錠|カプセル|粒",
    },
    "turn": {
        "en": "doses?|injections?|sessions?|treatments|visits|cycles?",
        "es": "dosis|inyecciones|sesiones|tratamientos|visitas|ciclos?",
        "fr": "doses?|prises|injections?|séances?|visites|cycles?",
        "it": "dosi|iniezion[ei]|sedut[ae]|trattamenti|visite|cicl[io]",
        "pt": "doses?|injeções|sessões|tratamentos|consultas|ciclos?",
        "de": "dosen|injektionen|sitzungen|behandlungen|termine|zyklen|zyklus",
        "ar": "جرعة|جرعات|حقنة|حقن|جلسة|جلسات|دورة|دورات",
        "zh": "次|剂|针",
        "ja": "回(?!目)|サイクル",
    },
    "device": {
        "en": "devices?|machines?|ventilators",
        "es": "dispositivos?|aparatos?|máquinas|equipos",
        "fr": "appareils?|dispositifs?|machines",
        "it": "dispositiv[io]|apparecchi|macchine",
        "pt": "dispositivos?|aparelhos?|máquinas|equipamentos",
        "de": "geräten?|maschinen",
        "ar": "جهازا?|أجهزة|آلات",
        "zh": "台",
        "ja": "台",
    },
    "kind": {
        "en": "medicines?|drugs?|languages?|kinds?",
        "es": "medicamentos?|fármacos?|idiomas?|tipos?",
        "fr": "médicaments?|langues?|types?|sortes?",
        "it": "medicinal[ei]|farmac[io]|lingue|tipi",
        "pt": "medicamentos?|remédios?|idiomas?|tipos?",
        "de": "medikamenten?|arzneimitteln?|sprachen|arten",
        "ar": "دواء|أدوية|لغة|لغات|أنواع",
        "zh": "种",
        "ja": "種類|種|剤|の言語|言語",
    },
    "family": {
        "en": "famil(?:y|ies)|households?",
        "es": "familias?|hogares",
        "fr": "familles?|foyers|ménages",
        "it": "famigli[ae]",
        "pt": "famílias?|lares",
        "de": "familien?|haushalten?",
        "ar": "أسرة|أسر|عائلة|عائلات",
        "zh": "个家庭|户",
        "ja": "世帯|家庭|を超えるご?家庭",
    },
    "bed": {
        "en": "(?:hospital )?beds?",
        "es": "camas?",
        "fr": "lits?",
        "it": "(?:posti )?letto|letti",
        "pt": "leitos?",
        "de": r"\w*betten|bett",
        "ar": "سريرا?|أسرة",
        "zh": "张",
        "ja": "床",
    },
    "cup": {
        "en": "cups?|glasses|glass",
        "es": "tazas?|vasos?",
        "fr": "tasses?|verres?",
        "it": "tazz[ae]|bicchier[ei]",
        "pt": "xícaras?|copos?",
        "de": "tassen?|gl[aä]s(?:er|ern)?",
        "ar": "فنجانا?|فناجين|كوبا?|أكواب|كأسا?|كؤوس",
        "zh": "杯",
        "ja": "杯",
    },
    "drop": {
        "en": "drops?",
        "es": "gotas?",
        "fr": "gouttes?",
        "it": "gocc(?:ia|e)",
        "pt": "gotas?",
        "de": "tropfen",
        "ar": "قطرة|قطرات",
        "zh": "滴",
        "ja": "滴",
    },
    "step": {
        "en": "steps?",
        "es": "pasos?",
        "fr": "pas",
        "it": "pass[io]",
        "pt": "passos?",
        "de": "schritten?",
        "ar": "خطوة|خطوات",
        "zh": "步",
        "ja": "歩",
    },
    "group": {
        "en": "groups?|arms",
        "es": "grupos?|brazos",
        "fr": "groupes?|bras",
        "it": "grupp[io]|bracci",
        "pt": "grupos?|braços",
        "de": "gruppen?|armen?",
        "ar": "مجموعة|مجموعات",
        "zh": "组|个组",
        "ja": "群",
    },
    "room": {
        "en": "rooms?",
        "es": "habitaciones|salas?",
        "fr": "chambres?|salles?",
        "it": "stanz[ae]|camer[ae]",
        "pt": "quartos?|salas?",
        "de": "zimmern?|räumen?",
        "ar": "غرفة|غرف",
        "zh": "个房间|间",
        "ja": "室|部屋",
    },
    "chapter": {"zh": "章", "ja": "章"},
    "type": {"zh": "型", "ja": "型"},
    "phase": {"zh": "期", "ja": "相"},
    "grade": {"zh": "级", "ja": "級|度(?!以)"},
    "page": {"zh": "页", "ja": "ページ|頁"},
}
"""Sense to the forms behind a number, by language."""

BEFORE: dict[str, dict[str, str]] = {
    "type": {
        "en": "type",
        "es": "tipo",
        "fr": "type",
        "it": "tipo",
        "pt": "tipo",
        "de": "typ",
        "ar": "النوع|نوع",
    },
    "phase": {
        "en": "phase",
        "es": "fase",
        "fr": "phase",
        "it": "fase",
        "pt": "fase",
        "de": "phase",
        "ar": "المرحلة|مرحلة",
    },
    "grade": {
        "en": "grades?",
        "es": "grados?",
        "fr": "grades?",
        "it": "gradi|grado",
        "pt": "graus?",
        "de": "grad(?:e|es)?",
        "ar": "الدرجة|درجة",
        "ja": "グレード",
    },
    "chapter": {
        "en": "chapter",
        "es": "capítulo",
        "fr": "chapitre",
        "it": "capitolo",
        "pt": "capítulo",
        "de": "kapitel",
        "ar": "الفصل|فصل",
    },
    "figure": {
        "en": "figure|fig[.]",
        "es": "figura",
        "fr": "figure",
        "it": "figura",
        "pt": "figura",
        "de": "abbildung|abb[.]|bild",
        "ar": "الشكل|شكل",
        "zh": "图",
        "ja": "図",
    },
    "table": {
        "en": "table",
        "es": "tabla",
        "fr": "tableau",
        "it": "tabella",
        "pt": "tabela",
        "de": "tabelle",
        "ar": "الجدول|جدول",
        "zh": "表",
        "ja": "表",
    },
    "probability": dict.fromkeys(
        ("en", "es", "fr", "it", "pt", "de", "ar", "zh", "ja"), r"p\s*[<>=≤＜＞＝]\s*"
    ),
    "page": {
        "en": "pages?",
        "es": "páginas?",
        "fr": "pages?",
        "it": "pagin[ae]",
        "pt": "páginas?",
        "de": "seiten?",
        "ar": "الصفحة|صفحة",
    },
}
"""Sense to the forms before the number that names a thing of it."""

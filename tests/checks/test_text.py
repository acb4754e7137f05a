"""Text and characters: each check passes, fails, and keeps quiet where it does not apply."""

import pytest

from pipeline.model import Kind
from tests.checks.support import ids

LIST = "It causes pain, fever, cough and thirst."
ENGLISH = "Many people with multiple sclerosis live with fatigue every day."


@pytest.mark.parametrize(
    ("check", "tag", "source", "good", "bad"),
    [
        ("text.untranslated", "es", "Why choose us?", "¿Por qué elegirnos?", "Why choose us?"),
        (
            "text.language",
            "es",
            ENGLISH,
            "Muchas personas con esclerosis múltiple viven con fatiga.",
            ENGLISH[:-1] + "!",
        ),
        (
            "text.language",
            "it",
            ENGLISH,
            "Molte persone con la sclerosi multipla convivono ogni giorno con la fatica.",
            "Muchas personas con la esclerosis múltiple viven cada día con la fatiga y el dolor.",
        ),
        (
            "text.language",
            "ar",
            ENGLISH,
            "يعاني كثير من المصابين بالتصلب المتعدد من التعب.",
            "Molte persone con fatica e dolore.",
        ),
        (
            "text.language",
            "zh_Hans",
            ENGLISH,
            "许多多发性硬化患者每天都会感到疲劳。",
            "許多多發性硬化患者每天都會感到疲勞。",
        ),
        (
            "text.language",
            "ja",
            ENGLISH,
            "多発性硬化症の多くの患者さんは、毎日疲労を感じています。",
            "许多多发性硬化患者每天都会感到疲劳。",
        ),
        (
            "text.left-over",
            "es",
            "a short course of steroids is used",
            "se usa un ciclo corto",
            "se usa a short course of",
        ),
        (
            "text.left-over",
            "ja",
            "interferon beta is used",
            "インターフェロンβを用います",
            "interferon beta is を用います",
        ),
        ("text.doubled", "es", "in the blood", "en la sangre", "en la la sangre"),
        (
            "text.length",
            "es",
            ENGLISH,
            "Muchas personas con esclerosis múltiple viven con fatiga.",
            "Fatiga.",
        ),
        ("text.sentences", "es", "It works. It is safe.", "Funciona. Es seguro.", "Funciona y punto."),
        (
            "text.sentences",
            "fr",
            "Why? It works.",
            "Pourquoi\u202f? Ça marche.",
            "Pourquoi\u202f? ça marche.",
        ),
        (
            "text.sentences",
            "de",
            "It works. It is safe.",
            "Es wirkt. Es ist z. B. sicher.",
            "Es wirkt. es ist",
        ),
        ("text.parts", "es", "pain; fever; cough", "dolor; fiebre; tos", "dolor; tos"),
        ("text.parts", "es", LIST, "Provoca dolor, fiebre, tos y sed.", "Provoca dolor, tos y sed."),
        (
            "text.parts",
            "de",
            LIST,
            "Es macht Schmerz, Fieber, Husten und Durst.",
            "Schmerz, Husten und Durst.",
        ),
        ("text.parts", "ar", LIST, "يسبب الألم والحمى والسعال والعطش.", "يسبب الألم والسعال والعطش."),
        ("text.parts", "zh_Hans", LIST, "会引起疼痛、发热、咳嗽和口渴。", "会引起疼痛、咳嗽和口渴。"),
        (
            "text.parts",
            "ja",
            LIST,
            "痛み、発熱、咳および渇きを起こします。",
            "痛み、咳および渇きを起こします。",
        ),
        ("text.parts", "fr", "Pain, fever, and cough.", "Douleur, fièvre et toux.", "Douleur et toux."),
        (
            "text.parts",
            "fr",
            "Pain, fever, cough, and thirst.",
            "Douleur, fièvre, toux, soif.",
            "Douleur et soif.",
        ),
        ("text.parts", "de", "Pain; fever; cough.", "Schmerz; Fieber. Husten.", "Schmerz; Husten."),
        ("text.parts", "it", LIST, "Dolore, febbre, tosse e sete.", "Dolore, febbre, tosse, sete e sonno."),
        (
            "text.parts",
            "zh_Hans",
            LIST,
            "会引起疼痛、发热、咳嗽和口渴。",
            "会引起疼痛、发热、咳嗽、口渴和困倦。",
        ),
        ("text.end-punctuation", "es", "Is it safe?", "¿Es seguro?", "Es seguro."),
        ("text.end-punctuation", "zh_Hans", "It is safe.", "它是安全的。", "它是安全的"),
        ("text.end-punctuation", "ar", "Is it safe?", "هل هو آمن؟", "هل هو آمن"),
        ("text.end-punctuation", "de", "**Note:** rest.", "**Hinweis:** Ruhe.", "**Hinweis:** Ruhe:"),
        ("text.inverted-marks", "es", "Is it safe?", "¿Es seguro?", "Es seguro?"),
        ("text.inverted-marks", "es", "It is safe!", "¡Es seguro!", "Es seguro!"),
        ("text.punctuation-forms", "ar", "Pain, fever", "ألم، حمى", "ألم, حمى"),
        ("text.punctuation-forms", "zh_Hans", "Pain, fever", "疼痛，发热", "疼痛,发热"),
        ("text.punctuation-forms", "ja", "It hurts.", "痛みます。", "痛みます."),
        ("text.punctuation-forms", "zh_Hans", "At 1.5 m.", "在1.5米处。", "在1.5米处."),
        ("text.spaced-signs", "fr", "Why?", "Pourquoi\u202f?", "Pourquoi?"),
        ("text.quotation-marks", "de", "A “safe” dose", "Eine „sichere“ Dosis", "Eine «sichere» Dosis ”"),
        ("text.quotation-marks", "es", "A “safe” dose", "Una dosis «segura»", "Una dosis „segura”"),
        ("text.quotation-marks", "fr", "A “safe” dose", "Une dose « sûre »", "Une dose “sûre”"),
        ("text.quotation-marks", "pt_BR", "A “safe” dose", "Uma dose “segura”", "Uma dose «segura»"),
        ("text.quotation-marks", "it", "A “safe” dose", "Una dose “sicura”", "Una dose ”sicura”"),
        ("text.quotation-marks", "de", "A “safe” dose", "Eine „sichere“ Dosis", "Eine „sichere Dosis"),
        ("text.quotation-marks", "ja", "A “safe” dose", "「安全な」用量", "「安全な用量"),
        ("text.brackets", "es", "Pain (mild)", "Dolor (leve)", "Dolor (leve"),
        ("text.brackets", "zh_Hans", "Pain (mild)", "疼痛（轻度）", "疼痛（轻度"),
        ("text.capital", "es", "The dose", "La dosis", "la dosis"),
        ("text.whitespace", "es", "The dose is low.", "La dosis es baja.", "La dosis  es baja."),
        ("text.whitespace", "es", "The dose is low.", "La dosis es baja.", "La dosis es baja ."),
        ("text.ellipsis", "es", "And so on…", "Y así…", "Y así."),
        ("characters.bidi", "ar", "The dose", "الجرعة", "\u202eالجرعة"),
        ("characters.invisible", "es", "The dose", "La dosis", "La do\u200bsis"),
        ("characters.invisible", "es", "The dose", "La dosis", "La do\u00adsis"),
        ("characters.invisible", "es", "The dose", "La dosis", "La dosis\U000e0041"),
        ("characters.invisible", "de", "The dose", "Die Dosis", "Die\u200d Dosis"),
        ("characters.control", "es", "The dose", "La dosis", "La dosis\x07"),
        ("characters.control", "es", "The dose", "La dosis", "La dosi\ufffd"),
        ("characters.mixed-script", "es", "The dose", "La dosis", "La d\u043esis"),
        ("characters.compatibility", "es", "The figure", "La figura", "La \ufb01gura"),
        ("characters.compatibility", "ja", "A chamber", "チャンバー", "ﾁｬﾝﾊﾞｰ"),
        ("characters.normalization", "es", "The session", "La sesión", "La sesio\u0301n"),
    ],
)
def test_a_check_tells_good_from_bad(check: str, tag: str, source: str, good: str, bad: str) -> None:
    assert check not in ids(source, good, tag)
    assert check in ids(source, bad, tag)


@pytest.mark.parametrize(
    ("check", "tag", "source", "target"),
    [
        ("text.untranslated", "es", "HBOT (MS)", "HBOT (MS)"),
        ("text.inverted-marks", "it", "Is it safe?", "È sicuro?"),
        ("text.quotation-marks", "nl", "A “safe” dose", "Een „veilige” dosis"),
        ("text.quotation-marks", "es", "A “safe dose", "Una dosis “segura"),
        ("text.quotation-marks", "es", "A “safe” dose", "Una dosis “segura”"),
        ("text.quotation-marks", "pt_PT", "A “safe” dose", "Uma dose «segura»"),
        ("text.quotation-marks", "fr", "“A ‘safe’ dose”", "« Une dose “sûre” »"),
        ("text.quotation-marks", "pt_BR", "The signs « and » are French", "Os sinais « e » são franceses"),
        ("text.quotation-marks", "de", "A “safe” dose", "Eine »sichere« Dosis"),
        ("text.parts", "de", "If it hurts, rest and wait.", "Ruhen Sie bei Schmerzen und warten Sie."),
        ("text.parts", "es", "It took 1,000, 2,000, and 3,000 days.", "Tardó 1000, 2000 y 3000 días."),
        ("text.language", "de", "Take vitamin D3 now.", "Nehmen Sie jetzt 50.000 I.E. Vitamin D3."),
        ("text.language", "zh_Hans", "Neuralyx (MS), HBOT", "Neuralyx (MS)、HBOT"),
        ("text.spaced-signs", "fr", "At 10:30", "À 10:30"),
        ("text.spaced-signs", "es", "Why?", "¿Por qué?"),
        ("text.end-punctuation", "ja", "fatigue, pain, etc.", "疲労、痛みなど"),
        ("text.length", "zh_Hans", "Yes", "是的，没有问题"),
        ("text.capital", "ar", "The dose", "الجرعة"),
        ("text.capital", "es", "MS treatment", "tratamiento de la EM"),
        ("text.doubled", "fr", "We rest", "Nous nous reposons"),
        ("characters.invisible", "fa", "The books", "کتاب\u200cها"),
        ("characters.invisible", "ar", "The dose (HBOT)", "الجرعة (HBOT)\u200f"),
        ("characters.mixed-script", "es", "β-interferon and CD4+", "β-interferón y CD4+"),
        ("characters.compatibility", "ja", "(Full)", "（完全）"),
    ],
)
def test_a_check_keeps_quiet_where_it_does_not_apply(check: str, tag: str, source: str, target: str) -> None:
    assert check not in ids(source, target, tag)


def test_names_may_stay_as_they_are() -> None:
    assert "text.untranslated" in ids("Oxyair Home Chamber", "Oxyair Home Chamber")
    names = frozenset({"Oxyair Home Chamber"})
    assert "text.untranslated" not in ids(
        "Oxyair Home Chamber", "Oxyair Home Chamber", do_not_translate=names
    )


def test_a_slug_is_no_prose() -> None:
    assert not ids("hbot-for-ms", "ohb-para-la-em", kind=Kind.SLUG)

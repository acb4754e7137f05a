"""Editions made by hand, with real sentences, for tests of the PDF in every script."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipeline import locales
from pipeline.model import ArticleName, Edition, LocaleTag, State, Text, TocEntry

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6360606000"
    "0000040001f61738550000000049454e44ae426082"
)
"""A PNG of one black pixel."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Brand:
    """Whose PDF the tests make."""

    name: str = "Oxyair"
    colour: str = "#0b5a7a"
    footer: str = "This article informs; it does not replace the advice of a physician."


SENTENCES: Mapping[str, tuple[str, str, str]] = {
    "en": (
        "Hyperbaric oxygen therapy",
        "Treatment and care",
        "About 50% of patients relapse within 5 years, and <strong>the damage</strong> cannot be reversed.",
    ),
    "de": (
        "Hyperbare Sauerstofftherapie bei Multipler Sklerose",
        "Behandlung und Pflege",
        "Das Immunsystem greift irrtümlich die Myelinscheide der Nervenfasern an, wodurch die "
        "Signalübertragung gestört wird. Etwa 50&nbsp;% der Betroffenen erleiden innerhalb von "
        "<em>fünf Jahren</em> einen Rückfall.",
    ),
    "ar": (
        "العلاج بالأكسجين عالي الضغط للتصلب المتعدد",
        "العلاج والرعاية",
        'ارتفع عدد المصابين بنسبة <bdi dir="ltr">+21.7%</bdi> بين عامي 2013 و2020، ويهاجم الجهاز المناعي '
        'خلايا <bdi dir="ltr">CD4+ T</bdi> عند <bdi dir="ltr">1 / 3</bdi> من المرضى '
        '(<bdi dir="ltr">HBOT</bdi>).',
    ),
    "zh_Hans": (
        "高压氧治疗多发性硬化症",
        "治疗与护理",
        "多发性硬化症（MS）是一种中枢神经系统的自身免疫性疾病。免疫系统错误地攻击神经纤维的“髓鞘”，"
        "约50%的患者在5年内<em>复发</em>。",
    ),
    "ja": (
        "多発性硬化症に対する高気圧酸素療法",
        "治療とケア",
        "多発性硬化症（MS）は、中枢神経系の自己免疫疾患です。免疫系が誤って神経線維の「髄鞘」を攻撃し、"
        "約50%の患者が5年以内に<em>再発</em>します。",
    ),
    "ko": (
        "다발성 경화증의 고압 산소 치료",
        "치료와 관리",
        "다발성 경화증(MS)은 중추신경계의 자가면역 질환입니다. 환자의 약 50%가 5년 안에 재발합니다.",
    ),
    "he": (
        "טיפול בחמצן בלחץ גבוה בטרשת נפוצה",
        "טיפול והשגחה",
        'טרשת נפוצה (<bdi dir="ltr">MS</bdi>) היא מחלה אוטואימונית של מערכת העצבים המרכזית. '
        'כ־<bdi dir="ltr">50%</bdi> מהחולים חווים התקף בתוך 5 שנים.',
    ),
    "hi": (
        "मल्टीपल स्क्लेरोसिस के लिए हाइपरबेरिक ऑक्सीजन थेरेपी",
        "उपचार और देखभाल",
        "मल्टीपल स्क्लेरोसिस (MS) केंद्रीय तंत्रिका तंत्र का एक स्वप्रतिरक्षी रोग है। लगभग 50% रोगियों में "
        "5 वर्षों के भीतर रोग फिर से उभरता है।",
    ),
    "th": (
        "การบำบัดด้วยออกซิเจนแรงดันสูงสำหรับโรคปลอกประสาทเสื่อมแข็ง",
        "การรักษาและการดูแล",
        "โรคปลอกประสาทเสื่อมแข็ง (MS) เป็นโรคภูมิต้านตนเองของระบบประสาทส่วนกลาง ผู้ป่วยประมาณ 50% กลับมาเป็นซ้ำภายใน 5 ปี",
    ),
}
"""For each locale a title, a heading and a paragraph."""


def page(tag: str) -> str:
    """Return a body in the locale with a bit of everything."""
    _, heading, text = SENTENCES[tag]
    return f"""
<h2 id="care">{heading}</h2>
<p>{text}<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>
<ul><li>{text}<ul><li>{heading}</li></ul></li><li><p>{text}</p></li></ul>
<h3 id="more">{heading}</h3>
<ol start="9"><li>{heading}</li><li>{heading}</li></ol>
<table><thead><tr><th class="align-start">{heading}</th><th class="align-end">mg</th></tr></thead>
<tbody><tr><td class="align-start">{text}</td><td class="align-end">2.5</td></tr></tbody></table>
<blockquote><p>{text}</p></blockquote>
<div class="admonition warning"><p class="admonition-title">{heading}</p><p>{text}</p></div>
<dl><dt>{heading}</dt><dd>{text}</dd></dl>
<p data-state="draft">{text}</p>
<p data-state="untranslated" lang="en" dir="ltr">This paragraph waits for its translation.</p>
<p><a href="#care">{heading}</a> <code>pipeline build</code></p>
<div class="footnote"><hr><ol><li id="fn:1">
<p>{text}&nbsp;<a class="footnote-backref" href="#fnref:1">↩</a></p></li></ol></div>
"""


def edition(
    tag: str,
    body: str,
    *,
    title: str = "",
    approved: bool = True,
    toc: tuple[TocEntry, ...] = (),
    extra: Mapping[str, Any] | None = None,
    **fields: str,
) -> Edition:
    """Return an edition in the locale `tag` with the given body."""
    locale = locales.locale(LocaleTag(tag))
    state = State.APPROVED if approved else State.DRAFT
    values = {"title": title or SENTENCES[tag][0], **fields}
    return Edition(
        article=ArticleName("sample"),
        locale=locale,
        source_locale=locales.locale(LocaleTag("en")),
        slug="sample",
        fields={name: Text(value=value, locale=locale, state=state) for name, value in values.items()},
        extra=extra or {},
        body=body,
        toc=toc,
        date=datetime.date(2026, 11, 22),
        updated=None,
        author="Oxyair",
        states={state: 12},
        words=120,
        approved=approved,
    )


def toc(tag: str) -> tuple[TocEntry, ...]:
    """Return the contents of `page(tag)`, long enough to be printed."""
    heading = SENTENCES[tag][1]
    child = TocEntry(level=3, id="more", text=heading)
    return (TocEntry(level=2, id="care", text=heading, children=(child, child)),)

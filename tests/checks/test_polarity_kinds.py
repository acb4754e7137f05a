"""Orders, needs, conditions and demands: quiet where they are kept, heard where they are turned round."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.checks.prose import TURNED
from tests.checks.support import ids

WORDS = st.lists(
    st.sampled_from(
        "Do not|must|must not|need not|may|cannot be ruled out|until|if it does not ease|avoid|untreated|lacks|, |. "
        "|不得|必须|可以|无需|在之前|なければなりません|てもよい|ないでください|يجب|لا يجوز|قد تنتشر|ألا|，|。|、".split(
            "|"
        )
    )
).map(" ".join)


def found(source: str, target: str, tag: str) -> set[str]:
    return {name for name in ids(source, target, tag) if name.startswith("polarity")}


@pytest.mark.parametrize(("tag", "source", "target", "changes"), TURNED)
def test_what_is_turned_round_is_heard(
    tag: str, source: str, target: str, changes: tuple[tuple[str, str], ...]
) -> None:
    assert not found(source, target, tag)
    for old, new in changes:
        assert found(source, target.replace(old, new), tag), (old, new)


@pytest.mark.parametrize(
    ("tag", "source", "good", "bad"),
    list(
        chain(
            (
                ("zh_Hans", source, good, bad)
                for source, good, bad in (
                    ("A link cannot be ruled out.", "不能排除其关联。", "可以排除其关联。"),
                    ("Alcohol should be avoided.", "应避免饮酒。", "可避免饮酒。"),
                    ("Untreated wounds smell.", "未经处理的伤口有异味。", "经过处理的伤口有异味。"),
                    ("You must call us.", "您必须致电我们。", "如有可能，您可致电我们。"),
                    ("Flushing is not uncommon.", "潮红并不少见。", "潮红少见。"),
                    (
                        "Replace it yearly or weekly, whichever comes first.",
                        "每年或每周更换，以先到者为准。",
                        "每年或每周更换，以后到者为准。",
                    ),
                )
            ),
            (
                ("ja", source, good, bad)
                for source, good, bad in (
                    ("A link cannot be ruled out.", "関連は否定できません。", "関連は否定できます。"),
                    ("Alcohol should be avoided.", "飲酒は避けてください。", "飲酒は避けてもよいです。"),
                    ("The drug lacks a label.", "この薬にはラベルがない。", "この薬にはラベルがある。"),
                    (
                        "Keep it cool until you use it.",
                        "使用するまで冷やしてください。",
                        "使用した後は冷やしてください。",
                    ),
                    ("Flushing is not uncommon.", "潮紅は珍しくありません。", "潮紅は珍しいです。"),
                )
            ),
            (
                ("ar", source, good, bad)
                for source, good, bad in (
                    ("A link cannot be ruled out.", "لا يمكن استبعاد وجود صلة.", "يمكن استبعاد وجود صلة."),
                    ("Alcohol should be avoided.", "ينبغي تجنب الكحول.", "يمكن تجنب الكحول."),
                    ("Untreated wounds smell.", "للجروح غير المعالَجة رائحة.", "للجروح المعالَجة رائحة."),
                    (
                        "If it does not help, call us.",
                        "إذا لم يساعد ذلك فاتصل بنا.",
                        "إذا ساعد ذلك فاتصل بنا.",
                    ),
                )
            ),
        )
    ),
)
def test_each_kind_is_heard_by_itself(tag: str, source: str, good: str, bad: str) -> None:
    assert not found(source, good, tag)
    assert found(source, bad, tag)


@given(source=WORDS, target=WORDS, tag=st.sampled_from(["ar", "ja", "zh_Hans", "de"]))
def test_no_text_breaks_the_reader(source: str, target: str, tag: str) -> None:
    found(source, target, tag)

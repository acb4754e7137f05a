"""What idioms count in Japanese, and what must not become of it."""

import pytest

from tests.checks.support import ids

WRONG = [
    # Times that English has with an article only.
    ("The valve must close within a second.", "弁は1秒以内に閉じなければならない。", "弁は1分以内に閉じなければならない。"),
    ("The valve must close within a second.", "弁は1秒以内に閉じなければならない。", "弁は5秒以内に閉じなければならない。"),
    ("Two readings a minute apart", "1分間隔で2回の測定", "1時間間隔で2回の測定"),
    ("Rest for at least an hour a day.", "1日に1時間以上休んでください。", "1日に1日以上休んでください。"),
    ("Water is allowed up to an hour beforehand.", "水は1時間前まで飲めます。", "水は1日前まで飲めます。"),
    ("Sleep an extra hour.", "1時間長く寝てください。", "1週間長く寝てください。"),
    # Intervals and rates.
    ("Change the pad once a fortnight.", "パッドは2週間に1回交換してください。", "パッドは3週間に1回交換してください。"),
    ("Change the pad once a fortnight.", "パッドは2週間に1回交換してください。", "パッドは週間に1回交換してください。"),
    ("The test is repeated twice, for all three samples.", "3検体すべてで検査を2回繰り返す。", "2検体すべてで検査を3回繰り返す。"),
    ("Use it for a week, on the first day twice.", "1週間使い、初日は2回使います。", "8週間使い、初日は2回使います。"),
    # Parts and shares.
    ("A crack of more than a fifth of a millimetre", "0.2 mmを超える亀裂", "0.3 mmを超える亀裂"),
    ("A crack of more than a fifth of a millimetre", "0.2 mmを超える亀裂", "0.2 mmに満たない亀裂"),
    ("Sales rose by a quarter, and fell by a third.", "売上は4分の1増え、3分の1減った。", "売上は3分の1増え、4分の1減った。"),
    ("Growth in the low double digits", "10%台前半の成長", "60%台前半の成長"),
    ("The result (p = 0.03) was a gain of 1.7 points.", "結果（p = 0.03）は1.7点の上昇だった。", "結果（p = 1.7）は0.03点の上昇だった。"),
    ("Of 900 nurses, three out of four agreed.", "看護師900人のうち4人に3人が同意した。", "看護師4人のうち900人に3人が同意した。"),
    # Ordinals.
    ("From the third day you may walk.", "3日目から歩いてもかまいません。", "1日目から歩いてもかまいません。"),
    ("Neither the first nor the second test", "1回目と2回目のいずれの検査も", "2回目と1回目のいずれの検査も"),
    ("The two hundredth bed", "200床目", "270床目"),
    ("Replace it after every third session.", "3セッションごとに交換する。", "4セッションごとに交換する。"),
    # Numbers of their own sentence, of a range, of a change.
    ("The count rose from 18 to 150.", "数は18から150に増えた。", "数は150から18に増えた。"),
    ("Take one or two sachets.", "1～2包を服用します。", "2～1包を服用します。"),
    ("The probe reads 0.5 °C lower than the other.", "この値は他より0.5 °C低い。", "この値は他より0.5 °C高い。"),
    # Bounds beside a “not” of something else.
    ("Children under 12 must always be accompanied.", "12歳未満の子どもには必ず付き添う。", "12歳以上の子どもには必ず付き添う。"),
    ("If it is due in less than 8 hours, do not take it.", "8時間未満の場合は服用しないでください。", "8時間以上の場合は服用しないでください。"),
    # Words that have lost their number.
    ("Use two or more kinds.", "2種類以上を使う。", "種類以上を使う。"),
    ("For more than ten years", "10年以上", "年以上"),
    ("For the third year running, sales fell.", "売上は3年連続で減った。", "売上は、年連続で減った。"),
    ("The second device", "2台目の装置", "台目の装置"),
    ("At midnight", "午前0時に", "午前時に"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "good", "bad"), WRONG)
def test_what_an_idiom_counts_is_missed(source: str, good: str, bad: str) -> None:
    assert not any(name.startswith("quantity") for name in ids(source, good, "ja"))
    assert any(name.startswith("quantity") for name in ids(source, bad, "ja"))


@pytest.mark.parametrize(
    ("source", "good", "bad"),
    [
        ("Payment is refused unless you can prove it.", "証明できないかぎり支払われない。", "証明できるかぎり支払われない。"),
        ("Note the lower of the two values.", "2つの値のうち低いほうを書く。", "2つの値のうち高いほうを書く。"),
        ("Products may contain no more than 5 mg.", "含有量は5 mg以下でなければならない。", "含有量は5 mg以上でなければならない。"),
    ],
)  # fmt: skip
def test_what_an_idiom_denies_or_bounds_is_missed(source: str, good: str, bad: str) -> None:
    assert not ids(source, good, "ja")
    assert ids(source, bad, "ja")

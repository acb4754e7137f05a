"""Pictures are known by their first bytes; whatever is none says why."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.render.picture import BadPictureError, Picture, picture
from tests.render.samples import PIXEL

GIF = b"GIF89a" + struct.pack("<HH", 7, 5) + bytes(9)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 5, 7) + bytes(12)
WEBP = b"RIFF\x00\x00\x00\x00WEBP"
LOSSY = WEBP + b"VP8 " + bytes(10) + struct.pack("<HH", 7, 5)
LOSSLESS = WEBP + b"VP8L" + bytes(4) + b"\x2f" + (6 | 4 << 14).to_bytes(4, "little")
EXTENDED = WEBP + b"VP8X" + bytes(8) + (6).to_bytes(3, "little") + (4).to_bytes(3, "little")


@pytest.mark.parametrize(
    ("data", "format_", "width", "height"),
    [
        (PIXEL, "png", 1, 1),
        (GIF, "gif", 7, 5),
        (JPEG, "jpg", 7, 5),
        (LOSSY, "webp", 7, 5),
        (LOSSLESS, "webp", 7, 5),
        (EXTENDED, "webp", 7, 5),
        (b'<svg width="7" height="5px"/>', "svg", 7, 5),
        (b'<?xml version="1.0"?><svg viewBox="0 0 7 5"/>', "svg", 7, 5),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg", 0, 0),
    ],
)
def test_formats(data: bytes, format_: str, width: int, height: int) -> None:
    assert picture(data) == Picture(format=format_, width=width, height=height)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "no PNG"),
        (JPEG[:9], "JPEG"),
        (WEBP + b"VP8 ", "WebP"),
        (b"<!DOCTYPE x><svg>", "DOCTYPE"),
    ],
)
def test_what_is_no_picture_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(BadPictureError, match=reason):
        picture(data)


@given(
    st.sampled_from((PIXEL, GIF, JPEG, LOSSY, LOSSLESS, EXTENDED, b"<svg ")), st.binary(), st.integers(0, 40)
)
def test_no_bytes_crash_it(start: bytes, rest: bytes, cut: int) -> None:
    try:
        found = picture(start[:cut] + rest)
    except BadPictureError:
        return
    assert found.width >= 0
    assert found.height >= 0

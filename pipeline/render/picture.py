"""What kind of picture some bytes are, and how large, read from their header alone."""

import re
import struct
from dataclasses import dataclass


class BadPictureError(ValueError):
    """Bytes that are no picture of a known kind, or one that is not fit to print; says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """Format and size of a picture."""

    format: str
    """`png`, `jpg`, `gif`, `webp` or `svg`: also the suffix of a file that holds it."""
    width: int
    """Pixels; of an SVG without a size, 0."""
    height: int
    """Pixels; of an SVG without a size, 0."""


def picture(data: bytes) -> Picture:
    """Recognise a picture by its first bytes. Raises `BadPictureError`."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return Picture(format="png", width=width, height=height)
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return Picture(format="gif", width=width, height=height)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if b"<svg" in data[:4096]:
        return _svg(data)
    if not data:
        raise BadPictureError("it is empty")
    raise BadPictureError("it is no PNG, JPEG, GIF, WebP or SVG picture")


def _jpeg(data: bytes) -> Picture:
    """Walk the segments of a JPEG (ITU-T T.81, annex B) to its frame header."""
    place = 2
    while place + 9 < len(data):
        if data[place] != 0xFF:
            break
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return Picture(format="jpg", width=width, height=height)
        if marker == 0xFF or 0xD0 <= marker <= 0xD8:
            place += 1 if marker == 0xFF else 2
        else:
            place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    raise BadPictureError("it is a broken JPEG")


def _webp(data: bytes) -> Picture:
    """Read the first chunk of a WebP (RFC 9649)."""
    chunk = data[12:16]
    if chunk == b"VP8X" and len(data) >= 30:
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (24, 27))
    elif chunk == b"VP8 " and len(data) >= 30:
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (26, 28))
    elif chunk == b"VP8L" and len(data) >= 25:
        bits = int.from_bytes(data[21:25], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        raise BadPictureError("it is a broken WebP")
    return Picture(format="webp", width=width, height=height)


def _svg(data: bytes) -> Picture:
    """Find the size that an SVG says it has, in pixels; its `viewBox` where it says none."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data, re.IGNORECASE):
        raise BadPictureError("it is an SVG with a DOCTYPE, which may hide other files or endless text")
    start = data[data.index(b"<svg") :].split(b">", 1)[0].decode("utf-8", "replace")
    sizes = [re.search(rf"\s{name}=[\"']\s*([\d.]+)(?:px)?\s*[\"']", start) for name in ("width", "height")]
    box = re.search(r"viewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)", start)
    numbers = [size[1] for size in sizes if size] if all(sizes) else list(box.groups()) if box else ["0", "0"]
    try:
        width, height = (round(float(number)) for number in numbers)
    except ValueError:
        raise BadPictureError("it is an SVG whose size is no number") from None
    return Picture(format="svg", width=width, height=height)

"""What kind of picture some bytes are, how large, and whether pages may show it. Nothing is decoded."""

import re
import struct
import zlib
from dataclasses import dataclass
from xml.parsers import expat

MAX_PIXELS = 60_000_000
"""A larger picture is refused: decoded it would fill a quarter of a gigabyte."""


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


def fit(data: bytes) -> Picture:
    """Recognise a picture that pages may show. Raises `BadPictureError` for any other.

    It is not too large, a PNG is whole, and an SVG is well-formed and needs nothing but itself.
    """
    found = picture(data)
    if found.width * found.height > MAX_PIXELS:
        limit = MAX_PIXELS // 1_000_000
        raise BadPictureError(f"it has {found.width} × {found.height} pixels, more than {limit} million")
    if found.format == "png":
        _whole_png(data)
    elif found.format == "svg":
        _harmless_svg(data)
    return found


def _whole_png(data: bytes) -> None:
    """Walk the chunks of a PNG to its end, each with its checksum (W3C PNG, 5.3)."""
    place = 8
    while place + 12 <= len(data):
        end = place + 8 + int.from_bytes(data[place : place + 4], "big")
        if int.from_bytes(data[end : end + 4], "big") != zlib.crc32(data[place + 4 : end]):
            break
        if data[place + 4 : place + 8] == b"IEND":
            return
        place = end + 4
    raise BadPictureError("it is a PNG that was cut off or damaged")


def _harmless_svg(data: bytes) -> None:
    """Refuse an SVG that is no XML, that holds what could run, or that reaches for other files."""

    def start(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition("}")[2].lower()
        if local in ("script", "foreignobject", "handler", "iframe"):
            raise BadPictureError("it holds scripts, or could")
        for key, value in attributes.items():
            attribute, target = key.rpartition("}")[2].lower(), value.strip().lower()
            if attribute.startswith("on") or "javascript:" in target:
                raise BadPictureError("it holds scripts, or could")
            own = target.startswith(("#", "data:image/")) or local == "a"
            if (attribute in ("href", "src") and not own) or _REACHING.search(target):
                raise BadPictureError(f"it reaches for another file: {value.strip()[:80]}")

    def text(said: str) -> None:
        if _REACHING.search(said.lower()):
            raise BadPictureError(f"it reaches for another file: {said.strip()[:80]}")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler, parser.CharacterDataHandler = start, text
    parser.buffer_text = True
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadPictureError(f"it is no well-formed SVG: {error}") from None


_REACHING = re.compile(r"""@import|url\(\s*["']?(?!["'#\s]|data:image/)""")
"""What lets a style sheet load something, in small letters."""


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

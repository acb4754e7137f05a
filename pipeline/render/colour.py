"""One brand colour made legible on light and on dark paper (WCAG 2.2, success criterion 1.4.3)."""

import re

Rgb = tuple[float, float, float]
"""Red, green and blue, each from 0 to 1."""

_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def is_colour(text: str) -> bool:
    """Whether `text` is a colour that `legible` takes: `#rrggbb`."""
    return bool(_HEX.fullmatch(text))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, as WCAG defines it."""
    high, low = sorted((_luminance(_parse(one)), _luminance(_parse(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def legible(colour: str, *papers: str, ratio: float = 4.5) -> str:
    """Return `colour`, moved just far enough to black or white to stand out from every paper by `ratio`.

    All papers must be light, or all dark.
    """
    towards: Rgb = (0.0, 0.0, 0.0) if _luminance(_parse(papers[0])) > 0.18 else (1.0, 1.0, 1.0)
    for step in range(101):
        moved = _mix(_parse(colour), towards, step / 100)
        if all(contrast(moved, paper) >= ratio for paper in papers):
            return moved
    return _mix(towards, towards, 0)


def _parse(colour: str) -> Rgb:
    match = _HEX.fullmatch(colour)
    if not match:
        raise ValueError(f"not a colour of the form #rrggbb: {colour}")
    red, green, blue = (int(part, 16) / 255 for part in match.groups())
    return red, green, blue


def _mix(one: Rgb, other: Rgb, share: float) -> str:
    """Mix a share of `other` into `one`, as `#rrggbb`."""
    parts = (a * (1 - share) + b * share for a, b in zip(one, other, strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _luminance(rgb: Rgb) -> float:
    """Relative luminance, 0 to 1."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

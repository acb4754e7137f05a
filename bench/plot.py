"""The promises as a picture: how far each measured ratio stands from its bar, in powers of ten."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from bench.measure import Bar
from bench.report import figure

WIDTH, ROW, LEFT, RIGHT = 960, 34, 470, 90
DECADES = (0.1, 1.0, 10.0, 100.0)


def bars(found: Sequence[Bar]) -> str:
    """Return an SVG. To the right of the line a promise is met; twice as far is twice as good."""
    height = ROW * len(found) + 70
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="title" font-family="sans-serif" font-size="13">',
        '<title id="title">How each measured ratio stands to its bar</title>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *_axis(height),
        *(part for number, bar in enumerate(found) for part in _row(bar, 44 + ROW * number)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axis(height: int) -> Iterator[str]:
    for decade in DECADES:
        x = _x(decade)
        colour, width = ("#333333", 2) if decade == 1 else ("#dddddd", 1)
        yield f'<line x1="{x}" y1="34" x2="{x}" y2="{height - 26}" stroke="{colour}" stroke-width="{width}"/>'
        text = "the bar" if decade == 1 else f"{decade:g} times"
        yield f'<text x="{x}" y="{height - 8}" text-anchor="middle" fill="#555555">{text}</text>'
    yield '<text x="8" y="20" font-weight="bold" fill="#222222">Measured, against what was promised</text>'


def _row(bar: Bar, y: int) -> Iterator[str]:
    margin = bar.value / bar.least if bar.least is not None else (bar.most or 0) / bar.value
    start, end = sorted((_x(1), _x(margin)))
    colour = "#1a7f5a" if bar.met else "#b3261e"
    limit = f"≥ {bar.least:g}" if bar.least is not None else f"≤ {bar.most:g}"
    yield f'<rect x="{start}" y="{y}" width="{max(end - start, 1):.1f}" height="18" fill="{colour}"/>'
    yield f'<text x="{LEFT - 12}" y="{y + 8}" text-anchor="end" fill="#222222">{escape(bar.job)}</text>'
    beside = f"{bar.beside}: {figure(bar.value)} {bar.unit}, bar {limit}"
    yield (
        f'<text x="{LEFT - 12}" y="{y + 22}" text-anchor="end" fill="#666666" font-size="11">'
        f"{escape(beside)}</text>"
    )
    told = "met" if bar.met else "not met"
    yield f'<text x="{max(end, _x(1)) + 8:.1f}" y="{y + 14}" fill="{colour}">{told}</text>'


def _x(ratio: float) -> float:
    low, high = math.log10(DECADES[0]), math.log10(DECADES[-1])
    place = (math.log10(min(max(ratio, DECADES[0]), DECADES[-1])) - low) / (high - low)
    return round(LEFT + place * (WIDTH - LEFT - RIGHT), 1)

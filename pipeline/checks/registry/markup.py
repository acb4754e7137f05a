"""The checks of markup and links of one message and its translation."""

from pipeline.checks import markup
from pipeline.checks.base import PairCheck
from pipeline.model import Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

MARKUP_CHECKS: tuple[PairCheck, ...] = (
    PairCheck(
        id="markup.constructs",
        severity=_ERROR,
        reason="bold, italic, code, footnotes, HTML or attributes differ from the source",
        hint="keep each of the source's constructs once, around the words that mean the same",
        function=markup.constructs,
    ),
    PairCheck(
        id="markup.links",
        severity=_ERROR,
        reason="a link or image does not lead where the source's leads",
        hint="copy the link's target from the source",
        function=markup.links,
    ),
    PairCheck(
        id="markup.addresses",
        severity=_ERROR,
        reason="a link's scheme could run code",
        hint="use https:, mailto: or tel:",
        function=markup.addresses,
    ),
    PairCheck(
        id="markup.slug",
        severity=_ERROR,
        reason="a slug that cannot be part of an address",
        hint="use small letters, digits and single hyphens, or leave it empty",
        function=markup.slugs,
    ),
    PairCheck(
        id="markup.line-breaks",
        severity=_WARNING,
        reason="more or fewer hard line breaks than the source",
        hint="break the lines where the source does",
        function=markup.line_breaks,
    ),
    PairCheck(
        id="markup.broken",
        severity=_ERROR,
        reason="markup came apart and would be printed",
        hint="write **bold**, [text](address) and `code` without spaces at the seams",
        function=markup.broken,
    ),
    PairCheck(
        id="markup.html",
        severity=_ERROR,
        reason="HTML that the page's cleaner drops",
        hint="use Markdown, or the tags of the source",
        version=2,
        function=markup.html,
    ),
)
"""Every construct is kept, and every link leads where the source's leads."""

"""What an author tells the pipeline in comments: `<!-- i18n:skip -->` and its like.

The words are those of mdbook-i18n-helpers where it has them, so that authors need not relearn.
"""

import re
from dataclasses import dataclass, replace

_COMMENT = re.compile(r"<!--\s*i18n:\s*([\w-]+)\s*(?::?\s+(.*?)|:\s*(.*?))?\s*-->\s*", re.DOTALL)
NAMES = ("skip", "comment", "context")
"""Leave the next block as it is; tell translators something; part equal texts by a `msgctxt`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Directives:
    """What was said about the next block, with all within it."""

    skip: bool = False
    context: str | None = None
    notes: tuple[str, ...] = ()

    def within(self, inner: "Directives") -> "Directives":
        """Return these, as they hold for a block about which `inner` says more."""
        if inner is NOTHING:
            return self
        return Directives(
            skip=self.skip or inner.skip,
            context=inner.context or self.context,
            notes=self.notes + inner.notes,
        )


NOTHING = Directives()
"""What authors say about most blocks."""


def read(comment: str, so_far: Directives) -> tuple[Directives, str | None]:
    """Add what `comment` says to `so_far`; the second value says what is wrong with it, if anything."""
    match = _COMMENT.fullmatch(comment)
    if not match:
        return so_far, None
    name, value = match.group(1), " ".join((match.group(2) or match.group(3) or "").split())
    if name == "skip":
        return replace(so_far, skip=True), None
    if name not in NAMES:
        return so_far, f"`i18n:{name}` is no directive"
    if not value:
        return so_far, f"`i18n:{name}:` says nothing"
    if name == "context":
        return replace(so_far, context=value), None
    return replace(so_far, notes=(*so_far.notes, value)), None

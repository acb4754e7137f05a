"""Pages that stay as they were last approved while the world around them moves on.

Their text is printed as it was. Only where their links lead is brought up to date: to a page that
moved, to the source's where a translation was withdrawn, to nowhere where an article is gone.
Images that no article shows any more stay for as long as such a page shows them.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from pipeline.model import Edition
from pipeline.workflow.outputs import Files, Stand, Unit
from pipeline.workflow.project import read_bytes
from pipeline.workflow.record import AROUND, Record
from pipeline.workflow.rendering import UP

MEDIA = "media/"
"""Where the files that articles carry along stand, below the root."""

_LINK = re.compile(r' (href|src)="' + re.escape(UP) + r'([^"#]*)(#[^"]*)?"')


def media_of(edition: Edition) -> frozenset[str]:
    """Return the addresses of the images and downloads that an edition's page points to."""
    return frozenset(address for address in _addresses(edition.body) if address.startswith(MEDIA))


def anonymous(edition: Edition) -> Edition:
    """Return an edition that names its reviewers' roles and nobody, each role once with its last day."""
    roles = {review.role: replace(review, name="") for review in edition.reviews}
    return replace(edition, reviews=tuple(roles.values()))


def kept(stand: Stand, editions: Iterable[Edition], carried: Iterable[Unit]) -> list[Unit]:
    """Return the media of the output as it stands that only such `editions` still point to."""
    wanted = {address for edition in editions for address in media_of(edition)}
    left = wanted - {unit.name for unit in carried}
    held = stand.held.bundle(AROUND).units if left else {}
    keys = {name: held[name][0] for name in left if name in held}
    return [
        Unit(name=address, key=keys[address], make=partial(_again, stand.live, address))
        for address in sorted(stand.kept(AROUND, keys) if keys else ())
    ]


def _again(live: Path, address: str) -> Files:
    return {address: read_bytes(live / address)}


def repointed(edition: Edition, held: Record, addresses: Mapping[str, str], there: Iterable[str]) -> Edition:
    """Return an edition that stood in the output `held` with its links as they must be now.

    `addresses` say where each article stands for it, by `article:<name>`; `there` are the addresses
    of the media that will stand in the output.
    """
    files = frozenset(there)

    def point(match: re.Match[str]) -> str:
        attribute, address, fragment = match.groups()
        now = html.unescape(address)
        if not now.startswith(MEDIA):
            now = addresses.get(f"article:{held.published.articles.get(now)}", "")
        elif now not in files:
            now = ""
        return f' {attribute}="{UP}{html.escape(now)}{fragment or ""}"' if now else ""

    return replace(edition, body=_LINK.sub(point, edition.body))


def _addresses(body: str) -> Iterator[str]:
    return (html.unescape(match.group(2)) for match in _LINK.finditer(body))

"""The checks of whole editions, and those of the source for its author."""

from pipeline.checks import catalogue, claims, markup, source, terms
from pipeline.checks.base import ArticleCheck, EditionCheck, SourceCheck
from pipeline.model import Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

EDITION_CHECKS: tuple[EditionCheck, ...] = (
    EditionCheck(
        id="catalogue.missing",
        severity=_ERROR,
        reason="a message of the article has no entry",
        hint="update the catalogue: pipeline extract",
        function=catalogue.missing,
    ),
    EditionCheck(
        id="catalogue.unknown",
        severity=_WARNING,
        reason="an entry belongs to no message of the article",
        hint="update the catalogue: pipeline extract",
        function=catalogue.unknown,
    ),
    EditionCheck(
        id="catalogue.doubled",
        severity=_ERROR,
        reason="two entries have the same key",
        hint="delete one of them",
        function=catalogue.doubled,
    ),
    EditionCheck(
        id="catalogue.newlines",
        severity=_ERROR,
        reason="msgid and msgstr do not begin or end alike",
        hint="begin and end the translation with a line break where the source does",
        version=2,
        function=catalogue.newlines,
    ),
    EditionCheck(
        id="catalogue.formats",
        severity=_ERROR,
        reason="placeholders differ",
        hint="keep every placeholder of the source",
        version=2,
        function=catalogue.formats,
    ),
    EditionCheck(
        id="catalogue.plurals",
        severity=_ERROR,
        reason="plural forms are missing",
        hint="fill in every plural form of the language",
        function=catalogue.plurals,
    ),
    EditionCheck(
        id="catalogue.header",
        severity=_WARNING,
        reason="the catalogue's header is wrong",
        hint="correct the header",
        function=catalogue.header,
    ),
    EditionCheck(
        id="markup.anchors",
        severity=_ERROR,
        reason="a link within the page leads nowhere",
        hint="copy the anchor from the source",
        version=2,
        function=markup.anchors,
    ),
    EditionCheck(
        id="terms.consistency",
        severity=_WARNING,
        reason="one term is translated in several ways",
        hint="choose one translation for the article",
        function=terms.consistency,
    ),
    EditionCheck(
        id="terms.acronyms",
        severity=_INFO,
        reason="an acronym is used before it is explained",
        hint="write it out where it first stands, with the acronym in brackets",
        version=2,
        function=terms.acronyms,
    ),
    EditionCheck(
        id="claims.forbidden",
        severity=_ERROR,
        reason="a claim is forbidden in a market of this locale",
        hint="take it out of the source, or do not publish in this locale",
        function=claims.forbidden,
    ),
    EditionCheck(
        id="claims.unreferenced",
        severity=_ERROR,
        reason="a claim has no reference, or its entry expired",
        hint="renew the entry in source/claims.csv",
        function=claims.unreferenced,
    ),
    EditionCheck(
        id="claims.disclaimer",
        severity=_ERROR,
        reason="a claim needs a disclaimer that is not on the page",
        hint="put the disclaimer into the article, have it translated and approved",
        function=claims.disclaimed,
    ),
)
"""The checks of all messages of an edition together."""

SOURCE_CHECKS: tuple[SourceCheck, ...] = (
    SourceCheck(
        id="source.number",
        severity=_WARNING,
        reason="a number may be read in two ways",
        hint="write 1,500 for fifteen hundred and 1.5 for one and a half",
        function=source.ambiguous_numbers,
    ),
    SourceCheck(
        id="source.date",
        severity=_WARNING,
        reason="a date may be read in two ways",
        hint="write the month as a word",
        function=source.ambiguous_dates,
    ),
    SourceCheck(
        id="source.unit",
        severity=_WARNING,
        reason="an abbreviation of a unit that is easily misread",
        hint="write the unit out, or by its symbol",
        function=source.ambiguous_units,
    ),
    SourceCheck(
        id="source.sentence",
        severity=_INFO,
        reason="a very long sentence",
        hint="make two of it",
        function=source.long_sentences,
    ),
    SourceCheck(
        id="source.spaces",
        severity=_INFO,
        reason="several spaces in a row",
        hint="delete all but one",
        function=source.spaces,
    ),
    SourceCheck(
        id="source.link",
        severity=_WARNING,
        reason="a link text that says nothing",
        hint="say where the link leads",
        function=source.link_texts,
    ),
    SourceCheck(
        id="source.image",
        severity=_WARNING,
        reason="an image without text, or with words in it",
        hint="describe the image; put its words into the article",
        function=source.images,
    ),
    SourceCheck(
        id="source.heading",
        severity=_INFO,
        reason="a heading that ends with a full stop",
        hint="delete the full stop",
        function=source.headings,
    ),
)
"""The checks of a message that was written and not translated yet."""

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (
    ArticleCheck(
        id="source.acronym",
        severity=_INFO,
        reason="an acronym is used before it is explained",
        hint="write it out where it first stands, with the acronym in brackets, or add an abbreviation: "
        "*[HBOT]: hyperbaric oxygen therapy",
        function=terms.source_acronyms,
    ),
)
"""The checks of all messages of an article together, for its author."""

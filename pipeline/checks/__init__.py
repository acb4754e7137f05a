"""All checks, in one list; and the functions that run them.

`CHECKS` is read from top to bottom: cheap ones first within each family. A check's `id` and
`version` stand in every dismissal of one of its findings.
"""

from collections.abc import Iterable

from pipeline.checks import characters, markup, text
from pipeline.checks.base import Check, Context, Hit, Pair, PairCheck, Term
from pipeline.model import Finding, Severity

__all__ = ["CHECKS", "Check", "Context", "Hit", "Pair", "PairCheck", "Term", "check_pair"]

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

CHECKS: tuple[Check, ...] = (
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
        id="characters.control",
        severity=_ERROR,
        reason="control, private-use or replacement characters",
        hint="type the character again",
        function=characters.control,
    ),
    PairCheck(
        id="characters.bidi",
        severity=_ERROR,
        reason="bidirectional control characters",
        hint="delete it: the page isolates foreign words by itself",
        function=characters.bidi_controls,
    ),
    PairCheck(
        id="characters.invisible",
        severity=_ERROR,
        reason="invisible characters",
        hint="delete it",
        function=characters.invisible,
    ),
    PairCheck(
        id="characters.mixed-script",
        severity=_WARNING,
        reason="letters of two scripts in one word",
        hint="type the word again in one script",
        function=characters.mixed_scripts,
    ),
    PairCheck(
        id="characters.compatibility",
        severity=_WARNING,
        reason="ligatures, presentation forms or full-width forms",
        hint="use the plain letters",
        function=characters.compatibility,
    ),
    PairCheck(
        id="characters.normalization",
        severity=_WARNING,
        reason="text that is not in Unicode's composed form",
        hint="save the text in NFC",
        function=characters.normalization,
    ),
    PairCheck(
        id="text.untranslated",
        severity=_WARNING,
        reason="the translation is the source",
        hint="translate it, or add its words to the glossary as not to be translated",
        function=text.untranslated,
    ),
    PairCheck(
        id="text.language",
        severity=_ERROR,
        reason="the translation is in another language",
        hint="translate into the catalogue's language",
        function=text.wrong_language,
    ),
    PairCheck(
        id="text.left-over",
        severity=_WARNING,
        reason="part of the source stands in the translation",
        hint="translate the rest, or add it to the glossary as not to be translated",
        function=text.left_over,
    ),
    PairCheck(
        id="text.doubled",
        severity=_WARNING,
        reason="a word stands twice in a row",
        hint="delete one",
        function=text.doubled,
    ),
    PairCheck(
        id="text.length",
        severity=_WARNING,
        reason="far shorter or longer than translations into this language are",
        hint="see whether something is missing or was added",
        function=text.length,
    ),
    PairCheck(
        id="text.sentences",
        severity=_INFO,
        reason="fewer sentences than the source",
        hint="see whether a sentence was lost",
        function=text.sentences,
    ),
    PairCheck(
        id="text.parts",
        severity=_WARNING,
        reason="fewer parts between semicolons than the source",
        hint="see whether a part was lost",
        function=text.enumerated,
    ),
    PairCheck(
        id="text.end-punctuation",
        severity=_WARNING,
        reason="ends otherwise than the source",
        hint="end the text as the source ends, in the language's own form",
        function=text.end_punctuation,
    ),
    PairCheck(
        id="text.inverted-marks",
        severity=_WARNING,
        reason="¿ or ¡ missing",
        hint="open what you close",
        function=text.inverted_marks,
    ),
    PairCheck(
        id="text.punctuation-forms",
        severity=_WARNING,
        reason="punctuation of another script",
        hint="use the language's own sign",
        function=text.punctuation_forms,
    ),
    PairCheck(
        id="text.spaced-signs",
        severity=_WARNING,
        reason="no space before ; : ! ? or inside « »",
        hint="put a narrow no-break space (U+202F) there",
        function=text.spaced_signs,
    ),
    PairCheck(
        id="text.quotation-marks",
        severity=_WARNING,
        reason="quotation marks of another language",
        hint="use the language's own",
        function=text.quotation_marks,
    ),
    PairCheck(
        id="text.brackets",
        severity=_WARNING,
        reason="a bracket without its partner",
        hint="close what is open",
        function=text.brackets,
    ),
    PairCheck(
        id="text.capital",
        severity=_WARNING,
        reason="begins with a small letter",
        hint="begin with a capital letter as the source does",
        function=text.capital,
    ),
    PairCheck(
        id="text.whitespace",
        severity=_WARNING,
        reason="doubled, leading or misplaced spaces",
        hint="delete the space",
        function=text.whitespace,
    ),
    PairCheck(
        id="text.ellipsis",
        severity=_INFO,
        reason="an ellipsis lost or added",
        hint="keep the source's ellipses",
        function=text.ellipsis,
    ),
)
"""Every check there is. `pipeline check --only` takes these ids, and the docs list them."""


def check_pair(pair: Pair, checks: Iterable[Check] = CHECKS) -> tuple[Finding, ...]:
    """Run all checks of pairs over one message; nothing where it is not translated.

    Findings come in the order of `checks`. Never raises, whatever the texts are.
    """
    if not pair.target:
        return ()
    key = pair.key
    return tuple(
        check.finding(hit, key)
        for check in checks
        if isinstance(check, PairCheck)
        for hit in check.function(pair)
    )

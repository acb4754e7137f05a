"""translate-toolkit's pofilter over pairs: JSON lines in, names of failed tests out.

Built as its command builds it: the standard checker, the unit checker and the language's own. Told the names
that must not be translated, as `--notranslatefile` would. The last line is the processor time in seconds.
"""

import json
import sys
import time

from translate.filters import checks
from translate.storage.po import pounit

LANGUAGES = {"zh_Hans": "zh_CN"}


def checker(locale: str, names: list[str]) -> checks.TeeChecker:
    language = LANGUAGES.get(locale, locale)
    config = checks.CheckerConfig(targetlanguage=language, notranslatewords=names)
    classes = [checks.StandardChecker, checks.StandardUnitChecker]
    return checks.TeeChecker(checkerconfig=config, checkerclasses=classes, languagecode=language)


def main() -> None:
    names, *pairs = (json.loads(line) for line in sys.stdin)
    checkers: dict[str, checks.TeeChecker] = {}
    start = time.process_time()
    for locale, source, target in pairs:
        if locale not in checkers:
            checkers[locale] = checker(locale, names)
        unit = pounit(source)
        unit.target = target
        print(json.dumps(sorted(checkers[locale].run_filters(unit))))
    print(time.process_time() - start)


main()

"""Weblate's checks over pairs: JSON lines in, names of failed checks out.

Weblate is a web application; here are its checks alone, without database, on the stand-in for a unit that its
own tests use, with the flag that it gives to Markdown. Checks that compare a unit with others in the database
do not run. Told the names that must not be translated by its flag for placeholders. The last line is the
processor time in seconds.
"""

import json
import re
import sys
import time
from collections.abc import Callable
from typing import Any
from unittest.mock import MagicMock

for name in ("cairo", "gi", "gi.repository"):
    sys.modules[name] = MagicMock()  # It draws texts with them; no check that runs here does.
DATABASE = frozenset({"weblate.checks.consistency", "weblate.checks.glossary"})
"""Modules whose checks ask the database."""


def checks() -> dict[str, Any]:
    import django
    from django.conf import settings
    from weblate import settings_example

    values = {name: getattr(settings_example, name) for name in dir(settings_example) if name.isupper()}
    values["DATABASES"] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
    settings.configure(**values)
    django.setup()
    from weblate.checks.models import CHECKS

    return {name: check for name, check in CHECKS.target.items() if type(check).__module__ not in DATABASE}


def unit(locale: str, source: str, target: str, names: list[str]) -> Any:
    from weblate.checks.tests.test_checks import MockUnit

    present = [name for name in names if name in source]
    flags = ["md-text", *([f'placeholders:r"{"|".join(map(re.escape, present))}"'] if present else [])]
    return MockUnit(flags=", ".join(flags), code=locale, source=source, target=target, is_source=False)


def failing(known: dict[str, Callable[..., bool]], made: Any) -> list[str]:
    return [name for name, check in known.items() if check.check_target(made.sources, made.targets, made)]


def main() -> None:
    names, *pairs = (json.loads(line) for line in sys.stdin)
    known = checks()
    start = time.process_time()
    for locale, source, target in pairs:
        print(json.dumps(sorted(failing(known, unit(locale, source, target, names)))))
    print(time.process_time() - start)


main()

"""Update every catalogue by polib's merge, without fuzzy matching: `… POT PO`; prints the seconds."""

import sys
import time
from pathlib import Path

import polib

templates, folder = map(Path, sys.argv[1:])
start = time.perf_counter()
for path in sorted(templates.glob("*.pot")):
    catalogue = polib.pofile(str(folder / f"{path.stem}.po"))
    catalogue.merge(polib.pofile(str(path)))
    catalogue.save()
print(time.perf_counter() - start)

"""Update every catalogue as `pybabel update` does: `… POT PO`; prints the seconds."""

import sys
import time
from pathlib import Path

from babel.messages.pofile import read_po, write_po

templates, folder = map(Path, sys.argv[1:])
start = time.perf_counter()
for path in sorted(templates.glob("*.pot")):
    template = read_po(path.open("rb"))
    held = folder / f"{path.stem}.po"
    catalogue = read_po(held.open("rb"))
    catalogue.update(template)
    with held.open("wb") as file:
        write_po(file, catalogue)
print(time.perf_counter() - start)

"""Extract every article with mdpo's Python API and update its catalogue by polib's merge: `… SOURCE PO`."""

import sys
from pathlib import Path

import polib
from mdpo import markdown_to_pofile

source, target = map(Path, sys.argv[1:])
target.mkdir(exist_ok=True)
for path in sorted(source.glob("*.md")):
    template = markdown_to_pofile(str(path))
    held = target / f"{path.stem}.po"
    if held.exists():
        catalogue = polib.pofile(str(held))
        catalogue.merge(template)
        catalogue.save()
    else:
        template.save(str(held))

"""Extract every article of a folder with mdpo's Python API: `… SOURCE TARGET`, one template each."""

import sys
from pathlib import Path

from mdpo import markdown_to_pofile

source, target = map(Path, sys.argv[1:])
for path in sorted(source.glob("*.md")):
    (target / f"{path.stem}.pot").write_text(str(markdown_to_pofile(str(path))), encoding="utf-8")

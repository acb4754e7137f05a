"""Extract every article of a folder with Imprimatur: `… SOURCE TARGET`, one template each."""

import sys
from pathlib import Path

from pipeline import po
from pipeline.articles import read, template
from pipeline.model import ArticleName

source, target = map(Path, sys.argv[1:])
for path in sorted(source.glob("*.md")):
    article = read(ArticleName(path.stem), path.read_bytes(), file=f"source/{path.name}")
    (target / f"{path.stem}.pot").write_text(
        po.write_template(template(article), project="bench"), encoding="utf-8"
    )

"""Update every catalogue from its changed article: `… SOURCE PO LOCALE`; prints the seconds of that alone."""

import sys
import time
from pathlib import Path

from pipeline import catalogue, po
from pipeline.articles import read, template
from pipeline.model import ArticleName, LocaleTag

source, folder, locale = Path(sys.argv[1]), Path(sys.argv[2]), LocaleTag(sys.argv[3])
templates = [
    template(read(ArticleName(path.stem), path.read_bytes(), file=path.name))
    for path in sorted(source.glob("*.md"))
]
start = time.perf_counter()
for each in templates:
    path = folder / f"{each.article}.po"
    held = po.read(path.read_bytes(), file=path.name, locale=locale)
    new = catalogue.update(each, held, locale=locale, elsewhere=catalogue.vanished(each, held))
    if new != held:
        path.write_text(po.write(new), encoding="utf-8")
print(time.perf_counter() - start)

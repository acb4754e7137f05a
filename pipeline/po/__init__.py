"""gettext's `.po` files, read strictly and written so that only what changed is a change.

The one place that touches polib. Reading keeps each entry's exact text; writing gives it back
for every entry that nobody changed. What polib and gettext accept in silence (cut-off files,
doubled messages, merge markers) is an error here, with file and line.
"""

from pipeline.catalogue import changed
from pipeline.po.form import write, write_template
from pipeline.po.forms import Outline, forms, outline
from pipeline.po.scan import read

__all__ = ["Outline", "changed", "forms", "outline", "read", "write", "write_template"]

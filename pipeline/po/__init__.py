"""gettext's `.po` files, read strictly and written so that only what changed is a change.

The one place that touches polib. Reading keeps each entry's exact text; writing gives it back
for every entry that nobody changed. What polib and gettext accept in silence (cut-off files,
doubled messages, merge markers) is an error here, with file and line.
"""

from pipeline.catalogue import changed
from pipeline.po.form import write, write_template
from pipeline.po.forms import forms, settled
from pipeline.po.scan import read

__all__ = ["changed", "forms", "read", "settled", "write", "write_template"]

"""Make the PDF of a page with WeasyPrint: `… PAGE OTHER`; prints the processor seconds.

The other page is set first and warms the process, as for the other contestant.
"""

import logging
import sys
import time

from weasyprint import HTML

logging.getLogger("weasyprint").setLevel(logging.ERROR)
page, other = sys.argv[1:]
HTML(filename=other).write_pdf(pdf_variant="pdf/ua-1")
start = time.process_time()
assert HTML(filename=page).write_pdf(pdf_variant="pdf/ua-1").startswith(b"%PDF")
print(time.process_time() - start)

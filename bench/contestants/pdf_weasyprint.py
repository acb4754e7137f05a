"""Make PDFs of pages with WeasyPrint in two processes: `… OUTPUT PAGE …`.

Each process imports the library once and takes its share of the pages.
"""

import logging
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from weasyprint import HTML


def make(job: tuple[Path, Path]) -> None:
    """Make the PDF of a page."""
    page, target = job
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    HTML(filename=page).write_pdf(target, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    output, pages = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    jobs = [(page, output / f"{number}.pdf") for number, page in enumerate(pages)]
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
        for _ in pool.map(make, jobs):
            pass

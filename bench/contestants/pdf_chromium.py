"""Print pages as PDFs with one headless Chromium and two tabs: `… CHROMIUM OUTPUT PAGE …`."""

import asyncio
import sys
from pathlib import Path

from playwright.async_api import async_playwright


async def main() -> None:
    """Print every page."""
    program, output, *names = sys.argv[1:]
    waiting = list(enumerate(names))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])

        async def tab() -> None:
            page = await browser.new_page()
            while waiting:
                number, name = waiting.pop()
                await page.goto(Path(name).as_uri())
                await page.pdf(path=Path(output) / f"{number}.pdf", tagged=True)

        await asyncio.gather(tab(), tab())
        await browser.close()


asyncio.run(main())

"""The browser that is installed, for what drives one outside pytest: pictures and benchmarks."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright


@contextmanager
def chromium(otherwise: str = "install one (on Debian: apt-get install chromium)") -> Iterator[Browser]:
    """Playwright's own is not used: what is shown and measured is what people have. `otherwise` says what to do."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        sys.exit(f"There is no chromium on the path; {otherwise}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()

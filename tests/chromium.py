"""The browser that is installed: how it is started, and one for what drives it outside pytest."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

OFF = (
    "WebUIOmniboxAimPopup",  # what drops down from the address bar is two pages of its own, kept ready for each page
    "WebUIOmniboxPopup",
    # The rest is Playwright's own list, which this one takes the place of.
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "TcpPortRandomizationWin",
    "ThirdPartyStoragePartitioning",
)
SWITCHES = ("--no-sandbox", f"--disable-features={','.join(OFF)}")
"""Without those two pages of its own, a browser takes a quarter less of the processor."""


@contextmanager
def chromium(otherwise: str = "install one (on Debian: apt-get install chromium)") -> Iterator[Browser]:
    """Playwright's own is not used: what is shown and measured is what people have. `otherwise` says what to do."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        sys.exit(f"There is no chromium on the path; {otherwise}.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=[*SWITCHES])
        try:
            yield browser
        finally:
            browser.close()

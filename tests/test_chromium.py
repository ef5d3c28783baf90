"""With which switches the tests start a browser."""

import re
from pathlib import Path

import playwright

from tests.chromium import OFF


def test_what_playwright_turns_off_stays_off():
    """Our list of features takes the place of its own, which keeps a browser from asking other machines."""
    bundle = Path(playwright.__file__).parent / "driver" / "package" / "lib" / "coreBundle.js"
    found = re.search(r"disabledFeatures = \[(.*?)\]\.filter", bundle.read_text(encoding="utf-8"), re.DOTALL)
    assert found, "Playwright keeps its list elsewhere now"
    theirs = {name for name in re.findall(r'^\s*"(\w+)"', found[1], re.MULTILINE) if not name.startswith("ms")}
    assert len(theirs) > 5
    assert theirs - set(OFF) == set()

"""What a browser that draws figures keeps on disk: of a process that was killed, the next removes it."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from dashboard.briefing.figures.render import QuietChromium, browser_folder
from dashboard.store.temporary import PREFIX, remove_leftovers

DRAWS = """
import time
from dashboard.briefing.figures.render import FigureSpec, render_figures

def draw(*_):
    print("drawing", flush=True)
    time.sleep(600)

render_figures(draw, (FigureSpec("map", "svg", 358, 260),))
"""
PATIENCE_SECONDS = 120


def soon(found):
    """Whether it comes true within a time that is long enough for a machine that is busy."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not found() and time.monotonic() < until:
        time.sleep(0.05)
    return bool(found())


@pytest.mark.usefixtures("chromium")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells nobody whether a process is gone")
def test_what_a_killed_browser_leaves_is_removed_by_the_next():
    """Its page, its profile and its socket; while its process lives, they are left alone."""
    # a path that is short enough for a socket
    with tempfile.TemporaryDirectory(prefix="d", dir="/tmp") as given:
        folder = Path(given)
        environment = {**os.environ, "TMPDIR": given}
        drawing = subprocess.Popen([sys.executable, "-c", DRAWS], stdout=subprocess.PIPE, env=environment)
        try:
            assert drawing.stdout is not None
            assert drawing.stdout.readline().strip() == b"drawing"
            assert soon(lambda: list(folder.glob("*/tmp*/Default")) and list(folder.glob("*/*/SingletonSocket")))
            remove_leftovers(folder)
            (left,) = folder.iterdir()
            assert left.name.startswith(PREFIX)
            assert (left / "index.html").exists()
        finally:
            drawing.kill()
            drawing.communicate()
        assert soon(lambda: remove_leftovers(folder) or list(folder.iterdir()) == [])


def test_a_confined_browser_has_its_files_at_home(monkeypatch, tmp_path):
    """A snap does not see the folder where all programs keep theirs."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for found, is_at_home in (("/snap/bin/chromium", True), ("/usr/bin/chromium", False), (None, False)):
        monkeypatch.setattr(QuietChromium, "find_browser", lambda found=found, **_: found)
        with browser_folder() as folder:
            assert (folder.parent == tmp_path.resolve()) is is_at_home
    assert list(tmp_path.iterdir()) == []

"""Building a briefing asks nobody on the network: what its browser asks the system for is listened to."""

import re
import subprocess
import sys

import pytest

from dashboard.briefing.figures.render import QUIET

DRAWING = """
import sys
from pathlib import Path
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import FigureSpec, render_figures
from dashboard.checks.validation import validate

seed = validate(Path(sys.argv[1]))
draw = drawer_of(seed.workspace.briefings["us-troops-in-ecuador"], seed)
figures = render_figures(draw, (FigureSpec("map", "svg", 358, 260), FigureSpec("timeline", "svg", 672)))
print(figures.lacking, sorted(shape.name for shape in figures.stills))
"""
CALLS = "connect,sendto,sendmsg,sendmmsg"
NEAR = re.compile(r'"(127\.[\d.]+|::1)"')
ROUTE = "2001:4860:4860::8888"
"""Chromium asks the system whether there is a way to this address: nothing is sent, and no name is looked up."""


@pytest.mark.proof
@pytest.mark.usefixtures("chromium")
@pytest.mark.skipif(sys.platform != "linux", reason="strace is of Linux")
def test_drawing_figures_looks_nothing_up(tool, root, tmp_path):
    """No name server and no other machine is reached, and both figures are drawn."""
    heard = tmp_path / "calls.txt"
    asked = [tool("strace"), "-f", "-qq", "-o", heard, "-e", f"trace={CALLS}", sys.executable, "-c", DRAWING, root]
    ended = subprocess.run(asked, capture_output=True, check=False, timeout=240, cwd=root)
    if b"PTRACE" in ended.stderr or b"ptrace" in ended.stderr:
        pytest.skip("this machine does not let strace listen")
    assert ended.stdout.decode().strip() == "['map', 'timeline']", ended.stderr.decode()[-2000:]
    far = [line for line in heard.read_text(errors="replace").splitlines() if "AF_INET" in line]
    assert [line for line in far if not NEAR.search(line) and ROUTE not in line] == []
    assert [line for line in far if ROUTE in line and "connect(" not in line] == []


def test_web_security_is_on():
    """The page reaches for nothing beside it, so nothing has to be let through."""
    from choreographer.channels import Pipe

    from dashboard.briefing.figures.render import QuietChromium

    browser = QuietChromium(Pipe(), path=sys.executable)
    browser.pre_open()
    try:
        given = browser.get_cli()
    finally:
        browser.clean()
    assert "--disable-web-security" not in given
    assert "--allow-file-access-from-files" not in given
    assert set(QUIET) <= set(given)

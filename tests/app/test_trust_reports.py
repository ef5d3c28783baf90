"""Outlets of one report are one line in Trust, which opens to each of them."""

import re

from dashboard.app.shell import PageContext
from dashboard.app.trust import trust_panel
from dashboard.checks.validation import validate
from dashboard.query.filters import NO_FILTERS
from dashboard.query.reading import Mode
from tests.worlds import build


def test_outlets_of_one_report_are_one_line_which_opens_to_each(tmp_path):
    """Each claim is counted once in it; its numbers lead to the events of all of them, each outlet to its own page."""
    page = PageContext(validate(build("copies", tmp_path)), Mode.ASSESSED, asked=NO_FILTERS)
    (line,) = re.findall(r'<tr><th scope="row"><details.*?</tr>', trust_panel(page).html)
    summary, opened = line.split("</summary>")
    assert "1 original report, 4 outlets" in summary
    for outlet in ("gazette", "herald", "courier", "tribune"):
        assert f"source={outlet}" in opened.split("</details>")[0]
    assert re.sub("<[^>]+>", " ", opened.split("</details>")[1]).split() == ["2", "0", "0", "0", "2"]

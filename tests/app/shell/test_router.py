"""A new page is not forgotten: where pages are listed, each is there, or is left out for a reason."""

import re
from pathlib import Path

import pytest

from dashboard.app.shell.router import PAGES, WITHOUT_BAR

ROOT = Path(__file__).resolve().parents[3]
LISTS = {
    "tests/app/test_marks_lead.py": {
        "add": "what it shows has no values yet",
        "imports": "what others publish has no quotes",
        "inbox": "what waits there is no evidence yet",
        "changes": "its marks lead to two states",
        "edit": "what it shows is a form",
        "brief": "what it shows of events is a document",
        "data": "what it counts is of no one value",
        "help": "it explains the marks",
    },
    "tests/browser/test_accessible.py": {},
    "tests/browser/test_hostile_text.py": {},
    "tests/browser/test_print.py": {
        "add": "a form is no paper",
        "edit": "a form is no paper",
        "inbox": "what waits to be read is nothing to hand out",
        "brief": "its documents are what is printed",
    },
}
"""Tests with a table `PAGES` of addresses, and which pages each leaves out, with the reason."""
ON_THE_WALL = "it has no bar, no card and no paper; tests of its own look at it"
TABLE = re.compile(r"^PAGES = \{\n(.*?)^\}", re.M | re.S)
ADDRESS = re.compile(r"page(?:=|\": \")(\w+)")


@pytest.mark.parametrize("path", LISTS)
def test_each_page_is_in_the_lists_of_pages_that_tests_have(path):
    """Situation has no name in the address and heads each list."""
    table = TABLE.search((ROOT / path).read_text(encoding="utf-8"))
    assert table is not None
    left_out = {**LISTS[path], WITHOUT_BAR: ON_THE_WALL}
    assert {"", *ADDRESS.findall(table[1])} == set(PAGES) - set(left_out)


def test_contributing_names_each_page_with_its_room():
    """In a table, in the order of the bar: title, address and folder."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| `/(\w*)` \| `(\w+)/` \|", text, re.M)
    assert rows == [(title, name, room) for name, (title, room) in PAGES.items()]
    assert all((ROOT / "dashboard/app/pages" / room / "page.py").is_file() for _, _, room in rows)

"""Every sentence of the pages, in each state: whoever changes one sees what else it changes."""

import pytest

from dashboard.app.shell.router import PAGES
from tests.app.golden_pages import FOLDER, golden_pages
from tests.app.states import STATES


@pytest.fixture(scope="module")
def pages(git):
    return dict(golden_pages())


@pytest.mark.parametrize("name", STATES)
def test_a_page_says_what_its_golden_file_holds(pages, name):
    """`python -m tests.app.golden_pages` writes them anew; the difference is to be read before it is kept."""
    assert pages[f"{name}.txt"] == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_every_page_has_a_golden_file_and_none_is_of_a_state_that_is_gone():
    """Each file is of one state."""
    assert {state.query.get("page", "") for state in STATES.values()} == set(PAGES)
    assert {path.stem for path in FOLDER.iterdir()} == set(STATES)

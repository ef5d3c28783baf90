"""Every sentence of the pages, as the seed shows them: whoever changes one sees what else it changes."""

import pytest

from tests.app.golden_pages import FOLDER, ROOT, STATES, golden_pages
from tests.copying import copied


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return dict(golden_pages(copied(ROOT, tmp_path_factory.mktemp("golden") / "seed")))


@pytest.mark.parametrize("name", STATES)
def test_a_page_says_what_its_golden_file_holds(pages, name):
    """`python -m tests.app.golden_pages` writes them anew; the difference is to be read before it is kept."""
    assert pages[f"{name}.txt"] == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def test_there_is_no_golden_file_of_a_page_that_is_gone():
    """Each is of one address."""
    assert {path.stem for path in FOLDER.iterdir()} == set(STATES)

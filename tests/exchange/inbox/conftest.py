"""A workspace with one stored dispatch, and the server of bad manners."""

import pytest

from dashboard.exchange.documents import addition
from dashboard.exchange.documents.document import ReadDocument
from dashboard.exchange.inbox import contents
from dashboard.store.source_files import store_source
from tests.exchange.fetching.conftest import hostile as hostile

DISPATCH = (
    "The council of Lorne voted on Tuesday to lengthen the pier by forty metres, so that larger ships can land grain "
    "in winter. Nobody spoke against it, though the fishers asked that the old steps be kept, that work rest in May, "
    "and the money comes from the harbour dues of three years.\n"
)


@pytest.fixture
def stored(empty_workspace):
    """The workspace has the dispatch as the source `dispatch`."""
    ready = addition(empty_workspace, "dispatch", ReadDocument(DISPATCH), {"origin": "harbour-wire"})
    store_source(empty_workspace, "dispatch", ready.text, ready.description)
    return empty_workspace


@pytest.fixture(autouse=True)
def _texts_are_read_anew():
    """What another test read is not kept."""
    contents._texts.clear()

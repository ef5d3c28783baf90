"""Documents in foreign formats become sources."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.documents.adding import Addition, addition
    from dashboard.exchange.documents.confined import read_confined
    from dashboard.exchange.documents.document import ENDINGS, FORMATS, MAX_BYTES, DocumentRefused, ReadDocument
    from dashboard.exchange.documents.naming import id_for_document
    from dashboard.exchange.documents.stored_text import id_of_same_text, taken_ids
else:
    __getattr__ = lazy(__name__, __file__)

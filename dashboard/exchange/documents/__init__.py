"""Documents in foreign formats become sources."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.documents.adding import Addition, addition
    from dashboard.exchange.documents.confined import read_confined, run_confined
    from dashboard.exchange.documents.confined_child import Limits, answer_confined
    from dashboard.exchange.documents.document import (
        ENDINGS,
        FORMATS,
        MAX_BYTES,
        DocumentRefused,
        ReadDocument,
        as_edtf,
        as_language,
        one_line,
    )
    from dashboard.exchange.documents.encoding import decode_text
    from dashboard.exchange.documents.fetched import GivenDocument, fetch_document
    from dashboard.exchange.documents.naming import id_for_document
    from dashboard.exchange.documents.reading import form_of, read_document
    from dashboard.exchange.documents.stored_text import id_of_same_text, taken_ids
else:
    __getattr__ = lazy(__name__, __file__)

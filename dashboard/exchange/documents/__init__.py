"""Documents in foreign formats become sources."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.documents.adding import Addition, addition
    from dashboard.exchange.documents.confined import read_confined
    from dashboard.exchange.documents.document import FORMATS, MAX_BYTES, DocumentRefused
else:
    __getattr__ = lazy(__name__, __file__)

"""Events in the formats that the field works with: one function for each, and a list of what it loses."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.exports import parquet
    from dashboard.exchange.exports.crosswalk import tables_of
    from dashboard.exchange.exports.exported_events import ExportedEvents
    from dashboard.exchange.exports.formats import FORMATS, ExportFormat
    from dashboard.exchange.exports.page import EXPORTS_PAGE, exports_page
else:
    __getattr__ = lazy(__name__, __file__)

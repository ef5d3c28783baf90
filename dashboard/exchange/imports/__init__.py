"""Events that others published, read in the field's formats and stored beside the records, unreviewed."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.imports.formats import CSV, LAYOUTS, MAPPED, layout_of
    from dashboard.exchange.imports.importing import ImportOutcome, ImportRequest, Progress, import_files
    from dashboard.exchange.imports.mapping import propose
    from dashboard.exchange.imports.page import IMPORTS_PAGE, imports_page
    from dashboard.exchange.imports.promotion import FOLDER, NotPromoted, Promotion, promotion_of, write_promotion
    from dashboard.exchange.imports.resting import origin_of_row, rows_of_sources
    from dashboard.exchange.imports.whole_records import (
        NewEntry,
        NewRecord,
        Outcome,
        RefusedRecord,
        SameRecord,
        outcomes,
    )
else:
    __getattr__ = lazy(__name__, __file__)

"""Files of records tidied: fields in order, quotation marks where other programs need them, no stray spaces."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.tidy.files import kinds_of_files, tidy_files
else:
    __getattr__ = lazy(__name__, __file__)

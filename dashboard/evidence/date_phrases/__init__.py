"""English phrases for dates, one at a time, read as the EDTF to write: `early September 2025`, `last Tuesday`."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.evidence.date_phrases.phrase import PhraseProblem
    from dashboard.evidence.date_phrases.reading import DateReading, read_phrase
else:
    __getattr__ = lazy(__name__, __file__)

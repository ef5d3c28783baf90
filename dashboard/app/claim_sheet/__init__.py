"""The small sheet that pointing at a value, a claim or a mark opens: its words, who contradicts and who repeats it."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.claim_sheet.answers import sheet_answer
else:
    __getattr__ = lazy(__name__, __file__)

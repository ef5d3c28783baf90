"""A briefing as a Word document."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.docx.document import docx
else:
    __getattr__ = lazy(__name__, __file__)

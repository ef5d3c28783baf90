"""Dates as EDTF has them, to any precision: what they say, and what is wrong with them."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.model.dates.event_date import EventDate, days_spanned
    from dashboard.model.dates.moment import Precision
    from dashboard.model.dates.problems import DateProblem
    from dashboard.model.dates.words import MONTHS, SHORT_MONTHS
else:
    __getattr__ = lazy(__name__, __file__)

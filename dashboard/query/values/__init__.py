"""The values of events as plain data, reported and assessed, with their marks; and where they differ."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.values.differences import Difference, differences_of
    from dashboard.query.values.event_values import Basis, EventValue, ValueRow, disputable_rows, rows_of
else:
    __getattr__ = lazy(__name__, __file__)

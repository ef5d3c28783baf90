"""Files of published events, opened, decoded and cut into batches of rows as text; memory stays bounded."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.imports.reading.batch import LINE, Batch, Position
    from dashboard.exchange.imports.reading.inputs import Member, open_inputs
    from dashboard.exchange.imports.reading.members import MemberReader
else:
    __getattr__ = lazy(__name__, __file__)

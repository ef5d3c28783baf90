"""Events as they are exported, for what writes formats and what reads them back."""

from datetime import UTC, datetime

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.exports import ExportedEvents
from dashboard.query.filters import Filters, catalogue_in
from dashboard.query.reading import Mode

MADE = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


@pytest.fixture
def exported():
    """A function that gives the events of a workspace that pass filters, as they are exported."""

    def events(root, mode=Mode.ASSESSED, filters=None):
        catalogue = catalogue_in(mode, validate(root))
        return ExportedEvents(catalogue.matching(filters or Filters()), catalogue.table, MADE)

    return events

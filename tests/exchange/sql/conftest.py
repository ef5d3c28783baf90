"""The seed's tables, and queries of them."""

from datetime import UTC, datetime

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.exports import ExportedEvents
from dashboard.exchange.sql import sql_tables
from dashboard.query.filters import Filters, catalogue_in
from dashboard.query.reading import Mode


@pytest.fixture(scope="session")
def seed_tables(root):
    """Every table of this project's own records."""
    catalogue = catalogue_in(Mode.ASSESSED, validate(root))
    return sql_tables(ExportedEvents(catalogue.matching(Filters()), catalogue.table, datetime.now(UTC)))

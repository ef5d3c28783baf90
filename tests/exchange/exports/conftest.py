"""Worlds to export: everything that a record can have, and words that other formats could take for their own."""

from datetime import UTC, datetime

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.exports import ExportedEvents
from dashboard.query.filters import Filters, catalogue_in
from dashboard.query.reading import Mode

MADE = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
HOSTILE = """\
title: '=HYPERLINK("http://x.example") <script>alert(1)</script> & "so", \\n; done'
what: {type: agree, reality: negation}
when: {assessed: {date: "2009~/..", basis: inferred, note: Guessed.}}
where: {assessed: {place: a-country, basis: inferred, note: Guessed.}}
claims:
  told: {text: "<b>It</b> is not so; is it, \\\\ or not?", basis: inferred, note: Guessed., kind: assessment}
"""
PLACES = "a-country: {name: Ecuador, country: EC, precision: country}\n"


@pytest.fixture
def exported():
    """A function that gives the events of a workspace that pass filters, as they are exported."""

    def events(root, mode=Mode.ASSESSED, filters=None):
        catalogue = catalogue_in(mode, validate(root))
        return ExportedEvents(catalogue.matching(filters or Filters()), catalogue.table, MADE)

    return events


@pytest.fixture
def hostile(empty_workspace, exported):
    """One event that did not happen, in a country and from some year on, with words that are code elsewhere."""
    (empty_workspace / "events" / "a").mkdir()
    (empty_workspace / "events" / "registry").mkdir()
    (empty_workspace / "events" / "registry" / "places.yaml").write_text(PLACES, encoding="utf-8")
    (empty_workspace / "events" / "a" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    return exported(empty_workspace)

"""A workspace with an event and two registries, whose files have comments."""

import pytest

from tests.copying import write

EVENT = """\
# By hand.
title: The port closes   # for good
when: {reported: "2009", claims: [closed]}

claims:
  # the only one
  closed: {text: The port closed in 2009., quotes: [{source: news, exact: closed in 2009}]}
"""
PLACES = (
    "# Ports.\nport: {name: Port, precision: site, latitude: 1, longitude: 2}   # ours\n# below\ntown: {name: Town}\n"
)


@pytest.fixture
def root(tmp_path):
    """The workspace."""
    write(tmp_path, "seeds/news.txt", "The port closed in 2009.")
    write(tmp_path, "events/harbour/port.yaml", EVENT)
    write(tmp_path, "events/registry/places.yaml", PLACES)
    return tmp_path

"""Distances in words fit the points of places; where it is not certain of which they are, nothing is said."""

from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
PLACES = """\
ecuador: {name: Ecuador, country: EC, precision: country}
manta:
  {name: Manta, aliases: [Lorne], country: EC, precision: city, latitude: -0.95, longitude: -80.73, sources: [gazette]}
quito: {name: Quito, country: EC, precision: city, latitude: -0.22985, longitude: -78.52495, sources: [gazette]}
seoul: {name: Seoul, country: KR, precision: city, latitude: 37.566, longitude: 126.9784, sources: [gazette]}
"""


def distances(found, event):
    problems = found(event, files={"events/registry/places.yaml": PLACES})
    return [each.message for each in problems if each.code == "distance-contradicts-places"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Manta, 260 km from Quito, has a port", False),
        ("Manta, 390 km from Quito by road, has a port", False),
        ("Manta, a port some 160 miles west of Quito, is busy", False),
        ("Manta lies 260 nautical miles from Quito", False),
        ("Manta lies 300 nautical miles from Quito", True),
        ("Manta, 600 km from Quito, has a port", True),
        ("Manta, 90 kilometres (56 miles) from the city of Quito, has a port", True),
        ("Manta lies within 300 km of Quito", False),
        ("Manta lies within 100 km of Quito", True),
        ("Manta is more than 1,000 km from Quito", True),
        ("Manta is at least two hundred kilometers from Quito", False),
        ("The distance between Quito and Manta is about 260 km", False),
        ("The distance between Quito and Manta is about 26 km", True),
        ("They took the 60 km road from Quito to Manta", True),
        ("They flew 260 km from Quito to Manta", False),
        ("A base 30 km from Manta was shown in Quito", False),
        ("Manta, 60 km from Quito’s border, has a port", False),
        ("Manta, 60 km from Quito Airport, has a port", False),
        ("Seoul heard that a base 30 km from Quito was closed", False),
        ("Manta has 60 square kilometres, Quito more", False),
        ("Manta, 60 km from Ecuador, is a port", False),
        ("Manta sent them over 60 miles of Quito", False),
        ("A missile of 300 km reached Manta and Quito", False),
        ("Officials in Seoul, 15,000 km from Quito, agreed", False),
        ("Officials in Seoul, 1,500 km from Quito, agreed", True),
    ],
)
def test_how_far_places_are_apart_fits_their_points(found, text, wrong):
    """Quito and Manta are 258 km apart; detours, bounds and cities' width are borne with."""
    assert bool(distances(found, f"claims:\n  c: {{text: '{text}.', sources: [gazette]}}\n")) is wrong


@pytest.mark.parametrize(
    ("text", "more", "wrong"),
    [
        ("The ferry sank 60 km off Manta", "", True),
        ("The ferry sank 260 km off Manta", "", False),
        ("Officials in the town heard that a ferry sank 60 km off Manta", "", False),
        ("The ferry sank 60 km off Manta", "    kind: statement\n    by: lorne\n", False),
    ],
)
def test_a_fact_is_where_the_event_was(found, text, more, wrong):
    """Of one place named, the distance is that of the event; unless the words are of something else."""
    event = f"where: {{reported: quito, claims: [c]}}\nclaims:\n  c:\n    text: {text}.\n{more}    sources: [gazette]\n"
    assert bool(distances(found, event)) is wrong


@pytest.mark.parametrize(
    ("basis", "wrong"),
    [
        ("basis: quoted, claims: [c]", True),
        ("basis: inferred, note: So it seems.", False),
        ("basis: external, sources: [gazette]", False),
    ],
)
def test_a_place_assessed_as_quoted_is_where_the_event_was(found, basis, wrong):
    """As a reported one is; one that is known otherwise may contradict the words."""
    event = (
        f"where: {{assessed: {{place: quito, {basis}}}}}\n"
        "claims:\n  c:\n    text: The ferry sank 60 km off Manta.\n    sources: [gazette]\n"
    )
    assert bool(distances(found, event)) is wrong

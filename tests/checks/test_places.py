"""Points are where they are said to be, and if not, the hint says what went wrong."""

import pytest

REST = "ecuador: {name: Ecuador, country: EC, precision: country}\n"


def place(country, latitude, longitude, more=""):
    point = f"precision: site, latitude: {latitude}, longitude: {longitude}"
    entry = f"manta: {{name: Manta, aliases: [Lorne], country: {country}, {point}"
    return {"events/registry/places.yaml": f"{REST}{entry}, sources: [gazette]{more}}}\n"}


@pytest.mark.parametrize(
    ("country", "latitude", "longitude"),
    [
        ("EC", -0.9461, -80.6788),  # Manta's runway: outside at 1:110m
        ("KR", 37.566, 126.9784),
        ("US", 38.89511, -77.03637),
        ("FJ", -16.8, 179.99),  # beside the antimeridian
        ("XK", 42.66, 21.16),
        ("SG", 1.29, 103.85),
    ],
)
def test_points_in_their_country_are_right(found, country, latitude, longitude):
    """A point in the country, its coast, its islands and across the antimeridian, is no problem."""
    assert found(files=place(country, latitude, longitude)) == []


@pytest.mark.parametrize(
    ("country", "latitude", "longitude", "hint"),
    [
        ("EC", -80.6788, -0.9461, "latitude and longitude are swapped: `latitude: -0.9461, longitude: -80.6788`"),
        ("KR", 37.566, -126.9784, "a minus sign is missing: `latitude: 37.566, longitude: 126.9784`"),
        ("EC", 37.566, 126.9784, "the point is in South Korea: correct it, write `country: KR`, or `allow"),
        ("EC", 30.0, -40.0, "the point is at sea"),
    ],
)
def test_a_point_elsewhere_is_told_where_it_is(found, country, latitude, longitude, hint):
    """Swapped coordinates, lost signs, other countries and the sea are told apart."""
    (problem,) = found(files=place(country, latitude, longitude))
    assert problem.code == "coordinates-outside-country"
    assert hint in problem.hint


@pytest.mark.parametrize(("longitude", "codes"), [(-80.85, []), (-80.95, ["coordinates-near-country"])])
def test_a_point_just_off_its_country_is_a_warning_that_says_how_far(found, longitude, codes):
    """Up to 10 km are nothing; up to 30 km may be meant, and can be allowed."""
    problems = found(files=place("EC", -0.95, longitude))
    assert [problem.code for problem in problems] == codes
    for problem in problems:
        assert problem.severity == "warning"
        assert "11 km outside the outline, 24 km from Manta" in problem.hint
        allow = ", allow: {coordinates-near-country: {words: '-0.95, -80.95', reason: It is a ship.}}"
        assert found(files=place("EC", -0.95, longitude, more=allow)) == []


@pytest.mark.parametrize(("country", "latitude", "longitude"), [("FR", 48.85341, -2.3488), ("GH", 5.55602, 0.1969)])
def test_a_slip_that_leads_near_the_country_stays_an_error(found, country, latitude, longitude):
    """Paris and Accra with another sign lie at sea, less than 30 km off their own coasts."""
    (problem,) = found(files=place(country, latitude, longitude))
    assert problem.code == "coordinates-outside-country"
    assert "a minus sign is missing" in problem.hint


def test_a_radius_widens_the_tolerance(found):
    """A place that is known to 300 km may have its point off the coast."""
    off_manta = place("EC", -0.95, -82.0)
    assert [problem.code for problem in found(files=off_manta)] == ["coordinates-outside-country"]
    assert found(files=place("EC", -0.95, -82.0, more=", radius_km: 300")) == []


def test_a_place_may_allow_its_point(found):
    """An embassy is where it is; a point that is in its country needs no exception."""
    allow = ", allow: {coordinates-outside-country: {words: '37.566, 126.9784', reason: It is an embassy.}}"
    assert found(files=place("EC", 37.566, 126.9784, more=allow)) == []
    (problem,) = found(files=place("KR", 37.566, 126.9784, more=allow))
    assert (problem.code, problem.file) == ("guard-not-needed", "events/registry/places.yaml")
    assert "place `" in problem.message
    (misspelt,) = found(
        files=place(
            "KR",
            37.566,
            126.9784,
            more=", allow: {coordinates-outside: {words: '37.566, 126.9784', reason: So it is.}}",
        )
    )
    assert (misspelt.code, misspelt.hint) == ("guard-unknown", "did you mean `coordinates-outside-country`?")


def test_codes_in_use_elsewhere_are_known(found):
    """UK is answered by GB."""
    (problem,) = found(files=place("UK", 51.5, -0.12))
    assert (problem.code, problem.hint) == ("country-unknown", "did you mean `GB`?")


def test_a_longitude_alone_is_half_a_point(found):
    """Either half of a point is missed."""
    manta = "manta: {name: Manta, aliases: [Lorne], country: EC, precision: near, longitude: -80.7, sources: [gazette]}"
    entry = f"{REST}{manta}\n"
    (problem,) = found(files={"events/registry/places.yaml": entry})
    assert (problem.code, problem.message) == ("coordinates-half", "`manta` has only a longitude")


def test_an_office_that_nobody_vouches_for_is_a_warning(found):
    """An office has sources, its own or the actor's."""
    entries = (
        "ana-ruiz: {name: Ana, kind: person, offices: [{title: Minister of Works}]}\n"
        "lorne: {name: Lorne, kind: company, sources: [gazette], offices: [{title: Port}]}\n"
    )
    (problem,) = found(files={"events/registry/actors.yaml": entries})
    assert (problem.code, problem.severity, problem.line) == ("fact-without-source", "warning", 1)
    assert '`offices: [{title: "Minister of Works", sources: […]}]`' in problem.hint


def test_what_lacks_a_source_is_shown_as_it_is_written_with_one(found):
    """The whole entry, to be pasted: then nothing is told any more."""
    entry = 'lorne: {name: "Lorne", precision: site, latitude: -0.5, longitude: 10.25, radius_km: 2.0'
    problems = found(files={"events/registry/places.yaml": f"{entry}}}\n"})
    (problem,) = (each for each in problems if each.code == "fact-without-source")
    pasted = problem.hint.split("entry: `")[1].split("`")[0]
    assert pasted == f"{entry}, sources: […]}}"
    files = {"events/registry/places.yaml": f"{pasted.replace('…', 'gazette')}\n"}
    assert "fact-without-source" not in {each.code for each in found(files=files)}


def test_an_actor_of_the_kind_country_is_meant_as_its_government(found):
    """The message proposes the word that the format has."""
    problems = found(files={"events/registry/actors.yaml": "peru: {name: Peru, kind: country, country: PE}\n"})
    assert any("did you mean `government`?" in each.hint for each in problems), problems

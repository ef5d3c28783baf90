"""The entries that messages show: pasted, they pass."""

import re

import pytest

EVENT = "where: {{assessed: {{place: {id_}, basis: inferred, note: From the map.}}}}\n"


def entry_in(hint):
    """The first entry that a hint shows, as a registry has it."""
    return re.search(r"`([a-z-]+: \{.*?\})`", hint)[1] + "\n"


@pytest.mark.parametrize("id_", ["kabul", "afghanistan", "saint-petersburg"])
def test_the_entry_shown_for_a_place_passes_all_checks(found, base_workspace, id_):
    """Pasted into the registry, with its gazetteer: no point or source is asked for in a second or third round."""
    places = base_workspace / "events" / "registry" / "places.yaml"
    before = places.read_text(encoding="utf-8")
    (problem,) = found(event=EVENT.format(id_=id_))
    assert problem.code == "place-unknown"
    entry = entry_in(problem.hint)
    if "…" in entry:
        entry = f"{id_}: {{name: {id_}, precision: region}}\n"
        assert entry.replace(id_ + ", p", '"Saint Petersburg", p').strip() in problem.hint
    files = {"events/registry/places.yaml": before + entry}
    if "geonames" in entry:
        assert "`seeds/geonames.yaml`, with the line `kind: data-set`" in problem.hint
        files["seeds/geonames.yaml"] = "kind: data-set\n"
    assert found(event=EVENT.format(id_=id_), files=files) == []


def test_without_any_source_of_points_the_gazetteer_is_shown_as_well(found, base_workspace):
    """Its description is one line, and it passes."""
    (base_workspace / "events/base/harbour-opened.yaml").unlink()
    files = {"events/registry/places.yaml": "land: {name: Ecuador, country: EC, precision: country}\n"}
    (problem,) = found(event=EVENT.format(id_="kabul"), files=files)
    assert "`seeds/geonames.yaml`, with the line `kind: data-set`" in problem.hint
    files["events/registry/places.yaml"] += entry_in(problem.hint)
    assert found(event=EVENT.format(id_="kabul"), files=files | {"seeds/geonames.yaml": "kind: data-set\n"}) == []


@pytest.mark.parametrize(
    ("body", "file"),
    [
        ("who: [{actor: ana-lopez, role: mentioned, assessed: {basis: inferred, note: So it is.}}]\n", "actors"),
        ("threads: [canal]\n", "threads"),
    ],
)
def test_the_entry_shown_for_an_actor_or_a_thread_passes(found, base_workspace, body, file):
    """Pasted as it is."""
    (problem,) = found(event=body)
    registry = f"events/registry/{file}.yaml"
    before = (base_workspace / registry).read_text(encoding="utf-8")
    assert f"add it to `{registry}`" in problem.hint
    assert found(event=body, files={registry: before + entry_in(problem.hint)}) == []


@pytest.mark.parametrize(
    ("id_", "entry"),
    [
        ("egypt", 'egypt: {name: "Egypt", kind: government, country: EG}'),
        ("south-korea", 'south-korea: {name: "South Korea", kind: government, country: KR}'),
        ("european-union", 'european-union: {name: "European Union", kind: international-organisation}'),
        ("egyptian-army", 'egyptian-army: {name: "Egyptian Army", kind: armed-force, country: EG}'),
        ("ministry-of-defence", 'ministry-of-defence: {name: "Ministry Of Defence", kind: ministry}'),
        ("acme-inc", 'acme-inc: {name: "Acme Inc", kind: company}'),
        ("labour-party", 'labour-party: {name: "Labour Party", kind: party}'),
        ("african-union", 'african-union: {name: "African Union", kind: international-organisation}'),
        ("teachers-union", 'teachers-union: {name: "Teachers Union", kind: civil-society}'),
        ("ana-lopez", 'ana-lopez: {name: "Ana Lopez", kind: person}'),
        ("kim-jong-un", 'kim-jong-un: {name: "Kim Jong Un", kind: person}'),
        ("reuters", 'reuters: {name: "Reuters", kind: other}'),
        ("aid-workers", 'aid-workers: {name: "Aid Workers", kind: other}'),
        ("foreign-minister", 'foreign-minister: {name: "Foreign Minister", kind: other}'),
        ("supreme-court", 'supreme-court: {name: "Supreme Court", kind: other}'),
        ("new-york", 'new-york: {name: "New York", kind: other}'),
    ],
)
def test_an_actor_is_proposed_with_the_kind_that_its_name_tells(id_, entry, found, base_workspace):
    """A country as its government, an organisation by its noun, a person by a name, and nobody by chance."""
    event = f"who: [{{actor: {id_}, role: mentioned, assessed: {{basis: inferred, note: So it is.}}}}]\n"
    (problem,) = found(event=event)
    assert f"`{entry}`" in problem.hint
    registry = base_workspace / "events/registry/actors.yaml"
    files = {"events/registry/actors.yaml": registry.read_text(encoding="utf-8") + f"{entry}\n"}
    assert found(event=event, files=files) == []


def test_a_point_that_lacks_itself_or_its_source_is_shown(found):
    """In the second round too, for who left it out. Only a town's point is ascribed to the gazetteer."""
    places = "manta: {name: Manta, country: EC, precision: city, %s}\n"
    event = "where: {assessed: {place: manta, basis: inferred, note: So.}}\n"
    for written, code, shown in (
        ("aliases: [Lorne]", "coordinates-missing", "`latitude: -0.949"),
        ("latitude: -0.949, longitude: -80.7312", "fact-without-source", "add `sources: [geonames]`, and describe"),
        ("latitude: -0.99, longitude: -80.7", "fact-without-source", "add `sources: […]`, with the source that gives"),
    ):
        files = {
            "events/registry/places.yaml": places % written + "ecuador: {name: E, country: EC, precision: country}\n"
        }
        problems = [each for each in found(event=event, files=files) if each.code == code]
        assert [shown in each.hint for each in problems] == [True], (code, problems)

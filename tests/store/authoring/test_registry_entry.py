"""Entries added to registries: behind all others, of which no byte changes."""

import pytest

from dashboard.store.authoring import write_entries
from dashboard.store.authoring.registry_entry import EntryNotWritten
from dashboard.store.loading import load
from tests.copying import write

PLACES = "events/registry/places.yaml"
QUITO = {"name": "Quito", "country": "EC", "precision": "city", "latitude": -0.23, "longitude": -78.525}


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "# Places.\n",
        "ecuador: {name: Ecuador, country: EC, precision: country}  # an area",
        "# Places.\r\necuador:\r\n  name: Ecuador\r\n  precision: country # no point\r\n\r\n# the end\r\n",
        "\ufeffecuador: {name: Ecuador, precision: country}\n",
    ],
)
def test_every_byte_that_was_there_stays(root, before):
    """Comments, line ends and the mark at the beginning; the entry is read as it was meant."""
    if before is not None:
        write(root, PLACES, before.encode())
    write_entries(root, {"places": {"quito": QUITO}})
    after = (root / PLACES).read_bytes()
    assert after.startswith((before or "").encode())
    assert load(root).problems == ()
    found = load(root).places["quito"]
    assert (found.name, found.latitude, found.longitude) == ("Quito", -0.23, -78.525)


@pytest.mark.parametrize(
    ("id_", "fields", "told"),
    [
        ("quito", QUITO, "has an entry quito already"),
        ("Quito!", QUITO, "is not an id"),
        ("guayaquil", {**QUITO, "latitude": 91}, "guayaquil: `latitude` is 91.*out of range"),
        ("guayaquil", {**QUITO, "country": "Ecuador"}, "Write it as `EC`"),
        ("guayaquil", {**QUITO, "latitude": "far"}, "is text; it takes a number"),
        ("guayaquil", {"name": "", "precision": "city"}, "name"),
        ("guayaquil", {**QUITO, "surprise": 1}, "surprise"),
    ],
)
def test_what_is_no_new_entry_is_refused_and_nothing_is_written(root, id_, fields, told):
    """With what is wrong in it."""
    write_entries(root, {"places": {"quito": QUITO}})
    before = (root / PLACES).read_bytes()
    with pytest.raises(EntryNotWritten, match=told):
        write_entries(root, {"places": {id_: fields}})
    assert (root / PLACES).read_bytes() == before


@pytest.mark.parametrize(
    "written", ["{ecuador: {name: Ecuador, precision: country}}\n", "a: [\n", "a: 1\na: 2\n", b"\xff\xfe"]
)
def test_a_registry_that_cannot_be_added_to_stays_as_it_is(root, written):
    """It is told, with what to do."""
    write(root, PLACES, written)
    before = (root / PLACES).read_bytes()
    with pytest.raises(EntryNotWritten):
        write_entries(root, {"places": {"quito": QUITO}})
    assert (root / PLACES).read_bytes() == before


def test_a_link_out_of_the_workspace_is_not_written_through(root, tmp_path_factory):
    """A stranger's registry stays as it is."""
    outside = write(tmp_path_factory.mktemp("outside"), "places.yaml", "a: {name: A, precision: country}\n")
    (root / "events" / "registry").mkdir()
    (root / PLACES).symlink_to(outside)
    with pytest.raises(EntryNotWritten, match="link out"):
        write_entries(root, {"places": {"quito": QUITO}})
    assert outside.read_text(encoding="utf-8") == "a: {name: A, precision: country}\n"

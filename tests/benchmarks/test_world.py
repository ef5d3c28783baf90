"""The generated world is valid, the same each time, and as unequal as life."""

import itertools
from collections import Counter

from dashboard.checks.validation import validate
from tests.benchmarks.cities import read_cities
from tests.benchmarks.world import generate_world


def test_a_generated_world_has_no_error(tmp_path):
    """Pages are tried on records that a careful team could have written."""
    validation = validate(generate_world(tmp_path / "world", 60))
    assert [str(problem) for problem in validation.problems if problem.severity == "error"] == []
    assert len(validation.workspace.events) == 60


def test_a_generated_world_is_the_same_each_time(tmp_path):
    """What is found on it can be looked at again."""
    one, other = (_files(generate_world(tmp_path / name, 40)) for name in ("one", "other"))
    assert one == other


def test_a_generated_world_is_unequal(tmp_path):
    """A few threads and actors have most of the events, and events stand on every inhabited continent."""
    workspace = validate(generate_world(tmp_path / "world", 400)).workspace
    threads = Counter(thread for event in workspace.events.values() for thread in event.threads)
    actors = Counter(part.actor for event in workspace.events.values() for part in event.who)
    assert threads.most_common(1)[0][1] > 10 * min(threads.values())
    assert sum(number for _, number in actors.most_common(len(actors) // 5)) > sum(actors.values()) / 2
    points = [place for place in workspace.places.values() if place.latitude is not None]
    quarters = {(place.latitude > 0, place.longitude > 0) for place in points if place.latitude and place.longitude}
    assert len(quarters) == 4


def test_the_list_has_all_large_cities():
    """6,204 cities of more than 100,000 people, the largest first."""
    cities = list(read_cities())
    assert len(cities) == 6_204
    assert all(one.people >= other.people for one, other in itertools.pairwise(cities))
    assert min(city.people for city in cities) >= 100_000


def _files(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}

"""Independent origins are counted, not links."""

import pytest

from dashboard.evidence.corroboration import Corroboration, origin_count, strength_of
from dashboard.model.source import Source


def source(id_: str, outlet: str | None = None, origin: str | None = None) -> Source:
    return Source.model_validate({"id": id_, "kind": "article", "outlet": outlet, "origin": origin})


SOURCES = {
    each.id: each
    for each in (
        source("tass", "TASS", "tass"),
        source("gazeta", "Gazeta.ru", "tass"),
        source("herald-1", "The Korea Herald"),
        source("herald-2", "The Korea Herald"),
        source("bare-1"),
        source("bare-2"),
    )
}


@pytest.mark.parametrize(
    ("ids", "count"),
    [
        (["tass", "gazeta"], 1),
        (["herald-1", "herald-2"], 1),
        (["tass", "herald-1"], 2),
        (["bare-1", "bare-2"], 2),
        (["tass", "tass"], 1),
        ([], 0),
    ],
)
def test_what_repeats_the_same_reporting_counts_once(ids: list[str], count: int) -> None:
    """One origin, whatever the outlets; without one, an outlet's reports are its own."""
    assert origin_count(ids, SOURCES) == count


def test_a_source_that_nobody_described_leaves_it_open() -> None:
    """One origin is certain only where all are told; several is certain from two on."""
    assert strength_of(["tass", "nobody-s"], SOURCES).corroboration is Corroboration.UNKNOWN
    assert strength_of(["tass", "herald-1", "nobody-s"], SOURCES).corroboration is Corroboration.SEVERAL
    assert strength_of([], SOURCES).corroboration is Corroboration.NONE

"""Independent origins are counted, not links."""

import pytest

from dashboard.evidence.corroboration import (
    Corroboration,
    origin_count,
    origin_is_open,
    origin_of,
    proposed_origin,
    sources_as_counted,
    strength_of,
)
from dashboard.evidence.near_duplicates import DuplicatePair, NearDuplicates
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


ALIKE = NearDuplicates(
    (DuplicatePair("a", "b", 0.7), DuplicatePair("b", "c", 0.9), DuplicatePair("d", "e", 1.0)),
    dict.fromkeys("abcdef", ""),
)


@pytest.mark.parametrize(
    ("origins", "counted"),
    [
        ({}, "AAADDF"),
        ({"c": "wire"}, ["wire", "wire", "wire", "D", "D", "F"]),
        ({"a": "one", "c": "two"}, ["one", "two", "two", "D", "D", "F"]),
        ({"a": "one", "b": "two", "c": "three"}, ["one", "two", "three", "D", "D", "F"]),
        ({"d": "one", "e": "one"}, ["A", "A", "A", "one", "one", "F"]),
    ],
)
def test_texts_that_are_nearly_the_same_count_as_one_until_somebody_says_otherwise(
    origins: dict[str, str], counted: list[str]
) -> None:
    """Who says nothing counts with the text most like its own that does; who says something, as it says."""
    sources = {id_: source(id_, id_.upper(), origins.get(id_)) for id_ in "abcdef"}
    found = sources_as_counted(sources, ALIKE)
    assert [origin_of(each) for each in found.values()] == list(counted)
    assert list(found) == list(sources)
    assert {id_: each.origin for id_, each in sources.items()} == {id_: origins.get(id_) for id_ in sources}
    assert origin_is_open([sources[id_] for id_ in "abc"]) is (len(origins.keys() & set("abc")) < 3)


def test_sources_that_are_not_described_are_not_counted_with_others() -> None:
    """Of a text alone no origin is known."""
    sources = {"a": source("a")}
    assert sources_as_counted(sources, ALIKE) is sources


@pytest.mark.parametrize(
    ("days", "origin", "first"),
    [
        ({"a": None, "b": None}, None, "a"),
        ({"a": "2024-03-05", "b": "2024-03-04"}, None, "b"),
        ({"a": "2024-03-05", "b": "2024"}, None, "a"),
        ({"a": None, "b": "2024-03-04"}, None, "b"),
        ({"a": "2024-03-05", "b": "2024-03-04"}, "tass", "tass"),
    ],
)
def test_the_report_that_came_first_is_proposed_as_the_origin(days, origin, first):
    """Unless a description names one; a date that is no day tells nothing."""
    alike = [
        Source.model_validate(
            {"id": id_, "kind": "article", "published": day, "origin": origin if id_ == "a" else None}
        )
        for id_, day in days.items()
    ]
    assert proposed_origin(alike) == first
    likeness = NearDuplicates((DuplicatePair("a", "b", 0.9),), dict.fromkeys("ab", ""))
    counted = sources_as_counted({each.id: each for each in alike}, likeness)
    assert {origin_of(each) for each in counted.values()} == {origin or origin_of(alike["ab".index(first)])}

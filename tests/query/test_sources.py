"""What rests on a source."""

import pytest

from dashboard.checks.validation import validate
from dashboard.evidence.corroboration import origin_count
from dashboard.evidence.verdicts import Verdict
from dashboard.query import sources as sources_module
from dashboard.query.sources import Sources, TextState, uses_by_source

EVENT = """title: The harbour closes
when: {reported: "2021-05-04", claims: [opened], assessed: {date: "2021-05-04", basis: external, sources: [gazette]}}
where: {assessed: {place: manta, basis: external, sources: [gazette]}}
claims:
  opened:
    text: The harbour of Lorne was opened on 4 May 2021.
    quotes:
      - {source: dispatch, exact: The harbour of Lorne was opened on 4 May 2021}
      - {source: dispatch, exact: These words stand nowhere}
      - {source: gazette, exact: Nobody can look these words up}
  told: {text: It was told., sources: [gazette]}
"""


@pytest.fixture
def sources(base_workspace):
    """Of the small workspace, with one event more and every file written that a test gives."""

    def read(**files):
        for folder in ("seeds", "events/base"):
            (base_workspace / folder).mkdir(exist_ok=True)
        (base_workspace / "events" / "base" / "closes.yaml").write_text(EVENT, encoding="utf-8")
        for name, text in files.items():
            (base_workspace / "seeds" / name.replace("__", ".")).write_text(text, encoding="utf-8", newline="")
        return Sources(validate(base_workspace))

    return read


def test_quotes_claims_and_events_are_counted_once_each(sources):
    """A claim that quotes a source twice is one claim of it."""
    entries = sources().entries
    dispatch, gazette = entries["dispatch"].resting, entries["gazette"].resting
    ours = [quote.key for quote in dispatch.quotes if quote.event == "closes"]
    assert ours == ["closes/opened/0", "closes/opened/1"]
    assert [key for key in gazette.claims if key[0] == "closes"] == [("closes", "opened"), ("closes", "told")]
    assert dispatch.claims["closes", "opened"] is Verdict.NOT_FOUND
    assert gazette.claims["closes", "told"] is Verdict.NOT_CHECKABLE
    assert list(gazette.events).count("closes") == 1


def test_values_name_the_sources_of_their_claims_and_of_their_assessment(base_workspace):
    """A reported value rests on its claims' sources, an assessed one on its own; a relation is no value."""
    for file in (base_workspace / "events" / "base").glob("*.yaml"):
        file.unlink()
    (base_workspace / "events" / "base" / "closes.yaml").write_text(EVENT, encoding="utf-8")
    entries = Sources(validate(base_workspace)).entries
    assert entries["dispatch"].resting.values == 1  # when, as reported
    assert entries["gazette"].resting.values == 3  # when both ways, where as assessed


def test_verdicts_of_a_source_add_up_to_its_claims(workspace):
    """On every source of the seed."""
    for entry in Sources(validate(workspace)).entries.values():
        assert sum(map(entry.resting.count, Verdict)) == len(entry.resting.claims)


def test_standing_quotes_come_in_the_order_of_the_text(sources):
    """Those that do not stand are left out of it."""
    standing = sources().entries["dispatch"].resting.standing
    spans = [quote.spans for quote in standing]
    assert spans == sorted(spans)
    assert "closes/opened/0" in [quote.key for quote in standing]
    assert "closes/opened/1" not in [quote.key for quote in standing]


def test_entries_of_places_and_actors_rest_on_sources_too(workspace):
    """An office that names a source names it for its actor, once."""
    entries = Sources(validate(workspace)).entries
    assert entries["geonames"].resting.entries == ["Quito", "Manta", "Seoul", "Washington, D.C."]
    assert entries["geonames"].resting.claims == {}


def test_one_origin_has_all_the_outlets_that_repeat_it(workspace):
    """A source without an origin is its outlet's own; there are as many as strength is counted in."""
    validation = validate(workspace)
    by_origin = Sources(validation).by_origin
    assert set(by_origin["tass-2025-09-04"]) == {
        "us-troops-ecuador",
        "tass-2025-09-04",
        "gazeta-ru-2025-09-04",
        "wdmdtv-2025-09-04",
    }
    assert by_origin["geonames"] == ("geonames",)
    assert set(by_origin["The Korea Herald"]) == {"korea-herald-2025-08-26", "korea-herald-2025-08-27"}
    assert len(by_origin) == origin_count(validation.workspace.sources, validation.workspace.sources)


def test_a_text_is_unchanged_until_a_byte_of_it_is_another(sources, base_workspace):
    """The state is what the checks found, not what the page computes."""
    assert sources().entries["dispatch"].state is TextState.UNCHANGED
    text = (base_workspace / "seeds" / "dispatch.txt").read_text(encoding="utf-8")
    assert sources(dispatch__txt=text + " ").entries["dispatch"].state is TextState.CHANGED
    (base_workspace / "seeds" / "dispatch.txt").unlink()
    assert sources().entries["dispatch"].state is TextState.MISSING
    (base_workspace / "seeds" / "dispatch.txt").write_bytes(b"\xff\xfe\xff")
    assert sources().entries["dispatch"].state is TextState.UNREADABLE


def test_without_a_described_text_there_is_none_or_a_stray_one(sources):
    """A text that nobody described is listed all the same."""
    entries = sources(stray__txt="Words.", gazette__txt="More words.").entries
    assert (entries["stray"].state, entries["stray"].source) == (TextState.UNDESCRIBED, None)
    assert entries["gazette"].state is TextState.UNDESCRIBED
    assert [problem.code for problem in entries["stray"].problems] == ["source-text-undescribed"]


def test_a_source_that_nothing_names_has_nothing_resting_on_it(sources):
    """It is listed with zeros."""
    resting = sources(quiet__yaml="kind: article\n").entries["quiet"].resting
    assert (resting.quotes, resting.claims, resting.values, list(resting.events)) == ([], {}, 0, [])


def test_one_source_is_read_without_the_others(workspace, monkeypatch):
    """The same rests on it as where all are read, and only events that name it are looked at."""
    validation, seen = validate(workspace), []

    def uses(workspace, evidence):
        seen.append(set(workspace.events))
        return uses_by_source(workspace, evidence)

    every = Sources(validation).entries
    monkeypatch.setattr(sources_module, "uses_by_source", uses)
    for id_ in (*every, "nothing"):
        assert Sources(validation).entry_of(id_) == every.get(id_)
    assert len(seen) == len(every)
    assert min(map(len, seen)) < len(validation.workspace.events)

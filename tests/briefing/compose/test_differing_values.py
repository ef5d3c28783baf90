"""Where the team’s assessment differs from the source: dates, places, who took part, and amounts."""

from copy import deepcopy

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.compose.differing_values import HEADINGS
from dashboard.briefing.compose.other_values import HEADINGS_OF_SOURCES
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.outline.outline import TableBlock
from tests.briefing.conftest import case_of
from tests.briefing.one_event import BRIEFING, RAW, validation_of
from tests.briefing.words_in import words_in

BASIS = "external: Associated Press, 19 September 2009"


@pytest.fixture
def made(seed):
    """The validation of the one event, after `change` has changed its record."""

    def of(change=None):
        raw = deepcopy({kind: dict(records) for kind, records in RAW.items()})
        if change:
            change(raw["events"]["main"])
        return validation_of(raw, seed.workspace)

    return of


def rows(validation, headings=HEADINGS):
    """The rows of a table, without the title of the event."""
    outline = outline_of(BRIEFING, validation)
    (section,) = (each for each in outline.sections if each.key == "disputed")
    tables = (block for block in section.blocks if isinstance(block, TableBlock) and block.headings == headings)
    return [row.cells[1:] for table in tables for row in table.rows]


def test_actors_and_amounts_are_told_beside_dates_and_places(made):
    """Each with what it is called, what is reported, what is held, and on what basis."""
    assert rows(made()) == [
        ("When", "2009", "18 September 2009", BASIS),
        ("Where", "Land", "The base", BASIS),
        ("By", "Ana Paz", "Ben Sol", BASIS),
        ("How much", "$5", "$6", BASIS),
    ]


def test_the_values_of_several_sources_are_told_one_by_one(made):
    """Each in a row of its own, with its claims; where only one of them can be true, that is said."""

    def contradict(record):
        record["when"]["also_reported"][0]["reported"] = "2008"

    assert rows(made(), HEADINGS_OF_SOURCES) == [
        ("When", "2009"),
        ("When", "September 2009"),
        ("Where", "Land"),
        ("Where", "The base (“at the base”)"),
        ("How much", "$5"),
        ("How much", "$4 to $6"),
    ]
    told = rows(made(contradict), HEADINGS_OF_SOURCES)
    assert told[:3] == [("When, in dispute", "2009"), ("When, in dispute", "2008"), ("Where", "Land")]


def test_words_without_a_date_or_a_place_are_told_beside_what_the_team_holds(made):
    """The source's words in quotation marks."""

    def in_words(record):
        for name in ("when", "where"):
            del record[name]["reported"], record[name]["also_reported"]

    told = [row[:3] for row in rows(made(in_words))[:2]]
    assert told == [("When", "“that year”", "18 September 2009"), ("Where", "“there”", "The base")]


def test_as_many_values_differ_as_the_first_lines_say(made, seed):
    """The count in the head of a document is that of its rows: of those by sources, where only one can be true."""

    def contradict(record):
        record["when"]["also_reported"][0]["reported"] = "2008"

    outline = outline_of(seed.workspace.briefings["us-troops-in-ecuador"], seed)
    (section,) = (each for each in outline.sections if each.key == "disputed")
    (table,) = (block for block in section.blocks if isinstance(block, TableBlock))
    assert f"; {len(table.rows)} values differ;" in outline.counts
    assert "; 4 values differ; " in outline_of(BRIEFING, made(contradict)).counts


def test_an_actor_and_an_amount_that_are_held_as_reported_are_not_told(made):
    """That the team looked them up elsewhere is no difference."""

    def same(record):
        record["who"][0]["assessed"].pop("actor")
        record["amounts"]["cost"]["assessed"]["value"] = 5

    assert [row[0] for row in rows(made(same))] == ["When", "Where"]


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("value", 6, ("$5", "$6")),
        ("qualifier", "at-most", ("$5", "at most $5")),
        ("purpose", "rent", ("for upkeep", "for rent")),
        ("part_of", "other/all", ("$5", "$5 part of other/all")),
    ],
)
def test_whatever_differs_of_an_amount_is_told(made, field, value, told):
    """How much, how exactly, what for, and of what it is a part."""

    def differ(record):
        record["amounts"]["cost"]["assessed"] |= {"value": 5, field: value}

    (found,) = (row for row in rows(made(differ)) if row[0] == "How much")
    assert found[1:3] == told


def test_an_amount_that_the_team_holds_to_be_unknown_is_told(made):
    """In words, for a blank cell would say nothing."""

    def unknown(record):
        record["amounts"]["cost"]["assessed"] = {"basis": "unknown"}

    assert ("How much", "$5", "not known", "unknown") in rows(made(unknown))


@pytest.mark.parametrize(
    ("reported", "told"),
    [(None, ("“hundreds of people”", "$6")), ({"value": 5, "currency": "USD"}, ("$5 (“hundreds of people”)", "$6"))],
)
def test_an_amount_that_is_reported_in_words_is_told_in_them(made, reported, told):
    """In quotation marks: alone, or behind its number."""

    def differ(record):
        record["amounts"]["cost"] |= {"as_reported": "hundreds of people", "reported": reported}

    (found,) = (row for row in rows(made(differ)) if row[0] == "How much")
    assert found[1:3] == told


def test_words_beside_a_number_that_the_team_holds_too_are_no_difference(made):
    """The number is the same."""

    def same(record):
        record["amounts"]["cost"]["as_reported"] = "five dollars"
        record["amounts"]["cost"]["assessed"]["value"] = 5

    assert "How much" not in [row[0] for row in rows(made(same))]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_an_amount_in_words(seed, made, form, tmp_path, tool):
    """As its source has it."""

    def differ(record):
        record["amounts"]["cost"] |= {"as_reported": "hundreds of people", "reported": None}

    assert "“hundreds of people”" in words_in(form, case_of(BRIEFING, made(differ), drawn=False), tmp_path, tool)


def test_of_several_amounts_each_has_its_name(made):
    """So that a reader can tell which is meant."""

    def more(record):
        record["amounts"]["later-rent"] = record["amounts"]["cost"]

    assert {"How much, cost", "How much, later rent"} <= {row[0] for row in rows(made(more))}


def test_a_purpose_that_the_team_alone_gives_is_told(made):
    """Beside the same amount, which is reported without one."""

    def differ(record):
        record["amounts"]["cost"]["purpose"] = None
        record["amounts"]["cost"]["assessed"] |= {"value": 5, "purpose": "rent"}

    assert ("How much", "$5", "$5 for rent", BASIS) in rows(made(differ))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_them(seed, made, form, tmp_path, tool):
    """In one table, below its heading."""
    words = words_in(form, case_of(BRIEFING, made(), drawn=False), tmp_path, tool)
    at = words.index("Where the team’s assessment differs from the source")
    for told in ("Ana Paz", "Ben Sol", "$5", "$6"):
        shown = told.replace("$", "\\$") if form == "md" else told
        at = words.index(shown, at) + 1

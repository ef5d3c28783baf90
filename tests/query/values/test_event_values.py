"""The values of an event, as card, comparison and wall draw them."""

import shutil

from dashboard.checks.validation import validate
from dashboard.query.card.disputes import claims_of
from dashboard.query.fields import table_of
from dashboard.query.reading import Mode, Support
from dashboard.query.values.event_values import rows_of


def test_a_date_that_is_worked_out_says_from_what(base_workspace, root):
    """“Yesterday” in a text of the 24th is the 23rd: the words and the day that it is counted from stand beside it."""
    case = root / "tests" / "records" / "valid" / "date-worked-out"
    shutil.copytree(case, base_workspace, dirs_exist_ok=True)
    validation = validate(base_workspace)
    rows = {
        id_: rows_of(event, table_of(validation, Mode.ASSESSED))[0].reported
        for id_, event in validation.workspace.events.items()
    }
    assert validation.problems == ()
    assert rows["notice"].text == "23 February 2023"
    assert rows["notice"].as_reported == "worked out from “yesterday” and 24 February 2023"
    assert all("worked out" not in value.as_reported for id_, value in rows.items() if id_ != "notice")


def also_reported(base_workspace, root):
    """The event that two sources report differently, in a workspace that has been checked."""
    shutil.copytree(root / "tests" / "records" / "valid" / "also-reported", base_workspace, dirs_exist_ok=True)
    validation = validate(base_workspace)
    assert validation.problems == ()
    return validation.workspace.events["ferry"], table_of(validation, Mode.ASSESSED)


def test_every_source_s_value_stands_with_its_name(base_workspace, root):
    """A second value is not less than the first: each has a mark, its claims, and who says so."""
    when, where, *amounts = rows_of(*also_reported(base_workspace, root))
    names = [part.name for part in when.reported.parts]
    assert names == ["11 May 2021 (The Lorne wire)", "12 May 2021 (The Lorne radio)"]
    assert [part.claims for part in when.reported.parts] == [("sank",), ("radio-sank",)]
    assert [part.value for part in where.reported.parts] == ["Manta", "Ecuador (“in Ecuador”)"]
    assert [row.reported.differs for row in (when, where, *amounts)] == [True, False, False, False]


def test_a_second_value_that_no_quote_gives_is_questioned_alone(base_workspace, root):
    """The first value keeps its solid mark; together they are as weak as the weaker."""
    event, _ = also_reported(base_workspace, root)
    file = base_workspace / "events" / "case" / "ferry.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2021-05-12", "2021-05-13"), encoding="utf-8")
    validation = validate(base_workspace)
    when = rows_of(validation.workspace.events[event.id], table_of(validation, Mode.ASSESSED))[0].reported
    assert [problem.code for problem in validation.problems] == ["reported-date-not-quoted"]
    assert [part.mark.support for part in when.parts] == [Support.QUOTED, Support.QUESTIONED]
    assert when.mark.support is Support.QUESTIONED


def test_values_of_two_sources_are_not_two_sources_for_one_value(base_workspace, root):
    """What each of them says rests on one source, also where both may be true."""
    dead = rows_of(*also_reported(base_workspace, root))[2].reported
    assert {part.mark.word for part in dead.parts} | {dead.mark.word} == {"quote found"}


def test_a_disagreement_tells_the_values_that_cannot_both_be_true(base_workspace, root):
    """The days are in dispute; a town and its country are not, though their words differ."""
    event, table = also_reported(base_workspace, root)
    (found,) = claims_of(event, table).disputes
    kinds = {each.kind: each for each in found.kinds}
    assert {value.text for value in kinds["When"].values.values()} == {"11 May 2021", "12 May 2021"}
    assert [kind for kind, each in kinds.items() if each.is_disputed] == ["When"]

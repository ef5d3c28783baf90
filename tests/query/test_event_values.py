"""The values of an event, as card, comparison and wall draw them."""

import shutil

from dashboard.checks.validation import validate
from dashboard.query.event_values import rows_of
from dashboard.query.fields import table_of
from dashboard.query.reading import Mode


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

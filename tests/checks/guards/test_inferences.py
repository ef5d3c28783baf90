"""Dates and amounts that are inferred against the quotes."""

import pytest

QUOTE = "The harbour of Lorne was opened on 4 May 2021"
MONEY = "Officials said the works had cost $12 million."


def body(assessed, words="on 4 May 2021"):
    return f"""when:
  as_reported: {words}
  claims: [opened]
  assessed: {assessed}
claims:
  opened:
    text: The harbour of Lorne was opened on 4 May 2021.
    quotes: [{{source: dispatch, exact: {QUOTE}}}]
"""


@pytest.mark.parametrize(
    ("assessed", "is_told"),
    [
        ('{date: "2021-05-14", basis: inferred, note: The year is that of the dispatch.}', True),
        ('{date: "2021-04-04", basis: inferred, note: As told there.}', True),
        ('{date: "2021-05-14/2021-05-21", basis: inferred, note: The week of the fair.}', True),
        ('{date: "2021-05-04", basis: inferred, note: As told there.}', False),
        ('{date: "2021-05", basis: inferred, note: As told there.}', False),
        ('{date: "2021-05-03/2021-05-06", basis: inferred, note: The fair lasted four days.}', False),
        ('{date: "2021-05-05", basis: inferred, note: The gates were opened the day after.}', False),
        ('{date: "2021-05-14", basis: inferred, note: "Misprint: the minister came on 14 May."}', False),
        ('{date: "2021-05-14~", basis: inferred, note: As told there.}', False),
    ],
)
def test_another_day_than_the_quotes_give_needs_a_reason(assessed, is_told, found):
    """A note that tells of the year alone is none for another day."""
    codes = [each.code for each in found(event=body(assessed))]
    assert codes == (["inference-unexplained"] if is_told else [])


@pytest.mark.parametrize(
    ("value", "note", "is_told"),
    [
        (13_000_000, "As told there.", True),
        (12_000_000, "As told there.", False),
        (13_000_000, "With the interest of 1 million.", False),
        (13_000_000, "The sum includes the gates.", False),
    ],
)
def test_another_amount_than_is_reported_needs_a_reason(value, note, is_told, found):
    """A note that counts, or says what is included, gives one."""
    event = f"""amounts:
  works:
    reported: {{value: 12000000, currency: USD}}
    claims: [cost]
    assessed: {{value: {value}, currency: USD, basis: inferred, note: {note}}}
claims:
  cost:
    text: Officials said the works had cost $12 million.
    kind: statement
    by_as_reported: Officials
    quotes: [{{source: dispatch, exact: "{MONEY}"}}]
"""
    codes = [each.code for each in found(event=event)]
    assert codes == (["inference-unexplained"] if is_told else [])

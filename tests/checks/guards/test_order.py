"""Causes come first."""

from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
EVENT = """\
when: {{assessed: {{date: "{date}", basis: external, sources: [gazette]}}}}
where: {{assessed: {{place: {place}, basis: external, sources: [gazette]}}}}
claims:
  c: {{text: So it was said., sources: [gazette]{allow}}}
relations: [{{type: {type_}, event: harbour-opened, {basis}}}]
"""


def orders(found, date, type_, *, place="manta", basis="claims: [c]", allow=""):
    problems = found(EVENT.format(date=date, place=place, type_=type_, basis=basis, allow=allow))
    return [each.message for each in problems if each.code == "effect-before-cause"]


@pytest.mark.parametrize(
    ("date", "type_", "wrong"),
    [
        ("2021-05-03", "responds-to", True),
        ("2021-05-04", "responds-to", False),
        ("2021", "responds-to", False),
        ("2021-05-01/2021-05-20", "responds-to", False),
        ("2020?", "responds-to", False),
        ("../2020", "responds-to", True),
        ("2020/..", "responds-to", False),
        ("2021-05-05", "leads-to", True),
        ("2021-05", "leads-to", False),
        ("2022/..", "leads-to", True),
        ("2020", "part-of", False),
    ],
)
def test_an_effect_that_must_lie_before_its_cause_is_wrong(found, date, type_, wrong):
    """The harbour was opened on 4 May 2021: what answers it is not wholly before, what led to it not wholly after."""
    assert bool(orders(found, date, type_)) is wrong


def test_clocks_of_two_places_may_be_a_day_apart(found):
    """Between two places, the day before may be the hour after."""
    assert orders(found, "2021-05-03", "responds-to", place="ecuador") == []
    assert orders(found, "2021-05-02", "responds-to", place="ecuador") == [
        "`case` (2 May 2021) is before `harbour-opened` (4 May 2021)"
    ]


def test_a_claim_of_the_relation_may_allow_it(found):
    """A source may say so in spite of the dates; a claim that the relation does not name has no say in it."""
    allow = ", allow: {effect-before-cause: {words: ['2020', 4 May 2021], reason: The paper has it so.}}"
    assert orders(found, "2020", "responds-to", allow=allow) == []
    assert orders(found, "2020", "responds-to", basis="note: We think so.", allow=allow) != []


def test_a_relation_may_allow_it_itself(found):
    """One of the team's own has no claim that could; where the dates are in order, that is needless."""
    basis = "note: We think so., allow: {effect-before-cause: {words: ['2020', 4 May 2021], reason: It was known.}}"
    assert orders(found, "2020", "responds-to", basis=basis) == []
    event = EVENT.format(date="2022", place="manta", type_="responds-to", basis=basis, allow="")
    (problem,) = found(event)
    assert (problem.code, problem.line) == ("guard-not-needed", 6)

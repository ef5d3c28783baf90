"""A title says no number and no name that its event has not; what headlines honestly do is no alarm."""

from collections.abc import Callable

import pytest

from dashboard.checks.validation import validate
from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]

EVENT = """\
when: {assessed: {date: "2021-05-04/2021-06", basis: inferred, note: By the works.}}
where: {assessed: {place: manta, basis: inferred, note: The harbour is in the town.}}
who: [{actor: ana-ruiz, role: initiator, claims: [opened]}]
amounts:
  cost: {assessed: {value: 12000000, currency: USD, basis: inferred, note: So it was planned.}}
claims:
  opened:
    text: The harbour of Lorne was opened by two officials.
    quotes: [{source: dispatch, exact: The harbour of Lorne was opened on 4 May 2021 by Minister Ana Ruiz.}]
    allow: {number-not-quoted: {words: two, reason: The other is not named.}}
"""


def of_title(title, workspace):
    """What is wrong with an event of this title, but for what is right with it."""
    event = workspace / "events" / "case" / "case.yaml"
    event.parent.mkdir(exist_ok=True)
    event.write_text(f"title: '{title}'\n{EVENT}", encoding="utf-8")
    return list(validate(workspace).problems)


@pytest.mark.parametrize(
    "title",
    [
        "The harbour opens",
        "Ruiz opens Lorne",
        "Minister Ruiz opens the harbour of Manta on 4 May",
        "Ecuador: the harbour is open",
        "Ecuadorian harbour opened in May 2021",
        "Works in June 2021 for $12 million",
        "A harbour for 12 million",
        "Two officials open the harbour",
        "Harbour Opens After Long Works For The Town",
        "Open at last",
        "Opening of the harbour",
        "2021: the harbour opens",
        "THE HARBOUR OF LORNE OPENS",
    ],
)
def test_what_a_headline_honestly_says_passes(title, base_workspace):
    """Its date, its amounts, its actors and places, in other forms; and capitals throughout."""
    assert of_title(title, base_workspace) == []


@pytest.mark.parametrize(
    ("title", "code", "told"),
    [
        ("The harbour opens for 13 million", "title-number-not-claimed", "13 million"),
        ("The harbour opens for 12 million euros", "title-number-not-claimed", "12 million euros"),
        ("The harbour opens after three years", "title-number-not-claimed", "three"),
        ("The harbour opens in 2017", "title-number-not-claimed", "2017"),
        ("The harbour opens on 5 March", "title-number-not-claimed", "5 March"),
        ("Lima opens the harbour of Paita", "title-name-not-claimed", "Lima”, “Paita"),
        ("Peru opens the harbour", "title-name-not-claimed", "Peru"),
        ("Juan Lopez opens the harbour", "title-name-not-claimed", "Juan”, “Lopez"),
        ("Peruvian Harbour Opens After Long Works", "title-name-not-claimed", "Peruvian"),
        ("Putin opens the harbour", "title-name-not-claimed", "Putin"),
        ("Zelenskyy’s harbour opens", "title-name-not-claimed", "Zelenskyy"),
    ],
)
def test_what_the_event_has_not_is_told(title, code, told, base_workspace):
    """By a warning in the title's line, with the words."""
    (problem,) = of_title(title, base_workspace)
    assert (problem.code, problem.line, str(problem.severity)) == (code, 1, "warning")
    are = "are" if "”, “" in told else "is"
    assert problem.message == f"“{told}” {are} in the title, but in no claim or field of the event"


def test_seldom_is_an_honest_title_wrong(shared, root):
    """Of the titles of the seed and of those that others wrote, one at most: a sum that no claim gives."""
    assert [each for each in validate(root).problems if each.code.startswith("title-")] == []
    for written in ("first", "final"):
        problems = validate(shared / "evidence" / written).problems
        assert len([each for each in problems if each.code.startswith("title-")]) <= 1

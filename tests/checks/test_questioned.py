"""Claims and values to which a check objects: questioned, never found; and what no check objects to is left alone."""

from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import Verdict
from dashboard.query.reading import Mode, Support, resolve_events, support_of_assessed, support_of_reported


def checked(root, event):
    """The base workspace with one event, after the checks; and that event."""
    path = root / "events/case/case.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"title: A case\n{event}", encoding="utf-8")
    found = validate(root)
    return found, found.workspace.events["case"]


QUOTE = "quotes: [{source: dispatch, exact: The harbour of Lorne was opened on 4 May 2021}]"
CLAIM = f"claims:\n  opened: {{text: The harbour of Lorne was opened on 4 May 2021., {QUOTE}}}\n"


def test_a_claim_whose_words_a_check_refuses_is_questioned(base_workspace):
    """Its quote stands; what it says is another year. The claim beside it is found."""
    wrong = f"  wrong: {{text: The harbour of Lorne was opened on 4 May 2022., {QUOTE}}}\n"
    found, event = checked(base_workspace, CLAIM + wrong)
    verdicts = {key: found.evidence.of(event.id, key).verdict for key in event.claims}
    assert verdicts == {"opened": Verdict.FOUND, "wrong": Verdict.QUESTIONED}
    counts = found.evidence.count(["case"])
    assert (counts[Verdict.QUESTIONED], sum(counts.values())) == (1, 2)


def test_a_quote_that_is_not_found_stays_the_worse_of_the_two(base_workspace):
    """A check that objects to the words as well does not soften it."""
    missing = "quotes: [{source: dispatch, exact: The harbour was burnt in 2022}]"
    found, _ = checked(base_workspace, f"claims:\n  burnt: {{text: The harbour was burnt in 2023., {missing}}}\n")
    assert found.evidence.of("case", "burnt").verdict is Verdict.NOT_FOUND


def test_a_reported_value_that_its_quotes_do_not_give_is_questioned(base_workspace):
    """The claim is found, and the date that rests on it is not its date: no solid mark stands for it."""
    right, event = checked(base_workspace, CLAIM + 'when: {reported: "2021-05-04", claims: [opened]}\n')
    assert support_of_reported(event, event.when, right.evidence) is Support.QUOTED
    wrong, event = checked(base_workspace, CLAIM + 'when: {reported: "2017-03-05", claims: [opened]}\n')
    assert wrong.evidence.of("case", "opened").verdict is Verdict.FOUND
    assert support_of_reported(event, event.when, wrong.evidence) is Support.QUESTIONED
    (reading,) = resolve_events([event], {}, wrong.evidence, Mode.REPORTED)
    assert reading.date.carried is Support.QUESTIONED


def test_an_assessed_value_is_questioned_apart_from_the_reported_one(base_workspace):
    """The team's date is wrong and the reported one is right: only the first has the mark."""
    held = 'assessed: {date: "2017-03-05", basis: quoted, claims: [opened]}'
    when = f'when: {{reported: "2021-05-04", claims: [opened], {held}}}\n'
    found, event = checked(base_workspace, CLAIM + when)
    assert support_of_reported(event, event.when, found.evidence) is Support.QUOTED
    assert support_of_assessed(event, event.when, found.evidence) is Support.QUESTIONED


def test_a_warning_questions_nothing(base_workspace):
    """It may be intended."""
    found, _ = checked(base_workspace, CLAIM.replace("}]}", "}], note: So., credibility: 2}"))
    assert found.evidence.of("case", "opened").verdict is Verdict.FOUND


def test_what_was_questioned_is_found_again_when_it_is_fixed(base_workspace):
    """With what was known from before, as a page that follows the files has it."""
    wrong = CLAIM.replace("2021.,", "2022.,")
    before, _ = checked(base_workspace, wrong)
    assert before.evidence.of("case", "opened").verdict is Verdict.QUESTIONED
    (base_workspace / "events/case/case.yaml").write_text(f"title: A case\n{CLAIM}", encoding="utf-8")
    assert validate(base_workspace, before).evidence.of("case", "opened").verdict is Verdict.FOUND
    (base_workspace / "events/case/case.yaml").write_text(f"title: A case\n{wrong}", encoding="utf-8")
    again = validate(base_workspace, before)
    assert validate(base_workspace, again).evidence.of("case", "opened").verdict is Verdict.QUESTIONED


def test_a_value_from_outside_is_questioned_if_its_stored_source_does_not_give_it(base_workspace):
    """The dispatch is held and says 4 May; where its text gives the day, the value is external as ever."""
    for day, carried in (("2021-05-04", Support.EXTERNAL), ("2017-03-05", Support.QUESTIONED)):
        held = f'when: {{assessed: {{date: "{day}", basis: external, sources: [dispatch]}}}}\n'
        found, event = checked(base_workspace, CLAIM + held)
        assert support_of_assessed(event, event.when, found.evidence) is carried

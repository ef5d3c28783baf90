"""Proposals against what an analyst reads: the measure itself, and what it has to reach."""

import pytest

from dashboard.checks.validation import validate
from dashboard.drafting.proposals import propose_events
from tests.benchmarks.drafts import Tally, golds, judge_gold, judge_text, lay_text, read_text
from tests.seldom import seldom

TEXT = "On May 3, 2021, Iran signed the treaty with Peru in Quito. Iran condemned Peru.\n"
ANSWER = {
    "about": "A treaty",
    "quotes": ["Iran signed the treaty with Peru in Quito"],
    "date": {"edtf": "2021-05-03"},
    "place": {"name": "Quito", "country": "EC"},
    "actors": [
        {"name": "Iran", "words": "Iran", "role": "initiator"},
        {"name": "Peru", "words": "Peru", "role": "recipient"},
    ],
    "amounts": [],
    "types": ["agree"],
}
AIM = 0.95
LEAST_RECALL = 0.35


@pytest.fixture
def judge(tmp_path):
    """The tally of the text, for some answers."""
    validation = validate(lay_text("x", TEXT, None, tmp_path / "workspace"))
    proposals = propose_events("text", validation).proposals
    return lambda *answers: judge_text({"events": list(answers)}, TEXT, proposals, validation)


def test_what_agrees_is_right_and_what_has_no_answer_is_wrong(judge):
    """Every field of the treaty is right; the condemnation is in no answer."""
    tally = judge(ANSWER)
    assert (tally.events["matched"], tally.events["wrong"], tally.events["fields of wrong"]) == (1, 1, 2)
    for name in ("date", "place", "actor", "role", "type"):
        assert tally.right[name] == tally.filled[name] > 0


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("date", {"date": {"edtf": "2021-05"}}),
        ("date", {"date": None}),
        ("place", {"place": {"name": "Quito", "country": "PE"}}),
        ("place", {"place": None}),
        ("actor", {"actors": ANSWER["actors"][:1]}),
        ("role", {"actors": [{**each, "role": "mentioned"} for each in ANSWER["actors"]]}),
        ("type", {"types": ["assault"]}),
    ],
)
def test_what_differs_is_wrong(judge, name, change):
    """Each field by itself."""
    tally = judge({**ANSWER, **change})
    assert tally.right[name] < tally.filled[name]


def test_a_proposal_too_many_of_one_event_is_a_duplicate(judge):
    """It is neither right nor wrong as an event."""
    answer = {**ANSWER, "quotes": [*ANSWER["quotes"], "Iran condemned Peru."]}
    tally = judge(answer)
    assert (tally.events["matched"], tally.events["duplicate"], tally.events["wrong"]) == (1, 1, 0)


@pytest.mark.parametrize("known", seldom((False,), (True,)), ids=["empty registry", "all actors registered"])
def test_filled_fields_are_right_nineteen_times_in_twenty(known):
    """Fields of wrong events count as wrong; and a third of all that an analyst fills is filled rightly."""
    tally = Tally()
    for gold in golds():
        if read_text(gold["text"]) is None:
            pytest.skip(f"{gold['text']} is not on this machine: it lies beside the repository, in ../shared")
        tally.add(judge_gold(gold, known=known))
    named = ("date", "place", "actor", "amount")
    filled = sum(tally.filled[name] for name in named) + tally.events["fields of wrong"]
    wanted = sum(tally.wanted_of_all[name] for name in named)
    assert sum(tally.right[f"{name} counted"] for name in named) >= LEAST_RECALL * wanted
    assert sum(tally.right[name] for name in named) >= AIM * filled


def test_every_passage_of_the_answers_stands_in_its_text():
    """As far as the text is here: a passage that does not stand would match nothing."""
    for gold in golds():
        text = read_text(gold["text"]) or "".join(quote for each in gold["events"] for quote in each["quotes"])
        assert all(quote in text for each in gold["events"] for quote in each["quotes"]), gold["text"]

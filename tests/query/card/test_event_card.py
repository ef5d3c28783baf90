"""The card of an event as plain data."""

from dataclasses import replace
from functools import partial
from itertools import count
from types import MappingProxyType

import pytest

from dashboard.checks.validation import validate
from dashboard.model.allowance import Allowance
from dashboard.query.card import EventCard
from dashboard.query.card.event_card import CardAnswer, CardFact, CardJudgement, CardRelation
from dashboard.query.citations import Citation
from dashboard.query.fields import EventRow, table_of
from dashboard.query.marks import Mark
from dashboard.query.reading import Mode, Support, resolve_events
from tests.copying import edit
from tests.worlds import build

CLOSES = "events/a/closes.yaml"
CLOSED = Mark(Support.QUOTED, "quote found", Citation("paper", "closes/closed/0"))


@pytest.fixture
def card(tmp_path):
    """Makes the card of an event in a world of cards, after texts in the record of the port's closing are replaced."""
    numbers = count()

    def made(name="card", event="closes", mode=Mode.ASSESSED, texts=MappingProxyType({})):
        root = build(name, tmp_path / str(next(numbers)))
        for old, new in texts.items():
            edit(root, CLOSES, old, new)
        found = validate(root)
        here = found.workspace
        (reading,) = resolve_events([here.events[event]], here.places, found.evidence, mode)
        return EventCard(EventRow(reading, table_of(found, mode)))

    return made


def test_the_head_follows_the_mode(card):
    """Place and date are empty where the mode has none; a commitment level has the mark of its claims."""
    assessed, reported = card(), card("card-agreed", mode=Mode.REPORTED)
    assert (assessed.place, assessed.date, assessed.threads) == ("Port <Example>", "3 May 2024", "Ports, Loans")
    assert reported.date == "perhaps May 2024"
    assert (card(event="before").place, card(event="before").date) == ("", "")
    assert list(assessed.facts) == [
        CardFact("underway", "commitment-underway", CLOSED),
        CardFact("coerce (restrict)", "event-types-coerce", None),
        CardFact("hypothetical", "reality-hypothetical", None),
        CardFact("major", "", None),
    ]


def test_relations_stand_on_both_cards(card):
    """Each with the mark of the claims of the event that has it, and none where the team alone says so.

    What a check objects to, as to an event that nobody knows, is questioned.
    """
    foreseen = (("effect-before-cause", Allowance(words=("May 2024",), reason="It was foreseen")),)
    loan = Mark(Support.NOT_CHECKABLE, "not checkable", Citation("wire"))
    before = partial(CardRelation, event="before", title="A loan is agreed", is_known=True)
    nowhere = partial(CardRelation, event="nowhere", title="nowhere", is_known=False)
    assert list(card().relations) == [
        before(label="Responds to", mark=None, note="The team thinks so.", suppressed=foreseen),
        nowhere(
            label="Part of", mark=replace(CLOSED, support=Support.QUESTIONED, word="questioned"), note="", suppressed=()
        ),
        before(label="Follows from", mark=loan, note="", suppressed=()),
    ]
    assert [(each.label, each.event, each.title, each.mark) for each in card(event="before").relations] == [
        ("Leads to", "closes", "The port closes", loan),
        ("Answered by", "closes", "The port closes", None),
    ]


def test_answers_judgements_and_fields(card):
    """The question in words; likelihood and confidence are sentences of their own."""
    found = card(texts={"by: AB": "by: EF"})
    assert list(found.answers) == [CardAnswer("Why was it closed?", "partly", CLOSED)]
    assert list(found.judgements) == [
        CardJudgement(
            "Will it reopen?", "Unlikely (20 to 45\u00a0%). Confidence: low.", "EF, 1 June 2024", "Little is known."
        )
    ]
    assert list(found.fields) == [("Contexts", "economic"), ("Tags", "harbour")]
    gone = card(texts={"first/why, outcome: partly, claims: [closed]": 'first/gone, outcome: "no", claims: []'})
    assert list(gone.answers) == [CardAnswer("first/gone", "no", None)]


def test_a_suppressed_check_of_a_place_is_named_once(card):
    """On the card of every event that names the place, however often."""
    exception = Allowance(words=("1.5, 2.5",), reason="It is an island")
    twice = card(texts={"reported: port\n": "reported: land\n"})
    assert list(twice.place_checks) == [("The Land", ("coordinates-outside-country", exception))]
    assert list(card(event="before").place_checks) == []


def test_a_retraction_is_no_note_of_a_review(card):
    """The note says why, and stands above; of any other review it stands at the foot."""
    kept, retracted = card(), card("card-agreed")
    assert (kept.retraction, kept.review_note) == (None, "Looks right.")
    assert (retracted.retraction, retracted.review_note) == ("Looks right.", "")
    assert retracted.review == "retracted by CD 2 June 2024"
    assert (card(event="before").review, kept.file) == ("draft", f"{CLOSES}:1")


def test_a_value_leads_where_its_mode_says(card):
    """Reported to the words, assessed to the source; of several names, each by itself."""
    when, _, *others = card().values
    assert when.value(Mode.REPORTED).mark == CLOSED
    assert when.value(Mode.ASSESSED).mark == Mark(Support.EXTERNAL, "from another source", Citation("wire"))
    (mediator,) = [row.reported for row in others if row.label == "Mediator"]
    failed = Mark(Support.NOT_FOUND, "quote not found", Citation("paper", "closes/costs/0"))
    assert [(part.name, part.mark) for part in mediator.parts] == [("The Bank (“a bank”)", failed)]


def test_a_claim_says_who_says_it_and_by_what(card):
    """Speaker, sources, strength and grades; sources that are all graded alike are not named one by one."""
    claim = card().claim("closed")
    assert (claim.said, claim.speakers) == ("Statement", (("Ana Ruis", True),))
    assert "".join(text for text, _ in claim.speakers_in_full) == "Ana Ruis, in the words “Minister Ana Ruiz”"
    assert [(each.name, each.citation, each.is_held) for each in claim.every_source] == [
        ("The Paper", Citation("paper"), True),
        ("The Wire", Citation("wire"), False),
    ]
    assert [each.name for each in claim.sources] == ["The Wire"]
    assert (claim.strength.origins, claim.strength.sources, claim.credibility) == (1, 2, 2)
    assert [name for name, _ in claim.grades] == ["The Paper", "The Wire"]
    assert [name for name, _ in card().claim("costs").grades] == ["Source"]
    assert (claim.question, claim.note) == ("Why was it closed?", "A note on the claim.")
    assert [guard for guard, _ in claim.suppressed] == ["name-not-quoted"]
    inferred = card().claim("inferred")
    assert (inferred.is_inferred, inferred.every_source, inferred.strength) == (True, (), None)
    assert (inferred.said, card().claim("costs").said) == ("Assessment", "")


def test_a_quote_says_where_it_is(card):
    """Its span in the text, with the sentence around it; one that fails stands in no sentence."""
    (stands,), (fails,) = card("card-agreed").claim("closed").quotes, card().claim("costs").quotes
    assert (stands.place, stands.has_failed) == ("at 13–47", False)
    assert [each.text for each in stands.sentence if each.is_quoted] == ["closed in May by Minister Ana Ruiz"]
    assert stands.source.citation == Citation("paper", "closes/closed/0")
    assert (fails.place, fails.has_failed, fails.sentence) == ("this quote is not in the source", True, ())


def test_the_lead_is_of_what_nothing_contradicts(card):
    """A quote that fails comes before; of an event without any quote, the lead is the claim with its source."""
    contradicted = {"credibility: 2": "disputed_by: [inferred]", "disputed_by: [inferred, before/loan]": "kind: fact"}
    stands = {**contradicted, "It cost six million": "It cost 5 million"}
    for texts, key, exact in (
        ({}, "costs", "It cost six million dollars"),
        (stands, "costs", "It cost 5 million dollars"),
        ({"six million": "5 million"}, "closed", "The port was closed in May by Minister Ana Ruiz"),
    ):
        lead = card(texts=texts).lead
        assert (lead.key, lead.deciding_quote.exact) == (key, exact)
    unquoted = card(event="before").lead
    assert (unquoted.deciding_quote, unquoted.deciding_source.name) == (None, "The Wire")
    assert card().claim("inferred").deciding_source is None


def test_a_claim_with_three_opponents(card):
    """They stand in the order of the record, whichever event they are of; what is not told of remains."""
    found = card(texts={"[inferred, before/loan]": "[inferred, before/loan, closed, nobody]"}).claims
    (dispute,) = found.disputes
    assert dispute.claim.at == ("closes", "costs")
    assert {each.at: each.is_first for each in (dispute.claim, *dispute.others)} == {
        ("closes", "costs"): True,
        ("before", "loan"): False,
        ("closes", "inferred"): True,
        ("closes", "closed"): True,
    }
    assert dispute.claim.not_found == ("nobody",)
    assert dispute.elsewhere == 0
    (much,) = [each for each in dispute.kinds if each.kind == "How much"]
    assert (much.is_disputed, much.values["before", "loan"].text) == (True, "$20 million")
    assert much.values["closes", "costs"].text == "about $5 million\npart of the $20 million\n300 people"
    assert [value.text for value in much.assessed] == ["$5 million\nnot part of the $20 million"]
    assert found.others == ()
    assert next(each for each in dispute.others if each.key == "closed").mark.word == "found, in doubt"


def test_a_dispute_is_told_on_the_other_card_too(card):
    """Its own claims first; of a claim of another event, those against it that are of neither are counted."""
    own, other = card("card-agreed", event="before").claims.disputes
    assert [each.at for each in (own.claim, *own.others)] == [("before", "loan"), ("closes", "inferred")]
    assert [each.at for each in (other.claim, *other.others)] == [("closes", "costs"), ("before", "loan")]
    assert [each.is_first for each in (own.claim, *own.others, other.claim, *other.others)] == [True, *[False] * 3]
    assert (own.elsewhere, other.elsewhere, other.claim.event_title) == (0, 1, "The port closes")


def test_what_the_team_alone_doubts_stands_apart(card):
    """A claim is in one place: doubted with a note, or among the others."""
    found = card("card-doubted").claims
    assert [each.key for each in found.doubts] == ["closed"]
    assert found.others == ()
    assert [each.key for each in card().claims.others] == ["closed"]

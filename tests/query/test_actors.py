"""Interactions, sayings and names of actors, as assessed and as reported."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.model.event import Event
from dashboard.model.registry import Actor
from dashboard.model.vocabularies import EVENT_TYPES
from dashboard.query.actors import cast_of, verdicts_of
from dashboard.query.interactions import Quad, busiest, counts_by_quad, quad_of, ties_of
from dashboard.query.reading import Mode, Support, resolve_events

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {"held": "Ana Ruis met Bo in the port. The port was closed."}
ACTORS = {
    id_: Actor.model_validate({"id": id_, "name": name, "kind": "person", "aliases": aliases})
    for id_, name, aliases in (("ana", "Ana Ruiz", ["Ruiz"]), ("bo", "Bo", []), ("cy", "Cy", []))
}
MET = {"text": "T", "quotes": [{"source": "held", "exact": "Ana Ruis met Bo"}]}
CLOSED = {"text": "T", "quotes": [{"source": "held", "exact": "The port was closed."}]}
BROKEN = {"text": "T", "quotes": [{"source": "held", "exact": "the port was opened"}]}
OUTSIDE = {"text": "T", "sources": ["voa"]}
EXTERNAL = {"basis": "external", "sources": ["voa"]}


def cast(*events, mode=Mode.ASSESSED):
    made = [
        Event.model_validate({"id": f"e{index}", "title": "T", "claims": {"met": MET}, **fields})
        for index, fields in enumerate(events)
    ]
    evidence = evidence_of({event.id: event for event in made}, TEXTS)
    return cast_of(resolve_events(made, {}, evidence, mode), ACTORS, evidence, mode)


def who(*parts, claims=("met",)):
    return [{"actor": actor, "role": role, "claims": list(claims)} for actor, role in parts]


@pytest.mark.parametrize("name", EVENT_TYPES)
def test_every_type_of_event_has_its_quadrant(name):
    """As PLOVER has it."""
    event = Event.model_validate({"id": "e", "title": "T", "what": {"type": name}, "claims": {"met": MET}})
    assert quad_of(event).value == EVENT_TYPES[name]["quad"]


def test_a_deed_goes_from_initiators_to_recipients():
    """Each finds it in the own dossier, on the right side; those mentioned have the event and no interaction."""
    found = cast(
        {"what": {"type": "aid"}, "who": who(("ana", "initiator"), ("bo", "recipient"), ("cy", "mentioned"))}
    ).dossiers
    assert [len(found[id_].did) for id_ in ACTORS] == [1, 0, 0]
    assert [len(found[id_].received) for id_ in ACTORS] == [0, 1, 0]
    assert found["ana"].did[0].quad is Quad.MATERIAL_COOPERATION
    assert found["cy"].events == {"e0": ["mentioned"]}


def test_an_event_without_type_is_in_no_quadrant_and_still_counted():
    """The five kinds add up to all interactions."""
    found = cast({"who": who(("ana", "initiator"))}, {"what": {"type": "reject"}, "who": who(("bo", "recipient"))})
    counts = counts_by_quad(found.interactions)
    assert (counts[Quad.UNCLASSIFIED], counts[Quad.VERBAL_CONFLICT], sum(counts.values())) == (1, 1, 2)


def test_as_reported_only_the_words_count():
    """Whoever stands there by an outside source alone is gone, as is what they say there."""
    event = {
        "claims": {"met": MET, "said": {**OUTSIDE, "by": "bo", "kind": "statement"}},
        "who": [*who(("ana", "initiator")), {"actor": "bo", "role": "recipient", "assessed": EXTERNAL}],
    }
    assessed, reported = cast(event).dossiers["bo"], cast(event, mode=Mode.REPORTED).dossiers["bo"]
    assert (len(assessed.received), len(assessed.sayings)) == (1, 1)
    assert (len(reported.received), len(reported.sayings), reported.events) == (0, 0, {})


def test_a_failed_quote_is_still_reported_and_marked_so():
    """What the record says of the source is shown as failed, not left out."""
    event = {"claims": {"bad": {**BROKEN, "by": "bo"}}, "who": who(("bo", "initiator"), claims=["bad"])}
    found = cast(event, mode=Mode.REPORTED).dossiers["bo"]
    assert found.did[0].initiators[0].carried is Support.NOT_FOUND
    assert [saying.verdict for saying in found.sayings] == [Verdict.NOT_FOUND]


def test_the_team_may_hold_another_to_be_meant():
    """As assessed it is the other who acts, who is named so in the words; as reported it is the one in the record."""
    part = {
        "actor": "bo",
        "role": "initiator",
        "claims": ["met"],
        "assessed": {**EXTERNAL, "actor": "cy", "note": "No."},
    }
    assessed, reported = cast({"who": [part]}).dossiers, cast({"who": [part]}, mode=Mode.REPORTED).dossiers
    assert (len(assessed["bo"].did), len(assessed["cy"].did)) == (0, 1)
    assert (len(reported["bo"].did), len(reported["cy"].did)) == (1, 0)
    (naming,) = assessed["cy"].namings
    assert (naming.words, naming.is_somebody_else, naming.note) == ("Bo", True, "No.")
    unknown = {**part, "assessed": {"basis": "unknown"}}
    assert cast({"who": [unknown]}).interactions == ()


def test_another_name_in_the_words_is_shown_and_made_no_alias():
    """With the event and how the words are carried, once an event; names of the registry are none."""
    named = {"actor": "ana", "role": "initiator", "as_reported": "Ana Ruis", "claims": ["met"], "assessed": EXTERNAL}
    speaks = {"met": MET, "said": {**CLOSED, "by": "ana", "by_as_reported": "Ana Ruis"}}
    (naming,) = cast({"who": [named], "claims": speaks}).dossiers["ana"].namings
    assert (naming.words, naming.reading.id, naming.carried) == ("Ana Ruis", "e0", Support.QUOTED)
    assert ACTORS["ana"].names == ("Ana Ruiz", "Ruiz")
    by_alias = {**named, "as_reported": "Ruiz"}
    assert cast({"who": [by_alias]}).dossiers["ana"].namings == []


def test_who_is_in_no_registry_is_not_lost():
    """An unknown id has a dossier, after those of the registry; a speaker without id is known by the words."""
    found = cast({"claims": {"met": {**MET, "by_as_reported": "Critics"}}, "who": who(("zed", "initiator"))})
    assert list(found.dossiers) == [*ACTORS, "zed"]
    assert (found.dossiers["zed"].actor, found.dossiers["zed"].name) == (None, "zed")
    assert [(each.words, len(each.sayings)) for each in found.unregistered] == [("Critics", 1)]


def test_each_of_several_speakers_says_it_and_who_quotes_them_passes_it_on():
    """All of them have the claim among their statements, once; one who is in no registry, too."""
    together = {**MET, "by": ["ana", "bo"], "by_as_reported": ["Ana Ruis", "Bo", "Critics"], "quoted_by": "cy"}
    quoted = {**CLOSED, "by_as_reported": "Officials", "quoted_by_as_reported": "Critics"}
    found = cast({"claims": {"met": together, "closed": quoted}})
    assert {id_: [each.key for each in dossier.sayings] for id_, dossier in found.dossiers.items()} == {
        "ana": ["met"],
        "bo": ["met"],
        "cy": ["met"],
    }
    assert [found.dossiers[id_].events["e0"] for id_ in ACTORS] == [["speaker"], ["speaker"], ["quoting"]]
    assert [each.words for each in found.dossiers["ana"].namings] == ["Ana Ruis"]
    assert {each.words: [saying.key for saying in each.sayings] for each in found.unregistered} == {
        "Critics": ["met", "closed"],
        "Officials": ["closed"],
    }


def test_those_who_only_meet_are_tied_to_each_other():
    """Two initiators without a recipient; with one, both act on it and not on each other."""
    met = cast({"who": who(("bo", "initiator"), ("ana", "initiator"))})
    (tie,) = ties_of(met.interactions, ACTORS)
    assert (tie.source, tie.target, tie.is_mutual) == ("ana", "bo", True)
    both = cast({"who": who(("bo", "initiator"), ("ana", "initiator"), ("cy", "recipient"))})
    assert [(tie.source, tie.target, tie.is_mutual) for tie in ties_of(both.interactions, ACTORS)] == [
        ("ana", "cy", False),
        ("bo", "cy", False),
    ]


def test_nobody_is_tied_to_themselves():
    """An event done by somebody to themselves is a interaction and no tie."""
    found = cast({"who": who(("ana", "initiator"), ("ana", "recipient"))})
    assert (len(found.interactions), ties_of(found.interactions, ACTORS), busiest(found.interactions, 9)) == (
        1,
        (),
        ((), 0),
    )


def test_ties_are_told_apart_by_quadrant_and_direction():
    """Events of the same are one tie; the tie of most events comes first."""
    there = {"what": {"type": "aid"}, "who": who(("ana", "initiator"), ("bo", "recipient"))}
    back = {"what": {"type": "aid"}, "who": who(("bo", "initiator"), ("ana", "recipient"))}
    other = {"what": {"type": "accuse"}, "who": who(("ana", "initiator"), ("bo", "recipient"))}
    ties = ties_of(cast(back, other, there, there).interactions, ACTORS)
    assert [len(tie.events) for tie in ties] == [2, 1, 1]
    assert (ties[0].source, ties[0].quad) == ("ana", Quad.MATERIAL_COOPERATION)


def test_the_busiest_are_kept_with_whoever_is_asked_for():
    """And it is said how many are left out."""
    events = [{"who": who(("ana", "initiator"), ("bo", "recipient"))}] * 2 + [
        {"who": who(("bo", "initiator"), ("cy", "recipient"))}
    ]
    interactions = cast(*events).interactions
    assert busiest(interactions, 2) == (("bo", "ana"), 1)
    assert busiest(interactions, 2, always="cy") == (("cy", "bo"), 1)
    assert busiest(interactions, 9, always="nobody") == (("bo", "ana", "cy"), 0)


def test_an_event_of_very_many_makes_no_more_ties_than_are_asked_for():
    """Ties are made among the actors that are kept, never of all with all."""
    many = [("initiator", f"a{index}") for index in range(3000)] + [("recipient", f"b{index}") for index in range(3000)]
    interactions = cast({"who": who(*((actor, role) for role, actor in many))}).interactions
    kept, left = busiest(interactions, 40)
    assert left == 5960
    assert len(ties_of(interactions, kept)) <= 400


PARTS = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from(["initiator", "recipient", "mediator", "mentioned"])),
    max_size=5,
)
EVENTS = st.lists(st.tuples(PARTS, st.sampled_from([None, "aid", "accuse", "assault", "agree"])), max_size=8)


@given(EVENTS, st.sampled_from(Mode))
def test_nothing_is_lost_between_events_and_dossiers(events, mode):
    """Every interaction is in the dossiers of exactly its actors, and every tie's events are interactions of both."""
    found = cast(
        *({"who": who(*parts), **({"what": {"type": kind}} if kind else {})} for parts, kind in events), mode=mode
    )
    for dossier in found.dossiers.values():
        assert dossier.did == [d for d in found.interactions if dossier.id in {part.actor for part in d.initiators}]
        assert dossier.received == [
            d for d in found.interactions if dossier.id in {part.actor for part in d.recipients}
        ]
    assert sum(counts_by_quad(found.interactions).values()) == len(found.interactions)
    for tie in ties_of(found.interactions, found.dossiers):
        for end in (tie.source, tie.target):
            assert set(tie.events) <= found.dossiers[end].events.keys()


def test_the_seed_s_misspelt_minister_is_reported_so_by_the_article():
    """`Sommerville` stands under Gabriela Sommerfeld with the events, and in no alias."""
    validation = validate(ROOT)
    workspace = validation.workspace
    read = resolve_events(workspace.events.values(), workspace.places, validation.evidence, Mode.REPORTED)
    cast = cast_of(read, workspace.actors, validation.evidence, Mode.REPORTED)
    found = cast.dossiers["gabriela-sommerfeld"]
    assert {naming.words for naming in found.namings} == {"Sommerville", "Gabriela Sommerville"}
    assert {naming.carried for naming in found.namings} == {Support.QUOTED}
    assert sum(verdicts_of(found.sayings).values()) == len(found.sayings)
    assert cast.interactions

"""How far a claim can be relied on: independent sources, disputes and the team's grades."""

from pathlib import Path
from types import MappingProxyType

import pytest

from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.query.fields import EventRow, EventTable
from dashboard.query.marks import mark_of_claims
from dashboard.query.reading import Mode, resolve_events
from dashboard.query.reliance import Reliance
from dashboard.store.workspace import Workspace

TEXTS = {
    "paper": "It was closed. It was sold. It was closed in 2009. Port Adair was closed in 2009. "
    "The mayor blamed the union for the strike.",
    "radio": "It was closed. In 2009 it was sold.",
    "copy": "It was closed.",
    "union": "Forty ships wait at sea. It would be discussed on Friday with the union. "
    "Its mayor has blamed the union for this strike. In 2009 Port Adair was closed.",
    "stranger": "It was closed.",
}
PORT = Place.model_validate({"id": "port", "name": "Port Adair", "precision": "region"})
SOURCES = {
    id_: Source.model_validate({"id": id_, "kind": "article", **fields})
    for id_, fields in {"paper": {}, "radio": {}, "copy": {"origin": "paper"}, "agency": {}, "union": {}}.items()
}


def quotes(*sources, words="It was closed."):
    return [{"source": source, "exact": words} for source in sources]


def table(mode=Mode.ASSESSED, fields=MappingProxyType({}), **claims):
    event = Event.model_validate(
        {"id": "e", "title": "E", **fields, "claims": {k: {"text": "It was closed.", **v} for k, v in claims.items()}}
    )
    workspace = Workspace(Path(), {"e": event}, SOURCES, places={"port": PORT}, texts=TEXTS)
    return EventTable(workspace, evidence_of(workspace.events, TEXTS), mode, {})


def word(key, found):
    """What the mark of a claim says."""
    return mark_of_claims(found.workspace.events["e"], [key], found).word


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"quotes": quotes("paper")}, "quote found"),
        ({"quotes": quotes("paper", "radio")}, "found, relied on"),
        ({"quotes": quotes("paper", "copy")}, "quote found"),
        ({"quotes": quotes("paper", "radio"), "credibility": 4}, "found, in doubt"),
        ({"quotes": quotes("paper", "radio"), "credibility": 6}, "found, relied on"),
        ({"quotes": quotes("paper", words="It was never so.")}, "quote not found"),
        ({"sources": ["agency", "radio"]}, "not checkable"),
    ],
)
def test_the_word_of_a_claim_tells_both_what_was_found_and_how_far_it_goes(claim, said):
    """Copies of one report are one source; two sources for a doubtful claim do not make it relied on."""
    assert word("c", table(c=claim)) == said


def test_both_sides_of_a_dispute_are_in_doubt():
    """Whoever of the two names the other."""
    found = table(
        one={"quotes": quotes("paper", "radio"), "disputed_by": ["other"]},
        other={"quotes": quotes("paper", words="It was sold.")},
    )
    assert {word(key, found) for key in ("one", "other")} == {"found, in doubt"}


def test_a_value_is_relied_on_by_all_its_claims_together():
    """Two claims of one source each are two sources; one that is in doubt adds nothing as long as another stands."""
    found = dated(
        "2009",
        one={"quotes": quotes("paper", words="It was closed in 2009.")},
        two={"text": "It was sold in 2009.", "quotes": quotes("radio", words="In 2009 it was sold.")},
        odd={"quotes": quotes("radio", words="In 2009 it was sold."), "credibility": 5},
    )
    assert reliance_of_date(found, "one", "two") is Reliance.RELIED_ON
    assert reliance_of_date(found, "one", "odd") is Reliance.FOUND
    assert reliance_of_date(found, "odd") is Reliance.IN_DOUBT


def test_a_claim_that_does_not_give_the_value_confirms_nothing():
    """Its quote is of another source, is found, and says nothing of the day."""
    found = dated(
        "2009",
        one={"quotes": quotes("paper", words="It was closed in 2009.")},
        other={"text": "Forty ships wait at sea.", "quotes": quotes("union", words="Forty ships wait at sea")},
    )
    assert reliance_of_date(found, "one", "other") is Reliance.FOUND
    assert found.reliances.of_claims(found.workspace.events["e"], ["one", "other"]) is Reliance.FOUND


def test_a_quote_that_does_not_say_it_confirms_nothing():
    """The second source is quoted with words that share one name with the claim, and say something else."""
    text = "The mayor blamed the union for the strike."
    said = quotes("paper", words="The mayor blamed the union for the strike")
    beside = quotes("union", words="would be discussed on Friday with the union")
    again = quotes("union", words="Its mayor has blamed the union for this strike")
    assert word("c", table(c={"text": text, "quotes": [*said, *beside]})) == "quote found"
    assert word("c", table(c={"text": text, "quotes": [*said, *again]})) == "found, relied on"


@pytest.mark.parametrize(
    ("words", "relied_on"),
    [
        ("The port, the minister closed it.", True),
        ("The minister may have closed the port.", False),
        ("The minister did not close the port.", False),
        ("The minister will close the port.", False),
        ("The minister wants the port closed.", False),
        ("The minister reopened the port.", False),
        ("The minister closed the port, rebels claimed.", False),
        ("The minister closed the airport.", False),
        ("The minister almost closed the port.", False),
        ("On Monday the minister closed the largest port of the coast.", True),
    ],
)
def test_a_quote_that_says_less_or_otherwise_confirms_nothing(words, relied_on):
    """What another source doubts, plans, denies or only passes on is told by one source alone."""
    texts = {"one": "The minister closed the port.", "other": words}
    said = {"source": "other", "exact": words.removesuffix(", rebels claimed.")}
    claim = {"text": "The minister closed the port.", "quotes": [{"source": "one", "exact": texts["one"]}, said]}
    event = Event.model_validate({"id": "e", "title": "E", "claims": {"c": claim}})
    sources = {id_: Source.model_validate({"id": id_, "kind": "article"}) for id_ in texts}
    workspace = Workspace(Path(), {"e": event}, sources, texts=texts)
    found = EventTable(workspace, evidence_of(workspace.events, texts), Mode.ASSESSED, {})
    assert word("c", found) == ("found, relied on" if relied_on else "quote found")


@pytest.mark.parametrize(("verb", "relied_on"), [("sank", True), ("has sunk", True), ("saw", False)])
def test_a_quote_without_the_deed_confirms_nothing(verb, relied_on):
    """A deed in a verb that is not regular must be in the words of each source, too."""
    texts = {"one": "The big grey whale sank the ferry off the coast.", "other": f"A big grey whale {verb} the ferry."}
    quoted = [{"source": id_, "exact": words} for id_, words in texts.items()]
    claim = {"text": "The big grey whale sank the ferry.", "quotes": quoted}
    event = Event.model_validate({"id": "e", "title": "E", "claims": {"c": claim}})
    sources = {id_: Source.model_validate({"id": id_, "kind": "article"}) for id_ in texts}
    workspace = Workspace(Path(), {"e": event}, sources, texts=texts)
    found = EventTable(workspace, evidence_of(workspace.events, texts), Mode.ASSESSED, {})
    assert word("c", found) == ("found, relied on" if relied_on else "quote found")


@pytest.mark.parametrize(
    ("words", "qualifier", "of_claim", "of_amount"),
    [
        ("Thirty ships wait off Lorne.", "exact", True, True),
        ("30 ships wait off Lorne, and 12 at sea.", "exact", True, True),
        ("About thirty ships wait off Lorne.", "exact", False, False),
        ("Some 30 ships wait off Lorne.", "exact", False, False),
        ("Thirty ships or so wait off Lorne.", "exact", False, False),
        ("Between 20 and 30 ships wait off Lorne.", "exact", False, False),
        ("About thirty ships wait off Lorne.", "about", False, True),
        ("Some ships wait off Lorne, thirty of them with grain.", "exact", True, True),
    ],
)
def test_a_rough_number_confirms_no_exact_one(words, qualifier, of_claim, of_amount):
    """In the claim or in an amount; it confirms an amount that is `about` so many."""
    texts = {"one": "Thirty ships wait off Lorne.", "other": words}
    quoted = {id_: [{"source": id_, "exact": text}] for id_, text in texts.items()}
    bare, rough = "Thirty ships wait off Lorne.", "Thirty ships or so wait off Lorne."
    amount = {"reported": {"value": 30, "unit": "ships", "qualifier": qualifier}, "claims": ["near", "far"]}
    claims = {
        "both": {"text": bare, "quotes": [*quoted["one"], *quoted["other"]]},
        "near": {"text": bare, "quotes": quoted["one"]},
        "far": {"text": rough, "quotes": quoted["other"]},
    }
    event = Event.model_validate({"id": "e", "title": "E", "claims": claims, "amounts": {"ships": amount}})
    sources = {id_: Source.model_validate({"id": id_, "kind": "article"}) for id_ in texts}
    workspace = Workspace(Path(), {"e": event}, sources, texts=texts)
    found = EventTable(workspace, evidence_of(workspace.events, texts), Mode.ASSESSED, {})
    assert word("both", found) == ("found, relied on" if of_claim else "quote found")
    said = found.reliances.of_part(event, event.amounts["ships"], assessed=False)
    assert said is (Reliance.RELIED_ON if of_amount else Reliance.FOUND)


def test_a_source_without_its_words_confirms_nothing():
    """Nobody has looked into the one that is named; in neither mode is the claim relied on."""
    claim = {"quotes": quotes("paper"), "sources": ["agency"]}
    assert word("c", table(c=claim)) == "quote found"
    assert word("c", table(Mode.REPORTED, c=claim)) == "quote found"


@pytest.mark.parametrize(
    ("claim", "corroboration"),
    [
        ({"quotes": quotes("paper", "radio")}, Corroboration.SEVERAL),
        ({"quotes": quotes("paper", "copy")}, Corroboration.ONE),
        ({"quotes": quotes("paper", "radio", words="It was never so.")}, Corroboration.UNCOUNTED),
        ({"sources": ["agency", "radio"]}, Corroboration.UNCOUNTED),
        ({"basis": "inferred", "note": "Ours."}, Corroboration.NONE),
        ({"quotes": quotes("stranger")}, Corroboration.UNKNOWN),
    ],
)
def test_only_claims_whose_quotes_are_found_are_counted(claim, corroboration):
    """What no quote carries is not counted, however many sources it names."""
    found = table(c=claim)
    assert found.corroborations.of(found.workspace.events["e"], "c") is corroboration


@pytest.mark.parametrize(
    ("where", "stays"),
    [(None, True), (["one", "two"], True), (["one"], False)],
)
def test_a_mark_stays_if_several_origins_carry_all_that_is_drawn(where, stays):
    """Its date and, where it has one, its place: a claim with two sources beside them does not keep it."""
    found = dated(
        "2009",
        {"where": {"reported": "port", "claims": where}} if where else {},
        one={"text": "The port was closed in 2009.", "quotes": quotes("paper", words="Port Adair was closed in 2009.")},
        two={"text": "The port was closed in 2009.", "quotes": quotes("union", words="In 2009 Port Adair was closed.")},
    )
    (reading,) = resolve_events(found.workspace.events.values(), found.workspace.places, found.evidence, Mode.ASSESSED)
    assert EventRow(reading, found).is_drawn_by_several is stays


def dated(day, fields=MappingProxyType({}), **claims):
    """A table of one event on a day."""
    return table(fields={"when": {"reported": day, "claims": list(claims)}, **fields}, **claims)


def reliance_of_date(found, *keys):
    """The reliance of the date, if it names these claims."""
    event = found.workspace.events["e"]
    when = event.when.model_copy(update={"claims": keys})
    event = event.model_copy(update={"when": when})
    return found.reliances.of_part(event, when, assessed=False)

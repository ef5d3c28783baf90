"""The type of an event, and how far its commitment had come, are what its words speak of."""

import hashlib

import pytest


def codes(found, text, fields):
    """What is wrong with an event of one claim that is its quote."""
    sha256 = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    held = f"text: {{sha256: {sha256}, characters: {len(text) + 1}}}"
    files = {"seeds/note.txt": f"{text}\n", "seeds/note.yaml": f"kind: article\nlanguage: en\n{held}\n"}
    claims = f"claims:\n  a:\n    text: '{text}'\n    quotes: [{{source: note, exact: '{text}'}}]\n"
    asked = ("type-not-quoted", "level-not-quoted")
    return [each.code for each in found(event=f"{fields}\n{claims}", files=files) if each.code in asked]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("aid", "The two ministers had dinner in Lorne."),
        ("agree", "Gunmen shot two farmers near Lorne."),
        ("sanction", "The two ministers had dinner in Lorne."),
        ("reject", "The two ministers had dinner in Lorne."),
        ("request", "Gunmen shot two farmers near Lorne."),
        ("mobilize", "The mayor praised the choir of Lorne."),
        ("concede", "Gunmen shot two farmers near Lorne."),
    ],
)
def test_a_type_of_which_no_words_speak_is_told(type_, text, found):
    """Of types that have words of their own."""
    assert codes(found, text, f"what: {{type: {type_}}}") == ["type-not-quoted"]


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("aid", "The port sent two cranes to Lorne after the storm."),
        ("aid", "Doctors of the union treated the wounded, and medicines were handed out."),
        ("agree", "The two ports put their signatures under the accord."),
        ("agree", "Lorne will host the fleet from May."),
        ("sanction", "The council froze the accounts of two traders."),
        ("sanction", "Lorne recalled its envoy."),
        ("reject", "The mayor said no to the quay."),
        ("reject", "Voters turned the quay down."),
        ("request", "The mayor called on the port to stop the works."),
        ("mobilize", "Two squadrons were moved to the coast."),
        ("mobilize", "Warships left Lorne for the strait."),
        ("concede", "The council dropped the charges against two sailors."),
        ("concede", "The mayor said that he was sorry."),
    ],
)
def test_a_type_may_be_told_in_many_words(type_, text, found):
    """Any word that goes with it is enough."""
    assert codes(found, text, f"what: {{type: {type_}}}") == []


@pytest.mark.parametrize("level", ["pledged", "underway", "ended", "declined", "agreed", "delivered"])
def test_talks_of_a_possible_lease_are_no_more(level, found):
    """They are discussed."""
    fields = f"commitment: {{level: {level}, claims: [a]}}"
    assert codes(found, "The mayors talk of a possible lease of the quay.", fields) == ["level-not-quoted"]


@pytest.mark.parametrize(
    ("level", "text"),
    [
        ("pledged", "The bank will lend the port $2 million."),
        ("pledged", "The mayor announced two new ferries."),
        ("underway", "Works on the quay began in May."),
        ("underway", "Two ferries are serving the island."),
        ("underway", "Guards have been stationed at the quay since 2020."),
        ("ended", "The lease of the quay expired in May."),
        ("ended", "The last guards left the quay."),
        ("declined", "The mayor would not hear of a lease."),
        ("declined", "The council voted against the quay."),
        ("agreed", "Both mayors signed the lease."),
        ("delivered", "The port handed over two cranes."),
        ("discussed", "The mayors talk of a possible lease of the quay."),
    ],
)
def test_a_level_may_be_told_in_many_words(level, text, found):
    """Any word that says that it was reached is enough; what is only floated or discussed needs none."""
    assert codes(found, text, f"commitment: {{level: {level}, claims: [a]}}") == []

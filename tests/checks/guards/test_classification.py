"""The type of an event, and how far its commitment had come, are what its words speak of."""

import hashlib

import pytest

from dashboard.checks.validation import validate
from dashboard.model.vocabularies import DEEDS_OF_TYPES, EVENT_TYPES, WORDS_OF_TYPES


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
        ("consult", "Gunmen shot two farmers near Lorne."),
        ("consult", "The council froze the accounts of two traders."),
        ("cooperate", "Gunmen shot two farmers near Lorne."),
        ("cooperate", "The mayor condemned the strike in Lorne."),
        ("retreat", "The two ministers discussed the budget of Lorne."),
        ("retreat", "Gunmen shot two farmers near Lorne."),
        ("retreat", "The ministers opened a school in Lorne."),
        ("coerce", "The two ministers had dinner in Lorne."),
        ("coerce", "The mayor thanked the choir of Lorne."),
        ("threaten", "The two ministers had dinner in Lorne."),
        ("threaten", "The port would lend the choir a hall."),
        ("accuse", "The two ministers had dinner in Lorne."),
        ("assault", "The two ministers had dinner in Lorne."),
        ("protest", "The two ministers had dinner in Lorne."),
        ("support", "Gunmen shot two farmers near Lorne."),
    ],
)
def test_a_type_of_which_no_words_speak_is_told(type_, text, found):
    """Whichever it is."""
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
        ("consult", "The two ministers had dinner in Lorne."),
        ("consult", "The mayor spoke with the envoy by telephone."),
        ("consult", "The minister went to Lorne for two days."),
        ("consult", "The council heard the views of the port."),
        ("consult", "The envoys held a second round of talks."),
        ("cooperate", "The two navies trained together off Lorne."),
        ("cooperate", "Lorne handed two suspects over to the police of the union."),
        ("cooperate", "The two ports share the data of their radars."),
        ("cooperate", "The union bought grain from Lorne."),
        ("cooperate", "The embassy in Lorne was opened again: relations are as before."),
        ("retreat", "The last guards left the quay."),
        ("retreat", "Both sides laid down their weapons in a truce."),
        ("retreat", "The port let the inspectors in."),
        ("retreat", "The border was opened to all."),
        ("retreat", "Lorne reopened its harbour."),
        ("retreat", "The rebels set four sailors free."),
        ("retreat", "The minister stepped down: she resigned on Friday."),
        ("retreat", "The army pulled back from Lorne."),
        ("coerce", "Police detained two editors in Lorne."),
        ("coerce", "The army declared martial law."),
        ("coerce", "The port was blockaded for a week."),
        ("coerce", "Hackers of the union entered the computers of the port."),
        ("coerce", "The council banned two newspapers."),
        ("coerce", "Forty sailors were sent out of the country: they were expelled."),
        ("threaten", "The mayor said that he would cut the port off unless it paid."),
        ("threaten", "The union warned of consequences."),
        ("threaten", "Any attack will be answered, the army said."),
        ("accuse", "The mayor blamed the port."),
        ("assault", "Rebels drove the army out of Lorne."),
        ("protest", "Crowds marched through Lorne."),
        ("support", "The mayor praised the choir."),
    ],
)
def test_a_type_may_be_told_in_many_words(type_, text, found):
    """Any word that goes with it is enough."""
    assert codes(found, text, f"what: {{type: {type_}}}") == []


def titled(found, title, type_, text):
    """The codes of an event of one claim that is its quote, with a title."""
    sha256 = hashlib.sha256(f"{text}\n".encode()).hexdigest()
    held = f"text: {{sha256: {sha256}, characters: {len(text) + 1}}}"
    files = {"seeds/note.txt": f"{text}\n", "seeds/note.yaml": f"kind: article\nlanguage: en\n{held}\n"}
    claims = f"claims:\n  a:\n    text: '{text}'\n    quotes: [{{source: note, exact: '{text}'}}]\n"
    files["events/case/case.yaml"] = f"title: '{title}'\nwhat: {{type: {type_}}}\n{claims}"
    return [each.code for each in found(files=files) if each.code == "type-not-quoted"]


BOATS = "Lorne and the union discussed the quay; the port might supply two patrol boats and was prepared to pay more."


@pytest.mark.parametrize(
    ("title", "type_", "text"),
    [
        ("Two ports negotiate about a quay", "aid", BOATS),
        ("The council turns down the mayor for the quay", "aid", "The council refused to give the mayor more money."),
        ("The army rejects the report", "concede", "The army rejected it with words of regret for the dead."),
        ("Hundreds march in Lorne", "assault", "Hundreds marched in Lorne, where raids had become a threat."),
        ("The union accuses the port", "support", "The union accused the port in a speech on its anniversary."),
        ("The mayor asks for a loan", "threaten", "The mayor asked for a loan before the deadline."),
        ("Lorne arrests two editors", "consult", "Two editors were arrested and heard by a judge."),
        ("The bank donates two ferries", "protest", "The bank gave the students of Lorne two ferries to sit in."),
        ("The guard withdraws from the quay", "request", "The guard left the quay, as it must."),
        ("Gunmen kill a judge", "consult", "Gunmen killed a judge on a trip to Lorne."),
    ],
)
def test_a_title_with_the_verb_of_another_type_is_told(title, type_, text, found):
    """Where no claim or quote says that something of its own type was done."""
    assert titled(found, title, type_, text) == ["type-not-quoted"]


@pytest.mark.parametrize(
    ("title", "type_", "text"),
    [
        ("Two ports negotiate about a quay", "consult", BOATS),
        ("Two ports negotiate about a quay", "aid", "Lorne and the union talked, and the port supplied two boats."),
        ("Two ports negotiate about a quay", "agree", "Lorne and the union discussed the quay and will build it."),
        ("Hundreds march in Lorne", "assault", "Hundreds marched in Lorne, and two of them were shot."),
        ("The army rejects the report", "accuse", "The army rejected it and spoke of evidence that was false."),
        ("The mayor sues for peace", "retreat", "The mayor withdrew the guard from the quay in a truce."),
        ("“We reject it”: the mayor on the quay", "support", "The mayor praised the quay."),
        ("A rally for the quay", "coerce", "The police banned the rally."),
        ("Lorne lets relief trucks in", "retreat", "The port let the trucks in: the border was opened."),
        ("Voters turn the quay down", "reject", "Voters turned the quay down."),
    ],
)
def test_a_title_may_tell_more_than_one_type(title, type_, text, found):
    """Its own word is enough, or a deed in a claim; types that are near each other may stand for one another."""
    assert titled(found, title, type_, text) == []


def test_every_type_has_words():
    """None is left unchecked."""
    assert WORDS_OF_TYPES.keys() == EVENT_TYPES.keys() == DEEDS_OF_TYPES.keys()


@pytest.mark.parametrize("level", ["pledged", "underway", "ended", "declined", "agreed", "delivered", "lapsed"])
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
        ("lapsed", "The deadline passed, and no ferry came."),
        ("lapsed", "The port never got the cranes."),
        ("discussed", "The mayors talk of a possible lease of the quay."),
    ],
)
def test_a_level_may_be_told_in_many_words(level, text, found):
    """Any word that says that it was reached is enough; what is only floated or discussed needs none."""
    assert codes(found, text, f"commitment: {{level: {level}, claims: [a]}}") == []


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("what: {type: mobilize}", "The army withdrew its troops from the border."),
        ("what: {type: mobilize}", "Its brigades were pulled back from Lorne."),
        ("what: {type: agree}", "Lorne turned down the offer of a deal."),
        ("what: {type: agree}", "The accord was rejected by the union."),
        ("what: {type: agree}", "The two ports failed to reach a deal."),
        ("what: {type: concede}", "The mayor called on the port to free the sailors."),
        ("commitment: {level: underway, claims: [a]}", "Work on the quay has not begun."),
        ("commitment: {level: underway, claims: [a]}", "The construction of the quay has yet to start."),
        ("commitment: {level: delivered, claims: [a]}", "The cranes were not delivered."),
    ],
)
def test_words_that_tell_the_contrary_do_not_count(fields, text, found):
    """Nor those for what somebody else is to do, or what has not begun."""
    assert len(codes(found, text, fields)) == 1


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ("what: {type: mobilize}", "Lorne withdrew a brigade from the south to reinforce the border."),
        ("what: {type: mobilize}", "Lorne sent troops to the coast and recalled its envoy."),
        ("what: {type: agree}", "Lorne accepted a plan that the union had rejected."),
        ("what: {type: agree}", "The port refused at first, but signed the accord in May."),
        ("what: {type: agree}", "The ports agreed not to turn down any offer."),
        ("what: {type: concede}", "The mayor freed the sailors after the union called for it."),
        ("what: {type: reject}", "Lorne turned down the offer of a deal."),
        ("what: {type: retreat}", "The army withdrew its troops from the border."),
        ("commitment: {level: underway, claims: [a]}", "Work on the quay began, but the bridge has not been started."),
        ("commitment: {level: underway, claims: [a]}", "Work has not only begun, it is going on day and night."),
        ("commitment: {level: delivered, claims: [a]}", "Two cranes arrived, while the third was not delivered."),
    ],
)
def test_words_beside_the_contrary_count(fields, text, found):
    """In another clause of the sentence, or where the contrary is what the type says."""
    assert codes(found, text, fields) == []


@pytest.mark.parametrize(
    ("type_", "title", "text", "is_told"),
    [
        ("assault", "Hanoi condemns beating of sailors", "Hanoi condemned Lorne over the alleged beating.", True),
        ("assault", "Hanoi condemns beating of sailors", "Guards of Lorne beat ten sailors, said Hanoi.", False),
        ("accuse", "Hanoi condemns beating of sailors", "Hanoi condemned Lorne over the alleged beating.", False),
        ("aid", "Lorne agrees to lend Hanoi money", "Lorne agreed to lend Hanoi money for a dam.", True),
        ("agree", "Lorne agrees to lend Hanoi money", "Lorne agreed to lend Hanoi money for a dam.", False),
        ("agree", "Bank to lend Lorne money", "The bank will lend Lorne money for a dam.", False),
        ("aid", "Bank lends Lorne money", "The bank lent Lorne money for a dam.", False),
        ("consult", "Lorne turns down talks", "Lorne declined the invitation to attend talks.", True),
        ("consult", "Lorne refuses talks", "Lorne refused talks on the dam.", True),
        ("consult", "Lorne refuses talks, ministers meet", "Lorne refused talks, but two ministers met.", False),
        ("reject", "Lorne turns down talks", "Lorne declined the invitation to attend talks.", False),
        ("concede", "Lorne suspends whale hunt", "Lorne suspended the hunt for the sake of the whales.", False),
        ("protest", "Lorne soldiers burn homes", "On 4 March soldiers of Lorne set fire to 35 homes.", True),
        ("assault", "Lorne soldiers burn homes", "On 4 March soldiers of Lorne burned 35 homes.", False),
        ("protest", "Lorne miners walk out", "Miners of Lorne went on strike.", False),
        ("agree", "Lorne thanks the United Nations", "Lorne thanked the United Nations.", True),
    ],
)
def test_what_a_verb_asks_for_or_refuses_is_not_done(type_, title, text, is_told, found, base_workspace):
    """Condemning is no assault, agreeing to lend hands over nothing, and whoever turns talks down does not meet."""
    codes(found, text, f"what: {{type: {type_}}}")
    path = base_workspace / "events" / "case" / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("A case", title, 1), encoding="utf-8")
    problems = [each for each in validate(base_workspace).problems if each.code == "type-not-quoted"]
    assert bool(problems) is is_told


ACTORS = "chad: {name: Chad, kind: government, country: TD}\noman: {name: Oman, kind: government, country: OM}\n"


def told_type(codes_of, base_workspace, type_, title, texts):
    """The message on the type of an event of Oman as initiator and Chad as recipient; empty for none."""
    who = "who: [{actor: oman, role: initiator, claims: [one]}, {actor: chad, role: recipient, claims: [one]}]"
    quote = " ".join(texts)
    codes_of(quote, quote, actors=ACTORS, fields=f"what: {{type: {type_}}}\n{who}")
    path = base_workspace / "events" / "case" / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("A case", title, 1), encoding="utf-8")
    return next((each.message for each in validate(base_workspace).problems if each.code == "type-not-quoted"), "")


PLAIN = [
    (
        "threaten",
        "agree",
        "Oman accepts the border of Chad",
        ["Oman accepted the border.", "Chad had threatened to go."],
    ),
    (
        "aid",
        "support",
        "Oman on efforts for Chad",
        ["Oman praised Chad.", "Oman supported its envoy.", "Aid was needed."],
    ),
    ("concede", "reject", "Oman rejects offer of Chad", ["Oman rejected Chad’s offer as a change."]),
    ("mobilize", "accuse", "Oman condemns raid of Chad", ["Oman condemned Chad.", "A force was in place."]),
    ("protest", "assault", "Oman attacks a camp of Chad", ["Oman attacked Chad.", "Students were near."]),
    ("cooperate", "coerce", "Oman detains two pilots of Chad", ["Oman detained two pilots of Chad on a ship."]),
]


@pytest.mark.parametrize(("type_", "other", "title", "texts"), PLAIN)
def test_words_that_plainly_tell_another_type_are_told(type_, other, title, texts, codes_of, base_workspace):
    """By the verb of the title, and by what the initiator does, where hardly a word tells the event's own type."""
    assert f"`{other}`" in told_type(codes_of, base_workspace, type_, title, texts)


@pytest.mark.parametrize(("_", "type_", "title", "texts"), PLAIN)
def test_the_type_that_the_words_plainly_tell_is_right(_, type_, title, texts, codes_of, base_workspace):
    """They are enough for it."""
    assert told_type(codes_of, base_workspace, type_, title, texts) == ""


@pytest.mark.parametrize(
    ("type_", "title", "texts"),
    [
        ("agree", "Council extends the mission in Chad", ["The Council extended the mandate of the mission."]),
        ("agree", "Forum adopts a pact", ["Delegates of Oman adopted by acclamation a pact."]),
        ("agree", "Oman renews lease with Chad", ["Oman renewed the lease."]),
        ("aid", "Oman extends credit to Chad", ["Oman announced a loan and extended credit lines to Chad."]),
        ("aid", "Grain for Chad", ["Oman delivered 20 truckloads of grain to Chad."]),
        ("aid", "Oman hands ferries over to Chad", ["Oman handed two ferries over to Chad."]),
        ("consult", "Oman thanks Chad", ["Oman thanked Chad on the telephone for its help.", "Oman praised Chad."]),
        ("consult", "Oman urges Chad to talk", ["On a visit to Chad the envoy of Oman urged restraint."]),
        ("protest", "Dockers block a port", ["Dockers of Oman blocked a port."]),
        ("coerce", "Oman blocks a boat of Chad", ["Ships of Oman blocked a boat of Chad."]),
        ("accuse", "Oman on the raid of Chad", ["Oman lodged a strong complaint with Chad over the raid."]),
        ("support", "Oman on the mission of Chad", ["Oman lauded the mission of Chad."]),
    ],
)
def test_other_words_for_a_type_are_its_own(type_, title, texts, codes_of, base_workspace):
    """Resolutions extend, forums adopt, credit is extended, ports are blocked; in a talk something else is said."""
    assert told_type(codes_of, base_workspace, type_, title, texts) == ""

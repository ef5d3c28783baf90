"""Who speaks without being named in a quote: the author or publisher of its source, and a government by its seat."""

import hashlib

import pytest

from tests.checks.wording.one_claim import objections

TEXT = "We condemn the attack on the harbour. The Kremlin rejected the plan. The mayor met envoys in Moscow."
ACTORS = """\
ana-ruiz: {name: Ana Ruiz, kind: person, country: EC}
lorne: {name: Port of Lorne, kind: company}
rubio: {name: Marco Rubio, kind: person}
state-dept: {name: U.S. Department of State, aliases: [State Department], kind: government}
russia: {name: Russia, kind: government, country: RU}
"""


def codes(found, described, claim, event=""):
    """What is wrong with one claim of a source with this description."""
    sha256 = hashlib.sha256(f"{TEXT}\n".encode()).hexdigest()
    source = (
        f"kind: press-release\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(TEXT) + 1}}}\n{described}\n"
    )
    files = {
        "seeds/note.txt": f"{TEXT}\n",
        "seeds/note.yaml": source,
        "events/registry/actors.yaml": ACTORS,
    }
    return [each.code for each in found(event=f"{event}claims:\n  said: {{{claim}}}\n", files=files)]


CONDEMNED = "quotes: [{source: note, exact: We condemn the attack on the harbour}], kind: statement"
REJECTED = "quotes: [{source: note, exact: The Kremlin rejected the plan}]"
MET = "quotes: [{source: note, exact: The mayor met envoys in Moscow}]"


@pytest.mark.parametrize(
    ("described", "text", "by", "expected"),
    [
        ("author: Marco Rubio", "We condemn the attack on the harbour.", "rubio", []),
        ("outlet: U.S. Department of State", "The State Department condemned the attack.", "state-dept", []),
        ("outlet: {reported: U.S. Department of State}", "The attack is condemned.", "state-dept", []),
        ("outlet: U.S. Department of State", "The attack is condemned.", "rubio", ["speaker-not-quoted"]),
        ("author: Ana Ruiz", "The attack is condemned.", "rubio", ["speaker-not-quoted"]),
        ("author: Ana Ruiz", "Marco Rubio condemned it.", "ana-ruiz", ["name-not-quoted", "speaker-differs"]),
    ],
)
def test_author_and_publisher_speak_in_their_own_texts(found, described, text, by, expected):
    """Their name need not stand in a quote; nobody else's may be left out."""
    assert sorted(codes(found, described, f"text: {text}, by: {by}, {CONDEMNED}")) == expected


@pytest.mark.parametrize(
    ("quote", "by", "is_struck"),
    [
        ("France told Egypt that the dam was safe.", "egypt", True),
        ("France told Egypt that the dam was safe.", "france", False),
        ("Egypt was told by France that the dam was safe.", "egypt", True),
        ("Egypt was told by France that the dam was safe.", "france", False),
        ("France told Egypt so. Egypt said that the dam was safe.", "egypt", False),
    ],
)
def test_who_is_spoken_to_says_nothing(quote, by, is_struck):
    """One speaker alone is held to that as well as several are."""
    found = objections(quote, "The dam was safe.", kind="statement", by=by)
    assert ("speaker-differs" in found) is is_struck


@pytest.mark.parametrize(
    ("text", "quote", "event", "expected"),
    [
        ("Russia rejected the plan.", REJECTED, "who: [{actor: russia, role: initiator, claims: [said]}]\n", []),
        (
            "The mayor met envoys.",
            MET,
            "who: [{actor: russia, role: recipient, claims: [said]}]\n",
            ["actor-not-quoted"],
        ),
        ("The mayor met envoys in Russia.", MET, "", ["name-not-quoted"]),
        ("The plan was rejected by Ukraine.", REJECTED, "", ["name-not-quoted"]),
    ],
)
def test_a_seat_of_government_names_its_country_where_it_acts(found, text, quote, event, expected):
    """The Kremlin is Russia; what is done in Moscow is not done by it."""
    assert codes(found, "outlet: The Gazette", f"text: {text}, {quote}", event) == expected


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        ('The study, "Rivers at the Breaking Point of Use," lists 40 dams.', "The study lists 40 dams.", False),
        ("Her memoir, “We Were Never Asked to Sing”, came out in May.", "Her memoir came out in May.", False),
        (
            "The bulletin, titled “a long winter for the fleet”, gives 900 tonnes.",
            "The bulletin gives 900 tonnes.",
            False,
        ),
        ("The hostages are believed to be in the hills.", "The hostages are thought to be in the hills.", False),
        ("The hostages are believed to be in the hills.", "The hostages are in the hills.", True),
        ("The sailors believed that a tanker had leaked.", "A tanker had probably leaked.", True),
        ("The mayor said: “The dam will never be rebuilt.”", "The dam will never be rebuilt.", True),
        ("“Nobody Knows what happened that night”, a captain wrote.", "Nobody knows what happened that night.", True),
    ],
)
def test_a_title_is_no_speech_and_a_belief_of_nobody_may_be_kept(quote, claim, is_told):
    """A title has capitals, or a word before it that says so; what is believed is a fact where the claim says so."""
    assert ("said-as-fact" in objections(quote, claim)) is is_told

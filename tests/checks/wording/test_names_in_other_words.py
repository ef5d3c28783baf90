"""Honest claims that call somebody or something otherwise than the quotes, and wrong ones that are nearly the same."""

import pytest

from tests.checks.wording.one_claim import ACTORS, actor, objections, objections_in

NAMES = {"name-not-quoted", "first-word-not-quoted"}
REGISTRY = {
    **ACTORS,
    **{
        each.id: each
        for each in (
            actor("ruto", "William Ruto", "person", "KE"),
            actor("odinga", "Raila Odinga", "person", "KE"),
            actor("sy", "Aminata Sy", "person", "ML"),
        )
    },
}
LAKE = (
    "The dispute over the Ilemi area is old. Three clans met in Lodwar. They want a say in the status of the area. The "
    "ferry Akamba sank off Kisumu; the ferry had 80 people on board. Cyclone Idai hit Beira. The cyclone killed "
    "hundreds. The island of Mfangano and the island of Rusinga have schools. Both want the island to be linked. The "
    "Turkwel dam is full. Engineers opened the dam."
)
KENYA = (
    "Kenya raised its rates on Monday. Traders in the country were surprised. The government denied that it had been "
    "forced. “We will not ask for help. Our ports are open,” President William Ruto said. He met Raila Odinga.\n\n"
    "In Uganda, traders in the country were calm."
)
WE = "“We will not ask for help. Our ports are open,” President William Ruto said"


def names_missed(quote, claim):
    """The problems of names alone."""
    return [code for code in objections(quote, claim) if code in NAMES]


def is_struck(source_text, quote, claim, **fields):
    """Whether a name is told in a claim on one quote of a longer text."""
    return not NAMES.isdisjoint(objections_in(source_text, quote, claim, actors=REGISTRY, **fields))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The board has four members from Panama.", "Four members of the board are Panamanian."),
        ("A Salvadoran court freed the mayor.", "A court in El Salvador freed the mayor."),
        ("Troops from Madagascar joined the drill.", "Malagasy troops joined the drill."),
        ("A Burkinabe officer was hurt.", "An officer from Burkina Faso was hurt."),
        ("Two citizens of Lesotho were held.", "Two Basotho citizens were held."),
        ("The Swazi king left.", "The king of Eswatini left."),
        ("A ship from the Seychelles sank.", "The Seychellois ship sank."),
        ("The Montenegrin port reopened.", "The port in Montenegro reopened."),
        ("Three Danes and Swedes were freed.", "Three people from Denmark and Sweden were freed."),
    ],
)
def test_an_adjective_of_a_country_is_its_name(quote, claim):
    """In either direction, whatever its ending."""
    assert names_missed(quote, claim) == []


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The board has four members from Panama.", "Four members of the board are Paraguayan."),
        ("A Salvadoran court freed the mayor.", "A court in Honduras freed the mayor."),
        ("Troops from Madagascar joined the drill.", "Malawian troops joined the drill."),
        ("A Burkinabe officer was hurt.", "An officer from Burundi was hurt."),
        ("Troops from Mali joined.", "Malian and Malawian troops joined."),
        ("Members from Dominica came.", "The members from Slovenia came."),
        ("The Montenegrin port reopened.", "The port in Macedonia reopened."),
        ("A Mauritian ship sank.", "The Mauritanian ship sank."),
        ("Australian miners left.", "The Austrian miners left."),
    ],
)
def test_an_adjective_of_another_country_is_told(quote, claim):
    """However alike the two are."""
    assert len(names_missed(quote, claim)) == 1


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        (
            "They want a say in the status of the area",
            "They want a say in the status of Ilemi.",
            "They want a say in the status of Lodwar.",
        ),
        (
            "the ferry had 80 people on board",
            "Some 80 people were on the Akamba.",
            "Some 80 people were on the Kisumu.",
        ),
        ("The cyclone killed hundreds", "Cyclone Idai killed hundreds.", "Cyclone Kenneth killed hundreds."),
        ("The cyclone killed hundreds", "Hundreds died in Idai.", "Hundreds died in Beira."),
        ("Engineers opened the dam", "Engineers opened the Turkwel dam.", "Engineers opened the Kisumu dam."),
    ],
)
def test_a_thing_called_by_its_kind_has_the_name_that_the_source_gives(quote, right, wrong):
    """“The area” is Ilemi where the text has “the Ilemi area” and no other one."""
    assert not is_struck(LAKE, quote, right)
    assert is_struck(LAKE, quote, wrong)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Both want the island to be linked", "Both want Rusinga to be linked."),
        ("Three clans met in Lodwar", "Three clans met in Ilemi."),
        ("They want a say in the status of the area", "They want a say in the area, with the Ilemi elders and women."),
        ("the ferry had 80 people on board", "The ferry had 80 people on board when it left the port of Akamba."),
    ],
)
def test_a_name_that_may_be_another_one_s_is_told(quote, claim):
    """Two islands have names; or the quotes say nothing of that kind; or the claim has the kind beside the name."""
    assert is_struck(LAKE, quote, claim)


@pytest.mark.parametrize(
    ("quote", "right", "wrong"),
    [
        (
            "Traders in the country were surprised",
            "Traders in Kenya were surprised.",
            "Traders in Uganda were surprised.",
        ),
        ("Traders in the country were surprised", "Kenyan traders were surprised.", "Ugandan traders were surprised."),
        ("traders in the country were calm", "Ugandan traders were calm.", "Kenyan traders were calm."),
        (
            "The government denied that it had been forced",
            "It was denied by Nairobi that it had been forced.",
            "It was denied by Kampala that it had been forced.",
        ),
        (
            "Traders in the country were surprised",
            "Traders in Kenya were surprised.",
            "Traders in Nairobi were surprised.",
        ),
    ],
)
def test_the_country_is_the_one_of_which_the_source_speaks(quote, right, wrong):
    """The one that the paragraph named last; the seat of its government only where that acts."""
    assert not is_struck(KENYA, quote, right)
    assert is_struck(KENYA, quote, wrong)


@pytest.mark.parametrize(
    ("quote", "claim", "by", "expected"),
    [
        (WE, "Ruto said that Kenya would not ask for help.", "ruto", False),
        (WE, "Ruto said that Kenyan ports were open.", "ruto", False),
        (WE, "Ruto said that Uganda would not ask for help.", "ruto", True),
        (WE, "Ruto said that ports in Nairobi were open.", "ruto", True),
        ("We will not ask for help", "Kenya would not ask for help.", "odinga", True),
        ("President William Ruto said", "Ruto said that Kenya would not ask for help.", "ruto", True),
    ],
)
def test_we_is_the_country_of_who_holds_an_office_in_it(quote, claim, by, expected):
    """Not of anybody who lives there, and not the town that its government has its seat in."""
    assert is_struck(KENYA, quote, claim, kind="statement", by=by) == expected


@pytest.mark.parametrize(("office", "expected"), [("minister of defence", False), ("singer", True)])
def test_an_office_may_stand_behind_the_name(office, expected):
    """“Sy, the minister of defence”."""
    text = f"“Our border is shut,” said Aminata Sy, the {office}. Mali shut it."
    claim = "Sy said that the border of Mali was shut."
    assert is_struck(text, "“Our border is shut,” said Aminata Sy", claim, kind="statement", by="sy") == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("The Kenyan health ministry counts 40 sick people.", False),
        ("Kenya's health ministry counts 40 sick people.", False),
        ("The Ugandan health ministry counts 40 sick people.", True),
        ("The health ministry counts 40 sick people in Kenya.", True),
        ("The health ministry of Nairobi counts 40 sick people.", True),
    ],
)
def test_a_ministry_is_that_of_the_country_of_which_the_source_speaks(claim, expected):
    """Where the country stands before it; not just anywhere in the claim."""
    quote = "The health ministry counted 40 sick people"
    assert is_struck(f"Kenya shut its schools. {quote}.", quote, claim) == expected


@pytest.mark.parametrize(
    ("before", "claim", "expected"),
    [
        (
            "The Kenya Revenue Authority raised fees.",
            "The Kenya Revenue Authority explained that fees had risen.",
            False,
        ),
        ("The Kenya Ports Authority raised fees.", "The Kenya Revenue Authority explained that fees had risen.", True),
        (
            "The Kenya Revenue Authority and the Lamu Ports Authority raised fees.",
            "The Kenya Revenue Authority explained that fees had risen.",
            True,
        ),
    ],
)
def test_an_authority_called_by_that_word_alone_has_the_only_name_with_it(before, claim, expected):
    """In the source's text."""
    quote = "The authority explained that fees had risen"
    assert is_struck(f"{before} {quote}.", quote, claim) == expected


@pytest.mark.parametrize("name", ["Beijing", "Hamas", "Boeing", "Brussels", "Damascus", "Reuters", "Airbus"])
def test_a_name_with_the_ending_of_a_word_is_told_at_the_beginning_too(name):
    """The rest of it is no English word."""
    assert objections("The state sent ships to the port.", f"{name} sent ships to the port.") == [
        "first-word-not-quoted"
    ]


@pytest.mark.parametrize(
    ("name", "is_struck"),
    [("ECOWAS", False), ("ECOSAW", True), ("UEMOAS", True)],
)
def test_an_acronym_may_have_more_letters_of_each_word(name, is_struck):
    """In their order."""
    quote = "The Economic Community of West African States lifted its embargo."
    assert NAMES.isdisjoint(objections(quote, f"{name} lifted its embargo.")) is not is_struck


@pytest.mark.parametrize(
    "words",
    ["Soldiers", "Peacekeepers", "Dockworkers", "Trawlers", "Warships", "Coastguards", "Evacuees", "Paramilitaries"],
)
def test_an_english_word_of_two_or_of_a_deed_is_no_name(words):
    """Where it begins the sentence."""
    assert NAMES.isdisjoint(objections("The state sent ships to the port.", f"{words} reached the port."))

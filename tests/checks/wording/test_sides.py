"""Who does it, and to whom."""

import pytest

from dashboard.checks.wording.sides import exchanged_attributes, swapped_names
from dashboard.evidence.words.surroundings import NamesAbout, names_in_context
from tests.checks.wording.one_claim import actor, objections, objections_in

NAMES = {
    "actor/guild": ("Southern Guild", "Guild"),
    "actor/union": ("Northern Union",),
    "actor/israel": ("Israel",),
    "actor/al": ("al-Asad",),
}


def changed(text, quoted):
    about = NamesAbout(NAMES)
    return swapped_names(*(list(names_in_context(each, about.named_in(each))) for each in (text, quoted))) is not None


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("The Union met.", "The Guild met.", False),
        (
            "The Northern Union sued the Guild for it.",
            "The Southern Guild sued the Northern Union for damage.",
            True,
        ),
        ("The Northern Union was sued by the Guild.", "The Southern Guild sued the Northern Union.", False),
        ("The Guild was sued by the Northern Union.", "The Southern Guild sued the Northern Union.", True),
        ("The Northern Union and the Guild met.", "The Southern Guild and the Northern Union met.", False),
        (
            "Israeli troops left as the Guild struck.",
            "Israel’s troops left. The Guild struck.",
            False,
        ),
        (
            "The Guild’s troops left as Israel struck.",
            "Israel’s troops left. The Guild struck.",
            True,
        ),
        ("Later al-Asad praised the Guild’s work.", "The Guild praised the work of al-Asad.", True),
    ],
)
def test_names_that_have_changed_places_are_told(text, quoted, expected):
    """Where each stands among the other’s words; what is done *by* somebody, they do; lists have no order."""
    assert changed(text, quoted) is expected


def test_a_country_is_named_by_its_people():
    """`Israeli` names Israel; the longest name counts, and none inside a word."""
    found = NamesAbout(NAMES).named_in("Israeli men of the Southern Guild, no Guilders, met al-Asad.")
    assert [each.text for each in found] == ["Israeli", "Southern Guild", "al-Asad"]


ACTORS = "\n".join(
    f"{id_}: {{name: {id_.capitalize()}, kind: government, country: {code}}}"
    for id_, code in (("iran", "IR"), ("chad", "TD"))
)
TOLD = {"names-exchanged", "opposite-said"}


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad bought drones from Iran.", "Chad sold drones to Iran."),
        ("Chad bought drones from Iran.", "Iran bought drones from Chad."),
        ("Chad received grain from Iran.", "Chad supplied grain to Iran."),
        ("Chad won against Iran.", "Chad lost to Iran."),
    ],
)
def test_who_gives_and_who_has_it_may_not_change_places(quote, claim, codes_of):
    """With names of the registry."""
    assert TOLD & set(codes_of(quote, claim, actors=ACTORS))


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Chad bought drones from Iran.", "Iran sold drones to Chad."),
        ("Chad bought drones from Iran.", "Iran sold Chad drones."),
        ("Chad received grain from Iran.", "Iran supplied grain to Chad."),
        ("Chad won against Iran.", "Iran lost to Chad."),
        ("Iran exported oil to Chad.", "Chad imported oil from Iran."),
    ],
)
def test_the_other_side_of_a_deed_is_the_same_deed(quote, claim, codes_of):
    """With names of the registry."""
    assert not TOLD & set(codes_of(quote, claim, actors=ACTORS))


@pytest.mark.parametrize(
    ("claim", "quotes", "expected"),
    [
        (
            "Malian jets bombed Norwegian rebels.",
            "Norwegian jets bombed Malian rebels on Monday.",
            ("Malian", "Norwegian"),
        ),
        ("Ugandan police held Kenyan crews.", "The Kenyan police held two Ugandan crews.", ("Ugandan", "Kenyan")),
        ("Malian rebels were bombed by Norwegian jets.", "Norwegian jets bombed Malian rebels.", None),
        ("Norwegian ships met Malian jets.", "Norwegian jets, Malian jets and Norwegian ships met.", None),
        ("Malian jets bombed rebels.", "Norwegian jets bombed Malian rebels.", None),
        (
            "Kenyan police held Ugandan crews.",
            "Ugandan police took Kenyan crews, and Kenyan police held Ugandan crews.",
            None,
        ),
    ],
)
def test_adjectives_of_countries_that_have_changed_places_are_told(claim, quotes, expected):
    """Each stands before the word that has the other one in the quotes, where neither has it so, too."""
    assert exchanged_attributes(claim, quotes) == expected


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        (
            "France aimed to end the use of Kenya as a hideout by smugglers who dealt in Uganda's gold.",
            "France wanted to stop smugglers who dealt in Uganda's gold from hiding in Kenya.",
            False,
        ),
        (
            "Ann Reed: The army's count is 900 rebels, of whom half are in Kenya. Uganda won't give one.",
            "The army counts 900 rebels, half of them in Kenya, and Uganda gives no number.",
            False,
        ),
        (
            "Kenya sent 40 trucks, and Uganda closed its ports.",
            "Kenya closed its ports, and Uganda sent 40 trucks.",
            True,
        ),
        ("Kenya hid the gold of Uganda.", "Uganda hid the gold of Kenya.", True),
    ],
)
def test_other_words_between_a_doer_and_a_place_exchange_no_names(quote, claim, is_told):
    """Nor does the name before what somebody says in an interview."""
    assert ("names-exchanged" in objections(quote, claim)) is is_told


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("A Kenyan soldier was killed by Ugandan artillery.", "A Ugandan soldier was shot dead by Kenyan troops."),
        ("Chadian police shot dead two Malian herders.", "Two Chadian herders were killed by Malian police."),
        ("A Malian convoy was ambushed by Chadian rebels.", "A Chadian convoy was attacked by Malian rebels."),
        ("The Peruvians surrounded a camp of Chilean troops.", "The Chileans encircled a camp of Peruvian troops."),
        ("French tankers were escorted by a British frigate.", "A British convoy was accompanied by French warships."),
        ("Kenyan farmers blocked Ugandan lorries.", "Kenyan trucks were stopped by Ugandan farmers."),
        ("Vietnamese marines rescued Thai sailors.", "Thai soldiers saved Vietnamese fishermen."),
        ("Turkish gunners wounded an Iraqi officer.", "A Turkish captain was injured by Iraqi artillery."),
    ],
)
def test_countries_that_have_changed_places_are_told_with_another_verb(quote, claim):
    """Their adjectives show them, registered or not, and nothing else need be in the same words."""
    assert "names-exchanged" in objections(quote, claim)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("A Kenyan soldier was killed by Ugandan artillery.", "Ugandan troops shot dead a Kenyan soldier."),
        ("A Kenyan court jailed two Ugandan traders.", "Two Ugandan traders were imprisoned by a Kenyan court."),
        (
            "French soldiers were killed by Malian rebels, whom French aircraft then bombed.",
            "French aircraft struck Malian rebels who had killed French soldiers.",
        ),
        (
            "A Kenyan soldier was killed by Ugandan artillery, and a Ugandan soldier was shot dead by Kenyans.",
            "A Ugandan soldier was killed by Kenyan troops.",
        ),
        ("The Chilean navy surrendered to Peruvian marines.", "Peruvian marines defeated the Chilean navy."),
        ("Chadian fighters lost a town to Malian soldiers.", "Malian soldiers captured a town from Chadian fighters."),
        (
            "Kenya shelled a convoy of French supply trucks and mined the road used by traders.",
            "A French supply convoy was shelled, and Kenya mined a road that traders use.",
        ),
        (
            "Police in Kenya arrested defeated candidate France Otieno, a French campaign official told us.",
            "France Otieno, who lost the ballot as candidate, was arrested by police in Kenya, campaign official said.",
        ),
    ],
)
def test_the_passive_of_a_deed_exchanges_no_names(quote, claim):
    """In other words, too, and where the claim does not say by whom."""
    assert "names-exchanged" not in objections(quote, claim)


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Besides, Kelly reported an attack on two posts of Tongan troops, which had been encircled.", False),
        ("Kelly attacked two posts of Tongan troops, which had been encircled.", True),
    ],
)
def test_who_only_says_it_stands_nowhere_in_it(text, is_told):
    """Whom a line names as the speaker does nothing in what is told; who is said to do something does."""
    head, told = "Simon Kelly (Fine Gael)", "Two other posts manned by Tongan troops were surrounded and attacked"
    kelly = actor("kelly", "Simon Kelly", "person", "IE", "Kelly")
    named = {"kelly": kelly, "troops": actor("troops", "Tongan troops", "armed-force", "TO")}
    quotes = [{"source": "note", "exact": each} for each in (head, told)]
    found = objections_in(f"{head}\n{told}", head, text, actors=named, kind="statement", by="kelly", quotes=quotes)
    assert ("names-exchanged" in found) is is_told

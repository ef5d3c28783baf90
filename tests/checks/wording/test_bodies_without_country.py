"""A body of a country speaks where the source has “the government” alone, and a press release for who issues it."""

import pytest

from tests.checks.wording.one_claim import ACTORS, actor, objections, objections_in

REGISTRY = {
    **ACTORS,
    **{
        each.id: each
        for each in (
            actor("peru", "Government of Peru", "government", "PE"),
            actor("health-pe", "Ministry of Health of Peru", "ministry", "PE"),
            actor("police-ke", "Kenyan police", "government", "KE"),
            actor("bank-ng", "Central Bank of Nigeria", "government", "NG"),
            actor("army-ml", "Malian army", "armed-force", "ML"),
            actor("south-sudan", "Government of South Sudan", "government", "SS"),
            actor("sudan", "Sudan", "government", "SD"),
            actor("chile", "Chile", "government", "CL"),
            actor("uk", "United Kingdom", "government", "GB", "UK"),
            actor("lammy", "David Lammy", "person", "GB"),
            actor("ruto", "William Ruto", "person", "KE"),
            actor("revenue", "Kenya Revenue Authority", "government", "KE"),
            actor("red-cross", "International Committee of the Red Cross", "international-organisation"),
        )
    },
}
FLOODS = (
    "Peru’s capital was quiet. Six people have died, according to the government. Peruvian schools are shut.\n\n"
    "In Chile, the government sent two planes."
)
RELEASE = (
    "Today the UK has announced a package of aid for Sudan.\n\nIt will help 40,000 people. “This is a war,” Mr Lammy "
    "said. The UK called on Sudan to open the border."
)
RELEASED = {"kind": "press-release", "title": "UK sends aid to Sudan", "outlet": "Foreign Office"}


def speakers_missed(source_text, quote, by, claim="It was so.", **described):
    """The problems of speakers alone."""
    found = objections_in(source_text, quote, claim, actors=REGISTRY, kind="statement", by=by, described=described)
    return [code for code in found if code.startswith("speaker")]


@pytest.mark.parametrize(
    ("before", "quote", "by"),
    [
        ("Kenya counted its dead. ", "The police said that five men had been shot", "police-ke"),
        ("Kenya counted its dead. ", "The government said that five men had been shot", "kenya"),
        ("Nigeria lost reserves. ", "The central bank said that rates would stay", "bank-ng"),
        ("Mali held a vote. ", "The army said that it was calm", "army-ml"),
        ("Ministers of Peru met. ", "The health ministry said that clinics were shut", "health-pe"),
        ("Ministers of Peru met. ", "The ministry of health said that clinics were shut", "health-pe"),
        ("South Sudan is flooded. ", "The government said that roads were shut", "south-sudan"),
    ],
)
def test_a_body_needs_no_country_where_the_source_speaks_of_it(before, quote, by):
    """“The police” of a text about Kenya are those of Kenya."""
    assert speakers_missed(before + quote, quote, by) == []


def test_the_title_of_a_source_tells_of_which_country_it_speaks():
    """Where its text names none."""
    quote = "The authorities said that roads were shut"
    assert speakers_missed(f"It rained. {quote}", quote, "chile", title="Floods in Chile") == []
    assert speakers_missed(f"It rained. {quote}", quote, "chile") == ["speaker-not-quoted"]


@pytest.mark.parametrize(
    ("text", "quote", "by"),
    [
        (FLOODS, "Six people have died, according to the government", "chile"),
        (FLOODS, "Six people have died, according to the government", "health-pe"),
        (FLOODS, "the government sent two planes", "peru"),
        ("Peru met. Peru ate. ", "The Chilean government said that roads were shut", "peru"),
        ("Peru met. Peru ate. ", "The government of Chile said that roads were shut", "peru"),
        ("Peru met Chile. ", "The government said that roads were shut", "peru"),
        ("Kenya counted its dead. ", "The police said that five men had been shot", "kenya"),
        ("Kenya counted its dead. ", "The government said that five men had been shot", "ruto"),
        ("South Sudan is flooded. ", "The government said that roads were shut", "sudan"),
    ],
)
def test_the_body_of_another_country_is_told(text, quote, by):
    """So is another body of that country, and one of two countries of which the source speaks as much."""
    assert speakers_missed(text if quote in text else text + quote, quote, by)


def test_the_body_is_that_of_the_main_country():
    """Peru is named most, and last before it in its paragraph."""
    assert speakers_missed(FLOODS, "Six people have died, according to the government", "peru") == []


def test_a_press_release_speaks_for_the_body_that_announces_in_it():
    """Its title begins with that body, and its first lines have it speak; the quote has no quotation marks."""
    quote = "It will help 40,000 people"
    assert speakers_missed(RELEASE, quote, "uk", **RELEASED) == []
    assert speakers_missed(RELEASE, quote, "sudan", **RELEASED) == ["speaker-not-quoted"]
    assert speakers_missed(RELEASE, quote, "lammy", **RELEASED) == ["speaker-not-quoted"]
    assert speakers_missed(RELEASE, quote, "uk", **{**RELEASED, "kind": "article"}) == ["speaker-not-quoted"]
    assert speakers_missed(RELEASE, "“This is a war,” Mr Lammy said", "uk", **RELEASED)


WARNED = "Ruto said that Uganda had warned Kenya of floods and that Egypt denied the plan."


@pytest.mark.parametrize(
    ("claim", "is_struck"),
    [
        ("He said that Uganda had warned Kenya of floods.", False),
        ("He made clear that Uganda had warned Kenya.", False),
        ("He pointed out that floods came, and that Egypt denied the plan.", False),
        ("He said that floods came. Uganda warned Kenya.", True),
        ("Uganda warned Kenya of floods.", True),
        ("Uganda said that Egypt denied the plan.", True),
        ("It rained so hard that Egypt denied the plan.", True),
    ],
)
def test_who_speaks_by_the_words_of_he_is_no_other_speaker(claim, is_struck):
    """Only in the sentence that “he” begins, and where a person is in `by`."""
    assert bool(speakers_missed(WARNED, WARNED, "ruto", claim)) == is_struck


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("Diallo claimed victory; Kenya sent police.", "After the victory he had claimed in May, Kenya sent police."),
        ("She requested help, which Uganda refused.", "Uganda refused the help she had requested."),
        ("He offered a ransom. Egypt paid it.", "The ransom he had offered was paid by Egypt."),
    ],
)
def test_a_thing_that_he_claims_or_offers_is_no_speech(quote, claim):
    """Nobody says there that something is so."""
    assert "speaker-differs" not in objections(quote, claim)


@pytest.mark.parametrize(
    "claim",
    [
        "In the letter he claimed that Egypt had lied.",
        "At the meeting he denied that Egypt had paid.",
        "In a statement he said that Egypt had paid.",
    ],
)
def test_he_speaks_behind_the_occasion_of_his_speech(claim):
    """And is not the one who is named behind it."""
    quote = "Egypt claimed in a letter and a statement at the meeting that it had paid, and had lied."
    assert speakers_missed(quote, quote, "egypt", claim) == ["speaker-differs"]


@pytest.mark.parametrize(
    ("text", "quote", "by", "expected"),
    [
        ("The Kenya Revenue Authority acted. {}", "The authority said that fees had risen", "revenue", []),
        (
            "The International Committee of the Red Cross came. {}",
            "The committee said that it had no access",
            "red-cross",
            [],
        ),
        (
            "The Kenya Revenue Authority and the Lamu Ports Authority acted. {}",
            "The authority said that fees had risen",
            "revenue",
            ["speaker-not-quoted"],
        ),
        (
            "{} The Kenya Revenue Authority acted.",
            "The authority said that fees had risen",
            "revenue",
            ["speaker-not-quoted"],
        ),
        (
            "The Kenya Revenue Authority acted. {}",
            "The committee said that fees had risen",
            "revenue",
            ["speaker-not-quoted"],
        ),
        (
            "The Lamu Ports Authority acted. {}",
            "The authority said that fees had risen",
            "revenue",
            ["speaker-not-quoted"],
        ),
    ],
)
def test_a_body_is_named_by_its_kind_once_the_text_has_named_it(text, quote, by, expected):
    """“The authority” is the one that the text named before, where it names no other."""
    assert speakers_missed(text.format(f"{quote}."), quote, by) == expected


def test_the_police_of_a_spokesman_are_the_police():
    """Another word behind them is no country."""
    quote = "the police’s spokesman said that five men had been shot"
    assert speakers_missed(f"Kenya counted its dead. On Monday {quote}.", quote, "police-ke") == []

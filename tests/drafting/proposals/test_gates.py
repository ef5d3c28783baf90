"""Ways past an evidence gate that others met: at each, the field stays open rather than wrong."""

import pytest


def amounts(values):
    """The numbers that are filled, with what each is of."""
    return [(each["value"], each.get("currency") or each.get("unit")) for each in values.get("amounts", [])]


def test_digits_of_two_numbers_are_never_joined(read):
    """“49 in stock, rated 4.79” is 49 and 4.79, and not 49.79; neither says what it counts."""
    values, reasons = read("Israel announced a catalogue of 49 in stock, rated 4.79.")
    assert amounts(values) == []
    assert reasons["amounts"] == "The words do not say what the number counts"


@pytest.mark.parametrize("written", ["455g of ore", "1.234.56 dollars", "12,34,56 tons", "5.000,50 pesos"])
def test_a_number_of_an_unclear_shape_is_left_open(read, written):
    """A unit that is joined to it, or separators that mix, leave no number with one meaning."""
    values, reasons = read(f"Israel delivered {written} to Peru.")
    assert amounts(values) == []
    assert "amounts" in reasons


def test_killed_and_wounded_are_not_mixed_up(read):
    """Each number of people has what was done to them as its name, and a bare number is of nobody."""
    values, _ = read("Israel attacked the port in Lebanon, killing 3 soldiers and wounding 12 civilians.")
    assert amounts(values) == [(3, "soldiers"), (12, "civilians")]
    bare, reasons = read("On 3 May 2021, gunmen in Lebanon killed 3, wounded 12.")
    assert amounts(bare) == []
    assert reasons["amounts"] == "The words do not say what the number counts"


def test_the_names_of_amounts_tell_the_killed_from_the_wounded(propose):
    """The keys are what was done."""
    (only,) = propose("Israel attacked the port in Lebanon, killing 3 soldiers and wounding 12 civilians.")
    assert [(each.key, each.value["value"]) for each in only.filled if each.field == "amounts"] == [
        ("killed", 3),
        ("wounded", 12),
    ]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Israel condemned Iran.", [("israel", "initiator"), ("iran", "recipient")]),
        ("Iran was condemned by Israel.", [("iran", "recipient"), ("israel", "initiator")]),
        ("Officials from Israel condemned Iran.", [("iran", "recipient")]),
        ("Critics of Israel condemned the visit in Iran.", []),
        ("Israel’s ambassador to Peru condemned Iran.", [("iran", "recipient")]),
        ("Israeli officials condemned Iran.", [("iran", "recipient")]),
        (
            "Israel, which Iran has threatened, condemned Iran’s rulers.",
            [("israel", "initiator"), ("iran", "recipient")],
        ),
    ],
)
def test_a_name_that_is_there_is_not_the_one_that_acts(propose, sentence, actors):
    """Only the subject of the verb acts, and only whom the verb reaches is acted on."""
    found = [
        (each.value, each.role) for proposal in propose(sentence) for each in proposal.filled if each.field == "who"
    ]
    assert found == actors


@pytest.mark.parametrize(
    "sentence",
    [
        "Israel would attack Iran in May 2021.",
        "Israel has not attacked Iran.",
        "Israel never condemned Iran.",
        "If Israel attacked Iran, Peru would leave.",
        "Has Israel attacked Iran?",
        "Israel is expected to have attacked Iran.",
        "Peru fears that Israel attacked Iran.",
        "Israel refused to say whether it attacked.",
        "Neither the visit nor the plan was confirmed.",
    ],
)
def test_silence_and_doubt_are_no_answer(propose, sentence):
    """What is denied, supposed, asked or somebody’s fear is not proposed as having happened."""
    assert [each.title for each in propose(sentence) if "attack" in each.title or "condemn" in each.title] in (
        [],
        ["Israel refused to say whether it attacked"],
    )


def test_a_day_without_its_year_stays_open(read):
    """“2 March” in an article of 2025 may be of 2024."""
    values, reasons = read("Israel attacked Iran on 2 March.", "2025-06-01")
    assert "when" not in values
    assert reasons["when"] == "The words give no year"


def test_a_weekday_settles_the_year_of_a_day_near_the_source(read):
    """“Tuesday, June 1” was one in 2021, and in neither year beside it."""
    values, _ = read("Israel attacked Iran on Tuesday, June 1.", "2021-06-01")
    assert values["when"] == [{"reported": "2021-06-01", "as_reported": "Tuesday, June 1"}]
    wrong, reasons = read("Israel attacked Iran on Monday, June 1.", "2021-06-01")
    assert "when" not in wrong
    assert reasons["when"] == "The words give no year"


def test_the_heading_above_gives_the_year(propose):
    """Until the text names another year."""
    text = "Crisis of 1958\n\nOn August 3, Israel attacked Iran. In 1960, Peru left. On May 4, Israel condemned Peru."
    dates = [each.value["reported"] for proposal in propose(text) for each in proposal.filled if each.field == "when"]
    assert dates == ["1958-08-03", "1960"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Israel condemned Iran’s March 24, 2022 letter.",
        "Israel discussed the attack in Lebanon on March 24, 2022.",
        "Israel announced that Iran would leave on March 24, 2022.",
        "Israel condemned Iran, which left Lebanon in May 2020.",
        "Since May 2020, Israel has pledged $5 million to Peru.",
    ],
)
def test_a_date_of_something_else_is_not_the_event_s(read, sentence):
    """The date of a launch that is condemned is not that of the condemnation."""
    values, reasons = read(sentence)
    assert "when" not in values
    assert reasons["when"] == "The date may be that of something else"


@pytest.mark.parametrize("name", ["Georgia", "Reading", "Nice", "May", "Turkey", "Jordan", "Washington", "Springfield"])
def test_a_name_that_is_a_word_or_several_places_stays_open(read, name):
    """Nothing in the text says which is meant."""
    values, _ = read(f"Israel signed the treaty in {name}.")
    assert "where" not in values


def test_the_text_settles_which_georgia_is_meant(read):
    """Its capital or its people are named elsewhere."""
    values, _ = read("Israel signed the treaty in Georgia. The Georgian press was silent.")
    assert values["where"] == ["georgia"]


def test_a_place_of_something_planned_is_not_the_event_s(read):
    """Troops that may be placed in Peru were not discussed there."""
    values, _ = read("Israel discussed the possibility of placing troops in Peru.")
    assert "where" not in values


def test_who_acts_where_is_read_from_plain_words(read):
    """What a sentence gives, and nothing more."""
    values, reasons = read("On August 27, 1928, Japan signed the treaty with Peru in Paris.")
    assert values == {"when": [{"reported": "1928-08-27"}], "where": ["paris"], "who": ["japan", "peru"]}
    assert reasons == {}


def test_money_keeps_its_qualifier(read):
    """“Nearly” and “up to” are not exact."""
    values, _ = read("Japan has pledged nearly $75 million and up to €124 million in aid to Peru.")
    assert values["amounts"] == [
        {"value": 75000000, "currency": "USD", "qualifier": "about"},
        {"value": 124000000, "currency": "EUR", "qualifier": "at-most"},
    ]


def test_money_of_no_certain_currency_stays_open(read):
    """A peso is of several countries."""
    values, reasons = read("Japan has pledged 75 million pesos to Peru.")
    assert "amounts" not in values
    assert reasons["amounts"] == "The words do not say which currency or thing is meant"


def test_what_a_country_has_stands_for_it_where_that_is_asked_or_blamed(read):
    """Its leadership is urged; but what one of its people does is not done to it."""
    values, _ = read("Japan urged Cambodia’s leadership to hold elections.")
    assert values["who"] == ["japan", "cambodia"]
    values, _ = read("Japan urged the Cambodian government and President Ortega to hold elections.")
    assert values["who"] == ["japan", "cambodia", "ortega"]
    values, _ = read("Japan welcomed Cambodia’s elections.")
    assert values["who"] == ["japan"]


def test_a_date_and_place_of_a_meeting_begin_the_sentence(read):
    """“In response to the attack in May” is no time of what follows."""
    values, _ = read("At a conference in Quito in May 1955, Japan proposed a treaty.")
    assert (values["when"], values["where"]) == ([{"reported": "1955-05"}], ["quito"])
    values, _ = read("In response to the attack in Quito in May 1955, Japan condemned Peru.")
    assert "when" not in values
    assert "where" not in values


def test_what_is_being_done_is_done_by_saying_so(read):
    """“Is imposing” counts as an event; an adjective does not."""
    values, _ = read("Japan is imposing sanctions on Peru’s banks.")
    assert values["who"] == ["japan"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Neither Israel nor Peru signed the treaty on 8 June 2024.",
        "No country attacked Iran on 8 June 2024.",
        "Nobody attacked Iran on 8 June 2024.",
        "None of the ministers met in Paris on 8 June 2024.",
        "Few nations recognized Israel in 2024.",
        "Israel signed no agreement with Iran on 8 June 2024.",
        "Israel supposedly attacked Iran on 8 June 2024.",
        "Iran was reportedly attacked by Israel on 8 June 2024.",
        "Israel all but attacked Iran on 8 June 2024.",
        "Reportedly, Israel attacked Iran on 8 June 2024.",
        "According to rumours, Israel attacked Iran on 8 June 2024.",
        "According to unconfirmed reports, Israel attacked Iran on 8 June 2024.",
        "In a novel, Israel attacked Iran on 8 June 2024.",
        "In the simulation, Israel invaded Iran on 8 June 2024.",
        "If Peru was right, Israel attacked Iran on 8 June 2024.",
        "Israel, Peru and, reluctantly, Japan imposed sanctions on Iran on 8 June 2024.",
    ],
)
def test_what_nobody_did_or_only_may_have_done_is_not_proposed(propose, sentence):
    """A negative subject or object, a rumour, an invention and a condition take the event back."""
    assert propose(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister claimed: Israel attacked Iran on 7 February 2024.",
        "According to Peru, Israel attacked Iran on 7 February 2024.",
        "Peru said that it would leave, and Israel attacked Iran on 7 February 2024.",
    ],
)
def test_a_title_keeps_who_says_it(propose, sentence):
    """What one side tells is not the title’s own word."""
    assert [each.title for each in propose(sentence)] == [sentence.rstrip(".")]


@pytest.mark.parametrize(
    ("sentence", "title", "actors"),
    [
        ("Brazil, Peru and Japan signed a treaty.", None, ["brazil", "peru", "japan"]),
        ("Brazil, Peru, and Japan signed a treaty.", None, ["brazil", "peru", "japan"]),
        ("On 7 May 2024, Brazil, Peru, and Japan signed a treaty.", "Brazil, Peru, and", ["brazil", "peru", "japan"]),
        ("On Tuesday, Brazil, Peru and Japan signed a treaty.", "Brazil, Peru and", ["brazil", "peru", "japan"]),
        ("However, Brazil, Peru and Japan signed a treaty.", "Brazil, Peru and", ["brazil", "peru", "japan"]),
        ("In Lima, Peru, Brazil and Japan signed a treaty.", "Brazil and Japan", ["brazil", "japan"]),
        ("The foreign ministers of Brazil and Japan signed a treaty.", None, []),
        ("Officials from Brazil and Japan signed a treaty.", None, []),
    ],
)
def test_a_list_is_whole_or_stays_open(propose, sentence, title, actors):
    """None is left out of a list of names; those of somewhere are not that country."""
    found = propose(sentence)
    assert all(each.title.startswith(title or sentence.rstrip(".")) for each in found)
    assert [field.value for each in found for field in each.filled if field.field == "who"] == actors


def test_a_long_title_shows_that_words_before_it_are_missing(propose):
    """Whose report it is does not fit: the sign of omission says that something does."""
    long = "The minister said in a speech that the harbour of the old town had been closed for many years"
    assert [each.title for each in propose(f"{long}, and Israel attacked Iran on 7 February 2024.")] == [
        "… Israel attacked Iran on 7 February 2024"
    ]
    assert [each.title for each in propose("To assert its support, Israel attacked Iran in 2024.")] == [
        "Israel attacked Iran in 2024"
    ]

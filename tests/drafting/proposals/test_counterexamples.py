"""Each rule by which a field is filled, against words that look like it: there the field stays open."""

import pytest

RELEASE = """Office of the Spokesperson

Minister Ana Ruiz visited Lima on May 3, 2021. {}
"""


def actors(found):
    """The actors with their roles, of all proposals."""
    return [(each.value, each.role) for proposal in found for each in proposal.filled if each.field == "who"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Ruiz condemned Peru.", [("ana-ruiz", "initiator"), ("peru", "recipient")]),
        ("The Front’s leader Ana Ruiz met President Lee Hale.", [("ana-ruiz", "initiator"), ("lee-hale", "recipient")]),
        ("Ana Ruiz, the president of Peru, condemned Chile.", [("ana-ruiz", "initiator"), ("chile", "recipient")]),
        ("Israeli forces attacked Lebanon.", [("israeli-forces", "initiator"), ("lebanon", "recipient")]),
        ("Lisbon condemned Spain. Portugal was silent.", [("portugal", "initiator"), ("spain", "recipient")]),
        ("Peru offered Chile $5 million.", [("peru", "initiator"), ("chile", "recipient")]),
        ("Peru severed ties with Chile.", [("peru", "initiator"), ("chile", "recipient")]),
        ("Peru imposed sanctions on Chile.", [("peru", "initiator"), ("chile", "recipient")]),
        ("Peru demanded that Chile withdraw its ships.", [("peru", "initiator"), ("chile", "recipient")]),
        ("Peru pledged to help Chile.", [("peru", "initiator"), ("chile", "recipient")]),
        ("President Ana Ruiz and her allies condemned Peru.", [("ana-ruiz", "initiator"), ("peru", "recipient")]),
    ],
)
def test_who_acts_and_on_whom_is_read_from_many_shapes(propose, text, expected):
    """Offices, appositions, seats of government, and verbs that have whom they are done to in other places."""
    assert actors(propose(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Critics condemned the plan in May 2021.",
        "Critics of Ruiz condemned the plan in May 2021.",
        "Officers condemned the plan in May 2021.",
        "The Treaty of Lima ended in May 2021.",
        "The Lima Doctrine ended in May 2021.",
        "Hurricane Milton killed 20 people in May 2021.",
        "These three rebels condemned the plan in May 2021.",
        "Ruiz’ plane crashed in May 2021.",
        "He condemned the plan in May 2021.",
        "The Prime Minister condemned the plan in May 2021.",
        "Friends of President Ana Ruiz condemned the plan in May 2021.",
        "Wellington condemned the plan in May 2021.",
        "Moscow condemned the plan in May 2021.",
        "In Lisbon, officials condemned the plan in May 2021.",
    ],
)
def test_words_with_capitals_that_name_nobody_are_no_actor(propose, text):
    """First words of sentences, documents, storms, offices without a name, and seats that may be of two countries."""
    assert actors(propose(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru condemned the arrests of activists in Belarus.",
        "Peru announced the sale of its ships in Norway.",
        "Peru welcomed the elections in Chile.",
        "President Ana Ruiz met Chile’s envoy at the White House.",
        "Peru discussed the situation in Lebanon.",
        "Peru offered help for the people in Chile.",
        "The ship left for a base in Norway.",
    ],
)
def test_where_something_is_that_somebody_speaks_about_is_no_place(propose, text):
    """Nor is a seat of government, whose name a town far away may have."""
    assert [each.value for proposal in propose(text) for each in proposal.filled if each.field == "where"] == []


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("On Tuesday, Peru condemned Chile.", "2021-06-03", ["2021-06-01"]),
        ("Peru on Tuesday condemned Chile.", "2021-06-03", ["2021-06-01"]),
        ("Today, Peru condemned Chile.", "2021-06-03", ["2021-06-03"]),
        ("Peru attacked Chile on May 20.", "2021-06-03", ["2021-05-20"]),
        ("Peru attacked Chile in April.", "2021-06-03", ["2021-04"]),
        ("Last month, Peru attacked Chile.", "2021-06-03", ["2021-05"]),
        ("Earlier this year, Peru attacked Chile.", "2021-06-03", ["2021"]),
        ("On May 1, 1960, Peru attacked Chile. On May 7, Peru condemned Iran.", None, ["1960-05-01", "1960-05-07"]),
    ],
)
def test_a_day_is_worked_out_where_the_words_leave_one(propose, text, published, expected):
    """By the day of the source, or by a date a little before it."""
    dates = [each.value["reported"] for one in propose(text, published) for each in one.filled if each.field == "when"]
    assert dates == expected


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Peru attacked Chile on May 20.", "2021-12-03"),
        ("Peru attacked Chile on June 20.", "2021-06-03"),
        ("Peru attacked Chile in December.", "2021-06-03"),
        ("Peru attacked Chile last Tuesday.", "2021-06-03"),
        ("Peru condemned Tuesday’s attack.", "2021-06-03"),
        ("Peru condemned last month’s attack.", "2021-06-03"),
        ("Peru attacked Chile on Tuesday.", None),
        ("Peru attacked Chile every Tuesday.", "2021-06-03"),
        ("Peru condemned the attack on Tuesday.", "2021-06-03"),
        ("The vote was on May 9, 1960. Peru attacked Chile on May 7.", None),
        ("The vote was on May 1, 1960. In 1975 it was forgotten. Peru attacked Chile on May 7.", None),
        ("The vote was on May 1, 1960. Peru attacked Chile on May 7.", "2021-12-03"),
        ("Peru attacked Chile on May 7, after the vote of May 9, 1960.", None),
    ],
)
def test_a_day_that_may_be_another_stays_open(propose, text, published):
    """Far from the source, behind it, before the date that gives the year, or behind another year."""
    found = propose(text, published)
    assert found
    assert [each.value for one in found for each in one.filled if each.field == "when"] == []


def test_the_year_that_another_sentence_gives_is_quoted(propose):
    """Both sentences carry the claim."""
    found = propose("On May 1, 1960, Peru attacked Chile. On May 7, Peru condemned Iran.")
    (claim,) = found[-1].fields["claims"].values()
    assert [each["exact"] for each in claim["quotes"]] == [
        "On May 7, Peru condemned Iran.",
        "On May 1, 1960, Peru attacked Chile.",
    ]


@pytest.fixture
def release(workspace):
    """The last proposal of a press release with one more sentence: its fields, with their values."""
    from dashboard.checks.validation import validate
    from dashboard.drafting.proposals import propose_events

    def run(sentence):
        root = workspace(RELEASE.format(sentence), "2021-05-04")
        described = root / "seeds" / "text.yaml"
        described.write_text(described.read_text().replace("kind: article", "kind: press-release"))
        last = propose_events("text", validate(root)).proposals[-1]
        assert sentence.startswith(last.words)
        return {each.field: each.value for each in last.filled}

    return run


@pytest.mark.parametrize("sentence", ["Minister Ruiz urged Chile to sign.", "She thanked Chile for its help."])
def test_a_release_goes_on_with_the_day_and_place_of_its_first_sentence(release, sentence):
    """What the same person said there; its quotes are both sentences."""
    found = release(sentence)
    assert (found["when"]["reported"], found["where"]) == ("2021-05-03", "lima")


@pytest.mark.parametrize(
    "sentence",
    [
        "Minister Ruiz had urged Chile to sign.",
        "Minister Ruiz previously urged Chile to sign.",
        "Chile urged Peru to sign.",
        "Minister Ruiz signed the treaty with Chile.",
        "Minister Ruiz urged Chile to sign when Peru attacked Iran.",
    ],
)
def test_what_was_earlier_or_somebody_else_s_has_not_the_day_of_the_release(release, sentence):
    """The perfect, another time, another person, and what is no speech."""
    assert not {"when", "where"} & set(release(sentence)) or sentence.endswith("Iran.")


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("The crisis began with Iran’s invasion of Peru in May 1975.", ("1975-05", ["iran", "peru"])),
        ("Many remember Iran’s March 24, 1975 launch.", ("1975-03-24", ["iran"])),
        (
            "The Iranian Government’s rejection of the plan for the port and harbour in May 1975 was noted.",
            ("1975-05", ["iran"]),
        ),
    ],
)
def test_a_noun_tells_of_an_event_where_it_has_a_day_and_somebody_s_name(propose, text, fields):
    """Whose it is did it; what it is of, it was done to."""
    found = propose(text)[-1]
    dates = [each.value["reported"] for each in found.filled if each.field == "when"]
    assert (dates, [each.value for each in found.filled if each.field == "who"]) == ([fields[0]], fields[1])


def test_who_was_murdered_did_not_murder(propose):
    """Of what is done to somebody, whose it is has it done to them."""
    found = propose("The crisis followed President Ana Ruiz’s assassination in May 1975.")[-1]
    assert [(each.value, each.role) for each in found.filled if each.field == "who"] == [("ana-ruiz", "recipient")]


@pytest.mark.parametrize(
    "text",
    [
        "The talks followed Iran’s invasion of Peru.",
        "Many feared Iran’s invasion of Peru in May 1975.",
        "Iran’s planned invasion of Peru in May 1975 was noted.",
        "There was never Iran’s invasion of Peru in May 1975.",
        "Iran’s ally and its invasion of Peru in May 1975 were noted.",
        "Iran’s invasion was noted, and the vote of May 1975 as well.",
    ],
)
def test_a_noun_without_a_day_of_its_own_or_that_is_only_feared_is_no_event(propose, text):
    """Nor is one whose owner is not the one before it."""
    assert [each.title for each in propose(text) if "nvasion" in each.title and each.filled] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Secretary of State Ana Ruiz met Peru’s envoy. The Secretary thanked Chile.", "ana-ruiz"),
        ("Prime Minister Lee Hale met Foreign Minister Ana Ruiz. The Prime Minister thanked Chile.", "lee-hale"),
        ("Secretary Ana Ruiz met Secretary Lee Hale. The Secretary thanked Chile.", None),
        ("President Ana Ruiz left. The minister thanked Chile.", None),
        ("The Secretary thanked Chile.", None),
    ],
)
def test_an_office_alone_is_the_only_person_who_has_it_in_the_text(propose, text, actor):
    """With two secretaries, or none, it is nobody for certain."""
    found = propose(text)[-1]
    assert next((each.value for each in found.filled if each.role == "initiator"), None) == actor


def test_i_is_who_signs_the_statement(propose):
    """The line with the name is quoted as well; without such a line “I” is nobody."""
    text = "Ana Ruiz, Minister of State\n\nI condemned the attack in May 2021.\n"
    (only,) = propose(text)
    assert actors([only]) == [("ana-ruiz", "initiator")]
    (claim,) = only.fields["claims"].values()
    assert [each["exact"] for each in claim["quotes"]][1:] == ["Ana Ruiz, Minister of State"]
    assert actors(propose("I condemned the attack in May 2021.\n")) == []


def test_a_number_of_what_was_named_before_is_no_amount(read):
    """“These three rebels” are those of the sentence before."""
    values, reasons = read("These three rebels met President Ana Ruiz in May 2021.")
    assert "amounts" not in values
    assert reasons["amounts"] == "The words speak of so many as they named before"
    values, _ = read("The army killed three rebels in May 2021.")
    assert values["amounts"] == [{"value": 3, "unit": "rebels"}]


def test_a_rupee_is_of_several_countries(read):
    """Only where the words name India it is hers."""
    values, _ = read("Nepal promised 500,000 rupees to Peru.")
    assert "amounts" not in values
    values, _ = read("Nepal promised 500,000 rupees to India.")
    assert values["amounts"] == [{"value": 500000, "currency": "INR"}]


def test_nature_is_no_attacker(propose):
    """What an earthquake does has no type."""
    assert [each.types for each in propose("An earthquake killed 30 people in Nepal in May 2021.")] == [()]
    assert [each.types for each in propose("The rebels killed 30 people in Nepal in May 2021.")] == [("assault",)]

"""Numbers stay with what they count."""

import hashlib

import pytest

from dashboard.checks.validation import validate


def problems(quote, claim, workspace):
    """The codes of what is wrong with one claim on one quote."""
    text = f"{quote}\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (workspace / "seeds" / "note.txt").write_text(text, encoding="utf-8")
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(text)}}}\n"
    (workspace / "seeds" / "note.yaml").write_text(described, encoding="utf-8")
    path = workspace / "events" / "case" / "case.yaml"
    path.parent.mkdir(exist_ok=True)
    claims = f"claims:\n  one:\n    text: '{claim}'\n    quotes: [{{source: note, exact: '{quote}'}}]\n"
    path.write_text(f"title: A report of the day\n{claims}", encoding="utf-8")
    return [each.code for each in validate(workspace).problems]


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (
            "The bank lent $20 million for the mine and $35 million for the port.",
            "The bank lent $35 million for the mine and $20 million for the port.",
        ),
        (
            "The bank lent $20 million for the mine and $35 million for the port.",
            "The bank lent $20 million for the port and $35 million for the mine.",
        ),
        (
            "The mine got $20 million, while the port was given $35 million.",
            "The mine got $35 million, while the port was given $20 million.",
        ),
        (
            "In the north 61 percent voted, in the south 35 percent.",
            "In the north 35 percent voted, in the south 61 percent.",
        ),
        ("The tax rose from 4 percent to 9 percent.", "The tax rose from 9 percent to 4 percent."),
        ("Exports fell by 12 % and imports rose by 7 %.", "Exports fell by 7 % and imports rose by 12 %."),
        (
            "There were 300 deputies for the bill and 120 against.",
            "There were 120 deputies for the bill and 300 against.",
        ),
    ],
)
def test_two_numbers_that_have_changed_places_are_told(quote, claim, base_workspace):
    """Of money, of shares and of votes; whether the numbers moved, or the words about them."""
    assert "numbers-exchanged" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        (
            "The bank lent $20 million for the mine and $35 million for the port.",
            "The bank lent $35 million for the port, and $20 million for the mine.",
        ),
        (
            "The mine got $20 million, while the port was given $35 million.",
            "The port was given $35 million; the mine got $20 million.",
        ),
        (
            "In the north 61 percent voted, in the south 35 percent.",
            "In the south 35 percent voted, and 61 percent in the north.",
        ),
        (
            "Exports fell by 12 % and imports rose by 7 %.",
            "Imports rose by 7 % as exports fell by 12 %.",
        ),
        (
            "There were 300 deputies for the bill and 120 against.",
            "With 120 against, 300 deputies were for the bill.",
        ),
        ("It took 35 ships, 20 of them with grain.", "With grain were 20 of the 35 ships that it took."),
        (
            "The party won 45 seats, 12 more than the 33 of 2019.",
            "The party won 45 seats; in 2019 it had 33, or 12 less.",
        ),
        ("Prices rose from $20 to $35 a barrel.", "A barrel was $35, after $20."),
        ("Of 500 workers 120 were let go and 80 moved.", "Of 500 workers 80 moved and 120 were let go."),
        ("It has 40 jets and will buy 12 jets.", "It will buy 12 jets for the 40 jets that it has."),
    ],
)
def test_numbers_may_be_told_in_another_order(quote, claim, base_workspace):
    """Each with what it counts."""
    assert "numbers-exchanged" not in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The dam gives 300 megawatts.", "The dam gives 300 gigawatts."),
        ("The dam gives 300 MW of power.", "The dam gives 300 kW of power."),
        ("The rate rose by 5 percent.", "The rate rose by 5 percentage points."),
        ("The rate rose by 5 percentage points.", "The rate rose by 5 percent."),
        ("The rate rose by two percentage points.", "The rate rose by 2 %."),
    ],
)
def test_another_unit_is_told(quote, claim, base_workspace):
    """Of power, and of shares."""
    assert "unit-not-quoted" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The dam gives 300 megawatts.", "The dam gives 300 MW."),
        ("The dam gives 2,000 megawatts.", "The dam gives 2 gigawatts."),
        ("The dam gives 0.3 gigawatts.", "The dam gives 300 megawatts."),
        ("The rate rose by 5 percentage points.", "The rate was up 5 percentage points."),
        ("The rate rose by 5 percentage points to 12 percent.", "The rate is now 12 percent, 5 points more."),
        ("The party won 35 percent, up 4 points.", "The party won 35 % of votes, 4 percentage points more."),
        ("A high percentage of votes, 35 percent, was void.", "Of the votes 35 percent were void."),
        ("The percentage of void votes was 35.", "Of the votes 35 percent were void."),
        ("The index fell by 40 points or 5 percent.", "The index fell by 5 percent."),
        ("The rate rose by half a percentage point.", "The rate rose by 0.5 percentage points."),
    ],
)
def test_the_same_unit_may_be_written_otherwise(quote, claim, base_workspace):
    """In short, or converted."""
    assert "unit-not-quoted" not in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The clinic was given 300 doses.", "The clinic was given 300 kits."),
        ("The clinic was given 300 doses of vaccine.", "The clinic was given 300 test kits."),
        ("The navy lost 12 ships.", "The navy lost 12 planes."),
        ("Delegates of 12 countries met.", "Delegates of 12 companies met."),
        ("They killed 300 soldiers.", "They killed 300 civilians."),
        ("They killed 300 women.", "They killed 300 men."),
        ("About 40 troops left.", "About 40 tanks left."),
    ],
)
def test_another_sort_of_things_is_told(quote, claim, base_workspace):
    """Things of two sorts, people for things, and people who are not both."""
    assert "counted-otherwise" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The clinic was given 300 doses of vaccine.", "The clinic was given 300 vaccines."),
        ("The clinic was given 300 doses of vaccine.", "The clinic was given 300 shots."),
        ("The navy lost 12 ships.", "The navy lost 12 vessels."),
        ("The army fired 12 missiles.", "The army fired 12 rockets."),
        ("The army made 12 missile strikes.", "The army fired 12 missiles."),
        ("Delegates of 12 countries met.", "Delegates of 12 governments met."),
        ("They killed 300 soldiers.", "They killed 300 men."),
        ("They killed 300 women and children.", "They killed 300 civilians."),
        ("The 12 destroyed homes were empty.", "The 12 houses were empty."),
        ("The port was closed for 20 working days.", "The port was closed for 20 days."),
        ("The port was closed for 20 working days.", "The port was closed for four weeks."),
    ],
)
def test_other_words_for_what_is_counted_pass(quote, claim, base_workspace):
    """Of the same sort, or that may be said of the same people."""
    told = problems(quote, claim, base_workspace)
    assert not {"counted-otherwise", "unit-not-quoted", "number-not-quoted"} & set(told)


def test_working_days_are_no_weeks(base_workspace):
    """The unit behind a participle is seen."""
    quote, claim = "The port was closed for 20 working days.", "The port was closed for 20 weeks."
    assert "unit-not-quoted" in problems(quote, claim, base_workspace)


@pytest.mark.parametrize(
    ("quote", "claim", "is_told"),
    [
        ("Tents went to 2,300 families near the lake.", "Tents went to 2,300 people near the lake.", True),
        ("Water was brought to 5,100 people near the lake.", "Near the lake, 5,100 households got water.", True),
        ("Tents went to 2,300 households near the lake.", "Near the lake, 2,300 families got tents.", False),
        ("Tents went to 2,300 people near the lake.", "Near the lake, 2,300 residents got tents.", False),
        ("The port took in 8,000 tonnes of rice in May.", "The port took in 8,000 bags of rice in May.", True),
        ("The port took in 8,000 tons of rice in May.", "In May, 8,000 tons of rice came into the port.", False),
        ("The ferry made 30 knots off the coast.", "Off the coast, the ferry made 30 km/h.", True),
        ("The wind reached 90 km/h at the pier.", "At the pier, the wind reached 90 mph.", True),
        ("The wind reached 90 km/h at the pier.", "At the pier, the wind reached 90 kph.", False),
        ("The wind reached 90 km/h at the pier.", "At the pier, the wind reached 90 kilometres per hour.", False),
    ],
)
def test_households_are_no_people_and_tonnes_no_bags(quote, claim, is_told, base_workspace):
    """Nor is a speed in miles one in kilometres; another word for the same is none of these."""
    told = {"counted-otherwise", "unit-not-quoted"}.intersection(problems(quote, claim, base_workspace))
    assert bool(told) is is_told

"""Selected words as parts of an event: each carried by a claim that quotes them, and none more than the words say."""

import datetime as dt
from pathlib import Path

import pytest

from dashboard.checks.context import RegistryNames
from dashboard.checks.drafts import check_event_draft
from dashboard.checks.validation import validate
from dashboard.drafting.marks import MARKS, Selection, choose_actor, choose_place, mark_quote, take_year_before

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "us-troops-ecuador"
WORDS = "the U.S. has announced a $13.5 million initiative to bolster Ecuador’s security infrastructure"


@pytest.fixture(scope="module")
def seed():
    """The sample workspace with its problems."""
    return validate(ROOT)


@pytest.fixture(scope="module")
def registered(seed):
    """The names of its registries."""
    return RegistryNames.of(seed.corpus)


@pytest.fixture
def select(seed):
    """Selects words of the article."""
    text = seed.workspace.texts[SOURCE]

    def run(words):
        start = text.index(words)
        return Selection(SOURCE, text, (start, start + len(words)), dt.date(2025, 9, 4))

    return run


@pytest.fixture
def mark(select, registered):
    """Marks words in an event; the event."""

    def run(event, *marks):
        for as_, words in marks:
            event = MARKS[as_](event, select(words), registered).fields
        return event

    return run


def test_an_event_made_by_marks_alone_is_valid(seed, mark):
    """Its claim says what its words say, and carries everything else: no check objects."""
    event = mark(
        {},
        ("claim", WORDS),
        ("how-much", "$13.5 million"),
        ("who", "the U.S. has announced"),
        ("where", "Ecuador’s security infrastructure"),
    )
    found = check_event_draft("events/ecuador/money.yaml", event, seed)
    assert [str(each) for each in found.problems] == []
    assert event["claims"]["announced-million"]["text"] == f"T{WORDS[1:]}."
    assert event["amounts"]["money"] == {
        "reported": {"value": 13500000, "currency": "USD"},
        "claims": ["announced-million"],
    }
    assert event["who"] == [{"actor": "united-states", "role": "initiator", "claims": ["announced-million"]}]
    assert event["where"] == {"reported": "ecuador", "claims": ["announced-million"]}


def test_words_outside_of_every_claim_bring_the_sentence_that_they_stand_in(mark):
    """A date without a quote would be carried by nothing."""
    event = mark({}, ("when", "2009"))
    ((key, claim),) = event["claims"].items()
    assert event["when"] == {"claims": [key], "reported": "2009"}
    assert claim["quotes"][0]["exact"].startswith("Ecuador previously hosted")


def test_a_date_that_is_counted_keeps_the_words_that_give_it(registered):
    """“Yesterday” says another day to everybody who reads it later."""
    text = "The port closed yesterday."
    marked = MARKS["when"]({}, Selection("s", text, (16, 25), dt.date(2025, 9, 4)), registered)
    assert marked.fields["when"] == {"reported": "2025-09-03", "as_reported": "yesterday", "claims": ["port-closed"]}


def test_words_that_give_no_date_are_kept_as_they_are(registered):
    """The source's words stand where EDTF cannot."""
    text = "The port may close before long."
    marked = MARKS["when"]({}, Selection("s", text, (19, 30)), registered)
    assert marked.fields["when"] == {"as_reported": "before long", "claims": ["port-close"]}


def test_a_date_that_would_be_counted_from_a_day_that_nobody_knows_says_so(registered):
    """So that the day of the source is written into its description."""
    text = "The port closed yesterday."
    marked = MARKS["when"]({}, Selection("s", text, (16, 25)), registered)
    assert marked.fields["when"]["as_reported"] == "yesterday"
    assert marked.lacks_day
    assert "The source’s day is missing" in marked.said


def test_a_month_without_a_year_can_have_the_last_one_that_the_text_names_before_it(registered):
    """The claim then quotes both, and no more than the words around the year."""
    text = "The port closed in 1981. In April–May 1983, it opened again. On December 4, ships came."
    start = text.index("December 4")
    selection = Selection("s", text, (start, start + len("December 4")))
    marked = MARKS["when"]({}, selection, registered)
    assert "reported" not in marked.fields["when"]
    assert (str(marked.year_before.date), marked.year_before.words) == ("1983-12-04", "In April–May 1983")
    taken = take_year_before(take_year_before({}, selection).fields, selection)
    (claim,) = taken.fields["claims"].values()
    assert [each["exact"] for each in claim["quotes"]] == ["On December 4, ships came.", "In April–May 1983"]
    when = taken.fields["when"]
    assert (when["reported"], when["as_reported"], len(when["claims"])) == ("1983-12-04", "December 4", 1)


@pytest.mark.parametrize("words", ["December 4, 1990", "Tuesday", "1990"])
def test_only_a_month_lacks_its_year(words, registered):
    """A day of the week is counted from the day of the source, and a year is a year."""
    text = f"It opened in May 1983. On {words}, ships came."
    start = text.index(words)
    assert MARKS["when"]({}, Selection("s", text, (start, start + len(words))), registered).year_before is None


def test_a_place_that_the_registry_lacks_is_offered_and_nothing_is_changed(mark, select, registered):
    """Until somebody confirms it: an event without words for its place says so."""
    event = mark({}, ("claim", WORDS))
    marked = MARKS["where"](event, select("China"), registered)
    assert marked.fields == event
    assert [(each.label, each.fields["precision"]) for each in marked.places] == [("China", "country")]
    marked = MARKS["who"](event, select("China"), registered)
    assert (marked.fields, marked.new_actor) == (event, "China")


def test_a_place_that_nobody_knows_may_be_described(select, registered):
    """Its name is that of the words, without the signs around them."""
    marked = MARKS["where"]({}, Selection(SOURCE, "By the “Sannin ridge”, they", (7, 21)), registered)
    assert (marked.places, marked.new_place, marked.fields) == ((), "Sannin ridge", {})
    assert "describe it" in marked.said


def test_a_town_of_many_is_offered_with_each_country(registered):
    """By the words alone it is none of them more than another; those that have the very name come first."""
    text = "He spoke in San Jose."
    marked = MARKS["where"]({}, Selection("s", text, (12, 20)), registered)
    assert len(marked.places) > 2
    assert {each.fields["name"] for each in marked.places[:4]} == {"San Jose", "San José"}
    assert len({each.fields["country"] for each in marked.places}) > 2
    assert all(-90 <= each.fields["latitude"] <= 90 for each in marked.places)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Netherlands", "Netherlands"),
        ("The Netherlands", "Netherlands"),
        ("the port authority", "port authority"),
        ("The Guardian", "The Guardian"),
        ("the", "the"),
    ],
)
def test_a_new_actor_has_no_article_of_its_sentence(words, name, registered):
    """`the Netherlands` is not the name of a government; `The Guardian` is one of a newspaper."""
    text = f"{words} said no."
    marked = MARKS["who"]({}, Selection("x", text, (0, len(words))), registered)
    assert marked.new_actor == name


def test_a_day_too_far_from_its_source_to_tell_its_year_says_so(registered):
    """It is a date, and nobody guesses of which year."""
    text = "Since February 24, aid was given."
    marked = MARKS["when"]({}, Selection("x", text, (6, 17), dt.date(2022, 7, 19)), registered)
    assert "reported" not in marked.fields["when"]
    assert "have no year" in marked.said


def test_the_first_actor_begins_it_and_the_role_of_the_next_is_left_open(mark):
    """The same one again is the same, with one claim more."""
    event = mark({}, ("claim", WORDS), ("who", "the U.S. has"), ("who", "Ecuador’s security"), ("who", "the U.S. has"))
    assert [(part["actor"], part.get("role"), len(part["claims"])) for part in event["who"]] == [
        ("united-states", "initiator", 1),
        ("ecuador", None, 1),
    ]


def test_who_says_a_claim_is_somebody_of_the_registry_or_the_sources_words(mark, registered):
    """The claim that has the words becomes a statement."""
    event = mark(
        {}, ("claim", "‘If they invite us, we will consider such an option,’ Rubio reiterated"), ("speaker", "Rubio")
    )
    ((_, claim),) = event["claims"].items()
    assert (claim["kind"], claim["by"]) == ("statement", "marco-rubio")
    text = "“It is closed,” a clerk said."
    claim = {"text": "It is closed.", "quotes": [{"source": "s", "exact": text}]}
    marked = MARKS["speaker"]({"claims": {"closed": claim}}, Selection("s", text, (16, 23)), registered)
    assert marked.fields["claims"]["closed"] == {**claim, "kind": "statement", "by_as_reported": "a clerk"}


def test_a_claim_can_have_a_second_quote_and_an_actor_or_place_by_choice(mark, select):
    """Of the last claim, or of the registry, whatever the words call it."""
    event = mark({}, ("claim", WORDS))
    event = mark_quote(event, select("This funding is earmarked"), "announced-million").fields
    assert [each["exact"] for each in event["claims"]["announced-million"]["quotes"]][1] == "This funding is earmarked"
    event = choose_place(event, select("the U.S. has announced"), "washington").fields
    assert event["where"] == {"reported": "washington", "claims": ["announced-million"]}
    event = choose_actor(event, select("Sommerville"), "gabriela-sommerfeld").fields
    assert event["who"][0]["actor"] == "gabriela-sommerfeld"


def test_an_amount_in_words_alone_stays_words(registered):
    """`hundreds` is no number."""
    text = "Hundreds of pilgrims came."
    marked = MARKS["how-much"]({}, Selection("s", text, (0, 20)), registered)
    assert marked.fields["amounts"] == {
        "count": {"as_reported": "Hundreds of pilgrims", "claims": ["hundreds-pilgrims"]}
    }


@pytest.mark.parametrize(
    ("text", "words", "most"),
    [
        ("It gave $5 million to the port.", "$5 million", 1),
        ("Hundreds of pilgrims came.", "Hundreds of pilgrims", 1),
        ("It killed 3 people and wounded 3 more.", "3", 2),
    ],
)
def test_words_marked_once_more_as_an_amount_make_no_second_one(text, words, most, registered):
    """A claim has as many equal amounts as its quotes have such words, and what was added to one stays."""
    selection = Selection("s", text, (text.index(words), text.index(words) + len(words)))
    event = MARKS["claim"]({}, Selection("s", text, (0, len(text) - 1)), registered).fields
    for _ in range(most):
        event = MARKS["how-much"](event, selection, registered).fields
    assert len(event["amounts"]) == most
    for amount in event["amounts"].values():
        amount.setdefault("reported", {})["qualifier"] = "about"
    again = MARKS["how-much"](event, selection, registered)
    assert again.fields == event
    assert "already" in again.said
    assert again.focus.split("/")[1] in event["amounts"]


def test_what_is_given_is_never_changed_in_place(mark):
    """Whoever holds the draft before has it as it was."""
    before = mark({}, ("claim", WORDS))
    kept = repr(before)
    mark(before, ("how-much", "$13.5 million"), ("who", "the U.S. has announced"))
    assert repr(before) == kept

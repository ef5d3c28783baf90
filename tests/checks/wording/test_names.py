"""The names of a claim are in its quotes: ordinary words, and other spellings of a name, are no other names."""

import pytest

NAMES = {"name-not-quoted", "first-word-not-quoted", "title-name-not-claimed", "actor-not-quoted"}


def of_names(codes):
    """The problems of names alone."""
    return [code for code in codes if code in NAMES]


@pytest.mark.parametrize(
    "actor",
    ["", "Omani oil broker, kind: person", "Oil Company of Oman, kind: company", "National Oil Company, kind: company"],
)
def test_an_ordinary_word_of_a_registered_name_is_no_name_by_itself(actor, codes_of):
    """“Oil” begins a sentence: it may be a name before a verb, and certainly is one only with the rest of it."""
    actors = f"broker: {{name: {actor}}}" if actor else ""
    quote = "Petroleum revenue fell by a third."
    assert of_names(codes_of(quote, "Oil fell by a third.", actors=actors)) == ["first-word-not-quoted"]
    assert of_names(codes_of(quote, "Oil revenue fell by a third.", actors=actors)) == []


@pytest.mark.parametrize(
    ("name", "claim"),
    [
        ("Oil Company of Oman, kind: company", "Oil Company of Oman revenue fell by a third."),
        ("Hassan Oil, kind: person", "Oil lost a third of the revenue."),
        ("Petrom, kind: company", "Petrom revenue fell by a third."),
    ],
)
def test_all_of_a_registered_name_is_one_at_the_beginning_too(name, claim, codes_of):
    """A whole name, a name of one word, the last name of a person."""
    codes = codes_of("Petroleum revenue fell by a third.", claim, actors=f"broker: {{name: {name}}}")
    assert "name-not-quoted" in codes


@pytest.mark.parametrize(
    ("quote", "claim", "actor"),
    [
        ("The Labour Party won the vote.", "The Labor Party won the vote.", ""),
        ("The Labour Party won the vote.", "The Labor Party won the vote.", "Labor Party, kind: party"),
        ("The Labor Party won the vote.", "The Labour Party won the vote.", "Labour Party, kind: party"),
        (
            "The Organization of American States met in May.",
            "The Organisation of American States met in May.",
            "Organisation of American States, kind: international-organisation",
        ),
        ("He went to the World Trade Centre.", "He went to the World Trade Center.", ""),
        ("He went to Pearl Harbor.", "He went to Pearl Harbour.", ""),
        ("The World Food Programme met.", "The World Food Program met.", ""),
    ],
)
def test_british_and_american_spelling_make_no_other_name(quote, claim, actor, codes_of):
    """In the claim, and for whoever is registered by the other spelling."""
    fields = "who: [{actor: body, role: initiator, claims: [one]}]" if actor else ""
    assert of_names(codes_of(quote, claim, actors=f"body: {{name: {actor}}}" if actor else "", fields=fields)) == []


@pytest.mark.parametrize(
    ("quote", "claim"),
    [
        ("The Labour Party won the vote.", "The Liberal Party won the vote."),
        ("The Organization of American States met.", "The Organisation of African States met."),
        ("He went to the World Trade Centre.", "He went to the World Trade Court."),
    ],
)
def test_another_name_is_told_whatever_the_spelling(quote, claim, codes_of):
    """One word of it is another."""
    assert of_names(codes_of(quote, claim)) == ["name-not-quoted"]

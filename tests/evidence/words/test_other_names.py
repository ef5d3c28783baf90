"""Other words for a name that a text has."""

import pytest

from dashboard.evidence.words import Words, is_named_otherwise


def named(text: str, name: str, given: str) -> bool:
    """Whether a name in a text stands for what other words name."""
    word = next(each for each in Words(text).names if each.text == name)
    return is_named_otherwise(word, text, Words(given).keys, given)


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("Talks with Seoul went on.", "Seoul", "talks with South Korea"),
        ("The Kremlin was angry.", "Kremlin", "Russia was angry"),
        ("Russia rejected the plan.", "Russia", "The Kremlin rejected the plan"),
        ("The Russian government rejected it.", "Russian", "Moscow rejected the plan"),
        ("The United States agreed.", "United", "The White House agreed"),
        ("South Korea agreed.", "Korea", "Seoul agreed"),
        ("Washington agreed.", "Washington", "The White House agreed"),
        ("Ukraine agreed.", "Ukraine", "talks with Kyiv"),
        ("Japan protested to Peru.", "Peru", "Tokyo protested to Lima"),
        ("Tokyo formally protested to Lima.", "Lima", "Japan formally protested to Peru"),
        ("Poland complained again to Ukraine.", "Ukraine", "Warsaw complained again to Kyiv"),
        ("An ultimatum to Iran", "Iran", "an ultimatum to Tehran"),
        ("The Anglo-French company", "Anglo", "the joint British-French enterprise"),
        ("governments of Southeast Asia", "Southeast", "governments of South East Asia"),
        ("the West Bank of Berlin", "West", "western Berlin"),
    ],
)
def test_a_name_may_be_said_otherwise(text, name, given):
    """The seat of a government for the country, half of a double name, a point of the compass."""
    assert named(text, name, given)


@pytest.mark.parametrize(
    ("text", "name", "given"),
    [
        ("A bomb went off in Washington.", "Washington", "The White House was bombed"),
        ("A bomb went off in Seoul.", "Seoul", "a bomb in South Korea"),
        ("Moscow was angry.", "Moscow", "Ukraine was angry"),
        ("A bomb went off in Russia.", "Russia", "A bomb went off near the Kremlin"),
        ("Russia was bombed.", "Russia", "A bomb went off in Moscow"),
        ("The envoy flew to Peru.", "Peru", "The envoy flew to Lima"),
        ("Protesters marched to Lima.", "Lima", "protesters marched to Peru"),
        ("Japan protested to Peru.", "Peru", "Tokyo protested in Lima"),
        ("Russia was angry.", "Russia", "Kyiv was angry"),
        ("The Sino-French company", "Sino", "the joint British-French enterprise"),
        ("governments of Northeast Asia", "Northeast", "governments of South East Asia"),
    ],
)
def test_a_place_is_no_government_and_another_name_no_other_word(text, name, given):
    """In Seoul is not in all of South Korea."""
    assert not named(text, name, given)

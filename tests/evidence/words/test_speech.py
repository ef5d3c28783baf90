"""Speech is told, and who speaks."""

import pytest

from dashboard.evidence.words.speech import TELLING, attribution_words, speakers_in, spoken_words


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Rubio said so.", ["Rubio"]),
        ("On Thursday, Marco Rubio also warned of it.", ["Marco Rubio"]),
        ("According to Ana Ruiz, it stands.", ["Ana Ruiz"]),
        ("The base was closed.", []),
        ("He said so.", ["He"]),
    ],
)
def test_who_speaks_stands_before_the_verb(text: str, who: list[str]) -> None:
    """Or behind `according to`."""
    assert [speaker.text for speaker in speakers_in(text)] == who


@pytest.mark.parametrize(
    ("text", "words"),
    [("Officials said so.", "said"), ("according to him", "according to"), ("It was closed in 2009.", "")],
)
def test_words_of_telling_put_it_into_a_mouth(text: str, words: str) -> None:
    """And each of them begins with a word by which a text is looked at closely."""
    assert attribution_words(text) == words
    assert not words or not TELLING.isdisjoint(text.lower().split())


def test_spoken_words_are_four_or_more() -> None:
    """A name or a term in quotation marks is no speech."""
    assert spoken_words("the “Formosa Resolution” passed") == ""
    assert spoken_words("‘We kept our word today,’ he added") == "‘We kept our word today,’"
    assert spoken_words('he added: "We kept our word today."') == '"We kept our word today."'


def test_what_stands_between_two_terms_is_no_speech() -> None:
    """Quotation marks that look the same at both ends are told apart by the spaces about them."""
    assert spoken_words('the "quay" of Lorne fell into the "sea"') == ""

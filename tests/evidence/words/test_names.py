"""Names are told from other words, and known again in their other forms."""

from itertools import permutations

import pytest

from dashboard.evidence.words.names import (
    Keys,
    NameIndex,
    alike,
    initials_of,
    key_of,
    last_name,
    name_words,
    spelled_out,
    stands_in,
    words_of,
)
from dashboard.model.vocabularies import COUNTRY_FORMS


def test_words_with_a_capital_are_names_unless_they_begin_a_sentence() -> None:
    """A possessive ending, dots and diacritics do not matter; what a hyphen joins is a word each."""
    words = name_words("Analysts met Félix Tshisekedi’s men. In London, Kellogg-Briand was signed by the U.S. side.")
    assert [(word.key, word.begins_sentence) for word in words] == [
        ("analysts", True),
        ("felix", False),
        ("tshisekedi", False),
        ("in", True),
        ("london", False),
        ("kellogg", False),
        ("briand", False),
        ("us", False),
    ]


def test_what_is_no_letter_begins_no_name() -> None:
    """Fractions, raised digits and numbers between signs have no capital."""
    assert name_words("½ of it, ²³, Ⅷ and 4-½") == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ecuador", "ecuadorian", True),
        ("korea", "korean", True),
        ("china", "chinese", True),
        ("manta", "manila", False),
        ("austria", "australia", False),
        ("iran", "iraq", False),
        ("slovakia", "slovenia", False),
        ("niger", "nigerian", False),
        ("niger", "nigerien", True),
        ("nigeria", "nigerian", True),
        ("dominica", "dominican", True),
        ("guinea", "guinean", True),
        ("mauritania", "mauritian", False),
    ],
)
def test_forms_of_a_name_are_alike(one: str, other: str, same: bool) -> None:
    """An adjective is its country's; two countries are never each other's."""
    assert alike(one, other) is same


@pytest.mark.parametrize("forms", COUNTRY_FORMS, ids=lambda forms: forms[0])
def test_every_form_of_a_country_says_each_of_the_others(forms: tuple[str, ...]) -> None:
    """A text with one of them has the words of all: “Salvadoran” is “of El Salvador”."""
    for one, other in permutations(forms, 2):
        assert all(map(Keys(spelled_out(words_of(one))).have, words_of(other)))


def test_nearly_every_country_of_the_world_has_its_forms() -> None:
    """Some small ones have no adjective that texts would use."""
    names = {name for forms in COUNTRY_FORMS for name in forms}
    assert {"Bhutanese", "Fijian", "Ghanaian", "Hungarian", "Malagasy", "Nepali", "Togolese", "Zambian"} <= names


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the ROK’s answer", "korea"),
        ("American troops", "united"),
        ("United States", "american"),
        ("the DPRK", "north"),
        ("French ships", "france"),
        ("the European Union", "eu"),
    ],
)
def test_countries_are_known_by_all_their_names(text: str, key: str) -> None:
    """What a text calls a country stands for what else it is called."""
    assert key in spelled_out(words_of(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Côte d’Ivoire", "Ivoire"),
        ("in L'Aquila", "Aquila"),
        ("N'Djamena", "Djamena"),
        ("O’Brien", "Brien"),
        ("nell'Emilia", "Emilia"),
    ],
)
def test_a_name_behind_an_article_is_a_word_of_its_own(text, name):
    """Where the article has lost its vowel, both stand as one word."""
    assert key_of(name) in words_of(text)
    assert key_of("t") not in words_of("They don't")


def test_one_korea_is_not_the_other() -> None:
    """Two countries that share a word stay apart."""
    assert "north" not in spelled_out(words_of("the Republic of Korea"))


def test_initials_are_of_whole_names() -> None:
    """`of` and `the` are passed over."""
    assert {"un", "oas"} <= initials_of("The United Nations and the Organization of American States")


def test_a_registered_name_is_known_in_other_words() -> None:
    """By any of the names, every word of it, in some form."""
    known = NameIndex({"actor/us": ("United States", "U.S."), "actor/rubio": ("Marco Rubio", "Rubio")})
    assert known.is_named("actor/rubio", Keys(words_of("Rubio said")))
    assert not known.is_named("actor/rubio", Keys(words_of("Marco said")))
    assert known.is_named("actor/us", Keys(spelled_out(words_of("American troops"))))


def test_those_named_are_found_among_many_of_one_word() -> None:
    """By the word of the name that is the rarest, in whatever form it stands there."""
    ports = {f"place/p{number}": (f"Port {number}x",) for number in range(1000)}
    known = NameIndex({**ports, "place/ec": ("Ecuador",), "place/us": ("U.S.", "United States")})
    keys = Keys(words_of("The U.S. left Port 7x for an Ecuadorian harbour; the States."))
    assert known.named_by(keys) == {"place/p7", "place/ec", "place/us"}
    assert known.named_by(keys) == {id_ for id_ in [*ports, "place/ec", "place/us"] if known.is_named(id_, keys)}


@pytest.mark.parametrize(
    ("name", "text", "whole", "stands"),
    [
        ("Niger", "The army of Nigeria left.", True, False),
        ("Niger", "The army of Niger’s north left.", True, True),
        ("Niger", "In Nigeria they left; Niger stayed.", True, True),
        ("Oman", "A MRoman. Romania, TheOman", True, False),
        ("Ecuador", "Ecuadorissa", False, True),
        ("Ecuador", "PostEcuador", False, False),
        ("中国", "他在中国政府", True, True),
        ("إيران", "وإيران", True, True),
        ("🚀", "x🚀y", True, True),
    ],
)
def test_a_name_stands_there_whole(name: str, text: str, whole: bool, stands: bool) -> None:
    """No name is read out of a longer one; scripts and languages that bind words to names apart."""
    assert stands_in(name, text, whole=whole) is stands


def test_the_last_name_is_the_family_s() -> None:
    """`Jr.` is none."""
    assert [last_name(name) for name in ("Antony J. Blinken", "Martin Luther King Jr.")] == ["Blinken", "King"]
    assert key_of("O’Brien’s") == "obrien"

"""Words as reported that name somebody else, or somewhere else, whom or which no registry knows."""

import pytest

from dashboard.checks.context import another_actor, another_place
from dashboard.model.registry import Actor, Place

FAR_KM = 300.0


def actor(name, kind="person", country="PE"):
    return Actor.model_validate({"id": "a", "name": name, "kind": kind, "country": country})


def place(name, latitude, longitude, country):
    point = {"latitude": latitude, "longitude": longitude, "precision": "city", "country": country}
    return Place.model_validate({"id": "p", "name": name, "sources": ["gazette"], **point})


RUIZ = actor("Ana Ruiz")
PERU, EGYPT = actor("Peru", "government"), actor("Egypt", "government", "EG")
ALEXANDRIA = place("Alexandria", 31.2, 29.92, "EG")
KOBE = place("Kobe", 34.69, 135.19, "JP")


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (RUIZ, "General Sato"),
        (RUIZ, "Prime Minister Haruto Sato"),
        (PERU, "Chilean marines"),
        (PERU, "the Chilean foreign ministry"),
        (EGYPT, "Ankara's navy"),
        (EGYPT, "A spokesman for Kenya"),
        (EGYPT, "troops from Sudan"),
    ],
)
def test_words_for_another_actor_are_told(of, words):
    """A person of another name, and the army, people or government of another country."""
    assert another_actor((of.name,), of, words)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (RUIZ, "General Ruiz"),
        (RUIZ, "General Ruis"),
        (RUIZ, "the general"),
        (RUIZ, "the Peruvian president"),
        (RUIZ, "the Chilean-born general"),
        (RUIZ, "Comandante Sombra"),
        (actor("Muammar Gaddafi", country="LY"), "Colonel Qadhafi"),
        (actor("International Court of Justice", "international-organisation", None), "Judge Sato"),
        (PERU, "Peruvian marines"),
        (PERU, "Lima"),
        (PERU, "President Sato"),
        (PERU, "the army"),
        (PERU, "Peruvian and Chilean forces"),
        (PERU, "the Andean country"),
        (EGYPT, "Cairo's navy"),
        (actor("Shining Path", "armed-group"), "Chilean rebels"),
    ],
)
def test_words_that_may_be_of_the_actor_pass(of, words):
    """In another spelling, without a name, by a name of war, or by those who act for a country."""
    assert another_actor((of.name,), of, words) == ""


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (ALEXANDRIA, "the bay of Osaka"),
        (ALEXANDRIA, "in the hills above Cusco"),
        (ALEXANDRIA, "off Mombasa"),
        (place("Ana Ruiz", 35.0, 136.0, "JP"), "General Sato"),
    ],
)
def test_words_for_somewhere_else_are_told(of, words):
    """Near a large town that is far away; and a person is no place."""
    assert another_place((of.name,), of, words, FAR_KM)


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (ALEXANDRIA, "the bay of Alexandria"),
        (ALEXANDRIA, "near Cairo"),
        (ALEXANDRIA, "the port"),
        (ALEXANDRIA, "at the General Assembly"),
        (ALEXANDRIA, "the village of Springfield"),
        (ALEXANDRIA, "near Egypt"),
        (KOBE, "the bay of Osaka"),
        (place("Koronadal", 6.5, 124.85, "PH"), "General Santos"),
    ],
)
def test_words_that_may_be_of_the_place_pass(of, words):
    """Near a town beside it, or of a place that is called by a title."""
    assert another_place((of.name,), of, words, FAR_KM) == ""

"""Whose words a claim gives: a speaker's name stands once, in the claim or before it."""

from copy import deepcopy

import pytest

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.outline.attribution import attribution
from dashboard.model.claim import Claim
from tests.briefing.conftest import case_of
from tests.briefing.one_event import BRIEFING, RAW, validation_of
from tests.briefing.words_in import words_in


def told(text, name, **fields):
    """In running text, and in the annex."""
    named = {"by": "them"} if name else {}
    claim = Claim.model_validate({"text": text, "kind": "statement", **named, **fields})
    names = {"them": name, "rubio": "Marco Rubio", "noboa": "Daniel Noboa", "trump": "Donald Trump"}
    return attribution(claim, names.__getitem__), attribution(claim, names.__getitem__, in_full=True)


@pytest.mark.parametrize(
    ("text", "name", "running", "annex"),
    [
        ("Marco Rubio said that it is so.", "Marco Rubio", "Statement", "Statement"),
        ("In Quito Rubio has said that it is so.", "Marco Rubio", "Statement", "Statement by Marco Rubio"),
        ("Rubio, who said so, left.", "Marco Rubio", "Statement", "Statement by Marco Rubio"),
        ("According to Rubio it is so.", "Marco Rubio", "Statement", "Statement by Marco Rubio"),
        ("The U.S. embassy said so.", "U.S. embassy in Quito", "Statement", "Statement by U.S. embassy in Quito"),
        ("“It is so,” said Rubio.", "Marco Rubio", "Statement", "Statement by Marco Rubio"),
        ("It is so, said Marco Rubio, and left.", "Marco Rubio", "Statement", "Statement"),
        ("Once there, they said Rubio would go.", "Marco Rubio", *["Statement by Marco Rubio"] * 2),
        ("It is so.", "Marco Rubio", "Statement by Marco Rubio", "Statement by Marco Rubio"),
        ("Rubio expects losses.", "Marco Rubio", "Statement", "Statement by Marco Rubio"),
        ("Marco Rubio fears that it is so.", "Marco Rubio", "Statement", "Statement"),
        ("Many of Rubio’s friends expect losses.", "Marco Rubio", *["Statement by Marco Rubio"] * 2),
        ("Marco Rubio left before they expected losses.", "Marco Rubio", *["Statement by Marco Rubio"] * 2),
        ("Noboa thanked Rubio.", "Marco Rubio", "Statement by Marco Rubio", "Statement by Marco Rubio"),
        ("Quito said so.", "U.S. embassy in Quito", *["Statement by U.S. embassy in Quito"] * 2),
        ("Carubio said so.", "Rubio", "Statement by Rubio", "Statement by Rubio"),
        ("A friend of Rubio said so.", "Rubio", "Statement by Rubio", "Statement by Rubio"),
    ],
)
def test_a_name_that_the_claim_has_speak_is_not_told_before_it(text, name, running, annex):
    """A name that stands there for another reason is no attribution; the annex has the whole name."""
    assert told(text, name) == (running, annex)


@pytest.mark.parametrize(
    "text",
    [
        "The minister of trade, Omar Aziz, thanked Ankara.",
        "On Thursday the minister of trade, Omar Aziz, also thanked Ankara.",
        "It rained. The newly elected minister, Omar Aziz, praised the plan.",
        "The retired general – Omar Aziz – warned of it.",
        "Turkey’s ambassador to Lorne, Omar Aziz, rejected it.",
        "Trade Minister Omar Aziz praised the plan.",
        "Omar Aziz, the minister of trade, thanked Ankara.",
        "Omar Aziz (Justice) called it a mistake.",
        "According to the minister of trade, Omar Aziz, it is so.",
        "“It is so,” said the minister of trade, Omar Aziz.",
        "“It is so,” said Trade Minister Omar Aziz, and left.",
    ],
)
def test_an_office_beside_the_name_is_no_reason_to_tell_it_again(text):
    """Before the name or behind it; in running text and in the annex."""
    assert told(text, "Omar Aziz") == ("Statement", "Statement")


@pytest.mark.parametrize(
    "text",
    [
        "Ankara thanked Omar Aziz.",
        "Ankara thanked the minister of trade, Omar Aziz, and left.",
        "Ankara praised the minister of trade, Omar Aziz, said officials.",
        "A letter to the minister of trade, Omar Aziz, said that it is so.",
        "Ankara, which met the minister, Omar Aziz, thanked him.",
        "In Ankara, Omar Aziz, said officials, was tired.",
        "The minister of trade, Omar Aziz, was in Ankara.",
        "Omar Aziz will go to Ankara.",
        "Omar Aziz’s plan was rejected.",
        "According to Omar Aziz’s aide it is so.",
        "According to the president, Omar Aziz will go.",
        "According to Ankara, Omar Aziz, a trader, left.",
        "“It is so,” said officials who met Omar Aziz.",
        "“It is so,” said Ankara of Omar Aziz.",
    ],
)
def test_whose_words_they_are_is_told_where_the_speaker_is_only_spoken_of(text):
    """Thanked, written to or described: a reader could not tell who says it."""
    assert told(text, "Omar Aziz") == ("Statement by Omar Aziz", "Statement by Omar Aziz")


@pytest.mark.parametrize(
    ("text", "name", "reported", "running", "annex"),
    [
        ("It is so.", "Ana Paz", "Ana Paz", "Statement by Ana Paz", "Statement by Ana Paz"),
        ("It is so.", "Ana Paz", "Pas", *["Statement by Ana Paz, in the words “Pas”"] * 2),
        ("Pas said so.", "Ana Paz", "Pas", "Statement by Ana Paz", "Statement by Ana Paz, in the words “Pas”"),
        ("It is so.", "", "a minister", "Statement by “a minister”", "Statement by “a minister”"),
        ("Yesterday a minister said so.", "", "a minister", "Statement", "Statement"),
        ("The ministry of works said so.", "", "the ministry of works", "Statement", "Statement"),
        ("Yesterday officials said so.", "", "Officials", "Statement", "Statement"),
        ("They thanked the ministry.", "", "The ministry", *["Statement by “The ministry”"] * 2),
    ],
)
def test_words_for_the_speaker_are_told_where_they_are_other_words(text, name, reported, running, annex):
    """The registry's name and the source's words for it, where they are the same, are one."""
    assert told(text, name, by_as_reported=reported) == (running, annex)


def test_a_fact_that_names_who_says_it_has_nothing_before_it():
    """No bare `Said`."""
    assert told("Rubio said so.", "Marco Rubio", kind="fact") == ("", "Said by Marco Rubio")


BOTH = ["noboa", "rubio"]
TOGETHER = "Statement by Daniel Noboa and Marco Rubio"


@pytest.mark.parametrize(
    ("text", "fields", "running", "annex"),
    [
        ("It is so.", {"by": BOTH}, TOGETHER, TOGETHER),
        ("Noboa and Rubio said so.", {"by": BOTH}, "Statement", TOGETHER),
        ("Daniel Noboa and Marco Rubio said so.", {"by": BOTH}, "Statement", "Statement"),
        (
            "Rubio, Trump and Noboa said so.",
            {"by": [*BOTH, "trump"]},
            "Statement",
            f"{TOGETHER[:25]}, Marco Rubio and Donald Trump",
        ),
        ("Noboa said so.", {"by": BOTH}, "Statement, also by Marco Rubio", TOGETHER),
        ("Noboa said so. Rubio said it, too.", {"by": BOTH}, "Statement", TOGETHER),
        ("It is so.", {"by": BOTH, "by_as_reported": "both men"}, *[f"{TOGETHER}, in the words “both men”"] * 2),
        (
            "It is so.",
            {"by": BOTH, "by_as_reported": ["Novoa", "Rubio"]},
            *["Statement by Daniel Noboa (“Novoa”) and Marco Rubio (“Rubio”)"] * 2,
        ),
        (
            "It is so.",
            {"by": "noboa", "by_as_reported": ["Daniel Noboa", "an aide"]},
            *["Statement by Daniel Noboa and “an aide”"] * 2,
        ),
        ("It is so.", {"by_as_reported": ["Officials", "traders"]}, *["Statement by “Officials” and “traders”"] * 2),
    ],
)
def test_several_speakers_are_told_together_and_each_once(text, fields, running, annex):
    """Those whom the text does not have say it; the source's words stand behind each, or behind all."""
    assert told(text, "", **fields) == (running, annex)


@pytest.mark.parametrize(
    ("text", "fields", "running", "annex"),
    [
        ("It is so.", {}, *["Statement by Donald Trump, quoted by Daniel Noboa"] * 2),
        (
            "Trump said so.",
            {},
            "Statement, quoted by Daniel Noboa",
            "Statement by Donald Trump, quoted by Daniel Noboa",
        ),
        (
            "Noboa said that it is so.",
            {},
            "Statement by Donald Trump, as quoted",
            "Statement by Donald Trump, quoted by Daniel Noboa",
        ),
        ("Noboa said that Trump had said so.", {}, "Statement", "Statement by Donald Trump, quoted by Daniel Noboa"),
        ("Trump said so.", {"kind": "fact"}, "Quoted by Daniel Noboa", "Said by Donald Trump, quoted by Daniel Noboa"),
        ("Noboa said that Trump had said so.", {"kind": "fact"}, "", "Said by Donald Trump, quoted by Daniel Noboa"),
        (
            "It is so.",
            {"quoted_by_as_reported": "Novoa"},
            *["Statement by Donald Trump, quoted by Daniel Noboa (“Novoa”)"] * 2,
        ),
        (
            "It is so.",
            {"quoted_by": None, "quoted_by_as_reported": "an aide"},
            *["Statement by Donald Trump, quoted by “an aide”"] * 2,
        ),
    ],
)
def test_who_passes_words_on_is_told_behind_the_speaker(text, fields, running, annex):
    """Unless the text has it already: each name stands once."""
    assert told(text, "", **{"by": "trump", "quoted_by": "noboa", **fields}) == (running, annex)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_who_quotes_the_speaker(seed, form, tmp_path, tool):
    """Behind the speaker, in the sentence and in the entry of the annex or the notes."""
    raw = deepcopy({kind: dict(records) for kind, records in RAW.items()})
    raw["events"]["main"]["claims"]["closed"] |= {"by_as_reported": None, "quoted_by": "ben"}
    words = words_in(form, case_of(BRIEFING, validation_of(raw, seed.workspace), drawn=False), tmp_path, tool)
    assert words.count("by Ana Paz, quoted by Ben") == words.count("by Ana Paz") > 1


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_prints_a_speaker_once(seed, form, tmp_path, tool):
    """In the sentence, and in the entry of the annex or the notes."""
    raw = deepcopy({kind: dict(records) for kind, records in RAW.items()})
    raw["events"]["main"]["claims"]["closed"]["text"] = "Ana Paz said that the base closed in 2009."
    words = words_in(form, case_of(BRIEFING, validation_of(raw, seed.workspace), drawn=False), tmp_path, tool)
    assert "Ana Paz said that the base closed" in words
    assert "by Ana Paz" not in words
    assert "words “Ana Paz”" not in words

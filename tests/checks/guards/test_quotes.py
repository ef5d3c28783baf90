"""Quotes say something, and say it of what the claim is about; and not in a headline."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
MINE = ("quote-too-short", "quote-of-other-words", "quote-not-from-body")


def codes(problems):
    return [each.code for each in problems if each.code in MINE]


def source(text, more="language: en\n"):
    digest = hashlib.sha256(text.encode()).hexdigest()
    described = f"kind: report\ntext: {{sha256: {digest}, characters: {len(text)}}}\n"
    return {"seeds/report.txt": text, "seeds/report.yaml": described + more}


def claiming(text, exact, more=""):
    return f"{more}claims:\n  c:\n    text: {text}\n    quotes: [{{source: report, exact: '{exact}'}}]\n"


@pytest.mark.parametrize(
    ("exact", "short"),
    [
        ("the ferry sank", False),
        ("ferry – sank", True),
        ("U.S.-built ferry sank", False),
        ("the — ferry … sank", False),
        ("渡船沉没于港口外", False),
        ("渡船沉没", True),
        ("フェリーが港の外で沈没した", False),
        ("เรือข้ามฟากจมลงนอกท่าเรือ", False),
        ("เรือจม", True),
        ("페리가 항구에서 침몰했다", False),
        ("페리 침몰", True),
        ("العبارة غرقت أمس", False),
    ],
)
def test_a_quote_has_three_words_in_any_script(found, exact, short):
    """What stands between spaces is counted as words; without spaces, two characters are one, or four of Thai."""
    event = claiming("The ferry sank outside the port.", exact)
    problems = found(event, files=source(f"{exact}\n", more=""))
    assert codes(problems) == (["quote-too-short"] if short else [])


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("The ferry sank.", "it was sinking when the ferries came"),
        ("The mine was closed.", "the closure of the plant"),
        ("There were twenty of them on the boat.", "a total of 20 had been seen"),
        ("The Americans were told of it.", "which the United States had heard"),
        ("The DPRK was blamed for it.", "they blamed the North Korean side"),
        ("El transbordador se ha perdido cerca del puerto.", "the ferry sank outside"),
        ("Resigned.", "she left the office"),
    ],
)
def test_a_word_in_any_form_is_a_word_of_the_claim(found, text, exact):
    """Forms of a word, numbers written out and names of a country's people count; other languages are left alone."""
    assert codes(found(claiming(text, exact), files=source(f"{exact}\n"))) == []


def test_a_quote_may_give_the_year_alone(found):
    """By which the claim says “the following year”; it is about something else where the claim counts from no year."""
    exact = "since the two countries fought over land in 1941"
    by_year = claiming("A pact of January sealed the loss, the following year.", exact)
    assert codes(found(by_year, files=source(f"{exact}\n"))) == []
    assert codes(found(claiming("A pact sealed the loss.", exact), files=source(f"{exact}\n"))) == [
        "quote-of-other-words"
    ]


def test_words_of_other_languages_are_not_compared(found):
    """A claim in English may rest on a quote in Spanish, Russian or Chinese."""
    text = "The ferry sank outside the harbour of the town."
    for exact, language in [("el barco se hundió ayer", "es"), ("паром затонул вчера", "ru")]:
        assert codes(found(claiming(text, exact), files=source(f"{exact}\n", f"language: {language}\n"))) == []
    assert codes(found(claiming(text, "паром затонул вчера"), files=source("паром затонул вчера\n"))) == []


def test_what_a_record_has_beside_the_claim_counts(found):
    """A quote may give the speaker, or the day, of which the claim's text does not speak."""
    text = "The harbour was to be given to the town."
    eighty_seven = "assessed: {value: 87, unit: people, basis: quoted, claims: [c]}"
    for exact, more in [
        ("By Ana Ruiz, in office", "who: [{actor: ana-ruiz, role: initiator, claims: [c]}]\n"),
        ("Monday, 4 May 2021", 'when: {reported: "2021-05-04", claims: [c]}\n'),
        ("a total of 87 had been seen there", f"amounts: {{k: {{{eighty_seven}}}}}\n"),
    ]:
        assert codes(found(claiming(text, exact, more), files=source(f"{exact}\n"))) == []
        assert codes(found(claiming(text, exact), files=source(f"{exact}\n"))) == ["quote-of-other-words"]


def test_a_quote_may_say_it_all_in_other_words(found):
    """Where one of them means about the same as a word of the claim."""
    text = "The government of the island is prepared for a storm."
    for exact, is_told in [("We are ready and have the boats in the water", False), ("We sang and had the soup", True)]:
        assert codes(found(claiming(text, exact), files=source(f"{exact}\n"))) == ["quote-of-other-words"] * is_told


@pytest.mark.parametrize(
    ("exact", "message"),
    [
        ("Quays for Lorne", "the words are in a headline of report"),
        ("Quays for Lorne The port will", "the words are partly in a headline of report"),
        ("The port will have quays.", None),
    ],
)
def test_only_what_overlaps_a_marked_part_is_from_it(found, exact, message):
    """A quote that begins in a headline is from it; one that stands just behind is not."""
    files = source("Quays for Lorne\nThe port will have quays.\n", "parts: [{as: headline, exact: Quays for Lorne}]\n")
    problems = found(claiming("The port of Lorne will have quays.", exact), files=files)
    assert [each.message for each in problems if each.code in MINE] == ([message] if message else [])

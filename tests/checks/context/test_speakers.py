"""Who says it, by the words."""

import hashlib
from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
ACTORS = """\
ana-ruiz: {name: Ana Ruiz, kind: person, country: EC}
ivan-petrov: {name: Ivan Petrov, kind: person}
lorne: {name: Port of Lorne, kind: company}
"""
EVENT = """\
claims:
  said:
    text: {text}
    {more}
    quotes: [{quotes}]
"""


def codes(found, text, quotes, more):
    """What is wrong with a claim on a report that consists of its quotes."""
    report = "\n".join(quotes) + "\n"
    files = {
        "seeds/report.txt": report,
        "seeds/report.yaml": (
            "kind: report\nlanguage: en\n"
            f"text: {{sha256: {hashlib.sha256(report.encode()).hexdigest()}, characters: {len(report)}}}\n"
        ),
        "events/registry/actors.yaml": ACTORS,
    }
    listed = ", ".join(f'{{source: report, exact: "{quote}"}}' for quote in quotes)
    problems = found(event=EVENT.format(text=text, more=more, quotes=listed), files=files)
    return [each.code for each in problems if each.file == "events/case/case.yaml"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "The harbour would close.",
            ["The harbour would close, so Ana Ruiz, who said it to Ivan Petrov."],
        ),
        ("The harbour would close.", ["Ivan Petrov was with her.", "Ana Ruiz announced that the harbour would close."]),
        (
            "The harbour would close.",
            ["Minister Ana Ruiz received Ivan Petrov.", "The Minister announced that the harbour would close."],
        ),
        (
            "Ivan Petrov was asked to go.",
            ["Ivan Petrov was at a loss.", "Then she demanded that Ivan Petrov go, before Ana Ruiz went herself."],
        ),
    ],
)
def test_who_speaks_by_the_quotes_is_who_says_it(found, text, quotes):
    """As `NAME, who said`; at the beginning of a second quote; by office alone; and not who is named behind `she`."""
    assert codes(found, text, quotes, "kind: statement\n    by: ivan-petrov") == ["speaker-differs"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "The harbour would close.",
            ["The harbour would close, so Ana Ruiz, who said it to Ivan Petrov."],
        ),
        ("The harbour would close.", ["Ivan Petrov was with her.", "Ana Ruiz announced that the harbour would close."]),
        (
            "The harbour would close.",
            ["Minister Ana Ruiz received Ivan Petrov.", "The Minister announced that the harbour would close."],
        ),
        ("Ivan Petrov was asked to go.", ["Ana Ruiz was at a loss.", "Then she demanded that Ivan Petrov go."]),
        ("Ivan Petrov was asked to go.", ["Ana Ruiz came. Then she said it was over.", "Ivan Petrov went."]),
    ],
)
def test_who_does_speak_is_not_struck(found, text, quotes):
    """The same words, and the one who says them."""
    assert "speaker-differs" not in codes(found, text, quotes, "kind: statement\n    by: ana-ruiz")


def test_a_text_without_by_names_who_speaks_in_its_quotes(found):
    """Also where a claim is kept as a fact that somebody said it."""
    quotes = ["Ana Ruiz announced that the harbour would close. Ivan Petrov left the harbour."]
    assert codes(found, "Ivan Petrov announced that the harbour would close.", quotes, "kind: fact") == [
        "speaker-differs"
    ]
    assert codes(found, "Ana Ruiz announced that the harbour would close.", quotes, "kind: fact") == []


@pytest.mark.parametrize(
    ("quotes", "is_somebody_s"),
    [
        (["In recent days we have closed the harbour of Lorne."], True),
        (["I have closed the harbour of Lorne."], True),
        (["In World War I the harbour of Lorne was closed."], False),
        (["The harbour of Lorne is closed.", "Ana Ruiz, Minister of Works"], True),
        (["The harbour of Lorne is closed.", "Manta, Ecuador"], False),
        (["The harbour of Lorne is closed.", "Ana Ruiz, the Minister of Works, was there"], False),
    ],
)
def test_whoever_speaks_of_themselves_or_signs_it_says_it(found, quotes, is_somebody_s):
    """Words in the first person are somebody's, and so are those beside which nothing but their name is quoted."""
    struck = codes(found, "The harbour of Lorne was closed.", quotes, "kind: fact")
    assert ("said-as-fact" in struck) is is_somebody_s


BOTH = "kind: statement\n    by: [ana-ruiz, ivan-petrov]"


@pytest.mark.parametrize(
    ("quotes", "more", "expected"),
    [
        (["Ana Ruiz and Ivan Petrov said that the harbour would close."], BOTH, []),
        (["Ana Ruiz said that the harbour would close.", "Ivan Petrov said the same."], BOTH, []),
        (["Standing beside Ivan Petrov, Ana Ruiz said that the harbour would close."], BOTH, []),
        (["Ana Ruiz told Ivan Petrov that the harbour would close, and Petrov agreed."], BOTH, []),
        (["The two of them said that the harbour would close."], f"{BOTH}\n    by_as_reported: The two of them", []),
        (
            ["Ana Ruiz and officials said that the harbour would close."],
            "kind: statement\n    by: ana-ruiz\n    by_as_reported: [Ana Ruiz, officials]",
            [],
        ),
        (["Ana Ruiz said that the harbour would close."], BOTH, ["speaker-not-quoted"]),
        (["Ana Ruiz told Minister Ivan Petrov that the harbour would close."], BOTH, ["speaker-differs"]),
        (
            ["The Port of Lorne said that Ana Ruiz and Ivan Petrov were right that the harbour would close."],
            BOTH,
            ["speaker-differs"],
        ),
        (
            ["Ana Ruiz said that the harbour would close."],
            f"{BOTH}\n    by_as_reported: The two of them",
            ["as-reported-not-quoted"],
        ),
        (
            ["Ana Ruiz and officials said that the harbour would close."],
            "kind: statement\n    by: ana-ruiz\n    by_as_reported: [Ana Ruiz, traders]",
            ["as-reported-not-quoted"],
        ),
    ],
)
def test_everybody_who_says_it_is_named(found, quotes, more, expected):
    """Each by a name or by the words for them all; who is only spoken to, or stands in other words, does not say it."""
    assert codes(found, "The harbour would close.", quotes, more) == expected


QUOTED = "kind: statement\n    by: ivan-petrov\n    quoted_by: ana-ruiz"
SWAPPED = "kind: statement\n    by: ana-ruiz\n    quoted_by: ivan-petrov"
PASSED_ON = [
    "Ana Ruiz said that Ivan Petrov had promised her two cranes.",
    "Ana Ruiz said Petrov promised two cranes.",
    "Ana Ruiz told reporters in Lorne on Tuesday that Mr Petrov, the trader, had promised two cranes.",
    "Ana Ruiz, who said that Petrov had promised two cranes, left.",
    "According to Ana Ruiz, Petrov had promised two cranes.",
    "Petrov had promised two cranes, according to Minister Ana Ruiz.",
    "Ana Ruiz quoted Ivan Petrov as saying that he would send two cranes.",
    "Ivan Petrov was quoted by Ana Ruiz as saying that he would send two cranes.",
]


@pytest.mark.parametrize("quote", PASSED_ON)
def test_who_passes_words_on_is_not_who_said_them(found, quote):
    """The other way round is struck, however a text says that one quotes the other."""
    assert codes(found, "There would be two cranes.", [quote], QUOTED) == []
    assert codes(found, "There would be two cranes.", [quote], SWAPPED) == ["speaker-differs"]


@pytest.mark.parametrize(
    ("quote", "more", "expected"),
    [
        ("Ana Ruiz said that a friend of Petrov had promised two cranes.", QUOTED, []),
        ("Ana Ruiz said that Petrov wanted two cranes.", QUOTED, []),
        ("Ana Ruiz thanked Petrov. Petrov promised two cranes.", QUOTED, []),
        (
            "Petrov, an aide said, had promised two cranes.",
            "kind: statement\n    by: ivan-petrov\n    quoted_by_as_reported: an aide",
            [],
        ),
        ("Petrov had promised two cranes.", QUOTED, ["speaker-not-quoted"]),
        (
            "Petrov, an aide said, had promised two cranes.",
            "kind: statement\n    by: ivan-petrov\n    quoted_by_as_reported: a friend",
            ["as-reported-not-quoted"],
        ),
        ("The Port of Lorne said that Petrov had promised Ana Ruiz two cranes.", QUOTED, ["speaker-differs"]),
        (
            "The Port of Lorne said that there would be two cranes for Ana Ruiz and for Petrov.",
            QUOTED,
            ["speaker-differs"],
        ),
        (
            "Petrov had promised two cranes.",
            "kind: statement\n    by: ivan-petrov\n    quoted_by: ivan-petrov",
            ["quotes-nobody"],
        ),
        (
            "An aide and Petrov had promised two cranes.",
            "kind: statement\n    by_as_reported: An aide\n    quoted_by_as_reported: An aide",
            ["quotes-nobody"],
        ),
    ],
)
def test_who_quotes_the_speaker_is_named_and_quotes_him(found, quote, more, expected):
    """By a name or by the source's words; where words have somebody else quote him, that is told."""
    assert codes(found, "There would be two cranes.", [quote], more) == expected


def test_a_text_may_name_who_quotes_the_speaker_alone(found):
    """The speaker is then whom the quotes name; somebody else is none of the two."""
    quotes = ["Ana Ruiz said that Ivan Petrov wanted to send two cranes to the Port of Lorne."]
    assert codes(found, "Ana Ruiz said that there would be two cranes.", quotes, QUOTED) == []
    assert codes(found, "The Port of Lorne said that there would be two cranes.", quotes, QUOTED) == ["speaker-differs"]

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

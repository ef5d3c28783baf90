"""People are called what they were."""

from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
ACTORS = """\
lorne: {name: Port of Lorne, kind: company}
ana-ruiz:
  name: Ana Ruiz
  kind: person
  aliases: [Ruiz]
  sources: [gazette]
  offices: [{title: Minister of Works, when: "2019/2022"}, {title: President of Ecuador, when: "2022-06-01/2025-05-31"}]
bo-lee:
  {name: Bo Lee, kind: person, sources: [gazette], offices: [{title: President of Ecuador, when: "2025-06-01/.."}]}
old-ruiz:
  {name: Old Ruiz, kind: person, aliases: [Ruiz], sources: [gazette], offices: [{title: U.S. Consul, when: 1990/1995}]}
eva: {name: Eva Paz, kind: person, sources: [gazette], offices: [{title: Consul}, {title: Judge, when: "2001~"}]}
"""


def called(found, text, date, *, published="", names_it=False):
    files = {
        "events/registry/actors.yaml": ACTORS,
        "seeds/paper.yaml": "kind: article\n" + (f"published: '{published}'\n" if published else ""),
    }
    when = f"when: {{assessed: {{date: '{date}', basis: external, sources: [gazette]}}"
    event = f"{when}{', claims: [c]' if names_it else ''}}}\nclaims:\n  c: {{text: '{text}.', sources: [paper]}}\n"
    return [each.message for each in found(event, files=files) if each.code == "office-not-held"]


@pytest.mark.parametrize(
    ("text", "date", "wrong"),
    [
        ("President Ana Ruiz came", "2023-05-01", False),
        ("President Ana Ruiz came", "2022", False),
        ("President Ana Ruiz came", "2021-05-04", True),
        ("President Ruiz’s ship came", "2021-05-04", True),
        ("Ecuador’s president Ana Ruiz came", "2026", True),
        ("President Bo Lee came", "2025-05-01", True),
        ("President Bo Lee came", "2030", False),
        ("President Ana Ruiz came", "2021~", False),
        ("Minister of Works Ana Ruiz came", "2024", True),
        ("Minister Ana Ruiz came", "2024", False),
        ("Vice President Ana Ruiz came", "2021", False),
        ("Would-be President Ana Ruiz came", "2021", False),
        ("President Ana Ruizova came", "2021", False),
        ("İİ: President Ana Ruiz came to İzmir", "2021-05-04", True),
        ("Consul Ruiz came", "1980", True),
        ("Consul Eva Paz came", "1980", False),
        ("Judge Eva Paz came", "1980", False),
        ("President Ana Ruiz, who was elected in 2022, came", "2021", False),
        ("then-President Ana Ruiz came", "2021", True),
        ("then-President Ana Ruiz had asked for it", "2026", False),
        ("former President Ana Ruiz came", "2023", False),
        ("Ana Ruiz, a future president, came", "2021", False),
    ],
)
def test_an_office_is_that_of_the_time(found, text, date, wrong):
    """Titles before a name, then- and former are understood; times in doubt or not given say nothing."""
    assert bool(called(found, text, date)) is wrong


def test_words_may_call_people_what_they_are_when_it_is_told(found):
    """In 2024 one may write that President Ruiz opened a harbour as a minister; in 2020 nobody could."""
    assert called(found, "President Ana Ruiz opened it", "2021", published="2024-03-01") == []
    assert called(found, "President Ana Ruiz opened it", "2021", published="2021-05-05") == [
        "“President Ana Ruiz” is not of this time: by the registry, Ana Ruiz held the office 1 June 2022 to 31 May 2025"
    ]


def test_then_is_the_time_of_the_event_where_the_claim_gives_it(found):
    """Of another time than the event's, `then` may be said in a claim that does not give the event's date."""
    assert called(found, "It closed under then-President Ana Ruiz", "2026") == []
    assert called(found, "It closed under then-President Ana Ruiz", "2026", names_it=True) != []


def test_former_is_said_after_the_office(found):
    """Who is still in office when it happens and when it is told is not former; told later, they may be."""
    text = "Former President Ana Ruiz came"
    assert called(found, text, "2023", published="2023-05-05") != []
    assert called(found, text, "2023", published="2026") == []
    assert called(found, text, "2026", published="2026") == []
    assert called(found, "Ex-President Bo Lee came", "2026", published="2026") != []

"""What a card says first: the words that carry its event, with the way to their text."""

import pytest

from dashboard.app.card.card import card_of, event_card
from dashboard.app.parts import PageLinks
from dashboard.views.card import CLAIMS, lead

FILES = {
    "seeds/paper.txt": "The port was closed in May. It cost five million dollars, and nobody was asked.\n",
    "seeds/paper.yaml": 'kind: article\ntitle: The port\noutlet: The Paper\npublished: "2024-05-04"\n',
    "seeds/wire.yaml": "kind: article\noutlet: The Wire\n",
}
COST = "costs: {text: It cost five million dollars., quotes: [{source: paper, exact: It cost five million dollars}]"
CLOSED = "closed: {text: The port was closed in May., quotes: [{source: paper, exact: The port was closed in May}]}"
GONE = "gone: {text: The port was shut in June., quotes: [{source: paper, exact: The port was shut in June}]}"
OUTSIDE = "outside: {text: The wire says so., sources: [wire]}"
INFERRED = "own: {text: It will open again., basis: inferred, note: By its lights.}"
CASES = {
    "disputed stands second": (
        (f"{COST}, disputed_by: [closed]}}", CLOSED),
        "found, in doubt",
        "“The port was closed in May”",
    ),
    "failed stands first": ((CLOSED, GONE), "quote not found", "“The port was shut in June”"),
    "quoted before outside": ((OUTSIDE, CLOSED), "quote found", "“The port was closed in May”"),
    "text not held": ((INFERRED, OUTSIDE), "not checkable", "The wire says so."),
    "inferred alone": ((INFERRED,), "not checkable", "It will open again."),
}


@pytest.fixture
def led(tmp_path, shown, read):
    """What the card of an event with these claims says first, and the same as HTML."""

    def made(claims):
        body = "\n".join(f"  {claim}" for claim in claims)
        files = {**FILES, "events/a/port.yaml": f"title: The port closes\nclaims:\n{body}\n"}
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        seen = shown(tmp_path)
        port = seen.workspace.events["port"]
        return lead(card_of(port, seen), PageLinks(seen)), event_card(port, seen)

    return made


@pytest.mark.parametrize(("claims", "verdict", "words"), CASES.values(), ids=CASES)
def test_the_words_that_decide_come_first(led, read, claims, verdict, words):
    """With their verdict; a quote alone stands in quotation marks."""
    told = read(led(claims)[0])
    assert f"{verdict} {words}" in told.text
    assert ("“" in told.text) == ("“" in words)


def test_the_words_lead_to_their_place_in_the_text(led, read):
    """The mark and the source’s name do; of a text that is not held, to its description, and it says so."""
    values = [value for name, value in read(led((CLOSED,))[0]).attributes if name == "data-value"]
    assert values == ["page=sources&source=paper&quote=port%2Fclosed%2F0"] * 2
    outside = read(led((OUTSIDE,))[0])
    assert [value for name, value in outside.attributes if name == "data-value"] == ["page=sources&source=wire"] * 2
    assert "The Wire · text not held" in outside.text


def test_from_there_a_press_leads_down_to_all_claims(led, read):
    """Where there are more than that one."""
    first, card = led((CLOSED, OUTSIDE))
    assert "All 2 claims" in read(first).text
    assert ("data-value", f"{CLAIMS}port") in read(first).attributes
    assert ("id", f"{CLAIMS}port") in read(card).attributes
    assert "All" not in read(led((CLOSED,))[0]).text


def test_the_words_stand_above_the_values(led, read):
    """Which may be many."""
    told = read(led((CLOSED,))[1]).text
    assert told.index("“The port was closed in May”") < told.index("Reported") < told.index("Claims 1:")

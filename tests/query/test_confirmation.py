"""A second source confirms a claim only if it tells the same deed: by the same, to the same, in a clause of its own."""

from pathlib import Path

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.model.source import Source
from dashboard.query.fields import EventTable
from dashboard.query.marks import mark_of_claims
from dashboard.query.reading import Mode
from dashboard.store.workspace import Workspace


def word_of(claim: str, other: str) -> str:
    """What the mark of a claim says that one source has word for word, and another one in other words."""
    texts = {"one": claim, "other": other}
    quoted = [{"source": id_, "exact": words} for id_, words in texts.items()]
    event = Event.model_validate({"id": "e", "title": "E", "claims": {"c": {"text": claim, "quotes": quoted}}})
    sources = {id_: Source.model_validate({"id": id_, "kind": "article"}) for id_ in texts}
    workspace = Workspace(Path(), {"e": event}, sources, texts=texts)
    return mark_of_claims(event, ["c"], EventTable(workspace, evidence_of({"e": event}, texts), Mode.ASSESSED, {})).word


BORDER = "Kenya closed its border with Uganda."
TREATY = "Iceland signed a fishing treaty with Japan."
RAID = "The raid killed 40 people in Gao."
FREED = "The court freed the editor."


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        (BORDER, "Uganda closed its border with Kenya."),
        (BORDER, "Kenya closed one crossing at its border with Uganda."),
        (TREATY, "Iceland tore up a fishing treaty signed with Japan."),
        (TREATY, "A fishing treaty that Iceland was to sign with Japan has failed."),
        (TREATY, "Iceland signed a fishing treaty, and Japan was furious."),
        (RAID, "The raid followed the killing of 40 people in Gao."),
        (FREED, "The court freed the editor’s brother."),
        ("Rebels attacked at dawn.", "Rebels were attacked at dawn."),
        (FREED, "The court reversed a ruling that freed the editor."),
        ("The minister resigned on Monday.", "The minister’s deputy resigned on Monday."),
        ("Egypt lifted the curfew in Suez.", "Egypt lifted part of the curfew in Suez."),
        ("Rebels attacked the barracks after the vote.", "Rebels attacked the barracks before the vote."),
        ("Police arrested 12 people in Lagos.", "Twelve people arrested in Lagos sued the police."),
        ("Kenya and Uganda signed the accord in Arusha.", "Kenya signed the accord in Arusha; Uganda did not."),
        ("The army took control of the airport.", "The army took control of the road to the airport."),
        ("The bomb killed the mayor.", "The bomb was meant to have killed the mayor."),
    ],
)
def test_another_deed_of_the_same_words_confirms_nothing(claim, other):
    """The sides are exchanged, the verb describes a noun, or it is done to another thing or to a part of it."""
    assert word_of(claim, other) == "quote found"


@pytest.mark.parametrize(
    ("claim", "other"),
    [
        (BORDER, "The border with Uganda was closed by Kenya."),
        (BORDER, "On Tuesday Kenya has closed its border with neighbouring Uganda until further notice."),
        (TREATY, "Iceland and Japan signed a treaty on fishing in Reykjavik."),
        (TREATY, "Japan signed a fishing treaty with Iceland on Friday."),
        (RAID, "In Gao, 40 people were killed in the raid."),
        (FREED, "The editor was freed by a court after two years."),
        ("Rebels seized the town of Gao.", "Rebels entered and seized Gao, a town on the Niger."),
        ("Mali bought drones from Turkey.", "Mali bought a batch of armed drones from Turkey last year."),
        ("Rebels attacked the barracks after the vote.", "Hours after the vote, rebels attacked the barracks."),
        ("Iran seized a tanker.", "A tanker seized by Iran in the strait lies off the port."),
        ("Turkey shot down a Russian jet.", "Turkish forces shot down a Russian jet close to the border."),
        ("The base was closed in 2009.", "In 2009, the base closed."),
        ("The base closed in 2009.", "In 2009, the base was closed."),
        ("The army took control of the airport.", "The army, helped by militias, took control of Khartoum’s airport."),
    ],
)
def test_the_deed_in_other_words_confirms_it(claim, other):
    """In the passive, with more words, from the other side of what two do, or by those who act for a country."""
    assert word_of(claim, other) == "found, relied on"

"""The seed's own cards: every mark leads to what it stands for, and what contradicts the article stands beside it."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from dashboard.app.card.card import event_card
from dashboard.app.shell.page_context import PageContext
from dashboard.checks.validation import validate
from dashboard.query.sources import Sources

VALIDATION = validate(Path(__file__).resolve().parents[3])
SHOWN = PageContext(VALIDATION)
EVENTS = VALIDATION.workspace.events
MARK = re.compile(r'(?:<a (?P<link>[^>]*)>)?<svg class="dl-mark"[^>]*aria-label="(?P<word>[^"]*)"')
LEADS = re.compile(r'data-value="(page=sources[^"]*)"')


@cache
def card(event):
    return str(event_card(EVENTS[event], SHOWN))


def marks(event):
    """Each mark's word, and where it leads; empty where it leads nowhere."""
    found = []
    for mark in MARK.finditer(card(event)):
        leads = LEADS.search(mark["link"] or "")
        found.append((mark["word"], parse_qs(leads[1].replace("&amp;", "&")) if leads else {}))
    return found


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_mark_leads_to_its_words_or_to_its_source(event):
    """Only what is inferred or unknown has nothing to lead to; a claim that is inferred is not checkable."""
    quotes = {quote.key: id_ for id_, entry in Sources(VALIDATION).entries.items() for quote in entry.resting.quotes}
    inferred = sum(claim.basis == "inferred" for claim in EVENTS[event].claims.values())
    found = marks(event)
    assert found
    plain = [word for word, leads in found if not leads and word not in ("inferred", "unknown")]
    assert plain == ["not checkable"] * inferred
    for word, leads in found:
        if leads:
            (source,) = leads["source"]
            assert source in VALIDATION.workspace.sources
            if "quote" in leads:
                assert quotes[leads["quote"][0]] == source
            assert ("quote" in leads) == (word.startswith(("quote", "found")))


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_value_of_the_record_has_a_mark(event):
    """Date, place, every actor, every amount, reported and assessed where there are both; each claim once."""
    record = EVENTS[event]
    values = 2 + len(record.toward) + len(record.who) + len(record.amounts) + len(record.claims)
    assert len(marks(event)) >= values + bool(record.commitment)
    for key in record.claims:
        assert card(event).count(f'id="claim-{event}/{key}"') == 1


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("us-drones-for-navy", ["part of the $13.5 million", "In dispute: how much metroreport.news How much"]),
        (
            "us-drones-for-navy",
            ["VOA Editorials; Reuters, carried by thesun.my How much from another source $6 million not part"],
        ),
        (
            "us-drones-for-navy",
            ["The team’s assessment from another source $6 million, not part of the $13.5 million Our sources: VOA"],
        ),
        (
            "trump-korea-base-costs",
            ["In doubt metroreport.news", "The team inferred Overstated: South Korean officials"],
        ),
        (
            "trump-korea-base-costs",
            ["When from another source 9 July 2025", "When from another source 25 August 2025", "27 August 2025"],
        ),
        ("trump-korea-base-costs", ["The team’s assessment inferred Contradicted: the Foreign Ministry had answered"]),
        (
            "seoul-on-land-request",
            ["In Trump on who pays", "2 more claims against it", "The team’s assessment inferred Contra"],
        ),
        (
            "ecuador-cautious-stance",
            ["In dispute metroreport.news", "Reuters, carried by thesun.my not checkable Presid"],
        ),
        ("ecuador-cautious-stance", ["The team’s assessment inferred Contradicted: Reuters says that President Noboa"]),
    ],
)
def test_what_contradicts_the_article_stands_beside_it(read, event, told):
    """The $6 million, its criticism by allies, the Korean answer and Ecuador's stance."""
    text = read(card(event)).text
    assert [words for words in told if words not in text] == []

"""On every page: a value that words or a source carry has a mark, and the mark leads to them."""

import re
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from dashboard.checks.validation import validate
from dashboard.query.sources import Sources
from tests.app.marks import Marks

VALIDATION = validate(Path(__file__).resolve().parents[2])
QUOTES = {quote.key: source for source, entry in Sources(VALIDATION).entries.items() for quote in entry.resting.quotes}
PAGES = {
    "overview": {},
    "all events": {"list": "all"},
    "card": {"event": "us-drones-for-navy"},
    "events": {"page": "events"},
    "events as reported": {"page": "events", "as_": "reported"},
    "side by side": {"page": "events", "compare": "us-drones-for-navy,us-security-package,trump-korea-base-costs"},
    "thread": {"page": "threads", "thread": "us-ecuador-basing"},
    "other thread, as reported": {"page": "threads", "thread": "us-forces-korea-costs", "as_": "reported"},
    "actors": {"page": "actors"},
    "outlook": {"page": "outlook"},
    "disagreements": {"page": "disagreements"},
    "actor": {"page": "actors", "actor": "united-states"},
    "speaker": {"page": "actors", "actor": "donald-trump"},
    "source not held": {"page": "sources", "source": "voa"},
}
OFTEN = ("overview", "events", "side by side", "thread", "actor")
"""The others run in `make proof`."""
SUMS = {"dl-sums", "dl-tally", "dl-thread-head", "dl-actor-head", "dl-counts", "dl-trust", "dl-adds-up"}
"""What counts, and stands for no one value."""
TELLS = {"dl-key", "dl-notice", "dl-source-facts"}
"""What the marks mean; the state of a text; what a description says without a source."""


def marks(seen):
    html = "".join(seen.data(key).get("html", "") for key in seen.keys)
    found = ((word, parse_qs(leads or ""), classes) for word, leads, classes in Marks(html).found)
    return [each for each in found if not each[2] & (SUMS | TELLS)]


@pytest.mark.parametrize(
    "asked",
    [pytest.param(asked, id=name, marks=[] if name in OFTEN else pytest.mark.proof) for name, asked in PAGES.items()],
)
def test_every_mark_of_a_value_leads_to_what_carries_it(page, root, asked):
    """Verified or failed: to the very quote. External or not checkable: to the source, unless the team inferred it."""
    found = marks(page(root, **asked))
    assert found
    for word, leads, classes in found:
        if word.startswith(("quote", "found")):
            assert QUOTES[leads["quote"][0]] == leads["source"][0], classes
        elif word == "from another source" or leads:
            assert leads["source"][0] in VALIDATION.workspace.sources, classes
    plain = [word for word, leads, _ in found if not leads and word not in ("inferred", "unknown")]
    assert plain in ([], ["not checkable"])  # the one claim of the seed that the team inferred


@pytest.mark.parametrize(
    ("asked", "key", "leading"),
    [({}, "tables", 36), pytest.param({"page": "threads"}, "ladder-table", 16, marks=pytest.mark.proof)],
    ids=["map and timeline", "ladder"],
)
def test_in_the_tables_of_figures_the_word_leads(page, root, asked, key, leading):
    """What is a mark elsewhere; inferred and unknown values lead nowhere."""
    html = page(root, **asked).data(key)["html"]
    words = re.findall(r'title="(external|quoted|not checkable): to the (source|words)"', html)
    plain = re.findall(r"<td><bdi[^>]*>(external|quoted|not checkable)</bdi></td>", html)
    assert plain == []
    assert len(words) + html.count(">inferred<") + html.count(">unknown<") == leading
    assert ("external", "source") in words
    assert ("quoted", "source") not in words
    assert key != "tables" or 'title="about South Korea: to the words"' in html

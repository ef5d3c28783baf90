"""Filters through the address alone: what is shown, what is counted, what is said."""

import datetime as dt
import re

import pytest
import streamlit as st
from streamlit.runtime.state.query_params import QueryParams

from dashboard.app.filters import dates as dates_of_filters
from dashboard.app.filters.bar import filter_bar
from dashboard.app.filters.views_menu import address_of
from dashboard.app.shell import saved_views, state
from dashboard.model.dates import EventDate
from dashboard.model.dates.problems import DATE_PROBLEMS, date_problem
from dashboard.model.workspace import SavedView
from dashboard.query.disagreements.sides import apart
from dashboard.query.fields import FACETS
from dashboard.query.filters import parse_query, shows_of

SEED = re.compile(r"(\d+) of (\d+) events(?: · (\d+) hidden by filters)? · (\d+) undated · (\d+) without a place")


def sums(page):
    """Of the sentence: shown, all, filtered out, undated, unplaced."""
    found = SEED.search(page.text("sentence"))
    return [int(number or 0) for number in found.groups()]


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"show": "thread:us-ecuador-basing"}, 12),
        ({"show": ["thread:us-ecuador-basing", "type:agree"]}, 3),
        ({"show": ["type:agree", "type:retreat"]}, 5),
        ({"show": "commitment:ended"}, 1),
        ({"show": "country:KR"}, 6),
        ({"show": "area:124,33,132,39"}, 2),
        ({"show": "area:nowhere"}, 18),
        ({"show": "source:us-troops-ecuador"}, 8),
        ({"from": "2025-09-04", "to": "2025-09-04"}, 5),
        ({"to": "2009-01"}, 2),
        ({"words": "Noboa"}, 1),
        ({"words": "in 2009 CORREA"}, 1),
        ({"show": "review:reviewed"}, 0),
        ({}, 18),
    ],
)
def test_each_filter_works_through_the_address(page, root, query, shown):
    """Shown and filtered out add up to all, and the trays are parts of what is shown."""
    numbers = sums(page(root, **{{"from": "from_"}.get(key, key): value for key, value in query.items()}))
    assert (numbers[0], numbers[0] + numbers[2], numbers[1]) == (shown, 18, 18)
    assert max(numbers[3], numbers[4]) <= shown


def test_every_value_says_how_many_events_it_would_show(shown, read, root):
    """Counts are of what the other filters let through; none leads into an empty page unannounced."""
    markup = read(filter_bar(shown(root, asked=parse_query(["thread:us-forces-korea-costs"], "", "", ""))))
    assert "Who pays for U.S. forces in South Korea 6" in markup.text
    assert "U.S. troops in Ecuador 12" in markup.text
    assert "agree 0" in markup.text
    pressed = [value for name, value in markup.attributes if name == "aria-pressed"]
    assert pressed.count("true") == 1


def test_the_address_of_filters_is_read_back(workspace):
    """`facet:value`, in the order of the facets."""
    shows = ["type:agree", "thread:b:c", "thread:a"]
    filters = parse_query(shows, "", "", "").filters
    assert shows_of(filters) == ["thread:a", "thread:b:c", "type:agree"]
    assert set(filters.chosen) <= set(FACETS)


def test_a_saved_view_leads_to_its_address():
    """With every part, and as reported."""
    view = SavedView.model_validate(
        {"id": "v", "title": "V", "show": ["thread:a", "type:b"], "from": "2025", "words": "a&b"}
        | {"as": "reported", "lanes": "actor"}
    )
    assert address_of(view) == "show=thread%3Aa&show=type%3Ab&from=2025&words=a%26b&as=reported&lanes=actor"
    assert address_of(SavedView.model_validate({"id": "v", "title": "V"})) == ""


def test_a_view_for_which_the_file_has_no_room_is_said_not_to_be_saved(workspace, monkeypatch):
    """On the page, with what to do; the views that there are stay."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", QueryParams())
    saved_views.save("First")
    assert state.flash_message() == "Saved as “First” in events/views.yaml"
    before = (workspace / "events" / "views.yaml").read_bytes()
    monkeypatch.setattr("dashboard.store.writing.MAX_BYTES", len(before) + 10)
    saved_views.save("Second")
    assert "but the limit is" in state.flash_message()
    assert "Nothing was written: remove views that nobody needs" in state.flash_message()
    assert (workspace / "events" / "views.yaml").read_bytes() == before


def test_differences_tell_both_words(shown, root):
    """The name, the amount, the place and the date that the article has otherwise."""
    told = {(each.event.id, each.label): (each.reported.text, each.assessed.text) for each in shown(root).differences}
    assert told["us-drones-for-navy", "How much"] == ("part of the $13.5 million", "not part of the $13.5 million")
    assert told["us-base-closed", "When"] == ("2009", "18 September 2009")
    assert told["us-base-closed", "Where"] == ("Ecuador", "Eloy Alfaro air base, Manta")
    assert any("Sommerville" in reported and "Sommerfeld" in assessed for reported, assessed in told.values())


@pytest.mark.parametrize(
    ("reported", "assessed", "parts"),
    [("a\nb", "a\nc", ("b", "c")), ("a", "b", ("a", "b")), ("a\nb", "a", ("a b", "a"))],
)
def test_of_several_lines_those_are_told_that_differ(reported, assessed, parts):
    """Or all, where one side has none of its own."""
    assert apart(reported, assessed) == parts


HIT = re.compile(r'<mark class="dl-hit">([^<]*)</mark>')


@pytest.mark.parametrize(
    ("place", "query"), [("card", {}), ("table", {"page_": "events"}), ("story", {"page_": "threads"})]
)
def test_what_is_searched_for_is_marked_in_title_or_in_the_words_that_have_it(page, root, place, query):
    """In every row: in its title, else in the quote or claim below it, with that one's mark."""
    html = page(root, words="base", **query).data(place)["html"]
    assert set(HIT.findall(html)) == {"base"}
    assert "Ecuador votes against foreign <mark" in html
    assert "personnel to the <mark" in html
    assert "not checkable: to the source" in html


def test_without_a_search_nothing_is_marked(page, root):
    """And no row has words of its claims."""
    html = page(root).data("card")["html"]
    assert "<mark" not in html
    assert "dl-excerpt" not in html


def test_on_the_card_it_is_marked_in_title_claims_and_quotes(page, root):
    """However it is typed; around a quote, where nothing is searched, it is not."""
    html = page(root, words="CLOSED base", event="us-base-closed").data("card")["html"]
    assert 'The U.S. <mark class="dl-hit">base</mark> in Ecuador closes' in html
    assert 'military <mark class="dl-hit">base</mark>, and the facility was <mark class="dl-hit">closed</mark>' in html
    assert 'but the facility was <mark class="dl-hit">closed</mark> in 2009' in html


CARRIED_BY_TWO = {
    "seeds/paper.txt": "The quay was closed in 2009.\n",
    "seeds/paper.yaml": "kind: article\noutlet: {reported: Paper}\n",
    "seeds/radio.txt": "In 2009 the quay was closed.\n",
    "seeds/radio.yaml": "kind: broadcast\noutlet: {reported: Radio}\n",
    "events/a/quay.yaml": """
title: The quay closes
what: {type: retreat}
when: {reported: "2009", claims: [closed]}
claims:
  closed:
    text: The quay was closed in 2009.
    quotes: [{source: paper, exact: The quay was closed in 2009}, {source: radio, exact: In 2009 the quay was closed}]
""",
    "events/a/sold.yaml": """
title: The quay is sold
when: {reported: "2009", claims: [sold]}
claims:
  sold: {text: In 2009 it was closed., quotes: [{source: radio, exact: In 2009 the quay was closed}], sources: [paper]}
""",
}


def test_one_switch_leaves_what_two_independent_sources_carry(shown, tmp_path):
    """It says how many events, and stands pressed where it is asked for; where no event has any, it says that.

    A source that is named without its words carries nothing.
    """
    for name, text in CARRIED_BY_TWO.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.lstrip("\n"), encoding="utf-8")

    def switch(*asked):
        html = str(filter_bar(shown(tmp_path, asked=parse_query([*asked], "", "", ""))))
        return re.findall(r'<button[^>]*data-value="origins:date-and-place"[^>]*class="dl-switch"[^>]*>', html)

    (off,) = switch()
    assert 'aria-pressed="false"' in off
    assert "Only what two independent sources carry: 1 event" in off
    (on,) = switch("origins:date-and-place")
    assert 'aria-pressed="true"' in on
    assert switch("type:none") == []
    html = str(filter_bar(shown(tmp_path, asked=parse_query(["type:none"], "", "", ""))))
    (none,) = re.findall(r"<button[^>]*dl-switch[^>]*>", html)
    assert 'aria-disabled="true"' in none
    assert "data-press" not in none
    assert "no event here has both its date and its place from two" in none


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "abc",
            "“abc” is not a date: write a date such as `2009`, `2025-09` or `2025-09-04`, or leave it out",
        ),
        ("unknown", "write a date such as"),
        ("..", "write a date such as"),
        ("../..", "write one end, such as `2009/..`"),
        ("/", "write one end, such as `2009/..`"),
        ("4 May 2021", "did you mean 2021-05-04?"),
        ("2025-13", "write a month, such as `2025-09`, or only the year"),
        ("[2025,2026]", "write one date"),
        ("2025" * 30, "is not a date: write a date such as"),
    ],
)
def test_a_date_that_a_filter_refuses_is_told_what_to_write_there(written, told):
    """No more of it than fits a line."""
    for start, end in ((written, ""), ("", written)):
        (sentence,) = parse_query([], start, end, "").refused
        assert told in sentence
        assert len(sentence) < 200


@pytest.mark.parametrize("problem", DATE_PROBLEMS, ids=lambda problem: problem[0])
def test_no_refusal_in_a_filter_speaks_of_files(problem, monkeypatch):
    """Of records, of their keys and fields, or of quotation marks that a filter would not take."""
    code, title, _, _ = problem

    def refuse(_text):
        raise date_problem(code, title)

    monkeypatch.setattr(EventDate, "parse", refuse)
    (sentence,) = parse_query([], "abc", "", "").refused
    if code != "date-not-text":  # what an address gives is text
        assert not re.search('as_reported|record|key|quotes|reported|"', sentence)


@pytest.mark.parametrize("written", ["2025", "2025-09", "2025-09-04", "2009~", "2009/..", "2025-21"])
def test_a_date_that_a_filter_takes_is_not_refused(written):
    """Nor is one that is left out."""
    assert parse_query([], written, "", "").refused == ()
    assert parse_query([], "", "", "").refused == ()


def test_a_press_shows_the_last_days_or_this_year(shown, read, root, monkeypatch):
    """Each span ends today, says how many events it would show, and lets go again where it is what is asked for."""
    monkeypatch.setattr(dates_of_filters, "today", lambda: dt.date(2025, 9, 10))
    markup = read(filter_bar(shown(root, asked=parse_query([], "2025-09-04", "2025-09-10", ""))))
    spans = {"Last 7 days 5", "Last 30 days 8", "This year (2025) 13"}
    assert {span for span in spans if span in markup.text} == spans
    values = [value for name, value in markup.attributes if name == "data-value" and "|" in value]
    assert values == ["|", "2025-08-12|2025-09-10", "2025-06-13|2025-09-10", "2025-01-01|2025-12-31"]


def test_a_long_list_of_actors_stands_in_groups_by_country(shown, read, root):
    """Those of the country that has most events first; a short list, and one of a single country, has no groups."""
    markup = read(filter_bar(shown(root)))
    groups = [value for name, value in markup.attributes if name == "data-group"]
    assert list(dict.fromkeys(groups)) == ["United States", "Ecuador", "South Korea"]
    assert len(groups) == 18
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)

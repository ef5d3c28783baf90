"""The Events page: what its table says, in each state of the address."""

import re

import generating
import pytest

from dashboard.app.pages.events.cells import cell
from dashboard.app.pages.events.side_by_side import side_by_side
from dashboard.query.fields.event_row import EventRow
from dashboard.query.fields.table import COLUMNS, FIRST_COLUMNS

HOSTILE = """title: "=1+1 <b>bold</b> <script>alert(1)</script> مرحبا"
when: {reported: "2024", claims: [said]}
claims:
  said:
    text: "<img src=x>"
    quotes: [{source: us-troops-ecuador, exact: "<i>none</i>"}]
"""
PAIR = "us-base-closed,us-drones-for-navy"


def titles(seen):
    """Of the rows, in their order."""
    return re.findall(r'id="event-([a-z0-9-]+)"', seen.data("table")["html"])


def heads(seen):
    """Keys of the columns shown."""
    return tuple(re.findall(r'id="sort-([a-z]+)"', seen.data("table")["html"]))


def test_every_event_has_a_row_with_the_first_columns(page, root):
    """By date, the undated last; the head says how many of how many."""
    seen = page(root, page="events")
    assert len(titles(seen)) == 18
    assert titles(seen)[-1] == "trump-korea-base-costs"
    assert heads(seen) == tuple(key for key in FIRST_COLUMNS if key != "problems")
    assert seen.text("head").startswith("18 events 1 to 18 of 18, by date")
    assert "card" not in seen.keys or seen.data("card")["html"] == ""


def test_a_row_says_when_where_who_and_on_what_it_rests(page, root):
    """With the marks of what carries date and place, and the claims by verdict."""
    seen = page(root, page="events")
    text = seen.text("table")
    assert (
        "external 18 Sept 2009 The U.S. base in Ecuador closes external Eloy Alfaro air base, Manta "
        "U.S. troops in Ecuador retreat verified United States verified Rafael Correa (mentioned) verified ended "
        "verified 2 not checkable 1 3 · 4 outlets"
    ) in text
    assert "external $6 million verified 2" in text
    assert "verified undated “Earlier this year”" in text


def test_the_switch_changes_dates_places_and_actors(page, root):
    """As reported, the base closes in 2009, in Ecuador."""
    text = page(root, page="events", as_="reported").text("table")
    assert "verified 2009 The U.S. base in Ecuador closes verified Ecuador" in text


@pytest.mark.parametrize(
    ("sort", "told", "order"),
    [
        ("title", "by title", "ascending"),
        ("-title", "by title, in reverse", "descending"),
        ("claims", "by claims", "descending"),
    ],
)
def test_the_address_sorts(page, root, sort, told, order):
    """The head of the column says which way, and leads the other way round."""
    seen = page(root, page="events", sort=sort)
    html = seen.data("table")["html"]
    assert html.count("aria-sort=") == 1
    assert f'aria-sort="{order}"' in html
    assert told in seen.text("head")
    assert seen.data("head")["said"].endswith(told)
    column = sort.removeprefix("-")
    other = column if sort.startswith("-") else f"-{column}"
    assert re.search(rf'sort={re.escape(other)}[^>]*id="sort-{column}"', html)


def test_the_address_chooses_columns(page, root):
    """In the order of the page; the title always stands among them."""
    seen = page(root, page="events", columns="file,date,nonsense")
    assert heads(seen) == ("date", "title", "file")
    assert "events/ecuador/us-base-closed.yaml" in seen.text("table")
    assert f"Columns 3 of {len(COLUMNS)}" in seen.text("head")
    assert "dl-wide" not in seen.data("table")["html"]


def test_a_column_of_which_no_event_has_anything_is_left_out(page, workspace, tmp_path):
    """Until it is chosen, or sorts the table; with a broken record, problems have theirs."""
    many = generating.generate(tmp_path / "many", 60)
    assert not {"commitment", "problems"} & set(heads(page(many, page="events")))
    assert "commitment" in heads(page(many, page="events", sort="commitment"))
    assert heads(page(many, page="events", columns="problems")) == ("title", "problems")
    (workspace / "events" / "ecuador" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    assert "problems" in heads(page(workspace, page="events"))


def test_where_the_table_is_narrow_the_choice_of_columns_begins_with_those_that_are_seen(page, root):
    """What is counted and turned over is what stands there; the page shows the one or the other."""
    head = page(root, page="events", event="us-base-closed").data("head")["html"]
    assert f'<span class="dl-count dl-if-wide">10 of {len(COLUMNS)}</span>' in head
    assert f'<span class="dl-count dl-if-narrow">6 of {len(COLUMNS)}</span>' in head
    narrow = head[head.index('<ul class="dl-if-narrow">') :]
    added = 'data-press="column" data-value="date,title,place,thread,actors,commitment,claims"'
    assert added in narrow
    chosen = page(root, page="events", columns="date,file").data("head")["html"]
    assert "dl-if-narrow" not in chosen


def test_a_row_opens_the_card_and_an_unknown_event_is_said_calmly(page, root):
    """Beside the table, whose row is marked."""
    seen = page(root, page="events", event="us-base-closed")
    assert "The U.S. base in Ecuador closes" in seen.text("card")
    assert seen.data("table")["html"].count('aria-current="true"') == 1
    assert seen.data("bar")["escapes"]
    assert "Event not found" in page(root, page="events", event="<b>no</b>").text("card")


def test_two_events_stand_side_by_side_with_what_differs_underlined(page, root):
    """What all share is quiet; what one side lacks is said."""
    seen = page(root, page="events", compare=PAIR)
    html, text = seen.data("compared")["html"], seen.text("compared")
    assert text.startswith("2 events side by side")
    assert '<span class="dl-differs">2009</span>' in html
    assert '<span class="dl-differs">September</span>' not in html
    assert "How much not given external $6 million" in text
    assert "Thread, the same U.S. troops in Ecuador U.S. troops in Ecuador" in text
    assert seen.data("table")["html"].count('data-press="compare"') == 18


def test_three_are_the_most_and_one_alone_is_not_compared(page, root):
    """A fourth box cannot be marked; one event waits for another."""
    seen = page(root, page="events", compare=f"{PAIR},us-base-hosted")
    assert seen.text("compared").startswith("3 events side by side")
    assert seen.data("table")["html"].count('data-press="compare"') == 3
    alone = page(root, page="events", compare="us-base-hosted")
    assert alone.data("compared")["html"] == ""
    assert alone.text("comparing").startswith(
        "1 chosen Ecuador hosts a U.S. military base: choose 1 or 2 more to compare"
    )


def test_an_unknown_event_among_the_compared_is_named(page, root):
    """The others are compared all the same."""
    text = page(root, page="events", compare=f"{PAIR},gone").text("compared")
    assert text.startswith("2 events side by side")
    assert "Event not found: gone" in text


def test_only_one_part_is_rendered(page, tmp_path):
    """With 120 events, fifty rows, the links to the other parts, and the numbers of the rows."""
    seen = page(generating.generate(tmp_path / "many", 120), page="events", part="2", sort="title")
    assert len(titles(seen)) == 50
    assert "51 to 100 of 120, by title" in seen.text("head")
    assert "Part 2 of 3, 51 to 100 of 120" in seen.text("table")
    assert "part=3" in seen.data("table")["html"]
    assert len(titles(page(seen_root := tmp_path / "many", page="events", part="999"))) == 20
    assert len(titles(page(seen_root, page="events", part="x"))) == 50


def test_filters_leave_what_passes_and_say_when_nothing_does(page, root):
    """The rows are those that the filters let through."""
    seen = page(root, page="events", words="drones")
    assert 0 < len(titles(seen)) < 18
    assert f"{len(titles(seen))} of 18 events" in seen.text("head")
    assert "Copy link" in seen.text("head")
    assert "No events match the filters" in page(root, page="events", words="zzzz").text("head")


def test_an_empty_workspace_says_what_to_do_first(page, empty_workspace):
    """No table, but an example that can be copied."""
    seen = page(empty_workspace, page="events")
    assert "No events yet" in seen.text("steps")
    assert "table" not in seen.keys


@pytest.mark.parametrize("query", [{}, {"event": "hostile"}, {"compare": "hostile,us-base-closed"}])
def test_a_hostile_record_adds_no_element(page, workspace, query):
    """Its markup is text in table, card and comparison."""
    (workspace / "events" / "ecuador" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    seen = page(workspace, page="events", **query)
    for key in seen.keys:
        html = seen.data(key).get("html", "")
        assert not any(tag in html for tag in ("<script", "<b>bold", "<img", "<i>none"))
    assert "=1+1 <b>bold</b> <script>alert(1)</script> مرحبا" in seen.text("table")
    assert seen.data("table")["html"].count('aria-label="error"') == 1


def test_every_column_has_a_cell_for_every_event(root, shown, read):
    """None fails, whatever the event lacks, and each is whole."""
    seen = shown(root)
    for reading in seen.readings:
        for column in COLUMNS.values():
            read(cell(column, EventRow(reading, seen.table), seen))


def test_what_is_the_same_but_otherwise_carried_is_neither_alike_nor_unlike(root, shown):
    """Both name the United States, one by a quote and one from outside: nothing is hidden, nothing underlined."""
    seen = shown(root)
    html = side_by_side(PAIR.split(","), seen).html
    (row,) = re.findall(r"<tr[^>]*><th scope=\"row\">By</th>.*?</tr>", html)
    assert row.startswith("<tr><th")
    assert "dl-differs" not in row

"""The Events page: what its table says, in each state of the address."""

import re

import generating
import pytest

from dashboard.app.pages.events.side_by_side import side_by_side
from dashboard.app.pages.events.table import cell
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
    assert seen.text("head").startswith(
        "18 events 0 of 52 claims are quoted from more than one independent source; 8 values differ;"
    )
    assert "1 to 18 of 18, by date" in seen.text("head")
    assert "card" not in seen.keys or seen.data("card")["html"] == ""


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


def test_the_row_of_the_card_is_marked(page, root):
    """And no other; without a card there is none."""
    assert page(root, page="events", event="us-base-closed").data("table")["html"].count('aria-current="true"') == 1
    assert 'aria-current="true"' not in page(root, page="events").data("table")["html"]


def test_of_two_events_side_by_side_what_differs_is_underlined(page, root):
    """What all share is quiet; any other may still be added."""
    seen = page(root, page="events", compare=PAIR)
    html = seen.data("compared")["html"]
    assert '<span class="dl-differs">2009</span>' in html
    assert '<span class="dl-differs">September</span>' not in html
    assert seen.data("table")["html"].count('data-press="compare"') == 18


def test_three_are_the_most_and_one_alone_is_not_compared(page, root):
    """A fourth box cannot be marked."""
    seen = page(root, page="events", compare=f"{PAIR},us-base-hosted")
    assert seen.text("compared").startswith("3 events side by side")
    assert seen.data("table")["html"].count('data-press="compare"') == 3
    assert page(root, page="events", compare="us-base-hosted").data("compared")["html"] == ""


def test_only_one_part_is_rendered(page, tmp_path):
    """With 120 events, fifty rows, the links to the other parts, and the numbers of the rows."""
    seen = page(generating.generate(tmp_path / "many", 120), page="events", part="2", sort="title")
    assert len(titles(seen)) == 50
    assert "51 to 100 of 120, by title" in seen.text("head")
    assert "Part 2 of 3, 51 to 100 of 120" in seen.text("table")
    assert "part=3" in seen.data("table")["html"]
    assert len(titles(page(seen_root := tmp_path / "many", page="events", part="999"))) == 20
    assert len(titles(page(seen_root, page="events", part="x"))) == 50


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

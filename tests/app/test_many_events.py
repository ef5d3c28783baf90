"""What pages send of thousands of events: no more of twice as many, and nothing is worked out that no page asks for."""

import json
from hashlib import sha256

import pytest

from dashboard.app.pages.add import page as add
from dashboard.app.pages.brief import list as briefings
from dashboard.app.pages.outlook import questions as outlook
from dashboard.app.pages.situation import figures
from dashboard.app.pages.threads import page as threads
from dashboard.app.parts import FigureComponent, ViewState
from dashboard.app.shell import PageContext, cache_of_workspace, url_ids
from dashboard.app.shell.catalogues import catalogue
from dashboard.app.shell.router import PAGES
from dashboard.checks.validation import validate
from dashboard.clock import today
from dashboard.query.filters.filtering import FacetValues
from dashboard.query.reading import Mode
from dashboard.views.card import relations
from tests.benchmarks.world import generate_world

FEW, MANY = 2_000, 4_000
MORE: float = 1.15
"""Numbers have a digit more, more places are named: of twice as many events, a page weighs no more than this."""
MORE_MARKS: float = 1.25
"""On Situation, marks find more room as well, until the map and the timeline are full."""
WITH_BAR = ("", "brief")
LEAST_BYTES = 60_000
"""What a page of a few events weighs is no matter."""


def weight(page) -> int:
    """Bytes of all that the components of a page are given."""
    return sum(len(each.proto.json) for each in page.test.get("bidi_component"))


@pytest.fixture(scope="module")
def worlds(tmp_path_factory):
    """Two workspaces, of which one has twice as many events as the other."""
    return [generate_world(tmp_path_factory.mktemp("many") / str(count), count) for count in (FEW, MANY)]


@pytest.mark.proof
@pytest.mark.parametrize(
    "name", [each for each in PAGES if each not in ("help", "present")], ids=lambda name: name or "situation"
)
def test_twice_as_many_events_make_no_page_heavier(page, worlds, name):
    """Lists come in parts, marks stand for many, and of those the page is told a sign."""
    few, many = (weight(page(root, page=name)) for root in worlds)
    assert many <= max(few * (MORE if name else MORE_MARKS), LEAST_BYTES)


@pytest.mark.proof
@pytest.mark.parametrize("name", ["", "threads", "actors", "sources", "data", "brief", "add", "changes", "outlook"])
def test_facets_are_found_where_the_bar_of_filters_stands_alone(worlds, name, page, monkeypatch):
    """A page without the bar, on which nothing is filtered, does without all of them."""
    asked = []
    found = FacetValues.__getitem__
    cache_of_workspace(worlds[0]).now(look=False).catalogue(Mode.ASSESSED).results.clear()  # of pages before this one
    monkeypatch.setattr(FacetValues, "__getitem__", lambda values, key: (asked.append(key), found(values, key))[1])
    page(worlds[0], page=name)
    assert bool(asked) == (name in WITH_BAR)


def test_a_figure_of_many_events_names_them_by_signs(tmp_path, monkeypatch):
    """A mark of many has one sign in place of their ids; a press on it lists those very events."""
    monkeypatch.setattr(url_ids, "MOST_TOLD", 100)
    validation = validate(generate_world(tmp_path / "many", 150))
    page = PageContext(validation, prepared=catalogue(validation, Mode.ASSESSED))
    for draw in (figures.map_of(page, 900), figures.timeline_of(page, 1300, today())):
        figure = FigureComponent(draw, ViewState("map", 900, "0", None, Mode.ASSESSED), None)
        drawn = figure.cached_figure.drawing.marks
        told = json.loads(json.dumps(figure.props["marks"]))
        assert [url_ids.events_behind(each[2]) for each in told] == [
            each.events if len(each.events) > url_ids.FEW else list(each.events) for each in drawn
        ]
        assert sum(len(each[2]) for each in told) < sum(len(each.events) for each in drawn)


MANY_RECORDS = 230
"""More than any list of a page has."""


@pytest.fixture(scope="module")
def many_records(tmp_path_factory):
    """A workspace of many threads, questions, sources, briefings and relations, and few events."""
    root = tmp_path_factory.mktemp("records")
    numbers = range(MANY_RECORDS)
    registry, briefings, seeds = (root / each for each in ("events/registry", "events/briefings", "seeds"))
    for folder in (registry, briefings, seeds, root / "events" / "all"):
        folder.mkdir(parents=True)
    asked = 'questions: {{why: {{text: "Why is it so in case {0}?", due: "2027-01-01"}}}}'
    threads = (f"t-{each}: {{title: Thread {each}, {asked.format(each)}}}\n" for each in numbers)
    (registry / "threads.yaml").write_text("".join(threads), encoding="utf-8")
    for each in numbers:
        text = f"The port of Quay closed on day {each}.\n"
        hashed = f"{{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}"
        (seeds / f"s-{each}.txt").write_text(text, encoding="utf-8")
        (seeds / f"s-{each}.yaml").write_text(f"kind: article\nlanguage: en\ntext: {hashed}\n", encoding="utf-8")
        exact = f"The port of Quay closed on day {each}"
        quoted = f"claims: {{done: {{text: {exact}., quotes: [{{source: s-{each}, exact: {exact}}}]}}}}\n"
        related = "relations: [{type: part-of, event: e-0, note: The same strike.}]\n" if each else ""
        record = f"title: Event {each}\nthreads: [t-{each}]\n{related}{quoted}"
        (root / "events" / "all" / f"e-{each}.yaml").write_text(record, encoding="utf-8")
        briefing = f'title: Briefing {each}\nmarking: CLEAR\nas_of: "2026-01-01"\nselection: {{events: [e-{each}]}}\n'
        (briefings / f"b-{each}.yaml").write_text(briefing, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("key", "row", "most", "query"),
    [
        ("threads", 'data-value="page=threads', threads.MOST_LISTED + 1, {"page": "threads", "thread": "t-229"}),
        ("open", "dl-question", outlook.MOST_LISTED, {"page": "outlook"}),
        ("briefings", "<h2>", briefings.MOST_LISTED, {"page": "brief"}),
        ("add-head", "<li>", add.MOST_SOURCES + 1, {"page": "add"}),
        ("card", "The same strike.", relations.MOST_RELATIONS, {"page": "events", "event": "e-0"}),
    ],
    ids=lambda each: each if isinstance(each, str) and each.isalpha() else "",
)
def test_a_list_of_many_records_has_an_end(page, many_records, key, row, most, query):
    """It names the first and says how many more there are."""
    html = page(many_records, **query).data(key)["html"]
    assert 10 < html.count(row) <= most + 1
    assert " more" in html

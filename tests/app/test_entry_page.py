"""What a browser gets before the page has come."""

import json

import pytest

from dashboard.app import entry_page as page_paths
from dashboard.app import scripts, server
from dashboard.app.entry_page import entry_page
from dashboard.app.shell.figure_state import first_map_height, first_width
from dashboard.store.loading import Loader
from tests.loops import in_own_loop


def test_the_first_document_has_the_style_the_boxes_and_the_script():
    """So that nothing is drawn twice: our style stands behind Streamlit's, before anything of the page."""
    document = entry_page("Situation", "Bases")
    assert document.index("</head>") < document.index(".dl-figure") < document.index('id="dl-opening"')
    assert document.index('id="dl-opening"') < document.index('<div id="root">')
    path = document.partition(f'<script src="./{scripts.FOLDER}/')[2].partition('"')[0]
    assert "dateline-window" in (scripts.script_text(path) or "")


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("U.S. bases abroad", "U.S. bases abroad"),
        ("</title><script>x</script> & <b>", "&lt;/title&gt;&lt;script&gt;x&lt;/script&gt; &amp; &lt;b&gt;"),
        ("<title>Streamlit</title><body>", "&lt;title&gt;Streamlit&lt;/title&gt;&lt;body&gt;"),
        ("over\u202eride", "over[U+202E]ride"),
        ("אקוודור 🚢", "אקוודור 🚢"),
    ],
)
def test_the_first_document_is_named_after_the_page_and_the_workspace(name, written):
    """In the tab from the first byte, and in the outline of the bar; whatever the name, as text."""
    document = entry_page("Events", name)
    assert document.count("<title>") == document.count("</title>") == document.count("<body>") == 1
    assert f"<title>Events · {written}</title>" in document
    assert f'<bdi dir="auto">{written}</bdi>' in document.partition('id="dl-opening"')[2]


def test_the_first_document_reads_the_name_anew(workspace, monkeypatch):
    """Of the workspace that is served, at each visit; where its file is broken, it is the folder's."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    scope = {"type": "http", "path": "/events", "query_string": b"", "headers": []}
    for text, name in {"title: Bases": "Bases", "title: More bases": "More bases", "title: [": workspace.name}.items():
        (workspace / "events/workspace.yaml").write_text(text, encoding="utf-8")
        assert f"<title>Events · {name}</title>".encode() in page_paths.answer_to(scope).body


@pytest.mark.parametrize(("base", "path", "name"), [("", "/", ""), ("", "/a", "a"), ("team/x", "/team/x/", "")])
def test_the_page_is_told_from_other_addresses(monkeypatch, base, path, name):
    """Below whatever path the server has."""
    monkeypatch.setattr(page_paths.config, "get_option", lambda _name: base)
    assert page_paths.name_in(path) == name
    assert page_paths.name_in("/team/y") == (None if base else "team/y")


@pytest.mark.parametrize(
    ("path", "status", "where"),
    [
        ("/", 200, None),
        ("/events", 200, None),
        ("/present", 200, None),
        ("/events/", 307, "../events?a=b"),
        ("/situation", 307, "./?a=b"),
        ("/situation/", 307, "../?a=b"),
        ("/nonsense", 404, None),
        ("/events/deeper", 404, None),
        ("/nonsense.html", 404, None),
        ("/index.html", 404, None),
        ("/app/x", 404, None),
        ("/deeper/dateline-version", 404, None),
        ("/dateline-version", None, None),
        ("/plotly.min.js", None, None),
        ("/app/static/fonts/x", None, None),
        ("/static/js/x.js", None, None),
        ("/media/file", None, None),
        ("/favicon.png", None, None),
    ],
)
def test_each_page_has_its_path_and_any_other_visit_gets_a_page_that_leads_on(path, status, where):
    """Files are the server's. Who is no browser gets a plain word."""
    scope = {"type": "http", "path": path, "query_string": b"a=b", "headers": [(b"accept", b"text/html")]}
    answer = page_paths.answer_to(scope)
    assert (answer and answer.status_code) == status
    if answer is not None:
        assert answer.headers.get("location") == where
        assert status != 404 or b'/events">Events</a>' in bytes(answer.body)
    plain = page_paths.answer_to({**scope, "headers": []})
    assert status != 404 or (plain.status_code, plain.body) == (404, b"There is nothing here.\n")


def test_below_a_path_the_first_page_ends_with_a_slash(monkeypatch):
    """So that links lead on below it."""
    monkeypatch.setattr(page_paths.config, "get_option", lambda _name: "team/x")
    scope = {"type": "http", "path": "/team/x", "query_string": b"", "headers": []}
    assert page_paths.answer_to(scope).headers["location"] == "./x/"
    assert page_paths.answer_to({**scope, "path": "/team/x/events"}).status_code == 200


@pytest.mark.parametrize(
    ("figure", "window", "width"),
    [
        ("map", 390, 390),
        ("map", 800, 752),
        ("map", 1440, 912),
        ("timeline", 390, 358),
        ("timeline", 1440, 1392),
        ("timeline", 0, 1392),
        ("signs", 390, 1000),
    ],
)
def test_a_figure_is_first_drawn_for_the_window(figure, window, width):
    """Else it would be drawn twice, and move what stands below it. Without a window's width, for a usual one."""
    assert first_width(figure, window) == width


@pytest.mark.parametrize(
    ("width", "window_height", "height"),
    [
        (1440, 900, 458),
        (1366, 768, 359),
        (1366, 620, 340),
        (1920, 1080, 593),
        (2560, 1440, 863),
        (1080, 1920, 486),
        (390, 844, 300),
        (0, 0, 458),
    ],
)
def test_a_map_is_first_as_high_as_the_window_lets_it(width, window_height, height):
    """So that time is in sight below it on a laptop, and a large screen is filled; never much higher than wide."""
    assert first_map_height(width, window_height) == height


def test_reading_tells_how_far_it_is(workspace, monkeypatch, tmp_path):
    """The server gives how many of how many files have been read, and the end."""
    loader = Loader(workspace)
    assert (loader.files_known, loader.files_found) == (0, 0)
    loader.load()
    assert loader.files_known == loader.files_found > 20
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path))
    told = json.loads(in_own_loop(server.progress(None)).body)
    assert told == {"read": 0, "of": 0, "done": False, "checking": ""}

"""The server asks nobody outside."""

import json
from urllib.parse import quote

import pytest
from starlette.requests import Request
from streamlit.web.server import server_util

from dashboard.app import server
from dashboard.app.ahead import Press, ahead


def test_an_unknown_origin_is_refused_without_asking_the_internet():
    """Streamlit's own look-up of this machine's address is out of use; the guard of all tests would see it."""
    assert server.app is not None
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example:8501")
    assert server_util.is_url_from_allowed_origins("http://localhost:8501")


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 5_000])
@pytest.mark.parametrize("query", ["", "start=-1", "start=²&known=²,,x", f"start={'9' * 30}&known={'1,' * 500}"])
def test_who_asks_for_nonsense_is_foretold_nothing(number, query):
    """As is who asks for a page that there never was."""
    scope = {"type": "http", "query_string": quote(query, safe="=&").encode(), "path_params": {"key": number}}
    answer = server.foretold(Request({**scope, "headers": []}))
    assert json.loads(answer.body) == {"answers": [], "next": None}


def test_who_asks_from_anywhere_is_told_what_is_left():
    """From a place beyond the last one, nothing."""
    key = ahead.offer(lambda: [(Press("event", "a"), ())])
    scope = {"type": "http", "query_string": f"start={'9' * 17}".encode(), "path_params": {"key": key}}
    answer = server.foretold(Request({**scope, "headers": []}))
    assert json.loads(answer.body) == {"answers": [], "next": None}


def test_a_figure_that_cannot_be_drawn_ahead_is_told_when_it_is_asked_for(monkeypatch):
    """Nobody has asked for it yet: nothing is foretold, and no traceback is written."""

    def broken():
        raise ZeroDivisionError

    key = ahead.offer(broken)
    request = Request({"type": "http", "query_string": b"", "path_params": {"key": key}, "headers": []})
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    assert json.loads(server.foretold(request).body) == {"answers": [], "next": None}
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        server.foretold(request)

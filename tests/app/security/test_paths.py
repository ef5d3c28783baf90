"""What may be asked for: what the page uses, and by reading alone."""

from contextlib import nullcontext

import pytest

from dashboard.app.security.gate import is_open
from tests.seldom import seldom

CLOSED = [
    "/_stcore/metrics",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/a/b",
    "/_stcore/bidi-components/dateline_html/x.js",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/health/x",
    "/_stcore",
    "/component/x/y.html",
    "/auth/login",
    "/oauth2callback",
]
LONG = "a" * 256


@pytest.mark.parametrize("path", CLOSED)
def test_what_the_page_does_not_use_is_closed(asked, path):
    """Streamlit's figures about memory, its uploads, its door for programs and its login are not there."""
    answer = asked(path)
    assert (answer.status, answer.text) == (404, "There is nothing here.\n")
    assert asked(path, "POST", b"{}").status == 404


@pytest.mark.parametrize("path", CLOSED)
def test_it_is_closed_below_a_path_too(path):
    """And what only looks like it is a page's name, which leads nowhere else."""
    assert not is_open(f"/team/dateline{path}", "/team/dateline")
    assert not is_open(f"{path}/", "")


@pytest.mark.parametrize(
    "path", ["/", "", "/events", "/_stcore/health", "/media/a.csv", "/app/static/x", "/static/x.js"]
)
def test_what_the_page_uses_is_open(path):
    """At the top and below a path."""
    assert is_open(path)
    assert is_open(f"/team{path}", "/team")


@pytest.mark.parametrize("folder", ["app/static", "static", "media", "dateline-scripts", "x"])
@pytest.mark.parametrize("name", [LONG, "%C3%A9" * 128, "a/" * 2_000, "a%00b", "a%0Ab"], ids=lambda name: name[:8])
def test_a_name_that_no_file_has_is_not_found(asked, folder, name):
    """Too long for any drive, or with signs that nobody sees."""
    assert asked(f"/{folder}/{name}").status == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", ["/", "/dateline-version", "/app/static/x", "/media/x"])
def test_nothing_is_sent_to_the_server(asked, method, path):
    """Every path is read, and that is all."""
    answer = asked(path, method)
    assert answer.status == 405
    assert "only be read" in answer.text


@pytest.mark.parametrize("settings", [{}, *seldom({"DATELINE_READ_ONLY": "1"})], ids=str)
def test_no_file_is_uploaded(serve, asked, settings):
    """Not even by somebody who has a session and its token; what was sent is not kept."""
    with serve(**settings) if settings else nullcontext(asked) as asked, asked.socket():
        cookie = asked("/_stcore/health").headers["set-cookie"].partition(";")[0]
        told = asked(
            "/_stcore/upload_file/a/b", "PUT", b"x" * 3_000_000, Cookie=cookie, X_Xsrftoken=cookie.partition("=")[2]
        )
        assert told.status == 404

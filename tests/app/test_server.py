"""The server asks nobody outside."""

import pytest
from starlette.requests import Request
from streamlit.web.server import server_util

from dashboard.app import server
from tests.loops import in_own_loop


def test_an_unknown_origin_is_refused_without_asking_the_internet():
    """Streamlit's own look-up of this machine's address is out of use; the guard of all tests would see it."""
    assert server.app is not None
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example:8501")
    assert server_util.is_url_from_allowed_origins("http://localhost:8501")


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("", "./?page=present"),
        ("briefing=base&step=3", "./?page=present&briefing=base&step=3"),
        ("show=thread:a&show=actor:b", "./?page=present&show=thread%3Aa&show=actor%3Ab"),
        ("page=data&words=//evil.example/%0d%0aX: y", "./?page=present&words=%2F%2Fevil.example%2F%0D%0AX%3A+y"),
    ],
)
def test_a_short_address_leads_to_the_wall(asked, leads_to):
    """With what it asks for, below whatever path the server has, and nowhere else."""
    request = Request({"type": "http", "query_string": asked.encode(), "headers": []})
    assert in_own_loop(server.present(request)).headers["location"] == leads_to

"""The server asks nobody outside."""

from streamlit.web.server import server_util

from dashboard.app import server


def test_an_unknown_origin_is_refused_without_asking_the_internet():
    """Streamlit's own look-up of this machine's address is out of use; the guard of all tests would see it."""
    assert server.app is not None
    assert not server_util.is_url_from_allowed_origins("http://elsewhere.example:8501")
    assert server_util.is_url_from_allowed_origins("http://localhost:8501")

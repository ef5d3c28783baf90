"""Strangers' pages neither read a workspace nor change it: by HTTP, by WebSocket, on every path there is."""

import pytest
from websockets.exceptions import InvalidStatus

from dashboard.app.scripts import FOLDER

OPEN = [
    "/",
    "/?page=sources",
    "/present",
    "/plotly.min.js",
    f"/{FOLDER}/page.js",
    "/dateline-version",
    "/dateline-search?words=ecuador",
    "/dateline-choices?kind=places&words=ecuador",
    "/dateline-news?commit=&day=",
    "/dateline-sheet?quote=us-troop-talks/discussed/0",
    "/app/static/topojson/world_110m.json",
    "/media/none.csv",
    "/static/js/none.js",
    "/_stcore/health",
    "/_stcore/host-config",
]


@pytest.mark.parametrize("path", OPEN)
@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", "192.0.2.7"])
def test_under_a_foreign_name_nothing_is_answered(asked, path, host):
    """A name that somebody made to lead to this machine gets a sentence, which says how to allow it."""
    answer = asked(path, Host=host)
    assert answer.status == 403
    assert f"--allow-host {host.partition(':')[0]}" in answer.text
    assert "Ecuador" not in answer.text


def test_a_form_is_told_what_its_fields_can_be_completed_with(asked):
    """Records of the kind that have the words; of no such kind, none."""
    assert '["ecuador","Ecuador","Ecuador"]' in asked("/dateline-choices?kind=places&words=ECU").text
    assert asked("/dateline-choices?kind=none&words=ECU").text == "[]"


@pytest.mark.parametrize("host", ["", "a b", "evil.example, 127.0.0.1"])
def test_a_request_without_a_host_is_refused(asked, host):
    """As is one of a host that cannot be one."""
    assert asked("/", Host=host).status == 400


def test_a_socket_under_a_foreign_name_is_refused(asked):
    """Though the page that opens it has the same name: this is what rebinding makes of it."""
    with pytest.raises(InvalidStatus) as refused, asked.socket(host=f"evil.example:{asked.port}"):
        pass
    assert refused.value.response.status_code == 403
    assert b"--allow-host evil.example" in refused.value.response.body


@pytest.mark.parametrize("origin", ["http://localhost:9999", "http://127.0.0.1:9999", "http://0.0.0.0", "null", ""])
def test_a_socket_of_another_page_is_refused(asked, origin):
    """Of another port of this machine too, which Streamlit lets in; and of nobody, as no browser sends it."""
    with pytest.raises(InvalidStatus) as refused, asked.socket(origin=origin):
        pass
    assert refused.value.response.status_code == 403
    assert b"Only pages of this dashboard" in refused.value.response.body


def test_the_page_s_own_socket_is_opened(asked):
    """By address and by name, each from its own page."""
    for host in (asked.host, f"localhost:{asked.port}"):
        with asked.socket(host=host) as opened:
            assert opened.subprotocol == "streamlit"
    with pytest.raises(InvalidStatus), asked.socket(origin=f"http://localhost:{asked.port}"):
        pass


FOREIGN = [
    {"Origin": "http://localhost:9999"},
    {"Origin": "http://evil.example", "Sec_Fetch_Site": "cross-site"},
    {"Origin": "null"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
    {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"},
]


@pytest.mark.parametrize("path", OPEN)
@pytest.mark.parametrize("foreign", FOREIGN, ids=str)
def test_what_another_page_asks_for_is_refused(asked, path, foreign):
    """Whether it would be shown the answer or only load it; on this machine too."""
    answer = asked(path, **foreign)
    assert answer.status == 403
    assert "Only pages of this dashboard" in answer.text
    assert "access-control-allow-origin" not in answer.headers


def test_a_link_from_anywhere_leads_to_the_page(asked):
    """The reader sees it; the page with the link does not."""
    visit = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert asked("/?event=us-base-closed", **visit).status == 200
    assert asked("/", "POST", **visit).status == 403


def test_what_the_page_itself_asks_for_is_answered(asked):
    """As is what is no browser."""
    own = {"Origin": f"http://{asked.host}", "Sec_Fetch_Site": "same-origin", "Sec_Fetch_Mode": "cors"}
    assert asked("/dateline-version", **own).text.isdigit()
    assert asked("/dateline-version").text.isdigit()


def test_a_name_that_is_allowed_is_answered(serve):
    """Below a path as well, and with TLS before it; no other name comes with it."""
    with serve(base_path="/team", DATELINE_ALLOW_HOST="maps.example.org other.example") as asked:
        assert asked("/team/dateline-version", Host="maps.example.org").status == 200
        assert asked("/team/dateline-version", Host="other.example").status == 200
        assert asked("/team/dateline-version", Host="www.maps.example.org").status == 403
        with asked.socket(host="maps.example.org", origin="https://maps.example.org", path="/team"):
            pass
        with (
            pytest.raises(InvalidStatus),
            asked.socket(host="maps.example.org", origin="https://b.example", path="/team"),
        ):
            pass


def test_listening_for_others_it_answers_by_address_alone(serve):
    """Under a name only where that was allowed."""
    with serve("0.0.0.0") as asked:
        assert asked("/dateline-version", Host="192.0.2.7:8501").status == 200
        assert asked("/dateline-version", Host="my-pc:8501").status == 403

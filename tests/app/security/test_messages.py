"""What goes over the WebSocket: whatever is sent, no stack trace and no folder of the server comes back."""

import itertools
import subprocess
from functools import partial
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.runtime_util import get_max_message_size_bytes
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.frames import Frame, Opcode

import dashboard
from dashboard.app import server

FOLDER = str(Path(dashboard.__file__).parent).encode()
TRACE = (b"Traceback", b"site-packages", b'File "')
PATIENCE_SECONDS = 60


def until_quiet(socket, seconds=1):
    """How many messages come until none has come for so long."""
    for count in itertools.count():
        try:
            socket.recv(timeout=seconds)
        except TimeoutError:
            return count
    raise AssertionError


def component(messages, ending):
    """The id of the component whose key it ends with."""
    ids = (ForwardMsg.FromString(data).delta.new_element.bidi_component.id for data in messages)
    return next(id_ for id_ in ids if id_.endswith(ending))


def test_a_page_is_not_told_where_dateline_is_installed(asked):
    """Nor which Python runs it, on which system."""
    with asked.socket() as socket:
        told = asked.drawn(socket)
    assert len(told) > 5
    assert not any(FOLDER in data for data in told)
    (begun, *_) = [each.new_session for each in map(ForwardMsg.FromString, told) if each.HasField("new_session")]
    assert begun.main_script_path == "main.py"
    assert begun.initialize.environment_info.python_version == ""


@pytest.mark.parametrize(
    "value", ["{", "[]", '{"what": "go", "value": "?x"}', '{"events": 7}', '{"what": {}, "number": "x"}']
)
def test_a_forged_press_gets_no_stack_trace(asked, value):
    """What no page sends is a fault of its sender; it learns nothing from it."""
    with asked.socket() as socket:
        bar = component(asked.drawn(socket), "bar")
        told = asked.drawn(socket, **{bar: value}) + asked.drawn(socket, **{f"{bar}__pressed": value})
    assert not any(sign in data for data in told for sign in (FOLDER, *TRACE))


@pytest.mark.proof
def test_whoever_looks_for_a_fault_gets_the_stack_trace(serve):
    """With DATELINE_DEBUG alone."""
    with serve(DATELINE_DEBUG="1") as asked, asked.socket() as socket:
        bar = component(asked.drawn(socket), "bar")
        told = asked.drawn(socket, **{bar: "{"})
    assert any(sign in data for data in told for sign in TRACE)


@pytest.mark.proof
@pytest.mark.parametrize("what", ["install_skills", "dismiss_skills_nudge", "dataframe_chunk", None])
def test_of_what_streamlit_does_for_a_page_only_a_download_is_done(asked, what):
    """It would also write files into the folder that Dateline is installed in."""
    with asked.socket() as socket:
        (begun, *_) = [each for each in map(ForwardMsg.FromString, asked.drawn(socket)) if each.HasField("new_session")]
        until_quiet(socket)
        forged = BackMsg()
        forged.backend_operation_request.request_id = "1"
        forged.backend_operation_request.session_id = begun.new_session.initialize.session_id
        if what is not None:
            getattr(forged.backend_operation_request, what).SetInParent()
        socket.send(forged.SerializeToString())
        assert until_quiet(socket) == 0
        forged.backend_operation_request.deferred_file.file_id = "none"
        socket.send(forged.SerializeToString())
        assert until_quiet(socket) == 1


@pytest.mark.parametrize("kind", ["load_git_info", "clear_cache", "set_run_on_save", "file_urls_request"])
def test_what_our_page_never_says_is_not_heard(asked, kind):
    """Streamlit would say where the repository comes from, or forget for everybody."""
    with asked.socket() as socket:
        asked.drawn(socket)
        until_quiet(socket)
        forged = BackMsg()
        getattr(forged, kind).SetInParent() if kind == "file_urls_request" else setattr(forged, kind, True)
        socket.send(forged.SerializeToString())
        assert until_quiet(socket) == 0


def test_what_is_no_message_ends_the_connection(asked):
    """As a fault of whoever sent it."""
    with asked.socket() as socket:
        asked.drawn(socket)
        socket.send(b"\xff\xff")
        with pytest.raises(ConnectionClosed) as closed:
            until_quiet(socket, PATIENCE_SECONDS)
        assert closed.value.rcvd.code == 1002


@pytest.fixture(scope="module")
def logged(serve, tmp_path_factory):
    """A server, and a function that gives the lines it has written since it was last asked."""
    path = tmp_path_factory.mktemp("log") / "log.txt"
    seen = 0

    def news():
        nonlocal seen
        before, seen = seen, len(lines := path.read_text().splitlines())
        return lines[before:]

    with path.open("wb") as written, pytest.MonkeyPatch.context() as patched:
        patched.setattr("dashboard.cli.server.subprocess.Popen", partial(subprocess.Popen, stderr=written))
        with serve() as asked:
            yield asked, news


NONSENSE = {"no message": b"\xff\xff", "text": "hello", "half a sign": Frame(Opcode.TEXT, b"\xff")}


@pytest.mark.parametrize("what", NONSENSE)
def test_nonsense_is_one_line_in_the_log(logged, what):
    """Whoever runs the server reads what happened, and no stack trace however often a stranger does it."""
    asked, news = logged
    said = NONSENSE[what]
    for _ in range(2):
        with asked.socket() as opened:
            asked.drawn(opened)
            opened.socket.sendall(said.serialize(mask=True)) if isinstance(said, Frame) else opened.send(said)
            with pytest.raises(ConnectionClosed):
                until_quiet(opened, PATIENCE_SECONDS)
    assert len(lines := news()) == 2, lines


@pytest.mark.parametrize("value", ["{", "[" * 100_000], ids=len)
def test_a_forged_press_is_one_line_in_the_log(logged, value):
    """It says which fault it led to, and how to see where."""
    asked, news = logged
    with asked.socket() as opened:
        bar = component(asked.drawn(opened), "bar")
        asked.drawn(opened, **{bar: value})
    (line,) = news()
    assert "DATELINE_DEBUG=1 shows where" in line


def test_a_refused_socket_is_no_fault(logged):
    """Whoever asks from a foreign page has the reason; the log stays as it is."""
    asked, news = logged
    with pytest.raises(InvalidStatus), asked.socket(origin="http://evil.example"):
        pass
    with asked.socket() as opened:
        asked.drawn(opened)
    assert news() == []


def test_of_a_large_message_only_the_head_is_read(asked):
    """Its sender is told so before the rest has come, which then takes no memory; the page may be told more."""
    with asked.socket() as opened:
        opened.socket.sendall(b"\x82\xff" + (4_000_001).to_bytes(8, "big") + bytes(4))
        with pytest.raises(ConnectionClosed) as closed:
            until_quiet(opened, PATIENCE_SECONDS)
        assert closed.value.rcvd.code == 1009
    assert get_max_message_size_bytes() == server.MOST_TOLD_BYTES > 4_000_001

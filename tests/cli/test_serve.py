"""`dateline serve`: a server of its own, that answers, shows the workspace, and ends with the command."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from dashboard.cli import listening, serve, server
from dashboard.store.temporary import temporary_path
from tests.seldom import seldom

GUARD = Path(__file__).resolve().parent.parent / "guard"
PATIENCE_SECONDS = 60


@pytest.fixture
def taken():
    """A port of this machine that somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield held.getsockname()[1]


def is_reached(port):
    """Whether anybody listens on a port of this machine."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def list_feeds(workspace):
    """Feeds of elsewhere, in the file of the workspace."""
    (workspace / "inbox").mkdir()
    (workspace / "inbox" / "feeds.yaml").write_text('port: {address: "https://www.example.org/f", outlet: Port}\n')


def test_the_page_its_outlines_and_its_font_are_served(workspace, tmp_path, served, fetched, unused_port):
    """The address answers with the page; outlines and font come from the package; nothing leaves the machine.

    A list of feeds is a file like any other: without the option, no machine is asked for anything.
    """
    list_feeds(workspace)
    notes = tmp_path / "notes"
    with served(workspace, PYTHONPATH=str(GUARD), OFFLINE_NOTES=str(notes)) as (_process, address):
        assert address == f"http://127.0.0.1:{unused_port}"
        assert b"<title>" in fetched(address)
        assert b'"Topology"' in fetched(f"{address}/app/static/topojson/world_110m.json")[:200]
        assert fetched(f"{address}/app/static/fonts/inter-latin-wght-normal.woff2").startswith(b"wOF2")
        deadline = time.monotonic() + 2
        while not notes.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
    assert not notes.exists(), notes.read_text(encoding="utf-8")


@pytest.mark.proof
def test_feeds_are_fetched_with_the_option(workspace, tmp_path, served, fetched):
    """As often as it says."""
    list_feeds(workspace)
    notes = tmp_path / "notes"
    with served(workspace, "--fetch-feeds", "5", PYTHONPATH=str(GUARD), OFFLINE_NOTES=str(notes)) as (_, address):
        assert b"<title>" in fetched(address)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not notes.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
    assert "www.example.org" in notes.read_text(encoding="utf-8")


@pytest.mark.proof
def test_nobody_elsewhere_is_asked_who_this_machine_is(workspace, tmp_path, served, unused_port):
    """Neither when it listens for others, nor when a page of another origin connects, which is refused."""
    notes = tmp_path / "notes"
    guarded = {"PYTHONPATH": str(GUARD), "OFFLINE_NOTES": str(notes)}
    with (
        served(workspace, "--host", "0.0.0.0", **guarded),
        socket.create_connection(("127.0.0.1", unused_port)) as page,
    ):
        page.settimeout(PATIENCE_SECONDS)
        page.sendall(
            b"GET /_stcore/stream HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://elsewhere.example\r\n"
            b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n"
        )
        assert b" 403 " in page.recv(200)
    assert not notes.exists(), notes.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["SIGINT", *seldom("SIGTERM", "SIGHUP", "SIGKILL")])
def test_the_server_ends_with_the_command(name, workspace, served, unused_port):
    """Ctrl-C, and a request to end, stop both processes quietly and free the port; so does killing the command."""
    with served(workspace) as (process, _address):
        assert is_reached(unused_port)
        os.killpg(process.pid, getattr(signal, name))  # as a terminal does: to everything that was started in it
        _out, err = process.communicate(timeout=PATIENCE_SECONDS)
        assert (process.returncode, err) == (-signal.SIGKILL if name == "SIGKILL" else 0, "")
        deadline = time.monotonic() + PATIENCE_SECONDS
        while is_reached(unused_port) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not is_reached(unused_port)


def test_a_port_in_use_is_refused(dateline, workspace, taken):
    """The port that was asked for is not exchanged for another behind one's back: exit 2."""
    ended = dateline("serve", "--workspace", workspace, "--port", str(taken))
    assert (ended.code, ended.out) == (2, "")
    assert f"Port {taken} is in use" in ended.err


def test_without_a_port_the_next_free_one_is_taken(taken, monkeypatch):
    """The default port may be another Dateline's."""
    monkeypatch.setattr(listening, "DEFAULT_PORT", taken)
    assert taken < listening.free_port("127.0.0.1", None) < taken + listening.PORTS_TRIED


def test_when_no_port_is_free_it_says_so(taken, monkeypatch):
    """The search ends."""
    monkeypatch.setattr(listening, "DEFAULT_PORT", taken)
    monkeypatch.setattr(listening, "PORTS_TRIED", 1)
    with pytest.raises(listening.CannotListen, match="Choose a port with --port"):
        listening.free_port("127.0.0.1", None)


@pytest.mark.parametrize(
    ("host", "loopback", "address"),
    [
        ("127.0.0.1", True, "http://127.0.0.1:8501"),
        ("127.8.8.8", True, "http://127.8.8.8:8501"),
        ("localhost", True, "http://localhost:8501"),
        ("::1", True, "http://[::1]:8501"),
        ("0.0.0.0", False, "http://127.0.0.1:8501"),
        ("::", False, "http://[::1]:8501"),
        ("briefing-room", False, "http://briefing-room:8501"),
    ],
)
def test_the_address_is_one_that_a_browser_here_can_open(host, loopback, address):
    """What listens everywhere is opened at the loopback address; only that counts as this machine's alone."""
    assert listening.is_loopback(host) is loopback
    assert listening.address(host, 8501) == address


@pytest.mark.parametrize(
    ("given", "says", "never"),
    [
        ({}, "http://127.0.0.1:8501", "Open to others"),
        ({"base_path": "/team/dateline"}, "http://127.0.0.1:8501/team/dateline", "Open to others"),
        ({"host": "0.0.0.0"}, "can read every record", "change every record"),
        ({"host": "0.0.0.0"}, "No page can change a file. If you trust everyone", "was given"),
        ({"host": "0.0.0.0"}, "--allow-host NAME", "change every record"),
        ({"host": "0.0.0.0", "allow_writing": True}, "can read and change every record", "can read every record"),
        ({"host": "0.0.0.0", "allow_writing": True}, "Pages can change files: --allow-writing was given.", "trust"),
        (
            {"host": "0.0.0.0", "read_only": True},
            "No page can change a file: --read-only was given.",
            "--allow-writing",
        ),
        ({"allowed": ("maps.example.org",)}, "through a proxy: anyone whom it lets in can read every", "change every"),
        ({"allowed": ("maps.example.org",), "allow_writing": True}, "lets in can read and change every", "trust"),
        ({"allow_writing": True}, "Press Ctrl-C", "Open to others"),
        ({"read_only": True}, "Press Ctrl-C", "Open to others"),
    ],
)
def test_the_greeting_says_where_it_is_and_what_others_can_do(given, says, never):
    """A host other than this machine's own comes with sentences about what that opens, and so does a proxy."""
    host, allowed = given.get("host", "127.0.0.1"), given.get("allowed", ())
    options = {name: given.get(name, False) for name in ("read_only", "allow_writing")}
    why = serve.why_read_only(host, allowed, **options)
    told = serve.greeting(Path("ws"), host, 8501, given.get("base_path", ""), why=why, proxied=bool(allowed))
    assert (says in told, never in told) == (True, False)


def test_reading_only_and_writing_exclude_each_other(dateline, workspace):
    """Both at once is a mistake, and nobody guesses which was meant."""
    ended = dateline("serve", "--workspace", workspace, "--read-only", "--allow-writing")
    assert (ended.code, "exclude each other" in ended.err) == (2, True)


def test_the_greeting_names_the_workspace(workspace):
    """By its title, else by its folder; beside where it lies. What a terminal would obey is written out."""
    file = workspace / "events" / "workspace.yaml"
    file.write_text('title: "Bases \\u202e abroad"', encoding="utf-8")
    told = serve.greeting(workspace, "127.0.0.1", 8501)
    assert re.match(rf"Dateline \S+ shows Bases \S+ abroad, {re.escape(str(workspace))}\n", told)
    assert "\u202e" not in told
    file.unlink()
    assert f" shows {workspace.name}, " in serve.greeting(workspace, "127.0.0.1", 8501)


@pytest.mark.parametrize(
    ("option", "values", "says"),
    [
        ("--port", ["0", "65536", "http"], "--port"),
        ("--host", ["203.0.113.7"], "Cannot listen on 203.0.113.7"),  # 203.0.113.0/24 is set aside for examples
        ("--base-path", ["/a b", "/team/?x", "//host/../x", "/%2e", "http://host/x"], "/team/dateline"),
        (
            "--allow-host",
            ["https://maps.example.org", "maps.example.org:443", "a/b", "a b", "*", "", "a" * 70],
            "maps.example.org",
        ),
        (
            "--allow-embedding",
            ["intranet.example.org", "https://a.example/x", "*", "'self'", "https://a b", "https://a;"],
            "https://intranet.example.org",
        ),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(option, values, says, dateline, workspace):
    """Each of the values: exit 2, and what it should look like."""
    for value in values:
        ended = dateline("serve", "--workspace", workspace, option, value)
        assert (ended.code, says in ended.err) == (2, True), value


@pytest.mark.parametrize(
    ("options", "changed", "base_path", "opened"),
    [
        ((), {}, "", []),
        (("--read-only", "--browser"), {"DATELINE_READ_ONLY": "1"}, "", ["http://127.0.0.1:8765"]),
        (("--base-path", "team/dateline/", "--browser"), {}, "/team/dateline", ["http://127.0.0.1:8765/team/dateline"]),
        (
            ("--allow-host", "Maps.Example.org", "--allow-host", "bücher.example", "--allow-host", "[2001:db8::7]"),
            {
                "DATELINE_ALLOW_HOST": "maps.example.org xn--bcher-kva.example [2001:db8::7]",
                "DATELINE_READ_ONLY": "open to others",
            },
            "",
            [],
        ),
        (
            ("--allow-embedding", "https://intranet.example.org:8443", "--allow-embedding", "http://[::1]:80"),
            {"DATELINE_ALLOW_EMBEDDING": "https://intranet.example.org:8443 http://[::1]:80"},
            "",
            [],
        ),
        (("--max-pages", "7"), {"DATELINE_MAX_PAGES": "7"}, "", []),
        (("--fetch-feeds", "60"), {"DATELINE_FETCH_FEEDS": "60"}, "", []),
        (
            ("--engine", "sc://localhost:15002", "--data", "s3a://team/imports"),
            {"DATELINE_ENGINE": "sc://localhost:15002", "DATELINE_DATA": "s3a://team/imports"},
            "",
            [],
        ),
        (("--host", "0.0.0.0"), {"DATELINE_READ_ONLY": "open to others"}, "", []),
        (("--host", "0.0.0.0", "--allow-writing"), {}, "", []),
    ],
)
def test_the_server_is_told_what_to_show_and_the_browser_where(
    options, changed, base_path, opened, dateline, workspace, monkeypatch
):
    """Settings go to the server by environment; a page opens where there is a screen, or on request."""
    told, pages = [], []

    @contextmanager
    def recorded(host, port, environment, base_path):
        told.append((host, port, environment, base_path))
        with subprocess.Popen([sys.executable, "-c", ""]) as process:
            yield process

    monkeypatch.setattr(serve, "free_port", lambda _host, _wanted: 8765)
    monkeypatch.setattr(serve, "running", recorded)
    monkeypatch.setattr(serve, "has_screen", lambda: False)
    monkeypatch.setattr(serve.webbrowser, "open", pages.append)
    ended = dateline("serve", "--workspace", workspace, *options)
    plain = {
        "DATELINE_WORKSPACE": str(workspace.resolve()),
        "DATELINE_READ_ONLY": "",
        "DATELINE_ALLOW_HOST": "",
        "DATELINE_ALLOW_EMBEDDING": "",
        "DATELINE_MAX_PAGES": "100",
        "DATELINE_FETCH_FEEDS": "",
        "DATELINE_ENGINE": "",
        "DATELINE_DATA": "",
    }
    host = "0.0.0.0" if "--host" in options else "127.0.0.1"
    assert told == [(host, 8765, {**plain, **changed}, base_path)]
    assert pages == opened
    assert ended.code == 2
    assert "stopped with code 0" in ended.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--engine", "http://localhost:15002"), "is no address of Spark Connect. Write it as sc://HOST:PORT."),
        (("--data", "s3a://team/imports"), "--data belongs to --engine"),
    ],
)
def test_an_engine_that_is_none_is_refused(options, told, dateline, workspace):
    """Before anything is listened to."""
    ended = dateline("serve", "--workspace", workspace, *options)
    assert ended.code == 2
    assert told in ended.err


@pytest.mark.parametrize("options", [(), ("--read-only",), ("--host", "0.0.0.0")])
def test_what_a_killed_program_left_goes_when_serving_begins(options, dateline, workspace, monkeypatch):
    """Nothing is removed of a workspace that is only read."""
    left = temporary_path(workspace / "seeds")
    left.write_text("half of a text", encoding="utf-8")
    os.utime(left, (0, 0))
    monkeypatch.setattr(server, "command", lambda *_where: [sys.executable, "-c", ""])
    dateline("serve", "--no-browser", "--workspace", workspace, *options)
    assert left.exists() == bool(options)


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "CI": "true"}, False),
        ("darwin", {}, True),
    ],
)
def test_a_page_opens_only_where_there_is_a_screen(platform, environment, screen, monkeypatch):
    """On a server, over a plain terminal and under CI no browser is looked for."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "CI"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert serve.has_screen() is screen


@pytest.mark.parametrize(
    ("script", "complaint"), [("raise SystemExit(3)", "stopped at once, with code 3"), ("input()", "does not answer")]
)
def test_a_server_that_does_not_come_up_is_reported(script, complaint, unused_port, monkeypatch):
    """Whether it ends or hangs, the command does not wait for ever, and leaves no process behind."""
    waiting = script.replace("input()", "import time; time.sleep(600)")
    monkeypatch.setattr(server, "command", lambda *_where: [sys.executable, "-c", waiting])
    monkeypatch.setattr(server, "START_SECONDS", 2)
    with pytest.raises(server.ServerFailed, match=complaint), server.running("127.0.0.1", unused_port, {}):
        pass


def test_a_server_that_does_not_end_is_ended(monkeypatch):
    """One that is deaf to a request is killed after a while."""
    monkeypatch.setattr(server, "STOP_SECONDS", 0.2)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); signal.pause()"
    with subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        server.end(process)
    assert process.returncode == -signal.SIGKILL


def test_ctrl_c_is_heard_whenever_it_comes():
    """Also one that interrupts no wait: it came just before, or the system gave it to another thread, as here."""
    script = """
import signal, subprocess, sys, threading, time
from dashboard.cli.server import end, wait_until_it_ends
threading.Thread(target=time.sleep, args=[600], daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], start_new_session=True) as server:
    print("waits", flush=True)
    try:
        wait_until_it_ends(server)
    except KeyboardInterrupt:
        print("heard")
    finally:
        end(server)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        try:
            said, _err = process.communicate(timeout=PATIENCE_SECONDS)
        finally:
            process.kill()
    assert (said, process.returncode) == ("heard\n", 0)


def test_without_the_app_it_says_so(monkeypatch):
    """An installation that lost its page is named as such."""
    monkeypatch.setattr(server, "ENTRIES", ("no-such-entry.py",))
    with pytest.raises(server.ServerFailed, match="Install Dateline again"):
        server.entry()

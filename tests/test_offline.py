"""The guard itself: a test of being offline is worth what its guard sees."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import offline
import pytest

GUARD = Path(offline.__file__).parent
ELSEWHERE = "203.0.113.7"
"""Set aside for examples (RFC 5737): nobody is there."""


@pytest.fixture
def off_the_record():
    """What this test tries on purpose is not held against it."""
    before = len(offline.ATTEMPTS)
    yield
    del offline.ATTEMPTS[before:]


def datagram_to(host):
    """Send nothing, without a connection."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"", (host, 53))


@pytest.mark.usefixtures("off_the_record")
@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection((ELSEWHERE, 80), timeout=1),
        lambda: datagram_to(ELSEWHERE),
        lambda: socket.getaddrinfo("example.org", 443),
        lambda: socket.gethostbyname("example.org"),
    ],
    ids=["connect", "send", "look up", "look up by the old call"],
)
def test_reaching_for_another_machine_is_stopped_and_noted(reach):
    """Connections, datagrams and questions for a name all raise before anything is sent."""
    with pytest.raises(offline.LeftTheMachine):
        reach()
    assert offline.ATTEMPTS


def test_this_machine_may_be_reached():
    """A test may talk to a server that it started."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        for host in ("127.0.0.1", "localhost"):
            with socket.create_connection((host, server.getsockname()[1]), timeout=5) as connection:
                assert connection.getpeername()[0] == "127.0.0.1"


def test_a_process_that_a_test_starts_can_be_guarded_too(tmp_path):
    """With the guard's folder on its path, what a process tries is noted, though it swallows the error."""
    script = f"import socket\ntry: socket.create_connection(('{ELSEWHERE}', 80), 1)\nexcept Exception: pass"
    notes = tmp_path / "notes"
    guarded = {**os.environ, "PYTHONPATH": str(GUARD), "OFFLINE_NOTES": str(notes)}
    subprocess.run([sys.executable, "-P", "-c", script], env=guarded, check=True)
    assert ELSEWHERE in notes.read_text(encoding="utf-8")

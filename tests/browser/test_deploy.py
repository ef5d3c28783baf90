"""What docs/deploy.md puts before Dateline: the login, the TLS and the WebSocket work as printed there."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import free_port, until_drawn
from playwright.sync_api import expect

from dashboard.cli.listening import LOOPBACK
from tests.chromium import SWITCHES

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "deploy.md"
NAME = "maps.example.org"
PASSWORD = "correct horse"
PATIENCE_SECONDS = 20
LOGIN = "Authorization: Basic YW5uYTpjb3JyZWN0IGhvcnNl\r\n"
pytestmark = pytest.mark.proof


@dataclass(frozen=True)
class Deployed:
    """A proxy with TLS and login before a server."""

    port: int

    @property
    def url(self):
        """As people type it."""
        return f"https://{NAME}:{self.port}"

    def answer(self, head, name=NAME):
        """What comes for a request; `name` is asked for in TLS."""
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        with (
            socket.create_connection((LOOPBACK, self.port), timeout=PATIENCE_SECONDS) as plain,
            trusting.wrap_socket(plain, server_hostname=name) as connection,
        ):
            connection.sendall(f"{head}\r\nHost: {NAME}:{self.port}\r\nConnection: close\r\n\r\n".encode())
            return connection.recv(300).decode(errors="replace")


def blocks(language):
    """The examples of the document in this language."""
    return re.findall(rf"```{language}\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)


def made(command, folder):
    """Run an example of the document, with this folder for /etc/dateline and a password that is typed."""
    typed = command.replace("/etc/dateline", str(folder)).replace("-apr1", f"-apr1 '{PASSWORD}'")
    subprocess.run(["sh", "-ec", typed], check=True, capture_output=True, timeout=PATIENCE_SECONDS)


@pytest.fixture(scope="module")
def nginx():
    """The program; it lies where only administrators look."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if program is None or shutil.which("openssl") is None:
        pytest.skip("there is no nginx, or no openssl, on this machine")
    return program


@pytest.fixture
def deployed(nginx, served_anew, tmp_path):
    """The document's proxy, on a port of this machine, before a server that was asked to allow its name."""
    _serve, certificate, user = blocks("sh")
    made(certificate, tmp_path)
    made(user, tmp_path)
    port = free_port()
    with served_anew(DATELINE_ALLOW_HOST=NAME) as url:
        site = blocks("nginx")[0].replace("listen 443", f"listen {LOOPBACK}:{port}")
        site = site.replace("/etc/dateline", str(tmp_path)).replace("http://127.0.0.1:8501", url)
        kept = "".join(f"{kind}_temp_path {tmp_path};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        main = f"daemon off; pid {tmp_path}/pid; error_log {tmp_path}/errors; events {{}}\n"
        root = "user root;\n" if os.geteuid() == 0 else ""
        (tmp_path / "nginx.conf").write_text(f"{root}{main}http {{ access_log off; {kept}\n{site}\n}}\n")
        with subprocess.Popen(
            [nginx, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", tmp_path / "errors"]
        ) as proxy:
            try:
                wait_for(port)
                yield Deployed(port)
            finally:
                proxy.terminate()


def wait_for(port):
    """Until somebody listens there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            socket.create_connection((LOOPBACK, port), timeout=1).close()
        except OSError:
            assert time.monotonic() < until, "nginx does not answer"
            time.sleep(0.1)
        else:
            return


def test_a_team_logs_in_over_tls_and_nobody_else_is_served(deployed, browser, chromium):
    """In a browser the page is drawn through the proxy, with its WebSocket; without the login there is nothing."""
    for path in ("/", "/dateline-version", "/plotly.min.js", "/_stcore/health", "/app/static/topojson/world_110m.json"):
        assert deployed.answer(f"GET {path} HTTP/1.1").startswith("HTTP/1.1 401 ")
    socket_ = "GET /_stcore/stream HTTP/1.1\r\nUpgrade: websocket"
    assert deployed.answer(socket_).startswith("HTTP/1.1 401 ")
    assert deployed.answer(f"GET /dateline-version HTTP/1.1\r\n{LOGIN}".rstrip()).startswith("HTTP/1.1 200 ")
    foreign = f"GET /dateline-version HTTP/1.1\r\n{LOGIN}Origin: https://evil.example"
    assert deployed.answer(foreign).startswith("HTTP/1.1 403 ")
    with pytest.raises(ssl.SSLError):
        deployed.answer("GET / HTTP/1.1", name="other.example.org")
    rules = [f"--host-resolver-rules=MAP {NAME} {LOOPBACK}", *SWITCHES]
    there = browser.browser_type.launch(executable_path=chromium, args=rules)
    context = there.new_context(
        ignore_https_errors=True,
        viewport={"width": 1440, "height": 900},
        http_credentials={"username": "anna", "password": PASSWORD},
    )
    page = context.new_page()
    sockets: list[str] = []
    refused: list[str] = []
    page.on("websocket", lambda opened: sockets.append(opened.url))
    page.on("response", lambda answer: answer.status in (403, 413, 503) and refused.append(answer.url))
    page.goto(f"{deployed.url}/?event=us-base-closed")
    expect(page.locator(".st-key-who h2")).to_have_text("The U.S. base in Ecuador closes", timeout=60_000)
    until_drawn(page)
    page.locator(".dl-bar").get_by_role("link", name="Data").click()
    expect(page.locator(".dl-data")).to_be_visible(timeout=60_000)
    assert sockets == [f"wss://{NAME}:{deployed.port}/_stcore/stream"]
    assert refused == []
    there.close()

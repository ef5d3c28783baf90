"""A server of its own on the seed workspace, and what a browser, or somebody who is none, may send to it."""

import http.client
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from dashboard.cli.listening import LOOPBACK
from dashboard.cli.server import running

PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass(frozen=True)
class Asked:
    """A server that can be asked for anything."""

    port: int

    @property
    def host(self) -> str:
        """As a browser that came by the address names it."""
        return f"{LOOPBACK}:{self.port}"

    def __call__(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Underscores in the names of headers stand for hyphens; `Host` is the right one where none is given."""
        connection = http.client.HTTPConnection(LOOPBACK, self.port, timeout=PATIENCE_SECONDS)
        named = {"Host": self.host, **{name.replace("_", "-"): value for name, value in headers.items()}}
        try:
            connection.request(method, path, body, named)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, told, answer.read().decode(errors="replace"))
        finally:
            connection.close()

    def drawn(self, socket: ClientConnection, query: str = "", **widgets: str) -> list[bytes]:
        """All that the page is told when it asks to be drawn, with values of widgets by their ids."""
        said = BackMsg()
        said.rerun_script.query_string = query
        for id_, value in widgets.items():
            said.rerun_script.widget_states.widgets.add(id=id_, json_value=value)
        socket.send(said.SerializeToString())
        told = [socket.recv(timeout=PATIENCE_SECONDS)]
        while ForwardMsg.FromString(told[-1]).WhichOneof("type") != "script_finished":
            told.append(socket.recv(timeout=PATIENCE_SECONDS))
        return told

    def socket(self, origin: str | None = None, host: str | None = None, path: str = "") -> ClientConnection:
        """The WebSocket that the page opens, by default from the right origin."""
        return connect(
            f"ws://{host or self.host}{path}/_stcore/stream",
            sock=socket.create_connection((LOOPBACK, self.port), timeout=PATIENCE_SECONDS),
            origin=f"http://{host or self.host}" if origin is None else origin or None,
            subprotocols=["streamlit"],
            proxy=None,
            max_size=None,
        )


@pytest.fixture(scope="session")
def serve(tmp_path_factory, root) -> Callable[..., AbstractContextManager[Asked]]:
    """Serves the seed workspace with these settings: a context with what can be asked."""

    @contextmanager
    def serve(host: str = LOOPBACK, base_path: str = "", **settings: str) -> Iterator[Asked]:
        with socket.create_server((LOOPBACK, 0)) as free:
            port = free.getsockname()[1]
        with running(host, port, {"DATELINE_WORKSPACE": str(root), **settings}, base_path):
            yield Asked(port)

    return serve


@pytest.fixture(scope="session")
def asked(serve) -> Iterator[Asked]:
    """One for all, as it is without any option."""
    with serve() as one:
        yield one

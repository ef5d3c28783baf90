"""What goes over the WebSocket: from a page, what ours says; to the page, nothing of this machine's folders."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from dashboard.app.security.log import note

_HEARD: Final = ("rerun_script", "stop_script", "app_heartbeat")
"""What our page says. Streamlit would also tell where a repository comes from, and forget what it keeps for all."""
_DONE: Final = ("deferred_file",)
"""Besides, it asks for a file to be made that it downloads. Streamlit would also write into the program's folder."""
_NO_MESSAGE: Final = 1002
"""By RFC 6455: a protocol error."""
_MAIN: Final = Path(__file__).resolve().parents[1] / "main.py"
_FOLDER: Final = str(_MAIN.parent).encode()


@dataclass(slots=True)
class Conversation:
    """One WebSocket, as Streamlit gets to see it."""

    receive: Receive
    send: Send
    is_over: bool = False
    """Since what came was no message: what Streamlit still says goes nowhere."""

    async def next_message(self) -> Message:
        """The next message that our page may send. Others are skipped; what is no message ends it."""
        while True:
            message = await self.receive()
            if message["type"] != "websocket.receive":
                return message
            data = message.get("bytes")
            if data is None:
                return await self._end("text that is not a message")
            said = _parse(data)
            if said is None:
                return await self._end(f"{len(data):,} bytes that are not a message")
            if _is_allowed(said):
                return message

    async def tell(self, message: Message) -> None:
        """Say it to the page, without the folder that Dateline is installed in."""
        if self.is_over:
            return
        data = message.get("bytes")
        if message["type"] == "websocket.send" and data and _FOLDER in data:
            message = {**message, "bytes": without_folder(data)}
        await self.send(message)

    async def _end(self, what: str) -> Message:
        note(f"A page sent {what}; its connection was closed.")
        self.is_over = True
        await self.send({"type": "websocket.close", "code": _NO_MESSAGE})
        return {"type": "websocket.disconnect", "code": _NO_MESSAGE}


def without_folder(data: bytes) -> bytes:
    """A message to the page that names the script and the system which run."""
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    message.new_session.main_script_path = _MAIN.name
    message.new_session.initialize.environment_info.ClearField("python_version")
    message.new_session.initialize.environment_info.ClearField("server_os")
    return bytes(message.SerializeToString())


def _parse(data: bytes) -> BackMsg | None:
    try:
        message: BackMsg = BackMsg.FromString(data)
    except Exception:  # noqa: BLE001  protobuf's own, which comes with Streamlit and is no dependency of ours
        return None
    return message


def _is_allowed(said: BackMsg) -> bool:
    kind = said.WhichOneof("type")
    if kind == "backend_operation_request":
        return said.backend_operation_request.WhichOneof("payload") in _DONE
    return kind in _HEARD

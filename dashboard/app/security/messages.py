"""What goes over the WebSocket: from a page, what ours says; to the page, nothing of this machine's folders."""

from pathlib import Path
from typing import Final

import streamlit as st
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_HEARD: Final = ("rerun_script", "stop_script", "app_heartbeat")
"""What our page says. Streamlit would also tell where a repository comes from, and forget what it keeps for all."""
_DONE: Final = ("deferred_file",)
"""Besides, it asks for a file to be made that it downloads. Streamlit would also write into the program's folder."""
_LARGEST_BYTES: Final = int(st.get_option("server.maxWidgetStateSize")) * 1_000_000
_MAIN: Final = Path(__file__).resolve().parents[1] / "main.py"
_FOLDER: Final = str(_MAIN.parent).encode()


def heard(receive: Receive) -> Receive:
    """Receives the same, without what our page never says. What is no message at all goes on: Streamlit closes then."""

    async def receiving() -> Message:
        while True:
            message = await receive()
            if message["type"] != "websocket.receive" or _is_heard(message.get("bytes")):
                return message

    return receiving


def told(send: Send) -> Send:
    """Sends the same, without the folder that Dateline is installed in."""

    async def sending(message: Message) -> None:
        data = message.get("bytes")
        if message["type"] == "websocket.send" and data and _FOLDER in data:
            message = {**message, "bytes": without_folder(data)}
        await send(message)

    return sending


def without_folder(data: bytes) -> bytes:
    """A message to the page that names the script and the system which run."""
    message = ForwardMsg.FromString(data)
    if message.WhichOneof("type") != "new_session":
        return data
    message.new_session.main_script_path = _MAIN.name
    message.new_session.initialize.environment_info.ClearField("python_version")
    message.new_session.initialize.environment_info.ClearField("server_os")
    return bytes(message.SerializeToString())


def _is_heard(data: bytes | None) -> bool:
    if data is None or len(data) > _LARGEST_BYTES:  # Streamlit ends the connection
        return True
    try:
        message = BackMsg.FromString(data)
        if message.WhichOneof("type") == "backend_operation_request":
            return message.backend_operation_request.WhichOneof("payload") in _DONE
        return message.WhichOneof("type") in _HEARD
    except Exception:  # noqa: BLE001  protobuf's own, which comes with Streamlit and is no dependency of ours
        return True

"""A request that is not answered: its status, and a plain sentence that tells a person why."""

from dataclasses import dataclass

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is said instead of an answer."""

    status: int
    sentence: str

    async def send(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Say it, over HTTP or in place of a WebSocket's handshake."""
        answer = PlainTextResponse(f"{self.sentence}\n", self.status, headers={"Cache-Control": "no-store"})
        if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": ""})
            return
        await answer(scope, receive, send)

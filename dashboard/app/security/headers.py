"""Headers of every answer, by Mozilla's guideline: what a page may load, who may frame it, what it tells others."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

_ALWAYS: Final = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), usb=()",
}
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STARTS: Final = ("http.response.start", "websocket.http.response.start")


def with_headers(send: Send, host: str, embedders: tuple[str, ...]) -> Send:
    """Sends the same, each answer with its headers. What Streamlit lets every page read, no other page may."""
    headers = {**_ALWAYS, "Content-Security-Policy": policy(host, embedders)}
    if not embedders:
        headers["X-Frame-Options"] = "DENY"

    async def sending(message: Message) -> None:
        if message["type"] in _STARTS:
            answered = MutableHeaders(scope=message)
            answered.update(headers)
            for name in [name for name in answered if name.startswith("access-control-")]:
                del answered[name]
        await send(message)

    return sending


def policy(host: str, embedders: tuple[str, ...]) -> str:
    """The Content-Security-Policy of a page of this `host`.

    Streamlit makes a blob of each component's module, styles as it draws, and decodes data by WebAssembly.
    """
    sockets = "" if not host or "[" in host else f" ws://{host} wss://{host}"  # which 'self' has in new browsers alone
    rules = {
        "default-src": "'self'",
        "script-src": f"'self' 'wasm-unsafe-eval' blob:{inline_scripts()}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self'{sockets}",
        "worker-src": "'none'",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(embedders) or "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


@cache
def inline_scripts() -> str:
    """The hashes of the scripts that stand in Streamlit's own page: it alone may have some, and no others."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    hashes = (b64encode(sha256(text.encode()).digest()).decode() for text in _INLINE.findall(page))
    return "".join(f" 'sha256-{each}'" for each in hashes)

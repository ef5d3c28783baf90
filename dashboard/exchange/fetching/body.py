"""The body of an answer: read and unpacked no further than it may be long."""

import http.client
import zlib
from typing import Final

from dashboard.exchange.fetching.address import AddressRefused

MOST_BYTES: Final = 20_000_000
"""The size of a body, as it is sent and as it is unpacked."""
_CHUNK: Final = 65_536
_PACKED: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
"""How a body may be packed, to what zlib calls it."""
_TOO_LARGE: Final = f"The document has more than {MOST_BYTES // 1_000_000} MB. Save it, and add the part that you need."
_BROKE_OFF: Final = "The server broke off before the end of the document. Try again."


def read_body(answer: http.client.HTTPResponse) -> bytes:
    """The document, unpacked. Raises `AddressRefused`; `OSError` or `http.client.HTTPException` from the connection."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", *_PACKED):
        raise AddressRefused(f"The server sends the document packed as {packing[:40]}. Save it in a browser first.")
    length = answer.length
    if length is not None and length > MOST_BYTES:
        raise AddressRefused(_TOO_LARGE)
    unpack = zlib.decompressobj(_PACKED[packing]) if packing in _PACKED else None
    received, body = 0, bytearray()
    while part := answer.read(_CHUNK):
        received += len(part)
        body += _unpack(unpack, part, MOST_BYTES + 1 - len(body)) if unpack else part
        if max(received, len(body)) > MOST_BYTES:
            raise AddressRefused(_TOO_LARGE)
    if answer.length or (unpack and received and not unpack.eof):
        raise AddressRefused(_BROKE_OFF)
    return bytes(body)


def _unpack(unpack: "zlib._Decompress", part: bytes, room: int) -> bytes:
    """What a part gives, at most `room` bytes: a few kilobytes may unpack to any size."""
    try:
        return unpack.decompress(part, room)
    except zlib.error as error:
        raise AddressRefused(f"The document cannot be unpacked ({error}). Save it in a browser first.") from error

"""Addresses of Spark Connect servers: `sc://HOST:PORT`, perhaps with what Spark Connect has behind it."""

import re
from typing import Final
from urllib.parse import urlsplit

_PORT: Final = 15002
_ADDRESS: Final = re.compile(r"sc://[A-Za-z0-9.\[\]:_-]+(?:/?;\S*|/)?")


def is_spark_address(address: str) -> bool:
    """Whether it is one, such as `sc://spark.example.org:443/;use_ssl=true`."""
    return _ADDRESS.fullmatch(address) is not None and bool(host_and_port(address)[0])


def host_and_port(address: str) -> tuple[str, int]:
    """The host, and the port or that of Spark Connect; an empty host where there is none."""
    try:
        parts = urlsplit(address.partition(";")[0])
        return parts.hostname or "", parts.port or _PORT
    except ValueError:
        return "", _PORT

"""The process in which one feed is read: it confines itself before it looks."""

from dataclasses import asdict
from typing import Any

from dashboard.exchange.documents import answer_confined
from dashboard.exchange.syndication.parsing import parse_feed


def _answer_of(raw: bytes, asked: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    return asdict(parse_feed(raw, asked["address"], asked["declared"])), b""


if __name__ == "__main__":
    answer_confined(_answer_of)

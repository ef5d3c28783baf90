"""Names of records as URNs: Web Annotation asks for IRIs, and a workspace has no host of its own."""

import re
from typing import Final

_ID: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_CLAIM: Final = re.compile(f"urn:dateline:claim:({_ID}):({_ID})")
_SOURCE: Final = re.compile(f"urn:dateline:source:({_ID})")
_EVENT: Final = re.compile(f"urn:dateline:event:({_ID})")
_PART: Final = re.compile(rf"urn:dateline:quote:{_ID}:{_ID}:(\d{{1,6}}):(\d{{1,6}})")

LONGEST_ID: Final = 80
GENERATOR: Final = "urn:dateline"
COLLECTION: Final = "urn:dateline:claims"


def claim_name(event: str, claim: str) -> str:
    """`urn:dateline:claim:EVENT:CLAIM`."""
    return f"urn:dateline:claim:{event}:{claim}"


def event_name(event: str) -> str:
    """`urn:dateline:event:EVENT`."""
    return f"urn:dateline:event:{event}"


def source_name(source: str) -> str:
    """`urn:dateline:source:SOURCE`."""
    return f"urn:dateline:source:{source}"


def part_name(event: str, claim: str, quote: int, part: int) -> str:
    """The name of one part of a quote with words left out; both numbers count from 0."""
    return f"urn:dateline:quote:{event}:{claim}:{quote}:{part}"


def claim_of(name: str) -> tuple[str, str] | None:
    """Event id and claim key, of a name that is a claim's."""
    found = _CLAIM.fullmatch(name)
    return (found[1], found[2]) if found and max(len(found[1]), len(found[2])) <= LONGEST_ID else None


def event_of(name: str) -> str | None:
    """The id, of a name that is an event's."""
    found = _EVENT.fullmatch(name)
    return found[1] if found and len(found[1]) <= LONGEST_ID else None


def source_of(name: str) -> str | None:
    """The id, of a name that is a source's."""
    found = _SOURCE.fullmatch(name)
    return found[1] if found else None


def quote_of(name: str) -> int | None:
    """The number of the quote, of a name that is a quote's part."""
    found = _PART.fullmatch(name)
    return int(found[1]) if found else None

"""What every Atom feed is written with: ids that stay, moments, and words as XML can hold them."""

import re
from datetime import datetime
from typing import Final
from uuid import UUID, uuid5
from xml.sax.saxutils import escape

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_IDS: Final = UUID("10d451f5-4cc0-4f99-bc7b-2def34f6897d")
_NOT_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def permanent_uuid(workspace: str, *parts: str) -> UUID:
    """The UUID of a thing in a workspace, of which only a hash is written."""
    told = "\0".join((workspace, *parts)).encode("utf-8", "backslashreplace")
    return uuid5(_IDS, told.decode())


def rfc3339(moment: datetime) -> str:
    """The moment as RFC 3339 writes it, in UTC."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def xml_text(words: str) -> str:
    """The words escaped for XML, in ASCII alone; what XML cannot hold becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", words)).encode("ascii", "xmlcharrefreplace").decode()

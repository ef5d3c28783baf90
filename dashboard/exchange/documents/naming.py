"""Short ids for sources, made of what a document is called."""

import re
from collections.abc import Collection, Iterable
from itertools import chain, count
from pathlib import PurePath
from typing import Final
from urllib.parse import unquote, urlsplit

from dashboard.exchange.documents.document import ReadDocument
from dashboard.store.source_description import sha256_of
from dashboard.store.writing import DEVICES
from dashboard.text.transliteration import transliterate

LONGEST: Final = 40
"""Characters of an id that is made here."""
_LEAST_OF_ORIGINAL: Final = 0.5
"""The part of the letters of a name that must be left in ASCII for it to be still that name."""
_SAYS_NOTHING: Final = re.compile(
    r"(index|default|home|documents?|dokument|download|untitled|pages?|files?|view|print|scan|image|export|content)"
    r"(-\d+)*|[0-9a-f]*\d[0-9a-f-]{7,}|[\d-]+"
)
"""Names of files and last steps of addresses that tell no document from another."""


def id_for_document(name: str, document: ReadDocument, taken: Collection[str]) -> str:
    """An id for a document that came from a file or an address called `name` (empty: from neither), not in `taken`.

    It is made of the file's name; where that says nothing, of the title, the last step of the address, the outlet and
    the date, or the first words.
    """
    id_ = next(filter(None, map(short_id, _candidates(name, document))), f"source-{sha256_of(document.text)[:8]}")
    if id_ in DEVICES:
        id_ = f"{id_}-document"
    return next(each for each in chain([id_], (f"{id_}-{number}" for number in count(2))) if each not in taken)


def short_id(words: str) -> str:
    """At most `LONGEST` characters of an id, cut between words; empty if too little of the words is left in ASCII."""
    plain = re.sub(r"[^a-z0-9]+", "-", transliterate(words)).strip("-")
    letters = sum(letter.isalnum() for letter in words)
    if sum(letter.isalnum() for letter in plain) < _LEAST_OF_ORIGINAL * letters or not re.search("[a-z]", plain):
        return ""
    if len(plain) <= LONGEST:
        return plain
    cut = plain[: LONGEST + 1].rpartition("-")[0]
    return cut or plain[:LONGEST]


def _candidates(name: str, document: ReadDocument) -> Iterable[str]:
    given = document.given
    is_address = "://" in name
    stem = _last_step(name) if is_address else PurePath(name).stem
    tells = not _SAYS_NOTHING.fullmatch(re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-"))
    title, outlet, date = given.get("title", ""), given.get("outlet", ""), given.get("published", "")[:10]
    host = urlsplit(name).hostname or "" if is_address else ""
    yield from ((title, stem if tells else "") if is_address else (stem if tells else "", title))
    yield f"{outlet or host.removeprefix('www.')} {date}" if outlet or host else ""
    yield document.text.strip()[:200].partition("\n")[0]
    yield stem


def _last_step(url: str) -> str:
    """`pier-opens` of `https://example.org/news/pier-opens.html?x=1`."""
    return PurePath(unquote(urlsplit(url).path).rstrip("/")).stem

"""How a written briefing looks, beside its words: what of it is hashed, and how a file is told that looks otherwise."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

PROVES: Final = (
    "The seal shows accidental or careless changes. It is not signed: who rewrites the seal with the rest is not found "
    "out."
)
SEAL_NOTE: Final = (
    "The seal in this file shows accidental or careless changes (dateline brief verify). It is not signed: who "
    "rewrites it with the rest is not found out."
)
"""At the foot of every written file: what its seal is worth."""
NOT_LOOKED_AT: Final = (
    "not looked at: pictures, fonts, hidden words and the edges of pages; the file was written before hashes of them "
    "were kept"
)

Looks = Mapping[str, str]
"""One of the aspects below to a hash of it."""

OTHERWISE: Final[Mapping[str, str]] = {
    "pictures": "pictures: they are not those that were written, or not as they stood",
    "fonts": "fonts: they are not those that were written; letters may look like others, or like nothing",
    "hidden": "hidden words: what is hidden in it is not what was hidden when it was written",
    "pages": "pages: their size or edges are not those that were written; part of them may be cut off",
    "style": "style: it is not the one that was written; words may be hidden or look otherwise",
    "scripts": "scripts: what runs in it is not what was written",
}


def looks_otherwise(written: Looks, found: Looks) -> tuple[str, ...]:
    """A sentence for each aspect that is another one than when the file was written."""
    return tuple(said for aspect, said in OTHERWISE.items() if written.get(aspect) != found.get(aspect))


def hash_of(pieces: Iterable[bytes | str]) -> str:
    """SHA-256 of pieces in their order, each by its own hash, so that none can run into the next."""
    whole = sha256()
    for piece in pieces:
        whole.update(sha256(piece.encode("utf-8", "surrogatepass") if isinstance(piece, str) else piece).digest())
    return whole.hexdigest()

"""How a written briefing looks, beside its words: what of it is hashed, and how a file is told that looks otherwise."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

PROVES: Final = (
    "The seal shows accidental or careless changes. It is not signed: if somebody rewrites the seal as well, the "
    "change is not detected."
)
SEAL_NOTE: Final = (
    "The seal in this file shows accidental or careless changes (dateline brief verify). It is not signed: if "
    "somebody rewrites it as well, the change is not detected."
)
"""At the foot of every written file: what its seal is worth."""
NOT_LOOKED_AT: Final = (
    "not checked: pictures, fonts, hidden words and page edges; the file was built before their hashes were stored"
)

Looks = Mapping[str, str]
"""One of the aspects below to a hash of it."""

OTHERWISE: Final[Mapping[str, str]] = {
    "pictures": "pictures: some were changed, moved or replaced after the file was built",
    "fonts": "fonts: they were changed after the file was built; letters may look different or be invisible",
    "hidden": "hidden words: they were changed after the file was built",
    "pages": "pages: their size or edges were changed after the file was built; parts may be cut off",
    "style": "style: it was changed after the file was built; words may be hidden or look different",
    "scripts": "scripts: they were changed after the file was built",
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

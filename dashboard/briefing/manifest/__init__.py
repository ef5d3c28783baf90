"""The manifest of a written document: what it was made of, and whether it still is as it was written."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.manifest.appearance import NOT_LOOKED_AT, PROVES, SEAL_NOTE, Looks, hash_of, looks_otherwise
    from dashboard.briefing.manifest.compared import Compared
    from dashboard.briefing.manifest.manifest import (
        Sealed,
        SealedSentence,
        SealNotReadable,
        as_json,
        body_hash,
        closed,
        opened,
        sealed,
        state_of,
    )
    from dashboard.briefing.manifest.problems import problems_of, problems_of_one
else:
    __getattr__ = lazy(__name__, __file__)

__all__ = [
    "NOT_LOOKED_AT",
    "PROVES",
    "SEAL_NOTE",
    "Compared",
    "Looks",
    "SealNotReadable",
    "Sealed",
    "SealedSentence",
    "as_json",
    "body_hash",
    "closed",
    "hash_of",
    "looks_otherwise",
    "opened",
    "problems_of",
    "problems_of_one",
    "sealed",
    "state_of",
]

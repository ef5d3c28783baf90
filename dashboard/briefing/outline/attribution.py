"""The line before a claim that says whose words it gives, without a name that the claim's text already has."""

from collections.abc import Iterator

from dashboard.evidence.words import speaks
from dashboard.model.claim import Claim

_BEHIND = (" of ", " in ", " for ")
"""Words at which a name may be cut: `U.S. embassy in Quito`."""


def attribution(claim: Claim, name: str, *, in_full: bool = False) -> str:
    """`Statement by Marco Rubio`; `Statement` where the text has him say it; empty of a fact that nobody says.

    `name` is that of the registry, empty where the speaker is known by the source's words alone. In running text a
    short form of it in the claim will do (`Rubio said`). `in_full`, for the annex, asks for the name itself there.
    """
    reported = claim.by_as_reported or ""
    speaker = name or reported
    forms = _forms(name) if name and not in_full else iter((speaker,))
    what = "Said" if claim.kind == "fact" else claim.kind.capitalize()
    if not speaker or any(speaks(claim.text, form) for form in forms):
        return "" if claim.kind == "fact" else what
    is_repeated = bool(name) and (reported.casefold() == name.casefold() or (not in_full and reported in claim.text))
    words = f"“{reported}”" if reported and not is_repeated else ""
    return f"{what} by {', in the words '.join(filter(None, (name, words)))}"


def _forms(name: str) -> Iterator[str]:
    """The name; of one that is all capitals, as a person's, its last word; else what stands before `of` or `in`."""
    yield name
    words = name.split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        yield words[-1]
    yield from (name.partition(each)[0] for each in _BEHIND if each in name)

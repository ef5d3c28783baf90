"""What Web Annotation has no word for: fields of a claim as terms of Dateline's own, which other programs pass over."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard.exchange.web_annotation.annotation import SelectedText, Unusable
from dashboard.model.claim import Claim, Quote
from dashboard.model.spelling import nearest

PREFIX: Final = "dateline:"
NAMESPACE: Final = "urn:dateline:terms#"
"""What the prefix stands for; a processor of JSON-LD may have written it out."""
STANDARD: Final = ("text", "kind", "quotes", "sources", "note")
"""Fields of a claim that the standard's own bodies and targets hold."""
FIELDS: Final = tuple(name for name in Claim.model_fields if name not in STANDARD)
"""The fields of a claim that are terms, under their own names."""
RECORDED: Final = ("exact", "prefix", "suffix")
"""The terms of a target: its quote as the record writes it, which may be typed differently from the text."""
EXCEPTION: Final = ("guard", "words", "reason")
"""The terms of one entry of `allow`: a guard's name is no term, and as a key JSON-LD would drop it."""
LONGEST_GUARD: Final = 80
MOST_VALUES: Final = 500
"""The most values that one term may have."""

Json = dict[str, Any]


def of_claim(claim: Claim) -> Json:
    """The terms of an annotation: the fields that are not as they would be anyway."""
    written = claim.model_dump(mode="json", include=set(FIELDS), exclude_defaults=True)
    if claim.allow:
        written["allow"] = [
            _with_prefix(dict(zip(EXCEPTION, (guard, list(each.words), each.reason), strict=True)))
            for guard, each in claim.allow.items()
        ]
    return _with_prefix(written)


def of_quote(quote: Quote) -> Json:
    """The terms of a target, where its selectors would not give the quote back as it is."""
    return _with_prefix({name: words for name in RECORDED if (words := getattr(quote, name))})


def of_annotation(given: Mapping[str, Any]) -> Json:
    """Fields of a claim, whose values are still to be validated. Raises `Unusable` for what is no term of a claim."""
    found = dict(_terms(given, FIELDS))
    if "allow" in found:
        found["allow"] = _exceptions(found["allow"])
    if "disputed_by" in found:
        found["disputed_by"] = _many(found["disputed_by"])
    return {name: _one(value) if name != "disputed_by" else value for name, value in found.items()}


def of_target(given: Mapping[str, Any], source: str) -> SelectedText | None:
    """The quote as its record writes it; None where the target does not say. Raises `Unusable`."""
    found = {name: _one(value) for name, value in _terms(given, RECORDED)}
    for name, value in found.items():
        if not isinstance(value, str):
            raise Unusable(f"`{PREFIX}{name}` of its target is not text")
    return SelectedText(source, **found) if "exact" in found else None


def _with_prefix(written: Mapping[str, Any]) -> Json:
    return {f"{PREFIX}{name}": value for name, value in written.items()}


def _terms(given: Mapping[str, Any], known: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """The terms by name without prefix; null values are left out, as in JSON-LD."""
    told: set[str] = set()
    for key, value in given.items():
        start = next((start for start in (PREFIX, NAMESPACE) if key.startswith(start)), None)
        if start is None or value is None:
            continue
        name = key.removeprefix(start)
        if name not in known:
            hint = nearest(name[:80], known) or f"those that can stand here are {', '.join(known)}"
            raise Unusable(f"`{key[:80]}` is no term of Dateline; {hint}")
        if name in told:
            raise Unusable(f"it has `{PREFIX}{name}` twice")
        if isinstance(value, list) and len(value) > MOST_VALUES:
            raise Unusable(f"`{PREFIX}{name}` has {len(value):,} values, more than {MOST_VALUES:,}")
        told.add(name)
        yield name, value


def _exceptions(given: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in _many(given):
        exception = {name: _one(value) for name, value in _terms(each, EXCEPTION)} if isinstance(each, dict) else {}
        guard = exception.get("guard")
        if not isinstance(guard, str) or "reason" not in exception:
            raise Unusable(f"`{PREFIX}allow` has an entry without `{PREFIX}guard` and `{PREFIX}reason`")
        if len(guard) > LONGEST_GUARD:
            raise Unusable(f"`{PREFIX}guard` has {len(guard):,} characters, more than {LONGEST_GUARD}")
        if any("\ud800" <= character <= "\udfff" for character in guard):
            raise Unusable(f"`{PREFIX}guard` has an incomplete character")
        if guard in found:
            raise Unusable(f"`{PREFIX}allow` gives two reasons for `{guard}`")
        found[guard] = {name: exception[name] for name in ("words", "reason") if name in exception}
    return found


def _many(given: Any) -> list[Any]:
    return given if isinstance(given, list) else [given]


def _one(given: Any) -> Any:
    """JSON-LD: one of a thing may stand in a list."""
    return given[0] if isinstance(given, list) and len(given) == 1 else given

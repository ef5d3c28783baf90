"""What another source says of an event that is there: its claims, and the values that they give, beside the first ones.

Events are here the mappings of fields that their files have.
"""

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from dashboard.model.forms import free_id

Fields = dict[str, Any]
_VALUES: Final = {"when": "date", "where": "place"}
"""Fields of which an event has one value that is drawn, and others beside it."""
_NEVER_TAKEN: Final = frozenset({"title", "review", "claims", "when", "where", "who", "amounts"})


@dataclass(slots=True)
class JoinedEvent:
    """An event with what another source says of it."""

    fields: Fields
    added: list[str] = field(default_factory=list)
    """Keys of the claims that are new."""
    differ: list[str] = field(default_factory=list)
    """What the sources give differently: `date`, `place`; both are kept."""
    left: list[str] = field(default_factory=list)
    """Fields of which the event has its own already."""


def join_event(event: Mapping[str, Any], draft: Mapping[str, Any]) -> JoinedEvent:
    """The `event` with the claims of a `draft` and all that rests on them; both keep the model.

    Claims, participants and amounts that the event has already are not added once more.
    """
    made = JoinedEvent(copy.deepcopy(dict(event)))
    keys = _add_claims(made, draft.get("claims") or {})
    amounts = _amount_keys(made.fields.get("amounts") or {}, draft.get("amounts") or {})
    given = _with_keys({name: each for name, each in draft.items() if name != "claims"}, keys, amounts)
    for name, word in _VALUES.items():
        if given.get(name):
            _add_value(made, name, word, given[name])
    for part in given.get("who") or ():
        _add_participant(made.fields.setdefault("who", []), part)
    for key, amount in (given.get("amounts") or {}).items():
        _add_amount(made.fields.setdefault("amounts", {}), amounts[key], amount)
    for name in sorted(given.keys() - _NEVER_TAKEN):
        _add_other(made, name, given[name])
    return made


def _add_claims(made: JoinedEvent, claims: Mapping[str, Any]) -> dict[str, str]:
    """The keys that the claims of a draft have in the event: none takes another's."""
    known = made.fields.setdefault("claims", {})
    keys: dict[str, str] = {}
    for wanted, claim in claims.items():
        same = next((key for key, each in known.items() if each == claim), None)
        keys[wanted] = same or free_id(wanted, {*known, *keys.values()})
    for wanted, claim in claims.items():
        if keys[wanted] not in known:
            known[keys[wanted]] = _with_keys(copy.deepcopy(claim), keys, {})
            made.added.append(keys[wanted])
    return keys


def _amount_keys(known: Mapping[str, Any], amounts: Mapping[str, Any]) -> dict[str, str]:
    """The keys that the amounts of a draft have in the event: of the same amount, for no other purpose, its own."""
    keys: dict[str, str] = {}
    for wanted, amount in amounts.items():
        value, purpose = amount.get("reported"), amount.get("purpose")
        alike = (key for key, each in known.items() if each.get("reported") == value)
        same = next((key for key in alike if value and purpose in (None, known[key].get("purpose"))), None)
        keys[wanted] = same or free_id(wanted, {*known, *keys.values()})
    return keys


def _with_keys(value: Any, claims: Mapping[str, str], amounts: Mapping[str, str], name: str = "") -> Any:
    """The value with each claim and amount of the draft by the key that it has in the event."""
    if isinstance(value, Mapping):
        return {key: _with_keys(each, claims, amounts, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_keys(each, claims, amounts, name) for each in value]
    if name in ("claims", "disputed_by"):
        return claims.get(value, value)
    return amounts.get(value, value) if name == "part_of" else value


def _add_value(made: JoinedEvent, name: str, word: str, given: Fields) -> None:
    """A date or a place: with the first one where both are the same, else beside it."""
    first = made.fields.setdefault(name, {})
    assessed = given.pop("assessed", None)
    if assessed and first.setdefault("assessed", assessed) != assessed:
        made.left.append(f"assessed {word}")
    value = given.get("reported")
    if value is None or first.get("reported") in (None, value):
        _unite(first, "claims", given.pop("claims", []))
        made.fields[name] = {**given, **first}
        return
    others = first.setdefault("also_reported", [])
    same = next((each for each in others if each["reported"] == value), None)
    if same is None:
        taken = ("reported", "as_reported", "claims") if name == "where" else ("reported", "claims")
        others.append({each: given[each] for each in taken if each in given})
    else:
        _unite(same, "claims", given.get("claims", []))
    made.differ.append(word)


def _add_participant(who: list[Fields], part: Fields) -> None:
    same = next((each for each in who if each.get("actor") == part.get("actor")), None)
    if same is None:
        who.append(part)
        return
    _unite(same, "claims", part.get("claims", []))
    for name, each in part.items():
        same.setdefault(name, each)


def _add_amount(amounts: dict[str, Fields], key: str, amount: Fields) -> None:
    if key not in amounts:
        amounts[key] = amount
        return
    _unite(amounts[key], "claims", amount.get("claims", []))


def _add_other(made: JoinedEvent, name: str, given: Any) -> None:
    """Any other field: a list is added to; of one value the event keeps its own."""
    known = made.fields.setdefault(name, given)
    if isinstance(known, list) and isinstance(given, list):
        known += [each for each in given if each not in known]
    elif known != given:
        made.left.append(name)


def _unite(part: Fields, name: str, items: list[str]) -> None:
    listed = part.setdefault(name, [])
    listed += [each for each in items if each not in listed]
    if not listed:
        del part[name]

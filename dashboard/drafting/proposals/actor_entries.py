"""Entries of the registry for those whom words name and whom it lacks: as far as the words say who they are."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from dashboard.drafting.people import WORD, TextNames, is_office, names_about
from dashboard.drafting.proposals.places import WORD_LIKE, country_of_adjective, is_country_noun, is_settled
from dashboard.model.forms import country_named, free_id
from dashboard.model.geography import country_name, towns_called
from dashboard.model.vocabularies import COUNTRY_FORMS, SEATS
from dashboard.store.views_file import id_for

NOTE: Final = "Proposed by a program, by its name in a source. The words there do not say what kind of actor this is."
_UNIONS: Final = {
    "Soviet Union": "government",
    "United Nations": "international-organisation",
    "European Union": "international-organisation",
    "North Atlantic Treaty Organization": "international-organisation",
}
"""What the list of countries has that is none of today."""
_ALSO_NAMES: Final = (WORD_LIKE - {"Washington", "Paris"}) | {"Wellington", "Sofia", "Lima", "Westminster", "Brussels"}
"""Seats that are names of persons and other places: only a text that names the country means its government."""
_FORCE: Final = re.compile(
    rf"(?:[Tt]he\s+)?(?P<whose>{WORD}(?:\s+{WORD}){{0,2}})(?:[’']s)?\s+"
    r"(?P<force>[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce|[Mm]ilitary|[Aa]rmed [Ff]orces|[Ss]pecial [Ff]orces|[Ff]orces"
    r"|troops|soldiers"
    r"|[Pp]olice|[Cc]oast [Gg]uard|warplanes|marines)"
)


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """An actor whom the registry lacks."""

    id: str
    fields: dict[str, Any]
    as_reported: str = ""
    """The words, where they name the actor in a way that no name of it is."""


def country_entry(name: str, text: str, taken: Collection[str], *, is_people: bool) -> ActorEntry | None:
    """The government of the country that a name is; with `is_people` also of its adjective.

    The `text` settles names that are words as well: with Amman in it, Jordan is the country.
    """
    forms = next((forms for forms in COUNTRY_FORMS if name in forms), (name,))
    code = country_named(forms[0]) or country_named(name) or (country_of_adjective(name) if is_people else "")
    kind = "government" if code else _UNIONS.get(forms[0], "")
    if code and is_people and not country_named(forms[0]):
        forms = (country_name(code) or name,)
    is_word = name in WORD_LIKE and not is_settled(name, text)
    if not kind or (not is_people and not is_country_noun(name)) or is_word:
        return None
    called = forms[0]
    fields: dict[str, Any] = {"name": called, "kind": kind, **({"country": code} if code else {})}
    if name != called:
        fields["aliases"] = [f"{name} government" if is_people and not is_country_noun(name) else name]
    return ActorEntry(_free(called, taken), fields)


def seat_country(name: str, text: str) -> str:
    """The country whose government a text calls by its seat: “Lisbon decided”; empty where several may be meant."""
    bare = name.removeprefix("the ").removeprefix("The ")
    countries = [each for *seats, each in SEATS if bare in seats]
    named = [each for each in countries if any(_stands(form, text) for form in _forms(each))]
    if len(named) != 1 and (len(countries) != 1 or bare in _ALSO_NAMES):
        return ""
    return named[0] if len(named) == 1 else countries[0]


def force_entry(words: str, taken: Collection[str]) -> ActorEntry | None:
    """The armed forces of a country that words name: “Ukrainian forces”, “Israel’s army”."""
    match = _FORCE.fullmatch(" ".join(words.split()))
    if match is None:
        return None
    code = country_named(match["whose"]) or country_of_adjective(match["whose"])
    if not code or match["whose"] in WORD_LIKE:
        return None
    called = f"{match['whose']} {match['force']}"
    fields: dict[str, Any] = {"name": called, "kind": "armed-force", "country": code}
    told = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    return ActorEntry(_free(called, taken), fields, told if told != called else "")


def named_entry(words: str, names: TextNames, taken: Collection[str]) -> ActorEntry | None:
    """The person or organisation that words name, in the text’s own words; None where they are no name of somebody."""
    if holder := names.holder(words):
        return ActorEntry(_free(holder, taken), {"name": holder, "kind": "person"}, " ".join(words.split()))
    name = names.bare_name(words)
    if person := names.person(words):
        fields: dict[str, Any] = {"name": person, "kind": "person"}
        if name and name not in person.split()[-1:] and name != person:
            fields["aliases"] = [name]
        return ActorEntry(_free(person, taken), fields)
    if names.is_shared(words):
        return None
    if found := names.organisation(words):
        called, kind, short = found
        fields = {"name": called, "kind": kind}
        if short:
            fields["aliases"] = [short]
        return ActorEntry(_free(called, taken), {**fields, **({"note": NOTE} if kind == "other" else {})})
    plain = " ".join(words.split()).removeprefix("the ").removeprefix("The ")
    if (
        plain in WORD_LIKE
        or any(map(is_office, plain.split()))
        or not names.is_name(plain)
        or _is_place_or_people(plain)
    ):
        return None
    return ActorEntry(_free(plain, taken), {"name": plain, "kind": "other", "note": NOTE})


def likely_actor(words: str, text: str) -> dict[str, str]:
    """The kind, and the country where it is known, of an actor whom some words name; nothing where they tell none."""
    entry = force_entry(words, ()) or country_entry(
        words.removeprefix("the ").removeprefix("The "), text, (), is_people=True
    )
    if entry:
        return {name: str(entry.fields[name]) for name in ("kind", "country") if name in entry.fields}
    names = names_about(words, text)
    if names.person(words) or not (found := names.organisation(words)):
        return {}
    first = found[0].split()[0].removesuffix("’s").removesuffix("'s")
    code = country_named(first) or country_of_adjective(first) if first not in WORD_LIKE else ""
    return {"kind": found[1], **({"country": code} if code else {})}


def _is_place_or_people(name: str) -> bool:
    """Whether a name is a town, a seat of government, or a people: it is no actor by itself."""
    is_form = any(name in forms for forms in COUNTRY_FORMS) or bool(country_of_adjective(name))
    return is_form or bool(country_named(name)) or any(name in seats for seats in SEATS) or bool(towns_called(name))


def _forms(country: str) -> tuple[str, ...]:
    return next((forms for forms in COUNTRY_FORMS if country in forms), (country,))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _free(name: str, taken: Collection[str]) -> str:
    return free_id(id_for(name), taken)

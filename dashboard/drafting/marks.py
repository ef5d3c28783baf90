"""Selected words put into an event that is being written: as a claim, or as what a claim gives.

An event is here the mapping of fields that its file would have. Each function returns a new one.
"""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from dashboard.checks.context import RegistryNames
from dashboard.drafting.amounts import quantity_in
from dashboard.drafting.dates import YearBefore, date_by_year_before, date_of
from dashboard.drafting.names import PlaceOffer, named_in, places_offered
from dashboard.drafting.quotes import quote_of, sentence_at, trim
from dashboard.drafting.titles import ENDS, title_of
from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold_once
from dashboard.evidence.sentences import Span
from dashboard.evidence.words import content_words
from dashboard.model.claim import Quote
from dashboard.model.forms import country_named, free_id
from dashboard.store.views_file import id_for

Fields = dict[str, Any]
_NEAR: Final = 2000
"""Characters on either side of some words that tell what they mean."""
_ANY_DAYS: Final = (date(2000, 1, 1), date(2000, 5, 1), date(2000, 9, 1))
"""One of them is near enough to any day of a year to tell its year."""
_KEY_WORDS: Final = 2
_NO_DATE: Final = "No date can be read from these words: they are kept as they are"
_NO_YEAR: Final = "These words have no year, and the source’s day is too far away to tell it: type the date"
_NO_DAY: Final = "The source’s day is missing: give it, and these words give a date"
_LONGEST_KEY: Final = 40
_AROUND_NAMES: Final = " ,.;:“”‘’\"'()"


@dataclass(frozen=True, slots=True)
class Selection:
    """Some words of a source."""

    source: str
    text: str
    """The whole text of the source."""
    span: Span
    """Half-open, in code points."""
    published: date | None = None
    """The day of the source, where it is known to a day."""

    @property
    def words(self) -> str:
        """The selected words, on one line."""
        start, end = trim(self.text, self.span)
        return " ".join(self.text[start:end].split())

    @property
    def around(self) -> str:
        """What stands near the words, by which it shows which of several places they mean."""
        start, end = self.span
        return self.text[max(0, start - _NEAR) : end + _NEAR]


@dataclass(frozen=True, slots=True)
class Marked:
    """What became of an event."""

    fields: Fields
    focus: str = ""
    """Path of the field that is looked at next, its steps parted by slashes."""
    said: str = ""
    """What was done, for whoever cannot see it."""
    places: tuple[PlaceOffer, ...] = ()
    """Places that the words may mean and that the registry lacks."""
    new_actor: str = ""
    """A name that no actor of the registry has."""
    new_place: str = ""
    """A name that no place of the registry has."""
    lacks_day: bool = False
    """Whether the words would give a date if the day of their source were known."""
    year_before: YearBefore | None = None
    """The year that the text names before words which have none."""
    new_actor_is: Mapping[str, str] = field(default_factory=dict)
    """`kind` and `country` of the new actor, as far as the text tells them."""


def mark_claim(event: Fields, selection: Selection, _registered: RegistryNames) -> Marked:
    """The words as a new claim, which says what they say."""
    fields, key = _with_claim(copy.deepcopy(event), selection, selection.span)
    return Marked(fields, f"claims/{key}/text", f"Claim {key} added")


def mark_quote(event: Fields, selection: Selection, key: str) -> Marked:
    """The words as one more quote of a claim that the event has."""
    fields = copy.deepcopy(event)
    quote = quote_of(selection.source, selection.text, selection.span)
    fields["claims"][key].setdefault("quotes", []).append(_quote_fields(quote))
    return Marked(fields, f"claims/{key}/text", f"Quote added to claim {key}")


def mark_date(event: Fields, selection: Selection, _registered: RegistryNames) -> Marked:
    """The words as what gives the date: read as EDTF, else kept as the source has them."""
    fields, key = _with_carrier(event, selection)
    when = fields.setdefault("when", {})
    for each in ("reported", "as_reported"):
        when.pop(each, None)
    _add(when, "claims", key)
    found = date_of(selection.words, selection.published)
    if found is None:
        when["as_reported"] = selection.words
        is_day_of_a_year = any(date_of(selection.words, day) for day in _ANY_DAYS)
        lacks_day = selection.published is None and is_day_of_a_year
        year = _year_before(selection)
        said = _NO_DAY if lacks_day else _NO_YEAR if is_day_of_a_year else _NO_DATE
        said = "These words have no year: choose one" if year else said
        return Marked(fields, "when/reported", said, lacks_day=lacks_day, year_before=year)
    when["reported"] = str(found.date)
    if not found.is_all:
        when["as_reported"] = selection.words
    return Marked(fields, "when/reported", f"Date: {found.date.words()}")


def take_year_before(event: Fields, selection: Selection) -> Marked:
    """The words as what gives the date, by the year that the text names before them: the claim quotes both."""
    found = _year_before(selection)
    if found is None:
        return Marked(event, "when/reported", _NO_DATE)
    fields, key = _with_carrier(event, selection)
    when = fields.setdefault("when", {})
    when |= {"reported": str(found.date), "as_reported": selection.words}
    _add(when, "claims", key)
    if not _carries(fields["claims"][key], Selection(selection.source, selection.text, found.span)):
        quote = quote_of(selection.source, selection.text, found.span)
        fields["claims"][key].setdefault("quotes", []).append(_quote_fields(quote))
    return Marked(fields, "when/reported", f"Date: {found.date.words()}")


def mark_place(event: Fields, selection: Selection, registered: RegistryNames) -> Marked:
    """The words as what names the place: of the registry, else offered to be added to it."""
    known = named_in(selection.words, registered, "place")
    if not known:
        offered = places_offered(selection.words, selection.around)
        said = "Choose the place" if offered else "Neither the registry nor the gazetteer has such a place: describe it"
        name = selection.words.strip(_AROUND_NAMES)
        return Marked(event, "where/reported", said, places=offered, new_place=name)
    fields, key = _with_carrier(event, selection)
    where = fields.setdefault("where", {})
    where.pop("as_reported", None)
    where["reported"] = known[0]
    _add(where, "claims", key)
    return Marked(fields, "where/reported", f"Place: {known[0]}")


def mark_actor(event: Fields, selection: Selection, registered: RegistryNames) -> Marked:
    """The words as what names who took part: the first one begins it; the roles of others are left open."""
    known = named_in(selection.words, registered, "actor")
    if not known:
        return Marked(event, "who", "The registry has no such actor", new_actor=_name_of_actor(selection.words))
    fields, key = _with_carrier(event, selection)
    for actor in known:
        _take_part(fields, actor, key)
    return Marked(fields, "who", f"Actors: {', '.join(known)}")


def mark_amount(event: Fields, selection: Selection, _registered: RegistryNames) -> Marked:
    """The words as what gives an amount: read as a number, else kept as the source has them."""
    fields, key = _with_carrier(event, selection)
    amounts = fields.setdefault("amounts", {})
    quantity = quantity_in(selection.words)
    given = {"as_reported": selection.words} if quantity is None else {"reported": quantity}
    same = [name for name, amount in amounts.items() if key in amount.get("claims", ()) and _gives(amount, given)]
    if same and len(same) >= _times_quoted(fields["claims"][key], selection.words):
        return Marked(event, f"amounts/{same[-1]}/reported/value", f"Amount {same[-1]} is of these words already")
    name = free_id("money" if quantity and "currency" in quantity else "count", amounts)
    amounts[name] = {**given, "claims": [key]}
    said = "No number can be read from these words" if quantity is None else f"Amount {name} added"
    return Marked(fields, f"amounts/{name}/reported/value", said)


def _name_of_actor(words: str) -> str:
    """The words as the name of a new actor: without the article of a sentence, and with that of `The Guardian`."""
    name = words.strip(_AROUND_NAMES)
    article, _, rest = name.partition(" ")
    is_of_the_sentence = article == "the" or (article == "The" and bool(country_named(rest)))
    return rest if is_of_the_sentence and rest else name


def _gives(amount: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    """Whether an amount has what these words give; somebody may have added to it."""
    if "as_reported" in given:
        return bool(amount.get("as_reported") == given["as_reported"])
    reported = amount.get("reported") or {}
    return isinstance(reported, Mapping) and given["reported"].items() <= reported.items()


def _times_quoted(claim: Mapping[str, Any], words: str) -> int:
    """How often a claim's quotes have these words: of “3 dead and 3 wounded”, both numbers are amounts."""
    return sum(" ".join(str(quote.get("exact", "")).split()).count(words) for quote in claim.get("quotes", ()))


def mark_speaker(event: Fields, selection: Selection, registered: RegistryNames) -> Marked:
    """The words as what names who says the claim that quotes them, or the last one."""
    fields = copy.deepcopy(event)
    claims = fields.get("claims") or {}
    key = _carrying(fields, selection) or next(reversed(claims), None)
    if key is None:
        fields, key = _with_claim(fields, selection, sentence_at(selection.text, selection.span))
        claims = fields["claims"]
    known = named_in(selection.words, registered, "actor")
    claim = claims[key]
    claim["kind"] = "statement"
    claim.pop("by_as_reported", None)
    if known:
        claim["by"] = known[0]
    else:
        claim.pop("by", None)
        claim["by_as_reported"] = selection.words
    return Marked(fields, f"claims/{key}/by", f"Speaker of {key}: {known[0] if known else selection.words}")


def choose_place(event: Fields, selection: Selection, place: str) -> Marked:
    """A place of the registry as the one that the words name, whatever they call it."""
    fields, key = _with_carrier(event, selection)
    where = fields.setdefault("where", {})
    where["reported"] = place
    _add(where, "claims", key)
    return Marked(fields, "where/reported", f"Place: {place}")


def choose_actor(event: Fields, selection: Selection, actor: str) -> Marked:
    """An actor of the registry as the one whom the words name."""
    fields, key = _with_carrier(event, selection)
    _take_part(fields, actor, key)
    return Marked(fields, "who", f"Actor: {actor}")


MARKS: Final[Mapping[str, Callable[[Fields, Selection, RegistryNames], Marked]]] = MappingProxyType(
    {
        "claim": mark_claim,
        "when": mark_date,
        "where": mark_place,
        "who": mark_actor,
        "how-much": mark_amount,
        "speaker": mark_speaker,
    }
)
"""What selected words may be said to be."""


def _year_before(selection: Selection) -> YearBefore | None:
    return date_by_year_before(selection.words, selection.text[: trim(selection.text, selection.span)[0]])


def _with_carrier(event: Fields, selection: Selection) -> tuple[Fields, str]:
    """The event with a claim that quotes the words, and the key of that; it is made of their sentence if need be."""
    fields = copy.deepcopy(event)
    if key := _carrying(fields, selection):
        return fields, key
    return _with_claim(fields, selection, sentence_at(selection.text, selection.span))


def _carrying(fields: Fields, selection: Selection) -> str | None:
    """The claim one of whose quotes has all of the selected words."""
    return next((str(key) for key, each in (fields.get("claims") or {}).items() if _carries(each, selection)), None)


def _carries(claim: Fields, selection: Selection) -> bool:
    """Whether one of the quotes of a claim has all of the selected words."""
    start, end = trim(selection.text, selection.span)
    for each in claim.get("quotes") or ():
        if each.get("source") != selection.source:
            continue
        try:
            spans = find(Quote.model_validate(each), selection.text, lambda: fold_once(selection.text)).spans
        except ValidationError:
            continue
        if any(first <= start and end <= last for first, last in spans):
            return True
    return False


def _with_claim(fields: Fields, selection: Selection, span: Span) -> tuple[Fields, str]:
    quote = quote_of(selection.source, selection.text, span)
    claims = fields.setdefault("claims", {})
    says = _sentence(quote.exact)
    key = free_id(_key(quote.exact), claims)
    claims[key] = {"text": says, "quotes": [_quote_fields(quote)]}
    if not fields.get("title"):
        fields["title"] = title_of(says)
    return fields, key


def _quote_fields(quote: Quote) -> Fields:
    return quote.model_dump(exclude_defaults=True)


def _sentence(words: str) -> str:
    """The words as a sentence: with a capital, and an end."""
    says = words[:1].upper() + words[1:]
    return says if says.rstrip("”’\"')").endswith(tuple(ENDS)) else f"{says.rstrip(',;:—–- ')}."


def _key(words: str) -> str:
    said = [each.text for each in content_words(words)][:_KEY_WORDS]
    made = id_for(" ".join(said))[:_LONGEST_KEY].strip("-")
    return "claim" if made == "view" else made


def _take_part(fields: Fields, actor: str, claim: str) -> None:
    who = fields.setdefault("who", [])
    part = next((each for each in who if each.get("actor") == actor), None)
    if part is None:
        is_first = not any(each.get("role") == "initiator" for each in who)
        part = {"actor": actor, **({"role": "initiator"} if is_first else {}), "claims": []}
        who.append(part)
    _add(part, "claims", claim)


def _add(part: Fields, name: str, item: str) -> None:
    listed = part.setdefault(name, [])
    if item not in listed:
        listed.append(item)

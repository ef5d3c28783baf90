"""Annotations made into draft events: their words into claims, what they select into quotes."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from dashboard.exchange.web_annotation import terms
from dashboard.exchange.web_annotation.annotation import Annotation, RefusedAnnotation
from dashboard.exchange.web_annotation.names import claim_of, event_of
from dashboard.exchange.web_annotation.quoting import HeldSources, quotes
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace

MOST_CLAIMS: Final = 200
"""In one event; the rest becomes another."""
LONGEST_TITLE: Final = 500
UNSAID: Final = "The annotation has no text of its own, so the claim has the text of its quote."
_ID_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Drafts:
    """What became of a file of annotations."""

    events: tuple[Event, ...]
    """Their ids are taken by no other event or file."""
    refused: tuple[RefusedAnnotation, ...]
    here: tuple[str, ...] = ()
    """Claims that the workspace has already, word for word: `event/claim`."""


def drafts(
    annotations: Iterable[Annotation | RefusedAnnotation],
    workspace: Workspace,
    taken: Iterable[str],
    source: str | None = None,
) -> Drafts:
    """An event for each group of annotations: of one event that Dateline exported, of one tag, or of one source.

    `taken` are ids that no event may have. With `source`, every annotation is of that source, whatever it names. A
    claim that is there already makes no second one.
    """
    held, known = HeldSources(workspace, source), _Known(workspace)
    refused: list[RefusedAnnotation] = []
    here: list[str] = []
    groups: dict[tuple[str, str], list[_DraftClaim]] = {}
    for each in annotations:
        made = each if isinstance(each, RefusedAnnotation) else _draft_claim(each, held)
        if isinstance(made, RefusedAnnotation):
            refused.append(made)
        elif name := known.name_of(made):
            here.append(name)
        else:
            groups.setdefault((made.event, made.title), []).append(made)
    ids = _Names(taken)
    placed = [
        (ids.free(id_), title, _by_key(claims[start : start + MOST_CLAIMS]))
        for (id_, title), claims in groups.items()
        for start in range(0, len(claims), MOST_CLAIMS)
    ]
    now: dict[str, tuple[str, str]] = {}
    for id_, _, keyed in placed:
        for key, made in keyed.items():
            if made.is_exported:
                now.setdefault(f"{made.event}/{made.key}", (id_, key))
    events = [
        _event(id_, title, {key: _with_disputes(made, id_, now, known) for key, made in keyed.items()})
        for id_, title, keyed in placed
    ]
    return Drafts(tuple(events), tuple(refused), tuple(here))


@dataclass(frozen=True, slots=True)
class _DraftClaim:
    """A claim, and the names that it had or wants."""

    event: str
    title: str
    key: str
    claim: Claim
    is_exported: bool
    """Whether Dateline gave the names: what other claims of the file may name it by."""


class _Known:
    """The claims of a workspace, by which it shows that one has been imported, or never left."""

    def __init__(self, workspace: Workspace) -> None:
        self._events = workspace.events
        self._by_title: dict[str, list[str]] = {}
        for event in workspace.events.values():
            self._by_title.setdefault(event.title, []).append(event.id)

    def has(self, event: str, key: str) -> bool:
        """Whether an event is there, and has a claim of that key."""
        return event in self._events and key in self._events[event].claims

    def name_of(self, made: _DraftClaim) -> str:
        """`event/claim` of the very same claim in an event of the same title, or of the same id; empty without one."""
        exported = [made.event] if made.is_exported and made.event in self._events else []
        for event in (*exported, *self._by_title.get(made.title, ())):
            for key, claim in self._events[event].claims.items():
                if claim == made.claim:
                    return f"{event}/{key}"
        return ""


def _draft_claim(annotation: Annotation, held: HeldSources) -> _DraftClaim | RefusedAnnotation:
    """What becomes of one annotation."""
    resources = [target for target in annotation.targets if event_of(target.source) is None]
    sources: list[str] = []
    for target in resources:
        id_ = held.id_of(target.source)
        if id_ is None:
            return RefusedAnnotation(
                annotation.number, annotation.id, f"not a source in this workspace is {target.source[:200]}"
            )
        sources.append(id_)
    alone = dict.fromkeys(id_ for target, id_ in zip(resources, sources, strict=True) if not target.exact)
    about = [*sources, *filter(None, (event_of(target.source) for target in annotation.targets))][0]
    title = next(filter(_is_seen, annotation.tags), "") or f"Annotations of {held.name_of(about)}"
    title = " ".join(title.split())[:LONGEST_TITLE]
    try:
        claim = _claim(annotation, quotes(resources, sources, held), alone)
        Event.model_validate({"id": "draft", "title": title, "claims": {"claim": claim}})
    except ValidationError as error:
        first = error.errors()[0]
        name, *inside = first["loc"]
        is_list = not isinstance(name, str) or isinstance(annotation.terms.get(name, []), list | dict)
        where = ".".join(map(str, (name, *inside) if is_list else (name,)))
        prefix = terms.PREFIX if name in annotation.terms else ""
        reason = f"no claim can be made of it: {prefix}{where}: {first['msg']}"
        return RefusedAnnotation(annotation.number, annotation.id, reason)
    exported = claim_of(annotation.id)
    event, key = exported or (slug(title) or about, slug(claim.text) or "claim")
    return _DraftClaim(event, title, key, claim, exported is not None)


def _is_seen(text: str) -> bool:
    """Whether it has more than space and signs that nobody sees, such as those of direction."""
    return any(character.isprintable() and not character.isspace() for character in text)


def _claim(annotation: Annotation, quoted: Sequence[Quote], alone: Iterable[str]) -> Claim:
    """Raises `ValidationError` for words that no record can hold."""
    text = annotation.text or (" ".join(quoted[0].exact.split()) if quoted else "")
    note = annotation.note if annotation.text else "\n".join(filter(None, (UNSAID, annotation.note)))
    given = {"text": text, "kind": annotation.kind, "quotes": quoted, "sources": list(alone), **annotation.terms}
    return Claim.model_validate({**given, "note": note} if note else given)


def _by_key(claims: Iterable[_DraftClaim]) -> dict[str, _DraftClaim]:
    keys = _Names(())
    return {keys.free(made.key): made for made in claims}


def _with_disputes(made: _DraftClaim, event: str, now: Mapping[str, tuple[str, str]], known: _Known) -> Claim:
    """The claim as one of `event`, and those that dispute it under the names that they have `now`, if they came along.

    Others are named as they were, or, where they stayed behind in the workspace, with their event.
    """

    def new_reference(reference: str) -> str:
        is_local = "/" not in reference
        found = now.get(f"{made.event}/{reference}" if is_local else reference)
        if found is None:
            left_there = is_local and made.is_exported and event != made.event and known.has(made.event, reference)
            return f"{made.event}/{reference}" if left_there else reference
        return found[1] if is_local and found[0] == event else "/".join(found)

    disputed_by = tuple(map(new_reference, made.claim.disputed_by))
    return made.claim.model_copy(update={"disputed_by": disputed_by}) if disputed_by else made.claim


def _event(id_: str, title: str, claims: Mapping[str, Claim]) -> Event:
    return Event.model_validate({"id": id_, "title": title, "claims": dict(claims), "review": {"status": "draft"}})


def slug(text: str) -> str:
    """An id made of a text: `The base, in 2009` to `the-base-in-2009`; empty where no letter of it can be used."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(words) > _ID_CHARACTERS:
        words = words[: _ID_CHARACTERS + 1].rpartition("-")[0] or words[:_ID_CHARACTERS]
    return words


class _Names:
    """Ids, each of which is given once."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """The id that is wanted, or the same with the first number, from 2, that makes it another."""
        number = self._last.get(wanted, 1)
        name = wanted if number == 1 else f"{wanted}-{number}"
        while name in self._taken:
            number += 1
            name = f"{wanted[:70].rstrip('-')}-{number}"
        self._last[wanted] = number
        self._taken.add(name)
        return name

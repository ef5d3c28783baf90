"""Annotations made into draft events: their words into claims, what they select into quotes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError

from dashboard.evidence.finding import find
from dashboard.evidence.folding import folded
from dashboard.exchange.web_annotation.annotation import Annotation, Refused, Selected
from dashboard.exchange.web_annotation.held import HeldSources
from dashboard.exchange.web_annotation.names import claim_of
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event
from dashboard.store.workspace import Workspace

MOST_CLAIMS: Final = 200
"""In one event; the rest becomes another."""
LONGEST_TITLE: Final = 500
ELLIPSIS: Final = " … "
UNSAID: Final = "The annotation has no words of its own; the text is that of its quote."
_ID_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True)
class Drafts:
    """What became of a file of annotations."""

    events: tuple[Event, ...]
    """Their ids are taken by no other event or file."""
    refused: tuple[Refused, ...]


def drafts(
    annotations: Iterable[Annotation | Refused], workspace: Workspace, taken: Iterable[str], source: str | None = None
) -> Drafts:
    """An event for each group of annotations: of one event that Dateline exported, of one tag, or of one source.

    `taken` are ids that no event may have. With `source`, every annotation is of that source, whatever it names.
    """
    held = HeldSources(workspace, source)
    refused: list[Refused] = []
    groups: dict[tuple[str, str], list[tuple[str, Claim]]] = {}
    for each in annotations:
        made = each if isinstance(each, Refused) else _made(each, held)
        if isinstance(made, Refused):
            refused.append(made)
        else:
            group, key, claim = made
            groups.setdefault(group, []).append((key, claim))
    ids = _Names(taken)
    events = [
        _event(ids.free(id_), title, claims[start : start + MOST_CLAIMS])
        for (id_, title), claims in groups.items()
        for start in range(0, len(claims), MOST_CLAIMS)
    ]
    return Drafts(tuple(events), tuple(refused))


def _made(annotation: Annotation, held: HeldSources) -> tuple[tuple[str, str], str, Claim] | Refused:
    """The event's id and title, the claim's key, and the claim."""
    sources: list[str] = []
    for target in annotation.targets:
        id_ = held.id_of(target.source)
        if id_ is None:
            return Refused(annotation.number, annotation.id, f"no source of this workspace is {target.source[:200]}")
        sources.append(id_)
    title = next(filter(_is_seen, annotation.tags), "") or f"Annotations of {held.name_of(sources[0])}"
    title = " ".join(title.split())[:LONGEST_TITLE]
    try:
        claim = _claim(annotation, sources, held)
        Event.model_validate({"id": "draft", "title": title, "claims": {"claim": claim}})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        return Refused(annotation.number, annotation.id, f"no claim can be made of it: {where}: {first['msg']}")
    event, key = claim_of(annotation.id) or (slug(title) or sources[0], slug(claim.text) or "claim")
    return (event, title), key, claim


def _is_seen(text: str) -> bool:
    """Whether it has more than space and signs that nobody sees, such as those of direction."""
    return any(character.isprintable() and not character.isspace() for character in text)


def _claim(annotation: Annotation, sources: Sequence[str], held: HeldSources) -> Claim:
    """Raises `ValidationError` for words that no record can hold."""
    quotes = [_quote(selected, id_, held) for selected, id_ in _quoted(annotation.targets, sources)]
    alone = dict.fromkeys(id_ for target, id_ in zip(annotation.targets, sources, strict=True) if not target.exact)
    text = annotation.text or (" ".join(quotes[0].exact.split()) if quotes else "")
    note = annotation.note if annotation.text else "\n".join(filter(None, (UNSAID, annotation.note)))
    given: dict[str, Any] = {"text": text, "kind": annotation.kind, "quotes": quotes, "sources": list(alone)}
    return Claim.model_validate({**given, "note": note} if note else given)


def _quoted(targets: Sequence[Selected], sources: Sequence[str]) -> Iterator[tuple[Selected, str]]:
    """What is selected, with its source; parts of one quote joined by an ellipsis again."""
    parts: dict[tuple[int, str], list[Selected]] = {}
    for target, id_ in zip(targets, sources, strict=True):
        if target.quote is not None and target.exact:
            parts.setdefault((target.quote, id_), []).append(target)
    told: set[tuple[int, str]] = set()
    for target, id_ in zip(targets, sources, strict=True):
        if target.quote is None and target.exact:
            yield target, id_
        elif target.quote is not None and target.exact and (target.quote, id_) not in told:
            told.add((target.quote, id_))
            joined = parts[target.quote, id_]
            exact = ELLIPSIS.join(part.exact for part in joined)
            yield Selected(target.source, exact, joined[0].prefix, joined[-1].suffix), id_


def _quote(selected: Selected, source: str, held: HeldSources) -> Quote:
    """With prefix and suffix only where the words need them; other programs always give both."""
    bare = Quote(source=source, exact=selected.exact)
    text = held.texts.get(source)
    if text is None:
        return bare
    finding = find(bare, text, lambda: folded(text.text))
    if finding.stands or not (selected.prefix or selected.suffix):
        return bare
    whole = Quote(source=source, exact=selected.exact, prefix=selected.prefix, suffix=selected.suffix)
    for name in ("prefix", "suffix"):
        less = whole.model_copy(update={name: ""})
        if find(less, text, lambda: folded(text.text)).stands:
            return less
    return whole


def _event(id_: str, title: str, claims: Sequence[tuple[str, Claim]]) -> Event:
    keys = _Names(())
    named: Mapping[str, Claim] = {keys.free(key): claim for key, claim in claims}
    return Event.model_validate({"id": id_, "title": title, "claims": dict(named), "review": {"status": "draft"}})


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

"""The mutation test: every digit and every name in what quotes must carry is changed, one at a time."""

import copy
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import Validation, validate
from dashboard.checks.validation.workspace_validation import check
from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.model.event import Event
from dashboard.model.problem import Problem

FIELDS = ("claim text", "quote", "reported date", "reported place", "reported actor", "reported amount", "as reported")
"""In which every mutant is to be caught."""
LEFT_OUT = {
    "title": "the team's words; not checked against quotes",
    "note": "the team's words, like summaries and reasons",
    "assessed": "what the team holds: it differs from the words on purpose",
    "review, judgements": "the team's own",
    "text of a claim without quotes": "rests on sources whose text is not held, or is inferred",
    "text of a claim with `allow`": "the guard is set aside, with a reason that is shown",
}
"""Where a mutant cannot be caught, and why."""
NAMES = ("Peru", "Kovac", "Lisbon", "Tanaka", "Norwegian", "Okafor", "Helsinki", "Zambia", "Moreau", "Kenyan")
"""None of them occurs in the seed workspace."""
_NAME = re.compile(r"(?<![\w’'.-])[A-Z][\w’'-]*[a-z](?=[^\w]|$)|\bU\.S\.")
_CAPITALS = """
    The A An It They That This In On Of At For No Some He Will Earlier Analysts Critics Proponents Secretary State
    Foreign Minister President Then
"""
"""Words with a capital that are no names: at the beginning of a sentence, and titles."""
_PLAIN = frozenset(_CAPITALS.split())

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Mutant:
    """One record with one character or one name changed."""

    field: str
    event: str
    path: Where
    before: str
    after: str
    data: Mapping[str, Any] = field(repr=False)

    def __str__(self) -> str:
        return f"{self.field}: {self.event} {'.'.join(map(str, self.path))}: “{self.before}” became “{self.after}”"


def mutants(root: Path, validation: Validation, seed: int = 2009) -> Iterator[Mutant]:
    """Every mutant of every record, in the order of the files; the same for the same seed."""
    chance = random.Random(seed)
    actors, places = sorted(validation.workspace.actors), sorted(validation.workspace.places)
    for id_, file in validation.workspace.files.items():
        if id_ not in validation.workspace.events:
            continue
        document = validation.workspace.documents[file]
        data: dict[str, Any] = document.data or {}
        for name, path in _fields(data, validation, id_):
            value = _at(data, path)
            if name == "reported place":
                others: Sequence[str] = [each for each in places if each != value]
                changes: Iterator[str] = iter([chance.choice(others)])
            elif name == "reported actor":
                changes = iter([chance.choice([each for each in actors if each != value])])
            else:
                changes = changed(str(value), chance)
            for after in changes:
                mutated = copy.deepcopy(data)
                _at(mutated, path[:-1])[path[-1]] = type(value)(after) if name == "reported amount" else after
                yield Mutant(name, id_, path, str(value), after, mutated)


def _fields(data: Mapping[str, Any], validation: Validation, event: str) -> Iterator[tuple[str, Where]]:
    verified = {key for key, evidence in validation.evidence.claims[event].items() if evidence.verdict is Verdict.FOUND}
    for part, name in (("when", "reported date"), ("where", "reported place")):
        for key, field_ in (("reported", name), ("as_reported", "as reported")):
            if key in data.get(part, {}):
                yield field_, (part, key)
    for index, part in enumerate(data.get("toward", ())):
        if part.get("claims"):
            yield "reported place", ("toward", index, "place")
    for index, part in enumerate(data.get("who", ())):
        if part.get("claims"):
            yield from (
                [("as reported", ("who", index, "as_reported"))]
                if "as_reported" in part
                else [("reported actor", ("who", index, "actor"))]
            )
    for key, amount in data.get("amounts", {}).items():
        if "reported" in amount:
            yield "reported amount", ("amounts", key, "reported", "value")
        if "as_reported" in amount:
            yield "as reported", ("amounts", key, "as_reported")
    for key, claim in data.get("claims", {}).items():
        if key in verified and not claim.get("allow"):
            yield "claim text", ("claims", key, "text")
        for index, quote in enumerate(claim.get("quotes", ())):
            if quote["source"] in validation.workspace.texts:
                yield "quote", ("claims", key, "quotes", index, "exact")
        for field_ in ("by_as_reported", "quoted_by_as_reported"):
            if isinstance(words := claim.get(field_), list):
                yield from (("as reported", ("claims", key, field_, index)) for index in range(len(words)))
            elif words is not None:
                yield "as reported", ("claims", key, field_)


def changed(text: str, chance: random.Random) -> Iterator[str]:
    """`text` with one digit changed, for each digit; then with one name changed, for each name."""
    for match in re.finditer(r"\d", text):
        other = chance.choice([digit for digit in "0123456789" if digit != match[0]])
        yield text[: match.start()] + other + text[match.end() :]
    for match in _NAME.finditer(text):
        if match[0] not in _PLAIN:
            yield text[: match.start()] + chance.choice(NAMES) + text[match.end() :]


def is_caught(mutant: Mutant, validation: Validation) -> bool:
    """Whether the mutated record has a problem that the record did not have."""
    try:
        mutated = Event.model_validate({**mutant.data, "id": mutant.event})
    except ValidationError:
        return True
    before = Counter(map(_told, _problems(validation.workspace.events[mutant.event], validation)))
    return bool(Counter(map(_told, _problems(mutated, validation))) - before)


def _told(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.message


def _problems(event: Event, validation: Validation) -> list[Problem]:
    """What is wrong with one event, looked at alone."""
    workspace = replace(validation.workspace, events={event.id: event})
    return check(Corpus(workspace, evidence_of({event.id: event}, workspace.texts)))


def _at(data: Any, path: Where) -> Any:
    for step in path:
        data = data[step]
    return data


def caught_by_field(root: Path, share: float = 1.0) -> tuple[Counter[str], Counter[str], list[Mutant]]:
    """How many mutants there are by field, how many are caught, and the survivors; of a seeded `share` of them."""
    validation = validate(root)
    chance = random.Random(1)
    all_, caught, survivors = Counter[str](), Counter[str](), []
    for mutant in mutants(root, validation):
        if chance.random() > share:
            continue
        all_[mutant.field] += 1
        if is_caught(mutant, validation):
            caught[mutant.field] += 1
        else:
            survivors.append(mutant)
    return all_, caught, survivors


if __name__ == "__main__":
    every, found, left = caught_by_field(Path(sys.argv[1]))
    sys.stdout.write("| field | mutants | caught | share |\n|---|---|---|---|\n")
    for name in FIELDS:
        sys.stdout.write(f"| {name} | {every[name]} | {found[name]} | {found[name] / max(every[name], 1):.1%} |\n")
    total, struck = every.total(), found.total()
    sys.stdout.write(f"| all | {total} | {struck} | {struck / total:.1%} |\n")
    for survivor in left:
        sys.stdout.write(f"survived: {survivor}\n")

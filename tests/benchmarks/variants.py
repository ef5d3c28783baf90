"""How often honest claims are struck, and wrong variants of them caught.

`python -m tests.benchmarks.variants FOLDER [TEXTS]`: FOLDER holds `first/`, a workspace as it was first written,
`final/`, the same without problems, and `variants.jsonl`, wrong variants of events of `final/`, one a line. Caught is
what gives a problem that `final/` does not have. A FOLDER without `first/` is both; its texts are in the folder TEXTS,
and found there by their hashes.

An exception in its old form, the reason alone, is read as one for the words that its guard finds in the honest event;
one for which it finds nothing is left out.
"""

import hashlib
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from dashboard.checks.guards.run import violations
from dashboard.checks.validation import Validation, validate, validate_workspace
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem


@dataclass
class Measured:
    """What checks say of honest claims, and of wrong variants by kind."""

    claims: int
    alarms: tuple[Problem, ...]
    variants: dict[str, list[str]] = field(default_factory=dict)
    """By kind, all of them: `event: what was changed`."""
    missed: dict[str, list[str]] = field(default_factory=dict)

    @property
    def caught(self) -> int:
        """How many variants have a problem that the honest event has not."""
        return sum(map(len, self.variants.values())) - sum(map(len, self.missed.values()))


def lay(folder: Path, texts: Path, workspace: Path) -> Path:
    """A corpus without texts as a workspace: each text with the hash that a description gives is laid beside it."""
    for part in ("events", "seeds"):
        shutil.copytree(folder / part, workspace / part)
    by_hash = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in texts.glob("*.txt")}
    for description in (workspace / "seeds").glob("*.yaml"):
        held = yaml.safe_load(description.read_text(encoding="utf-8")).get("text")
        if held:
            shutil.copy(by_hash[held["sha256"]], description.with_suffix(".txt"))
    return workspace


def measured(folder: Path, workspace: Path | None = None) -> Measured:
    """Alarms in `first/`, and what is caught of the variants of `final/`; of one `workspace` where it is both."""
    first = validate(workspace or folder / "first")
    final = first if workspace else validate(folder / "final")
    given = _found_words(final)
    final = _renewed(final, given)
    found = Measured(sum(len(event.claims) for event in first.workspace.events.values()), first.problems)
    for line in (folder / "variants.jsonl").read_text(encoding="utf-8").splitlines():
        variant: dict[str, Any] = json.loads(line)
        id_, kind = Path(variant["event"]).stem, variant["kind"]
        name = f"{variant['event']}: {variant['what']}"
        found.variants.setdefault(kind, []).append(name)
        if not _is_caught(final, id_, _with_words(variant["record"], id_, given)):
            found.missed.setdefault(kind, []).append(name)
    return found


FoundWords = Mapping[tuple[str, str, str], list[str]]
"""What each guard finds, by event, claim and guard."""


def _found_words(final: Validation) -> FoundWords:
    found: dict[tuple[str, str, str], list[str]] = {}
    for violation in violations(final.corpus):
        for claim in violation.claims:
            found.setdefault((violation.record.id, claim, violation.kind.code), []).extend(violation.words)
    return found


def _renewed(final: Validation, found: FoundWords) -> Validation:
    """The workspace with exceptions that name their words."""
    events = {id_: _event_with_words(event, found) for id_, event in final.workspace.events.items()}
    return validate_workspace(replace(final.workspace, events=events), final.look)


def _event_with_words(event: Event, found: FoundWords) -> Event:
    claims: dict[str, Claim] = {}
    for key, claim in event.claims.items():
        given = {code: each.model_dump(mode="json") for code, each in claim.allow.items()}
        allow = Claim.model_validate({"text": "a", "allow": _name_words(given, event.id, key, found)}).allow
        claims[key] = claim.model_copy(update={"allow": allow}) if given else claim
    return event.model_copy(update={"claims": claims})


def _with_words(record: dict[str, Any], id_: str, found: FoundWords) -> dict[str, Any]:
    claims = {
        key: {**claim, "allow": _name_words(claim["allow"], id_, key, found)} if "allow" in claim else claim
        for key, claim in record["claims"].items()
    }
    return {**record, "claims": claims}


def _name_words(allow: Mapping[str, Any], id_: str, key: str, found: FoundWords) -> dict[str, Any]:
    """The exceptions of one claim with the words that their guards find in the honest event; without idle ones."""
    named: dict[str, Any] = {}
    for code, given in allow.items():
        written = {"words": [], "reason": given} if isinstance(given, str) else given
        if words := written["words"] or found.get((id_, key, code)):
            named[code] = {**written, "words": words}
    return named


def _is_caught(final: Validation, id_: str, record: dict[str, Any]) -> bool:
    """Whether an event has a problem, by code and message, that the honest event of the same id has not."""
    try:
        event = Event.model_validate({**record, "id": id_})
    except ValidationError:
        return True
    return bool(_problems(final, event) - _problems(final, final.workspace.events[id_]))


def _problems(final: Validation, event: Event) -> Counter[tuple[str, str]]:
    """What the rules find wrong with one event in the place of that of its id."""
    before = final.workspace
    workspace = replace(before, events={**before.events, event.id: event})
    found = validate_workspace(workspace, final.look).look.findings[event.id]
    return Counter((problem.code, problem.message) for problem in found.problems)


def told(found: Measured) -> Iterator[str]:
    """The lines of a report: alarms by code, then what is caught of each kind, then all that is missed."""
    yield f"alarms in {found.claims} honest claims: {len(found.alarms)}"
    yield from (f"  {each.severity} {each.code} {each.file}:{each.line} {each.message}" for each in found.alarms)
    yield f"caught: {found.caught} of {sum(map(len, found.variants.values()))}"
    for kind, names in sorted(found.variants.items()):
        yield f"  {kind}: {len(names) - len(found.missed.get(kind, ()))} of {len(names)}"
    for kind, names in sorted(found.missed.items()):
        yield from (f"  missed: {kind}: {name}" for name in names)


if __name__ == "__main__":
    corpus, *texts = map(Path, sys.argv[1:])
    with tempfile.TemporaryDirectory() as made:
        laid = lay(corpus, texts[0], Path(made) / "workspace") if texts else None
        for line in told(measured(corpus, laid)):
            sys.stdout.write(f"{line}\n")

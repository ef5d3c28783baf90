"""How often guards are wrong: honest claims that they strike, and altered ones that they let pass."""

import hashlib
import json
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import yaml

from dashboard.checks.context.registry_names import RegistryNames
from dashboard.checks.corpus import Corpus
from dashboard.checks.guard_registry import GUARDS
from dashboard.checks.validation import Validation, validate
from dashboard.checks.validation.workspace_validation import check
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem

GUARDED = Path(__file__).parent.parent / "guarded"
"""Corpora: `calibration`, by which the guards were set, and `holdout`, which they had not seen."""


EXCHANGED = "two names exchanged"
"""What is changed in claims that are made by the program: not all of them say something else."""


@dataclass
class Judged:
    """What guards say of the corpus, by code."""

    honest: int = 0
    """Claims."""
    false_alarms: dict[str, list[str]] = field(default_factory=dict)
    """By code: `event/claim: message`."""
    altered: dict[str, list[str]] = field(default_factory=dict)
    """By what was changed: the altered claims."""
    caught: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    """By what was changed, then by code: those that were struck by it."""

    def missed(self, changed: str) -> list[str]:
        """The altered claims that nothing strikes."""
        struck = {each for found in self.caught.get(changed, {}).values() for each in found}
        return [each for each in self.altered[changed] if each not in struck]


def judged(corpus: Path, texts: Path, folder: Path) -> Judged:
    """Lay the corpus and the `texts` that it quotes into `folder`, and let the guards judge it."""
    lay(corpus, texts, folder)
    honest = validate(folder)
    found = Judged(sum(len(event.claims) for event in honest.workspace.events.values()))
    alarms = [problem for problem in honest.problems if problem.code in GUARDS]
    for problem in alarms:
        found.false_alarms.setdefault(problem.code, []).append(f"{problem.file}:{problem.line}: {problem.message}")
    before = Counter((problem.file, problem.code, problem.message) for problem in alarms)
    exchanges = ((name, EXCHANGED, event) for name, event in exchanged(honest))
    for name, changed, event in chain(altered(corpus, honest), exchanges):
        found.altered.setdefault(changed, []).append(name)
        file = honest.workspace.files[event.id]
        for problem in _struck(honest, event):
            if problem.file == file and not before[(problem.file, problem.code, problem.message)]:
                by_code = found.caught.setdefault(changed, {}).setdefault(problem.code, [])
                if name not in by_code:
                    by_code.append(name)
    return found


def lay(corpus: Path, texts: Path, folder: Path) -> None:
    """The corpus as a workspace; each text with a description that says no more than what it is."""
    for part in ("events", "seeds"):
        shutil.copytree(corpus / part, folder / part)
    for text in texts.glob("*.txt"):
        source, raw = f"more-{text.stem.replace('_', '-')}", text.read_bytes()
        held = {"sha256": hashlib.sha256(raw).hexdigest(), "characters": len(raw.decode())}
        described = {"kind": "article", "language": "en", "text": held}
        (folder / "seeds" / f"{source}.txt").write_bytes(raw)
        (folder / "seeds" / f"{source}.yaml").write_text(json.dumps(described), encoding="utf-8")


def altered(corpus: Path, honest: Validation) -> Iterator[tuple[str, str, Event]]:
    """Each altered claim: its name, what was changed, and its event with the change."""
    changes: list[dict[str, Any]] = yaml.safe_load((corpus / "altered.yaml").read_text(encoding="utf-8"))
    for change in changes:
        event = honest.workspace.events[change["event"]]
        fields = {key: change[key] for key in ("text", "by", "kind", "by_as_reported") if key in change}
        written = event.claims[change["claim"]].model_dump(exclude_unset=True)
        claim = Claim.model_validate({**written, **fields})
        changed = event.model_copy(update={"claims": {**event.claims, change["claim"]: claim}})
        yield f"{change['event']}/{change['claim']}: {change.get('text', change.get('by'))}", change["changed"], changed


def exchanged(honest: Validation) -> Iterator[tuple[str, Event]]:
    """Each claim with two of its names exchanged, for any two: its event and its text, and the event with it."""
    about = RegistryNames.of(honest.corpus).about
    for event in honest.workspace.events.values():
        for key, claim in event.claims.items():
            named = {each.bearers: each for each in reversed(about.named_in(claim.text))}
            for one, other in combinations(sorted(named.values(), key=lambda each: each.start), 2):
                if not one.bearers & other.bearers and one.text not in other.text and other.text not in one.text:
                    middle, rest = claim.text[one.end : other.start], claim.text[other.end :]
                    text = f"{claim.text[: one.start]}{other.text}{middle}{one.text}{rest}"
                    claims = {**event.claims, key: claim.model_copy(update={"text": text})}
                    yield f"{event.id}/{key}: {text}", event.model_copy(update={"claims": claims})


def _struck(honest: Validation, event: Event) -> list[Problem]:
    """What guards find wrong with one event alone."""
    alone = replace(honest.workspace, events={event.id: event})
    return [problem for problem in check(Corpus(alone, honest.evidence)) if problem.code in GUARDS]


def told(found: Judged) -> Iterator[str]:
    """The lines of the table, and what was struck or missed."""
    codes = sorted({*found.false_alarms, *(code for each in found.caught.values() for code in each)})
    yield f"| guard | false alarms of {found.honest} | {' | '.join(found.altered)} |"
    for code in codes:
        caught = [str(len(found.caught.get(changed, {}).get(code, ()))) for changed in found.altered]
        yield f"| `{code}` | {len(found.false_alarms.get(code, ()))} | {' | '.join(caught)} |"
    missed = [f"{len(found.missed(changed))} of {len(each)}" for changed, each in found.altered.items()]
    yield f"| none: missed | | {' | '.join(missed)} |"
    for code, alarms in found.false_alarms.items():
        yield from (f"false alarm: {code}: {alarm}" for alarm in alarms)
    for changed in found.altered.keys() - {EXCHANGED}:
        yield from (f"missed: {changed}: {name}" for name in found.missed(changed))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        for line in told(judged(GUARDED / sys.argv[1], Path(sys.argv[2]), Path(folder) / "workspace")):
            sys.stdout.write(f"{line}\n")

"""What an earlier look found is what would be found anew, whatever has changed in between."""

import random
import re
import shutil
from pathlib import Path

import pytest

from dashboard.checks.validation import validate, workspace_validation
from dashboard.store.loading import Loader
from tests.copying import copied
from tests.seldom import seldom

RECORDS = Path(__file__).resolve().parent.parent.parent / "records"
WORD = re.compile(r"[\w-]+")
CASES = 60


@pytest.fixture
def faulty(root, tmp_path):
    """The seed workspace with records that break a rule each: files that can be put into any workspace."""

    def make(chance):
        workspace = copied(root, tmp_path / "faulty")
        (workspace / "events" / "faulty").mkdir()
        cases = sorted((RECORDS / "invalid").glob("*.yaml")) + sorted((RECORDS / "valid").glob("*.yaml"))
        for case in chance.sample(cases, CASES):
            shutil.copy(case, workspace / "events" / "faulty")
        shutil.copytree(RECORDS / "base", workspace, dirs_exist_ok=True, ignore=shutil.ignore_patterns("registry"))
        return workspace

    return make


def change(workspace, chance, originals):
    """Change one file at random: a word for another's, a line away or twice, the whole file away or back."""
    files = [path for path in originals if not path.match("briefings/*")]
    path = chance.choice(files)
    deed = chance.choice(("word", "word", "word", "line", "twice", "gone", "back", "back"))
    if deed == "back" or not path.exists():
        path.write_bytes(originals[path])
    elif deed == "gone":
        path.unlink()
    elif deed == "word":
        text = path.read_text("utf-8")
        other = chance.choice(WORD.findall(originals[chance.choice(files)].decode()) or ["x"])
        at = chance.choice(list(WORD.finditer(text)) or [re.search("", text)])
        path.write_text(text[: at.start()] + other + text[at.end() :], "utf-8")
    else:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        at = chance.randrange(len(lines)) if lines else 0
        lines[at : at + 1] = [] if deed == "line" else lines[at : at + 1] * 2
        path.write_text("".join(lines), "utf-8")
    return f"{deed} {path.relative_to(workspace)}"


@pytest.mark.parametrize(("seed", "rounds"), [(1, 12), *seldom(*((seed, 80) for seed in range(2, 10)))])
def test_what_is_kept_is_what_would_be_found_anew(faulty, seed, rounds):
    """Files are changed one after the other: problems, verdicts and objections are those of a first look."""
    chance = random.Random(seed)
    workspace = faulty(chance)
    originals = {path: path.read_bytes() for path in sorted(workspace.rglob("*")) if path.suffix in (".yaml", ".txt")}
    loader = Loader(workspace)
    before = validate(loader)
    assert len(before.problems) > CASES // 4
    deeds = []
    for _ in range(rounds):
        deeds.append(change(workspace, chance, originals))
        before, anew = validate(loader, before), validate(workspace)
        assert before.problems == anew.problems, deeds
        assert before.evidence == anew.evidence, deeds
        assert before.likeness.pairs == anew.likeness.pairs, deeds


def test_only_what_rests_on_a_change_is_looked_at_again(workspace, monkeypatch):
    """An event that changes is looked at, with those that name it; all are, where a registry changes."""
    looked_at = []

    def remember(corpus):
        looked_at.append(set(corpus.events))
        return iter(())

    monkeypatch.setattr(workspace_validation, "RULES_OF_RECORDS", (remember,))
    loader = Loader(workspace)
    before = validate(loader)
    every = set(before.workspace.events)
    named_by = {id_: {each for each, found in before.look.findings.items() if id_ in found.events} for id_ in every}
    event = max(every, key=lambda id_: (len(named_by[id_]), id_))
    assert named_by[event]
    assert named_by[event] | {event} != every
    path = workspace / before.workspace.files[event]
    path.write_text(path.read_text("utf-8").replace("title: ", "title: The "), "utf-8")
    after = validate(loader, before)
    places = workspace / "events" / "registry" / "places.yaml"
    places.write_text(places.read_text("utf-8") + "\n", "utf-8")
    validate(loader, validate(loader, after))
    assert looked_at == [every, {event, *named_by[event]}, every, set()]

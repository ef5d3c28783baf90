"""Everything that is wrong in a workspace: what reading finds, and what the rules find."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.checks import (
    amounts,
    bases,
    claims,
    conclusions,
    places,
    quotes,
    references,
    relations,
    repetition,
    reported,
    sources,
    types,
)
from dashboard.checks.briefings import claims as briefing_claims
from dashboard.checks.briefings import fields, words
from dashboard.checks.context import without_inserted_words
from dashboard.checks.corpus import Corpus
from dashboard.checks.guards import run
from dashboard.evidence.near_duplicates import NO_DUPLICATES, NearDuplicates, near_duplicates_of
from dashboard.evidence.verdicts import EarlierEvidence, Evidence, evidence_of
from dashboard.model.problem import Problem, Severity
from dashboard.store.file_problems import limit_problems
from dashboard.store.loading import Loader, without_garbage_collection
from dashboard.store.workspace import PathInRecord, Workspace

Rule = Callable[[Corpus], Iterator[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *sources.RULES,
    *quotes.RULES,
    *claims.RULES,
    *reported.RULES,
    *bases.RULES,
    *amounts.RULES,
    *places.RULES,
    *types.RULES,
    *relations.RULES,
    *conclusions.RULES,
    *run.RULES,
    *repetition.RULES,
    *fields.RULES,
    *words.RULES,
    *briefing_claims.RULES,
)
"""Every rule. Each is one function that yields the problems of one subject, in a time linear in the corpus."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are."""

    files: int
    """YAML files that were looked into."""
    events: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Validation:
    """A workspace with all that is wrong in it."""

    corpus: Corpus
    problems: tuple[Problem, ...]
    """What reading, the model and the rules found, sorted by file and place; each file has a limited number."""
    evidence: Evidence
    """The verdicts of its claims, and what checks object to."""

    @property
    def workspace(self) -> Workspace:
        """What was loaded."""
        return self.corpus.workspace

    @property
    def likeness(self) -> NearDuplicates:
        """Pairs of sources whose texts are nearly the same."""
        return self.corpus.likeness

    @property
    def counts(self) -> Counts:
        """What the summary gives."""
        severities = Counter(problem.severity for problem in self.problems)
        files = {*self.workspace.documents, *self.workspace.set_aside}
        return Counts(len(files), len(self.workspace.events), severities[Severity.ERROR], severities[Severity.WARNING])


def validate(root: Path | Loader, before: Validation | None = None) -> Validation:
    """Load the workspace at `root` and check it. Raises `NotAWorkspace`; what is wrong in records is returned.

    With the `Loader` that read it `before`, only files that changed are read, and only their quotes looked up.
    """
    loader = root if isinstance(root, Loader) else Loader(root)
    return validate_workspace(loader.load(), before)


def validate_workspace(workspace: Workspace, before: Validation | None = None) -> Validation:
    """Check a workspace that has been read; of what has not changed since `before`, the findings are kept."""
    earlier = EarlierEvidence()
    if before is not None:
        known = before.workspace
        earlier = EarlierEvidence(known.events, known.texts, before.corpus.evidence, known.altered_sources)
    with without_garbage_collection():
        evidence = evidence_of(workspace.events, workspace.texts, earlier, workspace.altered_sources)
        likeness = near_duplicates_of(workspace.texts, workspace.hashes, before.likeness if before else NO_DUPLICATES)
        found = run.unchanged_violations(before.corpus, workspace, evidence) if before else {}
        corpus = Corpus(workspace, evidence, likeness, violations=found)
        problems = [*workspace.problems, *check(without_inserted_words(corpus))]
    return Validation(corpus, tuple(limit_problems(problems)), evidence_after_checks(corpus, problems))


def evidence_after_checks(corpus: Corpus, problems: Iterable[Problem]) -> Evidence:
    """The evidence of a corpus with the claims and values questioned that errors among its `problems` are about."""
    events = {file: id_ for id_, file in corpus.workspace.files.items()}
    objections: dict[str, set[PathInRecord]] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR and problem.path and problem.file in events:
            objections.setdefault(events[problem.file], set()).add(problem.path)
    return corpus.evidence.after_checks({event: frozenset(paths) for event, paths in objections.items()})


def check(corpus: Corpus) -> list[Problem]:
    """What the rules find wrong, beside what reading found. In the order of the rules."""
    return [problem for rule in RULES for problem in rule(corpus)]

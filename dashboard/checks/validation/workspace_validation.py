"""Everything that is wrong in a workspace: what reading finds, and what the rules find."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
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
from dashboard.checks.validation.changed_entries import EventWords
from dashboard.checks.validation.check_process import AT_ONCE
from dashboard.checks.validation.earlier_look import NOTHING_EARLIER, EarlierLook, EventFindings, Surroundings
from dashboard.cores import on_all_cores
from dashboard.evidence.near_duplicates import NearDuplicates, near_duplicates_of
from dashboard.evidence.verdicts import Evidence, evidence_of
from dashboard.model.event import Event
from dashboard.model.problem import Problem, Severity
from dashboard.store.file_problems import limit_problems
from dashboard.store.loading import Loader, without_garbage_collection
from dashboard.store.workspace import PathInRecord, Workspace

Rule = Callable[[Corpus], Iterator[Problem]]

RULES_OF_RECORDS: Final[tuple[Rule, ...]] = (
    *references.RULES,
    *quotes.RULES,
    *claims.RULES,
    *reported.RULES,
    *bases.RULES,
    *amounts.RULES,
    *types.RULES,
    *relations.RULES,
    *conclusions.RULES,
    *run.RULES,
    *repetition.RULES,
)
"""What they find of an event rests on the event, on what it names, and on registries and descriptions alone."""
RULES_OF_THE_WHOLE: Final[tuple[Rule, ...]] = (
    *sources.RULES,
    *places.RULES,
    *relations.RULES_OF_CIRCLES,
    *fields.RULES,
    *words.RULES,
    *briefing_claims.RULES,
)
"""What they find may rest on any record, or is of no event.

Each rule is one function that yields the problems of one subject, in a time linear in the corpus.
"""


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
    look: EarlierLook = field(default=NOTHING_EARLIER, repr=False, compare=False)
    """What was found of each event, for the next validation."""

    @property
    def workspace(self) -> Workspace:
        """What was loaded."""
        return self.corpus.workspace

    @property
    def likeness(self) -> NearDuplicates:
        """Pairs of sources whose texts are nearly the same."""
        return self.corpus.likeness

    @property
    def is_complete(self) -> bool:
        """Whether every record has been checked: until then it says of those that have not neither good nor bad."""
        return not self.evidence.unchecked

    @property
    def counts(self) -> Counts:
        """What the summary gives."""
        severities = Counter(problem.severity for problem in self.problems)
        files = {*self.workspace.documents, *self.workspace.set_aside}
        return Counts(len(files), len(self.workspace.events), severities[Severity.ERROR], severities[Severity.WARNING])


def validate(root: Path | Loader, before: Validation | None = None) -> Validation:
    """Load the workspace at `root` and check it. Raises `NotAWorkspace`; what is wrong in records is returned.

    With the `Loader` that read it `before`, only files that changed are read, and only what rests on them is checked.
    """
    loader = root if isinstance(root, Loader) else Loader(root)
    return validate_workspace(loader.load(), before.look if before else NOTHING_EARLIER)


def validate_workspace(workspace: Workspace, earlier: EarlierLook = NOTHING_EARLIER) -> Validation:
    """Check a workspace that has been read; of what has not changed since an `earlier` look, the findings are kept."""
    begun = begin_validation(workspace, earlier)
    return begun.complete(begun.check())


@dataclass(frozen=True, slots=True)
class BegunValidation:
    """A workspace whose quotes have been looked up, and what is known of its events without checking them anew."""

    corpus: Corpus
    looked_at: Corpus
    """As checks read it; its events are those that have to be checked."""
    surroundings: Surroundings
    known: Mapping[str, EventFindings]
    """What an earlier look found of an event, where that still holds."""
    words: EventWords

    @property
    def ids_to_check(self) -> Set[str]:
        """Ids of the events that have to be checked."""
        return self.looked_at.events.keys()

    def check(self, checked: Callable[[int], None] | None = None) -> list[Problem]:
        """What the rules of records find of those events; `checked` hears of each part of them how many it had."""
        with without_garbage_collection():
            return _problems_of_records(self.looked_at, checked)

    def complete(self, found: Iterable[Problem]) -> Validation:
        """The validation, with what the checks have `found`."""
        with without_garbage_collection():
            new, others = _by_event(self.looked_at, found)
            findings = {
                id_: self.known.get(id_) or EventFindings.of(event, self.corpus.evidence.claims[id_], new.get(id_, ()))
                for id_, event in self.corpus.workspace.events.items()
            }
        return self._validation(findings, others)

    def incomplete(self) -> Validation:
        """The validation while the checks go on: it says of no event that has to be checked that it holds."""
        found = self._validation(self.known, ())
        return replace(found, evidence=found.evidence.before_checks(frozenset(self.ids_to_check)))

    def _validation(self, findings: Mapping[str, EventFindings], others: Iterable[Problem]) -> Validation:
        corpus, workspace = self.corpus, self.corpus.workspace
        with without_garbage_collection():
            of_whole = [problem for rule in RULES_OF_THE_WHOLE for problem in rule(self.looked_at)]
        of_events = (problem for each in findings.values() for problem in each.problems)
        problems = [*workspace.problems, *others, *of_whole, *of_events]
        ids, texts, altered = workspace.known_events, workspace.texts, workspace.altered_sources
        look = EarlierLook(findings, ids, texts, altered, self.surroundings, corpus.likeness, self.words)
        return Validation(corpus, tuple(limit_problems(problems)), evidence_after_checks(corpus, problems), look)


def begin_validation(workspace: Workspace, earlier: EarlierLook = NOTHING_EARLIER) -> BegunValidation:
    """Look up the quotes of a workspace that has been read, and find out which of its events have to be checked."""
    with without_garbage_collection():
        evidence = evidence_of(workspace.events, workspace.texts, earlier.evidence, workspace.altered_sources)
        likeness = near_duplicates_of(workspace.texts, workspace.hashes, earlier.likeness)
        corpus = Corpus(workspace, evidence, likeness)
        surroundings = Surroundings.of(workspace, likeness)
        known = earlier.findings_that_hold(workspace, workspace.known_events, evidence, surroundings)
        looked_at = without_inserted_words(corpus.without(known))
    words = earlier.words if earlier.findings else EventWords()
    return BegunValidation(corpus, looked_at, surroundings, known, words)


def _problems_of_records(corpus: Corpus, checked: Callable[[int], None] | None = None) -> list[Problem]:
    """What the rules of records find; of many events, each core looks at a part of them.

    Whoever wants to hear how many have been `checked` lets them be looked at in smaller parts.
    """
    events = list(corpus.events.items())
    first = events[0][0] if events else None

    def look(part: Sequence[tuple[str, Event]]) -> list[Problem]:
        looked_at = replace(corpus, changed=dict(part))
        found = [problem for rule in RULES_OF_RECORDS for problem in rule(looked_at)]
        if not part or part[0][0] == first:
            return found
        files = {corpus.workspace.files[id_] for id_, _ in part}
        return [problem for problem in found if problem.file in files]  # what is of no event, the first part has told

    def look_by_parts(part: Sequence[tuple[str, Event]]) -> list[Problem]:
        found: list[Problem] = []
        for start in range(0, len(part), AT_ONCE):
            some = part[start : start + AT_ONCE]
            found += look(some)
            if checked is not None:
                checked(len(some))
        return found

    return on_all_cores(look_by_parts if checked and events else look, events)


def _by_event(corpus: Corpus, problems: Iterable[Problem]) -> tuple[dict[str, list[Problem]], list[Problem]]:
    """Problems by the event in whose file they are, and those in other files."""
    ids = {corpus.workspace.files[id_]: id_ for id_ in corpus.events}
    of_events: dict[str, list[Problem]] = {}
    others: list[Problem] = []
    for problem in problems:
        (of_events.setdefault(ids[problem.file], []) if problem.file in ids else others).append(problem)
    return of_events, others


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
    return [problem for rule in (*RULES_OF_RECORDS, *RULES_OF_THE_WHOLE) for problem in rule(corpus)]

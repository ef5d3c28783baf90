"""A briefing that is being written: what would be wrong with its file, by the same reading and rules as validation."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.checks.briefings import claims, words
from dashboard.checks.briefings import fields as briefings
from dashboard.checks.corpus import Guesses
from dashboard.checks.validation import Rule, Validation
from dashboard.model.briefing import Briefing
from dashboard.model.problem import Problem
from dashboard.store.briefing_files import file_of
from dashboard.store.record_file import record_in
from dashboard.store.yaml import Document, Path, read_document

RULES: Final[tuple[Rule, ...]] = (*briefings.RULES, *words.RULES, *claims.RULES)


@dataclass(frozen=True, slots=True)
class DraftResult:
    """What is made of a draft."""

    briefing: Briefing | None
    """None where it breaks the model: the problems say why."""
    validation: Validation
    """The workspace as if the draft, where it is a briefing, were one of its files."""
    problems: tuple[Problem, ...]
    document: Document

    def path_of(self, problem: Problem) -> Path:
        """The field that a problem is on; () where it is on the whole."""
        return self.document.path_at((problem.line, problem.column))


def check_draft(id_: str, fields: Mapping[str, Any], validation: Validation) -> DraftResult:
    """The draft with these fields, as its file would have them, read and checked. Raises `BriefingNotWritten`."""
    file = file_of(id_)
    document = read_document(
        json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace")
    )  # JSON is YAML, all quoted
    read = record_in(document, file, Briefing)
    briefing = read.records.get(id_)
    if not isinstance(briefing, Briefing):
        return DraftResult(None, validation, read.problems, document)
    workspace = replace(
        validation.workspace,
        briefings={**validation.workspace.briefings, id_: briefing},
        documents={**validation.workspace.documents, file: document},
    )
    alone = replace(workspace, briefings={id_: briefing})
    looked_at = replace(validation.corpus, workspace=alone, guesses=Guesses())
    found = sorted((problem for rule in RULES for problem in rule(looked_at)), key=lambda each: each.sort_key)
    others = (problem for problem in validation.problems if problem.file != file)
    within = Validation(replace(looked_at, workspace=workspace), (*others, *read.problems, *found), validation.evidence)
    return DraftResult(briefing, within, (*read.problems, *found), document)

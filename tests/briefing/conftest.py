"""Briefings of the seed workspace, and workspaces that differ from it in one record."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import Validation, validate
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.briefing import Briefing


@pytest.fixture(scope="session")
def seed(root: Path) -> Validation:
    """The seed workspace, checked."""
    return validate(root)


@pytest.fixture(scope="session")
def seed_briefing(seed: Validation) -> Briefing:
    """The briefing that the seed workspace holds."""
    return seed.workspace.briefings["us-troops-in-ecuador"]


@pytest.fixture(scope="session")
def with_records(seed: Validation) -> Callable[..., Validation]:
    """The seed workspace with other records: `events={id: record or None}` and so on; None takes it out."""

    def changed(**kinds: Mapping[str, Any]) -> Validation:
        workspace = seed.workspace
        for kind, records in kinds.items():
            kept = {**getattr(workspace, kind), **records}
            workspace = replace(workspace, **{kind: {key: each for key, each in kept.items() if each is not None}})
        return Validation(Corpus(workspace, evidence_of(workspace.events, workspace.texts)), ())

    return changed


@pytest.fixture(scope="session")
def briefing() -> Callable[..., Briefing]:
    """A briefing with these fields, of the thread on Ecuador unless it says otherwise."""

    def made(**fields: Any) -> Briefing:
        return Briefing.model_validate(
            {
                "id": "made",
                "title": "Made",
                "marking": "GREEN",
                "as_of": "2025-12-31",
                "selection": {"show": ["thread:us-ecuador-basing"]},
                **fields,
            }
        )

    return made

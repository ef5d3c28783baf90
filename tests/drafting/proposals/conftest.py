"""Texts of which events are proposed: each in a workspace of its own."""

from hashlib import sha256
from pathlib import Path

import pytest

from dashboard.checks.validation import validate
from dashboard.drafting.proposals import propose_events

ROOT = Path(__file__).resolve().parents[3]
SOURCE = "text"


@pytest.fixture
def workspace(tmp_path):
    """Makes a workspace whose one source has a text; its root."""

    def make(text, published=None, registries=None):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "events" / "registry").mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / f"{SOURCE}.txt").write_bytes(text.encode())
        held = f"text: {{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
        day = f'published: {{assessed: {{date: "{published}", basis: external, note: x}}}}\n' if published else ""
        (tmp_path / "seeds" / f"{SOURCE}.yaml").write_text(f"kind: article\nlanguage: en\n{held}{day}")
        for name, written in (registries or {}).items():
            (tmp_path / "events" / "registry" / f"{name}.yaml").write_text(written)
        return tmp_path

    return make


@pytest.fixture
def propose(workspace):
    """The proposals of a text."""

    def run(text, published=None, registries=None):
        return propose_events(SOURCE, validate(workspace(text, published, registries))).proposals

    return run


@pytest.fixture
def read(propose):
    """What the only proposal of a text fills, by field: the values; and the reasons of what is open."""

    def run(text, published=None, registries=None):
        (only,) = propose(text, published, registries)
        values = {}
        for each in only.filled:
            values.setdefault(each.field, []).append(each.value)
        return values, {each.field: each.reason for each in only.open}

    return run


@pytest.fixture(scope="package")
def seed_proposals():
    """The proposals of the sample's article."""
    return propose_events("us-troops-ecuador", validate(ROOT)).proposals

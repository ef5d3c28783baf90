"""Whatever a browser sends to Add, Edit and the inbox, and whatever lies where drafts are kept, nothing is raised."""

import copy
import json
import math
import random
from contextlib import suppress
from itertools import count

import pytest
import streamlit as st

from dashboard.app.pages.add import answers as add_answers
from dashboard.app.pages.add import draft as add_draft
from dashboard.app.pages.add.review import review_draft
from dashboard.app.pages.add.writer import data_of as add_data
from dashboard.app.pages.edit import answers as edit_answers
from dashboard.app.pages.edit import draft as edit_draft
from dashboard.app.pages.edit.reference import record_of
from dashboard.app.pages.edit.review import review_edit
from dashboard.app.pages.edit.writer import data_of as edit_data
from dashboard.app.pages.inbox import intake
from dashboard.app.shell import PageContext, state
from dashboard.checks.validation import validate
from dashboard.errors import DatelineError
from dashboard.store.editing import fields_in

SOURCE = "us-troops-ecuador"
GARBAGE = [
    *(None, True, False, 0, -1, 1.5, 10**400, math.inf, math.nan, "", "x", "../../x", "\ud800", "a\0b", "x" * 5000),
    *([], {}, [1], [None], {"a": 1}, [{}], [[]], {"": ""}, {"a": {"b": [{"c": None}]}}, "2025-13-45", "½"),
]
ROUNDS = 60


def spoilt(rng, value):
    """The value with garbage in some places, and others missing."""
    if rng.random() < 0.12:
        return copy.deepcopy(rng.choice(GARBAGE))
    if isinstance(value, dict):
        return {key: spoilt(rng, each) if rng.random() < 0.4 else each for key, each in value.items()}
    if isinstance(value, list):
        return [spoilt(rng, each) if rng.random() < 0.4 else each for each in value if rng.random() < 0.95]
    return value


def spoilt_report(rng, report):
    """What a page reports, with garbage for some of its parts; sometimes for all of it."""
    if rng.random() < 0.05:
        return copy.deepcopy(rng.choice(GARBAGE))
    parts = {key: copy.deepcopy(rng.choice(GARBAGE)) if rng.random() < 0.08 else each for key, each in report.items()}
    return {key: each for key, each in parts.items() if rng.random() < 0.97}


@pytest.fixture
def session(workspace, monkeypatch):
    """What the browser reports, by component."""
    kept, told, reported = {}, [""], {}
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.delenv("DATELINE_READ_ONLY", raising=False)
    monkeypatch.setattr(state, "flash", told.append)
    monkeypatch.setattr(state, "flash_message", lambda: told[-1])
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(state, "recall", kept.get)
    monkeypatch.setattr(state, "set_address", lambda *_pair: None)
    monkeypatch.setattr(state, "go_on", lambda: None)
    monkeypatch.setattr(st, "session_state", reported)
    return reported


def press_of(rng, acts, number, fields):
    """A press that a page could send."""
    claims = fields.get("claims")
    entries = [None, {"name": "Foo"}, {"name": 5}, {"name": "x", "sources": 5}, {"name": "Y", "sources": ["geonames"]}]
    return {
        "what": rng.choice([*acts, "nope"]),
        "press": number,
        "fields": spoilt(rng, fields),
        "number": number,
        "writer": "tab",
        "source": SOURCE,
        "start": rng.choice([0, 5, 10**9, -5]),
        "end": rng.choice([20, 60, -1]),
        "as": rng.choice([*add_answers.MARKS, "nope"]),
        "claim": rng.choice([*claims, "nope"] if isinstance(claims, dict) else ["nope"]),
        "text": rng.choice(["title: x", "title: [", "\ud800", "when: 5"]),
        "registry": rng.choice(["places", "actors", "nope"]),
        "entry": rng.choice(entries),
        "id_chosen": "ecuador",
    }


@pytest.mark.parametrize("seed", range(2))
def test_the_form_of_an_edit_takes_whatever_is_sent(session, workspace, seed):
    """What is kept of it is shown again."""
    rng, numbers = random.Random(seed), count(1)
    page = PageContext(validate(workspace))
    here = page.workspace
    names = [f"{kind}:{id_}" for kind in ("event", "source", "place", "actor") for id_ in getattr(here, f"{kind}s")]
    for _ in range(ROUNDS):
        record = record_of(rng.choice(names), page)
        raw = (workspace / record.file).read_bytes()
        sent = press_of(rng, edit_answers._ACTS, next(numbers), fields_in(raw, record.key))
        sent |= {"record": record.name, "opened": edit_draft.hash_of(raw)}
        session[edit_draft.COMPONENT] = {"pressed": spoilt_report(rng, sent), "draft": spoilt_report(rng, sent)}
        edit_answers.keep_reported()
        edit_answers.answer()
        with suppress(DatelineError):
            draft = edit_draft.draft_of(record)
            json.dumps(edit_data(draft, SOURCE, review_edit(draft, page), page))


@pytest.mark.parametrize("seed", range(2))
def test_the_form_of_a_new_event_takes_whatever_is_sent(session, workspace, seed):
    """What is kept of it is shown again."""
    rng, numbers = random.Random(seed), count(1)
    page = PageContext(validate(workspace))
    files = [*page.workspace.files.values()]
    acts = [name for name in add_answers._ACTS if name != "ask-model"]
    for _ in range(ROUNDS):
        sent = press_of(rng, acts, next(numbers), fields_in((workspace / rng.choice(files)).read_bytes(), ""))
        sent |= {"id": rng.choice(["", "x", "CON", "../x"]), "folder": rng.choice(["", "con", "../x"]), "event": "nope"}
        session[add_draft.COMPONENT] = {"pressed": spoilt_report(rng, sent), "draft": spoilt_report(rng, sent)}
        add_answers.keep_reported()
        add_answers.answer()
        draft = add_draft.draft_of(SOURCE)
        json.dumps(add_data(draft, review_draft(draft, page), (0, 500), page))


def test_the_inbox_takes_in_nothing_but_documents(session, workspace):
    """Parts in any order, of any type and number."""
    rng = random.Random(0)
    for number in range(1, 200):
        sent = {"what": "part", "press": number, "part": rng.choice([0, 1]), "of": rng.choice([1, 2]), "upload": "one"}
        sent |= {"data": rng.choice(["YWJj", "!", ""]), "name": rng.choice(["", "a.txt", "a.pdf", "CON", "a\0b"])}
        sent |= {"title": rng.choice(["", "x", "\ud800"]), "published": rng.choice(["", "nope"])}
        session[intake.COMPONENT] = {"pressed": spoilt_report(rng, sent)}
        intake.answer_intake()
    assert (workspace / "inbox").is_dir()

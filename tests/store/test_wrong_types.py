"""Wrong types in every field of every kind of record: a clear problem at the line, and the neighbour is read."""

import json

import pytest

from dashboard.store.loading import load

CARRIED = {"basis": "external", "sources": ["voa"], "claims": ["a"], "note": "N"}
QUANTITY = {"value": 6000000, "currency": "USD", "qualifier": "exact"}
EVENT = {
    "title": "T",
    "what": {"type": "retreat", "modes": ["withdraw"], "contexts": ["military"], "reality": "actual"},
    "threads": ["t"],
    "commitment": {"level": "ended", "claims": ["a"]},
    "weight": "major",
    "tags": ["x"],
    "when": {
        "reported": "2009",
        "as_reported": "w",
        "lasted": True,
        "claims": ["a"],
        "assessed": {**CARRIED, "date": "2009"},
    },
    "where": {"reported": "p", "as_reported": "w", "claims": ["a"], "assessed": {**CARRIED, "place": "p"}},
    "toward": [{"place": "p", "as": "about", "claims": ["a"], "assessed": CARRIED}],
    "who": [
        {"actor": "a", "role": "initiator", "as_reported": "w", "claims": ["a"], "assessed": {**CARRIED, "actor": "b"}}
    ],
    "amounts": {
        "m": {
            "reported": QUANTITY,
            "as_reported": "w",
            "purpose": "w",
            "part_of": "n",
            "claims": ["a"],
            "assessed": {**CARRIED, **QUANTITY, "part_of": "n"},
        }
    },
    "claims": {
        "a": {
            "kind": "fact",
            "text": "w",
            "by": ["a"],
            "by_as_reported": ["w"],
            "quoted_by": "a",
            "quoted_by_as_reported": "w",
            "quotes": [{"source": "s", "exact": "w", "prefix": "w", "suffix": "w"}],
            "sources": ["voa"],
            "basis": "inferred",
            "credibility": 2,
            "disputed_by": ["a"],
            "question": "t/q",
            "allow": {"number-not-quoted": {"words": ["w"], "reason": "w"}},
            "note": "w",
        }
    },
    "relations": [{"type": "leads-to", "event": "e", "claims": ["a"], "note": "w"}],
    "answers": [{"question": "t/q", "outcome": "no", "claims": ["a"]}],
    "judgements": [
        {
            "question": "t/q",
            "likelihood": "likely",
            "confidence": "low",
            "claims": ["a"],
            "by": "AB",
            "on": "2026-01-01",
        }
    ],
    "review": {"status": "draft", "by": "AB", "on": "2026-01-01", "note": "w"},
}
SOURCE = {
    "kind": "article",
    "title": "w",
    "outlet": {"reported": "w", "assessed": {**CARRIED, "value": "w"}},
    "author": "w",
    "published": {"reported": "2009", "assessed": {**CARRIED, "date": "2009"}},
    "accessed": "2009",
    "language": "en",
    "url": "https://example.org/",
    "origin": "w",
    "reliability": {"grade": "F", "reason": "w"},
    "rights": "w",
    "text": {"sha256": "0" * 64, "characters": 1},
    "set_aside": [{"exact": "w", "reason": "w"}],
    "parts": [{"as": "headline", "exact": "w"}],
    "note": "w",
}
PLACES = {
    "p": {
        "name": "w",
        "aliases": ["w"],
        "country": "EC",
        "precision": "city",
        "latitude": 1.5,
        "longitude": 2.5,
        "radius_km": 2.5,
        "sources": ["s"],
        "note": "w",
    }
}
ACTORS = {
    "a": {
        "name": "w",
        "kind": "person",
        "country": "EC",
        "aliases": ["w"],
        "offices": [{"title": "w", "when": "2009", "sources": ["s"]}],
        "sources": ["s"],
        "note": "w",
    }
}
THREADS = {"t": {"title": "w", "summary": "w", "questions": {"q": {"text": "w", "due": "2026-12-31", "note": "w"}}}}
FILES = {
    "events/f/bad.yaml": EVENT,
    "seeds/bad.yaml": SOURCE,
    "events/registry/places.yaml": PLACES,
    "events/registry/actors.yaml": ACTORS,
    "events/registry/threads.yaml": THREADS,
}
WRONG = ("zz zz", 5, True, ["zz"], {"zz": 1})
Path = tuple[str | int, ...]


def paths(data, above=()):
    """Every value in the data, the whole excepted."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield (*above, step)
        yield from paths(value, (*above, step))


def replaced(data, path, value):
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = replaced(data[path[0]], path[1:], value)
    return copy


def at(data, path):
    for step in path:
        data = data[step]
    return data


def fits(old, new):
    """Whether the new value is of a type that the field takes, by the old one."""
    number = isinstance(old, int | float) and not isinstance(old, bool)
    return type(old) is type(new) or (number and isinstance(new, int | float) and not isinstance(new, bool))


EITHER = {("title",), ("outlet",), ("author",), ("published",)}
EXCEPTION = ("claims", "a", "allow", "number-not-quoted")
READ_AS_WELL = {
    EXCEPTION: str,
    (*EXCEPTION, "words"): str,
    ("claims", "a", "by"): str,
    ("claims", "a", "by_as_reported"): str,
}
"""An exception in its old form is read, and told by a check of its own; one word or speaker needs no list."""
FIELDS = [
    pytest.param(file, path, id=f"{file}:{'.'.join(map(str, path))}")
    for file, data in FILES.items()
    for path in paths(data)
]


def wrong_for(file, path):
    """What the field does not take."""
    is_either = file == "seeds/bad.yaml" and path in EITHER
    return [
        wrong
        for wrong in WRONG
        if not fits(at(FILES[file], path), wrong)
        and not (is_either and isinstance(wrong, str | dict))
        and not isinstance(wrong, READ_AS_WELL.get(path, ()))
    ]


@pytest.mark.parametrize(("file", "path"), FIELDS)
def test_a_value_of_the_wrong_type_is_named_where_it_stands(tmp_path, file, path):
    """In every field of every record, with its line; and the good neighbour is read."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "events" / "f").mkdir(parents=True)
    (tmp_path / "events" / "registry").mkdir()
    (tmp_path / "events/f/good.yaml").write_text(json.dumps(EVENT))
    first = line_of(file, path)
    assert wrong_for(file, path)
    for wrong in wrong_for(file, path):
        (tmp_path / file).write_text(json.dumps(replaced(FILES[file], path, wrong), indent=1))
        workspace = load(tmp_path)
        assert "good" in workspace.events, wrong
        told = {problem.line for problem in workspace.problems if problem.file == file}
        last = first + len(json.dumps(wrong, indent=1).splitlines()) - 1
        assert any(first <= line <= last for line in told), (wrong, workspace.problems)
        assert all(problem.hint for problem in workspace.problems), wrong


def line_of(file, path):
    """The line on which the wrong value begins: where a mark in its place would stand."""
    marked = json.dumps(replaced(FILES[file], path, "@@@"), indent=1).splitlines()
    return next(number for number, line in enumerate(marked, 1) if '"@@@"' in line)


def test_the_whole_records_are_valid(tmp_path):
    """Or the cases above would find what they did not put there."""
    for file, data in FILES.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(json.dumps(data, indent=1))
    assert load(tmp_path).problems == ()

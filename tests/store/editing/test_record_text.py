"""A record's file says something else, and every line that is not of it stays as it was, byte for byte."""

import copy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.checks.documentation import field_order
from dashboard.store.editing import is_same, with_unseen
from dashboard.store.editing.nodes import YamlList, YamlMapping, tree_of
from dashboard.store.editing.record_text import NotEditable, edit_record
from dashboard.store.yaml import read_document
from tests.store.hostile_yaml_text import any_text

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = ("events", "seeds", "tests/records/valid", "tests/records/registry")
RECORDS = [file for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.yaml"))]
LARGE_BYTES = 6_000
RECORDS = [file for file in RECORDS if read_document(file.read_bytes()).data]
KEYS = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4})?", fullmatch=True)
TEXTS = any_text(most=60)
SINGLES = TEXTS | st.integers(-(10**9), 10**9) | st.booleans() | st.none() | st.floats(-1e6, 1e6)
VALUES = st.recursive(
    SINGLES, lambda each: st.lists(each, max_size=3) | st.dictionaries(KEYS, each, max_size=3), max_leaves=5
)

FILE = """\
# An event.
title: "Closed"   # ours
what: {type: retreat, modes: [withdraw]}  # kept

when:   # a day
    reported: '2009'
    claims:
    - closed     # the first
    # between
    - said
claims:
  # about the first
  closed:   # the first
    text: It was closed.
    quotes:
      - source: held   # which
        exact: >-   # copied
          It was closed
          in 2008

      # below
      - {source: other, exact: 'It''s "so"', prefix: "as, before" } # kept
  said:
    quotes: [{source: held, exact: plain words}, {source: held,
      exact: "two
        lines"}]
    note: |-
      As it
       stands

# the end
"""


def of(text):
    """The data of a file."""
    return read_document(text.encode() if isinstance(text, str) else text).data


def change(data, path, value):
    """The data with another value at a path; `del` for none."""
    now = copy.deepcopy(data)
    part = now
    for step in path[:-1]:
        part = part[step]
    if value is del_:
        del part[path[-1]]
    elif isinstance(part, list) and path[-1] == len(part):
        part.append(value)
    else:
        part[path[-1]] = value
    return now


del_ = object()
CASES = [
    (("title",), "Opened", 'title: "Closed"', 'title: "Opened"'),
    (("what", "type"), "aid", "type: retreat", "type: aid"),
    (("what", "modes", 1), "a b", "[withdraw]", '[withdraw, "a b"]'),
    (("what", "modes"), del_, ", modes: [withdraw]", ""),
    (("what", "type"), del_, "type: retreat, ", ""),
    (("what", "contexts"), ["legal"], "[withdraw]}", "[withdraw], contexts: [legal]}"),
    (("when", "reported"), "it's", "'2009'", "'it''s'"),
    (("when", "claims", 0), del_, "    - closed     # the first\n", ""),
    (("when", "claims", 1), "other", "    - said\n", "    - other\n"),
    (("when", "claims", 2), "other", "    - said\n", "    - said\n    - other\n"),
    (("when",), del_, FILE[FILE.index("when:") : FILE.index("claims:\n  #")], ""),
    (("tags",), ["legal"], "}  # kept\n", "}  # kept\ntags:\n  - legal\n"),
    (("claims", "closed", "text"), "It is “closed”, then.", "It was closed.", "It is “closed”, then."),
    (("claims", "closed", "text"), "No: it is #1.", "It was closed.", '"No: it is #1."'),
    (("claims", "closed", "kind"), "fact", "closed.\n    quotes", "closed.\n    kind: fact\n    quotes"),
    (
        ("claims", "closed", "quotes", 0, "exact"),
        "Words.",
        "          It was closed\n          in 2008\n",
        "          Words.\n",
    ),
    (("claims", "closed", "quotes", 0, "source"), del_, "source: held   # which\n        exact", None),
    (("claims", "closed", "quotes", 0), del_, FILE[FILE.index("      - source") : FILE.index("\n      # below")], ""),
    (("claims", "closed", "quotes", 1, "suffix"), "x", 'before" }', 'before", suffix: "x" }'),
    (("claims", "said", "quotes", 1, "exact"), "one", '"two\n        lines"', '"one"'),
    (("claims", "said", "note"), "One\nTwo", "As it\n       stands", "One\n      Two"),
    (("claims", "said", "note"), del_, "    note: |-\n      As it\n       stands\n", ""),
    (("claims", "new"), {"text": "A b."}, "       stands\n", '       stands\n  new:\n    text: "A b."\n'),
    (("claims", "closed"), del_, FILE[FILE.index("  closed:   #") : FILE.index("  said:\n")], ""),
    (("when", "lasted"), True, "    - said\n", None),
]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("path", "value", "old", "new"), CASES, ids=lambda each: "/".join(map(str, each)) if isinstance(each, tuple) else ""
)
def test_only_the_lines_of_the_field_change(path, value, old, new, head, ends):
    """Comments, quotes of others, spaces, line ends and a byte order mark stay."""
    now = change(of(FILE), path, value)
    changed = edit_record((head + FILE).replace("\n", ends).encode(), now, lambda path: field_order("event", path))
    assert is_same(of(changed), now)
    text = changed.decode()
    comments = ("# An event.", "# between", "# a day", "# the end", "# about the first")
    assert all(each in text for each in comments if path != ("when",) or each not in old)
    if new is not None:
        assert text == (head + FILE.replace(old, new, 1)).replace("\n", ends)


def test_a_key_with_another_name_is_changed_where_it_is():
    """The entry below it and its comments stay."""
    data = of(FILE)
    now = {**data, "claims": {"shut": data["claims"]["closed"], "said": data["claims"]["said"]}}
    assert edit_record(FILE.encode(), now).decode() == FILE.replace("  closed:   #", "  shut:   #")


def test_what_is_new_at_the_end_of_a_mapping_and_of_the_one_around_it_stands_where_it_belongs():
    """Both come behind the same line."""
    changed = edit_record(b"title: x\na:\n  b: 1\n", {"title": "x", "a": {"b": 1, "cc": 2}, "dd": 3})
    assert changed == b"title: x\na:\n  b: 1\n  cc: 2\ndd: 3\n"


def test_other_fields_take_the_place_of_all_that_a_file_has():
    """Comments stay."""
    raw = b"# Kept.\ntitle: One\n# Kept, too.\nclaims: {a: {text: b}}\n"
    changed = edit_record(raw, {"name": "Two", "tags": ["x"]})
    assert changed == b'# Kept.\nname: "Two"\ntags:\n  - "x"\n# Kept, too.\n'


def test_a_file_that_cannot_be_read_is_refused():
    """The message says where, and what to do."""
    with pytest.raises(NotEditable, match=r"Line 2, column 1.*Correct the file first"):
        edit_record(b"a: 1\na: 2\n", {"a": 3})


def test_the_file_of_a_form_that_drops_what_is_empty_keeps_it():
    """A null that says something, an empty list and spaces stay until they are changed."""
    before = {"a": {"part_of": None, "tags": [], "text": " x "}, "b": [{"c": None, "d": 1}]}
    assert with_unseen(before, {"a": {"text": "x"}, "b": [{"d": 2}]}) == {
        "a": {"part_of": None, "tags": [], "text": " x "},
        "b": [{"c": None, "d": 2}],
    }
    assert with_unseen({"a": {"b": 1}}, {}) == {}


def paths_of(data, path=()):
    """Every place in data at which a value can be set or removed."""
    if path:
        yield path
    if isinstance(data, dict):
        for key, each in data.items():
            yield from paths_of(each, (*path, key))
    elif isinstance(data, list):
        for index, each in enumerate(data):
            yield from paths_of(each, (*path, index))


def full_comments(text):
    """Lines that are comments, and stand above a top-level field."""
    return [line for line in text.splitlines() if line.startswith("#")]


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(file=st.sampled_from(RECORDS), data=st.data())
def test_any_change_of_any_record_is_written_and_read_back(file, data):
    """Of every record that there is: some values set, removed and added; what is outside of their fields stays."""
    ends = data.draw(st.sampled_from(["\n", "\r\n"]))
    raw = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", ends.encode())
    before = of(raw)
    now = copy.deepcopy(before)
    touched = set()
    for _ in range(data.draw(st.integers(1, 3))):
        places = list(paths_of(now))
        path = data.draw(st.sampled_from(places)) if places else ()
        what = data.draw(st.sampled_from(["set", "remove", "add"]))
        if what == "add" or not path:
            path = (*path[:-1], data.draw(KEYS)) if not path or isinstance(path[-1], str) else path
        value = del_ if what == "remove" and path in places and len(now) > 1 else data.draw(VALUES)
        now = change(now, path, value)
        touched.add(path[0])
    try:
        changed = edit_record(raw, now, lambda path: field_order("event", path))
    except NotEditable:
        is_empty = all(value is None for value in now.values())  # what is None is not written
        assert is_empty or tree_of(raw.decode().removeprefix("\ufeff")).is_flow
        return
    after = of(changed)
    assert is_same(after, now)
    assert full_comments(changed.decode()) == full_comments(raw.decode())
    for key in before.keys() - touched:
        assert block_of(raw, key) == block_of(changed, key)


def block_of(raw, key):
    """The bytes of a top-level field."""
    body = raw.decode().removeprefix("\ufeff")
    entry = next(each for each in tree_of(body).entries if each.key.value == key)
    return body[entry.start : entry.end]


def _by_size(file):
    """A large record has thousands of values: it is a proof."""
    name = f"{file.parent.name}-{file.stem}"
    return pytest.param(file, id=name, marks=pytest.mark.proof if file.stat().st_size > LARGE_BYTES else ())


@pytest.mark.parametrize("file", [_by_size(file) for file in RECORDS])
def test_every_single_value_of_every_record_can_be_changed_alone(file):
    """Lines above and below those of the value are the very same."""
    raw = file.read_bytes()
    body = raw.decode().removeprefix("\ufeff")
    before = of(raw)
    found = 0
    for path, node in singles_of(tree_of(body)):
        now = change(before, path, "Other words, then")
        changed = edit_record(raw, now).decode().removeprefix("\ufeff")
        assert changed.startswith(body[: node.start])
        assert changed.endswith(body[node.end :])
        found += 1
    assert found


@pytest.mark.proof
def test_single_values_of_records_that_were_written_elsewhere_change_alone_too(shared):
    """Of every file of records that the shared material has."""
    files = [file for file in (shared / "evidence").rglob("*.yaml") if read_document(file.read_bytes()).data]
    assert len(files) > 50
    for file in files:
        test_every_single_value_of_every_record_can_be_changed_alone(file)


def singles_of(node, path=()):
    """Single values with their paths."""
    if isinstance(node, YamlMapping):
        for each in node.entries:
            yield from singles_of(each.value, (*path, each.key.value))
    elif isinstance(node, YamlList):
        for index, each in enumerate(node.items):
            yield from singles_of(each, (*path, index))
    else:
        yield path, node

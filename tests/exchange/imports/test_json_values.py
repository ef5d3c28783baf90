"""JSON of any length and any malice: within bounds, one member at a time, and every refusal with its reason."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exchange.imports.layouts import json_values
from dashboard.exchange.imports.layouts.json_values import (
    BrokenValue,
    JsonNotRead,
    canonical,
    lines,
    members,
    parse,
    whole,
)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


class Trickle(io.StringIO):
    """A file that gives a few characters at a time."""

    def read(self, size=-1):
        return super().read(min(size, 3) if size >= 0 else 3)


@given(st.dictionaries(st.text(max_size=5), VALUES, max_size=4), st.lists(VALUES, max_size=4), st.booleans())
def test_members_are_those_of_a_parser(others, listed, is_pretty):
    """Wherever the pieces of the file end."""
    document = {**others, "features": listed}
    text = json.dumps(document, indent=2 if is_pretty else None, ensure_ascii=is_pretty)
    found = list(members(Trickle(text), ("features",)))
    assert [json.loads(each.text) for each in found if each.key == "features" and each.number] == listed
    alone = {each.key: json.loads(each.text) for each in found if not each.number}
    assert alone == {key: value for key, value in document.items() if key != "features"}
    assert [each.number for each in found if each.number] == list(range(1, len(listed) + 1))


@given(st.lists(VALUES, max_size=5))
def test_a_list_is_read_as_one(listed):
    """A document may be a list."""
    assert [json.loads(each.text) for each in members(Trickle(json.dumps(listed)), ())] == listed


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "x", "1", '"a"', "{", "[", '{"a"', '{"a":', '{"a": 1', '{"a": 1,', '{"a" 1}', "{1: 2}", "[1", "[1,"),
        *('{"a": "b', '{"a": [1, 2}', "[1] 2", "[[1]", '["\\', '{"a": 1 "b": 2}', '{"a": 1, "a": 2}', "[1 2]"),
    ],
)
def test_what_does_not_end_is_told(text):
    """Also where the file ends in the middle of a value."""
    with pytest.raises(JsonNotRead):
        list(members(Trickle(text), ("a",)))


def test_a_member_that_is_too_long_is_passed_over():
    """The others are read, and memory stays small: no more than a few pieces are held."""
    text = json.dumps([1, "x" * 5_000_000, [["y" * 10] * 300_000], {"a": "b"}])
    found = list(members(io.StringIO(text), (), most=1_000))
    assert [each.text for each in found] == ["1", None, None, '{"a": "b"}']


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 100_000 + "]" * 100_000, "nested"),
        ('{"a":' * 101 + "1" + "}" * 101, "nested"),
        ("NaN", "NaN"),
        ("[Infinity]", "Infinity"),
        ("-Infinity", "-Infinity"),
        ("1e999", "too large"),
        ("9" * 5_000, "too long"),
        ('{"a": 1, "a": 1}', "twice"),
        ("{'a': 1}", "not JSON"),
        ("[1,]", "not JSON"),
        ('"\t"', "not JSON"),
    ],
)
def test_what_json_does_not_have_is_refused(text, reason):
    """Though Python reads some of it."""
    with pytest.raises(BrokenValue, match=reason):
        parse(text)


def test_half_of_a_surrogate_pair_is_no_character():
    """A pair is one."""
    assert canonical(parse('"\\ud83d\\ude00"')) == '"😀"'
    with pytest.raises(BrokenValue, match="surrogate"):
        canonical(parse('{"a": ["\\ud83d"]}'))


def test_what_is_nested_too_deeply_is_one_member():
    """The scanner does not recurse: what stands behind it is read."""
    text = "[" + "[" * 100_000 + "]" * 100_000 + ", 2]"
    assert [each.number for each in members(io.StringIO(text), ())] == [1, 2]


def test_a_document_is_read_as_a_whole_within_a_bound():
    """And refused beyond it."""
    assert whole(io.StringIO("[1]"), 3) == [1]
    with pytest.raises(JsonNotRead, match="limit"):
        whole(io.StringIO("[1] "), 3)
    with pytest.raises(JsonNotRead, match="twice"):
        whole(io.StringIO('{"a": 1, "a": 2}'))


@pytest.mark.parametrize("read", [lambda file: list(members(file, ())), whole, lambda file: list(lines(file))])
def test_another_encoding_is_told(read):
    """JSON is UTF-8."""
    with pytest.raises(JsonNotRead, match="UTF-8"):
        read(io.TextIOWrapper(io.BytesIO('["caf\xe9"]'.encode("latin-1")), "utf-8-sig"))


def test_a_byte_order_mark_is_no_part_of_a_file():
    """Whoever opens the file takes it away."""
    opened = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf[1]"), "utf-8-sig")
    assert [each.text for each in members(opened, ())] == ["1"]


def test_lines_are_bounded(monkeypatch):
    """One that is too long is told, and the next is read; empty ones are not."""
    monkeypatch.setattr(json_values, "_CHUNK_CHARACTERS", 4)
    assert list(lines(io.StringIO("1\n\n" + "2" * 50 + "\n3\n" + "4" * 11), 10)) == ["1\n", None, "3\n", None]

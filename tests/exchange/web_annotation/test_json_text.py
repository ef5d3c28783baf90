"""JSON from elsewhere: read within bounds, else refused in a sentence."""

import time

import pytest

from dashboard.exchange.web_annotation.reading import MOST_BYTES, NotJson, parse_json


def test_json_is_read():
    """With or without a byte order mark."""
    assert parse_json('{"a": ["é", 1, null]}'.encode()) == {"a": ["é", 1, None]}
    assert parse_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"", "not JSON"),
        (b"title: YAML", "not JSON"),
        (b'{"a": 1,}', "not JSON"),
        (b'{"a": 1} {"b": 2}', "Extra data"),
        (b"\xff\xfe[\x00]\x00", "not UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "-Infinity"),
        (b'{"id": 1, "b": {"exact": "x", "exact": "y"}}', "“exact” twice"),
        (b"[" * 200_000 + b"]" * 200_000, "nested too deep"),
        (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "nested too deep"),
        (b"[" + b"1" * 10_000 + b"]", "JSON in the file cannot be read"),
        (b'"' + b"x" * MOST_BYTES + b'"', "Split it"),
    ],
    ids=["empty", "yaml", "comma", "two", "utf-16", "nan", "infinity", "key", "lists", "objects", "number", "size"],
)
def test_what_is_no_json_is_refused_in_a_sentence(raw, told):
    """Neither a traceback nor a crash."""
    with pytest.raises(NotJson, match=told):
        parse_json(raw)


def test_an_object_of_thousands_of_keys_is_refused_at_once():
    """With a key twice at its end, which was looked for among all of them, for each of them."""
    keys = ", ".join(f'"key-{number}": 1' for number in range(40_000))
    begun = time.process_time()
    with pytest.raises(NotJson, match=r"40,001 keys\. The limit is 1,000"):
        parse_json(f'{{{keys}, "key-39999": 2}}'.encode())
    assert time.process_time() - begun < 2

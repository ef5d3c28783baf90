"""Unquoted values follow the core schema of YAML 1.2."""

import pytest

from dashboard.store.yaml.scalars import MAX_DIGITS
from dashboard.store.yaml.strict_yaml import read_document

VALUES = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "nULL": "nULL", "none": "none", "None": "None",
    "true": True, "True": True, "TRUE": True, "tRUE": "tRUE", "false": False, "False": False, "FALSE": False,
    "yes": "yes", "no": "no", "NO": "NO", "on": "on", "off": "off", "Y": "Y", "n": "n", "t": "t",
    "0": 0, "-0": 0, "+12": 12, "-12": -12, "6000000": 6_000_000, "0o17": 15, "0xFF": 255, "0xff": 255,
    "-0xFF": "-0xFF", "0b11": "0b11", "0o8": "0o8", "0x": "0x", "1_000": "1_000", "6,000,000": "6,000,000",
    "1.5": 1.5, "-1.5e3": -1500.0, "1e3": 1000.0, "1E+3": 1000.0, ".5": 0.5, "5.": 5.0, "+.5": 0.5, "1e-3": 0.001,
    ".": ".", "..": "..", "+": "+", "-a": "-a", "e5": "e5", "1e": "1e", "1.2.3": "1.2.3", "$5": "$5",
    "12:30": "12:30", "1:30:00": "1:30:00", "2025-09-04": "2025-09-04", "2025-09": "2025-09", "2009?": "2009?",
    "2025-09-04T12:30:00Z": "2025-09-04T12:30:00Z", "1999/2009": "1999/2009", "200X": "200X", "2009": 2009,
    "9" * MAX_DIGITS: int("9" * MAX_DIGITS), "-" + "9" * MAX_DIGITS: -int("9" * MAX_DIGITS),
    "١٢": "١٢", "½": "½", "infinity": "infinity", "nan": "nan", ".infinite": ".infinite", "<<": "<<", "=": "=",
}  # fmt: skip


@pytest.mark.parametrize(("written", "read"), VALUES.items())
def test_an_unquoted_value_means_what_the_core_schema_says(written, read):
    """Type and value are those of YAML 1.2, and everything else is text."""
    document = read_document(f"a: {written}\nb:\n  - {written}\nc: '{written}'\n".encode())
    assert document.problems == ()
    assert document.data == {"a": read, "b": [read], "c": written}
    assert type(document.data["a"]) is type(read)


@pytest.mark.parametrize("written", ["2009", "null", "~", "true", "FALSE", "1e3", "0x10", ".inf", "9" * 50])
def test_an_unquoted_key_that_is_no_text_is_refused(written):
    """A key that the core schema reads as something else is a problem, with the fix to quote it."""
    document = read_document(f"a: 1\n{written}: 2\n".encode())
    (problem,) = document.problems
    assert (problem.code, problem.line, problem.column) == ("yaml-key-not-string", 2, 1)
    assert "quote it" in problem.hint


@pytest.mark.parametrize("written", ["NO", "yes", "on", "12:30", "2025-09-04", "nothing", "-x", "7-seas"])
def test_an_unquoted_key_that_is_text_is_read(written):
    """`NO` is a key like any other."""
    assert read_document(f"{written}: 2\n".encode()).data == {written: 2}


@pytest.mark.parametrize(
    "written", [".inf", "-.inf", "+.Inf", ".INF", ".nan", ".NaN", ".NAN", "1e999", "-1e999", "9" * (MAX_DIGITS + 1)]
)
def test_a_number_that_is_no_quantity_is_refused(written):
    """Infinity, not-a-number and boundless numbers are problems where they stand."""
    document = read_document(f"a:\n  - {written}\n".encode())
    assert document.data is None
    (problem,) = document.problems
    assert (problem.code, problem.line, problem.column) == ("yaml-number", 2, 5)


@pytest.mark.parametrize("written", ["0x" + "F" * 900_000, "0o" + "7" * 900_000, "9" * 900_000, "1e" + "9" * 900_000])
def test_a_number_of_many_digits_is_refused_in_bounded_time(written):
    """No number of any base is computed that is longer than the bound."""
    (problem,) = read_document(f"a: {written}\n".encode()).problems
    assert problem.code == "yaml-number"
    assert len(problem.message) < 120


@pytest.mark.parametrize(("written", "read"), [("0123", 123), ("-007", -7), ("+00", 0), ("089", 89)])
def test_a_leading_zero_is_read_as_the_core_schema_has_it_with_a_warning(written, read):
    """`0123` is 123 and not 83, and the reader says that others read it differently."""
    document = read_document(f"a: {written}\n".encode())
    assert document.data == {"a": read}
    (problem,) = document.problems
    assert (problem.code, problem.severity, problem.line, problem.column) == ("yaml-leading-zero", "warning", 1, 4)


@pytest.mark.parametrize("written", ["00.5", "0", "0.5", "0x01", "00:30", "01-02"])
def test_a_zero_that_nobody_misreads_is_no_warning(written):
    """Fractions, times and dates may begin with a zero."""
    assert read_document(f"a: {written}\n".encode()).problems == ()

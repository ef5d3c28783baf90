"""Tables are read as Python's own parser reads them, row by row with their lines; what is broken is named."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dashboard.exchange.imports.reading.decoding as decoding
import dashboard.exchange.imports.reading.delimited as delimited
from dashboard.exchange.imports.layouts import DelimitedFile, Layout, NotRead
from dashboard.exchange.imports.reading import MemberReader, Position, open_inputs

PLAIN = Layout(
    "plain", "Plain", "P", "CC0", "https://example.org", DelimitedFile(), ("a", "b"), ("c",), ("", ""), {}, ()
)
FIELDS = st.text(st.sampled_from("xyé,\"\n '7"), max_size=6)
ROWS = st.lists(st.tuples(FIELDS, FIELDS, FIELDS).filter(any), max_size=25)


BEGIN = Position()


def read(path, layout=PLAIN, start=BEGIN):
    """The rows with their lines, the broken ones, the remarks, and where each batch ended."""
    rows, broken, remarks, ends = [], [], {}, []
    for member in open_inputs((path,), (".csv",), path.parent / "pipes"):
        for batch in MemberReader(member, layout, [layout], remarks).batches(start, lambda _bytes: None):
            rows += [tuple(row.values()) for row in batch.rows.to_pylist()]
            broken += [(row.line, row.reason, row.content) for row in batch.broken]
            ends.append(batch.end)
    return rows, broken, list(remarks), ends


def table(rows, ending):
    """A file with a header of three columns, and the rows that are to be read from it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=ending)
    writer.writerow("abc")
    expected = []
    for row in rows:
        expected.append((*(field or None for field in row), text.getvalue().count("\n") + 1))
        writer.writerow(row)
    return text.getvalue(), expected


@settings(max_examples=150)
@given(
    rows=ROWS,
    ending=st.sampled_from(["\n", "\r\n"]),
    size=st.sampled_from([5, 40, 10**6]),
    block=st.sampled_from([1, 7, 4000]),
)
def test_rows_are_those_of_python(tmp_path_factory, rows, ending, size, block):
    """Whatever stands in fields, and however the file is cut into batches; a later start gives the rest."""
    path = tmp_path_factory.mktemp("read") / "a.csv"
    text, expected = table(rows, ending)
    path.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "BATCH_BYTES", size)
        patch.setattr(decoding, "_BLOCK_BYTES", block)
        found, broken, _, ends = read(path)
        assert (found, broken) == (expected, [])
        for end in ends[:3]:
            assert read(path, start=end)[0] == [row for row in expected if row[-1] >= end.line]


BAD = [
    b"1,2\n",
    b"1,2,3,4\n",
    b"a\0,b,c\n",
    b'"open,2,3\n',
    b'x,"y\n',
    b"1,2\r3,4\n",
    b"1," + b"z" * 1_100_000 + b",3\n",
]


@settings(max_examples=60)
@given(rows=ROWS, kind=st.integers(0, len(BAD) - 1), size=st.sampled_from([5, 10**6]))
def test_a_broken_row_takes_no_other_with_it(tmp_path_factory, rows, kind, size):
    """Those before and behind it are read; it is named with its line."""
    path = tmp_path_factory.mktemp("read") / "a.csv"
    text, expected = table(rows, "\n")
    path.write_bytes(text.encode() + BAD[kind] + b"p,q,r\n" * 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(delimited, "BATCH_BYTES", size)
        found, broken, _, _ = read(path)
    line = text.count("\n") + 1
    assert found == [*expected, *(("p", "q", "r", line + number) for number in (1, 2, 3))]
    assert [each[0] for each in broken] == [line]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"1,2\n", "it has 2 fields, and there are 3 columns"),
        (b"1\n", "it has 1 field, and there are 3 columns"),
        (b"a\0,b,c\n", "it has a NUL character"),
        (b'"open,2,3\n', "a quotation mark begins a field and no second one ends it"),
        (b"1,2\r3,4\n", "a carriage return stands in it outside of quotation marks"),
        (b"1," + b"z" * 1_100_000 + b",3\n", "a field has more than 1,000,000 letters"),
        ("é,é,é\n".encode() + b"\xe9,2,3\n", "byte 1 of it is not UTF-8, as the rest of the file is"),
    ],
)
def test_what_is_wrong_is_said(tmp_path, bad, reason):
    """In words, for each kind."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b,c\n" + bad)
    assert [each[1] for each in read(path)[1]] == [reason]


@pytest.mark.parametrize(
    ("encoding", "remark"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", ["a.csv is not UTF-8: it was read as UTF-16."]),
        ("utf-16-le", ["a.csv is not UTF-8: it was read as UTF-16-LE."]),
        ("utf-16-be", ["a.csv is not UTF-8: it was read as UTF-16-BE."]),
        ("latin-1", ["a.csv is not UTF-8: it was read as Latin-1."]),
        ("cp1252", ["a.csv is not UTF-8: it was read as Latin-1."]),
    ],
)
def test_encodings_are_recognised_and_told(tmp_path, encoding, remark):
    """Also where the first letter that is not ASCII comes late."""
    path = tmp_path / "a.csv"
    rows = "".join(f"x{number},y,z\n" for number in range(400_000 if encoding == "latin-1" else 20))
    path.write_bytes(f"a,b,c\n{rows}São,Tomé,ß\n".encode(encoding))
    found, broken, remarks, _ = read(path)
    assert found[-1][:3] == ("São", "Tomé", "ß")
    assert (broken, remarks) == ([], remark)


def test_windows_quotes_are_windows(tmp_path):
    """Latin-1 has controls where Windows has curly quotes."""
    (path := tmp_path / "a.csv").write_bytes("a,b,c\n“x”,2,3\n".encode("cp1252"))
    found, _, remarks, _ = read(path)
    assert found[0][0] == "“x”"
    assert remarks == ["a.csv is not UTF-8: it was read as Windows-1252."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a;b;c\n1;2;3\n", ["a.csv has “;” between its fields."]),
        ("a\tb\tc\n1\t2\t3\n", ["a.csv has tabs between its fields."]),
        ('A, B ,"C"\r1,2,3\r', []),
        ("\n\n a,b,c\n\n1,2,3\n\n", []),
        ("a,b,c\n1,2,3", []),
    ],
)
def test_what_spreadsheets_do_to_tables_is_read(tmp_path, text, told):
    """Other delimiters, carriage returns, capitals, spaces, empty lines, and no line end at the end."""
    (path := tmp_path / "a.csv").write_text(text, newline="")
    found, broken, remarks, _ = read(path)
    assert ([row[:3] for row in found], broken, remarks) == ([("1", "2", "3")], [], told)


def test_columns_of_one_name_are_kept_apart(tmp_path):
    """As are columns without a name."""
    (path := tmp_path / "a.csv").write_text("a,b,a,\n1,2,3,4\n")
    member = open_inputs((path,), (".csv",), tmp_path)[0]
    (batch,) = MemberReader(member, PLAIN, []).batches(Position(), lambda _bytes: None)
    assert batch.rows.column_names == ["a", "b", "a_3", "column_4", "dateline_line"]


@pytest.mark.parametrize("content", [b"\n\n", b"a,b,c", b" \r\n"])
def test_a_file_without_rows_gives_none(tmp_path, content):
    """One without a header is refused."""
    (path := tmp_path / "a.csv").write_bytes(content)
    if content.strip():
        assert read(path)[0] == []
    else:
        with pytest.raises(NotRead, match="no header"):
            read(path)


def test_a_first_line_without_end_is_no_header(tmp_path):
    """It is not read to its end."""
    (path := tmp_path / "a.csv").write_bytes(b"x" * 9_000_000)
    with pytest.raises(NotRead, match="no table"):
        read(path)

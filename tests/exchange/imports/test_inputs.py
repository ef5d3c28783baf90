"""Files come plain, packed, in archives and through pipes; nothing of an archive is trusted."""

import gzip
import io
import os
import stat
import threading
import zipfile

import pytest

from dashboard.exchange.imports.layouts import NotRead
from dashboard.exchange.imports.reading import open_inputs

TEXT = b"a,b,c\n1,2,3\n"


def contents(path):
    """What is read of everything with rows in a file."""
    found = {}
    for member in open_inputs((path,), (".csv", ".tsv"), path.parent / "pipes"):
        with member.open(lambda _bytes: None) as file:
            found[member.name] = io.BufferedReader(file).read()
    return found


def archive(path, members, compression=zipfile.ZIP_DEFLATED):
    """A ZIP archive of these files."""
    with zipfile.ZipFile(path, "w", compression) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return path


def test_packed_files_are_unpacked_as_they_are_read(tmp_path):
    """By what they are, whatever they are called."""
    (tmp_path / "a.csv").write_bytes(gzip.compress(TEXT))
    assert contents(tmp_path / "a.csv") == {"a.csv": TEXT}
    path = archive(
        tmp_path / "b.zip", {"readme.txt": "x", "one.csv": TEXT, "folder/TWO.CSV": TEXT, "__MACOSX/one.csv": "x"}
    )
    assert contents(path) == {"b.zip: one.csv": TEXT, "b.zip: TWO.CSV": TEXT}


def test_names_in_an_archive_lead_nowhere(tmp_path):
    """Files are read in place, and known by their last name; links in it are not followed."""
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("../../out.csv", TEXT)
        opened.writestr("/etc/one.csv", TEXT)
        opened.writestr(link, "/etc/passwd")
    assert contents(path) == {"a.zip: out.csv": TEXT, "a.zip: one.csv": TEXT}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.parametrize("pack", ["zip", "gzip"])
def test_a_bomb_is_refused_before_it_goes_off(tmp_path, pack):
    """It is read no further than 250 times its size."""
    path = tmp_path / "bomb.zip"
    bomb = b"0" * 130_000_000
    if pack == "zip":
        archive(path, {"a.csv": bomb})
    else:
        path.write_bytes(gzip.compress(bomb, 9))
    with pytest.raises(NotRead, match="250 times"):
        contents(path)


def test_a_pipe_is_copied_first(tmp_path):
    """It cannot be read twice."""
    pipe = tmp_path / "a.csv"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT,))
    writer.start()
    assert contents(pipe) == {"a.csv": TEXT}
    writer.join()


def test_a_link_is_followed(tmp_path):
    """Whoever names a link means its file."""
    (tmp_path / "a.csv").write_bytes(TEXT)
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    assert contents(tmp_path / "b.csv") == {"b.csv": TEXT}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Excel workbook from before 2007. Save it as CSV"),
        (b"PAR1xxxx", "a Parquet file"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive. Unpack it"),
        (gzip.compress(TEXT * 1000, mtime=0)[:-20], "cannot be unpacked"),
        (b"PK\x03\x04nothing", "cannot be unpacked"),
    ],
)
def test_what_is_no_table_is_named(tmp_path, content, told):
    """With what to do about it."""
    (path := tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(NotRead, match=told):
        contents(path)


def test_archives_without_a_table_say_what_they_have(tmp_path):
    """A workbook of Excel is one as well."""
    with pytest.raises(NotRead, match=r"no file that ends in \.csv, \.tsv; it has data\.json"):
        contents(archive(tmp_path / "a.zip", {"data.json": "{}"}))
    with pytest.raises(NotRead, match="Excel workbook"):
        contents(archive(tmp_path / "a.xlsx", {"xl/workbook.xml": "x"}))
    with pytest.raises(NotRead, match="is a folder"):
        contents(tmp_path)
    with pytest.raises(NotRead, match="There is no file"):
        contents(tmp_path / "none.csv")


def test_a_damaged_or_locked_member_is_named(tmp_path):
    """With the name of its file in the archive."""
    path = archive(tmp_path / "a.zip", {"a.csv": TEXT * 50}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"1,2,3", b"1,2,4", 1))
    with pytest.raises(NotRead, match=r"a\.zip: a\.csv cannot be unpacked"):
        contents(path)
    raw = bytearray(archive(tmp_path / "b.zip", {"a.csv": TEXT}).read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(raw))
    with pytest.raises(NotRead, match="encrypted"):
        contents(path)

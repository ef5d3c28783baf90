"""A source's two files: written together or not at all, never over others, and with only the figures changed."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.source import Source
from dashboard.store import source_files
from dashboard.store.record_file import read_record, read_text
from dashboard.store.source_description import (
    DescriptionNotChanged,
    description,
    problem_of,
    problems_of,
    sha256_of,
    with_figures,
)
from dashboard.store.source_files import SourceNotStored, accept_text, store_source
from dashboard.store.writing import write_new
from dashboard.store.yaml.strict_yaml import read_document

TEXT = "The pier opens.\n"
DESCRIBED = description({"kind": "article"}, TEXT)
WORDS = st.text(min_size=1, max_size=60, alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"])).filter(
    lambda text: problem_of("title", text) is None
)


def seeds(root):
    return {path.name: path.read_bytes().decode() for path in (root / "seeds").iterdir()}


def test_text_and_description_are_stored(empty_workspace):
    """As UTF-8, byte for byte, and nothing else is left in the folder."""
    assert store_source(empty_workspace, "pier", TEXT, DESCRIBED) == ("seeds/pier.txt", "seeds/pier.yaml")
    assert seeds(empty_workspace) == {"pier.txt": TEXT, "pier.yaml": DESCRIBED}
    source = read_record(empty_workspace, "seeds/pier.yaml", Source).records["pier"]
    assert isinstance(source, Source)
    assert source.text is not None
    assert source.text.sha256 == read_text(empty_workspace, "seeds/pier.txt").sha256
    assert source.text.characters == len(TEXT)


@pytest.mark.parametrize("taken", ["pier.txt", "pier.yaml"])
def test_nothing_is_overwritten(empty_workspace, taken):
    """One of the two files is there: neither is written."""
    (empty_workspace / "seeds" / taken).write_text("mine", encoding="utf-8")
    with pytest.raises(SourceNotStored, match=f"{taken} already exists"):
        store_source(empty_workspace, "pier", TEXT, DESCRIBED)
    assert seeds(empty_workspace) == {taken: "mine"}


def test_a_dangling_link_is_a_file_that_is_there(empty_workspace):
    """Nothing is written through it."""
    (empty_workspace / "seeds" / "pier.txt").symlink_to(empty_workspace / "elsewhere")
    with pytest.raises(SourceNotStored, match="already exists"):
        store_source(empty_workspace, "pier", TEXT, DESCRIBED)
    assert not (empty_workspace / "elsewhere").exists()


def test_storing_again_completes_what_a_crash_left(empty_workspace):
    """The very text is there without a description, as if the machine had stopped between the two."""
    (empty_workspace / "seeds" / "pier.txt").write_bytes(TEXT.encode())
    assert store_source(empty_workspace, "pier", TEXT, DESCRIBED) == ("seeds/pier.yaml",)
    assert seeds(empty_workspace) == {"pier.txt": TEXT, "pier.yaml": DESCRIBED}


def failing(at, error):
    """`write_new` that fails at its call number `at`, from 0."""
    calls = iter(range(9))

    def write(path, text):
        if next(calls) == at:
            raise error
        write_new(path, text)

    return write


@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize(
    ("error", "raised"),
    [
        (OSError(28, "No space left on device"), SourceNotStored),
        (PermissionError(13, "Permission denied"), SourceNotStored),
        (FileExistsError(17, "File exists"), SourceNotStored),
        (KeyboardInterrupt(), KeyboardInterrupt),
    ],
)
def test_a_failure_leaves_nothing(empty_workspace, monkeypatch, at, error, raised):
    """Whichever of the two writes fails, and however."""
    monkeypatch.setattr(source_files, "write_new", failing(at, error))
    with pytest.raises(raised):
        store_source(empty_workspace, "pier", TEXT, DESCRIBED)
    assert seeds(empty_workspace) == {}


def test_a_file_that_came_in_between_is_not_overwritten(tmp_path, monkeypatch):
    """Nor on a drive without hard links, as far as can be seen there."""
    (tmp_path / "a").write_text("theirs", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", "mine")

    def no_links(_self, _target):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", "mine")
    write_new(tmp_path / "b", "mine")
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"a": "theirs", "b": "mine"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever may do anything may write there")
def test_a_folder_that_may_not_be_written_is_said(empty_workspace):
    """With where to look."""
    (empty_workspace / "seeds").chmod(0o555)
    with pytest.raises(SourceNotStored, match="Look at the permissions"):
        store_source(empty_workspace, "pier", TEXT, DESCRIBED)


@pytest.mark.parametrize("id_", ["", "Pier", "a_b", "../x", "a--b", "-a", "a" * 81, "пирс", "a\n"])
def test_an_id_of_the_wrong_form_is_refused(empty_workspace, id_):
    """It would be a file's name."""
    with pytest.raises(SourceNotStored, match="is not an id"):
        store_source(empty_workspace, id_, TEXT, DESCRIBED)


def test_a_text_that_would_not_be_read_is_not_stored(empty_workspace, monkeypatch):
    """What is stored can be loaded."""
    monkeypatch.setattr(source_files, "MAX_TEXT_BYTES", 10)
    with pytest.raises(SourceNotStored, match=r"16 bytes\. The limit for a source is 10"):
        store_source(empty_workspace, "pier", TEXT, DESCRIBED)


@given(WORDS)
def test_any_words_are_written_so_that_they_are_read_back(words):
    """In quotes where a YAML reader could take them for something else."""
    written = description({"kind": "article", "title": words, "origin": words}, TEXT)
    assert problems_of(written) == ()
    data = read_document(written.encode()).data
    assert data is not None
    assert (data["title"], data["origin"]) == (words, words)


@pytest.mark.parametrize("language", ["en", "no", "pt-BR"])
def test_a_language_is_no_truth_value(language):
    """`no` is Norwegian, and written so that everybody reads it so."""
    written = description({"kind": "other", "language": language}, TEXT)
    assert ('"no"' in written) is (language == "no")
    assert read_document(written.encode()).data == {
        "kind": "other",
        "language": language,
        "text": {"sha256": sha256_of(TEXT), "characters": len(TEXT)},
    }


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("published", "4 Sept"),
        ("url", "ftp://x"),
        ("language", "English, mostly"),
        ("kind", "leaflet"),
        ("title", "\u200b"),
    ],
)
def test_a_value_that_no_description_takes_is_known_before(field, value):
    """With the problem that it would be."""
    problem = problem_of(field, value)
    assert problem is not None
    assert problem.message


OTHER = "f" * 64


@pytest.mark.parametrize(
    "form",
    [
        "# Ours.\nkind: article\ntext: {{sha256: {sha}, characters: {length}}}  # so\nnote: >-\n  characters: 3\n",
        "kind: article\r\ntext:\r\n  characters: {length}\r\n  sha256: {sha} # of it\r\n",
        "\ufeffkind: article\ntext: {{characters: {length} ,sha256: {sha} }}\n",
        "{{kind: article, text: {{sha256: {sha}, characters: {length}}}}}",
        "kind: article\ntitle: 'ﬀ " + OTHER + "'\ntext: {{\n  sha256: {sha},\n  characters: {length}}}",
    ],
)
def test_accepting_changes_the_figures_and_nothing_else(empty_workspace, form):
    """Comments, order, line ends and spaces stay, byte for byte."""
    (empty_workspace / "seeds" / "pier.txt").write_bytes(TEXT.encode())
    (empty_workspace / "seeds" / "pier.yaml").write_bytes(form.format(sha=OTHER, length=3).encode())
    assert accept_text(empty_workspace, "pier") == "seeds/pier.yaml"
    after = (empty_workspace / "seeds" / "pier.yaml").read_bytes().decode()
    assert after == form.format(sha=sha256_of(TEXT), length=len(TEXT))


@pytest.mark.parametrize(
    "written",
    [
        "kind: article\n",
        "kind: article\ntext: {sha256: %s}\n",
        "kind: [\n",
        "kind: article\ntext:\n  sha256: >-\n    %s\n  characters: 1\n",
    ],
)
def test_what_cannot_be_changed_safely_stays(empty_workspace, written):
    """And the line to write is given."""
    before = written.replace("%s", OTHER)
    with pytest.raises(DescriptionNotChanged, match=r"Write `text: [{]sha256: "):
        with_figures(before, TEXT)
    (empty_workspace / "seeds" / "pier.txt").write_bytes(TEXT.encode())
    (empty_workspace / "seeds" / "pier.yaml").write_text(before, encoding="utf-8")
    with pytest.raises(DescriptionNotChanged):
        accept_text(empty_workspace, "pier")
    assert (empty_workspace / "seeds" / "pier.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(("raw", "said"), [(b"\xff", "not UTF-8"), (None, "cannot be read")])
def test_a_text_that_cannot_be_read_is_not_accepted(empty_workspace, raw, said):
    """There is nothing to describe."""
    (empty_workspace / "seeds" / "pier.yaml").write_text(DESCRIBED, encoding="utf-8")
    if raw is not None:
        (empty_workspace / "seeds" / "pier.txt").write_bytes(raw)
    with pytest.raises(SourceNotStored, match=said):
        accept_text(empty_workspace, "pier")

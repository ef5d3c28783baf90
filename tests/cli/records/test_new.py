"""`dateline new`: a file to start from, which says what is missing and invents nothing."""

import pytest

from dashboard.checks.validation import validate
from dashboard.model.vocabularies import COMMITMENT, EVENT_TYPES, ROLES
from dashboard.store.yaml import read_document, read_file

ARTICLE = "us-troops-ecuador"


def started(dateline, workspace, *words):
    """The file that was written, and what the command says is to be filled in."""
    ended = dateline("new", "--workspace", workspace, *words)
    assert (ended.code, ended.err) == (0, "")
    written, fill_in = ended.out.splitlines()
    return written.removeprefix("written: "), fill_in.removeprefix("fill in: ").split(", ")


def paths_of_problems(workspace, file):
    """The fields that problems of a file are about, in its order."""
    document = read_file(workspace / file)
    found = [problem for problem in validate(workspace).problems if problem.file == file]
    paths = [document.path_at((problem.line, problem.column)) for problem in found]
    return [".".join(step for step in path if isinstance(step, str)) for path in paths]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--from", ARTICLE),
        ("--from", f"seeds/{ARTICLE}.txt"),
        ("--from", "reuters-2025-09-04"),
        ("my-event", "--from", ARTICLE, "--title", "A title"),
    ],
)
def test_its_problems_are_what_is_to_be_filled_in(words, dateline, workspace):
    """Each empty field is one error, and there is none beside them."""
    file, fill_in = started(dateline, workspace, *words)
    assert paths_of_problems(workspace, file) == fill_in


def test_filled_in_it_is_valid(dateline, workspace):
    """With a title, a claim and its words, without touching anything else."""
    file, _ = started(dateline, workspace, "--from", ARTICLE)
    text = (workspace / file).read_text(encoding="utf-8")
    for empty, words in (
        ('title: ""', "title: A base in Ecuador closed"),
        ('text: ""', "text: Ecuador previously hosted a U.S. military base."),
        ('exact: ""', "exact: Ecuador previously hosted a U.S. military base during the early 2000s"),
    ):
        assert text.count(empty) == 1
        text = text.replace(empty, words)
    (workspace / file).write_text(text, encoding="utf-8")
    assert paths_of_problems(workspace, file) == []
    assert [problem for problem in validate(workspace).problems if problem.file == file] == []


def test_nothing_is_invented(dateline, workspace):
    """What is read from the file is the source that was named, and nothing else that says anything."""
    file, _ = started(dateline, workspace, "--from", ARTICLE)
    assert read_file(workspace / file).data == {
        "title": "",
        "claims": {"said": {"text": "", "quotes": [{"source": ARTICLE, "exact": ""}]}},
        "review": {"status": "draft"},
    }


def test_its_comments_have_the_choices(dateline, workspace):
    """All words of the vocabularies, the ids of the registries, and what the source says of its date."""
    file, _ = started(dateline, workspace, "--from", ARTICLE)
    comments = [line for line in (workspace / file).read_text(encoding="utf-8").splitlines() if "#" in line]
    text = "\n".join(comments)
    words = (*EVENT_TYPES, *COMMITMENT, *ROLES, "manta-air-base", "us-ecuador-basing")
    assert [word for word in words if word not in text] == []
    assert "# Published: 2025-09-04 (as assessed by the team)" in text
    assert max(map(len, comments)) <= 120


def test_the_lines_of_its_comments_are_yaml(dateline, workspace):
    """Without its #, each field is read strictly, and asks for what is missing."""
    file, _ = started(dateline, workspace, "--from", ARTICLE)
    lines = (workspace / file).read_text(encoding="utf-8").splitlines()
    fields = [line for line in lines if line.startswith("# ") and line[2:].split(":")[0] in ("what", "when", "where")]
    assert len(fields) == 3
    for line in fields:
        assert read_document(f"{line[2:]}\n".encode()).data
    at = lines.index(fields[1])
    (workspace / file).write_text("\n".join([*lines[:at], fields[1][2:], *lines[at + 1 :], ""]), encoding="utf-8")
    assert "when.reported" in paths_of_problems(workspace, file)


def test_nothing_is_overwritten(dateline, workspace):
    """An id that is taken is refused by name; without one, the next number is chosen."""
    before = {path: path.read_bytes() for path in workspace.rglob("*.yaml")}
    ended = dateline("new", "us-base-closed", "--workspace", workspace)
    assert (ended.code, ended.out) == (2, "")
    assert "events/ecuador/us-base-closed.yaml" in ended.err
    files = [started(dateline, workspace, "--title", "The U.S. base closed")[0] for _ in range(3)]
    assert [file.rpartition("/")[2] for file in files] == [
        "the-u-s-base-closed.yaml",
        "the-u-s-base-closed-2.yaml",
        "the-u-s-base-closed-3.yaml",
    ]
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    "words",
    [
        ("../x",),
        ("CON.yaml",),
        ("a" * 300,),
        ("--from", "nowhere"),
        ("--folder", "registry"),
        ("--folder", "../x"),
        ("--title", "a\nb"),
        ("--title", "x" * 600),
    ],
)
def test_what_cannot_be_written_is_refused(words, dateline, workspace):
    """Exit 2 with what to do, and no file."""
    before = sorted(workspace.rglob("*"))
    ended = dateline("new", "--workspace", workspace, *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.rstrip().endswith((".", "?"))
    assert sorted(workspace.rglob("*")) == before


@pytest.mark.parametrize("title", ["Война и мир", "港口关闭", "🎉", 'A “quoted” "title" #1: yes', "é" * 300])
def test_any_title_is_kept_word_for_word(title, dateline, workspace):
    """In any script, with signs that YAML reads otherwise."""
    file, fill_in = started(dateline, workspace, "--title", title)
    assert read_file(workspace / file).data["title"] == title
    assert "title" not in fill_in


def test_a_folder_that_leads_out_is_refused(dateline, workspace, tmp_path):
    """A link out of the workspace is not written through."""
    (workspace / "events" / "away").symlink_to(tmp_path, target_is_directory=True)
    ended = dateline("new", "--workspace", workspace, "--folder", "away")
    assert ended.code == 2
    assert "link" in ended.err

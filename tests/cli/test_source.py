"""`dateline source`: documents in, texts compared, sources listed; and what it says when it cannot."""

import io
import os
import subprocess
import sys

import pytest

from dashboard import clock
from dashboard.exchange.documents import confined
from dashboard.store import source_files
from dashboard.store.source_description import figures
from tests.copying import edit
from tests.exchange.fetching.conftest import hostile as hostile

PAGE = """\
<!doctype html><html lang="en"><head><title>The pier</title><meta charset="utf-8">
<meta property="article:published_time" content="2025-09-04"><meta property="og:type" content="article">
<link rel="canonical" href="https://example.org/pier"><script>alert(1)</script></head>
<body><p>The pier opens. <img src="https://example.org/x.png"></p></body></html>
"""
DISPATCH = (
    "The council of Lorne voted on Tuesday to lengthen the pier by forty metres, so that larger ships can land grain "
    "in winter. Nobody spoke against it, though the fishers asked that the old steps be kept, that work rest in May, "
    "and the money comes from the harbour dues of three years.\n"
)
ARTICLE = "us-troops-ecuador"


@pytest.fixture
def source(dateline, empty_workspace):
    """Run `dateline source` in an empty workspace."""
    return lambda *arguments: dateline("source", *arguments, "--workspace", empty_workspace)


@pytest.fixture
def stored(empty_workspace):
    """What `seeds/` holds, by file name."""
    return lambda: {path.name: path.read_bytes().decode() for path in (empty_workspace / "seeds").iterdir()}


@pytest.fixture
def document(tmp_path):
    """Put a document somewhere outside the workspace."""

    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


def test_standard_input_is_a_document(source, stored, monkeypatch):
    """Its format is told by its beginning, and its id is made of its title or its first words."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert source("add", "-", "--id", "piped").code == 0
    assert stored()["piped.txt"] == "The pier opens.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.replace("opens", "closes").encode())))
    assert source("add", "-").code == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"The ferry sinks.\nNobody drowned.\n")))
    assert source("add", "-").code == 0
    assert {"the-pier.txt", "the-ferry-sinks.txt"} <= stored().keys()


def test_a_pipe_is_a_document_though_nothing_is_named(empty_workspace, stored):
    """As in `pdftotext a.pdf - | dateline source add`; what is no pipe is not waited for."""
    command = [sys.executable, "-m", "dashboard", "source", "add", "--workspace", str(empty_workspace)]
    ended = subprocess.run(command, input=b"The ferry sinks.\n", capture_output=True, check=False)
    assert (ended.returncode, stored().keys()) == (0, {"the-ferry-sinks.txt", "the-ferry-sinks.yaml"})
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert ended.returncode == 2
    assert b"Name a file, a folder or an address" in ended.stderr


def test_an_address_is_fetched_when_it_is_named(source, stored, hostile):
    """Its page becomes a source, with where and when it was found; what it links to is not asked for."""
    url = hostile.url("/moved")
    ended = source("add", url, "--allow-private")
    assert (ended.code, ended.err) == (0, "")
    assert f"Fetched from {hostile.url('/page')}" in ended.out
    assert f"{url} redirects there." in ended.out
    described = stored()["the-pier-opens.yaml"]
    assert f'url: "{hostile.url("/page")}"' in described
    assert f'accessed: "{clock.today().isoformat()}"' in described
    assert 'title: "The pier opens"' in described
    ended = source("add", hostile.url("/packed"), "--allow-private")
    assert (ended.code, "is stored already, as the-pier-opens" in ended.out) == (0, True)
    assert len(stored()) == 2


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/text", "Пирс открыт.\n"),
        ("/latin", "café – пирс\n"),
        ("/no-encoding", "café\n"),
        ("/html-called-text", "The pier opens.\n"),
        ("/untyped", "The pier opens.\n"),
    ],
)
def test_a_wrong_type_or_encoding_does_not_spoil_the_text(source, stored, hostile, path, text):
    """The content tells more than the server does."""
    assert source("add", hostile.url(path), "--allow-private", "--id", "it").code == 0
    assert stored()["it.txt"] == text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/picture", "is image/png, and not a document"),
        ("/pdf-called-html", "The PDF cannot be read"),
        ("/nothing", "has no text"),
        ("/bomb", "more than 20 MB"),
        ("/missing", "404"),
    ],
)
def test_what_is_no_document_is_not_stored(source, stored, hostile, path, said):
    """A sentence, and no file."""
    ended = source("add", hostile.url(path), "--allow-private")
    assert (ended.code, ended.out, stored()) == (2, "", {})
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_nothing_is_fetched_from_this_machine_unless_allowed(source, stored, hostile):
    """Nor is anything else."""
    number = len(hostile.requests)
    ended = source("add", hostile.url("/page"))
    assert (ended.code, stored(), len(hostile.requests)) == (2, {}, number)
    assert "--allow-private" in ended.err


def test_of_several_documents_the_good_ones_are_added(source, document, stored, hostile):
    """An address among them, a file that is not there, one that is no document."""
    good, bad = document("pier.txt", DISPATCH), document("a.xlsx", "x")
    ended = source("add", good, bad, hostile.url("/missing"), hostile.url("/page"), "nowhere.txt", "--allow-private")
    assert ended.code == 1
    assert stored().keys() == {"pier.txt", "pier.yaml", "the-pier-opens.txt", "the-pier-opens.yaml"}
    assert ended.out.endswith("2 documents added, 3 not added.\n")
    assert len(ended.err.splitlines()) == 3


def test_a_folder_is_added_without_what_leads_out_of_it(source, document, stored, tmp_path):
    """Hidden files, folders, other formats and links out stay; a link within it is one more name of a text."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text("The ferry sinks.\n", encoding="utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    (folder / "c.txt").symlink_to(document("secret.txt", "Secret.\n"))
    (folder / "d.txt").symlink_to(tmp_path / "nowhere")
    (folder / ".hidden.txt").write_text("Hidden.\n", encoding="utf-8")
    (folder / "e.txt").mkdir()
    ended = source("add", folder)
    assert ended.code == 0
    assert "left out 1 folder, 2 links out of it." in ended.out
    assert stored().keys() == {"a.txt", "a.yaml"}


def test_a_text_is_stored_once_unless_asked_for(source, document, stored):
    """Another outlet may carry the very same words."""
    first, second = document("one.txt", DISPATCH), document("two.txt", DISPATCH.replace("\n", "\r\n"))
    assert source("add", first).code == 0
    ended = source("add", second)
    assert (ended.code, len(stored())) == (0, 2)
    assert "is stored already, as one. Nothing was written." in ended.out
    assert source("add", second, "--again", "--origin", "agency").code == 0
    assert stored()["two.txt"] == stored()["one.txt"]


@pytest.mark.parametrize(("day", "origin"), [("2021-05-05", "one"), ("2021-05-04", "two"), ("2021-05-06", "one")])
def test_the_origin_that_is_proposed_is_the_one_that_validation_names(
    source, dateline, empty_workspace, document, day, origin
):
    """The text that was published first, also if it is added last; of two of one day the first by its id."""
    text = " ".join(
        f"On day {number} ship {number * 7} lay off the pier and waited for the tide." for number in range(9)
    )
    assert source("add", document("one.txt", f"{text}\n"), "--published", "2021-05-05").code == 0
    ended = source("add", document("two.txt", f"Today. {text}\n"), "--published", day)
    assert f"write `origin: {origin}` into" in ended.out
    assert f"write `origin: {origin}` into" in dateline("validate", "--workspace", empty_workspace).out


def test_a_document_that_ends_its_reader_is_refused(source, document, stored, monkeypatch):
    """It is read in a process of its own, which a stranger's file may bring down alone: a sentence, and no file."""
    monkeypatch.setattr(confined, "_command", lambda _module: (sys.executable, "-c", "import os; os.abort()"))
    ended = source("add", document("page.html", PAGE))
    assert (ended.code, ended.out) == (2, "")
    assert "page.html: It could not be read: what reads it broke off." in ended.err
    assert stored() == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_with_a_name_is_no_document(source, tmp_path):
    """Nobody waits for what may never come through it."""
    os.mkfifo(tmp_path / "pipe")
    assert "is not a regular file. Pipe its content" in source("add", tmp_path / "pipe").err


def test_a_disk_that_is_full_leaves_nothing(source, document, stored, monkeypatch):
    """The text was written, the description cannot be: neither stays."""
    write = source_files.write_new

    def full(path, text):
        if path.suffix == ".yaml":
            raise OSError(28, "No space left on device")
        write(path, text)

    monkeypatch.setattr(source_files, "write_new", full)
    ended = source("add", document("pier.txt", DISPATCH))
    assert (ended.code, stored()) == (2, {})
    assert "the disk is full" in ended.err


def test_reading_libraries_are_loaded_only_when_they_read():
    """No other command waits for them."""
    loaded = "import sys, dashboard.cli.main; print(*{'pypdf', 'selectolax', 'defusedxml'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"


def test_accepting_a_changed_text_changes_its_figures_alone(dateline, workspace):
    """All else of the description stays as it was written."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    path = workspace / "seeds" / f"{ARTICLE}.yaml"
    before = path.read_text(encoding="utf-8").splitlines()
    assert dateline("source", "check", ARTICLE, "--accept", "--workspace", workspace).code == 1
    after = path.read_text(encoding="utf-8").splitlines()
    assert [old[:5] for old, new in zip(before, after, strict=True) if old != new] == ["text:"]


def shown_codes(out):
    return [line.split()[-1] for line in out.splitlines() if "--write" in line]


def bare(written):
    """The words of a file, however its lines are broken and its texts are quoted."""
    return written.replace('"', "").split()


def test_a_repair_changes_the_words_of_the_quote_alone(dateline, workspace):
    """All else of the event's file stays, comments too; then the quotes stand."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    command = ("source", "check", ARTICLE, "--accept", "--repair", "--workspace", workspace)
    *codes, of_all = shown_codes(dateline(*command).out)
    assert len(codes) == 2
    path = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    before = path.read_text(encoding="utf-8")
    ended = dateline(*command, "--write", of_all)
    assert (ended.code, shown_codes(ended.out)) == (0, [])
    after = path.read_text(encoding="utf-8")
    assert after != before
    assert bare(after.replace("Rafael Moreno", "Rafael Correa")) == bare(before)


def test_of_two_passages_as_near_one_is_named(dateline, workspace):
    """Both are shown; the codes of both together are refused, and either is written alone."""
    text = "The ferry lay at the old pier of Lorne. A storm came. The ferry lay at the new pier of Lorne."
    (workspace / "seeds" / "ferry.txt").write_text(text, encoding="utf-8")
    (workspace / "seeds" / "ferry.yaml").write_text(f"kind: other\ntext: {figures(text)}\n", encoding="utf-8")
    event = workspace / "events" / "korea" / "ferry.yaml"
    quote = '{source: ferry, exact: "The ferry lay at the far pier of Lorne"}'
    event.write_text(f"title: A\nclaims: {{lay: {{text: It lay there., quotes: [{quote}]}}}}\n", encoding="utf-8")
    command = ("source", "check", "ferry", "--repair", "--workspace", workspace)
    shown = dateline(*command).out
    assert "as near" in shown
    first, second = shown_codes(shown)
    ended = dateline(*command, "--write", first, "--write", second)
    assert (ended.code, ended.out) == (2, "")
    assert "for the same quote" in ended.err
    assert dateline(*command, "--write", second).code == 0
    assert "new pier" in event.read_text(encoding="utf-8")


def test_no_repair_is_promised_for_a_text_that_cannot_be_read(dateline, workspace):
    """Its quotes may fail or stand: nobody knows."""
    (workspace / "seeds" / f"{ARTICLE}.txt").write_bytes("café".encode("utf-16"))
    out = dateline("source", "check", ARTICLE, "--repair", "--workspace", workspace).out
    assert "Nothing can be proposed where a text cannot be read." in out
    assert "No quote needs" not in out


def test_what_was_not_shown_is_not_written(dateline, workspace):
    """A code of before, where the text is another by now, is refused; so is all beside a code that is none."""
    edit(workspace, f"seeds/{ARTICLE}.txt", "Correa", "Moreno")
    command = ("source", "check", ARTICLE, "--repair", "--workspace", workspace)
    first, second, of_all = shown_codes(dateline(*command).out)
    files = {path: path.read_bytes() for path in (workspace / "events").rglob("*.yaml")}
    assert dateline(*command, "--write", first, "--write", "12345678").code == 2
    edit(workspace, f"seeds/{ARTICLE}.txt", "Rafael Moreno", "Lenin Moreno")
    for code in (first, second, of_all):
        ended = dateline(*command, "--write", code)
        assert (ended.code, ended.out) == (2, "")
        assert "Look again" in ended.err
    assert {path: path.read_bytes() for path in files} == files


def test_ids_are_completed(completions, workspace, monkeypatch):
    """By the shell, in a workspace; elsewhere there is nothing to complete."""
    for folder, offered in ((workspace, [f"plain,{ARTICLE}"]), (workspace.parent, [])):
        monkeypatch.chdir(folder)
        assert completions("source", "show", "us-") == offered

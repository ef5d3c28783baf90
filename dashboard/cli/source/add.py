"""`dateline source add`: a document becomes a source, its text stored once and described."""

import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import printable, say
from dashboard.errors import DatelineError
from dashboard.exchange.documents import FORMATS, MAX_BYTES, DocumentRefused
from dashboard.model import vocabularies
from dashboard.store.source_description import sha256_of
from dashboard.store.source_files import files_to_write, names_of, store_source
from dashboard.store.views_file import id_for

if TYPE_CHECKING:
    from dashboard.exchange.documents import Addition

STANDARD_INPUT: Final = "-"
_AS_GIVEN: Final = {
    "title": "Title, as the document gives it.",
    "outlet": "Publisher.",
    "author": "Author.",
    "published": "Date of publication, in EDTF: 2025-09-04, 2025-09, 2025.",
    "accessed": "Date when the team read it, in EDTF.",
    "url": "Address of the document.",
    "language": "Language, in BCP 47: en, es, pt-BR.",
    "origin": "Original report that it repeats. Sources with one origin count once.",
    "rights": "Licence, or owner.",
}


class NoDocument(DatelineError):
    """Raised if there is no such document, or it cannot be opened."""


def add_description_options(command: click.Command) -> click.Command:
    """Add an option for each field of a description that a document may give."""
    for field, words in reversed(_AS_GIVEN.items()):
        command.params.insert(0, click.Option([f"--{field}"], metavar="TEXT", help=words))
    return command


@click.command(short_help="Add a document as a source.")
@click.argument("file", metavar="FILE")
@click.option("--id", "id_", metavar="ID", help="Id of the source. Default: made from the file name.")
@click.option("--kind", type=click.Choice(vocabularies.SOURCE_KINDS), help="Kind of document.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Format of the document. Default: recognised from its name or content.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of text, Markdown or HTML that is not UTF-8.")
@click.option("--whole", is_flag=True, help="Take all the text of a web page, not only its article.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@workspace_option
def add(
    file: str,
    id_: str | None,
    kind: str | None,
    form: str | None,
    encoding: str | None,
    *,
    whole: bool,
    dry_run: bool,
    workspace: Path | None,
    **fields: str | None,
) -> int:
    """Store the text of FILE in `seeds/ID.txt` and describe it in `seeds/ID.yaml`. `-` reads standard input.

    FILE is plain text, Markdown, HTML, PDF or DOCX. Text in UTF-8 with LF line ends is stored byte for byte; every
    change is reported. The description is taken from the document; options replace it. Nothing is fetched, guessed or
    overwritten.

    Exit code: 2 if nothing was stored, otherwise 0.
    """
    from dashboard.exchange.documents import addition, read_confined

    root = workspace_root(workspace)
    raw = given_bytes(file)
    id_ = id_ if id_ is not None else id_of(file)
    names_of(id_)
    chosen = {name: value for name, value in {**fields, "kind": kind}.items() if value is not None}
    try:
        document = read_confined(raw, form, name="" if file == STANDARD_INPUT else file, encoding=encoding, whole=whole)
    except DocumentRefused as error:
        raise DocumentRefused(f"{file}: {error}") from error
    files = files_to_write(root, id_, document.text)
    ready = addition(root, id_, document, chosen)
    if not dry_run:
        files = store_source(root, id_, ready.text, ready.description)
    say(addition_report(ready, files, dry_run=dry_run))
    return 0


def given_bytes(file: str) -> bytes:
    """What a file or standard input holds. Raises `NoDocument`; what is too large is not read to its end."""
    try:
        if file == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        path = Path(file)
        if path.is_dir():
            raise NoDocument(f"{file} is a folder. Name a file in it.")
        if path.exists() and not path.is_file():
            raise NoDocument(
                f"{file} is not a regular file. Pipe its content: `dateline source add - --id ID < {file}`."
            )
        with path.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise NoDocument(f"There is no file {file}. Documents are not downloaded: save it first.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise NoDocument(f"{file} cannot be read: {reason}.") from error


def id_of(file: str) -> str:
    """The id that a file's name makes. Raises `click.UsageError` where it makes none."""
    stem = "" if file == STANDARD_INPUT else Path(file).stem
    if not any(letter.isalnum() for letter in unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()):
        of = "standard input" if file == STANDARD_INPUT else f"“{stem}”"
        raise click.UsageError(f"{of} does not give an id. Choose one: --id ministry-statement-2025-09-04")
    return id_for(stem)


def addition_report(ready: "Addition", files: tuple[str, ...], *, dry_run: bool) -> str:
    """A report of what was stored, under which names, what was changed, and what is left to decide."""
    text_file, description_file = names_of(ready.id)
    beside = "" if text_file in files else ", already there"
    lines = [
        f"{text_file}: {len(ready.text):,} characters{beside}, SHA-256 {sha256_of(ready.text)}",
        f"{description_file}: {_given_fields(ready.given)}",
        *(f"  {line}" for line in ready.description.splitlines()),
        f"changed: {'; '.join(ready.done)}" if ready.done else "no changes: the text is stored byte for byte",
        *ready.remarks,
    ]
    if dry_run:
        lines.append("Nothing was written: --dry-run.")
    return "\n".join(printable(line) for line in lines)


def _given_fields(fields: tuple[str, ...]) -> str:
    if not fields:
        return "the document has no description of itself"
    return f"{', '.join(fields)} taken from the document"


add_description_options(add)

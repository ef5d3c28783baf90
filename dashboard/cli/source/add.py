"""`dateline source add`: documents become sources, their texts stored once and described."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.renaming import finish_earlier_rename
from dashboard.cli.source.given import STANDARD_INPUT, expand, is_piped, read_given
from dashboard.cli.terminal import printable, say
from dashboard.errors import DatelineError
from dashboard.exchange.documents import FORMATS, DocumentRefused, GivenDocument
from dashboard.model import vocabularies
from dashboard.query.wording import count_words
from dashboard.store.source_description import sha256_of
from dashboard.store.source_files import files_to_write, names_of, store_source

if TYPE_CHECKING:
    from dashboard.exchange.documents import Addition, ReadDocument

PROBLEMS: Final = 1
COULD_NOT_RUN: Final = 2
_OF_ONE: Final = ("id_", "title", "published", "url")
"""Options that say something about one document alone."""
_AS_GIVEN: Final = {
    "title": "Title, as the document gives it.",
    "outlet": "Publisher.",
    "author": "Author.",
    "published": "Date of publication, in EDTF: 2025-09-04, 2025-09, 2025.",
    "accessed": "Date when the team read it, in EDTF. Default for an address: today.",
    "url": "Address of the document. Default for an address: where it was found, after redirects.",
    "language": "Language, in BCP 47: en, es, pt-BR.",
    "origin": "Original report that it repeats. Sources with one origin count once.",
    "rights": "Licence, or owner.",
}


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What was asked for beside the documents."""

    root: Path
    id: str | None
    form: str | None
    encoding: str | None
    whole: bool
    again: bool
    dry_run: bool
    allow_private: bool
    fields: Mapping[str, str]
    """Fields of a description that were chosen."""


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """What became of one document."""

    report: str
    is_new: bool


def add_description_options(command: click.Command) -> click.Command:
    """Add an option for each field of a description that a document may give."""
    for field, words in reversed(_AS_GIVEN.items()):
        command.params.insert(0, click.Option([f"--{field}"], metavar="TEXT", help=words))
    return command


@click.command(short_help="Add documents as sources.")
@click.argument("documents", nargs=-1, metavar="[FILE|FOLDER|ADDRESS]...")
@click.option("--id", "id_", metavar="ID", help="Id of the source. Default: made from the file name or the title.")
@click.option("--kind", type=click.Choice(vocabularies.SOURCE_KINDS), help="Kind of document.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Format of the document. Default: recognised from its name or content.",
)
@click.option("--encoding", metavar="NAME", help="Encoding of text, Markdown or HTML that is not UTF-8.")
@click.option("--whole", is_flag=True, help="Take all the text of a web page, not only its article.")
@click.option("--again", is_flag=True, help="Add a text that is stored already: another outlet has it, too.")
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine and from private networks.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@workspace_option
def add(
    documents: tuple[str, ...],
    id_: str | None,
    kind: str | None,
    form: str | None,
    encoding: str | None,
    *,
    whole: bool,
    again: bool,
    allow_private: bool,
    dry_run: bool,
    workspace: Path | None,
    **fields: str | None,
) -> int:
    """Store the text of each document in `seeds/ID.txt` and describe it in `seeds/ID.yaml`.

    A document is a file, a web address (http or https), or standard input (`-`, or a pipe). Of a FOLDER, all
    documents that lie in it are added, but not those in folders below it. The formats are plain text, Markdown, HTML,
    PDF and DOCX. Text in UTF-8 with LF line ends is stored byte for byte; every change is reported. The description is
    taken from the document; options replace it. Nothing is guessed or overwritten.

    Only an address that you name is fetched, with its redirects: at most 20 MB, within 30 seconds, and not from
    private networks. No other command of `dateline source` uses the network.

    A text that is stored already is not stored twice; its source is named.

    Exit code: 0 if all documents are sources now, 1 if some are not, 2 if none is.
    """
    root = workspace_root(workspace)
    names = (STANDARD_INPUT,) if is_piped(documents) else documents
    if not names:
        raise click.UsageError("Name a file, a folder or an address, or pipe a document: `-` is standard input.")
    finish_earlier_rename(root)
    found, remarks = expand(names, root)
    chosen = {name: value for name, value in {**fields, "kind": kind}.items() if value is not None}
    if len(found) > 1 and (of_one := [name for name in _OF_ONE if {"id_": id_, **chosen}.get(name) is not None]):
        words = " and ".join(f"--{name.strip('_')}" for name in of_one)
        raise click.UsageError(
            f"{words} can be said of one document only, but {len(found):,} are named. Add it by itself."
        )
    options = AddOptions(root, id_, form, encoding, whole, again, dry_run, allow_private, chosen)
    for remark in remarks:
        say(printable(remark))
    if len(found) == 1:
        say(add_document(found[0], options).report)
        return 0
    return add_several(found, options)


def add_several(names: list[str], options: AddOptions) -> int:
    """Add each document, whatever becomes of the others; the exit code."""
    new = stored = 0
    for name in names:
        try:
            outcome = add_document(name, options)
        except DatelineError as error:
            sys.stderr.write(f"dateline: {printable(_with_name(name, error))}\n")
            sys.stderr.flush()
            continue
        say(outcome.report + "\n")
        new, stored = new + outcome.is_new, stored + (not outcome.is_new)
    bad = len(names) - new - stored
    counts = [f"{count_words(new, 'document')} {'would be ' if options.dry_run else ''}added"]
    counts += [f"{stored:,} stored already"] if stored else []
    say(", ".join([*counts, *([f"{bad:,} not added"] if bad else [])]) + ".")
    return 0 if not bad else PROBLEMS if new or stored else COULD_NOT_RUN


def _with_name(name: str, error: DatelineError) -> str:
    return str(error) if name in str(error) else f"{name}: {error}"


def add_document(name: str, options: AddOptions) -> AddOutcome:
    """Add one document. Raises `DatelineError`; then nothing was stored."""
    from dashboard.exchange.documents import addition, id_of_same_text

    if options.id is not None:
        names_of(options.id)
    given = read_given(name, allow_private=options.allow_private)
    document = _read_document(name, given, options)
    same = id_of_same_text(options.root, document.text)
    if same and same[1] and not options.again:
        return AddOutcome(_already_stored_words(name, same[0]), is_new=False)
    id_ = options.id or _new_id(given, document, same, options.root)
    files = files_to_write(options.root, id_, document.text)
    ready = addition(options.root, id_, document, {**given.fields, **options.fields})
    ready = replace(ready, remarks=(*given.remarks, *ready.remarks))
    if not options.dry_run:
        files = store_source(options.root, id_, ready.text, ready.description)
    return AddOutcome(addition_report(ready, files, dry_run=options.dry_run), is_new=True)


def _read_document(name: str, given: GivenDocument, options: AddOptions) -> "ReadDocument":
    """The document as it was read. Raises `DocumentRefused`."""
    from dashboard.exchange.documents import read_confined

    asked: dict[str, Any] = {"name": given.name, "encoding": options.encoding, "whole": options.whole}
    try:
        return read_confined(given.raw, options.form or given.form, declared=given.charset, **asked)
    except DocumentRefused as error:
        raise DocumentRefused(f"{name}: {error}") from error


def _new_id(given: GivenDocument, document: "ReadDocument", same: tuple[str, bool] | None, root: Path) -> str:
    """An id that nothing has; of a text that lies there without a description, the one that it has."""
    from dashboard.exchange.documents import id_for_document, taken_ids

    if same is not None and not same[1]:
        return same[0]
    return id_for_document(given.name, document, taken_ids(root))


def _already_stored_words(name: str, id_: str) -> str:
    what = "This text" if name == STANDARD_INPUT else f"The text of {name}"
    return printable(
        f"{what} is stored already, as {id_}. Nothing was written. If another outlet has the same text, add it with "
        "--again and --origin."
    )


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

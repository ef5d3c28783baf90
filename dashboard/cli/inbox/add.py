"""`dateline inbox add`: documents are taken into the inbox, to be read later."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.source import STANDARD_INPUT, expand, is_piped, read_given
from dashboard.cli.terminal import printable, say
from dashboard.errors import DatelineError
from dashboard.exchange.documents import FORMATS
from dashboard.exchange.inbox import take_in
from dashboard.query.wording import count_words


@click.command(short_help="Take files, addresses or standard input into the inbox.")
@click.argument("documents", nargs=-1, metavar="[FILE|FOLDER|ADDRESS]...")
@click.option("--title", metavar="TEXT", help="Title. Default: as the document gives it.")
@click.option("--outlet", metavar="TEXT", help="Publisher. Default: as the document gives it.")
@click.option("--published", metavar="DATE", help="Date of publication, in EDTF. Default: as the document gives it.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="Format. Default: recognised from name or content.")
@click.option("--encoding", metavar="NAME", help="Encoding of text, Markdown or HTML that is not UTF-8.")
@click.option("--allow-private", is_flag=True, help="Fetch also from this machine and from private networks.")
@workspace_option
def add(
    documents: tuple[str, ...],
    title: str | None,
    outlet: str | None,
    published: str | None,
    form: str | None,
    encoding: str | None,
    *,
    allow_private: bool,
    workspace: Path | None,
) -> int:
    """Keep the text of each document in the inbox, to be read later. Nothing becomes a source.

    A document is a file, a web address (http or https), or standard input (`-`, or a pipe); of a FOLDER, all documents
    that lie in it are taken. Only addresses that you name are fetched, within the bounds of `dateline source add`.

    Exit code: 0 if all documents are in the inbox now, 1 if some are not, 2 if none is.
    """
    root = workspace_root(workspace)
    names = (STANDARD_INPUT,) if is_piped(documents) else documents
    if not names:
        raise click.UsageError("Name a file, a folder or an address, or pipe a document: `-` is standard input.")
    found, remarks = expand(names, root)
    known = {"title": title, "outlet": outlet, "published": published}
    chosen = {name: value for name, value in known.items() if value}
    if len(found) > 1 and chosen:
        raise click.UsageError(
            f"--{next(iter(chosen))} can be said of one document only, but {len(found):,} are named."
        )
    for remark in remarks:
        say(printable(remark))
    bad = 0
    for name in found:
        try:
            given = read_given(name, allow_private=allow_private)
            given = replace(given, form=form or given.form)
            taken = take_in(root, given, chosen=chosen, encoding=encoding)
        except DatelineError as error:
            if len(found) == 1:
                raise
            bad += 1
            sys.stderr.write(f"dateline: {printable(str(error) if name in str(error) else f'{name}: {error}')}\n")
            sys.stderr.flush()
            continue
        say(f"{taken.id}  {'taken into the inbox' if taken.is_new else 'is in the inbox already'}: {_name_shown(name)}")
        for remark in taken.remarks:
            say(printable(f"  {remark}"))
    if len(found) == 1:
        say(f"Next: dateline inbox show {taken.id}")
    elif bad:
        say(f"{count_words(bad, 'document')} not taken in.")
    return 0 if not bad else 1 if bad < len(found) else 2


def _name_shown(name: str) -> str:
    return "standard input" if name == STANDARD_INPUT else printable(name)

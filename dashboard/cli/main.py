"""The command `dateline`: what it is made of, and how it ends."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

import click

from dashboard import __version__
from dashboard.cli.later import LazyGroup
from dashboard.cli.terminal import ReaderLeft, printable
from dashboard.errors import DatelineError

COULD_NOT_RUN = 2
INTERRUPTED = 130
READER_LEFT = 141
_WHILE_PRINTING: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


ANNOTATIONS: Final = LazyGroup(
    "annotations",
    {
        "export": ("dashboard.cli.annotations:export", "Write claims as W3C Web Annotations."),
        "import": ("dashboard.cli.annotations:import_", "Make draft events from annotations."),
    },
    short_help="Exchange claims with annotation tools.",
    help="Exchange claims as W3C Web Annotations (JSON-LD), with programs that annotate texts.",
)
BRIEF: Final = LazyGroup(
    "brief",
    {
        "build": ("dashboard.cli.brief.build:build", "Build a briefing as HTML, PDF, DOCX, PPTX and Markdown."),
        "list": ("dashboard.cli.brief.list:list_briefings", "List the briefings, and whether they still hold."),
        "new": ("dashboard.cli.brief.new:new", "Start a briefing, as a draft."),
        "verify": ("dashboard.cli.brief.verify:verify", "Check whether each sentence still holds."),
    },
    short_help="Start, build, list and verify briefings.",
    help="Start, build, list and verify briefings: events in order, where each sentence is traceable.",
)
INBOX: Final = LazyGroup(
    "inbox",
    {
        "list": ("dashboard.cli.inbox.list:list_items", "List what waits to be read."),
        "show": ("dashboard.cli.inbox.show:show", "Show one item with its text."),
        "add": ("dashboard.cli.inbox.add:add", "Take files, addresses or standard input into the inbox."),
        "fetch": ("dashboard.cli.inbox.fetch:fetch", "Fetch the feeds in inbox/feeds.yaml."),
        "fetch-article": ("dashboard.cli.inbox.fetch:fetch_page", "Fetch the page that an item of a feed is about."),
        "accept": ("dashboard.cli.inbox.decide:accept", "Make an item a source."),
        "set-aside": ("dashboard.cli.inbox.decide:set_item_aside", "Set an item aside, with a reason."),
        "same-as": ("dashboard.cli.inbox.decide:same_as", "Say that an item repeats a source."),
        "reopen": ("dashboard.cli.inbox.decide:reopen_item", "Take back what was decided about an item."),
    },
    default="list",
    short_help="List articles that wait to be read; add, fetch and decide.",
    help="List articles that wait to be read, take in others, and decide about each. Without a command: `list`.",
)
SOURCE: Final = LazyGroup(
    "source",
    {
        "add": ("dashboard.cli.source.add:add", "Add documents as sources."),
        "check": ("dashboard.cli.source.check:check", "Check whether stored texts changed, and which quotes fail."),
        "list": ("dashboard.cli.source.show:list_sources", "List all sources."),
        "remove": ("dashboard.cli.source.rename:remove", "Remove a source that nothing refers to."),
        "rename": ("dashboard.cli.source.rename:rename", "Give a source another id, with all references to it."),
        "show": ("dashboard.cli.source.show:show", "Show one source, and what is based on it."),
    },
    short_help="Add, check, list, show, rename and remove sources.",
    help="Add, check, list, show, rename and remove sources: the documents that events are read from.",
)


@click.group(
    cls=LazyGroup,
    later={
        "init": ("dashboard.cli.init:init", "Create a workspace that validates and serves at once."),
        "serve": ("dashboard.cli.serve:serve", "Show the workspace in the browser, until Ctrl-C."),
        "validate": ("dashboard.cli.validate:validate", "List the problems in the records, with file and line."),
        "export": ("dashboard.cli.exports.export:export", "Write events in a format of other programs."),
        "publish": ("dashboard.cli.exports.publish:publish", "Write the dashboard as a folder of pages."),
        "import": ("dashboard.cli.imports.command:import_", "Import published events beside the records."),
        "evidence": ("dashboard.cli.evidence:evidence", "Show the evidence for each claim."),
        "since": ("dashboard.cli.since.command:since", "Show what changed since a date, revision or briefing."),
        "fmt": ("dashboard.cli.records.fmt:fmt", "Tidy the files of records."),
        "new": ("dashboard.cli.records.new:new", "Start the file of a new event."),
        "draft": ("dashboard.cli.records.draft:draft", "Propose events from the text of a source."),
        "explain": ("dashboard.cli.reference.explain:explain", "Explain a problem, a field or a word."),
        "date": ("dashboard.cli.reference.date:date", "Write a date as EDTF, and read it aloud."),
        "promote": ("dashboard.cli.imports.promote:promote", "Make draft events of imported rows."),
        "query": ("dashboard.cli.exports.query:query", "Ask the records with SQL."),
        "rename": ("dashboard.cli.renaming.command:rename", "Rename an event, claim, place, actor, thread or source."),
        "docs": ("dashboard.cli.reference.docs:docs", "Print the record format, the problems, and the other guides."),
        "schema": ("dashboard.cli.schema:schema", "Print the JSON Schema of a kind of record."),
    },
    commands=[ANNOTATIONS, BRIEF, INBOX, SOURCE],
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="dateline", message="%(prog)s %(version)s")
@click.pass_context
def dateline(context: click.Context) -> None:
    """Geopolitical events from articles, validated, on a map and a timeline.

    Without a command, Dateline serves the workspace that you are in.
    """
    if context.invoked_subcommand is None:
        from dashboard.cli.serve import serve

        context.invoke(serve)


def main() -> NoReturn:
    """Run the command line and exit: 0, 1 for problems that were found, 2 where it could not run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # numpy multiplies no matrices here; threads keep `cores` to one
    sys.exit(exit_code())


def exit_code(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, by default this process's; whatever goes wrong is a sentence, not a traceback.

    With `DATELINE_DEBUG` set, what nobody foresaw is raised as it is.
    """
    try:
        code = dateline.main(arguments, prog_name="dateline", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except ReaderLeft:
        return READER_LEFT
    except DatelineError as error:
        return report_failure(str(error))
    except OSError as error:
        return report_failure(_system_words(error))
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        return report_failure(
            f"{type(error).__name__}: {error}. This is an error in Dateline. DATELINE_DEBUG=1 shows where."
        )
    return code if isinstance(code, int) else 0


def _system_words(error: OSError) -> str:
    """What the system refused, and of which file. A full disk without a file is that of what is printed."""
    from dashboard.store.writing import why_not_written

    printed = "the output could not be written" if error.errno in _WHILE_PRINTING else ""
    what = str(error.filename) if error.filename else printed
    return ": ".join(filter(None, (what, why_not_written(error)))) + "."


def report_failure(message: str) -> int:
    """Say why the command could not run."""
    sys.stderr.write(f"dateline: {printable(message)}\n")
    return COULD_NOT_RUN

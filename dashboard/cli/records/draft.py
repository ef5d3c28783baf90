"""`dateline draft`: events that a source's text may tell of, proposed by rules; accepted or refused one by one."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import click

from dashboard.checks.validation import Validation, validate
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.records.new import find_source, usual_folder
from dashboard.cli.source import complete_source_ids
from dashboard.cli.terminal import printable, say
from dashboard.drafting.alike import alike_events
from dashboard.drafting.models import ModelEndpoint, all_proposals, ask_model, model_endpoint, use_of_answers
from dashboard.drafting.proposals import MOST_CHARACTERS, Proposal, Proposed, accept_proposal
from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.query.wording import count_words
from dashboard.store.authoring import (
    ACCEPTED,
    NAMELESS,
    REFUSED,
    decide_proposal,
    keep_answers,
    keep_proposals,
    read_proposals,
)
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import yaml_text

FIELD_WORDS: Final = {"when": "date", "where": "place", "who": "actor", "amounts": "amount"}


class NothingToRead(DatelineError):
    """A source whose text is not held."""


class NothingSent(DatelineError):
    """A text that is not sent to a model: none is set up, or nobody agreed."""


class NoSuchProposal(DatelineError):
    """A key that no proposal has."""


@click.command(short_help="Propose events from the text of a source.")
@click.argument("source", metavar="SOURCE", shell_complete=complete_source_ids)
@click.option(
    "--format", "form", type=click.Choice(("text", "json", "yaml")), default="text", show_default=True,
    help="Output format.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Keep the proposals in .dateline/proposals/, for the page Add.")
@click.option("--accept", metavar="KEY", help="Write the event of this proposal. It says that nobody has reviewed it.")
@click.option("--type", "type_", metavar="TYPE", help="With --accept: the event's type, one of those proposed.")
@click.option("--folder", metavar="NAME", help="With --accept: folder in events/. Default: as for `dateline new`.")
@click.option("--refuse", metavar="KEY", help="Do not show this proposal again.")
@click.option(
    "--llm", is_flag=True, help="Send the text to the language model that DATELINE_LLM_ADDRESS names, once you agree."
)
@click.option("--yes", is_flag=True, help="With --llm: agree to it here.")
@click.option("--all", "every", is_flag=True, help="Show those that were accepted or refused, too.")
@workspace_option
def draft(
    source: str,
    form: str,
    *,
    write: bool,
    accept: str | None,
    type_: str | None,
    folder: str | None,
    refuse: str | None,
    llm: bool,
    yes: bool,
    every: bool,
    workspace: Path | None,
) -> int:
    """Print events that the text of a SOURCE may tell of: date, place, actors and amounts, each with its words.

    They are read by rules, without a network or a model. A field is left open where its words may be of something else,
    and the reason is printed. Every proposal passes all checks; none is an event until you accept it, and nothing is
    written unless you say so. Types are only proposed, the most likely first.

    With --llm, a model points at more sentences. Set DATELINE_LLM_ADDRESS to any endpoint with the chat-completions
    interface (such as http://localhost:11434/v1), DATELINE_LLM_MODEL, and DATELINE_LLM_KEY if it needs a key. The text
    is sent only after the command has said to where, and you agreed. Nothing that the model writes is used: the values
    are read from the text by the same rules, and pass the same checks. Add --write to accept one of them later.

    Exit code: 2 if there is no such source, text or proposal, otherwise 0.
    """
    if None not in (accept, refuse) or ((type_ or folder) and accept is None):
        raise click.UsageError("Use --accept KEY or --refuse KEY; --type and --folder go with --accept.")
    root = workspace_root(workspace)
    validation = validate(root)
    known = find_source(validation.workspace, source) or source
    if known not in validation.workspace.texts:
        raise NothingToRead(f"The text of {printable(known)} is not held. `dateline source add FILE` stores one.")
    kept = read_proposals(root, known)
    if llm:
        endpoint = agreed_endpoint(known, validation.workspace.texts[known], yes=yes)
        answers = ask_model(endpoint, validation.workspace.texts[known])
        kept = replace(kept, answers=answers, model=endpoint.model)
        if write:
            keep_answers(root, known, answers, endpoint.model)
    proposed = all_proposals(known, validation, kept)
    if llm:
        click.echo(printable(f"{kept.model} {use_of_answers(kept.answers, proposed)}."), err=True)
    if accept is not None:
        return _accept(root, _find(proposed, accept), validation, type_, folder)
    if refuse is not None:
        found = _find(proposed, refuse)
        decide_proposal(root, known, found.key, REFUSED)
        say(printable(f"refused: {found.key} {found.title}"))
        return 0
    decided = {} if every else kept.decided
    shown = [each for each in proposed.proposals if each.key not in decided]
    _print(known, shown, proposed, form, validation.workspace)
    if write:
        file = keep_proposals(root, known, [each.as_data() for each in shown])
        click.echo(f"kept: {file}", err=True)
    return 0


def agreed_endpoint(source: str, text: str, *, yes: bool) -> ModelEndpoint:
    """The endpoint, once somebody has been told what is sent to where, and agreed. Raises `NothingSent`."""
    endpoint = model_endpoint()
    if endpoint is None:
        raise NothingSent(
            "No model is set up. Set DATELINE_LLM_ADDRESS and DATELINE_LLM_MODEL: `dateline draft --help`."
        )
    told = f"The text of {printable(source)} ({len(text):,} characters) goes to {printable(endpoint.address)}"
    click.echo(f"{told}, model {printable(endpoint.model)}.", err=True)
    if yes:
        return endpoint
    if not sys.stdin.isatty():
        raise NothingSent("Nothing was sent: nobody agreed. Add --yes to agree without being asked.")
    if not click.confirm("Send it?", default=False, err=True):
        raise NothingSent("Nothing was sent.")
    return endpoint


def _find(proposed: Proposed, key: str) -> Proposal:
    """The proposal whose key begins so."""
    found = [each for each in proposed.proposals if key and each.key.startswith(key)]
    if len(found) != 1:
        what = f"{len(found)} proposals have a key that begins with" if found else "No proposal has the key"
        raise NoSuchProposal(f"{what} {printable(key)}. `dateline draft SOURCE --all` lists all keys.")
    return found[0]


def _accept(root: Path, found: Proposal, validation: Validation, type_: str | None, folder: str | None) -> int:
    decided = read_proposals(root, found.source).decided
    if decided.get(found.key) == ACCEPTED:
        raise NoSuchProposal(f"{found.key} was accepted before. Remove its event first, or write another one.")
    chosen = type_ or next(iter(found.types), None)
    where = folder or usual_folder(validation.workspace, found.source)
    alike = _alike(found, validation.workspace)
    file = accept_proposal(root, found, validation, where, type_=chosen)
    say(f"written: {file}")
    for registry, entries in found.entries.items():
        say(f"added to events/registry/{registry}.yaml: {', '.join(entries)}")
    if alike:
        say(f"looks like: {', '.join(alike)}. If it is the same, remove one of them.")
    for line in dict.fromkeys(f"open: {FIELD_WORDS[each.field]}: {each.reason}" for each in found.open):
        say(printable(line))
    return 0


def _print(source: str, shown: list[Proposal], proposed: Proposed, form: str, here: Workspace) -> None:
    if form == "json":
        data = {
            "source": source,
            "proposals": [{**each.as_data(), "alike": _alike(each, here)} for each in shown],
            "withheld": proposed.withheld,
            "cut": proposed.is_cut,
        }
        say(json.dumps(data, indent=2))
        return
    if form == "yaml":
        say("\n---\n".join(yaml_text(each.accepted_fields()).rstrip("\n") for each in shown))
        return
    say("\n".join(map(printable, _lines(source, shown, proposed, here))))


def _lines(source: str, shown: list[Proposal], proposed: Proposed, here: Workspace) -> Iterator[str]:
    done = len(proposed.proposals) - len(shown)
    told = f", {done:,} accepted or refused before" if done else ""
    yield f"{count_words(len(shown), 'proposal')} from {source}, none of them an event yet{told}"
    if proposed.withheld:
        yield f"{count_words(proposed.withheld, 'candidate')} not shown: a check objects"
    if proposed.is_cut:
        yield f"only the first {MOST_CHARACTERS:,} characters were read"
    for each in shown:
        yield ""
        yield f"? {each.key}  {each.title}"
        if each.proposed_by != "rules":
            yield f"    found   by the model {each.proposed_by}"
        yield f"    quote   {each.words}"
        yield f"    type    {', '.join(each.types) or 'open'}{' (proposed)' if each.types else ''}"
        for given in each.filled:
            named = f"{FIELD_WORDS[given.field]:<8}"
            yield f"    {named}{_value(given.field, given.value, given.role)}  “{given.words}”"
        for left in each.open:
            words = f": “{left.words}”" if left.words else ""
            yield f"    {FIELD_WORDS[left.field]:<8}open. {left.reason}{words}"
        for registry, entries in each.entries.items():
            yield f"    new     {registry}: {', '.join(entries)}"
        if alike := _alike(each, here):
            are = "is an event" if len(alike) == 1 else "are events"
            yield f"    alike   {' and '.join(alike)}, which {are} already"
    if shown:
        yield ""
        yield f"accept one: dateline draft {source} --accept {shown[0].key[:4]}"


def _alike(proposal: Proposal, here: Workspace) -> list[str]:
    """Ids of the events that a proposal may be."""
    return [each.id for each in alike_events(Event.model_validate({**proposal.fields, "id": NAMELESS}), here)]


def _value(field: str, value: Any, role: str) -> str:
    if field == "when":
        return str(value["reported"])
    if field == "who":
        return f"{value} ({role})"
    if isinstance(value, Mapping):
        qualifier = value.get("qualifier")
        told = f"{qualifier.replace('-', ' ')} " if qualifier else ""
        return f"{told}{value['value']:,} {value.get('currency') or value.get('unit') or ''}".strip()
    return str(value)

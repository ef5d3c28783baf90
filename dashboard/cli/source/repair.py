"""Proposals for quotes that stand no more: how they are shown, and written when their codes are named."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from dashboard.errors import DatelineError
from dashboard.query.repairs import QuoteRepair, Repairs
from dashboard.query.sources import QuoteAt
from dashboard.query.wording import count_words
from dashboard.store.event_files import EventNotChanged, change_texts
from dashboard.store.workspace import Workspace


class NoSuchRepair(DatelineError):
    """A code that stands for no proposal, or for one that is another by now."""


def write_repairs(root: Path, workspace: Workspace, repairs: Repairs, codes: Sequence[str]) -> tuple[QuoteRepair, ...]:
    """Write the proposals that the codes name. Raises `NoSuchRepair`, before anything is written; `EventNotChanged`."""
    chosen = repairs.choose(codes)
    if not repairs.proposals or chosen is None:
        raise NoSuchRepair(
            f"There is no proposal {' or '.join(codes)}: the text or the quote has changed since, or the same sources "
            "are not named. Nothing was written. Look again: dateline source check --repair"
        )
    if len({each.at.key for each in chosen}) < len(chosen):
        raise NoSuchRepair("Two of the codes are for the same quote. Nothing was written. Name one of them.")
    by_file = sorted(chosen, key=lambda each: workspace.files[each.at.event])
    written: list[str] = []
    for file, of_file in groupby(by_file, key=lambda each: workspace.files[each.at.event]):
        seen: dict[tuple[str | int, ...], str] = {}
        texts: dict[tuple[str | int, ...], str] = {}
        for each in of_file:
            path = ("claims", each.at.claim, "quotes", each.at.index)
            old = each.at.found.quote
            seen |= {(*path, name): getattr(old, name) for name in ("exact", "prefix", "suffix") if getattr(old, name)}
            texts |= {(*path, name): text for name, text in each.texts.items()}
        try:
            change_texts(root, file, seen, texts)
        except EventNotChanged as error:
            before = f" Before it, {', '.join(written)} was changed." if written else ""
            raise EventNotChanged(f"{error}{before}") from error
        written.append(file)
    return tuple(chosen)


def proposal_lines(quote: QuoteAt, repairs: Repairs) -> Iterator[str]:
    """What is proposed for a quote, all of it: nobody writes what they have not read."""
    found = repairs.by_quote.get(quote.key)
    if isinstance(found, str):
        yield f"    {found}"
    elif found is not None:
        yield from _one_proposal("nearest", found)
        if found.other is not None:
            yield from _one_proposal("as near", found.other)
            yield "    Read both: which passage is meant, the program cannot tell."


def _one_proposal(what: str, repair: QuoteRepair) -> Iterator[str]:
    yield f"    {what}, {int(repair.likeness)} % alike, at offset {repair.offset}: “{repair.difference}”"
    for name, text in repair.texts.items():
        yield f"    {name} would become: “{text}”"
    yield f"    --write {repair.code}"


def summary_lines(repairs: Repairs, ids: Sequence[str], *, is_readable: bool = True) -> Iterator[str]:
    """How to write all that is proposed; where a text cannot be read, nothing can be said of its quotes."""
    if not repairs.by_quote:
        yield "No quote needs a repair." if is_readable else "Nothing can be proposed where a text cannot be read."
        return
    number, of = len(repairs.proposals), count_words(len(repairs.by_quote), "quote")
    yield f"A passage is proposed for {number:,} of {of} that {'fails' if len(repairs.by_quote) == 1 else 'fail'}."
    if repairs.clear:
        named = "".join(f" {id_}" for id_ in ids)
        what = "all of them" if len(repairs.clear) == number else "those beside which no other passage is as near"
        yield (
            f"Read each: other words may say something else, and the claim may have to change. To write {what}: "
            f"dateline source check{named} --repair --write {repairs.code}"
        )


def repair_data(quote: QuoteAt, repairs: Repairs) -> dict[str, Any]:
    """What is proposed for a quote, for programs."""
    found = repairs.by_quote.get(quote.key)
    if not isinstance(found, QuoteRepair):
        return {"code": None, "why_not": found}
    other = {"other": _data_of(found.other)} if found.other else {}
    return {**_data_of(found), **other}


def _data_of(repair: QuoteRepair) -> dict[str, Any]:
    return {
        "code": repair.code,
        "offset": repair.offset,
        "likeness": round(repair.likeness, 1),
        "difference": repair.difference,
        "texts": dict(repair.texts),
    }


def written_data(repairs: Repairs, written: Sequence[QuoteRepair]) -> dict[str, Any]:
    """The code of all that is proposed, and what was written, for programs."""
    quotes = [{"event": each.at.event, "claim": each.at.claim, "index": each.at.index} for each in written]
    return {"code": repairs.code if repairs.clear else None, "written": quotes}

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
        yield f"    nearest, {int(found.likeness)} % alike, at offset {found.offset}: “{found.difference}”"
        for name, text in found.texts.items():
            yield f"    {name} would become: “{text}”"
        yield f"    --write {found.code}"


def summary_lines(repairs: Repairs, ids: Sequence[str]) -> Iterator[str]:
    """How to write all that is proposed."""
    if not repairs.by_quote:
        yield "No quote needs a repair."
        return
    number, of = len(repairs.proposals), count_words(len(repairs.by_quote), "quote")
    yield f"A passage is proposed for {number:,} of {of} that {'fails' if len(repairs.by_quote) == 1 else 'fail'}."
    if number:
        named = "".join(f" {id_}" for id_ in ids)
        yield (
            "Read each: other words may say something else, and the claim may have to change. To write all of them: "
            f"dateline source check{named} --repair --write {repairs.code}"
        )


def repair_data(quote: QuoteAt, repairs: Repairs) -> dict[str, Any]:
    """What is proposed for a quote, for programs."""
    found = repairs.by_quote.get(quote.key)
    if not isinstance(found, QuoteRepair):
        return {"code": None, "why_not": found}
    return {
        "code": found.code,
        "offset": found.offset,
        "likeness": round(found.likeness, 1),
        "difference": found.difference,
        "texts": dict(found.texts),
    }


def written_data(repairs: Repairs, written: Sequence[QuoteRepair]) -> dict[str, Any]:
    """The code of all that is proposed, and what was written, for programs."""
    quotes = [{"event": each.at.event, "claim": each.at.claim, "index": each.at.index} for each in written]
    return {"code": repairs.code if repairs.proposals else None, "written": quotes}

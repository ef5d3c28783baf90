"""Answers to what is pointed at: the sheet as HTML, made when it is asked for, so that no page carries it."""

from collections.abc import Mapping
from typing import Final

from dashboard.app.claim_sheet.sheet import sheet_markup
from dashboard.app.shell import PageContext, latest
from dashboard.query.card import SheetOf, claim_sheet
from dashboard.query.reading import Mode
from dashboard.query.sources import all_sources
from dashboard.text.markup import element

_NOTHING: Final = element("p", "There are no words behind this: it may have changed since the page was drawn.")


def sheet_answer(asked: Mapping[str, str]) -> str:
    """HTML of the sheet for what an address asks: `quote`, `source`, or `event` and `of`; `as` is the mode.

    Raises `NotAWorkspace`.
    """
    now = latest()
    mode = Mode.REPORTED if asked.get("as") == Mode.REPORTED else Mode.ASSESSED
    page = PageContext(now.validation, mode)
    wanted = SheetOf(*(asked.get(key, "") for key in ("quote", "source", "event", "of")))
    found = claim_sheet(wanted, page.table, all_sources(now.validation))
    return (sheet_markup(found, page) if found else _NOTHING).html

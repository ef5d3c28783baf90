"""The day of a source, given while an event is written from its text: days without a year are counted from it."""

from typing import Any, Final

from dashboard.app.shell import cache_of_workspace, root
from dashboard.checks.documentation import field_order
from dashboard.drafting.dates import date_of, day_at_top
from dashboard.errors import DatelineError
from dashboard.store.editing import OpenRecord, current_bytes, save_edit

_NOTE: Final = "Given while events were written from the text, which does not give it."


class DayNotGiven(DatelineError):
    """Words that are no day, or a description that cannot be written."""


def give_day(source: str, typed: str, text: str) -> None:
    """Write the day on which a source was published into its description, which keeps every other byte.

    As reported where the text has it at its top, else as assessed. Raises `DayNotGiven`, `NotSaved`, `NotEditable`.
    """
    found = date_of(typed, None)
    if found is None or found.date.earliest is None or found.date.earliest != found.date.latest:
        raise DayNotGiven("Give the day on which the text was published, such as 2021-07-28.")
    day = found.date.earliest
    file = f"seeds/{source}.yaml"
    record = OpenRecord(file, "", current_bytes(root(), file), lambda path: field_order("source", path))
    is_in_text = day == day_at_top(text)
    assessed = {"date": day.isoformat(), "basis": "external", "note": _NOTE}
    published: dict[str, Any] = {"reported": day.isoformat()} if is_in_text else {"assessed": assessed}
    save_edit(root(), record, {**record.fields, "published": published})
    cache_of_workspace(root()).look()

"""Events made up to show how signs read: every fill and outline once, drawn by what draws the real ones."""

from dataclasses import dataclass
from typing import Final

from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Thread
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue

THREAD: Final = "signs"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One sign: how it looks, what it means, and the date that makes it."""

    key: str
    look: str
    meaning: str
    date: str
    """EDTF."""
    carried: Support = Support.QUOTED
    lasted: bool = False

    @property
    def reading(self) -> ResolvedEvent:
        """An event that is drawn with this sign, and titled by how it looks."""
        record = {
            "id": self.key,
            "title": self.look,
            "threads": [THREAD],
            "when": {"reported": self.date, "lasted": self.lasted},
            "claims": {"shown": {"text": self.meaning, "basis": "inferred", "note": "A specimen."}},
        }
        date = EventDate.parse(self.date)
        return ResolvedEvent(
            Event.model_validate(record), SupportedValue(date, self.carried), SupportedValue(None, Support.UNKNOWN), ()
        )


SPECIMENS: Final = (
    Specimen("quoted", "Solid", "Quoted: the words are in the source, and no check objects.", "2001-06-15"),
    Specimen("external", "Hollow", "From a named outside source.", "2002-06-15", Support.EXTERNAL),
    Specimen(
        "not-checkable",
        "Hollow, not checkable",
        "Its sources’ texts are not held, or were changed and not accepted.",
        "2003-08-15",
        Support.NOT_CHECKABLE,
    ),
    Specimen("inferred", "Hollow, inferred", "The team’s own inference, with a note.", "2005-06-15", Support.INFERRED),
    Specimen(
        "questioned",
        "Hollow, questioned",
        "The words are there, and a check objects.",
        "2006-04-15",
        Support.QUESTIONED,
    ),
    Specimen("not-found", "Crossed", "Based on a quote that is not in the source.", "2007-02-15", Support.NOT_FOUND),
    Specimen("doubt", "Dashed", "In doubt or approximate: “?” or “~” after the date.", "2008-03-15?"),
    Specimen("year", "Dashed bar", "Only the year or decade is known: some time in it.", "2009"),
    Specimen("month", "Bar", "Only the month is known: some time in it.", "2011-06"),
    Specimen("lasted", "Filled bar", "It lasted all that time.", "2012-03-01/2013-09-01", lasted=True),
    Specimen("open", "Bar that fades", "It began then; its end is not known.", "2015-01-01/..", lasted=True),
)
"""The signs of the timeline, in the order of time."""

THREADS: Final = {THREAD: Thread.model_validate({"id": THREAD, "title": "Signs"})}

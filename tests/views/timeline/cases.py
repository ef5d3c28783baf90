"""Readings to draw: the article's events by hand, one of every kind of date, and as many as you like."""

from datetime import date, timedelta
from random import Random

from dashboard.model.claim import Claim
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Thread
from dashboard.model.time_and_place import When
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.timeline.figure import event_timeline

TODAY = date(2026, 11, 25)
THREADS = {
    "us-ecuador-basing": Thread(id="us-ecuador-basing", title="U.S. troops in Ecuador"),
    "korea-costs": Thread(id="korea-costs", title="Who pays for U.S. forces in S. Korea"),
}
ECUADOR, KOREA = THREADS

ARTICLE = (
    (ECUADOR, "1999/2009-09-18", "Ecuador hosts a U.S. military base"),
    (ECUADOR, "2008-07-29", "Ecuador gives notice"),
    (ECUADOR, "2009-07-17", "Last U.S. flight from Manta"),
    (ECUADOR, "2009-09-18", "The U.S. base closes"),
    (ECUADOR, "2025-09-04", "Rubio and Sommerfeld meet the press"),
    (ECUADOR, "2025-09-04", "The U.S. announces a security package"),
    (ECUADOR, "2025-09-04", "Drones for Ecuador’s navy"),
    (ECUADOR, "2025-09-04", "Ecuador’s government is cautious"),
    (ECUADOR, "2025-11-16", "Ecuador votes against foreign bases"),
    (ECUADOR, "2025-12-01", "Result proclaimed"),
    (ECUADOR, "2025-12-17", "U.S. Air Force comes to Manta for a time"),
    (KOREA, "2025-07-08", "Trump: Korea should pay for its own military"),
    (KOREA, "2025-07-09", "Foreign ministry answers"),
    (KOREA, "2025-08-25", "Trump asks for the land of a base"),
    (KOREA, "2025-08-25", "Security adviser answers"),
    (KOREA, "2025-08-27", "Ministry answers again"),
    (KOREA, None, "Trump on who pays for the base in South Korea"),
)


def reading(
    event_id: str,
    when: str | None,
    title: str,
    *,
    thread: str | None = ECUADOR,
    carried: Support = Support.EXTERNAL,
    lasted: bool = False,
    weight: str = "normal",
) -> ResolvedEvent:
    """One event, read as assessed."""
    event = Event(
        id=event_id,
        title=title,
        threads=(thread,) if thread else (),
        weight=weight,
        when=When(lasted=lasted),
        claims={"said": Claim(text="It is said.", sources=("voa",))},
    )
    dated = SupportedValue(EventDate.parse(when), carried) if when else SupportedValue(None, Support.UNKNOWN)
    return ResolvedEvent(event, dated, SupportedValue(None, Support.UNKNOWN), ())


def article() -> tuple[ResolvedEvent, ...]:
    """The article's events."""
    return tuple(
        reading(f"event-{index}", when, title, thread=thread, lasted="/" in (when or ""))
        for index, (thread, when, title) in enumerate(ARTICLE)
    )


def every_kind() -> tuple[ResolvedEvent, ...]:
    """One event for each kind of date and of carrying."""
    rows = (
        ("2025-09-04/..", "Talks go on", Support.QUOTED, True),
        ("2009-03/..", "Hollow, and goes on", Support.EXTERNAL, True),
        ("2001/", "Nobody says when it ended", Support.QUOTED, True),
        ("/2004-02", "Nobody says when it began", Support.NOT_CHECKABLE, True),
        ("../2003", "Always, until then", Support.QUOTED, True),
        ("2009", "Closed in 2009", Support.QUOTED, False),
        ("2009", "Closed in 2009, says another", Support.EXTERNAL, False),
        ("2009", "Closed in 2009, misquoted", Support.NOT_FOUND, False),
        ("200X", "Some time in the decade", Support.QUOTED, False),
        ("2025-22", "In the summer", Support.INFERRED, False),
        ("2025-09", "In September", Support.QUOTED, False),
        ("2009~", "About 2009", Support.QUOTED, False),
        ("2025-09-04?", "That day, perhaps", Support.QUOTED, False),
        ("2025-08-25~", "About that day", Support.EXTERNAL, False),
        ("2025-11-16", "Quoted to the day", Support.QUOTED, False),
        ("2025-11-18", "A quote that failed", Support.NOT_FOUND, False),
        ("2025-07-08/2025-08-25", "Between two days", Support.QUOTED, False),
        ("2025-07-08/2025-08-25", "For seven weeks", Support.QUOTED, True),
        ("2025-10-01T12:30:00Z", "At half past twelve", Support.QUOTED, False),
        ("2027-05-24", "The term will end", Support.EXTERNAL, False),
    )
    return tuple(
        reading(f"kind-{index}", when, title, carried=carried, lasted=lasted, thread=(ECUADOR, KOREA, None)[index % 3])
        for index, (when, title, carried, lasted) in enumerate(rows)
    )


def many(count: int, seed: int = 1) -> tuple[ResolvedEvent, ...]:
    """`count` events from 1999 to 2025, more towards the end."""
    random = Random(seed)
    return tuple(_random_reading(index, random) for index in range(count))


def _random_reading(index: int, random: Random) -> ResolvedEvent:
    day = date(1999, 1, 1) + timedelta(days=int(9860 * random.random() ** 0.6))
    text, lasted = day.isoformat(), False
    if random.random() < 0.2:
        text, lasted = f"{text}/{day + timedelta(days=random.randrange(20, 200))}", True
    elif random.random() < 0.03:
        text, lasted = f"{text}/..", True
    elif random.random() < 0.1:
        text = text[: random.choice((4, 7))]
    return reading(
        f"event-{index}",
        text,
        f"Event number {index}",
        thread=(ECUADOR, KOREA)[index % 2],
        carried=random.choice(tuple(Support)[:5]),
        lasted=lasted,
        weight="major" if random.random() < 0.02 else "normal",
    )


def drawn(readings, width=1392, **options):
    """A light timeline of two threads."""
    return event_timeline(readings, threads=THREADS, width=width, **{"palette": LIGHT, "today": TODAY, **options})

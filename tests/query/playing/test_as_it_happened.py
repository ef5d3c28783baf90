"""Time as it is played."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.claim import Claim
from dashboard.model.dates.event_date import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Question, Thread
from dashboard.query.playing import as_it_happened, asked_by, newest, split_by_day, step_at, steps_of
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue

DATES = st.sampled_from((None, "2009", "2009-03", "2025-09-04", "1999/2009-09-18", "2025-01-01/..", "../2003", "/2004"))


def reading(number, when):
    """An event of a date."""
    claims = {"it": Claim(text="It happened.", sources=("somebody",))}
    event = Event(id=f"event-{number}", title=f"Event {number}", claims=claims)
    dated = SupportedValue(EventDate.parse(when), Support.QUOTED) if when else SupportedValue(None, Support.UNKNOWN)
    return ResolvedEvent(event, dated, SupportedValue(None, Support.UNKNOWN), ())


READINGS = st.lists(DATES, max_size=12).map(lambda dates: [reading(*each) for each in enumerate(dates)])


@given(READINGS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_so_far_later_and_undated_add_up(readings, until):
    """Whatever the day is."""
    parts = split_by_day(readings, until)
    together = [each.id for part in (parts.so_far, parts.later, parts.undated) for each in part]
    assert sorted(together) == sorted(each.id for each in readings)


@given(READINGS)
def test_each_step_adds_an_event_and_the_last_shows_all_with_a_date(readings):
    """No step is empty, and none is missing."""
    steps = steps_of(readings)
    counts = [len(split_by_day(readings, step).so_far) for step in steps]
    assert counts == sorted(set(counts))
    assert (counts[-1] if counts else 0) == sum(each.date.value is not None for each in readings)


def test_of_too_many_days_time_is_played_by_longer_steps(monkeypatch):
    """By weeks, months or years: each ends with a day of an event, and brings all since the one before."""
    readings = [reading(number, f"{date(2001, 1, 1) + timedelta(days=7 * number)}") for number in range(200)]
    for most, steps in ((200, 200), (199, 46), (45, 4), (3, 1)):
        monkeypatch.setattr(as_it_happened, "MOST_STEPS", most)
        days = steps_of(readings)
        assert len(days) == steps
        assert days[-1] == date(2001, 1, 1) + timedelta(days=7 * 199)
        assert sum(len(newest(readings, day)) for day in days) == len(readings)


def test_an_event_is_played_from_its_first_day_on():
    """A year from its first of January, a stay from its beginning, and what was always there from its last day."""
    dates = ("2009", "1999/2009-09-18", "../2003", "2025-09-04", None)
    steps = steps_of([reading(*each) for each in enumerate(dates)])
    assert steps == (date(1999, 1, 1), date(2003, 12, 31), date(2009, 1, 1), date(2025, 9, 4))
    assert [step_at(steps, day) for day in (date(1998, 1, 1), steps[0], date(2008, 7, 1), date(2030, 1, 1))] == [
        -1,
        0,
        1,
        3,
    ]


def asking(number, when, **claim):
    """An event whose claim raises a question."""
    told = reading(number, when)
    claims = {"it": Claim(text="Will it?", sources=("somebody",), **claim)}
    return ResolvedEvent(told.event.model_copy(update={"claims": claims}), told.date, told.place, ())


def thread_with(*questions):
    """A thread that asks these."""
    return Thread(id="talks", title="Talks", questions={key: Question(text=f"{key}?") for key in questions})


def test_a_question_is_there_from_the_event_that_raises_it():
    """Not before; an event that raises it again later changes nothing."""
    events = [
        asking(1, "2025-07-08", question="talks/pay"),
        asking(2, "2025-09-04", question="talks/pay"),
        asking(3, "2025-12-01", question="talks/base"),
    ]
    days = (date(2025, 7, 7), date(2025, 7, 8), date(2025, 12, 1))
    found = [tuple(asked_by((thread_with("pay", "base"),), events, day)[0].questions) for day in days]
    assert found == [(), ("pay",), ("pay", "base")]


def test_a_question_that_no_event_raises_is_there_with_its_thread():
    """From the first event of the thread on."""
    begun = reading(1, "2025-07-08")
    begun = ResolvedEvent(begun.event.model_copy(update={"threads": ("talks",)}), begun.date, begun.place, ())
    (before,), (after,) = (
        asked_by((thread_with("own"),), [begun], day) for day in (date(2025, 7, 7), date(2025, 7, 8))
    )
    assert (tuple(before.questions), tuple(after.questions)) == ((), ("own",))


@given(READINGS, st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_the_newest_are_those_of_the_last_step(readings, until):
    """One day before, none of them was there; without them, there would be no such step."""
    new = {each.id for each in newest(readings, until)}
    by_then = {each.id for each in split_by_day(readings, until).so_far}
    assert new <= by_then
    assert bool(new) == bool(by_then)
    if new:
        at = steps_of(readings)[step_at(steps_of(readings), until)]
        assert by_then - {each.id for each in split_by_day(readings, at - timedelta(days=1)).so_far} == new

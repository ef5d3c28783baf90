"""Many changes at once of the seed's events, for briefings of several selections: what is named is what differs."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

import pytest

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.verify import verify_record, verify_written
from dashboard.model.briefing import Options, Selection
from dashboard.model.dates import EventDate
from dashboard.model.event import Event, Review
from dashboard.model.time_and_place import Where
from dashboard.model.vocabularies import BRIEFING_SECTIONS
from tests.briefing.outline.rows_told import differing, rows_of
from tests.briefing.outline.test_basis import TODAY

ROUNDS: Final = 60
DAYS: Final = ("2027-01-01", "2009-01", "2025-06-01")
RETRACTED: Final = Review.model_validate({"status": "retracted", "note": "It did not happen."})


def with_claim(draw: Random, event: Event, **fields: Any) -> Event:
    """Another value at one of its claims; without fields, the claim goes."""
    gone = draw.choice(list(event.claims))
    claims = {key: each.model_copy(update=fields) if key == gone else each for key, each in event.claims.items()}
    return event.model_copy(update={"claims": {key: each for key, each in claims.items() if fields or key != gone}})


def with_another_day(draw: Random, event: Event) -> Event:
    """Its date is another one, where the team holds one."""
    if event.when.assessed is None:
        return event
    assessed = event.when.assessed.model_copy(update={"date": EventDate.parse(draw.choice(DAYS))})
    return event.model_copy(update={"when": event.when.model_copy(update={"assessed": assessed})})


CHANGES: Final[tuple[Callable[[Random, Event], Event | None], ...]] = (
    lambda draw, event: event.model_copy(
        update={"threads": tuple(each for each in event.threads if draw.random() < 0.5)}
    ),
    lambda draw, event: with_claim(draw, event),
    lambda draw, event: with_claim(draw, event, by=("donald-trump",)),
    lambda draw, event: with_claim(draw, event, sources=("voa",)),
    lambda draw, event: with_claim(draw, event, credibility=5),
    with_another_day,
    lambda _draw, event: event.model_copy(update={"answers": ()}),
    lambda _draw, event: event.model_copy(update={"judgements": ()}),
    lambda _draw, event: event.model_copy(update={"title": f"{event.title} now"}),
    lambda _draw, event: event.model_copy(update={"review": RETRACTED}),
    lambda _draw, event: event.model_copy(update={"amounts": {}}),
    lambda _draw, event: event.model_copy(update={"where": Where()}),
    lambda _draw, event: event.model_copy(update={"tags": ()}),
    lambda _draw, _event: None,
)


@pytest.mark.proof
@pytest.mark.parametrize("number", range(ROUNDS))
def test_changes_at_random_are_named_where_they_differ(seed, seed_briefing, with_records, number):
    """Of the written file each sentence that a new document would not have so; of the record each that it has anew."""
    draw, events = Random(number), seed.workspace.events
    ids, threads = sorted(events), [f"thread:{each}" for each in sorted(seed.workspace.threads)]
    selections = (
        *({"show": [each]} for each in threads),
        *({"show": threads}, {"show": [threads[0].replace(":", ":-")]}, {"words": "base"}),
        *(
            {"from": "2020-01-01"},
            {"to": "2025-10-01"},
            {"events": draw.sample(ids, 6)},
            {"events": draw.sample(ids, 2)},
        ),
    )
    sections = draw.choice((None, None, draw.sample(BRIEFING_SECTIONS, 4)))
    own = {} if draw.random() < 0.7 else {"bottom_line": (), "judgements": (), "words": {}}
    made = seed_briefing.model_copy(
        update={
            "selection": Selection.model_validate(draw.choice(selections)),
            "options": Options(sections=sections),
            **own,
        }
    )
    outline = outline_of(made, seed)
    seal = manifest_of(outline, seed, made)
    record = made.model_copy(update={"built_on": seal.built_on})
    changed = ids if draw.random() < 0.2 else draw.sample(ids, draw.choice((1, 1, 2, 4)))
    now = with_records(events={id_: draw.choice(CHANGES)(draw, events[id_]) for id_ in changed})

    rows, rows_now = rows_of(outline, made, seed), rows_of(outline_of(made, now), made, now)
    old, new = differing(rows, rows_now)
    twice = {text for text, _ in rows & rows_now}
    """A claim that is told in two sections, and still in one of them, may be named or not: it is one sentence."""
    assert {each.sentence.text for each in verify_written(seal, now, TODAY).with_changes} - twice == old - twice
    verified = verify_record(record, now, TODAY)
    assert {each.sentence.text for each in verified.with_changes} - twice == new - twice
    assert bool(verified.with_changes or verified.left) is bool(old or new)

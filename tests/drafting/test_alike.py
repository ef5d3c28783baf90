"""Events that are told as likely duplicates, and those that are not."""

from dashboard.drafting import alike
from dashboard.drafting.alike import alike_events
from dashboard.evidence.words import content_words
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.store.workspace import Workspace


def event(id_, title, **fields):
    """An event with one claim."""
    claims = {"a": {"text": "A claim.", "quotes": [{"source": "s", "exact": "words"}]}}
    return Event.model_validate({"id": id_, "title": title, "claims": claims, **fields})


def dated(day):
    """A reported date."""
    return {"reported": day, "claims": ["a"]}


PLACES = {
    "quito": {"name": "Quito", "country": "EC", "precision": "city", "latitude": -0.23, "longitude": -78.52},
    "palace": {"name": "Palace", "country": "EC", "precision": "site", "latitude": -0.22, "longitude": -78.51},
    "ecuador": {"name": "Ecuador", "country": "EC", "precision": "country"},
    "seoul": {"name": "Seoul", "country": "KR", "precision": "city", "latitude": 37.57, "longitude": 126.98},
}
WHO = [{"actor": "united-states", "role": "initiator", "claims": ["a"]}]


def among(*events):
    """A workspace with these events."""
    places = {id_: Place.model_validate({"id": id_, **fields}) for id_, fields in PLACES.items()}
    return Workspace(root=None, events={each.id: each for each in events}, places=places)


def told(mine, *others):
    """The ids that are told of, with what they share."""
    return [(each.id, each.shares) for each in alike_events(mine, among(*others))]


def test_the_same_day_place_and_actors_are_told_with_what_they_share():
    """Whatever both are called."""
    mine = event("mine", "Money for Ecuador", when=dated("2025-09-04"), where={"reported": "quito"}, who=WHO)
    other = event("other", "A package", when=dated("2025-09-04"), where={"reported": "palace"}, who=WHO)
    assert told(mine, other) == [("other", ("same day", "near place", "same actors"))]


def test_titles_of_a_workspace_are_read_once(monkeypatch):
    """And not at each pause in typing: of ten thousand events that takes a third of a second."""
    read = []
    monkeypatch.setattr(alike, "content_words", lambda title: read.append(title) or content_words(title))
    here, mine = among(event("other", "A package")), event("mine", "Money for Ecuador")
    for _ in range(3):
        alike_events(mine, here)
    assert read.count("A package") == 1


def test_another_time_is_another_event():
    """However alike they are besides: meetings are held again."""
    mine = event("mine", "The ministers meet in Quito", when=dated("2025-09-04"), where={"reported": "quito"}, who=WHO)
    other = event(
        "other", "The ministers meet in Quito", when=dated("2024-09-04"), where={"reported": "quito"}, who=WHO
    )
    assert told(mine, other) == []


def test_the_same_actors_alone_say_nothing():
    """The United States take part in half of all events."""
    mine = event("mine", "Money for Ecuador", when=dated("2025-09-04"), where={"reported": "quito"}, who=WHO)
    other = event("other", "Talks on bases", where={"reported": "seoul"}, who=WHO)
    assert told(mine, other) == []


def test_a_year_and_a_country_count_half():
    """Two texts seldom give the same day and place."""
    mine = event("mine", "The base closes", when=dated("2009"), where={"reported": "ecuador"}, who=WHO)
    other = event("other", "End of a lease", when=dated("2009-09-18"), where={"reported": "quito"}, who=WHO)
    assert told(mine, other) == [("other", ("perhaps the same time", "same country", "same actors"))]


def test_a_related_event_and_the_event_itself_are_known_to_be_others():
    """Nothing is told of them."""
    relation = {"type": "part-of", "event": "other", "note": "Known."}
    fields = {"when": dated("2025-09-04"), "where": {"reported": "quito"}, "who": WHO}
    mine = event("mine", "Money for Ecuador", relations=[relation], **fields)
    assert told(mine, event("other", "Money for Ecuador", **fields), mine) == []

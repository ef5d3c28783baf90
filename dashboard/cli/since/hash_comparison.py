"""What changed by a briefing's hashes, for programs: with null wherever a hash cannot tell."""

from typing import Any

from dashboard.briefing.since import ChangedQuestion, HashComparison
from dashboard.query.changes import NewEvent, Novelty


def stored_as_json(changes: HashComparison, until: dict[str, Any]) -> dict[str, Any]:
    """The changes by hashes, with the keys that the comparison of two states has."""
    since = {"day": changes.day.isoformat(), "commit": None, "committed": None, "briefing": changes.briefing.id}
    events = changes.after.validation.workspace.events
    removed = [key for key in changes.removed if not key.startswith("events/")]
    others = [key for key in changes.changed if not key.startswith("events/")]
    return {
        "since": since,
        "until": until,
        "events": {
            "new": [new_event(each) for each in changes.new],
            "removed": [{"id": id_, "title": None} for id_ in _ids(changes.removed, "events")],
            "changed": [_event_as_json(id_, events[id_].title, changes) for id_ in _changed_events(changes)],
            "left": list(changes.left),
        },
        "questions": [_question(each) for each in changes.questions],
        "sources": [_record(key, removed) for key in (*removed, *others) if _of_source(key)],
        "registry": [_record(key, removed) for key in (*removed, *others) if not _of_source(key)],
        "problems": {"new": None, "mended": None},
        "unreadable": [
            {"kind": kind.removesuffix("s"), "id": id_, "file": file, "before": False, "after": True}
            for (kind, _, id_), file in ((key.partition("/"), file) for key, file in changes.unread)
        ],
        "counts": {
            "new": len(changes.new),
            "new_in_the_world": sum(each.novelty is Novelty.WORLD for each in changes.new),
            "new_to_us": sum(each.novelty is Novelty.US for each in changes.new),
            "removed": len(_ids(changes.removed, "events")),
            "changed": len(_changed_events(changes)),
            "questions": len(changes.questions),
            "sources": sum(map(_of_source, (*removed, *others))),
            "registry": sum(not _of_source(key) for key in (*removed, *others)),
            "new_problems": None,
            "mended_problems": None,
            "unreadable": len(changes.unread),
        },
    }


def new_event(new: NewEvent) -> dict[str, Any]:
    """An event that was not recorded before, for programs."""
    event = new.event
    return {
        "id": event.id,
        "title": event.title,
        "date": str(new.date) if new.date else None,
        "novelty": new.novelty.value,
        "ahead": new.ahead,
        "commitment": event.commitment.level if event.commitment else None,
        "verdicts": {verdict.value.replace(" ", "-"): count for verdict, count in new.verdicts.items()},
    }


def _changed_events(changes: HashComparison) -> list[str]:
    """Ids of the events that are different, and of those that have a claim with another verdict."""
    moved = (each.claim.partition("/")[0] for each in changes.verdicts)
    return list(dict.fromkeys([*_ids(tuple(changes.changed), "events"), *moved]))


def _event_as_json(id_: str, title: str, changes: HashComparison) -> dict[str, Any]:
    verdicts = [
        {"claim": key, "before": _verdict_code(each.before), "after": _verdict_code(each.after), "why": None}
        for each in changes.verdicts
        for event, _, key in (each.claim.partition("/"),)
        if event == id_
    ]
    unknown: dict[str, Any] = {"was": None, "retracted": None, "commitment": None}
    return {"id": id_, "title": title, **unknown, "verdicts": verdicts, "fields": None}


def _question(now: ChangedQuestion) -> dict[str, Any]:
    asked = now.asked
    due = asked.question.due
    after = {
        "standing": asked.standing.value,
        "outcome": asked.deciding.answer.outcome if asked.deciding else None,
        "by": now.by or None,
        "due": str(due) if due else None,
    }
    change = "fell due" if not now.by else "answered" if now.is_certain else "answer changed"
    return {
        "question": now.reference,
        "change": change,
        "text": asked.question.text,
        "before": None,
        "after": after,
        "fields": None,
    }


def _record(key: str, removed: list[str]) -> dict[str, Any]:
    kind, _, id_ = key.partition("/")
    return {
        "kind": kind.removesuffix("s"),
        "id": id_,
        "change": "removed" if key in removed else "changed",
        "fields": None,
    }


def _ids(keys: tuple[str, ...], kind: str) -> list[str]:
    return [id_ for of, _, id_ in (key.partition("/") for key in keys) if of == kind]


def _of_source(key: str) -> bool:
    return key.startswith(("sources/", "texts/"))


def _verdict_code(verdict: str | None) -> str | None:
    return verdict.replace(" ", "-") if verdict else None

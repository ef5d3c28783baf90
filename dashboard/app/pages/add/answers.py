"""What a press does while an event is written: words are marked, entries added, the event saved."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from types import MappingProxyType
from typing import Any, Final

from dashboard.app.pages.add import proposals
from dashboard.app.pages.add.companions import companion_files, texts_not_committed
from dashboard.app.pages.add.draft import ANSWER, COMPONENT, Draft, folder_of, keep, reported_draft
from dashboard.app.pages.add.entries import CHOSEN_FROM, add_entries, ids_for, refuse_wrong_entry
from dashboard.app.pages.add.join import join_draft
from dashboard.app.pages.add.review import review_draft
from dashboard.app.pages.add.source_day import give_day
from dashboard.app.shell import (
    PageContext,
    cache_of_workspace,
    commit_saved,
    latest,
    latest_checked,
    mapping_of,
    number_of,
    read_only,
    root,
    state,
    why_read_only,
)
from dashboard.checks.context import RegistryNames
from dashboard.drafting.marks import (
    MARKS,
    Marked,
    Selection,
    choose_actor,
    choose_place,
    mark_quote,
    take_year_before,
)
from dashboard.drafting.proposals import likely_actor
from dashboard.drafting.quotes import NotQuotable
from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.model.problem import Severity
from dashboard.model.source import shown_date
from dashboard.query.wording import count_words
from dashboard.store.authoring import (
    NAMELESS,
    DraftNotKept,
    drop_draft,
    event_file,
    write_event,
)
from dashboard.store.breach_kinds import WRONG_TYPE
from dashboard.store.record_file import record_in, stem
from dashboard.store.yaml import read_document

HEARD: Final = "heard of Add"
SAVED: Final = "event of Add"
"""The id of the event that was saved last."""
_NEW: Final = "new"
MARKS_ALONE: Final = frozenset({"mark", "quote"})
"""Presses that write no record. Before all others, every file is looked at, whatever was told of changes."""
_READ_THE_DRAFT: Final = frozenset({"mark", "quote", "choose", "day", "year"})


class NotMarked(DatelineError):
    """The selected words could not be marked; the message says why."""


def answer() -> None:
    """Do what was pressed, once; `last_answer` has what became of the draft."""
    pressed = state.pressed_of(COMPONENT)
    act = _ACTS.get(str(pressed.get("what")))
    if (last_answer() or {}).get("press", "") == pressed.get("press"):
        return  # said once more, as its answer was slow
    if act is None or read_only():
        state.flash(f"Not saved: {why_read_only()}" if read_only() else "")
        return
    draft = reported_draft(pressed)
    told = state.flash_message() if pressed.get("follows_save") else ""
    state.flash(told)
    if not told:
        state.remember(SAVED, None)
    is_refused = False
    try:
        if str(pressed.get("what")) in _READ_THE_DRAFT:
            refuse_other_shapes(draft.file_fields)
        look = str(pressed.get("what")) not in MARKS_ALONE
        marked = act(draft, pressed, PageContext(latest_checked(look=look).validation))
    except (DatelineError, NotQuotable) as error:
        marked, is_refused = Marked(dict(draft.fields)), True
        state.flash(f"{told} {error}".strip())
    if marked is not None:
        _keep(replace(draft, fields=marked.fields, number=draft.number + 1), state.flash_message())
    _remember(draft, pressed, marked, is_refused=is_refused)


def keep_reported() -> None:
    """Keep the draft that the page has just reported."""
    reported = mapping_of(state.reported_by(COMPONENT).get("draft"))
    if not reported or read_only():
        return
    state.remember(HEARD, reported.get("again"))
    _keep(reported_draft(reported))


def keep_told_again() -> bool:
    """Keep the draft that the page has told again after this server was started anew, if nobody has heard of it.

    What is reported before the form is drawn for the first time calls nobody. Whether there was such a draft.
    """
    again = mapping_of(state.reported_by(COMPONENT).get("draft")).get("again")
    if again and again != state.recall(HEARD):
        state.remember(HEARD, again)
        keep_reported()
        return True
    return False


def last_answer() -> Mapping[str, Any] | None:
    """What became of the draft with the last press: the number of that, and the fields."""
    found: Mapping[str, Any] | None = state.recall(ANSWER)
    return found


def _keep(draft: Draft, told: str = "") -> None:
    """Keep a draft, and tell what hinders that, or that somebody else writes one: nothing of it is undone.

    It is told behind what was `told` of the press.
    """
    try:
        if keep(draft):
            other = "Another tab writes an event from this text, too. Only the last change of both is kept."
            state.flash(f"{told} {other}".strip())
    except DraftNotKept as error:
        state.flash(f"{told} {error}".strip())


def _let_go(draft: Draft) -> None:
    """Remove the draft that is an event now. One that stays is told of: the event is there all the same."""
    try:
        drop_draft(root(), draft.source)
    except DraftNotKept as error:
        state.flash(f"{state.flash_message()} {error}")


def refuse_other_shapes(fields: Mapping[str, Any]) -> None:
    """Raise `NotMarked` where a text stands for a list, or a list for a mapping: nothing can be marked in that.

    So it is where the fields cannot be read at all.
    """
    document = read_document(json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace"))
    if document.data is None:
        raise NotMarked(f"{document.problems[0].message}. Correct it in the YAML.")
    for problem in record_in(document, event_file(NAMELESS, NAMELESS), Event).problems:
        if problem.code == WRONG_TYPE.code:
            raise NotMarked(f"{problem.message}. Correct it in the YAML: {problem.hint}.")


def _remember(draft: Draft, pressed: Mapping[str, Any], marked: Marked | None, *, is_refused: bool) -> None:
    told: dict[str, Any] = {"press": pressed.get("press"), "source": draft.source, "number": draft.number}
    told |= {"writer": draft.writer, "refused": is_refused}
    if marked is None:
        told |= {"saved": True, "fields": {}, "id": "", "folder": draft.folder}
    else:
        told |= {"id": draft.id, "folder": draft.folder, "fields": marked.fields, **told_of_mark(marked, pressed)}
    state.remember(ANSWER, told)


def told_of_mark(marked: Marked, pressed: Mapping[str, Any]) -> dict[str, Any]:
    """What the page is told of words that were marked."""
    return {
        "focus": marked.focus,
        "said": marked.said,
        "places": [asdict(each) for each in marked.places],
        "new_actor": marked.new_actor,
        "new_place": marked.new_place,
        "lacks_day": marked.lacks_day,
        "year_before": marked.year_before and [marked.year_before.date.words(), marked.year_before.words],
        "new_actor_is": dict(marked.new_actor_is),
        "span": [pressed.get("start"), pressed.get("end")],
    }


def _selection(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Selection:
    text = page.workspace.texts.get(draft.source)
    if text is None:
        raise NotMarked(f"The text of {draft.source} is not here any more.")
    source = page.workspace.sources.get(draft.source)
    published = shown_date(source.published) if source else None
    day = published.earliest if published and published.earliest == published.latest else None
    return Selection(draft.source, text, (number_of(pressed.get("start")), number_of(pressed.get("end"))), day)


def _mark(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    marks, selection = MARKS.get(str(pressed.get("as"))), _selection(draft, pressed, page)
    if marks is None:
        raise NotMarked("Choose what the words are: a claim, the date, the place, who, how much or who says it.")
    marked = marks(dict(draft.fields), selection, RegistryNames.of(page.validation.corpus))
    if not marked.new_actor:
        return marked
    return replace(marked, new_actor_is=likely_actor(marked.new_actor, selection.text))


def _take_year(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    return take_year_before(dict(draft.fields), _selection(draft, pressed, page))


def _mark_quote(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    key = str(pressed.get("claim"))
    if key not in (draft.fields.get("claims") or {}):
        raise NotMarked("That claim is gone. Make a new one of the words.")
    return mark_quote(dict(draft.fields), _selection(draft, pressed, page), key)


def _choose(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """An entry of a registry is chosen for the words; a new one is added to it once nothing else can fail."""
    registry, fields = str(pressed.get("registry")), pressed.get("entry")
    if registry not in CHOSEN_FROM:
        raise NotMarked("Choose a place or an actor.")
    choose = choose_place if registry == "places" else choose_actor
    selection = _selection(draft, pressed, page)
    if not isinstance(fields, Mapping):
        return choose(dict(draft.fields), selection, str(pressed.get("id_chosen") or ""))
    new = {registry: {_NEW: fields}}
    ids = ids_for(new, page)
    refuse_wrong_entry(registry, ids[registry][_NEW], fields, page)
    marked = choose(dict(draft.fields), selection, ids[registry][_NEW])
    add_entries(new, ids, page)
    return marked


def _give_day(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """The day of the source is given, and the words are read anew by it."""
    selection = _selection(draft, pressed, page)
    give_day(draft.source, str(pressed.get("day") or ""), selection.text)
    return _mark(draft, {**pressed, "as": "when"}, PageContext(latest().validation))


def yaml_in_the_form(pressed: Mapping[str, Any]) -> Marked:
    """A record as it was written by hand. Raises `NotMarked` where that cannot be read."""
    document = read_document(str(pressed.get("text") or "").encode("utf-8", "replace"))
    if document.data is None and document.problems:
        first = document.problems[0]
        raise NotMarked(f"Line {first.line}, column {first.column} of the YAML: {first.message}. {first.hint}")
    return Marked(dict(document.data or {}), "yaml", "The YAML is in the form")


def _use_yaml(_draft: Draft, pressed: Mapping[str, Any], _page: PageContext) -> Marked:
    """The event as it was written by hand."""
    marked = yaml_in_the_form(pressed)
    refuse_other_shapes(marked.fields)
    return marked


def _save(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> None:
    """Write the event; what a check objects to keeps nothing back, for it is shown wherever the event is."""
    seen = review_draft(draft, page)
    if seen.event is None:
        raise NotMarked(f"Not saved: fix {count_words(max(seen.errors, 1), 'field')} first.")
    file = _file_of_the_same(seen.event, page) or write_event(root(), folder_of(draft, page), seen.event)
    cache_of_workspace(root()).look()
    errors = sum(each.severity is Severity.ERROR for each in seen.result.problems)
    wrong = f", with {count_words(errors, 'error')}" if errors else ""
    told = f"Saved as {file}{wrong}."
    if pressed.get("commit"):
        told += f" {_commit(seen.event, file, f'Add event {stem(file)}: {seen.event.title}', page)}"
    _settle(draft, stem(file), told)


def _commit(event: Event, file: str, message: str, page: PageContext) -> str:
    """Commit an event's file with those that it needs; what became of it."""
    told = commit_saved((file, *companion_files(event, page.workspace)), message)
    if lacking := texts_not_committed(event, page.workspace):
        told += f" Git does not have the text of {' and '.join(lacking)}: without it nobody else can check the quotes."
    return told


def _settle(draft: Draft, event: str, told: str) -> None:
    """The draft is in an event now: say so, and let it go."""
    state.flash(f"{state.flash_message()} {told}".strip())
    state.remember(SAVED, event)
    proposals.settle(draft.source, is_saved=True)
    _let_go(draft)


def _file_of_the_same(event: Event, page: PageContext) -> str | None:
    """The file of an event that says the very same: the press came once more, after a server that ended."""
    same = (each for each in page.workspace.events.values() if each.title == event.title)
    twin = next((each.id for each in same if each.model_copy(update={"id": event.id}) == event), None)
    return page.workspace.files[twin] if twin else None


def _join(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> None:
    """Add what the draft says to an event that is there, and commit that as a saved event is."""
    made = join_draft(draft, str(pressed.get("event")), page)
    cache_of_workspace(root()).look()
    told = made.said
    if pressed.get("commit"):
        message = f"Add {', '.join(made.added) or 'claims'} to event {made.event.id}"
        told += f" {_commit(made.event, made.file, message, page)}"
    _settle(draft, made.event.id, told)


def _discard(draft: Draft, _pressed: Mapping[str, Any], _page: PageContext) -> None:
    drop_draft(root(), draft.source)
    proposals.settle(draft.source, is_saved=False)


MARKING: Final = MappingProxyType(
    {"mark": _mark, "quote": _mark_quote, "choose": _choose, "day": _give_day, "year": _take_year}
)
"""Presses that put words of a text into an event, by their names."""

_ACTS: Final[Mapping[str, Callable[[Draft, Mapping[str, Any], PageContext], Marked | None]]] = MappingProxyType(
    {
        **MARKING,
        "yaml": _use_yaml,
        "save": _save,
        "join": _join,
        "discard": _discard,
        "propose": proposals.propose,
        "hide-proposals": proposals.hide,
        "ask-model": proposals.ask,
        "accept-proposal": proposals.accept,
        "change-proposal": proposals.change,
        "refuse-proposal": proposals.refuse,
    }
)
"""By the name of the press; None is given where there is no draft any more."""

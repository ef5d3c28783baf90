"""Events that the program proposes from the text: shown once somebody asks, accepted, changed or refused one by one."""

import json
from collections.abc import Mapping
from typing import Any, Final

from dashboard.app.pages.add.draft import Draft, folder_of
from dashboard.app.pages.add.entries import add_entries, ids_for
from dashboard.app.shell import PageContext, cache_of_workspace, root, state
from dashboard.cache import SharedCache
from dashboard.checks.validation import Validation
from dashboard.drafting.alike import alike_events
from dashboard.drafting.marks import Marked
from dashboard.drafting.models import ModelFailed, all_proposals, ask_model, model_endpoint, use_of_answers
from dashboard.drafting.proposals import MOST_CHARACTERS, FieldWords, Proposal, Proposed, accept_proposal
from dashboard.errors import DatelineError
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.query.wording import count_words
from dashboard.store.authoring import (
    ACCEPTED,
    NAMELESS,
    REFUSED,
    KeptProposals,
    decide_proposal,
    keep_answers,
    read_proposals,
)
from dashboard.store.renaming import NotRenamed, remove_unused_entries
from dashboard.store.workspace import Workspace

ASKED: Final = "source whose proposals Add shows"
CHANGED: Final = "key of the proposal in the form of Add"
ADDED: Final = "entries that the proposal in the form of Add needed"
"""By registry, the ids that were added for it."""
_NAMES: Final = {"when": "When", "where": "Where", "who": "Who", "amounts": "How much"}


class ProposalGone(DatelineError):
    """A proposal that is not there any more, or that cannot be used now."""


def propose(draft: Draft, _pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """Show the proposals of the text; the draft stays as it is."""
    state.remember(ASKED, draft.source)
    left = _open_proposals(draft, page)
    return Marked(dict(draft.fields), said=f"{count_words(len(left), 'event')} proposed")


def hide(draft: Draft, _pressed: Mapping[str, Any], _page: PageContext) -> Marked:
    """Show no proposals any more."""
    state.remember(ASKED, "")
    return Marked(dict(draft.fields), said="Proposals hidden")


def accept(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """Write a proposal as an event that says that nobody has reviewed it; the draft stays as it is."""
    found = _proposal(draft, pressed, page)
    type_ = str(pressed.get("type") or "") or None
    file = accept_proposal(root(), found, page.validation, folder_of(draft, page), type_=type_)
    cache_of_workspace(root()).look()
    return Marked(dict(draft.fields), said=f"Saved as {file}, not reviewed yet")


def change(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """Open a proposal in the form, where it is a draft like any other; what it needs is added to the registries."""
    if draft.file_fields:
        raise ProposalGone("Save or discard the draft first. Then the proposal can be opened in the form.")
    found = _proposal(draft, pressed, page)
    fields = found.accepted_fields(str(pressed.get("type") or "") or None)
    ids = ids_for(found.entries, page)
    state.remember(ADDED, add_entries(found.entries, ids, page))
    for registry, chosen in ids.items():
        for id_, used in chosen.items():
            _rename(fields, registry, id_, used)
    state.remember(CHANGED, found.key)
    return Marked(fields, "title", "The proposal is in the form")


def settle(source: str, *, is_saved: bool) -> None:
    """Decide about the proposal in the form: accepted once its event is saved; discarded, it is proposed again.

    What was added to the registries for a discarded one goes with it, unless a record refers to it by now.
    """
    key, added = state.recall(CHANGED), state.recall(ADDED)
    state.remember(CHANGED, "")
    state.remember(ADDED, None)
    if key and is_saved:
        decide_proposal(root(), source, key, ACCEPTED)
    elif key and added:
        state.flash(_take_back(added))
        cache_of_workspace(root()).look()


def _take_back(added: Mapping[str, tuple[str, ...]]) -> str:
    """Remove what was added for a proposal; what became of it, empty where all of it is used by now."""
    try:
        gone = remove_unused_entries(root(), added)
    except NotRenamed as error:
        return f"Discarded. The registries keep what was added for it: {error}"
    return f"Discarded. Removed from the registries again: {', '.join(gone)}." if gone else ""


def refuse(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """Show a proposal no more, today and later."""
    found = _proposal(draft, pressed, page)
    decide_proposal(root(), draft.source, found.key, REFUSED)
    return Marked(dict(draft.fields), said="Proposal refused")


def ask(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Marked:
    """Send the text to the model's host that the pressed button named, and to no other; its answers are kept."""
    endpoint, text = model_endpoint(), page.workspace.texts.get(draft.source)
    if endpoint is None or text is None or endpoint.host != pressed.get("host"):
        raise ProposalGone("Nothing was sent: the model's address is not the one that the button named.")
    answers = ask_model(endpoint, text)
    keep_answers(root(), draft.source, answers, endpoint.model)
    state.remember(ASKED, draft.source)
    proposed = all_proposals(draft.source, page.validation, read_proposals(root(), draft.source))
    return Marked(dict(draft.fields), said=f"{endpoint.model} {use_of_answers(answers, proposed)}")


def _model(draft: Draft, page: PageContext) -> dict[str, Any] | None:
    """What is told before a text is sent; None where no model is set up."""
    try:
        endpoint = model_endpoint()
    except ModelFailed as error:
        return {"problem": str(error)}
    if endpoint is None:
        return None
    length = len(page.workspace.texts.get(draft.source, ""))
    return {"host": endpoint.host, "model": endpoint.model, "characters": f"{length:,}", "problem": ""}


def proposals_shown(draft: Draft, page: PageContext) -> dict[str, Any] | None:
    """What the component is given of them; None while nobody has asked."""
    if state.recall(ASKED) != draft.source:
        return None
    by_rules = _read_events(draft.source, page.validation, "")
    return {
        "open": [_as_data(each, page) for each in _open_proposals(draft, page)],
        "withheld": by_rules.withheld,
        "cut": f"{MOST_CHARACTERS:,}" if by_rules.is_cut else "",
        "model": _model(draft, page),
        "decided": len(read_proposals(root(), draft.source).decided),
    }


def _open_proposals(draft: Draft, page: PageContext) -> list[Proposal]:
    if draft.source not in page.workspace.texts:
        return []
    kept = read_proposals(root(), draft.source)
    pointed = json.dumps([kept.answers, kept.model]) if kept.answers else ""
    every = _read_events(draft.source, page.validation, pointed).proposals
    changed = state.recall(CHANGED) if draft.file_fields else ""
    return [each for each in every if each.key not in kept.decided and each.key != changed]


_READ: Final[SharedCache[Proposed]] = SharedCache(4)


def _read_events(source: str, validation: Validation, pointed: str) -> Proposed:
    """The proposals of a text, with what a model `pointed` at; kept while both are the same."""

    def propose_events() -> Proposed:
        answers, model = json.loads(pointed) if pointed else ((), "")
        return all_proposals(source, validation, KeptProposals(answers=tuple(answers), model=model))

    return _READ.get((source, id(validation), pointed), validation, propose_events)


def _proposal(draft: Draft, pressed: Mapping[str, Any], page: PageContext) -> Proposal:
    found = next((each for each in _open_proposals(draft, page) if each.key == pressed.get("key")), None)
    if found is None:
        raise ProposalGone("That proposal is not there any more. The text or the registries have changed.")
    return found


def _rename(fields: dict[str, Any], registry: str, id_: str, chosen: str) -> None:
    """Use the id that an entry has in the registry."""
    if registry == "places" and fields.get("where", {}).get("reported") == id_:
        fields["where"]["reported"] = chosen
    for part in fields.get("who", ()) if registry == "actors" else ():
        if part["actor"] == id_:
            part["actor"] = chosen


def _as_data(proposal: Proposal, page: PageContext) -> dict[str, Any]:
    """What is shown of a proposal: its words, its values with theirs, and what is open."""
    here = page.workspace
    named = {id_: str(each["name"]) for entries in proposal.entries.values() for id_, each in entries.items()}
    alike = alike_events(Event.model_validate({**proposal.fields, "id": NAMELESS}), here)
    return {
        "key": proposal.key,
        "title": proposal.title,
        "span": list(proposal.span),
        "types": list(proposal.types),
        "by": proposal.proposed_by,
        "filled": [
            [_NAMES[each.field], _value_words(each, named, here), each.words, list(each.span)]
            for each in proposal.filled
        ],
        "open": [[_NAMES[each.field], each.reason, each.words] for each in proposal.open],
        "alike": [each.title for each in alike],
    }


def _value_words(given: FieldWords, named: Mapping[str, str], here: Workspace) -> str:
    """A value as a reader says it; of what the registry lacks, its name as it would be added."""
    value = given.value
    if given.field == "when":
        return EventDate.parse(value["reported"]).words()
    if given.field == "amounts":
        qualifier = value.get("qualifier", "").replace("-", " ")
        unit = value.get("currency") or value.get("unit") or ""
        return " ".join(filter(None, (qualifier, f"{value['value']:,}", unit)))
    if given.field == "where":
        return named.get(value) or here.place_name(value)
    return f"{named.get(value) or here.actor_name(value)}, {given.role}"

"""A proposal that a person accepts: its entries and its event become files, and say that nobody has reviewed them."""

from pathlib import Path

from dashboard.checks.drafts import check_event_draft
from dashboard.checks.validation import Validation
from dashboard.drafting.proposals.proposal import Proposal
from dashboard.drafting.proposals.proposing import with_entries
from dashboard.errors import DatelineError
from dashboard.store.authoring import (
    NewEvent,
    event_file,
    id_of_title,
    write_event_with_entries,
    yaml_of,
)


class ProposalNotAccepted(DatelineError):
    """A proposal that could not become an event; the message says why."""


def accept_proposal(
    root: Path, proposal: Proposal, validation: Validation, folder: str, *, type_: str | None = None, id_: str = ""
) -> str:
    """Write the event of a proposal and what the registries lack for it, all or nothing; its file.

    It is checked once more, in the workspace as it is now. Raises `ProposalNotAccepted`, and what the writing raises.
    """
    if type_ and type_ not in proposal.types:
        known = ", ".join(proposal.types) or "none"
        raise ProposalNotAccepted(f"“{type_}” is not a type that was proposed. Proposed: {known}.")
    chosen = id_ or id_of_title(proposal.title, validation.workspace.events)
    fields = proposal.accepted_fields(type_)
    found = check_event_draft(event_file(folder, chosen), fields, with_entries(validation, proposal.entries))
    if found.event is None or found.problems:
        raise ProposalNotAccepted(
            f"Not accepted: {found.problems[0].message}. Write the event yourself: "
            f"`dateline new --from {proposal.source}`."
        )
    lacking = {
        registry: {id_: given for id_, given in entries.items() if id_ not in getattr(validation.workspace, registry)}
        for registry, entries in proposal.entries.items()
    }
    planned = NewEvent(folder, chosen, yaml_of(found.event), lacking, proposal.source, proposal.key)
    return write_event_with_entries(root, planned)

"""Files of somebody who writes events in the browser: new events, new entries of registries, drafts that are kept."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.authoring.event_with_entries import (
        Entries,
        NewEvent,
        finish_interrupted_event,
        write_entries,
        write_event_with_entries,
    )
    from dashboard.store.authoring.gazetteer_source import GAZETTEER
    from dashboard.store.authoring.kept_drafts import (
        DraftNotKept,
        KeptDraft,
        drop_draft,
        keep_draft,
        read_draft,
        write_private,
    )
    from dashboard.store.authoring.kept_proposals import (
        ACCEPTED,
        REFUSED,
        KeptProposals,
        decide_proposal,
        keep_answers,
        keep_proposals,
        read_proposals,
    )
    from dashboard.store.authoring.new_event import NAMELESS, event_file, id_of_title, write_event, yaml_of
    from dashboard.store.authoring.record_files import write_record_files
    from dashboard.store.authoring.registry_entry import REGISTRY_FOLDER
    from dashboard.store.authoring.taking_back import WrittenFiles, take_back
else:
    __getattr__ = lazy(__name__, __file__)

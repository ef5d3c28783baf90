"""The outline of a briefing: its events, sections, sentences and numbers, before any format."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.outline import basis, question_basis, value_basis
    from dashboard.briefing.outline.annex import CARRIED, SAID, AnnexEntry, AnnexQuote
    from dashboard.briefing.outline.computed_fields import (
        ASSESSED_ALONE,
        FIRST_THREAD,
        GROUP,
        HEADLINE,
        IN_ENTRIES,
        IN_THREAD,
        REMOVED,
        RETRACTED,
        SEVERAL_AMOUNTS,
    )
    from dashboard.briefing.outline.decided_fields import (
        ATTRIBUTION,
        IN_WORDS,
        RELIANCE,
        decided_field,
    )
    from dashboard.briefing.outline.description import (
        LinkedText,
        about_pieces,
        basis_pieces,
        cited_basis,
        described_by,
        held_pieces,
        sentence_pieces,
        source_numbers,
        source_piece,
    )
    from dashboard.briefing.outline.exceptions import exceptions_of
    from dashboard.briefing.outline.outline import (
        Block,
        BriefingSection,
        Contradiction,
        EventBlock,
        FigureBlock,
        HeadingBlock,
        MarkingLabel,
        Opponent,
        Outline,
        Statement,
        TableBlock,
        TableRow,
        ValueWithBasis,
        statements_of,
    )
    from dashboard.briefing.outline.renamed_state import carry_states
    from dashboard.briefing.outline.resting import map_statements, resting_too
    from dashboard.briefing.outline.selection import (
        BriefingInput,
        choose_events,
        problems_of,
        problems_of_one,
        resolved_events,
    )
    from dashboard.briefing.outline.state import (
        HELD,
        IS_THERE,
        NAME,
        Hashes,
        StoredHashes,
        changed_paths,
        hashes_of,
        is_computed,
        merge_absent,
        part_of,
        path_words,
        record_name,
        state_of_keys,
        texts_of,
        verdict_of,
    )
    from dashboard.briefing.outline.words import GONE, VERDICTS, behind, mark_of, source_words
else:
    __getattr__ = lazy(__name__, __file__)

"""What changed between two states of the workspace."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.changes.carrying import ValueSupport, part_at, support_of_field, support_of_verdict
    from dashboard.query.changes.change import (
        LEVEL,
        STATUS,
        Changes,
        EntryChange,
        EventChange,
        NewEvent,
        QuestionChange,
        QuestionSnapshot,
        SourceChange,
        Unreadable,
        VerdictChange,
        Why,
    )
    from dashboard.query.changes.comparison import changes_between, new_events
    from dashboard.query.changes.earlier_words import WordsBefore, words_before
    from dashboard.query.changes.fields import (
        KEYED,
        NAMED_BY,
        PARTS,
        SOME_FIELD,
        UNKNOWN,
        FieldChange,
        Json,
        fields_of,
        in_order,
        name_of_value,
    )
    from dashboard.query.changes.first_known import known_moments
    from dashboard.query.changes.last_look import MissedGroup, MissedLine, missed_since
    from dashboard.query.changes.novelty import Novelty, date_of, is_ahead
    from dashboard.query.changes.question_changes import snapshot_of
    from dashboard.query.changes.sections import (
        FIXED_PROBLEMS,
        LEFT,
        NEW_PROBLEMS,
        NOT_COMPARED,
        ChangeLine,
        ChangeSection,
        new_titles,
        sections_of,
    )
    from dashboard.query.changes.sentences import ChangeSentence, sentences_of
    from dashboard.query.changes.states import (
        ALL,
        REGISTRY_KINDS,
        Key,
        NamedState,
        State,
        state_at,
        state_now,
        state_of,
        unreadable,
    )
    from dashboard.query.changes.wording import (
        alike_verdicts,
        both_words,
        change_words,
        counts_of,
        doubt_words,
        field_words,
        question_words,
        shorten,
        summary,
        value_words,
    )
else:
    __getattr__ = lazy(__name__, __file__)

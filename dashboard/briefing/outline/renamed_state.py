"""What a briefing was built on, after an id was renamed: what had not changed before counts as not changed."""

from collections.abc import Iterator
from datetime import date

from dashboard.briefing.outline.state import ABSENT, Hashes, StoredHashes, hashes_of, merge_absent
from dashboard.checks.validation import Validation
from dashboard.model.briefing import BuiltOn


def carry_states(before: Validation, after: Validation) -> Iterator[tuple[str, BuiltOn]]:
    """The briefings whose hashes a rename has changed, each with the state to write; by its id after the rename.

    A field is the same one in both: a rename leaves the order of what a briefing was built on. Its hash becomes that of
    now where it was right before; a change that the briefing did not know of stays one.
    """
    gone = [each for id_, each in before.workspace.briefings.items() if id_ not in after.workspace.briefings]
    for id_, new in after.workspace.briefings.items():
        old = before.workspace.briefings.get(id_) or next(iter(gone), None)
        if old is None or old.built_on is None or new.built_on is None:
            continue
        day = new.as_of.latest or date.max
        state = _carry_state(old.built_on, new.built_on, hashes_of(before, day), hashes_of(after, day))
        if state.fields != _merge_fields(new.built_on):
            yield new.id, state


def _carry_state(old: BuiltOn, new: BuiltOn, then: Hashes, now: Hashes) -> BuiltOn:
    fields: dict[str, dict[str, str]] = {}
    before, after = StoredHashes(old), StoredHashes(new)
    for old_key, new_key in zip(old.fields, new.fields, strict=True):
        own = {}
        for (old_path, stored), (new_path, _) in zip(
            before.fields(old_key).items(), after.fields(new_key).items(), strict=True
        ):
            was_right = stored != ABSENT and stored == then.of(f"{old_key}#{old_path}")
            own[new_path] = (now.of(f"{new_key}#{new_path}") or stored) if was_right else stored
        fields[new_key] = merge_absent(own)
    return BuiltOn(records=new.records, fields=fields, verdicts=new.verdicts)


def _merge_fields(state: BuiltOn) -> dict[str, dict[str, str]]:
    stored = StoredHashes(state)
    return {key: merge_absent(stored.fields(key)) for key in state.fields}

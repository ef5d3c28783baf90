"""Files of records changed in place: only the lines of what differs, and never over what somebody else wrote."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.editing.difference import FieldChange, changed_fields, changed_lines
    from dashboard.store.editing.kept_edits import (
        KeptEdit,
        drop_edit,
        drop_undo,
        keep_edit,
        keep_undo,
        read_edit,
        read_undo,
    )
    from dashboard.store.editing.lines import Order
    from dashboard.store.editing.merging import Merge, merge_changes
    from dashboard.store.editing.record_text import NotEditable, edit_record
    from dashboard.store.editing.saving import OpenRecord, current_bytes, fields_in, save_edit, undo_edit
    from dashboard.store.editing.values import is_same, with_unseen
else:
    __getattr__ = lazy(__name__, __file__)

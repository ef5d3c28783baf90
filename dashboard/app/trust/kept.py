"""Trust of what is shown, kept: with thousands of events, counting them takes longer than a press may."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from dashboard.app.filters.asked import shows_of
from dashboard.app.shown import Shown
from dashboard.checks.validation import Validation
from dashboard.query.trust import Trust, trust_of

MOST_KEPT: Final = 16

_kept: Final[OrderedDict[Hashable, tuple[Validation, Trust]]] = OrderedDict()
"""By what is asked for; with the validation that was counted, so that no other is taken for it."""
_lock: Final = threading.Lock()


def trust(shown: Shown) -> Trust:
    """Of the events shown, in the mode that is chosen; counted anew only where it is not kept."""
    filters = shown.asked.filters
    key = (shown.mode, tuple(shows_of(filters)), filters.start, filters.end, filters.words, shown.until)
    with _lock:
        validation, found = _kept.get(key, (None, None))
        if found is not None and validation is shown.validation:
            _kept.move_to_end(key)
            return found
    workspace = shown.workspace
    places = workspace.places.values()
    made = trust_of(shown.readings, workspace.threads, workspace.sources, shown.evidence, shown.mode, places)
    with _lock:
        _kept[key] = (shown.validation, made)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made

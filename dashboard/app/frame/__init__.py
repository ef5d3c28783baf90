"""What stands around every page: its bar, its banner, its lines above and below, and how it follows the files."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.frame.checking import (
        checking_note,
        checking_page,
        checking_words,
        waits_for_checks,
    )
    from dashboard.app.frame.live_reload import at_work, stay_current, tell_answered
    from dashboard.app.frame.notices import banner, broken_off, first_steps, no_workspace, played_line, print_line
    from dashboard.app.frame.page_slots import shows, slot_for
    from dashboard.app.frame.top_bar import bar, embedded_bar, keys_sheet, marks_key
    from dashboard.app.frame.workspace_name import first_words, name_and_summary, tab_title, wordmark
else:
    __getattr__ = lazy(__name__, __file__)

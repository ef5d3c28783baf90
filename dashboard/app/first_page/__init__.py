"""The first page as it was last drawn, kept on the disk: it is there at once when the next server starts, while the
records behind it are read, however many they are."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.first_page.kept_pages import KeptPage, is_any_kept, keep_page, kept_page
    from dashboard.app.first_page.notice import reading_note
else:
    __getattr__ = lazy(__name__, __file__)

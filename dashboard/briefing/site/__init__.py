"""The dashboard as a folder of pages that need no server: events that somebody chose, as they are at a moment."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.briefing.site.folder import check_folder, put_folder, refuse_inside
    from dashboard.briefing.site.publication import Publication
    from dashboard.briefing.site.site import site_files
else:
    __getattr__ = lazy(__name__, __file__)

"""What the first pages need, fetched while the server starts: nobody has to wait for modules, outlines and fonts."""

import threading
import time
from importlib import import_module
from typing import Final

from dashboard.app.shell import DEFAULT_WIDTHS, PageContext, latest
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.query.reading import Mode

_FIRST_PAGE_S: Final = 4.0
"""By then it is there: what only a filter may need does not delay it."""


def warm_up() -> None:
    """Begin, in a thread of its own that ends by itself."""
    threading.Thread(target=_warm_up, name="dateline-warm-up", daemon=True).start()


def _warm_up() -> None:
    """Read the workspace and draw its figures once, for whoever comes first."""
    names = ("pages.situation.page", "pages.situation.figures", "parts.drawing_cache")
    _page, figures, kept = (import_module(f"dashboard.app.{name}") for name in names)
    try:
        loaded = latest()
    except DatelineError:
        return  # the page says so
    page = PageContext(loaded.validation, prepared=loaded.catalogue(Mode.ASSESSED))
    if page.all_readings:
        kept.cached_figure(figures.map_of(page, DEFAULT_WIDTHS["map"]))
        kept.cached_figure(figures.timeline_of(page, DEFAULT_WIDTHS["timeline"], today()))
    time.sleep(_FIRST_PAGE_S)
    import_module("dashboard.views.map.land_names").prepare()

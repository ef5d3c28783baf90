"""What the first page needs, fetched while the server starts: nobody has to wait for modules, outlines and fonts."""

import datetime as dt
import threading
from importlib import import_module
from typing import Final

from dashboard.app.loaded import latest
from dashboard.errors import DatelineError
from dashboard.query.reading import Mode

_FIRST_PAGE: Final = "dashboard.app.pages.situation"


def warm_up() -> None:
    """Begin, in a thread of its own that ends by itself."""
    threading.Thread(target=_warm_up, name="dateline-warm-up", daemon=True).start()


def _warm_up() -> None:
    """Read the workspace and draw its figures once, for nobody."""
    import_module(_FIRST_PAGE)
    views = [import_module(f"dashboard.views.{name}") for name in ("map", "timeline", "palette")]
    try:
        loaded = latest()
    except DatelineError:
        return  # the page says so
    readings = loaded.catalogue(Mode.ASSESSED).readings
    event_map, event_timeline, light = views[0].event_map, views[1].event_timeline, views[2].LIGHT
    threads = loaded.validation.workspace.threads
    today = dt.datetime.now(dt.UTC).date()
    event_map(readings, threads=tuple(threads), palette=light, width=912, height=458).figure.to_json()
    event_timeline(readings, threads=threads, palette=light, width=1392, today=today).figure.to_json()

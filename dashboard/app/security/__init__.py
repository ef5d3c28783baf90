"""Who may ask this server for what. `Gate` is the door: a middleware around the whole app."""

from dashboard.app.security.gate import Gate
from dashboard.app.security.log import shorten_log
from dashboard.app.security.sessions import forgetting
from dashboard.app.security.settings import Settings

__all__ = ["Gate", "Settings", "forgetting", "shorten_log"]

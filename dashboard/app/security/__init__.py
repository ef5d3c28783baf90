"""Access to the server: who may ask it for what. `Gate` is the door, a middleware around the whole app."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.app.security.gate import Gate, Settings
    from dashboard.app.security.log import shorten_log
    from dashboard.app.security.sessions import forgetting
else:
    __getattr__ = lazy(__name__, __file__)

"""Who may ask this server for what. `Gate` is the door: a middleware around the whole app."""

from dashboard.app.security.gate import Gate

__all__ = ["Gate"]

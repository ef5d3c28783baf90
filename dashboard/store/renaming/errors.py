"""What keeps an id from being renamed."""

from dashboard.errors import DatelineError


class NotRenamed(DatelineError):
    """Raised for an id that cannot be renamed. Unless the message says so, no file was changed."""

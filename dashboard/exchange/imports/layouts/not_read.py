"""Why a file cannot be imported."""

from dashboard.errors import DatelineError


class NotRead(DatelineError):
    """A file, or an import, that comes to nothing: what is wrong, and what to do. Nothing was changed."""

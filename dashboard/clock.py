"""The time that it is: one clock for pages, commands and documents, so that they agree on what is today."""

import datetime as dt


def now() -> dt.datetime:
    """This moment, in UTC."""
    return _instant()


def today() -> dt.date:
    """The day that it is for whoever uses this machine: in Tokyo it begins nine hours before that of UTC."""
    return _instant().astimezone().date()


def _instant() -> dt.datetime:
    return dt.datetime.now(dt.UTC)

"""The moment at which the tests began: pages that are tested take it for now, so that midnight fails none of them."""

import datetime as dt

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.astimezone().date()

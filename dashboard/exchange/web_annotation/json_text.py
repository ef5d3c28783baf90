"""JSON as it is allowed to come in: bounded, without the same key twice, and with what is wrong said in a sentence."""

import json
from collections import Counter
from typing import Any, Final, NoReturn

from dashboard.errors import DatelineError

MOST_BYTES: Final = 20_000_000
MOST_KEYS: Final = 1_000
"""The most keys that one object may have: an annotation has a dozen."""


class NotJson(DatelineError):
    """A file that is no JSON, or more of it than is read."""


def parse_json(raw: bytes) -> Any:
    """What the JSON text says. Raises `NotJson`: not UTF-8, not JSON, too large, too deep, or a key twice."""
    if len(raw) > MOST_BYTES:
        raise NotJson(f"The file has more than {MOST_BYTES:,} bytes, which is the limit. Split it.")
    try:
        return json.loads(raw.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise NotJson(f"The file is not UTF-8, as JSON must be: byte {error.start} ({error.reason}).") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise NotJson(f"The file is not JSON: {error.msg} ({where}). Export it as JSON, not as text or CSV.") from error
    except ValueError as error:  # numbers of thousands of digits
        raise NotJson(f"The JSON in the file cannot be read: {error}.") from error
    except RecursionError as error:
        raise NotJson("The file is nested too deeply for annotations.") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_KEYS:
        raise NotJson(f"An object of the file has {len(pairs):,} keys. The limit is {MOST_KEYS:,}.")
    found = dict(pairs)
    if len(found) < len(pairs):
        number_of = Counter(key for key, _ in pairs)
        twice = next(key for key, number in number_of.items() if number > 1)
        raise NotJson(f"An object of the file has the key “{twice[:80]}” twice. It is not clear which one counts.")
    return found


def _no_number(name: str) -> NoReturn:
    raise NotJson(f"The file has {name}, which is not a number in JSON.")

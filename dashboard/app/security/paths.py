"""What may be asked for at all: what the page uses, by reading. Streamlit serves more, to whoever reaches the port."""

from typing import Final

READS: Final = ("GET", "HEAD")
"""Nothing is changed over HTTP: no file is uploaded, no form is sent."""
_OF_STREAMLIT: Final = ("health", "host-config", "stream")
"""Of `/_stcore/`. Not its figures about memory and sessions, its uploads, its programs' entrance."""
_CLOSED: Final = ("component", "auth", "oauth2callback")
"""Components of the first kind, and a login of Streamlit's: there are none."""
_LONGEST_NAME_BYTES: Final = 255
_LONGEST_PATH_BYTES: Final = 2048


def is_open(path: str, base_path: str = "") -> bool:
    """Whether the page uses anything there. `path` is decoded; below `base_path`, where the server has one."""
    if len(path.encode(errors="replace")) > _LONGEST_PATH_BYTES or any(map(_is_odd, path.split("/"))):
        return False
    first, _, rest = path.removeprefix(base_path).strip("/").partition("/")
    return rest in _OF_STREAMLIT if first == "_stcore" else first not in _CLOSED


def _is_odd(name: str) -> bool:
    """Whether no file can have this name."""
    return len(name.encode(errors="replace")) > _LONGEST_NAME_BYTES or not name.isprintable()

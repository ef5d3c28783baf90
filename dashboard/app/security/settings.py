"""What `dateline serve` was asked to allow: it reaches the server by environment."""

import os
from dataclasses import dataclass
from typing import Final, Self

import streamlit as st

from dashboard.app.security.hosts import Hosts

ALLOW_HOST_VARIABLE: Final = "DATELINE_ALLOW_HOST"
"""Names by which the server may be reached, with blanks between them."""
ALLOW_EMBEDDING_VARIABLE: Final = "DATELINE_ALLOW_EMBEDDING"
"""Origins whose pages may have the dashboard in a frame, with blanks between them."""
MAX_PAGES_VARIABLE: Final = "DATELINE_MAX_PAGES"
MOST_PAGES: Final = 100
"""Open at once, unless it is set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one server allows."""

    hosts: Hosts
    embedders: tuple[str, ...] = ()
    base_path: str = ""
    most_pages: int = MOST_PAGES

    @classmethod
    def now(cls) -> Self:
        """The settings that the environment and the command line give."""
        return cls(
            Hosts.of(st.get_option("server.address"), os.environ.get(ALLOW_HOST_VARIABLE, "").split()),
            tuple(os.environ.get(ALLOW_EMBEDDING_VARIABLE, "").split()),
            st.get_option("server.baseUrlPath") or "",
            int(os.environ.get(MAX_PAGES_VARIABLE) or MOST_PAGES),
        )

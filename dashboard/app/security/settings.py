"""What `dateline serve` was asked to allow: it reaches the server by environment."""

import os
from dataclasses import dataclass
from typing import Final, Self

import streamlit as st

from dashboard.app.security.hosts import Hosts

ALLOW_HOST_VARIABLE: Final = "DATELINE_ALLOW_HOST"
"""Names by which the server may be reached, with blanks between them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Of one server."""

    hosts: Hosts

    @classmethod
    def now(cls) -> Self:
        """As environment and command line have them."""
        allowed = os.environ.get(ALLOW_HOST_VARIABLE, "").split()
        return cls(Hosts.of(st.get_option("server.address"), allowed))

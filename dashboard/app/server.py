"""The server: Streamlit's own, and plotly.js straight from the installed plotly package.

Started as a process of its own: `python -m streamlit run server.py`.
"""

from importlib.resources import files
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

PLOTLY_JS: Final = Path(str(files("plotly") / "package_data" / "plotly.min.js"))
_FOR_A_DAY: Final = {"Cache-Control": "public, max-age=86400"}


async def plotly_js(_request: Request) -> FileResponse:
    """The file as it lies in the package: nothing is copied, so a wheel may stand where nothing can be written."""
    return FileResponse(PLOTLY_JS, media_type="text/javascript", headers=_FOR_A_DAY)


app = st.App(
    Path(__file__).with_name("main.py"),
    routes=[Route("/{base:path}plotly.min.js", plotly_js)],  # `base`: whatever server.baseUrlPath is
)

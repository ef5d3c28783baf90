"""How many pages may be open: memory does not grow with whoever comes and goes."""

import re
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

PAGE = {"Accept": "text/html,application/xhtml+xml", "Sec_Fetch_Dest": "document"}
FLAT_KB = 40_000


def test_the_next_page_is_told_that_there_is_no_room(serve):
    """In words, with how to allow more; once a page is closed, there is room again."""
    with serve(DATELINE_MAX_PAGES="3") as asked:
        with ExitStack() as opened:
            for _ in range(3):
                opened.enter_context(asked.socket())
            page = asked("/?page=events", **PAGE)
            assert page.status == 503
            assert page.headers["retry-after"] == "10"
            assert "3 pages of this dashboard are open" in page.text
            assert "--max-pages" in page.text
            with pytest.raises(InvalidStatus) as refused, asked.socket():
                pass
            assert refused.value.response.status_code == 503
            assert asked("/_stcore/health").status == 200
            assert asked("/plotly.min.js", "HEAD").status == 200
        until = time.monotonic() + 10
        while asked("/", **PAGE).status != 200:
            assert time.monotonic() < until
        with asked.socket() as socket:
            assert asked.drawn(socket)


@pytest.mark.proof
def test_memory_stays_flat_while_pages_come_and_go(serve):
    """After three hundred sockets, some of pages that were drawn, the server is as large as after thirty."""
    with serve() as asked:

        def come_and_go(times):
            for time_ in range(times):
                with asked.socket() as socket:
                    if time_ % 10 == 0:
                        asked.drawn(socket)
            return resident_kb(asked.port)

        first = come_and_go(30)
        assert come_and_go(300) - first < FLAT_KB


def resident_kb(port):
    """Of the process that was started to serve there."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes().split(b"\0")
            if str(port).encode() in command and b"streamlit" in command:
                return int(re.search(r"VmRSS:\s+(\d+)", (folder / "status").read_text())[1])
        except OSError:
            continue
    pytest.skip("this system does not tell how large a process is")

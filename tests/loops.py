"""Running what is asynchronous where Playwright, in other tests, has left an event loop in the thread."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def in_own_loop(wanted: Coroutine[None, None, T]) -> T:
    """What it returns, run to its end in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as own:
        return own.submit(asyncio.run, wanted).result()

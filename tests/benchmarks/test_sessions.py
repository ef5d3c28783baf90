"""What fifty sessions met with is told by the minute, and no failure is passed over."""

import random
from itertools import islice

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.sessions import Tally, errors_in, minute_rows, queries


def test_an_answer_counts_in_the_minute_in_which_it_came():
    """Memory is that at the end of the minute."""
    tally = Tally([(1.0, 0.5), (59.0, 1.5), (61.0, 3.0)])
    assert list(minute_rows(tally, [100.0, 110.0, 120.0])) == [
        "| 1 | 110 MB | 2 | 1.00 s | 1.40 s | 1.50 s |\n",
        "| 2 | 120 MB | 1 | 3.00 s | 3.00 s | 3.00 s |\n",
    ]


def test_an_exception_on_the_page_is_an_error():
    """So is a run that did not come to its end; one that did is none."""
    broken, failed, done = ForwardMsg(), ForwardMsg(), ForwardMsg()
    broken.delta.new_element.exception.type = "ValueError"
    failed.script_finished = ForwardMsg.FINISHED_WITH_COMPILE_ERROR
    done.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    told = [message.SerializeToString() for message in (broken, failed, done)]
    assert list(errors_in(told)) == ["ValueError", "FINISHED_WITH_COMPILE_ERROR"]


def test_sessions_ask_for_events_and_for_pages():
    """Each session by its number, the same each time."""
    one, same = (list(islice(queries(random.Random(3), 2_000), 60)) for _ in range(2))
    assert one == same
    assert {query.partition("=")[0] for query in one} == {"event", "page", "until", "as"}

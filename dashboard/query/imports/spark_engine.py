"""Imported rows on a Spark cluster, through Spark Connect: the same SQL, over Parquet files where the cluster has them.

Only an engine that somebody asks for (`dateline serve --engine`) is one: nothing else of Dateline reaches a network.
"""

import socket
import threading
import uuid
import warnings
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong
from contextlib import suppress
from typing import Any, Final

import pyarrow as pa

from dashboard.query.imports.engine import ImportsUnreadable, Parameters, QueryTooSlow
from dashboard.query.imports.spark_address import host_and_port
from dashboard.query.imports.spark_dialect import spark_sql
from dashboard.query.imports.sql import TABLE
from dashboard.store.imports import ROW_COLUMNS, Dataset

SECONDS: Final = 120.0
"""A query that takes longer is broken off: a cluster that loses a worker begins parts of it again."""
_SECONDS_TO_ANSWER: Final = 5
_AT_ONCE: Final = 8
_TRIES: Final = 3
_MOST_BETWEEN_MS: Final = 1_000
"""A server that has gone is asked again for three seconds; by itself the client would go on for ten minutes."""
_SPARK_TYPES: Final = {"VARCHAR": "STRING"}


class SparkEngine:
    """The rows of one generation of each dataset, as a Spark cluster has them: in a session of their own."""

    def __init__(self, address: str, data: str, datasets: Sequence[Dataset], seconds: float = SECONDS) -> None:
        """`data` is the folder `imports/` as the cluster sees it. Raises `ImportsUnreadable`."""
        self._seconds, (host, port) = seconds, host_and_port(address)
        self._where = f"sc://{host}:{port}"  # without a token
        self._running = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="spark")
        try:
            socket.create_connection((host, port), _SECONDS_TO_ANSWER).close()
        except OSError as error:
            raise ImportsUnreadable(
                f"The Spark server at {self._where} does not answer ({error.strerror or error}). Start it, or start "
                "Dateline without --engine."
            ) from None
        self._session = self._new_session(address)
        self._in_time(lambda: self._show(data.rstrip("/"), datasets))

    def run(self, sql: str, parameters: Parameters) -> pa.Table:
        """The rows that the query finds, in the engine's own thread."""
        asked, names = spark_sql(sql)
        given = {name: value for name, value in parameters.items() if name in names}
        found: pa.Table = self._in_time(lambda: self._session.sql(asked, args=given).toArrow())
        return found

    def close(self) -> None:
        """The session on the cluster ends."""
        self._running.shutdown(wait=False, cancel_futures=True)
        with suppress(Exception):
            self._session.stop()

    def _new_session(self, address: str) -> Any:
        try:
            warnings.filterwarnings(
                "ignore", "PySpark does not yet fully support pandas", FutureWarning
            )  # nor is it used
            from pyspark.sql import SparkSession
        except ImportError:
            raise ImportsUnreadable(
                "To ask a Spark cluster, install what speaks with it: pip install 'dateline[spark]'."
            ) from None
        session = self._in_time(lambda: SparkSession.builder.remote(address).create())
        policies = [type(each)(_TRIES, max_backoff=_MOST_BETWEEN_MS) for each in session.client.get_retry_policies()]
        session.client.set_retry_policies(policies)
        return session

    def _show(self, data: str, datasets: Sequence[Dataset]) -> None:
        """The table of all rows, for the queries of this session."""
        every = [self._rows_of(f"{data}/{each.name}/{each.generation}/part-*.parquet", each.name) for each in datasets]
        rows = every[0] if every else self._session.sql(_no_rows())
        for each in every[1:]:
            rows = rows.unionByName(each)
        rows.createOrReplaceTempView(TABLE)

    def _rows_of(self, files: str, dataset: str) -> Any:
        from pyspark.sql.functions import lit

        read = self._session.read.parquet(files)
        if not read.columns:  # a server may hold no file to be no error
            raise ImportsUnreadable(f"The Spark server at {self._where} sees no rows at {files}. Check --data.")
        if missing := [name for name in ROW_COLUMNS if name not in read.columns]:
            raise ImportsUnreadable(f"The rows of {dataset} have no column {missing[0]}. Import the dataset again.")
        return read.select(lit(dataset).alias("dataset"), *ROW_COLUMNS)

    def _in_time(self, ask: Any) -> Any:
        """What the cluster answers. Raises `ImportsUnreadable`; and `QueryTooSlow` for what is late, and broken off."""
        tag = f"dateline-{uuid.uuid4().hex}"
        try:
            return self._running.submit(self._ask, ask, tag).result(self._seconds)
        except TookTooLong:
            threading.Thread(target=self._break_off, args=(tag,), daemon=True).start()
            raise QueryTooSlow("The imported rows took too long to ask. Filter by a date or a country.") from None
        except ImportsUnreadable:
            raise
        except Exception as error:  # noqa: BLE001  what a cluster raises has no one class: gRPC, Spark, its parser
            raise ImportsUnreadable(
                f"The Spark server at {self._where} cannot ask the rows ({_first_line(error)}). Check --data, and that "
                "the cluster sees these files."
            ) from None

    def _ask(self, ask: Any, tag: str) -> Any:
        if (session := getattr(self, "_session", None)) is None:
            return ask()
        session.addTag(tag)
        try:
            return ask()
        finally:
            session.removeTag(tag)

    def _break_off(self, tag: str) -> None:
        with suppress(Exception):
            self._session.interruptTag(tag)


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines() or [type(error).__name__]
    return " ".join(lines[0].split())[:200]


def _no_rows() -> str:
    columns = ", ".join(
        f"CAST(NULL AS {_SPARK_TYPES.get(column.type, column.type)}) AS `{name}`"
        for name, column in ROW_COLUMNS.items()
    )
    return f"SELECT '' AS dataset, {columns} WHERE false"

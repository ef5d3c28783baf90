"""A standalone Spark on this machine: a master, workers and a Spark Connect server, each a process of its own."""

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

HOST = "127.0.0.1"
PATIENCE_SECONDS = 120
WORKERS = 2


@dataclass
class SparkCluster:
    """What runs, by name; all of it listens on the loopback address alone."""

    home: Path
    """The folder of the package `pyspark`."""
    folder: Path
    """For logs and working files."""
    ports: Mapping[str, int]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Of the Spark Connect server."""
        return f"sc://{HOST}:{self.ports['connect']}"

    def start(self, name: str, *arguments: str) -> None:
        """Start one part of it, whose log lies in the folder."""
        environment = {
            **os.environ,
            "SPARK_HOME": str(self.home),
            "SPARK_LOCAL_IP": HOST,
            "SPARK_NO_DAEMONIZE": "1",
            "PYSPARK_PYTHON": "python3",
        }
        with (self.folder / f"{name}.log").open("wb") as log:
            self.running[name] = subprocess.Popen(
                [str(self.home / "bin" / arguments[0]), *arguments[1:]],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def kill(self, name: str) -> None:
        """End a part at once, with the executors that it has started."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def state(self) -> Mapping[str, Any]:
        """What the master tells of itself."""
        with urlopen(f"http://{HOST}:{self.ports['master-page']}/json/", timeout=5) as answer:
            told: Mapping[str, Any] = json.load(answer)
            return told

    def tasks(self) -> int:
        """How many tasks run at this moment."""
        base = f"http://{HOST}:{self.ports['driver-page']}/api/v1/applications"
        with urlopen(base, timeout=5) as answer:
            (application, *_) = json.load(answer)
        with urlopen(f"{base}/{application['id']}/executors", timeout=5) as answer:
            return sum(each["activeTasks"] for each in json.load(answer))


@contextmanager
def spark_cluster(home: Path, folder: Path) -> Iterator[SparkCluster]:
    """A cluster that answers, until the block ends."""
    names = ("master", "master-page", "worker-page-0", "worker-page-1", "connect", "driver-page")
    cluster = SparkCluster(home, folder, dict(zip(names, _free_ports(len(names)), strict=True)))
    ports = cluster.ports
    master = f"spark://{HOST}:{ports['master']}"
    try:
        cluster.start(
            "master",
            *("spark-class", "org.apache.spark.deploy.master.Master", "--host", HOST),
            *("--port", str(ports["master"]), "--webui-port", str(ports["master-page"])),
        )
        wait_until(lambda: cluster.state()["status"] == "ALIVE")
        for number in range(WORKERS):
            cluster.start(
                f"worker-{number}",
                *("spark-class", "org.apache.spark.deploy.worker.Worker", "--host", HOST, "--cores", "1"),
                *("--memory", "1g", "--webui-port", str(ports[f"worker-page-{number}"]), master),
            )
        wait_until(lambda: cluster.state()["aliveworkers"] == WORKERS)
        cluster.start(
            "connect",
            *("spark-submit", "--class", "org.apache.spark.sql.connect.service.SparkConnectServer"),
            *("--master", master, "--conf", f"spark.connect.grpc.binding.address={HOST}"),
            *("--conf", f"spark.connect.grpc.binding.port={ports['connect']}"),
            *("--conf", f"spark.ui.port={ports['driver-page']}", "--conf", f"spark.driver.host={HOST}"),
            *("--conf", "spark.executor.memory=700m", "--conf", "spark.sql.shuffle.partitions=8"),
            "spark-internal",
        )
        wait_until(lambda: socket.create_connection((HOST, ports["connect"]), 2).close() is None)
        yield cluster
    finally:
        for name in list(cluster.running):
            cluster.kill(name)


def _free_ports(count: int) -> list[int]:
    held = [socket.create_server((HOST, 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in held]
    for each in held:
        each.close()
    return ports


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait for something, for two minutes at most; that it cannot be asked yet is no answer. Raises `TimeoutError`."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            if is_so():
                return
        except (OSError, ValueError):
            pass
        if time.monotonic() > deadline:
            raise TimeoutError(f"no answer within {PATIENCE_SECONDS} s")
        time.sleep(0.2)

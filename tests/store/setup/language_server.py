"""The YAML language server that editors use, driven over standard input and output as an editor does (LSP 3.17)."""

import json
import subprocess
import threading
from itertools import count
from pathlib import Path
from queue import Queue
from typing import Any, Self

PATIENCE_SECONDS = 60
MOST_TRIES = 100
PROGRAM = "yaml-language-server/bin/yaml-language-server"


class LanguageServer:
    """A server for one folder, with the settings in its `.vscode/settings.json`: a context, which ends it."""

    def __init__(self, node: str, modules: Path, folder: Path) -> None:
        """`modules`: the `node_modules` in which it is installed."""
        self.folder = folder
        self._settings = json.loads((folder / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self._numbers = count(1)
        self._answers: dict[int, Queue[Any]] = {}
        self._marks: Queue[dict[str, Any]] = Queue()
        self._versions = count(1)
        self._process = subprocess.Popen(
            [node, str(modules / PROGRAM), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._reader = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Self:
        self._reader.start()
        root = {"uri": self.folder.as_uri(), "name": "here"}
        told = {"publishDiagnostics": {}, "completion": {"completionItem": {"snippetSupport": False}}, "hover": {}}
        able = {"textDocument": told, "workspace": {"configuration": True, "workspaceFolders": True}}
        self.ask("initialize", processId=None, rootUri=root["uri"], workspaceFolders=[root], capabilities=able)
        self._send({"method": "initialized", "params": {}})
        for _ in range(MOST_TRIES):  # it asks for the settings meanwhile, and knows no schema before it has them
            if self.marks("events/any/unknown.yaml", "no-field-of-an-event: 1\n"):
                return self
        raise AssertionError("the language server never marked what is no field")

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                stream.close()

    def marks(self, file: str, text: str) -> list[str]:
        """What the server marks in `text`, were it in `file`: `2:7 message`, lines and columns from 1."""
        uri = self._open(file, text)
        while (told := self._marks.get(timeout=PATIENCE_SECONDS))["uri"] != uri:
            pass
        return [
            f"{each['range']['start']['line'] + 1}:{each['range']['start']['character'] + 1} {each['message']}"
            for each in told["diagnostics"]
        ]

    def completions(self, file: str, text: str) -> dict[str, str]:
        """What the server offers where `|` stands in `text`, were it in `file`: label to its explanation."""
        before, _, after = text.partition("|")
        uri = self._open(file, before + after)
        offered = self.ask("textDocument/completion", textDocument={"uri": uri}, position=_position(before))
        items = offered["items"] if isinstance(offered, dict) else offered or []
        return {each["label"]: _words(each.get("documentation")) for each in items}

    def hover(self, file: str, text: str) -> str:
        """What the server says of the word before which `|` stands."""
        before, _, after = text.partition("|")
        uri = self._open(file, before + after)
        said = self.ask("textDocument/hover", textDocument={"uri": uri}, position=_position(before))
        return _words(said["contents"]) if said else ""

    def tell_changed(self, *files: str) -> None:
        """Say that files on the disk have changed, as an editor does that watches them."""
        changes = [{"uri": (self.folder / file).as_uri(), "type": 2} for file in files]
        self._send({"method": "workspace/didChangeWatchedFiles", "params": {"changes": changes}})

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request."""
        number = next(self._numbers)
        answer = self._answers.setdefault(number, Queue())
        self._send({"id": number, "method": method, "params": params})
        return answer.get(timeout=PATIENCE_SECONDS)

    def _open(self, file: str, text: str) -> str:
        uri = (self.folder / file).with_stem(f"{Path(file).stem}-{next(self._versions)}").as_uri()
        if file.startswith(("events/registry", "events/workspace", "events/views")):
            uri = (self.folder / file).as_uri()
        opened = {"uri": uri, "languageId": "yaml", "version": next(self._versions), "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        return uri

    def _send(self, message: dict[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._hear(json.loads(stream.read(length)))

    def _hear(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self._marks.put(message["params"])
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": self._answer(method, message.get("params"))})
        elif "id" in message:
            self._answers[message["id"]].put(message.get("result"))

    def _answer(self, method: str, params: Any) -> Any:
        """What an editor answers: its settings, by section."""
        if method != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in params["items"]]

    def _section(self, name: str) -> Any:
        found: dict[str, Any] = {}
        for key, value in self._settings.items():
            *path, last = key.split(".")
            if path[:1] == [name]:
                found[last] = value
        return {"validate": True, "hover": True, "completion": True, **_nested(found)} if name == "yaml" else found


def _nested(settings: dict[str, Any]) -> dict[str, Any]:
    """`schemaStore.enable` as the server reads it."""
    store = {"schemaStore": {"enable": settings.pop("enable")}} if "enable" in settings else {}
    return settings | store


def _position(before: str) -> dict[str, int]:
    """Where a text ends, in lines and UTF-16 units, from 0."""
    lines = before.split("\n")
    return {"line": len(lines) - 1, "character": len(lines[-1].encode("utf-16-le")) // 2}


def _words(content: Any) -> str:
    return content["value"] if isinstance(content, dict) else content or ""

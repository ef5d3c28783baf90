"""Which tests run in one process: those of a module, and of a folder whose tests share a browser or a server."""

from typing import Any, Final

from xdist.scheduler import LoadScopeScheduling

TOGETHER: Final = {
    "tests/app/security/": "security",
    "tests/briefing/": "briefing",
    "tests/browser/": "browser",
    "tests/test_architecture.py": "syntax",
    "tests/test_names.py": "syntax",
}
"""What shares something that takes long to make: servers, the seed's briefing in all formats, Chromium, trees."""


class FolderScheduling(LoadScopeScheduling):
    """xdist's scheduling by module, with folders that stay together.

    Tests that are done are forgotten, and a test is found by its name: else each test takes longer the more there are.
    """

    def __init__(self, config: Any, log: Any) -> None:
        super().__init__(config, log)
        self._together = TOGETHER if config.option.markexpr == "not proof" else {}  # of long ones, each folder has many
        self._index: dict[str, int] = {}

    def _split_scope(self, nodeid: str) -> str:
        shared = next((unit for place, unit in self._together.items() if nodeid.startswith(place)), None)
        return shared or nodeid.partition("::")[0]

    def mark_test_complete(self, node: Any, item_index: int, *_duration: float) -> None:
        """Called by xdist for each test that has ended."""
        nodeid = self.registered_collections[node][item_index]
        units = self.assigned_work[node]
        del units[scope := self._split_scope(nodeid)][nodeid]
        if not units[scope]:
            del units[scope]
        self._reschedule(node)

    def _assign_work_unit(self, node: Any) -> None:
        scope, unit = self.workqueue.popitem(last=False)
        self.assigned_work.setdefault(node, {})[scope] = unit
        self._index = self._index or {nodeid: at for at, nodeid in enumerate(self.collection or ())}
        node.send_runtest_some([self._index[nodeid] for nodeid in unit])

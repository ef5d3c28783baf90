"""Workspaces in which much is wrong, and changes of their files at random."""

import hashlib
import random
import re
import shutil
from pathlib import Path

import yaml

from tests.copying import copied

ROOT = Path(__file__).resolve().parent.parent.parent.parent
RECORDS = ROOT / "tests" / "records"
NOT_UTF8 = "surrogateescape"
"""How bytes that are no UTF-8 are kept: some files at fault have them."""
WORD = re.compile(r"[\w-]+")
NAME = re.compile(r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")
CASES = 60


class FaultyWorkspace:
    """The seed workspace with records that break a rule each: files that can be put into any workspace."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = random.Random(seed)
        self.root = copied(ROOT, folder / "faulty")
        (self.root / "events" / "faulty").mkdir()
        cases = [case for kind in ("invalid", "valid") for case in sorted((RECORDS / kind).glob("*.yaml"))]
        for case in self.chance.sample(cases, CASES):
            shutil.copy(case, self.root / "events" / "faulty")
        shutil.copytree(
            RECORDS / "base", self.root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("registry", "__pycache__")
        )
        found = sorted(path for name in ("events", "seeds") for path in (self.root / name).rglob("*"))
        self.originals = {path: path.read_bytes() for path in found if path.suffix in (".yaml", ".txt")}

    def change_registry(self) -> str:
        """Add an entry that is called like something in the records, call one otherwise, or take one away."""
        chance, registry = self.chance, self.chance.choice(("places", "actors"))
        path = self.root / "events" / "registry" / f"{registry}.yaml"
        entries = yaml.safe_load(path.read_text("utf-8"))
        text = self.originals[chance.choice(list(self.originals))].decode("utf-8", "replace")
        words = chance.choice((WORD, NAME)).findall(text) or ["x"]
        at = chance.randrange(len(words))
        name, id_ = " ".join(words[at : at + chance.choice((1, 1, 2, 3))]), chance.choice(sorted(entries))
        deed = chance.choice(("add", "add", "add", "names", "gone", "back"))
        if deed == "back":
            path.write_bytes(self.originals[path])
            return f"back {registry}"
        if deed == "gone":
            del entries[id_]
        elif deed == "names":
            entries[id_]["aliases"] = [name]
        else:
            own = {"kind": "person"} if registry == "actors" else {"precision": "country", "country": "PE"}
            entries[f"new-{at}"] = {"name": name, **own}
        path.write_text(yaml.safe_dump(entries, allow_unicode=True, sort_keys=False), "utf-8")
        return f"{deed} {registry} {id_} {name}"

    def change_source(self) -> str:
        """Add a source, its text that of another one or a part of it; give one an origin; or take one away."""
        chance, seeds = self.chance, self.root / "seeds"
        texts = sorted(path for path in self.originals if path.suffix == ".txt" and path.exists())
        described = sorted(path for path in seeds.glob("*.yaml"))
        deed = chance.choice(("add", "add", "add", "origin", "origin", "gone"))
        if deed == "add":
            text = chance.choice(texts).read_text("utf-8")
            id_, text = f"new-{chance.randrange(40)}", text[: chance.choice((len(text), len(text) // 2, 100))]
            (seeds / f"{id_}.txt").write_text(text, "utf-8")
            held = {"sha256": hashlib.sha256(text.encode()).hexdigest(), "characters": len(text)}
            origin = {"origin": "one-agency"} if chance.random() < 0.3 else {}
            (seeds / f"{id_}.yaml").write_text(yaml.safe_dump({"kind": "article", "text": held, **origin}), "utf-8")
            return f"add {id_} of {len(text)}"
        path = chance.choice(described)
        if deed == "gone":
            path.unlink()
        else:
            fields = yaml.safe_load(path.read_text("utf-8"))
            fields = (
                {**fields, "origin": chance.choice(("one-agency", "other-agency"))} if isinstance(fields, dict) else {}
            )
            path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")
        return f"{deed} {path.name}"

    def change_thread(self) -> str:
        """Add a thread or a question, or take one away."""
        chance, path = self.chance, self.root / "events" / "registry" / "threads.yaml"
        threads = yaml.safe_load(path.read_text("utf-8"))
        id_ = chance.choice(sorted(threads))
        deed = chance.choice(("thread", "question", "gone", "fewer", "back"))
        if deed == "back":
            path.write_bytes(self.originals[path])
            return "back threads"
        if deed == "gone" and len(threads) > 1:
            del threads[id_]
        elif deed == "fewer":
            threads[id_].pop("questions", None)
        elif deed == "question":
            threads[id_].setdefault("questions", {})["new-one"] = {"text": "Will it be so?"}
        else:
            threads[f"new-{chance.randrange(40)}"] = {"title": "New"}
        path.write_text(yaml.safe_dump(threads, allow_unicode=True, sort_keys=False), "utf-8")
        return f"{deed} {id_}"

    def change(self) -> str:
        """Change one file at random: a word for another's, a line away or twice, the whole file away or back."""
        files = [path for path in self.originals if not path.match("briefings/*")]
        path, chance = self.chance.choice(files), self.chance
        deed = chance.choice(("word", "word", "word", "line", "twice", "gone", "back", "back"))
        if deed == "back" or not path.exists():
            path.write_bytes(self.originals[path])
        elif deed == "gone":
            path.unlink()
        elif deed == "word":
            text = path.read_text("utf-8", NOT_UTF8)
            other = chance.choice(WORD.findall(self.originals[chance.choice(files)].decode(errors=NOT_UTF8)) or ["x"])
            at = chance.choice(list(WORD.finditer(text)) or [re.search("", text)])
            path.write_text(text[: at.start()] + other + text[at.end() :], "utf-8", NOT_UTF8)
        else:
            lines = path.read_text("utf-8", NOT_UTF8).splitlines(keepends=True)
            at = chance.randrange(len(lines)) if lines else 0
            lines[at : at + 1] = [] if deed == "line" else lines[at : at + 1] * 2
            path.write_text("".join(lines), "utf-8", NOT_UTF8)
        return f"{deed} {path.relative_to(self.root)}"

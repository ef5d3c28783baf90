"""What changed in one sentence, and in numbers."""

from dashboard.query.changes.change import Changes
from dashboard.query.changes.novelty import Novelty
from dashboard.query.wording import counted


def summary(changes: Changes) -> str:
    """One sentence: how many there are of what."""
    if changes.are_none:
        return "Nothing changed" + (" in the records that could be read." if changes.unreadable else ".")
    counts = counts_of(changes)
    novelty = f"{counts['new_in_the_world']:,} happened since, {counts['new_to_us']:,} learned since"
    told = {
        f"{counted(counts['new'], 'new event')} ({novelty})": "new",
        f"{counted(counts['removed'], 'event')} removed": "removed",
        f"{counted(counts['changed'], 'event')} changed": "changed",
        counted(counts["questions"], "question"): "questions",
        counted(counts["sources"], "source"): "sources",
        counted(counts["registry"], "registry entry", "registry entries"): "registry",
        counted(counts["new_problems"], "new problem"): "new_problems",
        f"{counted(counts['mended_problems'], 'problem')} fixed": "mended_problems",
    }
    return ", ".join(words for words, name in told.items() if counts[name])


def counts_of(changes: Changes) -> dict[str, int]:
    """How many there are of each kind of change."""
    return {
        "new": len(changes.new),
        "new_in_the_world": len(changes.new_in(Novelty.WORLD)),
        "new_to_us": len(changes.new_in(Novelty.US)),
        "removed": len(changes.removed),
        "changed": len(changes.changed),
        "questions": len(changes.questions),
        "sources": len(changes.sources),
        "registry": len(changes.registry),
        "new_problems": len(changes.new_problems),
        "mended_problems": len(changes.fixed_problems),
        "unreadable": len(changes.unreadable),
    }
